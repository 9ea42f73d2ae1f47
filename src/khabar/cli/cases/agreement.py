"""`khabar agreement`: how often people decided the same without seeing one another's decision."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import click

from khabar.cli.cases.options import case_argument, on_case
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_json, write_line
from khabar.desk.cases.agreeing import Agreement, Pair, agreement


@click.command("agreement", cls=SpokenCommand)
@case_argument
@click.option("--json", "as_json", is_flag=True, help="One JSON object, with the measures of each layer.")
def agreement_command(case: Path, as_json: bool) -> None:
    """Tell how often people decided the same: per cent, Krippendorff's alpha, Cohen's kappa of each two.

    Only independent decisions count: first ones, blind ones (`khabar review --second`), those of another desk.
    """
    with on_case():
        found = agreement(case)
        if as_json:
            write_json({layer: dataclasses.asdict(measures) for layer, measures in found.items()}, indented=True)
            return
        for layer, measures in found.items():
            write_line("\n".join(_lines(layer, measures)))
    if not found:
        say(told("no_agreement"))


def _lines(layer: str, found: Agreement) -> list[str]:
    name = told("agreement_all") if layer == "all" else words().label("layer", layer)
    lines = [
        told("agreement_line", name=name, items=found.items, same=f"{found.same:.0%}", alpha=_measure(found.alpha))
    ]
    if found.corrections:
        lines.append("  " + told("agreement_corrections", same=found.same_corrections, count=found.corrections))
    return [*lines, *(f"  {_pair(pair)}" for pair in found.pairs)]


def _pair(pair: Pair) -> str:
    measures = {"items": pair.items, "same": f"{pair.same:.0%}", "kappa": _measure(pair.kappa)}
    return told("agreement_pair", one=pair.one, other=pair.other, **measures)


def _measure(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
