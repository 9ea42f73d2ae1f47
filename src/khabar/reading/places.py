"""Places: the drafts of all sentences become one list; the report decides which namesake is meant.

A name proves more in company.  A small town counts where its country is spoken of, a doubtful word where the report
names it with a type word elsewhere, and of several namesakes that one is taken which the words beside it, the
sentence, the report or the outlet's own country point at; then the better known one.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from khabar import atlas
from khabar.languages.drafts import Offsets, PlaceDraft
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
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
_SMALL = 3  # the tier of small towns
_SHOWN = 6  # candidates named in the record


class Settled(NamedTuple):
    """The places of a report, and the spans of names that could be places but lack evidence."""

    places: list[Place]
    unresolved: list[Offsets]


class _Scene(NamedTuple):
    """What the report tells about its countries, and which place a name was settled on before."""

    countries: Mapping[str, int]
    main: str | None
    outlet: str | None
    known: dict[str, atlas.Place]
    text: str


def read_places(sentences: Sequence[Mentions], outlet_country: str | None = None) -> list[Place]:
    """All places of a report, in text order."""
    return settle_sentences(sentences, outlet_country).places


def settle_sentences(sentences: Sequence[Mentions], outlet_country: str | None = None) -> Settled:
    """The places of a report with the names that stayed open."""
    drafts = [draft for mention in sentences for draft in mention.places]
    countries: Counter[str] = Counter()
    for mention in sentences:
        countries.update(u["demonym"] for u in mention.sentence.units if "demonym" in u.signature)
    for draft in drafts:
        if draft.candidates and draft.candidates[0].kind == "country" and draft.evidence == "named":
            countries.update([draft.candidates[0].country or ""])
    del countries[""]
    text = sentences[0].sentence.text if sentences else ""
    return settle_places(drafts, countries, outlet_country, text)


def settle_places(
    drafts: Sequence[PlaceDraft], countries: Mapping[str, int], outlet_country: str | None, text: str
) -> Settled:
    """Choose among the candidates of every draft; `text` is the source the spans count in.

    `drafts` in text order; `countries`: how often the report names each country (ISO 3166-1 alpha-2) by name or
    demonym; `outlet_country`: where the outlet is at home, the last resort among namesakes.
    """
    main = max(countries, key=lambda code: countries[code], default=None)
    scene = _Scene(countries, main or _most_places(drafts), outlet_country, {}, text)
    strong = {draft.name for draft in drafts if draft.evidence in ("named", "typed", "row")}
    ids, settled = Ids("p"), Settled([], [])
    for draft in drafts:
        chosen = _choose(draft, scene)
        if chosen is None and draft.evidence != "suggested" and not draft.typed:
            continue
        if not _is_borne_out(draft, chosen, scene, strong):
            if draft.evidence == "framed":
                settled.unresolved.append(draft.span)
            continue
        settled.places.append(_place(draft, chosen, scene, ids))
    return settled


def _most_places(drafts: Sequence[PlaceDraft]) -> str | None:
    """The country of most well-known places, when no country is named."""
    counted = Counter(
        d.candidates[0].country for d in drafts if d.candidates and d.evidence == "named" and d.candidates[0].country
    )
    return counted.most_common(1)[0][0] if counted else None


def _choose(draft: PlaceDraft, scene: _Scene) -> atlas.Place | None:
    """The place meant: an earlier mention decides, then the words beside the name, then the weights below."""
    if not draft.candidates:
        return None
    before = scene.known.get(draft.name)
    if before is not None and before in draft.candidates and draft.hint in (None, before.country):
        return before
    ranked = sorted(
        enumerate(draft.candidates), key=lambda pair: (-_weight(pair[1], draft, scene), pair[0])
    )
    best = ranked[0][1]
    if draft.evidence in ("named", "typed"):
        scene.known[draft.name] = best
    return best


def _weight(place: atlas.Place, draft: PlaceDraft, scene: _Scene) -> float:
    """How much speaks for a candidate: well-known name, kind said by the type word, countries from near to far."""
    weight = 14.0 if place.tier == 1 and not place.common else 6.0 if place.tier == 2 else 0.0
    if draft.kind is not None:
        weight += 9.0 if place.kind == draft.kind else 0.0
    code = place.country
    if code is not None:
        weight += 12.0 if code == draft.hint else 0.0
        weight += 5.0 if code in draft.nearby else 0.0
        weight += min(4.0, 2.0 + 0.2 * scene.countries[code]) if code in scene.countries else 0.0
        weight += 1.0 if code == scene.main else 0.0
        weight += 0.5 if code == scene.outlet else 0.0
    return weight


def _is_borne_out(draft: PlaceDraft, chosen: atlas.Place | None, scene: _Scene, strong: set[str]) -> bool:
    """Whether the report bears a draft out: framed names want their country, weak ones a better mention."""
    if draft.evidence in ("named", "typed", "row", "suggested"):
        return True
    if draft.name in strong:
        return True
    if chosen is None or draft.evidence == "weak":
        return False
    if draft.evidence == "doubtful":
        return chosen.tier < _SMALL and chosen.country in (draft.hint, *draft.nearby, scene.main)
    return chosen.country in (draft.hint, *draft.nearby, *scene.countries)


def _place(draft: PlaceDraft, chosen: atlas.Place | None, scene: _Scene, ids: Ids) -> Place:
    start, end = draft.span
    if chosen is None or (draft.kind in ("facility", "camp") and chosen.kind not in ("facility", "camp")):
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
    if inside is not None and inside.tier > 1 and inside.country not in (draft.hint, *draft.nearby, *scene.countries):
        inside = None  # a namesake far from the report (a tower, a village called "the tower")
    country = inside.country if inside is not None else draft.hint or _scene_country(draft, scene)
    written = scene.text[start:end]
    return Place(
        id=ids.next(start, end),
        start=start,
        end=end,
        text=written,
        name=written,
        name_ar=written,
        country=country,
        disputed=inside.disputed if inside is not None else False,
        kind=draft.kind or "settlement",  # type: ignore[arg-type]
        relation=draft.relation,
        precision=_PRECISION[draft.kind or "settlement"],
        lat=inside.lat if inside is not None else None,
        lon=inside.lon if inside is not None else None,
        confidence=0.6 if inside is not None else 0.5 if draft.hint else 0.3,
        rule=draft.rule,
    )


def _scene_country(draft: PlaceDraft, scene: _Scene) -> str | None:
    """Where an unknown name lies: in the country its sentence names alone, else in the one the report is about."""
    if len(draft.nearby) == 1:
        here = draft.nearby[0]
        if scene.main is None or 2 * scene.countries.get(here, 0) >= scene.countries.get(scene.main, 0):
            return here
    return scene.main


def _confidence(
    chosen: atlas.Place, others: Sequence[atlas.Place], draft: PlaceDraft, scene: _Scene
) -> float:
    """0 to 1: how sure name and choice are; a namesake that the report could mean as well takes most away."""
    sure = {"named": 0.98, "typed": 0.95, "row": 0.85, "framed": 0.8, "doubtful": 0.7, "weak": 0.6, "suggested": 0.5}[draft.evidence]
    if chosen.tier > 1 and draft.evidence == "named":
        sure = 0.9
    if others and (chosen.tier > 1 or chosen.common):
        told = chosen.country in (draft.hint, *draft.nearby) or chosen.country in scene.countries
        rivals = sum(place.country in scene.countries and place.country != chosen.country for place in others)
        sure *= (0.95 if told else 0.7) * (0.7 if rivals else 1.0)
    return round(sure, 2)
