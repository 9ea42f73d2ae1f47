"""Duals that only a word beside them makes a count: cases of death, things destroyed, somebody's parents."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, maybe, one_of, rule, run, seq, unit
from khabar.languages.ar.figures.counts import Count, in_the_noun
from khabar.languages.ar.phrases.shapes import OBLIQUE


@rule(
    seq(unit("PEOPLE_D", "+pron", but=("+and", "+li"))["noun"], one_of("people", "measure_word", but=("+and",))),
    takes="""
    سجلت الوزارة حالتي وفاة في المخيم.
        text: حالتي
        measure: killed
        low: 2
    استقبل المستشفى حالتي إصابة من القرية.
        text: حالتي
        measure: injured
    """,
    refuses="""
    شرحت الأم حالتي الصحية للطبيب.
    """,
)
def two_cases(m: Match) -> Count | None:
    """The dual of a phrase stands in its first word, without its nun, which looks like "my" (two cases of death)."""
    phrase = " " in m.units[m.first]["people"].lemma
    return in_the_noun(m, 2, 2, "dual") if phrase else None


@rule(
    seq(
        unit("remains", "PEOPLE_S", "+pron", but=("+and", "+li"))["noun"],
        one_of("PEOPLE_P", "demonym", but=("PEOPLE_D", "+and")),
    ),
    takes="""
    عثرت فرق الإنقاذ على جثتي عاملين تحت الأنقاض.
        text: جثتي
        measure: killed
        low: 2
        unit: body
    انتشل الأهالي جثتي صيادين من النهر.
        text: جثتي
        measure: killed
    """,
    refuses="""
    ادفنوا جثتي في القرية.
    شيع الأهالي جثته في القرية.
    """,
)
def two_bodies(m: Match) -> Count | None:
    """The dual of a body before the two whose they are stands without its nun, which looks like "my" (two workers' bodies)."""
    two = m.units[m.first].view.endswith(_BEFORE_OWNER)
    return in_the_noun(m, 2, 2, "dual", "killed") if two else None


_BEFORE_OWNER = ("\N{ARABIC LETTER TEH}\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER TEH}\N{ARABIC LETTER ALEF}")


@rule(
    seq(
        unit("MEASURE"),
        run(unit(but=("mark", "FINITE", "NUMBER", "comp", "bi_comp", "MEASURE", "rel", "prep")), 0, 3, short=True),
        maybe(unit("comma"), maybe(unit("TIME"), unit("comma"))),
        unit("countable", but=("+al", "+pron", "+and", "+bi", "+li"))["noun"],
    ),
    takes="""
    دمرت الطائرات دبابتين عند مدخل القرية.
        text: دبابتين
        measure: destroyed
        low: 2
    دمر الجيش، أمس، جسرين على النهر.
        text: جسرين
        measure: destroyed
    هدمت الجرافات منزلين في البلدة.
        text: منزلين
        measure: destroyed
        unit: object
    """,
    refuses="""
    دمرت الطائرات دبابات عند مدخل القرية.
    تسلم الجيش دبابتين من المصنع.
    """,
)
def two_things(m: Match) -> Count | None:
    """A dual says two of things as well, where the word before says that they were destroyed."""
    noun = m.units[m.parts["noun"][0]]["countable"]
    struck = _destroys(m.units[m.first])
    return in_the_noun(m, 3, 2, "dual", "destroyed") if struck and noun.number == "d" else None


def _destroys(word: Unit) -> bool:
    return any(reading.measure == "destroyed" and not reading.prep for reading in word["MEASURE"])


@rule(
    seq(
        one_of("NUMBER", "countable", but=("+al",))["first"],
        run(
            unit(but=("mark", "FINITE", "NUMBER", "comp", "bi_comp", "MEASURE", "rel", "prep", "PEOPLE_P")),
            0,
            3,
            short=True,
        ),
        unit("countable", "+and", but=("+al", "+pron"))["noun"],
    ),
    takes="""
    دمر القصف 14 منزلاً ومدرستين في البلدة.
        text: مدرستين
        measure: destroyed
        low: 2
    أحرق المحتجون خمس سيارات ومبنيين حكوميين.
        text: مبنيين
        measure: destroyed
        unit: object
    دمرت الطائرات دبابتين وجسرين عند الوادي.
        text: جسرين
        measure: destroyed
    """,
    refuses="""
    دمر القصف 14 منزلاً ومدارس في البلدة.
    اشترت البلدية خمس سيارات ومدرستين.
    """,
)
def two_things_beside_others(m: Match) -> Count | None:
    """A list of what was destroyed goes on with two more things (14 houses and two schools)."""
    first, noun = m.units[m.first], m.units[m.parts["noun"][0]]["countable"]
    told = "NUMBER" in first or first["countable"].number == "d"
    if not told or noun.number != "d" or not _is_behind_destruction(m.units, m.first):
        return None
    return in_the_noun(m, 6, 2, "dual", "destroyed")


def _is_behind_destruction(units: Sequence[Unit], at: int) -> bool:
    """Whether the word for what happened to the things at units[at] says that they were destroyed."""
    for word in reversed(units[max(0, at - _NEAR) : at]):
        if "MEASURE" in word:
            return _destroys(word)
        if word.signature & {"stop", "comp", "bi_comp"}:
            return False
    return False


_NEAR = 5


@rule(
    seq(unit("MEASURE", "STRONG", but=("+al", "+pron")), unit("PEOPLE_D", "+pron", but=("+and", "+bi", "+li"))["noun"]),
    takes="""
    أصيب والداه بحروق في الحريق.
        text: والداه
        measure: injured
        low: 2
    جُرح طفلاها في غارة على المخيم.
        text: طفلاها
        measure: injured
    """,
    refuses="""
    زار والداه المدينة.
    """,
)
def two_of_somebody(m: Match) -> Count:
    """A dual with a pronoun counts two where their fate stands right before (his parents were hurt)."""
    return in_the_noun(m, 2, 2, "dual")


@rule(
    seq(
        unit("PEOPLE_P", but=("+al", "+pron", "+and"))["noun"],
        run(unit(but=("stop", "semicolon", "colon", "comp", "bi_comp")), 0, 3, short=True),
        unit("MEASURE", "+and"),
        unit("another")["third"],
    ),
    takes="""
    أعلنت الوزارة مقتل مسعفين وإصابة ثالث في هجوم على الحاجز.
        text: مسعفين
        measure: killed
        low: 2
    أسفر الانفجار عن إصابة صحفيين ومقتل ثالث.
        text: صحفيين
        measure: injured
    """,
    refuses="""
    أعلنت الوزارة مقتل مسعفين وإصابة آخرين في هجوم على الحاجز.
    """,
)
def two_before_a_third(m: Match) -> Count | None:
    """Policemen in the oblique case are two or many, by their letters: a third who is told of behind them says two."""
    oblique = m.units[m.parts["noun"][0]].view.endswith(OBLIQUE)
    return in_the_noun(m, 2, 2, "dual") if oblique and m.units[m.last - 1].view in _THIRD else None


_THIRD = ("ثالث", "ثالثه", "ثالثا")


@rule(
    seq(
        one_of("PEOPLE_P", "demonym", but=("+al", "+pron", "+and"))["noun"],
        run(unit(but=("stop", "semicolon", "colon", "comp", "bi_comp", "NUMBER")), 0, 3, short=True),
        unit("MEASURE", "+and"),
        unit("NUMBER")["number"],
        unit("others"),
    ),
    takes="""
    أعلنت الوزارة مقتل صحفيين، وإصابة خمسة آخرين بشظايا.
        text: صحفيين
        measure: killed
        low: 2
    أعلن الإسعاف استشهاد فلسطينيين، وإصابة 5 آخرين بشظايا.
        text: فلسطينيين
        measure: killed
    """,
    refuses="""
    أعلنت الوزارة مقتل صحفيين وإصابة آخرين بشظايا.
    أعلنت النيابة اعتقال ناشطين وملاحقة عشرات آخرين.
    """,
)
def two_before_counted_others(m: Match) -> Count | None:
    """Policemen in the oblique case are two or many, by their letters: others counted exactly beside them say two."""
    oblique = m.units[m.parts["noun"][0]].view.endswith(OBLIQUE)
    return in_the_noun(m, 2, 2, "dual") if oblique and m.take("number")[0]["NUMBER"].bound == "exact" else None
