"""The clause of an event verb: its voice, the subject that it or an earlier verb of its clause has, what stands behind it.

English verbs share their subject: behind and, behind a comma as a participle, behind before or to, a verb goes on with the
subject of the verb before it.  A participle right behind a noun is passive (the girls abducted in May).
"""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khabar.grammar import Unit
from khabar.languages.en.events.extents import PEOPLE, PRONOUNS, Range, is_ago, is_deemed, without_clause
from khabar.languages.en.phrases.marking import is_manner
from khabar.languages.en.phrases.nouns import is_verb, phrase_start
from khabar.languages.en.phrases.subjects import subject_before

_GROUP = frozenset(("be", "be_form", "have_form", "modal", "do_form", "contracted_neg", "neg", "adverb", "to_word"))
_AUX = frozenset(("be", "be_form", "have_form", "modal", "do_form"))
_BE = frozenset(("be", "be_form"))
_CHAIN = 5  # verbs in a row that one subject may have


class Clause(msgspec.Struct, frozen=True):
    """The clause of the verb at one unit: where its verb group begins, its voice, its subject and its agent or object.

    `shared`: the subject stands before another verb.  A pronoun is no party: `pronoun` tells that one is the subject.
    """

    group: int
    passive: bool
    subject: Range | None = None
    pronoun: bool = False
    shared: bool = False


def clause_of(units: Sequence[Unit], at: int, text: str) -> Clause:
    """The clause of the event verb at one unit."""
    forms = units[at]["event_verb"][1]
    group = group_of(units, at)
    passive = "pp" in forms and any(u.signature & _BE or u.view in _GET for u in units[group:at])
    passive = passive or ("pp" in forms and _goes_on_passive(units, at, group))
    if group == at and _is_reduced(units, at):
        subject = _described(units, at)
        return Clause(group, True, subject, shared=False)
    return _active(units, at, group, passive, text)


def carried_by(units: Sequence[Unit], at: int, text: str) -> Clause:
    """The clause of the active verb at `at` that governs an event noun (carried out an attack)."""
    return _active(units, at, group_of(units, at), False, text)


def _active(units: Sequence[Unit], at: int, group: int, passive: bool, text: str) -> Clause:
    """The clause of a verb that describes no noun right before it."""
    ing = units[at].view.split(" ")[0].endswith("ing")
    if units[group].view in _BEING or (ing and not any(u.signature & _AUX for u in units[group:at])):
        return _of_participle(units, group, passive, text)
    if any("to_word" in u.signature for u in units[group:at]):
        return _of_infinitive(units, at, group, passive, text)
    return _with_subject(units, group, passive, text)


_GET = frozenset(("get", "gets", "got", "getting"))


def group_of(units: Sequence[Unit], at: int) -> int:
    """The first unit of the verb group that ends in the verb at `at`."""
    group = at
    while group > 0:
        before = units[group - 1]
        known = before.signature & _GROUP or is_manner(before) or before.view in _GET
        if not known or before.signature & {"subject_pronoun", "det"}:
            break
        group -= 1
    while group < at and not units[group].signature & _GROUP and not is_manner(units[group]):
        group += 1
    return group


def is_negated(units: Sequence[Unit], group: int, at: int) -> bool:
    """Whether the verb at `at` is said not to happen: a not in its group or right before it (did not shell, not to shell)."""
    first = group - 1 if group else group
    return any(
        units[k].signature & {"neg", "contracted_neg"} and units[k].view != "without" for k in range(first, at)
    ) and not any(u.view == "only" for u in units[first:at])


def _with_subject(units: Sequence[Unit], group: int, passive: bool, text: str) -> Clause:
    own = own_subject(units, group, text)
    if own is not None:
        return _made(units, group, passive, own, shared=False)
    if group and (units[group - 1].signature & {"and_word", "comma"}):
        return _made(units, group, passive, earlier_subject(units, group, text), shared=True)
    return Clause(group, passive)


def _made(units: Sequence[Unit], group: int, passive: bool, subject: Range | None, *, shared: bool) -> Clause:
    if subject is not None and "possessive" in units[subject[0]].signature:
        return Clause(group, passive, shared=shared)
    if subject is not None and subject[1] - subject[0] == 1 and units[subject[0]].signature & PRONOUNS:
        return Clause(group, passive, None, pronoun=True, shared=shared)
    return Clause(group, passive, subject, shared=shared)


_BEING = frozenset(("being", "having"))
_SHOWN = frozenset(("pictured", "seen", "shown", "filmed", "photographed"))


def _of_participle(units: Sequence[Unit], group: int, passive: bool, text: str) -> Clause:
    """A participle in -ing: of the noun it stands behind (a man carrying …), else of the verb before it."""
    before = units[group - 1] if group else None
    if before is None:
        return Clause(group, passive)
    if before.signature & {"comma", "and_word", "sub", "prep"} or before.view in _LEADS | _SHOWN:
        return _made(units, group, passive, earlier_subject(units, group - 1, text), shared=True)
    if "word" in before.signature and before.signature.isdisjoint(_NO_NOUN):
        first = phrase_start(units, group)
        return _made(units, group, passive, without_clause(units, first, group), shared=False)
    return Clause(group, passive)


_LEADS = frozenset(("before", "after", "while", "by", "for", "of", "from", "without", "then"))
_NO_NOUN = frozenset(
    (
        *("CUE", "PASSIVE", "INF", "PART", "be", "be_form", "have_form", "modal", "do_form", "det", "article", "prep"),
        *("and_word", "comma", "rel", "comp", "adverb", "to_word", "event_verb", "possessive_det", "contracted_neg"),
    )
)


def _of_infinitive(units: Sequence[Unit], at: int, group: int, passive: bool, text: str) -> Clause:
    """An infinitive: of the people named right before it (ordered troops to leave), else of the verb before it."""
    to = next(k for k in range(group, at) if "to_word" in units[k].signature)
    if to and "word" in units[to - 1].signature and units[to - 1].view in _GETTING_READY:
        return _made(units, group, passive, earlier_subject(units, to - 1, text), shared=True)
    intent = _intent_before(units, to)
    if intent is not None:
        return _of_intent(units, intent, group, passive, text)
    named = without_clause(units, phrase_start(units, to), to)
    if named is not None and any(u.signature & PEOPLE for u in units[named[0] : named[1]]):
        return _made(units, group, passive, named, shared=False)
    return _made(units, group, passive, earlier_subject(units, to, text), shared=True)


def _intent_before(units: Sequence[Unit], to: int) -> int | None:
    """The noun of what somebody means to do, right before an infinitive (the plan to arrest, the decision not to attack)."""
    noun = to - 1
    while noun > 0 and units[noun].signature & {"neg", "contracted_neg", "adverb", "TIME"}:
        noun -= 1
    return noun if noun > 0 and units[noun].view in _INTENTS and "PASSIVE" not in units[noun].signature else None


def _of_intent(units: Sequence[Unit], noun: int, group: int, passive: bool, text: str) -> Clause:
    """What somebody means to do is its owner's (the army's plan to attack), or of whose verb makes it; not of who speaks of it."""
    owner = next((k for k in range(noun, max(noun - _OWNED, 0), -1) if "possessive" in units[k].signature), None)
    if owner is not None:
        first = phrase_start(units, owner)
        return _made(units, group, passive, (first, owner) if first < owner else None, shared=False)
    if any("possessive_det" in u.signature for u in units[max(noun - 2, 0) : noun]):
        return Clause(group, passive, pronoun=True)
    verb = _verb_before(units, noun)
    if verb is not None and "CUE" in units[verb].signature and units[verb]["CUE"].cue.act in _JUDGES:
        return Clause(group, passive)
    return _made(units, group, passive, earlier_subject(units, noun, text), shared=True)


_OWNED = 4  # units between an owner and the noun
_JUDGES = frozenset(("reject", "condemn", "support", "deny", "warn", "other", "accuse", "expect"))
_INTENTS = frozenset(
    (
        *("decision", "decisions", "plan", "plans", "order", "orders", "refusal", "threat", "threats", "bid"),
        *("attempt", "attempts", "intention", "effort", "efforts", "move", "proposal", "promise", "pledge", "vow"),
        *("failure", "operation", "campaign", "plot", "mission", "agreement"),
    )
)


_GETTING_READY = frozenset(("preparing", "trying", "attempting", "planning", "waiting", "working", "threatening"))


def own_subject(units: Sequence[Unit], group: int, text: str) -> Range | None:
    """The noun phrase that is the subject of the verb group, stripped of what is told of it in a clause of its own."""
    if group and "comma" in units[group - 1].signature and not _is_aside(units, group, text):
        return None
    found = subject_before(units, group, text, anything=True)
    if found is None or found.last <= found.first:
        return None
    first, last = found.first, found.last
    if first and units[first - 1].signature & _AUX:
        return _antecedent(units, first)
    if first > 1 and "by" in units[first - 1].signature and units[first - 2].view in _BACKED:
        return _described(units, first - 2)
    if first > 1 and is_deemed(units, first - 1):
        return _described(units, first - 1)
    if first and (_governs(units, first - 1) or _is_laid_on(units, first)):
        return _governed(units, first - 1)
    if first and "PART" in units[first].signature:
        if units[first - 1].signature & {"as_word", "mark"} and last > first + 1:
            return without_clause(units, first + 1, last)  # was quoted as saying rebels attacked
        return _governed(units, first)  # a man also claiming to be a guard shot
    return without_clause(units, first, last)


_BACKED = frozenset(("backed", "supported", "led", "accompanied", "armed", "joined", "guarded", "followed", "aided"))


def _is_laid_on(units: Sequence[Unit], first: int) -> bool:
    """Whether a phrase is whom an act before it is laid on (an attack blamed on the army killed six)."""
    return first > 1 and units[first - 1].view in ("on", "to") and units[first - 2].view in ("blamed", "attributed")


def _governs(units: Sequence[Unit], at: int) -> bool:
    """Whether a participle in -ing has the phrase behind it for its object (the men accused of killing the mayor were …)."""
    unit = units[at]
    return unit.view.endswith("ing") and bool(unit.signature & {"event_verb", "CUE", "PART", "harms"}) and at > 0


def _governed(units: Sequence[Unit], at: int) -> Range | None:
    """The noun phrase that a participle at `at`, and what leads to it, describe."""
    while at > 0 and (units[at - 1].signature & {"prep", "CUE", "PASSIVE", "adverb"}):
        at -= 1
    first = phrase_start(units, at)
    return without_clause(units, first, at) if first < at else None


def _is_aside(units: Sequence[Unit], group: int, text: str) -> bool:
    """Whether the comma before a verb closes an aside, so that its subject stands before that."""
    found = subject_before(units, group, text, anything=True)
    return found is not None and found.last < group - 1


def _antecedent(units: Sequence[Unit], at: int) -> Range | None:
    """The noun that a relative clause before `at` describes (a truck that was driven by a soldier)."""
    rel = next((k for k in range(at - 1, max(at - 12, 0), -1) if "rel" in units[k].signature), None)
    if rel is None:
        return None
    first = phrase_start(units, rel)
    if units[rel - 1].signature & PEOPLE and units[rel].view == "who":
        joins = (k + 1 for k in range(rel - 2, first, -1) if "prep" in units[k].signature and units[k].view != "of")
        first = next(joins, first)  # a zone for women who have been attacked
    return (first, rel) if first < rel else None


def earlier_subject(units: Sequence[Unit], limit: int, text: str) -> Range | None:
    """The subject of the verb before `limit`, relative clauses and participles passed over."""
    end = limit
    for _ in range(_CHAIN):
        verb = _verb_before(units, end)
        if verb is None:
            return None
        group = group_of(units, verb)
        before = units[group - 1] if group else None
        if before is None:
            return None
        inner = "rel" in before.signature or any("to_word" in u.signature for u in units[group:verb])
        subject = None if inner else own_subject(units, group, text)
        if subject is not None:
            return subject
        end = group
    return None


def _verb_before(units: Sequence[Unit], limit: int) -> int | None:
    for at in range(limit - 1, -1, -1):
        signature = units[at].signature
        if signature & {"stop", "semicolon", "colon"}:
            return None
        if "event_verb" in signature:
            if "event_noun" in signature or _is_noun_form(units, at) or _is_reduced(units, at):
                continue
            return at
        if signature & {"CUE", "PASSIVE", "be", "be_form", "have_form", "modal"} or is_verb(units, at):
            return at
        if units[at].view.endswith("ed") and at and units[at - 1].signature & PEOPLE:
            return at
    return None


def _is_noun_form(units: Sequence[Unit], at: int) -> bool:
    before = units[at - 1].signature if at else frozenset[str]()
    return bool(before & {"det", "article", "possessive", "possessive_det"}) or units[at]["event_verb"][1] <= {"ing"}


def _goes_on_passive(units: Sequence[Unit], at: int, group: int) -> bool:
    """Whether a participle goes on with the auxiliary of one before it (were beaten and arrested by police)."""
    if group != at or not group or not units[group - 1].signature & {"and_word", "comma"}:
        return False
    if at + 1 < len(units) and not (units[at + 1].signature & {"prep", "by", "stop", "comma", "TIME", "and_word"}):
        return False
    verb = _verb_before(units, group - 1)
    if verb is None or _is_in_aside(units, group_of(units, verb), group - 1):
        return False
    return any(u.signature & _BE for u in units[group_of(units, verb) : verb + 1])


def _is_in_aside(units: Sequence[Unit], group: int, comma: int) -> bool:
    """Whether a verb is that of a relative clause in commas, of which the second stands right before what follows (gunmen, who were
    masked, opened fire).
    """
    if group < _LEAST_ASIDE or "comma" not in units[comma].signature:
        return False
    return "rel" in units[group - 1].signature and "comma" in units[group - 2].signature


_LEAST_ASIDE = 2


def _is_reduced(units: Sequence[Unit], at: int) -> bool:
    """Whether a participle without auxiliary describes the noun before it: by somebody, or with nothing behind that it could
    govern and of people who do not do such things to others without saying to whom.
    """
    word, forms = units[at]["event_verb"]
    if "pp" not in forms or not at:
        return False
    before = units[at - 1].signature
    after = units[at + 1] if at + 1 < len(units) else None
    by = after is not None and "by" in after.signature and "phrase" not in after.signature
    if by and (before & _NOUNS or _is_plain_noun(units[at - 1])):
        return True
    plain = (
        _is_plain_noun(units[at - 1]) and units[at].view.endswith("ed") and after is not None and after.view in _ALONE
    )
    if not (before & _NOUNS or plain):
        return False
    if not word.flags & {"people"} and "past" in forms:
        return False
    return after is None or after.view in _ALONE or bool(after.signature & {"stop", "TIME"}) or is_ago(units, at + 1)


_NOUNS = frozenset(("capital", "people", "NUMBER", "role", "source_unnamed", "given", "surname", "quote_close", "dash"))
_ALONE = frozenset(
    (
        "in",
        "by",
        "near",
        "during",
        "after",
        "since",
        "over",
        "following",
        "amid",
        "on",
        "outside",
        "when",
        "while",
        "as",
    )
)


def _is_plain_noun(unit: Unit) -> bool:
    return "word" in unit.signature and unit.signature.isdisjoint(
        _NO_NOUN | PRONOUNS | {"sub", "wh", "common_verb", "link", "TIME", "of_word"}
    )


def _described(units: Sequence[Unit], at: int) -> Range | None:
    """The noun phrase right before a participle that describes it."""
    first = phrase_start(units, at)
    found = without_clause(units, first, at)
    if found is None or (found[1] - found[0] == 1 and units[found[0]].signature & PRONOUNS):
        return None
    return found
