"""Events of many reports: joined where kind, place, day and a mark agree, kept apart where they do not, in whatever order."""

import random

from hypothesis import given
from hypothesis import strategies as st
from msgspec.structs import replace

from khabar.reconcile.across.entry import Entry, Ref
from khabar.reconcile.across.events.joining import join_events
from khabar.reconcile.across.events.keys import event_keys
from khabar.reconcile.across.joining import Groups, Key, Role
from khabar.record import Document, Event, EventDate, EventPlace, Party, Place, Report, Span

_ROLES: tuple[Role, ...] = ("is", "offers", "seeks")
_KEYS = st.builds(
    Key,
    st.builds(Ref, st.integers(1, 4), st.sampled_from(["e1-2", "e3-4"])),
    st.sampled_from(_ROLES),
    st.sampled_from("abcd"),
    st.integers(0, 4),
)


def _parted(groups: Groups) -> set[frozenset[Ref]]:
    return {frozenset(refs) for refs in groups.members.values()}


@given(st.lists(_KEYS, max_size=40), st.randoms())
def test_the_order_of_adding_changes_nothing(keys: list[Key], chance: random.Random) -> None:
    shuffled = list(keys)
    chance.shuffle(shuffled)
    assert _parted(join_events(keys)) == _parted(join_events(shuffled))
    assert join_events(keys).perhaps == join_events(shuffled).perhaps


_COUNTRY = "Kazakhstan"


def _entry(
    number: int, target: str, *, day: str | None = "2022-01-06", lent: bool = False, town: str = "Taraz"
) -> Entry:
    """A report of one blast."""
    words = f"انفجار {target}"
    place = Place("p1", 0, 1, town, town, country="KZ", kind="country" if town == _COUNTRY else "settlement")
    party = Party(target, Span(7, 7 + len(target), target), None, "predicate") if target else None
    event = Event(
        id="e0-6",
        trigger=Span(0, 6, "انفجار"),
        type="ASSAULT",
        subtype="explosive",
        target=party,
        place=EventPlace(town, "p1", "predicate"),
        date=EventDate(day, None, "report" if lent else "predicate") if day else None,
    )
    report = Report(Document(f"report {number}", text=words, published="2022-01-08"), places=[place], events=[event])
    return Entry(number, report, f"report {number}", "Wire", "2022-01-08")


def _joined(*entries: Entry) -> set[frozenset[int]]:
    groups = join_events(key for entry in entries for key in event_keys(entry))
    return {frozenset(ref.document for ref in refs) for refs in groups.members.values()}


def test_a_site_a_place_and_a_day_in_common_are_one_event() -> None:
    assert _joined(_entry(1, "المسجد"), _entry(2, "مسجد المدينة")) == {frozenset({1, 2})}


def test_another_site_another_day_or_another_town_is_another_event() -> None:
    assert len(_joined(_entry(1, "المسجد"), _entry(2, "المستشفى"))) == 2
    assert len(_joined(_entry(1, "المسجد"), _entry(2, "المسجد", day="2022-01-03"))) == 2
    assert len(_joined(_entry(1, "المسجد"), _entry(2, "المسجد", town="Aktau"))) == 2


def test_a_lent_day_up_to_a_week_after_finds_the_event() -> None:
    assert _joined(_entry(1, "المسجد"), _entry(2, "المسجد", day="2022-01-08", lent=True)) == {frozenset({1, 2})}
    assert len(_joined(_entry(1, "المسجد"), _entry(2, "المسجد", day="2022-01-20", lent=True))) == 2


def test_what_says_too_little_joins_the_only_event_and_none_of_two() -> None:
    assert _joined(_entry(1, "المسجد"), _entry(2, "")) == {frozenset({1, 2})}
    assert len(_joined(_entry(1, "المسجد"), _entry(2, "المستشفى"), _entry(3, ""))) == 3


def test_a_strike_somewhere_in_a_country_at_war_is_not_every_other_strike() -> None:
    assert len(_joined(_entry(1, "السكان", town=_COUNTRY), _entry(2, "", town=_COUNTRY))) == 2


def test_what_many_reports_speak_of_is_known_without_its_site() -> None:
    many = [_entry(number, "المسجد") for number in range(1, 6)]
    assert _joined(*many, _entry(9, "", day="2022-01-08", lent=True)) == {frozenset({1, 2, 3, 4, 5, 9})}
    assert len(_joined(*many[:2], _entry(9, "", day="2022-01-08", lent=True))) == 2


def test_a_day_is_asked_for_by_the_stretch_it_may_lie_in() -> None:
    """So an event asks with a dozen keys and not with a hundred, and a case of many reports stays small."""
    keys = [key for key in event_keys(_entry(1, "المسجد", day="2022-01-08", lent=True)) if key.role == "seeks"]
    assert any("2022-01-01..2022-01-08" in key.key for key in keys)
    first = _entry(3, "المسجد", day="0001-01-02", lent=True)
    assert any("0001-01-01..0001-01-02" in key.key for key in event_keys(first))


def test_the_work_grows_with_the_reports_and_not_with_their_pairs() -> None:
    def asked(number: int) -> int:
        """How many keys so many reports of one event are joined by."""
        keys = [key for n in range(number) for key in event_keys(_entry(n, "المسجد"))]
        assert len({str(group) for group in join_events(keys).of.values()}) == 1
        return len(keys)

    assert asked(400) == 4 * asked(100)


def test_what_was_only_ordered_is_never_what_happened() -> None:
    ordered = _entry(2, "المسجد")
    (event,) = ordered.report.events
    planned = replace(ordered.report, events=[replace(event, status="ordered")])
    assert len(_joined(_entry(1, "المسجد"), Entry(2, planned, "report 2", "Wire", "2022-01-08"))) == 2


def test_who_is_attacked_by_name_is_attacked_once_wherever_reports_set_it() -> None:
    named = [_entry(1, "الطفل سليم المنذري", town="Aktau"), _entry(2, "الطفل سليم المنذري", day=None, town=_COUNTRY)]
    assert _joined(*named) == {frozenset({1, 2})}
    assert len(_joined(named[0], _entry(2, "الطفل سليم الأزرقي", day=None, town=_COUNTRY))) == 2


def test_a_blast_that_names_no_site_is_the_only_one_of_its_town_and_day() -> None:
    site = _entry(1, "المسجد")
    assert _joined(site, _entry(2, "عمال المناجم")) == {frozenset({1, 2})}
    assert len(_joined(site, _entry(2, "عمال المناجم"), _entry(3, "المستشفى"))) == 3


def _storm(number: int, words: str, country: str, day: str = "2022-01-05") -> Entry:
    place = Place("p1", 0, 1, country, country, country=country, kind="country")
    start = words.index("إعصار")
    event = Event(
        id=f"e{start}-{start + 5}",
        trigger=Span(start, start + 5, "إعصار"),
        type="DISASTER",
        place=EventPlace(country, "p1", "predicate"),
        date=EventDate(day, None, "predicate"),
    )
    report = Report(Document(f"report {number}", text=words, published=day), places=[place], events=[event])
    return Entry(number, report, f"report {number}", "Wire", day)


def test_a_storm_is_one_by_its_name_and_from_day_to_day_in_one_country() -> None:
    called = [_storm(1, "إعصار «نوران» يضرب", "OM"), _storm(2, "إعصار «نوران» يصل", "YE", "2022-01-09")]
    assert _joined(*called, _storm(3, "إعصار نوران قتل", "IN", "2022-01-12")) == {frozenset({1, 2, 3})}
    days = [_storm(n, "إعصار يضرب", "OM", f"2022-01-0{n}") for n in (1, 2, 3)]
    assert _joined(*days) == {frozenset({1, 2, 3})}
    assert len(_joined(days[0], days[2])) == 2
    assert len(_joined(days[0], _storm(2, "إعصار يضرب", "IN"))) == 2
