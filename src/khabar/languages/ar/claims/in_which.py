"""Speeches, posts and remarks in which somebody says something: the clause behind them has no subject, and their author speaks."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, one_of, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_verb, spoken
from khabar.languages.ar.claims.documents import accuses, verb_before
from khabar.languages.ar.claims.looking_back import agree
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import opening
from khabar.languages.ar.phrases.shapes import behind_pronouns, ends_indefinite, is_article, is_name_word


@rule(
    seq(
        unit("medium", but=("+al", "+pron", "+ka", "document"))["medium"],
        run(unit(but=("mark", "CUE", "REL_CUE", "comp", "rel")), 0, 7, short=True),
        one_of("CUE", "REL_CUE", but=("+and", "+fa"))["cue"],
        unit("prep_pron"),
    ),
    takes="""
    وألقى الرئيس سالم النوري كلمة دعا فيها إلى الهدوء.
        speaker_name: سالم النوري
        content: الهدوء
    ونشر سالم النوري تغريدة قال فيها إن الطريق مفتوح.
        speaker_name: سالم النوري
    وعقد الوزير مؤتمراً صحفياً أكد فيه أن الطريق مفتوح.
        speaker: الوزير
    وأدلى المحافظ بتصريحات قال فيها إن السد سليم.
        speaker: المحافظ
        content: السد سليم
    ووقع الهجوم بعد تصريحات للرئيس سالم النوري أكد فيها أن الحركة ضعفت.
        speaker_name: سالم النوري
        content: الحركة ضعفت
    وبعد كلمة للمحافظ دعا فيها إلى الهدوء، عاد المحتجون.
        speaker: لمحافظ
    ووجه المحافظ كلمة إلى السكان أكد فيها أن الطريق مفتوح.
        speaker: المحافظ
    """,
    refuses="""
    وعقدت اللجنة جلسة قال فيها المحافظ إن السد سليم.
    وألقى الرئيس كلمة في القاعة.
    """,
)
def medium_in_which(m: Match) -> Anchor | None:
    """A speech, a post or remarks "in which he said": who gave it says so, the subject of the verb before it or, behind "of", the
    one whose it is; a subject inside the clause speaks itself.
    """
    units, at, medium = m.units, m.take("cue").first, m.take("medium").first
    cue: Cue = units[at]["cue"]
    begin = behind_pronouns(units, at + 1)
    opened = opening(units, at + 1, cue) or opening(units, begin, cue, subject_known=True)
    if opened is None:
        return None
    own = noun_phrase_end(units, begin, opened.at)
    told = own > begin and not cannot_speak(units, begin)
    if told and not accuses(cue, opened, own):
        return None  # in which the mayor said
    author = _author(units, medium, at)
    found = spoken(m, at, opened, author) if author is not None else None
    return found if found and found.speaker and agree(found.speaker.agreement, agreement_of_verb(units[at])) else None


def _author(units: Sequence[Unit], medium: int, at: int) -> tuple[int, int] | None:
    """Whose a speech is: behind "of", or else who gave it, where nothing but adjectives, and to whom it went, stands between it and
    its clause.
    """
    first = medium + 1
    while first < at and _is_kind(units[first]):
        first += 1
    if first == at or ("ila" in units[first].signature and noun_phrase_end(units, first + 1, at) == at):
        return _giver(units, medium)  # an address | to the residents | in which
    if "+li" not in units[first].signature:
        return None
    whole = noun_phrase_end(units, first, at, governed=True) == at
    return (first, at) if whole and not cannot_speak(units, first) else None


def _is_kind(unit: Unit) -> bool:
    """An indefinite adjective of a speech (televised)."""
    return (
        not is_article(unit)
        and unit.signature.isdisjoint(_PREPOSED)
        and (ends_indefinite(unit) or unit.view.endswith(_KIND))
    )


def _giver(units: Sequence[Unit], medium: int) -> tuple[int, int] | None:
    """The subject of the verb of giving, posting or holding that stands right before it."""
    verb = verb_before(units, medium - 1, beside_cues("gives"))
    if verb is None:
        return None
    first = verb + 1
    end = noun_phrase_end(units, first, medium)
    whole = end == medium or not units[end].signature.isdisjoint(_ASIDES)
    silent = cannot_speak(units, first) and not is_name_word(units[first])
    return (first, end) if end > first and whole and not silent else None


_KIND, _PREPOSED = ("ي", "ه"), frozenset(("+li", "prep"))
_ASIDES = frozenset(("comma", "TIME", "fi", "ala", "ila", "prep", "prep_pron"))
