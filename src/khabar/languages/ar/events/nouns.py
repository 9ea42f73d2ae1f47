"""Event nouns: masdars and other nouns that name an act, alone or in the company they need."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, not_ahead, not_behind, rule, seq, unit
from khabar.languages.ar.events.acts import Parties
from khabar.languages.ar.events.aims import is_aim
from khabar.languages.ar.events.alone import broke_out, is_held_behind, is_known, is_weapon, needs_nobody
from khabar.languages.ar.events.drafts import draft, of_person, parties_of
from khabar.languages.ar.events.foreground import leads_on
from khabar.languages.ar.events.needs import PARTY_NEEDS, act_of, is_of_ties, is_of_wounds, is_people, is_struck, meets
from khabar.languages.ar.events.status import told
from khabar.languages.drafts import EventDraft

# Behind these an event word is an aim, a law, a body, a book: nothing happened.
_FREE = not_behind(unit(some=("aim", "for_act"), but=("+al",)))
_PLACED = frozenset(("known_place", "place_type", "TIME", "NUMBER", "means"))
_WEAK_REACH = 10
_TWO, _SOON = 2, 4
_NEAR_DISASTER = frozenset(("known_place", "place_type", "TIME", "NUMBER", "measure_word"))


@rule(
    seq(
        _FREE,
        unit("ACT_NOUN", some=("NEEDS_always", "NEEDS_phrase", "NEEDS_court", "NEEDS_foe", "NEEDS_living"))["act"],
    ),
    takes="""
    وقع هجوم مسلح على سوق في المدينة صباح أمس.
        trigger: هجوم
        type: ASSAULT
        subtype: attack
        status: reported
    أعلنت الحكومة حالة الطوارئ في ثلاث محافظات.
        trigger: حالة
        type: COERCE
        subtype: emergency
    نفذ الطيران غارتين على مخزن للوقود.
        trigger: غارتين
        subtype: air_strike
    اندلعت احتجاجات أمام مبنى البلدية.
        trigger: احتجاجات
        type: PROTEST
    أدان المجلس قصف ميليشيات النخيل للأحياء السكنية في السدر.
        trigger: قصف
        actor: ميليشيات النخيل
        target: الأحياء السكنية
    استنكرت النقابة اعتقال قوات الأمن التابعة للحكومة لعشرات الناشطين.
        trigger: اعتقال
        actor: قوات الأمن التابعة للحكومة
        target: عشرات الناشطين
    أعلنت النقابة اعتقال ثلاثة ناشطين للتحقيق معهم.
        trigger: اعتقال
        target: ثلاثة ناشطين
    أعلنت الشرطة اعتقال القائد العسكري للجماعة.
        trigger: اعتقال
        target: القائد العسكري للجماعة
    """,
    refuses="""
    اجتمعت لجنة مكافحة الاغتيالات في الوزارة.
    كتب المؤرخ فصلاً عن صناعة السفن.
    يكفل النظام حقهم في التظاهر السلمي.
    تعثر العمل بسبب انقطاع الإنترنت والاتصالات الهاتفية.
    """,
)
def act_noun(m: Match) -> EventDraft:
    """A noun that names an act by itself: Arabic news tells most events by nouns, not by verbs."""
    return draft(m, parties_of(m))


@rule(
    seq(
        _FREE,
        unit("ACT_NOUN", some=PARTY_NEEDS)["act"],
    ),
    takes="""
    أكدت مصادر محلية تدمير الجسر الوحيد في القرية.
        trigger: تدمير
        type: ASSAULT
        subtype: destruction
        target: الجسر الوحيد
    بدأت زيارة الرئيس إلى العاصمة الجارة.
        trigger: زيارة
        type: CONSULT
        actor: الرئيس
    أعلن المتمردون تحرير مدينة النخيل.
        trigger: تحرير
        type: ASSAULT
        target: مدينة النخيل
    أكد شهود دخول جنود أجانب إلى الميناء.
        trigger: دخول
        type: MOBILIZE
    توعد الوالي المسلحين مستبعداً أي حوار معهم.
        trigger: حوار
        status: refused
    قال الوزير سامي البحراوي إن المطر قريب. وبدأت زيارة البحراوي أمس.
        trigger: زيارة
        type: CONSULT
    وقال الحزب إن الخلاف انتهى خلال اجتماع لقياداته عقد في السدر.
        trigger: اجتماع
        type: CONSULT
    وقالت البلدية إن رجال الدرك بدأوا بمنع السكان من دخول الأسواق.
        trigger: منع
        type: COERCE
    واتهمت البلدية الدولة الجارة بتسليح عصابات الميناء.
        trigger: تسليح
        type: AID
    """,
    refuses="""
    يشمل عمل المكتب تحرير الأخبار.
    وقال العمدة إن الاجتماع يعقد كل شهر.
    قال المصرف إن تعليق العمل مؤقت.
    أعلن المنظمون دخول المنافسة مرحلتها الثانية.
    دعا الخطيب إلى ضبط النفس.
    قال إن القتل حرام.
    """,
)
def act_noun_with_party(m: Match) -> EventDraft | None:
    """A noun that names an act only with somebody who does it or suffers it."""
    if act_of(m).word.type == "CONSULT" and is_struck(m):
        return None
    parties = parties_of(m)
    if parties.actor is None and (parties.target is None or parties.target.unsure):
        return _draft_alone(m, parties)
    if not _is_fit(m, parties):
        return draft(m, Parties(None, None)) if is_held_behind(m) else of_person(m, parties)
    if act_of(m).word.type in ("AID", "COERCE") and m.units[act_of(m).first].signature & {"+li", "+bi"} and is_aim(m):
        return None  # to help somebody, with the help of somebody, to keep somebody from
    return draft(m, parties)


def _draft_alone(m: Match, parties: Parties) -> EventDraft | None:
    """The draft of a noun beside which nobody stands: what is around it may tell an event all the same."""
    if needs_nobody(m):
        return draft(m, parties)
    found = of_person(m, parties)
    return found or (replace(draft(m, parties, anaphoric=True), again=True) if is_known(m) else None)


def _is_fit(m: Match, parties: Parties) -> bool:
    """Whether the parties are of the kind its row asks for; talks called for need none, nor do those taken up again."""
    need = act_of(m).word.needs
    checked = need in _CHECKED or (need == "object_people" and act_of(m).word.subtype == "arrest")
    return not checked or meets(m, parties, need) or is_of_ties(m) or broke_out(m)


_CHECKED = frozenset(
    (
        *("armed", "official", "state", "titled", "forces", "ground", "victims", "counted", "journey", "towards"),
        *("vehicle", "drowned", "officer", "treaty", "crowd", "persons", "steps_in", "driven"),
    )
)


@rule(
    seq(_FREE, unit("ACT_NOUN", "NEEDS_weak", but=("occupant",))["act"], not_ahead(unit("ACT", but=("+and",)))),
    takes="""
    نفذ الجيش عملية قرب الحدود فجر الأحد.
        trigger: عملية
        type: ASSAULT
        actor: الجيش
    دخلت الحرب على المدينة المحاصرة عامها الثاني، وقتلت 300 شخص.
        trigger: الحرب
        type: ASSAULT
    """,
    refuses="""
    تحدث المدير عن عملية إصلاح المدارس.
    الحرب لا تجلب إلا الخراب.
    أطلقت الجماعة سربا من المسيرات باتجاه الميناء أمس.
    """,
)
def weak_act_noun(m: Match) -> EventDraft | None:
    """A noun of many senses: an event when two of doer, victim, place, date, number or weapon stand around it."""
    parties, first = parties_of(m), act_of(m).first
    asked = any("question" in unit.signature for unit in m.units[max(first - _TWO, 0) : first])
    if asked or any("topic" in unit.signature for unit in m.units[act_of(m).last : act_of(m).last + 1]):
        return None  # when the operation ends; the peace process
    if _company(m, parties) >= _TWO:
        return draft(m, parties)
    return draft(m, parties, anaphoric=True) if "takes_up" in m.units[act_of(m).first] else None


def _company(m: Match, parties: Parties) -> int:
    """How much stands around a weak word: doer, victim, and the classes of things that place or count it."""
    act = act_of(m)
    near = m.units[act.last : act.last + _WEAK_REACH]
    found = {name for unit_ in near for name in _PLACED & unit_.signature}
    return (parties.actor is not None) + (parties.target is not None) + len(found)


@rule(
    seq(_FREE, unit("ACT_NOUN", "NEEDS_again")["act"]),
    takes="""
    خرجت مظاهرة في السدر أمس، ودعا الطلاب إلى تحرك جديد غداً.
        trigger: تحرك
        type: PROTEST
        status: called_for
    فرقت الشرطة المعتصمين، واعتصم غيرهم في الميناء، ورفض الوالي أي تحرك.
        trigger: تحرك
        type: PROTEST
    """,
    refuses="""
    خرجت مظاهرة في السدر أمس، وانتقد السكان تحرك الشرطة البطيء.
    """,
)
def noun_of_what_was_told(m: Match) -> EventDraft | None:
    """A general noun (movement) that is an event only where the report told one of its type before, and no body makes it."""
    behind = m.units[act_of(m).last : act_of(m).last + 1]
    if behind and behind[0].signature & _BODIES:
        return None
    return draft(m, parties_of(m), anaphoric=True)


_BODIES = frozenset(("armed", "security_body", "org_head", "organisation", "role", "known_place", "demonym", "forces"))


@rule(
    seq(_FREE, unit("ACT_NOUN", "NEEDS_weather")["act"]),
    takes="""
    أسفرت أمطار غزيرة عن غرق أحياء في المدينة.
        trigger: أمطار
        type: DISASTER
    حذرت الأرصاد من أمطار غزيرة في الشمال غداً.
        trigger: أمطار
    """,
    refuses="""
    هطلت أمطار غزيرة على المدينة أمس.
    """,
)
def harmful_weather(m: Match) -> EventDraft | None:
    """Weather that left harm behind, or that people are warned of; rain as such is none."""
    at = act_of(m).first
    harms = any("happens" in u.signature and "verb" in u.signature for u in m.units[max(at - 2, 0) : at])
    if not harms and not leads_on(m.units[: at + _SOON], at) and told(m.units, at) is None and not _is_warned_of(m, at):
        return None
    return draft(m, Parties(None, parties_of(m).target))


def _is_warned_of(m: Match, at: int) -> bool:
    """Whether a verb of warning governs it."""
    near = m.units[max(at - _WEAK_REACH, 0) : at]
    return any("CUE" in u.signature and "cue" in u.signature and u["cue"].act == "warn" for u in near)


@rule(
    seq(_FREE, unit("ACT_NOUN", "NEEDS_natural")["act"]),
    takes="""
    ضرب زلزال قوي شمال البلاد فجر الأحد.
        trigger: زلزال
        type: DISASTER
    أدت الفيضانات في الإقليم إلى مقتل 12 شخصاً.
        trigger: الفيضانات
        type: DISASTER
    """,
    refuses="""
    أثار القرار عاصفة من الانتقادات.
    استهدفت الحركة موقع السدر بالبركان والمسيرات.
    """,
)
def natural_disaster(m: Match) -> EventDraft | None:
    """A disaster, when a place, a date or victims stand in its sentence: storms of anger have none."""
    near = m.units[max(0, act_of(m).first - _WEAK_REACH) : act_of(m).last + _WEAK_REACH]
    if is_weapon(m) or not any(u.signature & _NEAR_DISASTER for u in near):
        return None
    return draft(m, Parties(None, parties_of(m).target))


@rule(
    seq(_FREE, unit("ACT_NOUN", "NEEDS_outcome")["act"]),
    takes="""
    أعلنت الوزارة مقتل 18 شرطياً منذ بداية الأسبوع.
        trigger: مقتل
        type: ASSAULT
        target: 18 شرطياً
    أكد المستشفى إصابة ثلاثة جنود.
        trigger: إصابة
        target: ثلاثة جنود
    أعلنت الإدارة، أمس الأربعاء، إصابة سبعة عمال.
        trigger: إصابة
        target: سبعة عمال
    """,
    refuses="""
    أدى الهجوم إلى مقتل 18 شرطياً.
    توفي ثلاثة حراس متأثرين بإصاباتهم.
    انخفضت أسعار القمح.
    """,
)
def outcome_noun(m: Match) -> EventDraft | None:
    """What an act left behind stands for the act when the sentence names no act."""
    parties = parties_of(m)
    act = act_of(m)
    if act.last == act.first + 1 and not is_people(m, parties):
        return None
    if {"+bi", "+pron"} <= m.units[act.first].signature or is_of_wounds(m):
        return None  # died of their wounds
    return draft(m, parties, outcome=True)
