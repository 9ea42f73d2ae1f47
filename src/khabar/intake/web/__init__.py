"""The web: addresses that a person named, fetched under a guard, each answer kept as it came; feeds are followed."""

from khabar.intake.web.fetching import Fetched, Limits, Web
from khabar.intake.web.memory import Memory, Visited
from khabar.intake.web.opening import open_address
from khabar.intake.web.posting import posted

__all__ = [
    "Fetched", "Limits", "Memory", "Visited", "Web", "open_address", "posted",
]  # fmt: skip
