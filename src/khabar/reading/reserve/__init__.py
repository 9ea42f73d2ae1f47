"""Reserve: what sources did not say, and the limits that an outlet puts on what it prints."""
