"""Two places behind a type word in the dual: whatever stands there is their names, be they in no list and of two words."""

from __future__ import annotations

from khabar.grammar import Match, Unit, rule, run, seq, unit
from khabar.languages.ar.places.drafts import Seen, draft
from khabar.languages.ar.places.names import SURE
from khabar.languages.ar.places.unknown import MEMBER, UNKNOWN
from khabar.languages.drafts import PlaceDraft

_NO_NAME = ("mark", "quote", "prep", "comp", "rel", "TIME", "NUMBER", "demonym", "place_side", "+bi", "+li", "ordinal")
_WORD = unit(but=(*_NO_NAME, "+and", "+pron", "place_adjective", "role"))
_NEXT = unit("+and", but=("mark", "prep", "comp", "TIME", "NUMBER", "+pron", "demonym", "place_type"))
_DONE = frozenset(("masdar", "event"))


@rule(
    seq(unit("place_two", but=("+al", "+pron"))["type"], run(_WORD, 1, 2)["first"], _NEXT["second"]),
    takes="""
        قصف المسلحون منطقتي باب الصنوبر والعوامري بالدبابات
            text: باب الصنوبر
        قصف المسلحون منطقتي باب الصنوبر والعوامري بالدبابات
            text: العوامري
        داهمت الشرطة مدينتي سجران ومنزل نورقيبة من الولاية
            text: منزل نورقيبة
            kind: settlement
        قصفت الطائرات قريتي دير السوسن والزيتونية في الريف
            text: الزيتونية
    """,
    refuses="""
        تقع القاعدة بين منطقتي العمليات والإمداد
        أحب مدينتي الجميلة وأهلها
        زار الوفد مدينتي السلام وبيتها
    """,
)
def two_behind_type_word(m: Match) -> list[PlaceDraft] | None:
    """The dual of a type word governs two names, the second joined by "and": no list need know them, nor be they single words.

    Known names alone, and rows of single words that may be names, are read as behind any type word.
    """
    kind, first, at = m.take("type")[0]["place_type"], m.take("first"), m.take("second").first
    last = _end_of_second(m, at)
    names = ((first.first, first.last), (at, last))
    if any(_is_no_name(m.units[begin], end - begin) for begin, end in names):
        return None
    if all(end == begin + 1 and not _IN_ROWS.isdisjoint(m.units[begin].signature) for begin, end in names):
        return None
    return [_one(m, kind, begin, end) for begin, end in names if begin < at or _stands_alone(m, first.first, at)]


_IN_ROWS = frozenset((MEMBER, UNKNOWN, "place_name"))


def _stands_alone(m: Match, first: int, at: int) -> bool:
    """Whether the second name is none of those that only a known place beside it makes a place."""
    return SURE in m.units[at] or "place_name" not in m.units[at] or "place_name" in m.units[first]


def _one(m: Match, kind: str, begin: int, end: int) -> PlaceDraft:
    """The draft of a name, be it in no list, or of two words."""
    if end == begin + 1 and "place_name" in m.units[begin]:
        return draft(m, begin, Seen("typed", kind))
    seen = Seen("suggested", kind, joined="+and" in m.units[begin])
    return draft(m, begin, seen) if end == begin + 1 else draft(m, begin, seen, begin, end)


def _end_of_second(m: Match, at: int) -> int:
    """Where the second name ends: an indefinite noun of the lists takes the word behind it (and the house of X)."""
    here = m.units[at]
    headed = "+al" not in here and ("countable" in here or "place_head" in here)
    behind = m.units[at + 1].signature if at + 1 < len(m.units) else frozenset(_NO_NAME)
    return at + 2 if headed and behind.isdisjoint((*_NO_NAME, "+and", "FINITE")) else at + 1


def _is_no_name(unit_: Unit, words: int) -> bool:
    """Whether a word is a noun of the lists that names nothing: what is done there, people, a thing that nothing makes a name."""
    if {"place_name", MEMBER} & unit_.signature or words > 1:
        return False
    if "people" in unit_ or "countable" in unit_:
        return True
    return bool(_DONE & unit_.signature)


PAIR_RULES = (two_behind_type_word,)
