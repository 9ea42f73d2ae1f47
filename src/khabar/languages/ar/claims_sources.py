"""Claims by an attributive phrase: according to, quoting, as X said, and the relayed word "his saying that"."""

from __future__ import annotations

from khabar.grammar import Match, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.anchors import Anchor, agreement_of_verb
from khabar.languages.ar.cues import Cue
from khabar.languages.ar.names import name_draft
from khabar.languages.ar.nouns import is_article, noun_phrase_end
from khabar.languages.ar.openings import opening
from khabar.languages.drafts import Offsets, ViaDraft

_SAY = Cue("", "say", "neutral", frozenset({"clause", "colon"}), frozenset(), "according")


def _cue(distance: str) -> Cue:
    return _SAY if distance != "distances" else Cue("", "say", "distances", _SAY.frames, _SAY.flags, "according")


@rule(
    one_of("according_prep", "according_relay", "according_quote_of", but=("an", "min")),
    takes="""
    وبحسب بيان الرئاسة، ناقش الوزراء خطة الطوارئ.
        speaker: بيان الرئاسة
        speaker_name: الرئاسة
        content: ناقش الوزراء خطة الطوارئ
    وفرّ السكان من القرية، وفق مصدر أمني.
        speaker: مصدر أمني
        content: فرّ السكان من القرية
    """,
    refuses="""
    وتجرى الانتخابات وفق القانون.
    وسافر الوفد بحسب البرنامج المعد.
    """,
)
def according_to(m: Match) -> Anchor | None:
    """An attributive preposition before a noun phrase makes that phrase the speaker of the clause it is set off from;
    without such a clause, or before a thing that cannot speak (the law, the plan), it is no attribution.
    """
    at, units = m.first, m.units
    distance = next(units[at][n] for n in ("according_prep", "according_relay", "according_quote_of") if n in units[at])
    if "own_side" in units[at].signature or at + 1 >= len(units):
        return None
    end = noun_phrase_end(units, at + 1, len(units), governed=True)
    if end == at + 1 or not _can_speak(m, at + 1):
        return None
    content = _around(m, at, end)
    if content is None:
        return None
    return Anchor(
        at=at,
        cue=_cue(str(distance)),
        cue_span=(units[at].cut, units[at].end),
        clause=at - 1 if at and "comma" in units[at - 1].signature else at,
        cuts=True,
        frame="around",
        opens=None,
        start=content[0],
        speaker=name_draft(units, at + 1, end, m.text),
        content=content,
        kind="according",
        rule=m.rule.id,
    )


_BODIES = frozenset(
    ("role", "unnamed", "org_head", "organisation", "media", "media_head", "document", "people", "known_place")
)
_SPEAKERS = frozenset(
    (
        "role",
        "unnamed",
        "org_head",
        "organisation",
        "media",
        "media_head",
        "document",
        "given",
        "toponym",
        "medium",
        "people",
    )
)


def _can_speak(m: Match, first: int) -> bool:
    """A source: a person, a body, a medium or a document; not a law, a plan or a need."""
    head = m.units[first]
    if is_article(head) and not head.signature & _BODIES:
        return False
    if head.signature & _SPEAKERS or "quote_open" in head.signature:
        return True
    return (not head.signature - {"verb", "+al", "+li"} and "+al" not in head.signature) or "+pron" in head.signature


def _around(m: Match, at: int, end: int) -> Offsets | None:
    """The content: what follows up to the sentence's end when the phrase opens it, else what stands before in the sentence."""
    units = m.units
    if at <= 1 and end < len(units) - 1:
        begin = end + 1 if "comma" in units[end].signature else end
        return (units[begin].cut, units[-1].end) if begin < len(units) else None
    if at == 0:
        return None
    last = at - 1 if "comma" in units[at - 1].signature else at
    return (units[0].cut, units[last - 1].end) if last > 0 else None


@rule(
    seq(unit("according_prep_clause"), maybe(unit("qad")), unit("verb")["cue"]),
    takes="""
    وانقطعت الكهرباء عن ثلاث قرى، بحسب ما أعلنت شركة الكهرباء.
        cue: أعلنت
        speaker: شركة الكهرباء
        content: انقطعت الكهرباء عن ثلاث قرى
    ووصلت المساعدات إلى المخيم، وفق ما أفاد مسؤول محلي.
        cue: أفاد
        speaker: مسؤول محلي
    """,
    refuses="""
    وقال الناطق، بحسب ما نقلته الصحيفة، إن الجسر سليم.
    وسارت القافلة بحسب ما هو مخطط.
    """,
)
def as_said_by(m: Match) -> Anchor | None:
    """As in "according to what X said": the verb is the cue and its subject the speaker.  Inside another claim's frame the
    same words name a relay (see `relays`), and make no claim of their own.
    """
    units = m.units
    at = m.take("cue").first
    if "cue" not in units[at].signature and "broadcast" not in units[at].signature:
        return None
    if "like" in units[m.first].signature and (
        "cue" not in units[at].signature or opening(units, at + 1, units[at]["cue"])
    ):
        return None
    end = noun_phrase_end(units, at + 1, len(units))
    silent = end == at + 1
    if (silent and "+pron" not in units[at].signature) or _inside_frame(m, m.first, end):
        return None
    content = _around(m, m.first, end)
    if content is None:
        return None
    return Anchor(
        at=at,
        cue=units[at].get("cue") or _SAY,
        cue_span=(units[at].cut, units[at].end),
        clause=m.first - 1 if m.first and "comma" in units[m.first - 1].signature else m.first,
        cuts=True,
        frame="around",
        opens=None,
        start=content[0],
        found_by="dropped" if silent else "explicit",
        speaker=None if silent else name_draft(units, at + 1, end, m.text),
        agreement=agreement_of_verb(units[at]),
        content=content,
        kind="according",
        rule=m.rule.id,
    )


def _inside_frame(m: Match, first: int, end: int) -> bool:
    """Between a cue and its complementiser: the cue stands before, the complementiser follows right behind."""
    units = m.units
    following = (
        units[end + 1]
        if end + 1 < len(units) and "comma" in units[end].signature
        else units[end]
        if end < len(units)
        else None
    )
    if following is None or not following.signature & {"comp", "bi_comp", "colon"}:
        return False
    return any("CUE" in u.signature for u in units[:first])


@rule(
    seq(
        unit("carries"),
        run(unit(but=("an", "stop")), 1, 12, short=True)["relay"],
        unit("an"),
        run(unit(but=("stop",)), 1, 14, short=True)["who"],
        one_of("said_of_self", "comp", "colon", "LONG_QUOTE")["opens"],
    ),
    takes="""
    ونقلت وكالة رواق عن مصدر عسكري قوله إن الطائرات غادرت.
        cue: قوله
        speaker: مصدر عسكري
        content: الطائرات غادرت
    ونقل التلفزيون الرسمي عن الوزير أن الحدود مغلقة.
        speaker: الوزير
        content: الحدود مغلقة
    """,
    refuses="""
    ونقلت سيارات الإسعاف الجرحى إلى المستشفى.
    ونقل عن كاهله عبئاً ثقيلاً.
    """,
)
def carried_from(m: Match) -> Anchor | None:
    """A carried B's words (نقلت أ عن ب قوله إن): B is the speaker, A the relay."""
    units = m.units
    opens = m.take("opens")
    who = m.take("who")
    relay = m.take("relay")
    word = units[opens.first]
    at = opens.first if "said_of_self" in word.signature else m.first
    opened = opening(units, opens.first + (1 if "said_of_self" in word.signature else 0), _SAY)
    end = noun_phrase_end(units, who.first, who.last)
    relay_end = noun_phrase_end(units, relay.first, relay.last)
    if opened is None or end == who.first or relay_end == relay.first:
        return None
    return Anchor(
        at=at,
        cue=_SAY,
        cue_span=(units[at].cut, units[at].end),
        clause=m.first,
        cuts=True,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        speaker=name_draft(units, who.first, end, m.text),
        via=(ViaDraft(name_draft(units, relay.first, relay_end, m.text)),),
        kind="carried",
        rule=m.rule.id,
    )
