"""What a claim hangs on besides its speaker: its day, the figure it points at, its first telling, the agency that carried it."""

from __future__ import annotations

from typing import Any

import khabar


def claims(text: str, outlet: str = "") -> list[dict[str, Any]]:
    """The claims of a text published on a Friday."""
    return khabar.read(text, published="2022-01-07", outlet=outlet or None).to_dict()["claims"]


def test_the_day_beside_the_cue_is_the_day_of_the_claim() -> None:
    first, second = claims("قالت وزارة الصحة، أمس الخميس، إن الجسر أغلق. وقالت الشرطة إن الطريق أغلق أمس.")
    assert first["time"] == "2022-01-06"
    assert second["time"] is None  # the road was closed then


def test_a_toll_that_is_only_confirmed_is_pointed_at() -> None:
    report = khabar.read("قُتل 12 شخصا في انهيار جسر. وأكدت الشرطة هذه الحصيلة.", published="2022-01-07").to_dict()
    (claim,) = (c for c in report["claims"] if c["speaker_name"] == "الشرطة")
    assert claim["refers_to"] == [report["figures"][0]["id"]]


def test_a_second_telling_by_the_same_speaker_names_the_first() -> None:
    first, second = claims(
        "وزارة الصحة: ثلاثة مستشفيات في العاصمة مهددة بالإغلاق\n\n"
        "قالت وزارة الصحة إن ثلاثة مستشفيات في العاصمة مهددة بالإغلاق. وأغلقت المتاجر."
    )
    assert (first["same_as"], second["same_as"]) == (None, first["id"])


def test_the_agency_of_a_dateline_carries_what_is_said() -> None:
    text = "الجسر مغلق في تالين\n\nتالين - رويترز - قالت وزارة الصحة إن المستشفيات تعمل.\n\nوأغلقت المتاجر أمس.\n"
    (claim,) = claims(text)
    assert claim["speaker_name"] == "وزارة الصحة"
    assert "رويترز" in str(claim["via"])


def test_the_outlet_is_no_relay_of_its_own() -> None:
    text = "قال الوزير سالم النوري لرويترز إن المستشفيات تعمل، بحسب ما نقلته رويترز."
    (foreign,) = claims(text, "Al Jazeera")
    assert "رويترز" in str(foreign["via"])


def test_a_name_in_quotation_marks_is_no_quotation() -> None:
    (claim,) = claims('قالت حركة "النور" إن الجسر أغلق.')
    assert claim["speaker_name"].replace('"', "") == "حركة النور"
    assert claim["quotes"] == []
