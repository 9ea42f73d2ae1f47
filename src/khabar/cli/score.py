"""`khabar score`: how well records agree with gold."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final, TypedDict, Unpack

import click

from khabar.cli.cases.options import on_case
from khabar.cli.speaking import SpokenCommand, ui_option
from khabar.cli.speaking import words as spoken
from khabar.cli.streams import quiet_on_closed_pipe, say, write_line
from khabar.desk.crisis import NoReports
from khabar.desk.scoring import (
    ACCURACY_ROWS,
    KINDS,
    Count,
    Kind,
    NotGold,
    Rows,
    Scored,
    intervals,
    load_gold,
    load_records,
    read_gold_texts,
    score_crisis,
    score_lines,
    summed,
)

_Item = dict[str, Any]
_CRISIS: Final = "crisis"


class _Asked(TypedDict):
    """The options as click hands them over."""

    per_report: bool
    as_json: bool
    jobs: int


@click.command("score", cls=SpokenCommand)
@ui_option
@click.argument("words", nargs=-1, required=True, metavar="[KIND] GOLD [RECORDS]")
@click.option("--per-report", is_flag=True, help="Add a line for each report.")
@click.option("--json", "as_json", is_flag=True, help="One JSON object: precision, recall, F1 and counts of each row.")
@click.option("--jobs", type=click.IntRange(min=1), default=1, metavar="N", help="Read the texts in N processes.")
def score_command(words: tuple[str, ...], **asked: Unpack[_Asked]) -> None:
    """Score records against gold.

    GOLD is a file of gold lines, RECORDS what `khabar read GOLD --jsonl` made of it (times: with --numbers); without it
    the gold's texts are read now. KIND is reports, polnear, gsr, times or places; the fields of GOLD tell it.

    `khabar score crisis CASE TABLE` holds the comparison of many reports against the table of a person who read them all;
    CASE is a case, or a file of reports or records of one crisis.

    A row gives precision, recall and F1 over all reports together, with a 95 % interval (bootstrap over reports); an
    indented row is the accuracy of a field among the items that match.
    """
    if words[0] == _CRISIS:
        _score_crisis(words[1:], as_json=asked["as_json"])
        return
    kind, gold_path, records_path = _files(words)
    try:
        kind, gold = load_gold(gold_path, kind)
        records = load_records(records_path) if records_path else read_gold_texts(gold_path, kind, asked["jobs"])
        scored = score_lines(kind, gold, records)
    except NotGold as error:
        say(error.said(spoken()))
        sys.exit(2)
    except (OSError, UnicodeDecodeError) as error:
        say(_score("unreadable", why=error))
        sys.exit(2)
    _warn(gold, records, scored)
    with quiet_on_closed_pipe():
        if asked["as_json"]:
            write_line(json.dumps({name: _figures(count) for name, count in summed(scored.reports).items()}))
        else:
            for line in _table(scored, per_report=asked["per_report"]):
                write_line(line)


def _score_crisis(files: tuple[str, ...], *, as_json: bool) -> None:
    """Print the rows of a crisis held against its table."""
    if len(files) != 2:
        raise click.UsageError(_score("name_a_table"))
    with on_case():
        try:
            rows = score_crisis(*map(Path, files))
        except (NotGold, NoReports) as error:
            say(error.said(spoken()))
            sys.exit(2)
        except (OSError, UnicodeDecodeError) as error:
            say(_score("unreadable", why=error))
            sys.exit(2)
        if as_json:
            write_line(json.dumps({name: _figures(count) for name, count in rows.items()}))
            return
        for name, count in rows.items():
            write_line(_row("crisis_row", name, count))


def _files(words: tuple[str, ...]) -> tuple[Kind | None, Path, Path | None]:
    """The kind where it is said, the gold file, and the file of records where there is one."""
    kind = next((kind for kind in KINDS if kind == words[0]), None)
    files = [Path(word) for word in words[1 if kind else 0 :]]
    if not 1 <= len(files) <= 2:
        raise click.UsageError(_score("name_a_gold_file"))
    return kind, files[0], files[1] if len(files) == 2 else None


def _warn(gold: list[_Item], records: dict[str, _Item], scored: Scored) -> None:
    """Tell of records that failed or belong to no gold line: they would lower a score in silence."""
    for record in records.values():
        if error := record.get("error"):
            say(_score("failed", what=error.get("message", record["document"]["id"])))
    strange = sorted(records.keys() - set(scored.ids))
    if strange:
        named = ", ".join(strange[:5]) + (" …" if strange[5:] else "")
        say(_score("strange", n=len(strange), names=named))
    if scored.missing:
        say(_score("missing", n=scored.missing, lines=len(gold)))


def _figures(count: Count) -> dict[str, float | int]:
    return {
        "precision": round(count.precision, 4),
        "recall": round(count.recall, 4),
        "f1": round(count.f1, 4),
        **count._asdict(),
    }


def _table(scored: Scored, *, per_report: bool) -> Iterator[str]:
    yield _score("lines", kind=scored.kind, n=len(scored.ids))
    margins = intervals(scored.reports)
    for name, count in summed(scored.reports).items():
        yield _row("field" if name in ACCURACY_ROWS else "row", name, count, margins[name])
    if per_report:
        for name, rows in zip(scored.ids, scored.reports, strict=True):
            yield f"{name}  {_line(rows)}"


def _row(form: str, name: str, count: Count, margin: tuple[float, float] = (0.0, 0.0)) -> str:
    """A row as the message of that form sets it; a row of a name that has no label of its own goes by its name."""
    shares = {"f1": count.f1, "low": margin[0], "high": margin[1], "p": count.precision, "r": count.recall}
    counts = {"right": count.right, "predicted": count.predicted, "gold": count.gold}
    label = spoken().tables["score_row"].get(name, name)
    return _score(form, label=label, **shares, **counts)


def _line(rows: Rows) -> str:
    return "  ".join(f"{name} {count.f1:.2f}" for name, count in rows.items() if name not in ACCURACY_ROWS)


def _score(key: str, **fields: object) -> str:
    return spoken().say(f"score.{key}", **fields)
