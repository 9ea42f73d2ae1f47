"""Parties of two tellings compared: do both name somebody, and may it be the same somebody?"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from khabar.languages.drafts import EventDraft, PartyDraft
from khabar.record.vocabulary import Basis
from khabar.text.fold import fold_word

_SHORT = 4


@lru_cache(maxsize=1 << 12)
def words_of(name: str) -> frozenset[str]:
    """The folded words of a name, articles, case and plural endings off; short words only where there are no others.

    Quotation marks are no part of a word: what one telling puts in them the next does not.
    """
    words = all_words(name)
    return frozenset(word for word in words if len(word) >= _SHORT) or words


def all_words(name: str) -> frozenset[str]:
    """The folded words of a name, articles, case and plural endings off."""
    return frozenset(_plain(word) for word in _WORD.findall(fold_word(name)))


_WORD = re.compile(r"[^\W_]+(?:['\N{RIGHT SINGLE QUOTATION MARK}-][^\W_]+)*")


def _plain(word: str) -> str:
    bare = word[2:] if word.startswith(_ARTICLE) and len(word) > _SHORT else word
    if len(bare) > _SHORT + 1 and bare.endswith(_ENDINGS):
        return bare[:-2]
    return bare[:-1] if len(bare) > _SHORT and bare.endswith(_ARTICLE[0]) else bare


_ARTICLE = "\u0627\u0644"
# Of sound plurals and duals, in any case.
_ENDINGS = ("\u0648\u0646", "\u064a\u0646", "\u0627\u0646", "\u0627\u062a")


def agreed(named: Sequence[PartyDraft], *, strict: bool = False) -> PartyDraft | None:
    """The first of the parties that tellings name if all may be one, else None: which of them it is nobody says.  `strict`: by a
    longer word that they share.
    """
    first = named[0] if named else None
    known = [party for party in named if not _is_anybody(party)]
    alike_ones = shares if strict else _may_be_one
    return first if all(alike_ones(known[0], other) for other in known[1:]) else None


def _may_be_one(one: PartyDraft, other: PartyDraft) -> bool:
    """Whether names share a word, or one is all of the other's words but some (a young man of the camp, the young man)."""
    mine, theirs = all_words(one.name), all_words(other.name)
    return shares(one, other) or mine <= theirs or theirs <= mine


def _is_anybody(party: PartyDraft) -> bool:
    """People told by one word without article (gunmen): they may be whoever else is named."""
    name = party.name.strip()
    return " " not in name and name[:1].isalpha() and not (name.startswith(_ARTICLE) or name[:1].isupper())


def shares(x: PartyDraft | None, y: PartyDraft | None) -> bool:
    """Whether both are named, by names that share a word."""
    return x is not None and y is not None and alike(x.name, y.name)


def alike(x: str, y: str) -> bool:
    """Whether two names share a word, or are a country and its people."""
    mine, theirs = words_of(x), words_of(y)
    if not mine.isdisjoint(theirs):
        return True
    # A country and its people, or what is theirs, are one party.
    return any(a.startswith(b) or b.startswith(a) for a in mine for b in theirs if min(len(a), len(b)) > _SHORT)


def names_again(x: PartyDraft | None, y: PartyDraft | None) -> bool:
    """Whether two parties share more than the word for their kind, or the people they are of (positions of X, positions of Y)."""
    if x is None or y is None or not alike(x.name, y.name):
        return False
    mine, theirs = all_words(x.name), all_words(y.name)
    shared = mine & theirs
    return len(shared) != 1 or shared in (mine, theirs)


def one_thing(x: PartyDraft | None, y: PartyDraft | None) -> bool:
    """Whether two parties are called by one noun in one number (a boat, the boat; not cars, the car)."""
    if x is None or y is None:
        return False
    mine, theirs = (fold_word(name.split()[0]).removeprefix(_ARTICLE) for name in (x.name, y.name))
    return mine == theirs


def all_differ(drafts: Sequence[EventDraft], other: EventDraft, party: str, *, apart: bool = False) -> bool:
    """Whether a party is named by all and shared by none; names of two scripts cannot be compared by their words.

    `apart`: what an act hit is not compared with who fell in it.
    """
    mine: PartyDraft | None = getattr(other, party)
    named = (getattr(d, party) for d in drafts)
    theirs = [
        p for p in named if p is not None and mine and _one_script(p, mine) and not (apart and p.near != mine.near)
    ]
    return mine is not None and bool(theirs) and not any(shares(p, mine) for p in theirs)


def _one_script(x: PartyDraft, y: PartyDraft) -> bool:
    return _is_latin(x.name) == _is_latin(y.name)


def _is_latin(name: str) -> bool:
    return next((c.isascii() for c in name if c.isalpha()), False)


def basis_told_again(party: PartyDraft) -> Basis:
    """On what a party of another telling rests: an accuser's word stays one wherever the act is told again."""
    return party.basis if party.basis in ("attributed_by_other", "alleged") else "inferred"
