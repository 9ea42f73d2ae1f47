"""Stance: how a content is put (to be done, to come, possible, said) and whether its main predicate is denied.

Both are read off the head of the content: the main predicate of an Arabic clause stands first or right behind its
subject, and what comes later belongs to other clauses.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import is_finite
from khabar.languages.drafts import Offsets, Stance
from khabar.record.vocabulary import Polarity, Status
from khabar.text.fold import fold_word

_HEAD = 14
_NEAR = 4


def stance(units: Sequence[Unit]) -> Stance:
    """Status and polarity of a content, given its units."""
    head = _main_clause(units)
    polarity: Polarity = "negative" if _is_negative(head) else "positive"
    return Stance(_status(head), polarity, _names_in_marks(units), _points(units))


def _points(units: Sequence[Unit]) -> bool:
    """A content that is only "this toll", "these numbers": it points at a figure told before."""
    return (
        1 < len(units) <= 4
        and "demonstrative" in units[0].signature
        and units[1].view.removeprefix("ال") in _COUNTED_THINGS
    )


def _names_in_marks(units: Sequence[Unit]) -> frozenset[Offsets]:
    """Quotation marks around a name (the brigade "X", in "Y") are no quotation: short, and either behind the noun of what
    bears the name, or made of words that are names.
    """
    found = []
    for at, unit in enumerate(units):
        if "quote_open" not in unit.signature:
            continue
        close = next((k for k in range(at + 2, min(at + 6, len(units))) if "quote_close" in units[k].signature), None)
        if close is not None and _is_name_in_marks(units, at, close):
            found.append((unit.end, units[close].start))
    return frozenset(found)


def _is_label(units: Sequence[Unit], at: int) -> bool:
    """Whether the marks at `at` hold what somebody calls somebody (those whom it called "…"): a label within the words."""
    if at > 1 and units[at - 1].view in _CALLS_THEM and units[at - 2].signature & {"ma", "rel", "man_rel"}:
        return True
    for back in (at - 1, at - 2):
        cue = units[back].get("cue") if back > 0 else None
        if cue is not None and "as" in cue.frames and "+pron" in units[back].signature:
            return bool(units[back - 1].signature & {"ma", "rel", "man_rel"})
    return False


_CALLS_THEM = frozenset(
    ("سماهم", "سمتهم", "سماه", "سماها", "اسماهم", "اسمتهم", "يسميهم", "تسميهم", "يسميه", "تسميه", "يسمونهم")
)


def _is_name_in_marks(units: Sequence[Unit], at: int, close: int) -> bool:
    if _is_label(units, at):
        return True
    inside = units[at + 1 : close]
    if any(word.signature & _SAYING or (word.view.endswith("ا") and "given" not in word.signature) for word in inside):
        return False
    if all(word.signature & _PROPER for word in inside):
        return True
    before = units[at - 1].signature if at else frozenset()
    described = at > 1 and "+al" not in before and not is_finite(units[at - 1])
    model = at > 0 and units[at - 1].view in _MODELS
    borne = model or before & _BEARERS or (described and units[at - 2].signature & _BEARERS)
    return bool(borne) or (
        "fi" in before and len(inside) == 1 and not inside[0].signature - {"name", "maybe_bi", "maybe_li"}
    )


_COUNTED_THINGS = frozenset(
    map(fold_word, ("حصيلة", "رقم", "أرقام", "عدد", "أعداد", "إحصاءات", "إحصائية", "بيانات", "حصائل"))
)
_PROPER = frozenset(("known_place", "given", "media", "organisation", "media_name", "latin"))
_BEARERS = frozenset(
    (
        *(
            "org_head",
            "organisation",
            "media_head",
            "place_type",
            "armed",
            "event_head",
            "medium",
            "weapon",
            "named_after",
        ),
        *("place_facility", "channel", "army_body", "means"),
    )
)
_MODELS = ("طراز", "نوع", "موديل", "ماركه")  # rockets of the type "X"
_SAYING = frozenset(
    ("event", "masdar", "cue_noun", "verb", "people", "quality", "measure_word", "neg", "comp", "prep", "abstract")
)


def _main_clause(units: Sequence[Unit]) -> Sequence[Unit]:
    """The units up to the main verb and a little beyond: relative clauses between subject and verb are passed over."""
    found: list[Unit] = []
    size = 0
    skipping = told = aside = False
    for at, unit in enumerate(units):
        if "rel" in unit.signature:
            skipping = True
        if "comma" in unit.signature or "stop" in unit.signature:
            opens = not told and at + 1 < len(units) and "rel" in units[at + 1].signature
            described, skipping, aside = aside or opens, False, opens  # the forces, which arrived, | will guard
            if size >= _NEAR and any("verb" in u.signature for u in found) and not described:
                break
            if size > 1 and ("prep_pron" in found[0].signature or found[0].signature >= _BEFORE_YOU):
                break  # you have two days, and then we do not
        if not skipping and "mark" not in unit.signature and "quote" not in unit.signature:
            found.append(unit)
            size += 1
            told = told or ("verb" in unit.signature and is_finite(unit))
            if size >= _HEAD:
                break
    return found


_BEFORE_YOU = frozenset(("+pron", "inside"))  # a predicate in front of its subject


def _status(head: Sequence[Unit]) -> Status:
    if _is_duty(head) or _is_demand(head) or _is_order(head):
        return "directive"
    for at, unit in enumerate(head):
        if "st_directive" in unit.signature and at < 6:
            return "directive"
        if ("future" in unit.signature and not _is_land(unit)) or "st_future" in unit.signature or (unit.view == "لن"):
            return "future"
        if "st_possible" in unit.signature and _is_modal(head, at) and not _describes(head, at):
            return "possible"
    return "asserted"


def _describes(head: Sequence[Unit], at: int) -> bool:
    """A verb right behind indefinite people tells who they are (the arrest of two men | suspected of it), not what is said."""
    before = head[at - 1] if at > 1 else None
    if before is None or "verb" not in head[at].signature or "verb" in head[0].signature:
        return False
    return "people" in before.signature and "+al" not in before.signature


def _is_land(unit: Unit) -> bool:
    """A word that only a dual of a verb that news does not tell of is spelt like: the end of a foreign name."""
    dual = all(slot[-1] == "d" for slot in unit.get("verb") or ())
    return dual and not unit.signature & {"cue", "event_verb", "kana"}


def _is_modal(head: Sequence[Unit], at: int) -> bool:
    """قد before an imperfect is "may"; before a perfect it is emphasis."""
    unit = head[at]
    if "qad" not in unit.signature:
        return at < 6
    following = head[at + 1] if at + 1 < len(head) else None
    return following is not None and any(s[0] in "iIjJ" for s in following.get("verb") or ())


def _is_duty(head: Sequence[Unit]) -> bool:
    """It is upon X to do: "on" and a noun phrase, with "that" and a subjunctive or a verbal noun behind it."""
    if len(head) < 3 or "ala" not in head[0].signature or head[0].signature & {"phrase"}:
        return False
    for at in range(2, min(len(head) - 1, 7)):
        if "comp" in head[at].signature and "pronoun_comp" not in head[at].signature:
            return any(slot[0] in "iIjJ" for slot in head[at + 1].get("verb") or ())
    return False


def _is_order(head: Sequence[Unit]) -> bool:
    """Whether somebody is told to do something (come tomorrow), or not to: "not" and a verb with the ending of "you" that is none
    of a statement.
    """
    if len(head) <= 1:
        return False
    if "st_order" in head[0].signature:
        return not ("masdar" in head[0].signature and "+al" in head[1].signature)  # the rising of the voices
    return head[0].view == _NOT and head[1].view.startswith(_YOU[0]) and head[1].view.endswith(_YOU[1])


_NOT, _YOU = "لا", ("ت", "وا")


def _is_demand(head: Sequence[Unit]) -> bool:
    """Whether speakers want others to do something (we want the government to go)."""
    if len(head) < _NEAR - 1 or head[0].view != _WE_WANT or "comp" not in head[1].signature:
        return False
    return any(slot[0] in "iIjJ" and slot[1] == "3" for slot in head[2].get("verb") or ())


_WE_WANT = "نريد"


def _is_rather(head: Sequence[Unit], at: int) -> bool:
    """Whether "but" or "except" stands behind the negation head[at]; "except that" begins another clause."""
    return any(
        head[k].view in _RATHER and not (k + 1 < len(head) and "comp" in head[k + 1].signature)
        for k in range(at + 1, len(head))
    )


_CONTRASTED = frozenset(("+al", "+bi", "prep"))
_RATHER = ("الا", "بل", "انما", "سوي")
_STILL = ("يزال", "تزال", "يزالون", "نزال", "زال")


def _is_described(head: Sequence[Unit]) -> bool:
    """Whether a verb right behind an indefinite subject only describes it, and the subject's own verb behind is denied (a toll
    that is published and then withdrawn | convinces nobody).
    """
    if len(head) < _NEAR or not _is_present(head[1]) or head[0].signature & {"verb", "+al", "prep", "name", "given"}:
        return False
    denied = (
        k for k in range(3, min(len(head) - 1, 9)) if "neg_verb" in head[k].signature and _is_present(head[k + 1])
    )
    return any("+and" not in head[k].signature for k in denied)


def _is_present(unit: Unit) -> bool:
    return "+al" not in unit.signature and any(slot[0] in "iIjJ" for slot in unit.get("verb") or ())


_SAYS_SO = (*_STILL, "شك", "ريب", "جدال")


def _is_negative(head: Sequence[Unit]) -> bool:
    """A negation at the head of the clause, or right before the first verb behind the subject."""
    if _is_described(head):
        return True
    size = len(head)
    for at, unit in enumerate(head[:8]):
        following = head[at + 1].view if at + 1 < size else ""
        if at == 0 and "not_to" in unit.signature:
            return True
        if at > 1 and "but" in unit.signature:
            return False  # the report is right, but it is not clear: what is so stands before it
        if unit.view == "ما" or following.startswith(_SAYS_SO) or (at > 0 and "+and" in unit.signature):
            continue  # mostly "what"; "no longer ceases" is "still"; no doubt; "and not" denies a second predicate
        if "neg_verb" in unit.signature and _is_rather(head, at):
            return False  # nothing but, not X but Y: the clause says what is so
        if "neg_verb" in unit.signature and "not_any" not in unit.signature:
            return at == 0 or "verb" not in head[0] or "+al" in head[0].signature
        if unit.view == "لا" and at > 0 and at + 1 < size and head[at + 1].signature & _CONTRASTED:
            continue  # the millions, not the billions: what is so stands before it
        if at == 1 and "man_rel" in head[0].signature:
            continue  # whoever does not: a second predicate tells what becomes of them
        if unit.view in ("لا", "عدم", "بعدم", "لعدم") and at < 6:
            return True
        if at > 0 and "verb" in unit.signature and unit.signature & {"CUE", "future"}:
            return False
    return False
