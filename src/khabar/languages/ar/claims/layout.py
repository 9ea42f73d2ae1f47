"""Claims by layout: the headline "X: …", and speech whose attribution stands behind it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import BEGIN, END, Match, Slot, Unit, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_verb, cue_offsets
from khabar.languages.ar.claims.colons import (
    SOURCES,
    at_colon,
    behind_bar,
    is_label,
    is_person,
    joined_source,
    named_before,
    source_before,
    tells_news,
)
from khabar.languages.ar.claims.relays import middle
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import is_finite
from khabar.languages.drafts import ViaDraft


@rule(
    seq(
        BEGIN,
        run(unit(but=("stop", "CUE", "comp", "colon")), 1, 14)["who"],
        unit("colon"),
        run(unit(), 2, 60)["what"],
        END,
    ),
    takes="""
    وزير الداخلية: الوضع تحت السيطرة
        speaker: وزير الداخلية
        content: الوضع تحت السيطرة
        headline: True
    الأمم المتحدة: آلاف النازحين بلا مأوى
        speaker: الأمم المتحدة
        content: آلاف النازحين بلا مأوى
    "رواق": السد مهدد بالانهيار
        speaker_name: رواق
    سالم النوري تعليقاً على الحريق: لن ننسى من رحلوا
        speaker: سالم النوري
    عاجل | وزير الداخلية: الوضع تحت السيطرة
        speaker: وزير الداخلية
    """,
    refuses="""
    بالصور: فيضانات تغمر الوادي
    تحليل: لماذا يخشى السكان العودة؟
    عاجل: انفجار في المدينة القديمة
    تهريب الذهب عبر الحدود: قصة طويلة
    """,
)
def headline_colon(m: Match) -> Anchor | None:
    """A headline that opens with a name and a colon quotes that name.  A colon behind a label (urgent, in pictures)
    does not, and a full sentence is no headline.
    """
    who, what = m.take("who"), m.take("what")
    last = m.units[m.last - 1].signature
    if "stop" in last and not last & {"ellipsis", "question_mark"}:
        return None
    return _before_colon(m, behind_bar(m.units, who), who, what)


def _before_colon(m: Match, first: int, who: Slot, what: Slot) -> Anchor | None:
    """The anchor of the source that stands at units[first] before the colon behind `who`, and of its words `what`."""
    found = source_before(m.units, first, who.last)
    if found is None or is_label(m.units[found[0] : found[1]], what):
        return None
    first, end, relay = found
    speaker = named_before(m.units, first, end, m.text)
    return replace(
        at_colon(m, who.last, what.first),
        speaker=speaker if relay is None else name_draft(m.units, *relay, m.text),
        via=middle(m.units, end, who.last, m.text).via if relay is None else (ViaDraft(speaker),),
        headline=True,
    )


@rule(
    seq(
        BEGIN,
        run(one_of("flash", "link", "mark", but=("quote_open",)), 0, 5)["label"],
        run(unit(but=("stop", "CUE", "comp", "colon")), 1, 14)["who"],
        unit("colon"),
        run(unit(), 2, 60)["what"],
        END,
    ),
    takes="""
    عاجل - وزارة الري: انهيار جزء من سد الشمال.
        speaker: وزارة الري
        content: انهيار جزء من سد الشمال
    #عاجل | الدفاع المدني: إنقاذ خمسة صيادين قبالة تل الزيتون.
        speaker: الدفاع المدني
    وزير الداخلية: لن نسمح بعودة الفوضى.
        speaker: وزير الداخلية
        content: لن نسمح بعودة الفوضى
    سالم النوري: لن نعود إلى القرية قبل الربيع.
        speaker: سالم النوري
    """,
    refuses="""
    رئيس التحرير: سالم النوري.
    عاجل: انفجار في المدينة القديمة.
    رواق: ارتفعت أسعار القمح أمس الخميس.
    محافظة الضفاف: 19 بينهم أربعة أطفال.
    """,
)
def line_colon(m: Match) -> Anchor | None:
    """A line of flash news names its source before a colon and may close with a full stop, under a label (urgent) or without
    one; without one only an office or a body speaks, and what it says tells something.  A province heads its part of a list.
    """
    label, who, what = m.take("label"), m.take("who"), m.take("what")
    urgent = any("flash" in unit.signature or unit.text.startswith("#") for unit in label)
    named = m.units[who.first].signature & _SPEAKERS or is_person(m.units, who.first, who.last)
    if m.units[who.first].view in _REGIONS or not (urgent or (named and tells_news(what))):
        return None
    return _before_colon(m, who.first, who, what)


_REGIONS = ("محافظه", "ولايه", "اقليم", "مقاطعه", "مدينه", "بلده", "ريف", "قضاء", "منطقه")  # heads of a list by regions
_SPEAKERS = frozenset(("role", "org_head", "organisation", "unnamed", "ministry"))


@rule(
    seq(
        BEGIN,
        run(unit(but=("stop", "CUE", "comp", "colon")), 3, 14)["who"],
        unit("colon"),
        unit("quote_open"),
        run(unit(), 2, 60)["what"],
        END,
    ),
    takes="""
    بلدية المرفأ تسحب قرار الإغلاق: "سوء فهم"
        speaker: بلدية المرفأ
        content: سوء فهم
    الجيش ينسحب من تل الزيتون: «حماية للمدنيين»
        speaker: الجيش
        content: حماية للمدنيين
    """,
    refuses="""
    بلدية المرفأ تسحب قرار الإغلاق
    انفجار يهز تل الزيتون: "القيامة"
    """,
)
def headline_quotation(m: Match) -> Anchor | None:
    """A headline that tells what somebody does and closes with a colon and a quotation lets him say why."""
    units, who, what = m.units, m.take("who"), m.take("what")
    first = behind_bar(units, who)
    head = units[first].signature
    if not head & SOURCES or head & {"event", "event_head", "people", "cue_noun", "document"} - {"event_head"}:
        return None
    end = noun_phrase_end(units, first, who.last)
    verb = next((k for k in range(first + 1, min(end + 1, who.last)) if is_finite(units[k])), None)
    if verb is None or noun_phrase_end(units, first, verb) != verb or "quote_close" not in units[m.last - 1].signature:
        return None
    speaker = name_draft(units, first, verb, m.text)
    return replace(at_colon(m, who.last, what.first - 1), speaker=speaker, headline=True)


@rule(
    seq(
        BEGIN,
        run(unit(but=("stop", "comp", "colon")), 4, 20)["news"],
        unit("colon"),
        run(unit(), 2, 60)["what"],
        END,
    ),
    takes="""
    الجيش يدخل تل الزيتون والمحافظ: لن نغادر المدينة
        speaker_name: المحافظ
        content: لن نغادر المدينة
    النادي يخسر مباراته الثانية وسامي النوري: لا أعذار لدينا
        speaker_name: سامي النوري
    """,
    refuses="""
    الجيش يقصف تل الزيتون ومرفأ الشمال: خمسة قتلى
    الوزير سامي النوري ومستشاره: لن نغادر المدينة
    انفجار في السوق والمستشفى: عشرات الجرحى
    """,
)
def headline_sequel(m: Match) -> Anchor | None:
    """A headline that tells the news and lets somebody else speak behind it ("… and Erdogan: we will not agree")."""
    news, what = m.take("news"), m.take("what")
    first = joined_source(m.units, news.first, news.last)
    if first is None or "stop" in m.units[m.last - 1].signature:
        return None
    speaker = named_before(m.units, first, news.last, m.text)
    return replace(at_colon(m, news.last, what.first), clause=first, cuts=True, speaker=speaker, headline=True)


@rule(
    seq(
        one_of("quote_close", "comma")["before"],
        maybe(unit("comma")),
        unit("CUE")["cue"],
        run(unit(but=("stop", "comp", "colon", "comma")), 0, 14)["who"],
        one_of("stop", "comma"),
    ),
    takes="""
    "لن نغادر بيوتنا مهما حدث"، يقول المزارع حامد الزين.
        speaker: المزارع حامد الزين
        content: لن نغادر بيوتنا مهما حدث
    "المستشفى بلا وقود منذ يومين"، قالت الطبيبة.
        speaker: الطبيبة
    "لن نغادر أرضنا أبداً"، يقول المزارع حامد الزين، "مهما طال القصف".
        content: لن نغادر أرضنا أبداً"، يقول المزارع حامد الزين، "مهما طال القصف
    """,
    refuses="""
    وصل الوزير إلى المدينة، وقال إن الطريق آمن.
    "لن نغادر بيوتنا".
    وأعلنت منظمة "أطباء على الطريق" تقدر عدد المصابين بالمئات.
    """,
)
def words_then_speaker(m: Match) -> Anchor | None:
    """Speech first, attribution last («…»، قال فلان): what the quotation marks hold before the verb is the content."""
    units = m.units
    at = m.take("cue").first
    if "+and" in units[at].signature or not units[at]["cue"].frames & {"colon", "clause"}:
        return None
    close = next((k for k in range(at - 1, max(at - 4, -1), -1) if "quote_close" in units[k].signature), None)
    if close is None:
        return None
    opened = next((k for k in range(close - 1, -1, -1) if "quote_open" in units[k].signature), None)
    if opened is None or close - opened < 4 or (close == at - 1 and _names_somebody(units, opened)):
        return None
    end = noun_phrase_end(units, at + 1, len(units))
    if units[at]["cue"].is_to_somebody:
        end = split_object(units, at + 1, end)
    speaker = name_draft(units, at + 1, end, m.text) if end > at + 1 else None
    return Anchor(
        at=at,
        cue=units[at]["cue"],
        cue_span=cue_offsets(units[at]),
        clause=opened,
        cuts=True,
        frame="before",
        opens=None,
        start=units[opened].end,
        found_by="explicit" if speaker else "dropped",
        speaker=speaker,
        agreement=agreement_of_verb(units[at]),
        content=(units[opened].end, units[_goes_on(units, max(end, at + 1)) or close].start),
        kind="after",
        rule=m.rule.id,
    )


def _goes_on(units: Sequence[Unit], behind: int) -> int:
    """The mark that closes a second quotation right behind the speaker's comma ("…," says X, | "…"): both are one content that runs
    over the cue.  0 where none stands there.
    """
    at = behind + ("comma" in units[behind].signature if behind < len(units) else 0)
    if at == behind or at + 2 >= len(units) or "quote_open" not in units[at].signature:
        return 0
    return next((k for k in range(at + 2, len(units)) if "quote_close" in units[k].signature), 0)


def _names_somebody(units: Sequence[Unit], opened: int) -> bool:
    """Whether the marks that open at `opened` hold the name of a body or a medium, whose noun stands right before them."""
    return opened > 0 and bool(units[opened - 1].signature & {"org_head", "organisation", "media_head"})
