"""Senses: what a verb of several senses tells, by who or what did it and by what it was done to.

A rocket that hits a school is shelling, a ferry that hits a bridge an accident, and a storm that hits the coast is told by
its noun.  Towns are captured by an assault, people are captured and arrested.  Medicine is sent as aid, troops as forces.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit
from khabar.languages.drafts import PartyDraft
from khabar.languages.en.lists.event_words import EventWord
from khabar.languages.en.phrases.marking import is_title_case

PEOPLE = frozenset(
    (
        "people",
        "NUMBER",
        "role",
        "source_unnamed",
        "given",
        "surname",
        "other_pronoun",
        "subject_pronoun",
        "source_body",
    )
)
CROWDS = frozenset(("crowd", "crowds", "group", "groups", "throng", "throngs", "mourners", "convoy", "patrol", "rally"))
"""Nouns for many people that count none."""


def sense_of(
    m: Match, word: EventWord, actor: PartyDraft | None, target: PartyDraft | None, *, passive: bool
) -> EventWord | None:
    """The word with the type and subtype that it has between its parties; None when it tells no act with them."""
    if "people" in word.flags and _is_weather(head_of(m, actor)):
        return replace(word, type="DISASTER", subtype=None, flags=word.flags | {"actorless"})
    if "hits" in word.flags:
        return _of_hitting(m, word, actor, target)
    if "fired" in word.flags:
        return _of_throwing(m, word, actor)
    if "taken" in word.flags:
        return _of_taking(m, word, actor, target)
    if "freed" in word.flags:
        return _of_freeing(m, word, target, passive=passive)
    if "sends" in word.flags:
        return _of_sending(m, word, target)
    if "of_office" in word.flags:
        return word if _any(words_of(m, target), {"role"}) else None
    if "closes" in word.flags:
        return word if any(u.view in _PASSAGES for u in words_of(m, target)) else None
    if "burns" in word.flags:
        return word if any(is_thing(u) or u.signature & _BURNT for u in words_of(m, target)) else None
    if word.lemma == "bomb":
        head = head_of(m, actor)
        return replace(word, subtype="air_strike") if head is not None and head.view in _PLANES else word
    if "under_fire" in word.flags:
        return word if _is_shot_at(m, target) else None
    return word


def is_of_another_sense(m: Match, word: EventWord, target: PartyDraft | None) -> bool:
    """Whether what a verb governs gives it another sense: a film is shot, a skill is demonstrated."""
    if is_shown(m, word):
        return True
    if word.lemma == "meet":
        head = head_of(m, target)
        return head is not None and head.signature.isdisjoint(_MET)  # met the demands
    return word.lemma in _OTHER_OBJECTS and _any(words_of(m, target), _OTHER_OBJECTS[word.lemma])


_MET = PEOPLE | {"capital", "demonym"}
_OTHER_OBJECTS = {"shoot": {"published", "medium"}, "demonstrate": {"word"}}


def is_shown(m: Match, word: EventWord) -> bool:
    """Whether a thing is shown, not marched for: a clause or what belongs to somebody stands behind (demonstrate it can fly, a
    demonstration of its strength).
    """
    if not word.lemma.startswith("demonstrat") or m.first + 1 >= len(m.units):
        return False
    behind = m.units[m.first + 1]
    if "event_noun" in m.units[m.first].signature:
        of = behind.view == "of" and m.first + 2 < len(m.units)
        return of and m.units[m.first + 2].signature.isdisjoint({"NUMBER", "people", "role", "source_unnamed"})
    return bool(behind.signature & _SHOWN) and "TIME" not in behind.signature


_SHOWN = frozenset(("subject_pronoun", "comp", "possessive_det", "article", "wh", "capital"))


def _of_throwing(m: Match, word: EventWord, actor: PartyDraft | None) -> EventWord:
    """What is thrown or fired: tear gas disperses, and stones, or petrol bombs of protesters, are a riot."""
    thrown = m.units[m.first + 1 : m.first + _LOADED]
    if any(u.view in _GAS for u in thrown):
        return replace(word, type="COERCE", subtype=None)
    if any(u.view in _STONES for u in thrown) or _of_population(m, actor) == "protester":
        return replace(word, type="PROTEST", subtype="violent")
    return word


_STONES = frozenset(("stones", "rocks", "bricks", "bottles", "stone"))
_GAS = frozenset(
    ("tear gas", "rubber bullets", "stun grenades", "pepper spray", "water cannon")
)  # to disperse, not to kill
_PASSAGES = frozenset(("border", "borders", "crossing", "crossings", "airspace", "airport", "airports", "frontier"))
_BURNT = frozenset(("ground", "vehicle", "facility_type"))


def words_of(m: Match, party: PartyDraft | None) -> Sequence[Unit]:
    """The words of a party; none where there is no party."""
    return [] if party is None else [u for u in m.units if party.span[0] <= u.start < party.span[1]]


def _any(units: Sequence[Unit], classes: set[str]) -> bool:
    return any(u.signature & classes for u in units)


def head_of(m: Match, party: PartyDraft | None) -> Unit | None:
    """The noun that a party's words turn on: the last one before a preposition (a tourist ship with a hole)."""
    units = words_of(m, party)
    end = next((k for k in range(1, len(units)) if units[k].signature & {"prep", "of_word", "comma"}), len(units))
    return units[end - 1] if units else None


# ---------------------------------------------------------------- what hits


def _of_hitting(m: Match, word: EventWord, actor: PartyDraft | None, target: PartyDraft | None) -> EventWord | None:
    """What a blow is by what strikes: weapons shell, planes raid, vehicles have accidents, people attack; storms are told by
    their own noun.
    """
    head = head_of(m, actor)
    if head is None or head.signature & {"event_noun"} or head.view in _WEATHER:
        return None
    if word.lemma == "strike" and target is None and head.view in _WORKERS:
        return replace(word, type="PROTEST", subtype="strike")  # threatened to strike
    if head.view in _SHELLS or head.view in _BOMBS:
        return (
            replace(word, subtype="shelling" if head.view in _SHELLS else "explosive") if target is not None else None
        )
    if head.view in _PLANES:
        return replace(word, subtype="air_strike") if target is not None else None
    if "vehicle" in head.signature:
        struck = head_of(m, target)
        if struck is not None and struck.view in _MINES:
            return replace(word, subtype="explosive", flags=word.flags | {"actorless"})
        accident = replace(word, type="ACCIDENT", subtype=None, flags=word.flags | {"actorless"})
        return accident if target is not None else None
    return word if any((u.signature & PEOPLE and not is_thing(u)) or is_name(u) for u in words_of(m, actor)) else None


_WORKERS = frozenset(
    (
        *("union", "unions", "workers", "nurses", "doctors", "teachers", "miners", "drivers", "staff", "employees"),
        *("pilots", "judges", "lawyers", "students", "lecturers", "farmers", "dockers", "truckers", "labourers"),
    )
)


def _is_weather(head: Unit | None) -> bool:
    """Whether what killed is the weather, hunger or a disease (heavy rain killed 38 people)."""
    return head is not None and head.view in _WEATHER


_MINES = frozenset(("mine", "mines", "landmine", "landmines", "device", "devices", "bomb", "explosive", "explosives"))
_WEATHER = frozenset(
    (
        *("quake", "lightning", "waves", "wave", "winds", "rain", "rains", "downpours", "heatwave", "heat", "cold"),
        *("crisis", "virus", "disease", "diseases", "cholera", "hunger", "snow", "snowfall", "mudslides", "monsoon"),
    )
)
_SHELLS = frozenset(("rocket", "rockets", "shell", "shells", "missile", "missiles", "mortar", "mortars", "artillery"))
_BOMBS = frozenset(("bomb", "bombs", "grenade", "grenades", "projectile", "projectiles", "explosives", "device"))
_PLANES = frozenset(
    ("warplanes", "jets", "drone", "drones", "helicopters", "gunships", "aircraft", "planes", "bombers")
)


# ---------------------------------------------------------------- what is taken


def _of_taking(m: Match, word: EventWord, actor: PartyDraft | None, target: PartyDraft | None) -> EventWord:
    """What a seizure is by what is seized: of ground an assault, of people an arrest; armed men abduct whom they seize."""
    units = words_of(m, target)
    if not units:
        return word
    if _is_ground(m, units) and not _any(units, {"people", "role"}):
        return replace(word, type="ASSAULT", subtype="attack")
    if word.lemma == "seize" and any(is_thing(u) and u.view in _BUILDINGS for u in units):
        return replace(word, type="ASSAULT", subtype="attack")
    people = any(u.signature & PEOPLE and not is_thing(u) for u in units) and not _is_counted_thing(units)
    if people and word.lemma == "seize" and _of_population(m, actor) == "combatant":
        return replace(word, type="ASSAULT", subtype="abduction")
    return replace(word, subtype="arrest") if people and word.type == "COERCE" else word


_BUILDINGS = frozenset(("building", "buildings", "house", "houses", "school", "schools", "hospital", "hospitals"))


def _of_population(m: Match, party: PartyDraft | None) -> str | None:
    """The population of the people whom a party counts or names."""
    return next((u["people"]["population"] for u in words_of(m, party) if "people" in u.signature), None)


def _is_ground(m: Match, units: Sequence[Unit]) -> bool:
    """Whether what is taken is ground: a town, a base; a name behind "the town of", or one that the atlas knows."""
    if _any(units, {"ground", *_KINDS_OF_GROUND}) or "toponym" in units[-1].signature:
        return True
    before = next((u for u in reversed(m.units) if u.end <= units[0].start), None)
    return before is not None and bool(before.signature & _KINDS_OF_GROUND)


_KINDS_OF_GROUND = frozenset(("of_settlement", "of_district", "of_province", "of_quarter"))


def _is_counted_thing(units: Sequence[Unit]) -> bool:
    """Whether a number counts things (two ships): no noun of people, role or name among them."""
    return not any(u.signature & (PEOPLE - {"NUMBER"}) for u in units) and len(units) > 1


# ---------------------------------------------------------------- who is freed


def _of_freeing(m: Match, word: EventWord, target: PartyDraft | None, *, passive: bool) -> EventWord | None:
    """Who is freed from rubble or pulled out of the water is rescued; who else is freed was held."""
    saved = any(u.view in _RUINS for u in m.units[m.first + 1 : m.first + _NEAR])
    shown = m.first > 0 and "published" in m.units[m.first - 1].signature  # a photo released by the ministry
    if shown or ("pulls" in word.flags and not saved):
        return None
    if not _is_freed(m, target, passive=passive):
        return None
    return replace(word, type="AID", subtype=None) if saved else word


_NEAR = 14  # units
_RUINS = frozenset(
    (
        *("rubble", "wreckage", "debris", "ruins", "trapped", "mud", "collapsed", "flames", "burning", "sinking"),
        *("water", "waters", "river", "sea", "well", "shaft", "cave", "floodwaters", "buried", "stranded"),
    )
)
_WARDS = frozenset(("hospital", "hospitals", "clinic", "quarantine"))


def _is_freed(m: Match, target: PartyDraft | None, *, passive: bool) -> bool:
    """Whether people are let go, or nobody knows whom (they were released), rather than a letter or pictures."""
    if any(u.view in _WARDS for u in m.units[m.first + 1 : m.first + 4]):
        return False
    if target is None:
        return passive
    units = words_of(m, target)
    head = next((k for k, u in enumerate(units) if k and u.signature & {"prep", "of_word"}), len(units))
    behind = next((u for u in m.units if u.start >= units[-1].end), None)
    if behind is not None and (behind.view in _APOSTROPHES or "possessive" in behind.signature) and not passive:
        return False  # the victims' names
    if any(u.signature & {"source_document", "source_thing", "medium", "published"} for u in units[:head]):
        return False
    titled = is_title_case(m.units)
    return any(u.signature & PEOPLE or ("capital" in u.signature and not titled) for u in units[:head])


_APOSTROPHES = ("'", "\N{RIGHT SINGLE QUOTATION MARK}")


# ---------------------------------------------------------------- what is sent


def _of_sending(m: Match, word: EventWord, target: PartyDraft | None) -> EventWord | None:
    """What is sent: food and rescuers are aid, troops and warships forces; a letter is neither."""
    units = words_of(m, target)
    behind = [u for u in m.units if units and units[-1].end <= u.start][:_LOADED]
    loaded = [*units, *behind] if behind and behind[0].view in ("with", "carrying", "of", "loaded") else units
    if any(u.view in _RELIEF for u in loaded):
        return replace(word, type="AID", subtype=None)
    rows = [u["people"] for u in units if "people" in u.signature]
    forces = any(row["population"] == "security" for row in rows) or any(u.view in _COLUMNS for u in units)
    return word if forces else None


_LOADED = 6  # units
_RELIEF = frozenset(
    (
        *("aid", "food", "medicine", "medicines", "relief", "supplies", "rescuers", "blankets", "tents", "doctors"),
        *("medics", "nurses", "generators", "vaccines", "rice", "flour", "wheat", "humanitarian aid", "assistance"),
        *("firefighters", "rescue workers", "relief supplies", "aid workers", "drinking water"),
    )
)
_COLUMNS = frozenset(
    ("peacekeepers", "tanks", "army", "contingent", "battalion", "warships", "warship", "reinforcements", "brigade")
)


# ---------------------------------------------------------------- who is shot at


def _is_shot_at(m: Match, target: PartyDraft | None) -> bool:
    """Whether a place or armed men came under fire: a campaign does so in words."""
    units = words_of(m, target)
    rows = [u["people"] for u in units if "people" in u.signature]
    armed = any(row["population"] in ("security", "combatant", "civilian") for row in rows)
    there = _any(units, {"ground", "vehicle", "facility_type", *_KINDS_OF_GROUND})
    words = any(u.view in _CRITICS for u in m.units[m.first + 1 : m.first + _NEAR])
    return (armed or there or any(u.view in ("convoy", "patrol") for u in units)) and not words


_CRITICS = frozenset(("criticism", "critics", "for", "over", "scrutiny", "opposition"))


def is_thing(unit: Unit) -> bool:
    """Whether a counted noun counts ships or houses."""
    row = unit.get("people")
    return row is not None and row["unit"] == "object"


def is_name(unit: Unit) -> bool:
    """A word written with a capital that is no article or particle at the head of its sentence."""
    return "capital" in unit.signature and unit.signature.isdisjoint(
        ("det", "article", "prep", "possessive_det", "adverb")
    )


# ---------------------------------------------------------------- protests


def is_violent(units: Sequence[Unit], at: int) -> bool:
    """Whether a protest is called violent, or turned so."""
    if at and units[at - 1].view in _VIOLENT:
        return True
    for k in range(at + 1, min(at + _TURNED, len(units) - 1)):
        if units[k].signature & {"stop", "comma", "CUE", "event_verb"}:
            return False
        if units[k].view in ("turn", "turned", "turning", "turns", "became"):
            return units[k + 1].view in _VIOLENT
    return False


_TURNED = 10  # units
_VIOLENT = frozenset(("violent", "deadly", "bloody"))
