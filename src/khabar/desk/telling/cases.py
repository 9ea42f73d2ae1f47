"""Names in the case that a sentence of ours needs; in the report they stood in whatever case its sentence needed.

Arabic shows a case in letters with few words: plurals in -ون/-ين, duals in -ان/-ين, an indefinite accusative, and "father of".
Only heads that a list knows are changed, with the adjectives that agree with them; every other name stays as it is.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import takewhile
from typing import Final

from khabar.desk.telling.lists import bare, nouns_of_sources

ACCUSATIVE = re.compile(r"(?<=\w)اً")
"""The ending of an indefinite accusative."""
_ARTICLE: Final = "ال"
_ADJECTIVE: Final = 4
"""Letters of an adjective with such an ending, the ending included."""
_FATHERS: Final = ("أبي", "أبا", "أبو")
_PEOPLE = re.compile("ال(?:(?!م?لاي|تعي|تبي)\\w{2,}يين|م(?!\\wا\\wين)\\w{3,}ين)")
_DUALS_OF_FEMININES: Final = ("تان", "تين")


def as_subject(name: str) -> str:
    """A name as the subject of a sentence: "سكاناً في القرية" → "سكان في القرية", "الناجين" → "الناجون", "أبي سالم" → "أبو سالم"."""
    words = name.split()
    if not words:
        return ""
    accusative = list(takewhile(ACCUSATIVE.search, words))  # the head and its adjectives; no "53 عاماً" behind them
    words[: len(accusative)] = [ACCUSATIVE.sub("", word) for word in accusative]
    head = words[0].removeprefix(_ARTICLE)
    if words[0] in _FATHERS and len(words) > 1:
        words[0] = "أبو"
    elif _is_dual_of_feminine(words[0]):
        words = _with_endings(words, ("ين",), lambda word: f"{word[:-2]}ان")
    elif head.endswith("ين") and (head[:-2] in nouns_of_sources("plural") or _is_plural(words[0])):
        words = _with_endings(words, ("ين",), lambda word: f"{word[:-2]}ون")
    elif head.endswith("ين") and head[:-2] in nouns_of_sources("singular"):
        words = _with_endings(words, ("ين",), lambda word: f"{word[:-2]}ان")
    elif _is_construct(words, "ي"):
        words[0] = f"{words[0][:-1]}و"
    elif head.endswith("ا") and head[:-1] in nouns_of_sources("singular"):
        words = _with_endings(words, ("ا",), lambda word: word[:-1])
    return " ".join(words)


def behind_preposition(name: str) -> str:
    """A name behind a preposition: "ناشطون محليون" → "ناشطين محليين", "الشركتان" → "الشركتين", "أبو سالم" → "أبي سالم"."""
    words = as_subject(name).split()
    if not words:
        return ""
    head = words[0].removeprefix(_ARTICLE)
    if _is_plural(name.split(maxsplit=1)[0]):  # it stands as it must already
        return name
    if words[0] == "أبو" and len(words) > 1:
        words[0] = "أبي"
    elif _is_construct(words, "و"):
        words[0] = f"{words[0][:-1]}ي"
    elif _is_dual_of_feminine(words[0]) or (
        head.endswith(("ون", "ان")) and head[:-2] in nouns_of_sources("plural") | nouns_of_sources("singular")
    ):
        words = _with_endings(words, ("ون", "ان"), lambda word: f"{word[:-2]}ين")
    return " ".join(words)


def is_feminine_dual(name: str) -> bool:
    """Whether a name begins with the dual of a feminine: "الشركتان", "الحركتين المسلحتين"."""
    return bool(name) and _is_dual_of_feminine(bare(name).split()[0])


def dual_behind_noun(word: str) -> str:
    """A dual behind a verbal noun: the arrest of "رجلان" → "رجلين"."""
    return f"{word[:-2]}ين" if word.endswith("ان") and " " not in word else word


def _is_construct(words: list[str], ending: str) -> bool:
    """Whether a plural has lost its nun to the noun behind it: "منظمو المعرض", "مسؤولي البلدية"."""
    return len(words) > 1 and words[0].endswith(ending) and words[0][:-1] in nouns_of_sources("plural")


def _is_plural(word: str) -> bool:
    """Whether a word with the article is by its form a plural of people: a relative adjective ("الجنوبيين") or a participle
    ("المتضررين").  Broken plurals sound alike: "الملايين", "الميادين".
    """
    return _PEOPLE.fullmatch(word) is not None


def _is_dual_of_feminine(word: str) -> bool:
    return word.endswith(_DUALS_OF_FEMININES) and word.removeprefix(_ARTICLE)[:-3] in nouns_of_sources("feminine")


def _with_endings(words: list[str], endings: tuple[str, ...], turned: Callable[[str], str]) -> list[str]:
    """The head and the words that agree with it, each with its ending turned."""
    agreeing = next(
        (n for n, word in enumerate(words) if not word.endswith(endings) or len(word) < _ADJECTIVE), len(words)
    )
    return [turned(word) for word in words[:agreeing]] + words[agreeing:]
