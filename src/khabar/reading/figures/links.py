"""How the figures of a report belong together: parts of a whole, additions to a total, the same count told again.

Only links are drawn: no number is ever added up in the record.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from heapq import merge
from itertools import accumulate
from operator import itemgetter

import msgspec

from khabar.languages.drafts import FigureDraft, Offsets
from khabar.record import Figure
from khabar.record.vocabulary import Measure, Population
from khabar.text.fold import fold_word
from khabar.text.page import Page

_TENFOLD = 10
_MOST_PARTS, _LEAST_TOTAL = 5, 5
# Characters between the first and the last part, and between the total and its nearest part.
_CLOSE, _BESIDE = 900, 1500
_FEW, _LIST = 3, 300  # more parts than that make up a number by chance, unless one list holds them
_PHRASE, _HEADLINE = 60, 300  # an officer and four soldiers; the opening of a report
_FIRM = ("exact", "at_least", "about")
_FEW_PEOPLE, _LONG_ENOUGH, _ROOT_LETTERS = 4, 3, 2
_WORDS_BEFORE = 60
_ANYBODY = "*"
_LATELY = 300  # counts of a measure among which the whole of a part is looked for
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_AND_THE = "\N{ARABIC LETTER WAW}" + _ARTICLE


@dataclass(frozen=True)
class Drafted:
    """A draft with the number of its sentence and the offsets of that sentence."""

    draft: FigureDraft
    sentence: int
    place: Offsets


def linked(page: Page, made: list[Figure], drafted: Sequence[Drafted]) -> list[Figure]:
    """The figures of a report in text order with `part_of` and `same_as` filled; `drafted` runs beside `made`."""
    made = _increments(_subsets(page, made, drafted))
    parts = _lists_of_parts(made) or {}
    parts |= _of_the_headline([f for f in made if f.id not in parts])
    made = [_of_the_sum(f, one.draft, parts) for f, one in zip(made, drafted, strict=True)]
    made = [_part(f, parts.get(f.id)) if f.part_of is None else f for f in made]
    shown = {f.id for f, one in zip(made, drafted, strict=True) if one.draft.whole is not None}
    taken = {f.id for f, one in zip(made, drafted, strict=True) if one.draft.taken_from is not None}
    return _told_alike(_repeated(made, parts), shown, taken)


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
        elif one.draft.subset or one.draft.taken_from is not None:
            lately = told.get(one.draft.taken_from or figure.measure, [])[-_LATELY:]
            before = [f for f in lately if _larger(f, figure) and (f.part_of is None or _holds_beside(page, f, figure))]
            before = [f for f in before if f.unit == figure.unit or f.unit != "body"] or before
            if one.draft.of_all:
                before.sort(key=_size)
            whole = _named_alike(page.text[max(one.place[0], figure.start - _WORDS_BEFORE) : figure.start], before)
        found.append(_part(figure, whole.id if whole is not None else None))
        told.setdefault(figure.measure, []).append(found[-1])
    return found


def _holds_beside(page: Page, whole: Figure, part: Figure) -> bool:
    """Whether a count that is itself a part, told right before a comma, holds another (three minors, a girl among them)."""
    alike = part.start - whole.end <= _PHRASE and _populations(whole) & _populations(part)
    return bool(alike) and "\N{ARABIC COMMA}" in page.text[whole.end : part.start]


def _of_the_sum(figure: Figure, draft: FigureDraft, parts: Mapping[str, str]) -> Figure:
    """Some of "the dead", told in another sentence, are of them all: of the total, where the count before is a part of it."""
    taken = draft.whole is None and (draft.of_all or draft.taken_from is not None)
    total = parts.get(figure.part_of) if taken and figure.part_of is not None else None
    return _part(figure, total)


def _named_alike(words: str, before: Sequence[Figure]) -> Figure | None:
    """Of the counts told before, the last whose people the words name (the dead of the army: soldiers of the army)."""
    named = _beginnings(words.split(), _LONG_ENOUGH)
    alike = [f for f in before if f.of and named & _beginnings(f.of.text.split(), _LONG_ENOUGH)]
    return (alike or before)[-1] if before else None


def _increments(made: list[Figure]) -> list[Figure]:
    """What was added lately belongs to the first larger total of the same people that the same source gives."""
    totals: dict[tuple[str, str | None], list[Figure]] = {}
    for figure in made:
        if figure.count_kind == "total":
            rising = totals.setdefault((figure.measure, figure.source), [])
            if not rising or _larger(figure, rising[-1]):  # one behind a larger is never the first to be larger
                rising.append(figure)
    found = []
    for figure in made:
        total = None
        if figure.count_kind in ("increment", "remaining") and figure.part_of is None:
            rising = totals.get((figure.measure, figure.source), [])
            at = bisect_right(rising, _size(figure), key=_size)
            total = rising[at] if at < len(rising) else None
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
            self._of_size.setdefault(_size(figure), []).append(figure)

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
        row = _Row([f for f in made if f.measure == measure and f.unit != "object" and f.bound != "vague" and _size(f)])
        for total in row.figures:
            if total.part_of is None and _size(total) >= _LEAST_TOTAL and total.id not in links:
                run = _run_that_makes(total, row, links)
                links |= dict.fromkeys((f.id for f in run), total.id)
    return links


def _run_that_makes(total: Figure, row: _Row, links: Mapping[str, str]) -> Sequence[Figure]:
    """The shortest row of neighbouring counts that comes to the total; empty when none does."""
    wanted = _size(total)

    def fits(part: Figure) -> bool:
        return part.part_of is None and part.id not in links and _size(part) < wanted and _may_hold(total, part)

    told = [f for f in row.near(total) if fits(f) and not (_stands_out(f) and f.start <= _HEADLINE < total.start)]
    once = [f for f in told if row.last(_size(f), fits) is f]
    for some in (told, once):
        sums = [0, *accumulate(map(_size, some))]
        for size in range(2, _MOST_PARTS + 1):
            for first in range(len(some) - size + 1):
                if sums[first + size] - sums[first] == wanted and _stands_by(some[first : first + size], total):
                    return some[first : first + size]
    return ()


def _may_hold(total: Figure, part: Figure) -> bool:
    """Whether a total of such people can hold the part: persons hold all, the dead of one side only their like; no toll is part."""
    toll = part.count_kind == "total" != total.count_kind
    return not toll and (not total.population or _share_noun(total, part, _LONG_ENOUGH))


def _stands_by(run: Sequence[Figure], total: Figure) -> bool:
    """Whether the row stands close together and near the total, with at most one victim that no number counts."""
    sides = {f.side for f in (*run, total) if f.side}
    named = _beginnings(total.of.text.split() if total.of else (), _LONG_ENOUGH)
    if len(sides) > 1 and not all(named & _beginnings(_called(f), _LONG_ENOUGH) for f in run if f.side):
        return False
    if sum(f.implicit for f in run) > 1 or (len(run) >= _FEW and run[-1].start - run[0].end > _LIST):
        return False
    if any(f.bound not in _FIRM for f in run):
        return False  # what is told as more or less than a number adds up to nothing
    one_phrase = run[-1].end - run[0].start < _PHRASE
    if (not _stands_out(total) or (any(f.implicit for f in run) and not one_phrase)) and not _in_one_list(run, total):
        return False  # a number amid the text is no total of what other paragraphs tell
    return run[-1].start - run[0].end < _CLOSE and min(abs(f.start - total.start) for f in run) < _BESIDE


def _called(figure: Figure) -> list[str]:
    return [*(figure.side or "").split(), *(figure.of.text.split() if figure.of else ())]


def _stands_out(total: Figure) -> bool:
    """Whether a number may sum up what other paragraphs tell: it opens the report, or is called a toll."""
    return total.start <= _HEADLINE or total.count_kind == "total"


def _in_one_list(run: Sequence[Figure], total: Figure) -> bool:
    return max(run[-1].end, total.end) - min(run[0].start, total.start) <= _LIST


def _of_the_headline(made: Sequence[Figure]) -> dict[str, str]:
    """Part → whole: where the opening says only "dozens", several counts of the same people below are its parts."""
    links: dict[str, str] = {}
    for whole in made:
        if whole.bound != "vague" or whole.start > _HEADLINE or whole.part_of is not None:
            continue
        told = [f for f in made if f.start > whole.end and f.measure == whole.measure and f.part_of is None]
        parts = [
            f
            for f in told
            if _share_noun(whole, f, _LONG_ENOUGH) and not f.implicit and _size(f) < (whole.order or 0) * _TENFOLD
        ]
        if len({_size(f) for f in parts}) > 1 and any(f.bound != "vague" for f in parts):
            links |= dict.fromkeys((f.id for f in parts if f.bound != "vague"), whole.id)
    return links


def _larger(one: Figure, other: Figure) -> bool:
    return _size(one) > _size(other)


def _size(figure: Figure) -> int:
    return figure.low or figure.high or figure.order or 0


def _repeated(made: list[Figure], parts: dict[str, str]) -> list[Figure]:
    """Each figure told before points at its first telling."""
    firsts = _Firsts()
    found = []
    for figure in made:
        like = firsts.like(figure)
        first = next((f for f in like if _same(f, figure) and not _side_by_side(f, figure, parts)), None)
        if first is None:
            firsts.add(figure)
            found.append(figure)
        else:
            found.append(msgspec.structs.replace(figure, same_as=first.id, measure=_told_fate(first, figure)))
    return found


class _Firsts:
    """First tellings by what any telling of the same count shares with them: its number, or its source and order."""

    def __init__(self) -> None:
        self._rows: dict[tuple[object, ...], list[tuple[int, Figure]]] = {}
        self._count = 0

    def add(self, figure: Figure) -> None:
        """Keep a first telling; a victim that no number counts, and a thing, are never told again."""
        if figure.implicit or figure.unit == "object":
            return
        self._count += 1
        vague = figure.bound == "vague"
        size = (figure.order or 0) if vague else _size(figure)
        keys = ((_fate(figure), _size(figure)), (_fate(figure), vague, figure.source, len(str(size))), (_size(figure),))
        for key in keys:
            self._rows.setdefault(key, []).append((self._count, figure))

    def like(self, figure: Figure) -> Iterator[Figure]:
        """The first tellings that a figure may tell again, in their order."""
        vague = figure.bound == "vague"
        digits = len(str((figure.order or 0) if vague else _size(figure)))
        keys: list[tuple[object, ...]] = [(_size(figure),) if _is_taken_up(figure) else (_fate(figure), _size(figure))]
        keys += [(_fate(figure), not vague, figure.source, digits + more) for more in ((0, 1) if vague else (-1, 0))]
        for _, first in merge(*(self._rows.get(key, ()) for key in keys), key=itemgetter(0)):
            yield first


def _fate(figure: Figure) -> str:
    """The measure under which a count may be told again (see `_same_fate`)."""
    return "killed" if figure.measure == "neutralised" else figure.measure


def _is_taken_up(figure: Figure) -> bool:
    """Whether a definite number counts people whose fate its own words do not say (the seven soldiers)."""
    return figure.measure in _FATELESS and figure.bound == "exact" and figure.text.startswith(_ARTICLE)


_FATELESS = ("forces", "other")


def _told_fate(first: Figure, again: Figure) -> Measure:
    """The measure of a count told again: that of its first telling, where its own words say none."""
    return first.measure if _is_taken_up(again) else again.measure


def _side_by_side(first: Figure, again: Figure, parts: dict[str, str]) -> bool:
    """Two parts of one list are two counts, though their numbers be equal."""
    return first.id in parts and parts.get(again.id) == parts[first.id]


def _told_alike(made: list[Figure], shown: set[str], taken: set[str]) -> list[Figure]:
    """A part told again is a part in each telling: what one telling shows holds for the others.

    The whole is told by the same source where it can be, and is its nearest telling, but for the parts in `shown`, whose
    own sentence tells it.  Those `taken` from "the dead" take up the telling next to them, whoever gave it.
    """
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


def _same(first: Figure, again: Figure) -> bool:
    """Whether a figure tells the same count again: one measure, one number, no other people."""
    if not _same_fate(first, again) or first.implicit != again.implicit or "object" in (first.unit, again.unit):
        return False
    if first.implicit or again.part_of == first.id or not _same_people(first, again) or _elsewhere(first, again):
        return False
    if (first.low, first.high, first.order) == (again.low, again.high, again.order):
        return True
    if "vague" in (first.bound, again.bound):
        return first.source == again.source and _of_order(first, again) and _share_noun(first, again, _ROOT_LETTERS)
    return _bounds_only(first, again)


def _elsewhere(first: Figure, again: Figure) -> bool:
    """A few people in one place are not the same few in another, when somebody else speaks; nor a few bodies told later."""
    few = _size(first) < _FEW_PEOPLE and first.bound == again.bound == "exact"
    if few and first.unit == "person" and again.unit == "body":
        return True  # three have died since; three bodies had been counted twice
    return few and first.source != again.source and bool(first.place and again.place) and first.place != again.place


def _same_fate(first: Figure, again: Figure) -> bool:
    """One measure, or none of its own where nouns agree; "neutralised" is an army's word for killed, of some number."""
    if first.measure == again.measure:
        return True
    if _is_taken_up(again):
        return again.start - first.end < _CLOSE and _share_noun(first, again, _LONG_ENOUGH)
    return {first.measure, again.measure} == {"killed", "neutralised"} and _size(first) > _LEAST_TOTAL


def _bounds_only(first: Figure, again: Figure) -> bool:
    """The same number with and without "at least" or "about"."""
    return (
        bool(_size(first))
        and _size(first) == _size(again)
        and {first.bound, again.bound} <= {"exact", "about", "at_least"}
    )


def _of_order(first: Figure, again: Figure) -> bool:
    vague, told = (first, again) if first.bound == "vague" else (again, first)
    order = vague.order or 0
    return told.bound != "vague" and bool(order) and order <= _size(told) < order * _TENFOLD


def _same_people(first: Figure, again: Figure) -> bool:
    """No contradiction in who they are: populations that share a value, or are unstated on one side."""
    ours, theirs = _populations(first), _populations(again)
    return not ours or not theirs or bool(ours & theirs)


def _share_noun(first: Figure, again: Figure, letters: int) -> bool:
    """Whether both count the same noun: singular and plural share the first letters (qatil, qatla)."""
    ours, theirs = (_beginnings(f.of.text.split() if f.of else (), letters) for f in (first, again))
    return bool(ours & theirs)


def _beginnings(words: Sequence[str], letters: int) -> set[str]:
    """The first letters of the words, folded, without the article; of words too short to tell, none."""
    bare = [fold_word(word).removeprefix(_AND_THE).removeprefix(_ARTICLE) for word in words]
    return {word[:letters] for word in bare if len(word) >= _LONG_ENOUGH}


def _populations(figure: Figure) -> set[Population]:
    return {p.value for p in figure.population}
