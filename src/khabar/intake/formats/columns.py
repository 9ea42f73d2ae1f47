"""Which column of a table holds what: as a person said, else as plain headers tell."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from functools import cache
from pathlib import Path
from typing import Final

from khabar.intake.incoming import IntakeError

FIELDS: Final = ("text", "title", "outlet", "published", "url", "author", "language", "id")
"""What a column may hold.  Archives have more, which are kept as metadata: archived, archive, hash, status."""
_SPELLINGS: Final = str.maketrans("أإآىة", "ااايه", "ـ")
_ARTICLE, _SHORTEST = "ال", 3
_NO_WORDS: Final = re.compile(r"[\W_]+")


def folded(header: str) -> str:
    """A header without what people write differently: capitals, signs, marks over letters, forms of alef, the article."""
    plain = unicodedata.normalize("NFKD", header.casefold())
    letters = "".join(sign for sign in unicodedata.normalize("NFC", plain) if not unicodedata.combining(sign))
    words = _NO_WORDS.sub(" ", letters.translate(_SPELLINGS)).split()
    return " ".join(word.removeprefix(_ARTICLE) if len(word) > _SHORTEST else word for word in words)


def assigned(headers: Sequence[str], wished: Sequence[tuple[str, str]]) -> dict[str, int]:
    """Field → number of its column, from 0.

    `wished` pairs (field, header) go before what headers tell; a header may also be named by its number, from 1 on.  Raises
    IntakeError("bad_table") where a wished header is not there, or no column holds the text.
    """
    names = [folded(header) for header in headers]
    found = {field: _wished(headers, names, header) for field, header in wished}
    for field, header in _known():
        if field not in found and header in names and names.index(header) not in found.values():
            found[field] = names.index(header)
    if "text" not in found:
        raise IntakeError("bad_table", "no_text_column", headers=_listed(headers))
    return found


def _wished(headers: Sequence[str], names: list[str], header: str) -> int:
    for known, wanted in ((list(headers), header), (names, folded(header))):
        if wanted in known:
            return known.index(wanted)
    if header.isdecimal() and 1 <= int(header) <= len(headers):
        return int(header) - 1
    raise IntakeError("bad_table", "no_such_column", column=header, headers=_listed(headers))


def _listed(headers: Sequence[str]) -> str:
    return ", ".join(f"“{header.strip()}”" for header in headers[:40])


@cache
def _known() -> tuple[tuple[str, str], ...]:
    lines = Path(__file__).with_name("columns.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple((field, folded(header)) for field, header in rows)
