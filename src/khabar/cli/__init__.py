"""The command `khabar`: data on standard output, messages on standard error.

Exit codes: 0 all was read, 1 some reports failed, 2 nothing could be read or the command was used wrongly.
"""

from khabar.cli.command import main, run

__all__ = ["main", "run"]
