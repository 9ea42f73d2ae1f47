"""`khabar doctor`: whether the program has what it needs, and how a case is; `khabar reread`: what older rules read, read again."""

from __future__ import annotations

import re
import sys
from collections import Counter
from pathlib import Path
from typing import Final

import click

from khabar.cli.about import Count
from khabar.cli.cases.options import by_option, case_argument, on_case
from khabar.cli.cases.passphrases import passphrase_option
from khabar.cli.failures import failed
from khabar.cli.speaking import SpokenCommand, told, ui_option, words
from khabar.cli.streams import say, told_progress, write_json, write_line
from khabar.desk import Failure
from khabar.desk.cases import (
    LAYERS,
    Finding,
    check_case,
    check_installation,
    rebuild_derived,
    reread,
    waiting,
)

_AS_IT_IS: Final = frozenset({"temporary", "browser", "clock", "sqlite", "cipher"})
_WORDS: Final = re.compile(r"no terminal|[A-Za-z]+")
_SIGNS: Final = {"good": "+", "warning": "!", "bad": "-"}


@click.command("doctor", cls=SpokenCommand)
@click.argument("case", metavar="[CASE]", required=False, type=click.Path(path_type=Path))
@ui_option
@passphrase_option
@click.option("--rebuild", is_flag=True, help="Make search, names and other tables that follow from the case anew.")
@click.option("--json", "as_json", is_flag=True, help="One JSON array.")
def doctor_command(case: Path | None, rebuild: bool, as_json: bool) -> None:
    """Look whether this machine has what khabar needs and, given a case, how that is; each with what to do about it.

    Exit codes: 0 all is well or bearable, 1 something must be mended, 2 the case cannot be opened.
    """
    with on_case():
        if rebuild and case:
            say(told("rebuilt", what=", ".join(rebuild_derived(case))))
        found = [
            *check_installation(case.absolute().parent if case else Path.cwd()),
            *(check_case(case) if case else ()),
        ]
        if as_json:
            write_json({"findings": [_object(finding) for finding in found]}, indented=True)
        else:
            write_line("\n".join(map(_line, found)))
    sys.exit(1 if any(finding.state == "bad" for finding in found) else 0)


def _line(finding: Finding) -> str:
    remedy = f": {words().label('finding_remedy', finding.reason)}" if finding.reason else ""
    return f"{_SIGNS[finding.state]} {words().label('finding', finding.what)}: {_value(finding)}{remedy}"


def _value(finding: Finding) -> str:
    """The value with the words of ours in it in the language of the UI; a path or a message of the system as it is."""
    if finding.what in _AS_IT_IS:
        return finding.value
    known: dict[str, str] = words().tables["finding_word"]
    return _WORDS.sub(lambda found: known.get(found[0], found[0]), finding.value)


def _object(finding: Finding) -> dict[str, str | None]:
    remedy = words().label("finding_remedy", finding.reason) if finding.reason else None
    return {"what": finding.what, "state": finding.state, "value": finding.value, "remedy": remedy}


@click.command("reread", cls=SpokenCommand)
@case_argument
@by_option
@click.option("--jobs", type=Count(), default=1, metavar="N", help="Read in N processes.")
@click.option(
    "--texts", is_flag=True, help="Take texts out of their originals again as well, where another version took them."
)
@click.option("--jsonl", is_flag=True, help="One JSON object a report and line; errors too.")
def reread_command(case: Path, by: str | None, jobs: int, texts: bool, jsonl: bool) -> None:
    """Read again what other rules read, and tell in numbers what changed. Older readings and decisions stay as they are.

    It can be stopped at any time and goes on where it ended. Exit codes: 0 all read, 1 some failed.
    """
    totals = {name: Counter[str]() for name in ("kept", "gone", "new")}
    orphans: list[str] = []
    count: Counter[str] = Counter()
    with on_case(), told_progress(lambda part: words().label("verifying", part)) as tell:
        whole = waiting(case)
        for number, outcome in enumerate(reread(case, by, jobs, texts=texts), 1):
            tell("reread", number, whole)
            count["failed" if isinstance(outcome, Failure) else "taken" if outcome.taken else "read"] += 1
            if isinstance(outcome, Failure):
                say(failed(outcome))
            elif outcome.change:
                for name, total in totals.items():
                    total.update(getattr(outcome.change, name))
                orphans += outcome.change.orphans
            if jsonl:
                write_json(outcome.to_dict())
    if not jsonl:
        for layer in LAYERS:
            numbers = {name: total[layer] for name, total in totals.items()}
            if any(numbers.values()):
                write_line(told("reread_layer", layer=words().label("layer", layer), **numbers))
    for item in orphans:
        say(told("orphan", item=item))
    say(told("reread", read=count["read"], taken=count["taken"], failed=count["failed"]))
    sys.exit(1 if count["failed"] else 0)
