"""Who puts whom in office or out of it, who meets or visits whom (the king received X): two that stand side by side.

Such verbs cannot do without an object, and both parties are persons, offices or bodies; the words alone do not part them:
"the president So-and-so" is one man.  What parts them is that an office without article is no part of a complete phrase
(the minister | the head of the police), nor a person's name of a body (the council | So-and-so), that who appoints is a
king or a president, and that nobody's name ends with a place one visits or with "his counterpart".  The new office, an
indefinite accusative, is nobody it is done to.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.agreement import takes
from khabar.languages.ar.events.clause_starts import ALEF
from khabar.languages.ar.events.clauses import Pair, in_words, lead_of, of_chain
from khabar.languages.ar.events.objects import far_object, object_begin
from khabar.languages.ar.events.on_whom import is_called_ali
from khabar.languages.ar.events.phrases import party, phrase_end
from khabar.languages.ar.lists.events import lemmas
from khabar.languages.ar.phrases.agreeing import are_people, is_whole
from khabar.languages.ar.phrases.shapes import OBLIQUE, has_preposition, is_article, is_name_word, is_owned


def of_office(units: Sequence[Unit], act: Act, text: str) -> Pair | None:
    """Who appoints or dismisses whom; None for verbs of other acts, and where forms and order tell (a passive, a subject before
    its verb, an object that is a pronoun).
    """
    if act.word.type != "OFFICE" or act.passive is True:
        return None
    verb = act.word.lemma.partition(" ")[0]
    puts_in = verb in lemmas("puts_in")
    if not puts_in and verb not in lemmas("puts_out"):
        return None
    first = _named_behind(units, act.first)
    if first is None:
        return None
    limit = act.tail[0] or None
    begin = first + is_called_ali(units, first)
    end = max(phrase_end(units, begin, limit), begin) if begin != limit else begin
    if end == first or lead_of(units, act, (first, end)) is not None:
        return None
    if limit is not None and "+bi" in units[limit].signature and act.word.lemma.endswith(_BY):
        return in_words(units, (first, end), text), party(units, limit, text)  # overthrew | the president
    cut = _appointed_at(units, first, end, limit) if puts_in else _object_at(units, first, end)
    if cut < end and _is_new_office(units, cut) and not _is_body(units[first]):
        end = cut
    if cut < end:
        return in_words(units, (first, cut), text), in_words(units, (cut, phrase_end(units, cut, limit)), text)
    far = far_object(units, end, dates=True)
    if far is not None and (not _is_new_office(units, far[0]) or _is_body(units[first])):
        return in_words(units, (first, end), text), in_words(units, far, text)
    chain = of_chain(units, act.first, act.slots)
    if chain is not None:
        return in_words(units, chain, text), in_words(units, (first, end), text)
    if puts_in and _is_high(units[first]) and cut == end < len(units) and _is_new_office(units, end):
        return in_words(units, (first, end), text), None  # appointed | a new minister
    if _is_body(units[first]) and takes(act.slots, units, first, end):
        return in_words(units, (first, end), text), None
    return None, in_words(units, (first, end), text)


_NOBODY = frozenset(("prep_pron", "+and", "mark"))
_BY = " \N{ARABIC LETTER BEH}"


def _named_behind(units: Sequence[Unit], verb: int) -> int | None:
    """Where somebody is named behind a verb and its dates; None where nobody is, or the verb has a pronoun for its object."""
    if "+pron" in units[verb].signature:
        return None
    at = verb + 1
    while at < len(units) and units[at].signature & {"TIME", "adverb"}:
        at += 1
    return at if at < len(units) and units[at].signature.isdisjoint(_NOBODY) else None


def of_meeting(units: Sequence[Unit], act: Act, text: str) -> Pair | None:
    """Who meets, receives or visits whom, or what; None for verbs of other acts, and where forms and order tell."""
    if act.word.type != "CONSULT" or act.word.lemma not in lemmas("meets") or act.passive is True:
        return None
    visits = act.word.lemma in lemmas("visits")
    first = _named_behind(units, act.first)
    if first is None:
        return None
    end = _before_his(units, first, phrase_end(units, first))
    told = act.first > 0 and units[act.first - 1].signature & _TELLS_SUBJECT
    if end == first or told or lead_of(units, act, (first, end)) is not None:
        return None
    if visits and _is_place(units[first]):
        return in_words(units, of_chain(units, act.first, act.slots), text), in_words(units, (first, end), text)
    cut = _met_at(units, first, end, visits=visits)
    if cut < end:
        return in_words(units, (first, cut), text), in_words(units, (cut, phrase_end(units, cut)), text)
    behind = _behind_name(units, end)
    if behind < len(units) and units[behind].signature & _WITH:
        return None
    agrees = takes(act.slots, units, first, end)
    far = far_object(units, behind)
    if far is not None and agrees:
        return in_words(units, (first, end), text), in_words(units, far, text)
    chain = of_chain(units, act.first, act.slots) if not agrees or (not visits and behind == end) else None
    if chain is None:
        return None
    other = chain[0] and units[chain[0] - 1].get("ACT")
    if other and other.word.lemma in lemmas("meets"):
        chain = None  # whom he meets there did not go on to meet others
    return in_words(units, chain, text), in_words(units, (first, end), text)


_TELLS_SUBJECT = frozenset(("rel", "pronoun_comp"))
_WITH = frozenset(("with", "+bi"))
_PEER = ("نظير", "نظراء")


def _before_his(units: Sequence[Unit], first: int, end: int) -> int:
    """Where a place of one's own parts who receives from whom (the prince, in | his office)."""
    own = (k for k in range(first + 1, end - 1) if "fi" in units[k].signature and is_owned(units[k + 1]))
    return next(own, end)


def _behind_name(units: Sequence[Unit], end: int) -> int:
    """Behind a name between commas that tells who holds the office before it (the governor of X, So-and-so,)."""
    if end + 1 >= len(units) or "comma" not in units[end].signature or not is_name_word(units[end + 1]):
        return end
    close = phrase_end(units, end + 1)
    return close + 1 if end + 1 < close < len(units) and "comma" in units[close].signature else end


def _is_place(unit: Unit) -> bool:
    """A place or a building, nobody who goes there."""
    return bool(unit.signature & _PLACES) and unit.signature.isdisjoint(_VISITORS)


_PLACES = frozenset(("known_place", "place_type", "place_facility"))
_VISITORS = frozenset(("role", "given", "people", "armed", "forces", "organisation"))


def _met_at(units: Sequence[Unit], first: int, end: int, *, visits: bool) -> int:
    """Where who was met, or what was visited, begins in units[first:end]; `end` where they are one phrase."""
    cut = _object_at(units, first, end)
    for at in range(first + 1, cut):
        unit, last = units[at], units[at - 1]
        if has_preposition(unit) or unit.signature & _JOINED or "prep" in last.signature:
            continue
        whole = _is_complete(last) or "given" in last.signature or _is_family(last)
        peer = unit.view.startswith(_PEER) and "+al" not in unit.signature
        others = is_article(unit) and unit.view.endswith(OBLIQUE) and "people" in unit.signature
        if peer or (whole and ((others and not are_people(units[first])) or (visits and _is_place(unit)))):
            return at
    return cut


def _appointed_at(units: Sequence[Unit], first: int, end: int, limit: int | None) -> int:
    """Where who is appointed begins in units[first:end]; `end` where they are one phrase."""
    cut = _object_at(units, first, end)
    named = first + 1 < cut == end and "given" in units[first + 1].signature
    put_in = end == limit or (end < len(units) and ("+li" in units[end].signature or _is_new_office(units, end)))
    return first + 1 if named and put_in and _is_high(units[first]) else cut


def _object_at(units: Sequence[Unit], first: int, end: int) -> int:
    """Where somebody else begins in units[first:end]; `end` where they are one phrase."""
    cut = object_begin(units, first, end)
    if cut < end and is_article(units[cut]) and (not is_whole(units[cut - 1]) or units[cut].signature <= _PLAIN):
        cut = end  # the head of | the state, the commander of the forces | on land
    if cut < end and (_is_title(units[cut if is_article(units[cut]) else first]) or _is_one_name(units, first, end)):
        cut = end  # the minister | the doctor So-and-so
    for at in range(first + 1, cut):
        unit = units[at]
        if has_preposition(unit) or is_article(unit) or unit.signature & _JOINED:
            continue
        last = units[at - 1]
        if "given" in unit.signature and "role" not in unit.signature:
            another = at > first + 1 and _is_family(last) and is_article(last)  # X al-Y | Z
            if another or (_is_body(units[first]) and _is_complete(last)):
                return at
        elif "role" in unit.signature and _is_held(units, first, at):
            return at
    return cut


_PLAIN = frozenset(("+al", "name", "demonym", "kind_adjective"))
_JOINED = frozenset(("+and", "prep", "mark", "quote", "TIME"))


def _is_one_name(units: Sequence[Unit], first: int, end: int) -> bool:
    """A first name and a surname, be they known to no list."""
    return end == first + _TWO and all(is_name_word(unit) for unit in units[first:end])


_TWO = 2


def _is_held(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether an office that is complete ends before units[at]: what stands there, an office without article, is held by another.

    A rank or a form of address wants its office still (the general | commander of).
    """
    head = units[first]
    if "role" not in head.signature and not _is_body(head):
        return False
    if at == first + 1:
        return is_whole(head) and not _is_title(head)
    last = units[at - 1]
    return not _is_title(last) and (_is_complete(last) or "given" in last.signature or _is_family(last))


def _is_title(unit: Unit) -> bool:
    """A rank or a form of address."""
    return "role" in unit.signature and unit["role"]["kind"] in _TITLES


_TITLES = frozenset(("military", "police", "honorific", "family", "academia", "medicine", "law", "religion"))


def _is_family(unit: Unit) -> bool:
    """A family's name, no word for somebody that is a name too."""
    return "name" in unit.signature and unit.signature.isdisjoint(("role", "people", "org_head", "demonym"))


def _is_high(unit: Unit) -> bool:
    """A king, a president: who appoints."""
    return is_article(unit) and "role" in unit.signature and unit["role"]["kind"] in ("state", "royalty")


def _is_body(unit: Unit) -> bool:
    """A body, or several people, that can give an office."""
    if is_article(unit) and are_people(unit):
        return True
    return unit.signature.isdisjoint({"role", "given"}) and bool(unit.signature & _BODIES)


_BODIES = frozenset(("org_head", "he_body", "organisation", "known_place", "armed"))


def _is_complete(unit: Unit) -> bool:
    """A word behind which no genitive can stand."""
    return is_whole(unit) or bool(unit.signature & {"known_place", "organisation"})


def _is_new_office(units: Sequence[Unit], at: int) -> bool:
    """An office in the indefinite accusative: what somebody is made."""
    return "role" in units[at].signature and not is_article(units[at]) and units[at].view.endswith(ALEF)
