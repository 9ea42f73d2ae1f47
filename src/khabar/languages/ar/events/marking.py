"""Marking: which words of a sentence act as event words here, and how far their phrase reaches.

Out of context many masdars of the first form are also verbs in the perfect.  In context little is needed: a
noun carries an article or a preposition, or stands behind another noun or preposition; a verb stands at the head
of its clause or behind its subject.
"""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.clause_starts import DUAL
from khabar.languages.ar.events.counties import is_type_of_place
from khabar.languages.ar.events.genitives import object_of_doer
from khabar.languages.ar.events.objects import has_subject
from khabar.languages.ar.events.replies import REPLY, is_feared, is_threatened
from khabar.languages.ar.events.senses import goes_on_with_acts, is_other_noun, is_other_verb
from khabar.languages.ar.events.subject_first import (
    announces,
    begins_clause_behind,
    follows_its_subject,
    follows_was,
    is_said_that,
)
from khabar.languages.ar.events.undergone import is_behind_done, is_marked_passive, is_told_passive
from khabar.languages.ar.events.verdicts import as_verdict
from khabar.languages.ar.events.wording import (
    GROUND_REACH,
    alone_or_taken_up,
    apart,
    before_tail,
    is_genitive,
    is_phrase_behind_a_day,
    phrase_before,
    phrase_of,
    split_phrase,
)
from khabar.languages.ar.lists.event_words import EventVerb, EventWord
from khabar.languages.ar.phrases.against_fact import is_against_fact
from khabar.languages.ar.phrases.begun_objects import lacks_name
from khabar.languages.ar.phrases.shapes import is_article, is_name_word

_STARTS = frozenset(("event_noun", "event_head", "event_verb", "reply"))
_GLUED = frozenset(("+al", "+bi", "+li", "+ka"))
_HEADS = frozenset(
    (
        "comma",
        "stop",
        "colon",
        "quote",
        "bracket",
        "dash",
        "qad",
        "kana",
        "while",
        "but",
        "like",
        "TIME",
        "rel",
        "ma",
        "sawfa",
        "comp",
        "bi_comp",
        "li_comp",
        "neg_verb",
        "link",
        "conditional",
        "own_side",
        "CUE",
    )
)
_NOT_VERBS = frozenset(("prep", "role", "people", "place_type", "org_head", "demonstrative", "comp", "rel", "NUMBER"))
_NOT_VERBS |= {"event_noun", "event_head"}


def marked(units: Sequence[Unit]) -> list[Unit]:
    """The units with ACT (an Act), ACT_NOUN or ACT_VERB, and the need of its row (NEEDS_…) added."""
    found = list(units)
    taken: set[int] = set()
    for at, unit in enumerate(units):
        act = None if at in taken or _STARTS.isdisjoint(unit.signature) else _act(units, at)
        if act is not None and "punishment" in unit.signature:
            act = as_verdict(found, units, act)
        if act is not None and taken.isdisjoint(range(at, act.last)):
            taken.update(range(act.first, act.last), range(*act.tail))
            kind = "ACT_VERB" if act.kind == "verb" else "ACT_NOUN"
            found[at] = unit.plus({"ACT": act, kind: True, f"NEEDS_{act.word.needs}": True})
        elif "people" in unit.signature and _is_dead(unit):
            found[at] = unit.plus({"DEAD": True})
    return found


def _is_dead(unit: Unit) -> bool:
    return unit["people"].measure == "killed" and "measure_word" not in unit.signature


def _act(units: Sequence[Unit], at: int) -> Act | None:
    unit = units[at]
    if is_against_fact(units, at) or _is_in_a_name(units, at) or (at and units[at - 1].view in _FAMILY):
        return None
    owed = "reply" in unit.signature and "+pron" not in unit.signature
    if owed and (is_threatened(units, at) or is_feared(units, at)):
        return Act(REPLY, at, at + 1, "noun")
    if "event_verb" in unit.signature and _is_verb(units, at):
        act = _verb_act(units, at)
        return None if act is not None and is_other_verb(units, act) else act
    says = "verb" in unit.signature and not unit.signature.isdisjoint(_SAYS)
    if says and "event_head" not in unit.signature:
        return None
    if unit.signature & {"event_noun", "event_head"} and not _names_a_body(units, at):
        act = _noun_act(units, at)
        if says and (act is None or act.last == act.first + 1 or act.tail != (0, 0)):
            return None  # denied: not "exile"; a phrase of several words is a noun's (a verdict of prison)
        if act is not None and "occupant" in unit.signature and act.last == act.first + 1:
            return None  # a side's name for the other
        return None if act is not None and is_other_noun(units, act) else act
    return None


_SAYS = frozenset(("CUE", "NEG_CUE", "REL_CUE"))


def _is_in_a_name(units: Sequence[Unit], at: int) -> bool:
    """A word inside the quotation marks of a body's name (the organisation "Save the Sea")."""
    for k in range(at - 1, at - _LONGEST_NAME if at > _LONGEST_NAME else 0, -1):
        if "quote_close" in units[k].signature:
            return False
        if "quote_open" in units[k].signature:
            return lacks_name(units[k - 1])
    return False


_LONGEST_NAME = 5
_FAMILY = ("بن", "بنت", "ال")  # what stands behind "son of", "daughter of", "the house of" is a name


def _names_a_body(units: Sequence[Unit], at: int) -> bool:
    """An event word as genitive of a body (the emergency force, the operations room) is part of its name."""
    before = units[at - 1] if at else None
    if before is None or before.signature & {"+al", "+pron"}:
        return False
    if "helpers" in before.signature and is_article(units[at]) and _is_of(units[at], "AID"):
        return True
    if not before.signature & {"org_head", "role", "room"}:
        return False
    patrols = "role" in before.signature and _is_of(units[at], "MOBILIZE")
    named = patrols or (is_article(units[at]) and (_is_weak(units[at]) or _is_of(units[at], "OFFICE")))
    if "org_head" not in before.signature and not named:
        return False
    if not is_article(units[at]) and _is_of(units[at], "PROTEST"):
        return False  # the holding of a sit-in: no body is named after one
    return not units[at].signature & {"+bi", "+li", "+ka", "+and", "+fa"}


def _is_weak(unit: Unit) -> bool:
    return "event_noun" in unit.signature and unit["event_noun"].needs == "weak"


def _is_of(unit: Unit, event_type: str) -> bool:
    return "event_noun" in unit.signature and unit["event_noun"].type == event_type


def _is_verb(units: Sequence[Unit], at: int) -> bool:
    """Whether a word that may be a verb is one here."""
    unit = units[at]
    if unit.signature & _GLUED or unit.signature & {"digits", "phrase"}:
        return False
    slots = unit["event_verb"].slots
    dual = bool(slots) and all(slot in _DUALS for slot in slots)
    dual = dual and (all(tail.words for tail in unit["event_verb"].tails) or _is_behind_two(units, at))
    if ("issued" in unit.signature and not unit["event_verb"].tails[0].words) or (
        slots and not dual and all(s[1] != "3" or s in _DUALS for s in slots)
    ):
        return _is_ours(units, at)  # a perfect in the dual is mostly an adjective in the accusative
    before = units[at - 1] if at else None
    if before is not None and "toponym" in unit.signature and _is_bare_type(before):
        return False  # the market of Tadmur, which is also "destroys"
    if before is not None and "NUMBER" in before.signature and all(slot.endswith("s") for slot in map(_number, slots)):
        return False  # twenty thousand highwaymen
    if "CUE" in unit.signature and at + 1 < len(units) and units[at + 1].signature & {"comp", "colon"}:
        return False  # it is said that
    if slots and all(slot[0] in "jJ" for slot in slots):
        return before is not None and "neg_verb" in before.signature
    if is_marked_passive(unit):
        return True
    opens = before is None or (bool(before.signature & _HEADS) and not announces(before))
    opens = opens or bool(unit.signature & {"+and", "+fa"})
    opens = opens or follows_was(units, at)
    if unit.signature & _NOT_VERBS:
        return _is_no_noun(units, at, opens)
    if before is not None and before.signature & _BEFORE_NOUNS and "while" not in before.signature:
        return False
    return opens or not unit.signature & {"toponym", "given"} or _is_imperfect(unit)


def _is_no_noun(units: Sequence[Unit], at: int, opens: bool) -> bool:
    """Whether a word that is a noun too is a verb here; it `opens` a clause, or not."""
    unit, before = units[at], units[at - 1] if at else None
    after = units[at + 1].signature if at + 1 < len(units) else _HEADS
    that = at - 1 - (at > 1 and "quote_open" in units[at - 1].signature)
    if that >= 0 and "comp" in units[that].signature and is_said_that(units, that):
        return False  # said that: a noun follows
    if before is not None and ("qad" in before.signature or ("rel" in before.signature and is_article(before))):
        return True  # had X, who X
    if before is not None and before.signature >= _CARRIES and "does" not in unit.signature:
        return False  # the army goes on with | shelling
    follows = follows_its_subject(units, at)
    begins = opens or follows or _is_resumed(units, at) or begins_clause_behind(units, at)
    if not begins or "prep" in unit.signature or is_behind_done(units, at) or is_phrase_behind_a_day(units, at):
        return False
    if "+and" in unit.signature and goes_on_with_acts(units, at):
        return False
    return _is_followed_like_a_verb(units, at) or ("prep" in after and follows)


def _is_behind_two(units: Sequence[Unit], at: int) -> bool:
    """Whether two people in the dual stand right before (that two soldiers | were hit)."""
    before = units[at - 1] if at else None
    return before is not None and "people" in before.signature and before.view.endswith(DUAL) and not is_article(before)


def _is_resumed(units: Sequence[Unit], at: int) -> bool:
    """Whether people right before a word are taken up right behind it by a pronoun (four men | were arrested: "on them")."""
    before, following = units[at - 1].signature if at else frozenset(), units[at + 1 : at + 2]
    return "people" in before and bool(following) and "prep_pron" in following[0].signature


def _is_bare_type(unit: Unit) -> bool:
    return "place_type" in unit.signature and not unit.signature & {"+al", "known_place"}


def _number(slot: str) -> str:
    return slot[3:] if slot[1] == "3" else slot[2:]


def _is_ours(units: Sequence[Unit], at: int) -> bool:
    """The first person plural behind a negation, with the sign of the future (we shall not negotiate), or in the perfect with
    whom or what it was done to behind it (we arrested 23 gunmen; helpers who tell of their work tell no act of aid).
    """
    slots = units[at]["event_verb"].slots
    if not any(slot[1:] == "1p" for slot in slots):
        return False
    if "future" in units[at].signature or (at and "neg_verb" in units[at - 1].signature):
        return True
    following = units[at + 1].signature if at + 1 < len(units) else _HEADS
    if all(tail.word.type == "AID" for tail in units[at]["event_verb"].tails):
        return False
    return all(slot[:3] in ("p1p", "P1p") for slot in slots) and not following & _NO_OBJECTS


def _is_imperfect(unit: Unit) -> bool:
    return any(slot[0] in "iI" for slot in unit["event_verb"].slots)


_NO_OBJECTS = frozenset(("mark", "TIME", "verb", "adverb", "comp", "rel", "CUE"))
_CARRIES = frozenset(("does", "verb"))
_BEFORE_NOUNS = frozenset(("prep", "demonstrative", "whoever"))


_DUALS = ("p3md", "P3md")


def _is_followed_like_a_verb(units: Sequence[Unit], at: int) -> bool:
    """A verb is followed by a subject: no preposition, no adjective of a country without article, no mark."""
    following = units[at + 1] if at + 1 < len(units) else None
    if following is None or following.signature & {"mark", "comma", "rel"}:
        return False
    if "demonym" in following.signature and "+al" not in following and "people" not in following:
        return False
    if "prep_pron" in following.signature:
        return True
    if "sentences" in units[at].signature and "ala" in following.signature:
        return any("punishment" in unit.signature for unit in units[at + 2 : at + _JUDGED])
    if following.signature & {"prep", "+li"} or following.signature == _ADJECTIVE:
        return "fi" in following.signature and has_subject(units, at + 1)
    if any(tail.words[:1] == _TO for tail in units[at]["event_verb"].tails):
        return True  # stood up to X
    return object_of_doer(units, at + 1) is None  # the army's shelling of X


_TO = ("\N{ARABIC LETTER LAM}",)
_JUDGED = 10  # units from "sentenced" to what for
_ADJECTIVE = frozenset(("kind_adjective",))


def _verb_act(units: Sequence[Unit], at: int) -> Act | None:
    """The act of a verb: by the nearest words that complete its phrase, else by itself."""
    verb: EventVerb = units[at]["event_verb"]
    near = " ".join([u.view for u in units[at + 1 : at + 1 + GROUND_REACH]])
    tails = [tail for tail in verb.tails if tail.words and tail.middle in near]
    stands = [(split_phrase(units, at + 1, tail), tail) for tail in tails]
    found = [(place, tail) for place, tail in stands if place is not None and not is_genitive(units, at, place[0])]
    own = {k for place, _ in found for k in range(*place)}  # what completes its phrase in another way is no act between
    told = ((place, tail) for place, tail in found if not tail.word.lemma.startswith(_CHARGES))
    if any(_is_told_by_noun(units, at + 1, place, tail.word.type, own) for place, tail in told):
        return None  # carried out an attack: the noun tells it
    if found:
        place, tail = min(found, key=lambda option: (option[0][1], -len(option[1].words)))
        undergone = "undergoes" in units[at].signature and tail.word.type != "MOBILIZE"
        return Act(tail.word, at, at + 1, "verb", undergone or _voice(units[at], verb), verb.slots, place)
    voice = _voice(units[at], verb)
    if voice and at and (tail_before := phrase_before(units, at, verb.tails)) is not None:
        return Act(tail_before.word, at, at + 1, "verb", True, verb.slots)
    alone = alone_or_taken_up(units, at, verb)
    return Act(_by_subject(units, at, alone.word), at, at + 1, "verb", voice, verb.slots) if alone else None


_CHARGES = ("كلف ", "أحال ")  # with the forming of a government: he is appointed; refers to trial


def _is_told_by_noun(
    units: Sequence[Unit], first: int, rest: tuple[int, int], event_type: str, own: AbstractSet[int]
) -> bool:
    """Whether the rest of a verb's phrase, or what stands before it, names the act by itself; words at `own` do not before it.

    Not a noun of another type: who lifts a curfew imposes none.  A noun that needs somebody official has its doer by the verb
    (signed an agreement), unless the verb is one that nouns know.
    """
    verb = units[first - 1].signature
    if "manner" in units[rest[0]].signature:
        return False  # died by drowning
    noun = _noun_act(units, rest[0]) if "event_head" in units[rest[0]].signature else None
    if noun is not None and noun.first + 1 < noun.last <= rest[1] and noun.word.type != event_type:
        return False  # carried out a sentence of death: more than that one was passed
    known = "does" in verb and event_type != "RETREAT"  # who ends a strike makes none
    between = [units[k] for k in range(first, rest[0]) if k not in own and "occupant" not in units[k].signature]
    phrase = units[rest[0] : rest[1]]
    phrase = phrase if known else [unit for unit in phrase if _is_of(unit, event_type)]
    if any("event_noun" in u.signature and (known or u["event_noun"].needs != "official") for u in between):
        return True
    if any("event_noun" in u.signature and (known or _tells(u["event_noun"], verb)) for u in phrase):
        return True
    if noun is None or noun.word.ground or not (known or noun.word.type == event_type):
        return False  # took control of: the verb has the doer beside it
    return known or _tells(noun.word, verb)


def _tells(word: EventWord, verb: frozenset[str]) -> bool:
    """Whether a noun tells its act without the verb: not one that needs a giver or an army; one that needs company with a verb
    of saying only.
    """
    if word.type == "MOBILIZE" and "undergoes" not in verb:
        return False  # who sends reinforcements sends them
    return word.needs not in _NEEDY and (word.needs != "weak" or "cue" in verb)


_NEEDY = ("official", "state", "armed", "forces", "victims", "object_people", "with_actor_or_target")


def _voice(unit: Unit, verb: EventVerb) -> bool | None:
    return True if is_marked_passive(unit) else is_told_passive(verb.slots)


def _noun_act(units: Sequence[Unit], at: int) -> Act | None:
    unit = units[at]
    if "event_head" in unit.signature:
        near = before_tail(units, at + 1)
        for tail in unit["event_head"]:
            last = phrase_of(units, at + 1, tail) if tail.middle in near else None
            if last is not None:
                return Act(tail.word, at, last, "noun")
            if tail.parts and (place := apart(units, at + 1, tail)) is not None:
                return Act(tail.word, at, at + 1, "noun", tail=place)
    word = unit.get("event_noun")
    if word is None or (unit.get("+pron") == _MINE and not unit.view.endswith(_MY)):
        return None  # an adjective: the ending is not "my"
    if _is_given_name(units, at) or is_type_of_place(units, at):
        return None
    return Act(_by_subject(units, at, word), at, at + 1, "noun")


def _by_subject(units: Sequence[Unit], at: int, word: EventWord) -> EventWord:
    """The row of a word by who stands behind it: an official arrives for talks, forces arrive to fight."""
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    person = at + 1 < len(units) and is_name_word(units[at + 1]) and not following & {"toponym", "place_type"}
    official = (following & {"role", "given"} or (person and "people" not in following)) and not following & {
        "forces",
        "armed",
    }
    return word.also if word.also is not None and official else word


def _is_given_name(units: Sequence[Unit], at: int) -> bool:
    """An act word that is somebody's given name: between a title, or nothing, and a surname."""
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    if not following & _NAMES or "prep" in following:
        return False
    if "given" in units[at].signature:
        return True
    bare_name = "name" in units[at].signature and "given" in following and not is_article(units[at])
    return bare_name and not (at and "prep" in units[at - 1].signature and "event_head" in units[at].signature)


_NAMES = frozenset(("given", "name"))
_MINE = "\N{ARABIC LETTER YEH}"
_MY = "\N{ARABIC LETTER TEH}\N{ARABIC LETTER YEH}"
