"""Why an item stands in a record."""

from __future__ import annotations

import pytest

import khabar
from khabar.desk.rules.cards import all_cards
from khabar.record import Actor, Claim, Document, Figure, Report, Span

TEXT = "سطر قديم. " * 30 + "قالت الوزارة إن 26 مسلحاً قتلوا. " + "سطر لاحق. " * 30


def span(words: str) -> Span:
    """The first place of some words."""
    start = TEXT.index(words)
    return Span(start, start + len(words), words)


def report(rule: str = "") -> Report:
    """A record with one claim, one figure and one actor."""
    content, cue, number, who = span("26 مسلحاً قتلوا"), span("قالت"), span("26"), span("الوزارة")
    claim = Claim(f"c{cue.start}-{cue.end}", content, cue=cue, speaker=who, speaker_name=who.text, rule=rule)
    figure = Figure(f"f{number.start}-{number.end}", number.start, number.end, "26", "killed", 26, 26, rule=rule)
    actor = Actor("a1", who.text, mentions=[who])
    return Report(Document("r", text=TEXT), claims=[claim], figures=[figure], actors=[actor])


def test_words_stand_in_their_surroundings() -> None:
    figure = report().figures[0]
    told = khabar.explain(report(), figure.id)
    assert (told.report, told.layer, told.words) == ("r", "figures", "26")
    assert told.before.startswith("…")
    assert told.after.endswith("…")
    around = told.before.removeprefix("…") + told.words + told.after.removesuffix("…")
    assert around in TEXT
    assert 100 < len(around) < 260
    assert (told.fields["low"], told.fields["measure"]) == (26, "killed")


def test_a_claim_is_shown_from_cue_to_content() -> None:
    assert khabar.explain(report(), report().claims[0].id).words == "قالت الوزارة إن 26 مسلحاً قتلوا"


def test_an_actor_is_shown_where_it_is_first_named() -> None:
    assert khabar.explain(report(), "a1").words == "الوزارة"


def test_the_rule_gives_its_reason_and_its_sentences() -> None:
    card = all_cards()[0]
    told = khabar.explain(report(card.id), report().figures[0].id)
    assert told.rule == card
    assert card.why
    assert card.takes


def test_what_no_rule_read_has_no_card() -> None:
    assert khabar.explain(report("reading.no_such_rule"), report().figures[0].id).rule is None


def test_an_unknown_id_is_told_with_those_near_it() -> None:
    at = report().figures[0].start
    with pytest.raises(khabar.UnknownItem, match="no item") as told:
        khabar.explain(report(), f"f{at + 1}-{at + 9}")
    assert told.value.near[0] == (report().figures[0].id, "26")
    with pytest.raises(LookupError) as told_too:
        khabar.explain(report(), "nonsense")
    assert isinstance(told_too.value, khabar.UnknownItem)


def test_an_empty_record_has_nothing_near() -> None:
    with pytest.raises(khabar.UnknownItem, match="nothing was read") as told:
        khabar.explain(Report(Document("r", text="")), "c1-2")
    assert told.value.near == ()
