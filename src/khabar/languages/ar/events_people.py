"""People whose name says what they do together: demonstrators, strikers, and the dead who fell."""

from __future__ import annotations

from khabar.grammar import Match, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.ar.events_drafts import trigger
from khabar.languages.ar.events_phrases import phrase_end, words
from khabar.languages.ar.events_settings import when, where
from khabar.languages.drafts import EventDraft


@rule(
    seq(
        run(one_of("NUMBER", "whoever"), 0, 1),
        unit("participants", but=("ACT",))["people"],
        not_ahead(one_of("colon")),
    ),
    takes="""
    خرج آلاف المتظاهرين إلى الساحة الكبرى.
        trigger: المتظاهرين
        type: PROTEST
        actor: آلاف المتظاهرين
    واصل المحتجون إغلاق الميناء.
        trigger: المحتجون
        type: PROTEST
    """,
    refuses="""
    حضر المدعوون الحفل.
    استمرت المظاهرات حتى المساء.
    """,
)
def demonstrators(m: Match) -> EventDraft | None:
    """Demonstrators demonstrate: the event, when the paragraph names it by no other word."""
    at = m.parts["people"][0]
    unit_ = m.units[at]
    return EventDraft(
        trigger=trigger(unit_),
        type="PROTEST",
        rule=m.rule.id,
        lemma=unit_.view,
        kind="people",
        phrase=trigger(unit_),
        where=where(m.units, at, at + 1),
        when=when(m.units, at, at + 1),
        actor=words(m.units, m.first, phrase_end(m.units, at), m.text),
        outcome=True,
    )


@rule(
    seq(one_of("NUMBER", "whoever", "falls"), unit("DEAD")["people"]),
    takes="""
    سقط عشرات القتلى في العاصمة.
        trigger: القتلى
        type: ASSAULT
        target: عشرات القتلى
    ثلاثة قتلى شمال المدينة.
        trigger: قتلى
        target: ثلاثة قتلى
    """,
    refuses="""
    أدت الغارات إلى سقوط عشرات القتلى.
    حضر عشرات الضيوف.
    """,
)
def the_dead(m: Match) -> EventDraft | None:
    """The dead stand for what killed them when the paragraph tells nothing else of it."""
    at = m.parts["people"][0]
    unit_ = m.units[at]
    return EventDraft(
        trigger=trigger(unit_),
        type="ASSAULT",
        rule=m.rule.id,
        lemma=unit_.view,
        kind="people",
        phrase=trigger(unit_),
        where=where(m.units, at, at + 1),
        when=when(m.units, at, at + 1),
        target=words(m.units, m.first, phrase_end(m.units, at), m.text),
        outcome=True,
    )
