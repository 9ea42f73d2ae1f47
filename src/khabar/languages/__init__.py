"""Language packs, each a folder of its own; reached through `load` only."""

from khabar.languages.pack import Pack, load

__all__ = ["Pack", "load"]
