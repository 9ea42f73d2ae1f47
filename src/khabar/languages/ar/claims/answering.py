"""Answering for an act: what is said amounts to a claim of responsibility, whatever verb says it.

"Announced its responsibility" names it; so does whoever tells that his own men carried the attack out, that he stands behind
it, or that one of his members was its doer.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor


def answers_for(units: Sequence[Unit], anchor: Anchor) -> bool:
    """Whether the content of a saying is responsibility, or an act of violence that the speaker takes upon himself."""
    at = anchor.opens
    if at is None or "responsibility" in units[at].signature:
        return at is not None
    if anchor.frame == "an" and at > 1 and "responsibility" in units[at - 2].signature and at - 2 > anchor.at:
        return True  # announced earlier its responsibility for | an attack
    view = units[at].view
    if answered_for(units, at, anchor):
        return True
    if view.endswith(_ITS) and view.startswith(_CLAIMING):  # its claiming of, its standing behind, its carrying out of
        behind = at + 1 + (at + 1 < len(units) and units[at + 1].view == _BEHIND)
        return (behind > at + 1 or not view.startswith(_STANDING)) and _is_violence(units, behind)
    if "carries_out" in units[at].signature:  # the carrying out by one of its members of | the attack
        own = _own_men(units, at + 1, anchor)
        return own is not None and _is_violence(units, own)
    own = _own_men(units, at, anchor)
    return own is not None and _did_it(units, own)


def answered_for(units: Sequence[Unit], at: int, anchor: Anchor) -> int:
    """Where the act of violence stands for which the speaker, by name, is said to answer (announced | the responsibility of the
    group for the bombing); 0 where another is, or for what is no such act.
    """
    if not units[at].view.startswith(_ANSWERABLE):
        return 0
    an = next((k for k in range(at + 2, min(at + _FAR, len(units))) if "an" in units[k].signature), 0)
    if not an or not _is_violence(units, an + 1):
        return 0
    speakers = {unit.view.removeprefix(_AL) for unit in units[anchor.at + 1 : at]}
    its = units[an - 1].view.endswith(_ITS) and not units[an - 1].text.endswith(_FEMININE)
    own = its or units[at + 1].view.removeprefix(_AL) in speakers
    return an + 1 if own else 0


_FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"
_ANSWERABLE, _AL, _FAR = "مسووليه", "ال", 6


def _own_men(units: Sequence[Unit], at: int, anchor: Anchor) -> int | None:
    """Behind the speaker's own fighters or members, one of them or more; None where no such people stand at `at`."""
    while at < len(units) and units[at].signature & _SOME:
        at += 1
    if at >= len(units) or not units[at].view.startswith(_MEN) or not units[at].view.endswith(_ITS):
        return None
    feminine = units[at].view.endswith(_HERS)
    speaks = any(unit.view.endswith(_ON_BEHALF) for unit in units[anchor.at : at])
    gender = anchor.agreement.gender or (anchor.speaker.agreement.gender if anchor.speaker is not None else None)
    return at + 1 if speaks or gender is None or feminine == (gender == "f") else None


def _did_it(units: Sequence[Unit], at: int) -> bool:
    """Whether a clause goes on with: carried out the attack; were those who …; is the doer of …; stand behind …"""
    while at < len(units) and (units[at].view in _THEY or "qad" in units[at].signature):
        at += 1
    if at + 1 >= len(units):
        return False
    if units[at].view in _STANDS and units[at + 1].view == _BEHIND:
        return _is_violence(units, at + 2)
    did = ("carries_out" in units[at].signature and "verb" in units[at].signature) or units[at].view.startswith(_DOERS)
    return did and _is_violence(units, at + 1)


def _is_violence(units: Sequence[Unit], at: int) -> bool:
    """Whether an act of violence stands at `at`."""
    event = units[at].get("event") if at < len(units) else None
    return event is not None and event["type"] == "ASSAULT"


_SOME = frozenset(("one_of_them", "NUMBER", "min"))
_ITS = ("ه", "ها", "هم", "هما")
_HERS = ("ها",)
_THEY = ("هو", "هم", "من", "الذين")
_MEN = ("مقاتل", "عناصر", "اعضا", "افراد", "مسلح", "مجاهد", "منتسب", "عنصر", "رجال")
_DOERS = ("منفذ",)
_STANDING = "وقوف"
_CLAIMING = ("تبني", "تنفيذ", _STANDING)
_STANDS, _BEHIND = ("يقف", "تقف", "يقفون", "وقف", "وقفوا"), "وراء"
_ON_BEHALF = "باسم"
