"""Other senses: event words whose company says that no event of their kind is told.

Much of the vocabulary of violence and of the courts serves for illness, sport, talk and figures of speech.  The word
itself does not tell; what stands right before or behind it does: a war on poverty, a case of flu, a note of protest.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import zip_longest

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.traps import is_trapped
from khabar.languages.ar.events.untrue import is_disowned
from khabar.languages.ar.events.whoever import is_of_whoever
from khabar.languages.ar.phrases.shapes import is_article
from khabar.text.fold import fold_word

_NEAR, _FAR = 3, 12
_OTHER_SENSE = frozenset(("sport", "no_act", "verbal"))
_HITS = frozenset(("shelling", "air_strike", "explosive", "suicide_bomb", "arson", "looting", "destruction", "raid"))
_ANY_COMPANY = ("outcome", "natural")
_AGAINST = frozenset(("ala", "target_before", "with"))
_PLAIN = frozenset(("always", "phrase"))
_NUN = "\N{ARABIC LETTER NOON}"  # "we" shall not
_TA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"


def is_other_noun(units: Sequence[Unit], act: Act) -> bool:
    """Whether the company of an event noun takes its event away."""
    if is_trapped(units, act) or ("hit" in units[act.first].signature and _is_of_disaster(units, act.first)):
        return True
    following = units[act.last].signature if act.last < len(units) else frozenset()
    before = units[act.first - 1].signature if act.first else frozenset()
    hits_it = (
        act.word.subtype in _HITS and "place_type" in following
    )  # a market is shelled, and panic on the market is none
    placed = {"+bi", "place_facility"} <= following  # a stampede | at a stadium
    if act.word.needs not in _ANY_COMPANY and following & _OTHER_SENSE and not hits_it and not placed:
        return True
    if is_of_whoever(units, act.first):
        return True
    if "fi" in before and any(_is_right(unit) for unit in units[max(act.first - _NEAR, 0) : act.first - 1]):
        return True  # the right to demonstrate
    return _is_of_other_type(units, act, before) or _has_other_need(units, act, before)


def _is_of_other_type(units: Sequence[Unit], act: Act, before: frozenset[str]) -> bool:
    """What words of a type are besides: drones, lines of communication, a truce that broke down, the front line."""
    match act.word.type:
        case "PROTEST":
            return (act.word.needs == "weak" and _are_drones(units, act)) or _names_an_age(units, act)
        case "MOBILIZE":
            return act.word.needs == "steps_in" and _has(units, act.last, act.last + _NEAR + 1, "affairs")
        case "CONSULT":
            return "line" in before or _is_medium(units, act, before)
        case "RETREAT":
            return "breaks" in before or _yields(units, act)
        case "ASSAULT":
            front = "front" in before and is_article(units[act.first])
            return front or _is_against_an_evil(units, act.last) or _befalls_animals(units, act.last)
    return False


def _has_other_need(units: Sequence[Unit], act: Act, before: frozenset[str]) -> bool:
    """Illness, storms of words, what only threatens, bodies recovered, courts that are none."""
    match act.word.needs:
        case "outcome":
            return _has(units, act.first - _FAR, act.last + _FAR, "disease")
        case "natural":
            return _has(units, act.first - _NEAR - 1, act.first, "stirs") or _is_no_disaster(units, act)
        case "living":
            return _is_of_bodies(units, act)
        case "court":
            return not _has(units, act.first - _FAR, act.last + _FAR, "court")
        case "journey":
            return "given" in before  # a surname
    return False


def _is_medium(units: Sequence[Unit], act: Act, before: frozenset[str]) -> bool:
    """Whether a call is how somebody spoke to an outlet (in a telephone call with the paper …)."""
    if "fi" not in before or "medium" not in units[act.first].signature:
        return False
    return any(unit.signature & {"media", "quote_open"} for unit in units[act.last : act.last + _CLOSE])


def _are_drones(units: Sequence[Unit], act: Act) -> bool:
    """The word for marches is also short for unmanned planes: told by its shadda, by who walks, else by what flies."""
    if _DOUBLED in units[act.first].text:
        return True
    before = units[act.first - 1].signature if act.first else frozenset()
    if "ala" in before or any(u.signature & _WALK for u in units[max(act.first - _CLOSE, 0) : act.last + _CLOSE]):
        return False
    return "launched" in before or _has(units, act.first - _CLOSE, act.last + _CLOSE, "flown")


_DOUBLED = "\N{ARABIC LETTER YEH}\N{ARABIC SHADDA}"
_WALK = frozenset(("participants", "marchers"))
_CLOSE = 4


def _names_an_age(units: Sequence[Unit], act: Act) -> bool:
    """A rising that is called by its day or year (since the rising of 17 March) names a time of a country; nobody tells it."""
    dated = "dated" in units[act.first].signature and act.last < len(units)
    return dated and units[act.last].text[0].isdecimal()


def _is_no_disaster(units: Sequence[Unit], act: Act) -> bool:
    """A war named after a storm, an evil that only threatens (the danger of famine), a storm "of" anger."""
    of_it = units[act.last : act.last + 2]
    if len(of_it) > 1 and "min" in of_it[0].signature and not is_article(units[act.first]):
        return not of_it[1].signature & {"NUMBER", "known_place", "people"}
    if _has(units, act.last, act.last + 1, "named_so") or _has(units, act.first - 2, act.first, "operation_of"):
        return True
    for k in range(act.first - 1, max(act.first - 1 - _CLOSE, -1), -1):
        if "feared" in units[k].signature:
            return True
        if units[k].signature & {"comma", "stop", "verb", "CUE"}:
            return False
    return False


def _yields(units: Sequence[Unit], act: Act) -> bool:
    """Whether somebody "surrenders" to what is no enemy (to despair)."""
    if act.word.needs != "foe" or act.last >= len(units) or "+li" not in units[act.last].signature:
        return False
    return not units[act.last].signature & _ENEMIES


_ENEMIES = frozenset(
    ("armed", "forces", "people", "role", "org_head", "organisation", "known_place", "demonym", "given")
)


def _is_right(unit: Unit) -> bool:
    """What people have a right to; not "against" them, which is the same word."""
    return "rights" in unit.signature and not unit.signature & (_AGAINST | {"+and"})


def _has(units: Sequence[Unit], first: int, last: int, name: str) -> bool:
    return bool([unit for unit in units[max(first, 0) : last] if name in unit.signature])


def _is_against_an_evil(units: Sequence[Unit], behind: int) -> bool:
    """The war on terror, a battle against poverty, an assault on liberties."""
    for at in range(behind, min(behind + _NEAR, len(units) - 1)):
        if units[at].signature & _AGAINST:
            further = any(unit.signature & _AGAINST for unit in units[at + 2 : at + 2 + _NEAR])
            return "evil" in units[at + 1].signature and not further  # on terror, against the party
    return False


def _befalls_animals(units: Sequence[Unit], behind: int) -> bool:
    """Whether what is killed or shot at are animals: they are named before any people are."""
    for unit in units[behind : behind + _NEAR + 1]:
        if unit.signature & {"people", "mark", "prep", "role", "armed"} and "animals" not in unit.signature:
            return False
        if "animals" in unit.signature:
            return True
    return False


def _is_by_nature(units: Sequence[Unit], act: Act) -> bool:
    """Whether a flood, or the like, is the subject right behind a verb, or before it: what it did is part of the disaster."""
    at = act.first
    if act.word.subtype == "arson" or not act.slots or not all(slot[3:] in ("s", "fs", "ms") for slot in act.slots):
        return False
    opened = at == 1 or (at > 1 and bool(units[at - 2].signature & {"comp", "bi_comp", "stop"}))
    for unit in (*units[at + 1 : at + 2], *(units[at - 1 : at] if opened else ())):
        noun = unit.get("event_noun") if is_article(unit) else None
        if "nature" in unit.signature or (noun is not None and noun.type == "DISASTER"):
            return True
    return False


def _is_no_talk(units: Sequence[Unit], act: Act) -> bool:
    """Whether a hospital "receives" the injured, or two are "at one" in a purpose: nobody talks with anybody."""
    view = units[act.first].view
    if _RECEIVE in view:
        return _has(units, act.last, act.last + _CASES, "taken_in")
    return _MEET in view and _has(units, act.last, act.last + _NEAR, "ala")


def _is_of_bodies(units: Sequence[Unit], act: Act) -> bool:
    """Whether bodies are recovered, and nobody living: named behind the word before any people are, or taken up by its pronoun."""
    if "+pron" in units[act.first].signature:
        return _has(units, act.first - _FAR, act.first, "deceased")
    near = units[act.last : act.last + _FAR]
    for unit, behind in zip_longest(near, near[1:]):
        if unit.signature & {"deceased", "stop"}:
            return "deceased" in unit.signature
        if "NUMBER" in unit.signature and behind is not None and "deceased" not in behind.signature:
            return False
    return False


_RECEIVE, _MEET, _CASES = "ستقبل", "جتمع", 6


def is_negated(units: Sequence[Unit], at: int) -> bool:
    """Whether the verb at `at` stands behind "not": neither "unless it does" nor "did none but" denies it."""
    if at == 0 or "neg_verb" not in units[at - 1].signature or "ma" in units[at - 1].signature:
        return False
    unless = at > 1 and "ma" in units[at - 2].signature
    return not unless and not any(unit.view in _BUT for unit in units[at + 1 : at + 1 + _BUT_REACH])


_BUT = frozenset(map(fold_word, ("\u0633\u0648\u0649", "\u0625\u0644\u0627")))
_BUT_REACH = 8


def goes_on_with_acts(units: Sequence[Unit], at: int) -> bool:
    """Whether "and" joins the word to a masdar that a preposition or a verb of saying governs (on the imposing of a curfew and
    the banning of gatherings); what an act led to may be followed by a second verb.
    """
    following = units[at + 1].signature if at + 1 < len(units) else _COUNTED
    if following & _COUNTED:
        return False  # and five were killed in it
    listed = units[at - 1].signature >= _LISTED and bool(following & _THINGS)  # …, and the looting of shops
    for k in range(at - 1 - listed, max(at - _JOINED, 0), -1):
        signature = units[k].signature
        if signature & _PARTS_CLAUSES:
            return False
        if signature & _ACTS and _is_governed(units, k):
            return not is_article(units[k]) and "+pron" not in signature
    return False


def _is_governed(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition stands right before a masdar, or a verb of saying or deciding before its subject and it."""
    if units[at - 1].signature & {"ala", "an", "about"}:
        return True
    return any(unit.signature & {"CUE", "manages"} for unit in units[max(at - _SPEAKER, 0) : at])


_SPEAKER = 4  # units of a verb and its subject
_JOINED = 14  # units
_LISTED, _THINGS = frozenset(("comma",)), frozenset(("countable", "place_type", "place_facility", "vehicle", "goods"))
_COUNTED = frozenset(("prep_pron", "NUMBER", "whoever", "prep"))
_ACTS = frozenset(("event_noun", "event_head"))
_PARTS_CLAUSES = frozenset(("comma", "stop", "semicolon", "colon", "rel", "comp", "bi_comp", "li_comp", "while", "but"))


def is_other_verb(units: Sequence[Unit], act: Act) -> bool:
    """Whether a verb tells no event: an adjective read as one, a state that lasts, what was not done."""
    if is_trapped(units, act):
        return True
    unit = units[act.first]
    before = units[act.first - 1].signature if act.first else frozenset()
    if unit.text.endswith(_TA_MARBUTA) or unit.signature & {"said", "pleased"} or "carrier" in before:
        return True
    if act.word.needs == "living" and _is_of_bodies(units, act):
        return True
    if _yields(units, act) or (act.word.needs in ("armed", "towards") and "+pron" in unit.signature):
        return True  # efforts that it "puts forward" are no advance
    if act.word.needs == "outcome" and _has(units, act.first - _NEAR, act.last + _FAR, "disease"):
        return True
    if "neg_verb" in before and act.word.needs not in _PLAIN and is_negated(units, act.first):
        if is_disowned(units, act.first, act.word):
            return False
        return act.word.type != "CONSULT" or not unit.view.startswith(_NUN)
    if act.word.needs == "steps_in" and _has(units, act.last, act.last + _NEAR + 1, "affairs"):
        return True
    if act.word.type == "ASSAULT" and (_befalls_animals(units, act.last) or _is_by_nature(units, act)):
        return True
    if act.word.type == "CONSULT" and _is_no_talk(units, act):
        return True
    if "hit" in unit.signature and _is_of_disaster(units, act.first):
        return True
    return _is_other_subject(units, act) or (_may_last(act) and _is_state(units, act))


def _is_other_subject(units: Sequence[Unit], act: Act) -> bool:
    """Families, which one word for "captured" also names; a number that reached; who came forward with condolences."""
    behind = [unit.signature for unit in units[act.last : act.last + _NEAR + 1]]
    first, second = [*behind, frozenset(), frozenset()][:2]
    if "family" in units[act.first].signature:
        return not any("NUMBER" in signature for signature in behind)
    if act.word.needs in _MOVING:
        return ("tally" in first and "min" not in second) or any(
            {"+bi", "offered"} <= signature for signature in behind
        )
    return False


_MOVING = ("armed", "forces", "journey", "towards")


def _may_last(act: Act) -> bool:
    """Ground that is held, an office that is had."""
    return act.word.ground or act.word.type == "OFFICE"


def _is_state(units: Sequence[Unit], act: Act) -> bool:
    """The imperfect of taking ground or office in a relative clause tells who has it (the rebels, who control the town); so does
    that of ground behind "that the army" (headlines tell what was done by it).
    """
    unit = units[act.first]
    if "future" in unit.signature or not act.slots or not all(slot[0] in "iIjJ" for slot in act.slots):
        return False
    for at in range(act.first - 1, max(act.first - 1 - _NEAR, -1), -1):
        if "rel" in units[at].signature:
            return True
        if not units[at].signature & {"kana", "adverb", "TIME"}:
            break
    if not act.word.ground:
        return False
    following = units[act.first + 1].signature if act.first + 1 < len(units) else frozenset()
    return ("prep_pron" in following and not is_article(unit)) or _is_said_to_hold(units, act.first)


def _is_said_to_hold(units: Sequence[Unit], at: int) -> bool:
    """Whether only a subject stands between "that" of saying and the verb."""
    for k in range(at - 1, max(at - 2 - _NEAR, -1), -1):
        signature = units[k].signature
        if signature & {"comp", "bi_comp"}:
            return k > 0 and any("CUE" in unit.signature for unit in units[max(k - _FAR, 0) : k])
        if signature & {"ACT", "CUE", "comma", "stop", "li_comp", "kana", "future", "st_future", "st_possible"}:
            return False
    return False


def _is_of_disaster(units: Sequence[Unit], at: int) -> bool:
    """Whether a disaster stands before a verb of hitting as its subject (an earthquake had | hit the region): the noun tells it."""
    for unit in reversed(units[max(at - _FAR, 0) : at]):
        if "event_noun" in unit.signature:
            return bool(unit["event_noun"].type == "DISASTER")
        if unit.signature & {"mark", "comp", "rel", "CUE"}:
            return False
    return False
