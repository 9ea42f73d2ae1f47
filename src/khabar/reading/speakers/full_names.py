"""Full names: which name of a report is the fullest of a person, and what else that person is called in it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Sequence
from functools import lru_cache

from khabar.languages.drafts import NameDraft
from khabar.text.fold import fold_word


@lru_cache(maxsize=1 << 14)
def words_in(name: str) -> tuple[str, ...]:
    """The folded words of a name, articles, brackets and marks of quotation off; a servant's name (Abd al-X) is two words, however
    it is written.
    """
    folded = [fold_word(word) for word in name.translate(NO_MARKS).split()] or [name]
    if any(w.startswith(_SERVANT) for w in folded):
        folded = [part for w in folded for part in _SERVANTS.sub(r"\1 \2", w).split()]
    return tuple(
        [
            _SON if w == _THE_SON and len(folded) > 1 else w[2:] if w.startswith("ال") and len(w) > 4 else w
            for w in folded
        ]
    )


_SERVANT_OF = "عبد"
_SERVANT, _SERVANTS = f"{_SERVANT_OF}ال", re.compile(f"^({_SERVANT_OF})(ال..+)$")
NO_MARKS = str.maketrans("", "", '"«»“”„()')
_SON, _THE_SON = "بن", "ابن"  # the same word inside a name and at its beginning


def are_counted(name: str, plural: str) -> bool:
    """Whether a name counts bodies that a plural with the article takes up (45 local organisations, a group of parties: the
    organisations, the parties); behind ten the counted noun is a singular.
    """
    first, *rest = words_in(name)
    if not (first.isdigit() or first in _SOME) or not rest:
        return False
    counted = {*rest, *(word.removeprefix(_AND) for word in rest)}
    return plural in counted or (plural.endswith(_FEMININES) and plural.removesuffix(_FEMININES) + _TIED in counted)


_FEMININES, _TIED, _AND = "ات", "ه", "و"
_COUNTS = "ثلاث ثلاثة أربع أربعة خمس خمسة ست ستة سبع سبعة ثمان ثماني ثمانية تسع تسعة عشر عشرة"
_SOME = frozenset(map(fold_word, f"{_COUNTS} عدد عدة مجموعة ائتلاف تحالف عشرات مئات بعض نحو".split()))


def fullest(drafts: Iterable[NameDraft], mentioned: Sequence[str] = ()) -> dict[str, str]:
    """Each name → the longest name of the report that ends with it or holds its words in order (persons by surname), else
    the last of those `mentioned` in full without speaking that ends with it.
    """
    names = {draft.name: draft.kind for draft in drafts}
    told = [words_in(name) for name in (*names, *mentioned)]
    halves = {name: cut for name, kind in names.items() if kind == "person" and (cut := _first_of_two(name, told))}
    names = {name: kind for name, kind in names.items() if name not in halves}
    longest: dict[tuple[str, ...], str] = {}
    for other, kind in names.items():
        words = words_in(other)
        for part in _parts(words) if kind == "person" and len(words) <= _LONGEST else ():
            if len(words) > len(words_in(longest.get(part, ""))):
                longest[part] = other
    for other in mentioned:
        words = words_in(other)
        for size in range(1, len(words)):
            longest.setdefault(words[-size:], other)
    bodies = {name for name, kind in names.items() if kind == "organisation" and len(words_in(name)) > 1}
    full = {name: name if name in bodies else longest.get(words_in(name), name) for name in names}
    persons = [name for name, kind in names.items() if kind == "person"]
    called = _first_names(*persons, *mentioned)
    full |= {name: called[words_in(name)] for name in persons if full[name] == name and words_in(name) in called}
    for name, cut in halves.items():
        full[name] = longest.get(words_in(name)[:cut], " ".join(name.split()[:cut]))
    short = {name for name in names if name.isupper() and name.isalpha() and len(name) <= _ACRONYM}
    for name in names if short else ():
        if (letters := _initials(name)) in short:
            full[letters] = name
    return full


def surnames(names: Iterable[str]) -> dict[tuple[str, ...], str]:
    """Each surname that one person of the report has → the full name; of two persons none."""
    bearers: dict[tuple[str, ...], list[str]] = {}
    for name in dict.fromkeys(names):
        words = words_in(name)
        if 1 < len(words) <= _LONGEST:
            bearers.setdefault(words[-1:], []).append(name)
    longest = {surname: max(called, key=len) for surname, called in bearers.items()}
    return {
        surname: name
        for surname, name in longest.items()
        if all(set(words_in(other)) <= set(words_in(name)) for other in bearers[surname])
    }


def longer_names(names: Iterable[str]) -> dict[tuple[str, ...], list[str]]:
    """The words of a body's name → the names of the report that say in which place or of what it is (the authorities | in X),
    or say so more fully (the council in X | the council in the town of X in the province of Y).
    """
    found: dict[tuple[str, ...], list[str]] = {}
    placed: dict[tuple[str, ...], list[tuple[tuple[str, ...], str]]] = {}
    for name in dict.fromkeys(names):
        words = words_in(name)
        for size in range(2, len(words)) if name.startswith("ال") else ():
            if words[size] in _OF_PLACE:
                found.setdefault(words[:size], []).append(name)
                placed.setdefault(words[:size], []).append((words, name))
    for alike in placed.values():
        for words, _ in alike:
            fuller = [name for longer, name in alike if set(words) < set(longer)]
            if fuller:
                found.setdefault(words, []).extend(fuller)
    return found


_OF_PLACE = ("في", "ب")


def _first_names(*names: str) -> dict[tuple[str, ...], str]:
    """Each first name that one person of the report has → the full name: a story that goes on with it means that person."""
    found: dict[tuple[str, ...], set[tuple[str, ...]]] = {}
    written: dict[tuple[str, ...], str] = {}
    for name in names:
        if 1 < len(words := words_in(name)) <= _LONGEST:
            found.setdefault(words[: 1 + (words[0] == _SERVANT_OF)], set()).add(words)
            written.setdefault(words, name)
    longest_of = {first: max(full, key=len) for first, full in found.items()}
    return {
        first: written[longest]
        for first, longest in longest_of.items()
        if all(longest[: len(words)] == words for words in found[first])
    }


def _first_of_two(name: str, told: Collection[tuple[str, ...]]) -> int:
    """How many words of a name are the first of two persons, subject and object (Obama | Hillary Clinton): the report has its
    end as a full name without its beginning, and names its beginning too.  0 for one person.
    """
    words = words_in(name)
    for cut in range(1, len(words) - 1):
        first, second = words[:cut], words[cut:]
        if words[-cut:] != first and second in told and any(o[-cut:] == first and o != words for o in told):
            return cut
    return 0


_ACRONYM = 6  # letters


@lru_cache(maxsize=1 << 12)
def _initials(name: str) -> str:
    """The capitals that begin the words of a name of three words or more."""
    words = name.split()
    return "".join([w[0] for w in words if w[0].isupper()]) if len(words) > 2 else ""


_LONGEST = 6  # words of a person's full name


def _parts(words: tuple[str, ...]) -> set[tuple[str, ...]]:
    """What a person of a longer name may be called: its last words, its first two and more, the first and last, a middle one."""
    sizes = range(1, len(words))
    return {
        *(words[-n:] for n in sizes),
        *(words[:n] for n in sizes if n > 1),
        *([words[:1] + words[-1:]] if len(words) > 2 else []),
        *((word,) for word in (words[1:] if len(words) > 2 else ())),
    }
