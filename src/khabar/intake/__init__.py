"""Intake: sources named by the user become reports to read.

`open_sources` takes files, folders, web addresses and standard input, and yields for each report either an
`Incoming` (text and metadata, with the original bytes) or a `Failed` (what is wrong, where, and what to do).
Nothing here looks into the text: intake knows bytes, encodings, page layouts and dates, and no language.
"""

from khabar.intake.dates import check_published
from khabar.intake.incoming import FAILURE_CODES, Failed, FailureCode, Incoming
from khabar.intake.sources import open_sources, text_again
from khabar.intake.web import Web

__all__ = ["FAILURE_CODES", "Failed", "FailureCode", "Incoming", "Web", "check_published", "open_sources", "text_again"]
