"""Persons and organisations: names, titles, roles."""
