"""Verbs that "and" joins to a clause told before: whose they are."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_verb, cue_offsets
from khabar.languages.ar.claims.relative import described
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.openings import opening


@rule(
    unit("CUE", "+and"),
    takes="""
    وقال المرصد إن الصيادين خطفوا على أيدي جبهة النهر الأسود التي عادت وتبنت عملية الخطف.
        cue: تبنت
        speaker_name: جبهة النهر الأسود
        content: عملية الخطف
        act: claim_responsibility
    ووصلت إلى القرية رابطة الشمال التي وزعت الخيام ودعت إلى هدنة دائمة.
        cue: دعت
        speaker_name: رابطة الشمال
    """,
    refuses="""
    وقالت الوزيرة إن الجبهة التي خسرت القرية انسحبت، ودعت إلى هدنة دائمة.
    وزار الوزير السوق التي احترقت ودعا إلى هدنة دائمة.
    """,
)
def described_goes_on(m: Match) -> Anchor | None:
    """A verb that "and" joins to a relative clause has the subject of that clause: the noun it describes, not whoever spoke
    before, where the relative pronoun and both verbs agree.
    """
    units, at = m.units, m.first
    rel = _clause_before(units, at)
    if rel is None:
        return None
    cue = units[at]["cue"]
    opened = opening(units, at + 1, cue)
    told = any("CUE" in unit.signature for unit in units[:rel])
    if opened is None or "continues" in cue.flags or (told and opened.frame in ("clause", "colon", "quote")):
        return None
    alone = opened.at - (opened.frame not in ("np", "b", "li", "as", "quote")) == at + 1
    speaker = described(units, rel) if alone else None
    if speaker is None:
        return None
    return Anchor(
        at=at,
        cue=cue,
        cue_span=cue_offsets(units[at]),
        clause=at,
        cuts=True,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        found_by="pronoun",
        speaker=name_draft(units, *speaker, m.text),
        agreement=agreement_of_verb(units[at]),
        rule=m.rule.id,
    )


def _clause_before(units: Sequence[Unit], at: int) -> int | None:
    """The relative pronoun whose clause the verb at `at` goes on with: no mark and no other speech between, all agreeing."""
    forms = {slot[1:] for slot in units[at]["verb"]}
    for rel in range(at - 1, max(at - _CLAUSE, 0), -1):
        signature = units[rel].signature
        if signature & _ENDS_CLAUSE:
            return None
        if "rel" in signature and "ma" not in signature:
            wanted = _RELATED.get(units[rel].view)
            own = {slot[1:] for slot in units[rel + 1].get("verb") or ()}
            return rel if wanted in forms and wanted in own else None
    return None


_CLAUSE = 12
_ENDS_CLAUSE = frozenset(("comma", "stop", "colon", "comp", "bi_comp", "CUE", "PART", "quote", "LONG_QUOTE"))
_RELATED = {"التي": "3fs", "الذي": "3ms", "الذين": "3mp"}
