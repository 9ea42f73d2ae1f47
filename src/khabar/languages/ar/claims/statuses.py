"""The status that an act of speech itself gives its content: ordered, feared, hoped for, doubted."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.claims.light import act_noun
from khabar.record.vocabulary import Status


def status_of_act(anchor: Anchor, units: Sequence[Unit]) -> Status | None:
    """The status that the act itself gives its content: what is ordered is to be done, what is feared may come."""
    act, frame = anchor.cue.act, anchor.frame
    if act in ("order", "request") or ("quote" in anchor.cue.frames and _is_commanded(units, anchor)):
        return "directive"
    if anchor.cue.lemma == _LAYS_DOWN and frame in ("ala", "clause"):
        return "directive"
    if frame == "np" and anchor.opens is not None and units[anchor.opens].signature >= _NEAR:
        return "future"  # announced | the approach of the second phase
    if anchor.cue.lemma == _DOUBTS:
        return "possible"
    noun = act_noun(anchor, units)
    hopes = _HOPES in (anchor.cue.lemma, noun["cue_noun"].lemma if noun is not None else "")
    hopes = hopes or (noun is not None and _is_sure_of_act(units, anchor))
    if act == "promise" or hopes or (act == "threaten" and frame == "clause"):
        return "future"
    if act in ("warn", "threaten") and frame in ("min", "b", "an"):
        return "possible"
    return _status_of_expecting(anchor, units) if act == "expect" and frame == "clause" else None


def _is_sure_of_act(units: Sequence[Unit], anchor: Anchor) -> bool:
    """Whether somebody is confident of an act (expressed his confidence in | the overcoming of), which is then to come."""
    at = anchor.opens
    if at is None or at + 2 >= len(units) or not units[at].view.startswith(_TRUST):
        return False
    of = 2 if "fi" in units[at + 1].signature else 1
    glued = of == 2 or "+bi" in units[at + 1].signature
    return glued and "masdar" in units[at + of].signature


def _is_commanded(units: Sequence[Unit], anchor: Anchor) -> bool:
    """Whether shouted words begin with a command to several (come out, get away)."""
    first = next((u for u in units[anchor.opens or 0 :] if not u.signature & {"mark", "quote"}), None)
    return first is not None and _COMMAND.fullmatch(first.view) is not None


_NEAR = frozenset(("abstract", "close"))
_COMMAND = re.compile("ا\\w{2,}وا")


def _status_of_expecting(anchor: Anchor, units: Sequence[Unit]) -> Status | None:
    """What is expected to do something will do it; what is expected to be so, or is ruled out, may be so."""
    lemma, at = anchor.cue.lemma, anchor.opens
    verb = units[at].get("verb") if at is not None and lemma in (*_EXPECTS, _RULES_OUT) else None
    if at is None or not verb or not any(slot[0] in "iIjJ" for slot in verb):
        return None
    return "possible" if lemma == _RULES_OUT or "kana" in units[at].signature else "future"


_RULES_OUT, _EXPECTS = "استبعد", ("توقع", "رجح", "متوقع", "تنبأ")
_HOPES, _DOUBTS = "أمل", "شكك"
_TRUST = ("ثقه", "ثقت")
_LAYS_DOWN = "نص"  # of a decree, a law, an accord
