"""Duals that only a word beside them makes a count: cases of death, things destroyed, somebody's parents."""

from __future__ import annotations

from khabar.grammar import Match, maybe, one_of, rule, run, seq, unit
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
    struck = any(reading.measure == "destroyed" and not reading.prep for reading in m.units[m.first]["MEASURE"])
    return in_the_noun(m, 3, 2, "dual", "destroyed") if struck and noun.number == "d" else None


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
