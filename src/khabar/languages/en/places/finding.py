"""English places: which names of the atlas are places in their sentence."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Found, Grammar, Match, Unit, either, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.drafts import Evidence, PlaceDraft
from khabar.languages.en.places.names import with_names
from khabar.languages.en.places.ruled_and_reached import RULES as REACHED
from khabar.languages.en.places.unlisted import RULES as UNLISTED
from khabar.languages.place_names import Name

_ANY = ("place_sure", "place_likely", "place_weak", "place_common")
_SURE = ("place_sure", "place_likely")
_THERE = frozenset(("in", "at", "near", "outside", "inside", "across", "around", "of", "city"))
_NO_SURNAME = ("type_after", "org_tail", "role", "source_body", "facility_type")
_WEAK = ("place_weak", "place_common")


def _draft(m: Match, evidence: Evidence, *, typed: bool = False, hint: str | None = None) -> PlaceDraft:
    name: Name = m.take("name")[0]["place_name"]
    near = (u.get("demonym") or _country(u) for u in m.units)
    before = m.units[m.take("name").first - 1].view if m.take("name").first else ""
    return PlaceDraft(
        (name.start, name.end),
        name.places,
        m.rule.id,
        typed=typed,
        name=name.key,
        evidence=evidence,
        hint=hint,
        nearby=tuple(dict.fromkeys(code for code in near if code)),
        located=typed or before in _THERE,
    )


def _country(word: Unit) -> str | None:
    """The ISO code of a country named by a unit."""
    name: Name | None = word.get("place_sure")
    return name.places[0].country if name is not None and name.places[0].kind == "country" else None


@rule(
    seq(
        one_of(*_ANY),
        either(
            seq(run(unit("capital", but=("type_after", *_ANY)), 0, 2), unit("org_tail", "capital")),
            unit("source_body", "phrase", "capital"),
        ),
    ),
    trap=True,
    takes="""
        The London Herald printed the letter
        Kabul University closed its doors
        The US State Department confirmed the visit
    """,
    refuses="""
        He read 3 newspapers in London
        Two universities stayed open in Kabul
    """,
)
def name_of_an_organisation(m: Match) -> None:
    """A paper, a university, a bank that bears the name of a town is no place."""


@rule(
    seq(unit("org_head"), maybe(unit("article")), one_of(*_ANY)),
    trap=True,
    takes="""
        The Bank of England kept its rates
        She studied at the University of Cairo
    """,
    refuses="""
        The mayor of London spoke to 40 guests
        Three banks in England closed
    """,
)
def organisation_of_a_place(m: Match) -> None:
    """The Bank of England, the University of Cairo: the place is part of the organisation's name."""


@rule(
    either(
        seq(unit("given", "capital", but=(*_SURE, "prep")), one_of(*_ANY)),
        seq(unit("given", some=_ANY), unit("surname", "capital", but=(*_SURE, "type_after"))),
        seq(unit("role"), one_of(*_ANY, but=("type_after",)), unit("capital", but=(*_NO_SURNAME, *_SURE))),
    ),
    trap=True,
    takes="""
        Michael Jordan sent his regards
        Jordan Henderson gave a talk
        The opposition deputy Temir Vennar left the hall
    """,
    refuses="""
        Ten trucks drove to Jordan by night
        Troops left Syria in May
    """,
)
def name_of_a_person(m: Match) -> None:
    """Beside a given name or a family name the words name a person."""


@rule(
    seq(one_of(*_ANY)["name"], unit("type_after"), not_ahead(unit("capital", but=("place_name",)))),
    takes="""
        Floods hit Helmand province again
            text: Helmand
        A bomb went off in Kunduz city
            text: Kunduz
    """,
    refuses="""
        Floods hit the province again
        A bomb went off in Kunduz
    """,
)
def name_before_a_type_word(m: Match) -> PlaceDraft:
    """A type word behind the name (Helmand province) makes any name a place."""
    return _draft(m, "typed", typed=True)


@rule(
    seq(unit("type_before"), maybe(unit("of")), one_of(*_ANY)["name"]),
    takes="""
        Fighting reached the town of Taiz
            text: Taiz
        The village of Halfaya was shelled
            text: Halfaya
    """,
    refuses="""
        Fighting reached Syria
        The village was shelled
    """,
)
def name_behind_a_type_word(m: Match) -> PlaceDraft:
    """A type word before the name (the town of Taiz) makes any name a place."""
    return _draft(m, "typed", typed=True)


@rule(
    seq(one_of(*_ANY)["name"], unit("comma"), one_of("place_sure", "place_likely")["wider"]),
    takes="""
        He was born in Homs, Syria
            text: Homs
        Police in Paris, France, closed the road
            text: Paris
    """,
    refuses="""
        He was born in Homs and left Syria
        In Paris, police closed the road
    """,
)
def name_before_its_country(m: Match) -> PlaceDraft:
    """A town before its country or province: the wider name says which town is meant."""
    wider: Name = m.take("wider")[0]["place_name"]
    draft, whole = _draft(m, "row", hint=wider.places[0].country), wider.places[0]
    inside = tuple(p for p in draft.candidates if p.admin1 == whole.admin1 and p.name.lower() == draft.name)
    return replace(draft, candidates=inside) if whole.kind == "admin1" and inside else draft


@rule(
    one_of("place_sure", "place_likely")["name"],
    takes="""
        Troops left Syria in May
            text: Syria
        US planes struck the depot
            text: US
        The Moscow-led bloc met
            text: Moscow
        Kazakhstan's leader spoke
            text: Kazakhstan
        The People's Republic of China signed the treaty
            text: People's Republic of China
        Envoys of the Republic of Korea met in May
            text: Republic of Korea
    """,
    refuses="""
        The Syrian army left
        Michael Jordan sent his regards
        They told us to leave
    """,
)
def sure_name(m: Match) -> PlaceDraft:
    """Countries, provinces, capitals and large towns need nothing but their name, also as modifiers and metonyms."""
    return _draft(m, "named")


@rule(
    seq(
        one_of("place_prep"),
        one_of(*_WEAK)["name"],
        not_ahead(unit("capital", but=("place_name",))),
    ),
    takes="""
        The Palestinian convoy stopped near Ariha at night
            text: Ariha
        Georgian guards heard shells in Gori
            text: Gori
    """,
    refuses="""
        Syria sent a convoy
        The convoy stopped at night
    """,
)
def weak_name_in_a_frame(m: Match) -> PlaceDraft:
    """A small town counts behind a preposition of place."""
    return _draft(m, "framed")


@rule(
    one_of("place_weak")["name"],
    takes="""
        Fighting reached the town of Gori. By night Gori was burning.
            text: Gori
        The town of Ariha was flooded. The farmers of Ariha fled.
            text: Ariha
    """,
    refuses="""
        Syria was shelled again
        The town was shelled again
    """,
)
def weak_name(m: Match) -> PlaceDraft:
    """A small town that stands alone: to be taken only when the report names it better elsewhere."""
    return _draft(m, "weak")


RULES = (
    name_of_an_organisation,
    organisation_of_a_place,
    name_of_a_person,
    name_before_a_type_word,
    name_behind_a_type_word,
    name_before_its_country,
    sure_name,
    weak_name_in_a_frame,
    weak_name,
    *UNLISTED,
    *REACHED,
)
PLACES = Grammar("places", RULES)


def find_places(units: Sequence[Unit]) -> list[Found]:
    """The places of a sentence (values: PlaceDraft), each at the units of its name."""
    row = with_names(units)
    if row is None:
        return []
    found = []
    for find in _read(row.units):
        if find.value is not None:
            first, last = row.places[find.first][0], row.places[find.last - 1][1]
            found.append(Found(first, last, find.rule, find.value))
    return found


def _read(units: Sequence[Unit]) -> list[Found]:
    """The finds, each narrowed to its name; behind a name the wider name beside it may be a find of its own."""
    matches = sorted(PLACES.matches(units), key=lambda m: (_name_of(m)[0], m.first - m.last, m.rule.id))
    found: list[Found] = []
    free = 0
    for match in matches:
        first, last = _name_of(match)
        if first < free:
            continue
        value = None if match.rule.trap else match.rule.build(match)
        if value is None and not match.rule.trap:
            continue
        found.append(Found(first, last, match.rule, value))
        free = last
    return found


def _name_of(match: Match) -> tuple[int, int]:
    """The units of the name that a match finds; of a trap all its units."""
    return match.parts.get("name", (match.first, match.last))
