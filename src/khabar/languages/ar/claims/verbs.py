"""Claims by a finite verb: the default of Arabic news, verb first, subject after it, content behind.

All rules here share one builder: the frame of the verb decides where the content opens, the noun phrase between is
the speaker.  What differs is where the subject stands.
"""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, rule, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_verb, clause_start, cue_offsets, describes_noun
from khabar.languages.ar.claims.colons import is_labelled
from khabar.languages.ar.claims.impersonal import (
    has_noun_before,
    is_outlets_own,
    is_own_hope,
    is_passive,
    is_passive_opinion,
    is_proclaimed,
    is_to_be_said,
    only_shows,
)
from khabar.languages.ar.claims.inner_topics import is_of_thing, sender
from khabar.languages.ar.claims.relays import addressed, fronted, middle, named, told_in_marks
from khabar.languages.ar.claims.whose_object import clause_initial, goes_to, is_object_only, subject_end, takes_object
from khabar.languages.ar.lists.cues import SPEECH
from khabar.languages.ar.phrases.agreeing import is_her_thing, is_masculine_act
from khabar.languages.ar.phrases.asides import describes_source
from khabar.languages.ar.phrases.asked import has_no_subject_behind, may_be_asked
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import Opening, opening
from khabar.languages.ar.phrases.said_by import (
    behind_attention,
    behind_medium,
    behind_pronoun,
    speaker_end,
    speaks_here,
)
from khabar.languages.ar.phrases.shapes import ends_indefinite
from khabar.languages.ar.phrases.subjects import own_subject, subject_before


def _anchor(m: Match, at: int, speaker: tuple[int, int] | None, opened: Opening, clause: int) -> Anchor:
    """The anchor of the cue at `at` with a settled speaker range."""
    text = m.text
    cue_unit, previous = m.units[at], m.units[at - 1] if at else None
    begin = speaker[1] if speaker and speaker[0] > at else at + 1
    between = middle(m.units, begin, opened.at, text)
    ahead = fronted(m.units, at, text)
    name, between = named(m.units, speaker, between, text)
    to_somebody = opened.frame in SPEECH or (opened.frame == "np" and cue_unit["cue"].act in _TELLING)
    marks = told_in_marks(m.units, at + 1, opened.at, text) if to_somebody else ()
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
        via=between.via or marks or ahead.via,
        medium=between.medium or ahead.medium,
        addressee=between.addressee or addressed(m.units, begin, opened.at, cue_unit["cue"], opened.frame),
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
    ونفت الوزارة بشدة تورطها في الحادث.
        content: تورطها في الحادث
        act: deny
    وأعرب الوزير عن اعتقاده بأن الأزمة ستنتهي.
        content: الأزمة ستنتهي
        act: expect
    وتحدث قائد الشرطة عن حريق في السوق.
        content: حريق في السوق
    ونفى ضابط، تحدث إلى «الضفاف» شرط عدم ذكر اسمه، أن يكون السد قد انهار.
        speaker: ضابط
        content: يكون السد قد انهار
        act: deny
    وأكد مدير الميناء لـ«مرصد الضفاف» أن الرصيف مغلق.
    وذهب الباحث إلى أن المياه ستتراجع.
        content: المياه ستتراجع
    وطلبت البلدية إرسال الخيام.
        speaker: البلدية
        content: إرسال الخيام
    وطالب التجار برحيل المحافظ، وذلك بعد يوم من الفيضان.
        content: رحيل المحافظ
    وقالت الإذاعة إن تسعة غرقوا، وهو رقم لم تذكره الوزارة.
        content: تسعة غرقوا
    وأفاد الناطق باسم المرفأ سامر الأزرقي الصحافيين بأن الرصيف مغلق.
        speaker_name: سامر الأزرقي
    وطلبت الشرطة من السكان البقاء في بيوتهم.
        content: البقاء في بيوتهم
    وأعلن اتحاد الجمعيات غير الربحية في تل الزيتون إغلاق مقره.
        speaker: اتحاد الجمعيات غير الربحية في تل الزيتون
        content: إغلاق مقره
    وقالت عائلة المفقود سامر الأزرقي إن البحث توقف.
        speaker_name: عائلة المفقود سامر الأزرقي
    وأعلن "جيش" الاحتلال مقتل جنديين.
        speaker: "جيش" الاحتلال
        content: مقتل جنديين
    وأعلنت ثلاث منظمات إغلاق مكاتبها.
        speaker: ثلاث منظمات
        content: إغلاق مكاتبها
    وأعلنت محافظة الشمال قرب انتهاء العملية.
        content: قرب انتهاء العملية
        status: future
    واتهم وزير الخارجية سالم النوري كندا برفض الطلب.
        speaker: وزير الخارجية سالم النوري
    وتتهم حكومات غربية الحزب بتهريب السلاح.
        speaker: حكومات غربية
    """,
    refuses="""
    وعقد الوزير اجتماعاً مع قادة الشرطة.
    وكررت الوزارة تصريحاتها السابقة.
    لم يقل الوزير شيئاً.
    وحملت الشاحنة الخيام إلى القرية.
    وأدلى السكان بأصواتهم.
    وذهب الوزير إلى الميناء.
    وادعى المحقق على تسعة صيادين.
    """,
)
def verb_then_speaker(m: Match) -> Anchor | None:
    """Verb-first order is the default in Arabic reports: the speaker is the noun phrase right behind the verb, and the
    content opens where the verb's frame lets it.
    """
    at = m.first
    units = m.units
    if subject_before(m, at) is not None and not own_subject(m, at):
        return None
    opened = opening(units, at + 1, units[at]["cue"])
    if opened is None or has_no_subject_behind(units[at]) or is_passive(units[at]):
        return None
    if opened.frame not in _SAID_AS and at + 1 < len(units) and is_her_thing(units[at + 1], units[at]):
        return None
    begin = behind_medium(units, behind_pronoun(units, at), opened.at, units[at]["cue"])
    end = speaker_end(units, begin, opened.at, opened.frame, units[at]["cue"])
    if opened.frame not in SPEECH and (describes_noun(m, at) or is_masculine_act(units[begin], units[at])):
        return None
    if end == begin or (not goes_to(units, begin, end, opened.at) and is_object_only(m, at, begin, end, opened)):
        return None
    if (cannot_speak(units, begin) and not speaks_here(units, begin, opened.frame)) or is_to_be_said(m, at):
        return None
    told = opened.frame in _SAID_AS
    if "+pron" in units[at].signature and not told and not (clause_initial(m, at) and begin == at + 1):
        return None
    if takes_object(units[at]["cue"], opened) and "quote_close" not in units[begin - 1].signature:
        end = subject_end(units, at, (begin, end), opened.frame)
    found = _anchor(m, at, (begin, end), opened, clause_start(units, at))
    return replace(found, asked=True) if may_be_asked(units, at, begin, end, opened.frame) else found


@rule(
    unit("CUE"),
    takes="""
    وصل الوزير إلى المدينة صباحاً. وأضاف أن الطريق آمن.
        content: الطريق آمن
        found_by: dropped
    وقال المحافظ إن السد سليم. وأكد أن المياه تتراجع.
        content: المياه تتراجع
        speaker_name: المحافظ
    وقال المحافظ إن السد سليم. وحث الحكومة على فتح تحقيق.
        content: فتح تحقيق
        speaker_name: المحافظ
    وقال المحافظ إن السد سليم. وحمّل الشركة «المسؤولية الكاملة».
        content: المسؤولية الكاملة
    وأُعلن وقف إطلاق النار بين الطرفين.
        content: وقف إطلاق النار بين الطرفين
        found_by: impersonal
    وقال لا توجد خيام في المدينة.
    وقصف الجيش مبنى قال إنه مخزن للسلاح.
        speaker_name: الجيش
        content: مخزن للسلاح
    جاء ذلك في تصريح أدلى به المحافظ سالم النوري، قال فيه إن السد سليم.
        speaker_name: سالم النوري
    وصدر ذلك عقب بيان أصدرته رابطة الشمال قالت فيه إن السجون مكتظة.
        speaker_name: رابطة الشمال
    وعرضت الشرطة أسلحة قالت إنها ضبطتها في القرية.
        speaker_name: الشرطة
    ووصل المبعوث سامي الراوي إلى المدينة حيث قال: "لن نترك أحداً خلفنا".
        speaker_name: سامي الراوي
    """,
    refuses="""
    وبعد الفحص، تبين أن الجسر سليم.
    وقال المحافظ إن السد سليم.
    وأضاف الطباخ الملح إلى الحساء.
    """,
)
def verb_without_speaker(m: Match) -> Anchor | None:
    """A speaker once named is dropped in the sentences that follow: the verb stands alone before its content."""
    at = m.first
    units = m.units
    if subject_before(m, at) is not None or describes_source(units, at) or is_labelled(units, at):
        return None
    nobody = is_passive_opinion(m, at) or is_passive(units[at])
    if not nobody and (has_noun_before(m, at) or is_to_be_said(m, at)) and sender(units, at) is None:
        return None
    opened = opening(units, at + 1, units[at]["cue"])
    if opened is None or is_outlets_own(m, at) or is_of_thing(units, at, opened.frame):
        return None
    if units[at].view.removeprefix(_AND) in _TURNED_OUT or only_shows(m, at) or is_own_hope(m, at):
        return None
    if opened.frame == "object" and any(slot[0] == "i" for slot in units[at]["verb"]):
        return None  # is held to be: nobody's word
    if is_passive(units[at]) and opened.frame in ("np", "object", "as", "ala", "fi") and not is_proclaimed(units, at):
        return None  # was published on, is described as: a deed, or a label
    first = behind_attention(units, at + 1)
    end = noun_phrase_end(units, first, opened.at)
    built_on = opened.frame == "ila" and ends_indefinite(units[first])  # called, building on that, | for
    said = opened.frame in _SAID_AS or built_on
    silent = said and end > first and cannot_speak(units, first) and not speaks_here(units, first, opened.frame)
    silent = silent or has_no_subject_behind(units[at]) or is_passive(units[at])
    if end > first and not silent and not is_object_only(m, at, at + 1, end, opened):
        return None
    if opened.frame in ("np", "b", "li", "ila", "an", "min", "ala", "fi") and not clause_initial(m, at):
        return None
    found = _anchor(m, at, None, opened, clause_start(units, at))
    return replace(found, found_by="impersonal") if nobody else found


@rule(
    unit("CUE"),
    takes="""
    وكانت أمانة الاتحاد قد قالت، أمس الخميس، إن القوات وصلت.
        speaker: أمانة الاتحاد
        content: القوات وصلت
    سفارة سيلدان تحذر رعاياها من السفر إلى الجنوب.
        speaker: سفارة سيلدان
        content: السفر إلى الجنوب
    وكانت البلدية أعلنت مقتل تسعة صيادين قبل أن تصحح الرقم.
        content: مقتل تسعة صيادين
    أما حركة الشمال، فأعلنت إسقاط طائرتين.
        speaker: حركة الشمال
    وأفادت الإذاعة بأن الرئيس سالم النوري، أكد أن الجسر سليم.
        speaker_name: سالم النوري
    أما المحافظ سالم النوري فحذر من فيضان جديد.
        speaker: المحافظ سالم النوري
        content: فيضان جديد
    سمعنا الحارس يصرخ "اخرجوا"، ثم انقطع الصوت.
        speaker: الحارس
    لكن طبيباً يعمل في المشفى الشمالي أكد أن الأدوية نفدت.
        speaker: طبيباً
        content: الأدوية نفدت
    غير أن موظفاً رفض كشف اسمه قال إن الخزان فارغ.
    """,
    refuses="""
    وزار النائب قرى تقول البلدية إنها آمنة.
    وكانت المدينة قد شهدت، أمس، احتجاجات واسعة.
    وقال المحافظ إن السد سليم.
    لكن الجيش أحرق مخزناً لتجار قال إنهم يموّلون الحرب.
    """,
)
def speaker_then_verb(m: Match) -> Anchor | None:
    """The subject comes first behind كان (was … had said), in headlines and present-tense ledes, and inside clauses
    that أنّ opened.
    """
    at = m.first
    subject = subject_before(m, at)
    if subject is None or own_subject(m, at):
        return None
    opened = opening(m.units, at + 1, m.units[at]["cue"], subject_known=True)
    if opened is None or ("+pron" in m.units[at].signature and opened.frame == "np"):
        return None
    clause = subject[0]
    while clause > 0 and m.units[clause - 1].signature & {"kana", "comma", "while", "but"}:
        clause -= 1
    return _anchor(m, at, subject, opened, clause)


_SAID_AS = (*SPEECH, "as")
_TELLING = ("say", "affirm", "deny")
_AND = "\N{ARABIC LETTER WAW}"
_TURNED_OUT = ("تبين",)  # without a subject: it turned out, not: she made clear
