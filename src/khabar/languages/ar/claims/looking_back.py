"""Looking back: who speaks in a clause without a subject, by what its sentence told before: the subject of its first verb,
the crowd whose protest it explains, the one whose acts "and then" goes on with.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.said_by import says_of
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import (
    FAMILY,
    HER_ACCUSATIVE,
    MEN,
    PERHAPS_ACCUSATIVE,
    is_account,
    is_article,
    is_finite,
    is_name_word,
)
from khabar.languages.ar.phrases.voices import SPEAKING, VOICES
from khabar.languages.drafts import Agreement, NameDraft


def looks_back(units: Sequence[Unit], anchors: list[Anchor], anchor: Anchor) -> bool:
    """A participle, or a verb without subject that no other cue of its sentence goes before: its subject may stand there."""
    if anchor.found_by != "dropped":
        return anchor.found_by == "participle"
    alone = anchor.at > 1 and not any(a.at < anchor.at and (a.kind != "noun" or not _is_nobodys(a)) for a in anchors)
    if alone or says_of(units, anchor.at) or _who_gave(units, anchor.at) is not None:
        return True
    return _of_sequel(units, anchor.at) is not None


def _is_nobodys(anchor: Anchor) -> bool:
    """A noun of speech of which the clause does not tell whose it is (go on with the demand for): it gives nobody the floor."""
    return anchor.kind == "noun" and anchor.speaker is None and anchor.found_by == "impersonal"


def _of_sequel(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """Whose act "and then", or a verb right behind another, goes on with inside what somebody says (said that the president
    waited, then accused; that the guard broke down | and confessed).
    """
    if at < _FEWEST:
        return None
    if units[at - 1].view != _THEN:
        return _of_second_verb(units, at)
    first = next((k + 1 for k in range(at - 2, 0, -1) if "comp" in units[k].signature), None)
    end = noun_phrase_end(units, first, at) if first is not None else 0
    return (first, end) if first is not None and end > first and units[first].signature & SPEAKING else None


def subject_of_aside(units: Sequence[Unit], governor: Anchor | None, anchor: Anchor, text: str) -> NameDraft | None:
    """Whose state a participle tells behind a clause of somebody else (…, while Dr So-and-so published a picture, affirming
    that): the subject of that clause, no longer that of the cue before it.
    """
    if governor is None or anchor.found_by != "participle":
        return None
    for at in range(anchor.at - 3, governor.at, -1):
        if (
            "meanwhile" in units[at].signature
            and "verb" in units[at + 1].signature
            and units[at + 1].view != _AMONG
            and units[at + 2].signature & _PERSON
        ):
            end = split_object(units, at + 2, noun_phrase_end(units, at + 2, anchor.at))
            found = name_draft(units, at + 2, end, text) if end > at + 2 else None
            return found if found is not None and agree(found.agreement, anchor.agreement) else None
    return None


_PERSON, _AMONG = frozenset(("role", "given", "unnamed")), "بين"  # among them, no verb


def _of_second_verb(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The subject of the verb right before the one at `at` that "and" joins to it, between "that" and both."""
    before = units[at - 1].signature
    if "+and" not in units[at].signature or "verb" not in before or before & _NO_VERB:
        return None
    first = next((k + 1 for k in range(at - 2, max(at - 9, 0), -1) if "comp" in units[k].signature), 0)
    whole = first and noun_phrase_end(units, first, at - 1) == at - 1
    return (first, at - 1) if whole and units[first].signature & SPEAKING else None


_NO_VERB = frozenset(("+al", "given", "name", "people", "role", "org_head", "toponym", "event", "masdar", "cue_noun"))
_THEN, _FEWEST = "ثم", 4


def subject_of_sentence(units: Sequence[Unit], anchor: Anchor, text: str) -> NameDraft | None:
    """The subject of the first finite verb of the sentence, or the noun that opens its clause, if the cue agrees with it."""
    at = anchor.at
    demands = anchor.cue.act in _DEMANDS
    crowd = _protest_before(units, at) if demands else None
    if crowd is not None:
        who = _who_protests(units, crowd)
        if who is not None:
            return name_draft(units, *who, text)
        return name_draft(units, crowd, max(noun_phrase_end(units, crowd, at), crowd + 1), text)
    speaking = SPEAKING | _PROTESTS if demands else SPEAKING
    if anchor.found_by == "dropped":
        joined = _who_gave(units, at) or _who_shows(units, at) or _joined_subject(units, at) or _of_sequel(units, at)
        if joined is not None:
            return name_draft(units, *joined, text)
    first = first_subject(units, at, speaking)
    if first is None and anchor.found_by == "participle" and "prep" in units[0].signature:
        first = _behind_fronted(units, at)
    found = name_draft(units, *first, text) if first is not None else lone_surname(units, at)
    if found is not None and first is not None and units[first[0]].signature & _COUNTS:
        found = replace(found, agreement=Agreement("m", "p"))  # the hundreds are people
    return found if found is not None and agree(found.agreement, anchor.agreement) else None


def _behind_fronted(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The subject right behind a verb that follows the one circumstance, definite, with which its sentence begins (during the
    visit | the director went round, pointing to): an indefinite one is described by the verb, and where the object may stand in
    the phrase, nobody is named.
    """
    end = noun_phrase_end(units, 1, at)
    if (
        not 1 < end < at - 1
        or "verb" not in units[end].signature
        or not units[end].signature.isdisjoint(_NO_VERB | {"+and"})
    ):
        return None
    last = _phrase_end(units, end + 1, at, True)
    speaks = is_article(units[end - 1]) and last > end + 1 and not units[end + 1].signature.isdisjoint(SPEAKING)
    return (end + 1, last) if speaks and not _holds_object(units[end + 1 : last]) else None


def _holds_object(phrase: Sequence[Unit]) -> bool:
    """Whether the object may have come into the phrase of the subject: a noun in the accusative at its end, or one with the article
    behind another (the mayor | the dam), which no list knows to describe it.
    """
    if len(phrase) == 1:
        return False
    before, last = phrase[-2:]
    if last.view.endswith(_ACCUSATIVE) and not is_article(last) and last.signature.isdisjoint(_CALLED_SO):
        return True
    definite = before.view.rpartition(" ")[2].startswith(ARTICLE) and last.view.startswith(ARTICLE)
    return definite and last.signature.isdisjoint(_OF_IT)


_ACCUSATIVE = "\N{ARABIC LETTER ALEF}"
_CALLED_SO = frozenset(("given", "name", "known_place", "toponym"))
_OF_IT = frozenset(("kind_adjective", "demonym", "quality", "given", "name", "name_part", "participle"))


def _who_gave(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """Who gave the statement or the speech that a clause tells of (in a speech that X delivered, | in which he called for)."""
    if at + 1 >= len(units) or "prep_pron" not in units[at + 1].signature:
        return None
    told = next((k for k in range(at - 2, max(at - _CLAUSE, -1), -1) if "medium" in units[k].signature), None)
    if told is None or "verb" not in units[told + 1].signature or "+and" in units[told + 1].signature:
        return None
    through = "prep_pron" in units[told + 2].signature
    if not through and "+pron" not in units[told + 1].signature:
        return None
    first = told + 2 + through
    end = _phrase_end(units, first, at, True)
    return (first, end) if end > first and units[first].signature & SPEAKING else None


def _who_shows(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The subject of the verb whose object the cue at `at` says something of (the ministry showed pictures | it said were)."""
    if not says_of(units, at):
        return None
    for index in range(at - 3, max(at - _CLAUSE, -1), -1):
        opens = index == 0 or bool("+and" in units[index].signature or units[index - 1].signature & _OPENERS)
        if opens and _is_verb(units[index], begins=index == 0):
            first = _behind_adjuncts(units, index + 1, at - 1)
            end = _phrase_end(units, first, at - 1, True)
            return (first, end) if end > first and units[first].signature & SPEAKING else None
    return None


_CLAUSE = 16  # units of a clause
_OPENERS = frozenset(("comma", "dash", "TIME", "qad", "kana", "comp", "bi_comp", "like", "own_side", "stop"))


def first_subject(units: Sequence[Unit], at: int, speaking: frozenset[str]) -> tuple[int, int] | None:
    """The subject of the first finite verb before units[at], or the noun that opens its clause, by the classes of its head."""
    for index, unit in enumerate(units[:at]):
        heads = (
            index == 0 or bool(units[index - 1].signature & _HEADS) or (index == 1 and "neg_verb" in units[0].signature)
        )
        verb = heads and _is_verb(unit, begins=index == 0)
        first = index + 1 if verb or "kana" in unit.signature else index
        if (not heads and not verb) or first >= at:
            continue
        first += verb and first < at and "adverb" in units[first].signature  # marched also
        first = _behind_adjuncts(units, first, at)
        first += _is_that(units, first, at)
        end = _phrase_end(units, first, at, verb)
        if index == 0 and end < len(units) and "dash" in units[end].signature:
            return None  # the reporter's name before a dateline
        if end > first and "NUMBER" in units[first].signature and is_article(units[first]):
            return first, first + 1  # the hundreds marched
        counted = _counted(units, first, at)
        if counted > first:
            end = _phrase_end(units, counted, at, verb and "min" in units[counted - 1].signature)
        if verb and first < at and "participle" in units[first].signature and _is_participle(units[first]):
            return None  # went on, | speaking of
        if first == 0 and (_is_participle(units[0]) or (speaking is SPEAKING and _is_act(units[0]))):
            return None
        if end > first and (_DEAD if counted == first else _BEFALLEN) & units[counted].signature:
            return None  # the dead say nothing
        if end > first and (
            _is_surname(units, first, verb)
            or units[counted].signature & speaking
            or _are_of_nation(units[counted])
            or _is_lone(units, first, end, speaking)
            or ("medium" in units[first].signature and is_account(units, first))
        ):
            alone = _are_of_nation(units[counted]) and not is_article(units[counted])
            return first, counted + 1 if alone else end
        if verb and heads and index > 0:
            return None
    return None


def _counted(units: Sequence[Unit], first: int, at: int) -> int:
    """The people whom a number, or "a number of", at units[first] counts; `first` itself where none stands there."""
    if units[first].signature.isdisjoint(_COUNTS):
        return first
    behind = first + 1
    behind += behind < at and "min" in units[behind].signature
    return behind if behind < at else first


_DEAD, _BEFALLEN = frozenset(("measure_part",)), frozenset(("measure_part", "measure_word"))


def _are_of_nation(unit: Unit) -> bool:
    """Several people told by nothing but their nation, with the ending of men (Canadians closed the station)."""
    return "demonym" in unit.signature and unit.view.endswith(MEN) and "mark" not in unit.signature


def lone_surname(units: Sequence[Unit], at: int) -> NameDraft | None:
    """One word for the subject of the first verb before units[at] that may be the surname of somebody whom the report names in
    full: whether it is, the report as a whole tells.
    """
    found = first_subject(units, at, _LONE)
    if found is None:
        return None
    word = units[found[0]]
    return NameDraft((word.cut, word.end), word.text[word.cut - word.start :], Agreement(None, "s"), "surname")


_LONE = frozenset(("lone",))  # no class of the lists


def _is_lone(units: Sequence[Unit], first: int, end: int, speaking: frozenset[str]) -> bool:
    """Whether the one word of a phrase may be a surname: it is listed as nothing else."""
    return speaking is _LONE and end == first + 1 and units[first].signature <= _OF_NAMES and is_name_word(units[first])


_OF_NAMES = frozenset(("name", "+al", "toponym", "verb"))
_OF_ORIGIN = "\N{ARABIC LETTER YEH}"
_OBJECTS = frozenset(("np", "object"))
_LONGEST_NAME = 10  # letters: a longer word is two that a page printed without the blank


def _is_surname(units: Sequence[Unit], at: int, verb: bool) -> bool:
    """A word that no list knows, or a family's name before a participle, right behind a verb of speech that opens the clause: who
    speaks (So-and-so commented on X, | by saying that; al-So-and-so went on | saying that).
    """
    unit, cue = units[at], units[at - 1].get("cue")
    if not verb or cue is None or len(unit.view) > _LONGEST_NAME:
        return False
    if not unit.signature and is_name_word(unit):
        return True
    family = unit.signature <= FAMILY and ("name" in unit.signature or unit.view.endswith(_OF_ORIGIN))
    states = family and at + 1 < len(units) and "participle" in units[at + 1].signature
    return states and not cue.is_to_somebody and cue.frames.isdisjoint(_OBJECTS)


def _is_verb(unit: Unit, *, begins: bool) -> bool:
    """A word that is a verb at the head of a clause, or of the sentence, where few names begin."""
    if "verb" not in unit.signature or not unit.signature.isdisjoint(_NAMED):
        return False
    return begins or is_finite(unit) or bool(unit.signature & _CLEAR_VERBS) or not unit.signature & {"given", "toponym"}


_NAMED = frozenset(("+al", "name_part"))  # Abd, the servant of
_CLEAR_VERBS = frozenset(("event_verb", "CUE"))


def _is_participle(unit: Unit) -> bool:
    """A participle of state that is spelt like a rank (offering …, hoping that)."""
    return "role" in unit.signature and not is_article(unit) and unit.text.endswith(PERHAPS_ACCUSATIVE)


def _is_act(unit: Unit) -> bool:
    """An act with which a line begins (the killing of two in X): nobody who speaks."""
    return bool(unit.signature & _PROTESTS) and unit.signature.isdisjoint(VOICES)


def _phrase_end(units: Sequence[Unit], first: int, at: int, verb: bool) -> int:
    """The index behind the noun phrase at units[first], and behind the verb's subject only (So-and-so gave | an interview)."""
    end = noun_phrase_end(units, first, at)
    if not verb or end == first:
        return end
    end = split_object(units, first, end)
    return next((k for k in range(first + 1, end) if units[k].text.endswith(HER_ACCUSATIVE)), end)


def _behind_adjuncts(units: Sequence[Unit], first: int, at: int) -> int:
    """The index behind the circumstances that begin at units[first] (in X, on Sunday, to him)."""
    while first < at and units[first].signature & _ADJUNCTS:
        if "prep_pron" in units[first].signature:
            if units[first].view.startswith(_OF):
                return first  # quoted of him
            first += 1
            continue
        first = max(noun_phrase_end(units, first + 1, at), first + 1)
    return first


_ADJUNCTS = frozenset(("fi", "comma", "TIME", "prep_pron"))


def _is_that(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether "that" stands before who says so, as what he says (affirmed | that | the chief of police), not to point at him."""
    if units[first].view not in _THAT or first + 1 >= at:
        return False
    following = units[first + 1]
    named = first + 2 < at and bool(units[first + 2].signature & {"given", "name"})
    return bool(following.signature & VOICES) and (not is_article(following) or " " in following.view or named)


_THAT = ("ذلك", "هذا")
_OF = "عن"


def _joined_subject(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The subject that "and" joins to a clause before the cue's (… and the president dismisses X and threatens Y)."""
    for index in range(at - 1, 0, -1):
        if is_finite(units[index]) and not units[index].signature & {"+and", "CUE"}:
            first = next((k for k in range(index - 1, max(index - 8, 0), -1) if "+and" in units[k].signature), None)
            whole = first is not None and noun_phrase_end(units, first, index) == index
            return (first, index) if first is not None and whole and units[first].signature & SPEAKING else None
    return None


def _protest_before(units: Sequence[Unit], at: int) -> int | None:
    """A protest told right before the words that say what it is for (protests in denunciation of, marches demanding)."""
    for index in range(at - 1, max(at - 8, -1), -1):
        event = units[index].get("event")
        if event is not None and event["type"] == "PROTEST":
            return None if "event_verb" in units[index].signature and _opens_sentence(units, index) else index
        if units[index].signature & {"comma", "stop", "colon", "CUE"}:
            return None
    return None


def _who_protests(units: Sequence[Unit], crowd: int) -> tuple[int, int] | None:
    """Who goes on a strike or goes on with a protest, the object of a verb right behind its subject (the guard began | five
    hunger strikes | in protest at; the students go on | with their demonstrations | for).
    """
    first = first_subject(units, crowd, SPEAKING)
    if first is None or units[first[0]].signature & _NO_CROWD:
        return None
    between = units[first[1] : crowd]
    beside = all(unit.signature & _COUNTS for unit in between)
    return first if beside and (between or "+bi" in units[crowd].signature) else None


_NO_CROWD = frozenset(("event", "masdar", "crowd", "organisation", "org_head", "known_place"))


def _opens_sentence(units: Sequence[Unit], at: int) -> bool:
    """Whether the word for a protest is the verb with which the sentence begins, its people behind it (hundreds demonstrated)."""
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    return at == 0 and bool(following & (_COUNTS | {"people", "unnamed", "role", "+al"}))


def agree(has: Agreement, wanted: Agreement) -> bool:
    """Whether a subject may be that of a form: only two known genders that differ part them."""
    return not (has.gender and wanted.gender and has.gender != wanted.gender)


_HEADS = frozenset(("comma", "dash", "bracket", "TIME", "qad", "kana", "comp", "bi_comp", "like", "but"))


_COUNTS = frozenset(("NUMBER", "digits", "vague_word", "whoever", "of_thousands"))


_PROTESTS = frozenset(("event", "masdar", "crowd"))


_DEMANDS = ("request", "condemn", "reject", "support")
