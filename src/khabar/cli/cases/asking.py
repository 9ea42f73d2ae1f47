"""`khabar claims|figures|places|times|withheld`: the items of a case."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any, Final

import click

from khabar.cli.cases.options import case_argument, filter_of, filter_options, on_case, pair
from khabar.cli.cases.rows import form_options, is_read, print_head, print_rows
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say
from khabar.desk.cases import Filter, ask, columns_of

_PLACED: Final = ("figures", "events")
"""Layers whose items name a place."""


def print_layer(case: Path, layer: str, form: str | None, chosen: Filter, where: Mapping[str, str]) -> int:
    """Print the rows of a layer and return how many there were; a sheet without rows has its columns all the same."""
    rows: Iterable[dict[str, Any]] = ask(case, layer, chosen, **where)
    if is_read(form) and words().code == "ar" and layer in _PLACED:
        called = arabic_places(case)
        rows = ({**row, "place": called.get(row["place"], row["place"])} for row in rows)
    printed = print_rows(rows, form)
    if not printed and form == "csv":
        print_head(columns_of(case, layer))
    return printed


def arabic_places(case: Path) -> dict[str, str]:
    """Places of a case by the English names under which items refer to them, with the Arabic ones that are known."""
    return {place["name"]: place["name_ar"] for place in ask(case, "places", Filter()) if place["name_ar"]}


def _command(layer: str) -> click.Command:
    """A command that prints the rows of a layer and nothing else; events and actors can be joined across reports."""

    @case_argument
    @filter_options
    @form_options
    @click.option(
        "--where", multiple=True, metavar="COLUMN=VALUE", help="Only rows in which this stands; may be repeated."
    )
    def run(case: Path, form: str | None, where: tuple[str, ...], **asked: Any) -> None:
        with on_case():
            printed = print_layer(case, layer, form, filter_of(asked), dict(map(pair, where)))
        if not printed:
            say(told("no_rows"))

    purpose = f"Print the {layer} of a case, each with its words and its report."
    return click.command(layer, cls=SpokenCommand, help=purpose)(run)


claims_command = _command("claims")
withheld_command = _command("withheld")
figures_command = _command("figures")
times_command = _command("times")
places_command = _command("places")
