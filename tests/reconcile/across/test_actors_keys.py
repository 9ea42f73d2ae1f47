"""Who is who across reports, on invented names: joined by evidence, apart where two could be meant."""

from itertools import count

import pytest

from khabar.reconcile.across.actors.bodies import Body, body_of, spoken_for
from khabar.reconcile.across.actors.keys import actor_keys, agree, voice_keys
from khabar.reconcile.across.actors.names import pieces, spelled
from khabar.reconcile.across.actors.offices import office_of
from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.joining import Groups, join
from khabar.record import Actor, Document, Place, Report

_numbers = count(1)


def _person(name: str, role: str | None = None, country: str | None = None) -> Actor:
    return Actor(id="a0-1", name=name, kind="person", public_role=bool(role), role=role, country=country)


def _body(name: str, country: str | None = None, kind: str = "government") -> Actor:
    return Actor(id="a0-1", name=name, kind=kind, public_role=True, country=country)


def _entry(actor: Actor, scene: str | None = None) -> Entry:
    places = [Place(id="p0-1", start=0, end=1, text="x", name="x", country=scene)] if scene else []
    number = next(_numbers)
    return Entry(number, Report(document=Document(id=str(number)), actors=[actor], places=places), str(number))


def _joined(*entries: Entry) -> tuple[list[int], Groups]:
    """For each entry the number of its group, in the order of first sight."""
    groups = join([key for entry in entries for key in actor_keys(entry)], agree)
    return _numbered(groups, entries), groups


def _numbered(groups: Groups, entries: tuple[Entry, ...]) -> list[int]:
    seen: dict[object, int] = {}
    found = [groups.of.get(Ref(entry.document, "a0-1"), entry.document) for entry in entries]
    return [seen.setdefault(group, len(seen)) for group in found]


def _together(*actors: Actor, scene: str | None = None) -> bool:
    numbers, _ = _joined(*(_entry(actor, scene) for actor in actors))
    return len(set(numbers)) == 1


def test_a_name_is_one_with_titles_and_without_with_the_grandfather_and_without() -> None:
    assert _together(_person("الدكتور سليم بن ناجي الأزرقي"), _person("سليم الأزرقي"), _person("الأزرقي"))


def test_a_foreign_name_is_one_however_its_vowels_are_written() -> None:
    assert _together(_person("ستيفان دوبرافيتش"), _person("ستفان دوبرافتش"))


def test_arabic_names_that_differ_by_a_vowel_are_two() -> None:
    assert not _together(_person("سالم الأزرقي"), _person("سليم الأزرقي"))


def test_fathers_tell_brothers_cousins_apart() -> None:
    assert not _together(_person("فهد بن ناصر بن عبدالعزيز"), _person("فهد بن سعود بن عبدالعزيز"))


def test_a_family_name_stays_alone_where_two_bear_it() -> None:
    numbers, groups = _joined(*map(_entry, (_person("سليم الأزرقي"), _person("حمدان الأزرقي"), _person("الأزرقي"))))
    assert len(set(numbers)) == 3
    (perhaps,) = groups.perhaps.values()
    assert len(perhaps) == 2


def test_a_bare_given_name_is_nobody_in_particular() -> None:
    assert not _together(_person("محمد"), _person("محمد"))


def test_one_person_in_two_scripts() -> None:
    assert _together(_person("قاسم جومارت توكاييف"), _person("Kassym-Jomart Tokayev"), _person("Tokayev"))


def test_a_latin_name_of_another_first_name_is_another_person() -> None:
    assert not _together(_person("كريم توكاييف"), _person("Kassym-Jomart Tokayev"))


def test_countries_that_differ_keep_a_family_name_apart() -> None:
    apart = _person("معين الصلدي", "الرئيس", "KZ"), _person("الصلدي", "الوزير", "KG")
    assert not _together(*apart)


def test_an_office_is_its_holder() -> None:
    assert _together(_person("معين الصلدي", "الرئيس الكازاخي", "KZ"), _person("رئيس كازاخستان", "رئيس كازاخستان", "KZ"))
    assert not _together(
        _person("معين الصلدي", "الرئيس الكازاخي", "KZ"), _person("رئيس قرغيزستان", "رئيس قرغيزستان", "KG")
    )


@pytest.mark.parametrize(
    "words", ["الرئيس الكازاخي السابق", "نائب الرئيس الكازاخي", "رئيس هيئة الأسرى", "former president of Kazakhstan"]
)
def test_a_former_holder_a_deputy_and_another_head_do_not_hold_the_office(words: str) -> None:
    assert office_of(words, "KZ") is None


def test_a_ministry_is_one_under_all_its_names() -> None:
    names = ("وزارة الداخلية الكازاخية", "الداخلية الكازاخية", "وزارة الداخلية في كازاخستان", "Kazakhstan's interior ministry",
             "Interior Ministry of Kazakhstan", "الداخلية")  # fmt: skip
    assert _together(*(_body(name) for name in names), scene="KZ")


def test_a_ministry_of_another_country_is_another() -> None:
    assert not _together(_body("وزارة الداخلية الروسية"), _body("وزارة الداخلية"), scene="KZ")


def test_two_bodies_named_together_are_neither_of_them() -> None:
    assert body_of("الجيش الكازاخي وقوات فجر المدينة الحمراء") != body_of("الجيش الكازاخي")


def test_the_occupation_is_never_the_country_that_is_spoken_of() -> None:
    assert not _together(_body("جيش الاحتلال"), _body("الجيش"), scene="KZ")


def test_sources_that_cannot_be_told_apart_are_not_joined() -> None:
    assert not _together(
        _body("وسائل إعلام محلية", kind="organisation"), _body("وسائل إعلام محلية", kind="organisation")
    )
    seen = Actor(id="a0-1", name="شهود عيان", kind="unnamed")
    assert not _together(seen, seen)


@pytest.mark.parametrize(
    ("words", "body"),
    [
        ("المتحدث الأمني بوزارة الداخلية الكازاخية اللواء", Body("interior ministry", "KZ", None, listed=True)),
        ("الناطق الإعلامي لصحة ألماتي", Body("health directorate", "KZ", "Almaty", listed=True)),
        ("interior ministry spokesman", Body("interior ministry", None, None, listed=True)),
        ("وزير الداخلية", None),
    ],
)
def test_who_speaks_for_whom(words: str, body: Body | None) -> None:
    assert spoken_for(words) == body


@pytest.mark.parametrize(
    "names",
    [
        ("وكالة أنباء الشروق", "وكالة الشروق", "وكالة الشروق للأنباء الرسمية", 'وكالة أنباء "الشروق"'),
        ("حركة الضفاف", "حركة الضفاف في ألماتي", "حركة النهضة الزرقاء (الضفاف)"),
        ('صحيفة "المنارة" الأردنية', "صحيفة المنارة", "صحيفة (المنارة) اندلعت النيران"),
    ],
)
def test_a_body_is_one_however_it_is_introduced(names: tuple[str, ...]) -> None:
    bodies = [_body(name, kind="group") for name in names]
    assert _together(*bodies)


def test_a_word_for_any_body_joins_nothing() -> None:
    assert not _together(_body("الشركة", kind="organisation"), _body("الشركة", kind="organisation"))
    assert not _together(_body("صحيفة أردنية", kind="organisation"), _body("صحيفة أردنية", kind="organisation"))


def test_words_that_no_list_knows_ask_for_the_body_that_is_called_so() -> None:
    known = _body("صحيفة المنارة", kind="organisation")
    assert _together(known, _body("المنارة", kind="unnamed"))
    assert not _together(_body("المتظاهرون", kind="unnamed"), _body("المتظاهرون", kind="unnamed"))


def test_one_of_many_is_nobody_in_particular() -> None:
    assert not _together(_body("أحد السكان", "KZ"), _body("أحد السكان", "KZ"))


def test_a_spokesman_is_a_person_among_actors_and_the_ministry_as_a_voice() -> None:
    both = (
        _entry(_person("فواز الدربندي", "المتحدث باسم وزارة الداخلية"), "KZ"),
        _entry(_body("وزارة الداخلية"), "KZ"),
        _entry(_person("الدربندي"), "KZ"),
    )
    assert _joined(*both)[0] == [0, 1, 0]
    voices = join([key for entry in both for key in voice_keys(entry)], agree)
    assert _numbered(voices, both) == [0, 0, 0]


def test_parts_of_names() -> None:
    assert pieces("الشيخ عبد الرحمن بن علي أبو حليقة") == ("عبدالرحمن", "علي", "ابوحليقه")
    assert spelled("دوبرافيتش") == spelled("دوبرافتش") != "دوبرافيتش"
