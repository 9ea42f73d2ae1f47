"""Words that nobody is named for: what "they" told those who are quoted, and what was declared to be something."""

from __future__ import annotations

from khabar.grammar import Match, Unit, behind, maybe, rule, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, clause_start, cue_offsets
from khabar.languages.ar.claims.impersonal import is_passive
from khabar.languages.ar.phrases.shapes import is_article

_NOT_CONTENT = ("mark", "comp", "bi_comp", "prep", "colon", "TIME", "rel", "and_free")


@rule(
    seq(
        behind(unit("quote_open")),
        unit("CUE", but=("+pron",))["cue"],
        unit("prep_pron", "to_us"),
        unit(but=_NOT_CONTENT)["words"],
    ),
    takes="""
    وقال الرجل "قالوا لنا انتظروا هنا، ثم رحلوا".
        cue: قالوا
        content: انتظروا هنا
    وصرخت الأم: "قالوا لي عودي غداً".
        cue: قالوا
        content: عودي غداً
    """,
    refuses="""
    وقال الرجل "قالوا لنا إن الطريق مقطوع".
    وقال الرجل "جاؤوا لنا بالخبز".
    قالوا له الحقيقة.
    """,
)
def said_to_us(m: Match) -> Anchor | None:
    """Whoever is quoted tells what "they" said to him: their words stand right behind "to me", with neither "that" nor a mark of
    their own.  Who they are is not told.
    """
    at, first = m.take("cue").first, m.take("words").first
    unit_ = m.units[at]
    said = unit_["cue"].lemma in _SAID and any(slot[1] == "3" and slot.endswith("mp") for slot in unit_["verb"])
    return _nobodys(m, at, first) if said else None


_SAID = ("قال", "صرخ", "هتف", "صاح")


@rule(
    seq(
        unit("CUE", "declares", but=("+pron",))["cue"],
        maybe(unit("TIME"))["day"],
        unit(but=_NOT_CONTENT)["what"],
        unit(but=_NOT_CONTENT)["as"],
    ),
    takes="""
    وأُعلن الخميس يوم حداد وطني.
        cue: أُعلن
        content: الخميس يوم حداد وطني
    أُعلنت البلدة منطقة منكوبة.
        cue: أُعلنت
        content: البلدة منطقة منكوبة
    """,
    refuses="""
    أُعلن الخميس فتح باب الترشح.
    أعلنت البلدة حداداً عاماً.
    أُعلن الخميس عن الفائزين بالجوائز.
    """,
)
def declared_to_be(m: Match) -> Anchor | None:
    """Something was declared to be something: a day one of mourning, a town an area of disaster.  The verb is passive and nobody
    is named, but somebody said so.
    """
    at, what = m.take("cue").first, m.take("what").first
    if not is_passive(m.units[at]):
        return None
    first, last = m.parts.get("day") or (0, 0)
    if last > first:
        return _nobodys(m, at, at + 1) if m.units[what].view.partition(" ")[0] in _A_DAY else None
    known = is_article(m.units[what]) and not is_article(m.units[what + 1])
    return _nobodys(m, at, what) if known and not _is_act(m.units[what]) and _is_noun(m.units[what + 1]) else None


_A_DAY = ("يوم", "يوما", "عطله")


def _is_act(unit_: Unit) -> bool:
    return bool(unit_.signature & {"event", "event_noun", "masdar", "cue_noun", "abstract"})


def _is_noun(unit_: Unit) -> bool:
    return unit_.signature.isdisjoint(("FINITE", "NUMBER", "adverb", "ACT_VERB", "+and", "+bi", "+li"))


def _nobodys(m: Match, at: int, first: int) -> Anchor:
    """The claim of a cue and the clause behind it, up to its first mark."""
    unit_, last = m.units[at], first + 1
    while last < len(m.units) and not m.units[last].signature & _ENDS:
        last += 1
    return Anchor(
        at=at,
        cue=unit_["cue"],
        cue_span=cue_offsets(unit_),
        clause=clause_start(m.units, at),
        cuts=True,
        frame="np",
        opens=None,
        start=m.units[first].cut,
        content=(m.units[first].cut, m.units[last - 1].end),
        found_by="impersonal",
        rule=m.rule.id,
    )


_ENDS = frozenset(("comma", "stop", "semicolon", "quote_close", "colon", "and_free", "PART"))
