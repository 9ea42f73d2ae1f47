"""Places: which of several namesakes a report means, and names that no list knows."""
