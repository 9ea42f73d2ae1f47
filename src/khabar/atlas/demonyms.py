"""Demonyms: from the names of countries to the words for their people and things.

Arabic makes them by rule (nisba): the article falls, the ending of the name falls, and -i with its genders and
numbers follows.  What the rules cannot know (Britain, the Netherlands, broken plurals) stands in demonyms.tsv
and wins over them.  English demonyms follow no rule and are all listed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from khabar.atlas.entry import ARTICLE, WRITTEN, Entry
from khabar.atlas.keys import key_of
from khabar.atlas.lists import ListError, parts

_ALEF, _HEH, _WAW, _YEH = "\u0627", "\u0647", "\u0648", "\u064a"
FEMININE = _YEH + _HEH
_STAN = "\u0633\u062a\u0627\u0646"
_NOON, _TEH = "\u0646", "\u062a"
# -i, -iya, -iyin, -iyun, -iyat, -iyan, -iyatayn, -iyatan, folded.
_ENDINGS = (
    _YEH,
    FEMININE,
    _YEH + _YEH + _NOON,
    _YEH + _WAW + _NOON,
    _YEH + _ALEF + _TEH,
    _YEH + _ALEF + _NOON,
    _YEH + _TEH + _YEH + _NOON,
    _YEH + _TEH + _ALEF + _NOON,
)
# north, south, east, west: as the first word of a name they stay as they are, as the second they are inflected.
_NORTH, _SOUTH = "\u0634\u0645\u0627\u0644", "\u062c\u0646\u0648\u0628"
_EAST, _WEST = "\u0634\u0631\u0642", "\u063a\u0631\u0628"
_SIDES = frozenset([_NORTH, _SOUTH, _EAST, _WEST])
# Territories with fewer inhabitants get no demonym by rule: that of Jersey is half of New Jersey.
_FEWEST = 100_000
# Europe has no country code of its own, but ISO reserves one for the European Union.
_UNION = "EU"
# English demonyms that stay as they are in the plural.
_NO_PLURAL = ("ese", "sh", "ch", "ss", "x", "s", "men", "women", "people")


def demonyms(countries: dict[str, Entry], listed: Iterable[dict[str, str]]) -> dict[str, str]:
    """Key of each demonym (one or more folded words, Arabic without the article) → ISO code.

    Where two countries claim a word, the list wins over the rules, then the more populous country wins.
    """
    found: dict[str, str] = {}
    for row in listed:
        if row["code"] not in countries and row["code"] != _UNION:
            raise ListError(f"demonyms.tsv: no country has the code {row['code']!r}")
        for stem in parts(row["stems_ar"]):
            _take(found, _inflected(key_of(stem)), row["code"])
        _take(found, (_without_article(plural) for plural in parts(row["plurals_ar"])), row["code"])
        for word in parts(row["demonyms_en"]):
            _take(found, _english(key_of(word)), row["code"])
    states = (entry for entry in countries.values() if entry.population >= _FEWEST)
    for entry in sorted(states, key=lambda entry: -entry.population):
        for stem in _stems(entry):
            _take(found, _inflected(stem), entry.code or "")
    return found


def forget_adjectives(countries: dict[str, Entry], words: dict[str, str]) -> None:
    """Take from countries the aliases that are demonyms: the alias list holds "Syrian" under Syria."""
    for entry in countries.values():
        for (script, key), strength in list(entry.keys.items()):
            if strength > WRITTEN and (key in words or key.removeprefix(ARTICLE) in words):
                del entry.keys[script, key]


def _take(found: dict[str, str], words: Iterable[str], code: str) -> None:
    for word in words:
        found.setdefault(word, code)


def _stems(entry: Entry) -> Iterator[str]:
    """The stems of a country's Arabic names, one word or a word and a side of the compass."""
    for (script, key), strength in entry.keys.items():
        if script != "ar" or strength > WRITTEN:
            continue
        words = key.split()
        if len(words) == 1:
            yield from _word_stems(entry.without_article(key))
        elif len(words) == 2 and words[0] in _SIDES:
            for stem in _word_stems(words[1].removeprefix(ARTICLE)):
                yield f"{words[0]} {stem}"
                yield f"{stem} {words[0]}"
        elif len(words) == 2 and (side := _side(words[1])):
            for stem in _word_stems(entry.without_article(words[0])):
                yield f"{stem} {side}"
                yield f"{side} {stem}"


def _word_stems(name: str) -> Iterator[str]:
    """The stems of one folded word without its article; at least three letters."""
    stems = [name]
    if name.endswith(_STAN) and len(name) >= 8:  # Kazakhstan gives Kazakh; Pakistan only Pakistani
        stems = [name[:-4], name]
    elif name.endswith((_YEH + _ALEF, FEMININE)):
        stems = [name[:-2]]
    elif name.endswith((_ALEF, _HEH, _YEH)):
        stems = [name[:-1]]
    elif name.endswith(_WAW):
        stems = [name[:-1], name] if len(name) >= 5 else [name]  # of Togo little is left that is not a word
    return (stem for stem in stems if len(stem) >= 3)


def _inflected(stem: str) -> Iterator[str]:
    """All forms of a stem.  Of two words both are inflected alike, unless the first is a bare side of the compass."""
    words = stem.split()
    for ending in _ENDINGS:
        yield " ".join(
            word if word in _SIDES and place < len(words) - 1 else word.removesuffix(_YEH) + ending
            for place, word in enumerate(words)
        )


def _side(word: str) -> str | None:
    """The side of the compass behind an adjective with the article (ash-shamaliya gives shamal)."""
    rest = word.removeprefix(ARTICLE).removesuffix(_HEH).removesuffix(_YEH)
    return rest if word.startswith(ARTICLE) and rest in _SIDES else None


def _without_article(plural: str) -> str:
    """A listed plural as stored: the article is taken off at the look-up, so it must not stand in the table."""
    return " ".join(
        key_of(word).removeprefix(ARTICLE) if word.startswith(ARTICLE) else key_of(word) for word in plural.split()
    )


def _english(demonym: str) -> Iterator[str]:
    yield demonym
    if not demonym.endswith(_NO_PLURAL):
        yield demonym + "s"
