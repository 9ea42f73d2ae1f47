"""The gold gate: what quality may not fall under.

    python tests/gold_gate.py [GOLD] [--update] [--allow-lower]

GOLD is the folder of the gold set (default: KHABAR_GOLD), with the seed report beside it; without one only the gold of
the demo reports is measured, which belongs to the project.  The scores are those of `khabar score`, the floors stand in
floors.json in the root of the project, each measured on a gold file whose hash stands there too.  `--update` raises
floors to what is reached now and refuses to lower one, unless told so.
"""

from __future__ import annotations

import argparse
import functools
import gzip
import hashlib
import json
import os
import sys
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any, Literal

from khabar.desk.scoring import (
    ACCURACY_ROWS,
    Count,
    Kind,
    Rows,
    load_gold,
    read_gold_texts,
    score_crisis,
    score_lines,
    summed,
)

ROOT = Path(__file__).resolve().parents[1]
FLOORS = ROOT / "floors.json"
DEMO = ROOT / "demo" / "gold.jsonl"
REPORT_ROWS = (
    *("claims", "claims+who", "speaker", "act", "mode", "status", "distance", "via", "within"),
    *("figures", "figures=n", "of", "source", "fig. same", "fig. part", "implicit", "withheld", "caveats"),
    *("times", "places"),
    *("events", "ev. status", "ev. subtype", "ev. actor", "ev. target", "ev. place", "ev. date", "ev. same"),
)
SLACK = 0.00005
"""Floors are written to four places."""
LINK_ROWS = frozenset({"within", "fig. same", "fig. part", "ev. same"})
SLACK_AMONG_MATCHED = 0.02
"""A field or a link is asked among matched items only, so finding more items moves its share without any of it being worse;
where few are asked, two of them may move it."""


@dataclass(frozen=True)
class Measured:
    """A gold file, given from the folder that holds the gold set (or ours), how it is scored, and the rows that have floors."""

    file: str
    kind: Kind | Literal["crisis"]
    rows: tuple[str, ...]
    ours: bool = False


def report_rows_but(*absent: str) -> tuple[str, ...]:
    """The rows of reports without those of which a gold file has no case."""
    return tuple(row for row in REPORT_ROWS if row not in absent)


MEASURED = {
    "seed": Measured("seed/gold.jsonl", "reports", report_rows_but("fig. part", "implicit", "withheld", "caveats")),
    "ar": Measured("gold/ar/dev.jsonl", "reports", REPORT_ROWS),
    "en": Measured(
        "gold/en/dev.jsonl",
        "reports",
        ("claims", "claims+who", "speaker", "figures", "figures=n", "times", "places", "events"),
    ),
    "polnear": Measured("gold/polnear/dev.jsonl", "polnear", ("claims", "claims+who", "quoted R", "unquoted R")),
    "times_ar": Measured("gold/times_ar.jsonl", "times", ("dates", "numbers", "traps")),
    "places_ar": Measured("gold/places_ar.jsonl", "places", ("country",)),
    "gsr_assault": Measured("gold/gsr/assault.jsonl", "gsr", ("ASSAULT",)),
    "gsr_protest": Measured("gold/gsr/protest.jsonl", "gsr", ("PROTEST",)),
}
CRISIS_ROWS = ("figures", "with speaker", "speakers, pairs", "main event, pairs", "true conflicts", "copies, pairs")
CORPUS = "corpora/arabic_reports.jsonl.gz"
"""Where the reports of a crisis lie, from the folder that holds the gold set."""
MEASURED["crisis_abha"] = Measured("gold/crises/abha.json", "crisis", CRISIS_ROWS)
if DEMO.is_file():
    MEASURED["demo"] = Measured(DEMO.name, "reports", REPORT_ROWS, ours=True)

Scores = dict[str, float]


def path_of(measured: Measured, gold: Path | None) -> Path | None:
    """Where a gold file lies, given the folder of the gold set (whatever that is called); None where there is none."""
    if measured.ours:
        return DEMO
    if gold is None:
        return None
    room, _, rest = measured.file.partition("/")
    return gold / rest if room == "gold" else gold.parent / measured.file


@functools.cache
def records_of(file: Path, kind: Kind) -> dict[str, dict[str, Any]]:
    """The records of a gold file's texts, by id; read once, however many tests ask."""
    return read_gold_texts(file, kind)


def scores(measured: Measured, file: Path) -> Rows:
    """Read a gold file's texts and score the records.  Raises NotGold, OSError."""
    if measured.kind == "crisis":
        rows = crisis_rows_of(file)
        return {row: rows[row] for row in measured.rows}
    _, lines = load_gold(file, measured.kind)
    rows = summed(score_lines(measured.kind, lines, records_of(file, measured.kind)).reports)
    return {row: rows[row] for row in measured.rows}


def crisis_rows_of(table: Path) -> Rows:
    """Read the reports that a table of a crisis names, out of the corpus beside the gold set, and score what they come to."""
    wanted = set(json.loads(table.read_text(encoding="utf-8"))["reports"])
    with gzip.open(table.parents[2] / CORPUS, "rt", encoding="utf-8") as lines, TemporaryDirectory() as folder:
        reports = Path(folder) / "reports.jsonl"
        reports.write_text("".join(line for line in lines if json.loads(line)["id"] in wanted), encoding="utf-8")
        return score_crisis(reports, table)


def hash_of(file: Path) -> str:
    """SHA-256 of a file, line ends aside."""
    return hashlib.sha256(file.read_bytes().replace(b"\r\n", b"\n")).hexdigest()


def load_floors() -> dict[str, dict[str, object]]:
    """The floors as they stand: gold name → {"sha256", "floors"}; empty before the first update."""
    if not FLOORS.exists():
        return {}
    found: dict[str, dict[str, object]] = json.loads(FLOORS.read_text(encoding="utf-8"))
    return found


def floors_of(entry: dict[str, object]) -> Scores:
    """The floors of one gold file."""
    floors = entry.get("floors", {})
    assert isinstance(floors, dict)
    return {str(row): float(floor) for row, floor in floors.items()}


def slack(row: str, count: Count) -> float:
    """How far a row may stand under its floor."""
    if row in REPORT_ROWS and row in ACCURACY_ROWS | LINK_ROWS and count.gold:
        return max(SLACK_AMONG_MATCHED, 2.0 / count.gold)
    return SLACK


def falls(floors: Scores, reached: Rows) -> list[str]:
    """The rows that fell under their floor, as a message tells them."""
    told = []
    for row, floor in floors.items():
        count = reached.get(row, Count(0, 0, 0))
        if count.f1 < floor - slack(row, count):
            told.append(f"{row}: {count.f1:.4f}, floor {floor:.4f}")
    return told


def raised(entry: dict[str, object], reached: Rows, *, allow_lower: bool) -> Scores:
    """The new floors of a gold file: what is reached, or the old floor where that is higher and may not be lowered."""
    old = {} if allow_lower else floors_of(entry)
    return {row: max(round(count.f1, 4), old.get(row, 0.0)) for row, count in reached.items()}


def measure(gold: Path | None, floors: dict[str, dict[str, object]], *, allow_lower: bool) -> bool:
    """Measure every gold file there is, print the scores, and put the new floors into `floors`; whether one fell."""
    fallen = False
    for name, measured in MEASURED.items():
        file = path_of(measured, gold)
        if file is None or not file.is_file():
            print(f"{name:12} is not here and not measured")
            continue
        entry, reached = floors.get(name, {}), scores(measured, file)
        told = falls(floors_of(entry), reached)
        fallen = fallen or bool(told)
        print(f"{name:12}", "  ".join(f"{row} {count.f1:.4f}" for row, count in reached.items()))
        for fall in told:
            print(f"{'':12} FALLEN {fall}")
        floors[name] = {"sha256": hash_of(file), "floors": raised(entry, reached, allow_lower=allow_lower)}
    return fallen


def main() -> None:
    """Measure, print, and with --update write the floors; exit code 1 when a floor would fall."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="?", type=Path, default=os.environ.get("KHABAR_GOLD"))
    parser.add_argument("--update", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--allow-lower", action="store_true", help="lower floors too: say why in the commit")
    asked = parser.parse_args()
    gold = Path(asked.gold).resolve() if asked.gold else None
    floors = load_floors()
    fallen = measure(gold, floors, allow_lower=asked.allow_lower)
    if asked.update:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8", newline="\n")
        print(f"wrote {FLOORS.name}")
    if fallen and not (asked.update and asked.allow_lower):
        sys.exit("a score fell under its floor; a floor is lowered by --update --allow-lower only")


if __name__ == "__main__":
    main()
