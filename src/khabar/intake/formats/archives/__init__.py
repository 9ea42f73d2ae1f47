"""Web archives: WARC files, and WACZ packages that hold them."""

from typing import Final

from khabar.intake.formats.archives import wacz, warc
from khabar.intake.formats.format import Format

FORMATS: Final[tuple[Format, ...]] = (warc.FORMAT, wacz.FORMAT)

__all__ = ["FORMATS"]
