"""Figures: how many of whom, and what befell them."""
