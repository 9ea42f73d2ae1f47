"""Whether a verb of the list tells an act here: its form, what stands around it, and whether an accident did it."""

from __future__ import annotations

from khabar.grammar import Match, Unit
from khabar.languages.drafts import PartyDraft
from khabar.languages.en.lists.event_words import EventWord

_PEOPLE = frozenset(
    (
        "people",
        "NUMBER",
        "role",
        "source_unnamed",
        "given",
        "surname",
        "other_pronoun",
        "subject_pronoun",
        "source_body",
    )
)


def is_result(m: Match, group: int) -> bool:
    """Whether killing or wounding is told as what an attack before it did (opens fire and kills six)."""
    units = m.units
    if not group or units[group - 1].view != "and":
        return False
    verbs = [
        u
        for u in units[max(group - 40, 0) : group - 1]
        if "event_verb" in u.signature and "event_noun" not in u.signature
    ]
    return any(_is_assault(u) for u in verbs)


def _is_assault(unit_: Unit) -> bool:
    words = [unit_.get("event_noun"), unit_["event_verb"][0] if "event_verb" in unit_.signature else None]
    return any(word is not None and word.type == "ASSAULT" and not word.flags & {"people", "outcome"} for word in words)


def by_mishap(m: Match, word: EventWord) -> bool:
    """Whether people were killed or hurt by an accident or a disaster that is told beside, and by nothing else."""
    if word.type != "ASSAULT" or word.subtype is not None or not word.flags & {"people", "outcome"}:
        return False
    near = [u for u in m.units[max(m.first - 12, 0) : m.first + 12] if u is not m.units[m.first]]
    return any(_is_mishap(u) for u in near) and not any(_is_assault(u) for u in near)


_BEFORE_BASE = frozenset(
    (
        *("to_word", "modal", "do_form", "contracted_neg", "subject_pronoun", "people", "role", "source_unnamed"),
        *("source_body", "and_word", "adverb", "capital", "NUMBER"),
    )
)


def is_noun(m: Match) -> bool:
    """Whether a form that is also a noun, or a base form behind a determiner, is no verb here."""
    unit_, previous = m.units[m.first], m.units[m.first - 1].signature if m.first else frozenset[str]()
    short = unit_["event_verb"][1] <= {"base", "s"}
    if unit_["event_verb"][1] == {"base"} and not previous & _BEFORE_BASE:
        return True
    if previous & {"det", "article"} and "pp" in unit_["event_verb"][1] and _has_noun_behind(m):
        return True
    governed = previous & {"det", "possessive", "prep", "possessive_det"} and "to_word" not in previous
    return bool(governed and (short or "event_noun" in unit_.signature)) or (short and "event_noun" in unit_.signature)


def _has_noun_behind(m: Match) -> bool:
    """Whether a word follows that a participle behind a determiner describes (the overturned bus)."""
    following = m.units[m.first + 1] if m.first + 1 < len(m.units) else None
    return following is not None and "word" in following.signature and following.signature.isdisjoint(_NO_NOUN)


_NO_NOUN = frozenset(
    ("prep", "by", "TIME", "det", "article", "rel", "comp", "and_word", "adverb", "be", "CUE", "to_word")
)


def lacks(m: Match, word: EventWord, actor: PartyDraft | None, target: PartyDraft | None, *, passive: bool) -> bool:
    """Whether what the word needs around it is missing."""
    if word.flags & {"people"}:
        return not passive and not _holds(m, target, _PEOPLE)
    if "people_do" in word.flags:
        return not _holds(m, actor, _PEOPLE)
    if "thing" in word.flags:
        return target is None and not passive
    if "weak" in word.flags:
        return actor is None and target is None
    return False


def stands_alone(m: Match) -> bool:
    """A participle without auxiliary or object, as headlines and reduced clauses have it (two arrested in Aktau)."""
    units, at = m.units, m.first
    before_, after = units[at - 1].signature if at else frozenset[str](), units[at + 1] if at + 1 < len(units) else None
    if not before_ & {"people", "NUMBER", "role", "source_unnamed", "dash", "quote_close"}:
        return False
    if after is not None and after.view in _WHILE:
        return not any(_is_mishap(u) for u in units[at + 2 : at + 40])
    return after is None or after.view in _BEHIND_ALONE or "stop" in after.signature


_BEHIND_ALONE = frozenset(
    ("in", "by", "near", "during", "after", "at", "since", "over", "following", "amid", "on", "outside")
)


_WHILE = frozenset(("as", "when", "while"))


def _is_mishap(unit_: Unit) -> bool:
    """Whether a word tells an accident or a disaster (two killed as a train derails)."""
    words = [unit_.get("event_noun"), unit_["event_verb"][0] if "event_verb" in unit_.signature else None]
    return any(word is not None and word.type in ("ACCIDENT", "DISASTER") for word in words)


_NATURAL = frozenset(("aged", "natural", "cancer", "illness", "pneumonia", "age", "covid", "coronavirus"))


def is_natural(m: Match, word: EventWord) -> bool:
    """Whether somebody died of no violence."""
    return "outcome" in word.flags and any(u.view in _NATURAL for u in m.units[m.first : m.first + 12])


def names_event(m: Match, party: PartyDraft) -> bool:
    """Whether a party is itself an event (the attack killed six)."""
    return any("event_noun" in u.signature for u in m.units if party.span[0] <= u.start < party.span[1])


def _holds(m: Match, party: PartyDraft | None, classes: frozenset[str]) -> bool:
    if party is None:
        return False
    return any(
        u.signature & classes or "capital" in u.signature for u in m.units if party.span[0] <= u.start < party.span[1]
    )
