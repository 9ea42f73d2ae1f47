"""The Arabic voice: verb before subject, agreeing in gender; the counted noun by the number's rules; verbal nouns.

After a verb that comes first the subject's number does not show, so only its gender must be told.  The report itself
shows it best: in the form of its own verbs of speech.
"""

from __future__ import annotations

import re
from typing import Final

from khabar.desk.telling.lists import bare, feminine, nouns_of_sources, verbs
from khabar.desk.telling.told import Speaker
from khabar.desk.telling.voice import Voice, is_arabic, is_vague, noun_of, number_of, order_of
from khabar.desk.wording.messages import plural
from khabar.reconcile.within.disagreements import worded
from khabar.reconcile.words import folded_words, listed
from khabar.record import Claim, Figure

_ADJECTIVE: Final = 4
"""Letters of an adjective in the accusative, its alef included."""
_TAA: Final = "ت"
_AND: Final = "و"
_SURELY_FEMININE: Final = ("ة", "ات")
_ENDS_FEMININE: Final = ("ة", "ات", "يا", "اء")
_ENDS_FEMININE_PLACE: Final = ("ة", "ا", "يا")
_WEAK: Final = ("ى", "ا")
_ACCUSATIVE = re.compile(r"(?<=\w)اً")
_GAP_PREPOSITIONS: Final = ("إلى", "من", "على", "عن", "في")
# Nouns that say less than the source's own: a dual or a single victim is told in its words.
_LOOSE: Final = frozenset({"person", "combatant", "security", "official"})
_OPENING: Final = "ـ«»“”\"'‘’( "
_MARKED = re.compile("[«»“”\"'‘’]")


class ArabicVoice(Voice):
    """Arabic: verb, subject, insertions, and a verbal noun or quoted words."""

    def name(self, speaker: Speaker) -> str:
        """The name as a subject: Arabic names as they are, others in quotation marks."""
        if not speaker.known:
            return self.say("somebody")
        if not is_arabic(speaker.name):
            return self.quote(speaker.name)
        return as_subject(speaker.name)

    def verb(self, claim: Claim | None, speaker: Speaker) -> str:
        """The verb by its lemma where a list knows it, else by the act."""
        if claim is None:
            return self._agreeing(self.say("verb.say"), speaker)
        lemma = bare(claim.lemma or "")
        finite = lemma if lemma in verbs() else self.say(f"verb.{claim.act}")
        return self._agreeing(finite, speaker)

    def past(self, key: str, speaker: Speaker) -> str:
        """A verb of the message table, agreeing with its subject."""
        return self._agreeing(self.say(f"verb.{key}"), speaker)

    def telling(self, claim: Claim | None, speaker: Speaker) -> tuple[str, str]:
        """The verb before a figure's clause, and the link between the two."""
        known = verbs().get(bare(claim.lemma or "")) if claim else None
        default = self.say("verb.deny") if claim and claim.act == "deny" else self.say("informed")
        finite, link = (
            (known.finite, known.link)
            if known and known.link != "?"
            else (default, "-" if claim and claim.act == "deny" else "ب")
        )
        first, _, rest = finite.partition(" ")
        told = " ".join(filter(None, (self._agreeing(first, speaker), rest)))
        return told, {"-": " ", "ب": " ب"}.get(link, f" {link} ")

    def _agreeing(self, finite: str, speaker: Speaker) -> str:
        """A past verb, third person masculine, in the gender of its subject."""
        if not self.is_feminine(speaker):
            return finite
        return (finite[:-1] if finite.endswith(_WEAK) else finite) + _TAA

    def is_feminine(self, speaker: Speaker) -> bool:
        """The gender of a name as the report's own verbs show it; else by its head."""
        if not speaker.known:
            return False
        person = speaker.actor is not None and speaker.actor.kind == "person"
        head = bare(speaker.name).split()[0]
        if not person and head.endswith(_SURELY_FEMININE):
            return True
        seen = [f for claim in speaker.claims if (f := _finite(claim, bare(claim.lemma or ""))) is not None]
        if seen:
            return 2 * sum(seen) > len(seen)
        if not is_arabic(head):
            return speaker.actor is not None and speaker.actor.kind == "organisation"
        if person:
            role = bare((speaker.actor.role if speaker.actor else None) or "").split()
            return bool(role) and role[0].endswith("ة") and role[0] != "خليفة"
        return head in feminine() or head.endswith(_ENDS_FEMININE) or self._is_feminine_place(speaker.name, head)

    def _is_feminine_place(self, name: str, head: str) -> bool:
        return name in self.told.places and head.endswith(_ENDS_FEMININE_PLACE)

    def medium(self, text: str) -> str:
        """The medium as a noun."""
        return text if is_arabic(text) else self.quote(text)

    def addressed(self, claim: Claim, whom: str) -> list[str]:
        """Whom a claim addresses; of an accusation, whom it accuses."""
        return [self.say("accused", whom=whom)] if claim.act == "accuse" else super().addressed(claim, whom)

    def people(self, figure: Figure) -> str:
        """Number and counted people, the source's own words where they say more than the noun."""
        noun, of = noun_of(figure), figure.of
        inside = figure.implicit or (of is not None and of.start < figure.end and figure.start < of.end)
        if inside and not is_vague(figure) and figure.low == figure.high:
            if noun not in _LOOSE:
                return self._bounded(figure, noun)
            if of is not None and of.end > figure.end:  # a dual that has lost its nun: two (members) of the police
                return self.say("counted_as", counted=self._bounded(figure, noun), words=self.quote(_first_of(of.text)))
            return self.quote(figure.text)
        words = of.text if of and not inside else ""
        head = (folded_words(words) or [""])[0]
        if is_vague(figure):
            return self._vague(figure, noun, words if head not in listed("counted") else "")
        if not words or head in listed("counted") or head.startswith("منه"):
            return self._bounded(figure, noun)
        if _is_others(head):
            return self._bound(figure, self.say("others", n=number_of(figure), number=_digits(number_of(figure))))
        if not is_arabic(words) or head.startswith(("مم", "بين")):
            return self.say("counted_as", counted=self._bounded(figure, noun), words=self.quote(words))
        if of is not None and of.start < figure.start:  # the seven soldiers, in this order
            return self._bound(figure, self.quote(worded(figure, self.told.report)))
        number = number_of(figure)
        if plural("ar", number) != "many":  # an accusative that went with number words of the source
            words = _ACCUSATIVE.sub("", words)
        told = self.quote(words) if self._is_marked(figure) else words
        return self._bound(figure, f"{self.say('some_of', n=number, number=_digits(number))} {told}")

    def _is_marked(self, figure: Figure) -> bool:
        """Whether the source itself puts the counted people in quotation marks: its label, not ours."""
        of = figure.of
        return of is not None and _MARKED.search(self.told.text[max(of.start - 1, 0) : of.end + 1]) is not None

    def _bounded(self, figure: Figure, noun: str) -> str:
        number = number_of(figure)
        return self._bound(figure, self.say(f"counted.{noun}", n=number, number=_digits(number)))

    def _bound(self, figure: Figure, counted: str) -> str:
        return self.say(f"bound.{figure.bound}", counted=counted, low=_digits(figure.low or 0))

    def _vague(self, figure: Figure, noun: str, words: str) -> str:
        some = self.say(f"some.{noun}")
        if words and is_arabic(words):
            whole = words.startswith("ال")
            told = self.quote(words) if self._is_marked(figure) else words
            some = told if whole else some
            counted = self.say(f"order.{order_of(figure)}", some=some)
            return counted if whole else self.say("counted_as", counted=counted, words=self.quote(words))
        return self.say(f"order.{order_of(figure)}", some=some)

    def joined(self, claim: Claim) -> str:
        """The source's own preposition where its verb is told again: «دعا إلى …», «أمر بـ…»; else a colon."""
        gap = self._gap(claim)
        if gap and bare(claim.lemma or "") in verbs():
            last = bare(gap.split()[-1]) if gap.split() else ""
            if last in _GAP_PREPOSITIONS:
                return f" {last} "
            attached = gap.rstrip(_OPENING)
            if attached.endswith((" ب", " ل")):
                return f" {attached[-1]}ـ"
        return ": "

    def _gap(self, claim: Claim) -> str:
        """The source's words between cue and content; nothing where other clauses lie between."""
        if claim.cue is None or not claim.cue.end <= claim.content.start <= claim.cue.end + 150:
            return ""
        return " " + self.told.text[claim.cue.end : claim.content.start]


def _finite(claim: Claim, lemma: str) -> bool | None:
    """Whether the cue shows a feminine speaker (True) or a masculine one (False); None where it shows neither."""
    if claim.cue is None or lemma not in verbs() or claim.found_by not in ("explicit", "dropped", "participle"):
        return None
    cue = bare(claim.cue.text)
    if claim.found_by == "participle":
        return cue.endswith("ة") if cue.startswith("م") or cue.endswith(("ة", "ا")) else None
    if cue == lemma:
        return False if claim.found_by == "dropped" or claim.speaker is not None else None
    if cue == (lemma[:-1] if lemma.endswith(_WEAK) else lemma) + _TAA:
        return True
    if cue[:1] in ("ي", "ت") and len(cue) >= 3 and cue[1:3] != lemma[1:3] and lemma[-1] in cue:
        return cue[0] == _TAA
    return None


def as_subject(name: str) -> str:
    """A name as the subject of a sentence: a source that stood in another case gets the ending of a subject."""
    words = _ACCUSATIVE.sub("", name).split()
    head = words[0] if words else ""
    if head.endswith("ين") and head[:-2] in nouns_of_sources("plural"):
        agreeing = next(
            (n for n, word in enumerate(words) if not word.endswith("ين") or len(word) < _ADJECTIVE), len(words)
        )
        words[:agreeing] = [word[:-2] + "ون" for word in words[:agreeing]]
    elif head.endswith("ا") and head[:-1] in nouns_of_sources("singular"):
        agreeing = next(
            (n for n, word in enumerate(words) if not word.endswith("ا") or len(word) < _ADJECTIVE), len(words)
        )
        words[:agreeing] = [word[:-1] for word in words[:agreeing]]
    return " ".join(words)


def _first_of(words: str) -> str:
    """The first of several who are named in a row, "two officers of the police and a recruit": the number counts no others."""
    told = words.split()
    joined = next((n for n, word in enumerate(told) if n > 1 and word.startswith(_AND)), len(told))
    return " ".join(told[:joined])


def _is_others(head: str) -> bool:
    return head in ("اخرين", "اخرون", "اخر", "اخران")


def _digits(number: int) -> str:
    return f"{number:,}" if number >= 10_000 else str(number)
