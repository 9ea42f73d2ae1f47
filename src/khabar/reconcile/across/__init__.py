"""One crisis out of many reports: who is who, which tellings are of one event, what repeats and what contradicts what.

The flow: each report is an `Entry` (`entry.py`).  What its items may be joined by is written down once, when it is taken in, as
keys; `join` makes groups out of keys (`joining.py`).  Everything else is asked of entries and groups: `actors/` knows who is who,
`events/` what happened, `figures/` how many, `statements/` what was said and denied, `standing.py` who stands behind it.
"""
