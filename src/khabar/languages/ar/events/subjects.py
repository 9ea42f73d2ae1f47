"""Subjects before their verb: in headlines, behind "that", in relative clauses, set off by an aside."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import AGENTS, BREAKS, PLACED
from khabar.languages.ar.events.objects import object_begin
from khabar.languages.ar.events.phrases import LONGEST, phrase_end, words
from khabar.languages.ar.forms.particles import JOINING
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.lists.events import folded_lemmas
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_finite
from khabar.languages.drafts import PartyDraft

Span = tuple[int, int]

_IN_PLACE = 2
_PASSED = frozenset(("rel", "qad", "kana", "neg_verb", "sawfa", "adverb", "quote"))
_FEMININE = "\N{ARABIC LETTER HEH}"  # as views fold it


def before(units: Sequence[Unit], verb: int, text: str) -> PartyDraft | None:
    """The subject that stands before its verb: the phrase from the clause's head, or the antecedent of a relative pronoun."""
    found = span_before(units, verb)
    return words(units, *found, text) if found is not None else None


def span_before(units: Sequence[Unit], verb: int) -> Span | None:
    """Where the subject before a verb stands; None when another clause, or "and", stands between."""
    if units[verb].signature & JOINING:
        return None
    return _described_by_verb(units, verb) or _ends_before(units, verb)


def subject_ahead(units: Sequence[Unit], verb: int, slots: Sequence[str]) -> Span | None:
    """The subject before a verb of these forms: set off by an aside, right before it, behind "as for", or opening the clause before
    a place.
    """
    found = aside_subject(units, verb) or span_before(units, verb) or as_for(units, verb)
    if found is None:
        return _before_place(units, verb)
    if (
        not units[found[0]].signature.isdisjoint(_MANY)
        or not slots
        or any(slot[3:] not in _OF_SEVERAL for slot in slots)
    ):
        return found
    return _who_are_described(units, verb, found)


_OF_SEVERAL = ("p", "d")


def _before_place(units: Sequence[Unit], verb: int) -> Span | None:
    """The subject that opens the clause of a verb, with nothing but where they are between (that the guard in the district of X |
    killed seven).
    """
    if verb < _ASIDE or units[verb].signature & JOINING:
        return None
    if PLACED.isdisjoint(units[verb - 1].signature) and PLACED.isdisjoint(units[verb - 2].signature):
        return None
    found = clause_opener(units, verb)
    if found is None or "fi" not in units[found[1]].signature:
        return None
    return found if phrase_end(units, found[1] + 1, verb) == verb else None


def _who_are_described(units: Sequence[Unit], verb: int, found: Span) -> Span:
    """The subject of a verb that several do: the people who open its clause where the phrase right before it is of no people, and a
    verb behind them says what they do or wear (that men who wear | black clothes | stormed).
    """
    opener = clause_opener(units, verb)
    described = opener is not None and opener[1] < found[0] and is_finite(units[opener[1]])
    return opener if opener is not None and described else found


_MANY = AGENTS | {"known_place", "demonym", "somebody", "planes", "forces", "police"}


def as_for(units: Sequence[Unit], verb: int) -> Span | None:
    """The subject of "as for X", whose verb "fa" joins, or "fa" with "has" right before it."""
    joint = verb - 1 if verb and units[verb - 1].view == _HAS else verb
    if verb < _AS_FOR or (joint == verb and "+fa" not in units[verb].signature):
        return None
    for k in range(joint - 1, max(joint - LONGEST, -1), -1):
        if "as_for" in units[k].signature:
            end = phrase_end(units, k + 1, joint)
            return (k + 1, end) if end > k + 1 and (end == joint or "comma" in units[end].signature) else None
    return None


_AS_FOR = 2
_HAS = "\N{ARABIC LETTER FEH}\N{ARABIC LETTER QAF}\N{ARABIC LETTER DAL}"


def _ends_before(units: Sequence[Unit], verb: int) -> Span | None:
    """The same of a phrase that ends right before the verb, its relative pronoun, particle or adverb."""
    end = verb - _IT_WAS if verb > _IT_WAS and _is_who(units, verb - 1) else verb
    while end > 0 and units[end - 1].signature & _PASSED and "meanwhile" not in units[end - 1].signature:
        end -= 1
        if units[end].signature & JOINING and units[end].signature & {"qad", "neg_verb", "kana"}:
            return None
        if end > 0 and "rel" in units[end].signature and "comma" in units[end - 1].signature:
            end -= 1
    if end > 0 and (units[end - 1].view in _AS_THEY or (end > 1 and "turn_noun" in units[end - 2].signature)):
        return None  # showed two policemen, and they | try: of whom, the clause before tells; on the other side
    related = end > 0 and any("rel" in unit.signature for unit in units[end:verb])
    if end > 0 and ((related and _is_one_word(units, end - 1)) or _is_new_doer(units[end - 1])):
        return end - 1, end
    begin = end
    while begin > 0 and end - begin < LONGEST and not units[begin - 1].signature & BREAKS:
        begin -= 1
    if _is_quoted(units, begin, verb):
        return None
    for first in range(begin, end):
        if not _may_begin(units, first, begin, related=related):
            continue
        alone = first > begin and first + 1 == end and "whoever" in units[first].signature
        if not alone and phrase_end(units, first, end, governed=related) == end:
            if begin > 0 and "ACT_VERB" in units[begin - 1].signature and _is_new_clause(units[end - 1]):
                first = begin = end - 1
            begin = _whole(units, begin, first)
            return (_last_noun(units, _described(units, begin, end), end) if related else begin), end
    return None


def _is_who(units: Sequence[Unit], at: int) -> bool:
    """Whether "who", or "which", behind "he" or "she" stands at units[at] (one of the guards | it was who killed X)."""
    return units[at - 1].view in _HE and (units[at].view == _WHO_DID or "rel" in units[at].signature)


_AS_THEY = ("وهو", "وهي", "وهم", "وهما")
_IT_WAS = 2  # units of "is he who"
_HE, _WHO_DID = ("هو", "هي", "هم"), "من"


def _described_by_verb(units: Sequence[Unit], verb: int) -> Span | None:
    """Indefinite people or bodies behind a preposition whom the verb right behind describes (at gunmen | who attacked a post)."""
    first = verb - 1
    while first > 0 and verb - first < _DESCRIBED and not units[first].signature & (_SOMEONE | {"mark", "prep"}):
        first -= 1
    unit = units[first]
    if is_article(unit) or unit.signature.isdisjoint(_SOMEONE) or unit.signature & _NO_ONE:
        return None
    if any(is_article(u) or u.signature & _NO_ONE for u in units[first + 1 : verb]):
        return None
    governed = has_preposition(unit) or (first > 0 and bool(units[first - 1].signature & _GOVERN))
    were = verb - first > 1 and "kana" in units[verb - 1].signature  # demonstrators | who were taking part
    return (first, verb - were) if governed else None


_DESCRIBED = 3
_SOMEONE = frozenset(("people", "armed", "org_head"))
_NO_ONE = frozenset(
    (
        "+pron",
        "+and",
        "known_place",
        "given",
        "name",
        "role",
        "organisation",
        "NUMBER",
        "place_type",
        "mark",
        "TIME",
        "means",
        "vehicle",
    )
)
_GOVERN = frozenset(("fi", "ala", "ila", "min", "with", "an", "target_before"))


def _described(units: Sequence[Unit], first: int, end: int) -> int:
    """Where the words begin that a relative pronoun describes: of a person with a genitive the one of its gender (the widow of |
    the soldier, who "m" was killed; the mayor of | the town, which "f" was shelled).
    """
    head, rel = units[first], units[end + ("comma" in units[end].signature)]
    if first + 1 >= end or is_article(head) or "+pron" in head.signature or not head.signature & _SOMEBODY:
        return first
    if rel.view.endswith(_WHICH):
        woman = head.text.endswith(_TA) or not units[first + 1].text.endswith(_TA)
        return first if woman or ("people" in head.signature and head["people"].number == "p") else first + 1
    return (
        first + 1 if rel.view.endswith(_WHO) and head.text.endswith(_TA) and "org_head" not in head.signature else first
    )


def _last_noun(units: Sequence[Unit], first: int, end: int) -> int:
    """Where the object begins that a relative pronoun describes behind a verb and its subject (the army entered | the areas)."""
    told = units[first - 1].signature if first and end - first >= _IN_PLACE else frozenset()
    if "verb" not in told or not told.isdisjoint(_NO_VERB):
        return first
    begin = object_begin(units, first, end)
    return begin if begin < end else first


_NO_VERB = frozenset(("CUE", "prep", "place_side"))
_SOMEBODY = frozenset(("people", "role", "relatives"))
_WHICH, _WHO = "\N{ARABIC LETTER TEH}\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER THAL}\N{ARABIC LETTER YEH}"
_TA = "\N{ARABIC LETTER TEH MARBUTA}"


_AND = "\N{ARABIC LETTER WAW}"


def _is_quoted(units: Sequence[Unit], begin: int, verb: int) -> bool:
    """Whether the verb begins what somebody before it said (the witness said: "they fired")."""
    return begin > 0 and "quote_open" in units[verb - 1].signature and "CUE" in units[begin - 1].signature


def _is_new_doer(unit: Unit) -> bool:
    """A side's word for its enemy that the list holds with its "and" (300 dead, and the occupation commits)."""
    return "occupant" in unit.signature and unit.view.startswith(_AND)


def _may_begin(units: Sequence[Unit], first: int, begin: int, *, related: bool) -> bool:
    """Whether a subject can begin at units[first]: not behind a preposition, unless "who" follows."""
    governed = has_preposition(units[first]) and not (related and units[first].signature & (AGENTS | PLACED))
    if governed or _is_no_head(units, first, begin) or _is_adjective(units, first, begin):
        return False
    of_act = first > begin and not related and "ACT_NOUN" in units[first - 1].signature and is_article(units[first])
    if of_act and _is_in(units, first - 1):
        return False  # in the army's shelling | were killed
    if "NUMBER" in units[first].signature and "period" in units[first + 1].signature:
        return False  # who is 18 years old
    if first > begin and "+and" in units[first].signature and not _is_new_clause(units[first]):
        return False  # the second of two
    if related or first == begin:
        return True
    last = units[first - 1]
    of_place = "place_type" in last.signature and not is_article(last) and units[first].signature.isdisjoint(AGENTS)
    return not (of_place or last.signature & {"prep", "place_side"})  # the town of | X


def _is_in(units: Sequence[Unit], at: int) -> bool:
    """Whether a preposition governs the noun at units[at]."""
    return has_preposition(units[at]) or (at > 0 and "prep" in units[at - 1].signature)


def _is_adjective(units: Sequence[Unit], first: int, begin: int) -> bool:
    """A definite feminine right behind a definite feminine agrees with it (the Somali movement, the extremist)."""
    if first == begin or units[first].signature & {"+and", "org_head", "organisation"}:
        return False
    return all(is_article(unit) and unit.view.endswith(_FEMININE) for unit in units[first - 1 : first + 1])


def _is_new_clause(unit: Unit) -> bool:
    """Somebody joined by "and" right before a verb, behind the object of another (stormed the hall, and the president sacks)."""
    return "+and" in unit.signature and bool(unit.signature & {"role", "org_head", "armed"})


def _is_no_head(units: Sequence[Unit], first: int, begin: int) -> bool:
    """A verb at the head of the clause, an adverb: no subject begins with it."""
    unit = units[first]
    if unit.text.endswith(TANWIN) and "NUMBER" not in unit.signature:
        return not (first == begin > 0 and units[begin - 1].signature & {"comp", "bi_comp"})  # that a force | entered
    if unit.signature & {"period", "same_time"} and not unit.signature & AGENTS:
        return True  # at a time when
    if "verb" not in unit.signature or unit.signature & _NO_VERBS or (first != begin and "does" not in unit.signature):
        return False
    return not _is_whose(unit, units[first + 1])


def _is_whose(unit: Unit, following: Unit) -> bool:
    """Whether a word that no list knows, spelt like a verb, stands right before a given name: who is of that person (a follower of
    So-and-so | attacks), so that a deed of one of his people is never laid on him.
    """
    if "given" not in following.signature or has_preposition(following) or "+and" in following.signature:
        return False
    return unit.signature <= _UNKNOWN and not is_finite(unit) and unit.view not in folded_lemmas("begins_to")


_UNKNOWN = frozenset(("verb", "name", "masdar", "toponym"))


_NO_VERBS = frozenset(("people", "given", "org_head", "role", "known_place"))


def _whole(units: Sequence[Unit], begin: int, first: int) -> int:
    """Where the phrase begins whose place, or whose act, units[first] is (the troops stationed in X, who)."""
    placed = "known_place" in units[first].signature or "ACT_NOUN" in units[first].signature
    if first - begin < _IN_PLACE or "fi" not in units[first - 1].signature or not placed:
        return first
    heads = (k for k in range(begin, first - 1) if not _is_no_head(units, k, begin))
    return next((k for k in heads if phrase_end(units, k, first - 1, governed=True) == first - 1), first)


def _is_one_word(units: Sequence[Unit], at: int) -> bool:
    """People known by one definite noun (the bomber, who): what stands before them is another phrase, whose adjective
    the word is not (the armed groups, which).
    """
    unit = units[at]
    if at and units[at].view.endswith(_FEMININE) and is_article(units[at - 1]) and not has_preposition(unit):
        return False
    return is_article(unit) and "+pron" not in unit.signature and "people" in unit.signature


def aside_subject(units: Sequence[Unit], verb: int) -> Span | None:
    """The subject that an aside between commas sets off from its verb (the forces, with the help of the army, raided; had, …,
    raided).
    """
    last = verb - 1 if verb and units[verb - 1].signature.isdisjoint({"qad"}) else verb - 2
    if verb < _ASIDE or "comma" not in units[last].signature:
        return None
    return clause_opener(units, verb, aside=True)


_OPENERS = AGENTS - {"given"}
_ASIDE = 4
_FAR = 24


def clause_opener(
    units: Sequence[Unit], verb: int, *, aside: bool = False, openers: frozenset[str] = _OPENERS
) -> Span | None:
    """The phrase of people or bodies that opens the clause of a verb, behind "that" or at the head of the sentence."""
    for k in range(verb - 1, max(verb - _FAR, -1), -1):
        signature = units[k].signature
        if signature & {"stop", "CUE", "colon", "while", "but"}:
            return None
        begins = k == 0 or units[k - 1].signature & {"comp", "bi_comp", "neg_verb"}
        opens = signature & {"comp", "bi_comp"} or (begins and signature & _COPULAS)
        if opens or k == 0:
            first = k + 1 if opens else k
            end = phrase_end(units, first, verb)
            named = end > first and not has_preposition(units[first]) and _is_opener(units, first, end, openers)
            apart = not aside or _is_set_off(units, k, end, verb)
            return (first, end) if named and apart else None
    return None


def _is_opener(units: Sequence[Unit], first: int, end: int, openers: frozenset[str]) -> bool:
    """Whether people or bodies begin at units[first], be they counted (thirty settlers, hundreds of the settlers)."""
    signature = units[first].signature
    if signature & openers:
        return end > first + 1 or "another" not in signature  # the last of
    return first + 1 < end and not signature.isdisjoint(_COUNTS) and "people" in units[first + 1].signature


_COUNTS = frozenset(("NUMBER", "whoever"))


def _is_set_off(units: Sequence[Unit], opener: int, end: int, verb: int) -> bool:
    """Whether an aside, or where and how they are, stands between a subject that ends before units[end] and the comma before its
    verb; nothing but the comma, behind "that".
    """
    if end == verb - 1:
        return not units[opener].signature.isdisjoint(_THAT) and _is_where(units, end, verb)
    return end < verb - 1 and ("comma" in units[end].signature or _is_where(units, end, verb))


_THAT = frozenset(("comp", "bi_comp"))


def _is_where(units: Sequence[Unit], end: int, verb: int) -> bool:
    """Whether nothing but where and how they are stands between a subject and the comma before its verb (the forces spread, in
    numbers, in the street of X, | opened fire).
    """
    between = units[end : verb - 1]
    if units[verb].signature & JOINING or "comma" not in units[verb - 1].signature:
        return False
    return all(u.signature.isdisjoint(_OTHER_DEEDS) for u in between)


_OTHER_DEEDS = frozenset(
    ("verb", "ACT", "comma", "rel", "comp", "bi_comp", "CUE", "PART", "while", "but", "+and", "colon", "quote", "stop")
)
_COPULAS = frozenset(("kana", "becomes", "still"))  # before the subject of the verb behind (was, has come to, is still)


def whom_it_is_said_of(units: Sequence[Unit], verb: int) -> Span | None:
    """Counted people whom a clause of speech behind them tells to be the object (26 gunmen | whom the army says it killed)."""
    at = verb - 1
    while at > 0 and units[at].signature & {"quote_open", "pronoun_comp"}:
        at -= 1
    if at == verb - 1 or "pronoun_comp" not in units[at + 1].signature:
        return None
    said = next((k for k in range(at, max(at - _SAID, 0), -1) if units[k].signature & {"CUE", "REL_CUE"}), 0)
    found = span_before(units, said) if said else None
    return found if found is not None and "NUMBER" in units[found[0]].signature else None


_SAID = 8  # units from "says" to "that it"
