"""Topics of reported clauses: whose act a verb is that goes on inside what somebody says, told by its place or its tense.

"The minister said that the law is strict, and calls for …": the verb of saying is past, the one behind "and" present, so that
the law calls, not the minister; a law says nothing, and no claim is made.  A state in its place would speak for itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import agreement_of_verb
from khabar.languages.ar.lists.cues import SPEECH
from khabar.languages.ar.phrases.names import agreement_of
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import OTHER, is_adjective, is_article, is_present
from khabar.languages.ar.phrases.voices import SPEAKING

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


def is_of_thing(units: Sequence[Unit], at: int, frame: str) -> bool:
    """Whether a verb without subject is the act of a thing, which says nothing: of a topic (that his speech is racist, and calls
    for hatred), or of the noun that it describes without "and", behind a comma (it is a crime done in daylight, shows how).
    """
    unit, before = units[at], units[at - 1] if at else units[at]
    apart = "comma" in before.signature and "+and" not in unit.signature
    if apart and frame not in SPEECH and _that_before(units, at) is not None:
        return is_present(unit)
    topic = topic_of(units, at)
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
        return sender(units, at)
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
