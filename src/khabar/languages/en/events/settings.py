"""Where, when and how surely: the words around an event word that may name its place and day, and set its status."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.drafts import EventDraft, Offsets
from khabar.languages.en.phrases.datelines import dateline_end, opening_of
from khabar.record.vocabulary import EventStatus

_REACH = 22
_WIDTH = 7
_BEFORE = 5
_LOCATIVE = frozenset(
    (
        "in",
        "at",
        "near",
        "on",
        "outside",
        "inside",
        "around",
        "across",
        "throughout",
        "along",
        "off",
        "into",
        "to",
        "through",
    )
)
_CLAUSE = frozenset(("stop", "semicolon", "comp", "colon", "CUE"))
_STATUSES: tuple[EventStatus, ...] = ("refused", "denied", "ordered", "called_for", "threatened", "planned", "possible")


def _clause(units: Sequence[Unit], at: int) -> tuple[int, int]:
    first, last = at, at + 1
    while first > 0 and not units[first - 1].signature & _CLAUSE and not _is_older(units, first):
        first -= 1
    while last < len(units) and not units[last].signature & _CLAUSE and not _is_older(units, last):
        last += 1
    return first, last


def where(units: Sequence[Unit], at: int) -> tuple[Offsets, ...]:
    """Stretches of an event word's clause that may name its place, those behind it first."""
    first, last = _clause(units, at)
    found = [(units[at].start, _stretch(units, at, last)[1])] if units[at].view.endswith(_INTO) else []  # rolled into
    found += [_stretch(units, k, last) for k in range(at + 1, min(last, at + _HITS)) if units[k].view in _STRUCK]
    found += [_stretch(units, k, last) for k in range(at + 1, min(last, at + _REACH)) if _is_locative(units, k)]
    found += [_stretch(units, k, at) for k in range(at - 1, max(first - 1, at - _REACH), -1) if _is_locative(units, k)]
    return tuple(found)


_INTO = " into"
_HITS = 4  # units between an event word and the verb that says what it hit
_STRUCK = frozenset(
    (
        *("hit", "hits", "struck", "strikes", "rocked", "rocks", "shook", "shakes", "swept", "sweeps", "engulfed"),
        *("devastated", "battered", "paralysed", "paralyzed", "gripped", "targeted", "targets", "targeting", "reached"),
        *("hitting", "striking", "rocking", "shaking"),
    )
)


def scenes(units: Sequence[Unit]) -> tuple[Offsets, ...]:
    """All stretches of a sentence that may name where something is set."""
    return tuple(_stretch(units, k, len(units)) for k in range(len(units)) if _is_locative(units, k))


def leans(units: Sequence[Unit]) -> bool:
    """Whether a sentence is about somebody whom the one before named: it opens with he, they, or the attacker."""
    at = opening_of(units)
    if at + 1 >= len(units):
        return False
    return units[at].view in _THEM or (units[at].view == "the" and units[at + 1].view in _KNOWN)


_THEM = frozenset(("he", "she", "they"))
_KNOWN = frozenset(
    (
        *("attacker", "attackers", "assailant", "assailants", "gunman", "gunmen", "shooter", "bomber", "bombers"),
        *("suspect", "suspects", "victim", "victims", "killer", "killers", "hostages", "captives", "detainees"),
    )
)


def _is_locative(units: Sequence[Unit], at: int) -> bool:
    if units[at].view not in _LOCATIVE or at + 1 >= len(units) or "TIME" in units[at + 1].signature:
        return False
    if units[at].view != "to":
        return True
    return not units[at + 1].signature & {"event_verb", "INF"} and (not at or units[at - 1].view not in _BOUND)


# What is bound for a place is not yet there (crashed on a flight to the capital).
_BOUND = frozenset(("flight", "flights", "way", "trip", "journey", "route", "headed", "heading", "bound", "voyage"))


def _stretch(units: Sequence[Unit], at: int, last: int) -> Offsets:
    """What a preposition leads; of a province and the town in it the town (in the Dost state city of Aktau)."""
    end = at + 1
    near = range(at + 2, min(last - 1, at + _WIDTH - 1))
    town = next((k for k in near if "type_before" in units[k].signature and units[k].view.endswith(" of")), at)
    if any("capital" in u.signature for u in units[at + 1 : town]):
        at, end = town, town + 1
    while end < min(last, at + _WIDTH) and not _ends_stretch(units[end]):
        end += 1
    return units[at].start, units[end - 1].end


def _ends_stretch(unit: Unit) -> bool:
    """Whether a stretch ends before a unit: another preposition of place leads one of its own."""
    return bool(unit.signature & {"stop", "CUE", "TIME"}) or (unit.view in _LOCATIVE and unit.view != "to")


def when(units: Sequence[Unit], at: int) -> tuple[Offsets, ...]:
    """The dates of an event word's clause, nearest first."""
    first, last = _clause(units, at)
    first = first - 2 if _is_older(units, first) else max(first, dateline_end(units))
    dates = [k for k in range(first, last) if "TIME" in units[k].signature and not _dates_another(units, at, k)]
    return tuple((units[k].start, units[k].end) for k in sorted(dates, key=lambda k: (abs(k - at), k)))


def _dates_another(units: Sequence[Unit], at: int, time: int) -> bool:
    """Whether a clause of time stands between an event word and a date behind it, which dates that clause (held since they
    marched on Friday).
    """
    if time + 1 < len(units) and time + 1 != at and units[time + 1].signature & {"event_noun"}:
        return True  # sentenced for a 2019 bombing
    return any(unit.view in _WHILE for unit in units[at + 1 : time - 1]) or is_since_another(units, at, time)


def is_since_another(units: Sequence[Unit], at: int, time: int) -> bool:
    """Whether a date is that of the last one as bad (the bombing was the deadliest since 2019): behind since and a superlative."""
    if time <= at + 1 or units[time - 1].view != "since":
        return False
    return any(_is_superlative(unit) for unit in units[at + 1 : time - 1]) or _is_superlative(units[max(at - 1, 0)])


def _is_superlative(unit: Unit) -> bool:
    return unit.view in _MOST or (unit.view.endswith("est") and len(unit.view) > _SHORT and "capital" not in unit)


_MOST = frozenset(("most", "worst", "first", "second", "third", "biggest", "only"))
_SHORT = 5
_WHILE = frozenset(("since", "until", "before", "after", "when", "while", "as", "unless"))


_OCCASIONS = frozenset(
    (
        *("on", "about", "over", "after", "following", "during", "amid", "since"),
        *("avenge", "avenging", "investigate", "investigating", "mourn", "mourning", "commemorate", "mark"),
    )
)


_GATHERED = frozenset(
    (
        *(
            "gathered",
            "marched",
            "rallied",
            "assembled",
            "took to the streets",
            "turned out",
            "gather",
            "march",
            "rally",
        ),
        *("labored", "laboured", "battled", "struggled", "raced"),  # what is toiled at is done
        *("caused", "causing", "causes"),
    )
)


def told(units: Sequence[Unit], at: int) -> EventStatus | None:
    """The status that the words before the event word give it; None when they say nothing."""
    status, told_by = None, _is_plain_past(units, at)
    for k in _governing(units, at):
        if told_by and units[k].view.endswith("ing"):
            continue  # protesters demanding bread blocked a road
        if "have_form" in units[k].signature and k and units[k - 1].view in _UNREAL:
            return "possible"  # would have died: did not
        glued = k > 0 and units[k - 1].view in ("-", "life")  # life-threatening
        status = status or next((s for s in _STATUSES if f"e_{s}" in units[k].signature and not glued), None)
    if status is None and _is_supposed(units, at):
        return "possible"
    if status is None and _is_to_be(units, at) and "PASSIVE" not in units[at - 2].signature:
        return "planned" if units[at - 2].signature.isdisjoint(_TOLD_OF) else None
    if status is None and at > 0 and "to_word" in units[at - 1].signature and "CUE" not in units[at - 1].signature:
        results = at > 1 and units[at - 2].view in _LED and "event_noun" in units[at].signature  # led to riots
        done = results or any(u.view in _GATHERED for u in units[max(at - _REACH, 0) : at])
        status = None if done else "planned"
    return status


def _is_to_be(units: Sequence[Unit], at: int) -> bool:
    """Whether "to be" stands before a passive (willing to be arrested; not: seems to be attacking)."""
    return at > 1 and units[at - 1].view == "to be" and not units[at].view.endswith("ing")


def _is_supposed(units: Sequence[Unit], at: int) -> bool:
    """Whether the clause of an act supposes what was not so, its auxiliary first (had the army attacked the town, …)."""
    begin = next((k + 1 for k in range(at - 1, -1, -1) if units[k].signature & _EDGES), 0)
    if units[begin].view not in _SUPPOSES or begin >= at or "capital" not in units[begin].signature:
        return False
    return units[begin].view != "had" or any(u.view.split(" ")[0] in _UNREAL for u in units[at:])


_EDGES = frozenset(("stop", "comma", "semicolon", "quote"))
_SUPPOSES = frozenset(("had", "should", "were"))
_UNREAL = frozenset(("would", "could", "might", "may"))
_TOLD_OF = frozenset(("CUE", "be", "be_form", "have_form"))


def _is_plain_past(units: Sequence[Unit], at: int) -> bool:
    """Whether a finite verb stands here without an auxiliary: what describes its subject leaves it as it is."""
    verb = "event_verb" in units[at].signature and "past" in units[at]["event_verb"][1]
    return verb and at > 0 and units[at - 1].signature.isdisjoint(_AUXILIARIES)


_AUXILIARIES = frozenset(("be", "be_form", "have_form", "modal", "to_word", "do_form", "comma", "and_word"))


_LED = frozenset(("led", "leads", "leading", "rise", "descended", "escalated", "turned", "linked"))


def _governing(units: Sequence[Unit], at: int) -> Iterator[int]:
    """Where the words before an event word stand that may govern it, the nearest first, up to the verb of speech."""
    for k in range(at - 1, max(at - 1 - _BEFORE, -1), -1):
        signature = units[k].signature
        if signature & {"stop", "comma", "rel", "event_verb"} and "e_planned" not in signature:
            return
        if units[k].view in _OCCASIONS:
            return  # called for calm over the killing, declined to comment on it, vowed to avenge it
        yield k
        if "CUE" in signature:
            return


def in_part(units: Sequence[Unit], draft: EventDraft) -> EventDraft:
    """The draft with its part of the sentence, where a clause tells of an older day (the worst since 2019, when 21 died)."""
    at = next((k for k in range(2, len(units)) if _is_older(units, k)), None)
    if at is None:
        return draft
    border = units[at].start
    part = (units[0].start, border) if draft.trigger[0] < border else (border, units[-1].end)
    return replace(draft, part=part)


def _is_older(units: Sequence[Unit], when: int) -> bool:
    """Whether a clause opens here that tells of the day before it (…, 2019, when 21 died)."""
    if units[when].view != "when" or when < _AFTER_DAY:
        return False
    return "comma" in units[when - 1].signature and "TIME" in units[when - 2].signature


_AFTER_DAY = 2


_LIFTED = ("curfew", "ban", "emergency")
_SIEGES = ("siege", "sieges", "encirclement")


def ending(units: Sequence[Unit], draft: EventDraft) -> EventDraft:
    """An end of violence that is called for, and restrictions that are lifted, are a retreat, told by the word for the end."""
    restricts = draft.type == "COERCE" and (draft.subtype in _LIFTED or draft.lemma in _SIEGES)
    restricts = restricts or draft.type == "SANCTION"
    called = draft.status == "called_for" and draft.type in ("ASSAULT", "PROTEST")
    if not restricts and not called:
        return draft
    at = next(k for k, u in enumerate(units) if u.start >= draft.trigger[0])
    end = next((k for k in _governing(units, at) if "e_ended" in units[k].signature), None)
    if end is None:
        end = _lifted_behind(units, at) if restricts else None
        if end is None:
            return draft
        draft = replace(draft, when=when(units, end))
    span = (units[end].start, units[end].end)
    return replace(draft, type="RETREAT", subtype=None, trigger=span, phrase=span, lemma="end", weak=False, actor=None)


def _lifted_behind(units: Sequence[Unit], at: int) -> int | None:
    """The verb in the passive that says a restriction before it ended (the curfew, imposed in May, was lifted)."""
    for k in range(at + 2, min(at + _ASIDE, len(units))):
        if units[k].signature & {"stop", "semicolon", "CUE", "and_word"}:
            return None
        if "e_ended" in units[k].signature and units[k - 1].signature & {"be", "be_form"}:
            return k
    return None


_ASIDE = 18  # units
