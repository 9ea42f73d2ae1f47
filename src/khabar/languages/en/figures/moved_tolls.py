"""English tolls told with what they were before: rose from 40 to 52, up from 40 on Wednesday."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import END, Match, ahead, behind, either, maybe, one_of, rule, seq, unit
from khabar.languages.drafts import FigureDraft
from khabar.languages.en.figures.drafting import COUNT, drafted


@rule(
    seq(
        unit("from"),
        maybe(unit("adverb")),
        COUNT,
        ahead(either(one_of("mark", "TIME", "to_word", "people", "prep", "sub"), END)),
    ),
    takes="""
        The death toll rose to 52, up from 40 on Wednesday.
            text: 40
            measure: killed
            count_kind: total
        The number of injured rose from 40 to 52.
            text: 40
            measure: injured
        Officials revised the death toll down to 19 from 24.
            text: 24
    """,
    refuses="""
        The death toll from 12 floods rose to 40.
        The price rose from 40 to 52.
        Aid came from 40 towns after the death toll rose.
    """,
)
def toll_before_it_moved(m: Match) -> FigureDraft | None:
    """What the toll was before it moved stands behind "from", and before or behind what it is by now."""
    return _of_a_toll_that_moves(m)


@rule(
    seq(behind(unit("NUMBER")), one_of("to_word", "at_word"), maybe(unit("adverb")), COUNT),
    takes="""
        The death toll rose from 12 to at least 31 on Monday.
            text: at least 31
            measure: killed
            count_kind: total
        The number of injured rose from 40 to 52.
            text: 52
            measure: injured
    """,
    refuses="""
        The price rose from 40 to 52.
        The road leads from 12 to 14.
    """,
)
def toll_it_moved_to(m: Match) -> FigureDraft | None:
    """What the toll is by now, behind what it was (from 40 to 52)."""
    begun = any("from" in unit for unit in m.units[max(0, m.first - _FROM) : m.first])
    return _of_a_toll_that_moves(m) if begun else None


def _of_a_toll_that_moves(m: Match) -> FigureDraft | None:
    before = m.units[max(0, m.first - _BACK) : m.first]
    toll = next((word for word in reversed(before) if "toll_noun" in word), None)
    if toll is None or not any("toll_moves" in word for word in before):
        return None
    found = drafted(m, toll["toll_noun"])
    return replace(found, count_kind="total") if found is not None else None


_BACK, _FROM = 14, 3  # words: to the toll; to where the number before begins


RULES = (toll_before_it_moved, toll_it_moved_to)
