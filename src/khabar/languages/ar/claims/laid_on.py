"""Claims that lay something on somebody: to put an attack down to a party; a toll that a paper put down to the ministry.

The verb is one (نسب إلى) and its two uses are opposed: an act put down to somebody accuses him, words or numbers put down to
somebody are his.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, rule, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, of_object, of_thing
from khabar.languages.ar.lists.cues import SAY, Cue
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.ar.phrases.voices import VOICES
from khabar.languages.drafts import ViaDraft

_LAYS = "نسب"
_ACCUSES = Cue(_LAYS, "accuse", "neutral", frozenset({"np"}), frozenset(), "verb")
_FAR = 10


@rule(
    seq(unit("CUE", "lays")["cue"], unit(but=("comp", "stop"))),
    takes="""
    وقال الناطق إن البيان مزور. ونسب الهجوم إلى لواء الشمال.
        cue: نسب
        content: الهجوم إلى لواء الشمال
        act: accuse
        speaker_name: الناطق
    ونسبت الشرطة التفجير إلى تنظيم الراية السوداء.
        speaker: الشرطة
        content: التفجير إلى تنظيم الراية السوداء
        act: accuse
    """,
    refuses="""
    ونسبت القصيدة إلى شاعر مجهول.
    ونسب الهجوم.
    """,
)
def act_laid_on(m: Match) -> Anchor | None:
    """Who puts an attack down to a party accuses it; act and party together are what is said."""
    at, units = m.take("cue").first, m.units
    if units[at]["cue"].lemma != _LAYS:
        return None
    to = next((k for k in range(at + 2, min(at + _FAR, len(units) - 1)) if "ila" in units[k].signature), None)
    act = next((k for k in range(at + 1, to or at) if _is_act(units[k])), None)
    end = noun_phrase_end(units, to + 1, len(units)) if to is not None else 0
    if to is None or act is None or end == to + 1:
        return None
    if act > at + 1 and (noun_phrase_end(units, at + 1, act) != act or cannot_speak(units, at + 1)):
        return None
    return replace(of_object(m, _ACCUSES, at, act), addressee=(units[to + 1].cut, units[end - 1].end))


def _is_act(unit_: Unit) -> bool:
    """A definite act of violence."""
    event = unit_.get("event")
    return is_article(unit_) and event is not None and event["type"] in ("ASSAULT", "ACCIDENT", "PROTEST")


@rule(
    seq(unit("put_down")["cue"], unit("ila"), unit(but=("comp", "stop"))),
    takes="""
    ونشرت الصحيفة حصيلة من 12 قتيلاً نسبتها إلى وزارة الصحة.
        cue: نسبتها
        speaker: وزارة الصحة
        content: حصيلة من 12 قتيلاً
    وتداولت المواقع تصريحات نسبتها إلى المحافظ سالم النوري.
        speaker_name: سالم النوري
        content: تصريحات
    """,
    refuses="""
    وارتفعت نسبتها إلى الثلث.
    وبلغت نسبتها 12 في المئة.
    """,
)
def words_laid_on(m: Match) -> Anchor | None:
    """Words or a count that one passes on and puts down to another: the other says so, the one who passes them on is the relay."""
    at, units = m.take("cue").first, m.units
    if "+bi" in units[at].signature:
        return None  # with respect to
    thing = _thing_before(units, at)
    end = noun_phrase_end(units, at + 2, len(units))
    if thing is None or end == at + 2 or cannot_speak(units, at + 2):
        return None
    teller = _teller(units, thing)
    anchor = of_thing(m, SAY, at, (units[thing].cut, units[at - 1].end), (at + 2, end))
    return replace(anchor, via=(ViaDraft(name_draft(units, *teller, m.text)),)) if teller is not None else anchor


def _thing_before(units: Sequence[Unit], at: int) -> int | None:
    """Where the words or the count begin that the relative clause at `at` describes."""
    for first in range(max(at - _FAR, 0), at):
        named = units[first].signature & {"media", "media_head"}
        if units[first].signature & _THINGS and not named and _end_of_thing(units, first, at) == at:
            return first
    return None


def _end_of_thing(units: Sequence[Unit], first: int, at: int) -> int:
    """The end of a noun phrase, with the number that a toll is of (a toll of 12 dead)."""
    end = max(noun_phrase_end(units, first, at), first + 1)
    return noun_phrase_end(units, end + 1, at) if end < at - 1 and "min" in units[end].signature else end


_THINGS = frozenset(("document", "medium", "toll", "cue_noun", "counting", "NUMBER", "digits"))


def _teller(units: Sequence[Unit], thing: int) -> tuple[int, int] | None:
    """The subject of the verb that passes the thing on."""
    for verb in range(thing - 1, -1, -1):
        if "verb" in units[verb].signature and not is_article(units[verb]) and units[verb + 1].signature & _TELLERS:
            end = noun_phrase_end(units, verb + 1, thing)
            return (verb + 1, end) if end > verb + 1 else None
    return None


_TELLERS = VOICES | {"media_name"}
