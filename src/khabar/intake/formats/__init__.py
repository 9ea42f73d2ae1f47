"""The formats that reports come in.  A new one is a file of this folder and its line in `FORMATS`.

The order counts: the first that tells a file by its name and first bytes reads it, so special ones stand before general ones.
"""

from typing import Final

from khabar.intake.formats import (
    archives,
    auto_archiver,
    feed,
    json_document,
    json_lines,
    mail,
    ninjs,
    pdf,
    picture,
    plain_text,
    table,
    telegram,
    telegram_pages,
    web_page,
    whatsapp,
    word_text,
    workbook,
)
from khabar.intake.formats.format import Format
from khabar.intake.opening import Given

FORMATS: Final[tuple[Format, ...]] = (
    *archives.FORMATS, feed.FORMAT, pdf.FORMAT, picture.FORMAT, workbook.FORMAT, word_text.FORMAT, table.FORMAT, json_lines.FORMAT,
    telegram.FORMAT, auto_archiver.FORMAT, ninjs.FORMAT, json_document.FORMAT, mail.FORMAT, telegram_pages.FORMAT, web_page.FORMAT,
    whatsapp.FORMAT, plain_text.FORMAT,
)  # fmt: skip
ENDINGS: Final = tuple(dict.fromkeys(ending for known in FORMATS for ending in known.endings))
"""What the names of files that are read end in."""
_BY_KIND: Final = {kind: known for known in FORMATS for kind in known.kinds}


def format_of(given: Given) -> Format | None:
    """The format of a file, told by its name and first bytes; None where none knows it."""
    return next((known for known in FORMATS if known.tells(given)), None)


def format_of_kind(kind: str) -> Format | None:
    """The format whose reports are of that kind."""
    return _BY_KIND.get(kind)


__all__ = ["ENDINGS", "FORMATS", "Format", "format_of", "format_of_kind"]
