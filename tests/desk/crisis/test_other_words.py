"""What is denied in other words than it was said in, and whose number it is, between invented reports."""

from __future__ import annotations

from crisis_told import crisis_of
from khabar.desk.crisis import Crisis, conflict_rows

_BLAST = "تل الزعتر (سيلدان): فجّر انتحاري نفسه ظهر الجمعة 19 أبريل 2024 وسط سوق الحبوب في تل الزعتر"


def _raised(crisis: Crisis) -> list[tuple[str, str, str]]:
    return [(r["kind"], r["one_value"], r["other_value"]) for r in conflict_rows(crisis) if r["raised"]]


def test_who_denies_the_holding_of_a_meeting_denies_that_a_meeting_was_hit() -> None:
    told = (
        "قالت حركة الرايات إن الهجوم استهدف اجتماعاً لضباط في القاعة. "
        "ونفى المتحدث باسم الشرطة سمير الخطيب عقد أي اجتماع أمني في المكان."
    )
    ((kind, denied, said),) = _raised(crisis_of(("الضفاف", "2024-04-19", f"{_BLAST}.\n{told}")))
    assert kind == "denial"
    assert "عقد أي اجتماع" in denied
    assert "اجتماعاً لضباط" in said


def test_who_denies_one_thing_does_not_deny_all_that_others_say_beside_it() -> None:
    told = (
        "قالت حركة الرايات إن مقاتليها يحرسون الجسر منذ أيام. "
        "ونفى المتحدث باسم الشرطة سمير الخطيب عقد أي اجتماع أمني في المكان."
    )
    assert not _raised(crisis_of(("الضفاف", "2024-04-19", f"{_BLAST}.\n{told}")))


def test_a_claim_of_responsibility_is_denied_in_another_report() -> None:
    claimed = f"{_BLAST} فقتل 12 شخصاً.\nوأعلنت حركة الرايات مسؤوليتها عن الهجوم."
    disowned = f"{_BLAST} فقتل 12 شخصاً.\nونفى القيادي في الحركة نبيل الشامي أي صلة لها بالهجوم."
    (row,) = _raised(crisis_of(("الضفاف", "2024-04-19", claimed), ("المرسى", "2024-04-20", disowned)))
    assert row[0] == "denial"
    assert "صلة" in row[1]


def test_who_calls_a_number_exaggerated_denies_it() -> None:
    told = (
        "تحدثت منظمة ضوء النهر عن نزوح 4000 أسرة من تل الزعتر. "
        "وقالت وزارة الداخلية إن هذا الرقم مبالغ فيه. وقالت الوزارة إن الرقم سيعلن غداً."
    )
    ((kind, denied, said),) = _raised(crisis_of(("الضفاف", "2024-04-19", told)))
    assert kind == "denial"
    assert "مبالغ" in denied
    assert "4000" in said


def test_a_source_that_takes_back_its_number_revises_it_though_the_difference_is_told_too() -> None:
    told = (
        f"{_BLAST}. وقالت وزارة الصحة السبت إن حصيلة التفجير بلغت 33 قتيلاً.\n"
        "وكانت الوزارة أعلنت صباحاً مقتل 36 شخصاً قبل أن تصحح الرقم، قائلة إن ثلاث جثث احتسبت مرتين."
    )
    kinds = {
        (row["kind"], row["raised"])
        for row in conflict_rows(crisis_of(("الضفاف", "2024-04-20", told)))
        if {row["one_value"].split()[0], row["other_value"].split()[0]} == {"33", "36"}
    }
    assert kinds == {("revision", False)}


def test_the_authorities_carry_the_number_of_their_ministry() -> None:
    ministry = "أعلنت وزارة الداخلية في كازاخستان الجمعة مقتل 26 مسلحاً و18 من أفراد الأمن خلال الاضطرابات في البلاد."
    authorities = "أعلنت السلطات في كازاخستان الجمعة مقتل 26 مسلحاً و18 من أفراد الأمن خلال الاضطرابات في البلاد."
    crisis = crisis_of(("الضفاف", "2022-01-07", ministry), ("المرسى", "2022-01-07", authorities))
    points = [point for point in crisis.points if point.amount.low == 26]
    assert [len(point.counts) for point in points] == [2]
    assert [len(statement.documents) for statement in crisis.statements] == [2]


def test_which_they_deny_answers_whose_words_they_are_and_nobody_else() -> None:
    told = (
        "ندد المتظاهرون بالغارات على القرى الجبلية. وقال سكان تل الزعتر إن مدنيين سقطوا في الغارات على القرى الجبلية، "
        "وهو ما تنفيه وزارة الدفاع."
    )
    rows = [row for row in conflict_rows(crisis_of(("الضفاف", "2024-04-20", told))) if row["raised"]]
    assert [{row["one_speaker"], row["other_speaker"]} for row in rows] == [{"وزارة الدفاع", "سكان تل الزعتر"}]


def test_a_denial_answers_no_report_of_something_else_in_the_same_words() -> None:
    denied = f"{_BLAST}.\nونفى الجيش استهداف أي مناطق مأهولة بالسكان."
    other = "قال خبير المناخ سامر الحلاق إن ارتفاع الحرارة يستهدف مناطق مأهولة بالسكان في أنحاء الكوكب كافة."
    same = f"{_BLAST}.\nوقال سامر الحلاق إن الجيش تعمد استهداف مناطق مأهولة بالسكان."
    assert not _raised(crisis_of(("الضفاف", "2024-04-20", denied), ("المرسى", "2024-04-20", other)))
    assert _raised(crisis_of(("الضفاف", "2024-04-20", denied), ("المرسى", "2024-04-20", same)))


def test_who_says_that_it_is_not_so_stands_by_the_denial() -> None:
    told = "نفى نبيل الشامي احتجاز طاقم السفينة في المرفأ. وقالت وزارة النقل إن طاقم السفينة في المرفأ ليس محتجزاً."
    assert not _raised(crisis_of(("الضفاف", "2024-04-20", told)))


_PORTRAIT = "وشيع الأهالي الشهيد عمر أحمد الشامي ({} عاما)."


def test_two_ages_of_one_name_are_one_person_where_reports_tell_one_event() -> None:
    one, other = (f"{_BLAST} فقتل 12 شخصاً.\n{_PORTRAIT.format(age)}" for age in (22, 21))
    ((_, first, second),) = _raised(crisis_of(("الضفاف", "2024-04-20", one), ("المرسى", "2024-04-21", other)))
    assert {first[:2], second[:2]} == {"22", "21"}


def test_two_men_of_one_name_and_what_only_looks_like_an_age_differ_in_nothing() -> None:
    one = "فاز العداء أحمد خان (24 عاما) في السباق عن عمر يناهز 24 عاما على مدى 3 سنوات، ومعه أحمد خان (22 عاما)."
    other = "توفي الشاعر أحمد خان (70 عاما) عن عمر يناهز 70 عاما بعد تجربة على مدى 50 عاما."
    assert not _raised(crisis_of(("الضفاف", "2024-04-20", one), ("المرسى", "2024-04-21", other)))


def test_one_sentence_sets_the_dead_of_one_source_against_those_of_another() -> None:
    told = "أعلنت وزارة الصحة السبت مقتل ستة من السكان المحليين، فيما تحدثت إذاعة الضفاف عن تسعة قتلى."
    ((kind, first, second),) = _raised(crisis_of(("الضفاف", "2024-04-20", told)))
    assert kind == "different value"
    assert first.startswith("ستة")
    assert second.startswith("تسعة")


def test_a_sentence_that_goes_on_to_other_people_or_places_sets_nothing_against_them() -> None:
    soldiers = "قال الجيش إن ستة جنود قتلوا، فيما قالت وزارة الصحة إن عشرة مدنيين قتلوا."
    places = "قالت وزارة الصحة إن عشرة قتلوا في ألماتي، فيما قالت وزارة الداخلية إن ثلاثة قتلوا في أستانا."
    both = "قالت وزارة الصحة إن عشرة قتلوا وقالت وزارة الداخلية إن ثلاثة قتلوا."
    for told in (soldiers, places, both):
        assert not _raised(crisis_of(("الضفاف", "2024-04-20", told)))


def test_a_later_toll_of_all_that_is_short_of_a_part_told_before_cannot_be_so() -> None:
    soldiers = f"{_BLAST}. وأعلنت وزارة الدفاع إصابة 31 جندياً في التفجير."
    later = f"{_BLAST} فأصيب 24 شخصاً."
    more = f"{_BLAST} فأصيب 45 شخصاً."
    ((kind, first, second),) = _raised(crisis_of(("الضفاف", "2024-04-19", soldiers), ("المرسى", "2024-04-21", later)))
    assert (kind, first[:2], second[:2]) == ("different value", "31", "24")
    assert not _raised(crisis_of(("الضفاف", "2024-04-19", soldiers), ("المرسى", "2024-04-21", more)))


def test_an_army_that_denies_a_strike_stands_once_against_whoever_reports_it_in_another_paper() -> None:
    told = "تل صافي (الضفاف) - قال المجلس المحلي في بلدة تل صافي إن طائرات الجيش قصفت سوق البلدة صباح الثلاثاء وإن 14 شخصا قتلوا."
    denied = (
        "الجيش ينفي قصف سوق تل صافي\n"
        "نفى المتحدث باسم الجيش العقيد رامي البكري اليوم الثلاثاء قصف السوق في تل صافي.\n"
        "وكان المجلس المحلي قد أعلن في وقت سابق مقتل 14 شخصا."
    )
    raised = _raised(crisis_of(("الضفاف", "2024-06-18", told), ("المرسى", "2024-06-18", denied)))
    assert [kind for kind, _, _ in raised] == ["denial"]
    assert "قصفت" in raised[0][2]
