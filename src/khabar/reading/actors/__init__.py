"""Actors: who is named in a report, each person, body and group once."""
