"""The packaged table: the right place first, quickly and from any thread; clear words where there is no table."""

from __future__ import annotations

import csv
import os
import sqlite3
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.atlas import AtlasMissing, Gazetteer, Place, Script, key_of
from khabar.atlas.gazetteer import TABLE

HERE = Path(__file__).parent


def examples(name: str) -> list[dict[str, str]]:
    lines = (HERE / name).read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader((line for line in lines if not line.startswith("#")), delimiter="\t"))


@pytest.fixture(scope="module")
def atlas() -> Gazetteer:
    return Gazetteer()


def first(atlas: Gazetteer, name: str, script: str) -> Place:
    language: Script = "ar" if script == "ar" else "en"
    return atlas.lookup(key_of(name), language)[0]


@pytest.mark.parametrize("row", examples("place_examples.tsv"), ids=lambda row: row["name"])
def test_the_place_that_news_means_comes_first(atlas: Gazetteer, row: dict[str, str]) -> None:
    place = first(atlas, row["name"], row["script"])
    assert (place.country or "-", place.kind) == (row["country"], row["kind"])
    assert row["tier"] in ("-", str(place.tier))


@pytest.mark.parametrize("row", examples("demonym_examples.tsv"), ids=lambda row: row["words"])
def test_demonyms_in_all_forms(atlas: Gazetteer, row: dict[str, str]) -> None:
    words = tuple(key_of(row["words"]).split())
    assert atlas.demonym_words(words) == row["country"]
    if len(words) == 1:
        assert atlas.demonym(words[0]) == row["country"]


def stored(query: str) -> list[tuple[str, str]]:
    table = sqlite3.connect(f"{TABLE.as_uri()}?mode=ro", uri=True)
    try:
        return [(str(one), str(two)) for one, two in table.execute(query)]
    finally:
        table.close()


def test_every_sampled_name_is_found_and_its_first_word_reaches_it(atlas: Gazetteer) -> None:
    sample = stored("SELECT script, key FROM name WHERE rank = 0 AND place % 61 = 0")
    assert len(sample) > 1000
    for script, key in sample:
        language: Script = "ar" if script == "ar" else "en"
        assert atlas.lookup(key, language), key
        assert atlas.longest(key.split()[0], language) >= len(key.split())


def test_every_arabic_demonym_is_found_with_the_article_too(atlas: Gazetteer) -> None:
    arabic = {words: code for words, code in stored("SELECT words, code FROM demonym") if words > "\u0600"}
    assert len(arabic) > 1000
    for words, code in arabic.items():
        articled = tuple("\u0627\u0644" + word for word in words.split())
        assert atlas.demonym_words(articled) == arabic.get(" ".join(articled), code)


def test_no_key_of_the_table_is_unreachable_by_folding(atlas: Gazetteer) -> None:
    for _, key in stored("SELECT script, key FROM name WHERE place % 97 = 0"):
        assert key_of(key) == key


def test_words_that_are_no_places(atlas: Gazetteer) -> None:
    assert atlas.lookup("", "ar") == ()
    assert atlas.lookup(key_of("قثمرستان"), "ar") == ()
    assert atlas.longest("zzyzzva", "en") == 0
    assert atlas.demonym(key_of("كرسي")) is None
    assert atlas.given_name("zzyzzva") == atlas.surname("zzyzzva") == 0


@given(st.text(alphabet=st.characters(), max_size=12))
def test_no_text_whatever_raises(text: str) -> None:
    atlas = Gazetteer()
    atlas.lookup(text, "ar")
    atlas.lookup(text, "en")
    atlas.longest(text, "en")
    atlas.demonym(text)
    atlas.given_name(text)
    atlas.close()


def test_lone_surrogates_are_found_nowhere(atlas: Gazetteer) -> None:
    assert atlas.lookup("\ud800", "ar") == ()
    assert atlas.longest("\udfff", "en") == 0
    assert atlas.demonym("\ud800") is None


def test_ordinary_words_and_personal_names_are_marked(atlas: Gazetteer) -> None:
    assert first(atlas, "المدينة", "ar").common
    assert first(atlas, "الشرقية", "ar").common
    assert first(atlas, "Most", "en").common
    assert first(atlas, "سليمان", "ar").common
    assert not first(atlas, "بغداد", "ar").common
    assert not first(atlas, "الجزائر", "ar").common
    assert not first(atlas, "Damascus", "en").common


def test_a_name_without_its_article_needs_a_frame(atlas: Gazetteer) -> None:
    assert not first(atlas, "القاهرة", "ar").common
    assert first(atlas, "قاهرة", "ar").common


def test_a_type_word_chooses_the_kind_and_settles_the_name(atlas: Gazetteer) -> None:
    assert atlas.lookup(key_of("نهر الفرات"), "ar")[0].kind == "natural"
    assert atlas.lookup(key_of("Euphrates River"), "en")[0].kind == "natural"
    assert {place.kind for place in atlas.lookup(key_of("مخيم الهول"), "ar")} <= {"camp", "settlement"}
    assert atlas.lookup(key_of("مخيم كازاخستان"), "ar") == ()
    assert first(atlas, "سليمان", "ar").common
    assert not first(atlas, "بلدة سليمان", "ar").common


def test_personal_names_are_counted_by_role(atlas: Gazetteer) -> None:
    assert atlas.given_name(key_of("محمد")) > atlas.surname(key_of("محمد")) > 0
    assert atlas.surname("khan") > atlas.given_name("khan")


def test_countries_by_code(atlas: Gazetteer) -> None:
    jordan = atlas.country("JO")
    assert (jordan.name, jordan.kind, jordan.tier) == ("Jordan", "country", 1)
    assert jordan.lat is not None
    assert 29 < jordan.lat < 34
    with pytest.raises(KeyError, match="'XY'"):
        atlas.country("XY")


def test_the_middle_of_a_country_on_the_date_line_lies_in_it(atlas: Gazetteer) -> None:
    fiji = atlas.country("FJ")
    assert fiji.lon is not None
    assert fiji.lon > 170


def test_disputed_places_have_a_country_only_when_asked(atlas: Gazetteer) -> None:
    name = key_of("Western Sahara")
    open_question = atlas.lookup(name, "en")[0]
    assert open_question.disputed
    assert open_question.country is None
    settled = Gazetteer(settle_disputes=True).lookup(name, "en")[0]
    assert settled.country == "EH"
    assert atlas.lookup("srinagar", "en")[0].disputed


def test_towns_and_their_province_share_its_code(atlas: Gazetteer) -> None:
    town, province = atlas.lookup(key_of("حمص"), "ar")[:2]
    assert (town.kind, province.kind) == ("settlement", "admin1")
    assert town.admin1 == province.admin1 == "SY.11"


def test_threads_share_one_gazetteer(atlas: Gazetteer) -> None:
    keys = [key for script, key in stored("SELECT script, key FROM name WHERE place % 301 = 0") if script == "en"]
    alone = [Gazetteer().lookup(key, "en") for key in keys]
    shared = Gazetteer()
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(lambda key: shared.lookup(key, "en"), keys)) == alone


def test_another_process_opens_its_own_file(monkeypatch: pytest.MonkeyPatch) -> None:
    atlas = Gazetteer()
    atlas.country("EG")
    before = atlas._connection
    monkeypatch.setattr(os, "getpid", lambda: -7)
    atlas.country("SD")
    assert atlas._connection is not before


def test_a_missing_table_says_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(AtlasMissing, match="make tables"):
        Gazetteer(tmp_path / "none.sqlite3").lookup("x", "en")


def test_a_file_that_is_no_table_says_what_to_do(tmp_path: Path) -> None:
    broken = tmp_path / "broken.sqlite3"
    broken.write_bytes(b"no table at all" * 100)
    with pytest.raises(AtlasMissing, match="make tables"):
        Gazetteer(broken).lookup("x", "en")


def test_a_table_of_another_format_says_what_to_do(tmp_path: Path) -> None:
    old = tmp_path / "old.sqlite3"
    with sqlite3.connect(old) as table:
        table.execute("CREATE TABLE about (key TEXT, value TEXT)")
        table.execute("INSERT INTO about VALUES ('format', '0')")
    table.close()
    with pytest.raises(AtlasMissing, match="another version"):
        Gazetteer(old).demonym("x")
