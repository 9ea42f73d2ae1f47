"""Actors: each once, with all its names, its title, its country; every claim of a known speaker points at one."""

from __future__ import annotations

from typing import Any

from hypothesis import given
from hypothesis import strategies as st

import khabar
from any_text import steps

Item = dict[str, Any]

REPORT = (
    "قال وزير الداخلية الكازاخي سالم النوري إن الوضع هادئ.\n\n"
    "وأكدت وزارة الصحة أن المستشفيات تعمل، مضيفة أن الأدوية متوفرة.\n\n"
    "ووصل النوري إلى المدينة مساء. ورافق الوفد والنوري عدد من الضباط.\n\n"
    "وقال مصدر أمني إن الجسر أغلق.\n"
)


def read(text: str) -> tuple[list[Item], list[Item]]:
    """The actors and the claims of a text."""
    record = khabar.read(text, published="2022-01-07").to_dict()
    return record["actors"], record["claims"]


def named(actors: list[Item], name: str) -> Item:
    """The one actor of that name."""
    (actor,) = [a for a in actors if a["name"] == name]
    return actor


def test_a_minister_with_title_country_and_surname() -> None:
    actors, _ = read(REPORT)
    minister = named(actors, "سالم النوري")
    assert minister["kind"] == "person"
    assert minister["role"] == "وزير الداخلية الكازاخي"
    assert minister["country"] == "KZ"
    assert minister["public_role"] is True
    assert [m["text"] for m in minister["mentions"]] == ["سالم النوري", "النوري", "النوري"]


def test_a_conjunction_is_cut_off_a_mention() -> None:
    actors, _ = read(REPORT)
    last = named(actors, "سالم النوري")["mentions"][-1]
    assert REPORT[last["start"] - 1 : last["end"]] == "والنوري"


def test_kinds() -> None:
    actors, _ = read(REPORT)
    assert named(actors, "وزارة الصحة")["kind"] == "government"
    source = named(actors, "مصدر أمني")
    assert (source["kind"], source["country"], source["role"]) == ("unnamed", None, None)


def test_every_claim_of_a_known_speaker_points_at_its_actor() -> None:
    actors, claims = read(REPORT)
    names = {a["id"]: a["name"] for a in actors}
    assert len(claims) == 4
    assert [names[c["actor"]] for c in claims] == [c["speaker_name"] for c in claims]


def test_nobody_is_made_of_an_impersonal_claim() -> None:
    actors, claims = read("ويعتقد أن الجسر أغلق أمس.")
    assert actors == []
    assert [c["actor"] for c in claims] == [None]


def test_an_actor_who_only_kept_silent_is_there() -> None:
    actors, _ = read("ولم تعلق شرطة المرور على الحادثة.")
    assert [a["name"] for a in actors] == ["شرطة المرور"]


def test_a_body_of_one_word_is_meant_by_its_article_only() -> None:
    actors, _ = read("وقالت الحكومة إن الجسر مفتوح. وتشكلت حكومة في البلد المجاور، وردت للحكومة رسالة.")
    assert [m["text"] for m in named(actors, "الحكومة")["mentions"]] == ["الحكومة", "لحكومة"]


def test_a_surname_of_two_persons_is_nobodys() -> None:
    actors, _ = read(
        "قال وزير الصحة سالم النوري إن الدواء متوفر. وقالت وزيرة العدل هدى النوري إن المحكمة مغلقة. ووصل النوري مساء."
    )
    assert sorted(len(a["mentions"]) for a in actors if a["kind"] == "person") == [1, 1]


PIECES = st.lists(
    st.sampled_from([*REPORT.split("\n\n"), "ولم يعلق النوري على ذلك.", "», «", "سَالِم النّوري", "\n", "والوزارة"]),
    max_size=8,
)


@given(PIECES)
def test_spans_and_ids_hold_for_any_mixture(pieces: list[str]) -> None:
    record = khabar.read(" ".join(pieces) or ".").to_dict()
    text = record["document"]["text"]
    ids = [a["id"] for a in record["actors"]]
    assert len(ids) == len(set(ids))
    for actor in record["actors"]:
        starts = [m["start"] for m in actor["mentions"]]
        assert starts
        assert starts == sorted(set(starts))
        assert all(text[m["start"] : m["end"]] == m["text"] for m in actor["mentions"])
    assert all(c["actor"] in ids for c in record["claims"] if c["speaker_name"] != "?")


def test_cost_grows_with_the_text() -> None:
    """Eight times the text and eight times the names must not cost eight times eight as many calls."""

    def calls(copies: int) -> int:
        persons = ("".join(chr(0x0628 + (n // 24**k) % 24) for k in range(4)) for n in range(copies))
        text = "\n".join(f"قال وزير النقل سالم ال{name} إن الجسر مفتوح." for name in persons)
        khabar.read(text)  # what is looked up or remembered at the first reading is no growth
        return steps(lambda: khabar.read(text))

    assert calls(480) < calls(60) * 8 * 2.5
