"""WARC files (.warc, .warc.gz): what crawlers and browsers record."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from khabar.intake.formats.archives.walking import Archive, Part, text_in
from khabar.intake.formats.format import Format
from khabar.intake.incoming import Arrival
from khabar.intake.opening import Given

_BEGIN: Final = re.compile(rb"\s*WARC/\d+\.\d+[ \t]*\r?\n")


def _read(given: Given) -> Iterator[Arrival]:
    yield from Archive([Part(given.name, given.open, once=given.name == "stdin")]).arrivals()


FORMAT = Format(
    ("warc",),
    lambda given: _BEGIN.match(given.head) is not None or (given.named(".warc") and not given.head.strip()),
    _read,
    text_in,
    (".warc", ".warc.gz"),
)
