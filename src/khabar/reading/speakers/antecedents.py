"""Whom a definite noun without a name takes up (the source, the military official): the last speaker whom it fits.

A reader goes back to whoever was called by that noun; a noun that anybody may be called by fits the last one of whom nothing
else was told.  It never fits one who is told to be of another country, and a source or an official is no country.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from msgspec.structs import replace

from khabar.atlas import shared_atlas
from khabar.atlas.place import EVERYDAY_ADJECTIVES
from khabar.languages.drafts import NameDraft
from khabar.reading.speakers.full_names import words_in
from khabar.reading.speakers.speaker import Speaker, agrees
from khabar.reading.speakers.titles import PERSONAL, SAME, is_owner, may_hold, plain_title, title_of
from khabar.text.fold import fold_word

_ARTICLE = "ال"


def may_be(met: Sequence[Speaker], phrase: str) -> Sequence[Speaker]:
    """Those of the speakers whom a phrase may take up: none of another country than its adjective tells (the Italian minister
    is nobody's Spanish one).
    """
    asked = lands_in(phrase)
    return [s for s in met if not s.lands or not asked.isdisjoint(s.lands)] if asked else met


@lru_cache(maxsize=1 << 12)
def lands_in(phrase: str) -> frozenset[str]:
    """The codes of the countries whose adjectives stand in a phrase, or, where none does, whose names do."""
    words, atlas = words_in(phrase), shared_atlas()
    found = frozenset(code for word in words if (code := atlas.demonym(word)) is not None) - EVERYDAY_ADJECTIVES
    if found:
        return found
    named = [place for word in words[1:] for place in atlas.lookup(word, "ar")[:1]]
    return frozenset(place.country for place in named if place.kind == "country" and place.country)


def called(met: Sequence[Speaker], draft: NameDraft) -> Speaker | None:
    """The last speaker called by the noun of a definite phrase, or of whom it may be said."""
    words, wanted = words_in(draft.name), plain_title(draft.name)
    head = fold_word(draft.head) if draft.head else words[0]
    if not SAME.isdisjoint(words):
        return _same_one(met, words)
    back = [s for s in reversed(met) if s.kind != "person"]
    for speaker in back:
        if head in speaker.words and wanted <= speaker.words and not is_owner(speaker.name, head):
            return speaker
    for speaker in back:
        named = speaker.kind != "unnamed" or speaker.name.startswith(_ARTICLE)  # by what else is said of him
        if not named and head in speaker.words and head == words[0] and len(words) == 2:
            return speaker
    return _anybody(met, words) if words[0] in _ANYBODY else None


def is_latter(name: str) -> bool:
    """Whether a name is "the latter": whoever was named last, speaking or not."""
    return words_in(name) in _THE_LATTER


def latter(draft: NameDraft, told: Sequence[NameDraft], spoke: str) -> NameDraft | None:
    """Whom "the latter" takes up: the last person or body named before it, not far away, of its gender; not who spoke last
    (`spoke`), from whom it is told.
    """
    near = [d for d in told if d.kind in _NAMED and draft.span[0] - _NEAR < d.span[1] <= draft.span[0]]
    before = [d for d in near if d.name != spoke and not spoke.endswith(f" {d.name}")]
    fits = [d for d in before if agrees(replace(d.agreement, number=None, animate=None), draft.agreement)]
    last = max(fits, key=lambda d: d.span[1], default=None)
    if last is None:
        return None
    kind = "person" if last.kind == "mentioned" else "organisation" if last.kind == "body" else last.kind
    return replace(last, span=draft.span, kind=kind)


_THE_LATTER = (("اخير",), ("اخيره",))
_NAMED, _NEAR = ("person", "mentioned", "organisation", "body"), 200  # characters


def _same_one(met: Sequence[Speaker], words: tuple[str, ...]) -> Speaker | None:
    """Whom "the same source", "the same official" takes up."""
    last = next((s for s in reversed(met) if s.kind == "unnamed" and not s.state), None)
    if words[0] not in SOURCES:
        persons = [s for s in met if s.kind in ("person", "unnamed") and not s.state]
        return persons[-1] if words[0] in PERSONAL and persons else last
    several = last is not None and last.agreement.number == "p" and words[0] == SOURCES[0]
    one = last in met[-2:] and (last is met[-1] or (last is not None and not last.words.isdisjoint(_OF_ONE)))
    return last if one and not several else _last(met)  # the same source: whoever spoke last


def _last(met: Sequence[Speaker]) -> Speaker | None:
    """Whoever spoke last, unless that is a country."""
    return met[-1] if met and not met[-1].state else None


def _anybody(met: Sequence[Speaker], words: tuple[str, ...]) -> Speaker | None:
    """The last speaker without a body that "the source", "the military official" may mean: what is said of them fits."""
    said = {_root(w) for w in words[1:]}
    source = _ANYBODY[words[0]] == "source"
    alone = source and words == SOURCES[:1]
    for speaker in reversed(met):
        if speaker.state or (speaker.kind != "unnamed" and (source or speaker.kind != "person")):
            continue
        alone = alone and speaker.kind != "unnamed"
        known = {_root(w) for w in speaker.words.union(*(title for title, _ in speaker.titles))}
        if said <= known and (said or source or speaker.kind == "person" or not known.isdisjoint(PERSONAL)):
            return speaker
    return _last(met) if alone else None


def who_may_hold(met: Sequence[Speaker], draft: NameDraft) -> Speaker | None:
    """The last person who may be called by a short title that nobody was given in the report."""
    words = words_in(draft.name)
    personal = words[0] in PERSONAL if draft.personal is None else draft.personal
    if not personal or len(words) > _SHORT:
        return None
    fits = (s for s in reversed(met) if s.kind == "person" and agrees(s.agreement, draft.agreement))
    return next((s for s in fits if may_hold(s.titles, title_of(draft.name))), None)


_SHORT = 2
_ANYBODY = {"مصدر": "source", "مصادر": "source", "مسوول": "person", "مسووله": "person", "متحدث": "person"}
SOURCES = ("مصدر", "مصادر")
"""A source that is not named, and several."""
_OF_ONE = frozenset((*_ANYBODY, "ناطق", "شاهد"))  # one who is not named, rather than elders or villagers


def _root(word: str) -> str:
    """A word without the ending of the feminine and a glued "of the", so that the adjectives of one noun meet those of another."""
    return (word[2:] if word.startswith("لل") and len(word) > 5 else word).removesuffix("ه").removesuffix("ي")
