"""Whole bodies: by which of the names that a report writes of a body it is called most fully, wherever that name stands."""

from __future__ import annotations

from collections.abc import Container, Iterable, Sequence
from functools import lru_cache

from khabar.reading.speakers.full_names import NO_MARKS
from khabar.text.fold import fold_word


def whole_names(names: Iterable[str]) -> dict[tuple[str, ...], str]:
    """The words of a body's name → the name of the report that says it whole: it begins with the same noun and has all its words in
    their order (the union of labour, the general union of labour in X).

    `names`: in text order.  None where names of the report say more of it in ways that do not go together (the ministries of two
    countries, or of a country and of a city), nor where only an origin is added behind the first mention of a bare name without
    marks: another country's body may have come in (the ministry of health said; the ministry of health of X thanked it).  What a
    movement or a paper is called stands for it too (the movement "X": X).
    """
    written: dict[tuple[str, ...], str] = {}
    heads: dict[str, list[tuple[str, ...]]] = {}  # by their first word, in text order
    often: set[tuple[str, ...]] = set()
    for name in names:
        words = as_written(name)
        if words in written:
            often.add(words)
        elif "(" not in name:
            written[words] = name
            heads.setdefault(words[0], []).append(words)
    found = {}
    for alike in heads.values():
        for words in alike if alike[1:] else ():
            fuller = [other for other in alike if words[1:] and _says_more(other, words, often)]
            if not fuller:
                continue
            longest = max(fuller, key=len)
            later = alike.index(longest) > alike.index(words)
            late = later and _are_origins(longest, words) and not _is_marked(written[words])
            rivals = [other for other in alike if other in fuller or _is_elsewhere(other, words)]
            if not late and all(_holds(longest, other) for other in rivals):
                found[words] = written[longest]
    for kind in _KINDS:
        for words in heads.get(kind, ()):
            if words[1:] and words[1] not in _NO_NAMES:
                found.setdefault(words[1:], found.get(words, written[words]))
    return found


def _are_origins(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name says no more than another but of what land or kind its body is."""
    return all(word.endswith(_ORIGIN) for word in longer if word not in words)


def _is_elsewhere(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name says of a body of the same name in which city it is, or under whom."""
    added = longer[len(words) :]
    return longer[: len(words)] == words and bool(added) and (added[0] == _IN or added[0].startswith(_UNDER))


def inside_titles(names: Sequence[str], titles: Iterable[str]) -> dict[str, str]:
    """A title → the body that ends it and begins like one of the names (the head of | the union of labour in X): without what the
    office is for (the under-secretary of | the ministry of health | for hospitals), and what somebody is called by.
    """
    known = [as_written(name) for name in names]
    begun, told = (
        {words[:_BEGUN] for words in known if len(words) >= _BEGUN},
        {word for words in known for word in words},
    )
    found = {}
    for title in titles:
        words = as_written(title)
        at = next((k for k in range(1, len(words)) if words[k : k + _BEGUN] in begun), None)
        if at is not None:
            ends = (
                k
                for k in range(at, len(words))
                if words[k] in _CALLED or (words[k][:2] == "لل" and words[k] not in told)
            )
            whole = [word for word in title.split() if word.translate(NO_MARKS)]
            found[title] = " ".join(whole[at : next(ends, None)])
    return found


_HONOURS = "الدكتور المهندس الشيخ السيد السيدة الأستاذ المستشار اللواء العميد العقيد الفريق الأمير"
_CALLED = frozenset(map(fold_word, _HONOURS.split()))


@lru_cache(maxsize=1 << 12)
def as_written(name: str) -> tuple[str, ...]:
    """The folded words of a name, marks of quotation off: a ministry of its own country is none of any."""
    return tuple(map(fold_word, name.translate(NO_MARKS).split())) or (name,)


def _is_marked(name: str) -> bool:
    """Whether marks of quotation show what a body is called."""
    return name != name.translate(NO_MARKS)


def _says_more(longer: tuple[str, ...], words: tuple[str, ...], often: Container[tuple[str, ...]]) -> bool:
    """Whether a name has all words of another in their order and more: none that joins another body or says to whom it is tied, and
    at the end only what may describe it (an adjective of origin or of office, for X): a verb may stand there, or what the body
    announced (the general staff | the control of the town), which is not told twice.  `often`: names written more than once.
    """
    if len(longer) <= len(words) or not _holds(longer, words):
        return False
    added = [word for word in longer if word not in words]
    end = longer[longer.index(words[-1]) + 1 :]
    tied = any(word.startswith((_AND, _IN)) or word.removeprefix("ال").startswith(_TIED_TO) for word in added)
    return not tied and all(_describes(word) or (longer in often and word.startswith(_THE)) for word in end)


def _describes(word: str) -> bool:
    """Whether a word at the end of a name is for whom its body is, or an adjective: no verbal noun in -i (the repelling)."""
    if not word.startswith(_THE):
        return word.startswith(_FOR)
    return word in _OF_OFFICE or (word.endswith(_ORIGIN) and not (word.startswith(_REFLEXIVE) and len(word) <= _SHORT))


def _holds(longer: tuple[str, ...], words: tuple[str, ...]) -> bool:
    """Whether a name has all words of another in their order."""
    left = iter(longer)
    return all(word in left for word in words)


_BODIES = "حركة تنظيم جماعة حزب كتائب سرايا ألوية منظمة وكالة صحيفة قناة شبكة مجلة مجموعة"
_KINDS = tuple(map(fold_word, _BODIES.split()))  # bodies before papers: the first that has the name takes it
_COMMON = "الجيش الحكومة الوزارة الرئاسة الشرطة الجماعة الحركة الحزب التنظيم الدولة البرلمان الثورة النظام"
_NO_NAMES = frozenset(
    (*_KINDS, *map(fold_word, _COMMON.split()))
)  # the channel of the government; the brigades of a party
_BEGUN = 2  # words by which a body is known
_AND, _IN, _THE, _FOR = "و", "في", "ال", ("لل", "بال")
_ORIGIN = ("ي", "يه", "يين")
_REFLEXIVE, _SHORT = "الت", 6
_OFFICES = "العام العامة الأعلى العليا الخاص الخاصة المشترك المشتركة المسلح المسلحة المتحدة الموحد الموحدة المستقلة الدائمة المؤقتة"
_OF_OFFICE = frozenset(map(fold_word, _OFFICES.split()))
_UNDER = "تابع"
_TIED = "قريب مرتبط تابع موالي مقرب مكون مؤلف خاص معني متخصص محسوب مدعوم منضو ممثل مصنف محظور"
_TIED_TO = tuple(map(fold_word, _TIED.split()))
