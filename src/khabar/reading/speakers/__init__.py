"""Speakers: one name for each of those who speak, however a sentence calls them."""
