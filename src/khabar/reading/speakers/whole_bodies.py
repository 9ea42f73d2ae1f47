"""Whole bodies: by which of the names that a report writes of a body it is called most fully, wherever that name stands."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache

from khabar.reading.speakers.full_names import NO_MARKS
from khabar.text.fold import fold_word


def whole_names(names: Iterable[str]) -> dict[tuple[str, ...], str]:
    """The words of a body's name → the name of the report that says it whole: it begins with the same noun and has all its words in
    their order (the union of labour, the general union of labour in X).  None where two names of the report say more of it in
    ways that do not go together (the ministries of two countries).
    """
    written = {as_written(name): name for name in reversed(list(dict.fromkeys(names))) if "(" not in name}
    heads: dict[str, list[tuple[str, ...]]] = {}
    for words in written:
        heads.setdefault(words[0], []).append(words)
    found = {}
    for alike in heads.values():
        for words in alike if len(alike) > 1 else ():
            fuller = [other for other in alike if len(words) > 1 and _says_more(other, words)]
            longest = max(fuller, key=len, default=())
            if fuller and all(_holds(longest, other) for other in fuller):
                found[words] = written[longest]
    for kind in _KINDS & heads.keys():
        for words in heads[kind]:
            found.setdefault(words[1:], found.get(words, written[words]))  # the movement "X": X
    return found


def inside_titles(names: Sequence[str], titles: Iterable[str]) -> list[str]:
    """The bodies that end a title and begin like one of the names (the head of | the union of labour in X): without what the
    office is for (the under-secretary of | the ministry of health | for hospitals), and what somebody is called by.
    """
    known = [as_written(name) for name in names]
    begun, told = (
        {words[:_BEGUN] for words in known if len(words) >= _BEGUN},
        {word for words in known for word in words},
    )
    found = []
    for title in titles:
        words = as_written(title)
        at = next((k for k in range(1, len(words)) if words[k : k + _BEGUN] in begun), None)
        if at is not None:
            ends = (
                k
                for k in range(at, len(words))
                if words[k] in _CALLED or (words[k][:2] == "لل" and words[k] not in told)
            )
            found.append(" ".join(title.split()[at : next(ends, None)]))
    return found


_HONOURS = "الدكتور المهندس الشيخ السيد السيدة الأستاذ المستشار اللواء العميد العقيد الفريق الأمير"
_CALLED = frozenset(map(fold_word, _HONOURS.split()))


@lru_cache(maxsize=1 << 12)
def as_written(name: str) -> tuple[str, ...]:
    """The folded words of a name, marks of quotation off: a ministry of its own country is none of any."""
    return tuple(map(fold_word, name.translate(NO_MARKS).split())) or (name,)


def _says_more(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name has all words of another in their order and more: none that joins another body or says to whom it is tied, and
    at the end only what may describe it (of X, for X), for a verb may stand there.
    """
    if len(longer) <= len(words) or not _holds(longer, words):
        return False
    added = [word for word in longer if word not in words]
    end = longer[longer.index(words[-1]) + 1 :]
    tied = any(word.startswith((_AND, _IN)) or word.removeprefix("ال").startswith(_TIED_TO) for word in added)
    return not tied and all(word.startswith(_DESCRIBES) for word in end)


def _holds(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name has all words of another in their order."""
    left = iter(longer)
    return all(word in left for word in words)


_BODIES = "حركة تنظيم جماعة حزب كتائب سرايا ألوية منظمة وكالة صحيفة قناة شبكة موقع مجلة مجموعة"
_KINDS = frozenset(map(fold_word, _BODIES.split()))
_BEGUN = 2  # words by which a body is known
_AND, _IN, _DESCRIBES = "و", "في", ("ال", "لل", "بال")
_TIED = "قريب مرتبط تابع موالي مقرب مكون مؤلف خاص معني متخصص محسوب مدعوم منضو ممثل مصنف محظور"
_TIED_TO = tuple(map(fold_word, _TIED.split()))
