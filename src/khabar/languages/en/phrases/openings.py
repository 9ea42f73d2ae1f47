"""Where the content of a cue opens, by what the cue asks for.

A cue's frames say how its content may follow: a clause, an object, an infinitive, a preposition of its own, after the
person told or accused.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.en.lists.cues import Cue
from khabar.languages.en.phrases.clauses import Opening, clause, is_clause, marked_clause
from khabar.languages.en.phrases.nouns import BORDERS, is_object_pronoun, phrase_end


def opening(units: Sequence[Unit], after: int, cue: Cue) -> Opening | None:
    """The opening of the content of a cue whose own words end before units[after]; None when nothing fit follows."""
    plain = frozenset(frame for frame in cue.frames if not frame.startswith("obj+"))
    to_whom = frozenset(frame[4:] for frame in cue.frames if frame.startswith("obj+"))
    if "clause" in to_whom & plain and _is_told(units, after):
        return _behind_object(units, after, frozenset({"clause"}), cue)
    if to_whom - {"clause"} and after < len(units):
        found = _behind_object(units, after, to_whom - {"clause"}, cue)
        if found is not None:
            return found
    if after < len(units) and plain - {"clause"}:
        found = _phrase(units, after, plain, cue)
        if found is not None:
            return found
    if "clause" in plain:
        found = clause(units, after, cue)
        if found is not None:
            return found
    if plain & {"quote", "wh"} and after < len(units):
        found = marked_clause(units, after, cue, first=False)
        if found is not None and found.frame in ("quote", "colon", "block", "wh"):
            return found
    if "clause" in to_whom and after < len(units):
        return _behind_object(units, after, to_whom, cue)
    return None


def _is_told(units: Sequence[Unit], after: int) -> bool:
    """Whether somebody stands between a verb and its that, whom it tells (warned residents of the town that it would burn)."""
    end = phrase_end(units, after, len(units))
    if not after < end < len(units) - 1 or "comp" not in units[end].signature:
        return False
    return any(u.signature & _PEOPLE for u in units[after:end])


_PEOPLE = frozenset(("people", "role", "source_unnamed", "other_pronoun", "source_body"))


def _phrase(units: Sequence[Unit], at: int, frames: frozenset[str], cue: Cue) -> Opening | None:
    """An object, an infinitive, the preposition of the cue."""
    while (
        at < len(units)
        and ("adverb" in units[at].signature or units[at].view.endswith("ly") or "TIME" in units[at].signature)
        and ("det" not in units[at].signature)
        and not (at + 1 < len(units) and "possessive" in units[at + 1].signature)
    ):
        at += 1
    if at + 1 >= len(units):
        return Opening("np", at) if "np" in frames and _is_last_word(units, at, cue) else None
    unit = units[at]
    if "inf" in frames and unit.view == "to be":
        return Opening("inf", at)
    if "inf" in frames and (
        "to_word" in unit.signature or (unit.view == "not" and "to_word" in units[at + 1].signature)
    ):
        noun = units[at + 1].signature & {"TIME", "det", "article", "NUMBER", "other_pronoun", "capital"}
        if noun == {"capital"} and "capital" in unit.signature and units[at + 1].signature.isdisjoint(_NAMES):
            noun = frozenset()  # Refuses To Leave
        return Opening("inf", at + (1 if unit.view == "to" else 0)) if not noun else None
    if unit.view in frames and unit.signature & {"prep", "to_word", "as_word"}:
        return Opening(unit.view, at + 1) if units[at + 1].signature.isdisjoint({"stop", "comma", "TIME"}) else None
    if "responsibility" in frames and any(u.view in _RESPONSIBILITY for u in units[at : at + 2]):
        return Opening("np", at)
    if "saying" in frames and _names_saying(units, at):
        return Opening("np", at)
    if "np" in frames and _begins_object(units, at, cue):
        return Opening("np", at)
    if frames & {"as", "pred", "pred_to"} and _has_predicate(units, at, frames):
        return Opening("np", at)
    return None


def _is_last_word(units: Sequence[Unit], at: int, cue: Cue) -> bool:
    """Whether a lone word that ends a headline is the object of its verb (mayor urges calm)."""
    if at >= len(units) or units[at].signature & {"other_pronoun", "subject_pronoun", "neg", "as_word"}:
        return False
    return "word" in units[at].signature and _begins_object(units, at, cue)


_RESPONSIBILITY = frozenset(("responsibility", "credit"))
_NAMES = frozenset(("toponym", "given", "surname", "demonym", "capitals"))


def _names_saying(units: Sequence[Unit], at: int) -> bool:
    """Whether an object holds a noun of speech (issue a warning, give an assurance)."""
    for k, unit in enumerate(units[at : at + 5], at):
        if (
            unit.signature & {"mark", "prep", "to_word", "and_word", "CUE"}
            or unit.view == "it"
            or is_object_pronoun(unit)
        ):
            return False
        if unit.view in ("no", "few", "little"):
            return False  # gave no details
        if "cue_noun" in unit.signature:
            if unit["cue_noun"].act == "order" and (k + 1 >= len(units) or "to_word" not in units[k + 1].signature):
                return False  # who gave the orders
            return "medium" not in unit.signature and "source_document" not in unit.signature
    return False


def _begins_object(units: Sequence[Unit], at: int, cue: Cue) -> bool:
    signature = units[at].signature
    if "wh" in signature and "clause" not in cue.frames:
        return units[at].view in _FREE  # lashed out at what he saw
    if (
        signature & {"mark", "prep", "to_word", "and_word", "sub", "comp", "by", "stop"}
        and "quote_open" not in signature
    ):
        return False
    if "TIME" in signature and at + 1 < len(units) and "possessive" in units[at + 1].signature:
        return True  # Thursday's attack
    if signature & BORDERS or "wh" in signature:
        return False
    if (
        "clause" in cue.frames
        and cue.act != "order"
        and (is_clause(units, at, near="weak" in cue.flags) or "LONG_QUOTE" in signature)
    ):
        return False  # read as a clause
    if "weak" not in cue.flags or is_plain_object(units, at):
        return True
    return (
        (cue.act in _STANCES or "bare" in cue.flags)
        and "word" in signature
        and signature.isdisjoint(_NO_OBJECT)
        and units[at].view not in _AWAY
    )


def is_plain_object(units: Sequence[Unit], at: int) -> bool:
    """Whether an object shows by its first word: a determiner, a name, a title."""
    return bool(units[at].signature & _OBJECTS) or units[at].view in ("former", "then")


_FREE = frozenset(("what", "how", "why", "whether"))
_OBJECTS = frozenset(("det", "article", "possessive_det", "capital", "quote_open", "NUMBER", "role"))
_AWAY = frozenset(("away", "down", "up", "out", "forward", "home"))
_STANCES = frozenset(("support", "reject", "condemn"))
_NO_OBJECT = frozenset(("adverb", "other_pronoun", "TIME", "neg", "to_word", "as_word", "contracted_neg"))


def _has_predicate(units: Sequence[Unit], at: int, frames: frozenset[str]) -> bool:
    """Whether the object is called something: as a …, a second noun phrase or quoted words behind it, a word behind a pronoun."""
    inside = False
    clause_ahead = "clause" in frames and "comp" in units[at].signature
    if clause_ahead or "PART" in units[at].signature or units[at].view.endswith("ing"):
        return False
    for index in range(at + 1, min(len(units), at + 16)):
        signature, before = units[index].signature, units[index - 1].signature
        if signature & {"stop", "CUE", "colon"}:
            return False
        if "as" in frames and "as_word" in signature:
            return index + 1 < len(units) and "subject_pronoun" not in units[index + 1].signature
        if "pred_to" in frames and "to_word" in signature:
            return True
        if "pred" in frames:
            if (
                index == at + 1
                and (units[at].view == "it" or is_object_pronoun(units[at]))
                and signature.isdisjoint(_NO_PREDICATE)
            ):
                return True
            if "capital" in before and not inside and _is_quality(units, index):
                return True
            if "comma" in signature:
                return False
            if "quote_open" in signature:
                return units[index - 1].view == "her" or before.isdisjoint({"det", "prep", "of_word"})
            inside = inside or "prep" in signature
            if units[index].view in ("a", "an", "the") and not inside:
                return "det" not in before
    return False


def _is_quality(units: Sequence[Unit], at: int) -> bool:
    """Whether an adjective stands behind a name and ends its clause there (called Hale unfit)."""
    unit, following = units[at], units[at + 1] if at + 1 < len(units) else None
    if "word" not in unit.signature or "capital" in unit.signature or unit.signature & (_NO_PREDICATE | BORDERS):
        return False
    ends = following is None or bool(
        following.signature & {"stop", "comma", "semicolon", "quote", "and_word", "sub", "for_word"}
    )
    return ends and unit.view.endswith(_QUALITIES)


_QUALITIES = (
    "able",
    "ible",
    "ful",
    "less",
    "ous",
    "ish",
    "ist",
    "ive",
    "ic",
    "al",
    "ant",
    "ent",
    "fit",
    "fied",
    "worthy",
    "weak",
    "wrong",
)
_NO_PREDICATE = frozenset(
    ("mark", "prep", "adverb", "TIME", "and_word", "to_word", "sub", "neg", "by", "comp", "for_word")
)


def _behind_object(units: Sequence[Unit], after: int, frames: frozenset[str], cue: Cue) -> Opening | None:
    """The content behind the person who is told, urged, accused."""
    end = _object_end(units, after, frames)
    if end == after or end >= len(units):
        return None
    addressee = (units[after].start, units[end - 1].end)
    end = _behind_brackets(units, end)
    if end >= len(units):
        return None
    unit, rest = units[end], units[end + 1] if end + 1 < len(units) else None
    if "inf" in frames and rest is not None and rest.signature & _NO_VERB and "to_word" in unit.signature:
        end = _second_to(units, end)  # urged the parties to the conflict to lay down their arms
        addressee = (units[after].start, units[end - 1].end)
        unit, rest = units[end], units[end + 1]
    if "inf" in frames and rest is not None:
        negated = unit.view == "not" and "to_word" in rest.signature
        if "to_word" in unit.signature or negated:
            return Opening("inf", end + (0 if negated else 1), None, addressee)
    for name in ("of", "for", "about", "against", "on", "over", "with", "as"):
        if name in frames and unit.view == name and rest is not None:
            if name == "on" and any(u.view == "for" for u in units[after:end]):
                return None  # blamed the front for the attack on the mill
            return Opening(name, end + 1, None, addressee)
    if "wh" in frames and "wh" in unit.signature and rest is not None:
        return Opening("wh", end, None, addressee)
    if "clause" in frames:
        told = replace(_TOLD, flags=cue.flags)
        found = clause(units, end, told)
        return replace(found, addressee=addressee) if found is not None else None
    return None


def _second_to(units: Sequence[Unit], to: int) -> int:
    """The to of an infinitive behind one that leads a noun phrase; the first where none follows."""
    near = range(to + 2, min(to + _LABEL + 2, len(units) - 1))
    return next((k for k in near if "to_word" in units[k].signature), to)


_NO_VERB = frozenset(("det", "article", "possessive_det"))


def _behind_brackets(units: Sequence[Unit], at: int) -> int:
    """Behind brackets that open at `at` and close soon (urged Senator Ada Hale (Aktau) to resign)."""
    if "bracket_open" not in units[at].signature:
        return at
    closes = (k + 1 for k in range(at + 1, min(at + 8, len(units))) if "bracket_close" in units[k].signature)
    return next(closes, at)


_TOLD = Cue("", "say", "neutral", frozenset({"clause"}), frozenset(), "verb")


def _object_end(units: Sequence[Unit], first: int, frames: frozenset[str]) -> int:
    """Where the object ends: before the preposition that the cue asks for, else where its noun phrase ends."""
    if "quote_open" in units[first].signature:  # blamed "terrorists" for the blast
        near = range(first + 2, min(first + _LABEL, len(units)))
        return next((k + 1 for k in near if "quote_close" in units[k].signature), first)
    if units[first].signature & {"mark", "prep", "to_word", "comp", "by"} and "det" not in units[first].signature:
        return first
    end = phrase_end(units, first, len(units))
    if "for" in frames and "of" not in frames:
        return next((k for k in range(first + 1, end) if units[k].view == "for"), end)  # blamed rebels for the blast
    if "of" in frames:
        inner = [k for k in range(first + 1, min(end, len(units) - 1)) if units[k].view == "of"]
        best = next((k for k in inner if units[k + 1].view.endswith("ing")), inner[-1] if inner else None)
        return best if best is not None else end
    if "clause" in frames and "media" in units[first].signature and "capital" in units[first].signature:
        return _medium_end(units, first)
    return end


_LABEL = 6  # units of a few quoted words for whom somebody blames
_PROGRAMMES = frozenset(
    (
        "programme",
        "program",
        "show",
        "agency",
        "newspaper",
        "radio",
        "television",
        "tv",
        "website",
        "magazine",
        "channel",
    )
)


def _medium_end(units: Sequence[Unit], first: int) -> int:
    """The end of a medium that is told something: with the word for a programme behind it, else its name alone."""
    for at in range(first + 1, min(first + 6, len(units))):
        if units[at].view in _PROGRAMMES:
            return at + 1
        if "possessive" in units[at].signature:
            return _behind_owned(units, at + 1)
        if units[at].signature.isdisjoint({"capital", "NUMBER", "digits", "possessive"}) and units[at].view != "news":
            break
    return first + 1


def _behind_owned(units: Sequence[Unit], at: int) -> int:
    """Behind the programme or the reporter of a medium (told Aktau TV's "Morning Hour", told the Herald's Jon Hale)."""
    if at < len(units) and "quote_open" in units[at].signature:
        near = range(at + 2, min(at + _TITLE, len(units)))
        return next((k + 1 for k in near if "quote_close" in units[k].signature), at)
    while at < len(units) and units[at].signature & {"capital", "NUMBER", "digits"}:
        at += 1
    return at


_TITLE = 8  # units of a programme's title in quotation marks
