"""Topics of reported clauses: whose act a verb is that goes on inside what somebody says, told by its place or its tense.

"The minister said that the law is strict, and calls for …": the verb of saying is past, the one behind "and" present, so that
the law calls, not the minister; a law says nothing, and no claim is made.  A state in its place would speak for itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import agreement_of_participle, agreement_of_verb
from khabar.languages.ar.lists.cues import SPEECH
from khabar.languages.ar.phrases.names import agreement_of
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import MEN, OTHER, is_adjective, is_article, is_present
from khabar.languages.ar.phrases.voices import SPEAKING
from khabar.languages.drafts import Agreement

_WHO = SPEAKING | {"toponym", "somebody"}
_HIS_COUNTRY = frozenset(("+pron", "place_type"))
_UNTOLD = frozenset(("+pron", "organisation"))
_THAT, _HANGS = frozenset(("comp", "bi_comp")), ("قبل", "بعد", "دون", "غير", "وقبل", "وبعد")
_CLAUSE = 30  # units of what somebody says
_PAST = "pP"
_BORDERS = frozenset(("stop", "colon", "CUE", "PART", "NEG_CUE", "while"))


def topic_of(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The topic behind "that" with whose act the present at units[at] goes on: joined to its clause by "and" (that the government
    is ready, and calls for), or the first word in quotation marks behind it (that the state | "condemns").  None where the verb
    of saying before it is no past, and nothing tells the two apart.
    """
    if at < 2 or not is_present(units[at]):
        return None
    quoted = "quote_open" in units[at - 1].signature
    if not quoted and "+and" not in units[at].signature:
        return None
    that = _that_before(units, at)
    if that is None or "pronoun_comp" in units[that].signature or that + 1 >= at - quoted:
        return None
    end = max(noun_phrase_end(units, that + 1, at - quoted), that + 2)
    whole = end == at - 1 if quoted else _said_in_past(units, that)
    return (that + 1, end) if whole else None


def _that_before(units: Sequence[Unit], at: int) -> int | None:
    """The last "that" before units[at], with no other verb of speech between; none where that hangs on "before" or "after"."""
    for index in range(at - 1, max(at - _CLAUSE, -1), -1):
        signature = units[index].signature
        if signature & _THAT:
            return index if index == 0 or units[index - 1].view not in _HANGS else None
        if signature & _BORDERS:
            return None
    return None


def _said_in_past(units: Sequence[Unit], that: int) -> bool:
    """Whether the verbs of saying before "that" are perfects."""
    told = [unit for unit in units[:that] if "CUE" in unit.signature]
    return bool(told) and all(slot[0] in _PAST for unit in told for slot in unit["verb"] if slot[1] == "3")


def parted_topic(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The topic behind "that", or the pronoun with it, whose act the verb is that "and" joins at units[at], or whose state a
    participle tells there, since its form parts it from the verb of saying: the governess said that the pupil left | and he
    threatens; the mayor said that the traders met | and they called for, | calling for.  None where the two agree, or the topic is
    of neither.
    """
    if at < _FEWEST or units[at].signature.isdisjoint(_GOES_ON):
        return None
    wanted = agreement_of_verb(units[at]) if "PART" not in units[at].signature else _of_several(units[at])
    that = _that_over(units, at, wanted) if wanted.gender is not None else None
    if that is None or that + 1 >= at or not _parts(units, that, wanted):
        return None
    if "pronoun_comp" in units[that].signature:
        return (that, that + 1) if _is_his(units, that, wanted) else None
    first = that + 1 + ("quote_open" in units[that + 1].signature)
    has = agreement_of(units[first])
    several = wanted.number == "p" and "NUMBER" in units[first].signature
    if not several and (has.gender not in (None, wanted.gender) or has.number not in (None, wanted.number)):
        return None
    return first, _before_verb(units, first + 1, noun_phrase_end(units, first, at))


def _of_several(state: Unit) -> Agreement:
    """The agreement of a participle of several people, whose ending is that of two as well; of another none."""
    gender, number = state["participle"][1]
    return Agreement(gender, "p") if number in SEVERAL else Agreement()


_GOES_ON = frozenset(("+and", "PART"))
SEVERAL = ("p", "d")
"""The numbers of a participle in -ayn or -in, which are spelt alike."""


def _that_over(units: Sequence[Unit], at: int, wanted: Agreement) -> int | None:
    """The last "that" before units[at], over verbs of the same clause and those joined to it that agree with the one there."""
    for index in range(at - 1, max(at - _CLAUSE, -1), -1):
        unit = units[index]
        if unit.signature & _THAT:
            return index if index and units[index - 1].view not in _HANGS else None
        if unit.signature & _APART or (unit.signature >= _AND_CUE and agreement_of_verb(unit) != wanted):
            return None
    return None


def _before_verb(units: Sequence[Unit], first: int, last: int) -> int:
    """Where a topic ends before the verb of its clause that is spelt like a name (the pupil | entered)."""
    verbs = (k for k in range(first, last) if "verb" in units[k].signature and units[k].signature.isdisjoint(_NO_VERB))
    return next(verbs, max(first, last))


_APART, _AND_CUE = frozenset(("stop", "colon", "PART", "while", "quote_close")), frozenset(("+and", "CUE"))
_NO_VERB = frozenset(("+al", "given", "name", "+pron", "people", "role", "org_head", "event"))


def _parts(units: Sequence[Unit], that: int, wanted: Agreement) -> bool:
    """Whether a verb of this form cannot have the subject of the words of saying before "that": it is of another gender, or of
    several where one speaks.
    """
    told = next((k for k in range(that - 1, -1, -1) if units[k].signature & _SAYING), None)
    if told is None:
        return False
    going_on = "PART" in units[told].signature
    outer = agreement_of_participle(units[told]["participle"][1]) if going_on else agreement_of_verb(units[told])
    if outer.gender not in (None, wanted.gender):
        return True
    if wanted.number != "p" or outer.number != "s":
        return False
    who = units[told + 1]
    return going_on or (bool(who.signature & _ONE) and agreement_of(who).number != "p")


def _is_his(units: Sequence[Unit], that: int, wanted: Agreement) -> bool:
    """Whether the pronoun behind "that" is the subject of a verb which agrees with one further on, no "it" of a passive."""
    verb, view = units[that + 1], units[that].view
    mine = next((whose for ending, whose in _PRONOUNS.items() if view.endswith(ending)), None)
    if mine != (wanted.gender, wanted.number) or verb.signature & _HAPPENS:
        return False
    behind = units[that + 2].signature if that + 2 < len(units) else _IMPERSONAL
    active = any(slot[1:] == "3" + "".join(mine) and slot[0].islower() for slot in verb.get("verb") or ())
    return active and behind.isdisjoint(_IMPERSONAL)


def _parted_noun(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The topic that `parted_topic` finds, where a noun is told, and no pronoun stands for it."""
    topic = parted_topic(units, at)
    return None if topic is None or "pronoun_comp" in units[topic[0]].signature else topic


def goes_on_inside(units: Sequence[Unit], at: int, frame: str) -> bool:
    """Whether the verb at `at` goes on with an inner clause: the act of its topic, or of "him", unless a thing would have to say
    something.
    """
    topic = parted_topic(units, at)
    if topic is None:
        return False
    return frame not in SPEECH or "pronoun_comp" in units[topic[0]].signature or _can_say(units, topic[0])


def _can_say(units: Sequence[Unit], topic: int) -> bool:
    """Whether somebody is the head of a topic."""
    known = units[topic].signature
    if units[topic].view.endswith(MEN) and is_article(units[topic]):
        return True
    return not cannot_speak(units, topic) and (not known or bool(known & _WHO_ELSE))


_WHO_ELSE, _IMPERSONAL = _WHO | {"NUMBER", "vague_word"}, frozenset(("ala", "an"))  # that it | was decided on
_SAYING, _ONE = frozenset(("CUE", "PART")), frozenset(("role", "given", "name_part"))
_HAPPENS = frozenset(("undergoes", "must", "st_possible"))  # that it | is done, must be done
_PRONOUNS = {"ه": ("m", "s"), "ا": ("f", "s"), "هم": ("m", "p")}


def is_of_thing(units: Sequence[Unit], at: int, frame: str) -> bool:
    """Whether a verb without subject is the act of a thing, which says nothing: of a topic (that his speech is racist, and calls
    for hatred), or of the noun that it describes without "and", behind a comma (it is a crime done in daylight, shows how).
    """
    unit, before = units[at], units[at - 1] if at else units[at]
    apart = "comma" in before.signature and "+and" not in unit.signature
    if apart and frame not in SPEECH and _that_before(units, at) is not None:
        return is_present(unit)
    topic = topic_of(units, at)
    if topic is None and frame not in SPEECH and (parted := _parted_noun(units, at)):
        return not _can_say(units, parted[0])
    if topic is None or not _agrees(units, topic[0], at):
        return False
    known = units[topic[0]].signature
    if known >= _HIS_COUNTRY:
        return False
    return cannot_speak(units, topic[0]) or (bool(known) and known.isdisjoint(_WHO))


def speaking_topic(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The topic that a verb without subject goes on with, where the verb agrees with it, or whose letter the verb describes."""
    topic = topic_of(units, at)
    if topic is None:
        parted = _parted_noun(units, at)
        return parted if parted is not None and _can_say(units, parted[0]) else sender(units, at)
    return topic if _agrees(units, topic[0], at) else None


def sender(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The topic that sent the letter which the verb at units[at] describes (that the guard sent a second letter | that says)."""
    letter = at - 1 - (units[at - 1].view in OTHER or is_adjective(units[at - 1]))
    if letter < _FEWEST or units[letter].signature.isdisjoint(_LETTERS) or is_article(units[letter]):
        return None
    that = _that_before(units, at)
    if that is None or "gives" not in units[letter - 1].signature:
        return None
    return (that + 1, letter - 1) if noun_phrase_end(units, that + 1, letter) == letter - 1 else None


_LETTERS, _FEWEST = frozenset(("document", "medium")), 3


def _agrees(units: Sequence[Unit], topic: int, at: int) -> bool:
    """Whether nothing known of their gender parts a topic from the verb at units[at]."""
    if not units[topic].signature or units[topic].signature & _UNTOLD:
        return True  # a name that no list knows, or a listed one; a noun that ends with somebody's pronoun
    has, wanted = agreement_of(units[topic]).gender, agreement_of_verb(units[at]).gender
    return not (has and wanted and has != wanted)
