"""Who drew up a count, and whether it stands in a clause of the outlet's own, where no cue of speech says so."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.figures.counts import Count
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end

_FAR, _NEAR, _WIDE = 14, 4, 25
_BODIES = frozenset(("org_head", "organisation"))
# A toll of the blast in the mosque is nobody's.
_NOT_ITS_OWNER = frozenset(("FINITE", "prep", "event"))
_CLAUSE = frozenset(("stop", "comp", "bi_comp", "semicolon", "colon", "cue"))


# What the body counts begins here, and its name ends.
_COUNTED = frozenset(("MEASURE", "measure_word", "event", "toll", "listing", "TIME", "NUMBER", "given"))


def author_of(units: Sequence[Unit], count: Count, text: str) -> str | None:
    """The body that counted: subject of a verb of counting or of setting a toll, or owner of the toll (a toll of the
    ministry), before the count or behind it; None when the sentence names none.
    """
    before = _author_before(units, count, text)
    return before or _author_behind(units, count, text) or _author_of_the_older(units, count, text)


def _author_of_the_older(units: Sequence[Unit], count: Count, text: str) -> str | None:
    """Who had given another number of the same people before this one took its place (sixteen guards, after the ministry had
    announced the killing of eighteen of them).
    """
    for at in range(count.last, min(len(units) - 4, count.last + _FAR)):
        signature = units[at].signature
        if signature & {"stop", "NUMBER"} or ("cue" in signature and "cue_ambiguous" not in signature):
            return None
        if units[at].view not in _AFTER:
            continue
        first = at + 2 if "kana" not in units[at + 1].signature and "kana" in units[at + 2].signature else at + 1
        if "kana" not in units[first].signature or not units[first + 1].signature & _BODIES:
            return None
        told = next(
            (k for k in range(first + 2, min(first + _WITHIN, len(units))) if "cue" in units[k].signature), None
        )
        older = next((k for k in range(told or len(units), len(units) - 1) if "NUMBER" in units[k].signature), None)
        of_them = (
            told is not None and older is not None and older - told <= _NEAR and "of_them" in units[older + 1].signature
        )
        return _named(units, first + 1, told or 0, text) if of_them else None
    return None


def _author_behind(units: Sequence[Unit], count: Count, text: str) -> str | None:
    """The body whose toll the count is by what is said at the end (according to a first toll that the ministry gave; which
    they put down to the ministry).
    """
    for at in range(count.last, min(len(units) - 2, count.last + _LONG)):
        unit = units[at]
        signature, following = unit.signature, units[at + 1].signature
        if "stop" in signature:
            return None
        told = "reckoning" in following and bool(signature & _ACCORDING)
        put_down = "put_down" in signature and "ila" in following
        if told or put_down:
            last = min(len(units), at + _WITHIN)
            owner = next((k for k in range(at + 2, last) if units[k].signature & _BODIES), None)
            parted = owner is None or any(
                "mark" in u.signature or "NUMBER" in u.signature for u in units[at + 2 : owner]
            )
            return None if parted or owner is None else _named(units, owner, len(units), text)
    return None


_LONG, _WITHIN = 45, 7
_ACCORDING = frozenset(("according_prep", "according", "according_head"))


def _author_before(units: Sequence[Unit], count: Count, text: str) -> str | None:
    for at in range(count.at - 1, max(-1, count.at - _FAR), -1):
        unit = units[at]
        if unit.signature & {"counts", "sets_toll"} and at + 1 < count.at:
            tolls = "counts" in unit.signature or any(
                u.signature & {"toll", "listing"} for u in units[at + 1 : count.at]
            )
            tolls = tolls or ("+pron" in unit.signature and _reckoned(units, at))
            if tolls and units[at + 1].signature & {"toll", "listing"}:
                return _who_spoke(units, at, text)
            return _named(units, at + 1, count.at, text) if tolls and units[at + 1].signature & _BODIES else None
        if "reckoning" in unit.signature:
            owner = next((k for k in range(at + 1, min(at + _NEAR, count.at)) if units[k].signature & _BODIES), None)
            between = units[at + 1 : owner]
            if owner is not None and not any(_is_between_others(u) for u in between):
                return _named(units, owner, count.at, text)
        if unit.signature & _CLAUSE and not ("verb" in unit.signature and _reckoned(units, at)):
            return None
    return None


def _who_spoke(units: Sequence[Unit], verb: int, text: str) -> str | None:
    """The subject of the clause of time before a verb without one of its own (after the radio had spoken of 12 dead, it raised the
    number to 13).
    """
    for at in range(verb - 1, max(-1, verb - _WIDE), -1):
        signature = units[at].signature
        if "stop" in signature:
            return None
        if "cue" in signature and "verb" in signature and "+al" not in signature:
            timed = any(units[k].view.removeprefix("ف").removeprefix("و") in _AFTER for k in range(max(at - 2, 0), at))
            return _named(units, at + 1, verb, text) if timed and units[at + 1].signature & _SPEAKERS else None
    return None


_AFTER = ("بعد", "بعدما", "عندما", "حين")
_SPEAKERS = _BODIES | {"media", "media_head", "role"}


def _is_between_others(unit: Unit) -> bool:
    """A word that parts a toll from a body behind it; a verb that takes the toll up (which the police announced) joins them."""
    return bool(unit.signature & _NOT_ITS_OWNER) and not {"verb", "+pron"} <= unit.signature


def _reckoned(units: Sequence[Unit], at: int) -> bool:
    """Whether a toll before units[at] is what the verb there tells of, or what tells with it (a toll that the ministry gave |
    spoke of 11 dead).
    """
    near = units[max(at - _WITHIN, 0) : at]
    return any("reckoning" in u.signature for u in near) and not any(
        u.signature & {"mark", "comp", "bi_comp"} for u in near
    )


def _named(units: Sequence[Unit], first: int, limit: int, text: str) -> str | None:
    limit = next((k for k in range(first + 1, limit) if units[k].signature & _COUNTED), limit)
    end = noun_phrase_end(units, first, limit, governed=True)
    return name_draft(units, first, end, text).name if end > first else None


def aside_of(units: Sequence[Unit], count: Count) -> int | None:
    """Where the relative clause begins that tells the count (which led to the killing of thousands), None in others."""
    for at in range(count.at - 1, max(-1, count.at - _WIDE), -1):
        if "rel" in units[at].signature:
            return units[at].start
        if units[at].signature & {"stop", "comp", "bi_comp", "quote_open"}:
            return None
    return None


def laid_at(units: Sequence[Unit], count: Count) -> int | None:
    """Where the words begin that make a count a trait of a deed told already: the responsibility for it, or a relative clause
    behind its noun (denied its part in | the shelling that left thirty dead).  Who denies or owns the deed gives no number.
    """
    for at in range(count.at - 1, max(-1, count.at - _WIDE), -1):
        unit = units[at]
        if "responsibility" in unit.signature or unit.view.removeprefix("ال") in _PART_IN or "blame" in unit.signature:
            return unit.start
        if "rel" in unit.signature and "while" not in unit.signature:
            told = any(
                "qad" in behind for behind in units[at : count.at]
            )  # the raid that it flew | has left twelve dead
            return unit.start if _is_of_deed(units, at) and not told else None
        if unit.signature & {"stop", "comp", "bi_comp", "quote_open", "colon"}:
            return None
    return None


def _is_of_deed(units: Sequence[Unit], rel: int) -> bool:
    """Whether the noun that a relative pronoun describes is an act, no news of it (the reports that spoke of 40 dead)."""
    for unit in reversed(units[max(0, rel - _NOUN) : rel]):
        if unit.signature & _NEWS or unit.view.removeprefix("ال") in _WORD_OF:
            return False
        if "event" in unit.signature:
            return True
    return False


_NOUN = 6
_NEWS = frozenset(("cue_noun", "document", "medium", "toll", "cue"))
_WORD_OF = ("انباء", "معلومات", "اخبار", "شايعات", "مزاعم", "ادعاءات", "تقارير", "روايات", "ارقام", "حصيله")
_PART_IN = tuple(
    part + whose
    for part in ("ضلوع", "تورط", "علاقه", "علاقت", "صله", "صلت", "مسووليه", "مسووليت", "وقوف", "مشاركت", "دور")
    for whose in ("", "ه", "ها", "هم", "هما", "نا")
)
