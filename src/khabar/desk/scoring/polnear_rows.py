"""Claims against the attributions of PolNeAR, which allows contents in several pieces."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from khabar.desk.scoring.pairing import Extent, Item, extent, having, pair
from khabar.desk.scoring.tally import Count, Rows

_EDGE: Final = " \n\t\"“”',.‘’:;"
_THAT: Final = "that "
_QUOTES: Final = frozenset('"“”')
_ENOUGH: Final = 0.5


def polnear_rows(gold: Item, record: Item) -> Rows:
    """claims: contents share half their characters, edges stripped of punctuation and of a leading "that".

    claims+who: and the speakers' spans overlap.  quoted R, unquoted R: recall of attributions with and without quotation
    marks.  A second annotation of an article has no rows.
    """
    if gold.get("double"):
        return {}
    text = gold["text"]
    wanted, read = having(gold["attributions"], "content"), having(record.get("claims", []), "content")
    contents = [_characters(text, item["content"]) for item in wanted]
    found = [_characters(text, [_there(claim["content"])]) for claim in read]
    pairs = pair(contents, found, _likeness)
    who = sum(_same_source(wanted[i], read[j]) for i, j in pairs)
    quoted = [any(_QUOTES & set(text[start:end]) for start, end in item["content"]) for item in wanted]
    hits = {i for i, _ in pairs}
    return {
        "claims": Count(len(pairs), len(read), len(wanted)),
        "claims+who": Count(who, len(read), len(wanted)),
        "quoted R": _recall(hits, [i for i, marks in enumerate(quoted) if marks]),
        "unquoted R": _recall(hits, [i for i, marks in enumerate(quoted) if not marks]),
    }


def _recall(hits: set[int], among: list[int]) -> Count:
    return Count(len(hits & set(among)), len(among), len(among))


def _likeness(one: set[int], other: set[int]) -> float:
    alike = len(one & other) / len(one | other) if one | other else 0.0
    return alike if alike >= _ENOUGH else 0.0


def _same_source(gold: Item, claim: Item) -> bool:
    wanted = {i for start, end in gold["source"] for i in range(start, end)}
    return not wanted.isdisjoint(range(*_there(claim.get("speaker"))))


def _there(span: Item | None) -> Extent:
    return extent(span) or (0, 0)


def _characters(text: str, pieces: Iterable[Extent]) -> set[int]:
    return {i for start, end in pieces for i in range(*_trimmed(text, start, end))}


def _trimmed(text: str, start: int, end: int) -> Extent:
    while start < end and text[start] in _EDGE:
        start += 1
    while end > start and text[end - 1] in _EDGE:
        end -= 1
    if text[start:end].lower().startswith(_THAT):
        return _trimmed(text, start + len(_THAT), end)
    return start, end
