"""Where the further words of an event phrase stand: right behind its first word, or behind the doer that stands between."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import UNDER_ARMS
from khabar.languages.ar.forms.particles import GLUED
from khabar.languages.ar.lists.event_words import EventVerb, Tail
from khabar.languages.ar.lists.events import LINKS, bare
from khabar.text.fold import fold_word

GROUND_REACH = 16
"""Units between "took control" and "of"."""
_REACH = 9  # between another verb and the rest of its phrase


def before_tail(units: Sequence[Unit], at: int) -> str:
    """The text in which the first word of a noun's phrase must be: the word at `at`, or the one behind "all"."""
    if at >= len(units):
        return ""
    if at + 1 < len(units) and _is_passed_over(units[at]):
        at += 1
    near = units[at].view
    if _NUMERIC.isdisjoint(units[at].signature):
        return near
    return f"{near} {units[_behind_number(units, at)].view}"


def split_phrase(units: Sequence[Unit], first: int, tail: Tail) -> tuple[int, int] | None:
    """Where the rest of a verb's phrase stands, its subject perhaps before it; None when a word is missing."""
    at, last = first, min(len(units), first + (GROUND_REACH if tail.word.ground else _REACH))
    ends = _SPLIT_ENDS if tail.words[0] in _LETTERS or tail.words[0] in LINKS else _OBJECT_ENDS
    begin, told = None, 0
    while told < len(tail.words):
        middle = "" if tail.words[told] in _LETTERS else tail.words[told][1:-1]
        said = 0
        while at < last and not (middle in units[at].view and (said := _said(units[at], tail.words[told:]))):
            if "prep_pron" in units[at].signature and tail.words[told] in _ON and units[at].view.startswith(_ON):
                said = 1  # was arrested: "hold was laid | on him"
                break
            if units[at].signature & ends:
                return None
            at += 1
        if at >= last:
            return None
        begin = at if begin is None else begin
        told += said
        at += 1
    return (begin or first), at


def is_genitive(units: Sequence[Unit], verb: int, at: int) -> bool:
    """Whether the word at `at`, which would complete a verb's phrase, is the genitive of its subject (the forces of | security), or
    completes the phrase of a masdar behind a preposition (gave no details | on the giving of | aid).
    """
    before = units[at - 1].signature
    governs = before & {"forces", "org_head"} and before.isdisjoint({"+al", "+pron", "organisation"})
    if at - 1 > verb and governs and units[at].signature >= _BODY:
        return True
    return at - 2 > verb and before >= _OF_ACT and "prep" in units[at - 2].signature


_OF_ACT = frozenset(("masdar", "event_head"))


_BODY = frozenset(("+al", "security_body"))


def _said(unit: Unit, words: tuple[str, ...]) -> int:
    """How many of the words a unit is, from the first on: several where a list made one unit of them."""
    if not is_word(unit, words[0]):
        return 0
    if "phrase" not in unit.signature:
        return 1
    further = zip(unit.view.split()[1:], words[1:], strict=False)
    return 1 + sum(1 for _ in takewhile(lambda pair: bare(pair[0]) == pair[1], further))


_ON = ("علي", "عن")
_SPLIT_ENDS = frozenset(("stop", "CUE", "comp", "bi_comp", "LONG_QUOTE", "rel", "colon"))
_OBJECT_ENDS = _SPLIT_ENDS | {"comma"}  # an object is not looked for behind a comma


def phrase_of(units: Sequence[Unit], first: int, tail: Tail) -> int | None:
    """Behind the words that complete an event noun's phrase; a proclitic at its end belongs to the next word."""
    at, told = first + (first < len(units) and _is_passed_over(units[first])), 0
    counted = tail.word.needs == "phrase" and tail.word.subtype != "destruction" and tail.words[0] not in LINKS
    if counted and at < len(units) and not _NUMERIC.isdisjoint(units[at].signature):
        behind = _behind_number(units, at)
        things = units[behind].signature if behind > at else frozenset()
        if "+bi" not in things and (things & _COUNTED_THINGS or (things and tail.word.type == "AID")):
            at = behind
    while told < len(tail.words):
        said = _said(units[at], tail.words[told:]) if at < len(units) else 0
        if not said:
            return None
        told += said
        at += 1
    return at - 1 if tail.words[-1] in _LETTERS else at


def _is_passed_over(unit: Unit) -> bool:
    """What may stand inside the phrase of a noun: "all", "these" (the opening of | all | the crossings)."""
    return unit.view in _ALL_OF or "demonstrative" in unit.signature


def _behind_number(units: Sequence[Unit], at: int) -> int:
    """Behind a number and its bound (the firing of | more than ten | rockets); where none stands, `at` itself."""
    for k in range(at, min(at + _BOUND, len(units) - 1)):
        if units[k].signature & _COUNTING:
            return k + 1
        if "bound_before" not in units[k].signature:
            break
    return at


_COUNTED_THINGS = frozenset(("weapon", "means", "means_head", "vehicle", "planes", "helpers"))
_BOUND, _COUNTING = 2, frozenset(("NUMBER", "digits"))
_NUMERIC = _COUNTING | {"bound_before"}


_ALL_OF = frozenset(map(fold_word, ("جميع", "كل", "كافة", "كامل", "مختلف")))


def phrase_before(units: Sequence[Unit], at: int, tails: Sequence[Tail]) -> Tail | None:
    """The words right before a passive that complete its phrase (70 checkpoints | were set up); no act that it carries."""
    for tail in tails:
        if not tail.words or tail.words[-1][1:-1] not in units[at - 1].view:
            continue
        first = next((k for k in range(max(at - len(tail.words), 0), at) if phrase_of(units, k, tail) == at), at)
        if first < at and "event_noun" not in units[first].signature:
            return tail
    return None


def alone_or_taken_up(units: Sequence[Unit], at: int, verb: EventVerb) -> Tail | None:
    """The row of a verb whose phrase does not go on behind it: that of the words before it, else that of the verb alone."""
    owned = at > 0 and "+pron" in units[at].signature
    taken_up = _phrase_taken_up(units, at, verb) if owned else None
    if taken_up is not None:
        return taken_up
    for tail in verb.tails:
        if not tail.words and (owned or tail.word.needs != "enacted"):
            return tail
    return None


def _phrase_taken_up(units: Sequence[Unit], at: int, verb: EventVerb) -> Tail | None:
    """The words before a perfect of a relative clause that complete its phrase, taken up by its pronoun (the missiles that X
    | fired, a law | that the council passed); no act that the verb carries.
    """
    tails = [tail for tail in verb.tails if tail.words]
    if not tails or not any(slot[0] in "pP" for slot in verb.slots):
        return None
    last = at - 1 if "rel" in units[at - 1].signature else at
    for k in range(last - 1, max(last - 1 - _ANTECEDENT, -1), -1):
        if units[k].signature & _NO_ANTECEDENT:
            return None
        for tail in tails:
            if tail.middle in units[k].view and phrase_of(units, k, tail) is not None:
                by_it = any("+bi" in unit.signature for unit in units[max(k - 1, 0) : k + 1])
                return None if by_it or _is_act(units, k) else tail  # killed | by bullets that X fired
    return None


def _is_act(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun names an act by itself, or with the word behind it (the military campaign | that X waged)."""
    signature = units[at].signature
    return "event_noun" in signature or (
        "event_head" in signature
        and any(phrase_of(units, at + 1, tail) is not None for tail in units[at]["event_head"])
    )


_ANTECEDENT = 3  # units of a noun and its adjectives
_NO_ANTECEDENT = frozenset(("mark", "verb", "rel", "comp", "bi_comp", "CUE", "ACT"))


def apart(units: Sequence[Unit], first: int, tail: Tail) -> tuple[int, int] | None:
    """Where the rest of a noun's phrase stands behind the name of who does it (control of the rebels over the town)."""
    for at in range(first, min(len(units), first + NAME_LENGTH)):
        signature = units[at].signature
        if is_word(units[at], tail.words[0]):
            last = phrase_of(units, at, tail) if at > first else None
            if last is not None and last < len(units) and units[last - 1].view.endswith(HANDS):
                return (at, last) if units[last].signature & UNDER_ARMS else None
            if last is None or not (
                units[first].signature & DOERS
                or (last < len(units) and units[last].signature & _GROUND)
                or (at - first <= _WHOLLY and units[first].view in _HOW)
            ):
                return None  # more control over the news
            return at, last
        if signature & _NO_NAME and "min" not in signature:
            return None
    return None


NAME_LENGTH = 7
_WHOLLY = 2  # units of an adjective, a mark of quotation behind it
_HOW = frozenset(
    map(fold_word, ("التام", "الكامل", "النهائي", "المبرم", "التامة", "الكاملة", "النهائية", "الفوري", "السريع"))
)
HANDS = ("يد", "يدي", "ايدي", "قبضه")  # fell into the hands of
DOERS = frozenset(
    ("forces", "armed", "people", "org_head", "organisation", "demonym", "whoever", "NUMBER", "security_body")
)
_GROUND = frozenset(("place_type", "known_place", "toponym", "place_facility", "grounds"))
_NO_NAME = frozenset(
    ("prep", "comma", "stop", "colon", "rel", "comp", "bi_comp", "CUE", "while", "but", "neg_verb", "bracket")
)
_LETTERS = {"\N{ARABIC LETTER BEH}": "+bi", "\N{ARABIC LETTER LAM}": "+li"}
_BA = "\N{ARABIC LETTER BEH}"
_SHORT = 4
_HIS = "\N{ARABIC LETTER HEH}"
_POSSESSIVES = ("ها", "هم", "هن", "هما")
_ALEF = "\N{ARABIC LETTER ALEF}"


def is_word(unit: Unit, word: str) -> bool:
    """Whether a unit is a word of a phrase: as listed, with or without article and proclitic, with another possessive."""
    if word in _LETTERS:
        return _LETTERS[word] in unit.signature
    if word[1:-1] not in unit.view:
        return False
    view = unit.view.partition(" ")[0]
    if view == word:
        return True  # its first letter may look like a particle
    if unit.stem > unit.start and "+al" not in unit.signature:
        view = view[len([n for n in unit.signature if n in GLUED]) :]
    if "+bi" in unit.signature:  # (sentenced) to | prison: not the prison
        view = bare(view.removeprefix(_BA))
        if view == bare(word.removeprefix(_BA)):
            return True
    view = bare(view)
    if view in (word, word + _ALEF):
        return True
    if len(word) < _SHORT or view[: len(word) - 1] != word[:-1]:
        return False
    return ("+pron" in unit.signature and len(word) > _SHORT) or (
        word[-1] == _HIS and view[len(word) - 1 :] in _POSSESSIVES
    )


def is_phrase_behind_a_day(units: Sequence[Unit], at: int) -> bool:
    """Behind a day set into the clause a noun phrase of a list is what the verb before the day governs (imposed, on Monday, a
    curfew), though its first word may be a verb as well.
    """
    if at == 0 or units[at - 1].signature.isdisjoint(_DAY) or "event_head" not in units[at].signature:
        return False
    first = at - 1
    while first > 0 and units[first].signature & _DAY:
        first -= 1
    if units[first].signature & {"stop", "mark"} or not any("TIME" in unit.signature for unit in units[first:at]):
        return False
    near = units[at + 1].view if at + 1 < len(units) else ""
    tails = (tail for tail in units[at]["event_head"] if tail.word.needs == "phrase" and tail.middle in near)
    return any((phrase_of(units, at + 1, tail) or 0) > at + 1 for tail in tails)


_DAY = frozenset(("TIME", "comma"))
