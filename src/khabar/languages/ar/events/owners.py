"""Owners: whom a possessive pronoun behind an act points back at (its raid, his arrest).

It is the nearest somebody before it in the sentence who agrees with it.  What is said has people of its own, and whoever says it
is the last that its pronouns point at: "the Red Crescent said that the forces hurt eight in their raid" accuses no Red
Crescent.  So the search does not leave what is said where that tells of somebody else who agrees, or of nobody by name.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.agreement import OF_BOTH, OF_HER, OF_THEM, fits_pronoun, is_man
from khabar.languages.ar.events.behind_doer import object_behind_owner
from khabar.languages.ar.events.clause_starts import AGENTS, ARMS, UNDER_ARMS
from khabar.languages.ar.events.phrases import phrase_end, words
from khabar.languages.ar.phrases.shapes import HIS, has_preposition, is_article, is_name_word, is_owned
from khabar.languages.drafts import PartyDraft
from khabar.record.vocabulary import HURT

_OWNERS = frozenset(("role", "org_head", "organisation", "given", "known_place", "armed", "occupant"))
_PART_OF = frozenset(("role", "org_head", "given"))
_PERSONS = frozenset(("people", "role", "armed", "participants"))
_PAIR = (
    "\N{ARABIC LETTER TEH}\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}",
    "\N{ARABIC LETTER TEH}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}",
)


def owner(units: Sequence[Unit], at: int, text: str, *, suffers: bool = False) -> PartyDraft | None:
    """Whose a possessive is: the nearest somebody before, in the same sentence; people, where it is "their".  Who `suffers` the act
    is not whose weapon was told before it (hit by the bullets of | the army, before his arrest).
    """
    pronoun = units[at].get("+pron")
    if suffers and "+and" in units[at].signature and (whom := _whom_before(units, at)) is not None:
        return words(units, *whom, text)
    passed = False  # somebody who agrees, and is only told of behind a preposition
    for first in range(at - 1, -1, -1):
        signature = units[first].signature
        if "stop" in signature:
            break
        if "CUE" not in signature and not _COMP.isdisjoint(signature) and (passed or _keeps(units, first, at)):
            return None if passed else _own_subject(units, first, at, text)
        if suffers and first and (sure := _is_object(units, first, pronoun)) is not None:
            named = words(units, first, phrase_end(units, first, at), text)
            return replace(named, unsure=not sure) if named is not None else None
        if not _is_head(units, first, at, suffers=suffers) or (suffers and _is_doer_of_it(units, first, at)):
            continue
        end = object_behind_owner(units, first, phrase_end(units, first, at, governed=True))
        fits = end > first and fits_pronoun(pronoun, units, first, end)
        if has_preposition(units[first]) or _is_joined(units, first, at, suffers=suffers):
            passed = passed or fits
            continue
        if pronoun == OF_HER and is_man(units[first]) and not _is_of_office(units[at]):
            break  # whose she is, the sentence does not tell
        if fits:
            return words(units, first, end, text)
    return None


def _whom_before(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """Whom the act right before one joined by "and" befell, where they are told by a name alone, or by a word for people: the
    pronoun points at them (the arrest of So-and-so | and his trial).
    """
    for first in range(at - 1, max(at - _NAME, 0), -1):
        act = units[first - 1].get("ACT")
        if act is None:
            continue
        unit = units[first]
        if (
            act.kind != "noun"
            or act.last != first
            or act.word.first != "target"
            or "+pron" in units[first - 1].signature
        ):
            return None
        alone = first + 1 == at and is_article(unit) and unit.signature.isdisjoint(_BODIES)
        named = alone or not unit.signature.isdisjoint(_PERSONS)
        fits = named and phrase_end(units, first, at) == at and fits_pronoun(units[at].get("+pron"), units, first, at)
        return (first, at) if fits else None
    return None


_NAME = 8  # units of an act and the name behind it
_BODIES = frozenset(("org_head", "organisation", "occupant", "forces", "armed", "known_place", "countable", "masdar"))
_COMP = frozenset(("comp", "bi_comp"))


def _is_of_office(act: Unit) -> bool:
    return "ACT" in act.signature and bool(act["ACT"].word.type == "OFFICE")


def _is_head(units: Sequence[Unit], first: int, at: int, *, suffers: bool) -> bool:
    """Whether a phrase of somebody that an act may belong to begins at units[first]."""
    signature, pronoun = units[first].signature, units[at].get("+pron")
    if "prep_pron" in signature or "mark" in signature or _is_adjective(units, first):
        return False
    if "people" in signature and units[first]["people"].measure in HURT:
        return False
    if suffers and pronoun == OF_HER and signature & UNDER_ARMS and _is_taken(units[at]):
        return False  # the forces wrecked the house of X before | her arrest
    owners = _PERSONS if pronoun == OF_THEM else _OWNERS
    alone = suffers and "one_person" in signature
    return bool(signature & owners) or alone or (pronoun == OF_BOTH and _is_pair(units, first))


def _is_taken(act: Unit) -> bool:
    """An arrest or a trial, which befalls persons."""
    return "ACT" in act.signature and act["ACT"].word.subtype in _TAKEN


_TAKEN = ("arrest", "trial")


def _is_joined(units: Sequence[Unit], first: int, at: int, *, suffers: bool) -> bool:
    """Whether the phrase at units[first] belongs to a word before it: to an office, a preposition, a weapon."""
    if first == 0:
        return False
    theirs = units[at].get("+pron") == OF_THEM
    if theirs and _is_family_of(units, first):
        return True
    last, signature = units[first - 1].signature, units[first].signature
    alone = suffers and "one_person" in signature  # released | the woman, a month after her arrest
    apart = "org_head" in signature and is_article(units[first]) and is_article(units[first - 1])
    if last & _PART_OF and not apart:
        return True
    return bool(("prep" in last and not (theirs or alone)) or (suffers and last & ARMS))


def _keeps(units: Sequence[Unit], comp: int, at: int) -> bool:
    """Whether what is said from units[comp] on keeps its pronouns to itself: its own subject agrees, or it begins with a passive,
    whose words name whom it is about.
    """
    first = comp + 1
    signature = units[first].signature if first < at else frozenset()
    if "pronoun_comp" in units[comp].signature:
        return "happens" in signature or ("ACT_VERB" in signature and units[first]["ACT"].word.needs == "outcome")
    if not signature or signature & _NO_SUBJECT or has_preposition(units[first]) or _is_his(units[first]):
        return False
    return fits_pronoun(units[at].get("+pron"), units, first, max(phrase_end(units, first, at), first + 1))


def _is_his(unit: Unit) -> bool:
    """Something of his, of hers, of theirs (his house), also where it is spelt like a rare name."""
    return is_owned(unit) or (unit.signature <= _RARE and unit.text.endswith(HIS))


_RARE = frozenset(("name", "toponym"))


def _own_subject(units: Sequence[Unit], comp: int, at: int, text: str) -> PartyDraft | None:
    """The subject of what is said, where it is somebody (that the United States made progress in | its war), or may be somebody
    whom the report knows.
    """
    if "pronoun_comp" in units[comp].signature:
        return None
    named = words(units, comp + 1, phrase_end(units, comp + 1, at), text)
    known = not units[comp + 1].signature.isdisjoint(_SOMEBODY)
    return named if known or named is None else replace(named, unsure=True)


_SOMEBODY = AGENTS | {"somebody"}
_NO_SUBJECT = frozenset(("+pron", "ACT", "event_noun", "masdar", "TIME", "verb", "prep", "mark", "countable", "NUMBER"))


def _is_object(units: Sequence[Unit], first: int, pronoun: object) -> bool | None:
    """Whether units[first] stand behind an act as the one whom it befell, and whom the next act befell too (the removal of Bazim,
    the arrest of one of the women, after | her wounding); False for a name that no list knows, None where it is nobody.
    """
    act = units[first - 1].get("ACT")
    if act is None or act.kind != "noun" or act.last != first or act.word.first != "target":
        return None
    unit, owned = units[first], "+pron" in units[first - 1].signature or is_article(units[first - 1])
    if owned or not fits_pronoun(pronoun, units, first, first + 1):
        return None
    if not unit.signature.isdisjoint(_ONE):
        return True if "people" not in unit.signature or unit["people"].number == "s" else None
    return False if unit.signature.isdisjoint(_KNOWN) and is_name_word(unit) else None


_ONE = frozenset(("people", "first_of", "one_of_them"))
_KNOWN = _OWNERS | _PERSONS | {"prep", "mark", "TIME", "toponym"}


def _is_doer_of_it(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether a noun of trying or venturing governs somebody right before the act, who then does it to another (the attempts of |
    his wife to save him).
    """
    tries = first > 0 and "does_masdar" in units[first - 1].signature and not is_article(units[first - 1])
    return tries and phrase_end(units, first, at) == at


def _is_family_of(units: Sequence[Unit], at: int) -> bool:
    """Whether people without article stand before the definite ones whose they are (the families of | the captives)."""
    last = units[at - 1]
    return (
        is_article(units[at]) and "people" in last.signature and not is_article(last) and "+pron" not in last.signature
    )


def _is_adjective(units: Sequence[Unit], at: int) -> bool:
    """A word for somebody that says of what kind the definite noun before it is (the suicide attack)."""
    return at > 0 and "kind_adjective" in units[at].signature and is_article(units[at]) and is_article(units[at - 1])


def _is_pair(units: Sequence[Unit], at: int) -> bool:
    """A definite noun in the dual, not its adjective."""
    pair = units[at].view.endswith(_PAIR) and is_article(units[at])
    return pair and not (at and units[at - 1].view.endswith(_PAIR))
