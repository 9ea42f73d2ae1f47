"""Denials and what they stand against."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, TypeVar

from khabar.reconcile.within.tellings import roots_of
from khabar.reconcile.words import SENTENCE_END, folded_words, listed
from khabar.record import Claim, Event, Figure, Report

_Told = TypeVar("_Told", bound=Event | Figure)

_DENYING: Final = frozenset({"deny"})
_NO_ANSWER: Final = frozenset({"deny", "condemn", "order", "request", "expect"})
"""Acts by which nobody says that it is so: he denies it too, feels about it, or wants it."""
_SAYING: Final = frozenset({"say", "affirm", "accuse"})
_CLAIMING: Final = "claim_responsibility"
_ACTS: Final = frozenset({"ASSAULT", "COERCE", "ACCIDENT", "DISASTER", "CONSULT"})
"""Types of which a report does not tell all the time."""
_NEAR: Final = 800
"""Characters between a denial and what it answers in other words."""
_SHARED_WORDS: Final = 2
"""Content words that a denial and a claim must share to be set against one another."""
_SHARED_PART: Final = 0.6
_AND: Final = "و"
_OPENING: Final = 40
"""Characters before the verb of a claim in which its sentence says that it had been said before."""
_LONG: Final = 4
"""Letters of a word that carries content."""


def denied(report: Report) -> Iterator[tuple[Claim, tuple[Claim, ...]]]:
    """Each denial of the report, restatements left out, with the claims of others that it stands against."""
    told = set[tuple[str, str]]()
    for claim in report.claims:
        key = (claim.speaker_name, claim.content.text)
        if claim.act in _DENYING and claim.same_as is None and key not in told:
            told.add(key)
            yield claim, _against(claim, report)


def _against(denial: Claim, report: Report) -> tuple[Claim, ...]:
    """The claims of others that tell of what is denied: its event, or in its words; each content once.

    "He denied that" denies what was said last by somebody else.
    """
    if taken_up := _taken_up(denial, report):
        return (taken_up,)
    others = [
        claim
        for claim in report.claims
        if claim.act not in _NO_ANSWER
        and claim.polarity != "negative"
        and not _overlap(claim.content.start, claim.content.end, denial)
        and claim.speaker_name != denial.speaker_name
        and not claim.actor == denial.actor is not None
        and not _holds_ground(claim, denial)
        and not denies_too(claim, denial.content.text)
    ]
    if set(folded_words(denial.content.text)) <= listed("that"):
        before = [claim for claim in others if claim.content.end <= denial.content.start]
        return tuple(before[-1:])
    by_events = {event.claim for event in _also_told(denial, report.events) if event.status == "reported"}
    by_figures = {figure.claim for figure in _also_told(denial, report.figures)}
    words, answered = content_stems(denial), _Answered(denial, report)
    found: dict[str, Claim] = {}
    for claim in others:
        shared = words & content_stems(claim)
        by_words = len(shared) >= max(_SHARED_WORDS, _SHARED_PART * len(words))
        if by_words or claim.id in by_figures or (claim.id in by_events and shared) or answered.by(claim):
            found.setdefault(claim.content.text, claim)
    return tuple(found.values())


def _taken_up(denial: Claim, report: Report) -> Claim | None:
    """The claim whose very words are denied: "they say that houses fell, which the army denies"."""
    span = (denial.content.start, denial.content.end)
    same = (claim for claim in report.claims if (claim.content.start, claim.content.end) == span)
    return next((one for one in same if one.act in _SAYING and one.speaker_name != denial.speaker_name), None)


def denies_too(claim: Claim, denial: str) -> bool:
    """Whether a claim says that an account is false, as a denial of it does (X refutes the account – Y: "it is a lie");
    not where the denial is that something is false.
    """
    return calls_untrue(folded_words(claim.content.text)) and not calls_untrue(folded_words(denial))


def calls_untrue(words: Sequence[str]) -> bool:
    """Whether a claim is that something is wrong: "exaggerated", "not true", "misleading"."""
    return any(
        word in listed("untrue") or (word in listed("true") and {*words[max(n - 2, 0) : n]} & listed("not"))
        for n, word in enumerate(words)
    )


def _holds_ground(claim: Claim, denial: Claim) -> bool:
    """Whether a claim says that whoever denies the loss of a place holds it: the two agree."""
    words, lost = folded_words(claim.content.text), set(folded_words(denial.content.text))
    own = {word.removeprefix("ال") for word in folded_words(denial.speaker_name)}
    first = words[0].removeprefix("ال") if words else ""
    return first in own and bool(lost & listed("taking")) and bool(set(words) & listed("taking"))


class _Answered:
    """What a denial answers in other words than those in which it was said.

    It names the very thing ("no meeting was held" – "a meeting of officers"); it tells of an event of the same kind and shares
    a word beside that for the event, or names the one who says it ("no part of it fell to the brigade" – the brigade's leader:
    "we took two quarters"), or comes from whom the other says did it ("the police held ten" – the police: "nobody was held");
    it is about who did it, and the other claims to have done it, or accuses him; one sentence sets it against what was said right
    before, of an event of the same kind ("ten were killed, they say, while the army denies to have hit …").
    """

    def __init__(self, denial: Claim, report: Report) -> None:
        self._denial, self._report = denial, report
        self._words = content_stems(denial)
        self._thing = _thing(denial)
        self._folded = frozenset(folded_words(denial.content.text))
        self._types = self._types_in(denial)
        inside = (e for e in report.events if _overlap(e.trigger.start, e.trigger.end, denial))
        self._words_of_acts = frozenset(stem for event in inside for stem in all_stems_of(event.trigger.text))
        self._all_words = all_stems_of(denial.content.text)
        self._denier = stems_of(denial.speaker_name)
        self._opposed = _opposed(denial, report)
        self._roles = {actor.id: actor.role or "" for actor in report.actors}

    def by(self, claim: Claim) -> bool:
        """Whether a claim of somebody else is what is denied."""
        if claim.act == _CLAIMING:
            return bool(self._folded & listed("behind"))
        if claim.act not in _SAYING or abs(claim.content.start - self._denial.content.start) > _NEAR:
            return False
        said = content_stems(claim)
        if self._thing is not None and self._thing in all_stems_of(claim.content.text):
            return True
        shared = self._words & said
        named = bool(self._words & self._names(claim))
        if claim.id == self._opposed and self._types & self._types_in(claim):
            return True
        taking = bool(self._folded & listed("taking")) and bool({*folded_words(claim.content.text)} & listed("taking"))
        if taking:
            return bool(shared) or named
        before = claim.content.end <= self._denial.content.start or self._was_said_before(claim)
        accused = claim.act == "accuse" or self._folded.isdisjoint(listed("behind"))
        more = self._all_words & all_stems_of(claim.content.text) - self._words_of_acts or named or self._does(claim)
        return before and accused and bool(more) and bool(self._types & self._types_in(claim))

    def _was_said_before(self, claim: Claim) -> bool:
        """Whether a claim told behind the denial looks back ("the council had announced at an earlier hour that")."""
        text, cue = self._report.document.text or "", claim.cue
        opening = text[max(cue.start - _OPENING, 0) : cue.start] if cue else ""
        words = folded_words(SENTENCE_END.split(opening)[-1])
        return any({word, word.removeprefix(_AND)} & listed("earlier") for word in words)

    def _does(self, claim: Claim) -> bool:
        """Whether the claim lays what is denied on the one who denies."""
        inside = (e for e in self._report.events if _overlap(e.trigger.start, e.trigger.end, claim))
        doers = [event.actor.text for event in inside if event.actor and event.type in self._types]
        doers += [claim.addressee.text] if claim.act == "accuse" and claim.addressee else []
        return any(self._denier & stems_of(doer) for doer in doers)

    def _names(self, claim: Claim) -> frozenset[str]:
        return stems_of(f"{claim.speaker_name} {self._roles.get(claim.actor or '', '')}")

    def _types_in(self, claim: Claim) -> frozenset[str]:
        inside = (e for e in self._report.events if _overlap(e.trigger.start, e.trigger.end, claim))
        return frozenset(event.type for event in inside if event.type in _ACTS)


def _opposed(denial: Claim, report: Report) -> str | None:
    """The last claim before a denial that its sentence opens with "while"."""
    text, cue = report.document.text or "", denial.cue
    before = [claim for claim in report.claims if cue and claim.content.end <= cue.start and claim.id != denial.id]
    last = max(before, key=lambda claim: claim.content.end, default=None)
    between = text[last.content.end : cue.start] if last and cue else ""
    turned = folded_words(between)[-2:]
    return last.id if last and not SENTENCE_END.search(between) and listed("against").intersection(turned) else None


def _thing(denial: Claim) -> str | None:
    """The stem of the very thing that is denied, where the denial names it: "the holding of any meeting"."""
    words = folded_words(denial.content.text)
    light = next((n for n, word in enumerate(words) if word not in listed("light")), len(words))
    if listed("any").issuperset(words[:light]):
        return None
    return next(iter(stems_of(" ".join(words[light : light + 1]))), None)


def _also_told(denial: Claim, told: Sequence[_Told]) -> list[_Told]:
    """All tellings of the events, or of the figures, that a denial denies."""
    roots = roots_of({one.id: one.same_as for one in told})
    places = ((one.id, one.trigger if isinstance(one, Event) else one) for one in told)
    inside = {roots[name] for name, place in places if _overlap(place.start, place.end, denial)}
    return [one for one in told if roots[one.id] in inside]


def _overlap(start: int, end: int, claim: Claim) -> bool:
    return start < claim.content.end and claim.content.start < end


def content_stems(claim: Claim) -> frozenset[str]:
    """The words of a content that carry it, cut to what survives inflection at both ends."""
    return stems_of(claim.content.text)


def all_stems_of(text: str) -> frozenset[str]:
    """The stems of a text, its Arabic words without the endings of number and gender (قاصرين), and its short Arabic words, whose
    three letters carry as much (سوق، قصف), without clitics.  Short English words ("the", "had") carry nothing.
    """
    arabic = (word for word in folded_words(text) if not word.isascii())
    bare = {_GLUED.sub("", word) for word in arabic} - listed("empty")
    short = {word for word in bare if len(word) == _ROOT}
    return stems_of(text) | short | {_ENDINGS.sub("", word) for word in bare if len(word) > _LONG}


_ENDINGS: Final = re.compile("(?<=...)(?:ين|ون|ات|ان|ه)$")
_GLUED: Final = re.compile("^(?:[وف]?(?:[بك]?ال|لل)|[وفبل](?=...))")
_ROOT: Final = 3
"""Letters of an Arabic root."""


def stems_of(text: str) -> frozenset[str]:
    """The words of a text that carry content, as `content_stems` cuts them."""
    words = (word.removeprefix("ال") for word in folded_words(text))
    return frozenset(
        word[:5]
        for word in words
        if len(word) >= _LONG and word not in listed("empty") and word not in listed("speech")
    )
