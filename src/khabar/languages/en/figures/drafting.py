"""Drafts of figures: a number and the noun it counts, the word that says what happened to them, a single victim."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, Unit, ahead, maybe, run, seq, unit
from khabar.languages.drafts import FigureDraft, Offsets
from khabar.languages.en.figures.counting import body_of, population_of
from khabar.languages.quantities import exactly
from khabar.record.vocabulary import Measure

COUNT = unit("COUNT")["number"]
FATES = ("harms", "state", "suffers", "subset")
STOPS = ("people", "prep", "be", "NUMBER", "TIME", "and", "rel", "neg", "article", *FATES)
NOUN = seq(
    maybe(unit("of"), maybe(unit("article"))),
    run(unit("word", but=STOPS), 0, 3, short=True),
    maybe(unit("people"), ahead(unit("people"))),
    unit("people")["noun"],
)
AGED = maybe(unit("NUMBER"), maybe(unit("dash"), unit("word"), unit("dash"), unit("word")))
"""6-year-old; the ordinal of a fourth hostage."""
ADVERB = run(unit("word", but=(*STOPS, "COUNT")), 0, 1, short=True)
_PLURAL = ("s", "people", "men", "women", "children", "police", "personnel", "crew", "staff")
_LOOK = 24  # units in which the word that says what happened is looked for


def drafted(m: Match, measure: Measure, *, subset: bool = False) -> FigureDraft | None:
    """The figure of the slots `number` and `noun`; the noun's own measure is taken where it has one that says more."""
    word = m.take("number")[0]
    noun = m.slot("noun")
    row: dict[str, str] = noun[0]["people"] if noun else {}
    kind = row.get("unit") or "person"
    if kind == "object" and measure != "destroyed":
        return None
    if measure == "other" and row.get("measure"):
        measure = row["measure"]  # type: ignore[assignment]
    body = noun and body_of(m, noun)
    of: Offsets | None = (_first_of(m).start, body.end if body else noun.end) if noun else None
    value = population_of(body, row)
    return FigureDraft(
        span=(word.start, word.end),
        quantity=word.get("COUNT") or exactly(1),
        measure=measure,
        rule=m.rule.id,
        unit=kind,  # type: ignore[arg-type]
        of=of,
        population=((value, (body.start, body.end) if body else (noun.start, noun.end)),) if value and noun else (),
        implicit="COUNT" not in word,
        subset=subset,
        count_kind="subset" if subset else "increment" if _is_more(m) else None,
    )


def _first_of(m: Match) -> Unit:
    """The first word of what is counted: without the "of" behind "dozens", or the "more" that adds to a count."""
    at = m.parts["number"][1]
    return m.units[at + 1] if "of" in m.units[at].signature or m.units[at].view in _MORE else m.units[at]


def _is_more(m: Match) -> bool:
    """Whether a count adds to one told elsewhere (two more people, a further six; not: killed two and wounded another six)."""
    first, at = m.parts["number"]
    more = m.units[first - 1].view in _FURTHER or (at < len(m.units) and m.units[at].view in _MORE)
    return more and not any("COUNT" in u for u in m.units[:first])


_MORE = frozenset(("more", "further", "additional"))
_FURTHER = frozenset(("another", "further", "additional", "a further", "an additional"))


def said(m: Match, slot: str, name: str) -> Measure:
    """The measure that the first unit of a slot says under a class."""
    found: Measure = m.take(slot)[0][name]
    return found


def nearby(m: Match) -> Measure:
    """The measure of the nearest word before the match that says what happened to people; else other."""
    before = m.units[max(0, m.first - _LOOK) : m.first]
    for word in reversed(before):
        if "stop" in word:
            break
        for name in ("harms", "suffers", "state", "act_noun"):
            if name in word:
                found: Measure = word[name]
                return found
    return "other"


def single(m: Match, measure: Measure) -> FigureDraft | None:
    """One victim without a number word: the noun carries the figure."""
    draft, noun = drafted(m, measure), m.take("noun")
    if draft is None or draft.unit != "person" or noun[0].view.endswith(_PLURAL):
        return None
    if noun.last < len(m.units) and "possessive" in m.units[noun.last]:
        return None  # killed the judge's son
    at = m.parts["number"][1]
    if "NUMBER" in m.units[at] and "dash" not in m.units[at + 1] and not m.units[at]["NUMBER"].ordinal:
        return None
    return replace(draft, span=(noun.start, noun.end), of=None)
