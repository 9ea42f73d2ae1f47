"""Openings: where the content of a cue begins.

A cue says by its frames how its content may follow: a clause (with that or without, a colon, quotation marks), an object, an
infinitive, a preposition of its own, after the person told or accused.  Between cue and content a writer puts the date,
the medium, the addressee, an aside in commas.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from khabar.grammar import Unit
from khabar.languages.drafts import Offsets
from khabar.languages.en.lists.cues import Cue
from khabar.languages.en.phrases.nouns import BORDERS, is_verb, phrase_end

_FARTHEST = 26
_EMPTY = frozenset(
    ("so", "nothing", "anything", "something", "much", "little", "goodbye", "hello", "yeah", "sorry", "enough")
)
_MEANS = frozenset(
    (
        "in",
        "on",
        "at",
        "during",
        "via",
        "through",
        "by",
        "over",
        "from",
        "after",
        "before",
        "to",
        "with",
        "of",
        "about",
        "for",
    )
)
_AUX = frozenset(("be", "be_form", "have_form", "do_form", "modal", "contracted_neg"))


@dataclass(frozen=True)
class Opening:
    """How and where a content begins: `frame`, unit index of its first unit; the medium and the addressee before it."""

    frame: str
    at: int
    medium: Offsets | None = None
    addressee: Offsets | None = None


def opening(units: Sequence[Unit], after: int, cue: Cue) -> Opening | None:
    """The opening of the content of a cue whose own words end before units[after]; None when nothing fit follows."""
    plain = frozenset(frame for frame in cue.frames if not frame.startswith("obj+"))
    to_whom = frozenset(frame[4:] for frame in cue.frames if frame.startswith("obj+"))
    if to_whom - {"clause"} and after < len(units):
        found = _behind_object(units, after, to_whom - {"clause"}, cue)
        if found is not None:
            return found
    if after < len(units) and plain - {"clause"}:
        found = _phrase(units, after, plain, cue)
        if found is not None:
            return found
    if "clause" in plain:
        found = _clause(units, after, cue)
        if found is not None:
            return found
    if plain & {"quote", "wh"} and after < len(units):
        found = _marked_clause(units, after, cue, first=False)
        if found is not None and found.frame in ("quote", "colon", "block", "wh"):
            return found
    if "clause" in to_whom and after < len(units):
        return _behind_object(units, after, to_whom, cue)
    return None


# ---------------------------------------------------------------- clauses


def _clause(units: Sequence[Unit], after: int, cue: Cue) -> Opening | None:
    """A clause: behind that, a colon, an opening mark, or bare, once asides are passed."""
    at, medium = after, None
    while at < len(units):
        found = _marked_clause(units, at, cue, first=at == after)
        if found is not None:
            return replace(found, medium=medium)
        passed = _aside(units, at)
        if passed == at:
            break
        medium = medium or _medium(units, at, passed)
        at = passed
    if at >= len(units) or "strict" in cue.flags or "after" in cue.flags:
        return None
    if units[at].signature & {"comma", "stop", "quote_close", "and_word", "prep", "to_word", "bracket", "dash", "sub"}:
        lead = units[at].view in _BARE_LEADS or "wh" in units[at].signature
        return None if not lead or "weak" in cue.flags else _bare(units, at, cue, medium)
    return _bare(units, at, cue, medium)


_BARE_LEADS = frozenset(
    ("if", "when", "in", "while", "after", "at", "under", "before", "because", "despite", "without", "since", "as")
)


def _marked_clause(units: Sequence[Unit], at: int, cue: Cue, *, first: bool) -> Opening | None:
    unit = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    if "comp" in unit.signature and following is not None and not following.signature & {"stop", "comma"}:
        return Opening("that", at + 1)
    if "colon" in unit.signature and following is None:
        return Opening("block", at)
    if "colon" in unit.signature and following is not None:
        return Opening("colon", at + 1)
    if "quote_open" in unit.signature and ("LONG_QUOTE" in unit.signature or "weak" not in cue.flags or not first):
        return Opening("quote", at)
    if "comma" in unit.signature and following is not None and _opens_words(following):
        return Opening("quote", at + 1)
    if "comma" in unit.signature and following is not None and "comp" in following.signature and at + 2 < len(units):
        return Opening("that", at + 2)
    if "wh" in unit.signature and "wh" in cue.frames:
        return Opening("wh", at)
    return None


def _opens_words(unit: Unit) -> bool:
    """An opening quotation mark, or one that nothing closes."""
    return "quote" in unit.signature and "quote_close" not in unit.signature


def _bare(units: Sequence[Unit], at: int, cue: Cue, medium: Offsets | None) -> Opening | None:
    """A clause without that: a subject and a finite verb must follow, unless the verb hardly does anything but report."""
    unit = units[at]
    if at + 1 >= len(units) or (unit.view in _EMPTY and "of_word" not in units[at + 1].signature):
        return None
    if cue.lemma == "say" and unit.view in ("yes", "no") and units[at + 1].signature & {"mark", "and_word", "sub"}:
        return Opening("np", at, medium)
    if "wh" in unit.signature and "rel" not in unit.signature and unit.view not in ("when", "if", "where"):
        return Opening("wh", at, medium) if "weak" not in cue.flags else None
    if unit.signature & _AUX and "weak" in cue.flags:
        return None
    if cue.lemma in _SAYING and _words_ahead(units, at) >= _CLAUSE:
        return Opening("clause", at, medium)
    return Opening("clause", at, medium) if is_clause(units, at, near="weak" in cue.flags) else None


_SAYING = frozenset(("say", ""))  # which hardly take an object of more than a word or two
_CLAUSE = 4


def _words_ahead(units: Sequence[Unit], at: int) -> int:
    """Words up to the next stop or comma."""
    end = next((k for k in range(at, len(units)) if units[k].signature & {"stop", "comma", "semicolon"}), len(units))
    return end - at


def is_clause(units: Sequence[Unit], at: int, *, near: bool = False) -> bool:
    """Whether a subject and a finite verb stand ahead, before the clause ends; `near`: before the next comma or participle."""
    if "subject_pronoun" in units[at].signature or units[at].view in (
        "this",
        "there",
        "that's",
        "it's",
        "he's",
        "she's",
    ):
        return True
    for index in range(at, min(len(units), at + _FARTHEST)):
        unit = units[index]
        if "stop" in unit.signature or (near and unit.signature & {"comma", "PART", "rel"}):
            return False
        if unit.signature & _AUX or "CUE" in unit.signature or "PASSIVE" in unit.signature or "INF" in unit.signature:
            return True
        if index > at and unit.signature & {"harms", "suffers"}:
            return True
        if index > at and is_verb(units, index):
            return True
    return False


def _aside(units: Sequence[Unit], at: int) -> int:
    """The index behind an aside that begins here: a date, an adverb, a medium, words in commas; `at` itself when none does."""
    unit = units[at]
    if (
        "TIME" in unit.signature
        or ("adverb" in unit.signature and "det" not in unit.signature)
        or unit.view.endswith("ly")
    ):
        return at + 1
    if unit.signature & {"prep", "to_word", "by"} and unit.view in _MEANS and at + 1 < len(units):
        return _behind_preposition(units, at)
    if "comma" in unit.signature:
        return _behind_commas(units, at)
    return at


def _behind_preposition(units: Sequence[Unit], at: int) -> int:
    if "TIME" in units[at + 1].signature:
        return at + 2
    for index in range(at + 1, min(len(units), at + 6)):
        if "medium" in units[index].signature:
            return _behind_issue(units, index + 1)
        if units[index].signature & BORDERS or "mark" in units[index].signature or units[index].view in _MEANS:
            break
    end = _mark_ahead(units, at + 1)
    return end if end is not None else at


def _behind_issue(units: Sequence[Unit], at: int) -> int:
    """Behind what is said of a medium (a statement posted on its website)."""
    if at >= len(units) or units[at].view not in _ISSUED:
        return at
    ends = {"stop", "comma", "comp", "quote", "colon", "subject_pronoun"}
    return next((k for k in range(at + 1, len(units)) if units[k].signature & ends), len(units))


_ISSUED = frozenset(
    (
        "posted",
        "issued",
        "released",
        "published",
        "carried",
        "obtained",
        "seen",
        "sent",
        "broadcast",
        "emailed",
        "aired",
        "quoted",
    )
)


def _mark_ahead(units: Sequence[Unit], first: int) -> int | None:
    """A that, a colon or an opening mark that comes before any verb or stop: all up to there was an aside."""
    for index in range(first, min(len(units), first + _FARTHEST)):
        signature = units[index].signature
        if signature & {"comp", "colon"} or (
            "comma" in signature and index + 1 < len(units) and "quote_open" in units[index + 1].signature
        ):
            return index
        if "LONG_QUOTE" in signature:
            return index
        if signature & {"stop", "CUE", "PART", "quote"} or signature & _AUX:
            return None
    return None


def _behind_commas(units: Sequence[Unit], at: int) -> int:
    """Behind the second comma of an aside, when a content follows it."""
    for index in range(at + 1, min(len(units) - 1, at + _FARTHEST)):
        signature = units[index].signature
        if "colon" in signature:
            return index
        if signature & {"stop", "quote"}:
            return at
        if "comma" in signature and index > at + 1:
            following = units[index + 1].signature
            lead = units[at + 1].signature
            if following & {"comp", "quote_open"} or lead & {"rel", "prep", "PART", "adverb"}:
                return index if "quote_open" in following else index + 1
            return at
        if "comp" in signature and index > at + 1:
            return index
    return at


def behind_asides(units: Sequence[Unit], at: int) -> int:
    """The index behind the dates, adverbs and mediums that begin here."""
    while at < len(units) and "comma" not in units[at].signature:
        passed = _aside(units, at)
        if passed == at:
            break
        at = passed
    return at


def _medium(units: Sequence[Unit], first: int, last: int) -> Offsets | None:
    for unit in units[first:last]:
        if "medium" in unit.signature:
            return unit.start, unit.end
    return None


# ---------------------------------------------------------------- phrases


def _phrase(units: Sequence[Unit], at: int, frames: frozenset[str], cue: Cue) -> Opening | None:
    """An object, an infinitive, the preposition of the cue."""
    while (
        at < len(units)
        and ("adverb" in units[at].signature or units[at].view.endswith("ly") or "TIME" in units[at].signature)
        and ("det" not in units[at].signature)
    ):
        at += 1
    if at + 1 >= len(units):
        return None
    unit = units[at]
    if "inf" in frames and (
        "to_word" in unit.signature or (unit.view == "not" and "to_word" in units[at + 1].signature)
    ):
        noun = units[at + 1].signature & {"TIME", "det", "article", "NUMBER", "other_pronoun", "capital"}
        return Opening("inf", at + (1 if unit.view == "to" else 0)) if not noun else None
    if unit.view in frames and unit.signature & {"prep", "to_word"}:
        return Opening(unit.view, at + 1) if units[at + 1].signature.isdisjoint({"stop", "comma", "TIME"}) else None
    if "np" in frames and _begins_object(units, at, cue):
        return Opening("np", at)
    if frames & {"as", "pred", "pred_to"} and _has_predicate(units, at, frames):
        return Opening("np", at)
    return None


def _begins_object(units: Sequence[Unit], at: int, cue: Cue) -> bool:
    signature = units[at].signature
    if (
        signature & {"mark", "prep", "to_word", "and_word", "sub", "comp", "by", "stop"}
        and "quote_open" not in signature
    ):
        return False
    if signature & BORDERS or "wh" in signature:
        return False
    if "clause" in cue.frames and (is_clause(units, at) or "LONG_QUOTE" in signature):
        return False  # read as a clause
    return "weak" not in cue.flags or bool(signature & {"det", "article", "possessive_det", "capital", "quote_open"})


def _has_predicate(units: Sequence[Unit], at: int, frames: frozenset[str]) -> bool:
    """Whether the object is called something: as a …, a second noun phrase or quoted words behind it, a word behind a pronoun."""
    inside = False
    for index in range(at + 1, min(len(units), at + 16)):
        signature, before = units[index].signature, units[index - 1].signature
        if signature & {"stop", "CUE", "colon"}:
            return False
        if "as" in frames and "as_word" in signature:
            return True
        if "pred_to" in frames and "to_word" in signature:
            return True
        if "pred" in frames:
            if index == at + 1 and units[at].view in _OBJECT and signature.isdisjoint(_NO_PREDICATE):
                return True
            if "comma" in signature:
                return False
            if "quote_open" in signature:
                return units[index - 1].view == "her" or before.isdisjoint({"det", "prep", "of_word"})
            inside = inside or "prep" in signature
            if units[index].view in ("a", "an", "the") and not inside:
                return "det" not in before
    return False


_OBJECT = frozenset(("him", "it", "them", "us", "me", "himself", "herself", "itself", "themselves"))
_NO_PREDICATE = frozenset(("mark", "prep", "adverb", "TIME", "and_word", "to_word", "sub", "neg", "by", "comp", "for_word"))


def _behind_object(units: Sequence[Unit], after: int, frames: frozenset[str], cue: Cue) -> Opening | None:
    """The content behind the person who is told, urged, accused."""
    end = _object_end(units, after, frames)
    if end == after or end >= len(units):
        return None
    addressee = (units[after].start, units[end - 1].end)
    unit, rest = units[end], units[end + 1] if end + 1 < len(units) else None
    if "inf" in frames and rest is not None:
        negated = unit.view == "not" and "to_word" in rest.signature
        if "to_word" in unit.signature or negated:
            return Opening("inf", end + (0 if negated else 1), None, addressee)
    for name in ("of", "for", "about", "against", "on", "over", "with", "as"):
        if name in frames and unit.view == name and rest is not None:
            return Opening(name, end + 1, None, addressee)
    if "wh" in frames and "wh" in unit.signature and rest is not None:
        return Opening("wh", end, None, addressee)
    if "clause" in frames:
        told = replace(_TOLD, flags=cue.flags)
        found = _clause(units, end, told)
        return replace(found, addressee=addressee) if found is not None else None
    return None


_TOLD = Cue("", "say", "neutral", frozenset({"clause"}), frozenset(), "verb")


def _object_end(units: Sequence[Unit], first: int, frames: frozenset[str]) -> int:
    """Where the object ends: before the preposition that the cue asks for, else where its noun phrase ends."""
    if units[first].signature & {"mark", "prep", "to_word", "comp", "by"} and "det" not in units[first].signature:
        return first
    end = phrase_end(units, first, len(units))
    if "of" in frames:
        inner = [k for k in range(first + 1, end) if units[k].view == "of"]
        best = next((k for k in inner if units[k + 1].view.endswith("ing")), inner[-1] if inner else None)
        return best if best is not None else end
    if "clause" in frames and "media" in units[first].signature and "capital" in units[first].signature:
        return end if first + 1 < len(units) and "possessive" in units[first + 1].signature else first + 1
    return end
