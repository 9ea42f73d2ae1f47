"""Places that no list holds, told by the word beside their name: the village of X, the X district, a dateline, the X Hospital."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import BEGIN, Match, Unit, ahead, either, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.drafts import PlaceDraft
from khabar.languages.place_names import Name

KINDS = {
    "settlement": ("of_settlement", "at_settlement", "at_settlements"),
    "admin2": ("of_district", "at_district", "at_districts"),
    "admin1": ("of_province", "at_province", "at_provinces"),
    "neighbourhood": ("of_quarter", "at_quarter"),
    "natural": ("of_natural", "at_natural"),
}
"""The kind of place that a word says, before "of" and the name or behind the name."""
TYPES = frozenset((*(name for pair in KINDS.values() for name in pair), "facility_type", "names_town"))
"""Classes of the words that tell a place which no list holds."""
_OF = tuple(words[0] for words in KINDS.values())
_AT = tuple(word for words in KINDS.values() for word in words[1:])
NO_NAME = (
    *("place_name", "demonym", "role", "TIME", "org_tail", "media", "source_body", "det", "possessive", "t_weekday"),
    *("accords", "prep", "CUE", "no_place_name"),
)
NAME = seq(maybe(unit("name_article"), unit("dash")), run(unit("capital", but=NO_NAME), 1, 2))
_WITH_A_TOWN_IN_IT = seq(
    unit("capital", some=("place_weak", "place_common")), unit("capital", but=NO_NAME)
)  # Eden Lodge
_ANY_NAME = either(NAME, _WITH_A_TOWN_IN_IT)
_BRACKETED = seq(unit("bracket_open"), run(unit(but=("bracket_close", "stop")), 1, 3), unit("bracket_close"))
_SHORT_NAME = run(unit("capital", but=NO_NAME), 1, 2)
_MANY = frozenset(("at_districts", "at_provinces", "at_settlements"))


def draft(m: Match, kind: str, *, candidates: Sequence[Name] = ()) -> PlaceDraft:
    """The place that the slot "name" of a match names, of a kind; `candidates`: a place that the atlas knows in its name."""
    slot = m.take("name")
    end = _glued(m.units, slot.last)
    words = m.units[slot.first : end]
    inside = candidates[0] if candidates else None
    return PlaceDraft(
        (words[0].start, words[-1].end),
        inside.places if inside else (),
        m.rule.id,
        typed=True,
        name=" ".join(u.view for u in words if "mark" not in u.signature),
        kind=kind,
        evidence="suggested",
        inside=inside is not None,
        located=True,
    )


def _glued(units: Sequence[Unit], end: int) -> int:
    """The end of a name with the parts that hyphens glue to it (Tel-Karan)."""
    while end + 1 < len(units) and "dash" in units[end].signature and units[end].start == units[end - 1].end:
        if units[end + 1].start != units[end].end:
            break
        end += 2
    return end


def _kind(unit_: Unit) -> str:
    return next(kind for kind, names in KINDS.items() if unit_.signature.intersection(names))


@rule(
    seq(one_of(*_OF)["type"], _ANY_NAME["name"]),
    takes="""
        Shells fell on the village of Orlaven at dawn
            text: Orlaven
        Fighting reached the town of Tel-Karan
            text: Tel-Karan
        Two bridges in the district of al-Mazrin were washed away
            text: al-Mazrin
    """,
    refuses="""
        Shells fell on the village of potters
        The council of Orlaven met
    """,
)
def unlisted_behind_its_kind(m: Match) -> PlaceDraft:
    """No list holds all villages: a name behind "the village of" is kept as a place without a point."""
    return draft(m, _kind(m.take("type")[0]))


@rule(
    seq(
        unit("names_town", but=("capital",)),
        maybe(unit("comma")),
        NAME["name"],
        not_ahead(one_of("capital", "role", "source_body", "possessive")),
    ),
    takes="""
        Crowds filled the capital Belmar on Monday
            text: Belmar
        Two bridges in the provincial capital, Orlaven, were mined
            text: Orlaven
    """,
    refuses="""
        Crowds filled the capital on Monday
        Foreign capital Belmar Bank had borrowed was spent
    """,
)
def unlisted_capital(m: Match) -> PlaceDraft:
    """A name right behind "the capital" or "the border town" is the town's."""
    return draft(m, "settlement")


@rule(
    seq(
        either(unit("place_prep"), unit("article"), unit("and")),
        maybe(unit("word", but=("capital", "det", "place_prep", "prep", "people", "CUE"))),
        NAME["name"],
        one_of(*_AT, but=("capital",))["type"],
        not_ahead(one_of("capital", "role", "source_body")),
    ),
    takes="""
        A landslide buried a school in Orlaven district
            text: Orlaven
        Rebels hold the restive Mazrin region
            text: Mazrin
        Clashes were heard near the Ilvar river
            text: Ilvar
    """,
    refuses="""
        A landslide buried a school in the district
        The Kurdish region was calm
        He spoke in Orlaven
    """,
)
def unlisted_before_its_kind(m: Match) -> PlaceDraft:
    """A name before a plain word for a district, a province, a village or a river is one."""
    return draft(m, _kind(m.take("type")[0]))


@rule(
    seq(
        NAME["name"],
        ahead(
            seq(
                run(seq(either(seq(unit("comma"), maybe(unit("and"))), unit("and")), _SHORT_NAME), 1, 5),
                one_of("at_districts", "at_provinces", "at_settlements"),
            )
        ),
    ),
    takes="""
        An emergency was declared in Karan and Mazrin districts
            text: Karan
        Rain flooded the Ilvar, Karan and Mazrin provinces
            text: Karan
        Rain flooded the Ilvar, Karan, and Mazrin provinces
            text: Ilvar
    """,
    refuses="""
        Moreno and Hale flew over the districts
        Karan and Mazrin were flooded
    """,
)
def unlisted_in_a_row(m: Match) -> PlaceDraft:
    """Names joined before the plural of such a word are places, each of them."""
    return draft(m, _kind(next(u for u in m.units[m.last :] if u.signature & _MANY)))


@rule(
    seq(one_of(*_AT, but=("capital",))["type"], unit("comma"), _ANY_NAME["name"], ahead(one_of("mark", "prep"))),
    takes="""
        He was shot in his neighbourhood, Orlaven Heights, at about 7 p.m.
            text: Orlaven Heights
        He was shot in his neighbourhood, Paradise Lodge, near the river
            text: Paradise Lodge
        The road to her village, Karan, was cut
            text: Karan
    """,
    refuses="""
        In the village, Moreno said, nobody slept
        He was shot in his neighbourhood, police say
        The police chief of the province, Rahim Wali, was shot
    """,
)
def unlisted_beside_its_kind(m: Match) -> PlaceDraft | None:
    """A name between commas behind a word for a quarter, a village or a province is its name, unless it is that of who heads it."""
    headed = any("role" in u.signature for u in m.units[max(m.first - 4, 0) : m.first])
    return None if headed else draft(m, _kind(m.take("type")[0]))


@rule(
    seq(
        BEGIN,
        run(unit("capitals", but=NO_NAME), 1, 2)["name"],
        either(
            seq(unit("comma"), run(unit(but=("stop", "dash")), 1, 6), ahead(seq(unit("bracket_open"), unit("media")))),
            ahead(seq(unit("bracket_open"), unit("media"), unit("bracket_close"), unit("dash"))),
            ahead(seq(unit("comma"), unit("TIME"), maybe(_BRACKETED), unit("dash"))),
        ),
    ),
    takes="""
        MAZRIN, Jan 6 - Shops stayed shut.
            text: MAZRIN
        ORLAVEN, Jan 6 (Reuters) - The gates of the dam were opened.
            text: ORLAVEN
        TEL KARAN (AP) - A bridge fell into the river.
            text: TEL KARAN
    """,
    refuses="""
        NATO (an alliance) met on Monday.
        The gates of Orlaven (Reuters) were opened.
    """,
)
def unlisted_dateline(m: Match) -> PlaceDraft:
    """What stands in capitals before the agency, or the day and a dash, that open an item is where it was written."""
    return draft(m, "settlement")


@rule(
    seq(
        one_of("facility_prep"),
        maybe(unit("article")),
        seq(
            run(unit("capital", but=("det", "media", "possessive", "prep")), 1, 3),
            unit("facility_type", "capital"),
        )["name"],
    ),
    takes="""
        Six nurses were hurt at Orlaven General Hospital on Monday
            text: Orlaven General Hospital
        Shots were heard outside the Karan Hotel
            text: Karan Hotel
    """,
    refuses="""
        Six nurses of Orlaven General Hospital spoke
        Shots were heard outside the hotel
    """,
)  # fmt: skip
def facility_with_a_name(m: Match) -> PlaceDraft:
    """A building behind a preposition of place is where something is; a town in its name tells its country."""
    words = m.take("name")
    named = [u["place_name"] for u in words if "place_name" in u.signature]
    known = [name for name in named if name.grade in ("place_sure", "place_likely")]
    return draft(m, "facility", candidates=known)


RULES = (
    unlisted_behind_its_kind,
    unlisted_capital,
    unlisted_before_its_kind,
    unlisted_in_a_row,
    unlisted_beside_its_kind,
    unlisted_dateline,
    facility_with_a_name,
)
