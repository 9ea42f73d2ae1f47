"""Where something new begins behind a phrase, told by the two words that meet: one is whole, the other indefinite or a verb."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_present_singular, joins_source
from khabar.languages.ar.phrases.voices import VOICES


def begins_object(units: Sequence[Unit], at: int, first: int) -> bool:
    """An indefinite noun behind a definite one cannot belong to the name of a body, nor behind a full personal name to
    that of its bearer: the verb's object begins here.
    """
    unit, before = units[at], units[at - 1]
    if at == first + 1 and "change" in unit.signature and _is_told_by_some(unit, before):
        return True
    same = at - 1 > first and "reflexive" in before.signature  # the same source | initiatives
    ours = at == first + 1 and {"+pron", "people"} <= before.signature  # our correspondent | the death of
    if same or (ours and unit.signature & _DEEDS):
        return not (is_article(unit) or has_preposition(unit) or unit.signature & _GOES_ON)
    named = at - 2 >= first and "given" in units[at - 2].signature
    if not named and "people" not in before.signature and units[first].signature.isdisjoint(_BODIES):
        return False
    if at <= first or ("+al" not in before.signature and not is_article(before)):
        return False
    if "belonging" in before.signature and "occupant" in unit.signature:
        return False  # a court that belongs | to the occupation
    if at > 1 and not unit.signature and "given" in units[at - 2].signature and _is_said(units, at + 1):
        return False  # Ali al-Qara | Daghi said that
    head = units[first]
    body = bool(head.signature & _BODIES) and "role" not in head.signature
    if "media_head" in head.signature:
        body = body and head["media_head"] != "person" and "reflexive" not in unit.signature
    many = at - 1 == first and "people" in before.signature and before["people"].number == "p"
    if (many or (body and at - 1 == first)) and _is_body(unit):
        return True  # the villagers | a militia; the government | a group
    body = body or many  # students | words
    if not body and not (named and (at - 2 > first or unit.text.endswith(_ALEF))):
        return False
    if "name" in unit.signature and not body and not unit.signature & {"event", "measure_word"}:
        return False
    if may_tell_purpose(unit) or ("maybe_li" in unit.signature and "governing" in before.signature):
        return False  # the national committee | for the protection of; the forces loyal | to So-and-so
    return not (
        unit.view.startswith("ال") or unit.signature & _GOES_ON or "quote" in unit.signature or has_preposition(unit)
    )


def _is_told_by_some(change: Unit, before: Unit) -> bool:
    """Whether what rises or falls stands right behind indefinite people, whose field it is not (experts expected | a rise of)."""
    if "masdar" not in change.signature or is_article(change) or has_preposition(change):
        return False
    return "people" in before.signature and before["people"].number == "p" and not is_article(before)


def _is_said(units: Sequence[Unit], at: int) -> bool:
    """Whether "that", a colon or a comma stands at units[at]: what is before it is no object but the end of a name."""
    return at < len(units) and bool(units[at].signature & {"comp", "colon", "comma"})


def may_tell_purpose(unit: Unit) -> bool:
    """Whether a feminine that no list knows may have "for" before it, and tell what a body is for (the committee | for the
    protection of).
    """
    return unit.signature == _MAYBE_FOR and unit.text.endswith(_FEMININE)


def denies_adjective(units: Sequence[Unit], at: int) -> bool:
    """Whether "not" at units[at] denies an adjective of the noun before it, definite as that is or not (the organisations |
    non-governmental; the minister said, | unconcerned).
    """
    if at + 1 >= len(units) or units[at + 1].signature & _NO_ADJECTIVE:
        return False
    return is_article(units[at + 1]) == is_article(units[at - 1])


_NO_ADJECTIVE = frozenset(("mark", "comp", "prep", "verb"))


def begins_behind_many(unit: Unit, before: Unit) -> bool:
    """A noun behind people in the plural with its ending, which takes no genitive, and no adjective that would have the same
    ending (activists | pictures of; activists | the security forces).
    """
    many = before.view.endswith(_MANY) and "people" in before.signature and not is_article(before)
    if not many or before.signature & {"given", "name"}:
        return False
    return bool(unit.signature & _OBJECTS) and not unit.signature & _JOINED


def begins_deed(unit: Unit, before: Unit) -> bool:
    """A verb of what happened right behind a source without name or article, of which nothing but its adjective goes on
    (according to a source | three were killed).
    """
    return (
        "unnamed" in before.signature
        and "event_verb" in unit.signature
        and not before.signature & {"given", "role"}
        and not unit.signature & (_JOINED | {"name"})
    )


def begins_predicate(unit: Unit, before: Unit) -> bool:
    """A verb in the perfect that no noun and no name is spelt like, behind a definite noun or a place: of neither it is an
    adjective or a genitive (the man behind the massacre | sent a message; the signs of victory | began to).
    """
    if unit.signature & _NO_PREDICATE or "given" in before.signature:
        return False
    whole = not is_article(unit) and (is_article(before) or "known_place" in before.signature)
    return whole and not _PAST.isdisjoint(unit["verb"])


_PAST = frozenset(("p3ms", "P3ms", "p3fs", "P3fs", "p3mp", "P3mp"))
DEEDS_DONE = frozenset(("event_verb", "does", "happens", "starts", "cue"))
"""What the lists know of a verb that tells what somebody did: no name is spelt like one of these."""
_NO_PREDICATE = frozenset(
    (
        *(
            "+al",
            "+and",
            "+bi",
            "+li",
            "+ka",
            "given",
            "name",
            "toponym",
            "known_place",
            "masdar",
            "event",
            "event_noun",
        ),
        *("event_head", "people", "role", "org_head", "organisation", "cue_noun", "demonym", "document", "medium"),
        *("place_type", "quality", "superlative", "first_of", "TIME", "unnamed", "countable", "measure_word", "prep"),
    )
)


def tells_anew(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a source that "and" joins to a thing begins a clause, its verb of speech in the present right behind it (an attack on
    a market | and the government accuses); people and bodies may be the first of two who speak.
    """
    head = units[first + 1] if "NUMBER" in units[first].signature and first + 1 < at else units[first]
    if not joins_source(units[at]) or head.signature & _WHO:
        return False
    behind = units[at + 1 : at + _NEAR]
    verb = next((u for u in behind if u.signature & _TELLS), None)
    speaks = verb is not None and "verb" in verb.signature and bool(verb.signature & {"CUE", "REL_CUE"})
    return verb is not None and speaks and is_present_singular(verb)


_NEAR = 6
_TELLS = frozenset(("CUE", "REL_CUE", "mark", "comp", "prep", "rel"))
_WHO = VOICES | {"given", "name"}


def lacks_name(unit: Unit) -> bool:
    """The word for a body that nothing has named yet: what stands in quotation marks behind it is its name (a company "X")."""
    body = unit.signature & {"org_head", "media_head"} and not unit.signature & {"role", "organisation", "+pron"}
    return bool(body) and not is_article(unit)


def is_called_so(units: Sequence[Unit], at: int, first: int) -> bool:
    """A name that is spelt like "and" with a verb, right behind the word for a body without article, which wants a name, and before
    what the body is for or what it says (the society | Warif for).
    """
    if at - 1 != first or at + 1 >= len(units) or not lacks_name(units[first]):
        return False
    return bool(units[at + 1].signature & {"+li", "comp"})


def _is_body(unit: Unit) -> bool:
    """The word for a body or a building, without article or anything that joins it to what stands before."""
    thing = "org_head" in unit.signature or {"place_type", "countable"} <= unit.signature
    return thing and not is_article(unit) and not unit.signature & _JOINED


_MAYBE_FOR, _FEMININE = frozenset(("maybe_li",)), "\N{ARABIC LETTER TEH MARBUTA}"
_DEEDS = frozenset(("event", "masdar", "measure_word"))
_BODIES = frozenset(("org_head", "media_head"))
_ALEF = "\N{ARABIC LETTER ALEF}"
_MANY = "ون"
_OBJECTS = frozenset(
    ("document", "medium", "org_head", "organisation", "event", "masdar", "forces", "cue_noun", "event_head")
)
_JOINED = frozenset(("+and", "demonym", "given", "prep", "+bi", "+li", "+ka", "role"))
_GOES_ON = frozenset(
    (
        *("+and", "prep", "org_head", "organisation", "toponym", "demonym", "place_type", "bracket"),
        *("given", "in_the_name"),
    )
)
