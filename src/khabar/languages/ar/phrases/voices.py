"""Who can speak, by the lists: the classes of the words with which news names a source.

Callers add what else can stand in their place, or is one there: what they take more than these shows at a glance.
"""

from __future__ import annotations

from typing import Final

VOICES: Final = frozenset(("role", "unnamed", "org_head", "organisation", "media", "media_head"))
"""Offices, unnamed roles, bodies and media."""
SOURCES: Final = VOICES | {"given", "known_place"}
"""The same, persons by a given name, and countries and towns that speak for their governments."""
NAMED: Final = SOURCES | {"name"}
"""The same, and words that are names only."""
SPEAKING: Final = NAMED | {"people"}
"""The same, and people (residents, demonstrators)."""
