"""One actor under two scripts: joined on evidence, never where two names fit."""

from __future__ import annotations

import pytest

import khabar
from khabar.reading.actors.scripts import joined_scripts
from khabar.record import Actor, Span

MIXED = """أعلن وزير الداخلية سلمان درويش حظر التجول في الميناء، وقال إن الأمن سيتصرف بحزم.
وقالت الأمم المتحدة إنها تتابع الوضع.

"Order has been restored in the port," Interior Minister Darwish said on Thursday. The UN said its staff were safe.

وأضاف درويش أن المطار مفتوح.
"""


def actor(name: str, at: int, **fields: object) -> Actor:
    """A person of that name, named once."""
    told = {"kind": "person", **fields}
    return Actor(id=f"a{at}", name=name, mentions=[Span(at, at + len(name), name)], **told)  # type: ignore[arg-type]


def test_a_name_in_two_scripts_is_one_actor_with_all_its_mentions() -> None:
    report = khabar.read(MIXED, published="2022-01-07")
    said = {claim.speaker_name: claim.actor for claim in report.claims}
    assert said["Darwish"] == said["سلمان درويش"]
    assert said["UN"] == said["الأمم المتحدة"]
    (person,) = [a for a in report.actors if a.id == said["Darwish"]]
    assert person.name == "سلمان درويش"
    assert person.name_en == "Darwish"
    assert [m.text for m in person.mentions] == ["سلمان درويش", "Darwish", "درويش"]
    assert all(MIXED[m.start : m.end] == m.text for a in report.actors for m in a.mentions)


def test_the_actor_named_first_keeps_its_id_and_name() -> None:
    actors, gone = joined_scripts([actor("Salman Darwish", 0), actor("درويش", 50, role="الرئيس", country="XK")])
    assert gone == {"a50": "a0"}
    (one,) = actors
    assert (one.name, one.name_en, one.role, one.country) == ("Salman Darwish", "Salman Darwish", "الرئيس", "XK")


@pytest.mark.parametrize(
    "others",
    [
        pytest.param([actor("Darwish", 9, country="EG")], id="countries differ"),
        pytest.param([actor("Karim Darwish", 9)], id="first names differ"),
        pytest.param([actor("Darwish", 9), actor("Darwich", 20)], id="two names fit"),
        pytest.param([actor("Darwish", 9, kind="organisation")], id="a person and a body"),
        pytest.param([actor("Dawish", 9)], id="a consonant is missing"),
    ],
)
def test_not_without_evidence(others: list[Actor]) -> None:
    actors, gone = joined_scripts([actor("سلمان درويش", 40, country="SY"), *others])
    assert not gone
    assert len(actors) == len(others) + 1


def test_two_arabic_names_that_fit_keep_a_latin_one_apart() -> None:
    actors, gone = joined_scripts([actor("سلمان درويش", 0), actor("كريم درويش", 40), actor("Darwish", 80)])
    assert not gone
    assert len(actors) == 3


def test_bodies_are_joined_by_the_lists_english_name_or_its_initials() -> None:
    body = {"kind": "organisation", "name_en": "Port Workers Union"}
    for written in ("the Port Workers Union", "PWU", "P.W.U."):
        assert joined_scripts([actor("نقابة عمال الميناء", 0, **body), actor(written, 60, kind="organisation")])[1]
    assert not joined_scripts([actor("نقابة عمال الميناء", 0, **body), actor("PUW", 60, kind="organisation")])[1]
