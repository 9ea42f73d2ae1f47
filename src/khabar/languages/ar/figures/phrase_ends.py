"""Where the words for the counted people end: behind the noun, its adjectives and its "of"; an adverb or a clause is no part."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.belonging import cannot_own
from khabar.languages.ar.figures.counts import FORCES, HARD, LONGEST, is_mark
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import ends_indefinite

STOPS = frozenset(
    (
        "stop",
        "comma",
        "colon",
        "semicolon",
        "dash",
        "TIME",
        "NUMBER",
        "comp",
        "bi_comp",
        "rel",
        "prep",
        "prep_pron",
        "among",
        "MEASURE",
        "bound_after",
        "while",
        "like",
        "but",
        "qad",
        "kana",
        "neg",
        "namely",
        "it_is",
        "light",
        "still",
        "ma",
        "link",
        "then",
        "slash",
        "demonstrative",
        "and_free",
        "al_free",
        "FATE_VERB",
        "fate",
        "besides",
        "hurt_with",
        "mostly",
        "possession",
        "put_down",
        "rises",
        "tally",
        "among_prep",
        "according_prep_clause",
    )
)
_JOINED = FORCES | {"people", "organisation"}


def phrase_end(units: Sequence[Unit], first: int, *, inside: bool = False) -> int:
    """The end of the phrase that begins at units[first], or (`inside`) one before it."""
    at = first
    while at < min(len(units), first + LONGEST):
        unit = units[at]
        if is_mark(unit) and "quote" in unit.signature:
            if at > first and _is_remark(units, first, at):
                break
            at += 1
            continue
        if at > first and "prep_pron" in unit.signature and units[at - 1].view == _SUSPECTED:
            return at + 1
        if (
            at > first
            and "min" in unit.signature
            and at + 1 < len(units)
            and (units[at + 1].signature.isdisjoint(_NOT_OF) or units[at + 1].view == _WITHOUT)
        ):
            at += 2
            continue
        if (
            "+and" in unit.signature
            and unit.signature & FORCES
            and "people" not in unit.signature
            and not _names_a_force(units[first:at])
        ):
            break  # five martyrs, and the factions say
        own = at == first and "countable" in unit.signature
        if (
            (unit.signature & STOPS and not own)
            or _ends(unit, inside or at > first)
            or ((at > first or inside) and _begins_anew(units, at))
        ):
            break
        at += 1
    while at > first and is_mark(units[at - 1]):
        at -= 1
    return at


# What "of" does not say of whom they are: because of, through, until the summer, out of a total.
_NOT_OF = frozenset(("TIME", "NUMBER", "mark", "among", "among_prep", "total_word", "prep"))
_WITHOUT = "دون"
_SUSPECTED = "مشتبه"  # goes with "in them"
_MARKED_BY = "متاثر"  # died | of their wounds: how, not who


def _is_remark(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether a quotation mark ends the phrase: it closes words that began before the number, or opens a verb (three bodies
    | "were counted twice").
    """
    if "quote_close" in units[at].signature:
        opened = any("quote_open" in unit.signature for unit in units[first - (first > 0) : at])
        return not opened
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    return "verb" in following and following.isdisjoint(_NAMED)


_NAMED = frozenset(("name", "given", "organisation", "org_head", "people", "+al", "known_place"))


def _names_a_force(units: Sequence[Unit]) -> bool:
    return any(unit.signature & (FORCES | {"min", "organisation", "demonym"}) for unit in units)


def _begins_anew(units: Sequence[Unit], at: int) -> bool:
    """A verb with an object pronoun, or what befell the counted, behind "others": no part of their description."""
    unit = units[at]
    if ("+pron" in unit and "people" not in unit) or unit.view.startswith(_MARKED_BY):
        return True
    if at and unit.signature == _PERHAPS_TO and "+al" not in units[at - 1].signature:
        return True  # three workers | for want of
    if (
        "no_who" in unit.signature
        or _is_an_adverb(units, at)
        or (unit.view == _OR and not any("people" in word for word in units[at + 1 : at + 2]))
    ):
        return True
    if "grave" in unit.signature and "+al" not in unit.signature and at and "+al" in units[at - 1].signature:
        return True  # ten of the wounded | are in danger
    if "+and" in unit and unit.signature & {"+al", "organisation"} and ends_indefinite(units[at - 1]):
        return True  # 17 dead | and the United Nations
    if {"+and", "PEOPLE_S"} <= unit.signature and "+al" not in unit:  # three children and a woman
        return units[at - 1].signature & {"PEOPLE_P", "PEOPLE_D"} != frozenset()
    noun: CountedNoun | None = units[at - 1].get("people")
    if noun is None or cannot_own(units[at - 1], noun, unit):
        return noun is not None
    own: CountedNoun | None = unit.get("people")
    return own is not None and noun.measure is None and own.measure in HARD and "+al" not in unit


def _is_an_adverb(units: Sequence[Unit], at: int) -> bool:
    """Whether a word of no list stands in the accusative behind a counted noun that does not: it is no adjective of that."""
    noun: CountedNoun | None = units[at - 1].get("people") if at else None
    if noun is None or not units[at].view.endswith(_ALEF) or units[at - 1].view.endswith(_ALEF):
        return False
    bare = noun.number == "s" or noun.lemma in _WHOEVER
    return bare and units[at].signature <= _ACTS and "+al" not in units[at - 1]


_ALEF, _WHOEVER, _ACTS = "ا", ("شخص", "آخر"), frozenset(("event_noun", "masdar", "verb"))
_OR = "او"


def _ends(unit: Unit, inside: bool) -> bool:
    """Verbs and joined words end the phrase, but for a second people noun (officers and soldiers)."""
    if "+and" in unit.signature:
        return not (inside and unit.signature & _JOINED)
    if unit.signature & {"+bi", "+li", "+ka"} or (inside and "maybe_bi" in unit):
        return True
    if inside and "cue" in unit and set(unit.get("verb") or ()) & _SAID and not unit.signature & {"+al", "people"}:
        return True  # twenty men the ministry said
    return "FINITE" in unit.signature


_PERHAPS_TO = frozenset(("maybe_li",))
_SAID = frozenset(("p3ms", "p3fs"))
