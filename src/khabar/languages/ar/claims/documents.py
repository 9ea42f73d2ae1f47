"""Documents that speak: a statement is issued, and the clause that describes it tells what it says."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, one_of, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, spoken
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import opening
from khabar.languages.ar.phrases.shapes import behind_pronouns, ends_indefinite, has_preposition, is_article
from khabar.languages.ar.phrases.subjects import cannot_speak


@rule(
    seq(
        unit("document", but=("+al", "+pron", "+bi", "+li", "+ka"))["document"],
        run(unit(but=("mark", "CUE", "REL_CUE", "prep", "comp", "rel", "+al")), 0, 2, short=True),
        one_of("CUE", "REL_CUE", but=("+and", "+fa"))["cue"],
    ),
    takes="""
    وأصدرت رابطة الشمال بياناً يدين الهجوم، داعية إلى تحقيق.
        cue: يدين
        speaker: رابطة الشمال
        content: الهجوم
    ونشرت حسابات موالية لجبهة النهر تسجيلاً مصوراً يتبنى العملية.
        speaker: حسابات موالية لجبهة النهر
        content: العملية
        act: claim_responsibility
    وبث لواء الشمال شريطاً يهدد فيه بقتل الرهائن.
        speaker: لواء الشمال
        content: قتل الرهائن
    """,
    refuses="""
    وبثت قناة الضفاف تسجيلاً يظهر المدينة.
    وقال بيان للجبهة إن الجسر مغلق.
    وأصدر المحافظ قراراً يمنع الصيد.
    """,
)
def document_that_says(m: Match) -> Anchor | None:
    """What is said in a clause that describes a statement, a report or a recording is said by whoever issued it; a medium that
    only carried it is not.  A subject inside the clause speaks itself.
    """
    units, at = m.units, m.take("cue").first
    document = m.take("document").first
    cue: Cue = units[at]["cue"]
    if not _describes(units, document, at):
        return None
    begin = behind_pronouns(units, at + 1)
    plain = opening(units, at + 1, cue) if begin > at + 1 else None
    opened = plain or opening(units, at + 1, cue, subject_known=True)
    if opened is None:
        return None
    own = noun_phrase_end(units, begin, opened.at)
    if own > begin and begin == at + 1 and opened.frame in ("clause", "colon", "quote"):
        return None  # a recording that X says: read with X
    inside = own > begin > at + 1 and not cannot_speak(units, begin)  # a recording in which X threatens
    issuer = (begin, own) if inside else _issuer(units, document)
    if issuer is None:
        return None
    return spoken(m, at, opened, issuer)


@rule(
    seq(
        unit("document")["document"],
        run(unit(but=("mark", "CUE", "REL_CUE", "comp", "rel")), 1, 8, short=True)["owner"],
        one_of("CUE", "REL_CUE")["cue"],
        unit("prep_pron"),
        unit("comp"),
    ),
    takes="""
    وتلا المدعي شهادة لحارس السجن جاء فيها أن الباب كان مغلقاً.
        cue: جاء
        speaker: حارس السجن
        content: الباب كان مغلقاً
    وقرأ القاضي رسالة من والدة الضحية ورد فيها أن ابنها كان أعزل.
        speaker: والدة الضحية
        content: ابنها كان أعزل
    """,
    refuses="""
    ونشرت الصحيفة رسالة جاء فيها أن الباب مغلق.
    وقال بيان للجبهة إن الجسر مغلق.
    """,
)
def document_in_which(m: Match) -> Anchor | None:
    """What "came in" a testimony or a letter is said by whose it is, not by who reads it out."""
    units, at, owner = m.units, m.take("cue").first, m.take("owner")
    cue: Cue = units[at]["cue"]
    if cue.lemma not in _CAME or is_article(units[m.first]):
        return None
    of = "min" in units[owner.first].signature
    first = owner.first + of
    end = noun_phrase_end(units, first, at, governed=True)
    opened = opening(units, at + 1, cue)
    if opened is None or end != at or not (of or "+li" in units[first].signature):
        return None
    return spoken(m, at, opened, (first, end))


_CAME = ("جاء", "ورد")


def _describes(units: Sequence[Unit], document: int, at: int) -> bool:
    """Whether a present that agrees with the document stands behind it and its adjectives."""
    wanted = "3fs" if units[document].text.endswith(_FEMININE) else "3ms"
    present = any(slot[0] in "ij" and slot[1:] == wanted for slot in units[at]["verb"])
    plain = all(ends_indefinite(u) or u.text.endswith(_FEMININE) for u in units[document + 1 : at])
    return present and plain


def _issuer(units: Sequence[Unit], document: int) -> tuple[int, int] | None:
    """Who issued the document: the subject of the verb that tells so, right behind the verb."""
    for verb in range(document - 1, max(document - _FARTHEST, -1), -1):
        unit_ = units[verb]
        if unit_.signature & {"stop", "comp", "colon"}:
            return None
        if unit_.view.removeprefix("و") in _ISSUED and not is_article(unit_) and not has_preposition(unit_):
            return _subject(units, verb + 1, document)
    return None


def _subject(units: Sequence[Unit], first: int, document: int) -> tuple[int, int] | None:
    head = units[first]
    if head.signature & {"media", "media_head"} or first == document:
        return None
    if "medium" in head.signature:  # accounts, a page: whoever keeps them
        end = next((k for k in range(first + 1, document) if units[k].signature & {"ala", "fi", "comma"}), document)
        return (first, end) if end > first + 1 else None
    end = noun_phrase_end(units, first, document)
    whole = end == document or bool(units[end].signature & {"ala", "fi", "comma", "TIME", "prep"})
    return (first, end) if end > first and whole and not cannot_speak(units, first) else None


_FARTHEST = 16
_FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"
_ISSUED = (
    *("اصدر", "اصدرت", "نشر", "نشرت", "بث", "بثت", "اذاع", "اذاعت", "وزع", "وزعت", "عمم", "عممت", "وجه", "وجهت"),
    *("سرب", "سربت", "ارسل", "ارسلت", "تلا", "تلت", "قدم", "قدمت", "رفع", "رفعت"),
)
