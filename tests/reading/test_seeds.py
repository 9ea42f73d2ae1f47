"""One text, one record: what Python orders anew in every process, by its hash seed, decides nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

REPORTS = Path(__file__).resolve().parents[2] / "demo" / "reports"
READ = """
import hashlib, pathlib, sys
import msgspec
from khabar.reading import read_report
records = [read_report(path.read_text("utf-8")) for path in sorted(pathlib.Path(sys.argv[1]).glob("*.txt"))]
print(hashlib.sha256(msgspec.json.encode(records)).hexdigest())
"""


def records(seed: int) -> str:
    """The hash of the records of the demo reports, read in a process with that seed."""
    command = [sys.executable, "-c", READ, str(REPORTS)]
    environment = {**os.environ, "PYTHONHASHSEED": str(seed)}
    return subprocess.run(command, env=environment, check=True, capture_output=True, text=True).stdout


def test_the_hash_seed_changes_no_record() -> None:
    assert records(1) == records(4)
