"""Doers told by the verb of speech in front of an act: who is ordered, asked or accused of it, who announces it as their own.

A verb of ordering, asking or accusing stands before its subject and the one it is said to, whose phrase ends right at the
act (ordered the army to pursue).  A body that announces an act of the kind only its like does has done it (the ministry
announced the arrest of).
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act, nearest_before
from khabar.languages.ar.events.agreement import in_nominative
from khabar.languages.ar.events.behind_doer import country_behind
from khabar.languages.ar.events.clause_starts import AGENTS
from khabar.languages.ar.events.clauses import is_source
from khabar.languages.ar.events.objects import object_begin
from khabar.languages.ar.events.people_ahead import people_ahead
from khabar.languages.ar.events.phrases import phrase_end, words
from khabar.languages.ar.events.subjects import span_before
from khabar.languages.ar.forms.lexicon import lexicon
from khabar.languages.ar.forms.particles import ARTICLE, JOINING
from khabar.languages.ar.lists.events import folded_ends, folded_lemmas
from khabar.languages.ar.phrases.shapes import has_preposition
from khabar.languages.drafts import PartyDraft
from khabar.record.vocabulary import FORCE
from khabar.text.fold import fold_word

_REACH = 18
_TO_WHOM = ("order", "request", "accuse")
_AGENTS = AGENTS | {"known_place", "armed", "security_body"}
_ENDS = frozenset(("stop", "comp", "bi_comp", "rel", "colon", "semicolon", "ACT"))
_LED = frozenset(("people", "armed", "org_head", "role"))
_STOPS = _ENDS - {"ACT"} | {"CUE", "comma", "neg_verb"}
_BEFORE_ACT = frozenset(("ila", "ala", "an"))
_TELLS = ("say", "affirm")
_PASSED = frozenset(("quote", "bracket", "TIME", "adverb", "an", "dash"))
_FORCES = frozenset(("armed", "security_body"))
_OWN_ACTS = ("COERCE", "MOBILIZE", "SANCTION", "AID")
_FIRED = ("air_strike", "shelling", "destruction", "interception", None)


def addressed(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """Who is ordered or asked to do the act, or accused of it, in the clause of the verb before it; who is warned of an act does
    it only where the words are for carrying it out (warned the factions of | launching attacks).
    """
    own = _fighters(units, act, text) or _declared(units, act, text)
    if own is not None:
        return own
    first = act.first
    if first and (units[first - 1].view == _BY_LAUNCHING or "does_masdar" in units[first - 1].signature):
        first -= 1  # accused X of | launching a raid
    elif first > 1 and "prep" in units[first - 1].signature and _is_part_in(units, first - 2):
        first -= 2  # accused X of | standing behind the raid
    led = first < act.first or "does_masdar" in units[first].signature
    glued = (
        not units[first].signature.isdisjoint(_OF_WHAT if first < act.first else _GLUED)
        or units[first].view == _BY_LAUNCHING
    )
    at = first if glued else first - 1
    if at < 1 or (at < first and not units[at].signature & (_BEFORE_ACT | {"min"} if led else _BEFORE_ACT)):
        return None
    cue = _cue(units, at, (*_TO_WHOM, "warn") if led else _TO_WHOM)
    if cue is not None:
        return addressee(units, cue, at, text)
    return None if "+pron" in units[act.first].signature else _made_to(units, at, text)


def _is_part_in(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun of daring, of a part in something or of being responsible for it stands at units[at], behind "of"."""
    part = units[at].signature
    if part.isdisjoint(_OF_WHAT):
        return False
    return not part.isdisjoint(_PARTS) or units[at].view in folded_lemmas("stands_behind")


_GLUED = frozenset(("+bi",))
_OF_WHAT = frozenset(("+bi", "blame"))  # listed with its preposition
_PARTS = frozenset(("does_masdar", "blame", "involvement"))


def _made_to(units: Sequence[Unit], at: int, text: str) -> PartyDraft | None:
    """Who is driven, helped or allowed to do the act behind the preposition at units[at]."""
    for k in range(at - 1, max(at - 1 - _REACH, -1), -1):
        if {"makes_do", "verb"} <= units[k].signature:
            if "+pron" in units[k].signature:
                return None  # gunmen drove them to it
            first = people_ahead(units, k + 1, at, _LED)
            return words(units, first, at, text) if first is not None else addressee(units, k, at, text)
        if units[k].signature & _STOPS:
            return None
    return None


def addressee(units: Sequence[Unit], cue: int, at: int, text: str) -> PartyDraft | None:
    """To whom a verb of asking, ordering or accusing speaks, between it and the preposition at units[at]."""
    if units[cue + 1].signature & {"ila"} and phrase_end(units, cue + 2, at) == at:
        return words(units, cue + 2, at, text)
    end = phrase_end(units, cue + 1, at)
    cut = object_begin(units, cue + 1, end) if end > cue + 1 else end
    cut = country_behind(units, cue + 1, end) if end == cut > cue + 1 else cut
    accused = "CUE" in units[cue].signature and units[cue]["cue"].act == "accuse"
    if end == at and cut < end:
        found = words(units, cut, end, text)
    elif end < at and units[end].signature & _AGENTS and phrase_end(units, end, at) == at:
        found = words(units, end, at, text)  # the ministry | the army
    else:
        found = _right_before(units, end, at, text)
    return replace(found, basis="attributed_by_other") if found is not None and accused else found


_BY_LAUNCHING = "بشن"  # too short for its preposition to be cut off


def _fighters(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """Fighters in the plural who announce what they did, or forces in whose name somebody speaks; no body that speaks itself."""
    if act.word.type not in FORCE or not is_announced(units, act):
        return None
    cue = _cue(units, act.first, _TELLS)
    if cue is None:
        return None
    first = units[cue + 1]
    title = range(cue + 1, min(cue + _TITLE, act.first))
    for_whom = next((k for k in title if units[k].view.endswith(folded_ends("in_name"))), None)
    if for_whom is not None:
        return _of_spokesman(units, for_whom + 1, act, text)
    if act.word.type != "ASSAULT":
        return None
    if not first.signature >= _MEN or "role" in first.signature or not in_nominative(first):
        return None
    found = words(units, cue + 1, phrase_end(units, cue + 1, act.first), text)
    return replace(found, basis="claimed_by_actor") if found is not None else None


def _of_spokesman(units: Sequence[Unit], first: int, act: Act, text: str) -> PartyDraft | None:
    """The forces at units[first] in whose name somebody announces what they did."""
    end = phrase_end(units, first, act.first)
    if end == first or not _are_forces(units[first]):
        return None
    found = words(units, first, end, text)
    return replace(found, basis="claimed_by_actor") if found is not None else None


_TITLE = 4  # units to "in the name of" (the military spokesman in the name of)
_MEN = frozenset(("armed", "people"))


def _declared(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """Who declares what is laid down by being declared: an emergency, a curfew, a strike."""
    if act.word.subtype not in _BY_WORD or act.first == 0 or has_preposition(units[act.first]):
        return None
    cue = _cue(units, act.first, _TELLS)
    if cue is None or "declares" not in units[cue].signature:
        return None
    end = phrase_end(units, cue + 1, act.first)
    head = units[cue + 1].signature if end > cue + 1 else _NOBODY
    if not head & _AGENTS or head & _TELLERS or is_source(units[cue + 1]) or not _is_reached(units, end, act.first):
        return None
    found = words(units, cue + 1, end, text)
    return replace(found, basis="claimed_by_actor") if found is not None else None


_BY_WORD = ("emergency", "curfew", "strike")
_NOBODY: frozenset[str] = frozenset()
_TELLERS = frozenset(("media", "media_head"))


def _right_before(units: Sequence[Unit], first: int, at: int, text: str) -> PartyDraft | None:
    """The phrase of somebody that ends at units[at], a mark or a date before it."""
    for k in range(first, at):
        apart = units[k - 1].signature & {"comma", "TIME", "bracket", "dash", "mark"}
        if apart and units[k].signature & _AGENTS and not has_preposition(units[k]) and phrase_end(units, k, at) == at:
            return words(units, k, at, text)
    return None


def _cue(units: Sequence[Unit], at: int, acts: tuple[str, ...]) -> int | None:
    """The verb of speech of such an act that governs units[at]."""
    cue = cue_before(units, at, _ENDS, _REACH)
    return cue if cue is not None and units[cue]["cue"].act in acts else None


def cue_before(units: Sequence[Unit], at: int, ends: frozenset[str], reach: int) -> int | None:
    """The verb of speech in whose clause units[at] stands, none of the words that end one between."""
    cue = nearest_before(units, at, ends | {"CUE"}, reach)
    return cue if cue is not None and units[cue].signature >= _SPOKEN else None


_SPOKEN = frozenset(("CUE", "cue", "verb"))


def is_announced(units: Sequence[Unit], act: Act) -> bool:
    """Whether the act is right behind a verb of telling and its subject, or the colon of a headline, and of a kind that such a
    subject does itself; not where what was hit is the subject's own.
    """
    own = act.word.type in _OWN_ACTS or (act.word.type == "ASSAULT" and act.word.subtype in _FIRED)
    done_to = act.word.first == "target" or act.word.ground
    if act.kind != "noun" or act.word.needs == "outcome" or not (own and done_to):
        return False
    if act.first > 0 and "colon" in units[act.first - 1].signature:
        return _is_of_place(units, act) or _may_do(units[: act.first - 1], act, head=True)
    if act.first > 1 and "PART" in units[act.first - 1].signature:
        return _is_added(units, act)
    cue = _cue(units, act.first, _TELLS)
    if cue is None or units[cue]["cue"].lemma in _DOCUMENTS:
        return False  # whoever documents arrests made none
    if has_preposition(units[act.first]):
        end = phrase_end(units, cue + 1, act.first)
        return end == act.first and "+bi" in units[end].signature and _is_power(_who_says(units, cue, cue + 1, end))
    first = cue + 2 if "prep_pron" in units[cue + 1].signature else cue + 1
    end = phrase_end(units, first, act.first)
    if not (_is_reached(units, end, act.first) and _may_do(_who_says(units, cue, first, end), act, ahead=end == first)):
        return False
    return act.word.type != "ASSAULT" or not any(
        "+pron" in unit.signature for unit in units[act.last : act.last + _OWN]
    )


_OWN = 2  # units of "one of | its barracks"


def _is_added(units: Sequence[Unit], act: Act) -> bool:
    """Whether a participle of telling brings in the act, and who speaks in the clause before it has the power to do it
    (the government announced that …, confirming | the arrest of).
    """
    told, _agreement = units[act.first - 1]["PART"]
    cue = cue_before(units, act.first - 1, frozenset(("stop",)), _SENTENCE)
    if cue is None or units[cue]["cue"].act not in _TELLS or told.act not in _TELLS:
        return False
    subject = _who_says(units, cue, cue + 1, phrase_end(units, cue + 1, act.first))
    return _is_power(subject) and (act.word.type != "ASSAULT" or any(map(_are_forces, subject)))


_SENTENCE = 40


def _who_says(units: Sequence[Unit], cue: int, first: int, end: int) -> Sequence[Unit]:
    """The subject of a verb of telling: units[first:end] behind it, else before it, else of the verb that "and" joins it to."""
    if end > first and "ACT" not in units[first].signature:
        return units[first:end]
    before = span_before(units, cue)
    if before is not None:
        return units[slice(*before)]
    if units[cue].signature.isdisjoint(JOINING):
        return ()
    told = cue_before(units, cue, frozenset(("stop",)), _SENTENCE)
    return units[told + 1 : phrase_end(units, told + 1, cue)] if told is not None else ()


def _is_power(subject: Sequence[Unit]) -> bool:
    """A government, authorities, forces, a ministry that has some: they arrest people, others tell of it."""
    if any(map(_are_forces, subject)):
        return True
    words = _bare_words(subject)
    return bool(words) and (words[0] in folded_lemmas("powers") or (words[0] == _MINISTRY and _has_guards(words)))


def _is_of_place(units: Sequence[Unit], act: Act) -> bool:
    """Whether a capital or a country alone heads a line that tells of ground taken, of what was shot down (X: the retaking of)."""
    taken = act.word.ground or act.word.subtype == "interception"
    place = act.first - _ALONE
    begins = place == 0 or (place > 0 and "mark" in units[place - 1].signature)  # flash | X:
    return taken and begins and "known_place" in units[place].signature


_ALONE = 2  # units of "X:"


_DOCUMENTS = ("وثق", "رصد", "سجل", "أحصى", "وصف", "أورد")


def _is_reached(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether only marks, dates and what stands between two commas part a subject from the act."""
    if at - first == 1 and "comma" in units[first].signature:
        return True
    aside = False
    for unit in units[first:at]:
        if "comma" in unit.signature:
            aside = not aside
        elif not aside and not unit.signature & _PASSED:
            return False
    return not aside or ("an" in units[at - 1].signature and "comma" in units[at - 2].signature)


def _may_do(subject: Sequence[Unit], act: Act, *, head: bool = False, ahead: bool = False) -> bool:
    """Violence is announced as their own by forces, by those named before or `ahead` of the verb; arrests not by an office, a
    ministry, a union that has nobody to make them (the presidency announced the arrest of).
    """
    if not subject:
        return True
    forces = any(map(_are_forces, subject))
    if forces or head or (act.word.type == "ASSAULT" and not ahead):
        return forces
    if act.word.subtype not in _HELD and act.word.type != "ASSAULT":
        return True
    words = _bare_words(subject)
    return words[0] not in folded_lemmas("no_guards") and (words[0] != _MINISTRY or _has_guards(words))


def _bare_words(subject: Sequence[Unit]) -> list[str]:
    """The words of a subject, each without its article."""
    return [word.removeprefix(ARTICLE) for unit in subject for word in unit.view.split()]


def _has_guards(ministry: Sequence[str]) -> bool:
    return not folded_lemmas("with_guards").isdisjoint(ministry)


def _are_forces(unit: Unit) -> bool:
    """Forces by their word, or by the first word of their name."""
    if unit.signature & _FORCES:
        return True
    if "organisation" not in unit.signature:
        return False
    first = fold_word(unit["organisation"]["name"].split()[0])
    return "brigades" in lexicon().words.get(first, {})


_HELD = ("arrest", "raid")
_MINISTRY = "وزاره"
