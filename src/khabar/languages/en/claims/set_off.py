"""Attributions set off by marks: where one ends its stretch of the sentence, and where the words go on behind it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit
from khabar.languages.en.phrases.clauses import quote_before
from khabar.languages.en.phrases.nouns import VERBAL, may_be_verb, phrase_end

ENDS = frozenset(("stop", "comma", "TIME", "rel", "quote", "dash", "bracket", "semicolon"))


def is_set_off(m: Match, at: int, last: int) -> bool:
    """Whether a source behind its verb ends the sentence or a stretch of it, or a quotation stands before the verb."""
    if quote_before(m.units, at) or last >= len(m.units) or m.units[last].signature & ENDS:
        return True
    plain = m.units[at]["CUE"].cue.lemma in _PLAIN and m.units[last].signature & {"prep", "sub", "as_word"}
    return bool(plain) and not _has_verb_behind(m.units, last)


_PLAIN = ("say", "add", "explain", "warn", "note", "write")  # verbs that hardly have another sense


def _has_verb_behind(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb follows before the next mark whose subject the words before `at` are (said the law in the town was bad),
    rather than where and when the source spoke (said the mayor at a fair).
    """
    if "sub" in units[at].signature:
        return False
    for index in range(at, len(units)):
        if units[index].signature & {"stop", "comma", "semicolon", "sub", "rel"}:
            return False
        if may_be_verb(units, index) and units[index].view not in _PUBLISHED:
            return True
    return False


_PUBLISHED = frozenset(("posted", "published", "released", "issued", "aired", "broadcast", "carried", "obtained"))


def goes_on(m: Match, last: int, clause: int, *, inverted: bool) -> int | None:
    """Where the words go on behind their attribution; None when it ends them."""
    units = m.units
    quote = quote_before(m.units, clause)
    for index in range(last, min(len(units) - 1, last + 24)):
        signature, following = units[index].signature, units[index + 1].signature
        if signature & {"stop", "semicolon", "PART"}:
            return None
        if "quote_open" in signature:
            return None
        if "comma" in signature and "quote_open" in following:
            return index + 1
        if "comma" in signature and not quote:
            return None if index > last or _is_new(units, index + 1, inverted=inverted) else index + 1
    return None


def closes(units: Sequence[Unit], at: int) -> bool:
    """Whether a sentence ends here, but for a day."""
    return all(u.signature & {"stop", "quote", "TIME"} or u.view == "on" for u in units[at:])


def _is_new(units: Sequence[Unit], at: int, *, inverted: bool) -> bool:
    """Whether what follows a comma is no longer the content: a participle, a conjunction, who the speaker is."""
    following = units[at]
    if following.view in ("including", "despite") or at + 1 >= len(units):
        return False
    if following.view == "in" and units[at + 1].view == "what":
        return True  # in what the opposition called a crime
    signature = following.signature
    if signature & {"PART", "rel", "but_word", "and_word", "quote", "as_word", "accords"}:
        return True
    if following.view.endswith("ing") and units[at + 1].signature.isdisjoint(VERBAL):
        return True
    if following.view == "without" and units[at + 1].view.endswith("ing"):
        return True  # without giving details
    end = phrase_end(units, at, len(units))
    if at < end < len(units) and "CUE" in units[end].signature and closes(units, end + 1):
        return True  # another attribution (…, Hale said, Reuters reported)
    return inverted and bool(signature & {"det", "article", "capital", "role"})
