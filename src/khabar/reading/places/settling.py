"""Places: the drafts of all sentences become one list; the report decides which namesake is meant.

A name proves more in company.  A small town counts where its country is spoken of, a doubtful word where the report
names it with a type word elsewhere, and of several namesakes that one is taken which the words beside it, the
sentence or the report point at; then the better known one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from operator import itemgetter
from typing import NamedTuple

import msgspec

from khabar import atlas
from khabar.atlas.place import EVERYDAY_ADJECTIVES
from khabar.grammar import Unit
from khabar.languages.drafts import Offsets, PlaceDraft
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.reading.places.again import named_again
from khabar.record import Place
from khabar.record.vocabulary import Precision

_PRECISION: dict[str, Precision] = {
    "country": "country",
    "admin1": "province",
    "admin2": "district",
    "settlement": "town",
    "neighbourhood": "point",
    "camp": "point",
    "facility": "point",
    "natural": "area",
    "area": "area",
}
_LOCAL = ("neighbourhood", "camp", "facility")  # many towns have a quarter, a hospital of that name
_SMALL, _QUARTER = 3, "neighbourhood"  # the tier of small towns; a part of one
_THE_QUARTER = "حي "  # listed with its type word, which many a town has a quarter of that name behind
_EVIDENCE = {
    "named": 0.98,
    "typed": 0.95,
    "row": 0.85,
    "large": 0.85,
    "framed": 0.8,
    "doubtful": 0.7,
    "weak": 0.6,
    "suggested": 0.5,
}
_NEAR = 250  # characters: about two sentences
_BY_SOUND = 0.5
_SHOWN = 6  # candidates named in the record


class Settled(NamedTuple):
    """The places of a report, the spans of names that could be places but lack evidence, and where something is said to
    be: span → whether a word for "in" stands before the place, else a type word (the town of).
    """

    places: list[Place]
    unresolved: list[Offsets]
    scenes: dict[Offsets, bool]


class _Scene(NamedTuple):
    """What the report tells about its countries, where its names and places lie.

    `known`: name → country it was settled on before; `unlisted`: the same of names no list holds.  `anchors`: source
    offset and country of each settled place that is smaller than a country.  `sure`: offset, country and name of the
    places that only one country has; `most`: the country of most of them.
    """

    countries: Mapping[str, int]
    main: str | None
    known: dict[str, str]
    unlisted: dict[str, str]
    text: str
    anchors: list[tuple[int, str]]
    sure: Sequence[tuple[int, str, str]] = ()
    most: str | None = None


def settle_sentences(sentences: Sequence[Mentions]) -> Settled:
    """The places of a report with the names that stayed open."""
    drafts = named_again(sentences)
    countries = Counter(code for mention in sentences for code in _adjectives(mention.sentence.units))
    for draft in drafts:
        if draft.candidates and draft.candidates[0].kind == "country" and draft.evidence == "named":
            countries.update([draft.candidates[0].country or ""])
    for code in EVERYDAY_ADJECTIVES - {draft.candidates[0].country for draft in drafts if draft.candidates}:
        del countries[code]  # its adjective alone means something else
    del countries[""]
    text = sentences[0].sentence.text if sentences else ""
    return settle_places(drafts, countries, text)


def _adjectives(units: Sequence[Unit]) -> Iterator[str]:
    """The country of every demonym and of every listed body of a state (the Syrian army)."""
    for unit in units:
        if "demonym" in unit.signature:
            yield unit["demonym"]
        elif (
            "organisation" in unit.signature
            and "verb" not in unit.signature
            and unit["organisation"].get("kind") != _ANYWHERE
            and (code := unit["organisation"]["country"])
        ):
            yield code


_ANYWHERE = "organisation"  # a body of no state, at work anywhere (an observatory, an agency of the United Nations)


def settle_places(drafts: Sequence[PlaceDraft], countries: Mapping[str, int], text: str) -> Settled:
    """Choose among the candidates of every draft; `text` is the source the spans count in.

    `drafts` in text order; `countries`: how often the report names each country (ISO 3166-1 alpha-2) by name or
    demonym.
    """
    main = max(countries, key=lambda code: countries[code], default=None)
    sure = _of_one_country(drafts)
    most = Counter(code for _, code, _ in sure).most_common(1)
    home = main or _most_places(drafts)
    scene = _Scene(countries, home, {}, {}, text, [], sure, most[0][0] if most else None)
    strong = {draft.name for draft in drafts if draft.evidence in ("named", "typed", "row") and draft.candidates}
    strong |= {d.name.split()[0] for d in drafts if d.evidence == "suggested" and d.candidates and d.kind not in _LOCAL}
    chosen = [_choose(draft, scene) for draft in drafts]
    settled = Settled([], [], {})
    kept: list[tuple[PlaceDraft, atlas.Place | None]] = []
    for draft, place in zip(drafts, chosen, strict=True):
        if _is_borne_out(draft, place, scene, strong):
            kept.append((draft, _unless_strange(draft, place, scene)))
        elif draft.evidence == "framed":
            settled.unresolved.append(draft.span)
    scene.anchors.extend(
        (draft.span[0], place.country)
        for draft, place in kept
        if place is not None and place.country is not None and place.kind not in ("country", "area")
    )
    ids = Ids("p")
    settled.places.extend(_place(draft, place, scene, ids) for draft, place in kept)
    settled.scenes.update({d.span: d.located for d, _ in kept if d.located or d.typed})
    return settled


def _unless_strange(draft: PlaceDraft, place: atlas.Place | None, scene: _Scene) -> atlas.Place | None:
    """None instead of a small place, or of the place in a facility's name, whose country the report does not speak of.

    A district here may be called like a village far away, and a square after a far city.
    """
    alone = draft.inside and not scene.countries and place is not None and (place.tier == _SMALL or place.common)
    if place is None or _is_namesake(draft, place, scene) or _is_no_island(draft, place, scene):
        return None
    if _is_spoken_of(place, draft, scene) and not alone:
        return place
    return None if draft.typed and (draft.inside or place.tier == _SMALL or place.kind in _LOCAL) else place


def _is_no_island(draft: PlaceDraft, place: atlas.Place, scene: _Scene) -> bool:
    """Whether an island, a mountain, a valley is only called like a small town of a country that its sentence does not name, as it
    does others: the planes of that country may have come down there.
    """
    told = draft.typed and draft.kind == "natural" and not draft.inside and place.kind == "settlement"
    if not told or place.tier < _SMALL or place.country in (draft.hint, *draft.nearby):
        return False
    return bool(draft.nearby) or place.country != scene.main


def _is_namesake(draft: PlaceDraft, place: atlas.Place, scene: _Scene) -> bool:
    """Whether a quarter, a street, a square is called like a place of another country: the towns close by lie elsewhere, and the
    report, or for a quarter the town named nearest, speaks of no other.
    """
    quarter = draft.quarter and place.kind not in _LOCAL
    local = draft.inside or (draft.typed and draft.kind == _QUARTER)
    local = local or (place.kind == _QUARTER and draft.name.startswith(_THE_QUARTER))
    if place.country is None or not (quarter or local):
        return False
    near = _lands_around(draft, scene)
    if quarter and (near[0] != place.country if near else not _is_spoken_of(place, draft, scene)):
        return True
    if not local or place.country in (draft.hint, *scene.countries):
        return False
    return draft.hint is not None or (bool(near) and place.country not in near)


def _lands_around(draft: PlaceDraft, scene: _Scene) -> list[str]:
    """The countries of the other towns close by that only one country has, the nearest first."""
    others = ((abs(start - draft.span[0]), code) for start, code, name in scene.sure if name != draft.name)
    return [code for far, code in sorted(others, key=itemgetter(0)) if far <= _NEAR]


def _most_places(drafts: Sequence[PlaceDraft]) -> str | None:
    """The country of most well-known places, when no country is named."""
    counted = Counter(
        d.candidates[0].country for d in drafts if d.candidates and d.evidence == "named" and d.candidates[0].country
    )
    return counted.most_common(1)[0][0] if counted else None


def _of_one_country(drafts: Sequence[PlaceDraft]) -> list[tuple[int, str, str]]:
    """Offset, country and name of the towns and provinces whose name no other country has: they tell where the scene is."""
    found = []
    for draft in drafts:
        places = draft.candidates
        if not places or draft.inside or draft.evidence not in ("named", "typed", "row") or places[0].kind in _WIDE:
            continue
        if draft.kind in _LOCAL:
            continue
        code = places[0].country
        if code is not None and places[0].tier < _SMALL and all(place.country == code for place in places):
            found.append((draft.span[0], code, draft.name))
    return found


_WIDE = ("country", "area")


def _choose(draft: PlaceDraft, scene: _Scene) -> atlas.Place | None:
    """The candidate for which most speaks; among equals the atlas's order stands."""
    if not draft.candidates:
        return None
    best = draft.candidates[0]
    if len(draft.candidates) > 1:
        ranked = sorted(enumerate(draft.candidates), key=lambda pair: (-_weight(pair[1], draft, scene), pair[0]))
        best = ranked[0][1]
    if draft.evidence in ("named", "typed") and best.country is not None:
        scene.known.setdefault(draft.name, best.country)
    return best


def _weight(place: atlas.Place, draft: PlaceDraft, scene: _Scene) -> float:
    """How much speaks for a candidate: well-known name, kind said by the type word, countries from near to far."""
    company = _company(draft, place, scene) if place.country != draft.candidates[0].country else 0.0
    weight = 14.0 if place.tier == 1 and not place.common else 6.0 if place.tier == 2 else 0.0
    if draft.kind is not None and place.kind == draft.kind:
        at_hand = place.tier < _SMALL or place.country == draft.candidates[0].country
        named = company or place.country in (draft.hint, *draft.nearby, *scene.countries)
        weight += 16.0 if at_hand or named else 5.0
    code = place.country
    if code is not None:
        weight += 15.0 if code == draft.hint else 0.0
        weight += 8.0 if code == scene.known.get(draft.name) else 0.0
        weight += 5.0 if code in draft.nearby else 0.0
        weight += min(6.0, 4.0 + 0.2 * scene.countries[code]) if code in scene.countries else 0.0
        weight += 3.0 if code == scene.main else 0.0
        weight += company
    return weight


def _company(draft: PlaceDraft, place: atlas.Place, scene: _Scene) -> float:
    """How much the places around speak for a namesake in another country than the best known: the nearest of those that only
    one country has, and most of them in the report.  Towns of some size, or that the curated lists hold, can be meant; no
    namesake of a metropolis is.
    """
    best = draft.candidates[0]
    known = place.geonames is None or place.population >= _TOWN
    small = place.geonames is not None and place.population * _MANY_TIMES < best.population
    if place.kind not in _TOWNS or not known or small or best.population >= _METROPOLIS:
        return 0.0
    at_hand = _lands_around(draft, scene)[:1] == [place.country]
    return (12.0 if at_hand else 0.0) + (4.0 if place.country == scene.most else 0.0)


_TOWN, _METROPOLIS, _MANY_TIMES = 20_000, 1_000_000, 6
_TOWNS = ("settlement", "neighbourhood")


def _is_borne_out(draft: PlaceDraft, chosen: atlas.Place | None, scene: _Scene, strong: set[str]) -> bool:
    """Whether the report bears a draft out: framed names want their country, weak ones a better mention."""
    if draft.evidence == "suggested" or (draft.typed and draft.evidence == "typed"):
        return True
    if chosen is not None and draft.hint is not None and chosen.country != draft.hint and chosen.tier > 1:
        return False  # a namesake in another country than its words tell
    if chosen is not None and draft.evidence in ("named", "row"):
        return True
    if chosen is not None and draft.evidence == "large" and _is_spoken_of(chosen, draft, scene):
        return True
    if draft.name in strong:
        return True
    if chosen is None or chosen.country is None or draft.evidence == "weak":
        return False
    if draft.evidence == "doubtful":
        return chosen.tier < _SMALL and chosen.country in (draft.hint, *draft.nearby, scene.main)
    return chosen.country in (draft.hint, *draft.nearby, *scene.countries)


def _place(draft: PlaceDraft, chosen: atlas.Place | None, scene: _Scene, ids: Ids) -> Place:
    start, end = draft.span
    if chosen is None or (draft.kind != chosen.kind and (draft.inside or draft.kind == "camp")):
        return _unlisted(draft, chosen, scene, ids)
    others = [p for p in draft.candidates if p.country != chosen.country or p.name != chosen.name]
    rivals = [chosen, *others] if others else []
    return Place(
        id=ids.next(start, end),
        start=start,
        end=end,
        text=scene.text[start:end],
        name=chosen.name,
        name_ar=chosen.name_ar,
        country=chosen.country,
        disputed=chosen.disputed,
        kind=chosen.kind,  # type: ignore[arg-type]
        relation=draft.relation,
        precision=_PRECISION[chosen.kind],
        geonames=chosen.geonames,
        lat=chosen.lat,
        lon=chosen.lon,
        confidence=_confidence(chosen, others, draft, scene),
        candidates=list(dict.fromkeys(f"{p.name}, {p.country or '-'}" for p in rivals))[:_SHOWN],
        rule=draft.rule,
    )


def _unlisted(draft: PlaceDraft, inside: atlas.Place | None, scene: _Scene, ids: Ids) -> Place:
    """A facility or a name that no list holds: its country is that of the place in its name, else the report's scene."""
    start, end = draft.span
    country = inside.country if inside is not None else draft.hint or scene.unlisted.get(draft.name)
    if country is None and inside is None and (country := _scene_country(draft, scene)) is not None:
        scene.unlisted.setdefault(draft.name, country)
    written = scene.text[start:end]
    elsewhere = draft.candidates if draft.name.startswith(_THE_QUARTER) else ()  # of one name, spelt so here too
    kind = draft.kind or (_QUARTER if elsewhere else "settlement")
    heard = _heard(draft, country) if inside is None else None
    if heard is not None:
        of = _QUARTER if draft.kind == _QUARTER else heard.kind
        found = _place(draft, heard, scene, ids)
        return msgspec.structs.replace(found, kind=of, name_ar=written, confidence=_BY_SOUND)
    return Place(
        id=ids.next(start, end),
        start=start,
        end=end,
        text=written,
        name=elsewhere[0].name if elsewhere else _in_letters(written),
        name_ar=_in_letters(written),
        country=country,
        disputed=inside.disputed if inside is not None else False,
        kind=kind,  # type: ignore[arg-type]
        relation=draft.relation,
        precision=_PRECISION[kind],
        lat=inside.lat if inside is not None else None,
        lon=inside.lon if inside is not None else None,
        confidence=0.6 if inside is not None else 0.5 if draft.hint else 0.3,
        rule=draft.rule,
    )


def _in_letters(written: str) -> str:
    """A name that a dateline writes in capitals as other lines write it."""
    return written.title() if written.isupper() and len(written) > _SHORTEST else written


_SHORTEST = 3


def _heard(draft: PlaceDraft, country: str | None) -> atlas.Place | None:
    """The only place of the country that an unlisted name may be by its sound, of the kind its type word says first."""
    found = draft.heard(country) if draft.heard is not None and country is not None else ()
    kinds = [place.kind for place in found]
    best = [p for p in found if p.kind == draft.kind or draft.kind not in kinds]
    one = min(best, key=lambda p: _FIRST.index(p.kind), default=None)
    if one is None or any(p.name != one.name or p.admin1 != one.admin1 for p in best):
        return None
    return one


_FIRST = ("settlement", "admin1", "admin2")


def _is_spoken_of(place: atlas.Place, draft: PlaceDraft, scene: _Scene) -> bool:
    """Whether the report names the country of a place, or none at all; places of no country are nowhere strange."""
    if place.country is None or not scene.countries:
        return True
    return place.country in (draft.hint, *draft.nearby, *scene.countries)


def _scene_country(draft: PlaceDraft, scene: _Scene) -> str | None:
    """Where an unknown name lies: where the nearest place does, else in the only country of its sentence or the main one."""
    near = min(scene.anchors, key=lambda anchor: abs(anchor[0] - draft.span[0]), default=None)
    if near is not None and abs(near[0] - draft.span[0]) <= _NEAR:
        return near[1]
    governed = draft.typed and draft.kind in _GOVERNED  # a province behind a country's name is one of its provinces
    if len(draft.nearby) == 1 and (scene.countries[draft.nearby[0]] > 1 or draft.hint or governed):
        return draft.nearby[0]
    return scene.main if scene.main is not None and scene.countries[scene.main] > 1 else None


_GOVERNED = ("admin1", "admin2")


def _confidence(chosen: atlas.Place, others: Sequence[atlas.Place], draft: PlaceDraft, scene: _Scene) -> float:
    """0 to 1: how sure name and choice are; a namesake that the report could mean as well takes most away."""
    sure = _EVIDENCE[draft.evidence]
    if chosen.tier > 1 and draft.evidence == "named":
        sure = 0.9
    if others and (chosen.tier > 1 or chosen.common):
        told = chosen.country in (draft.hint, *draft.nearby) or chosen.country in scene.countries
        rivals = sum(place.country in scene.countries and place.country != chosen.country for place in others)
        sure *= (0.95 if told else 0.7) * (0.7 if rivals else 1.0)
    return round(sure, 2)
