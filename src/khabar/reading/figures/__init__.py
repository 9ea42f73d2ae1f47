"""Figures: how many, of whom, by whose word, and which of them belong together."""
