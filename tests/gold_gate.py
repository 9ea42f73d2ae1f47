"""The gold gate: what quality may not fall under.

    python tests/gold_gate.py [GOLD] [--update] [--allow-lower]

GOLD is the folder of the gold set (default: KHABAR_GOLD); the seed report and the scorer stand beside it.  The scores
are those of the scorer, the floors stand in floors.json in the root of the project, each measured on a gold file whose
hash stands there too.  `--update` raises floors to what is reached now and refuses to lower one, unless told so.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import os
import subprocess
import sys
import tempfile
from dataclasses import dataclass
from pathlib import Path

from khabar.desk import Wishes, read_sources

FLOORS = Path(__file__).resolve().parents[1] / "floors.json"
REPORT_ROWS = ("claims", "claims+who", "figures", "figures=n", "times", "places")
SLACK = 0.00005
"""The scorer rounds to four places."""


@dataclass(frozen=True)
class Measured:
    """A gold file, given from the folder that holds the gold set, how it is scored, and the rows that have floors."""

    file: str
    kind: str
    rows: tuple[str, ...]
    numbers: bool = False


MEASURED = {
    "seed": Measured("seed/gold.jsonl", "reports", REPORT_ROWS),
    "ar": Measured("gold/ar/dev.jsonl", "reports", REPORT_ROWS),
    "times_ar": Measured("gold/times_ar.jsonl", "times", ("dates", "numbers", "traps"), numbers=True),
    "places_ar": Measured("gold/places_ar.jsonl", "places", ("country",)),
}

Scores = dict[str, float]


def path_of(measured: Measured, gold: Path) -> Path:
    """Where a gold file lies, given the folder of the gold set (whatever that folder is called)."""
    room, _, rest = measured.file.partition("/")
    return gold / rest if room == "gold" else gold.parent / measured.file


def scores(measured: Measured, gold: Path) -> Scores:
    """Read a gold file's texts and score the records.  Raises CalledProcessError when the scorer fails."""
    file = path_of(measured, gold)
    with tempfile.TemporaryDirectory() as folder:
        records = Path(folder, "records.jsonl")
        with records.open("w", encoding="utf-8") as out:
            for outcome in read_sources([str(file)], Wishes(numbers=measured.numbers)):
                out.write(json.dumps(outcome.to_dict(), ensure_ascii=False) + "\n")
        scorer = [sys.executable, str(gold.parent / "score" / "score.py")]
        command = [*scorer, measured.kind, str(file), str(records), "--json"]
        told = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=True).stdout
    rows = json.loads(told)
    return {row: rows[row]["f1"] for row in measured.rows}


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


def falls(floors: Scores, reached: Scores) -> list[str]:
    """The rows that fell under their floor, as a message tells them."""
    return [
        f"{row}: {reached.get(row, 0.0):.4f}, floor {floor:.4f}"
        for row, floor in floors.items()
        if reached.get(row, 0.0) < floor - SLACK
    ]


def raised(entry: dict[str, object], reached: Scores, *, allow_lower: bool) -> Scores:
    """The new floors of a gold file: what is reached, or the old floor where that is higher and may not be lowered."""
    if allow_lower:
        return reached
    old = floors_of(entry)
    return {row: max(score, old.get(row, 0.0)) for row, score in reached.items()}


def main() -> None:
    """Measure, print, and with --update write the floors; exit code 1 when a floor would fall."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="?", type=Path, default=os.environ.get("KHABAR_GOLD"))
    parser.add_argument("--update", action="store_true", help="raise the floors to what is reached")
    parser.add_argument("--allow-lower", action="store_true", help="lower floors too: say why in the commit")
    asked = parser.parse_args()
    if asked.gold is None:
        parser.error("name the folder of the gold set, or set KHABAR_GOLD")
    gold = Path(asked.gold).resolve()
    floors, fallen = load_floors(), False
    for name, measured in MEASURED.items():
        entry = floors.get(name, {})
        reached = scores(measured, gold)
        told = falls(floors_of(entry), reached)
        fallen = fallen or bool(told)
        print(f"{name:10}", "  ".join(f"{row} {score:.4f}" for row, score in reached.items()))
        for fall in told:
            print(f"{'':10} FALLEN {fall}")
        new = raised(entry, reached, allow_lower=asked.allow_lower)
        floors[name] = {"sha256": hash_of(path_of(measured, gold)), "floors": new}
    if asked.update:
        FLOORS.write_text(json.dumps(floors, indent=2) + "\n", encoding="utf-8", newline="\n")
        print(f"wrote {FLOORS.name}")
    if fallen and not (asked.update and asked.allow_lower):
        sys.exit("a score fell under its floor; a floor is lowered by --update --allow-lower only")


if __name__ == "__main__":
    main()
