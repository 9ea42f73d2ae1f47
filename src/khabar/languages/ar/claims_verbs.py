"""Claims by a finite verb: the default of Arabic news, verb first, subject after it, content behind.

All rules here share one builder: the frame of the verb decides where the content opens, the noun phrase between is
the speaker.  What differs is where the subject stands.
"""

from __future__ import annotations

from dataclasses import replace

from khabar.grammar import Match, rule, unit
from khabar.languages.ar.anchors import Anchor, agreement_of_verb, clause_start, cue_offsets
from khabar.languages.ar.cues import Cue
from khabar.languages.ar.names import apposition, name_draft
from khabar.languages.ar.nouns import cannot_speak, is_article, noun_phrase_end, split_object
from khabar.languages.ar.openings import Opening, opening
from khabar.languages.ar.relays import middle
from khabar.languages.drafts import NameDraft


def _anchor(m: Match, at: int, speaker: tuple[int, int] | None, opened: Opening, clause: int) -> Anchor:
    """The anchor of the cue at `at` with a settled speaker range."""
    text = m.text
    cue_unit = m.units[at]
    begin = speaker[1] if speaker and speaker[0] > at else at + 1
    between = middle(m.units, begin, opened.at, text)
    name: NameDraft | None = name_draft(m.units, *speaker, text) if speaker else None
    previous = m.units[at - 1] if at else None
    cuts = (
        previous is None
        or "+and" in cue_unit.signature
        or "+fa" in cue_unit.signature
        or bool(previous.signature & {"comma", "stop"})
    )
    return Anchor(
        at=at,
        cue=cue_unit["cue"],
        cue_span=cue_offsets(cue_unit),
        clause=clause,
        cuts=cuts or clause < at,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        found_by="explicit" if speaker else "dropped",
        speaker=name,
        agreement=agreement_of_verb(cue_unit),
        via=between.via,
        medium=between.medium,
        addressee=between.addressee,
        rule=m.rule.id,
    )


@rule(
    unit("CUE"),
    takes="""
    وقال وزير الصحة سالم النوري إن المستشفيات ممتلئة.
        speaker: وزير الصحة سالم النوري
        content: المستشفيات ممتلئة
    وأعلنت بلدية تل الزيتون، في بيان، أنها أغلقت الجسر القديم.
        speaker: بلدية تل الزيتون
        content: أغلقت الجسر القديم
    ودعا المبعوث الأممي، الخميس، جميع الأطراف إلى ضبط النفس.
        speaker: المبعوث الأممي
        content: ضبط النفس
        act: request
    """,
    refuses="""
    وعقد الوزير اجتماعاً مع قادة الشرطة.
    لم يقل الوزير شيئاً.
    """,
)
def verb_then_speaker(m: Match) -> Anchor | None:
    """Verb-first order is the default in Arabic reports: the speaker is the noun phrase right behind the verb, and the
    content opens where the verb's frame lets it.
    """
    at = m.first
    units = m.units
    if _subject_before(m, at) is not None:
        return None
    opened = opening(units, at + 1, units[at]["cue"])
    if opened is None:
        return None
    begin = _behind_pronoun(m, at)
    end = noun_phrase_end(units, begin, opened.at)
    if _describes_noun(m, at) and opened.frame not in ("clause", "colon", "quote"):
        return None
    if end == begin or _is_object_only(m, at, begin, end, opened) or cannot_speak(units, begin):
        return None
    if "+pron" in units[at].signature and opened.frame not in ("clause", "colon", "quote", "as"):
        return None
    if _takes_object(units[at]["cue"], opened):
        end = split_object(units, begin, end)
    return _anchor(m, at, (begin, end), opened, clause_start(units, at))


@rule(
    unit("CUE"),
    takes="""
    وصل الوزير إلى المدينة صباحاً. وأضاف أن الطريق آمن.
        content: الطريق آمن
        found_by: dropped
    وقال المحافظ إن السد سليم. وأكد أن المياه تتراجع.
        content: المياه تتراجع
        speaker_name: المحافظ
    """,
    refuses="""
    وقال المحافظ إن السد سليم.
    وأضاف الطباخ الملح إلى الحساء.
    """,
)
def verb_without_speaker(m: Match) -> Anchor | None:
    """A speaker once named is dropped in the sentences that follow: the verb stands alone before its content."""
    at = m.first
    units = m.units
    if _subject_before(m, at) is not None:
        return None
    opened = opening(units, at + 1, units[at]["cue"])
    if opened is None or _is_outlets_own(m, at):
        return None
    end = noun_phrase_end(units, at + 1, opened.at)
    silent = end > at + 1 and cannot_speak(units, at + 1) and opened.frame in ("clause", "colon", "quote", "as")
    if end > at + 1 and not silent and not _is_object_only(m, at, at + 1, end, opened):
        return None
    if opened.frame in ("np", "b", "li", "ila", "an", "min", "ala", "fi") and not _clause_initial(m, at):
        return None
    found = _anchor(m, at, None, opened, clause_start(units, at))
    return replace(found, found_by="impersonal") if _is_passive_opinion(m, at) else found


@rule(
    unit("CUE"),
    takes="""
    وكانت أمانة الاتحاد قد قالت، أمس الخميس، إن القوات وصلت.
        speaker: أمانة الاتحاد
        content: القوات وصلت
    سفارة سيلدان تحذر رعاياها من السفر إلى الجنوب.
        speaker: سفارة سيلدان
        content: السفر إلى الجنوب
    """,
    refuses="""
    وكانت المدينة قد شهدت، أمس، احتجاجات واسعة.
    وقال المحافظ إن السد سليم.
    """,
)
def speaker_then_verb(m: Match) -> Anchor | None:
    """The subject comes first behind كان (was … had said), in headlines and present-tense ledes, and inside clauses
    that أنّ opened.
    """
    at = m.first
    subject = _subject_before(m, at)
    if subject is None:
        return None
    opened = opening(m.units, at + 1, m.units[at]["cue"], subject_known=True)
    if opened is None:
        return None
    clause = subject[0]
    while clause > 0 and m.units[clause - 1].signature & {"kana", "comma", "while", "but"}:
        clause -= 1
    return _anchor(m, at, subject, opened, clause)


def _behind_pronoun(m: Match, at: int) -> int:
    """The index behind the cue and a resumptive pronoun (in which …, through it)."""
    at += 1
    while at < len(m.units) and "prep_pron" in m.units[at].signature:
        at += 1
    return at


def _takes_object(cue: Cue, opened: Opening) -> bool:
    """Whether the frame that opened has an addressee or an object described before it."""
    return opened.frame == "as" or any(f.endswith(f"+{opened.frame}") for f in cue.frames) or "as" in cue.frames


def _is_object_only(m: Match, at: int, begin: int, end: int, opened: Opening) -> bool:
    """A verb that goes on from the sentence before ("and accused the West of"): the one phrase behind it is its object."""
    cue: Cue = m.units[at]["cue"]
    if "+and" not in m.units[at].signature or not _takes_object(cue, opened) or opened.frame in cue.frames:
        return False
    return opened.frame not in ("clause", "colon", "quote") and split_object(m.units, begin, end) == end and at > 0


def _is_outlets_own(m: Match, at: int) -> bool:
    """يُذكر أن, يُشار إلى أن at the head of a sentence: the outlet's own reminder, nobody's claim."""
    cue_unit = m.units[at]
    if at > 0 or any(slot[0] == "p" for slot in cue_unit["verb"]):
        return "impersonal" in cue_unit["cue"].flags and cue_unit["cue"].act == "say" and at == 0
    return cue_unit["cue"].act == "say" and any(slot == "i3ms" for slot in cue_unit["verb"])


def _is_passive_opinion(m: Match, at: int) -> bool:
    """يُعتقد أن, يُرجح أن without a subject: an opinion of nobody named."""
    unit_ = m.units[at]
    return (
        unit_["cue"].act == "expect"
        and "+and" not in unit_.signature
        and set(unit_["verb"]) & {"i3ms"} != set()
        and at > 0
    )


def _describes_noun(m: Match, at: int) -> bool:
    """An imperfect behind an indefinite noun describes it (protests that reject …): what follows is its object."""
    if "HEADED" in m.units[at].signature or at == 0 or not any(slot[0] == "i" for slot in m.units[at]["verb"]):
        return False
    before = m.units[at - 1]
    return not is_article(before) and not before.signature & {"toponym", "given", "name", "neg_verb", "TIME", "NUMBER"}


def _clause_initial(m: Match, at: int) -> bool:
    """The cue begins its sentence or clause by itself, so that a bare object or phrase is really its own."""
    previous = m.units[at - 1] if at else None
    return (
        previous is None
        or "+and" in m.units[at].signature
        or bool(previous.signature & {"mark", "while", "but", "like", "qad", "kana"})
    )


def _subject_before(m: Match, at: int) -> tuple[int, int] | None:
    """The noun phrase that fills the clause before the cue: from the clause's begin (or behind كان, أن) up to the cue."""
    units = m.units
    last = at
    while last > 0 and units[last - 1].signature & {"qad"}:
        last -= 1
    if last > 1 and "comma" in units[last - 1].signature:
        begin = last - 1
        while begin > 0 and not units[begin - 1].signature & _SUBJECT_BORDERS:
            begin -= 1
        return _title_before_name(m, begin, last) if begin > 0 and "comma" in units[begin - 1].signature else None
    if last == 0 or "+and" in units[at].signature or "+fa" in units[at].signature:
        return None
    begin = last
    while begin > 0 and not units[begin - 1].signature & _SUBJECT_BORDERS:
        begin -= 1
    if begin == last or last - begin > 14:
        return None
    behind = units[begin - 1] if begin else None
    if behind is not None and not behind.signature & {
        "kana",
        "comp",
        "bi_comp",
        "while",
        "but",
        "comma",
        "colon",
        "stop",
    }:
        return None
    if behind is not None and "comma" in behind.signature and "+and" not in units[begin].signature:
        apposed = _title_before_name(m, begin, last)
        if apposed is not None:
            return apposed
        if not _only_adjuncts(m, begin - 1):
            return None
    if cannot_speak(units, begin):
        return None
    return (begin, last) if noun_phrase_end(units, begin, last) == last else None


def _title_before_name(m: Match, begin: int, last: int) -> tuple[int, int] | None:
    """The title of "the president, So-and-so, says": the phrase before the comma, when the name fills the commas."""
    units = m.units
    end = begin - 1
    first = end
    while first > 0 and not units[first - 1].signature & _SUBJECT_BORDERS:
        first -= 1
    inside = last - 1 if "comma" in units[last - 1].signature else last
    name = apposition(units, end)
    if name is None or name[1] != inside or noun_phrase_end(units, first, end) != end:
        return None
    return (first, end) if units[first].signature & {"role", "unnamed"} else None


_SUBJECT_BORDERS = frozenset(
    (
        "kana",
        "comp",
        "bi_comp",
        "li_comp",
        "while",
        "but",
        "comma",
        "colon",
        "stop",
        "quote_open",
        "LONG_QUOTE",
        "CUE",
        "PART",
    )
)


def _only_adjuncts(m: Match, comma: int) -> bool:
    """Before the comma stands no subject of its own: a date or a prepositional phrase."""
    first = m.units[0]
    return bool(first.signature & {"TIME", "prep", "while", "according_prep"}) or "TIME" in m.units[comma - 1].signature
