"""Unjoined words: where what somebody says begins with no complementiser, colon or mark before it.

Hurried reports leave out the word for "that" (he added | we have spies among them).  Then only the words themselves show that
they are somebody's: nobody but a speaker says "we", and no subject stands behind "there is" or a negation.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.asides import only_asides
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import FAMILY, is_article, is_finite, is_past


def begins_words(units: Sequence[Unit], at: int) -> bool:
    """Whether a clause that can have no other speaker stands right behind a verb of plain saying at units[at - 1] (added | there is
    no; said | we have; added | the base is being searched).
    """
    if at + 1 >= len(units) or _is_likened(units, at - 1):
        return False
    unit = units[at]
    if (unit.view in _CLAUSES and not unit.text.endswith(_AT)) or _denies(unit) or _is_ours(unit):
        return True
    return "there" in unit.signature and "+and" not in unit.signature


def words_behind(units: Sequence[Unit], after: int, cue: Cue) -> int:
    """Where a clause of "we" or "indeed" begins behind the subject and the asides of a verb of plain saying, or whatever stands
    behind a paper in marks that was told (said So-and-so to "X" | the town is free); 0 where neither does.
    """
    if cue.lemma not in PLAIN or _is_likened(units, after - 1):
        return 0
    end = noun_phrase_end(units, after, min(after + _FARTHEST, len(units)))
    for at in range(max(end, after + 1), min(after + _FARTHEST, len(units) - 1)):
        signature = units[at].signature
        ours = units[at].view in _INDEED or _is_ours(units[at + ("neg_verb" in signature)])
        ours = ours or _begins_anew(units, at)
        to = 0 if ours else _told_before(units, at)
        if not ours and not signature.isdisjoint(_ENDS) and "prep" not in signature:
            return 0
        if (ours and only_asides(units, end, at)) or (to and only_asides(units, end, to)):
            return at
    return 0


def goes_on_saying(units: Sequence[Unit], at: int, after: int) -> bool:
    """Whether the verb at `at` only tells that somebody who goes on does so by speaking (So-and-so went on | to say that)."""
    if units[at].view not in _TO_SAY or at + 1 >= len(units) or units[at + 1].signature.isdisjoint(_OPENS):
        return False
    return noun_phrase_end(units, after, at) == at


def is_family_set_off(units: Sequence[Unit], at: int) -> bool:
    """Whether a definite word that the lists know as nothing stands alone before a comma: who speaks rather than what he explains,
    where "that" follows (explained al-So-and-so, in an interview, | that).
    """
    return units[at].signature <= FAMILY and at + 1 < len(units) and "comma" in units[at + 1].signature


def _is_likened(units: Sequence[Unit], at: int) -> bool:
    """Whether the verb at `at` only says whose words the sentence repeats (as the president said, but we have not seen it)."""
    return at > 0 and "like" in units[at - 1].signature and "adverb" not in units[at - 1].signature


def _begins_anew(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb of the past stands right behind a comma and joins on nothing (added the report, | it was)."""
    if "comma" not in units[at - 1].signature or not units[at].signature.isdisjoint(_JOINED):
        return False
    return "kana" in units[at].signature or (is_past(units[at]) and is_finite(units[at]))


def _told_before(units: Sequence[Unit], at: int) -> int:
    """The "to" before a name in marks that stands right before units[at], which goes on with neither; 0 elsewhere."""
    if "quote_close" not in units[at - 1].signature or not units[at].signature.isdisjoint(_GOES_ON):
        return 0
    mark = next((k for k in range(at - 2, max(at - _NAME, 0), -1) if "quote_open" in units[k].signature), 0)
    return mark - 1 if mark > 0 and "li_free" in units[mark - 1].signature else 0


def _denies(unit: Unit) -> bool:
    """A negation that begins a clause."""
    return "neg_verb" in unit.signature and unit.signature.isdisjoint(_NO_DENIAL)


def _is_ours(unit: Unit) -> bool:
    """A verb of the first person in the imperfect, which no name and no noun is spelt like."""
    if "verb" not in unit.signature or not unit.signature <= _VERBS:
        return unit.text.startswith(_I_SHALL) and "verb" not in unit.signature
    return all(slot[0] in "iIjJ" and slot[1] == "1" for slot in unit["verb"])


def is_said(units: Sequence[Unit], at: int) -> bool:
    """Whether the few words in the marks that open at units[at] are said, and no name: they begin as only a clause does, and end
    their sentence, or begin with what must be or what "we" do.
    """
    before = units[max(at - 1, 0)]
    named = not before.signature.isdisjoint(_NAMED_SO) and not is_article(before)
    if at + _FEWEST >= len(units) or named:
        return False
    first = units[at + 1]
    if _is_ours(first) or first.view in _MUST:
        return True
    if first.view not in _CLAUSES and "neg_verb" not in first.signature and not _is_done_by_us(first):
        return False
    close = next((k for k in range(at + 2, min(at + _FEW, len(units))) if "quote_close" in units[k].signature), 0)
    return close > at + 2 and all("stop" in unit.signature for unit in units[close + 1 :])


def _is_done_by_us(unit: Unit) -> bool:
    """A perfect of the first person that is no noun with "our"."""
    return "verb" in unit.signature and unit.signature <= _VERBS and all(slot[1] == "1" for slot in unit["verb"])


PLAIN = frozenset(("قال", "أضاف", "أردف", "استطرد"))
_MUST = ("يجب", "ينبغي", "لابد")
_INDEED = ("لقد",)
_CLAUSES = frozenset(
    (
        *_MUST,
        *_INDEED,
        *("نحن", "اذا", "لدينا", "لدي", "عندنا", "علينا", "يتم", "تم", "تمت", "جري", "سيتم", "ستتم"),
    )
)
_AT = "\N{ARABIC LETTER ALEF MAKSURA}"  # at, on (his arrival), which folds like "I have"
_VERBS = frozenset(("verb", "future", "cue", "CUE", "HEADED", "REL_CUE", "event_verb", "light", "cue_ambiguous"))
_I_SHALL = "\N{ARABIC LETTER SEEN}\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}"
_NO_DENIAL = frozenset(("ma", "+and", "+fa"))
_TO_SAY, _OPENS = ("يقول", "تقول", "يقولون"), frozenset(("comp", "colon", "quote_open"))
_JOINED = frozenset(("+and", "+fa", "CUE", "REL_CUE", "cue"))
_NAME, _FEWEST, _FEW, _FARTHEST = 5, 2, 6, 20
_ENDS = frozenset(
    ("stop", "CUE", "PART", "comp", "bi_comp", "colon", "LONG_QUOTE", "rel", "but", "while", "semicolon", "neg_verb")
)
_GOES_ON = frozenset(
    (
        *(
            "mark",
            "prep",
            "TIME",
            "adverb",
            "rel",
            "comp",
            "bi_comp",
            "+and",
            "+fa",
            "like",
            "while",
            "but",
            "prep_pron",
        ),
        *("according_prep", "according_prep_clause", "demonym", "CUE", "PART", "medium", "reflexive", "own_side"),
    )
)
_NAMED_SO = frozenset(
    (
        *(
            "org_head",
            "media_head",
            "medium",
            "named_after",
            "place_type",
            "event",
            "masdar",
            "cue_noun",
            "prep",
            "+bi",
        ),
        *("like", "+li", "li_free", "bi_free"),
    )
)
