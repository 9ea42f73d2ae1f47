"""What a terminal may be sent: words, and of what steers it only the few styles that khabar sets itself.

A report, or a case from somebody else, may hold escape sequences, which clear the screen, hide words, retitle the window, or type
for the person on some terminals; and marks that turn the direction of all that follows.  On a terminal they are shown as what
they are.  Redirected output stays as it is: it is data.
"""

from __future__ import annotations

import re
from typing import Final

_OWN: Final = r"\x1b\[(?:0|1|2|31|33)m"
_STEERING: Final = re.compile(rf"(?P<own>{_OWN})|[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066\u2067]")
"""Control characters but for tabs and line ends; overrides, embeddings, and isolates that khabar does not set."""
_PICTURES: Final = 0x2400
_DELETE: Final = "\u2421"


def shown(text: str) -> str:
    """A text as a terminal may be sent it."""
    return _STEERING.sub(_picture, text)


def said(message: str) -> str:
    """A message, which has no style of its own."""
    return _STEERING.sub(lambda found: _picture_of(found[0]), message)


def _picture(found: re.Match[str]) -> str:
    return found[0] if found["own"] else _picture_of(found[0])


def _picture_of(what: str) -> str:
    """The sign that stands for a control character, or its number."""
    pictures = [chr(_PICTURES + ord(c)) if c < " " else _DELETE if c == "\x7f" else f"<{ord(c):04X}>" for c in what[:1]]
    return "".join([*pictures, what[1:]])
