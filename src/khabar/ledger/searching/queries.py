"""What a person types in a search, as a query of the index.

    الأمن "حالة الطوارئ"        both        (also AND)
    اعتقا*                      words that begin so
    a OR b, a NOT b, ( … )      either; a without b
    NEAR(انفجار ألماتي, 5)      at most five words between; ten where no number is given

Every word goes through the same form as the words of the texts.  Articles are not there in the index; a conjunction or
preposition is, because too many words begin with those letters: so the query asks for the word with each of them as well
(رئاسة finds برئاسة), but for words that a list names (ورقة is no glued رقة).  A noun that is counted or says how stands with
an alef that is no part of it (١٢ قتيلاً), often without its mark: قتيل and قتيلا are asked for alike, but for words that another
list names (درعا is no ending of درع).  Everything else that the index's own language
knows is no operator here but a letter like any other.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from itertools import islice, product
from pathlib import Path
from typing import Final, NamedTuple

from khabar.ledger.errors import CaseError
from khabar.ledger.searching.words import search_form, words

_PART: Final = re.compile(
    r'"(?P<phrase>[^"]*)(?P<closed>"?)(?P<open>\*?)|NEAR\s*\((?P<near>[^()]*)\)|(?P<bracket>[()])|(?P<word>[^\s()"]+)'
)
_TWINS: Final = str.maketrans({"“": '"', "”": '"', "„": '"', "«": '"', "»": '"'})
_OPERATORS: Final = ("AND", "OR", "NOT")
_DISTANCE: Final = re.compile(r",\s*(\d{1,4})\s*$")
_BETWEEN: Final = "10"
_DEEPEST, _LONGEST, _WAYS, _FEWEST = 40, 200, 512, 2
"""Brackets in one another, parts of a query, ways to read what stands in a NEAR, none of which a person comes near; and the words
that a NEAR needs.
"""
_CONJUNCTIONS: Final = ("و", "ف")
_PREPOSITIONS: Final = ("ب", "ل", "ك", "وب", "ول", "وك", "فب", "فل")
_LEAST_LETTERS: Final = {**dict.fromkeys(_CONJUNCTIONS, 3), **dict.fromkeys(_PREPOSITIONS, 4)}
"""Letters that a word must have to be looked for with these before it: short ones make other words (رد، برد)."""
_OPEN_ENDED: Final = "اىيهوء"
"""Letters behind which no alef of tanwin is looked for: سوري would find سوريا, and ه is the ة that takes none."""
_ALEF, _LEAST_BEFORE_ALEF = "ا", 3
_ARABIC: Final = re.compile("[\u0621-\u064a]+")


class _Part(NamedTuple):
    """A piece of what was typed: its kind (phrase, word, bracket, operator, near), its text, at which character it stands, and
    whether it is the beginning of a word.
    """

    kind: str
    text: str
    at: int
    beginning: bool = False


def index_query(asked: str) -> str:
    """The query in the index's language.  Raises CaseError with the place where it means nothing."""
    parts = list(islice(_parts(asked.translate(_TWINS), asked), _LONGEST + 1))
    if len(parts) > _LONGEST:
        raise CaseError("query_long", query=asked[:_DEEPEST], most=_LONGEST)
    if not any(part.kind in ("word", "phrase", "near") for part in parts):
        raise CaseError("query_empty", query=asked)
    return _Reading(asked, parts).whole()


def _parts(typed: str, asked: str) -> Iterator[_Part]:
    for found in _PART.finditer(typed):
        at = found.start() + 1
        if found["phrase"] is not None:
            if not found["closed"]:
                raise CaseError("query_quote", query=asked, at=at)
            kind, text = "phrase", found["phrase"]
        elif found["word"] in _OPERATORS:
            kind, text = "operator", found["word"]
        else:
            kind = str(found.lastgroup)
            text = found[kind]
        yield _Part(kind, text, at, bool(found["open"]) or (kind == "word" and text.endswith("*")))


class _Reading:
    """Reads parts from left to right: OR binds least, then AND (typed or not), NOT most."""

    def __init__(self, asked: str, parts: list[_Part]) -> None:
        self.asked, self.parts, self.at, self.depth = asked, parts, 0, 0

    def whole(self) -> str:
        """All of it.  Raises CaseError."""
        made = self.either()
        if (left := self.next()) is not None:
            raise self.error("query_brackets", left)
        return made

    def next(self) -> _Part | None:
        """The part that comes now; None at the end."""
        return self.parts[self.at] if self.at < len(self.parts) else None

    def comes(self, *texts: str) -> bool:
        """Whether an operator or bracket comes, which is then passed."""
        part = self.next()
        passed = part is not None and part.kind in ("operator", "bracket") and part.text in texts
        self.at += passed
        return passed

    def error(self, reason: str, part: _Part | None) -> CaseError:
        """What is wrong, and at which character; behind the last one at the end."""
        at, found = (part.at, part.text) if part else (len(self.asked) + 1, "")
        return CaseError(reason, query=self.asked, at=at, found=found)

    def either(self) -> str:
        """Alternatives with OR between them."""
        made = [self.every()]
        while self.comes("OR"):
            made.append(self.every())
        return _joined(" OR ", made)

    def every(self) -> str:
        """What must all be there, then what must not."""
        wanted, unwanted = [self.one()], []
        while (part := self.next()) is not None and part.text not in (")", "OR"):
            self.comes("AND")
            if self.comes("NOT"):
                unwanted.append(self.one())
            else:
                wanted.append(self.one())
        made = _joined(" AND ", wanted)
        return f"({made} NOT {_joined(' OR ', unwanted)})" if unwanted else made

    def one(self) -> str:
        """A word, a phrase, a NEAR, or something in brackets."""
        part = self.next()
        if part is None or part.kind == "operator" or (part.text == ")" and part.kind == "bracket"):
            unfit = "query_not_alone" if part is not None and part.text == "NOT" else "query_operator"
            raise self.error(unfit, part)
        self.at += 1
        if part.kind == "near":
            return self.near(part)
        if part.kind != "bracket":
            return self.term(part)
        self.depth += 1
        if self.depth > _DEEPEST:
            raise self.error("query_brackets", part)
        made = self.either()
        if not self.comes(")"):
            raise self.error("query_brackets", part)
        self.depth -= 1
        return made

    def term(self, part: _Part) -> str:
        """A word or phrase, in each of the forms in which it may stand."""
        ways = list(_ways(part))
        if not ways:
            raise self.error("query_no_word", part)
        return _joined(" OR ", ways)

    def near(self, part: _Part) -> str:
        """NEAR(words and phrases, how many words may stand between)."""
        number = _DISTANCE.search(part.text)
        inside = list(_parts(part.text[: number.start()] if number else part.text, self.asked))
        terms = [list(_ways(found)) for found in inside if found.kind in ("word", "phrase")]
        if len(terms) < _FEWEST or not all(terms):
            raise self.error("query_near", part)
        between = number[1] if number else _BETWEEN
        return _joined(" OR ", [f"NEAR({' '.join(way)}, {between})" for way in islice(product(*terms), _WAYS)])


def _joined(operator: str, made: list[str]) -> str:
    return made[0] if len(made) == 1 else f"({operator.join(made)})"


def _ways(part: _Part) -> Iterator[str]:
    """A word or phrase in quotation marks, as the index wants it, plain and with letters glued to its first word, the last
    word with the ending of tanwin and without.

    A word of several tokens (2022-01-07) is a phrase.
    """
    text = part.text.rstrip("*")
    forms = [form for form in ([word.form for word in words(text)] or [search_form(text)]) if form]
    if not forms:
        return
    star = " *" if part.beginning else ""
    for last in _endings(forms[-1], part.beginning):
        first, *rest = *forms[:-1], last
        for begun in (first, *_glued(first)):
            yield f'"{" ".join([begun, *rest])}"{star}'


def _endings(form: str, beginning: bool) -> tuple[str, ...]:
    """The form as it is typed, then with the alef of tanwin or without it; a beginning takes every ending anyway."""
    if beginning or not _ARABIC.fullmatch(form):
        return (form,)
    bare = form.removesuffix(_ALEF)
    other = bare if bare != form else form + _ALEF
    if len(bare) < _LEAST_BEFORE_ALEF or bare.endswith(tuple(_OPEN_ENDED)) or bare + _ALEF in _words_with_alef():
        return (form,)
    return (form, other)


def _glued(form: str) -> Iterator[str]:
    """The form with conjunctions and prepositions before it."""
    if _ARABIC.fullmatch(form):
        for before, least in _LEAST_LETTERS.items():
            if len(form) >= least and before + form not in _words_of_their_own():
                yield before + form


@cache
def _words_of_their_own() -> frozenset[str]:
    return _listed("not_glued.tsv")


@cache
def _words_with_alef() -> frozenset[str]:
    return _listed("own_alef.tsv")


def _listed(name: str) -> frozenset[str]:
    lines = Path(__file__).with_name(name).read_text(encoding="utf-8").splitlines()[1:]
    return frozenset(search_form(line) for line in lines if line and not line.startswith("#"))
