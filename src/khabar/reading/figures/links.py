"""How the figures of a report belong together: parts of a whole, additions to a total, the same count told again.

Only links are drawn: no number is ever added up in the record.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import accumulate, pairwise

import msgspec

from khabar.languages.drafts import FigureDraft, Offsets
from khabar.reading.figures.again import Told, repeated
from khabar.reading.figures.alike import LONG_ENOUGH, are_anybody, beginnings, number_of, populations, share_noun
from khabar.record import Figure
from khabar.text.page import Page

_TENFOLD = 10
_MOST_PARTS, _LEAST_TOTAL = 5, 5
# Characters between the first and the last part, and between the total and its nearest part.
_CLOSE, _BESIDE = 900, 1500
_FEW, _LIST = 3, 300  # more parts than that make up a number by chance, unless one list holds them
_PHRASE, _HEADLINE = 60, 300  # an officer and four soldiers; the opening of a report
_FIRM = ("exact", "at_least", "about")
_WORDS_BEFORE = 60
_ANYBODY = "*"
_LATELY = 300  # counts of a measure among which the whole of a part is looked for


@dataclass(frozen=True)
class Drafted:
    """A draft with the number of its sentence and the offsets of that sentence."""

    draft: FigureDraft
    sentence: int
    place: Offsets


def linked(page: Page, made: list[Figure], drafted: Sequence[Drafted], towns: AbstractSet[str]) -> list[Figure]:
    """The figures of a report in text order with `part_of` and `same_as` filled; `drafted` runs beside `made`.

    `towns`: the names of the towns of the report that the atlas lists.
    """
    made = _increments(_subsets(page, made, drafted), drafted)
    parts = _lists_of_parts(made) or {}
    parts |= _of_the_headline([f for f in made if f.id not in parts], made, drafted)
    made = [_of_the_sum(f, one.draft, parts) for f, one in zip(made, drafted, strict=True)]
    made = [_part(f, parts.get(f.id)) if f.part_of is None else f for f in made]
    shown = {f.id for f, one in zip(made, drafted, strict=True) if one.draft.whole is not None}
    taken = {f.id for f, one in zip(made, drafted, strict=True) if one.draft.taken_from is not None}
    told = [
        Told(f, one.sentence, one.draft.apart, f.place if f.place in towns else None)
        for f, one in zip(made, drafted, strict=True)
    ]
    return _told_alike(repeated(told, parts), shown, taken)


def _part(figure: Figure, whole: str | None) -> Figure:
    return msgspec.structs.replace(figure, part_of=whole) if whole else figure


def _subsets(page: Page, made: list[Figure], drafted: Sequence[Drafted]) -> list[Figure]:
    """Each subset points at its whole: the one its sentence shows, else a larger count of its measure told before."""
    found: list[Figure] = []
    told: dict[str, list[Figure]] = {}
    shown = {(figure.start, figure.end): figure for figure in reversed(made)}
    for figure, one in zip(made, drafted, strict=True):
        whole = None
        if one.draft.whole is not None:
            whole = shown.get(one.draft.whole)
            if whole is not None and whole.high is not None and number_of(figure) > whole.high:
                whole = None  # no part is more than its whole
        elif one.draft.subset or one.draft.taken_from is not None:
            lately = told.get(one.draft.taken_from or figure.measure, [])[-_LATELY:]
            before = [f for f in lately if _larger(f, figure) and (f.part_of is None or _holds_beside(page, f, figure))]
            before = [f for f in before if f.unit == figure.unit or f.unit != "body"] or before
            if one.draft.of_all:
                before = [f for f in before if f.count_kind != "subset" or f.part_of is not None]  # none beside it
                before.sort(key=number_of)
            whole = _named_alike(page.text[max(one.place[0], figure.start - _WORDS_BEFORE) : figure.start], before)
        elif figure.count_kind == "total" and populations(figure) & _SOME and not one.draft.apart:
            whole = _of_everybody(figure, told.get(figure.measure, ())[-_LATELY:])
            figure = msgspec.structs.replace(figure, count_kind="subset") if whole is not None else figure
        found.append(_part(figure, whole.id if whole is not None else None))
        told.setdefault(figure.measure, []).append(found[-1])
    return found


_SOME = frozenset(("child", "woman", "journalist", "medic", "aid_worker", "foreigner"))


def _of_everybody(part: Figure, before: Sequence[Figure]) -> Figure | None:
    """The last toll of people of every kind that a toll of children, of women, of a calling is a part of."""
    whole = (f for f in reversed(before) if f.count_kind == "total" and not f.population and f.part_of is None)
    return next((f for f in whole if _larger(f, part)), None)


def _holds_beside(page: Page, whole: Figure, part: Figure) -> bool:
    """Whether a count that is itself a part, told right before a comma, holds another (three minors, a girl among them)."""
    alike = part.start - whole.end <= _PHRASE and populations(whole) & populations(part)
    return bool(alike) and "\N{ARABIC COMMA}" in page.text[whole.end : part.start]


def _of_the_sum(figure: Figure, draft: FigureDraft, parts: Mapping[str, str]) -> Figure:
    """Some of "the dead", told in another sentence, are of them all: of the total, where the count before is a part of it."""
    taken = draft.whole is None and (draft.of_all or draft.taken_from is not None)
    total = parts.get(figure.part_of) if taken and figure.part_of is not None else None
    return _part(figure, total)


def _named_alike(words: str, before: Sequence[Figure]) -> Figure | None:
    """Of the counts told before, the last whose people the words name (the dead of the army: soldiers of the army)."""
    named = beginnings(words.split(), LONG_ENOUGH)
    alike = [f for f in before if f.of and named & beginnings(f.of.text.split(), LONG_ENOUGH)]
    return (alike or before)[-1] if before else None


def _increments(made: list[Figure], drafted: Sequence[Drafted]) -> list[Figure]:
    """What was added lately belongs to the first larger total of the same people that the same source gives; where none is
    given, to the larger count its own sentence has told (the toll rose to 34, after three of the wounded died).
    """
    totals: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in made:
        if figure.count_kind == "total":
            rising = totals.setdefault((figure.measure, figure.source), [])
            if not rising or _larger(figure, rising[-1]):  # one behind a larger is never the first to be larger
                rising.append(figure)
    found: list[Figure] = []
    for figure, one in zip(made, drafted, strict=True):
        total = None
        if figure.count_kind in ("increment", "remaining") and figure.part_of is None:
            rising = totals.get((figure.measure, figure.source), [])
            at = bisect_right(rising, number_of(figure), key=number_of)
            total = rising[at] if at < len(rising) else None
            last = found[-1] if found and drafted[len(found) - 1].sentence == one.sentence else None
            if total is None and last is not None and figure.count_kind == "increment":
                total = last if last.measure == figure.measure and _larger(last, figure) else None
        found.append(_part(figure, total.id if total is not None else None))
    return found


class _Row:
    """The counts of one measure in text order, to be looked for by their place and by their number."""

    def __init__(self, figures: Sequence[Figure]) -> None:
        self.figures = figures
        self._starts = [f.start for f in figures]
        self._reach = _BESIDE + _CLOSE + max((f.end - f.start for f in figures), default=0)
        self._of_size: dict[int, list[Figure]] = {}
        for figure in figures:
            self._of_size.setdefault(number_of(figure), []).append(figure)

    def near(self, total: Figure) -> Sequence[Figure]:
        """The counts that stand close enough to a total to be its parts."""
        reach = self._reach if _stands_out(total) else _LIST
        first = bisect_left(self._starts, total.start - reach)
        return self.figures[first : bisect_right(self._starts, total.start + reach)]

    def last(self, size: int, fits: Callable[[Figure], bool]) -> Figure | None:
        """The last count of a number that fits."""
        return next((f for f in reversed(self._of_size[size]) if fits(f)), None)


def _lists_of_parts(made: Sequence[Figure]) -> dict[str, str]:
    """Part → total: neighbouring counts of one measure that come exactly to a count told beside them are its parts.

    What other counts stand between does not matter (the injured between the dead); a number told twice counts once.
    """
    links: dict[str, str] = {}
    for measure in dict.fromkeys(f.measure for f in made):
        row = _Row(
            [f for f in made if f.measure == measure and f.unit != "object" and f.bound != "vague" and number_of(f)]
        )
        for total in row.figures:
            if total.part_of is None and number_of(total) >= _LEAST_TOTAL and total.id not in links:
                run = _run_that_makes(total, row, links)
                links |= dict.fromkeys((f.id for f in run), total.id)
    return links


def _run_that_makes(total: Figure, row: _Row, links: Mapping[str, str]) -> Sequence[Figure]:
    """The shortest row of neighbouring counts that comes to the total; empty when none does."""
    wanted = number_of(total)

    def fits(part: Figure) -> bool:
        return part.part_of is None and part.id not in links and number_of(part) < wanted and _may_hold(total, part)

    told = [f for f in row.near(total) if fits(f) and not (_stands_out(f) and f.start <= _HEADLINE < total.start)]
    once = [f for f in told if row.last(number_of(f), fits) is f]
    for some in (told, once):
        sums = [0, *accumulate(map(number_of, some))]
        for size in range(2, _MOST_PARTS + 1):
            for first in range(len(some) - size + 1):
                if sums[first + size] - sums[first] == wanted and _stands_by(some[first : first + size], total):
                    return some[first : first + size]
    return ()


def _may_hold(total: Figure, part: Figure) -> bool:
    """Whether a total of such people can hold the part: persons hold all, the dead of one side only their like; no toll is part."""
    toll = part.count_kind == "total" != total.count_kind
    if toll or _differ_in_source(total, part):
        return False
    return not total.population or share_noun(total, part, LONG_ENOUGH)


def _differ_in_source(one: Figure, other: Figure) -> bool:
    """Whether two sources have counted, each for himself: what the outlet tells may be of either."""
    if one.source is None or other.source is None or one.source == other.source:
        return False
    named = beginnings(one.source.split(), LONG_ENOUGH)  # security sources, a security source
    return named.isdisjoint(beginnings(other.source.split(), LONG_ENOUGH))


def _stands_by(run: Sequence[Figure], total: Figure) -> bool:
    """Whether the row stands close together and near the total, with at most one victim that no number counts."""
    sides = {f.side for f in (*run, total) if f.side}
    named = beginnings(total.of.text.split() if total.of else (), LONG_ENOUGH)
    if len(sides) > 1 and not all(named & beginnings(_called(f), LONG_ENOUGH) for f in run if f.side):
        return False
    if run[0].start < total.start < run[-1].start:
        return False  # a total sums up what is told before it, or is taken apart behind it
    if sum(f.implicit for f in run) > 1 or (len(run) >= _FEW and run[-1].start - run[0].end > _LIST):
        return False
    if any(f.bound not in _FIRM for f in run):
        return False  # what is told as more or less than a number adds up to nothing
    one_phrase = run[-1].end - run[0].start < _PHRASE
    if any(f.implicit for f in run) and not one_phrase:
        return False
    if not _stands_out(total) and not _in_one_list(run, total):
        return False  # a number amid the text is no total of what other paragraphs tell
    return run[-1].start - run[0].end < _CLOSE and min(abs(f.start - total.start) for f in run) < _BESIDE


def _called(figure: Figure) -> list[str]:
    return [*(figure.side or "").split(), *(figure.of.text.split() if figure.of else ())]


def _stands_out(total: Figure) -> bool:
    """Whether a number may sum up what other paragraphs tell: it opens the report, or is called a toll."""
    return total.start <= _HEADLINE or total.count_kind == "total"


def _in_one_list(run: Sequence[Figure], total: Figure) -> bool:
    return max(run[-1].end, total.end) - min(run[0].start, total.start) <= _LIST


def _of_the_headline(free: Sequence[Figure], made: Sequence[Figure], drafted: Sequence[Drafted]) -> dict[str, str]:
    """Part → whole: where the opening says only "dozens", several counts of the same people below are its parts, and so are the
    counts that a sentence of one source sets side by side where the opening says no more than "dozens of dead".
    """
    links: dict[str, str] = {}
    for whole in free:
        if whole.bound != "vague" or whole.start > _HEADLINE or whole.part_of is not None:
            continue
        most = (whole.order or 0) * _TENFOLD
        told = [f for f in free if f.start > whole.end and f.measure == whole.measure and f.part_of is None]
        told = [f for f in told if not f.implicit and number_of(f) < most]
        parts = [f for f in told if share_noun(whole, f, LONG_ENOUGH)]
        if len({number_of(f) for f in parts}) > 1 and any(f.bound != "vague" for f in parts):
            links |= dict.fromkeys((f.id for f in parts if f.bound != "vague"), whole.id)
        elif are_anybody(whole):
            sentences = {f.id: one.sentence for f, one in zip(made, drafted, strict=True)}
            listed = [pair for pair in pairwise(told) if sentences[pair[0].id] == sentences[pair[1].id]]
            links |= dict.fromkeys((f.id for pair in listed if _is_list(*pair) for f in pair), whole.id)
    return links


def _is_list(one: Figure, other: Figure) -> bool:
    """Whether one source tells two numbers, neither of which is a toll."""
    numbers = number_of(one) != number_of(other) and "vague" not in (one.bound, other.bound)
    counted = "total" not in (one.count_kind, other.count_kind) and one.source == other.source
    return numbers and counted


def _larger(one: Figure, other: Figure) -> bool:
    return number_of(one) > number_of(other)


def _told_alike(made: list[Figure], shown: set[str], taken: set[str]) -> list[Figure]:
    """A part told again is a part in each telling: what one telling shows holds for the others.

    The whole is told by the same source where it can be, and is its nearest telling, but for the parts in `shown`, whose
    own sentence tells it.  Those `taken` from "the dead" take up the telling next to them, whoever gave it.
    """
    if all(f.part_of is None for f in made):
        return made
    first = {f.id: f.same_as or f.id for f in made}
    tellings: dict[tuple[str, str | None], list[Figure]] = {}
    whole: dict[str, str] = {}
    for f in made:
        for source in {f.source, _ANYBODY}:
            tellings.setdefault((first[f.id], source), []).append(f)
        if f.part_of is not None:
            whole.setdefault(first[f.id], first[f.part_of])
    found = []
    for f in made:
        root = whole.get(first[f.id])
        if root is not None and f.id not in shown and root != first[f.id]:
            own = tellings.get((root, f.source)) or (tellings[root, _ANYBODY] if f.id in taken else None)
            told = f.part_of if f.part_of is not None and first[f.part_of] == root else root
            f = _part(f, _nearest(own, f.start) if own else told)
        found.append(f)
    return found


def _nearest(tellings: Sequence[Figure], start: int) -> str:
    """The telling next to a place of the text; of two as near, the one before it."""
    at = bisect_left(tellings, start, key=lambda f: f.start)
    beside = tellings[max(0, at - 1) : at + 1]
    return min(beside, key=lambda f: abs(f.start - start)).id
