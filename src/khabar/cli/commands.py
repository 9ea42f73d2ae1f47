"""The commands by their names, each loaded when it is called or somebody asks about it."""

from __future__ import annotations

import importlib
from collections.abc import Iterator, MutableMapping
from typing import Final

import click

_FILES: Final = {
    "read": "read",
    "score": "score",
    "explain": "explain",
    "books": "rulebook schema",
    "cases.adding": "add",
    "cases.agreement": "agreement",
    "cases.asking": "claims withheld figures times places",
    "cases.copying": "copies",
    "cases.deciding": "decide undo history",
    "cases.differing": "diff versions",
    "cases.doctoring": "doctor reread",
    "cases.encrypting": "encrypt decrypt",
    "cases.exporting": "export",
    "cases.importing": "import",
    "cases.merging": "merge",
    "cases.naming": "names",
    "cases.orphans": "orphans attach",
    "cases.proving": "seal verify",
    "cases.redacting": "redact",
    "cases.reviewing": "review",
    "cases.searching": "search",
    "cases.superseding": "corrections rule link",
    "crisis.conflicts": "conflicts",
    "crisis.follow": "follow",
    "crisis.happened": "events timeline",
    "crisis.origins": "origins",
    "crisis.registry": "registry",
    "crisis.signing": "same apart",
    "crisis.who": "actors",
}
"""File of this folder → the commands in it.  A test looks whether a file has others."""


class Commands(MutableMapping[str, click.Command]):
    """Name → command, as the command line library wants them; to know the names, nothing is loaded."""

    def __init__(self) -> None:
        self._files = {name: file for file, names in _FILES.items() for name in names.split()}
        self._loaded: dict[str, click.Command] = {}

    def __getitem__(self, name: str) -> click.Command:
        if name not in self._loaded:
            file = importlib.import_module(f"khabar.cli.{self._files[name]}")
            self._loaded[name] = next(c for c in vars(file).values() if isinstance(c, click.Command) and c.name == name)
        return self._loaded[name]

    def __setitem__(self, name: str, command: click.Command) -> None:
        self._files[name], self._loaded[name] = "", command

    def __delitem__(self, name: str) -> None:
        del self._files[name]
        self._loaded.pop(name, None)

    def __contains__(self, name: object) -> bool:
        return name in self._files

    def __iter__(self) -> Iterator[str]:
        return iter(self._files)

    def __len__(self) -> int:
        return len(self._files)
