"""Intake: sources named by the user become reports to read.

`open_sources` takes files, folders, web addresses and standard input, and yields for each report either an
`Incoming` (text and metadata, with the original bytes) or a `Failed` (what is wrong, where, and what to do), and `Noted`
for what a person should know and what cost no report.  The formats of files stand in `khabar.intake.formats`.
Nothing here looks into the text: intake knows bytes, encodings, page layouts and dates, and of languages only what programs
write around a report (headers of tables, names of months, the notices of a chat).
"""

from khabar.intake.dates import check_published
from khabar.intake.formats.columns import FIELDS as TABLE_FIELDS
from khabar.intake.incoming import FAILURE_CODES, Arrival, Failed, FailureCode, Incoming, Kept, Noted
from khabar.intake.opening import Meter, Opening
from khabar.intake.sources import open_sources, size_of, text_again
from khabar.intake.web import Visited, Web, posted

__all__ = [
    "FAILURE_CODES",
    "TABLE_FIELDS",
    "Arrival",
    "Failed",
    "FailureCode",
    "Incoming",
    "Kept",
    "Meter",
    "Noted",
    "Opening",
    "Visited",
    "Web",
    "check_published",
    "open_sources",
    "posted",
    "size_of",
    "text_again",
]
