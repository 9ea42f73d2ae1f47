"""Items as plain English sentences: articles, plurals, counted people in their own words."""

from __future__ import annotations

import pytest

from khabar.desk.telling import sentence
from khabar.record import Actor, Claim, Document, Figure, Report, Span


def span(text: str, start: int = 500) -> Span:
    """Words that stand far from everything else."""
    return Span(start, start + len(text), text)


def said_by(name: str, kind: str, *figures: Figure) -> Report:
    """A report in which one speaker says something, and counts."""
    said = Claim("c1", span("Something"), cue=span("said", 100), lemma="say", speaker_name=name, actor="a1")
    return Report(Document("r"), actors=[Actor("a1", name, kind=kind)], claims=[said], figures=list(figures))


@pytest.mark.parametrize(
    ("low", "of", "told"),
    [
        (18, "policemen", "18 policemen were"),
        (18, "members of the guard", "18 members of the guard were"),
        (21, "our girls", "21 of our girls were"),
        (1, "the students", "1 of the students was"),
        (2, "Sildani", "2 people (“Sildani”) were"),
        (1, "driver", "1 driver was"),
    ],
)
def test_english_people_are_counted_in_their_own_words_where_these_fit(low: int, of: str, told: str) -> None:
    dead = Figure(
        "f1", 0, 2, str(low), measure="killed", low=low, high=low, claim="c1", source="the ministry", of=span(of, 600)
    )
    assert f"that {told} killed" in sentence(said_by("the ministry", "government", dead), "f1", "en")


@pytest.mark.parametrize(
    ("name", "told"),
    [
        ("Ministry of Health", "The Ministry of Health said"),
        ("health department", "The health department said"),
        ("Sildan's interior ministry", "Sildan's interior ministry said"),
        ("protest groups", "Protest groups said"),
        ("security forces", "The security forces said"),
        ("Steppe Wire", "Steppe Wire said"),
    ],
)
def test_english_bodies_take_an_article_where_they_need_one(name: str, told: str) -> None:
    assert sentence(said_by(name, "organisation"), "c1", "en").startswith(told)
