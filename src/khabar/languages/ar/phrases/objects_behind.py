"""Objects that no list knows: a noun right behind its verb, or behind what commas set off there, told by its article or pronoun."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.objects import governs_next
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
    if "comma" not in units[at - 1].signature or not {"+pron", "verb"} <= unit.signature or "+and" in unit.signature:
        return False
    theirs = unit.view.endswith(_HERS) and unit.signature.isdisjoint(_FINITE)
    return theirs and any("comma" in u.signature for u in units[after : at - 1])


_HERS = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"
_FINITE = frozenset(("cue", "CUE", "rel", "PART"))
