"""The glued particles: classes that say what stands before the stem of a word."""

from typing import Final

GLUED: Final = ("+and", "+fa", "+bi", "+li", "+ka")
"""And, so, in, to, like; the article is no particle here."""
