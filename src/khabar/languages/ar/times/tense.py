"""The tense of the clause around a time expression, by its finite verb or a word of planning."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Literal

from khabar.grammar import Match, Unit

Tense = Literal["past", "present", "future"]
_LOOK_BACK, _LOOK_ON, _PLAN_REACH = 30, 10, 6  # units; words of planning reach less far than verbs

_THAT = "ان"
_SIN = "\N{ARABIC LETTER SEEN}"
_THIRD_PERSON = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER TEH}"
_FIRST_PERSON = "\N{ARABIC LETTER NOON}\N{ARABIC LETTER ALEF}"
# Classes of words that are nouns here, though a verb may be written the same way; a verb that opens its clause is
# a verb whatever noun it looks like.
_NOT_AFTER_PARTICLE = frozenset({"+al", "+bi", "+li", "deictic", "month", "weekday", "prep"})
_NOUNS = _NOT_AFTER_PARTICLE | {"toponym", "role", "media", "period", "place_type"}


def clause_tense(match: Match) -> Tense | None:
    """The tense of the clause around a match: the nearest verb or word of planning before it, else the first verb behind."""
    units = match.units
    if match.first and "since" in units[match.first - 1].signature:
        before = units[max(0, match.first - _LOOK_BACK) : match.first]
        coming = any(_is_future(word) for word in before)  # will hold talks as from Monday
        return "future" if coming or _takes_effect(before) else "past"
    if match.first and "until" in units[match.first - 1].signature and _is_foretold(units, match.first - 1):
        return "future"  # expects the rain to last until Friday
    if match.last < len(units) and "ahead" in units[match.last].signature and not _came_for(units, match):
        return "future"  # "he set 18 June as the date of"
    for at in range(match.first - 1, max(-1, match.first - _LOOK_BACK), -1):
        if match.first - at <= _PLAN_REACH and (_plans(units[at]) or _calls_for(units, at, match.first)):
            return "future"
        tense = _tense_of_verb(units, at)
        if tense == "present" and at > 1 and units[at - 1].view == _THAT and _plans(units[at - 2]):
            return "future"  # it is planned | that the party marches on Friday
        if tense:
            return "future" if tense == "past" and _wants(units, at, match.first) else tense
    for at in range(match.last, min(len(units), match.last + _LOOK_ON)):
        if "stop" in units[at].signature:
            break
        tense = (
            "future" if "next" in units[at].signature and "+al" in units[at].signature else _tense_of_verb(units, at)
        )
        if tense:
            return tense
    return None


def _came_for(units: Sequence[Unit], match: Match) -> bool:
    """Whether the words behind the day say what somebody came for on it (arrived on Sunday | to hold talks)."""
    if "+li" not in units[match.last].signature:
        return False
    before = units[max(0, match.first - _LOOK_BACK) : match.first]
    return any(unit.view in _CAME or unit.view.removeprefix(_AND) in _CAME for unit in before)


_CAME = frozenset(
    (
        *("وصل", "وصلت", "وصلوا", "زار", "زارت", "عاد", "عادت", "غادر", "غادرت", "توجه", "توجهت", "سافر", "سافرت"),
        *("التقي", "التقت", "اجتمع", "اجتمعت", "اجتمعوا", "استقبل", "استقبلت"),
    )
)


_PLANS = frozenset(("ahead", "st_future"))


def _takes_effect(before: Sequence[Unit]) -> bool:
    """Whether "as of" ends what is announced, decided or called for (announced a strike as of Monday), which is to come."""
    if not before or not before[-1].view.startswith(_AS_OF):
        return False
    for word in reversed(before[:-1]):
        if "stop" in word:
            return False
        if "declares" in word or word.view.removeprefix(_AND).startswith(_DECIDED):
            return True
        if "cue" in word:
            return word["cue"].act in ("request", "order")
    return False


_AS_OF = ("اعتبارا", "ابتداء", "بدءا")
_DECIDED = ("قرر", "يقرر", "تقرر", "معلن", "قرار")


def _is_foretold(units: Sequence[Unit], at: int) -> bool:
    """Whether a word of expecting, extending or giving time stands before "until" in its sentence."""
    for unit in reversed(units[max(0, at - _FORESEEN) : at]):
        if "stop" in unit.signature:
            return False
        if unit.view.removeprefix(_AND) in _FORETELLS:
            return True
    return False


_AND, _FORESEEN = "و", 12
_FORETELLS = frozenset(
    (
        *("توقع", "توقعت", "توقعوا", "متوقعا", "متوقعه", "رجح", "رجحت", "مدد", "مددت", "تمديد", "تمديدها", "تمديده"),
        *(
            "امهل",
            "امهلت",
            "مهله",
            "المهله",
            "يمهل",
            "تمهل",
            "انذار",
            "انذارا",
            "هدنه",
            "الهدنه",
            "علق",
            "علقت",
            "تعليق",
        ),
    )
)


def _calls_for(units: Sequence[Unit], at: int, time: int) -> bool:
    """Whether a noun of calling stands at units[at], and "to" between it and the time: what is called for lies ahead."""
    cue = units[at].get("cue_noun")
    if cue is None or cue.act != "request":
        return False
    return any("ila" in word.signature for word in units[at + 1 : time])


def _plans(word: Unit) -> bool:
    return bool(word.signature & _PLANS) or ("next" in word.signature and "+al" in word.signature)


def _wants(units: Sequence[Unit], at: int, end: int) -> bool:
    """Whether a verb of calling or threatening governs the words up to the day: called for a strike | on Sunday, which is to come;
    called | on Sunday for a strike is not, nor is during a visit to X on Sunday.
    """
    if "cue" not in units[at].signature or units[at]["cue"].act not in _WANTING:
        return False
    between = units[at + 1 : end]
    # to inquire into the killing of X | on Sunday
    befallen = any("measure_word" in unit.signature and "fi" in before for before, unit in pairwise(between))
    # Not what says whose side the caller is on (the leader of the party loyal | to X called on Sunday).
    own = [k for k, unit in enumerate(between, at + 1) if unit.signature & _GOVERNED and not _is_side(units[k - 1])]
    governs = own[0] - at - 1 if own else None
    return not befallen and governs is not None and all("during" not in unit.signature for unit in between[:governs])


def _is_side(word: Unit) -> bool:
    """Whether a participle with the article governs what follows it (loyal to, hostile to)."""
    return {"governing", "+al"} <= word.signature


_WANTING = ("request", "threaten", "promise")
_GOVERNED = frozenset(("ila", "+bi", "+li"))


def _tense_of_verb(units: Sequence[Unit], at: int) -> Tense | None:
    """The tense of a finite verb, None for other words."""
    word = units[at]
    if _is_future(word):
        return "past" if at and "kana" in units[at - 1].signature else "future"
    opens = _opens_clause(units, at)
    if "verb" not in word.signature or (_NOT_AFTER_PARTICLE if opens else _NOUNS) & word.signature:
        return None
    tenses = {slot[0].lower() for slot in word["verb"] if slot[1] == "3"}  # others have no place in reports
    to_do = at > 0 and units[at - 1].view == _THAT and "i" in tenses and _stem(word)[:1] in _THIRD_PERSON
    if "p" in tenses and not to_do:
        return "past"
    if at and ("neg" in units[at - 1].signature or "kana" in units[at - 1].signature):
        return "past"
    return "present" if "i" in tenses and opens and _stem(word)[:1] in _THIRD_PERSON else None


def _is_future(word: Unit) -> bool:
    """A verb with the particle of the future, also where it is a rare surname as well."""
    stem = _stem(word)
    if len(stem) < 4 or stem[0] != _SIN or stem[1] not in _THIRD_PERSON + _FIRST_PERSON:
        return False
    return "future" in word.signature or (word.signature == {"name"} and stem[1] in _THIRD_PERSON and len(stem) > 4)


def _stem(word: Unit) -> str:
    """The view without a glued "and"."""
    return word.view[1:] if word.signature & {"+and", "+fa"} else word.view


def _opens_clause(units: Sequence[Unit], at: int) -> bool:
    """Whether a word opens its sentence or clause: "the talks begin Tuesday", not "who visits the town"."""
    if at == 0 or "+and" in units[at].signature:
        return True
    return bool(units[at - 1].signature & {"mark", "quote", "comp", "bi_comp"})
