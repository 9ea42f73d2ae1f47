"""Whom "others", "members", "of them" count: of those counted just before, as far as these serve one side.

Who bears arms for whom holds for all who are told in one breath (12 soldiers killed and 11 others injured); age, sex and
calling do not.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.languages.drafts import FigureDraft
from khabar.reading.figures.links import Drafted
from khabar.record.vocabulary import HURT, TAKEN

_SERVE = frozenset(("combatant", "security"))
_SENTENCES, _LATELY = 2, 6
_BEFELL = HURT | TAKEN | {"forces"}


def with_fellows(drafted: Sequence[Drafted]) -> list[Drafted]:
    """The drafts of a report, in text order; those that count more of the people before them with the side of these, and
    another number "of them" with their words too.
    """
    found: list[Drafted] = []
    for one in drafted:
        before = _before(one, found) if one.draft.fellows and not one.draft.population else None
        if before is not None:
            of = before.of if one.draft.fellows == "them" else one.draft.of
            side = tuple(p for p in before.population if p[0] in _SERVE)
            one = Drafted(replace(one.draft, of=of, population=side), one.sentence, one.place)
        elif not one.draft.population and (whole := _whole_of(one, found)) is not None:
            one = Drafted(replace(one.draft, population=whole.population), one.sentence, one.place)
        found.append(one)
    return found


def _whole_of(one: Drafted, found: Sequence[Drafted]) -> FigureDraft | None:
    """The count of a sentence that a number is told to be a part of by the same words (13 dead, two of them)."""
    drafts = (d.draft for d in found[-_LATELY:])
    return next((d for d in drafts if d.span == one.draft.whole and d.of is not None and d.of == one.draft.of), None)


def _before(one: Drafted, found: Sequence[Drafted]) -> FigureDraft | None:
    """The count right before it, if of one side; for "others", if those listed with that one are of its side too."""
    near = [d for d in found[-_LATELY:] if one.sentence - d.sentence <= _SENTENCES]
    if one.draft.measure not in _BEFELL or not near or near[-1].draft.implicit or near[-1].draft.unit != one.draft.unit:
        return None
    last = near[-1]
    beside = [d.draft for d in near if d.draft.measure == last.draft.measure and _is_listed_with(d, last)]
    if one.draft.fellows == "others" and len({_side(draft) for draft in beside}) > 1:
        return None
    return last.draft if _side(last.draft) else None


def _is_listed_with(one: Drafted, last: Drafted) -> bool:
    return one.sentence == last.sentence and last.draft.span[0] - one.draft.span[1] <= _LIST


_LIST = 30  # characters from one count of a list to the next


def _side(draft: FigureDraft) -> str | None:
    return next((value for value, _ in draft.population if value in _SERVE), None)
