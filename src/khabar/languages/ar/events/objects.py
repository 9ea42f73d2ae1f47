"""Objects of event verbs: where the object begins behind its subject, what a preposition makes one, who did a passive."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.agreement import in_nominative
from khabar.languages.ar.events.another_phrase import (
    begins_another,
    behind_state,
    describe,
    goes_with,
    is_beside_counted,
    is_no_name_of,
    is_one_man,
    is_other_than,
    is_those_who,
    is_whole_plural,
)
from khabar.languages.ar.events.asides import behind_adverb, behind_aside, behind_since, is_on_way
from khabar.languages.ar.events.behind_arms import PATROLS, behind_means, is_indefinite_object
from khabar.languages.ar.events.behind_doer import FORCES_END, THINGS, is_bare_behind_forces, is_person_behind_forces
from khabar.languages.ar.events.clause_starts import ALEF, ARMS, BREAKS, DUAL, GUARDED
from khabar.languages.ar.events.on_whom import is_called_ali, is_no_target
from khabar.languages.ar.events.phrases import is_nominal, party, phrase_end
from khabar.languages.ar.forms.lexicon import lexicon
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.phrases.joins import ONE_OF
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import (
    MEN,
    NISBA,
    NOMINATIVE,
    OBLIQUE,
    has_preposition,
    is_adjective,
    is_article,
    is_name_word,
    is_owned,
)
from khabar.languages.drafts import PartyDraft

_REACH = 12
_MET = frozenset(("people", "role", "org_head", "organisation", "given", "demonym"))
OBJECTS = frozenset(
    ("NUMBER", "people", "whoever", "role", "org_head", "place_type", "given", "known_place", "toll", "countable")
)


def object_begin(units: Sequence[Unit], first: int, end: int) -> int:
    """Where the object begins inside a run of noun phrases: at a number, an accusative, or where the forms tell."""
    opens = first < end and "quote_open" in units[first].signature
    if first + opens < end and "known_place" in units[first + opens].signature:
        end = behind_state(units, first, end)
    for at in range(first + 1 + opens, end):
        unit, last = units[at], units[at - 1]
        counted = "NUMBER" in unit.signature and "+and" not in unit.signature
        counted = counted and (not is_article(unit) if is_article(last) else at + 1 < end)
        one_of = unit.view in ONE_OF and is_article(last)  # the forces | one of the houses
        if one_of or (counted and not (last.signature & {"min", "whoever"} or last.view == _AND)):
            return at
        if "manner" in unit.signature:
            return end
        if "+and" in unit.signature or last.view in ONE_OF or goes_with(last, unit):
            continue
        if unit.text.endswith(_MAY_BE_ACCUSATIVE) and _is_accusative(unit, last):
            return at
        definite = _is_definite(last)
        bare = definite and "given" not in last.signature and (_is_bare_object(unit) or _is_construct(units, at))
        struck = definite and last.signature & FORCES_END and is_bare_behind_forces(units, at, at - 1)
        if bare or struck or (definite and is_person_behind_forces(units, first, at, end)):
            return at
        theirs = "NUMBER" in last.signature or last.text.endswith(TANWIN)
        accusative = "people" in unit.signature and unit["people"].accusative and not theirs
        quoted = "quote_open" in unit.signature and is_article(last) and is_no_name_of(units, first, at)
        if accusative or quoted or _begins_by_form(units, first, at):
            return at  # the settlers | "the tomb of X"
        if unit.signature & _OTHERS_BEGIN and begins_another(units, first, at):
            return at
        named = definite or (last.signature & _NAMED_SO and "people" not in last.signature)
        if named and is_article(unit) and _is_another(units, first, at):
            return at
        named = is_name_word(unit) or bool(unit.signature & {"organisation", "armed", "role"})
        if named and at == first + 1 and "known_place" in last.signature and not is_article(unit):
            return at
    cut = split_object(units, first, end) if end > first else end
    last = units[cut - 1]
    parted = cut < end and not ("prep" in last.signature or last.view == _AND or describe(last, units[cut]))
    return cut if parted else end


_OTHERS_BEGIN = frozenset(("+pron", "possession", "people", "place_type", "place_facility", "countable", "known_place"))


def _is_accusative(unit: Unit, last: Unit) -> bool:
    """An indefinite with the ending of an object behind words that have none (military planes | a camp)."""
    if unit.text.endswith(TANWIN):
        return not last.signature & {"NUMBER", "min"} and not last.text.endswith(TANWIN)
    if is_article(unit) or has_preposition(unit) or unit.signature & _NO_OBJECT or last.view.endswith(ALEF):
        return False
    if last.signature & {"NUMBER", "prep", "whoever"}:
        return False
    if "demonym" in unit.signature:
        return "people" in last.signature and not is_article(last)  # a settler | a Palestinian
    return not lexicon().words.get(unit.view[:-1], {}).keys().isdisjoint(_HIT)


_MAY_BE_ACCUSATIVE = (*TANWIN, ALEF)
_NO_OBJECT = frozenset(("given", "name", "adverb", "TIME", "prep", "known_place", "+and"))
_HIT = THINGS | {"people"}


def _is_definite(unit: Unit) -> bool:
    """Whether a phrase that ends with the unit is definite."""
    if is_article(unit) or {"+li", "+al"} <= unit.signature:
        return True
    return "quote_close" in unit.signature or _is_definite_name(unit)


def _is_definite_name(unit: Unit) -> bool:
    """A name of several words that ends with a definite one (the armed forces, the forces of the alliance)."""
    return "phrase" in unit.signature and unit.view.rpartition(" ")[2].startswith(ARTICLE)


_AND = "\N{ARABIC LETTER WAW}"


def _is_bare_object(unit: Unit) -> bool:
    """An indefinite thing or body behind a definite phrase is no part of it."""
    goes_on = _GOES_ON - {"name"} if "place_type" in unit.signature else _GOES_ON
    if is_article(unit) or has_preposition(unit) or unit.signature & goes_on:
        return False
    if "whoever" in unit.signature:
        return unit.view.endswith(ALEF)  # a number of, in the accusative
    return bool(unit.signature & _BARE)


_BARE = frozenset(("place_type", "place_facility", "countable", "vehicle", "people", "armed", "planes"))


def _is_construct(units: Sequence[Unit], at: int) -> bool:
    """A feminine noun without article before a definite one (the fighters of X | the point of search): no part of what is
    definite before it, nor its adjective.
    """
    unit = units[at]
    if (
        not unit.text.endswith((_TA, _ATE))
        or at + 1 >= len(units)
        or unit.signature & _NO_CONSTRUCT
        or has_preposition(unit)
    ):
        return False
    if is_article(unit):
        return False
    if "organisation" in units[at - 1].signature and _is_definite_name(units[at - 1]):
        return True  # the United Nations | a convoy of aid
    following = units[at + 1]
    if has_preposition(following):  # a convoy | of the pilgrims; a vehicle, by a rocket
        goes_on = following.signature >= _OF_THEM or following.signature >= _BY_ARMS
        return goes_on and unit.signature.isdisjoint(_NO_THING)
    return is_article(following)


_OF_THEM, _BY_ARMS = frozenset(("+li",)), frozenset(("+bi", "means"))
_NO_THING = frozenset(("masdar", "event_noun", "aim", "abstract", "quality"))
_NO_CONSTRUCT = frozenset(
    ("given", "name_part", "known_place", "TIME", "period", "adverb", "+and", "prep", "demonym", "kind_adjective")
)


def _begins_by_form(units: Sequence[Unit], first: int, at: int) -> bool:
    """A definite noun behind an indefinite adjective, or a plural in the oblique case behind one in the nominative."""
    unit, last = units[at], units[at - 1]
    if has_preposition(unit) or unit.signature & {"+and", "prep", "TIME"}:
        return False
    if "NUMBER" in units[first].signature and unit.signature & _OF_KIND:
        return False  # five soldiers of X, border guards
    indefinite = at - 1 > first and not is_article(last) and not is_article(units[first])
    described = "kind_adjective" in last.signature and last.signature.isdisjoint({"+and", "+pron"})
    described = described or ("place_type" in unit.signature and last.view.endswith(NISBA))
    if indefinite and described and _is_other_noun(unit):
        return True  # an armed group | a man of business, a band
    if indefinite and last.signature & _DESCRIBE and _is_other_noun(unit) and is_other_than(units[first], unit):
        return True  # unknown planes | a base; a refugee of X | a girl
    if indefinite and is_article(unit) and (is_adjective(last) or "demonym" in last.signature):
        return last.signature.isdisjoint({"name", "given", "people", "org_head", "known_place"})
    if at == first + 1 and "role" in unit.signature and not is_article(unit) and _has_no_head(last):
        return True
    if not units[first].view.endswith(NOMINATIVE):
        return "NUMBER" in units[first].signature and is_beside_counted(last, unit)  # five men | a copy of
    if (
        is_whole_plural(last)
        and not unit.view.endswith(NOMINATIVE)
        and (_is_other_noun(unit) or is_those_who(units, at))
    ):
        return True  # masked gunmen | a member of, | a bomb
    if unit.view.endswith(ALEF) and not is_article(unit) and unit.signature & _THINGS:
        return True  # fighters set off | a mine
    return last.view.endswith(NOMINATIVE) and unit.view.endswith(OBLIQUE)


_OF_KIND = frozenset(("army_body", "security_body"))


def _is_other_noun(unit: Unit) -> bool:
    """A noun without article that is no adjective of the one before it."""
    if is_article(unit) or unit.signature & {"kind_adjective", "demonym", "whoever", "quality", "+pron"}:
        return False
    return bool(unit.signature & _OTHERS)


_DESCRIBE = frozenset(("demonym", "somebody"))
_OTHERS = frozenset(("people", "role", "org_head", "place_type", "countable", "vehicle", "means_head", "weapon"))


def _has_no_head(unit: Unit) -> bool:
    """Subjects behind which somebody's office is no part of the phrase: the police | the leader of, gunmen | a judge."""
    if "role" in unit.signature or unit.view.endswith(NOMINATIVE) != (not is_article(unit)):
        return False
    return not is_article(unit) or bool(unit.signature & {"police", "forces", "army_body"})


_THINGS = frozenset(("means", "means_head", "countable", "vehicle", "people", "place_type", "place_facility"))


def _is_another(units: Sequence[Unit], first: int, at: int) -> bool:
    """A definite noun that cannot go on with the definite phrase before it (the Malian forces | the district, the army | the
    village, the forces | the rebels): the object.
    """
    unit, last, head = units[at], units[at - 1], units[first]
    if "one_of_many" in unit.signature and is_one_man(unit, last):
        return True
    if has_preposition(unit) or unit.signature & _GOES_ON_SO:
        return False
    if at + 1 < len(units) and "prep_pron" in units[at + 1].signature:
        return False  # the government recognised (by)
    if last.view.endswith(MEN) and "people" in last.signature and unit.signature & _SPOTS:
        return True  # some of the settlers | the place
    if unit.signature & {"place_type", "place_facility", "countable", "grounds"}:
        return "known_place" not in last.signature and "quality" not in unit.signature  # the police, local ones
    if "known_place" in last.signature:  # the forces of the government of X | the activist
        return bool(unit.signature & {"people", "role"} and head.signature & {"armed", "forces", "org_head", "police"})
    adjective = at - 1 > first and bool(last.signature & {"demonym", "kind_adjective"} or last.view.endswith(NISBA))
    whole = adjective or bool(last.signature & {"phrase", "occupant", "name", "given"})
    many = "people" in head.signature and head["people"].number == "p"
    if "people" in unit.signature and unit.view.endswith(OBLIQUE) and not many and not last.view.endswith(OBLIQUE):
        return True
    if "role" in unit.signature:
        return whole and "role" not in head.signature
    feminine = last.text.endswith(_TA) if adjective else head.text.split()[0].endswith((_TA, _ATE))
    return (adjective or "phrase" in last.signature) and feminine and not unit.text.endswith((_TA, _YA))


_GOES_ON_SO = frozenset(("demonym", "kind_adjective", "+and", "prep", "TIME", "given", "name_part"))
_SPOTS = frozenset(("place_type", "place_facility", "place_again", "countable", "spot", "vehicle"))
_TA, _YA = "\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER YEH}"
_ATE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"


_NAMED = frozenset(("name", "given", "known_place"))
_NAMED_SO = _NAMED | {"organisation"}
_GOES_ON = frozenset(("+and", "prep", "demonym", "given", "name", "known_place", "bracket", "quote", "in_the_name"))


def far_object(units: Sequence[Unit], at: int, *, dates: bool = False) -> tuple[int, int] | None:
    """The phrase that a date, an adverb, a place or the number of a subject sets off from what stands before units[at];
    `dates`: nothing but a date does.
    """
    first, (at, parted) = at, _behind_adjuncts(units, at)
    if at >= len(units) or has_preposition(units[at]) or "+and" in units[at].signature:
        return None
    unit = units[at]
    if dates and not all(u.signature & {"TIME", "adverb", "comma"} for u in units[first:at]):
        return None
    alike = at > first and is_article(unit) and is_article(units[at - 1])
    alike = alike and ("NUMBER" not in unit.signature or "people" in units[at - 1].signature)
    if alike and not (unit.signature & THINGS and any(_is_arms(u) for u in units[first:at])):
        return None  # an adjective of what stands before it
    counted = (
        unit.signature & OBJECTS
        or _is_around(units, at)
        or is_indefinite_object(units, at)
        or "any" in unit.signature
        or unit.signature >= PATROLS
        or is_owned(unit)
    )
    whole = at > 0 and at == first and is_whole_plural(units[at - 1])  # attackers | the place, the mayor of
    whole = whole and (is_article(unit) or "role" in unit.signature)
    counted = counted or (first > 0 and (parted or at == first) and is_bare_behind_forces(units, at, first - 1))
    if counted or ((parted or whole) and is_nominal(unit)):
        head = at + 1 if "any" in unit.signature or _is_around(units, at) else at
        end = phrase_end(units, head)
        return (at, end) if end > head else None
    return None


def _is_around(units: Sequence[Unit], at: int) -> bool:
    """Whether the surroundings or the outskirts of something begin there, as what is hit (shelled | the outskirts of the town)."""
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    side = bool(units[at].signature & _SIDES) and units[at].view in _AROUND and not has_preposition(units[at])
    return side and bool(following & _SURROUNDED) and "known_place" not in following


_SIDES = frozenset(("place_side", "place_type"))
_AROUND = frozenset(("محيط", "اطراف", "مشارف", "تخوم", "ضواحي"))
_SURROUNDED = frozenset(("place_type", "place_facility", "countable", "org_head"))


def has_subject(units: Sequence[Unit], at: int) -> bool:
    """Whether people who can be nothing but a subject stand behind the place at units[at] (killed in the town were | five);
    a masdar has none (a shelling of X).
    """
    found = far_object(units, at)
    return found is not None and (in_nominative(units[found[0]]) or "NUMBER" in units[found[0]].signature)


def _behind_adjuncts(units: Sequence[Unit], at: int) -> tuple[int, bool]:
    """Behind the dates, adverbs, places and circumstances at units[at], and whether a date or adverb was among them."""
    parted = False
    at = behind_aside(units, at)
    if at + 1 < len(units) and _goes_on_behind(units, at):
        at += 1
    first = at
    while at < len(units) and at - first < _REACH:
        signature = units[at].signature
        if (behind := behind_adverb(units, at)) > at:
            at, parted = behind, True
            if at < len(units) and "comma" in units[at].signature:
                at += 1
        elif signature & _WITH and (behind := behind_means(units, at)):
            at, parted = behind, True
        elif ({"helped", "+bi"} <= signature or units[at].view in GUARDED) and at + 2 < len(units):
            first_of = at + 2 if units[at + 1].signature & {"min", "with"} else at + 1
            end = phrase_end(units, first_of, governed=True)
            if end == first_of:
                break
            at = object_begin(units, first_of, end)
        elif "since" in signature and (behind := behind_since(units, at)):
            at, parted = behind, True
        elif (signature & _CIRCUMSTANCE or is_on_way(units, at)) and at + 1 < len(units):
            if units[at + 1].signature & {"TIME", "adverb"}:
                at, parted = at + 2, True
                continue
            end = phrase_end(units, at + 1)
            if end == at + 1 or units[at + 1].view == RANKS:
                break
            at = object_begin(units, at + 1, end)
        else:
            break
    return at, parted


def _is_arms(unit: Unit) -> bool:
    """Arms with which something is done."""
    return "+bi" in unit.signature and not unit.signature.isdisjoint(ARMS)


RANKS = "صفوف"
_WITH = frozenset(("+bi", "at_the_time"))
_CIRCUMSTANCE = frozenset(("during", "fi", "inside", "until"))


def _goes_on_behind(units: Sequence[Unit], at: int) -> bool:
    """Whether only a comma, or "in" before a date, parts the object from its subject."""
    following = units[at + 1].signature
    if "comma" in units[at].signature:
        counted = "countable" in following and units[at + 1].view.endswith(DUAL)
        return "TIME" in following or counted or _are_several(units, at)
    return "fi" in units[at].signature and "TIME" in following


def _are_several(units: Sequence[Unit], at: int) -> bool:
    """Whether a comma at units[at] sets people counted off from a subject (the army arrested, | ten men)."""
    if at + 2 >= len(units) or "ACT_VERB" in units[at - 1].signature:
        return False
    return "NUMBER" in units[at + 1].signature and "people" in units[at + 2].signature


def prepositional(units: Sequence[Unit], first: int, text: str) -> PartyDraft | None:
    """The target of an intransitive verb: behind on, against, with."""
    for at in range(first, min(first + _REACH, len(units) - 1)):
        unit = units[at]
        if unit.signature & (BREAKS | {"ACT"}):
            return None
        if unit.signature & {"ala", "target_before", "with"} and not is_called_ali(units, at):
            if "doer_before" in units[at + 1].signature:
                return None  # on the European side
            return None if is_no_target(units, at + 1) else party(units, at + 1, text)
    return None


def met(units: Sequence[Unit], first: int, text: str) -> PartyDraft | None:
    """Whom somebody meets, behind a preposition glued to it, the day perhaps before it (meets on Sunday with | the governors)."""
    while first < len(units) and units[first].signature & {"TIME", "adverb"}:
        first += 1
    here = units[first].signature if first < len(units) else frozenset()
    return party(units, first, text) if "+bi" in here and here & _MET else None
