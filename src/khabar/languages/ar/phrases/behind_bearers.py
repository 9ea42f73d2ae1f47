"""Behind bearers: what cannot go on with the name of who holds an office, and begins what the verb governs."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.name_words import BROKEN_PLURAL
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_name_word


def is_behind_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """A word behind a name that cannot go on with it: confirmed | the toll; | one of the leaders; So-and-so | the Arab League."""
    signature, unit = units[at].signature, units[at]
    if "name" in signature and is_article(unit) and is_first_name(units, at - 1):
        return False  # Salim | al-Sha'ar, spelt like a slogan
    if _is_behind_bearer(units, at, first):
        return True
    plural = BROKEN_PLURAL.match(unit.view) and _LOW_HAMZA not in unit.text
    thing = bool(signature & {"event", "document"} or plural)
    if "role" in units[first].signature and signature & {"document", "whoever"} and "role" not in signature:
        return True
    if at > first + 1 and is_article(unit) and thing and "role" in units[first].signature:
        return True
    return not signature and _STATE.match(unit.view) is not None


def is_first_name(units: Sequence[Unit], at: int) -> bool:
    """Whether a given name stands at units[at] that is not somebody's second one."""
    return "given" in units[at].signature and (at == 0 or "given" not in units[at - 1].signature)


def _is_behind_bearer(units: Sequence[Unit], at: int, first: int) -> bool:
    """What the verb governs, behind the name of who does it (So-and-so | the affirmation; So-and-so | the Arab League)."""
    titled = at - 1 > first and "role" in units[first].signature and _is_named(units, first, at)
    unit = units[at]
    if titled and "maybe_bi" in unit.signature and not unit.signature & {"name", "given"}:
        return "given" in units[at - 2].signature and is_name_word(units[at - 1])  # So-and-so | of crushing X
    governs = at + 1 < len(units) and is_article(units[at + 1])
    bare = units[first].signature in _BARE_NAMES
    return (titled or bare) and _is_thing(unit, governs)


_BARE_NAMES = (frozenset(("name",)), frozenset(("given",)), frozenset(("name", "given")))


def _is_named(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether a name stands right before units[at]: a given name, or words that no list knows behind a complete title; one
    such word behind a title of one word.
    """
    if "in_the_name" in units[at - 1].signature:
        return False
    begin = at
    while begin > first + 1 and (is_name_word(units[begin - 1]) or "name_part" in units[begin - 2].signature):
        begin -= 1
    run = units[begin:at]
    complete = is_article(units[begin - 1]) and (len(run) > 1 or begin - 1 == first)
    return any(u.signature & {"given", "name_part"} for u in run) or complete


def _is_thing(unit: Unit, governs: bool) -> bool:
    """A body, or a noun of speech or act with the article, that no list knows as a name: it begins what the verb governs.

    `governs`: a definite noun follows, so that the word needs no article of its own.
    """
    if unit.signature & {"given", "role", "+and"} or has_preposition(unit):
        return False
    if "people" in unit.signature and "org_head" not in unit.signature:
        return False
    if "unhurt" in unit.signature and "name" not in unit.signature and not is_article(unit):
        return True  # the head of X, So-and-so | the chance of
    body = "organisation" in unit.signature or ("org_head" in unit.signature and (is_article(unit) or governs))
    return body or (is_article(unit) and bool(unit.signature & {"cue_noun", "event", "measure_word"}))


_LOW_HAMZA = "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}"  # no plural of that shape begins so (الإنسان)
_STATE = re.compile(r"^مت?\w{3,5}ا$")
