"""Near-duplicates: agency copy that outlets re-edit, notes inside roundups and live blogs, statements printed everywhere.

`texts` cuts a text into words and passages, `signatures` makes the numbers by which like passages are found, `linking` keeps
them in the case, `comparing` says exactly what two texts share, `judging` what that means, `groups` counts origins.
"""

from khabar.ledger.copies.checking import stale
from khabar.ledger.copies.comparing import Run, shared_runs
from khabar.ledger.copies.groups import Group, Origins, derived, links, origins
from khabar.ledger.copies.judging import Link
from khabar.ledger.copies.linking import catch_up, rebuild, waiting, words_of
from khabar.ledger.copies.texts import Text, text_of

__all__ = [
    "Group",
    "Link",
    "Origins",
    "Run",
    "Text",
    "catch_up",
    "derived",
    "links",
    "origins",
    "rebuild",
    "shared_runs",
    "stale",
    "text_of",
    "waiting",
    "words_of",
]
