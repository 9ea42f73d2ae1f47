"""Who meets, or stands in protest, told by what they said there (the minister said, during a meeting with the envoy, that).

A speaker is named once, before the verb's content; where he spoke is set between the two.  Who met somebody is then told by
the verb of speech alone.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.clauses import is_source, subject_of
from khabar.languages.ar.events.phrases import words
from khabar.languages.ar.events.spoken import cue_before
from khabar.languages.ar.phrases.shapes import has_preposition, is_article
from khabar.languages.drafts import PartyDraft

SPOKEN_AT = ("CONSULT", "PROTEST")
_REACH = 15
_WHERE = frozenset(("during", "fi"))
_ENDS = frozenset(("stop", "comp", "bi_comp", "rel", "colon", "semicolon", "ACT", "quote", "while", "but"))
_BETWEEN = frozenset(("comma", "TIME", "adverb", "medium", "fi", "during"))
_CROWD = frozenset(("people", "participants", "NUMBER", "whoever", "organisation", "org_head"))
_CLAIMS = ("request", "condemn", "reject", "support", "accuse")


def speaking_there(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """The subject of the verb of speech in whose clause a meeting, or a protest, is told as where it was said.

    Behind "in" only right behind the subject, a date or the words for a speech between: who hopes for progress in talks
    takes no part in them.  Who speaks at a protest may be anybody; a crowd that demands something there holds it.
    """
    where = act.first - 1
    if where < 2 or units[where].signature.isdisjoint(_WHERE):
        return None
    if is_article(units[act.last - 1]) or has_preposition(units[act.first]):
        return None  # the talks, of which many speak
    verb = cue_before(units, where, _ENDS, _REACH)
    if verb is None:
        return None
    found = subject_of(units, verb)
    if found is None or not verb < found[1] <= where or is_source(units[found[0]]):
        return None
    crowd = act.word.type == "PROTEST"
    if crowd and not (units[verb]["cue"].act in _CLAIMS and _is_crowd(units[found[0]])):
        return None
    loose = "during" in units[where].signature and not crowd
    return words(units, *found, text) if loose or _is_right_behind(units[found[1] : where]) else None


def _is_right_behind(between: Sequence[Unit]) -> bool:
    return all(unit.signature & _BETWEEN for unit in between)


def _is_crowd(unit: Unit) -> bool:
    return bool(unit.signature & _CROWD) and "role" not in unit.signature
