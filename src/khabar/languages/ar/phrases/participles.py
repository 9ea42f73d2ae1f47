"""Participles: where one tells in what state somebody acts or speaks (…, affirming that), and where it only qualifies a noun."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import ends_indefinite, is_article, is_finite

HEADS = frozenset(
    (
        "mark",
        "and_free",
        "qad",
        "kana",
        "while",
        "but",
        "like",
        "TIME",
        "rel",
        "ma",
        "sawfa",
        "comp",
        "bi_comp",
        "li_comp",
        "according_prep_clause",
        "own_side",
        "quote",
        "link",
        "prep_pron",
        "said_that",
        "PART",
    )
)
"""What a clause opens behind."""


def is_state(units: Sequence[Unit], at: int) -> bool:
    """A participle in the accusative of state: no article or preposition, not behind a noun it would qualify."""
    unit = units[at]
    stated, agreement = unit["participle"]
    previous = units[at - 1] if at else None
    seated = stated.lemma == _SEATED and at + 1 < len(units) and "prep_pron" in units[at + 1].signature
    if seated or (previous is not None and previous.view in _NOT_SO):
        return False  # that has its seat in X; not justified, the most worried
    marked_off = previous is not None and "quote_open" in previous.signature
    if previous is not None and "kana" in units[at - 1 - (marked_off and at > 1)].signature:
        return False  # was expected, was "expected"
    if unit.view.removeprefix("و") in _SEAT and unit.text.endswith(_HEH):
        return False  # and its seat is X
    shaped = (agreement == "ms" and unit.view.endswith("ا")) or (agreement == "fs" and "+pron" not in unit.signature)
    many = agreement in ("mp", "md") and at + 1 < len(units) and is_article(units[at + 1])  # accusing | the company
    set_off = (shaped or many) and previous is not None and "comma" in previous.signature
    set_off = set_off or (at + 1 < len(units) and (units[at + 1].view in _HIM or _accuses(units, at)))
    if unit.signature & {"+al", "+bi", "+li", "+ka"} or (unit.signature & _PERSONS and not set_off):
        return False
    if agreement == "ms" and (not unit.view.endswith("ا") or _is_thing(units, at)):
        return False
    if agreement == "fp" and (previous is None or "comma" not in previous.signature):
        return False  # remarks
    if "masdar" in unit.signature and not (previous is not None and "comma" in previous.signature):
        return False  # the continuing of something, a follow-up
    if previous is None or previous.signature & (HEADS | {"comma"}) or "+and" in unit.signature:
        return True
    if agreement in ("mp", "md"):
        return (stated.lemma == _SAYING and "prep" not in previous.signature) or _demands(units, at)
    if "ambiguous" in stated.flags and not ends_indefinite(unit):
        return False
    if (agreement != "ms" and not _has_verb(units, at)) or _qualifies(units, at, agreement):
        return False  # a predicate of its own (the government is called upon to); safe | reassuring
    return not previous.signature & {"prep", "neg", "kana", "whoever"}


def _is_thing(units: Sequence[Unit], at: int) -> bool:
    """A participle that is the noun for a thing as well (a proposal), told by what describes it: an indefinite adjective of
    relation (a Canadian | one), or a verb (a proposal | that the mediators made).
    """
    if "cue_noun" not in units[at].signature or at + 1 >= len(units):
        return False
    following = units[at + 1]
    related = ends_indefinite(following) and following.view.endswith(_RELATED)
    with_it = "verb" in following.signature and "prep_pron" in units[min(at + 2, len(units) - 1)].signature
    return related or with_it or is_finite(following)


_RELATED = "يا"


def _accuses(units: Sequence[Unit], at: int) -> bool:
    """Whether a word in the accusative without article has its object with the article behind it (accusing | the company)."""
    unit, following = units[at], units[at + 1]
    return ends_indefinite(unit) and (is_article(following) or "known_place" in following.signature)


def _qualifies(units: Sequence[Unit], at: int, agreement: str) -> bool:
    """A second adjective of a noun (a quiet | reassuring atmosphere), with no comma before it."""
    before = units[at - 1]
    feminine = agreement == "fs" and before.text.endswith(_TIED) and not is_article(before)
    return feminine and before.signature.isdisjoint(_NAMES)


_TIED = "\N{ARABIC LETTER TEH MARBUTA}"
_NAMES = frozenset(("given", "name", "org_head", "organisation", "role", "media", "media_head", "verb", "known_place"))


def _demands(units: Sequence[Unit], at: int) -> bool:
    """A plural that demands or denounces, indefinite behind a definite noun of which it is no adjective: those who march do so
    (hundreds marched in the square | demanding).
    """
    cue, _ = units[at]["participle"]
    if cue.act not in _MARCHING or not is_article(units[at - 1]) or not units[at].view.endswith(_MANY):
        return False
    return _has_verb(units, at)


_MARCHING = frozenset(("request", "condemn", "reject", "support"))
_MANY = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"


def _has_verb(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb stands before `at` in its clause."""
    for unit in reversed(units[max(at - 14, 0) : at]):
        if unit.signature & {"comp", "bi_comp", "comma", "stop", "colon"}:
            return False
        if "verb" in unit.signature and not unit.signature & {"+al", "given", "people", "role", "org_head"}:
            return True
    return False


_PERSONS = frozenset(("role", "people", "unnamed"))
_NOT_SO = ("غير", "الاكثر", "اكثر", "الاشد", "اشد", "الاقل", "اقل")
_HIM = ("اياه", "اياها", "اياهم", "اياهما", "اياهن")  # the object of a participle
_SAYING, _SEATED = "قال", "أقر"  # its participle is spelt like a seat
_SEAT = ("مقره", "مقرها")
_HEH = ("\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}")
