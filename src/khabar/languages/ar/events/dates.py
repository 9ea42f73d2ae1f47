"""When an event word is set: the dates of its clause, best first, and where a clause begins and ends."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.events import folded_lemmas
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.calendar_parts import Clock, Daytime
from khabar.languages.drafts import Offsets
from khabar.record.vocabulary import HARM, NOBODYS, EventType

_CLAUSE = frozenset(("stop", "semicolon", "CUE", "REL_CUE", "PART", "since", "according_prep_clause"))
_SPEECH = frozenset(("comp", "bi_comp", "colon", "CUE", "stop", "semicolon"))


def clause(units: Sequence[Unit], at: int) -> tuple[int, int]:
    """Unit indexes of the clause of a unit: from the last complementiser, cue or stop to the next cue or stop."""
    first, last, limit = at, at + 1, len(units)
    while first > 0 and _SPEECH.isdisjoint(units[first - 1].signature):
        first -= 1
    while last < limit and _CLAUSE.isdisjoint(units[last].signature):
        last += 1
    return first, last


def when(units: Sequence[Unit], begin: int, end: int, around: tuple[int, int], *, agreed: bool) -> tuple[Offsets, ...]:
    """The dates of the clause `around` the event words units[begin:end]: behind them, then in front of them.

    The day of a saying is not the day of what it is about: between a cue and a known event, and before "about", it
    dates the saying.
    """
    first, last = around
    found, late = _behind(units, begin, end, last)
    said = first > 0 and "CUE" in units[first - 1].signature
    if not ((said and is_article(units[begin])) or agreed):
        found += _ahead(units, begin, first, said=said)
    return (*found, *late)


def _ahead(units: Sequence[Unit], begin: int, first: int, *, said: bool) -> list[Offsets]:
    """The dates in front of the act word units[begin], from the nearest one back to units[first], or to the words of another act;
    `said`: whether a cue stands before the clause.
    """
    found: list[Offsets] = []
    for at in range(begin - 1, first - 1, -1):
        signature = units[at].signature
        if "ACT" in signature and _dies_in(units, at, begin):
            continue
        if "meanwhile" in signature and at and "comma" in units[at - 1].signature:
            return found  # another clause
        if "rel" in signature and begin - at > _TAKES_UP and is_article(units[begin]):
            return found  # in force on Friday, said X, which took on it | the attack
        if signature & _PARTS_FROM and not ("afterwards" in signature and "TIME" in units[at + 1].signature):
            own = [] if "ACT" in signature and is_met_during(units, at, begin) else found
            return own + _beyond(units, begin, first, at)
        if (
            "TIME" in signature
            and not (at and units[at - 1].signature & {"since", "until"})
            and not (_in_dateline(units, at) or _is_of_birth(units, at))
            and not (isinstance(units[at]["TIME"].when, Daytime | Clock) and _begins_clause(units, at + 1, begin))
        ):
            found.append((units[at].start, units[at].end))
    if said:
        return found + _times(units, max(first - 4, 0), first)
    return found


_TAKES_UP = 2  # units: X, which claimed the attack


def _times(units: Sequence[Unit], first: int, last: int) -> list[Offsets]:
    """The dates in units[first:last]."""
    return [(unit.start, unit.end) for unit in units[first:last] if "TIME" in unit.signature]


def _beyond(units: Sequence[Unit], begin: int, first: int, at: int) -> list[Offsets]:
    """The date of the act word units[begin] beyond the word units[at] that leads to another time: the frame of the whole sentence;
    or that of those who died after it was done (were killed on Sunday, after | planes struck).
    """
    if "ACT" in units[at].signature:
        frame = _frame(units, first, begin)
        return [] if frame is None else [frame]
    if "just_after" not in units[at].signature or type_of(units[begin]) not in HARM:
        return []
    fates = [k for k in range(first, at) if is_fate(units[k])]
    if not fates or any("ACT" in unit.signature for unit in units[fates[-1] + 1 : at]):
        return []
    return _times(units, fates[0], at)


def is_met_during(units: Sequence[Unit], at: int, begin: int) -> bool:
    """Whether units[at] is the meeting or visit during which somebody spoke of the act at units[begin] (demanded, during a visit to
    the capital on Friday, that they stop the raids): its place and day are not those of the act.
    """
    return (
        at > 0
        and "during" in units[at - 1].signature
        and units[at]["ACT"].word.type == "CONSULT"
        and type_of(units[begin]) not in _AT_MEETINGS
    )


def type_of(unit: Unit) -> EventType:
    """The type of what an act word tells; of the dead, violence."""
    return unit["ACT"].word.type if "ACT" in unit.signature else "ASSAULT"


_AT_MEETINGS = ("CONSULT", "AGREE", "OFFICE")


def _behind(units: Sequence[Unit], begin: int, end: int, last: int) -> tuple[list[Offsets], list[Offsets]]:
    """The dates behind the event words units[begin:end], up to the next act or clause, or to units[last]; and those that may be of
    what a relative clause tells of somebody, or something, else (like the two planes that fell on Thursday).
    """
    found: list[Offsets] = []
    late: list[Offsets] = []
    told = found
    led = False
    for at in range(end, last):
        here, before = units[at].signature, units[at - 1].signature
        if "ACT" in here and (told is late or not _tells_on(units, end, at)):
            led = comes_of(units, begin, at, led=led)
            if not led:
                break
        if "while" in here:
            if "comma" in before and not (at + 1 < last and is_fate(units[at + 1]) and (led or is_fate(units[begin]))):
                break  # another clause: …, after they had been so many yesterday
        elif "rel" in here and told is found and not is_of_act(units, begin, at):
            told = late
        if "TIME" in here and not _is_of_other(units, begin, end, at):
            told.append((units[at].start, units[at].end))
    return found, late


def is_of_act(units: Sequence[Unit], begin: int, at: int) -> bool:
    """Whether a relative clause that begins at units[at] tells of an act: the event itself, or one told in its words; "who" of
    several, or behind a name, tells of people.
    """
    if units[at].view in folded_lemmas("who_several") or "given" in units[at - 1].signature:
        return False
    return any("ACT_NOUN" in unit.signature for unit in units[max(at - _DESCRIBED, begin) : at])


def _is_of_other(units: Sequence[Unit], begin: int, end: int, at: int) -> bool:
    """Whether a date behind event words is until when what they lay down is in force, that of somebody's birth, or of another event
    in whose genitive it stands (a mine left from last year's war).
    """
    before = units[at - 1].signature
    if "until" in before and _is_in_force(units[begin]):
        return True
    return (at > end and "dated" in before and "+al" not in before) or _is_of_birth(units, at)


def is_genitive_act(units: Sequence[Unit], at: int) -> bool:
    """Whether an act noun stands in the genitive of the one right before it and says what that is about (a battle for control)."""
    here, before = units[at].signature, units[at - 1].signature
    return "ACT_NOUN" in here and "ACT_NOUN" in before and "+and" not in here and not is_article(units[at - 1])


def is_fate(unit: Unit) -> bool:
    """Whether an act word says what became of people (killed, the wounding of)."""
    return "ACT" in unit.signature and unit["ACT"].word.needs in _FATES


def comes_of(units: Sequence[Unit], begin: int, at: int, *, led: bool) -> bool:
    """Whether what became of people by units[at] is part of what units[begin] tells: its outcome (a blast led to the death of five
    yesterday), or told beside another one (five were killed and six hurt yesterday); `led`: whether an outcome stands before.
    """
    if not is_fate(units[at]):
        return False
    beside = "+and" in units[at].signature or "while" in units[at - 1].signature
    if beside and (led or is_fate(units[begin])):
        return True
    leads = begin > 0 and at - begin <= _LED + 1 and "leaves" in units[begin - 1].signature
    return leads or any("leaves" in unit.signature for unit in units[max(at - _LED, begin) : at])


_LED = 2  # units: led to the death of


def _frame(units: Sequence[Unit], first: int, begin: int) -> Offsets | None:
    """The date with its year that a comma sets off before all that a sentence brings in (in 2005, a death led to riots and to a
    curfew), up to a word that leads to another time.
    """
    if first > 0 or begin > _SPAN or is_article(units[begin]):
        return None
    for at in range(min(_FIRST, begin - 1)):
        if "TIME" in units[at].signature and "comma" in units[at + 1].signature:
            later = any(not unit.signature.isdisjoint(_ANOTHER_TIME) for unit in units[at + 1 : begin])
            return None if later or not units[at].text[-_YEAR:].isdigit() else (units[at].start, units[at].end)
    return None


_YEAR = 4  # figures
_FIRST, _SPAN = 3, 30  # units of a frame (and in the year), and from it to the act
_ANOTHER_TIME = frozenset(
    ("TIME", "meanwhile", "afterwards", "in_answer", "about", "ago", "then", "since", "semicolon")
)


_PARTS_FROM = frozenset(("ACT", "about", "afterwards", "in_answer"))


def _begins_clause(units: Sequence[Unit], first: int, begin: int) -> bool:
    """Whether a comma, "and" and a verb begin another clause, whose hour may be another, up to units[begin] (shops reopened in the
    morning, and | soldiers fired).
    """
    joined = (at for at in range(first + 1, begin + 1) if "comma" in units[at - 1].signature)
    return any({"+and", "verb"} <= units[at].signature for at in joined)


def _is_of_birth(units: Sequence[Unit], at: int) -> bool:
    """Whether a date is that of somebody's birth (the attacker, born in 1990)."""
    return any("born" in unit.signature for unit in units[max(at - _BORN, 0) : at])


_BORN = 4  # units: born in a town in


def was_agreed(units: Sequence[Unit], begin: int) -> bool:
    """Whether a verb says of a noun before it that it was agreed on: its day and place are not those of the verb told before."""
    unit = units[begin]
    if "ACT_VERB" not in unit.signature or "+and" in unit.signature or unit["ACT"].word.type != "AGREE":
        return False
    first = clause(units, begin)[0]
    before = units[begin - 1].signature if begin > first else None
    if before is None or ("mark" in before and "quote" not in before) or before & _NO_NOUN:
        return False
    return any("ACT_VERB" in u.signature for u in units[first : begin - 1])


_NO_NOUN = frozenset(("TIME", "kana", "qad", "neg_verb", "comp", "bi_comp", "while"))


def _is_in_force(unit: Unit) -> bool:
    """Whether what an act word names stays in force once it is done (a curfew until the 19th)."""
    return "ACT" in unit.signature and unit["ACT"].word.type == "COERCE"


def _tells_on(units: Sequence[Unit], end: int, at: int) -> bool:
    """Whether the act word at `at` is the verb of a relative clause that tells the event itself (the blast that hit; a quake, with
    no "that", killed), or the incident in which people were killed (in a like incident of the year 2016).
    """
    signature = units[at].signature
    if at == end and is_genitive_act(units, at):
        return True
    if "rel" in units[at - 1].signature:
        return 0 < at - end <= _DESCRIBED
    event = units[end - 1]
    if "ACT_VERB" in signature and "+and" not in signature and at - end <= 1 and "ACT_NOUN" in event.signature:
        return not is_article(event)
    outcome = "ACT" in event.signature and event["ACT"].word.needs in _FATES
    return outcome and "fi" in units[at - 1].signature and units[at]["ACT"].word.type in NOBODYS and at - end <= _WITHIN


_FATES, _WITHIN = ("outcome", "object_people"), 8


_DESCRIBED = 4


def _dies_in(units: Sequence[Unit], at: int, begin: int) -> bool:
    """Whether the act word at units[at] says what became of people "in" the event at units[begin] (in May, ten died in a fire)."""
    return "fi" in units[begin - 1].signature and begin - at <= _WITHIN and units[at]["ACT"].word.needs in _FATES


def _in_dateline(units: Sequence[Unit], at: int) -> bool:
    """Whether a date stands in front of the dash that ends a dateline: it is the day of the report."""
    return at < _OPENING and any("dash" in unit.signature for unit in units[at + 1 : at + _OPENING])


_OPENING = 8
