"""Documents that speak: a statement is issued, and the clause that describes it tells what it says."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, one_of, rule, run, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, spoken
from khabar.languages.ar.lists.cues import SPEECH, Cue
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import Opening, opening
from khabar.languages.ar.phrases.shapes import behind_pronouns, ends_indefinite, has_preposition, is_article

KIND = "document"  # of a clause that only describes a document: the sentence goes on with its own subject


@rule(
    seq(
        unit("document", but=("+al", "+pron", "+bi", "+li", "+ka"))["document"],
        run(unit(but=("mark", "CUE", "REL_CUE", "comp", "rel")), 0, 8, short=True),
        one_of("CUE", "REL_CUE", but=("+and", "+fa"))["cue"],
    ),
    takes="""
    ووجه سكان القرية رسالة إلى المحافظ طالبوا فيها بفتح الجسر.
        cue: طالبوا
        speaker: سكان القرية
        content: فتح الجسر
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
    وأصدرت مجموعة من 12 جمعية محلية بياناً مشتركاً أعربت فيه عن قلقها إزاء القانون.
        speaker: مجموعة من 12 جمعية محلية
        content: قلقها إزاء القانون
    وأصدرت رابطة الشمال بياناً أدانت فيه الهجوم.
        speaker: رابطة الشمال
        content: الهجوم
    وأصدر ستة نواب بياناً طالبوا فيه بتحقيق.
        speaker: ستة نواب
        content: تحقيق
    """,
    refuses="""
    وبثت قناة الضفاف تسجيلاً يظهر المدينة.
    وقال بيان للجبهة إن الجسر مغلق.
    وأصدر المحافظ قراراً يمنع الصيد.
    ونشرت البلدية تقريراً إلى جانب صورة تظهر الجسر.
    """,
)
def document_that_says(m: Match) -> Anchor | None:
    """What is said in a clause that describes a statement, a report or a recording, or tells what was said "in it", is said by
    whoever issued it; a medium that only carried it is not.  A subject inside the clause speaks itself.
    """
    units, at = m.units, m.take("cue").first
    document = m.take("document").first
    cue: Cue = units[at]["cue"]
    begin = behind_pronouns(units, at + 1)
    inside = begin > at + 1
    told = _is_addressed(units, document + 1, at) if inside else at - document <= _LONGEST
    if not told or not (inside or _describes(units, document, at)):
        return None
    plain = opening(units, at + 1, cue) if inside else None
    opened = plain or opening(units, at + 1, cue, subject_known=True)
    if opened is None:
        return None
    own = noun_phrase_end(units, begin, opened.at)
    if own > begin and not inside and opened.frame in SPEECH:
        return None  # a recording that X says: read with X
    speaks = inside and own > begin and not cannot_speak(units, begin)  # a recording in which X threatens
    issuer = _issuer(units, document)
    asked = issuer is not None and accuses(cue, opened, own)  # in which it accuses | X of
    issuer = (begin, own) if speaks and not asked else issuer
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


@rule(
    seq(
        unit("document", but=("+al", "+pron", "+bi", "+li", "+ka"))["document"],
        run(unit(but=("mark", "comp", "bi_comp", "rel")), 1, 14, short=True),
        unit("CUE", "+and")["cue"],
    ),
    takes="""
    ورفضت البلدية تقارير نشرتها صحيفة الضفاف وتحدثت عن غرق ثلاثة قوارب.
        cue: تحدثت
        speaker: صحيفة الضفاف
        content: غرق ثلاثة قوارب
    وسحبت الشركة بياناً كان قد نُشر على قناة رسمية وتحدث عن إغلاق الجسر.
        cue: تحدث
        speaker: قناة رسمية
        content: إغلاق الجسر
    وسمع العمال تسجيلاً بثته إذاعة السهل وتحدث عن إغلاق الجسر.
        speaker: إذاعة السهل
    """,
    refuses="""
    وزار الوزير قرية زراعية وتحدث عن إغلاق الجسر.
    وأصدرت الشركة بياناً نُشر على موقعها وتحدثت عن إغلاق الجسر.
    وكتب الوزير تقريراً طويلاً وتحدث عن إغلاق الجسر.
    """,
)
def document_that_was_carried(m: Match) -> Anchor | None:
    """A document that was published somewhere, "and spoke of" something: it speaks through whoever carried it, and not through
    whoever withdraws or denies it.
    """
    units, at, document = m.units, m.take("cue").first, m.take("document").first
    opened = opening(units, at + 1, units[at]["cue"])
    carried = _carried_at(units, document, at)
    if opened is None or not carried or not _goes_on(units, carried, at):
        return None
    carrier = _issuer(units, document) or _carrier(units, carried, at)
    return replace(spoken(m, at, opened, carrier), kind=KIND) if carrier is not None else None


def _carried_at(units: Sequence[Unit], document: int, limit: int) -> int:
    """Where the verb stands that tells that a document was published, right behind it and its adjectives; 0 for none."""
    for k in range(document + 1, min(document + _NEAR, limit)):
        if "broadcast" in units[k].signature and "verb" in units[k].signature:
            return k
        if units[k].signature.isdisjoint(_HAD) and not ends_indefinite(units[k]):
            return 0
    return 0


def _goes_on(units: Sequence[Unit], carried: int, at: int) -> bool:
    """Whether the verb behind "and" agrees with the document, whose gender the verb or pronoun tells by which it was carried."""
    pronoun = units[carried].get("+pron")
    hers = pronoun == _HER if pronoun else units[carried].view.endswith(_FEMININE_PAST)
    wanted = "3fs" if hers else "3ms"
    slots = units[at].get("verb") or ()
    return any(slot[0] in "pP" and slot[1:] == wanted for slot in slots)


def _carrier(units: Sequence[Unit], carried: int, limit: int) -> tuple[int, int] | None:
    """Who carried a document: the subject of the verb that takes it up by a pronoun, or the medium on which it was published."""
    if "+pron" in units[carried].signature:
        end = noun_phrase_end(units, carried + 1, limit)
        return (carried + 1, end) if end > carried + 1 and not cannot_speak(units, carried + 1) else None
    for k in range(carried + 1, limit - 1):
        if units[k].signature & {"ala", "fi"} and units[k + 1].signature & {"media_head", "media", "channel"}:
            end = noun_phrase_end(units, k + 1, limit)
            return (k + 1, end) if "+pron" not in units[k + 1].signature and end > k + 1 else None
    return None


_NEAR = 5  # units from a document to the verb that tells of its publication
_HAD = frozenset(("kana", "qad"))
_HER = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"
_FEMININE_PAST = "\N{ARABIC LETTER TEH}"
_CAME = ("جاء", "ورد")


def _describes(units: Sequence[Unit], document: int, at: int) -> bool:
    """Whether a present that agrees with the document stands behind it and its adjectives."""
    wanted = "3fs" if units[document].text.endswith(_FEMININE) else "3ms"
    present = any(slot[0] in "ij" and slot[1:] == wanted for slot in units[at]["verb"])
    return present and all(map(_is_plain, units[document + 1 : at]))


def _is_plain(unit: Unit) -> bool:
    """An adjective of a document before its clause: in the accusative, or of a feminine."""
    return ends_indefinite(unit) or unit.text.endswith((_FEMININE, _ACCUSATIVE))


def _is_addressed(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether only adjectives of a document, and to whom it went or where it was posted, stand before its clause (a letter | to the
    mayor | in which).
    """
    while first < at and _is_plain(units[first]):
        first += 1
    return first == at or (bool(units[first].signature & _WENT) and noun_phrase_end(units, first + 1, at) == at)


_LONGEST = 3  # units of a document with its adjectives
_WENT = frozenset(("ila", "ala", "fi"))


def accuses(cue: Cue, opened: Opening, end: int) -> bool:
    """Whether who or what stands behind a verb, before units[end], is whom it accuses or asks, or what it describes: what it opens
    on follows.
    """
    asks = f"obj+{opened.frame}" in cue.frames or (cue.act == "accuse" and opened.frame == "b") or "as" in cue.frames
    return asks and end >= opened.at - 1


def _issuer(units: Sequence[Unit], document: int) -> tuple[int, int] | None:
    """Who issued the document: the subject of the verb that tells so, right behind the verb, or between "that" and it."""
    verb = verb_before(units, document, beside_cues("issues"))
    if verb is None:
        return None
    if verb + 1 < document:
        return _subject(units, verb + 1, document)
    that = next((k for k in range(verb - 1, max(verb - _FARTHEST, -1), -1) if "comp" in units[k].signature), verb)
    whole = that + 1 < verb and noun_phrase_end(units, that + 1, verb) == verb
    return (that + 1, verb) if whole and not cannot_speak(units, that + 1) else None


def verb_before(units: Sequence[Unit], at: int, verbs: frozenset[str]) -> int | None:
    """The last of some verbs before units[at], "and" before it or not, in the same clause."""
    for verb in range(at - 1, max(at - _FARTHEST, -1), -1):
        unit_ = units[verb]
        if unit_.signature & {"stop", "comp", "colon"}:
            return None
        if (
            not verbs.isdisjoint((unit_.view, unit_.view.removeprefix("و")))
            and not is_article(unit_)
            and not has_preposition(unit_)
        ):
            return verb
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
_FEMININE, _ACCUSATIVE = "\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER ALEF}"
