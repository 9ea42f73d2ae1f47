"""Searching a case: the words of its texts and where they stand, what a person types, and the filters beside it."""
