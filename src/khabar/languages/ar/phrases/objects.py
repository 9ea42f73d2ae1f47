"""Objects: where the direct object of a cue begins, behind the verb itself or behind its subject."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.agreeing import begins_anew, cannot_describe, is_whole
from khabar.languages.ar.phrases.appositions import CALLED
from khabar.languages.ar.phrases.begun_objects import lacks_name
from khabar.languages.ar.phrases.behind_bearers import is_first_name
from khabar.languages.ar.phrases.counted_speakers import counts_people
from khabar.languages.ar.phrases.governing import is_involvement, is_word_of_own
from khabar.languages.ar.phrases.joins import ONE_OF, SPEAKING
from khabar.languages.ar.phrases.judged import are_subject, begins_matter
from khabar.languages.ar.phrases.named_in_marks import is_of_marked, wants_name
from khabar.languages.ar.phrases.no_speakers import OFTEN, is_how_often
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import (
    HIS,
    HIS_HONOUR,
    NISBA,
    has_preposition,
    holds_name,
    is_adjective,
    is_apposed_name,
    is_article,
    is_name_word,
    is_owned,
)
from khabar.languages.ar.phrases.whole_names import is_behind_whole_name

OBJECT_NOUNS = frozenset(
    (
        "masdar",
        "natural",
        "cue_noun",
        "event",
        "event_head",
        "abstract",
        "responsibility",
        "demonstrative",
        "NUMBER",
        "digits",
        "quote_open",
        "whoever",
    )
)


def is_eventful(unit: Unit) -> bool:
    """An act or event word: the content of a cue whose form has other readings must begin with one."""
    return bool(
        unit.signature & {"event", "event_head", "masdar", "cue_noun", "measure_word", "abstract"}
    ) and not unit.signature & {
        "role",
        "org_head",
        "given",
    }


def begins_act(units: Sequence[Unit], at: int) -> bool:
    """An act word, or responsibility: in marks, or the whole of it."""
    marked = "quote_open" in units[at].signature and at + 1 < len(units)
    at += marked
    if units[at].view in WHOLE and at + 1 < len(units):
        return "responsibility" in units[at + 1].signature
    return "responsibility" in units[at].signature if marked else is_eventful(units[at])


WHOLE = ("كامل", "كل", "كافه", "جل")
"""Words for the whole of something, before it."""


def is_object(units: Sequence[Unit], at: int, after: int, cue: Cue) -> bool:
    """Whether the direct object begins here: an event or act word that cannot belong to the subject before it."""
    unit = units[at]
    signature = unit.signature
    blocked = signature & _NO_OBJECT
    if has_preposition(unit) or (blocked and not (blocked == _PLACE and _is_boycott(units, at, cue))):
        return _is_nearness(units, at, cue)
    said = "medium" in signature and is_word_of_own(unit, cue) and not _is_measure(units, at)
    aside = ("REL_CUE" in signature or unit.view in OFTEN) and _is_aside(units, at)
    if said or aside or (at < after + 9 and _is_in_name(units, at, after)):
        return False  # or: a spokesman | who is called
    eventful = _is_act_or_speech(units, at) or (cue.act == "deny" and is_involvement(unit))
    if at == after:
        return _right_behind(units, at, cue, eventful=eventful)
    if "+and" in signature:
        return False
    before = units[at - 1]
    if _belongs(units, at) or not before.signature.isdisjoint(_WANTS_MORE):
        return False
    if is_article(unit) and is_article(before) and (told := _beside(units, at, after, cue)) is not None:
        return told
    if "quote_open" in signature and _names_in_marks(units, at, after, cue):
        return False
    if (
        units[after].signature & {"org_head", "role"}
        and noun_phrase_end(units, after, at + 1) == at
        and not is_article(unit)
    ):
        return "mark" not in signature and (eventful or "ambiguous" not in cue.flags)
    if before.signature & _SET_OFF:
        return (eventful and not _is_apposed(units, at)) or (signature & {"any"} != frozenset())
    if "quote_open" in signature and before.signature & {"media_head", "org_head", "place_type", "medium", "people"}:
        return _quoted_blame(units, at, cue)  # else what they are called
    if "quote_open" in signature:
        return _quoted_act(units, at) or (is_name_word(before) and cue.act not in ("say", "affirm"))
    return (eventful and _sets_off(units, at, after)) or begins_matter(units, at, after, cue)


def _is_aside(units: Sequence[Unit], at: int) -> bool:
    """A verb that describes who speaks, or the medium (who is called, that was published in), or how often it was said."""
    unit = units[at]
    told = "REL_CUE" in unit.signature and (unit.view in CALLED or "broadcast" in unit.signature)
    return told or is_how_often(units, at)


def _is_act_or_speech(units: Sequence[Unit], at: int) -> bool:
    """An act, a word of speech, a number, a toll, a need, or a series of acts."""
    signature = units[at].signature
    if signature & OBJECT_NOUNS and not signature & {"role", "org_head", "unnamed", "given"}:
        return True
    return "toll" in signature or ("abstract" in signature and _is_need(units, at)) or _is_series(units, at)


_MARKS = frozenset(("comma", "dash"))
_SET_OFF, _WANTS_MORE = frozenset(("comma", "TIME", "own_side")), frozenset(("fi", "al_free"))


def _belongs(units: Sequence[Unit], at: int) -> bool:
    """A word that goes on with the subject: a court that belongs | to the occupation; a spokesman for | the elections; the "army" |
    of the occupation; Muhammad | al-Zahir; So-and-so, | one of the residents.
    """
    before = units[at - 1]
    if units[at].view in ONE_OF and before.signature & _MARKS:
        return True
    if "name" in units[at].signature and is_article(units[at]) and is_first_name(units, at - 1):
        return True  # Muhammad | al-Zahir
    if "belonging" in before.signature or before.view.endswith(_IN_THE_NAME):
        return True
    if "NUMBER" in units[at].signature and units[at].view.startswith(ARTICLE) and is_article(before):
        return True  # the states, | all three
    return "quote_close" in before.signature and is_of_marked(units, at)


def _names_in_marks(units: Sequence[Unit], at: int, after: int, cue: Cue) -> bool:
    """Whether quotation marks hold what the subject is called."""
    if _is_called(units, at) or (cue.act != "accuse" and lacks_name(units[at - 1])):
        return True
    return wants_name(units, at, after)


_SERIES = ("سلسله", "حزمه", "جمله", "موجه")


def _is_apposed(units: Sequence[Unit], at: int) -> bool:
    """A definite word that is a verbal noun by its shape alone, its adjective behind it: what the body before the comma is (the
    brigades of X, | the military wing of).
    """
    shaped = units[at].signature <= _SHAPES and is_article(units[at])
    return shaped and at + 1 < len(units) and is_article(units[at + 1])


_SHAPES = frozenset(("masdar", "toponym", "verb", "+al", "name"))


def _is_measure(units: Sequence[Unit], at: int) -> bool:
    """The suspension of something, or of one's own doings, spelt like a comment on it."""
    suspends = {"event_noun", "cue_noun"} <= units[at].signature and at + 1 < len(units)
    return suspends and (is_article(units[at + 1]) or units[at + 1].view.endswith(HIS))


def _is_boycott(units: Sequence[Unit], at: int, cue: Cue) -> bool:
    """An act that a place is spelt like (announced | the boycott of the session), or a body that is a place (condemned | the
    municipality).
    """
    if cue.act == "condemn" and "org_head" in units[at].signature:
        return is_article(units[at]) and is_name_word(units[at - 1])
    announced = "event_np" in cue.flags and "event_noun" in units[at].signature
    return announced and at + 1 < len(units) and is_article(units[at + 1]) and is_article(units[at - 1])


def _is_nearness(units: Sequence[Unit], at: int, cue: Cue) -> bool:
    """The nearness of an act, spelt like "near" (announced | the approach of the second phase)."""
    near = {"abstract", "close"} <= units[at].signature and "event_np" in cue.flags and at + 1 < len(units)
    return near and is_eventful(units[at + 1])


_PLACE = frozenset(("place_type",))
_NO_OBJECT = frozenset(
    ("comma", "prep", "stop", "TIME", "rel", "place_type", "place_side", "adverb", "li_free", "bi_free")
)


def _is_series(units: Sequence[Unit], at: int) -> bool:
    """A series of acts (announces | a series of strikes)."""
    return units[at].view in _SERIES and at + 1 < len(units) and is_eventful(units[at + 1])


def _beside(units: Sequence[Unit], at: int, after: int, cue: Cue) -> bool | None:
    """Whether a definite noun right behind another is the object (the writer criticised | the paper), or its adjective (the
    Turkish, the neighbouring); None where neither shows.
    """
    if cue.act in _OF_THINGS and (begins_anew(units, at, after) or _is_behind_described_body(units[at], units[at - 1])):
        return True
    describes = units[at].signature & _DESCRIBES or units[at].view in beside_cues("of_office")  # the special envoy for
    return False if describes and not units[at].signature & _BODIES else None


def _is_behind_described_body(unit: Unit, before: Unit) -> bool:
    """Whether a definite noun stands behind a body that the lists know by a noun and its adjective, which takes no second one that
    is no adjective of relation (the White House | the bill).
    """
    if not (before.signature >= _LISTED_WHOLE) or unit.signature & _SAID_OF or unit.view.endswith(NISBA):
        return False
    return all(word.startswith(ARTICLE) for word in before.view.split())


_LISTED_WHOLE = frozenset(("organisation", "phrase"))
_SAID_OF = frozenset(
    ("demonym", "governing", "quality", "role", "given", "name", "participle", "place_adjective", "period")
)
_OF_THINGS = ("condemn", "reject", "deny", "support")
_DESCRIBES, _BODIES = frozenset(("demonym", "governing")), frozenset(("people", "org_head", "role"))


def _is_in_name(units: Sequence[Unit], at: int, after: int) -> bool:
    """A word inside a name in quotation marks or in brackets, or of a name before its office."""
    if at - 1 > after and units[at - 1].signature & {"quote_open", "bracket_open"}:
        return True
    return units[at].signature <= _NAME_SHAPES and at < after + 3 and is_apposed_name(units, after)


def _right_behind(units: Sequence[Unit], at: int, cue: Cue, *, eventful: bool) -> bool:
    """An object right behind its verb, whose subject is dropped or stands before it."""
    unit = units[at]
    signature = unit.signature
    following = units[at + 1] if at + 1 < len(units) else None
    if "quote_open" in signature:
        return _quoted_act(units, at) and not _is_named_body(units, at)
    if "any" in signature and following is not None:  # refused any dialogue
        return is_eventful(following) or cue.act in ("deny", "reject") or cue.lemma == _RULES_OUT
    if (
        are_subject(unit)
        or counts_people(units, at)
        or _speaks_in(units, at)
        or (following is not None and is_article(unit) and _is_doer(units, at))
    ):
        return False
    if "+and" in units[at - 1].signature and _is_her_thing(units, at):
        return True  # and criticised | the way
    if unit.view == _WHAT:  # denying | what was said of
        return (
            cue.kind == "participle" and cue.act in _ANSWERS and following is not None and "verb" in following.signature
        )
    if (
        unit.view in _BOTH
        or unit.view in HIS_HONOUR
        or (is_article(unit) and following is not None and "comp" in following.signature)
    ):
        return False  # both sides denied | …; the occupation claims | that
    if "whoever" in signature or (following is not None and following.view in _THAT and is_article(unit)):
        return False  # a number of people, or X denied | that: who speaks
    if cue.kind == "participle" and cue.act in ("deny", "reject", "condemn") and following is not None:
        return (
            eventful or not signature or is_article(unit) or is_article(following)
        )  # a participle has its object right behind it
    named = bool(
        signature & {"role", "unnamed", "org_head", "organisation", "media", "media_head", "given", "ministry"}
    )
    return eventful if "event_np" in cue.flags or "+and" in signature or named else eventful or is_article(unit)


def _speaks_in(units: Sequence[Unit], at: int) -> bool:
    """A surname of a verbal noun's shape, behind it a speech of his (affirmed | Ozar in his address)."""
    near = units[at + 1 : at + 3]
    shaped = units[at].signature <= _SHAPES and not is_article(units[at]) and len(near) > 1
    return shaped and "fi" in near[0].signature and {"medium", "+pron"} <= near[1].signature


def _is_her_thing(units: Sequence[Unit], at: int) -> bool:
    """A feminine noun that no list knows behind a masculine verb, and a noun behind it that it governs: what is spoken of."""
    unit, verb = units[at], units[at - 1]
    if unit.signature - _NAME_SHAPES or not unit.text.endswith(_TIED) or at + 1 >= len(units):
        return False
    slots = [slot for slot in verb.get("verb") or () if slot[1] == "3"]
    he = bool(slots) and all(slot[2] == "m" for slot in slots)
    return he and not units[at + 1].signature & {"given", "name", "prep", "mark", "comp"}


_BOTH = ("الجانبان", "الطرفان", "الفريقان", "البلدان", "الزعيمان", "الحزبان")
_TIED = "\N{ARABIC LETTER TEH MARBUTA}"


def _is_doer(units: Sequence[Unit], at: int) -> bool:
    """Whether the definite noun right behind the verb has its object behind it: another definite noun that is no adjective of it
    (denied | the accused | the charges), or an act in a construct (the defence asked | the adjournment of the session).
    """
    unit, following = units[at], units[at + 1]
    if "name" in unit.signature and is_behind_whole_name(units, at + 1, at):
        return True  # al-Nuri | the government
    if unit.signature.isdisjoint(_DOERS) or has_preposition(following):
        return False
    if cannot_describe(following, unit) or (is_owned(following) and "+and" not in following.signature):
        return True  # the accused | her knowing him
    ministry = "ministry" in unit.signature
    act = is_eventful(following) or (ministry and following.signature <= _NAME_SHAPES)
    act = act and not is_article(following) and not following.signature & {"+and", "+pron"}
    return act and at + 2 < len(units) and (ministry or is_article(units[at + 2]))


_DOERS = frozenset(("people", "role", "org_head", "ministry", "document"))
_NAME_SHAPES = frozenset(("masdar", "verb"))
_RULES_OUT, _WHAT, _IN_THE_NAME = "استبعد", "ما", "باسم"
_ANSWERS = ("affirm", "deny", "reject")
_THAT = ("ذلك", "هذا", "هذه")


def _sets_off(units: Sequence[Unit], at: int, after: int) -> bool:
    """Whether an act word stands apart from the word before it: no genitive of it, and governed by nothing."""
    before = units[at - 1]
    if "quote_close" in before.signature or (at - after == _COUNTED and "NUMBER" in units[after].signature):
        return True  # the group "X" | the attack; three states | the signing
    if before.signature >= _HIS_WORDS:
        return True  # in his testimony | the charge
    if not is_article(units[at]) and ("occurring" in units[at].signature or before.view in SPEAKING):
        return not before.signature & {"prep", "demonstrative"}  # a spokesman | the occurrence of
    if is_article(before) or is_whole(before):
        return not before.signature & {"prep", "demonstrative", "whoever"}
    if {"akin", "role"} <= before.signature and before.view.endswith(HIS):
        return True  # his lawyer | the charge
    alone = not is_article(units[at]) or _is_complete(before) or (at - after > 1 and is_name_word(before))
    governs = has_preposition(before) or bool(
        before.signature & {"prep", "demonstrative", "whoever", "org_head", "role"}
    )
    governs = governs and not _is_whole(before)
    described = at - after > 1 and before.view.endswith("ي") and units[at - 2].signature & {"role", "unnamed"}
    return alone and (not governs or bool(described))  # a diplomatic official | the truth of


def _is_complete(before: Unit) -> bool:
    """A word that takes no genitive: a name, a country, an adjective; a definite noun behind it is the object."""
    proper = before.signature & {"given", "known_place", "organisation", "media"}
    if before.view in _NETWORKS:
        return True
    return (bool(proper) and not before.signature & {"org_head", "role"}) or _is_whole(before) or is_adjective(before)


_HIS_WORDS = frozenset(("medium", "+pron"))
_COUNTED = 2  # units of a number and what is counted
_NETWORKS = ("تويتر", "فيسبوك", "فيس", "بوك", "انستغرام", "تلغرام", "تليغرام", "اكس", "يوتيوب")


def _is_whole(before: Unit) -> bool:
    """The full name of a body that the lists know (the Security Council)."""
    return {"phrase", "organisation"} <= before.signature


def _is_need(units: Sequence[Unit], at: int) -> bool:
    """The need of something, spelt like a pilgrim."""
    return "abstract" in units[at].signature and at + 1 < len(units) and "ila" in units[at + 1].signature


def _is_called(units: Sequence[Unit], at: int) -> bool:
    """Words in quotation marks that name whom the phrase before them speaks of: spokesman for "X"; the mission "X" | the
    killing of; the commander "General So-and-so".
    """
    return units[at - 1].view.endswith(_IN_THE_NAME) or _is_other_name(units, at) or holds_name(units, at)


def _is_other_name(units: Sequence[Unit], at: int) -> bool:
    """One word in quotation marks before an act: what the body before it is called."""
    close = at + 2 < len(units) - 1 and "quote_close" in units[at + 2].signature
    return close and not is_article(units[at + 1]) and is_eventful(units[at + 3])


def _is_named_body(units: Sequence[Unit], at: int) -> bool:
    """A short name in quotation marks that begins with the word for a body: who speaks, not what is said."""
    return at + 1 < len(units) and "LONG_QUOTE" not in units[at].signature and "org_head" in units[at + 1].signature


def _quoted_act(units: Sequence[Unit], at: int) -> bool:
    """A scare-quoted act as object ("liquidation" of 26): the quoted word is an act, not a name."""
    return at + 1 < len(units) and bool(
        units[at + 1].signature & {"masdar", "event", "event_head", "cue_noun", "abstract"}
    )


def _quoted_blame(units: Sequence[Unit], at: int, cue: Cue) -> bool:
    """The "responsibility" that a writer sets in marks behind whom it is laid on."""
    return cue.act == "accuse" and at + 1 < len(units) and "responsibility" in units[at + 1].signature
