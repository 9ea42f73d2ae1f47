"""A voice: how one language puts names, verbs, numbers and dates; the sentences themselves are the same for all."""

from __future__ import annotations

import re
from abc import ABC, abstractmethod
from collections.abc import Iterable
from typing import Final

from khabar.desk.telling.dates import date_words, on_date
from khabar.desk.telling.lists import bare, is_arabic, media, verbs
from khabar.desk.telling.told import Speaker, Told
from khabar.desk.wording import Messages
from khabar.reconcile.words import folded_words, listed
from khabar.record import Claim, Figure, Report

# Populations that the measure's own clause names already: nobody says that detainees were arrested.
_SAID_BY: Final = {
    "arrested": frozenset({"detainee"}), "released": frozenset({"detainee"}), "protesters": frozenset({"protester"}),
    "forces": frozenset({"security", "combatant"}),
}  # fmt: skip
_SHADED: Final = frozenset({"support", "condemn", "expect", "other"})
"""Acts that a verb of ours would tell as one of many that they can be."""
_ORDERS: Final = (10, 100, 1000, 10_000, 100_000, 1_000_000)
_ENDS: Final = (".", "؟", "!", ".”", ".»", "?”", "؟»", "!”", "!»")
# English names of places that take an article.
_WITH_ARTICLE = re.compile(
    r"(?:Sea|Strip|Bank|Ocean|Gulf|Islands|Emirates|States|Kingdom|Republic|Netherlands|Philippines|Peninsula|Desert|Heights|"
    r"Canal|(?:Middle|Near|Far) East)$"
)
_OF: Final = "من"
_PARTICIPLE: Final = "م"
_FEMININE: Final = "ة"
_ARTICLE: Final = "ال"
_INDEFINITE: Final = "ا"
"""What an indefinite accusative ends in."""
_DUALS: Final = ("ين", "ان")
_OF_THEM: Final = 2
"""Words of "of the dead"."""


class Voice(ABC):
    """The part that the sentences of every layer share.  `near` is the day of the report, whose year goes without saying."""

    def __init__(self, report: Report, words: Messages) -> None:
        self.told = Told(report)
        self.words = words
        self.near = report.document.published

    # ------------------------------------------------------------ what a language decides

    @abstractmethod
    def name(self, speaker: Speaker) -> str:
        """A speaker inside a sentence, in the form of a subject."""

    def behind(self, speaker: Speaker) -> str:
        """A speaker's name behind a preposition."""
        return self.name(speaker)

    def object_of(self, claim: Claim, verb: str | None = None) -> str:
        """Whom a claim addresses as the object of its verb, or of another one; "" where he stands in an insertion of his own."""
        return ""

    @abstractmethod
    def verb(self, claim: Claim | None, speaker: Speaker) -> str:
        """The verb of speech that a claim's content follows, agreeing with its speaker."""

    @abstractmethod
    def past(self, key: str, speaker: Speaker) -> str:
        """A verb of the message table `tell.verb`, agreeing with its subject."""

    @abstractmethod
    def telling(self, claim: Claim | None, speaker: Speaker) -> tuple[str, str]:
        """The verb that a figure's clause follows, and what stands between the two."""

    @abstractmethod
    def people(self, figure: Figure) -> str:
        """Number and counted people with the bound in words: "more than 3,000 people"."""

    @abstractmethod
    def joined(self, claim: Claim) -> str:
        """What stands between the verb and the quoted content, spaces included."""

    def asides_come_first(self, verb: str) -> bool:
        """Whether insertions stand before a verb and not behind it: no comma parts "called for" from what was called for."""
        return False

    # ------------------------------------------------------------ what all share

    def say(self, key: str, **fields: object) -> str:
        """A message of the table `tell`."""
        return self.words.say(f"tell.{key}", **fields)

    def quote(self, text: str) -> str:
        """Source words in the quotation marks of the language, in others where they hold these; nothing for no words."""
        told = " ".join(text.split())
        key = "quote_again" if {*told} & {*self.say("quote", words="")} else "quote"
        return self.say(key, words=told) if told else ""

    def place(self, name: str | None) -> str:
        """A place in the words of the language, by the name under which the record has it."""
        if not name:
            return ""
        found = self.told.places.get(name)
        told = (found.name_ar or found.text if found else name) if self.words.code == "ar" else name
        if is_arabic(told) != (self.words.code == "ar"):
            return self.quote(told)
        return self.say("the_place", place=told) if _WITH_ARTICLE.search(told) else told

    def preposition(self, name: str) -> str:
        """The key of what stands before a place: "at" an airport or a bridge, "in" all others."""
        found = self.told.places.get(name)
        return "at" if found is not None and found.kind == "facility" else "in"

    def date(self, value: str) -> str:
        """A date value in words."""
        return date_words(value, self.words, self.near)

    def on(self, value: str) -> str:
        """A date value with its preposition."""
        return on_date(value, self.words, self.near)

    def asides(self, parts: Iterable[str]) -> str:
        """Insertions between commas; nothing when there are none."""
        told = [part for part in parts if part]
        return "".join(self.say("aside", words=part) for part in told) + (self.say("aside_end") if told else "")

    def of_claim(self, claim: Claim | None, *, addressed: bool = True) -> list[str]:
        """The insertions of a claim: its medium, whom it addresses (unless told elsewhere), the relays through which it came."""
        if claim is None:
            return []
        found = [self.medium(claim.medium.text)] if claim.medium and not self.told.is_relay(claim.medium, claim) else []
        whom = self.told.words_of(claim.addressee) if claim.addressee and addressed else ""
        if whom.strip() and whom not in {claim.speaker_name, *(via.name for via in claim.via)}:
            found += self.addressed(claim, self.quote(whom))
        for role in ("on_behalf_of", "relay", "reporter"):
            names = [
                self.behind(self.told.speaker(via.name)) for via in claim.via if via.role == role and via.name.strip()
            ]
            if names:
                found.append(self.say(f"via.{role}", names=self.say("then").join(names)))
        return found

    def medium(self, text: str) -> str:
        """The insertion that names the medium of a statement: "in a statement", "on Facebook"."""
        known = media().get(bare(text))
        told = known.english if known and self.words.code == "en" else text
        shown = told if is_arabic(told) == (self.words.code == "ar") else self.quote(text)
        return self.say("platform" if known and known.platform else "medium", medium=shown)

    def addressed(self, claim: Claim, whom: str) -> list[str]:
        """The insertion that names whom a claim is addressed to."""
        return [self.say("addressing", whom=whom)]

    def tails(self, caveats: Iterable[str]) -> str:
        """The outlet's reserves behind a sentence, each once, in brackets."""
        told = [self.say(f"caveat.{kind}") for kind in dict.fromkeys(caveats)]
        return self.say("tail", words=self.say("and").join(told)) if told else ""

    def in_words_of(self, claim: Claim) -> list[str]:
        """The report's own verb as an insertion, where ours says more or less than that and it does not stand beside ours."""
        return []

    def is_said_by(self, word: str, ours: str) -> bool:
        """Whether a word of the report is our own for it: "an attack (attack)" says nothing twice over."""
        said = [one.removeprefix(_ARTICLE).removesuffix(_INDEFINITE) or one for one in folded_words(word)]
        told = folded_words(ours)
        return bool(said) and any(told[n : n + len(said)] == said for n in range(len(told)))

    def lettered(self, sentence: str) -> str:
        """A sentence as the script of the language joins it."""
        return sentence

    def finished(self, sentence: str) -> str:
        """A sentence with a capital letter, single spaces and a full stop."""
        told = self.lettered(" ".join(sentence.split()))
        if told and told[0].islower():
            told = told[0].upper() + told[1:]
        return told if told.endswith(_ENDS) else told + "."


def is_felt(claim: Claim) -> bool:
    """Whether a noun tells an act that is of many shades: who voices anger has condemned nothing, who condoles supports nobody.

    Then the report's own noun must stand in the sentence.
    """
    if claim.cue is None or claim.act not in _SHADED or claim.found_by not in ("noun", "pronoun", "impersonal"):
        return False
    lemma, cue = bare(claim.lemma or ""), claim.cue.text
    adjective = bare(cue).endswith(_FEMININE) and not lemma.endswith(_FEMININE)
    verbal = lemma.startswith(_PARTICIPLE) or lemma in verbs()
    return is_arabic(cue) and not adjective and not verbal


def is_shaded(claim: Claim) -> bool:
    """Whether a verb of ours would tell an act as one of many that it can be: who fears expects, but not all who expect fear."""
    cue = claim.cue.text.casefold() if claim.cue else ""
    return claim.act in _SHADED and bool(cue) and not cue.startswith(claim.act)


def said_by_measure(measure: str) -> frozenset[str]:
    """Populations that go without saying: nobody says that detainees were arrested."""
    return _SAID_BY.get(measure, frozenset())


def number_of(figure: Figure) -> int:
    """The number that the counted noun agrees with: the last one that is said."""
    if figure.bound == "less_than" and figure.high is not None:
        return figure.high + 1
    if figure.bound in ("range", "at_most") and figure.high is not None:
        return figure.high
    return figure.low if figure.low is not None else figure.high or 0


def is_vague(figure: Figure) -> bool:
    """Whether no number was said, only its order or not even that."""
    return figure.bound == "vague" or (figure.low is None and figure.high is None)


def order_of(figure: Figure) -> str:
    """The key of a vague word's order: the highest one that the messages know and that it reaches."""
    reached = [order for order in _ORDERS if figure.order and order <= figure.order]
    return str(reached[-1]) if reached else "unsaid"


def counts_only(words: str) -> bool:
    """Whether the counted people are told by what befell them or by a pronoun only: "قتيلاً", "من القتلى", "منهم"."""
    folded = folded_words(words)
    head = folded[1] if folded[:1] == [_OF] and len(folded) == _OF_THEM else folded[0] if folded else ""
    one = head[: -len(_DUALS[0])] if head.endswith(_DUALS) else head
    return bool({head, one} & listed("counted")) or head.startswith(f"{_OF}ه")


def noun_of(figure: Figure) -> str:
    """The key of the noun that counts: the unit, or the one population that the words name; girls by their own.

    Names on a list are people: what is told of them befell these.
    """
    if figure.unit not in ("person", "name"):
        return figure.unit
    values = [v for v in dict.fromkeys(p.value for p in figure.population) if v not in said_by_measure(figure.measure)]
    noun = values[0] if len(values) == 1 else "person"
    words = folded_words(figure.of.text if figure.of else figure.text)
    return "girl" if noun == "child" and words[:1] and words[0] in listed("girls") else noun
