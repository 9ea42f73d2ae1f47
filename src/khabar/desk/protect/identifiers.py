"""What points at one person without being a name: numbers, addresses, accounts, ages, points on a map.

No list of shapes is complete; these err on the side of too much, so that a long number is hidden whatever it counts.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final, NamedTuple

from khabar.desk.protect.cues import one_of
from khabar.text.fold import INVISIBLE


class Stretch(NamedTuple):
    """Words of a text, half open, and what they are."""

    start: int
    end: int
    what: str


_DIGIT: Final = r"[0-9\u0660-\u0669\u06f0-\u06f9]"
_GAP: Final = rf"[\s\-\u2010-\u2015.()/\\{INVISIBLE}]{{0,3}}"
_COMMA: Final = "\u060c"
_DECIMAL: Final = rf"[-+]?{_DIGIT}{{1,3}}[.\u066b]{_DIGIT}{{2,}}"
_SPELLED: Final = "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve"
_BORN_IN: Final = rf"(?:{one_of('born')})\s+(?:(?:{one_of('born_in')})\s+)*{_DIGIT}{{4}}"
_SHAPES: Final = (
    ("link", r"(?:https?|ftp|tg|mailto)://\S+|\bwww\.\S+|\b(?:t\.me|wa\.me|fb\.com|x\.com|twitter\.com|instagram\.com)/\S+"),
    ("email", r"[\w.+\-]+\s?(?:@|\[at\]|\(at\))\s?[\w\-]+(?:\.[\w\-]+)+"),
    ("account", r"[@#]\w[\w.\-]*"),
    ("point", rf"[-+]?{_DIGIT}{{1,3}}(?:[.,\u066b]{_DIGIT}{{4,}}|[.\u066b]{_DIGIT}{{2,}}\s?°?\s?[NSEW]\b)"),
    ("point", rf"{_DECIMAL}\s?[,{_COMMA}/;]\s?{_DECIMAL}"),
    ("point", rf"{_DIGIT}{{1,3}}\s?°\s?(?:{_DIGIT}{{1,2}}\s?['′’]\s?)?(?:{_DIGIT}{{1,2}}(?:[.,]{_DIGIT}+)?\s?[\"″”]\s?)?[NSEW]?"),
    ("number", rf"\+?(?:{_DIGIT}{_GAP}){{6,}}{_DIGIT}"),
    ("number", rf"\b(?=\w*{_DIGIT})(?=\w*[A-Za-z\u0620-\u064a])\w*{_DIGIT}{{3,}}\w*"),
    ("age", rf"{_DIGIT}{{1,3}}\s*(?:{one_of('age_unit')})(?!\w)"),
    ("age", rf"(?:{one_of('of_age')})(?:\s+(?:{one_of('of_age')}|{one_of('about')}))*\s*:?\s*{_DIGIT}{{1,3}}(?!{_DIGIT})"),
    ("age", _BORN_IN),
    ("age", r"\bage[ds]?:?\s+(?:about\s+|around\s+)?\d{1,3}\b|\b\d{1,3}[\s-]*(?:year|month|week|day)s?[\s-]*old\b"),
    ("age", r"\b\d{1,3}\s*(?:yo|y/o|yrs?\.?)\b|\bborn\s+(?:on\s+|in\s+)?[\w\s,]{0,15}\d{4}"),
    ("age", rf"(?<=[,{_COMMA}(])\s*{_DIGIT}{{1,2}}\s*(?=[,{_COMMA})])"),
    ("age", rf"\b(?:{_SPELLED}|\w+t(?:een|y))[\s-]+(?:year|month)s?[\s-]+old\b"),
    ("age", rf"(?:{one_of('age_begun')})\s+\u0627\u0644\w+(?:\s+\u0648\u0627\u0644\w+)?\s+\u0645\u0646\s+(?:{one_of('of_life')})"),
)  # fmt: skip
"""An age in Arabic may be spelled out: in the twenty-third of her life."""
_COMPILED: Final = tuple((what, re.compile(shape, re.IGNORECASE)) for what, shape in _SHAPES)


def identifiers(text: str) -> Iterator[Stretch]:
    """Every stretch that may point at one person, in no order; they may overlap."""
    for what, shape in _COMPILED:
        for found in shape.finditer(text):
            if found.end() > found.start():
                yield Stretch(found.start(), found.end(), what)
