"""Event verbs: finite verbs that tell an act, active or passive, and verbs that tell only its outcome."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, rule, seq, unit
from khabar.languages.ar.events.acts import Parties
from khabar.languages.ar.events.by_whom import is_by
from khabar.languages.ar.events.drafts import draft, of_person, parties_of
from khabar.languages.ar.events.needs import PARTY_NEEDS, act_of, heads, hits_them, is_people, meets
from khabar.languages.drafts import EventDraft

_REACH = 10
_NEAR = 4
_PLACED = frozenset(("known_place", "place_type", "TIME", "means", "quote_open"))
_UNDER_ARMS = frozenset(("armed",))


@rule(
    seq(unit("ACT_VERB", some=("NEEDS_always", "NEEDS_phrase", "NEEDS_foe", "NEEDS_living"))["act"]),
    takes="""
    اعتقلت الشرطة مئات الأشخاص في العاصمة.
        trigger: اعتقلت
        type: COERCE
        subtype: arrest
        actor: الشرطة
        target: مئات الأشخاص
    أطلق مسلحون النار على دورية للجيش.
        trigger: أطلق
        type: ASSAULT
        subtype: shooting
        actor: مسلحون
    تظاهر مئات العمال تنديداً بقرار المجلس ضد الحكومة.
        trigger: تظاهر
        type: PROTEST
        actor: مئات العمال
    استقال رئيس الوزراء من منصبه.
        trigger: استقال
        type: OFFICE
        actor: رئيس الوزراء
    إن الجيش والمتطوعين سيطرا بشكل كامل على قاعدة النخيل.
        trigger: سيطرا
        type: ASSAULT
        target: قاعدة النخيل
    تم أسرهم من قبل الجيش قرب النخيل.
        trigger: أسرهم
        type: COERCE
        actor: الجيش
    قالت الوزارة إن 40 نقطة تفتيش أقيمت في أنحاء البلاد.
        trigger: أقيمت
        type: MOBILIZE
    قالت الشرطة إن أربعة رجال قبض عليهم في النخيل.
        trigger: قبض
        type: COERCE
        target: أربعة رجال
    وقبضت عليهم الشرطة قبل الفجر.
        trigger: قبضت
        actor: الشرطة
    وأرسل الهلال الأحمر خياماً إلى قرية السدر.
        trigger: أرسل
        type: AID
    توعد الوالي بأن من لا يستسلم "سيُقبض عليه".
        trigger: سيُقبض
        target: من لا يستسلم
    """,
    refuses="""
    أطلق المجلس حملة للقراءة.
    وصلت الرسالة متأخرة.
    """,
)
def act_verb(m: Match) -> EventDraft:
    """A verb that tells an act by itself, or with the words that make it one (opened fire)."""
    return draft(m, parties_of(m))


@rule(
    seq(unit("ACT_VERB", some=PARTY_NEEDS)["act"]),
    takes="""
    قصفت المدفعية حي الميناء ليلاً.
        trigger: قصفت
        subtype: shelling
    هاجم مسلحون مركزاً للشرطة.
        trigger: هاجم
        actor: مسلحون
        target: مركزاً للشرطة
    انتشرت قوات من الجيش في وسط المدينة.
        trigger: انتشرت
        type: MOBILIZE
    تدخلت قوات مكافحة الشغب في ساحة البلدية بالهراوات.
        trigger: تدخلت
    حرر المتمردون قرية السدر.
        trigger: حرر
        type: ASSAULT
    قالت الإدارة إن ستة حراس أصيبوا بجروح.
        trigger: أصيبوا
        target: ستة حراس
    غادرت القوات الأجنبية القاعدة أمس.
        trigger: غادرت
        type: RETREAT
    وقال الوزير: لن نفاوض الخاطفين.
        trigger: نفاوض
        status: refused
    التقى وزيرا الداخلية أمس لبحث أزمة الحدود.
        trigger: التقى
        type: CONSULT
    قال شاهد إن قوات الدرك، بمساعدة السكان، فتشت المبنى القديم.
        trigger: فتشت
        actor: قوات الدرك
        target: المبنى القديم
    وكان طيران التحالف قصف مساء الأحد مزرعة في النخيل.
        trigger: قصف
        actor: طيران التحالف
        target: مزرعة
    قال المجلس إن الجيش قصف سوق السدر.
        trigger: قصف
        actor: الجيش
        target: سوق السدر
    قال السكان إن مسلحا خطف طبيبا ليل أمس.
        trigger: خطف
        actor: مسلحا
        target: طبيبا
    خطف مسلحون قاضي السدر ثم اقتادوه إلى جهة مجهولة.
        target: قاضي السدر
    طردت القوات الحكومية (المرابطة في النخيل) ميليشيا السدر من المدينة.
        trigger: طردت
        type: ASSAULT
        target: ميليشيا السدر
    هبطت ثلاث طائرات عسكرية في قاعدة النخيل.
        trigger: هبطت
        type: MOBILIZE
    سمحت قوات السدر بعودة السكان إلى القرية.
        trigger: سمحت
        type: RETREAT
    """,
    refuses="""
    هاجم الوزير سياسة المعارضة.
    هبطت طائرة الركاب في مطار النخيل.
    لم تسمح صحته بالعودة إلى العمل.
    زودت الشركة المدينة بالكهرباء.
    أصاب التقرير في وصفه.
    انتشرت الأغنية بين الشباب.
    غادر السياح الجزيرة أمس.
    حرر الكاتب الصفحة الأولى.
    احتل السهم المرتبة الثانية في التداول.
    """,
)
def act_verb_with_party(m: Match) -> EventDraft | None:
    """A verb that tells an act only with a victim, or a doer who can do it."""
    parties = parties_of(m)
    act = act_of(m)
    need = act.word.needs
    if _is_ours(m):
        return draft(m, parties)
    if act.word.type != "CONSULT" and _is_figurative(m.units[act.first + 1 : act.first + _REACH]):
        return None  # a crisis is what talks are about
    if not meets(m, parties, need):
        return draft(m, parties, outcome=True) if _is_done_by(m) else of_person(m, parties)
    if need == "object_place" and _is_of_a_place(m, parties):
        return None
    if (parties.actor is None and parties.target is None and not hits_them(m)) or _is_hit_by_act(m):
        return None
    found = draft(m, parties, outcome=need == "object_people" and _is_fate(m, parties))
    return replace(found, of_them=True) if parties.target is None and hits_them(m) else found


def _is_done_by(m: Match) -> bool:
    """Whether people of whom no phrase is made out were killed or hurt at somebody's hands, told right behind the verb."""
    act = act_of(m)
    if act.word.type != "ASSAULT" or act.word.needs != "object_people" or act.passive is False:
        return False
    return any(is_by(m.units, k) for k in range(act.last, min(act.last + 2, len(m.units))))


def _is_ours(m: Match) -> bool:
    """We shall not negotiate: the speakers say it of themselves."""
    slots = act_of(m).slots
    return act_of(m).word.type == "CONSULT" and bool(slots) and all(slot[1:] == "1p" for slot in slots)


def _is_of_a_place(m: Match, parties: Parties) -> bool:
    """A town that "occupies" a spot does nothing."""
    start = parties.actor.span[0] if parties.actor else -1
    return any("place_type" in u.signature and not u.signature & _BODIES for u in m.units if u.cut == start)


_BODIES = frozenset(("org_head", "armed", "forces", "people"))


def _is_figurative(behind: Sequence[Unit]) -> bool:
    """The minister attacked a policy, saying; the share occupied the first rank."""
    for k, unit_ in enumerate(behind):
        if unit_.signature & {"stop", "ACT"}:
            return False
        body = k > 0 and bool(behind[k - 1].signature & {"armed", "org_head", "countable", "place_facility"})
        aim = "aim" in unit_.signature and not unit_.signature & {"role", "org_head", "+al"}
        if aim and k < _NEAR - 1 and not body:
            return True
        if unit_.signature & {"ranks", "verbal", "said_of_self"}:
            return True
        if "idiom" in unit_.signature and not (k + 1 < len(behind) and _kind_of(behind[k + 1]) == "COERCE"):
            return True  # not a point of search
        if "rank" in unit_.signature and k + 1 < len(behind) and behind[k + 1].signature & {"NUMBER", "digits"}:
            return True
    return False


def _kind_of(unit_: Unit) -> str:
    """The type of the act that a noun names; empty for others."""
    return unit_["event_noun"].type if "event_noun" in unit_.signature else ""


def _is_hit_by_act(m: Match) -> bool:
    """The subject of "hit" is an act, which tells it."""
    act = act_of(m)
    following = m.units[act.first + 1] if act.first + 1 < len(m.units) else None
    return "hit" in m.units[act.first].signature and following is not None and "ACT_NOUN" in following.signature


def _is_fate(m: Match, parties: Parties) -> bool:
    """Who was killed or hurt is told, and not who did it, or that an act did it (raids killed)."""
    if act_of(m).word.subtype is not None:
        return False
    if parties.actor is None or (parties.target is not None and parties.actor.span > parties.target.span):
        return True
    start, end = parties.actor.span
    return any("ACT" in u.signature for u in m.units if start <= u.stem < end)


@rule(
    seq(unit("ACT_VERB", "NEEDS_weak")["act"]),
    takes="""
    نشر الجيش وحداته في العاصمة.
        trigger: نشر
        type: MOBILIZE
    فاوضت الشرطة الخاطفين، وسحب الجيش آلياته من وسط العاصمة.
        trigger: سحب
        type: RETREAT
    """,
    refuses="""
    نشر الكاتب روايته في العاصمة.
    سحب الزبون نقوده من المصرف.
    """,
)
def weak_act_verb(m: Match) -> EventDraft | None:
    """A verb of many senses, when armed people or protesters do it and a place or date stands beside it."""
    parties = parties_of(m)
    act = act_of(m)
    near = m.units[act.first + 1 : act.first + 1 + _REACH]
    spans = [party.span for party in parties if party]
    armed = any("armed" in u.signature for u in m.units for s, e in spans if s <= u.stem < e)
    if act.word.type == "MOBILIZE":
        armed = any(heads(m.units, party, _UNDER_ARMS) for party in parties)  # not: published pictures of the forces
    placed = any(u.signature & _PLACED for u in near)
    if "ACT_NOUN" in m.units[act.last - 1 : act.last + 1][-1].signature:
        return None  # condemned the storming of, as no court does
    return draft(m, parties) if armed and (placed or parties.target) else None


@rule(
    seq(unit("ACT_VERB", some=("NEEDS_outcome", "NEEDS_natural"))["act"]),
    takes="""
    أصيب خمسة أشخاص في حي الزهور.
        trigger: أصيب
        type: ASSAULT
        target: خمسة أشخاص
    استشهد جندي على الحدود الشمالية.
        trigger: استشهد
        target: جندي
    أصيب بحروق ونقل إلى مستشفى البلدة.
        trigger: أصيب
    ارتقى شهيد بنيران القوات في الحي.
        trigger: ارتقى
    """,
    refuses="""
    أصيب خمسة أشخاص في هجوم على السوق.
    أصيبت الشركة بخسائر.
    """,
)
def outcome_verb(m: Match) -> EventDraft | None:
    """A verb that tells only what became of people stands for the act when the sentence names none."""
    parties = parties_of(m)
    behind = m.units[act_of(m).last : act_of(m).last + 1]
    wounded = any("hurt_with" in unit_.signature for unit_ in behind)
    fallen = any("DEAD" in unit_.signature for unit_ in m.units[slice(*act_of(m).tail)])
    if not is_people(m, parties) and not wounded and not fallen:
        return None
    return draft(m, parties, outcome=act_of(m).word.needs == "outcome")
