"""Claims of responsibility: the one cue whose object usually stands before its subject."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, one_of, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_verb, clause_start, cue_offsets, of_thing
from khabar.languages.ar.claims.relays import middle
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import is_article, is_finite

_BODIES = frozenset(("org_head", "organisation", "media", "role", "people", "demonym"))


@rule(
    seq(unit("CUE"), one_of("event", "event_head", "masdar")),
    takes="""
    وتبنى الهجوم تنظيم الراية السوداء عبر قناته.
        speaker: تنظيم الراية السوداء
        content: الهجوم
        act: claim_responsibility
    وتبنت العملية حركة الشمال الحر.
        speaker: حركة الشمال الحر
        content: العملية
    """,
    refuses="""
    وتبنى المجلس قراراً جديداً.
    وتبنى تنظيم الراية السوداء الهجوم.
    """,
)
def act_then_claimant(m: Match) -> Anchor | None:
    """Who claimed an act is the news, so the act, known by now and definite, comes first and the claimant last."""
    at, units = m.first, m.units
    cue = units[at]["cue"]
    if cue.act != "claim_responsibility" or at + 2 >= len(units):
        return None
    act = at + 1
    if not is_article(units[act]):
        return None
    first = act + 1
    while first < len(units) and is_article(units[first]) and not units[first].signature & _BODIES:
        first += 1
    if first >= len(units) or not units[first].signature & _BODIES or is_article(units[first]):
        return None
    end = noun_phrase_end(units, first, len(units))
    if end == first:
        return None
    return Anchor(
        at=at,
        cue=cue,
        cue_span=cue_offsets(units[at]),
        clause=clause_start(units, at),
        cuts=True,
        frame="np",
        opens=None,
        start=units[act].start,
        speaker=name_draft(units, first, end, m.text),
        agreement=agreement_of_verb(units[at]),
        via=middle(units, end, min(end + 4, len(units)), m.text).via,
        content=(units[act].start, units[first - 1].end),
        kind="object_first",
        rule=m.rule.id,
    )


@rule(
    seq(unit("responsibility"), unit("prep_pron")),
    takes="""
    وقتل ثلاثة في هجوم أعلن تنظيم الراية السوداء مسؤوليته عنه.
        cue: أعلن
        speaker: تنظيم الراية السوداء
        content: هجوم
        act: claim_responsibility
    ودمر الجسر التفجير الذي أعلنت حركة الشمال الحر مسؤوليتها عنه.
        speaker: حركة الشمال الحر
        content: التفجير
        act: claim_responsibility
    """,
    refuses="""
    وأعلنت حركة الشمال الحر مسؤوليتها عن التفجير.
    ووقع هجوم لم تعلن أي جهة مسؤوليتها عنه.
    """,
)
def act_it_answers_for(m: Match) -> Anchor | None:
    """In a clause that describes an act, "its responsibility for it" closes the clause: the act stands before the verb, its
    claimant behind.
    """
    units = m.units
    at = next((k for k in range(m.first - 1, max(m.first - 12, 0), -1) if "cue" in units[k].signature), 0)
    cue = units[at].get("cue")
    if not at or units[m.first + 1].view not in _FOR_IT or cue is None or cue.lemma not in _DECLARES:
        return None
    if noun_phrase_end(units, at + 1, m.first) != m.first or units[at].signature & {"+and", "+fa"}:
        return None
    return _of_act_before(m, at, (at + 1, m.first))


_FOR_IT = ("عنه", "عنها", "عنهما", "عنهم")
_ITS = ("ه", "ها", "هم", "هما")
_DECLARES = ("أعلن", "تبنى", "أكد", "تحمل", "زعم", "ادعى")


@rule(
    seq(
        unit("CUE", but=("+pron",)),
        run(unit(but=("stop", "comp", "bi_comp", "colon", "CUE")), 2, 14, short=True)["who"],
        unit("responsibility")["its"],
        unit("an"),
        run(unit(but=("stop",)), 1, 2, short=True)["act"],
    ),
    takes="""
    وأعلنت جماعة غير معروفة تطلق على نفسها اسم "ألوية السهل" مسؤوليتها عن الهجوم.
        speaker_name: ألوية السهل
        content: الهجوم
        act: claim_responsibility
    وأعلن فصيل مقرب من المعارضة يقاتل في الشمال مسؤوليته عن تفجير الجسر.
        speaker: فصيل مقرب من المعارضة
        content: تفجير الجسر
        act: claim_responsibility
    """,
    refuses="""
    وأعلنت الحكومة تشكيل لجنة مسؤوليتها عن الإغاثة كاملة.
    وأعلنت الشركة، في بيان، مسؤوليتها عن الدين.
    """,
)
def described_claimant(m: Match) -> Anchor | None:
    """A claimant nobody knew is described first, by its name or by where it fights, and its responsibility for what it did
    stands behind the description.
    """
    units, at, its = m.units, m.first, m.take("its").first
    if units[at]["cue"].lemma not in _DECLARES or not units[at + 1].signature & _BODIES:
        return None
    if not units[its].view.endswith(_ITS):
        return None
    end = noun_phrase_end(units, at + 1, its)
    described = any("verb" in unit.signature and is_finite(unit) for unit in units[end:its])
    act = units[m.take("act").first]
    if end in (at + 1, its) or not described or (act.get("event") or {}).get("type") != "ASSAULT":
        return None
    opened = next((k for k in range(its - 1, end, -1) if "quote_open" in units[k].signature), None)
    who = name_draft(units, at + 1, end, m.text)
    if opened is not None and "quote_close" in units[its - 1].signature:
        who = replace(who, name=m.text[units[opened + 1].start : units[its - 2].end])
    return Anchor(
        at=at,
        cue=replace(units[at]["cue"], act="claim_responsibility"),
        cue_span=cue_offsets(units[at]),
        clause=clause_start(units, at),
        cuts=True,
        frame="np",
        opens=m.take("act").first,
        start=act.cut,
        speaker=who,
        agreement=agreement_of_verb(units[at]),
        kind="object_first",
        rule=m.rule.id,
    )


@rule(
    seq(unit("cue", "+pron", but=("+and", "+fa")), one_of(*sorted(_BODIES))),
    takes="""
    وقتل ثلاثة في هجوم تبناه تنظيم الراية السوداء.
        cue: تبناه
        speaker: تنظيم الراية السوداء
        content: هجوم
        act: claim_responsibility
    وأصيبت طفلة في تفجير تبنته حركة الشمال الحر أمس.
        speaker: حركة الشمال الحر
        content: تفجير
    """,
    refuses="""
    وصوت النواب على قرار تبناه المجلس.
    وتبناه تنظيم الراية السوداء.
    """,
)
def act_claimed_in_clause(m: Match) -> Anchor | None:
    """An act without the article takes its clause without a relative pronoun (an attack that X claimed)."""
    units, at = m.units, m.first
    if units[at]["cue"].act != "claim_responsibility" or at == 0:
        return None
    return _of_act_before(m, at, (at + 1, noun_phrase_end(units, at + 1, len(units))))


def _of_act_before(m: Match, at: int, claimant: tuple[int, int]) -> Anchor | None:
    """The anchor of the verb at `at` whose content is the act that its clause describes."""
    units = m.units
    act = _described_act(units, at - 1 if "rel" in units[at - 1].signature else at)
    if act is None or claimant[1] <= claimant[0]:
        return None
    start = units[act].cut + (1 if units[act].signature & {"+bi", "+li"} else 0)
    cue = replace(units[at]["cue"], act="claim_responsibility")
    anchor = of_thing(m, cue, at, (start, units[act].end), claimant)
    return replace(anchor, agreement=agreement_of_verb(units[at]))


def _described_act(units: Sequence[Unit], border: int) -> int | None:
    """The act of violence before `border`, with nothing between but what describes it (a suicide attack on X that)."""
    for at in range(border - 1, max(border - 9, -1), -1):
        event = units[at].get("event")
        if event is not None and event["type"] == "ASSAULT":
            return at
        if units[at].signature & {"comma", "stop", "colon", "comp", "CUE", "kana"}:
            return None
    return None
