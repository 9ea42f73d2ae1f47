"""Names that hold a place name and are none: organisations, clubs, media, persons.  They keep the other rules off."""

from __future__ import annotations

from khabar.grammar import Match, either, maybe, not_ahead, one_of, rule, run, seq, unit
from khabar.languages.ar.forms.particles import GLUED
from khabar.languages.ar.places.names import COMMON, LIKELY, NAMED_ON, PERSON, SURE, WEAK

GRADES = (SURE, LIKELY, WEAK, COMMON)
ANY_NAME = unit(some=GRADES, but=GLUED)
_DOUBTFUL = unit(some=(LIKELY, WEAK, COMMON), but=GLUED)
_MORE = run(unit(but=("quote", "place_type")), 1, 3, short=True)
_QUOTED = run(unit(but=("quote", "place_type")), 0, 3, short=True)
_NO_TITLE = ("mark", "prep", "comp", "verb", "rel", "TIME", "+and", *GRADES)
_GIVEN = unit("given", but=(*GRADES, "prep", "place_type", "rel", "comp", "neg", "cue"))


@rule(
    either(
        seq(unit("place_embassy", but=("+pron", "+al")), ANY_NAME, unit("fi"), ANY_NAME),
        seq(unit("place_org", but=("+pron", "+al")), maybe(unit("quote")), ANY_NAME),
    ),
    takes="""
        حذرت سفارة لبنان في باريس رعاياها
        التقى الطلاب أمام جامعة حلب
        أعلنت سفارة لبنان إغلاق أبوابها
        جددت بلدية بيروت دعوتها
    """,
    refuses="""
        وصل الوفد إلى حلب
        أغلقت السفارة في بيروت أبوابها
    """,
    trap=True,
)
def organisation_of_a_place(m: Match) -> None:
    """An embassy, a university, a party is called after a place; its name tells who acts, not where."""


@rule(
    seq(unit(some=("place_org", "org_head"), but=("+pron", "+al")), unit("place_works", but=GLUED), ANY_NAME),
    takes="""
        أعلنت مؤسسة كهرباء عدن عودة التيار
        أكدت هيئة موانئ البحر الأحمر وصول السفينة
    """,
    refuses="""
        انقطعت كهرباء عدن مساءً
    """,
    trap=True,
)
def works_of_a_place(m: Match) -> None:
    """A body that runs the ports, the water, the oil of a place bears its name too, one word further on."""


@rule(
    seq(unit("organisation", but=(*GRADES, "verb", "cue")), ANY_NAME),
    takes="""
        تبنت حركة طالبان باكستان الهجوم
        نفى تنظيم داعش ليبيا ذلك
    """,
    refuses="""
        قصف طالبان في باكستان
    """,
    trap=True,
)
def branch_of_an_organisation(m: Match) -> None:
    """A listed group with a country behind it, without a preposition, is the group's branch."""


@rule(
    seq(unit("place_club", but=("+pron",)), ANY_NAME),
    takes="""
        فاز منتخب مصر بهدفين
        تعادل نادي الكويت مع ضيفه
    """,
    refuses="""
        فازت مصر بهدفين
    """,
    trap=True,
)
def club(m: Match) -> None:
    """Clubs, teams, cups and races bear place names; a match is no report of the place."""


@rule(
    seq(unit("quote"), unit("media", some=GRADES, but=GLUED), unit("quote")),
    takes="""
        قال مصدر لـ«الشرق الأوسط» إن اللقاء تأجل
        نشرت «الشرق الأوسط» نص الوثيقة
    """,
    refuses="""
        قال مصدر إن الشرق الأوسط يغلي
    """,
    trap=True,
)
def medium_in_quotation_marks(m: Match) -> None:
    """Newspapers called after a region stand in quotation marks, the region itself does not."""


@rule(
    seq(_GIVEN, unit(some=(LIKELY, WEAK, COMMON), but=GLUED)),
    takes="""
        وصل خالد الكسوة مساءً
        تحدث محمود فوشان إلى الصحافيين
    """,
    refuses="""
        وصل الوفد إلى بغداد
    """,
    trap=True,
)
def family_name(m: Match) -> None:
    """Behind a given name, a word that could be a small town is the family name."""


@rule(
    either(
        seq(unit(some=("role", "given"), but=("prep",)), _GIVEN, unit(SURE, but=GLUED)),
        seq(unit("role", "+al"), run(unit(but=_NO_TITLE), 1, 2), _GIVEN, unit(SURE, but=GLUED)),
        seq(unit("role", "+al"), run(unit("+al", but=("demonym", *GRADES)), 0, 1), unit(SURE, NAMED_ON, but=GLUED)),
    ),
    takes="""
        غادر الرئيس السابق باريس كولمان منصبه
        كتب الرئيس جورج واشنطن رسالة
        خسر أمام الرئيس المنتهية ولايته يونس باكو
    """,
    refuses="""
        كتب جورج من واشنطن رسالة
    """,
    trap=True,
)
def family_name_behind_a_full_name(m: Match) -> None:
    """A title and a given name before it make even a well-known place name a family name."""


@rule(
    seq(
        unit("role", "+al", but=("place_type",)),
        maybe(unit("demonym", "+al")),
        _DOUBTFUL,
        not_ahead(unit("place_type")),
    ),
    takes="""
        قال الرئيس لينكولن إنه باق
        صرح الوزير الصيني فوشان للصحافة
    """,
    refuses="""
        قال حاكم تكساس إنه باق
    """,
    trap=True,
)
def name_behind_a_title(m: Match) -> None:
    """The minister, the colonel: a title with the article is followed by the person's name, not by a place."""


@rule(
    seq(unit("place_trap")),
    takes="""
        كتبت نيويورك تايمز أن الهدنة قريبة
        خسر ريال مدريد المباراة
    """,
    trap=True,
)
def fixed_name(m: Match) -> None:
    """Listed names of papers, clubs, treaties and illnesses that hold a place name."""


@rule(
    unit(PERSON),
    takes="""
        قال باكو ميا إن القرار صائب
        حضر الاجتماع ناصر الكسوة بن عمر
        قالت الوزيرة البلدية جورجيا ميلوفا إن القرار صائب
        وأوضح تشاد بيلمر أن الفريق عاد
        صدر القرار عن حكومة بقيادة جورجيا ميلوفا
    """,
    refuses="""
        قالت باكو إن القرار صائب
        زار باكو مساءً
        قال رئيس تشاد محمد الزين إن القرار صائب
        أعلنت جورجيا رسميا قطع العلاقات
        انطلقت قافلة بقيادة جورجيا مساءً
    """,
    trap=True,
)
def person_of_that_name(m: Match) -> None:
    """Persons are called like towns, and like a few countries; a lineage, a masculine verb of saying, a title and a first name
    tell them.
    """


@rule(
    seq(
        one_of("place_org", "org_head", "in_the_name", but=("+pron", "place_strict")),
        unit("quote_open"),
        either(seq(_MORE, unit(some=GRADES), _QUOTED), seq(unit(some=GRADES), _MORE)),
        unit("quote_close"),
    ),
    takes="""
        نفت مؤسسة "نور القدس" الخبر
        نددت جمعية «أطفال بيروت القدامى» بالقرار
    """,
    refuses="""
        قالت مؤسسة كبيرة إن "الطريق إلى القدس" مغلق
    """,
    trap=True,
)
def organisation_in_quotation_marks(m: Match) -> None:
    """The name of a body in quotation marks may hold a place that is none."""


@rule(
    seq(
        one_of("li_free", "place_with", "demonstrative"),
        unit("quote"),
        unit("media_name", some=GRADES, but=GLUED),
        unit("quote"),
    ),
    takes="""
        قال الوزير لـ"الرياض" إن اللقاء تأجل
        أضاف في اتصال مع «القدس» أن الهدنة قريبة
    """,
    refuses="""
        وصل الوفد إلى "الرياض" مساءً
    """,
    trap=True,
)
def newspaper_spoken_to(m: Match) -> None:
    """A source speaks to a newspaper; its name in quotation marks is a town's as well."""


TRAPS = (
    organisation_of_a_place,
    works_of_a_place,
    branch_of_an_organisation,
    club,
    medium_in_quotation_marks,
    family_name,
    family_name_behind_a_full_name,
    name_behind_a_title,
    fixed_name,
    person_of_that_name,
    organisation_in_quotation_marks,
    newspaper_spoken_to,
)
