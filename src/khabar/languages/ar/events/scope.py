"""Scope: what words that stand farther off say of an event: it did not happen, it only may, it is asked about.

Words right before an event set its status by the list of modals.  Others govern it from the head of its clause, the
subject or a further noun between: the region saw no clashes, the council avoided imposing sanctions, if the company
refuses and leaves.  What each of them governs differs, and a list says it: the act noun that is their object, what a verb
of happening carries behind "not", what is denied of the subject of "is not", or the whole of a clause.

What is known keeps its own status there: nobody was hurt in the attack, and the attack was made.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import msgspec

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.lists.event_words import Scope
from khabar.languages.ar.lists.events import scopes
from khabar.languages.ar.phrases.shapes import JOINED, is_article
from khabar.record.vocabulary import EventStatus
from khabar.text.fold import fold_word

_REACH, _CLAUSE = 10, 16
_CHAIN = 6
_ONLY = 3  # units from the act to "not only"
_YET = 5  # units from "not" to "yet"
_ENDS = frozenset(("stop", "colon", "rel", "while", "but", "background", "semicolon"))
_THAT = frozenset(("comp", "bi_comp", "li_comp"))
_WHO = frozenset(map(fold_word, ("من", "ما", "فمن", "فما")))
_OF_KNOWN = frozenset(map(fold_word, ("وراء", "خلف", "عن")))
_WITHOUT = frozenset(map(fold_word, ("دون", "بدون", "غير")))
_AIDS = ("brings", "part", "shows", "known")
_TRIED, _TRY = ("OFFICE", "AGREE", "RETREAT", "SANCTION", "CONSULT"), 3
_OFFERED = ("AID", "CONSULT", "RETREAT", "AGREE")
_TALKS, _DEMANDS = ("RETREAT",), ("RETREAT", "OFFICE", "COERCE", "AGREE")
_OBJECTS = ("object", "ahead", "aim", "vote", "offer")
_WEAKER = ("topic", "ahead")
_PAPERS = frozenset(
    article + fold_word(word)
    for word in ("اتفاقية", "معاهدة", "ميثاق", "بروتوكول", "قانون", "منظمة", "هيئة", "لجنة", "جريمة")
    for article in ("", "ال", "ل", "ب", "و")
)
_ASKS = "?"
_ASKED = 8
_WILL_NOT = fold_word("لن")
_GLUED = {"+bi": "ب", "+li": "ل"}
_BUT = frozenset(map(fold_word, ("سوى", "إلا", "فحسب")))
_COMES_OF = frozenset(
    map(fold_word, ("نتيجة", "بسبب", "ناجم", "ناجما", "ناجمة", "ناتج", "ناتجا", "ناتجة", "سببه", "سببها"))
)


class _Act(msgspec.Struct, frozen=True):
    """An act word: its place, where its noun phrase begins, the preposition before that ("" for none)."""

    at: int
    first: int
    behind: str
    noun: bool


def openings(units: Sequence[Unit]) -> list[int]:
    """Where words stand in a sentence that may govern an event farther on, and where a question ends it."""
    known = _governing()
    return [k for k, unit in enumerate(units) if unit.view in known]


@cache
def _governing() -> frozenset[str]:
    said = (word for word, options in scopes().items() if any(scope.over not in _AIDS for scope in options))
    return frozenset((*said, _ASKS))


def governed(units: Sequence[Unit], at: int, opened: Sequence[int]) -> EventStatus | None:
    """What the words at `opened` say of the act word at `at`; None when they say nothing."""
    if _is_attempt(units, at, opened):
        return "planned"
    before = [k for k in opened if at - _CLAUSE <= k < at]
    status = _by_word(units, at, before) if before else None
    ends = units[opened[-1]].view == _ASKS and at < opened[-1]
    return status or ("possible" if ends and _is_asked(units, _act(units, at)) else None)


def is_all_they_want(units: Sequence[Unit], at: int, opened: Sequence[int]) -> bool:
    """Whether somebody will have nothing but the act (they will accept only its withdrawal)."""
    for k in opened:
        if at - _TRY <= k < at and any(scope.over == "only" for scope in scopes()[units[k].view]):
            return any(
                k - _ASKED <= verb < k
                and _is_negated(units, verb)
                and any(scope.over == "wills" for scope in scopes()[units[verb].view])
                for verb in opened
            )
    return False


def is_likened(units: Sequence[Unit], at: int, opened: Sequence[int]) -> bool:
    """Whether something is only like the act noun at `at` (nothing short of a declaration of war), or what a treaty or a body is
    there to prevent: nobody did it.
    """
    if "ACT_NOUN" not in units[at].signature:
        return False
    first = _act(units, at).first
    if first - 1 not in opened:
        return False
    over = {scope.over for scope in scopes()[units[first - 1].view]}
    return "likeness" in over or ("bars" in over and first > 1 and units[first - 2].view in _PAPERS)


def is_asked_about(units: Sequence[Unit], at: int, opened: Sequence[int]) -> bool:
    """Whether it is asked who did the known act at `at` (did the group carry out the attack?): nobody is told to have done it."""
    known, first = scopes(), 0
    for k in (k for k in opened if at - _CLAUSE <= k < at):
        if any(scope.over == "question" for scope in known.get(units[k].view, ())):
            first = k + 1
    return first > 0 and not any("comma" in unit.signature for unit in units[first:at])


def _is_attempt(units: Sequence[Unit], at: int, opened: Sequence[int]) -> bool:
    """Whether a change of office, a law, a release was only tried, or foiled; attempted violence is violence."""
    act: Act | None = units[at].get("ACT")
    if act is None or act.word.type not in _TRIED or is_article(units[at]):
        return False
    known = scopes()
    near = [k for k in opened if at - _TRY <= k <= at]
    return any(scope.over == "attempt" for k in near for scope in known.get(units[k].view, ()))


def _by_word(units: Sequence[Unit], at: int, before: Sequence[int]) -> EventStatus | None:
    """What the nearest of the words at `before` that governs the act says of it."""
    act, known = _act(units, at), scopes()
    parted = told = False
    weaker: EventStatus | None = None  # what another word may overrule
    for k in range(act.first - 1, before[0] - 1, -1):
        unit = units[k]
        for scope in known.get(unit.view, ()) if k in before else ():
            if scope.status and _governs(units, scope, k, act, parted=parted or (told and scope.over != "nearly")):
                if scope.over not in _WEAKER:
                    return "refused" if k and units[k - 1].view.endswith(_WILL_NOT) else scope.status
                weaker = weaker if weaker and (scope.status == "possible" or weaker == "called_for") else scope.status
        if unit.signature & _ENDS and unit.view not in _COMES_OF and not _is_yet(units, k):
            break
        told = told or bool(unit.signature & _THAT)
        parted = parted or "+fa" in unit.signature
        parted = parted or ("comma" in unit.signature and "+and" not in units[k + 1].signature)
    return weaker


def _is_talked_of(units: Sequence[Unit], act: _Act, k: int, *, demanded: bool) -> bool:
    """Whether talks, plans and papers behind which an act stands make it one to come: an end of fighting, a release, a withdrawal,
    of what is `demanded` a dismissal or a trial too; not one that is known, unless it is told anew with those whom it is done to
    (the release of), nor what talks led to.
    """
    if not act.noun or units[act.at]["ACT"].word.type not in (_DEMANDS if demanded else _TALKS):
        return False
    if any("leaves" in unit.signature for unit in units[max(k - 2, 0) : act.first]):
        return False
    return act.at + 1 < units[act.at]["ACT"].last or not _is_known(units, act, -1)


def _is_asked(units: Sequence[Unit], act: _Act) -> bool:
    """Whether a question without a word of asking ends right behind the clause of the act (an attack in the capital?)."""
    if act.behind in _OF_KNOWN or _is_known(units, act, -1):
        return False
    for k in range(act.at + 1, min(act.at + 1 + _ASKED, len(units))):
        if "question_mark" in units[k].signature:
            asking = any("question" in unit.signature for unit in units[:k])
            return not asking and units[0].view not in _WHO
        if units[k].signature & _ENDS or "comma" in units[k].signature:
            return False
    return False


def _act(units: Sequence[Unit], at: int) -> _Act:
    """The act word with the nouns that it completes (no | waging of an attack) and the preposition before them."""
    if "ACT_NOUN" not in units[at].signature:
        return _Act(at, at, "", noun=False)
    first = at
    while first > max(at - _CHAIN, 0) and units[first].signature.isdisjoint(JOINED):
        before = units[first - 1]
        step = 1 if _brings(before, "") else _steps_over(units, first)
        if not step:
            break
        first -= step
    behind = next((letter for name, letter in _GLUED.items() if name in units[first].signature), "")
    told = first > 0 and "prep" in units[first - 1].signature and units[first - 1].view not in _governing()
    if not behind and told and not _is_yet(units, first - 1):
        behind = units[first - 1].view
    return _Act(at, first, behind, noun=True)


def _brings(unit: Unit, behind: str) -> bool:
    """Whether a noun only brings in the act noun behind it, directly or behind a preposition."""
    view = unit.view if unit.signature.isdisjoint(JOINED) else unit.view[1:]
    options = scopes().get(view, ())
    return any(scope.over == "brings" and (behind in scope.behind if behind else not scope.behind) for scope in options)


def _steps_over(units: Sequence[Unit], first: int) -> int:
    """How far a noun stands off that brings it in behind a preposition (the second stage of, the reaching of); 0 for none."""
    if "prep" not in units[first - 1].signature:
        return 0
    behind = units[first - 1].view
    return next((first - k for k in range(first - 2, max(first - 4, -1), -1) if _brings(units[k], behind)), 0)


def _is_yet(units: Sequence[Unit], k: int) -> bool:
    """Whether "after" stands behind a verb with "not": not yet."""
    if "later" not in units[k].signature or k < 2:
        return False
    near = units[max(k - _YET, 0) : k - 1]
    return any("neg_verb" in unit.signature for unit in near) and not any("mark" in unit.signature for unit in near)


def _governs(units: Sequence[Unit], scope: Scope, k: int, act: _Act, *, parted: bool) -> bool:
    """Whether the scope word at units[k] says something of the act; `parted`: a comma stands between."""
    if scope.over == "question":
        return not (parted or act.behind in _OF_KNOWN or _is_known(units, act, k))
    if scope.over in ("clause", "nearly", "until"):
        return not parted and _is_headed(units, scope, k) and not _is_known(units, act, k)
    if scope.over == "topic":
        return not parted and _is_talked_of(units, act, k, demanded=scope.status == "called_for")
    if not act.noun:
        return scope.over == "right_before" and k == act.at - 2 and _is_without(units, act.at)
    if parted:
        return False
    fits = act.behind in scope.behind if scope.behind else not act.behind
    if scope.over == "right_before":
        return fits and act.first - k == (2 if act.behind and units[act.first - 1].view == act.behind else 1)
    between = units[k + 1 : act.first]
    acts = (unit for unit in between if "ACT" in unit.signature)
    if act.at - k > _REACH or not all(is_article(unit) for unit in acts):
        return False
    if scope.over in _OBJECTS:
        return fits and _is_object(units, scope, k, act)
    if not _is_negated(units, k) or any(
        unit.view in _BUT or "first_of" in unit.signature for unit in units[k + 1 : act.at + _ONLY]
    ):
        return False
    if scope.over == "copula":
        return (fits or any(unit.view in _COMES_OF for unit in between)) and not _is_known(units, act, -1)
    return fits and (scope.over == "begins" or not _is_known(units, act, k))


def _is_headed(units: Sequence[Unit], scope: Scope, k: int) -> bool:
    """Whether the word at units[k] governs its clause: behind the words that stand before it, not "hardly", "until" before what is
    to come.
    """
    if scope.over == "nearly" and _is_negated(units, k):
        return False
    if scope.over == "until" and not _is_to_come(units, k + 1):
        return False
    return not scope.behind or (k > 0 and units[k - 1].view in scope.behind)


def _is_to_come(units: Sequence[Unit], at: int) -> bool:
    """Whether an imperfect stands right behind "until" (until the council declares)."""
    slots = (units[at].get("verb") if at < len(units) and "+al" not in units[at].signature else None) or ()
    return bool(slots) and all(slot[0] in "iIjJ" for slot in slots)


def _is_object(units: Sequence[Unit], scope: Scope, k: int, act: _Act) -> bool:
    """Whether an act may be what is avoided, to come, offered, or put to the vote; the last is not known."""
    if scope.status == "called_for" and _is_negated(units, k):
        return False  # they asked for none
    if scope.over == "offer":
        return units[act.at]["ACT"].word.type in _OFFERED
    if scope.over == "aim":
        return not _has_aims(units, scope, k, act)
    return scope.over == "object" or not _is_known(units, act, k)


def _has_aims(units: Sequence[Unit], scope: Scope, k: int, act: _Act) -> bool:
    """Whether an act is not what is aimed at: the war has its aims, the fighting is known by its clause (which broke out); beside
    aims that were hit, "and" joins another act.
    """
    here, behind = units[act.at].signature, units[act.at + 1].signature if act.at + 1 < len(units) else frozenset()
    if "+and" in here and not any("ACT" in unit.signature for unit in units[k + 1 : act.at]):
        return True
    return is_article(units[act.at]) and (not scope.behind or "rel" in behind)


def _is_negated(units: Sequence[Unit], k: int) -> bool:
    """Whether a verb is itself a "not", or stands behind one or behind "without that"."""
    if "neg_verb" in units[k].signature:
        return True
    return k > 0 and ("neg_verb" in units[k - 1].signature or _is_without(units, k))


def _is_without(units: Sequence[Unit], k: int) -> bool:
    return k > 1 and "comp" in units[k - 1].signature and units[k - 2].view in _WITHOUT


def _is_known(units: Sequence[Unit], act: _Act, k: int) -> bool:
    """Whether an act noun has the article, or a pronoun, and does not stand right behind the scope word."""
    return act.noun and act.at - k > 1 and (is_article(units[act.at]) or "+pron" in units[act.at].signature)
