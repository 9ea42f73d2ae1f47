"""The Arabic voice: verb before subject, agreeing in gender; the counted noun by the number's rules; verbal nouns.

After a verb that comes first the subject's number does not show, so only its gender must be told.  The report itself
shows it best: in the form of its own verbs of speech.
"""

from __future__ import annotations

import re
from typing import Final

from khabar.desk.telling.cases import ACCUSATIVE, as_subject, behind_preposition, dual_behind_noun, is_feminine_dual
from khabar.desk.telling.lists import bare, feminine, is_arabic, is_preposition, verbs
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
from khabar.desk.wording.messages import plural
from khabar.reconcile.within.disagreements import worded
from khabar.reconcile.words import folded_words, listed
from khabar.record import Claim, Figure

_TAA: Final = "ت"
_AND: Final = "و"
_ARTICLE: Final = "ال"
_LAM: Final = "ل"
_SURELY_FEMININE: Final = ("ة", "ات")
_ENDS_FEMININE: Final = ("ة", "ات", "يا")
_ENDS_FEMININE_PLACE: Final = ("ة", "ا", "يا")
_WEAK: Final = ("ى", "ا")
_GAP_PREPOSITIONS: Final = ("إلى", "من", "على", "عن", "في")
_ATTACHED: Final = ("ب", "ل")
_THAT = re.compile("ب?[أإ]ن(?:ه|ها|هم|هن|هما|ي|ني|نا)?")
_BARE_THAT = re.compile("(?P<with>ب?)[اأإ](?P<rest>ن(?:ه|ها|هم|هن|هما|ي|ني|نا)?)")
# Between the verb of an act and what it is about, where a noun told the act (his call for, an order to).
_OF_ACTS: Final = {
    "request": " إلى ",
    "order": " بـ",
    "threaten": " بـ",
    "promise": " بـ",
    "warn": " من ",
    "expect": " ",
    "condemn": " ",
    "support": " ",
    "reject": " ",
    "claim_responsibility": " ",
    "other": " عن ",
}
_RESPONSIBILITY: Final = ("مسؤولي", "المسؤولي")
_DESCRIBED: Final = 8
"""Words of the thing that is described, at most: "described the accusations as"."""
_DESCRIBE: Final = "وصف"
_SAID, _TO, _BARE_TO = "قال", "إلى", "الى"
_OURS = re.compile(r"\w\wنا\b")
"""Words of somebody who speaks of his own people: outside of his mouth they would be ours."""
_OF_THEM: Final = "من "
_COMMA = re.compile("[،,]")
_ALONE = re.compile(r"(?<!\w)[بل](?=[«“])")
# What stands between these verbs and "that", which hurried reports leave out.
_BEFORE_THAT: Final = {"أشار": "إلى", "لفت": "إلى", "ألمح": "إلى", "نوه": "إلى", "شدد": "على", "حذر": "من"}
_LAID, _CHARGE, _GAVE = "وجّه", "اتهاماً", "أطلق"
_WITH_OBJECT: Final = frozenset(
    [
        "دعا",
        "طالب",
        "حث",
        "حض",
        "ناشد",
        "أمر",
        "حذر",
        "نبه",
        "اتهم",
        "حمل",
        "هدد",
        "توعد",
        "أمهل",
        "شكر",
        "هنأ",
        "أبلغ",
        "أخبر",
    ]
)
# Nouns that say less than the source's own: a dual or a single victim is told in its words.
_LOOSE: Final = frozenset({"person", "combatant", "security", "official", "object"})
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

    def behind(self, speaker: Speaker) -> str:
        """The name behind a preposition."""
        return behind_preposition(speaker.name) if speaker.known and is_arabic(speaker.name) else self.name(speaker)

    def verb(self, claim: Claim | None, speaker: Speaker) -> str:
        """The verb by its lemma where a list knows it, else by the act."""
        if claim is None:
            return self._agreeing(self.say("verb.say"), speaker)
        if _accuses_nobody(claim):
            return self._agreeing(_LAID, speaker)
        if bare(claim.lemma or "") == _DESCRIBE and not self._described(claim):
            return self._agreeing(_GAVE, speaker)
        if is_felt(claim):
            return self._agreeing(self.say("voiced", cue="").split()[0], speaker)
        known = verbs().get(bare(claim.lemma or ""))
        if known is None or self._owns_up(claim):
            return self._agreeing(self.say(f"verb.{claim.act}"), speaker)
        return self._agreeing(known.finite if known.link == "?" else bare(claim.lemma or ""), speaker)

    def _owns_up(self, claim: Claim) -> bool:
        """Whether a noun beside the verb owns the deed, which our sentence leaves out: an attack for which X announced its
        responsibility.
        """
        told = claim.content.text.startswith(_RESPONSIBILITY)
        return (
            claim.act == "claim_responsibility"
            and not told
            and bare(claim.lemma or "") != self.say(f"verb.{claim.act}")
        )

    def lettered(self, sentence: str) -> str:
        """A preposition of one letter is drawn out to a quotation mark behind it: بـ«…»."""
        return _ALONE.sub("\\g<0>\N{ARABIC TATWEEL}", sentence)

    def in_words_of(self, claim: Claim) -> list[str]:
        """The report's own verb beside ours, where ours says more or less than that."""
        if is_felt(claim) or claim.cue is None or not is_shaded(claim) or bare(claim.lemma or "") in verbs():
            return []
        ours = bare(self.say(f"verb.{claim.act}")) in bare(claim.cue.text)
        return [] if ours else [self.say("in_word", cue=self.quote(claim.cue.text))]

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
        listed_so = head.removeprefix(_ARTICLE) in feminine()
        if not person and (listed_so or head.endswith(_SURELY_FEMININE) or is_feminine_dual(speaker.name)):
            return True
        seen = [f for claim in speaker.claims if (f := _finite(claim, bare(claim.lemma or ""))) is not None]
        if seen:
            return 2 * sum(seen) > len(seen)
        if not is_arabic(head):
            return speaker.actor is not None and speaker.actor.kind in ("organisation", "government")
        if person:
            role = bare((speaker.actor.role if speaker.actor else None) or "").split()
            return bool(role) and role[0].endswith("ة") and role[0] != "خليفة"
        return head.endswith(_ENDS_FEMININE) or self._is_feminine_place(speaker.name, head)

    def _is_feminine_place(self, name: str, head: str) -> bool:
        return name in self.told.place_names and head.endswith(_ENDS_FEMININE_PLACE)

    def addressed(self, claim: Claim, whom: str) -> list[str]:
        """Whom a claim addresses; of an accusation, whom it accuses."""
        return [self.say("accused", whom=whom)] if claim.act == "accuse" else super().addressed(claim, whom)

    def object_of(self, claim: Claim, verb: str | None = None) -> str:
        """Whom the verb has as its object: "دعا السكان إلى", "اتهم الحكومة بـ"; nothing where it takes a preposition."""
        told = verbs().get(bare(claim.lemma or "")) if verb is None else None
        finite = told.finite if told else verb or self.say(f"verb.{claim.act}")
        if claim.addressee is None or not takes_object(finite):
            return ""
        return self.quote(self.told.words_of(claim.addressee))

    def people(self, figure: Figure) -> str:
        """Number and counted people, the source's own words where they say more than the noun."""
        noun, of = noun_of(figure), figure.of
        inside = figure.implicit or (of is not None and of.start < figure.end and figure.start < of.end)
        if inside and not is_vague(figure) and figure.low == figure.high:
            if noun not in _LOOSE:
                return self._titled(figure, self._bounded(figure, noun))
            if of is not None and of.end > figure.end:  # a dual that has lost its nun: two (members) of the police
                return self.say("counted_as", counted=self._bounded(figure, noun), words=self.quote(_first_of(of.text)))
            if counts_only(figure.text):
                return self._bounded(figure, noun)
            return self.quote(dual_behind_noun(figure.text))
        words = of.text if of and not inside else ""
        head = (folded_words(words) or [""])[0]
        if is_vague(figure):
            return self._vague(figure, noun, words if head not in listed("counted") else "")
        if not words or counts_only(words):
            return self._bounded(figure, noun)
        if _is_others(head):
            return self._bound(figure, self.say("others", n=number_of(figure), number=_digits(number_of(figure))))
        if not is_arabic(words) or head.startswith(("مم", "بين")):
            return self.say("counted_as", counted=self._bounded(figure, noun), words=self.quote(words))
        if of is not None and of.start < figure.start:
            together = worded(figure, self.told.report)
            if figure.bound == "exact" and together.endswith(figure.text):  # the seven soldiers, in this order
                return self.quote(together)
            return self.say("counted_as", counted=self._bounded(figure, noun), words=self.quote(words))
        number = number_of(figure)
        if plural("ar", number) != "many":  # an accusative that went with number words of the source
            words = ACCUSATIVE.sub("", words)
        told = self.quote(words) if self._is_marked(figure) or _OURS.search(words) else words
        return self._bound(figure, f"{self.say('some_of', n=number, number=_digits(number))} {told}")

    def _titled(self, figure: Figure, counted: str) -> str:
        """One person by the noun, and by the name where the report's words hold it (the child So-and-so)."""
        told = figure.of.text if figure.implicit and figure.of is not None else ""
        named = " " in told and told.startswith(_ARTICLE)
        return self.say("counted_as", counted=counted, words=self.quote(told)) if named else counted

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
        if words.startswith(_OF_THEM) and not counts_only(words):  # hundreds of mourners, not of people (of mourners)
            told = words.removeprefix(_OF_THEM)
            told = self.quote(told) if self._is_marked(figure) or _OURS.search(told) else told
            return f"{self.words.label('order', order_of(figure))} {_OF_THEM}{told}"
        if words and is_arabic(words):
            whole = words.startswith("ال")
            told = self.quote(words) if self._is_marked(figure) or _OURS.search(words) else words
            some = told if whole else some
            counted = self.say(f"order.{order_of(figure)}", some=some)
            return counted if whole else self.say("counted_as", counted=counted, words=self.quote(words))
        return self.say(f"order.{order_of(figure)}", some=some)

    def joined(self, claim: Claim) -> str:
        """The source's own words where its verb is told again ("دعا إلى …", "أمر بـ…", "أكد أن …"); else a colon."""
        gap = self._gap(claim).rstrip(_OPENING)
        words = [_spelled(word, claim) for word in gap.split()]
        told_again = bare(claim.lemma or "") in verbs() and not self._owns_up(claim)
        if _accuses_nobody(claim):
            return f" {_CHARGE} بـ" if words[-1:] == ["ب"] else f" {_CHARGE}: "
        if bare(claim.lemma or "") == _DESCRIBE and not self._described(claim):
            return f" {_DESCRIBE} "
        if is_felt(claim) and claim.cue:
            link = words[-1] if words else ""
            behind = f" {link}ـ" if link in _ATTACHED else f" {link} " if link in _GAP_PREPOSITIONS else ": "
            voiced = self.say("voiced", cue=self.quote(unattached(claim.cue.text)))
            return f" {voiced.partition(' ')[2]}{behind}"
        if not words:
            return ": "
        before = words[-2] if words[-2:-1] and words[-2] in _GAP_PREPOSITIONS else ""
        last = words[-1]
        if not told_again:
            return _OF_ACTS.get(claim.act, ": ") if last in (*_GAP_PREPOSITIONS, *_ATTACHED) else ": "
        if _THAT.fullmatch(last):
            before = before or ("" if last.startswith("ب") else _BEFORE_THAT.get(bare(claim.lemma or ""), ""))
            return f" {' '.join(filter(None, (self._described(claim), before, last)))} "
        if last in _ATTACHED:
            return f" {' '.join(filter(None, (self._described(claim), last)))}ـ"
        return f" {last} " if last in _GAP_PREPOSITIONS else ": "

    def _described(self, claim: Claim) -> str:
        """What is described, of a verb that needs it before the words that describe it; "" where it is not found."""
        if bare(claim.lemma or "") != _DESCRIBE:
            return ""
        thing = _COMMA.split(" ".join(self._after_speaker(claim)[:-1]))[0]
        words = thing.split()
        # "in a statement", "after the meeting" are no things described
        is_thing = 0 < len(words) <= _DESCRIBED and not is_preposition(words[0])
        return self.quote(thing) if is_thing else ""

    def _after_speaker(self, claim: Claim) -> list[str]:
        """The source's words between cue, or speaker behind it, and content."""
        gap, speaker, cue = self._gap(claim), claim.speaker, claim.cue
        if not gap or cue is None:
            return []
        inside = speaker is not None and cue.end <= speaker.start and speaker.end <= claim.content.start
        return (
            self.told.text[speaker.end if speaker and inside else cue.end : claim.content.start]
            .rstrip(_OPENING)
            .split()
        )

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


def _spelled(word: str, claim: Claim) -> str:
    """A preposition or "that" with the hamza that hurried reports leave out; behind "said" it is the other one.

    A noun takes "that" with a preposition which its verb, by which we tell it, does not have: "their claim that".
    """
    told, lemma = bare(word), bare(claim.lemma or "")
    if found := _BARE_THAT.fullmatch(told):
        known = verbs().get(lemma)
        with_ = "" if claim.found_by == "noun" and known is not None and known.link == "-" else found["with"]
        return f"{with_}{'إ' if lemma == _SAID and not with_ else 'أ'}{found['rest']}"
    return _TO if told == _BARE_TO else told


def unattached(noun: str) -> str:
    """A noun without "for" before it: "للإشادة" → "الإشادة", "لانتقادات" → "انتقادات"."""
    told = f"{_ARTICLE}{noun[2:]}" if noun.startswith(_LAM * 2) else noun
    return told[1:] if told.startswith(f"{_LAM}ا") else told


def takes_object(finite: str) -> bool:
    """Whether a verb of ours has whom it addresses as its object."""
    return bare(finite) in _WITH_OBJECT


def _accuses_nobody(claim: Claim) -> bool:
    """Whether nobody is named who is accused: "اتهم فلان بكذا" would read as if he were accused himself."""
    return claim.act == "accuse" and not (claim.addressee and claim.addressee.text.strip())


def _first_of(words: str) -> str:
    """The first of several who are named in a row, "two officers of the police and a recruit": the number counts no others."""
    told = words.split()
    joined = next((n for n, word in enumerate(told) if n > 1 and word.startswith(_AND)), len(told))
    return " ".join(told[:joined])


def _is_others(head: str) -> bool:
    return head in ("اخرين", "اخرون", "اخر", "اخران")


def _digits(number: int) -> str:
    return f"{number:,}" if number >= 10_000 else str(number)
