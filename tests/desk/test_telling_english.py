"""English sentences: counted people in the report's own words, bodies with their article."""

from __future__ import annotations

import pytest

from khabar.desk.telling import sentence
from khabar.record import Actor, Claim, Document, Report
from told_items import claim, figure, report, span


@pytest.mark.parametrize(
    ("low", "of", "told"),
    [
        (18, "policemen", "18 policemen were"),
        (18, "members of the guard", "18 members of the guard were"),
        (21, "our girls", "21 of “our girls” were"),
        (21, "their girls", "21 of their girls were"),
        (1, "the students", "1 of the students was"),
        (2, "Sildani", "2 people (“Sildani”) were"),
        (1, "driver", "1 driver was"),
    ],
)
def test_english_people_are_counted_in_their_own_words_where_these_fit(low: int, of: str, told: str) -> None:
    sentence_of = sentence(report(claim(), figure(low, of=span(of, 600))), "f1", "en")
    assert f"that {told} killed" in sentence_of


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ministry of Health", "The Ministry of Health said"),
        ("health department", "The health department said"),
        ("Sildan's interior ministry", "Sildan's interior ministry said"),
        ("protest groups", "Protest groups said"),
        ("security forces", "The security forces said"),
        ("Steppe Wire", "Steppe Wire said"),
        ("White House", "The White House said"),
        ("Wildan and the United Isles States", "Wildan and the United Isles States said"),
    ],
)
def test_english_bodies_take_an_article_where_they_need_one(name: str, told: str) -> None:
    said = claim(lemma="say", cue=span("said", 100), speaker_name=name, actor="a2")
    made = Report(Document("r"), actors=[Actor("a2", name, kind="organisation")], claims=[said])
    assert sentence(made, "c1", "en").startswith(told)


def test_who_claims_responsibility_is_told_so_once() -> None:
    brigades = Actor("a1", "Dune Brigades", kind="group")
    deed = span("responsibility for the blast")
    said = Claim("c1", deed, speaker_name=brigades.name, actor="a1", act="claim_responsibility")
    told = Report(Document("r", published="2022-01-07"), actors=[brigades], claims=[said])
    assert "claimed, in the report’s wording: “responsibility for the blast”" in sentence(told, "c1", "en")


@pytest.mark.parametrize(
    ("medium", "told"), [("Twitter", "on Twitter"), ("email", "in an email"), ("statement", "in a statement")]
)
def test_a_medium_of_an_english_report_has_its_article(medium: str, told: str) -> None:
    assert f", {told}," in sentence(report(claim(medium=span(medium))), "c1", "en")
