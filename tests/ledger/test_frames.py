"""A case from Python: rows that know their columns, and frames."""

from __future__ import annotations

import builtins
import csv
import io
from datetime import date
from typing import Any

import pandas as pd
import polars as pl
import pytest
from click.testing import CliRunner

import khabar
from khabar.cli import main
from khabar.desk import Wishes
from khabar.desk.cases import Case, add
from khabar.ledger import LAYERS

TEXT = "قال وزير الداخلية سليم درويش إن 12 شخصا قتلوا في انفجار في ألماتي الجمعة، وإن التحقيق بدأ في كانون الثاني."


@pytest.fixture(scope="module")
def case(tmp_path_factory: pytest.TempPathFactory) -> Case:
    """A case of one report."""
    folder = tmp_path_factory.mktemp("frames")
    (folder / "a.txt").write_text(TEXT, encoding="utf-8")
    list(add(folder / "a.khabar", [str(folder / "a.txt")], Wishes("2022-01-07T14:05+03:00", "برزخ نت")))
    return khabar.open(folder / "a.khabar")


def test_rows_are_a_list_of_dicts(case: Case) -> None:
    rows = case.figures(measure="killed")
    assert (len(rows), rows[0]["low"], rows[:1], rows.to_dicts()) == (1, 12, [rows[0]], list(rows))
    assert list(rows.columns) == list(rows[0])
    assert case.search("انفجار", layer="claims")


def test_columns_have_types(case: Case) -> None:
    frame = case.figures().to_polars()
    killed = frame.filter(pl.col("measure") == "killed").row(0, named=True)
    assert (killed["low"], killed["implicit"], killed["published_day"]) == (12, False, date(2022, 1, 7))
    assert frame.schema["high"] == pl.Int64
    days = case.times().to_polars().select("value", "value_day").to_dicts()
    assert {"value": "2022-01-07", "value_day": date(2022, 1, 7)} in days
    assert {"value": "2022-01", "value_day": None} in days
    places = case.places().to_pandas()
    assert (str(places["lat"].dtype), str(places["published_day"].dtype)) == ("Float64", "datetime64[s]")
    assert places.loc[0, "published_day"] == pd.Timestamp(2022, 1, 7)


@pytest.mark.parametrize("layer", LAYERS)
def test_without_rows_the_columns_and_their_types_stay(case: Case, layer: str) -> None:
    full, empty = case.items(layer), case.items(layer, after="2030-01-01")
    assert not empty
    assert full.columns == empty.columns
    assert empty.to_polars().schema == full.to_polars().schema
    assert list(empty.to_pandas().dtypes) == list(full.to_pandas().dtypes)
    shown = CliRunner().invoke(main, [layer, str(case.path), "--after", "2030-01-01", "--csv"])
    assert csv.DictReader(io.StringIO(shown.stdout.removeprefix("\ufeff"))).fieldnames == list(empty.columns)


def test_joined_events_are_rows_too(case: Case) -> None:
    full, empty = case.timeline(), case.joined(after="2030-01-01")
    days = {"date_day", "first_published_day", "last_published_day"}
    assert set(full.to_pandas().columns) == set(empty.to_polars().columns) == {*full[0], *days}


@pytest.mark.parametrize("name", ["polars", "pandas"])
def test_a_missing_library_is_told_with_the_remedy(case: Case, monkeypatch: pytest.MonkeyPatch, name: str) -> None:
    real = builtins.__import__

    def without(wanted: str, *more: Any) -> Any:
        if wanted == name:
            raise ImportError(wanted)
        return real(wanted, *more)

    monkeypatch.setattr(builtins, "__import__", without)
    with pytest.raises(ImportError, match=f"pip install {name}"):
        getattr(case.claims(), f"to_{name}")()
