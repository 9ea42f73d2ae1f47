"""Objects that no list knows: a noun right behind its verb, or behind what commas set off there, told by its article or pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.judged import governs_next
from khabar.languages.ar.phrases.objects import OBJECT_NOUNS
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_his_act, is_owned


def is_construct(units: Sequence[Unit], at: int, after: int) -> bool:
    """A noun between the cue, or what is set off behind it, and an owned noun (denied | the involvement of | his country)
    begins the object.
    """
    set_off = at - 1 == after or (at > after + 1 and units[at - 2].signature & {"TIME", "comma", "prep_pron"})
    return bool(set_off) and is_owned(units[at]) and not units[at - 1].signature


def is_object_behind(units: Sequence[Unit], at: int, after: int, subject_known: bool) -> bool:
    """A definite noun where no subject can stand: right behind a cue whose subject is known, or behind the asides of one."""
    unit = units[at]
    construct = at == after and ("abstract" in unit.signature or (subject_known and governs_next(units, at)))
    if _is_its_doing(units, at, after):
        return True
    if not _is_definite(unit) and not construct and "demonstrative" not in unit.signature:
        return False
    if at == after:
        return (subject_known and "TIME" not in unit.signature) or _is_of_subject(units, at)
    if is_owned(unit) and not unit.signature & {"people", "role", "org_head"} and "prep" not in units[at - 1].signature:
        return True  # his involvement: no part of a name
    aside = "comma" in units[at - 1].signature and any("comma" in u.signature for u in units[after : at - 1])
    aside = aside or "adverb" in units[at - 1].signature
    return aside and not unit.signature & {"given", "role", "unnamed", "TIME", "org_head"}


def _is_of_subject(units: Sequence[Unit], at: int) -> bool:
    """A noun that no list knows with the pronoun of a dropped subject (stressed | its standing by): no source, unless a clause
    follows it.
    """
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    theirs = not unit.signature and is_owned(unit) and unit.text.endswith(("ها", "هم", "هما"))
    theirs = theirs or is_his_act(units, at)
    return theirs and following is not None and not following.signature & {"comp", "bi_comp", "colon", "mark"}


def _is_definite(unit: Unit) -> bool:
    return (is_article(unit) or is_owned(unit)) and not has_preposition(unit)


def _is_its_doing(units: Sequence[Unit], at: int, after: int) -> bool:
    """A noun that is spelt like a verb with its object, behind the commas of an apposition and without "and": no verb begins a
    clause there (the brigades, the armed wing of X, announced, | their fighting of battles).
    """
    unit = units[at]
    if not {"+pron", "verb"} <= unit.signature or "+and" in unit.signature:
        return False
    theirs = unit.view.endswith(_HERS) and unit.signature.isdisjoint(_FINITE)
    if not theirs or _is_in_statement(units, at - 1):
        return theirs
    return "comma" in units[at - 1].signature and any("comma" in u.signature for u in units[after : at - 1])


def _is_in_statement(units: Sequence[Unit], at: int) -> bool:
    """Whether "in" and a medium that is a "he" stand before (announced in a statement | its seizing of)."""
    medium = units[at]
    he = "medium" in medium.signature and not is_article(medium) and not medium.text.endswith(_FEMININE)
    return he and at > 0 and "+pron" not in medium.signature and "fi" in units[at - 1].signature


_FEMININE = ("\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER TEH}")
_HERS = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"
_FINITE = frozenset(("cue", "CUE", "rel", "PART"))


def end_of_inset(units: Sequence[Unit], after: int, at: int, frame: str) -> int | None:
    """The comma that closes a clause or an aside about the speaker that holds units[at], where that frame would open a content."""
    aside = _end_of_aside(units, after, at, frame) if frame in _LEADS else None
    return aside or _end_of_relative(units, after, at)


_LEADS = frozenset(("ila", "ala", "min", "an", "fi"))


def _end_of_relative(units: Sequence[Unit], after: int, at: int) -> int | None:
    """The comma that closes the relative clause which describes the speaker between commas and holds units[at]: what stands in
    it is not what he said (announced the authorities of X, the town that has seen | protests, the arrest of).
    """
    rel = next((k for k in range(at - 1, max(at - _NEAR, after), -1) if "rel" in units[k].signature), None)
    if rel is None or not any("comma" in unit.signature for unit in units[after:rel]):
        return None
    return _closing_comma(units, at + 1, at + _ASIDE, _THINGS)


def _end_of_aside(units: Sequence[Unit], after: int, found: int, preposition: str) -> int | None:
    """The comma that closes an aside behind the speaker, in which the preposition before units[found] stands, where "that", or the
    preposition again, follows it (affirmed X, in his answer to | the charges, that; stressed X, in answer to | the charges, on).
    """
    if not any("comma" in unit.signature for unit in units[max(found - _BEGUN, after) : found]):
        return None
    return _closing_comma(units, found, found + _ASIDE, _THAT | {preposition})


def _closing_comma(units: Sequence[Unit], first: int, last: int, wanted: frozenset[str]) -> int | None:
    """The first mark, verb or "that" in units[first:last], where it is a comma and what is wanted stands behind it."""
    border = next((k for k in range(first, min(last, len(units) - 1)) if units[k].signature & _BORDERS), None)
    if border is None or "comma" not in units[border].signature:
        return None
    following = units[border + 1].signature
    return border if following & wanted and "+and" not in following else None


_BEGUN, _THAT = 6, frozenset(("comp", "bi_comp"))  # words between the comma that opens an aside and what it leads to
_BORDERS, _THINGS = (
    frozenset(("comma", "stop", "CUE", "PART", "comp", "colon")),
    frozenset(("quote_open", *OBJECT_NOUNS)),
)
_NEAR, _ASIDE = 4, 14
