"""What happened: an event as each report tells it, its keys, and the groups that are one event."""
