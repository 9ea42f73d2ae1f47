"""Events: what happened, where, when and to whom, as one report tells it."""
