"""What the words beside a number say happened to the people it counts: before it, behind it, further left."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.befalling import fell_victim_to, of_what_befell, of_whose_act
from khabar.languages.ar.figures.condition import state_of
from khabar.languages.ar.figures.counts import CLAUSE, HARD, STATES, Count, begins_with_and, noun_of, skip_marks
from khabar.languages.ar.figures.readings import fits, own_measure, reading
from khabar.languages.ar.figures.resumed import have_been, predicate_behind_part
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.shapes import OBLIQUE
from khabar.record.vocabulary import Measure

_FAR, _NEAR = 14, 8


def measure_before(units: Sequence[Unit], count: Count) -> Measure | None:
    """The measure word right before the number, its preposition between."""
    noun = noun_of(units, count)
    at = skip_marks(units, count.at - 1, -1)
    if at < 0:
        return None
    if "bracket_open" in units[count.at - 1] and (told := _in_brackets(units, at, noun)):
        return told
    prep = glued_prep(units[count.at])
    if not prep:
        at = _governing(units, at, count)
    unit = units[max(at, 0)]
    if not prep:
        if "victim_of" in unit or is_body(unit) or ("event" in unit.signature and fell_victim_to(units, at)):
            return "killed"
        if "MEASURE" in unit:
            found = reading(unit, "", noun) or _falls(unit, noun)
            return _lost(units, at, count, found) if found in _LOST and "loses" in unit else found
        if unit.signature & {"prep", "bi_free"}:
            prep, at = unit.view[:1] if "bi_free" in unit else unit.view, at - 1
    elif "+li" in units[count.at] and (told := of_whose_act(units, at)):
        return told
    return _measure_with(units, at, prep, noun, unit) if prep else None


def _measure_with(units: Sequence[Unit], at: int, prep: str, noun: CountedNoun | None, unit: Unit) -> Measure | None:
    """The measure word, at or before units[at], that takes its people behind this preposition; `unit` stands before them."""
    against = "against" in unit
    if "ila" in unit and (told := _next_of_a_toll(units, at)):
        return told
    for index in range(at, max(-1, at - _NEAR), -1):
        word = units[index]
        if word.signature & CLAUSE or ("comma" in word and not against):
            return None
        if "MEASURE" in word:
            return reading(word, "" if against else prep, noun)
    return None


def _governing(units: Sequence[Unit], at: int, count: Count) -> int:
    """The place of the word that governs a number, at or before units[at], asides passed over."""
    if at > 0 and (_is_inserted(units, at, count) or "al_free" in units[at]):
        at = skip_marks(units, at - 1, -1)
    return _before_asides(units, at)


def _in_brackets(units: Sequence[Unit], at: int, noun: CountedNoun | None) -> Measure | None:
    """The fate of a plural whose number stands in brackets behind it (of those arrested (431 persons))."""
    at -= at > 0 and "prep_pron" in units[at]  # those arrested are in Arabic those hands were laid on
    people: CountedNoun | None = units[at].get("people")
    if people is None or people.number != "p" or people.unit != "person" or noun is None or noun.measure is not None:
        return None
    return people.measure


def _before_asides(units: Sequence[Unit], at: int) -> int:
    """The unit before a day or another aside that parts a fate from its number (whose victims were until now | 34)."""
    while at > 0 and ("passing" in units[at] or ("TIME" in units[at] and "victim_of" in units[at - 1])):
        governed = bool(units[at - 1].signature & {"until", "ala"})
        at -= 2 if governed and at > 1 else 1
    return at


def _lost(units: Sequence[Unit], verb: int, count: Count, said: Measure) -> Measure:
    """What "lost" says of a number of people: who loses his own, or a force its soldiers, has them killed; who loses work or
    house is not missing.
    """
    behind = units[count.last : count.last + _NEAR]
    if any("possession" in unit for unit in behind):
        return "other"
    if said != "missing":
        return said
    noun = noun_of(units, count)
    own = any("+pron" in unit for unit in (*behind[:4], *units[count.at + 1 : count.last]))
    own = own or (noun is not None and "combatant" in noun.populations)
    active = own and (units[verb].view.endswith(_LOSERS) or count.at - verb > 1)
    ends = units[count.at].view.endswith(OBLIQUE) and count.quantity.bound == "exact"  # not: more than | forty
    if active or ends:
        return "killed"
    return "casualties" if own and _are_soldiers(units, count) else "missing"


def _are_soldiers(units: Sequence[Unit], count: Count) -> bool:
    """Whether the lost are somebody's men under arms (four of its soldiers): fallen or missing."""
    return any({"armed", "+pron"} <= unit.signature for unit in units[count.at + 1 : count.last + 2])


_LOST = ("missing", "casualties")
# "She lost", "they lost", "we lost" are no passives of a number, nor is what stands behind the verb in the accusative.
_LOSERS = ("\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER ALEF}")


def _next_of_a_toll(units: Sequence[Unit], at: int) -> Measure | None:
    """The next kind of victims of a toll (the dead rose to 15, the wounded | to 40 persons): the noun before says it."""
    kind = units[at]
    if not {"PEOPLE_P", "+and", "+al"} <= kind.signature or not any("toll" in u for u in units[max(0, at - _FAR) : at]):
        return None
    return own_measure(kind)


def is_body(unit: Unit) -> bool:
    """The remains of people who are counted behind (the bodies of nine civilians)."""
    noun: CountedNoun | None = unit.get("people")
    return noun is not None and noun.unit == "body"


def _is_inserted(units: Sequence[Unit], at: int, count: Count) -> bool:
    """Words that part a measure word from its number: "in it", or the same number in digits before the words."""
    unit = units[at]
    if "NUMBER" in unit:
        return bool(unit["NUMBER"].value == count.quantity.value)
    if "of_them" in unit:  # of them died four hundred
        return {"MEASURE", "MEASURE_VERB", "STRONG"} <= units[at - 1].signature
    in_it = "prep_pron" in unit or {"prep", "+pron"} <= unit.signature  # in which, because of which
    return in_it and "among" not in unit and "MEASURE" in units[at - 1]


def glued_prep(unit: Unit) -> str:
    """The preposition before a word in its own letters, as the lists of measure words name it; "-" for one they do not."""
    if "+bi" in unit:
        return "\N{ARABIC LETTER BEH}"
    return "-" if unit.signature & {"+li", "+ka"} else ""


def _falls(unit: Unit, noun: CountedNoun | None) -> Measure | None:
    """Plain people who "fall" are killed."""
    plain = noun is not None and noun.unit == "person" and noun.measure in (None, "forces")
    return "killed" if plain and "falls" in unit else None


def _have_fallen(units: Sequence[Unit], at: int) -> bool:
    """Whether a plural "they fell" behind people says that they died: not into somebody's hands, nor from a height."""
    behind = units[at + 1 : at + 3]
    if not units[at].view.endswith(_THEY) or (behind and behind[0].signature & {"min", "an"}):
        return False
    return not any("grasp" in unit for unit in behind)


_THEY = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}"


def measure_undivided(units: Sequence[Unit], count: Count) -> Measure | None:
    """Killed and hurt together: two measure words before the number, or "between dead and wounded" behind it."""
    if _two_fates(units, skip_marks(units, count.at - 1, -1)):
        return "casualties"
    one_noun = count.noun is not None and count.shape not in (
        "dual",
        "single",
    )  # two dead and a wounded man are counted apart
    joined = units[count.last] if one_noun and count.last < len(units) else None
    counts_on = count.last + 1 < len(units) and "ila" in units[count.last + 1]  # and the wounded to 40
    # 187 martyrs, and the injuring of 312; 40 hurt, and two dead
    act = joined is not None and not joined.signature.isdisjoint(("measure_word", "PEOPLE_D"))
    if joined is not None and "+and" in joined and count.noun is not None and not counts_on and not act:
        pair = {own_measure(joined), own_measure(units[count.noun])}
        if len(pair) == 2 and pair <= HARD:
            return "casualties"
    for index in range(count.last, min(len(units) - 3, count.last + 4)):
        if "among_prep" not in units[index].signature:
            continue
        pair = {own_measure(units[index + 1]), own_measure(units[index + 2])}
        if len(pair) == 2 and pair <= HARD:
            return "casualties"
    return None


def _two_fates(units: Sequence[Unit], at: int) -> bool:
    """Whether two measure words stand before a number, joined by "and" or "or": killed and hurt, or killed and missing."""
    or_ = at > 1 and "or" in units[at - 1]
    first = at - 1 if at > 0 and "+and" in units[at] else at - 2 if or_ else -1
    if first < 0 or "MEASURE" not in units[at] or "MEASURE" not in units[first]:
        return False
    if "FATE_VERB" in units[first] and not or_:
        return False
    pair = {reading(units[at], "", None), reading(units[first], "", None)}
    return pair in ({"killed", "injured"}, {"killed", "missing"})


def measure_far_before(units: Sequence[Unit], count: Count) -> Measure | None:
    """A measure verb (or act noun with its doer) further left, with the count as its object or late subject."""
    if glued_prep(units[count.at]):
        return None
    noun = noun_of(units, count)
    if told := of_what_befell(units, count):
        return told
    with_them = count.first > 0 and "with" in units[count.first - 1]
    joined = with_them or begins_with_and(units, count.at)  # somebody named and six others died
    crossed, commas = False, 0
    first = (
        (count.first if with_them else count.at) - 1 - with_them
        if joined
        else _before_place_between_commas(units, count.at - 1)
    )
    for index in range(first, max(-1, count.at - (_NEAR if joined else _FAR)), -1):
        unit = units[index]
        signature = unit.signature
        commas += "comma" in signature and not _encloses_a_time(units, index)
        if signature & CLAUSE or signature & {"NUMBER", "PEOPLE_D"} or commas > (not joined):
            return None
        if joined and signature & {"prep", "FINITE"}:
            return None
        if index == count.at - 1 and signature & {"prep", "prep_pron"} and "among" not in signature and not joined:
            return None
        if (
            "MEASURE" in signature
            and "FATE_VERB" not in signature
            and not ((crossed or commas) and "MEASURE_NOUN" in signature and not _opens(units, index))
        ):
            found = reading(unit, "", noun) or _falls(unit, noun)
            return _lost(units, index, count, found) if found in _LOST and "loses" in signature else found
        if "FINITE" in signature and "MEASURE" not in signature and not _is_an_adverb(units, index, count.at):
            return None
        crossed = crossed or bool(signature & {"prep", "+bi", "+li"} and "weapon" not in signature)
    return None


def _before_place_between_commas(units: Sequence[Unit], at: int) -> int:
    """The place before an aside between two commas that says where or when (gunmen killed, in the north, | ten farmers)."""
    if "comma" not in units[at]:
        return at
    for index in range(at - 1, max(0, at - _NEAR), -1):
        if "comma" in units[index]:
            return index - 1 if "prep" in units[index + 1] else at
    return at


def _is_an_adverb(units: Sequence[Unit], at: int, number: int) -> bool:
    """Whether a word right before a number has the letters of a verb of two, and is no verb (also, by force)."""
    slots = units[at].get("verb") or ()
    return at == number - 1 and all(slot[1:] == "3md" for slot in slots)


def _opens(units: Sequence[Unit], at: int) -> bool:
    """Whether a word that is noun and verb opens its clause as the verb does (and killed, in the town, were five)."""
    signature = units[at].signature
    if "MEASURE_VERB" not in signature or signature & {"+al", "+bi", "+li"}:
        return False
    return at == 0 or bool(signature & {"+and", "+fa"}) or bool(units[at - 1].signature & _BEFORE_VERBS)


_BEFORE_VERBS = frozenset(("mark", "while", "kana", "qad", "comp", "TIME"))


def _encloses_a_time(units: Sequence[Unit], comma: int) -> bool:
    """Whether a comma stands beside a date set off by commas (arrested, today, more than fifty)."""
    return any("TIME" in unit for unit in (units[comma - 1 : comma] if comma else ()) or ()) or (
        comma + 1 < len(units) and "TIME" in units[comma + 1]
    )


def measure_of_attribute(units: Sequence[Unit], count: Count) -> Measure | None:
    """The counted noun's own attribute (wounded soldiers)."""
    if count.noun is None:
        return None
    for unit in units[count.last : count.last + 2]:
        found: CountedNoun | None = unit.get("people")
        if unit.signature & {"+and", "+bi", "+li", "mark", "prep", "neg", "but"}:
            return None
        if found is not None and found.measure in STATES:
            owner = unit is units[count.noun + 1] and "+al" in unit and "+al" not in units[count.noun]
            return None if owner else found.measure  # five captors of the hostages
    return None


def measure_behind(units: Sequence[Unit], count: Count) -> Measure | None:
    """The predicate behind the count: the first finite verb, when it says what happened to its subject."""
    noun = noun_of(units, count)
    limit = min(len(units), count.last + _FAR)
    still = False
    for index in range(count.last, limit):
        unit = units[index]
        signature = unit.signature
        if "among" in signature and (verb := predicate_behind_part(units, count, index)) is not None:
            return _predicate(units, verb, noun)
        if index > count.last and _ends_clause(units, index):
            return None
        still = still or "still" in signature
        if still and "measure_word" in signature and "injured" in {word.measure for word in unit.get("MEASURE") or ()}:
            return "injured"  # they are still treated
        if "fate" in signature and "MEASURE" not in signature:
            return "killed"
        if "tally" in signature and (listed := own_measure(units[min(index + 1, len(units) - 1)])) is not None:
            return listed
        if (state := state_of(units, index, still=still)) is not None:
            return state
        if "falls" in signature and _have_fallen(units, index):
            return _falls(unit, noun)
        if "MEASURE" in signature:
            two = _two_fates(units, index + 2) if index + 2 < limit and "or" in units[index + 1] else False
            return "casualties" if two else _predicate(units, index, noun)
        if "comma" in signature and not _parenthesis(units, index, limit):
            return None
        if "FINITE" in signature and not signature & {"light", "still", "becomes"}:
            later = have_been(units, index, limit)
            return _predicate(units, later, noun) if later is not None else None
    return None


def measure_of_whom(units: Sequence[Unit], count: Count) -> Measure | None:
    """What a clause behind the count says others did to them (14 children whom the army killed): the verb has them as object."""
    noun = noun_of(units, count)
    for index in range(count.last, min(len(units), count.last + _NEAR)):
        unit = units[index]
        if _befell_them(units, index):
            return reading(unit, "", noun)
        if unit.signature & {"FINITE", "MEASURE", "NUMBER", "comma"} or _ends_clause(units, index):
            return None
    return None


def _ends_clause(units: Sequence[Unit], at: int) -> bool:
    """Whether no predicate of a count can stand behind units[at]: another number (but an age in brackets), a new clause."""
    unit = units[at]
    if "among" in unit:
        return at + 1 < len(units) and "NUMBER" in units[at + 1]
    if "NUMBER" in unit:
        return "bracket" not in units[at - 1] and not unit["NUMBER"].ordinal
    return bool(unit.signature & {"stop", "semicolon", "comp", "bi_comp", "colon", "while"})


def _parenthesis(units: Sequence[Unit], at: int, limit: int) -> bool:
    """Whether a comma closes or opens an insertion with the predicate behind it (twenty people, among them a child, were)."""
    following = units[at + 1 : min(limit, at + 3)]
    if any(unit.signature & _PREDICATES for unit in following):
        return True
    if not following or following[0].signature.isdisjoint(("among", "mostly", "bound_after")):
        return False
    closed = next((k for k in range(at + 2, min(limit, at + _NEAR)) if "comma" in units[k]), None)
    return closed is not None and any(u.signature & _PREDICATES for u in units[closed + 1 : closed + 3])


_PREDICATES = frozenset(("FATE_VERB", "light", "still"))


def _predicate(units: Sequence[Unit], at: int, noun: CountedNoun | None) -> Measure | None:
    """The measure of a word behind the count, when the count is its subject: plural, passive, or an act with "their"."""
    unit = units[at]
    if noun is not None and noun.unit == "object" and "MEASURE_VERB" in unit and "+and" not in unit:
        return reading(unit, "", noun)  # things take the verb of one woman, which has the letters of the active
    if "MEASURE_NOUN" in unit:
        light = at > 0 and bool(units[at - 1].signature & {"light", "st_future"})
        return reading(unit, "", noun) if light or ("+pron" in unit and "fate" in unit) else None
    if "FATE_VERB" not in unit and ("+and" in unit or not _passive_or_intransitive(unit)):
        return None
    if at + 1 < len(units) and "+and" not in unit and _are_others(units[at + 1]):
        return None  # they killed others
    return reading(unit, "", noun) or next(
        (w.measure for w in unit["MEASURE"] if w.role != "object" and fits(w, noun)), None
    )


def _are_others(unit: Unit) -> bool:
    """Whether those right behind a verb are its object: so many, two, or one in the accusative."""
    if "+and" in unit.signature:
        return False
    counted = not unit.signature.isdisjoint(("PEOPLE_D", "NUMBER"))
    return counted or (
        "PEOPLE_S" in unit.signature and "measure_part" not in unit.signature and unit["people"].accusative
    )


def _befell_them(units: Sequence[Unit], at: int) -> bool:
    """A verb that a counted plural is the object of, right behind it or behind "who" (14 children whom the army killed)."""
    unit = units[at]
    if "MEASURE_VERB" not in unit or unit.get("+pron") != _THEM or "+and" in unit or unit.view.endswith(_THEY_THEM):
        return False
    return at > 0 and units[at - 1].signature.isdisjoint(("mark", "neg", "conditional"))


_THEM, _THEY_THEM = "هم", "وهم"


def _passive_or_intransitive(unit: Unit) -> bool:
    return "PASSIVE" in unit or all(word.role == "subject" for word in unit["MEASURE"])
