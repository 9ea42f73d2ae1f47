"""Commands on the whole of a case: events joined, figures over time, what contradicts what, where it all comes from."""
