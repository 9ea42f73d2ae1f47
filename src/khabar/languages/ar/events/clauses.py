"""The clause of an event verb: which phrases around it are its subject and its object.

Arabic sets subject and object beside each other behind the verb, or the subject before it.  Four things tell which is
which: the verb's form (a plural verb has its subject before it, a passive has the victim for one), agreement in gender,
the ending of an object, and who can do such a deed.  A verb joined by "and" whose own clause has no subject goes on with
that of the verb before it, never with that verb's object.  Where nothing tells, nobody is named.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.grammar import Unit
from khabar.languages.ar.events import another_phrase as beside
from khabar.languages.ar.events.acts import Act, tells_how
from khabar.languages.ar.events.agreement import follows, head_of, in_nominative, is_object, takes
from khabar.languages.ar.events.behind_arms import uses_arms
from khabar.languages.ar.events.clause_starts import AGENTS, PLACED, is_purpose
from khabar.languages.ar.events.objects import far_object, object_begin, prepositional
from khabar.languages.ar.events.phrases import phrase_end, words
from khabar.languages.ar.events.subjects import clause_opener, span_before, subject_ahead, whom_it_is_said_of
from khabar.languages.ar.forms.particles import JOINING
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.lists.events import lemmas
from khabar.languages.ar.phrases.shapes import NOMINATIVE, has_preposition, is_article, is_finite, is_owned
from khabar.languages.drafts import PartyDraft
from khabar.record.vocabulary import NOBODYS

Pair = tuple[PartyDraft | None, PartyDraft | None]
Span = tuple[int, int]

_DOES_TO = frozenset(("object_people", "object_place", "outcome", "driven", "victims", "persons"))
_TOGETHER = ("CONSULT", "OFFICE")  # verbs without an object, or that rather name an office
_MOVES = ("CONSULT", "OFFICE", "MOBILIZE", "RETREAT", "PROTEST")  # their far phrases say whither, and with whom
_ARRIVES = ("وصل", "وصلت", "توجه", "انتشر", "تحرك")  # verbs that govern no object
_DOERS, _SHARED = AGENTS - {"given"}, 25


class Field(NamedTuple):
    """What stands behind a verb: its first phrase, the second one, None where there is none, and the unit behind the first."""

    one: Span | None
    two: Span | None
    end: int


class Roles(NamedTuple):
    """Subject and object of a verb as unit spans; `suffered`: the object is who it was done to, whoever did it."""

    subject: Span | None = None
    object: Span | None = None
    suffered: bool = False


def shared(units: Sequence[Unit], verb: int, text: str) -> PartyDraft | None:
    """The subject of a verb joined by "and": that of the verb before it."""
    return in_words(units, of_chain(units, verb, units[verb].get("verb") or ()), text)


def resumed(units: Sequence[Unit], verb: int, text: str) -> PartyDraft | None:
    """The subject of a relative verb that has none of its own (decided at a summit | that it held in the capital): that of the
    verb of the clause in which the relative one stands, if it agrees.
    """
    slots = units[verb].get("verb") or ()
    if units[verb + 1].signature.isdisjoint(_NO_SUBJECT):
        return None
    act = verb - 1 if "rel" in units[verb - 1].signature else verb
    for k in range(act - 1, max(act - _SHARED, -1), -1):
        signature = units[k].signature
        if signature & _OTHER_CLAUSE:
            return None
        if ("CUE" in signature and "verb" in signature) or _is_clause_verb(units, k):
            found = subject_of(units, k)
            told = found is not None and follows(slots, units, *found) and not is_source(units[found[0]])
            return in_words(units, found, text) if told else None
    return None


def is_source(unit: Unit) -> bool:
    """Somebody unnamed who only tells of it (a source, a witness)."""
    return "unnamed" in unit.signature and unit.signature.isdisjoint(_SOMEBODY)


_SOMEBODY = frozenset(("armed", "forces", "org_head", "organisation", "people", "role", "occupant"))
_NO_SUBJECT = frozenset(("prep", "TIME", "mark", "adverb", "place_side", "+bi", "+li"))
_OTHER_CLAUSE = frozenset(("stop", "colon", "semicolon", "comp", "bi_comp", "rel", "while", "but"))


def in_words(units: Sequence[Unit], span: Span | None, text: str) -> PartyDraft | None:
    """The words of a span as a party; None without one."""
    return words(units, *span, text) if span is not None else None


def field_of(units: Sequence[Unit], act: Act) -> Field:
    """The phrases behind a verb: up to two, what says when, where and how left out."""
    first = act.first + 1
    first += first < len(units) and "prep_pron" in units[first].signature
    limit = act.tail[0] if act.tail[1] and not names_subject(act) else None
    quoted = first + 1 < len(units) and "quote" in units[first].signature and has_preposition(units[first + 1])
    if first >= len(units) or quoted or "+and" in units[first].signature or tells_how(units[first], act):
        return Field(None, None, first)
    end = first if "manner" in units[first].signature else phrase_end(units, first, limit)
    if end == first:
        one = far_object(units, first) if limit is None and act.word.type not in _TOGETHER else None
        if one is None:
            return Field(None, None, first)
        first, end = one
    if end < len(units) and end != limit and beside.describe(units[end - 1], units[end]):
        end += 1  # attackers, armed
    if limit is not None and first + 1 < end == limit and "NUMBER" in units[end - 1].signature:
        end -= 1  # air defences | shot down 20 drones
    arrives = act.word.lemma.partition(" ")[0] in _ARRIVES
    alone = arrives or (act.word.type in _TOGETHER and act.word.lemma not in lemmas("delegates"))
    cut = end if alone else object_begin(units, first, end)
    if _names_nobody(units, first, cut):
        return Field(None, None, first)
    if arrives or (act.word.type == "PROTEST" and is_purpose(units, cut)):
        return Field((first, cut), None, end)
    undone = _does_to(act) and act.passive is None
    alone = act.word.needs == "outcome" or (undone and not _is_doer(units, first, cut))
    if cut == end and _counts_behind(units, first, end):
        cut, end = end - 1, phrase_end(units, end - 1)  # gunmen | three reporters
    if cut + 1 < end:
        end = max(phrase_end(units, cut, end), cut + 1)  # the youths | in the town
    two = (cut, end) if cut < end else far_object(units, end, dates=act.word.type in _MOVES)
    alone = alone and not (two is not None and uses_arms(units, end))
    if alone and cut == end and two is not None and not in_nominative(units[two[0]]):
        two = two if is_object(units, *two) or _counts_others(units, *two) else None
    return Field((first, cut), two, end)


def _counts_behind(units: Sequence[Unit], first: int, end: int) -> bool:
    """Whether a number at the end of a phrase counts the people or things right behind it, rather than the people in an indefinite
    plural of the nominative before it.
    """
    if end - first != _COUNTED or end >= len(units) or "NUMBER" not in units[end - 1].signature:
        return False
    if not beside.is_whole_plural(units[first]) or is_article(units[end]) or has_preposition(units[end]):
        return False
    return bool(units[end].signature & {"people", "countable", "vehicle"})


def _counts_others(units: Sequence[Unit], first: int, end: int) -> bool:
    """Whether a number right behind a definite noun counts others (the guards killed | seven of): it counts no known people."""
    if "NUMBER" not in units[first].signature or is_article(units[first]) or end - first < _COUNTED:
        return False
    return is_article(units[first - 1])


_COUNTED, _MARKS = 2, 2  # units of a number and whom it counts, of the marks around a name


def _is_doer(units: Sequence[Unit], first: int, end: int) -> bool:
    """Somebody of whom more is told than that a verb is done to them: under arms, in office, in the nominative, a body that the
    outlet calls by a name in quotation marks.
    """
    unit = head_of(units, first, end)
    if not unit.signature.isdisjoint(_DOING) or in_nominative(unit) or beside.is_state(units, first, end):
        return True
    marked = "quote_open" in units[first].signature and end - first > _MARKS
    return marked and "quote_close" in units[end - 1].signature and unit.signature.isdisjoint(_NO_BODY)


_DOING = frozenset(("armed", "forces", "org_head", "organisation", "role", "police", "planes", "occupant", "fires"))
_NO_BODY = PLACED | {"people", "countable", "vehicle", "place_facility", "masdar", "NUMBER", "given", "talks", "ACT"}


def roles_of(units: Sequence[Unit], act: Act, field: Field) -> Roles:
    """Who does a verb and to whom, by form, agreement and order."""
    one, two = field.one, field.two
    lead = lead_of(units, act, one)
    if act.passive is True or act.word.needs == "outcome" or act.word.type in NOBODYS:
        behind = one if one is not None and (lead is None or not is_object(units, *one)) else None
        return Roles(None, behind or lead or one, suffered=True)
    ours = bool(act.slots) and all(slot[1] == "1" for slot in act.slots)
    if one is not None and (ours or (act.first and "pronoun_comp" in units[act.first - 1].signature)):
        return Roles(None, one)  # that they | shelled the market: "they" is the subject
    if "+pron" in units[act.first].signature:
        return _with_pronoun(units, act, one, lead)
    if lead is not None:
        return _behind_subject(units, act, lead, field)
    if one and two and beside.is_struck_first(units, one, two) and takes(act.slots, units, *two):
        return Roles(two, one)
    if one is None or not takes(act.slots, units, *one) or _are_its_own(units, act, one):
        return Roles(of_chain(units, act.first, act.slots), one or two)
    if two is not None:
        return Roles(one, two)
    return _of_one(units, act, one)


def _are_its_own(units: Sequence[Unit], act: Act, one: Span) -> bool:
    """The troops of whoever sends or calls them back (withdrew | its forces): their own do not do it."""
    return act.word.lemma.partition(" ")[0] in lemmas("sends") and "+pron" in units[one[0]].signature


def lead_of(units: Sequence[Unit], act: Act, one: Span | None) -> Span | None:
    """The subject before a verb, if it agrees and the verb does not stand for what went on there (a town in which)."""
    found = subject_ahead(units, act.first, act.slots)
    amiss = found is None or (
        _is_plural(act) and not follows(act.slots, units, *found)
    )  # settlers, guarded by police, | raided
    if amiss and (_is_plural(act) or act.passive is True) and not units[act.first].signature & JOINING:
        done_to = _DOERS | PLACED | {"place_facility"} if act.passive is True else _DOERS
        found = clause_opener(units, act.first, openers=done_to)
    if not units[act.first].signature & JOINING:
        found = _behind_relative(units, act.first) or found
    if found is None or not follows(act.slots, units, *found):
        return None
    if one is None or is_object(units, *one):
        return found
    resumed = "prep_pron" in units[act.first + 1].signature or is_owned(units[one[0]])
    nominative = in_nominative(units[one[0]]) and act.passive is not True
    return None if (resumed or nominative) and takes(act.slots, units, *one) else found


def _behind_relative(units: Sequence[Unit], verb: int) -> Span | None:
    """The subject whose relative clause stands between it and its verb (the forces that deployed in numbers | broke up)."""
    for unit in units[verb - _RELATED if verb > _RELATED else 0 : verb]:
        if "rel" in unit.signature:
            break
    else:
        return None
    found = clause_opener(units, verb, openers=_DOERS)
    if found is None or "rel" not in units[found[1]].signature:
        return None
    between = units[found[1] + 1 : verb]
    return (
        found if len([unit for unit in between if "verb" in unit.signature and unit.signature & _TELLS]) == 1 else None
    )


_RELATED = 12  # units from "who" to the verb behind the clause
_TELLS = frozenset(("ACT_VERB", "does", "happens", "suffered", "hit", "manages"))


def _with_pronoun(units: Sequence[Unit], act: Act, one: Span | None, lead: Span | None) -> Roles:
    """A verb with its object as a pronoun: behind "which" the object is what that goes with (the town that X shelled)."""
    if one is not None and takes(act.slots, units, *one):
        related = act.first > 0 and "rel" in units[act.first - 1].signature
        return Roles(one, span_before(units, act.first) if related else None)
    return Roles(lead or of_chain(units, act.first, act.slots), whom_it_is_said_of(units, act.first))


def _behind_subject(units: Sequence[Unit], act: Act, lead: Span, field: Field) -> Roles:
    """A verb whose subject stands before it: what follows is its object; if nothing does, it may be a passive."""
    found = field.one or field.two
    occupies = found is None and "occupant" in units[lead[0]].signature and act.passive is not True
    if occupies or (act.first + 1 < len(units) and _is_on_me(units[act.first + 1])):
        return Roles(lead)  # the occupation | bombed with a rocket: nobody kills, arrests or bombs it
    if found is not None or not _does_to(act) or act.passive is False:
        return Roles(lead, found)
    on = prepositional(units, act.first + 1, "") if act.word.subtype != "arrest" else None  # on the border
    return Roles(lead) if on is not None and act.word.needs not in _DOES_TO else Roles(None, lead, suffered=True)


def _of_one(units: Sequence[Unit], act: Act, one: Span) -> Roles:
    """A verb before one phrase that may be subject or object: by what the verb asks for and who can do it."""
    head = head_of(units, *one)
    thing = bool(head.signature & PLACED) and not head.signature & AGENTS
    chain = of_chain(units, act.first, act.slots)
    undone = in_nominative(head) and act.passive is None and act.word.needs in _DOES_TO - {"object_place"}
    may_suffer = _does_to(act) and act.passive is not False and act.word.lemma not in lemmas("done_on")
    if beside.is_state_with_deed(units, *one, office=act.word.subtype == "ban" and act.passive is None):
        return Roles(one)
    if may_suffer and (undone or not _can_do(head, act)):
        return Roles(None if in_nominative(head) else chain, one, suffered=True)
    if chain is not None and (thing or _needs_object(act)) and not in_nominative(head):
        return Roles(chain, one)
    return Roles(one)


def _is_on_me(unit: Unit) -> bool:
    """On me, on him: the object is a pronoun."""
    return "prep_pron" in unit.signature or ("ala" in unit.signature and unit.text.endswith(_ON_ME))


_ON_ME = "\N{ARABIC LETTER YEH}\N{ARABIC SHADDA}"


def _is_plural(act: Act) -> bool:
    """A plural form: its subject went before."""
    return bool(act.slots) and all(len(slot) == 4 and slot[3] in "pd" for slot in act.slots)


def _does_to(act: Act) -> bool:
    return act.word.needs in _DOES_TO or (act.word.first == "target" and act.word.subtype != "armed_clash")


def _needs_object(act: Act) -> bool:
    """Whether the verb cannot do without an object: violence that is no fight of two."""
    return act.word.type == "ASSAULT" and act.word.subtype != "armed_clash" and act.word.first != "none"


def of_chain(units: Sequence[Unit], verb: int, slots: Sequence[str]) -> Span | None:
    """The subject of a verb joined by "and", or behind "that" without one: that of the verb before, if it agrees."""
    particle = units[verb - 1].signature if verb else frozenset()
    joined = units[verb].signature & JOINING or (particle & {"qad", "neg_verb"} and particle & JOINING)
    as_well = bool(particle & {"like"}) or (verb > 0 and units[verb - 1].view == _AS)
    during = verb + 1 < len(units) and units[verb + 1].view in _DURING  # a raid in which it | arrested
    if not (joined or as_well or during or particle & {"comp", "bi_comp", "place_where"}):
        return None
    for k in range(verb - 1 if joined or during else verb - 2, max(verb - _SHARED, -1), -1):
        signature = units[k].signature
        if signature & {"stop", "CUE", "colon"}:
            return None
        if not _is_clause_verb(units, k) or _is_aside(units, k, verb):
            continue
        found = subject_of(units, k)
        if found is None or not follows(slots, units, *found) or (during and "does" not in signature):
            return None
        return None if (as_well or during) and units[found[0]].signature.isdisjoint(_FORCES) else found
    return None


_FORCES = frozenset(("armed", "forces", "org_head", "organisation", "police", "security_body", "occupant"))
_AS = "اذ"
_DURING = ("خلالها", "خلاله", "اثناءها", "اثناءه")


def _is_aside(units: Sequence[Unit], at: int, verb: int) -> bool:
    """Whether a verb stands in a relative clause that a comma ends: what comes behind goes on with the main clause."""
    first = at - 1
    while first > 0 and units[first].signature & {"neg_verb", "qad", "kana", "sawfa"}:
        first -= 1
    if first < 0 or "rel" not in units[first].signature:
        return False
    return "ACT_VERB" not in units[at].signature or any("comma" in unit.signature for unit in units[at:verb])


def subject_of(units: Sequence[Unit], verb: int) -> Span | None:
    """The subject of any verb; of an event verb, its doer."""
    act = units[verb].get("ACT")
    if act is not None and act.kind == "verb":
        field = field_of(units, act)
        if not act.tail[1] or names_subject(act):
            return roles_of(units, act, field).subject
        one = field.one if field.one is not None and not is_object(units, *field.one) else None
        return one or span_before(units, verb) or of_chain(units, verb, act.slots)
    end = phrase_end(units, verb + 1)
    cut = object_begin(units, verb + 1, end) if end > verb + 1 else end
    slots = units[verb].get("verb") or ()
    first = units[verb + 1].signature if cut > verb + 1 else frozenset()
    if "ACT" not in first and first & (AGENTS | {"known_place"}) and takes(slots, units, verb + 1, cut):
        return verb + 1, cut
    return span_before(units, verb) or of_chain(units, verb, slots)


def _is_clause_verb(units: Sequence[Unit], at: int) -> bool:
    """Whether a word is the verb of a clause: known as one, or where only one stands; not a noun spelt like a verb."""
    unit = units[at]
    if "ACT_VERB" in unit.signature:
        return True
    if "verb" not in unit.signature or unit.signature & _NO_FIRST or unit.text.endswith(TANWIN):
        return False
    if unit.signature & _FIRST or at == 0 or unit.signature & JOINING:
        return True
    before = units[at - 1]
    named = is_article(before) or bool(before.signature & (AGENTS | {"known_place"}))
    return bool(before.signature & _OPENS) or (named and is_finite(unit))


_FIRST = frozenset(("does", "happens", "suffered", "hit", "manages"))
_OPENS = frozenset(("comma", "comp", "bi_comp", "qad", "kana", "rel", "neg_verb", "sawfa", "while", "but"))
_NO_FIRST = frozenset(
    (
        *("+al", "people", "given", "role", "org_head", "toponym", "known_place", "name", "NUMBER"),
        *("event_noun", "prep", "demonym", "qad", "kana"),
    )
)


def _names_nobody(units: Sequence[Unit], first: int, cut: int) -> bool:
    """Whether what stands behind a verb is a lone mark, or says how."""
    here = units[first].signature if first < len(units) else frozenset()
    return "how" in here or (cut == first + 1 and "mark" in here)


def names_subject(act: Act) -> bool:
    """Whether a phrase is listed with its subject, whose verb agrees with it (forces entered), be it people."""
    return act.word.lemma.partition(" ")[0].endswith(_THEY_CAME) or act.word.lemma.endswith(NOMINATIVE)


_THEY_CAME = "ت"


def _can_do(unit: Unit, act: Act) -> bool:
    """Whether what stands alone behind a verb does the deed: an army shells, a body appoints."""
    if act.word.type == "OFFICE":
        return bool(unit.signature & {"org_head", "armed", "organisation"})
    by_forces = act.word.subtype in _BY_FORCES or act.word.type == "COERCE"
    if "planes" in unit.signature and act.word.type == "ASSAULT":
        return True
    bodies = act.word.type in ("COERCE", "AID") and unit.signature & {"org_head", "security_body", "ministry"}
    if bodies or (in_nominative(unit) and unit.signature & {"people", "forces", "armed"}):
        return True  # gunmen, in the nominative
    return by_forces and bool(unit.signature & {"armed", "security_body", "means", "means_head", "organisation"})


_BY_FORCES = ("shelling", "air_strike")
