"""Doors: the names that a folder offers, each fetched from its file when somebody first asks for it.

A folder whose `__init__` imported all it offers would load all of the program at every start, and a start is what most runs of a
command consist of: help, a search, one report.  So the `__init__` of a large room names its files and what they offer, and
for the type checker alone the same as imports; a test compares the two.
"""

from __future__ import annotations

import importlib
import sys
from collections.abc import Callable, Mapping
from typing import Any


def offer(package: str, offered: Mapping[str, str]) -> Callable[[str], Any]:
    """The `__getattr__` of a package: file → what it offers, separated by blanks; a file of another folder by its full name.

    A name is fetched once and kept in the package from then on.  Raises AttributeError, as a module does, for other names.
    """
    files = {name: file for file, names in offered.items() for name in names.split()}

    def fetched(name: str) -> Any:
        if name not in files:
            raise AttributeError(f"module {package!r} has no attribute {name!r}")
        file = files[name]
        found = getattr(importlib.import_module(file if "." in file else f"{package}.{file}"), name)
        setattr(sys.modules[package], name, found)
        return found

    return fetched
