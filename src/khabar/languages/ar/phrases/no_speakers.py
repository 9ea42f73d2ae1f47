"""Who cannot speak: head nouns that are no source, but an act, a circumstance, a thing of whoever speaks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.name_words import is_foreign_shape, is_told_peer
from khabar.languages.ar.phrases.shapes import (
    ACCUSATIVE,
    HIS_HONOUR,
    HOW,
    PERHAPS_ACCUSATIVE,
    ends_indefinite,
    is_account,
    is_apposed_name,
    is_article,
    is_his_act,
    is_name_word,
    is_owned,
)
from khabar.languages.ar.phrases.voices import SPEAKING


def cannot_speak(units: Sequence[Unit], first: int) -> bool:
    """A head noun that is no source: an act, a circumstance in the accusative, a reflexive, a medium that does not speak."""
    unit = units[first]
    signature = unit.signature
    if unit.view in _VOCATIVES or is_told_peer(unit) or _is_all_of_a_thing(units, first):
        return True
    if signature == {"verb"} and all(slot[1:] == "3fp" for slot in unit["verb"]):
        return True
    if (
        unit.view in _NOBODY
        or is_how_often(units, first)
        or signature & {"abstract", "ma"}
        or ("whoever" in signature and unit.view.endswith("ا") and not unit.view.startswith(_ONE_OF))
    ):
        return True
    if "maybe_bi" in signature and first + 1 < len(units) and (led := _is_led(units, first)) is not None:
        return led
    if unit.text.endswith(_STATES) and not is_article(unit) and _is_in_accusative(units, first):
        return True
    if (signature & SOURCES or unit.view in HIS_HONOUR) and not ("cue_noun" in signature and _is_word_said(unit)):
        return False
    if _is_theirs(unit) or is_his_act(units, first) or _is_his_thing(units, first):
        return True  # its support
    if "demonstrative" in signature and first + 1 < len(units):
        return not units[first + 1].signature & SOURCES or cannot_speak(units, first + 1)
    if signature & {"NUMBER", "digits"} and first + 1 < len(units):
        return units[first + 1].signature.isdisjoint(_COUNTED)
    if signature & _NO_SOURCES:
        shaped = not signature - {"masdar", "verb"} and first + 1 < len(units)  # a name of a verbal noun's shape
        named = shaped and (is_name_word(units[first + 1]) or is_apposed_name(units, first))
        return not (named or ("medium" in signature and is_account(units, first)))
    return ends_indefinite(unit) or _is_manner(units, first)


def _is_word_said(unit: Unit) -> bool:
    """An indefinite noun of speech that some name is spelt like (orders)."""
    return unit.signature & SOURCES == _NAME_ALONE and not is_article(unit)


_NO_SOURCES = frozenset(
    ("event", "masdar", "cue_noun", "measure_word", "reflexive", "NUMBER", "medium", "adverb", "abstract")
)


def is_how_often(units: Sequence[Unit], first: int) -> bool:
    """How often it was said (more than once): nobody's name."""
    return first + 1 < len(units) and units[first].view in OFTEN and units[first + 1].view in _TIMES


_TIMES = ("مره", "مرات", "مرتين")
OFTEN = ("اكثر من", "غير", "لاول", "لثاني", "لثالث")


def _is_led(units: Sequence[Unit], first: int) -> bool | None:
    """Whether the first letter of a word is a preposition (about the X, in the X; accused them | of the possession of; sadly, how
    it was said, behind a verb without subject); None where nothing tells.
    """
    signature, behind = units[first].signature, units[first + 1].signature
    if "+al" in behind:
        return not signature & {"given", "name", "role"} and not is_foreign_shape(units[first])
    if (
        signature == {"maybe_bi"}
        and units[first].text.endswith(_TIED)
        and first
        and "cue" in units[first - 1].signature
    ):
        return True
    said = "verb" in signature and "comp" in behind and not signature & {"given", "name", "known_place", "role"}
    return True if said else None


def _is_in_accusative(units: Sequence[Unit], first: int) -> bool:
    """A document, or behind a verb of speech a participle, with the ending of an object or a state (broadcast | a recording; went
    on, | addressing the director).
    """
    signature = units[first].signature
    return "document" in signature or ("participle" in signature and first > 0 and "cue" in units[first - 1].signature)


def _is_manner(units: Sequence[Unit], first: int) -> bool:
    """A participle that no list knows, of how it was said, with its preposition (added, | mocking the)."""
    unit = units[first]
    if unit.signature or not _MANNER.match(unit.view) or first + 1 >= len(units):
        return False
    return bool(units[first + 1].signature & {"min", "+bi", "bi_free", "ala", "colon"})


_MANNER = re.compile(r"^\wا\w\wا$")


def _is_all_of_a_thing(units: Sequence[Unit], first: int) -> bool:
    """All of something that no list knows to be people or a body (all forms of violence)."""
    if units[first].view not in _ALL or first + 1 >= len(units):
        return False
    return not units[first + 1].signature & SOURCES and units[first + 1].view.startswith(_OF_THINGS)


_ONE_OF = ("احد", "واحد")  # of the two
_STATES = (*ACCUSATIVE, *PERHAPS_ACCUSATIVE)
_TIED = "\N{ARABIC LETTER TEH MARBUTA}"
_COUNTED = frozenset(("people", "unnamed", "role", "min", "somebody", "org_head", "of_them"))
_VOCATIVES = ("ايها", "ايتها", "يا")
_ALL = ("كافه", "جميع", "كل")
_OF_THINGS = ("اشكال", "الاشكال", "انواع", "صور", "اعمال", "مظاهر", "الاعمال", "الوسايل", "الجهود", "محاولات")


def _is_his_thing(units: Sequence[Unit], first: int) -> bool:
    """A noun that no list knows with "his", right before an act or a preposition (announces | his repelling of an attempt, | its
    independence in): a name of that ending has a name, "that" or a mark behind it.
    """
    unit, behind = units[first], units[first + 1].signature if first + 1 < len(units) else frozenset()
    owned = not unit.signature and unit.text.endswith(_HIS) and len(unit.view) >= _SHORTEST
    owned = owned and not unit.view.endswith(_THEY)  # his critics
    return owned and not behind.isdisjoint(_GOES_ON)


_HIS, _THEY, _SHORTEST = "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER WAW}\N{ARABIC LETTER HEH}", 3
_GOES_ON = frozenset(("prep", "event", "masdar", "TIME"))


def _is_theirs(unit: Unit) -> bool:
    """A thing with the pronoun of whoever speaks; a country (its country) speaks itself."""
    told = "+pron" in unit.signature or unit.text.endswith(_THEIRS)
    return told and is_owned(unit) and not unit.signature & {"reflexive", "place_type"}


_THEIRS = ("ها", "هم", "هما")  # a pronoun rather than the end of a foreign name
_JOINTS = ("تم", "ثم", "بل", "او", "حين", "الله", "المولي", "ربه", "ربها", "ربنا")  # and to whom one prays
_OPENLY = ("بصراحه", "بوضوح", "باختصار", "بايجاز")  # how it was said, in one word
_NOBODY = frozenset((*_JOINTS, *HOW, *_OPENLY))
SOURCES = SPEAKING | {"document", "whoever", "ministry", "occupant"}
"""What a noun that speaks may be."""
_NAME_ALONE = frozenset(("name",))


def governs_genitive(units: Sequence[Unit], at: int) -> bool:
    """Whether a word that no list knows is a noun with its genitive, no name: a body or people with the article stand behind it, or
    an indefinite feminine (according to | the conditions of the council; to a logic of partnership).
    """
    if at + 1 >= len(units):
        return False
    behind = units[at + 1]
    if is_article(behind):
        return bool(behind.signature & {"org_head", "people", "place_type"}) and "demonym" not in behind.signature
    return behind.text.endswith("\N{ARABIC LETTER TEH MARBUTA}") and behind.signature.isdisjoint(_NAMES)


_NAMES = frozenset(("given", "name", "known_place", "role", "+and"))
