"""Build hook of the wheel: no wheel leaves this project without its compiled tables.

The tables are generated (`make tables`) and not committed.  A wheel without them would install and then find
no place and no verb, so the build stops instead and says what to do.  Editable installs are let through,
because the tables are built after them, with the package's own code.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from hatchling.builders.hooks.plugin.interface import BuildHookInterface

TABLES = ("src/khabar/atlas/atlas.sqlite3", "src/khabar/languages/ar/forms/verbs.sqlite3")
SQLITE_MAGIC = b"SQLite format 3\x00"


class TablesFirst(BuildHookInterface[Any]):
    """Stops the build of a wheel whose tables are missing or are not SQLite files."""

    PLUGIN_NAME = "custom"

    def initialize(self, version: str, build_data: dict[str, Any]) -> None:
        """Look at the tables; raise FileNotFoundError with the remedy when one is not there."""
        if version == "editable":
            return
        unfit = [name for name in TABLES if not _is_sqlite(Path(self.root, name))]
        if unfit:
            raise FileNotFoundError(
                f"khabar cannot be packed without its compiled tables; missing or broken: {', '.join(unfit)}. "
                "Run `make tables` in a checkout of khabar first, then build the wheel again."
            )


def _is_sqlite(path: Path) -> bool:
    """Whether the file is there and starts as every SQLite file does."""
    if not path.is_file():
        return False
    with path.open("rb") as file:
        return file.read(len(SQLITE_MAGIC)) == SQLITE_MAGIC
