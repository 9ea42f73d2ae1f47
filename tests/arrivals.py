"""What a source gave: its reports, each held against its own bytes, and what was told about it."""

from __future__ import annotations

from khabar.intake import Arrival, Incoming, Kept, Noted, text_again


def reports(found: list[Arrival]) -> list[Incoming]:
    """The reports; each must come out of its original again."""
    made = [each for each in found if isinstance(each, Incoming)]
    for report in made:
        assert report.original is not None
        assert (
            text_again(Kept(report.original, report.kind, report.encoding, report.id, report.metadata)) == report.text
        )
    return made


def notes(found: list[Arrival]) -> dict[str, dict[str, str]]:
    """What a person should know, by its reason."""
    return {each.reason: dict(each.details) for each in found if isinstance(each, Noted)}
