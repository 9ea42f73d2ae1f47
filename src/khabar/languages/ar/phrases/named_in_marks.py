"""Quotation marks and brackets inside a noun phrase: the name in them belongs to the phrase, a longer quotation ends it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.name_words import is_full_name
from khabar.languages.ar.phrases.shapes import is_adjective, is_article, is_nisba


def behind_marks(units: Sequence[Unit], at: int, first: int, last: int) -> int | None:
    """Behind the name in quotation marks, or the aside in brackets, that opens at units[at]; `at` itself where none does, None
    where the phrase ends before it.
    """
    signature = units[at].signature
    if "bracket_open" in signature and at > first:
        return _bracket_end(units, at, last)
    if "quote_open" not in signature:
        return at
    if at == first:
        return at if "LONG_QUOTE" in signature else _short_quote_end(units, at, last)
    told = at + 1 < last and "+li" in units[at + 1].signature
    told = told or (is_article(units[at - 1]) and "document" in units[at - 1].signature)
    person = "li_free" not in units[at - 1].signature and is_full_name(units, at - 1, first)
    if told or (person and not units[first].signature & _NAMED_IN_QUOTES):
        return None  # to "X"; behind a person's name the object begins
    return _short_quote_end(units, at, last)


_NAMED_IN_QUOTES = frozenset(("org_head", "organisation", "media", "media_head", "place_type", "document", "medium"))


def describes_quoted(unit: Unit) -> bool:
    """Whether a word goes on with a name in quotation marks: its adjective, office or place; an indefinite noun, people and another
    body are the object ("X" called on | the residents).
    """
    if is_article(unit) and "+and" not in unit.signature:
        return unit.signature.isdisjoint(_OTHERS) or not unit.signature.isdisjoint(_ADJECTIVES) or is_nisba(unit)
    return bool(unit.signature & {"role", "demonym", "and_free", "bracket", "+and", "prep"})


_OTHERS = frozenset(("people", "org_head", "relatives"))
_ADJECTIVES = frozenset(
    ("governing", "demonym", "quality", "role", "participle", "under_arms", "occupant", "kind_adjective")
)


def is_of_marked(units: Sequence[Unit], at: int) -> bool:
    """Whether the definite noun units[at] is the genitive of the one noun that the writer set in marks before it, to say that it is
    none (the "army" | of the occupation, the "mayor" | of the town).
    """
    if at < _MARKED or not is_article(units[at]) or "quote_open" not in units[at - _MARKED].signature:
        return False
    return bool(units[at - 2].signature & _HEADS) and not is_article(units[at - 2])


_MARKED = 3  # a noun and the two marks around it
_HEADS = frozenset(("org_head", "role", "people"))


def _short_quote_end(units: Sequence[Unit], at: int, limit: int) -> int | None:
    """Behind the closing mark of a name in quotation marks; None for a quotation of more than four words."""
    if "LONG_QUOTE" in units[at].signature:
        return None
    return next((k + 1 for k in range(at + 1, min(at + 9, limit)) if "quote_close" in units[k].signature), None)


def wants_name(units: Sequence[Unit], at: int, after: int) -> bool:
    """Whether an office stands before the mark at units[at], and nothing that ends its phrase: what the marks hold is of which body
    (a member of "X", the head of the forum of towns "X").
    """
    if not units[after].signature & {"role", "org_head"} or not units[at - 1].signature & _NAMED_IN_MARKS:
        return False
    if is_article(units[after]) or " " in units[after].view:
        return False
    return not any(is_article(u) or u.signature & _ENDS or is_adjective(u) for u in units[after + 1 : at])


_NAMED_IN_MARKS = frozenset(("role", "org_head", "place_type", "media_head", "named_after"))
_ENDS = frozenset(
    ("given", "name", "known_place", "organisation", "demonym", "quality", "mark", "prep", "people", "+pron")
)


def is_inside_name(units: Sequence[Unit], at: int, after: int) -> bool:
    """Whether units[at] stands inside brackets that a name opens right behind the word for an outlet or a body (the site | (Map In
    Sight)), whatever it is spelt like.
    """
    for opened in range(at - 1, max(at - _NEAR, after), -1):
        if "bracket_close" in units[opened].signature:
            return False
        if "bracket_open" in units[opened].signature:
            return bool(units[opened - 1].signature & _OUTLETS) and not is_article(units[opened - 1])
    return False


_NEAR, _OUTLETS = 8, frozenset(("media_head", "org_head"))


def _bracket_end(units: Sequence[Unit], at: int, limit: int) -> int | None:
    """Behind the bracket, or the two, that close a short aside; None for a longer one."""
    closed = next((k for k in range(at + 1, min(at + 6, limit)) if "bracket_close" in units[k].signature), None)
    if closed is None:
        return None
    return closed + 2 if closed + 1 < limit and "bracket_close" in units[closed + 1].signature else closed + 1
