"""Claims: what was said, by whom and through whom, and what hangs on it."""
