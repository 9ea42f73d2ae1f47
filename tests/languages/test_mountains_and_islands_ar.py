"""Mountains and islands, listed or not; what happened on an island is told by the word that tells it again."""

from __future__ import annotations

import pytest

import khabar
from read_events import days, places


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("قصفت الطائرات جبال قنديل.", ["Qandil Mountains"]),
        ("انتشر الجنود في جبال عفراية شرقي تركيا.", ["عفراية", "Turkey"]),
        ("غرق زورق قرب جزر ميلوان.", ["ميلوان"]),
        ("انتشر الجنود في جبال شاهقة.", []),
        ("هبطت الطائرة في جزر متنازع عليها.", []),
        ("فر المسلحون إلى جبال المنطقة.", []),
    ],
)
def test_names_behind_mountains_and_islands(text: str, names: list[str]) -> None:
    assert [p.name for p in khabar.read(text, published="2022-01-07").places] == names


def test_an_island_is_not_the_small_town_of_that_name_in_another_land() -> None:
    text = "تحطمت طائرة أمريكية شمالي أستراليا.\nوأعلنت خدمات الإسعاف سقوطها في جزيرة ملفيل شمال البر الأسترالي."
    island = khabar.read(text, published="2022-01-07").places[-1]
    assert (island.name, island.country, island.kind) == ("ملفيل", "AU", "natural")


CRASH = "قُتل جنديان في تحطم مروحية في تركيا.\n"
CRASHED = "وكانت تحطمت مروحية خلال تدريبات شمالي تركيا. وأشارت الشرطة إلى تحطم مروحية في مدينة سينوب صباح الأحد."
BLAST = "قُتل جنديان في انفجار عبوة في تركيا.\n"
AGAIN = "وانفجرت العبوة خلال تدريبات شمالي تركيا. وأشارت الشرطة إلى أن الانفجار وقع في مدينة سينوب صباح الأحد."


def test_what_tells_an_accident_again_tells_its_town_and_its_day() -> None:
    assert places(CRASH + CRASHED) == ["Sinop", "Sinop"]
    assert days(CRASH + CRASHED) == ["2022-01-02", "2022-01-02"]
    assert places(BLAST + AGAIN) == ["Sinop", "Sinop"]
    assert days(BLAST + AGAIN) == ["2022-01-02", "2022-01-02"]


def test_what_is_told_as_new_in_the_same_word_is_another() -> None:
    text = "قُتل جنديان في انفجار عبوة في تركيا. وأصيب ثلاثة في انفجار عبوة في مدينة سينوب صباح الأحد.\n"
    assert places(text)[0] == "Turkey"


def test_raids_told_again_are_others() -> None:
    text = "قصفت الطائرات مواقع للجيش في تركيا. وقصفت الطائرات موقعا في مدينة سينوب صباح الأحد.\n"
    assert places(text)[0] == "Turkey"
