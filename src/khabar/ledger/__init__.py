"""The ledger: a case in one SQLite file, which only grows.  What came in is kept as it came, what was read can be proved."""

from khabar.ledger.amending import Amended, amended, amended_reports
from khabar.ledger.asking import items
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
from khabar.ledger.encrypting import copy_under
from khabar.ledger.errors import CaseError
from khabar.ledger.filters import Filter, documents_of
from khabar.ledger.finding import Hit, Mark, search
from khabar.ledger.journal import Entry, Hand, enter, entries, head, transaction
from khabar.ledger.keeping import Found, Kept, keep, knows
from khabar.ledger.keys import ask_with, give, give_for_all, is_encrypted
from khabar.ledger.layers import LAYERS
from khabar.ledger.moving import CaseMoved
from khabar.ledger.opening import SUFFIX, create_case, open_case, open_or_create, opened
from khabar.ledger.verifying import Extract, Extractor, Fault, Tell, verify

__all__ = [
    "DISAGREED", "LAYERS", "SUFFIX", "VERDICTS", "Amended", "CaseError", "CaseMoved", "Decision", "Entry",
    "Extract", "Extractor", "Fault", "Filter", "Found", "Hand", "Hit", "Kept", "Mark", "Ruling", "Tell",
    "Verdict", "amended", "amended_reports", "ask_with", "copy_under", "create_case", "decide", "decisions",
    "documents_of", "enter", "entries", "give", "give_for_all", "head", "is_encrypted", "items", "keep",
    "knows", "open_case", "open_decisions", "open_or_create", "opened", "search", "transaction", "undo",
    "verify",
]  # fmt: skip
