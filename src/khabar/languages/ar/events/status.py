"""Status words: what the words right around an event say of it: planned, feared, called for.

The list of modals holds whole wordings; they count in front of the event word, within its clause, with nothing but
an infinitive, an adjective or another event of the same list between.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from khabar.grammar import Unit
from khabar.languages.ar.events.scope import governed, is_all_they_want
from khabar.languages.ar.events.senses import is_negated
from khabar.languages.ar.events.untrue import is_disowned, is_untrue
from khabar.languages.ar.forms.particles import JOINING
from khabar.languages.ar.lists.event_words import Modal
from khabar.languages.ar.lists.events import bare, modals, scopes
from khabar.languages.ar.phrases.shapes import IMPERFECT, is_article
from khabar.record.vocabulary import EventStatus
from khabar.text.fold import fold_word

_NEAR, _BEFORE = 5, 7  # the second where "managed to" stands between
_CLOSE = 2
_FAR = 8
_AFTER = 3
_SCOPE_ENDS = frozenset(("comma", "stop", "colon", "rel", "quote_close"))
_GLUED = {"\N{ARABIC LETTER BEH}": "+bi", "\N{ARABIC LETTER LAM}": "+li"}
_PARTICIPLES = ("\N{ARABIC LETTER MEEM}", "\N{ARABIC LETTER WAW}\N{ARABIC LETTER SHEEN}")
_LATER = frozenset(("planned", "possible"))


def told(units: Sequence[Unit], at: int, opened: Sequence[int] = ()) -> EventStatus | None:
    """The status that the words around the event word at `at` give it; None when they say nothing.

    `opened`: where words stand that may govern it from farther off.
    """
    undone = _without(units, at) if at and "neg" in units[at - 1].signature else None
    if undone is not None:
        return undone
    if opened and is_all_they_want(units, at, opened):
        return "called_for"
    status = _before(units, at)
    if status is None and opened:
        status = "denied" if is_untrue(units, at, opened) else governed(units, at, opened)
    if status is None:
        to_come = _is_future(units, at) or _is_aim(units, at) or _is_approved(units, at)
        status = "planned" if to_come else _negated(units, at)
    if status is None and at and _is_any(units[at - 1]) and _is_act_of_any_kind(units[at]):
        status = "possible"
    behind = "planned" if _was_to_be(units, at) else _behind(units, at)
    return "possible" if behind == "possible" and status == "planned" else status or behind


def _without(units: Sequence[Unit], at: int) -> EventStatus | None:
    """What "no" right before an act without article makes of it: talks are refused, other acts did not happen."""
    if "ACT_NOUN" not in units[at].signature or is_article(units[at]):
        return None
    no_talks = units[at - 1].view.endswith(_NO) and units[at]["ACT"].word.type in ("CONSULT", "AGREE")
    return "refused" if no_talks else "denied"


def _before(units: Sequence[Unit], at: int) -> EventStatus | None:
    """What the words in front of the event word say, back to the head of its clause, a verb of speech included."""
    managed = False
    definite = "ACT_NOUN" in units[at].signature and is_article(units[at])
    if definite and at and units[at - 1].view in _LASTING:
        return None  # how long the battle may go on: it does
    for k in range(at - 1, max(at - 1 - _BEFORE, -1), -1):
        signature = units[k].signature
        if k < at - _NEAR and not managed:
            break
        managed = managed or "manages" in signature
        if (
            (signature & _SCOPE_ENDS and not _closes_a_name(units, k))
            or _says_that(units[k])
            or "ACT_VERB" in signature
            or ("ACT" in signature and "+and" not in units[at].signature)
        ):
            break
        if (
            "ila" in signature
            and k + 2 == at
            and "comp" in units[k + 1].signature
            and "ACT_VERB" in units[at].signature
        ):
            return "called_for" if _is_imperfect(units[at]) else None  # until they withdraw
        modal = _modal_at(units, k, at)
        status = _of_class(units, k) or (modal.status if modal is not None else None)
        if status is not None:
            if k < at - 1 and _is_known_matter(units[k + 1 : at], status, modal, definite=definite):
                return None
            return _unless_negated(units, k, status)
        if (
            {"+and", "qad"} <= signature
            or "CUE" in signature
            or (definite and k < at - 1 and signature & _RELATIONS and not _is_called(units, k))
        ):
            break  # fears of an answer to the attack
    return None


def _closes_a_name(units: Sequence[Unit], k: int) -> bool:
    """Whether the mark ends a word or two in marks, which name somebody in the clause (asks "the movement" to)."""
    return "quote_close" in units[k].signature and any("quote_open" in u for u in units[max(k - _CLOSE - 1, 0) : k])


def _is_known_matter(between: Sequence[Unit], status: EventStatus, modal: Modal | None, *, definite: bool) -> bool:
    """Whether an act stands behind words that say it is known: an answer to the attack is vowed, a part in it is denied, who is
    responsible for it is to be found; the attack was made.
    """
    if status in _OVER_ACTS and any("during" in unit.signature for unit in between):
        return True  # threatened to do it during a visit
    if (definite or status != "denied") and any(
        scope.over == "part" for unit in between for scope in scopes().get(unit.view, ())
    ):
        return True
    if not definite or status == "denied":
        return False
    preposition = between[-1]
    if status == "possible" and preposition.view in _BEING:
        return True  # the attack is likely to be the work of
    related = bool(preposition.signature & (_RELATIONS | _IN_IT))
    return related and not (modal is not None and preposition.view in modal.words)


_BEING = frozenset(map(fold_word, ("يكون", "تكون")))
_OVER_ACTS = ("refused", "denied", "called_for", "threatened", "ordered")


def _unless_negated(units: Sequence[Unit], k: int, status: EventStatus) -> EventStatus:
    """A plan behind "not" (we have no intention of, does not plan to) is declined; what is not ruled out, or not denied, may be."""
    if status == "planned" and any("neg_verb" in unit.signature for unit in units[max(k - _CLOSE, 0) : k]):
        return "refused"
    if status in ("refused", "denied") and k and _denies(units[k - 1]):
        return "possible"
    return status


def _denies(unit: Unit) -> bool:
    """A "not", or a refusal (his refusal to rule out)."""
    return "neg_verb" in unit.signature or any(m.status == "refused" for m in modals().get(unit.view, ()))


def _is_any(unit: Unit) -> bool:
    """A word for "any", with a preposition glued to it or not."""
    return "any" in unit.signature or unit.view in _TO_ANY


_TO_ANY = frozenset(map(fold_word, ("لأي", "بأي", "لأية", "بأية")))


_NO = "\N{ARABIC LETTER LAM}\N{ARABIC LETTER ALEF}"


def _is_approved(units: Sequence[Unit], at: int) -> bool:
    """Whether a body agreed "on" the act right behind (approved, on Friday, | the sending of troops), which is to come then."""
    if not at or "ala" not in units[at - 1].signature or "ACT_NOUN" not in units[at].signature:
        return False
    if at > 1 and units[at - 2].signature & {"background", "reply"}:
        return False  # in answer to
    for k in range(at - 2, max(at - 2 - _FAR, -1), -1):
        signature = units[k].signature
        if "ACT_VERB" in signature:
            return bool(units[k]["ACT"].word.type == "AGREE")
        if signature & (_SCOPE_ENDS - {"comma"}) or "CUE" in signature:
            return False
    return False


def _is_act_of_any_kind(unit: Unit) -> bool:
    """An act behind "any"; behind "which of the" it is asked about."""
    return "ACT_NOUN" in unit.signature and not is_article(unit)


def _says_that(unit: Unit) -> bool:
    """The "that" of saying, whose clause no "must" or "may" before it governs; not the "that" of wishing."""
    if "li_comp" in unit.signature:
        return unit.text[unit.cut - unit.start :].startswith(_BECAUSE)
    return "comp" in unit.signature and unit.text[unit.cut - unit.start :].startswith(_INNA)


_BECAUSE = "لأن"
_INNA = "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}"


def _is_called(units: Sequence[Unit], k: int) -> bool:
    """Whether the word before a preposition is one that sets a status, or a verb whose complement follows."""
    return k > 0 and (_modal_at(units, k - 1, k) is not None or "verb" in units[k - 1].signature)


_RELATIONS = frozenset(("ala", "an"))
_IN_IT = frozenset(("fi", "cause", "during"))  # for fear of victims in the raids: they are flown


def _negated(units: Sequence[Unit], at: int) -> EventStatus | None:
    """A verb behind "did not" was not done, behind "will not" is declined; "none but" denies nothing."""
    if "ACT_VERB" not in units[at].signature or not is_negated(units, at):
        return None
    word = units[at]["ACT"].word
    if word.needs not in _PLAIN and word.type != "CONSULT" and not is_disowned(units, at, word):
        return None
    return "refused" if bare(units[at - 1].view).endswith(_WILL_NOT) else "denied"


_PLAIN = frozenset(("always", "phrase"))
_WILL_NOT = "\N{ARABIC LETTER LAM}\N{ARABIC LETTER NOON}"


def _is_aim(units: Sequence[Unit], at: int) -> bool:
    """A masdar behind "for" says what is done in order to; not where the verb takes "to" (was exposed to, led to)."""
    signature = units[at].signature
    if "+li" not in signature or "ACT_NOUN" not in signature or at == 0:
        return False
    act = units[at]["ACT"]
    carries = "carries" in signature and "+al" not in signature and act.last > act.first + 1
    if carries and not act.word.lemma.startswith(_ACTS_OF):
        return not any(unit.signature & _TAKE_TO for unit in units[max(at - _FAR, 0) : at])  # in order to hold | talks
    word, phrase = act.word, (*units[at + 1 : act.last], *units[slice(*act.tail)])
    if "+al" in signature and not any("prep" in unit.signature for unit in phrase):
        return False  # his condemnation of the attack
    if word.type == "RETREAT" and act.last > act.first + 1:
        return not any("leaves" in unit.signature for unit in units[max(at - _FAR, 0) : at])  # to lift the siege
    if word.needs in _NO_AIMS or word.plural or not (word.ground or word.first == "target"):
        return False  # "for an attack" is no infinitive
    if any(scope.over == "shows" for scope in scopes().get(units[at - 1].view, ())):
        return False
    owned = "+pron" in units[at - 1].signature and bool(units[at - 1].signature & _NOUNS_OF_ACTS)
    of_act = any(_is_of_act(unit) for unit in units[max(at - _CLOSE, 0) : at])
    return not (owned or of_act) and not any(unit.signature & _TAKE_TO for unit in units[max(at - _FAR, 0) : at])


_ACTS_OF = "أعمال"  # acts of violence, not the holding of anything


def _is_of_act(unit: Unit) -> bool:
    """Whether an act may be the object of a noun of an act (the condemnation of), not its aim (the advance | to take the town)."""
    if "+and" in unit.signature:
        return False
    if is_article(unit) and "ACT_NOUN" in unit.signature:
        return False
    return bool(unit.signature & {"ACT_NOUN", "masdar"})


_NOUNS_OF_ACTS = frozenset(("masdar", "cue", "cue_noun", "event_noun", "CUE"))
_NO_AIMS = frozenset(("outcome", "natural", "weak", "court", "crowd"))
_TAKE_TO = frozenset(("suffered", "background", "cause", "happens"))


def is_qualified(units: Sequence[Unit], at: int) -> bool:
    """Whether words behind the event word say that it was to come (the march that had been planned, an expected attack)."""
    return _was_to_be(units, at) or _behind(units, at) is not None


def _behind(units: Sequence[Unit], at: int) -> EventStatus | None:
    """What a participle behind the event word says, or a verb of being or going on in the future."""
    governs = at == 0 or not units[at - 1].signature & {"prep", "demonstrative"}
    for unit in units[at + 1 : at + 1 + _AFTER]:
        if unit.signature & (_SCOPE_ENDS | {"CUE"}):
            break
        if governs and "future" in unit.signature and modals().get(unit.view):
            return None if is_article(units[at]) and unit.view in _GOES_ON else "planned"
        status = _adjective(bare(unit.view))
        if status is not None:
            return status
    return None


def _was_to_be(units: Sequence[Unit], at: int) -> bool:
    """Whether a relative clause says what was planned: the march that had been set for Friday."""
    rel = next((k for k in range(at + 1, min(at + 1 + _AFTER, len(units))) if "rel" in units[k].signature), None)
    if rel is None or rel + 1 >= len(units) or "kana" not in units[rel + 1].signature:
        return False
    if any(unit.signature & {"ACT", "CUE", "comma"} for unit in units[at + 1 : rel]):
        return False
    said = (modals().get(bare(unit.view).removesuffix(_ACCUSATIVE), ()) for unit in units[rel + 2 : rel + 2 + _AFTER])
    return any(modal.status == "planned" for options in said for modal in options)


_ACCUSATIVE = "\N{ARABIC LETTER ALEF}"
_CLASSES: tuple[tuple[str, EventStatus], ...] = (
    ("st_directive", "called_for"),
    ("st_future", "planned"),
    ("st_possible", "possible"),
)


def _of_class(units: Sequence[Unit], k: int) -> EventStatus | None:
    """The status of the words that say how a clause is put; "may" only before an imperfect."""
    unit = units[k]
    if "qad" in unit.signature:
        return "possible" if k + 1 < len(units) and _is_present(units, k + 1) else None
    if "suspected" in unit.signature:
        return None  # people are, of what happened
    if unit.signature.isdisjoint(_STATED):
        return None
    return next((status for name, status in _CLASSES if name in unit.signature), None)


_STATED = frozenset(name for name, _ in _CLASSES)


def _is_present(units: Sequence[Unit], at: int) -> bool:
    """Whether the verb at `at` is an imperfect: one that is spelt like a perfect is none's before a feminine subject (may send)."""
    slots = units[at].get("verb") or ()
    if not slots or all(slot[0] in "iIjJ" for slot in slots):
        return _is_imperfect(units[at])
    open_ = any(slot[0] in "iIjJ" for slot in slots) and units[at].view[:1] == _SHE != units[at].view[-1:]
    return open_ and at + 1 < len(units) and units[at + 1].text.endswith(_FEMININE)


_SHE, _FEMININE = "\N{ARABIC LETTER TEH}", "\N{ARABIC LETTER TEH MARBUTA}"


def _is_imperfect(unit: Unit) -> bool:
    """A verb in the imperfect, by its slots, or by its first letter where no list knows it."""
    slots = unit.get("verb")
    if slots:
        return all(slot[0] in "iIjJ" for slot in slots)
    return unit.view[:1] in IMPERFECT and len(unit.view) > _SHORT and not is_article(unit)


_SHORT = 3


def _is_future(units: Sequence[Unit], at: int) -> bool:
    unit = units[at]
    if "ACT_VERB" in unit.signature:
        return "future" in unit.signature or (at > 0 and "sawfa" in units[at - 1].signature)
    for k in range(at - 1, max(at - 1 - _NEAR, -1), -1):
        signature = units[k].signature
        if "future" in signature:
            near = k == at - 1 and "verb" in signature
            if near or signature & _CARRIERS:
                return not is_article(unit) or units[k].view in scopes()  # will use the war: it is known
        if signature & _NO_WAY:
            return False
    return False


_CARRIERS = frozenset(("does", "manages"))
_NO_WAY = _SCOPE_ENDS | {"verb", "ACT", "CUE", "comp", "bi_comp", "prep"}


@lru_cache(maxsize=4096)
def _adjective(view: str) -> EventStatus | None:
    """Status of a participle behind its noun (planned, expected, imminent)."""
    if not view.startswith(_PARTICIPLES) or view in _NO_PARTICIPLES:
        return None
    for modal in modals().get(view, ()):
        if not modal.words and modal.status in _LATER:
            return modal.status
    return None


_LASTING = frozenset(map(fold_word, ("تستمر", "يستمر", "تتواصل", "يتواصل", "تتوسع", "يتوسع", "تنتهي", "ينتهي")))
_GOES_ON = frozenset(map(fold_word, ("سيكون", "ستكون", "سيستمر", "ستستمر", "سيتواصل", "ستتواصل")))  # what is known
_NO_PARTICIPLES = frozenset(map(fold_word, ("مخاوف", "مخاطر", "موعد")))


def _modal_at(units: Sequence[Unit], k: int, at: int) -> Modal | None:
    """The wording that begins at units[k] and reaches up to the event word, or leaves a short way to it."""
    unit = units[k]
    if "qad" in unit.signature:
        return None
    view = unit.view[1:] if unit.signature & JOINING else unit.view
    for option in modals().get(view) or modals().get(bare(view)) or ():
        end = _end(units, k + 1, option.words, at)
        if end is not None and not ("+al" in unit.signature and option.status == "ordered" and not option.words):
            if option.status == "threatened" and k and units[k - 1].view in _SIRENS:
                return None  # the sirens of warning threaten nobody
            near = unit.signature.isdisjoint(_ONLY_NEAR) or at - end < _CLOSE
            return option if near else None
    return None


_SIRENS = frozenset(map(fold_word, ("صفارات", "الصفارات", "صافرات", "صفارة", "أجهزة")))
_ONLY_NEAR = frozenset(("close", "+li"))  # in order to launch | an attack


def _end(units: Sequence[Unit], first: int, rest: Sequence[str], at: int) -> int | None:
    place = first
    for word in rest:
        if word in _GLUED:
            if _GLUED[word] in units[at].signature or (place < at and _GLUED[word] in units[place].signature):
                continue
            return None
        if place >= at or units[place].view != word:
            return None
        place += 1
    return place
