"""Tokens: words, numbers, marks and line ends, each with its place in the untouched source.

One compiled expression cuts the text.  A word keeps its vowel signs and invisible marks inside, so the
token's span is the span a reader would select; `view` is the folded form that lists and rules know.
"""

from __future__ import annotations

import re
from enum import StrEnum
from itertools import accumulate
from typing import NamedTuple

from khabar.text.answers import Answers
from khabar.text.fold import DRAWN_MARKS, INVISIBLE, MARKS, fold_word, folded_word


class Kind(StrEnum):
    """What a token is."""

    WORD = "w"
    NUMBER = "n"
    LINK = "u"
    LINE_END = "l"
    MARK = "p"


class Token(NamedTuple):
    """One token: source offsets (code points, half open), the text as written, its folded view and its kind."""

    start: int
    end: int
    text: str
    view: str
    kind: Kind


# A letter, then letters with their marks.  An apostrophe joins only between letters (Kazakhstan's is cut
# again by the English pack; Arabic transliterations such as M'zab are one word).  Repetitions of words and numbers
# never give back what they took (++, *+), so no input makes the expression try twice.
_LETTER = r"[^\W\d_]"
_INNER = f"[{MARKS}{INVISIBLE}]"
# What only ends a word in Arabic spelling ends one here too, even where a page lost the blank behind it: ta marbuta, the
# tanwin of the accusative (with its alef), and a complementiser written with shadda before more than a pronoun.
_BODY = r"[^\W\d_\u0629]"
_PART = f"(?:(?!\u064b){_INNER})"
_TAIL = f"(?:\u0629{_INNER}*+|\u064b{_INNER}*+\u0627?+)"
_PRONOUN_END = r"(?:\u0647\u0645\u0627|\u0643\u0645\u0627|\u0646\u064a\b)"
_THAT = rf"[\u0648\u0641]?+[\u0628\u0644]?+[\u0623\u0625]\u0646\u064e?+\u0651\u064e?+(?=[\u0621-\u064a]{{3}})(?!{_PRONOUN_END})"
# So does a small word that a page glued to the noun behind it: the article with four letters and more shows where it ends.
_SMALL = "|".join(
    (
        "\u0641\u064a",  # in
        "\u0645\u0646",  # from
        "\u0625\u0644\u0649",  # to
        "\u0639\u0644\u0649",  # on
        "\u0625\u062b\u0631",  # after
        "\u062a\u062d\u062a",  # under
        "\u062c\u0631\u0627\u0621",  # because of
        "\u0628\u0634\u0623\u0646",  # about
        "\u0643\u0627\u0646\u062a?+",  # was
        "\u0623\u0639\u0644\u0646\u062a?+",  # announced
        "\u0628?+[\u0623\u0625]\u0646",  # that
        "\u0639\u0634\u0631\u0627\u062a",  # dozens
        "\u0645\u0626\u0627\u062a",  # hundreds
        "\u0622\u0644\u0627\u0641",  # thousands
    )
)
_BEGINS = r"(?=[\u0648\u0641\u0623\u0625\u0628\u0643\u0645\u0639\u062c\u062a\u0622])"
_HEAD = rf"{_BEGINS}[\u0648\u0641]?(?:{_SMALL})(?=\u0627\u0644[\u0621-\u0649][\u0621-\u064a]{{3}})"
_PLAIN = rf"{_BODY}++(?:(?:{_PART}++|['’](?={_LETTER})){_BODY}*+)*+{_TAIL}?+"
_WORD = rf"(?![ـ{DRAWN_MARKS}])(?:{_THAT}|{_HEAD}|(?:{_PLAIN}|\u0629{_INNER}*+))"
# The stop, comma or bracket behind a link belongs to the sentence.
_ADDRESS = rf"[^\s«»\"“”<>،؛{INVISIBLE}]+(?<![.,:;!?؟'’)\]…])"
_TWEETED = r"pic\.twitter\.com/"
_NUMBER = r"\d++(?:[.,٫٬،]\d++)*+"
_LINE_END = r"\r\n|[\n\r\x0b\x0c\x1c-\x1e\x85\u2028\u2029]"
# Two single marks together are a double one, as old wire copy writes them.
_MARK = rf"\.\.+|''|‘‘|’’|ـ+|[^\s\w{MARKS}{INVISIBLE}]|_"


def _link(letter: str) -> str:
    """Links and accounts; `letter` is what an account's name or a picture's is made of."""
    return rf"(?=[hwp@#])(?:https?://{_ADDRESS}|www\.{_ADDRESS}|{_TWEETED}(?:{letter})+|[@#]{letter}(?:{letter}|{_INNER})*+)"


_LINK = _link(r"\w")
# A link glued to the word or the account before it, as posts are pasted ("detainedhttps://…").  To look for it
# behind every letter is slow, so only texts that hold one are cut that way.
_GLUED = re.compile(rf"\w(?:https?://|{_TWEETED})")
_NO_LINK_YET = rf"(?!https?://|{_TWEETED})"
_GLUED_LINK = _link(rf"{_NO_LINK_YET}\w")
_GLUED_WORD = rf"(?![ـ{DRAWN_MARKS}]){_LETTER}(?:{_NO_LINK_YET}(?:{_LETTER}|{_INNER}|['’](?={_LETTER})))*+"

_CUT = re.compile(f"({_LINK}|{_WORD}|{_NUMBER}|{_LINE_END}|{_MARK})")
_CUT_GLUED = re.compile(f"({_GLUED_LINK}|{_GLUED_WORD}|{_NUMBER}|{_LINE_END}|{_MARK})")
_KIND = re.compile(f"(?P<u>{_LINK})|(?P<w>{_WORD})|(?P<n>{_NUMBER})|(?P<l>{_LINE_END})|(?P<p>{_MARK})")
_DOUBLED = {"''": '"', "‘‘": "“", "’’": "”"}
_ARABIC = frozenset(chr(code) for code in (*range(0x0620, 0x0640), *range(0x0641, 0x064B)))
_REMEMBERED = 64  # longer tokens are rare, and a memory of them would fill with whole pages


_token = (
    tuple.__new__
)  # a token is a tuple; made so, without a call in between, a text is cut in two thirds of the time


def tokens(text: str) -> list[Token]:
    """All tokens of a text, in order, in linear time.  White space and loose invisible marks yield none."""
    found: list[Token] = []
    known = _known
    pieces = (_CUT_GLUED if _GLUED.search(text) else _CUT).split(text)
    ends = list(accumulate(map(len, pieces)))  # a gap, a token, a gap …: a token starts where the gap before it ends
    for start, end, surface in zip(
        ends[::2], ends[1::2], pieces[1::2], strict=False
    ):  # the last gap has no token behind it
        view, kind = known[surface] if end - start <= _REMEMBERED else _view_and_kind(surface)
        found.append(_token(Token, (start, end, surface, view, kind)))
    return found


def _view_and_kind(surface: str) -> tuple[str, Kind]:
    """What the characters of one token tell, wherever it stands."""
    if surface[0] in _ARABIC and surface.isalpha():  # as most words are
        return fold_word(surface) if len(surface) <= _REMEMBERED else folded_word(surface), Kind.WORD
    match = _KIND.match(surface)
    kind = Kind((match and match.lastgroup) or Kind.MARK)
    if kind is Kind.LINE_END:
        return "\n", kind
    if surface[0] == "ـ":  # a tatweel by itself is a dash
        return "-", kind
    if surface in _DOUBLED:
        return _DOUBLED[surface], kind
    if surface.startswith("..."):  # however many dots
        return "...", kind
    return fold_word(surface) if len(surface) <= _REMEMBERED else folded_word(surface), kind


_known = Answers(_view_and_kind, 1 << 16)
