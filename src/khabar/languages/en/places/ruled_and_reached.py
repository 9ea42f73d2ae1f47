"""Places that no list holds, told by who rules them, by the road that leads there, or by how far it is."""

from __future__ import annotations

from khabar.grammar import Match, ahead, either, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.drafts import PlaceDraft
from khabar.languages.en.places.unlisted import NAME, draft

_RULERS = {"settlement": "rules_town", "admin1": "rules_province"}
_RULER = tuple(_RULERS.values())
WORDS = frozenset((*_RULER, "road", "NUMBER", "part_of_land"))
"""Classes of the words that tell a place here."""
_WITHIN_A_NAME = ("capital", "role", "source_body")


def _ruled(m: Match, first: int) -> str:
    """The kind of place that the first ruler from units[first] on rules."""
    ruler = next(u for u in m.units[first:] if u.signature.intersection(_RULER))
    return next(kind for kind, name in _RULERS.items() if name in ruler.signature)


@rule(
    seq(one_of(*_RULER), unit("of"), NAME["name"], not_ahead(one_of(*_WITHIN_A_NAME))),
    takes="""
        The mayor of Karan opened the gates of the dam
            text: Karan
        Samir Dalo, the governor of Ilvar, was asleep
            text: Ilvar
    """,
    refuses="""
        The mayor of the town opened the gates of the dam
        The guardian of Karan was asleep
        The governor of Orvan Central Bank was asleep
    """,
)
def unlisted_of_its_ruler(m: Match) -> PlaceDraft:
    """Mayors rule towns and governors provinces: the name behind "the mayor of" is a town's, whether or not a list holds it."""
    return draft(m, _ruled(m, m.first))


@rule(
    seq(
        NAME["name"],
        either(
            seq(unit("possessive"), maybe(unit("word", but=("capital", "prep"))), one_of(*_RULER)),
            seq(unit("capital", some=_RULER), ahead(unit("capital", but=("role",)))),
        ),
    ),
    takes="""
        Karan's mayor opened the gates of the dam
            text: Karan
        Ilvar Governor Samir Dalo was asleep
            text: Ilvar
    """,
    refuses="""
        The town's mayor opened the gates of the dam
        Deputy Governor Samir Dalo was asleep
        Former Mayor Samir Dalo was asleep
    """,
)
def unlisted_before_its_ruler(m: Match) -> PlaceDraft:
    """A name that a mayor or a governor belongs to, or that stands before this title and a person's name, is that of the place."""
    return draft(m, _ruled(m, m.first))


@rule(
    seq(unit("road"), one_of("road_to", "between", "from"), NAME["name"]),
    takes="""
        The bus stopped on the road between Karan and Orlaven
            text: Karan
        Floods cut the highway to Mazrin
            text: Mazrin
    """,
    refuses="""
        The bus stopped on the road between the farms
        Relations between Karan and Orlaven were cool
    """,
)
def unlisted_on_a_road(m: Match) -> PlaceDraft:
    """Roads and railways lead to places: the names behind "the road between" and "the highway to" are such."""
    return draft(m, "settlement")


@rule(
    seq(unit("road"), one_of("between", "from"), run(unit("capital"), 1, 3), one_of("and", "to"), NAME["name"]),
    takes="""
        The bus stopped on the road between Paris and Orlaven
            text: Orlaven
        Floods cut the railway from Paris to Mazrin
            text: Mazrin
    """,
    refuses="""
        Talks between Paris and Orlaven were cool
        The road from the farm to Paris was cut
    """,
)
def unlisted_at_the_end_of_a_road(m: Match) -> PlaceDraft:
    """So is the name at the other end of the road."""
    return draft(m, "settlement")


@rule(
    seq(
        unit("NUMBER")["far"],
        maybe(unit("bracket_open"), unit("NUMBER"), unit("bracket_close")),
        maybe(unit("word", but=("prep", "capital", "direction"))),
        either(seq(unit("direction"), unit("of")), seq(maybe(unit("direction")), unit("from"))),
        NAME["name"],
        not_ahead(one_of(*_WITHIN_A_NAME)),
    ),
    takes="""
        The farm lies 20 miles north of Karan
            text: Karan
        Two guards slept about 12 km (7.5 miles) from Orlaven
            text: Orlaven
    """,
    refuses="""
        The farm lies 20 miles north of the river
        Two guards from Orlaven slept
        It came 12 km closer
    """,
)
def unlisted_at_a_distance(m: Match) -> PlaceDraft | None:
    """So many miles north of, so many kilometres from: what is measured from is a place."""
    return draft(m, "settlement") if m.take("far")[0]["NUMBER"].unit is not None else None


@rule(
    seq(one_of("place_prep"), unit("part_of_land", but=("capital",)), NAME["name"], not_ahead(one_of(*_WITHIN_A_NAME))),
    takes="""
        Gunmen stormed a school in northern Orvania on Monday
            text: Orvania
        The river rose across eastern Mazrin
            text: Mazrin
    """,
    refuses="""
        Gunmen stormed a school in northern districts on Monday
        He read Northern Lights in bed
    """,
)
def unlisted_with_its_north(m: Match) -> PlaceDraft:
    """What has a north or an east is a stretch of land, large enough to be a province or a country."""
    return draft(m, "admin1")


RULES = (
    unlisted_with_its_north,
    unlisted_of_its_ruler,
    unlisted_before_its_ruler,
    unlisted_on_a_road,
    unlisted_at_the_end_of_a_road,
    unlisted_at_a_distance,
)
