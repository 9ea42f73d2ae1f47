"""Names of places in the running text."""
