"""Names of places in rows behind one type word, in quotation marks, and of two words: the lists need not know them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from msgspec.structs import replace

from khabar.grammar import BEGIN, Match, Unit, either, maybe, rule, run, seq, unit
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.ar.places.drafts import Seen, draft
from khabar.languages.ar.places.names import COMMON, SURE, WEAK
from khabar.languages.ar.places.traps import ANY_NAME, GRADES
from khabar.languages.ar.places.typed import DATES
from khabar.languages.ar.places.unknown import MEMBER, SEAT, UNKNOWN, is_second, is_unknown
from khabar.languages.drafts import PlaceDraft

_REST = unit(
    but=("mark", "quote", "prep", "comp", "rel", "TIME", "NUMBER", "place_type", "place_side", "+and", "+bi", "+li")
)


@rule(
    seq(
        unit("place_plural", but=("+al", "+pron"))["type"],
        either(ANY_NAME, unit(MEMBER), unit(UNKNOWN))["first"],
        run(seq(maybe(unit("comma")), unit("+and", some=(*GRADES, MEMBER)), maybe(unit(MEMBER, but=("+and",)))), 1, 8),
    ),
    takes="""
        سيطر الجيش على قرى سيحة، ومحزم، والجبيرة
            text: محزم
        استهدفت الغارات مديريتي كرسوم وسحنان
            text: كرسوم
        قصفت الطائرات مناطق الجبيرة ومحزم
            text: الجبيرة
    """,
    refuses="""
        زار الوفد مناطق أخرى ومحطات
        عمت المظاهرات مدناً وقرى
    """,
)
def row_behind_type_word(m: Match) -> list[PlaceDraft] | None:
    """The villages of X, Y and Z, the two districts of X and Y: a row of names, whether the lists know them or not."""
    kind, first = m.take("type")[0]["place_type"], m.take("first")
    told = COMMON in first[0] and "place_strict" not in m.units[m.first]
    if not told and all("place_name" in unit_ or "comma" in unit_ for unit_ in m.units[first.first : m.last]):
        return None  # known names alone are read as behind any type word
    return [
        draft(m, at, Seen("typed" if "place_name" in m.units[at] else "suggested", kind), *_whole(m, at))
        for at in range(first.first, m.last)
        if "comma" not in m.units[at] and not _is_half(m.units, at)
    ]


def _is_half(units: Sequence[Unit], at: int) -> bool:
    """The second half of a name in a row (the villages of X and Dhi | Y)."""
    return MEMBER in units[at].signature and {MEMBER, "place_head"} <= units[at - 1].signature


def _whole(m: Match, at: int) -> tuple[int, int] | tuple[()]:
    """The units of a name of two words in a row; nothing for one of a single word."""
    return (at, at + 2) if at + 1 < m.last and _is_half(m.units, at + 1) else ()


_REVIVAL = "إحياء"  # spelt like "quarters" but for its hamza
_QUOTED_WORD = unit(
    but=(
        "mark",
        "quote",
        "prep",
        "comp",
        "rel",
        "TIME",
        "NUMBER",
        "place_adjective",
        "demonym",
        "org_head",
        "organisation",
    )
)


@rule(
    seq(
        unit(some=("place_strict", "place_plural"), but=("+al", "+pron"))["type"],
        unit("quote_open"),
        run(_QUOTED_WORD, 1, 6)["name"],
        unit("quote_close"),
    ),
    takes="""
        سيطر الجيش على مديرية «مشقة وحدران» كاملة
            text: مشقة وحدران
        قصفت الطائرات قرية "محزم" فجرا
            text: محزم
        استهدفت الغارات مناطق «عابدة وكرسوم والجبيرة»
            text: عابدة
    """,
    refuses="""
        وصف الوزير المدينة بأنها "آمنة"
        أعلن الجيش محافظة "منطقة منكوبة"
    """,
)
def name_in_quotation_marks(m: Match) -> list[PlaceDraft] | None:
    """Quotation marks around what stands behind a type word only show that it is a name."""
    kind, name = m.take("type")[0]["place_type"], m.take("name")
    if ("place_type" in name[0] and "place_name" not in name[0]) or m.units[m.first].text.endswith(_REVIVAL):
        return None
    single = "place_plural" not in m.take("type")[0]
    if single and (len(name) > 1 or "place_name" not in name[0]):
        return [draft(m, name.first, Seen("suggested", kind), name.first, name.last)]
    starts = [name.first, *(at for at in range(name.first + 1, name.last) if "+and" in m.units[at]), name.last]
    return [
        draft(m, at, Seen("suggested", kind), at, end)
        if end > at + 1
        else draft(m, at, Seen("typed" if "place_name" in m.units[at] else "suggested", kind))
        for at, end in pairwise(starts)
    ]


@rule(
    seq(
        unit("place_strict", but=("+al", "+pron"))["type"],
        unit(some=(WEAK, COMMON, UNKNOWN), but=("cue", *DATES)),
        _REST,
    ),
    takes="""
        دارت المعارك في مديرية صبر الموازم
            text: صبر الموازم
        هاجم مسلحون بلدة كرسوم الأشعور
            text: كرسوم الأشعور
    """,
    refuses="""
        هاجم مسلحون بلدة الكسوة القديمة
        قصف الجيش مدينة مديات التركية
    """,
)
def unknown_name_of_two_words(m: Match) -> list[PlaceDraft] | None:
    """A definite word right behind the name of a town or village, and no adjective, is the second half of its name."""
    head, second = m.units[m.first], m.units[m.last - 1]
    if not is_second(second, head) or "place_not_name" in m.units[m.first + 1]:
        return None
    return [draft(m, m.first + 1, Seen("suggested", head["place_type"]), m.first + 1, m.last)]


_WRITTEN_THERE = unit(but=("mark", "quote", "prep", "comp", "rel", "TIME", "NUMBER", "cue", "media", "org_head"))


@rule(
    seq(
        BEGIN,
        run(_WRITTEN_THERE, 1, 3, short=True)["name"],
        unit("TIME"),
        unit("bracket_open"),
        run(unit(but=("bracket_close",)), 1, 4),
        unit("bracket_close"),
        unit("dash"),
    ),
    takes="""
        قصر السنديان 20-4-2024 (رواق) - غرق القارب
            text: قصر السنديان
        لاركوند 5 مايو 2023 (رواق) - عاد التيار
            text: لاركوند
    """,
    refuses="""
        غرق القارب 20-4-2024 (رواق)
        دمشق 20-4-2024 (رواق) - غرق القارب
    """,
)
def unknown_place_of_a_dateline(m: Match) -> list[PlaceDraft] | None:
    """What stands before the day and the agency that open an item is where it was written, be it in no list."""
    words = m.take("name")
    if any("place_name" in unit_ for unit_ in m.units[words.first : words.last]):
        return None
    return [draft(m, words.first, Seen("suggested", "settlement"), words.first, words.last)]


_INTO = unit(
    some=("fi", "ila", "place_type", "event_noun", "event_verb", "hit"),
    but=("+al", "+pron", "place_rural", "place_strict", "place_facility", "place_side", "place_plural", "place_road"),
)


@rule(
    seq(_INTO, unit("place_rural", but=("+al", "+pron", SURE)), unit(but=("mark", "prep", "FINITE", "TIME", "NUMBER"))),
    takes="""
        قصف الجيش السوق في تل الصنوبر
            text: تل الصنوبر
            kind: settlement
        اندلعت اشتباكات في كفر سوسن
            text: كفر سوسن
        هاجم مسلحون سوق خربة الغزلان
            text: خربة الغزلان
    """,
    refuses="""
        وقف الجندي في تل مرتفع
        عثر الأهالي على الجثث في بئر مهجورة
        عثر الأهالي على الجثث في بئر القرية
    """,
)
def unknown_village(m: Match) -> list[PlaceDraft] | None:
    """Half of all villages begin with hill, ruin, hamlet, convent, well: where somebody is in one, it and the word behind make a
    name, unless that word only describes it.
    """
    head, second = m.units[m.last - 2], m.units[m.last - 1]
    signature = second.signature
    if is_article(second) or second.view.startswith(_ARTICLE):
        named = not signature - _SECONDS
    else:
        named = bool(head.signature & {"place_mound"} or head.view == _HAMLET) and _is_bare_name(second, head)
    if not named:
        return None
    whole = draft(m, m.last - 2, Seen("suggested", "settlement"), m.last - 2, m.last)
    return [replace(whole, candidates=(), inside=False)]


_ARTICLE, _HAMLET = "ال", "كفر"
_SECONDS = frozenset(
    (
        "+al",
        "name",
        "given",
        "toponym",
        "masdar",
        "verb",
        "media_name",
        "place_definite",
        UNKNOWN,
        "place_name",
        WEAK,
        COMMON,
    )
)


def _is_bare_name(second: Unit, head: Unit) -> bool:
    """Whether a word without article names the village: some person's or plant's name, or no word that a list knows."""
    signature = second.signature
    if signature & {"kind_adjective", "quality", "place_adjective"} or signature - _SECONDS:
        return False
    if signature & {"given"} or {"name", "toponym"} <= signature:
        return True
    return (UNKNOWN in signature or is_unknown(second, head)) and not _DESCRIBES.match(second.view)


_DESCRIBES = re.compile(r"(?:م\w{2,}|\w\w[يو]\w|\wا\w\w|\w+يه?)$")  # high, deserted, old, wide: shapes of adjectives


@rule(
    unit(SEAT),
    takes="""
        أنقذ خفر السواحل في لاركوند 30 بحاراً
            text: لاركوند
            kind: area
        قالت الشرطة في كاراتوس إن الجسر انهار
            text: كاراتوس
            kind: settlement
    """,
    refuses="""
        قالت الشرطة في تغريدة إن الجسر انهار
        توقفت الشرطة في زنازينها عن العمل
        قال رجل في كاراتوس إن الجسر انهار
    """,
)
def seat_of_a_body(m: Match) -> list[PlaceDraft]:
    """Where the police, the coast guard, a ministry is at work has a name: a foreign word behind "in" that no list knows is it, a
    town of police, else land of whatever standing.
    """
    one = draft(m, m.first, Seen("suggested", "settlement"))
    of_town = m.first > 1 and "police" in m.units[m.first - 2].signature
    return [one if of_town else replace(one, kind="area")]


ROW_RULES = (
    row_behind_type_word,
    name_in_quotation_marks,
    unknown_name_of_two_words,
    unknown_place_of_a_dateline,
    unknown_village,
    seat_of_a_body,
)
