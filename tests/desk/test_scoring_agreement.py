"""The scorer against the reference scorer that lies beside the gold set: the same counts, row for row."""

from __future__ import annotations

import copy
import importlib.util
from collections.abc import Callable
from pathlib import Path
from random import Random
from types import ModuleType
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

import gold_gate
from khabar.desk.scoring import Kind, load_gold, score_lines
from khabar.desk.scoring.names import same_name

pytestmark = pytest.mark.gold
Item = dict[str, Any]
FILES: tuple[tuple[Kind, str], ...] = (
    ("reports", "ar/dev.jsonl"),
    ("reports", "en/dev.jsonl"),
    ("polnear", "polnear/dev.jsonl"),
    ("gsr", "gsr/assault.jsonl"),
    ("gsr", "gsr/protest.jsonl"),
    ("times", "times_ar.jsonl"),
    ("places", "places_ar.jsonl"),
)
LETTERS = "ابتثجحخدذرزسشأإآىةؤئـًَ \u200f-؟.ال"


@pytest.fixture(scope="module")
def reference(gold_dir: Path) -> ModuleType:
    """The reference scorer; skipped where it does not lie beside the gold set."""
    path = gold_dir.parent / "score" / "score.py"
    if not path.is_file():
        pytest.skip("no reference scorer beside the gold set")
    spec = importlib.util.spec_from_file_location("reference_score", path)
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def both(
    reference: ModuleType, kind: Kind, gold: list[Item], records: dict[str, Item]
) -> tuple[list[Item], list[Item]]:
    """The rows of the reference and ours; lines that are not scored left out."""
    theirs = [{name: tuple(count) for name, count in rows.items()} for rows in getattr(reference, kind)(gold, records)]
    ours = [{name: tuple(count) for name, count in rows.items()} for rows in score_lines(kind, gold, records).reports]
    return [rows for rows in theirs if rows], [rows for rows in ours if rows]


@pytest.mark.parametrize(("kind", "name"), FILES)
def test_the_same_counts_on_what_khabar_reads(reference: ModuleType, gold_dir: Path, kind: Kind, name: str) -> None:
    file = gold_dir / name
    if not file.is_file():
        pytest.skip(f"{name} is not in this gold set")
    _, gold = load_gold(file, kind)
    theirs, ours = both(reference, kind, gold, gold_gate.records_of(file, kind))
    assert ours == theirs
    assert ours


def spoil(gold: Item, chance: Random) -> Item:
    """A record made of a gold report: items dropped, doubled, moved, given another value, links turned."""
    record = copy.deepcopy({layer: gold[layer] for layer in gold if isinstance(gold[layer], list)})
    implied = record.pop("implicit", [])
    record["figures"] += [{**item, "id": f"i{n}", "implicit": True, "part_of": None} for n, item in enumerate(implied)]
    for layer, items in record.items():
        kept = [item for item in items if chance.random() > 0.15]
        record[layer] = kept + [copy.deepcopy(item) for item in kept if chance.random() < 0.1]
        chance.shuffle(record[layer])
        for item in record[layer]:
            for change in chance.sample(CHANGES, k=chance.choice((0, 0, 1, 2))):
                change(item, items, chance)
    record["document"] = {"id": gold["id"]}
    return record


def moved(item: Item, _: list[Item], chance: Random) -> None:
    for span in [item, *(value for value in item.values() if isinstance(value, dict))]:
        if "start" in span:
            by = chance.randint(-12, 12)
            span["start"] = max(0, span["start"] + by)
            span["end"] = max(span["start"] + 1, span["end"] + chance.randint(-12, 12))


def borrowed(item: Item, others: list[Item], chance: Random) -> None:
    """Another item's value for one field."""
    field = chance.choice([name for name in item if name not in ("id", "start", "end")])
    item[field] = copy.deepcopy(chance.choice(others).get(field))


def relinked(item: Item, others: list[Item], chance: Random) -> None:
    for field in ("within", "same_as", "part_of"):
        if field in item:
            item[field] = chance.choice(others).get("id")


def shortened(item: Item, _: list[Item], chance: Random) -> None:
    for field in ("speaker_name", "source", "actor", "target"):
        if isinstance(item.get(field), str):
            words = item[field].split()
            item[field] = " ".join(words[: chance.randint(0, len(words))]) or chance.choice(("?", None, ""))


CHANGES: list[Callable[[Item, list[Item], Random], None]] = [moved, borrowed, relinked, shortened]


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(seed=st.integers(0, 10**9))
def test_the_same_counts_on_spoiled_records(reference: ModuleType, gold_dir: Path, seed: int) -> None:
    chance = Random(seed)  # noqa: S311 - spoils records, guards nothing
    _, gold = load_gold(gold_dir / chance.choice(("ar/dev.jsonl", "en/dev.jsonl")), "reports")
    some = chance.sample(gold, k=3)
    records = {str(line["id"]): spoil(line, chance) for line in some}
    theirs, ours = both(reference, "reports", some, records)
    assert ours == theirs


@given(one=st.text(LETTERS, max_size=30), other=st.text(LETTERS, max_size=30), inside=st.booleans())
def test_the_same_names(reference: ModuleType, one: str, other: str, inside: bool) -> None:
    other = f"{other} {one}" if inside else other
    assert same_name(one, other) == reference.same_name(one, other)
