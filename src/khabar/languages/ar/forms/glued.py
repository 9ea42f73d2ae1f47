"""Two words that a page printed without the blank between them, as happens where a link or a line broke off.

Readers of such pages see "he-saidthe-spokesman" and read on.  A word falls apart here only when no list knows it whole,
both of its pieces are known, and the border shows: the second piece begins with the article or an alef with hamza below,
as no word does inside; or one of the pieces is a small word that nothing is written together with; or the first is the
name of a people with its article.  Offsets are those of the text: nothing is put between the pieces.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from khabar.languages.ar.forms.morphology import read_word
from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows
from khabar.text.fold import DRAWN_MARKS, INVISIBLE, MARKS

_LETTERS = "\N{ARABIC LETTER HAMZA}-\N{ARABIC LETTER GHAIN}\N{ARABIC LETTER FEH}-\N{ARABIC LETTER YEH}"
_ARTICLE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
_LAM, _BELOW = "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}"
_ONE = "[\N{ARABIC LETTER WAW}\N{ARABIC LETTER BEH}\N{ARABIC LETTER LAM}\N{ARABIC LETTER KAF}\N{ARABIC LETTER FEH}]?"
_BEGINS = re.compile(
    f"(?:{_ONE}{_ARTICLE}[{_LETTERS}]{{4}}|{_LAM}{_LAM}[{_LETTERS}]{{4}}|{_ONE}{_BELOW}[{_LETTERS}]{{3}})"
)
_BORDER = re.compile(f"(?={_BEGINS.pattern})")
_ARABIC = re.compile(f"[{_LETTERS}]+")
_MARKED = re.compile(f"[{MARKS}{INVISIBLE}{DRAWN_MARKS}\N{ARABIC TATWEEL}]")
# Behind the article no pronoun ends a word: such a piece is the middle of another word (their treatments).
_OWNED = re.compile(f"(?:{_ARTICLE}.*)?(?:{'|'.join(('ها', 'هم', 'هن', 'هما', 'نا', 'ته'))})$")
_DEFINED = re.compile(
    f"[\N{ARABIC LETTER WAW}\N{ARABIC LETTER FEH}]?[\N{ARABIC LETTER BEH}\N{ARABIC LETTER KAF}]?(?:{_ARTICLE}|{_LAM}{_LAM})"
)
_SHORTEST, _LEAST, _MOST = 6, 4, 24
# What says too little of a word to call it known: a name, a small town, particles, a guess by its shape.
_GLUED = frozenset(("+al", "+and", "+fa", "+bi", "+li", "+ka", "+pron"))
_GUESSED = frozenset(("masdar", "place_not_name", "future", "maybe_bi", "maybe_li", "maybe_ka"))
_WEAK = _GLUED | _GUESSED | {"name", "toponym", "given"}
_OF_VERBS = frozenset(("verb", "event_verb", "cue", "cue_ambiguous"))
_WHOLE = _GLUED | _GUESSED
_SUBJECTS = frozenset(("org_head", "media_head", "toll", "security_body"))
_SOURCES = frozenset(("unnamed", "role"))
_TELLS = frozenset(("cue", "change"))
_REACHES = frozenset(("change", "reaches", "bound_before"))
_AND = "\N{ARABIC LETTER WAW}"
_THEY_DID = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}"
_FEMININE = "\N{ARABIC LETTER TEH}"
# With its hamza no dual ends so, and hardly any other word.
_AN = f"[\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}{_BELOW}]ن"
_THAT = re.compile(f"{_AN}(?:ه|ها|هم)?$")
_OPENS = re.compile(f"[وفبلك]{{0,2}}{_AN}\N{ARABIC SHADDA}")
_PRONOUNS = ("هما", "ها", "هم", "هن", "نا", "ني", "كم", "ه", "ما")
_YEH = "\N{ARABIC LETTER YEH}"
_PREPOSED = ("\N{ARABIC LETTER BEH}", _LAM, "\N{ARABIC LETTER KAF}")
_TIED, _MAQSURA = "\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER ALEF MAKSURA}"


@cache
def _small() -> dict[str, frozenset[str]]:
    """Small words by their place: those that stand first, and those that stand last, of two glued words."""
    return {row["class"]: frozenset(alternatives(row["words"])) for row in rows(FOLDER / "glued_words.tsv")}


@cache
def _toll_ends() -> tuple[str, ...]:
    """How words for a toll end, a look that spares reading every end of every unknown word."""
    listed = (row for row in rows(FOLDER / "figure_words.tsv") if row["class"] == "toll")
    return tuple({word[-2:] for row in listed for word in alternatives(row["words"])})


def border(surface: str) -> int:
    """How many characters of a written word belong to the first of two glued words; 0 for a word that stays whole."""
    bare = _MARKED.sub("", surface) if _MARKED.search(surface) else surface
    if not _SHORTEST <= len(bare) <= _MOST or not _ARABIC.fullmatch(bare):
        return 0
    if len(bare) < len(surface) and (opened := _behind_that(surface)):
        return opened
    that = _THAT.search(bare)
    if that and that.start() >= _LEAST and _is_whole(bare[: that.start()]):
        return _place(surface, bare, that.start())
    if not read_word(bare).signature <= _WHOLE:
        return 0  # most words: they are read whole anyway, and their pieces need no look
    at = _behind_ending(bare) or next(_borders(bare), 0) or _beside_medium(bare)
    return _place(surface, bare, at) if at else 0


def _behind_that(surface: str) -> int:
    """Behind "that" with its doubled letter, or its pronoun, with which no word of other letters begins; 0 elsewhere."""
    opened = _OPENS.match(surface)
    rest = _MARKED.sub("", surface[opened.end() :]) if opened else ""
    if opened is None or len(rest) < _LEAST - 1 or rest in _PRONOUNS:
        return 0
    for pronoun in _PRONOUNS:
        verb = rest.removeprefix(pronoun)
        if len(rest) > len(verb) > 2 and "verb" in read_word(verb).signature and _is_piece(verb):
            return opened.end() + len(pronoun)
    return opened.end() if _is_piece(rest) or len(rest) > _LEAST else 0


def _is_whole(word: str) -> bool:
    """Whether a word that "that" is glued to is one by itself: listed, or an adjective of relation with its article."""
    return _is_known(word, frozenset()) or (word.startswith(_ARTICLE) and word.endswith(_YEH) and len(word) > _SHORTEST)


def _behind_ending(bare: str) -> int:
    """Behind a letter that only ends words: the tied teh, and alef maqsura before a word that the lists know; 0 where none stands
    inside the word.
    """
    at = bare.find(_TIED, 2, len(bare) - 2)
    if at > 0:
        return at + 1
    at = bare.find(_MAQSURA, 2, len(bare) - 2) + 1
    known = at > 2 and (bare.startswith(_ARTICLE, at) or _is_piece(bare[at:]))
    return at if known and (bare[:at] in _small()["first"] or _is_known(bare[:at], frozenset())) else 0


def _beside_medium(bare: str) -> int:
    """Before the name of a medium that the lists know with its article, whatever name stands there (So-and-so | to the Mirror), or
    behind it, before a small word or one that the lists know; 0 where none is in the word.
    """
    named = _media().search(bare)
    if named is None:
        return 0
    left, right = bare[: named.start()], bare[named.end() :]
    if len(left) >= _LEAST - 1 or left in _small()["first"]:
        own = len(left) > _LEAST - 1 and left[-1] in _PREPOSED and not _is_piece(left) and _is_piece(left[:-1])
        return named.start() - own
    told = right in _small()["last"] or right in _small()["first"] or _THAT.fullmatch(right)
    return named.end() if told or (len(right) >= _LEAST and _is_piece(right)) else 0


@cache
def _media() -> re.Pattern[str]:
    """The names of media that are one long word with the article, "of the" before them too."""
    names = {row["name"] for row in rows(FOLDER / "media.tsv") if row["name"].startswith(_ARTICLE)}
    bare = sorted((name[len(_ARTICLE) :] for name in names if " " not in name and len(name) > _SHORTEST), key=len)
    return re.compile(f"(?:{_ARTICLE}|{_LAM}{_LAM})(?:{'|'.join(reversed(bare))})")


def _borders(bare: str) -> Iterator[int]:
    """Where the word may fall apart, first places first."""
    for match in _BORDER.finditer(bare, 2):
        at = match.start()
        if _is_known(bare[:at], _small()["first"]) and _is_piece(bare[at:]):
            yield at
    yield from (at for at in range(2, len(bare) - 1) if _belong_apart(bare[:at], bare[at:]))


def _belong_apart(left: str, right: str) -> bool:
    """Whether two pieces without a border that shows are two words."""
    first, last = _small()["first"], _small()["last"]
    if right in last and len(left) >= _LEAST:
        return _is_known(left, first) if len(right) > 2 else _is_noun(left)
    small = left[1:] if left[0] == _AND and len(left) > _LEAST else left
    if small in first:
        return _follows(small, right)
    if len(left) >= _LEAST and right.endswith(_toll_ends()) and "toll" in read_word(right).signature:
        return not _REACHES.isdisjoint(read_word(left).signature) and read_word(right).signature.isdisjoint(_GLUED)
    return len(right) >= _LEAST and _calls_for_more(left, right)


def _is_known(word: str, small: frozenset[str]) -> bool:
    """Whether a word is one by itself: a small word, or one of four letters and more that the lists know."""
    if word in small:
        return True
    defined = _DEFINED.match(word)
    if len(word) - (defined.end() if defined else 1) < _LEAST - 1:
        return False
    return not read_word(word).signature <= (_WEAK | _OF_VERBS if defined else _WEAK)


def _is_piece(word: str) -> bool:
    """Whether the end of a word is a word: listed, or a verb where it bears no article."""
    known = read_word(word).signature
    return not known <= _WEAK | (_OF_VERBS if "+al" in known else frozenset()) and not _OWNED.search(word)


def _is_noun(word: str) -> bool:
    """Whether a word is listed as anything but a verb: what a preposition of two letters may be glued to, whose letters end
    many words.
    """
    known = read_word(word).signature
    if word.endswith(_THEY_DID):
        return False
    return len(word) > _LEAST and ("known_place" in known or not known <= _WEAK | _OF_VERBS)


def _follows(small: str, word: str) -> bool:
    """Whether a word stands behind a small one: the shorter either is, the more the lists must know of it."""
    if len(small) > 2 and len(word) >= _LEAST:
        return _is_piece(word)
    return _is_fate(word) and (len(small) > 2 or len(word) > _LEAST)


def _is_fate(word: str) -> bool:
    """Whether a word tells what befell people."""
    return "measure_word" in read_word(word).signature and not _OWNED.search(word)


def _calls_for_more(left: str, right: str) -> bool:
    """Whether the first piece can only be one word: the adjective of a people with its article before a listed word, a verb
    of the feminine before a body that is its subject, one of the masculine before a source or an office.
    """
    if left.startswith(_ARTICLE) and len(left) > _SHORTEST:
        known = read_word(left).signature
        return ("demonym" in known and _is_piece(right)) or (_is_known(left, frozenset()) and _is_fate(right))
    if len(left) >= _LEAST and not _DEFINED.match(left):
        known, subjects = read_word(right).signature, _SUBJECTS if left.endswith(_FEMININE) else _SOURCES
        if known.isdisjoint(subjects) or not known.isdisjoint(_GLUED):
            return False
        return not read_word(left).signature.isdisjoint(_TELLS)
    return False


def _place(surface: str, bare: str, at: int) -> int:
    """The place in the word as written, marks of the first piece with it."""
    if len(surface) == len(bare):
        return at
    letters = 0
    for index, character in enumerate(surface):
        if _MARKED.match(character):
            continue
        if letters == at:
            return index
        letters += 1
    return 0
