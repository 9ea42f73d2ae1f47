"""The glued particles: classes that say what stands before the stem of a word; and the letters of the article."""

from typing import Final

ARTICLE: Final = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
"""The letters of the article."""
GLUED: Final = ("+and", "+fa", "+bi", "+li", "+ka")
"""And, so, in, to, like; the article is no particle here."""
GLUED_LETTERS: Final = frozenset(GLUED)
"""The same to be counted in a signature: each is one letter before the stem or the article."""
JOINING: Final = frozenset(("+and", "+fa"))
"""Those of them that join a clause to the one before."""
