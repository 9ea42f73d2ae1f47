"""Described nouns: what a relative clause of a speech verb describes, and whether that is who speaks in it or what it speaks of."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile

from khabar.grammar import Unit
from khabar.languages.ar.phrases.agreeing import is_he
from khabar.languages.ar.phrases.asides import with_comma
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import Opening
from khabar.languages.ar.phrases.second_phrases import split_object


def is_of_another(units: Sequence[Unit], rel: int, at: int) -> bool:
    """Whether the verb's subject cannot be what the clause describes, since its gender or number differs (the rally, of which |
    he said that it; those who | he said were): whoever spoke before says so.
    """
    if units[rel].view.removeprefix("و") in _MANY:
        return all(slot[-1] == "s" for slot in units[at]["verb"] if slot[1] == "3")
    genders = {slot[2] for slot in units[at]["verb"] if slot[1] == "3" and len(slot) == 4}
    wanted = _GENDERS.get(units[rel].view.removeprefix("و"))
    return wanted is not None and len(genders) == 1 and wanted not in genders


_MANY = ("الذين", "اللواتي", "اللاتي")
_GENDERS = {"التي": "f", "الذي": "m", "اللذان": "m", "اللذين": "m"}


def is_said_of(units: Sequence[Unit], rel: int, opens: int) -> bool:
    """Whether the clause says something of the thing it describes, since "that" has the pronoun of it (the hill which | he said
    was his): whoever spoke before says so.  People and bodies that speak may say so of themselves.
    """
    that = units[opens - 1]
    wanted = _GENDERS.get(units[rel].view.removeprefix("و"))
    if "pronoun_comp" not in that.signature or _ITS.get(that.view[-1:]) != wanted:
        return False
    found = described(units, rel)
    return found is None or (
        "place_type" in units[found[0]].signature and units[found[0]].signature.isdisjoint(_PERSONS)
    )


_ITS = {"ه": "m", "ا": "f"}  # of him, of her
_PERSONS = frozenset(("role", "unnamed", "given", "people", "known_place"))


def is_asked_by_described(units: Sequence[Unit], clause: tuple[int, int, int], opened: Opening) -> bool:
    """Whether the one phrase behind the verb of asking in a relative clause is whom the described one asks (the envoy, who urges |
    the parties | to): no pronoun in the clause takes up what it describes, so that this must be the subject.

    `clause`: the relative pronoun, the verb, and where the phrase behind it ends.
    """
    rel, at, end = clause
    cue = units[at]["cue"]
    if not cue.is_to_somebody or opened.frame not in _TO_DO or "+pron" in units[at].signature:
        return False
    if not at + 1 < end or end not in (opened.at, opened.at - 1) or split_object(units, at + 1, end) < end:
        return False
    ending = _TAKES_UP.get(units[rel].view.removeprefix("و"))
    told = takewhile(lambda unit: unit.signature.isdisjoint(_ENDS), units[opened.at : opened.at + _CONTENT])
    pronouns = (unit for unit in told if not unit.signature.isdisjoint(_PRONOUNS))
    return ending is not None and not any(unit.view.endswith(ending) for unit in pronouns)


_TO_DO = ("b", "ila", "ala", "an", "li", "min")
_TAKES_UP = {"التي": "ها", "الذي": "ه", "الذين": "هم"}
_PRONOUNS, _ENDS, _CONTENT = frozenset(("+pron", "prep_pron")), frozenset(("comma", "stop", "CUE", "comp")), 8


def described(units: Sequence[Unit], rel: int) -> tuple[int, int] | None:
    """The noun phrase right before the relative pronoun at `rel`."""
    last = with_comma(units, rel)
    for first in range(max(last - 8, 0), last):
        if noun_phrase_end(units, first, last, governed=True) == last and units[first].signature & _DESCRIBED:
            begin = _second(units, first, last)
            data = begin > 0 and bool(units[begin - 1].signature & _DATA)  # of the council, which shows
            if data or not (is_he(units[begin]) and units[rel].view.endswith(_WHO_SHE)):
                return begin, last  # but: an operation of the party, which threatens
    return None


def _second(units: Sequence[Unit], first: int, last: int) -> int:
    """Where the last noun phrase in units[first:last] begins, when a verb's subject stands before it with no mark."""
    second = split_object(units, first, last)
    return second if second < last else first


_WHO_SHE, _DATA = "التي", frozenset(("document", "medium"))
_DESCRIBED = frozenset(("role", "unnamed", "org_head", "organisation", "media", "given", "media_head"))
