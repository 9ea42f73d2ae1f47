"""Parties: who did it and to whom, from the words before and behind an event word."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit
from khabar.languages.drafts import PartyDraft
from khabar.languages.en.events.acting import is_governed
from khabar.languages.en.events.clauses import Clause, carried_by
from khabar.languages.en.events.extents import PEOPLE, behind_quoted, is_quality, is_stretch, object_of, party_end
from khabar.languages.en.events.owning import is_own
from khabar.languages.en.events.senses import CROWDS
from khabar.languages.en.forms.units import gazetteer
from khabar.languages.en.lists.event_words import EventWord
from khabar.languages.en.phrases.names import ARMED, apposition, name_draft
from khabar.languages.en.phrases.nouns import governs_until, is_verb, phrase_start
from khabar.record.vocabulary import FORCE

_UNION = "EU"  # the demonym of no country
_TOWARDS = frozenset(("of", "on", "against", "targeting"))


def party(units: Sequence[Unit], first: int, last: int, text: str) -> PartyDraft:
    """The party that units[first:last] name: its words, and the name proper in them."""
    last = _before_place(units, first, last)
    first = _behind_how_many(units, first, last)
    draft = name_draft(units, first, last, text)
    named = draft.kind == "person" and not _is_followed_by_speaker(units, last)
    name = draft.name if named else " ".join(text[units[first].start : units[last - 1].end].split())
    code = units[first].get("demonym")
    if last - first == 1 and isinstance(code, str) and code != _UNION:
        name = gazetteer().country(code).name
    return PartyDraft((units[first].start, units[last - 1].end), name)


def _behind_how_many(units: Sequence[Unit], first: int, last: int) -> int:
    """Where those are named whose number is asked for (how many soldiers died; not: how many of them died)."""
    asked = {"how": 2, "how many": 1}.get(units[first].view, 0)
    behind = first + asked
    return behind if behind < last and "of_word" not in units[behind].signature else first


def _is_followed_by_speaker(units: Sequence[Unit], last: int) -> bool:
    """Whether the name behind a comma is that of who says it (killed six people, Ada Moreno said)."""
    apposed = apposition(units, last)
    return apposed is not None and apposed[1] < len(units) and "CUE" in units[apposed[1]].signature


def _before_place(units: Sequence[Unit], first: int, last: int) -> int:
    """The end of a phrase without where it is (his mother in Newtown)."""
    end = next((k for k in range(first + 1, last) if units[k].view in _THERE or _is_while(units, k, last)), last)
    while end > first + 1 and "and_word" in units[end - 1].signature:
        end -= 1
    return end


def _is_while(units: Sequence[Unit], at: int, last: int) -> bool:
    """Whether a stretch of time begins here (fought police for an hour)."""
    return units[at].view in ("for", "during") and is_stretch(units, at + 1, last)


_THERE = frozenset(("in", "at", "near", "outside", "inside", "into", "through", "with", "from", "without"))


def subject_party(units: Sequence[Unit], clause: Clause, text: str) -> PartyDraft | None:
    """The subject of a clause as a party."""
    opened = None if clause.shared else _opening_mark(units, clause.group)
    if opened is not None:
        return party(units, phrase_start(units, opened), clause.group, text)
    if clause.subject is None:
        return None
    first, last = clause.subject
    return party(units, _with_counted(units, first), last, text)


def _with_counted(units: Sequence[Unit], first: int) -> int:
    """The start of a subject whose last member and joins to counted ones (12 members of the council and its staff were hurt)."""
    if first < _LEAST or "and_word" not in units[first - 1].signature:
        return first
    begin = phrase_start(units, first - 1)
    if "event_verb" in units[first - 2].signature:
        return first  # 46 people killed and 112 injured
    if any("event_verb" in units[k].signature and governs_until(units, k, first - 1) for k in range(begin, first - 1)):
        return first  # freed 30 men and the army pulled back
    return begin if any("NUMBER" in u.signature for u in units[begin:first]) else first


def _opening_mark(units: Sequence[Unit], end: int) -> int | None:
    """The mark that opens a few quoted words which end before a unit (26 "armed men" were killed)."""
    if end < _LEAST or "quote_close" not in units[end - 1].signature or "comma" in units[end - 2].signature:
        return None
    return next((k for k in range(end - 3, max(end - 7, -1), -1) if "quote_open" in units[k].signature), None)


_LEAST = 3


def agent_party(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """Who stands behind the by of a passive verb that ends before `at`."""
    for k in range(at, min(at + 8, len(units) - 1)):
        joined = "and_word" in units[k - 1].signature
        if units[k].signature & {"stop", "semicolon", "CUE"} or (units[k].signature & _ANOTHER and not joined):
            return None
        if "by" in units[k].signature:
            end = party_end(units, k + 1)
            timed = units[k + 1].signature & {"TIME", "PART"} or units[k + 1].view.endswith("ing")
            return party(units, k + 1, end, text) if end > k + 1 and not timed else None
    return None


_ANOTHER = frozenset(("event_verb", "be", "be_form"))  # words of another verb


def object_party(units: Sequence[Unit], at: int, text: str, *, aims: bool = False) -> PartyDraft | None:
    """What the verb before `at` governs, or, where it `aims`, what it goes at (shot at mourners, drove a truck into a crowd)."""
    if "phrase" not in units[at - 1].signature:
        at = _behind_joined(units, at)
    aimed = aims and at + 1 < len(units) and units[at].view in _AT and "TIME" not in units[at + 1].signature
    found = object_of(units, at + aimed)
    if found is None or (aimed and units[at - 1].view in _FIRED and not _are_people(units, *found)):
        return None
    first, last = found
    last = behind_quoted(units, first, last)
    reach = last + (_FAR if units[at - 1].view in _DRIVEN else 1)
    driven = next((k for k in range(first + 1, min(reach, len(units) - 1)) if units[k].view in _INTO), None)
    if driven is not None:  # a truck into the crowd
        first, last = driven + 1, party_end(units, driven + 1)
    return party(units, first, last, text) if last > first else None


def run_down(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """The people into whom a vehicle is driven (drove a van into pedestrians, ploughed through throngs of tourists)."""
    first = at + 1
    if units[at].view.rpartition(" ")[2] not in _DOWN:
        first = next((k + 1 for k in range(at + 1, min(at + _FAR, len(units) - 1)) if units[k].view in _INTO), at)
    end = party_end(units, first) if first > at else first
    if end <= first or not any(u.signature & {"people"} or u.view in CROWDS for u in units[first:end]):
        return None
    return party(units, first, end, text)


def _behind_joined(units: Sequence[Unit], at: int) -> int:
    """Behind the verbs that are joined to one before `at` and share its object (kidnapped, beat and killed two farmers)."""
    while (
        at + 1 < len(units) and units[at].signature & {"and_word", "comma"} and "event_verb" in units[at + 1].signature
    ):
        at += 2
    return at


def fired_at(units: Sequence[Unit], at: int, text: str) -> tuple[tuple[int, int] | None, PartyDraft | None]:
    """The weapon that the verb at `at` fires, and at whom (fired tear gas at protesters, rockets into the town)."""
    aim = next((k for k in range(at + 2, min(at + _LONG_SHOT, len(units) - 1)) if units[k].view in _AIMED), None)
    if aim is None or any(
        u.signature & _NO_MISSILE or is_verb(units, at + 1 + k) for k, u in enumerate(units[at + 1 : aim])
    ):
        return None, None
    if not any("weapon" in u.signature for u in units[at + 1 : aim]) or units[aim + 1].signature & {"TIME"}:
        return None, None
    end = party_end(units, aim + 1)
    if end <= aim + 1 or any(u.view in _NOWHERE for u in units[aim + 1 : end]):
        return None, None
    return (units[at + 1].start, units[aim - 1].end), party(units, aim + 1, end, text)


_LONG_SHOT = 10  # units between what is fired and at what
_NO_MISSILE = frozenset(("CUE", "be", "have_form", "modal", "rel", "stop", "semicolon", "to_word", "subject_pronoun"))
_AIMED = frozenset(("at", "on", "into", "towards", "toward", "against"))
_NOWHERE = frozenset(("sea", "ocean", "air", "sky", "waters", "test"))


def _are_people(units: Sequence[Unit], first: int, last: int) -> bool:
    return any(u.signature & _PEOPLE or u.view in CROWDS for u in units[first:last])


_PEOPLE = frozenset(("people", "role", "source_unnamed", "given", "surname"))
# Who fires at a place is told beside those whom he hits (opened fire at a market, killing six).
_FIRED = frozenset(("open fire", "opens fire", "opened fire", "opening fire", "shoot", "shoots", "shot", "shooting"))
_FAR = 6  # units between what is driven and into
_DRIVEN = frozenset(("ram", "rams", "rammed", "ramming", "plough", "ploughed", "plow", "plowed", "smash", "smashed"))
_INTO = frozenset(("into", "through"))
_DOWN = (*_INTO, "down")
_AT = frozenset(("at", "on", "against", "with"))


def noun_parties(units: Sequence[Unit], at: int, text: str) -> tuple[PartyDraft | None, PartyDraft | None, bool, bool]:
    """Actor and target of an event noun, whether a verb says that the act was carried out, and by whoever says so."""
    word: EventWord = units[at]["event_noun"]
    actor, target = _doer_behind(units, at, text), _behind_noun(units, at, text, word)
    carried, undergone, own = _carried(units, at, text)
    if word.subtype == "armed_clash" and at + 1 < len(units) and units[at + 1].view == "between":
        return *_sides(units, at + 2, text), False, False
    owner = _owner(units, at, text)
    if owner is not None and target is None and _is_suffered(word):
        target = owner
    elif owner is not None:
        actor = actor or owner
    return actor or carried, target or undergone, bool(carried or undergone or own), own


def _sides(units: Sequence[Unit], at: int, text: str) -> tuple[PartyDraft | None, PartyDraft | None]:
    """The two sides of a clash, of which each did it to the other (clashes between police and protesters)."""
    joint = next((k for k in range(at + 1, min(at + 10, len(units) - 1)) if "and_word" in units[k].signature), None)
    if joint is None or any("mark" in u.signature for u in units[at:joint]):
        return None, None
    end = party_end(units, joint + 1)
    return party(units, at, joint, text), party(units, joint + 1, end, text) if end > joint + 1 else None


def _is_suffered(word: EventWord) -> bool:
    """Whether an event belongs to whom it is done (Hale's arrest), not to who does it (the rebels' attack)."""
    if word.flags & {"people", "outcome"}:
        return True
    return word.type == "COERCE" and word.subtype in ("arrest", "trial", "expulsion")


def _behind_noun(units: Sequence[Unit], at: int, text: str, word: EventWord) -> PartyDraft | None:
    """Who suffered it: behind of, on, against; behind with, of a fight or a meeting."""
    if at + 1 >= len(units) or units[at + 1].signature.isdisjoint({"prep", "by", "of_word", "TIME"}):
        return None
    for k in range(at + 1, min(at + 8, len(units) - 1)):
        signature = units[k].signature
        if signature & {"stop", "comma", "CUE", "rel", "be", "have_form"} or "event_verb" in signature:
            return None
        directly = k == at + 1 if units[k].view == "of" else units[k].view != "on" or _is_aimed(word)
        with_ = units[k].view == "with" and (word.subtype == "armed_clash" or word.type == "CONSULT")
        if with_ or (units[k].view in _TOWARDS and directly):
            if "TIME" in units[k + 1].signature:
                continue
            if units[min(k + 2, len(units) - 1)].view in _NO_TARGETS:
                return None
            end = party_end(units, k + 1)
            named = party(units, k + 1, end, text) if end > k + 1 and not is_stretch(units, k + 1, end) else None
            return None if named is not None and names_it(units, named) else named
    return None


_NO_TARGETS = frozenset(("scale", "eve", "anniversary", "basis", "grounds", "orders", "kind", "sort"))


def _is_aimed(word: EventWord) -> bool:
    """Whether what stands behind on is what an act hits (a raid on a bank), not where it is (a shooting on a bridge)."""
    return word.type in (*FORCE, "SANCTION") and word.subtype not in (
        "shooting",
        "explosive",
        "armed_clash",
    )


def names_it(units: Sequence[Unit], named: PartyDraft) -> bool:
    """Whether a party is itself an event (the end of the attack)."""
    return any("event_noun" in u.signature for u in units if named.span[0] <= u.start < named.span[1])


_BY_WHOM = ("done", "blamed", "used", "planned")


def _doer_behind(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    doer = next((k for k in range(at + 1, min(at + 12, len(units))) if "by" in units[k].signature), None)
    if doer is None or any(u.signature & {"stop", "comma", "CUE"} for u in units[at + 1 : doer]):
        return None
    verb = next((k for k in range(at + 1, doer) if units[k].signature & {"be", "be_form"}), doer)
    if verb + 1 < doer and not any(u.signature & _CARRIERS or u.view in _BY_WHOM for u in units[verb:doer]):
        return None  # People are searched by police
    end = party_end(units, doer + 1)
    return party(units, doer + 1, end, text) if end > doer + 1 and not units[doer + 1].view.endswith("ing") else None


def _carried(units: Sequence[Unit], at: int, text: str) -> tuple[PartyDraft | None, PartyDraft | None, bool]:
    """Who carried an act out, or who underwent it, as the verb says that governs its noun; whether who says so carried it out."""
    first = phrase_start(units, at + 1)
    verb = next((k for k in range(at - 1, max(first, 0), -1) if _is_carrier(units, k)), first - 1)
    verb += units[verb].view in _NEEDS and units[verb + 1].view in _PARTICLES
    particle = units[verb].view if verb > 0 and units[verb].view in _PARTICLES else ""
    verb -= bool(particle)
    behind = units[verb].view == "behind" and bool(units[verb - 1].signature & {"be", "be_form"})
    verb -= behind  # it was behind the attack
    between = units[verb + 1 + (bool(particle) or behind) : at]
    apart = any("prep" in u.signature and u.view != "of" for u in between)  # the raid in answer to an attack
    if (
        verb < 1
        or apart
        or not (behind or units[verb].signature & _CARRIERS)
        or _NEEDS.get(units[verb].view, particle) != particle
    ):
        return None, None, False
    clause = carried_by(units, verb, text)
    subject = subject_party(units, clause, text)
    carries = behind or "carries" in units[verb].signature
    if subject is None or names_it(units, subject):
        return None, None, carries and is_own(units, clause, text)
    return (subject, None, False) if carries else (None, subject, False)


def _is_carrier(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb that carries an act stands inside what looks like one phrase with it (forces conduct drills, a student goes
    on a rampage).
    """
    unit = units[at]
    return "carries_bare" in unit.signature or (unit.view in _NEEDS and units[at + 1].view == _NEEDS[unit.view])


_PARTICLES = frozenset(("out", "on", "under"))
# The particle with which a verb of other senses carries an act.
_NEEDS = {
    **dict.fromkeys(("go", "goes", "went", "going"), "on"),
    **dict.fromkeys(("come", "comes", "came", "coming"), "under"),
    **dict.fromkeys(("carry", "carries", "carried", "carrying"), "out"),
}
_CARRIERS = frozenset(("carries", "undergoes"))


def _owner(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """The adjective of a country, the name of a force or an owner right before the noun (Russian air strikes)."""
    previous = units[at - 1] if at else None
    if previous is None:
        return None
    named = previous.signature & {"source_unnamed", "source_body"} and "det" not in previous.signature
    if previous.view == "emergency":
        return None
    if previous.view == "military" and at > 1:  # South Korean military drills
        first = next((k + 1 for k in range(at - 2, -1, -1) if "capital" not in units[k].signature), 0)
        named = first < at - 1 and any(u.signature & {"demonym", "toponym", "initials"} for u in units[first : at - 1])
        return party(units, first, at - 1, text) if named else None
    if "demonym" in previous.signature or named or _is_armed(previous):
        return party(units, _of_name(units, _of_compound(units, at - 1)), at, text)
    if "possessive" not in previous.signature and is_quality(previous) and at > 1:
        at -= "possessive" in units[at - 2].signature  # her cousin's tragic death
        previous = units[at - 1]
    if "possessive" in previous.signature:
        first = phrase_start(units, at - 1)
        return party(units, first, at - 1, text) if first < at - 1 else None
    if "capital" in previous.signature and previous.view.replace(" ", "") in _FORCES:
        return party(units, at - 1, at, text)
    return None


def _of_name(units: Sequence[Unit], at: int) -> int:
    """The start of a name of several words whose last one is at `at` (Islamic State attacks)."""
    if units[at].signature.isdisjoint({"source_body"}) or "capital" not in units[at].signature:
        return at
    while at and "capital" in units[at - 1].signature and units[at - 1].signature.isdisjoint(_NO_NAME):
        at -= 1
    return at


_NO_NAME = frozenset(("prep", "sub", "det", "article", "TIME", "mark", "and_word", "as_word", "adverb"))


def _of_compound(units: Sequence[Unit], at: int) -> int:
    """The start of an owner with the compound before it (a Saudi-led coalition strike)."""
    return at - 3 if at > 2 and units[at - 2].view == "-" and units[at - 1].view in _COMPOUND else at


_COMPOUND = frozenset(("led", "backed", "allied", "aligned", "supported"))
_FORCES = ARMED | {"is", "nato", "us", "u.s.", "uk", "u.k."}


def _is_armed(unit: Unit) -> bool:
    """Whether a noun names people who bear arms (a rebel attack), and does not tell the kind of act (a terrorist attack)."""
    row = unit.get("people") if unit.view not in ("terrorist", "jihadist", "extremist", "guard") else None
    return row is not None and row["population"] in ("combatant", "security")


def hurt_by(m: Match) -> PartyDraft | None:
    """Whom the event hurt, when the verb behind it says so (the crash killed 12 people)."""
    units = m.units
    if units[m.first]["event_noun"].type == "PROTEST":
        return None  # dispersed a protest and arrested 40 people
    hits = {"people", "hits"} if units[m.first]["event_noun"].type == "ASSAULT" else {"people"}
    for at in range(m.first + 1, min(len(units), m.first + 14)):
        noun = "event_noun" in units[at].signature and not is_governed(units, at)
        if noun or units[at].signature & {"stop", "CUE"} or units[at].view in _ANOTHER_ACT:
            return None
        if "event_verb" in units[at].signature and units[at]["event_verb"][0].flags & hits:
            if units[at - 1].signature & _SUBJECTS and any("comma" in u.signature for u in units[m.first : at]):
                return None  # in another attack, gunmen killed six
            return object_party(units, at + 1, m.text)
    return None


_SUBJECTS = PEOPLE | {"given", "surname"}
_ANOTHER_ACT = frozenset(("after", "before", "since", "when", "while", "as", "hours", "days", "weeks"))
