"""Arabic sentences: the case and gender of names, what joins a verb to its content, and numbers that are told once."""

from __future__ import annotations

import pytest

import khabar
from khabar.desk.telling import sentence
from khabar.desk.telling.cases import as_subject, behind_preposition
from khabar.desk.telling.dates import on_date
from khabar.desk.telling.lists import unglued
from khabar.desk.telling.told import Told
from khabar.desk.wording import messages
from khabar.record import Document, Report, Span, Via
from told_items import claim, figure, report, span


def told(text: str, layer: str = "claims", number: int = 0) -> str:
    """The sentence of an item of a report of ours, without the note that the wording is the report's."""
    report = khabar.read(text, published="2022-01-07")
    return sentence(report, getattr(report, layer)[number].id, "ar").replace("، بصياغة التقرير", "")


@pytest.mark.parametrize(
    ("name", "subject", "behind"),
    [
        ("أبي سالم", "أبو سالم", "أبي سالم"),
        ("الناجين", "الناجون", "الناجين"),
        ("مسؤولين محليين", "مسؤولون محليون", "مسؤولين محليين"),
        ("الشركتين", "الشركتان", "الشركتين"),
        ("شاهدين", "شاهدان", "شاهدين"),
        ("مصدراً طبياً", "مصدر طبي", "مصدر طبي"),
        ("ناشطون", "ناشطون", "ناشطين"),
        ("الجنوبيين والعشائر", "الجنوبيون والعشائر", "الجنوبيين والعشائر"),
        ("المتضررين المحليين", "المتضررون المحليون", "المتضررين المحليين"),
        ("منظمو المعرض", "منظمو المعرض", "منظمي المعرض"),
        ("مسؤولي البلدية", "مسؤولو البلدية", "مسؤولي البلدية"),
        # names that only look like one of these
        ("صحافي الجريدة", "صحافي الجريدة", "صحافي الجريدة"),
        ("التلفزيون الرسمي", "التلفزيون الرسمي", "التلفزيون الرسمي"),
        ("الملايين", "الملايين", "الملايين"),
        ("الميادين", "الميادين", "الميادين"),
        ("ياسين النوري", "ياسين النوري", "ياسين النوري"),
        ("الأرجنتين", "الأرجنتين", "الأرجنتين"),
        ("سكان القرية", "سكان القرية", "سكان القرية"),
        ("لبنان", "لبنان", "لبنان"),
        ("أبو", "أبو", "أبو"),
        ("", "", ""),
        ("نجاراً ماهراً عمره 53 عاماً", "نجار ماهر عمره 53 عاماً", "نجار ماهر عمره 53 عاماً"),
    ],
)
def test_names_in_the_case_that_the_sentence_needs(name: str, subject: str, behind: str) -> None:
    assert as_subject(name) == subject
    assert behind_preposition(name) == behind


@pytest.mark.parametrize(
    ("text", "sentence_of"),
    [
        ("وقالت النائبة رنا الجابر إن الجسر مغلق.", "قالت رنا الجابر، إن «الجسر مغلق»."),
        ("ونفت الوزارة أن تكون الطريق مغلقة.", "نفت الوزارة، أن «تكون الطريق مغلقة»."),
        ("وشدد الوالي على أنه باق في منصبه.", "شدد الوالي، على أنه «باق في منصبه»."),
        ("وحذر المهندس عادل الكرم من أن السد قد ينهار.", "حذّر عادل الكرم، من أن «السد قد ينهار»."),
        ("وأفادت الشرطة بأن السوق أغلقت.", "أفادت الشرطة، بأن «السوق أغلقت»."),
        ("ووصف الناطق سعد الراوي هذه الأنباء بأنها ملفقة.", "وصف سعد الراوي، «هذه الأنباء» بأنها «ملفقة»."),
        ("ووصف الوالي هذا الكلام بالباطل.", "وصف الوالي، «هذا الكلام» بـ«الباطل»."),
        ("وقالت الوزارة ان الجسر مغلق.", "قالت الوزارة، إن «الجسر مغلق»."),
        ("واشار الوالي الى ان الجسر مغلق.", "أشار الوالي، إلى أن «الجسر مغلق»."),
        ("ودعا الوالي السكان إلى الهدوء.", "دعا الوالي «السكان»، إلى «الهدوء»."),
        ("واتهمت الحركة الحكومة بالتقصير.", "اتهمت الحركة «الحكومة»، بـ«التقصير»."),
        ("وجدد الوالي دعوته إلى وقف القتال.", "دعا الوالي، إلى «وقف القتال»."),
        ("وأعلنت كتائب الرمل مسؤوليتها عن تفجير الجسر.", "أعلنت كتائب الرمل: «مسؤوليتها عن تفجير الجسر»."),
    ],
)
def test_what_joins_a_verb_to_its_content_is_the_sources_own(text: str, sentence_of: str) -> None:
    assert told(text) == sentence_of


@pytest.mark.parametrize(
    ("text", "sentence_of"),
    [
        # hurried reports leave the preposition before "that" out, or write the other "that"
        ("وأشارت مصادر طبية أن الجسر مغلق.", "أشارت مصادر طبية، إلى أن «الجسر مغلق»."),
        ("وشددت الوالية منى السهل أن الجسر مغلق.", "شددت منى السهل، على أن «الجسر مغلق»."),
        ("وقال أحد الرعاة أنه رأى الدخان.", "قال أحد الرعاة، إنه «رأى الدخان»."),
        ("وأضاف الوالي إن الجسر مغلق.", "أضاف الوالي، أن «الجسر مغلق»."),
        # a verb of ours would make another thing of it: who fears, hopes, mourns, is angry
        ("وتخشى البلدية من انهيار السد.", "خشيت البلدية، من «انهيار السد»."),
        ("وتأمل البلدية أن يعود الماء غداً.", "أملت البلدية، أن «يعود الماء غداً»."),
        ("وأثنى الوالي على جهود المسعفين.", "أثنى الوالي، على «جهود المسعفين»."),
    ],
)
def test_the_verb_is_told_with_what_it_takes(text: str, sentence_of: str) -> None:
    assert told(text) == sentence_of


def test_what_stands_between_verb_and_words_is_not_always_what_is_described() -> None:
    shown = told("ووصف الوالي سالم النوري اللقاء، في تصريح له بعد الجولة، بالإيجابي.")
    assert "«في تصريح" not in shown
    assert told("ووصف الوالي هذا الكلام بالباطل.") == "وصف الوالي، «هذا الكلام» بـ«الباطل»."


def test_some_of_many_are_told_as_the_report_counts_them() -> None:
    shown = told("وأصيب مئات من عمال الميناء في الحريق.", "figures")
    assert "إصابة مئات من عمال الميناء" in shown
    assert "الأشخاص" not in shown
    crowd = figure(
        None, bound="vague", order=10_000, of=span("من سكان الوادي", 600), text="عشرات الآلاف", measure="displaced"
    )
    assert "نزوح عشرات الآلاف من سكان الوادي" in sentence(report(claim(), crowd), "f1", "ar")


def test_whom_a_verb_has_as_its_subject_stands_before_its_preposition() -> None:
    told_of = sentence(report(claim(lemma="أبلغ", cue=span("أبلغت", 100)), figure(18)), "f1", "ar")
    assert told_of.startswith("أبلغت وزارة الداخلية عن مقتل")


def test_a_noun_of_feeling_is_told_in_the_reports_own_word() -> None:
    """Who voices anger has condemned nothing, and who condoles supports nobody."""
    of = claim(act="condemn", lemma="غضب", cue=span("غضبها", 100), found_by="pronoun")
    assert "عبّرت وزارة الداخلية" in sentence(report(of), "c1", "ar")
    assert "عن «غضبها»" in sentence(report(of), "c1", "ar")
    assert "voiced “غضبها”" in sentence(report(of), "c1", "en")


def test_an_english_verb_stands_beside_ours_where_it_says_something_else() -> None:
    fears = claim(act="expect", lemma="fear", cue=span("fears", 100))
    assert "توقعت وزارة الداخلية، بلفظ «fears»" in sentence(report(fears), "c1", "ar")
    assert "expected (“fears”)" in sentence(report(fears), "c1", "en")
    expects = claim(act="expect", lemma="expect", cue=span("expects", 100))
    assert "(“" not in sentence(report(expects), "c1", "en")


def test_a_letter_before_a_quotation_mark_is_drawn_out_to_it() -> None:
    shown = told("وقالت الشرطة إن قواتها حيّدت 5 مسلحين.", "figures")
    assert "بـ«تحييد»" in shown


def test_a_body_that_is_feminine_by_its_name_is_so_with_its_article() -> None:
    assert told("وبحسب الأمم المتحدة فإن الجسر مغلق.").startswith("قالت الأمم المتحدة")


def test_a_medium_that_is_the_relay_is_told_once() -> None:
    channel = Via("قناة الواحة", span("قناة الواحة", 40), "relay")
    said = claim(medium=span("قناة", 40), via=(channel,))
    assert sentence(report(said), "c1", "ar").count("قناة") == 1


def test_the_word_of_an_event_is_not_told_twice() -> None:
    assert told("وقع هجوم في مدينة تاراز.", "events").startswith("أورد التقرير بصوته وقوع هجوم في")
    assert "(«المعارك»)" in told("اندلعت المعارك في مدينة تاراز.", "events")


@pytest.mark.parametrize(
    ("text", "word", "shown"),
    [
        ("دعا الوالي إلى وقف إطلاق النار في الوادي", "وقف", "إطلاق النار"),
        ("بدأ إيصال المساعدات الغذائية إلى الوادي", "إيصال", "المساعدات الغذائية"),
        ("انتهت العملية العسكرية التي بدأت أمس", "العملية", "العسكرية"),
        ("أعلن الوالي هدنة إنسانية لثلاثة أيام", "هدنة", "إنسانية"),
        # the words behind are a verb, the next clause, a day, a preposition
        ("قال إن الحريق اندلع في السوق", "الحريق", ""),
        ("وقعت الحادثة، الوالي قال ذلك", "الحادثة", ""),
        ("بدأت المفاوضات الأسبوع الماضي", "المفاوضات", ""),
        ("خرجت تظاهرات في السوق", "تظاهرات", ""),
        ("وقع هجوم وقتل اثنان", "هجوم", ""),
        ("the strike on the market", "strike", ""),
    ],
)
def test_a_word_that_says_little_alone_is_shown_with_its_noun(text: str, word: str, shown: str) -> None:
    start = text.index(word)
    assert Told(Report(Document("r", text=text))).object_behind(Span(start, start + len(word), word)) == shown


def test_who_accuses_nobody_by_name_is_not_told_as_accused() -> None:
    report = khabar.read("ولم يقدم الوالي تفاصيل عن الجهة التي يتهمها بالتخريب.", published="2022-01-07")
    accusing = [claim for claim in report.claims if claim.act == "accuse"]
    assert [sentence(report, claim.id, "ar").split("، ")[0] for claim in accusing] == ["وجّه الوالي"]
    assert "اتهاماً بـ«التخريب»" in sentence(report, accusing[0].id, "ar")


@pytest.mark.parametrize(
    ("words", "before", "shown"),
    [
        ("لسكان", " ل", "السكان"),
        ("لتلفزيون الرسمي", "\nل", "التلفزيون الرسمي"),
        ("لجنة الري", " ل", "لجنة الري"),
        ("لبنان", " ل", "لبنان"),
        ("سكان", " ل", "سكان"),
        ("لسان", "ول", "لسان"),
    ],
)
def test_an_article_that_for_has_swallowed_comes_back(words: str, before: str, shown: str) -> None:
    assert unglued(words, before) == shown


def test_a_bound_is_told_once_and_a_day_that_is_not_the_reports() -> None:
    many = told("وبلغ عدد النازحين أكثر من 6500.", "figures")
    assert many.count("أكثر من") == 1
    old = told("وفي ديسمبر 2011 قتلت الشرطة 14 عاملاً في عين الدار.", "figures")
    assert old.endswith("في ديسمبر 2011.")


@pytest.mark.parametrize(
    ("text", "layer", "words"),
    [
        ("وقُتلت طفلة في القصف.", "figures", "مقتل طفلة واحدة"),
        ("وقال الوالي سعد الراوي إن 15 من زملائنا قُتلوا.", "figures", "15 «من زملائنا»"),
        ("وأوقفت الشرطة رجلين قرب الجسر.", "figures", "توقيف «رجلين»"),
        ("وأعلنت الحكومة حظر التجول في البلدة.", "events", "فرض حظر تجول"),
        ("ورفض الوالي التفاوض مع المسلحين.", "events", "رفض الوالي أي اجتماع أو محادثات"),
    ],
)
def test_deeds_and_people_in_words_that_fit(text: str, layer: str, words: str) -> None:
    assert words in told(text, layer)


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        ("2022-01-06", "في 6 يناير"),
        ("2022-01-06TAF", "بعد ظهر 6 يناير"),
        ("2022-W01", "في الأسبوع من 3 يناير إلى 9 يناير"),
    ],
)
def test_a_part_of_a_day_needs_no_preposition(value: str, shown: str) -> None:
    assert on_date(value, messages("ar"), "2022-01-07") == shown


def test_a_child_of_a_list_keeps_its_name() -> None:
    text = "ونُشرت قائمة بأسماء ستة من القتلى، هم:\n- سامر النوري (30 عاماً)\n- الطفل سعيد النوري (9 أعوام)\n"
    assert "طفل واحد («الطفل سعيد النوري»)" in told(text, "figures", 2)


def test_who_has_no_name_is_mentioned_and_a_title_that_is_the_name_is_told_once() -> None:
    text = "قال سكان في البلدة إن الماء نفد. وأمر الوالي بفتح الآبار.\n"
    people = [told(text, "actors", number) for number in range(2)]
    assert "«سكان في البلدة»: غير مسمّى؛ ورد ذكره مرة واحدة في التقرير." in people
    assert "«الوالي»: شخص؛ ورد الاسم مرة واحدة في التقرير." in people


def test_who_was_taken_in_battle_is_not_told_as_arrested() -> None:
    assert "أسر" in told("قال قائد اللواء إن مقاتليه أسروا 7 جنود.", "figures")
    assert "توقيف" in told("قال قائد الشرطة إن رجاله أوقفوا 7 لصوص.", "figures")
