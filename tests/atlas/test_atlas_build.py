"""The parts of the builder, on invented places."""

from __future__ import annotations

from pathlib import Path

import pytest

from khabar.atlas import Gazetteer, build, key_of
from khabar.atlas.demonyms import demonyms, forget_adjectives
from khabar.atlas.entry import BARED, DERIVED, PINNED, WRITTEN, Entry, add_spellings, middle, script_of
from khabar.atlas.join import Curated, name_seats
from khabar.atlas.lists import FOLDER, ListError, rows
from khabar.atlas.ranking import is_common, ranked


def entry(*names: str, kind: str = "settlement", code: str = "QA", population: int = 0, tier: int = 3) -> Entry:
    made = Entry(names[0], kind, code, population=population, tier=tier)
    for name in names:
        made.call(name)
    return made


@pytest.mark.parametrize(
    ("name", "script"),
    [
        ("الرقّة", "ar"),
        ("Ar Raqqah", "en"),
        ("Ḩalab", "en"),
        ("اسکالدس", None),  # Persian kaf
        ("پاریس", None),
        ("ةيلامشلا", None),  # typed backwards
        ("Алеппо", None),
        ("hlb", None),  # a machine transliteration
        ("ALP", None),  # an airport
    ],
)
def test_scripts(name: str, script: str | None) -> None:
    assert script_of(name) == script


def test_type_words_fall_and_the_article_only_where_it_is_one() -> None:
    place = entry("محافظة الجوزاء", "أوبلاست نيروسك", "الزهراوية", "ألبارستان", "Nirosk Oblast")
    assert place.keys["ar", key_of("الجوزاء")] == DERIVED
    assert place.keys["ar", key_of("نيروسك")] == DERIVED
    assert place.keys["ar", key_of("زهراوية")] == BARED
    assert place.keys["en", "nirosk"] == DERIVED
    assert ("ar", key_of("بارستان")) not in place.keys


def test_g_is_written_with_two_letters_outside_the_arab_countries_only() -> None:
    foreign, arab = entry("بلغستان"), entry("الغزلان")
    add_spellings(foreign, arab=False)
    add_spellings(arab, arab=True)
    assert foreign.keys["ar", key_of("بلجستان")] == DERIVED
    assert ("ar", key_of("الجزلان")) not in arab.keys


def test_order_of_namesakes() -> None:
    hamlet, city = entry("Nirosk", population=900), entry("Nirosk", population=90_000)
    province = entry("Nirosk", kind="admin1", tier=2)
    land = entry("Nirosk", kind="country", tier=1, population=10**6)
    pinned, region = entry("Nirosk"), entry("Nirosk", kind="area", tier=1)
    pinned.add("en", "nirosk", PINNED)
    everyone = [hamlet, province, region, pinned, city, land]
    assert ranked(("en", "nirosk"), everyone) == [land, pinned, region, province, city, hamlet]


def test_the_town_that_a_province_is_called_after_precedes_it() -> None:
    province, seat = entry("Nirosk", kind="admin1", tier=2), entry("Nirosk", population=70_000)
    province.admin1 = seat.admin1 = "QA.01"
    assert ranked(("en", "nirosk"), [province, seat])[0] is seat


def test_common_words_by_list_by_length_and_by_personal_names() -> None:
    place = entry("Nirosk", "Bela", "Ox")
    ordinary, persons = {("en", "nirosk")}, {"bela": (3, 4)}
    assert is_common(("en", "nirosk"), place, ordinary, {})
    assert is_common(("en", "bela"), place, set(), persons)
    assert is_common(("en", "ox"), place, set(), {})
    assert not is_common(("en", "bela"), place, ordinary, {})


def test_nisba_rules_and_the_list_that_wins_over_them() -> None:
    lands = {
        "AA": entry("نيروستان", kind="country", code="AA", population=10**6),
        "BB": entry("زمروديا", kind="country", code="BB", population=10**7),
        "CC": entry("الزمرود", kind="country", code="CC", population=10**6),
    }
    listed = [{"code": "CC", "stems_ar": "زمرود", "plurals_ar": "الزماردة", "demonyms_en": "Zomrodian|Zomrodese"}]
    words = demonyms(lands, listed)
    assert words[key_of("نيروي")] == words[key_of("نيروستانيين")] == "AA"
    assert words[key_of("زمرودية")] == words[key_of("زماردة")] == "CC"
    assert words["zomrodians"] == words["zomrodese"] == "CC"
    assert "zomrodeses" not in words


def test_an_alias_that_is_an_adjective_is_no_place() -> None:
    land = entry("نيروسيا", kind="country")
    land.add("ar", key_of("نيروسي"), DERIVED)
    forget_adjectives({"QA": land}, {key_of("نيروسي"): "QA"})
    assert [key for _, key in land.keys] == [key_of("نيروسيا")]


def curated(**cells: str) -> dict[str, str]:
    blank = dict.fromkeys(("name_ar", "variants_ar", "name_en", "variants_en", "lat", "lon"), "")
    return blank | {"kind": "settlement", "country": "QA", "disputed": "0", "pin": "1"} | cells


def test_a_curated_place_joins_its_near_namesake_and_no_far_one() -> None:
    near, far = entry("Nirosk", population=5), entry("Nirosk", population=500)
    near.lat, near.lon, far.lat, far.lon = 25.1, 51.1, 29.0, 51.0
    list_of = Curated([near, far], {"QA": entry("Qatar", kind="country")})
    list_of.take(curated(name_en="Nirosk", name_ar="نيروسك", lat="25.0", lon="51.0"))
    assert list_of.added == []
    assert near.keys["ar", key_of("نيروسك")] == PINNED
    assert far.keys["en", "nirosk"] == WRITTEN


def test_a_town_takes_the_curated_arabic_name_of_its_province() -> None:
    town, province = entry("Nirosk", population=200_000), entry("Nirosk Oblast", kind="admin1")
    town.admin1 = province.admin1 = "QA.07"
    province.add("ar", key_of("نيروسك"), PINNED)
    name_seats([town], [province])
    assert town.keys["ar", key_of("نيروسك")] == WRITTEN


def test_one_spelling_with_hamza_shows_that_there_is_no_article() -> None:
    land = entry("ألبارستان", "البارستان", "الزمرود", kind="country")
    assert land.without_article(key_of("البارستان")) == key_of("البارستان")
    assert land.without_article(key_of("الزمرود")) == key_of("زمرود")


def test_a_contested_name_makes_its_namesakes_contested() -> None:
    town = entry("Nirosk")
    town.lat, town.lon = 25.0, 51.0
    list_of = Curated([town], {"QA": entry("Qatar", kind="country")})
    list_of.take(curated(name_en="Nirosk", kind="area", country="-", disputed="1", lat="25.4", lon="51"))
    assert town.disputed
    assert list_of.added[0].disputed


@pytest.mark.parametrize("wrong", [{"kind": "planet"}, {"country": "XY"}, {"lat": "north"}])
def test_a_malformed_curated_row_is_named(wrong: dict[str, str]) -> None:
    list_of = Curated([], {"QA": entry("Qatar", kind="country")})
    with pytest.raises(ListError, match="Nirosk"):
        list_of.take(curated(name_en="Nirosk") | wrong)


def test_a_malformed_list_is_named_with_its_line(tmp_path: Path) -> None:
    (tmp_path / "bad.tsv").write_text("code\tname\nQA\tx\ty\n", encoding="utf-8")
    with pytest.raises(ListError, match=r"bad\.tsv:2"):
        list(rows("bad.tsv", ("code",), tmp_path))
    with pytest.raises(ListError, match="'aliases'"):
        list(rows("bad.tsv", ("code", "aliases"), tmp_path))


def test_the_lists_beside_the_code_are_well_formed() -> None:
    names = [path.name for path in FOLDER.glob("*.tsv")]
    assert len(names) >= 3
    for name in names:
        assert len((FOLDER / name).read_text(encoding="utf-8").splitlines()) <= 2000
        assert list(rows(name, ()))


def test_the_middle_crosses_the_date_line() -> None:
    point = middle([(0.0, 179.0, 1), (0.0, -179.0, 1)])
    assert point is not None
    assert abs(point[1]) == pytest.approx(180.0)
    assert middle([]) is None


def test_what_is_written_is_read_again(tmp_path: Path) -> None:
    land = entry("Niroland", "نيرولاند", kind="country", tier=1, population=7)
    out = tmp_path / "small.sqlite3"
    build.write(build.Atlas([land], {"nirolander": "QA"}, {"nero": (3, 1)}, set()), out)
    atlas = Gazetteer(out)
    assert atlas.lookup("niroland", "en") == atlas.lookup(key_of("نيرولاند"), "ar")
    assert atlas.country("QA").population == 7
    assert atlas.demonym("nirolander") == "QA"
    assert (atlas.given_name("nero"), atlas.surname("nero")) == (3, 1)
    atlas.close()


def test_missing_data_is_a_message_and_leaves_the_old_table(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    out = tmp_path / "kept.sqlite3"
    out.write_bytes(b"old")
    assert build.main(["--data", str(tmp_path), "--out", str(out)]) == 1
    assert "make setup" in capsys.readouterr().err
    assert out.read_bytes() == b"old"
