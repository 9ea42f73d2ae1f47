"""A JSON document that no other format knows: what can be done with it is told."""

from __future__ import annotations

from collections.abc import Iterator

from khabar.intake.formats.format import Format
from khabar.intake.incoming import Arrival, IntakeError, Kept
from khabar.intake.opening import Given


def _read(given: Given) -> Iterator[Arrival]:
    yield IntakeError("unsupported", "json_document").at(given.name)


def _again(kept: Kept) -> None:
    del kept


FORMAT = Format((), lambda given: given.named(".json"), _read, _again)
