"""The ledger: a case in one SQLite file, which only grows.  What came in is kept as it came, what was read can be proved."""

from khabar.ledger.amending import Amended, amended, amended_reports
from khabar.ledger.asking import columns_of_items, items
from khabar.ledger.deciding import (
    DISAGREED,
    VERDICTS,
    Decision,
    Ruling,
    Verdict,
    decide,
    decisions,
    open_decisions,
    undo,
)
from khabar.ledger.derived import outdated, rebuild
from khabar.ledger.encrypting import copy_under
from khabar.ledger.errors import CaseError
from khabar.ledger.journal import Entry, Hand, enter, entries, head, transaction
from khabar.ledger.keeping import Found, Kept, Stated, keep, knows, stated
from khabar.ledger.keys import ask_with, give, give_for_all, is_encrypted
from khabar.ledger.layers import LAYERS
from khabar.ledger.moving import CaseMoved
from khabar.ledger.opening import SUFFIX, create_case, open_case, open_or_create, opened
from khabar.ledger.rereading import Change, Older, count_older, flags_of, keep_again, older, taken_by_others
from khabar.ledger.searching.filters import Filter, documents_of
from khabar.ledger.searching.finding import RANKED, Hit, Mark, search
from khabar.ledger.verifying import Extract, Extractor, Fault, Tell, verify
from khabar.ledger.visits import Visit, entries_of, keep_visit, last_visit, same_words

__all__ = [
    "DISAGREED", "LAYERS", "RANKED", "SUFFIX", "VERDICTS", "Amended", "CaseError", "CaseMoved", "Change",
    "Decision", "Entry", "Extract", "Extractor", "Fault", "Filter", "Found", "Hand", "Hit", "Kept", "Mark",
    "Older", "Ruling", "Stated", "Tell", "Verdict", "Visit", "amended", "amended_reports", "ask_with",
    "columns_of_items", "copy_under", "count_older", "create_case", "decide", "decisions", "documents_of",
    "enter", "entries", "entries_of", "flags_of", "give", "give_for_all", "head", "is_encrypted", "items",
    "keep", "keep_again", "keep_visit", "knows", "last_visit", "older", "open_case", "open_decisions",
    "open_or_create", "opened", "outdated", "rebuild", "same_words", "search", "stated", "taken_by_others",
    "transaction", "undo", "verify",
]  # fmt: skip
