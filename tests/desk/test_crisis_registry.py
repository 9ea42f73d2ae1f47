"""The registry of a case: what people know of actors, signed, before what the program finds; taken out, it is as before."""

from __future__ import annotations

from pathlib import Path

import pytest

import khabar
from khabar.desk.cases import CaseError
from khabar.desk.crisis import Crisis, stands_behind
from khabar.desk.crisis.loading import registry_beside
from khabar.reconcile.across.actors.registry import BadRegistry, Registry, registry_of
from khabar.reconcile.across.entry import Entry, Ref

_SIGNED = {"signed_by": "Salma"}


def _crisis(registry: Registry, *texts: str) -> Crisis:
    reports = [khabar.read(text, published="2022-01-07") for text in texts]
    return Crisis((Entry(n, report, f"r{n}", f"o{n}", "2022-01-07") for n, report in enumerate(reports, 1)), registry)


def _said(name: str) -> str:
    return f"قال {name} إن الهدوء عاد إلى المدينة وإن المدارس ستفتح أبوابها."


def _together(registry: Registry, *names: str) -> bool:
    crisis = _crisis(registry, *map(_said, names))
    groups = [crisis.voices.of.get(Ref(claim_of.document, claim.actor or ""))
              for claim_of in crisis.entries for claim in claim_of.report.claims[:1]]  # fmt: skip
    return len(set(groups)) == 1


def test_names_of_one_entry_are_one_and_without_it_two() -> None:
    names = "القائد أبو سيف", "نزار الشامخي"
    registry = registry_of({"actor": [{"name": "نزار الشامخي", "variants": ["أبو سيف"], **_SIGNED}]})
    assert not _together(Registry(), *names)
    assert _together(registry, *names)


def test_names_that_are_kept_apart_are_nobody_else() -> None:
    names = "الدكتور سليم الأزرقي", "سليم ناجي الأزرقي"
    assert _together(Registry(), *names)
    assert not _together(registry_of({"apart": [{"names": ["سليم الأزرقي"]}]}), *names)


def test_a_role_is_its_holder_of_the_day() -> None:
    roles = [{"role": "رئيس كازاخستان", "from": "2019-03-20", "to": "2022-12-31"}]
    registry = registry_of({"actor": [{"name": "قاسم جومارت توكاييف", "roles": roles, **_SIGNED}]})
    known = registry.holder("رئيس كازاخستان", "2022-01-07")
    assert known is not None
    assert known.name == "قاسم جومارت توكاييف"
    assert registry.holder("رئيس كازاخستان", "2018-01-07") is None


def test_a_note_stands_with_who_signed_it() -> None:
    entry = {"name": "نزار الشامخي", "side": "اللواء", "notes": ["طرف في النزاع"], **_SIGNED}
    crisis = _crisis(registry_of({"actor": [entry]}), _said("نزار الشامخي"))
    claim = crisis.entries[0].report.claims[0]
    (voice,) = stands_behind(crisis, Ref(1, claim.id))["named"]
    assert voice["side"] == "اللواء"
    assert voice["notes"] == ["طرف في النزاع (Salma)"]


@pytest.mark.parametrize(
    ("told", "why"),
    [
        ({"actor": [{"name": "نزار الشامخي"}]}, "signed_by"),
        ({"actor": [{"variants": ["x"], **_SIGNED}]}, "name"),
        ({"actor": [{"name": "x", "colour": "red", **_SIGNED}]}, "colour"),
        ({"actor": [{"name": "x", **_SIGNED}, {"name": "y", "variants": ["x"], **_SIGNED}]}, "one name, one actor"),
        ({"people": []}, "people"),
    ],
)
def test_what_is_wrong_is_named(told: dict[str, object], why: str) -> None:
    with pytest.raises(BadRegistry, match=why):
        registry_of(told)


def test_the_file_beside_the_case_is_taken(tmp_path: Path) -> None:
    case = tmp_path / "almaty.khabar"
    assert not registry_beside(case).actors
    (tmp_path / "almaty.registry.toml").write_text('[[actor]]\nname = "نزار"\nsigned_by = "Salma"\n', encoding="utf-8")
    assert registry_beside(case).known("نزار")
    (tmp_path / "almaty.registry.toml").write_text("[[actor]", encoding="utf-8")
    with pytest.raises(CaseError):
        registry_beside(case)


def test_all_of_it_from_python(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text(
        "ألماتي 7 يناير 2022: قالت وزارة الداخلية إن 19 شخصاً قتلوا في انفجار سوق الحبوب.", encoding="utf-8"
    )
    case = khabar.open(tmp_path / "a.khabar")
    case.add(str(source))
    (row,) = case.follow("killed")
    assert row["low"] == 19
    told = row["told"][0]
    (stands,) = case.origins(f"{told['document']}:{told['item']}")
    assert [voice["speaker"] for voice in stands["named"]] == ["وزارة الداخلية"]
    assert case.conflicts() == case.conflicts(everything=True) == case.statements() == []
    with pytest.raises(KeyError):
        case.origins("9:f1-2")
