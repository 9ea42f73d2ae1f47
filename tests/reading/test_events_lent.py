"""What tellings lend one another: the doer and the victim of one act, told again in its own word; nothing else."""

from __future__ import annotations

from typing import Any

import pytest

import khabar


def told(text: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = khabar.read(text, published="2022-01-07").to_dict()["events"]
    return found


def party(event: dict[str, Any], role: str) -> tuple[str, str] | None:
    return (event[role]["text"], event[role]["basis"]) if event[role] else None


RAID = "هاجم لواء السنديان ثكنة الرمل يوم الجمعة في هجوم مباغت.\n"


def test_a_known_act_has_the_doer_and_the_victim_of_the_one_it_takes_up() -> None:
    again = told(f"{RAID}وقالت بلدية عين الغزال إن الهجوم استمر ساعة.\n")[-1]
    assert party(again, "actor") == ("لواء السنديان", "inferred")
    assert party(again, "target") == ("ثكنة الرمل", "inferred")


@pytest.mark.parametrize(
    "text",
    [
        # Civilians who fell in one fight are not those whose killing somebody lays on others.
        "قتل ثلاثة مدنيين في اشتباكات مع شرطة النخيل.\nواتهمت البلدية عصابة الوادي المسلحة بقتل مدنيين في الرمان.\n",
        "قتل ثلاثة مدنيين في السدر.\nوقتلت عصابة الوادي المسلحة مدنيين في عين الغزال.\n",
        # What is feared is not what was done.
        f"{RAID}وحذرت البلدية من هجوم على عين الغزال.\n",
    ],
)
def test_who_killed_others_lends_nothing(text: str) -> None:
    doers = [e["actor"] for e in told(text) if e["actor"] is not None]
    assert [d for d in doers if d["from"] == "report"] == []


@pytest.mark.parametrize(
    "text",
    [
        "وقعت حكومة سيلدان اتفاقا مع لواء السنديان.\nوقال الوزير إن الاتفاق مهم.\n",
        "أجرت حكومة سيلدان محادثات مع لواء السنديان.\nوقال سكان إن المحادثات فشلت.\n",
        "اعتقلت شرطة السدر أربعة طلاب.\nوتحدث محامون عن الاعتقالات في الجامعات.\n",
        "انتخب مجلس السدر رئيسا جديدا.\nوقال سكان إن الانتخابات المقبلة بعيدة.\n",
    ],
)
def test_agreements_meetings_arrests_and_elections_lend_nothing(text: str) -> None:
    parties = [e[role] for e in told(text) for role in ("actor", "target") if e[role] is not None]
    assert [p for p in parties if p["from"] == "report"] == []


def test_tellings_that_name_several_victims_lend_none() -> None:
    hit = "قصف لواء السنديان مستشفى السدر.\nوطال القصف مدرسة الرمل أيضا.\nوقال سكان إن القصف توقف فجرا.\n"
    assert told(hit)[-1]["target"] is None


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        # A headline and the report in other words, arrests too.
        ("توقيف قياديين اثنين في حزب النخيل\n\nأوقفت سلطات الأمن الخميس، اثنين من قادة حزب النخيل.\n", "سلطات الأمن"),
        (
            "إصابة 3 جنود في عملية دهس قرب الرمان\nأصيب ثلاثة جنود بعد تنفيذ شاب من السدر عملية دهس قرب الرمان.\n",
            "شاب من السدر",
        ),
        # Who shot down what was fired did not fire it; what is denied has no doer to be lent.
        ("هجوم بالصواريخ على الرمان\nتصدت الدفاعات الجوية لصواريخ قرب الرمان.\n", None),
    ],
)
def test_a_headline_and_its_report_lend_the_doer_in_other_words(text: str, doer: str | None) -> None:
    actor = told(text)[0]["actor"]
    assert (actor["text"] if actor else None) == doer


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        ("قتل ثلاثة على أيدي مسلحين في هجوم على قرية السدر.", "مسلحين"),
        (
            "لقي قيادي بارز و12 من مرافقيه مصرعهم على يد المقاومة الشعبية في السدر بعد اشتباكات عنيفة.",
            "المقاومة الشعبية",
        ),
        ("قتل خمسة برصاص قناصة بعد غارة على السدر.", None),
    ],
)
def test_what_an_act_left_behind_lends_it_the_doer(text: str, doer: str | None) -> None:
    actor = told(text)[0]["actor"]
    assert (actor["text"] if actor else None) == doer


@pytest.mark.parametrize(
    ("text", "doer"),
    [
        # A later sentence of the paragraph owns up to the act, or a claim elsewhere does.
        ("قتل خمسة جنود في هجوم على ثكنة قرب الرمان. وتبنت حركة الراية الهجوم في بيان.", ("حركة الراية", "paragraph")),
        ("قصف الرمان بالصواريخ\nأعلن المتمردون أنهم قصفوا الرمان بالصواريخ الجمعة.\n", ("المتمردون", "report")),
        # Other attacks, to which these are the reply.
        ("استهدفت الغارات ثكنة قرب الرمان وقتلت جنديا. وجاءت الغارات ردا على الاعتداءات التي تشنها حركة الراية.", None),
    ],
)
def test_whoever_owns_up_to_an_act_later_is_its_doer(text: str, doer: tuple[str, str] | None) -> None:
    actor = told(text)[0]["actor"]
    assert ((actor["text"], actor["from"]) if actor else None) == doer
