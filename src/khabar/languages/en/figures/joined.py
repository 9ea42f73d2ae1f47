"""Counts that share a verb: 17 rebels and two soldiers were killed, 12 people, most of them women, were killed."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.drafts import FigureDraft
from khabar.languages.en.figures.counting import governs
from khabar.record.vocabulary import FATES, Measure

_FATES = ("state", "suffers")
_REACH = 12  # units from a count to the verb it shares


def with_fates(units: Sequence[Unit], drafts: Sequence[FigureDraft]) -> list[FigureDraft]:
    """The drafts with the fate that the verb behind the last of a list tells of all of it.

    A single victim of whom nothing is told is none.
    """
    if all(draft.measure not in _OPEN and not draft.subset for draft in drafts):
        return list(drafts)
    kept: list[FigureDraft] = []
    for draft in reversed(drafts):
        if draft.measure in _OPEN:
            draft = _with_fate(units, draft, kept[-1] if kept else None)
        if draft.measure != "other" or not draft.implicit:
            kept.append(draft)
    return _with_fate_of_whole(units, kept[::-1])


_OPEN = ("other", "forces")  # what the noun alone says: soldiers are forces until a verb tells what became of them


def _with_fate_of_whole(units: Sequence[Unit], drafts: Sequence[FigureDraft]) -> list[FigureDraft]:
    """The drafts with the fate of the whole on its parts (a family of four, including two children, died); what "and" joins to a
    part is one as well (the dead include two doctors and their two sons).
    """
    found: list[FigureDraft] = []
    for draft in drafts:
        if found and found[-1].subset and not draft.subset and _goes_on(units, found[-1], draft):
            draft = replace(draft, subset=True, count_kind="subset")
        if draft.subset and draft.measure == "other" and found:
            draft = replace(draft, measure=found[-1].measure)
        found.append(draft)
    return found


def _goes_on(units: Sequence[Unit], last: FigureDraft, draft: FigureDraft) -> bool:
    """Whether only "and" and words that tell nothing of their own stand between two counts."""
    first, end = _index(units, max(last.span[1], last.of[1] if last.of else 0)), _index(units, draft.span[0])
    between = units[first:end]
    if not 0 < len(between) <= _REACH or not any(u.view == "and" for u in between):
        return False
    return all(u.signature.isdisjoint(_TELLS) for u in between)


_TELLS = frozenset(("be", "harms", "state", "suffers", "cue", "stop", "semicolon", "have_form", "rel", "event_verb"))


def _with_fate(units: Sequence[Unit], draft: FigureDraft, following: FigureDraft | None) -> FigureDraft:
    end = max(draft.span[1], draft.of[1] if draft.of else 0)
    at = next((k for k, u in enumerate(units) if u.start >= end), len(units))
    joined = following is not None and _is_list(units[at : _index(units, following.span[0])])
    if following is not None and joined and following.measure in _SHARED:
        kind = following.count_kind if following.subset else draft.count_kind
        return replace(draft, measure=following.measure, subset=following.subset or draft.subset, count_kind=kind)
    if following is not None and _are_among(units, at) and _index(units, following.span[0]) - at <= _NEAR:
        return replace(draft, measure=following.measure, subset=True, count_kind="subset")
    if draft.subset and draft.implicit and at + 1 < len(units) and "comma" in units[at].signature:
        at += 1  # five people, including a child, were killed
    helped = at < len(units) and "be" in units[at].signature  # were also killed
    among = _are_among(units, at)
    reach = _AMONG if among else 3 if helped else 1
    if not helped and governs(units, at):
        return draft
    verb = _fate_in(units[at : at + reach]) or _verb_behind_aside(units, at) or _behind_one_more(units, at)
    if verb is None:
        return draft
    return replace(draft, measure=verb, subset=True, count_kind="subset") if among else replace(draft, measure=verb)


def _are_among(units: Sequence[Unit], at: int) -> bool:
    """Whether "were among" stands here (were among the dead)."""
    return at + 2 < len(units) and "be" in units[at].signature and units[at + 1].view == "among"


def _fate_in(units: Sequence[Unit]) -> Measure | None:
    """What the first word of so many that tells a fate says."""
    for unit in units:
        for name in _FATES:
            if name in unit.signature:
                found: Measure = unit[name]
                return found
    return None


_NEAR = 4
_SHARED: frozenset[Measure] = FATES | {"released", "evacuated"}


def _index(units: Sequence[Unit], start: int) -> int:
    return next((k for k, u in enumerate(units) if u.start >= start), len(units))


def _is_list(between: Sequence[Unit]) -> bool:
    """Whether only commas, "and" and people without a count stand between two counts."""
    if not between or len(between) > _REACH:
        return False
    joins = any(u.view == "and" or "comma" in u.signature for u in between)
    return joins and all(u.view == "and" or u.signature & _OF_LIST for u in between)


_OF_LIST = frozenset(("comma", "people", "a_one", "possessive_det", "demonym"))


def _behind_one_more(units: Sequence[Unit], at: int) -> Measure | None:
    """The fate behind one more whom "and" joins (two guards and a passer-by, two guards and the driver were injured)."""
    if at + 2 >= len(units) or units[at].view != "and" or units[at + 1].signature.isdisjoint(_ONE):
        return None
    near = range(at + 2, min(at + _FEW, len(units)))
    helper = next((k for k in near if units[k].signature & {"be", "suffers"}), None)
    return _fate_in(units[helper : helper + 3]) if helper is not None else None


_ONE = frozenset(("a_one", "article", "possessive_det"))
_FEW = 8  # units


def _verb_behind_aside(units: Sequence[Unit], at: int) -> Measure | None:
    """The fate behind an aside that says who they were (12 people, most of them women, were killed; two boys, aged nine and 13,
    drowned).
    """
    if at >= len(units) or "comma" not in units[at].signature:
        return None
    commas = [k for k in range(at + 2, min(at + _LONG, len(units) - 1)) if "comma" in units[k].signature]
    if not commas:
        return None
    close = next((k for k in commas if units[k + 1].signature & {"be", *_FATES}), commas[0])
    told = any("subset" in u.signature or u.view in _AGED for u in units[at + 1 : min(close, at + _REACH)])
    named = "capital" in units[at + 1].signature and units[at + 1].signature & {"given", "surname", "toponym", "word"}
    return _fate_in(units[close + 1 : close + 4]) if told or named else None


_AMONG = 4  # units: were among the dead
_LONG = 24  # units of an aside that names those counted (two men, Ada Hale and Jon Penn, were also killed)
_AGED = ("aged", "ages", "age")
