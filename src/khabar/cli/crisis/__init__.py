"""Commands on the whole of a case: events joined, figures over time, and what contradicts what."""

from khabar.cli.crisis.conflicts import conflicts_command
from khabar.cli.crisis.follow import follow_command
from khabar.cli.crisis.happened import events_command, timeline_command

COMMANDS = (events_command, timeline_command, follow_command, conflicts_command)

__all__ = ["COMMANDS"]
