"""Cue verbs by themselves: their words, whether they report at all, whether their subject is evidence."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from khabar.grammar import Match, Unit
from khabar.languages.en.lists.cues import Part
from khabar.languages.en.phrases.clauses import Opening
from khabar.languages.en.phrases.nouns import phrase_end
from khabar.languages.en.phrases.subjects import Subject


def cue_span(m: Match, at: int, part: Part) -> tuple[int, int]:
    """The words of a cue: of a verb with its preposition (call for) only the verb."""
    unit = m.units[at]
    _, _, rest = part.cue.lemma.partition(" ")
    if rest in _PREPOSITIONS:
        return unit.start, unit.start + len(unit.text.split()[0])
    return unit.start, unit.end


_PREPOSITIONS = frozenset(("for", "on", "upon", "to", "of", "about", "with", "whether", "if"))


def is_own_opinion(part: Part, subject: Unit) -> bool:
    """I think, we hope, you know: a hedge of whoever is talking, no report of what somebody said; nor is what "you" say."""
    return subject.view == "you" or (subject.view in ("i", "we") and "opinion" in part.cue.flags)


def only_reports(part: Part) -> bool:
    """Whether a verb hardly does anything but report."""
    return part.cue.lemma in _REPORTING and part.voice == "finite"


_REPORTING = frozenset(("say", "tell", "believe", "think", "hope", "fear"))


def is_silent(part: Part) -> bool:
    """A verb that is negated reports nothing (did not say), except an opinion (does not believe)."""
    return part.negated and "opinion" not in part.cue.flags


def is_evidence(m: Match, subject: Subject) -> bool:
    """A poll, a report, footage, a newspaper: what shows a thing to be so rather than showing it to somebody."""
    return "media" in m.units[subject.last - 1].signature or any(
        u.signature & {"source_document", "source_thing"} for u in m.units[subject.first : subject.last]
    )


def is_full(words: Sequence[Unit]) -> bool:
    """Whether words that begin with a preposition hold a clause of their own: a verb form among them."""
    verbs = {"be", "be_form", "have_form", "do_form", "modal", "CUE", "contracted_neg", "common_verb"}
    seen = next(
        (k for k, u in enumerate(words) if u.view in _SEEN and k and "comma" in words[k - 1].signature), len(words)
    )
    return any(u.signature & verbs for u in words[:seen])  # The report, seen by the Herald, says …


_SEEN = ("seen", "obtained", "published", "released", "dated", "reviewed", "signed", "leaked", "shared")


def is_silence(m: Match, part: Part, opened: Opening) -> bool:
    """Whether somebody declined to say something, which is a silence, or a headline says who is feared dead, or who was sacked;
    or whether only somebody else is quoted, who speaks.
    """
    if _is_sacking(m, part, opened) or _is_relayed(m, part, opened):
        return True
    if part.cue.lemma == "deny" and opened.frame == "np":
        near = m.units[m.first + 1 : m.first + _PHRASE]
        until = next((k for k, u in enumerate(near) if "mark" in u.signature), len(near))
        return any(u.view in _GRANTED for u in near[:until])  # denied four ships access
    if part.cue.lemma == "fear":
        return opened.at == m.first + 1 and "state" in m.units[opened.at].signature
    return part.cue.lemma in ("refuse", "decline") and opened.frame == "inf" and m.units[opened.at].view in _SAY


_SAY = frozenset(("say", "give", "comment", "speak", "name", "identify", "confirm", "elaborate", "respond"))


def _is_relayed(m: Match, part: Part, opened: Opening) -> bool:
    """Whether the source that is cited speaks further on (cited a clerk as saying that …)."""
    if part.cue.lemma != "cite" or opened.frame != "np":
        return False
    near = m.units[opened.at : opened.at + _PHRASE]
    return any(a.view == "as" and b.view == "saying" for a, b in pairwise(near))


_PHRASE = 12
_GRANTED = frozenset(
    ("access", "entry", "bail", "visa", "visas", "asylum", "parole", "permission", "entrance", "permits", "citizenship")
)


def _is_sacking(m: Match, part: Part, opened: Opening) -> bool:
    """Whether somebody is sent from office, not a claim set aside (dismissed the governor; not: dismissed the governor's claim)."""
    if part.cue.lemma != "dismiss" or opened.frame != "np":
        return False
    end = phrase_end(m.units, opened.at, len(m.units))
    head = next((k for k in range(opened.at + 1, end) if m.units[k].signature & {"of_word", "prep", "possessive"}), end)
    owned = head < end and "possessive" in m.units[head].signature
    as_what = end < len(m.units) and "as_word" in m.units[end].signature
    return "role" in m.units[head - 1].signature and not owned and not as_what


def is_charged(m: Match, subject: Subject) -> bool:
    """Whether a headline says who was charged (two charged over brawl)."""
    following = m.units[m.first + 1 : m.first + 2]
    bare = subject.last - subject.first == 1 and "NUMBER" in m.units[subject.first].signature
    return bare and any(u.view in ("over", "with", "in", "after", "for") for u in following)
