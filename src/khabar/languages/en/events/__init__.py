"""Events: what happened, done by whom to whom."""
