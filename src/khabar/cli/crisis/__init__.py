"""Commands on the whole of a case: events joined, figures over time, what contradicts what, where it all comes from."""

from khabar.cli.crisis.conflicts import conflicts_command
from khabar.cli.crisis.follow import follow_command
from khabar.cli.crisis.happened import events_command, timeline_command
from khabar.cli.crisis.origins import origins_command
from khabar.cli.crisis.registry import registry_command
from khabar.cli.crisis.signing import apart_command, same_command
from khabar.cli.crisis.who import actors_command

COMMANDS = (
    events_command,
    timeline_command,
    follow_command,
    conflicts_command,
    origins_command,
    same_command,
    apart_command,
    actors_command,
    registry_command,
)

__all__ = ["COMMANDS"]
