"""Commands on the whole of a case: figures over time, and what contradicts what."""

from khabar.cli.crisis.conflicts import conflicts_command
from khabar.cli.crisis.follow import follow_command

COMMANDS = (follow_command, conflicts_command)

__all__ = ["COMMANDS"]
