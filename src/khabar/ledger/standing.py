"""What became of a report after it came in: taken back, corrected, brought up to date, and by which other report."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass

import apsw

_GRAVEST = ("retracted", "retraction_proposed", "superseded", "superseding_proposed")


@dataclass(frozen=True, slots=True)
class Standing:
    """How a document stands, as the view `document_standing` tells it.

    `by`: the documents that retract or supersede it, or are proposed to; `notice`: as what the gravest of them calls itself
    (retraction, correction, clarification, update), None where a person saw it without a notice.
    """

    standing: str
    by: tuple[int, ...]
    notice: str | None = None


def standings(connection: apsw.Connection, documents: Iterable[int] | None = None) -> dict[int, Standing]:
    """The documents, all or of those chosen, that others retract or supersede, or are proposed to; the others are not in it."""
    chosen = "" if documents is None else "AND older IN (SELECT value FROM json_each(?))"
    query = f"""SELECT older, document, relation, state, kind FROM document_links
                WHERE state <> 'reject' {chosen} ORDER BY older, document"""  # noqa: S608 - nothing of a person's
    values = () if documents is None else (json.dumps(sorted(documents)),)
    found: dict[int, list[tuple[str, int, str | None]]] = {}
    for older, document, relation, state, kind in connection.execute(query, values):
        accepted = state == "accept"
        if relation == "retracts":
            told = "retracted" if accepted else "retraction_proposed"
        else:
            told = "superseded" if accepted else "superseding_proposed"
        found.setdefault(older, []).append((told, document, kind))
    return {older: _gravest(links) for older, links in found.items()}


def _gravest(links: list[tuple[str, int, str | None]]) -> Standing:
    standing = min((told for told, _, _ in links), key=_GRAVEST.index)
    of_it = [(document, kind) for told, document, kind in links if told == standing]
    notices = [kind for _, kind in of_it if kind]
    return Standing(standing, tuple(dict.fromkeys(document for document, _ in of_it)), notices[0] if notices else None)
