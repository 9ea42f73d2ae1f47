"""What was said: one statement in many reports, what is denied of it, and what two reports tell otherwise."""
