"""The English voice."""

from __future__ import annotations

import re
from typing import Final

from khabar.desk.telling.lists import bare, is_arabic, verbs
from khabar.desk.telling.told import Speaker
from khabar.desk.telling.voice import (
    Voice,
    counts_only,
    is_felt,
    is_shaded,
    is_vague,
    noun_of,
    number_of,
    order_of,
)
from khabar.reconcile.words import folded_words, listed
from khabar.record import Claim, Figure

# Names whose head ends so take an article, but for plurals that name no body in particular (protest groups).
_BODIES = re.compile(
    r"(?:ministr|agenc|presidenc|government|police|army|authorit|committee|organi[sz]ation|movement|party|embassy|council|"
    r"office|parliament|secretariat|command|union|nations|states|court|commission|front|forces?|guards?|group|bank|department|"
    r"service|bureau|administration|centre|center|foundation|association|mission|directorate|municipalit|militia|brigade|"
    r"coalition|alliance|syndicate|pentagon|kremlin|(?<=white )house|(?<=blue )house)\w*$",
    re.IGNORECASE,
)
_MANY = re.compile(
    r"(?:group|agencie|organi[sz]ation|partie|committee|council|association|militia|bank|service)s$", re.IGNORECASE
)
_OF = re.compile(r" (?:of|for) ")
# Counted people that are some of those a determiner names; and words that stand for several without an -s.
_DETERMINED = re.compile(r"(?:the|our|their|its|his|her|my|your|these|those)\b", re.IGNORECASE)
_OURS = re.compile(r"(?:our|my|your)\b", re.IGNORECASE)
_SEVERAL = re.compile(
    r"(?:s|people|men|children|police|personnel|staff|crew|dead|wounded|injured|missing|youth|elderly|cattle|sheep)[\"'’”]?$"
)
_POSSESSOR = re.compile(r"\w['’]s? ")
_PREPOSITIONS: Final = (" to", " with", " against", " for", " of", " on", " at", " about", " through", " down")
_OWN: Final = ("responsibility", "مسؤولي", "المسؤولي")
_THAT_ACTS: Final = frozenset({"say", "affirm", "deny", "expect"})


class EnglishVoice(Voice):
    """English: subject, verb, insertions, "that" and a clause."""

    def name(self, speaker: Speaker) -> str:
        """The name as a subject: its English form where the record holds one, else in quotation marks."""
        if not speaker.known:
            return self.say("somebody")
        english = speaker.actor.name_en if speaker.actor else None
        told = english or (speaker.name if not is_arabic(speaker.name) else self.quote(speaker.name))
        if speaker.unnamed and is_arabic(speaker.name):
            return self.say("unnamed", words=told)
        if (
            speaker.actor
            and speaker.actor.kind != "person"
            and not told.lower().startswith("the ")
            and not _POSSESSOR.search(told)
            and _is_body(told)
        ):
            return f"the {told}"
        return told

    def verb(self, claim: Claim | None, speaker: Speaker) -> str:
        """The verb by its lemma where a list knows it, else by the act."""
        if claim is None:
            return self.say("verb.say")
        known = verbs().get(bare(claim.lemma or ""))
        if is_felt(claim) and claim.cue:
            return self.say("voiced", cue=self.quote(claim.cue.text))
        if claim.act == "other":
            return known.english if known else self._shaded(claim)
        if claim.act == "accuse" and claim.addressee and claim.addressee.text.strip():
            return self.say("accused", whom=self.quote(claim.addressee.text))
        if claim.act == "claim_responsibility" and claim.content.text.casefold().startswith(_OWN):
            return self.say("claimed")
        if claim.distance == "concedes":
            return self.say("admitted")
        if known and (claim.act in _THAT_ACTS or is_shaded(claim)):
            return known.english
        return self._shaded(claim)

    def _shaded(self, claim: Claim) -> str:
        """The verb of an act with the report's own beside it, where ours says more or less than that: "expected (“fears”)"."""
        verb = self.say(f"verb.{claim.act}")
        return self.say("shaded", verb=verb, cue=self.quote(claim.cue.text)) if claim.cue and is_shaded(claim) else verb

    def asides_come_first(self, verb: str) -> bool:
        """Verbs that end with a preposition, and want their object next."""
        return verb.endswith(_PREPOSITIONS)

    def past(self, key: str, speaker: Speaker) -> str:
        """A verb of the message table, agreeing with its subject."""
        return self.say(f"verb.{key}")

    def telling(self, claim: Claim | None, speaker: Speaker) -> tuple[str, str]:
        """The verb before a figure's clause, and the link between the two."""
        return (
            self.verb(claim, speaker) if claim is None or claim.act in _THAT_ACTS else self.say("verb.say")
        ), " that "

    def addressed(self, claim: Claim, whom: str) -> list[str]:
        """Whom a claim addresses; of an accusation, whom it accuses."""
        return [] if claim.act == "accuse" else super().addressed(claim, whom)

    def people(self, figure: Figure) -> str:
        """Number and counted people, the source's own words where they say more than the noun."""
        noun, of = noun_of(figure), figure.of
        if is_vague(figure):
            counted = self.say(f"order.{order_of(figure)}", some=self.say(f"some.{noun}"))
        else:
            counted = self._bounded(figure, noun)
        words = of.text if of else figure.text if noun_of(figure) == "person" and figure.implicit else ""
        head = (folded_words(words) or [""])[0]
        if not words or counts_only(words) or _is_others(head) or not is_arabic(words):
            return counted
        return self.say("counted_as", counted=counted, words=self.quote(words))

    def _bounded(self, figure: Figure, noun: str) -> str:
        number = number_of(figure)
        of = figure.of.text if figure.of else ""
        head = (folded_words(of) or [""])[0]
        if of and not is_arabic(of) and head not in listed("counted"):
            counted = self._in_the_words_of(of, number, noun)
        elif _is_others(head):
            counted = self.say("others", n=number, number=f"{number:,}")
        else:
            counted = self.say(f"counted.{noun}", n=number, number=f"{number:,}")
        return self.say(f"bound.{figure.bound}", counted=counted, low=f"{figure.low or 0:,}")

    def _in_the_words_of(self, of: str, number: int, noun: str) -> str:
        """Counted people in the report's words: "18 policemen", "21 of our girls"; words that do not fit stand in brackets."""
        if _DETERMINED.match(of):
            return f"{number:,} of {self.quote(of) if _OURS.match(of) else of}"
        head = _OF.split(of)[0]
        if number == 1 or _SEVERAL.search(head.split(",")[0]):
            return f"{number:,} {of}"
        counted = self.say(f"counted.{noun}", n=number, number=f"{number:,}")
        return self.say("counted_as", counted=counted, words=self.quote(of))

    def joined(self, claim: Claim) -> str:
        """A colon."""
        return ": "


def _is_others(head: str) -> bool:
    """Whether the counted people are "others": the source's word for the noun of the figure before."""
    return head in ("اخرين", "اخرون", "اخر", "اخران", "others", "other")


def _is_body(name: str) -> bool:
    """Whether a name is that of a body that takes an article: "the Ministry of Health", "the health department"."""
    head = _OF.split(name)[0]
    if " and the " in head:  # two, of whom the second has its article: South Korea and the United States
        return False
    return _BODIES.search(head) is not None and _MANY.search(head) is None
