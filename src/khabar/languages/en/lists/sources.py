"""Source lists: titles and role nouns, nouns for unnamed sources and bodies, documents, media."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from khabar.languages.en.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows


class Role(NamedTuple):
    """A title: the gender it tells ("m", "f", ""), whether it is plural, a public office, and its flags (short, spokes, unit)."""

    gender: str
    plural: bool
    public: bool
    flags: frozenset[str]


def entries() -> Iterator[tuple[str, str, Any]]:
    """Classes role (Role), source_unnamed, source_body, source_document, source_thing, media (its flag)."""
    for row in rows(FOLDER / "roles.tsv"):
        for column in ("words", "plural"):
            for word in alternatives(row[column]):
                flags = frozenset(alternatives(row["flags"]))
                yield word, "role", Role(row["gender"], column == "plural", row["public"] == "1", flags)
    for row in rows(FOLDER / "source_nouns.tsv"):
        for word in alternatives(row["words"]):
            yield word, f"source_{row['kind']}", True
    for row in rows(FOLDER / "media.tsv"):
        for name in alternatives(row["names"]):
            yield name, "media", row["flags"]
