"""Whose object: whether what stands behind a verb of speech is who speaks, or whom a dropped speaker speaks to or of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from khabar.grammar import Match, Unit
from khabar.languages.ar.claims.impersonal import INDEED
from khabar.languages.ar.claims.relays import asked_from
from khabar.languages.ar.lists.cues import SPEECH, Cue
from khabar.languages.ar.phrases.agreeing import are_people, begins_anew
from khabar.languages.ar.phrases.appositions import apposition
from khabar.languages.ar.phrases.asides import only_asides
from khabar.languages.ar.phrases.asked import is_addressed, is_asked, is_described
from khabar.languages.ar.phrases.asked_for import OF_WHOM
from khabar.languages.ar.phrases.begun_others import begins_others
from khabar.languages.ar.phrases.laid_beside import described_thing
from khabar.languages.ar.phrases.openings import Opening
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import had_before, has_preposition, is_article
from khabar.languages.ar.phrases.voices import SPEAKING
from khabar.languages.ar.phrases.whole_names import is_behind_whole_name

Range = tuple[int, int]


def goes_to(units: Sequence[Unit], begin: int, end: int, opens: int) -> bool:
    """Whether an object begins behind the phrase units[begin:end], before the content at `opens`: other people, or a noun that
    is no adjective of it, perhaps behind the name that commas set off (the director, So-and-so, | bodies).
    """
    if begins_others(units, end):
        return True
    if begin < end < opens and (begins_anew(units, end, begin) or _is_behind_name(units, begin, end)):
        return True
    if (
        begin < end < opens
        and "people" in units[begin].signature
        and is_article(units[end])
        and _may_be_object(units[end])
    ):
        return True  # activists | the police: such a plural takes no genitive
    if end + 1 < opens and "comma" in units[end].signature and "rel" in units[end + 1].signature:
        closed = next((k for k in range(opens - 2, end, -1) if "comma" in units[k].signature), end)
        return closed > end and _may_be_object(units[closed + 1])  # So-and-so, who has lost, | the government
    name = apposition(units, end) if end < len(units) and "comma" in units[end].signature else None
    behind = name[1] + 1 if name is not None else 0
    if not behind or behind >= len(units) or "comma" not in units[behind - 1].signature:
        return False
    return _may_be_object(units[behind])


def _is_behind_name(units: Sequence[Unit], begin: int, end: int) -> bool:
    """Whether what follows stands behind one surname that is the whole phrase (al-Nuri | the government, Friedman | Canada)."""
    return end == begin + 1 and "role" not in units[begin].signature and is_behind_whole_name(units, end, begin)


def _may_be_object(unit: Unit) -> bool:
    """Nothing that a preposition or "and" joins to what stands before it, and no day or hour."""
    return not (unit.signature & _NO_OBJECT or has_preposition(unit))


_NO_OBJECT = frozenset(("prep", "mark", "verb", "comp", "bi_comp", "rel", "TIME", "CUE", "PART", "+and", "adverb"))


_PHRASES = frozenset(("np", "object", "b", "ila", "ala", "fi", "an", "min", "li"))


def takes_object(cue: Cue, opened: Opening) -> bool:
    """Whether the frame that opened has an addressee or an object described before it."""
    if opened.frame in _PHRASES or opened.frame == "as" or "as" in cue.frames:
        return True
    if "object" in cue.frames and opened.frame == "quote":
        return True  # held | the meeting | to be "a first step"
    return cue.is_to_somebody or OF_WHOM in cue.frames


def subject_end(units: Sequence[Unit], at: int, phrase: Range, frame: str) -> int:
    """Where the subject ends in the phrase behind the verb at `at`: before the object beside it, whom it asks, or the thing that a
    verb of describing always has.
    """
    (begin, last), cue = phrase, units[at]["cue"]
    end = min(split_object(units, begin, last), asked_from(units, begin, last, cue, frame))
    if end < last or "as" not in cue.frames or "+pron" in units[at].signature:
        return end
    return described_thing(units, begin, last)


def is_object_only(m: Match, at: int, begin: int, end: int, opened: Opening) -> bool:
    """A verb that goes on from the sentence before ("and accused the West of"): the one phrase behind it is its object."""
    cue: Cue = m.units[at]["cue"]
    if "+pron" in m.units[at].signature and begin == at + 1 and opened.frame in _PHRASES:
        return False  # accused him | the army: the verb has its object
    if m.units[begin].view in _SUBJECTS and begin + 1 < end and "min" in m.units[begin + 1]:
        return False  # a number | of deputies: as an object it would end in alef
    if begin == at + 1 and clause_initial(m, at) and is_asked(m.units, at, end, opened.frame):
        return True
    if begin == at + 1 and cue.is_to_somebody and _is_oblique(m.units, begin, end):
        return True
    whole = split_object(m.units, begin, end) == end
    beside, describes = whole and begin == at + 1, "as" in cue.frames
    if beside and is_accused(m.units, begin, end, cue, opened):
        return True
    if beside and (cue.is_to_somebody or describes) and is_addressed(m.units, at):
        return True
    if beside and describes:
        if "demonstrative" in m.units[begin].signature or is_described(m.units, at, end, opened):
            return True  # and described | this war as
        if _is_thing(m.units[begin]) and _is_set_off(m.units, end, opened.at):
            return "+pron" not in m.units[at].signature  # described | the site of the strike | as
    joined = "+and" in m.units[at].signature or (at == 1 and "like" in m.units[0].signature)
    if not joined or not takes_object(cue, opened) or opened.frame in cue.frames:
        return False
    # An accuser accuses somebody: one short definite phrase is who.
    head = m.units[begin]
    short = end - begin <= 3 and (
        is_article(head) or bool(head.signature & {"known_place", "given", "name", "organisation"})
    )
    needs = at > 0 or (short and all(frame.startswith("obj+") for frame in cue.frames))
    accused = cue.act == "accuse" and opened.frame == "clause" and not m.units[begin].signature & {"unnamed", "given"}
    return (accused or opened.frame not in SPEECH) and whole and needs


_SUBJECTS = ("عدد", "كثير", "فريق", "وفد", "جمع")


def _is_oblique(units: Sequence[Unit], begin: int, end: int) -> bool:
    """People whose adjective has the ending of an object (urged | the Sildanian doctors to)."""
    if end - begin != 2 or not are_people(units[begin]) or not is_article(units[begin]):
        return False
    adjective = units[begin + 1]
    return is_article(adjective) and adjective.view.endswith(_THEM) and "given" not in adjective.signature


_THEM = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}"


def _is_set_off(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether only asides, or where and when, stand in units[first:last] before what the thing is called."""
    while last > first and units[last - 1].signature & {"comp", "bi_comp", "bi_free", "quote_open"}:
        last -= 1
    where = first < last and "prep" in units[first].signature
    return only_asides(units, first, last) or (where and not any(u.signature & _BREAKS for u in units[first:last]))


_BREAKS = frozenset(("CUE", "comma", "verb", "stop"))


def _is_thing(unit: Unit) -> bool:
    """A noun of what nobody speaks by: no person and no body that the lists know, no name they do not know, and no statement; an
    act with the article, which may be a surname too.
    """
    if unit.signature >= _ACT and unit.signature.isdisjoint(("given", "role", "people")):
        return True
    medium = unit.get("medium")
    if medium is not None:
        return medium["kind"] not in _SPOKEN
    return (is_article(unit) or not unit.signature <= _GUESSED) and unit.signature.isdisjoint(_SOMEBODY)


_ACT = frozenset(("+al", "event_noun"))
_GUESSED, _SPOKEN = frozenset(("maybe_bi", "maybe_li", "verb")), ("statement", "report", "letter", "account", "speech")


_SOMEBODY = SPEAKING | {"whoever", "NUMBER", "digits", "quote_open", "demonstrative"}


def is_accused(units: Sequence[Unit], begin: int, end: int, cue: Cue, opened: Opening) -> bool:
    """Whether the one phrase units[begin:end] between a word of accusing and its "of" is whom somebody accuses: the verb always has
    an object, so that the phrase is no subject, be the verb passive or its subject dropped.  The "of" is the word's own: it
    begins an act, or no other follows.
    """
    if cue.lemma not in _ACCUSED or opened.frame != "b" or opened.at != end:
        return False
    if any(unit.signature & _OF_TWO for unit in units[begin + 1 : end]) or _ends_with_country(units, begin, end):
        return False
    if units[end].signature & _ACTS:
        return True
    told = takewhile(lambda unit: "comma" not in unit.signature, units[end + 1 : end + _NEAR])
    return not any(unit.signature & _OF for unit in told)


def _ends_with_country(units: Sequence[Unit], begin: int, end: int) -> bool:
    """Whether a country stands at the end of the phrase behind a personal name, or behind several that "and" joins: two may stand
    side by side (So-and-so | Israel; Kyiv and the western states | Moscow).
    """
    if "known_place" not in units[end - 1].signature:
        return False
    return any("given" in unit.signature or "+and" in unit.signature for unit in units[begin : end - 1])


_ACCUSED, _NEAR = ("اتهم", "اتهام"), 8
_OF_TWO = frozenset(
    ("+li", "maybe_li", "li_free", "quote_open")
)  # accusations of X | against Y; the movement | "the army"
_ACTS, _OF = frozenset(("event", "masdar", "event_noun")), frozenset(("+bi", "maybe_bi", "bi_free"))


def clause_initial(m: Match, at: int) -> bool:
    """The cue begins its sentence or clause by itself, so that a bare object or phrase is really its own."""
    previous = m.units[at - 1] if at else None
    return (
        previous is None
        or "+and" in m.units[at].signature
        or previous.view in INDEED
        or bool(previous.signature & {"mark", "quote_open", "while", "but", "like", "qad", "kana", "pronoun_comp"})
        or had_before(m.units, at)
        or _accused_after(m.units, at)
        or ("prep_pron" in m.units[at + 1].signature and _is_medium_before(m.units, at))
    )


def _accused_after(units: Sequence[Unit], at: int) -> bool:
    """Whether the verb of accusing stands behind "after that": the subject of the sentence accuses (vowed to reply after it accused
    the neighbour of).
    """
    told = at > 1 and "comp" in units[at - 1].signature and units[at - 2].view in _AFTER
    return told and units[at]["cue"].lemma in _ACCUSED


_AFTER = ("بعد", "وبعد")


def _is_medium_before(units: Sequence[Unit], at: int) -> bool:
    """Whether a statement or its adjective stands right before the verb (a joint statement | in which they voiced)."""
    if "medium" in units[at - 1].signature:
        return True
    described = at > 1 and "medium" in units[at - 2].signature and not is_article(units[at - 2])
    return described and units[at - 1].signature.isdisjoint(_NO_ADJECTIVE)


_NO_ADJECTIVE = frozenset(("mark", "prep", "comp", "rel", "prep_pron", "+and"))
