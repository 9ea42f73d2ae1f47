"""Claims by layout: the headline "X: …", and speech whose attribution stands behind it."""

from __future__ import annotations

from khabar.grammar import BEGIN, END, Match, Slot, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.anchors import Anchor, agreement_of_verb, cue_offsets
from khabar.languages.ar.cues import Cue
from khabar.languages.ar.names import name_draft
from khabar.languages.ar.nouns import noun_phrase_end

_COLON = Cue(":", "say", "neutral", frozenset({"colon"}), frozenset(), "layout")


@rule(
    seq(
        BEGIN,
        run(unit(but=("mark", "stop", "CUE", "comp")), 1, 9)["who"],
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
    """,
    refuses="""
    بالصور: فيضانات تغمر الوادي
    عاجل: انفجار في المدينة القديمة
    """,
)
def headline_colon(m: Match) -> Anchor | None:
    """A headline that opens with a name and a colon quotes that name.  A colon behind a label (urgent, in pictures)
    does not, and a full sentence is no headline.
    """
    who, what = m.take("who"), m.take("what")
    if "stop" in m.units[m.last - 1].signature or noun_phrase_end(m.units, who.first, who.last) != who.last:
        return None
    head = m.units[who.first]
    if _is_label(who, what):
        return None
    if not head.signature & _SOURCES and not all(_nameish(u.signature) for u in who):
        return None
    colon = m.units[who.last]
    return Anchor(
        at=who.last,
        cue=_COLON,
        cue_span=(colon.start, colon.end),
        clause=0,
        cuts=False,
        frame="colon",
        opens=what.first,
        start=what.start,
        speaker=name_draft(m.units, who.first, who.last, m.text),
        headline=True,
        kind="layout",
        rule=m.rule.id,
    )


def _is_label(who: Slot, what: Slot) -> bool:
    """A country before the colon names the scene, not a speaker, when what follows tells an event or has its own speaker."""
    if not all("toponym" in u.signature or "demonym" in u.signature for u in who):
        return False
    return bool(what[0].signature & {"event", "event_head", "masdar", "NUMBER", "measure_word"}) or any(
        "CUE" in u.signature for u in what
    )


_SOURCES = frozenset(
    ("role", "unnamed", "org_head", "organisation", "media", "media_head", "given", "toponym", "demonym")
)


def _nameish(signature: frozenset[str]) -> bool:
    """An unknown word or a given name."""
    return not signature - {"given", "verb"}


@rule(
    seq(
        one_of("quote_close", "comma")["before"],
        maybe(unit("comma")),
        unit("CUE")["cue"],
        run(unit(but=("stop", "comp", "colon")), 0, 14)["who"],
        maybe(unit("stop")),
        END,
    ),
    takes="""
    "لن نغادر بيوتنا مهما حدث"، يقول المزارع حامد الزين.
        speaker: المزارع حامد الزين
        content: لن نغادر بيوتنا مهما حدث
    "المستشفى بلا وقود منذ يومين"، قالت الطبيبة.
        speaker: الطبيبة
    """,
    refuses="""
    وصل الوزير إلى المدينة، وقال إن الطريق آمن.
    "لن نغادر بيوتنا".
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
    if opened is None or close - opened < 4:
        return None
    end = noun_phrase_end(units, at + 1, len(units))
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
        content=(units[opened].end, units[close].start),
        kind="after",
        rule=m.rule.id,
    )
