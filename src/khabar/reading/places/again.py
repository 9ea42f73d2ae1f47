"""Places that no list knows, named again without their type word (the village of X … the people of X)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.drafts import Offsets, PlaceDraft
from khabar.languages.pack import Pack
from khabar.reading.mentions import Mentions
from khabar.text.fold import fold

_SHORTEST = 5  # letters: shorter words are too often something else
Names = dict[str, list[tuple[tuple[str, ...], PlaceDraft]]]


def named_again(sentences: Sequence[Mentions]) -> list[PlaceDraft]:
    """The drafts of all sentences in text order, with the further mentions of names that a type word showed to be places."""
    drafts = [draft for mention in sentences for draft in mention.places]
    names = _shown(sentences)
    if not names:
        return drafts
    taken = {at: draft for draft in drafts for at in range(*draft.span)}
    inside: set[Offsets] = set()
    for mention in sentences:
        for again in _in_sentence(mention, names):
            rivals = [d for at in range(*again.span) if (d := taken.get(at)) is not None]
            if all(_is_part(d.span, again.span) for d in rivals):  # the town of a name's last word, which a list knows
                inside.update(d.span for d in rivals)
                drafts.append(again)
    kept = _with_lands(_no_hills([d for d in drafts if d.span not in inside]), sentences)
    return sorted(kept, key=lambda draft: draft.span)


def _no_hills(drafts: Sequence[PlaceDraft]) -> list[PlaceDraft]:
    """The drafts; a name that begins like a hill's is that of a town where the report calls it one (the town of Hill of X)."""
    towns = {d.name: d.kind for d in drafts if d.evidence == "suggested" and d.kind == "settlement"}
    return [replace(d, kind=towns[d.name]) if d.kind == "natural" and d.name in towns else d for d in drafts]


def _with_lands(drafts: list[PlaceDraft], sentences: Sequence[Mentions]) -> list[PlaceDraft]:
    """The drafts; a place that a body of a state is called after (the X-ian Red Crescent) is land, no town."""
    names = {d.name for d in drafts if d.evidence == "suggested" and d.kind == "settlement" and not d.candidates}
    if not names:
        return drafts
    adjectives = {f"{_THE}{name}{ending}": name for name in names for ending in _NISBA}
    lands = {
        adjectives[unit.view]
        for mention in sentences
        for before, unit in pairwise(mention.sentence.units)
        if unit.view in adjectives and before.signature & _OF_STATE
    }
    return [replace(d, kind="area") if d.name in lands and d.kind == "settlement" else d for d in drafts]


_THE, _NISBA = (
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}",
    ("\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}"),
)
_OF_STATE = frozenset(("organisation", "org_head", "army_body", "security_body"))


def _is_part(one: Offsets, whole: Offsets) -> bool:
    """Whether a name is one of several words of another, not the same behind "and"."""
    return whole[0] + _AND < one[0] and one[1] <= whole[1]


_AND = 1  # letters of a glued conjunction


def _shown(sentences: Sequence[Mentions]) -> Names:
    """First stem → stems of the name and its draft, for unlisted names whose letters are those of no other word."""
    names: Names = {}
    for mention in sentences:
        for draft in mention.places:
            words = draft.name.split()
            if draft.evidence != "suggested" or draft.candidates or draft.kind == "facility" or not words:
                continue
            stems = tuple(_stem(word, mention.pack) for word in words)
            long = len(words) > 1 and sum(map(len, words)) > _SHORTEST
            if long or (stems[0] == words[0] and len(words[0]) >= _SHORTEST):
                names.setdefault(stems[0], []).append((stems, draft))
            if len(words) > 1 and len(words[0]) > _SHORTEST and _ends_in_degree(mention, draft):
                land = replace(draft, name=words[0], kind="area")
                names.setdefault(stems[0], []).append((stems[:1], land))  # Upper X lies in X
    return names


def _ends_in_degree(mention: Mentions, draft: PlaceDraft) -> bool:
    """Whether an adjective ends a name that sets a part of a land apart (Upper X, Greater X)."""
    return any(u.end == draft.span[1] and "place_degree" in u.signature for u in mention.sentence.units)


def _stem(word: str, pack: Pack) -> str:
    return pack.name_forms(word)[0][1]


def _in_sentence(mention: Mentions, names: Names) -> list[PlaceDraft]:
    found = []
    units = mention.sentence.units
    for at, unit in enumerate(units):
        if at and "place_org" in units[at - 1].signature:
            continue  # the municipality of X acts
        for cut, stem in mention.pack.name_forms(unit.view):
            for stems, draft in names.get(stem, ()):
                following = units[at + 1 : at + len(stems)]
                if tuple(_stem(u.view, mention.pack) for u in following) == stems[1:]:
                    side = units[at - 1].get("place_side") if at and not cut else None
                    again = replace(draft, span=_span(unit, cut, following), located=side is not None, typed=False)
                    found.append(replace(again, relation=side))
                    break
    return found


def _span(unit: Unit, cut: int, following: Sequence[Unit]) -> Offsets:
    start = unit.start + (fold(unit.text).source_span(cut, cut)[0] if cut else 0)
    return start, (following[-1].end if following else unit.end)
