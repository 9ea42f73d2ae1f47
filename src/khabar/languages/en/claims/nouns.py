"""Claims by a noun of speech with its content: the claim that, a warning of, calls for, an order to."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.drafts import NameDraft, Offsets
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.lists.cues import Cue
from khabar.languages.en.phrases.names import name_draft
from khabar.languages.en.phrases.nouns import VERBAL, is_join, is_source, is_verb, object_end, phrase_end, phrase_start


@rule(
    unit("cue_noun", but=("CUE", "INF", "PASSIVE")),
    takes="""
    Residents did not believe the ministry's claim that the bridge was safe.
        cue: claim
        speaker_name: ministry
        content: the bridge was safe
        distance: distances
    The ministry's pledge last month to repair the dam came late.
        content: repair the dam
        act: promise
    Herders mocked the council's refusal to repair the dam.
        content: repair the dam
        act: reject
    Prices rose amid growing fears of a drought.
        content: a drought
        found_by: impersonal
    Remarks that the canal would be closed raised the price of bread.
        content: the canal would be closed
    The square echoed with calls for an end to the curfew.
        content: an end to the curfew
        act: request
    """,
    refuses="""
    The phone calls went on all night.
    A sign with a warning about ice fell down.
    His claim was sent to the bank.
    """,
)
def noun_with_content(m: Match) -> Anchor | None:
    """A noun of speech carries a claim when its content is there: a clause with that, what is called for, what is threatened."""
    units, at = m.units, m.first
    cue: Cue = units[at]["cue_noun"]
    opens, frame = noun_content(units, at, cue)
    if opens is None or (at and "attitude" in cue.flags and _is_object(units, at)):
        return None
    name, pronoun = _speaker(m, at)
    if frame in _LOOSE and units[at].view == "support":
        return None
    nobody = name is None and pronoun is None
    own = "attitude" in cue.flags or frame in _TOPICS or cue.act == "say"
    if frame in _LOOSE and nobody and own and units[at].view not in _IN_THE_AIR:
        return None
    return Anchor(
        at=at,
        cue=cue,
        cue_span=(units[at].start, units[at].start + len(units[at].text.split()[0])),
        clause=at,
        rule=m.rule.id,
        kind="noun",
        frame=frame,
        opens=opens,
        last=_phrase_last(units, opens)
        if frame in _LOOSE
        else _before_main_verb(units, at, opens, own=frame == "that"),
        found_by="noun" if name else "pronoun" if pronoun else "impersonal",
        speaker=name,
        pronoun=pronoun,
    )


def _phrase_last(units: Sequence[Unit], opens: int) -> int | None:
    """The end of what a noun is about, where that is a noun phrase."""
    return None if "wh" in units[opens].signature else object_end(units, opens)


def noun_content(units: Sequence[Unit], at: int, cue: Cue) -> tuple[int | None, str]:
    """Unit index of what a noun of speech has for its content, and how it is joined; None where nothing fit follows."""
    if "next" in cue.frames:
        verbal = at > 0 and units[at - 1].signature & {
            "and_word",
            "to_word",
            "subject_pronoun",
            "modal",
            "do_form",
            "rel",
        }
        return (
            (at + 1, "np")
            if not verbal and at + 1 < len(units) and "mark" not in units[at + 1].signature
            else (None, "")
        )
    last = _behind_day(units, at)
    if last + 2 >= len(units):
        return None, ""
    following = units[last + 1]
    if "comp" in following.signature and "that" in cue.frames:
        opens = last + 3 if "comma" in units[last + 2].signature and last + 3 < len(units) else last + 2
        return (opens, "that") if not _is_predicate(units, opens) else (None, "")
    if "to_word" in following.signature and "inf" in cue.frames and at and units[at - 1].view != "in":
        return (last + 2, "inf") if _is_deed(units, last + 2) else (None, "")
    if last > at:
        return None, ""
    if following.view in cue.frames and following.signature & {"prep", "to_word"}:
        behind = units[at + 2]
        return (at + 2, following.view) if "TIME" not in behind.signature and behind.view != "comment" else (None, "")
    return None, ""


def _behind_day(units: Sequence[Unit], at: int) -> int:
    """The index of the last unit of a day right behind a noun (the pledge last month to …, a statement on Friday that …)."""
    last = at
    if last + 2 < len(units) and "prep" in units[last + 1].signature and "TIME" in units[last + 2].signature:
        last += 1
    while last + 1 < len(units) and "TIME" in units[last + 1].signature:
        last += 1
    return last


def _before_main_verb(units: Sequence[Unit], at: int, opens: int, *, own: bool) -> int | None:
    """Where the content of a noun that is itself the subject ends: before the verb of both (his claim that it burned was
    false); `own`: the content has a finite verb of its own.
    """
    for back in range(at - 1, -1, -1):
        if units[back].signature & _BEFORE_OBJECT or is_verb(units, back) or units[back].view.endswith("ed"):
            return None
        if "mark" in units[back].signature and not is_join(units, back):
            break
    end = next((k for k in range(opens + 1, len(units)) if "rel" in units[k].signature), len(units))
    verbs = [
        k
        for k in range(opens + 1, end)
        if (units[k].signature & VERBAL or is_verb(units, k)) and units[k - 1].view != "-"
    ]
    if not own:
        return next((k for k in verbs if all(u.signature.isdisjoint(_JOINED) for u in units[opens:k])), None)
    unsure = (k for k in verbs if any("r_verify" in u.signature for u in units[k + 1 : k + 5]))
    if (told := next(unsure, None)) is not None:
        return told  # claims that they burnt it could not be verified
    main = (k for k in verbs[1:] if units[k - 1].signature.isdisjoint(_JOINED) and not _is_group(units, verbs[0], k))
    return next(main, None)


_BEFORE_OBJECT = VERBAL | {"to_word", "prep", "PART"}
_JOINED = frozenset(("and_word", "rel", "comp", "sub", "subject_pronoun", "adverb"))


def _is_group(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether verbs stand side by side, as one group (has been closed)."""
    return all(u.signature & (VERBAL | {"adverb", "neg"}) for u in units[first:last])


def _is_predicate(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb follows that: then it takes up the noun (remarks that were heard) and opens no content."""
    unit = units[at]
    if "det" in unit.signature or "capital" in unit.signature:
        return False
    return bool(unit.signature & (VERBAL | {"common_verb", "adverb"})) or unit.view.endswith(("ed", "ly"))


_IN_THE_AIR = frozenset(
    (
        "concern",
        "concerns",
        "fear",
        "fears",
        "worries",
        "criticism",
        "questions",
        "complaints",
        "outrage",
        "reports",
        "alarm",
    )
)
"""Nouns that stand for what people at large say, without a word of who does."""
_TOPICS = frozenset(("about", "on"))
_LOOSE = frozenset(("of", "for", "to", "about", "over", "on", "with", "at", "against"))


def _is_deed(units: Sequence[Unit], at: int) -> bool:
    """Whether to is followed by a verb with its object (a threat to close the border), not by a noun (a threat to society)."""
    if at + 1 >= len(units) or units[at].signature & {"det", "capital", "article", "NUMBER", "subject_pronoun"}:
        return False
    return bool(units[at + 1].signature & _BEHIND_DEED)


_BEHIND_DEED = frozenset(
    ("det", "article", "possessive_det", "other_pronoun", "prep", "capital", "NUMBER", "digits", "comp")
)


def _is_object(units: Sequence[Unit], at: int) -> bool:
    """Whether the noun is what somebody expresses: then the verb carries the claim."""
    return any("CUE" in u.signature and "attitude" in u["CUE"].cue.flags for u in units[max(at - 5, 0) : at])


def _speaker(m: Match, at: int) -> tuple[NameDraft | None, Offsets | None]:
    """Whose word it is: the owner before it (the ministry's claim, his claim), or who stands behind from or by."""
    units = m.units
    for back in range(at - 1, max(at - 4, -1), -1):
        signature = units[back].signature
        if "possessive" in signature and back > 0:
            first = phrase_start(units, back)
            return (
                (name_draft(units, first, back, m.text), None)
                if first < back and is_source(units, first, back)
                else (None, None)
            )
        if "possessive_det" in signature:
            return None, (units[back].start, units[back].end)
        if signature & {"mark", "det", "article", "prep", "CUE"}:
            break
    if at + 2 < len(units) and units[at + 1].view in ("from", "by"):
        end = phrase_end(units, at + 2, len(units))
        if end > at + 2:
            return name_draft(units, at + 2, end, m.text), None
    return None, None
