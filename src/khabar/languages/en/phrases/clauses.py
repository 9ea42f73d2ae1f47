"""Where a clause opens behind a cue: with that or without, behind a colon or quotation marks.

Between cue and clause a writer puts the date, the medium, the addressee, an aside in commas.
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.drafts import Offsets
from khabar.languages.en.lists.cues import Cue
from khabar.languages.en.phrases.nouns import BORDERS, is_object_pronoun, is_verb

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


class Opening(msgspec.Struct, frozen=True):
    """How and where a content begins: `frame`, unit index of its first unit; the medium and the addressee before it."""

    frame: str
    at: int
    medium: Offsets | None = None
    addressee: Offsets | None = None


def clause(units: Sequence[Unit], after: int, cue: Cue) -> Opening | None:
    """A clause: behind that, a colon, an opening mark, or bare, once asides are passed."""
    at, medium = after, None
    while at < len(units):
        found = marked_clause(units, at, cue, first=at == after)
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
    ("if", "when", "in", "while", "after", "at", "under", "before", "because", "despite", "without", "since")
)


def marked_clause(units: Sequence[Unit], at: int, cue: Cue, *, first: bool) -> Opening | None:
    """The clause that that, a colon, a quotation mark or a question word opens at `at`; `first`: right behind the cue."""
    unit = units[at]
    following = units[at + 1] if at + 1 < len(units) else None
    if "comp" in unit.signature and following is not None and "stop" not in following.signature:
        if "comma" not in following.signature:
            return Opening("that", at + 1)
        return Opening("that", at + 2) if at + 2 < len(units) and units[at + 2].signature & _LEADS_ASIDE else None
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
    if "wh" in cue.frames and ("wh" in unit.signature or unit.view == "which"):
        return Opening("wh", at)
    return None


_LEADS_ASIDE = frozenset(
    ("prep", "sub", "TIME", "adverb", "accords", "quote_open")
)  # said that, in May, …; not: said that, and …


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
    if is_object_pronoun(units[at]):
        return False  # threatened them and left
    spared = at
    for index in range(at, min(len(units), at + _FARTHEST)):
        unit = units[index]
        if index < spared:
            continue
        if "stop" in unit.signature or (near and unit.signature & {"comma", "PART", "rel"}):
            return False
        if "comma" in unit.signature and units[min(index + 1, len(units) - 1)].view == "which":
            spared = next((k for k in range(index + 2, len(units)) if "comma" in units[k].signature), len(units))
            continue  # allegiance to the front, which claimed the attack
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
    if unit.view == "there" and at + 1 < len(units) and units[at + 1].signature & _AUX:
        return at  # said there was a blast
    if (
        "TIME" in unit.signature
        or ("adverb" in unit.signature and "det" not in unit.signature)
        or unit.view.endswith("ly")
    ):
        return at + 1
    if unit.view == "for" and at + 1 < len(units) and units[at + 1].view in _SPANS:
        return at + 2
    if unit.signature & {"prep", "to_word", "by"} and unit.view in _MEANS and at + 1 < len(units):
        return _behind_preposition(units, at)
    if "dash" in unit.signature:
        return _behind_dashes(units, at)
    if "comma" in unit.signature:
        return _behind_commas(units, at)
    return at


_SPANS = frozenset(("days", "weeks", "months", "years", "decades"))


def _behind_dashes(units: Sequence[Unit], at: int) -> int:
    """Behind an aside in dashes that a that follows (said - on the radio, as it happens - that …)."""
    for index in range(at + 1, min(at + 12, len(units) - 1)):
        if "dash" in units[index].signature:
            return index + 1 if "comp" in units[index + 1].signature else at
        if units[index].signature & {"stop", "quote", "CUE"}:
            return at
    return at


def _behind_preposition(units: Sequence[Unit], at: int) -> int:
    if "TIME" in units[at + 1].signature:
        return at + 2
    for index in range(at + 1, min(len(units), at + 6)):
        signature = units[index].signature
        if "medium" in signature:
            return _behind_issue(units, index + 1)
        if {"media", "capital"} <= signature and index + 1 < len(units) and units[index + 1].signature & _BEHIND_MEDIUM:
            return index + 1
        dated = "TIME" in signature and index > at + 1  # during a January debate
        if (signature & BORDERS and not dated) or "mark" in signature or units[index].view in _MEANS:
            break
    end = _mark_ahead(units, at + 1)
    return end if end is not None else at


_BEHIND_MEDIUM = frozenset(("comp", "wh", "sub", "subject_pronoun", "det", "article", "quote", "colon", "comma"))


def _behind_issue(units: Sequence[Unit], at: int) -> int:
    """Behind what is said of a medium (a statement posted on its website)."""
    if at < len(units) and _is_plain(units[at]) and any("comp" in u.signature for u in units[at + 1 : at + 3]):
        return next(k for k in range(at + 1, at + 3) if "comp" in units[k].signature)  # on his Twitter feed that
    if at >= len(units) or units[at].view not in _ISSUED:
        return at
    ends = {"stop", "comma", "comp", "quote", "colon", "subject_pronoun"}
    return next((k for k in range(at + 1, len(units)) if units[k].signature & ends), len(units))


def _is_plain(unit: Unit) -> bool:
    """Whether a word belongs to no class that opens a clause or a phrase."""
    return "word" in unit.signature and unit.signature.isdisjoint(BORDERS | _OPENS)


_OPENS = frozenset(
    ("det", "article", "subject_pronoun", "other_pronoun", "capital", "prep", "to_word", "and_word", "wh")
)
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


def _opens_content(unit: Unit) -> bool:
    return "PART" in unit.signature and unit["PART"].cue.lemma not in ("cite", "quote")


def _behind_commas(units: Sequence[Unit], at: int) -> int:
    """Behind the second comma of an aside, when a content follows it; a participle there opens a content of its own, but for
    one that cites (said, citing a doctor, that …).
    """
    if "semicolon" in units[at].signature or (at + 1 < len(units) and _opens_content(units[at + 1])):
        return at
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


def quote_before(units: Sequence[Unit], at: int) -> bool:
    """Whether a quotation of more than a title's few words ends before a unit (not: the host of "Morning Talk," Hale, said)."""
    close = at - 2 if at > 1 and "comma" in units[at - 1].signature else at - 1
    if close < 0 or "quote_close" not in units[close].signature:
        return False
    back = next((k for k in range(close - 1, max(close - 5, -1), -1) if "quote_open" in units[k].signature), None)
    return back is None or not any("mark" not in u.signature for u in units[:back])


def begins_anew(units: Sequence[Unit], at: int) -> bool:
    """Whether a subject with a capital article begins a sentence behind a quoted heading ('Great loss' A farmer said)."""
    before = units[max(at - 2, 0) : at]
    return {"capital", "article"} <= units[at].signature and not any("comma" in u.signature for u in before)
