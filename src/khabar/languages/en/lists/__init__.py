"""Loaders: each module turns some word lists of `words/` into entries (written form, class, value)."""
