"""Vetting: whether the words found for a doer or a victim can name one at all.

The place of a phrase in its clause tells most, but not all: an adjective, a circumstance or an act may stand where a doer
would.  Naming a wrong party is worse than naming none, so a phrase is kept as doer only when its first word is known to
be somebody, or when it is written like a name, which the report as a whole then has to know as one.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import units_of
from khabar.languages.ar.lists.event_words import EventWord
from khabar.languages.ar.lists.events import folded_lemmas
from khabar.languages.ar.phrases.shapes import NISBA, is_article, is_name_word
from khabar.languages.drafts import PartyDraft

_DOERS = frozenset(
    (
        *("people", "role", "org_head", "organisation", "given", "NUMBER", "whoever", "unnamed", "armed"),
        *("participants", "known_place", "security_body", "means", "means_head", "media", "forces", "occupant"),
        *("planes", "carrier", "police", "he_body", "group_of", "somebody", "defence", "ministry"),
    )
)
_LAST_OF_THEM = frozenset(("first_of", "+pron"))
_PEOPLE = frozenset(("people", "role", "org_head", "organisation", "given", "armed", "forces"))
_NOBODY = frozenset(("ACT_NOUN", "adverb", "like", "demonstrative", "mark", "TIME"))
_NOT_HIT = frozenset(
    (
        *("ACT_NOUN", "masdar", "cue_noun", "change", "kind_adjective", "place_adjective", "quality", "adverb"),
        *("aboard", "passing", "no_target", "mostly", "like"),
    )
)
_MEN = (
    "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}",
)
_SHORT, _SOME = 4, frozenset(("one_of_them", "ordinal"))


def doer(units: Sequence[Unit], named: PartyDraft | None, *, figures: bool = False) -> PartyDraft | None:
    """The doer, if its first word can name one; marked as unsure where only the report can tell.

    `figures`: ideas and feelings are left, which make a figure of speech of their verb.
    """
    head = _head(units, named)
    if named is None or head is None:
        return named
    signature = head.signature
    if figures and ("unhurt" in signature or _is_called_so(head, named)):
        return named
    words = [word.strip(_QUOTES) for word in named.name.split()]
    if head.text[head.cut - head.start :] not in words and not head.text.endswith(words[0]):
        return named  # a country for its adjective
    if (head.view in folded_lemmas("so_many") or signature & _SOME) and named.name.strip() == head.text:
        return None  # several, behind its noun; one of | the raids; a fourth raid, spelt like a woman's name
    if (signature & _NOBODY and not signature & _PEOPLE) or signature >= _LAST_OF_THEM:
        return None  # crimes, the last of which was
    if "place_type" in signature and not signature & (_PEOPLE | {"somebody"}):
        return named if head.view in folded_lemmas("own_country") else None  # the town does nothing; their country does
    if (signature & _COUNTS and _counts_things(units, named)) or _is_any_thing(units, head, named):
        return None  # half of the houses, any charge
    if signature & _DOERS or head.view in folded_lemmas("known_so"):
        return named
    if head.view.endswith(_MEN[:2]) and (is_article(head) or _is_plain_plural(head)):
        return named  # those who met, the two sides, bombers
    if "demonym" in signature:
        return named if head.view.endswith(_MEN) else None
    if is_article(head) and any("given" in u.signature for u in units if head.start < u.start < named.span[1]):
        return named  # a word for somebody, with the name behind it
    return replace(named, unsure=True) if is_name_word(head) else None


_QUOTES = "\"«»“”'‘’"


def _is_called_so(head: Unit, named: PartyDraft) -> bool:
    """A body by the name in quotation marks that the outlet gives it: its verb tells that it acts."""
    marked = named.name[0] in _QUOTES and named.name[-1] in _QUOTES
    return marked and head.signature.isdisjoint(_NO_NAMES)


_NO_NAMES = _NOBODY | {"masdar", "cue_noun", "event_noun"}


def _is_any_thing(units: Sequence[Unit], head: Unit, named: PartyDraft) -> bool:
    """Whether "any" stands before a word for no people (any charge)."""
    if "any" not in head.signature:
        return False
    return not any(unit.signature & _PEOPLE for unit in units if head.start < unit.start < named.span[1])


def _is_plain_plural(unit: Unit) -> bool:
    """A sound plural in the nominative that no list knows: people."""
    return not unit.signature and unit.view.endswith(_MEN[0]) and len(unit.view) > _SHORT + 1


def victim(units: Sequence[Unit], named: PartyDraft | None) -> PartyDraft | None:
    """The victim, if its first word can name somebody or something that is hit."""
    head = _head(units, named)
    if named is not None and head is not None and _is_measure(units, named, head):
        return None
    if named is None or head is None or head.signature & _HIT or head.view in _PARTS:
        return named
    if _is_nobody(head, named):
        return None
    is_crowd = "ACT_NOUN" in head.signature and head["ACT"].word.type in ("PROTEST", "MOBILIZE", "CONSULT")
    if head.signature & _NOT_HIT and not is_crowd:
        return _without(units, named, head)
    if named.unsure:
        return named
    adjective = not head.signature - {"+al"} and head.view.endswith(NISBA) and len(head.view) > _SHORT
    return None if adjective and " " not in named.name else named


def _is_nobody(head: Unit, named: PartyDraft) -> bool:
    """Whether a word alone tells how many there are (raids, | several), or how or where it goes (a ban on travel | by air)."""
    alone = named.name.strip() == head.text
    return alone and (head.view in folded_lemmas("so_many") or "manner" in head.signature)


_HIT = _PEOPLE | {"place_type", "countable", "known_place", "occupant", "spot"}
_PARTS = ("اجزاء", "جزء")  # of a town: spelt like an act


def _is_measure(units: Sequence[Unit], named: PartyDraft, head: Unit) -> bool:
    """A number of months, dollars, metres, degrees: how long, how much, how far, how strong (its strength was 6 degrees)."""
    strong = head.view in _QUANTITIES
    if not strong and head.signature.isdisjoint(_COUNTS):
        return False
    inside = units_of(units, named)[strong:]
    if inside and "NUMBER" in inside[0] and inside[0]["NUMBER"].unit is not None:
        return True
    at = next((k for k, u in enumerate(inside) if u.signature.isdisjoint(_COUNTS)), 0)
    if at == 0 or inside[at].signature.isdisjoint({"period", "measure_unit"}):
        return False
    return "period" in inside[at].signature or not any("min" in u.signature for u in inside)


def _counts_things(units: Sequence[Unit], named: PartyDraft) -> bool:
    """Whether a number, or a share, is one of things, which do nothing."""
    nouns = [u.signature for u in units_of(units, named) if u.signature.isdisjoint(_COUNTS | {"mark"})]
    return bool(nouns) and bool(nouns[0] & {"countable", "place_type", "place_facility"}) and not nouns[0] & _DOERS


_QUANTITIES = ("قوته", "قوتها", "شدته", "شدتها", "سرعته", "سرعتها")
_COUNTS = frozenset(("NUMBER", "digits", "whoever", "min"))


def _without(units: Sequence[Unit], named: PartyDraft, head: Unit) -> PartyDraft | None:
    """The name behind an adjective whose noun is cut off (the former | So-and-so)."""
    behind = next((u for u in units if head.end <= u.start < named.span[1]), None)
    if behind is None or "given" not in behind.signature:
        return None
    cut = behind.start - named.span[0]
    return replace(named, span=(behind.start, named.span[1]), name=named.name[cut:].strip())


def _head(units: Sequence[Unit], named: PartyDraft | None) -> Unit | None:
    """The first word of a party that is no mark."""
    if named is None:
        return None
    first, last = named.span
    for unit in units:
        if unit.end > first:
            if unit.start >= last:
                return None
            if _MARKS.isdisjoint(unit.signature):
                return unit
    return None


_MARKS = frozenset(("quote", "bracket", "demonstrative"))


def is_the_act(units: Sequence[Unit], word: EventWord, target: PartyDraft) -> bool:
    """Whether what would be a party is the act itself: what was agreed to (the sending of troops, holding a vote), what was set up
    (barriers) or sounded (sirens).
    """
    if word.type == "MOBILIZE":
        return word.lemma.startswith(_SETS_UP) or word.lemma.endswith(_ALARM)
    at = next((k for k, u in enumerate(units) if u.cut == target.span[0]), None)
    if word.type != "AGREE" or at is None:
        return False
    held = "holding" in units[at].signature and at + 1 < len(units) and "ACT_NOUN" in units[at + 1].signature
    return held or "ACT_NOUN" in units[at].signature


_SETS_UP, _ALARM = "أقام ", "الإنذار"
