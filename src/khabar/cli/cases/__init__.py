"""Commands on a case: take in, search, ask, decide, prove."""
