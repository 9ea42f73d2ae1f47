"""`khabar names`: every name-like string of a case, and who decided which of them may leave the house."""

from __future__ import annotations

import csv
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import click

from khabar.cli.cases.options import by_option, case_argument, on_case
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_json, write_line
from khabar.desk.protect import (
    BY_KIND,
    COLUMNS,
    KINDS,
    Inventory,
    NameLike,
    Wanted,
    bring_back,
    decide_names_of_case,
    names_of_case,
    rows_of_sheet,
    sheet_row,
)
from khabar.export.sheets import guarded

_VERDICTS = {"a": "approve", "w": "withhold"}


@click.command("names", cls=SpokenCommand)
@case_argument
@click.option("--approve", multiple=True, metavar="NAME", help="This name may leave the house; may be repeated.")
@click.option("--withhold", multiple=True, metavar="NAME", help="This name may not; may be repeated.")
@click.option("--undecide", multiple=True, metavar="NAME", help="Take back what was decided; may be repeated.")
@click.option(
    "--approve-kind", multiple=True, type=click.Choice(BY_KIND), help="All undecided names of a kind; never people."
)
@click.option(
    "--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only names of this kind; may be repeated."
)
@click.option("--undecided", is_flag=True, help="Only names that nobody decided about.")
@click.option("--review", "stepping", is_flag=True, help="Name after name, a person decides.")
@click.option("--sheet", type=click.Path(path_type=Path), metavar="FILE", help="Write the names as a CSV sheet.")
@click.option(
    "--from", "brought", type=click.Path(path_type=Path), metavar="FILE", help="Enter the decisions of a sheet."
)
@by_option
@click.option("--jsonl", is_flag=True, help="One JSON object a name and line.")
def names_command(case: Path, **asked: Any) -> None:
    """List every name-like string of a case and decide which may leave the house: what nobody approves stays inside.

    Keys of --review: a approve, w withhold, s skip, q quit.
    """
    with on_case():
        _decide(case, asked)
        if asked["brought"]:
            _bring(case, asked["brought"], asked["by"])
        known = names_of_case(case)
        chosen = [
            name
            for name in known.ordered()
            if (not asked["kinds"] or name.kind in asked["kinds"]) and not (asked["undecided"] and name.decision)
        ]
        if asked["stepping"]:
            _step(case, chosen, asked["by"])
            known = names_of_case(case)
        elif asked["sheet"]:
            _write_sheet(asked["sheet"], chosen)
        else:
            _print(chosen, asked["jsonl"])
        _sum(known)


def _decide(case: Path, asked: dict[str, Any]) -> None:
    said = {name: verdict for verdict in ("approve", "withhold", "undecide") for name in asked[verdict]}
    if said or asked["approve_kind"]:
        made = decide_names_of_case(case, Wanted(said, asked["approve_kind"]), asked["by"])
        say(told("names_decided", n=len(made)))


def _bring(case: Path, path: Path, by: str | None) -> None:
    entered, errors = bring_back(case, rows_of_sheet(path), by)
    for error in errors:
        say(f"{path}:{error.row}: " + words().say(f"case.{error.reason}", **error.details))
    say(told("names_decided", n=entered))
    if errors:
        sys.exit(1)


def _print(chosen: list[NameLike], jsonl: bool) -> None:
    for name in chosen:
        if jsonl:
            write_json(_told(name))
        else:
            write_line("\n".join(_block(name)))


def _told(name: NameLike) -> dict[str, Any]:
    where = [{"document": w.document, "field": w.field, "start": w.start, "words": w.words} for w in name.where]
    decision = name.decision
    return {"name": name.shown, "key": name.told, "kind": name.kind, "count": name.count, "spellings": list(name.spellings),
            "where": where, "decision": decision.verdict if decision else None, "who": decision.who if decision else None,
            "at": decision.at if decision else None}  # fmt: skip


def _block(name: NameLike) -> list[str]:
    said = words()
    verdict = said.label("name_verdict", name.decision.verdict if name.decision else "none")
    lines = [f"{name.shown}  [{verdict}]  {said.label('name_kind', name.kind)} · {name.count}"]
    lines += [f"    {w.document}: … {w.before} [{w.words}] {w.after} …" for w in name.where]
    return [" ".join(line.split()) if i == 0 else line for i, line in enumerate(lines)]


def _write_sheet(path: Path, chosen: list[NameLike]) -> None:
    try:
        with path.open("x", encoding="utf-8-sig", newline="") as file:
            out = csv.DictWriter(file, COLUMNS, lineterminator="\r\n")
            out.writeheader()
            for name in chosen:
                out.writerow({column: guarded(value) for column, value in sheet_row(name).items()})
    except OSError as error:
        say(told("unwritable", path=path, reason=error.strerror or error))
        sys.exit(2)
    say(told("wrote", path=path))
    say(told("names_sheet_beware"))


def _step(case: Path, chosen: list[NameLike], by: str | None) -> None:
    decided = 0
    for name in chosen:
        write_line("\n".join(_block(name)))
        try:
            key = str(click.prompt(told("names_keys"), prompt_suffix=" ", err=True, show_default=False, default="s"))
        except click.Abort:
            break
        key = key.strip().lower()[:1]
        if key == "q":
            break
        if key in _VERDICTS:
            decided += len(decide_names_of_case(case, Wanted({name.told: _VERDICTS[key]}), by))
    say(told("names_decided", n=decided))


def _sum(known: Inventory) -> None:
    """How many names there are of what kind, and how many nobody decided about."""
    counted: Counter[str] = Counter(name.kind for name in known.names.values())
    told_of = " · ".join(f"{words().label('name_kind', kind)}: {counted[kind]}" for kind in KINDS if counted[kind])
    say(told("names_open", n=known.undecided, all=len(known.names), kinds=told_of))
