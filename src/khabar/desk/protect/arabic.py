"""Name-like words of an Arabic sentence.  Missing one may cost somebody dearly, taking too many costs a desk a minute.

A word is name-like when the lists know it as a given name, when no list explains it, when it stands where names stand (behind a
title, a relative, an age, what befell somebody), in a list of names, or beside "son of" and "father of".
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from khabar.atlas import word_key
from khabar.desk.protect.cues import words_of
from khabar.desk.protect.spelling import forms_of
from khabar.grammar import Unit

_UNEXPLAINED: Final = frozenset(
    ("name", "name_part", "given", "foreign_given", "toponym", "place_head", "place_link", "place_saint", "al_free", "no_single",
     "unlisted", "+al", "+and", "+fa", "+bi", "+li", "+ka", "+pron", "maybe_bi", "maybe_li", "maybe_ka")
)  # fmt: skip
_WEAK: Final = _UNEXPLAINED | {
    "verb",
    "masdar",
    "demonym",
    "known_place",
    "participle",
    "participle_bare",
    "abstract",
    "countable",
}
"""Shapes that names share with ordinary words: taken beside a name only."""
_DOUBTED: Final = frozenset(("namely", "prep", "copula", "org_head", "place_type", "whoever", "comp"))
_NEVER: Final = frozenset(
    ("mark", "digits", "prep", "rel", "comp", "demonstrative", "neg", "prep_pron", "copula", "no_name", "weekday", "month",
     "month_name", "conditional", "namely")
)  # fmt: skip
"""Function words, days, numbers: no part of a name."""
_HAPPENINGS: Final = frozenset(
    ("cue", "cue_noun", "event", "event_head", "event_noun", "event_verb", "measure_word", "org_head")
)
_TIMES: Final = frozenset(("adverb", "deictic", "daypart", "period", "previous"))
_ACTS: Final = frozenset(("cue", "event_verb"))
_AFTER_ACTS: Final = frozenset(("event_verb", "event_noun", "measure_word", "cue", "role", "harms"))
_LINKS: Final = frozenset(
    map(word_key, ("\u0628\u0646", "\u0627\u0628\u0646", "\u0628\u0646\u062a", "\u0648\u0644\u062f", "\u0622\u0644"))
)
_CLOSERS: Final = frozenset(("\u0627\u0644\u0644\u0647", "\u0627\u0644\u062f\u064a\u0646"))
"""Of God, of the faith: they close a name."""
_FATHERS: Final = frozenset(
    ("\u0627\u0628\u0648", "\u0627\u0628\u064a", "\u0627\u0628\u0627", "\u0627\u0645", "\u0639\u0628\u062f")
)
_MOST: Final = 7
_FAMILY: Final = 3
"""Words behind a first name that may be ordinary ones."""
_ASIDE: Final = 3
"""Adjectives that may stand between a cue and the name (the Palestinian child …)."""


class Run(NamedTuple):
    """A name-like stretch, offsets half open.  `sure`: a person by given name, position or list; else only a word that nothing
    explains.
    """

    start: int
    end: int
    sure: bool


def arabic_runs(text: str, units: Sequence[Unit], listed: bool = False) -> Iterator[Run]:
    """The name-like stretches of a paragraph; `listed`: it stands in a list of names."""
    finder = _Finder(text, units)
    at = 0
    while at < len(units):
        end, sure = finder.run(at, listed or finder.in_list(at))
        if end > at:
            yield Run(units[at].cut, units[end - 1].end, sure)
        at = max(end, at + 1)


class _Finder:
    def __init__(self, text: str, units: Sequence[Unit]) -> None:
        self.units = units
        self.keys = [word_key(text[unit.cut : unit.end]) for unit in units]
        self.apart = [i > 0 and not text[units[i - 1].end : unit.start].isspace() for i, unit in enumerate(units)]
        self.list_from = next(
            (i for i, key in enumerate(self.keys) if key in words_of("list") and self._opens_list(i)), len(units)
        )

    def _opens_list(self, at: int) -> bool:
        """Names follow: behind a colon, or where the next word is a name itself."""
        following = self.units[at + 1 : at + 4]
        return any("colon" in unit or _given(unit) for unit in following)

    def in_list(self, at: int) -> bool:
        """Behind the word that opens a list, in the same sentence."""
        return at > self.list_from and not any("stop" in unit for unit in self.units[self.list_from : at])

    def run(self, at: int, listed: bool) -> tuple[int, bool]:
        """Where the run that begins at a unit ends (at itself: none begins), and whether it surely names a person."""
        unit = self.units[at]
        doubtful = bool(unit.signature & _NEVER)
        if not self._is_word(at) or (doubtful and not self._is_name_part(at)) or self._is_cue(at):
            return at, False
        tight = self._tight(at) or doubtful
        sure = tight or listed or _given(unit) or self._links_on(at) or self._before_age(at)
        placed = sure or self._placed(at)
        begins = sure or _unexplained(unit) or (placed and unit.signature <= _WEAK and not _is_verb(unit))
        begins = begins or (self._named(at) and (placed or self._before_given(at)))
        if listed and not tight and not (unit.signature <= _WEAK or _given(unit) or self._listed_word(at)):
            begins = False
        if not begins or (unit.signature & _ACTS and not (_given(unit) or tight or listed)):
            return at, False
        end = self._end(at, listed)
        sure = sure or any(_given(u) or self._links_on(i) for i, u in enumerate(self.units[at:end], at))
        return end, sure

    def _end(self, at: int, listed: bool) -> int:
        end = at + 1
        unknown = self._tight(at) and not _given(self.units[at])
        while end < len(self.units) and end - at < _MOST and self._is_word(end) and not self.apart[end]:
            unit, before = self.units[end], self.units[end - 1]
            linked = self.keys[end] in _LINKS | _FATHERS | _CLOSERS or bool(
                forms_of(self.keys[end - 1]) & (_LINKS | _FATHERS)
            )
            if not linked:
                so = "+fa" in unit.signature and bool(unit.signature & _ACTS)
                if unit.signature & _NEVER or "+and" in unit.signature or so:
                    break
                known = _given(unit) or _unexplained(unit)
                near = unit.signature <= _WEAK and (
                    _given(before) or unknown or ((listed or end - at == 1) and not _is_verb(unit))
                )
                family = _given(before) and "+al" in unit.signature and not unit.signature & _ACTS
                if not (known or near or family or (listed and self._listed_word(end)) or self._second(at, end)):
                    break
            end += 1
        return end

    def _named(self, at: int) -> bool:
        """A word that is a name as well as something else, and tells nothing that happened."""
        unit = self.units[at]
        return (
            "name" in unit
            and "+al" not in unit.signature
            and not unit.signature & (_HAPPENINGS | _TIMES | {"role", "people"})
        )

    def _before_given(self, at: int) -> bool:
        return at + 1 < len(self.units) and not self.apart[at + 1] and _given(self.units[at + 1])

    def _second(self, at: int, end: int) -> bool:
        """A father's or family name that is an ordinary word as well, right behind a first name: it ends the phrase, or is known
        as a name.
        """
        unit = self.units[end]
        if end - at > _FAMILY or unit.signature & _TIMES or not (self._tight(at) or _given(self.units[at])):
            return False
        closing = end + 1 >= len(self.units) or self.apart[end + 1]
        return (
            (closing and not unit.signature & _ACTS)
            or "given" in unit
            or ("name" in unit and not unit.signature & _HAPPENINGS)
        )

    def _is_cue(self, at: int) -> bool:
        """A word before names is none itself, unless it stands behind another."""
        key = self.keys[at]
        known = key in words_of("tight") or key in words_of("kin") or key in words_of("list")
        return known and not ("given" in self.units[at] and self._tight(at))

    def _is_word(self, at: int) -> bool:
        return any(c.isalpha() for c in self.keys[at])

    def _is_name_part(self, at: int) -> bool:
        """Written like a function word, and a name by what stands beside it (Ali, "on")."""
        unit = self.units[at]
        beside = [k for k in (at - 1, at + 1) if 0 <= k < len(self.units) and not self.apart[max(k, at)]]
        titled = self._placed(at) and self.units[at].text.endswith("\u064a")
        return "given" in unit and (titled or self._tight(at) or any(_given(self.units[k]) for k in beside))

    def _tight(self, at: int) -> bool:
        """Behind a word that a name follows at once, but for adjectives."""
        for back in range(1, _ASIDE + 2):
            before = at - back
            if before < 0 or (self.apart[before + 1] and back > 1):
                return False
            key = self.keys[before]
            if key in words_of("tight") or key in words_of("kin"):
                return not self._is_described(at) or not ("demonym" in self.units[at] or self._name_follows(at))
            if not self._is_described(before) and "digits" not in self.units[before].signature:
                return False
        return False

    def _is_described(self, at: int) -> bool:
        """An adjective with its article, or a participle: it describes whoever is named behind it."""
        return (
            self.keys[at].startswith("\u0627\u0644") and not _given(self.units[at]) and not _unexplained(self.units[at])
        )

    def _name_follows(self, at: int) -> bool:
        """Whether the name comes behind this word; else this word, though it looks like an adjective, is all there is of it."""
        for k in range(at + 1, min(at + 1 + _ASIDE, len(self.units))):
            if self.apart[k] or self.units[k].signature & _NEVER:
                return False
            if not self._is_described(k):
                return _given(self.units[k]) or _unexplained(self.units[k]) or self._named(k)
        return False

    def _placed(self, at: int) -> bool:
        """Behind a word that tells an act or an office."""
        return at > 0 and not self.apart[at] and bool(self.units[at - 1].signature & _AFTER_ACTS)

    def _links_on(self, at: int) -> bool:
        """A father or a servant of, or "son of" right behind it."""
        key = self.keys[at]
        after = at + 1 < len(self.units) and not self.apart[at + 1]
        if not after:
            return False
        opens = bool(forms_of(key) & _FATHERS) and self._is_word(at + 1) and not self.units[at + 1].signature & _NEVER
        return opens or (self.keys[at + 1] in _LINKS and not self.units[at].signature & _NEVER)

    def _before_age(self, at: int) -> bool:
        """An age in brackets or between commas a few words on."""
        for k in range(at + 1, min(at + 5, len(self.units) - 1)):
            unit = self.units[k]
            if "bracket_open" in unit or "comma" in unit:
                return "digits" in self.units[k + 1] and (
                    k + 2 >= len(self.units) or "bracket_close" in self.units[k + 2] or self.keys[k + 2] in words_of("age_unit")
                    or "comma" in self.units[k + 2]
                )  # fmt: skip
            if not self._is_word(k):
                return False
        return False

    def _listed_word(self, at: int) -> bool:
        """In a list of names an indefinite noun is one too (Amal, "hope")."""
        return not self.units[at].signature & (_ACTS | {"people", "org_head", "place_type", "period"})


def _given(unit: Unit) -> bool:
    return bool(unit.signature & {"given", "foreign_given"}) and not unit.signature & _DOUBTED


def _unexplained(unit: Unit) -> bool:
    """No list knows the word, or as a part of names only; with the article only where it is known as a name."""
    if not unit.signature <= _UNEXPLAINED:
        return "name" in unit and unit.signature <= _UNEXPLAINED | {"verb", "masdar"} and "+pron" not in unit
    return "+al" not in unit.signature or bool(unit.signature & {"name", "given", "foreign_given"})


def _is_verb(unit: Unit) -> bool:
    return "verb" in unit.signature and not unit.signature & {"name", "given", "foreign_given", "toponym"}
