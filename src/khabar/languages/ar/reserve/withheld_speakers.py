"""Who withheld: the noun phrase around the words of not saying, and the clause they stand in."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from khabar.grammar import Match, Pattern, Unit, either, maybe, run, seq, unit
from khabar.languages.ar.claims.anchors import agreement_of_verb
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import has_preposition
from khabar.languages.ar.phrases.voices import SPEAKING
from khabar.languages.drafts import Agreement, NameDraft, WithheldDraft
from khabar.record.vocabulary import WithheldWhat

_LONGEST = 28
_BORDERS = frozenset(
    ("mark", "while", "but", "comp", "bi_comp", "li_comp", "rel", "colon", "kana", "like", "prep_pron")
)
_ENDS = frozenset(
    (
        "comma",
        "stop",
        "colon",
        "while",
        "but",
        "like",
        "according_prep",
        "according_prep_clause",
        "dash",
        "bracket",
        "LINE",
    )
)
_CONDITIONS = frozenset(("conditional",))
SOURCES = SPEAKING | {"toponym"}

NEG = unit("neg_verb", but=("ma",))
WITHOUT = either(seq(maybe(unit("min")), unit("neg", "prep")), seq(unit("min"), unit("r_other_than")))


def gap(most: int) -> Pattern:
    """A subject and what surrounds it, as short as possible; no mark and no other clause."""
    return run(unit(but=("mark", "rel", "comp", "while", "neg_verb", "according_prep")), 0, most, short=True)


def clause_end(units: Sequence[Unit], at: int) -> int:
    """The index behind the clause that units[at] stands in: up to a mark, a new clause, or a reporting verb with "and"."""
    last = min(len(units), at + _LONGEST)
    while at < last:
        unit = units[at]
        if unit.signature & _ENDS or (
            "quote_open" in unit.signature
            and "quote_close" not in unit.signature
            and at + 6 < last
            and _long_quote(units, at)
        ):
            break
        if "participle" in unit.signature and unit["participle"][0].lemma == _SAYING:
            break  # declined to comment, | saying that
        if (
            "+and" in unit.signature
            and unit.signature & {"cue", "verb", "kana"}
            and not unit.signature & {"r_confirms", "given"}
        ):
            break
        at += 1
    while at > 0 and units[at - 1].signature & {"prep", "quote_close"} and "neg" not in units[at - 1].signature:
        at -= 1
    return at


_SAYING = "قال"


def _long_quote(units: Sequence[Unit], at: int) -> bool:
    return not any("quote_close" in u.signature for u in units[at + 1 : at + 6])


def is_condition(units: Sequence[Unit], at: int) -> bool:
    """Whether "if", "even if" or "as long as" (ما لم) opens the clause of the negation."""
    return at > 0 and (bool(units[at - 1].signature & (_CONDITIONS | {"ma"})) or "r_in_case" in units[at - 1].signature)


def own_clause(units: Sequence[Unit], at: int, *, named: bool) -> bool:
    """Whether the words at `at` open a clause of the outlet's own, not one inside somebody's words.  A mere "and" goes
    on in those words unless it names a new subject (`named`).
    """
    while at > 0 and units[at - 1].signature & {"qad", "kana"}:
        at -= 1
    return (
        at == 0 or bool(units[at - 1].signature & {"mark", "while", "but"}) or (named and "+and" in units[at].signature)
    )


def is_source(m: Match, name: NameDraft) -> bool:
    """Whether a noun phrase is headed by somebody who can speak, not by a place one goes to."""
    head = next((u for u in m.units if u.start <= name.span[0] < u.end), None)
    return head is not None and bool(head.signature & SOURCES) and "place_type" not in head


def speaker_around(m: Match, first: int, behind: int) -> NameDraft | None:
    """The subject of a verb: the noun phrase behind it (from index `behind`), or else the one before it (up to `first`)."""
    units = m.units
    begin = behind
    while begin < len(units) and units[begin].signature & {"adverb", "TIME", "prep_pron"}:
        begin += 1
    several = begin < len(units) and _counts(units, begin)
    if begin < len(units) and not has_preposition(units[begin]) and (several or not _is_object(units[begin])):
        limit = next((k for k in range(begin + 1, min(len(units), begin + 14)) if _is_object(units[k])), len(units))
        end = noun_phrase_end(units, begin, limit)
        if end > begin and (units[begin].signature & SOURCES or several or not cannot_speak(units, begin)):
            return name_draft(units, begin, end, m.text)
    return _subject_before(m, first)


def _counts(units: Sequence[Unit], at: int) -> bool:
    """Whether a word for how many stands before those who speak (a number of | officials)."""
    if at + 2 >= len(units) or "whoever" not in units[at].signature or "min" not in units[at + 1].signature:
        return False
    return bool(units[at + 2].signature & (SOURCES | {"people"}))


def _is_object(unit: Unit) -> bool:
    """A noun that is withheld, not one who withholds it."""
    if "in_the_name" in unit.signature or {"role", "phrase"} <= unit.signature:
        return False  # "spokesman in the name of" holds the word "name"
    return bool(unit.signature & _OBJECTS)


_OBJECTS = frozenset(
    (
        "r_count",
        "r_toll",
        "r_detail",
        "r_statement",
        "r_confirming",
        "r_speaking",
        "r_talking",
        "r_truth",
        "r_hidden",
        "r_request",
        "r_thing",
        "r_available",
        "any",
    )
)


def _subject_before(m: Match, at: int) -> NameDraft | None:
    """The noun phrase that fills the clause before the negation (but the army did not confirm)."""
    units = m.units
    if at and "quote_open" in units[at - 1].signature:
        at -= 1  # the police "neither confirm nor deny"
    begin = at
    while begin > 0 and at - begin < 14 and not _is_border(units[begin - 1]):
        begin -= 1
    while begin < at and units[begin].signature & {"prep_pron", "TIME", "adverb"}:
        begin += 1
    if begin == at or noun_phrase_end(units, begin, at) != at or cannot_speak(units, begin):
        return None
    return name_draft(units, begin, at, m.text)


def _is_border(unit: Unit) -> bool:
    return bool(unit.signature & _BORDERS) or "r_opens" in unit.signature


def behind_preposition(m: Match, first: int, last: int, names: tuple[str, ...]) -> NameDraft | None:
    """The noun phrase behind the first of these prepositions among units[first:last] ("b" for a glued ba, "ma" for "with")."""
    units = m.units
    for at in range(first, last):
        unit = units[at]
        glued = (
            "b" in names
            and "+bi" in unit.signature
            and "prep" not in unit.signature
            and not unit.signature & {"adverb", "medium"}
        )
        free = (
            any(name in unit for name in names)
            or ("ma" in names and "r_with" in unit.signature)
            or ("b" in names and "bi_free" in unit.signature)
        )
        begin = at if glued else at + 1 if free else -1
        if begin < 0 or begin >= len(units):
            continue
        end = noun_phrase_end(units, begin, len(units), governed=True)
        if (
            end > begin
            and not cannot_speak(units, begin)
            and not units[begin].signature & {"r_request", "r_statement", "r_count"}
        ):
            return name_draft(units, begin, end, m.text)
    return None


def _begin(m: Match, speaker: NameDraft | None) -> int:
    """Where the clause begins: at a subject before the verb, else at the first word of the match."""
    if speaker is None or speaker.span[0] >= m.units[m.first].start:
        return m.first
    return next(k for k in range(m.first + 1) if m.units[k].end > speaker.span[0])


def withheld(
    m: Match,
    what: WithheldWhat,
    speaker: NameDraft | None,
    *,
    found_by: Literal["clause", "before", "asked"] = "clause",
) -> WithheldDraft:
    """The draft of a match: from its first word (glued conjunction cut off) to the end of its clause."""
    units = m.units
    end = max(clause_end(units, m.last), m.last)
    verb = next((u for u in units[m.first : m.last] if "verb" in u.signature), None)
    return WithheldDraft(
        span=(units[m.first].cut, units[end - 1].end),
        what=what,
        rule=m.rule.id,
        speaker=speaker,
        agreement=agreement_of_verb(verb) if verb else Agreement(),
        asked=found_by == "asked",
        own_clause=found_by == "before" or own_clause(units, _begin(m, speaker), named=speaker is not None),
    )
