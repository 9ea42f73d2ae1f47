"""Cases: what a desk does with a ledger file, one function a use case."""

from khabar.desk.cases.adding import Added, add
from khabar.desk.cases.asking import ask, find
from khabar.desk.cases.copying import Carried, Copies, Origin, Printed, Shared, carried, copies, count_origins, related
from khabar.desk.cases.deciding import decide_item, history, undo_decision
from khabar.desk.cases.door import Case
from khabar.desk.cases.encrypting import decrypt_case, encrypt_case, new_encrypted_case, wants_passphrase
from khabar.desk.cases.proving import Proof, seal, verify_case
from khabar.desk.cases.reviewing import REVIEWED, Open, queue
from khabar.desk.cases.watching import Pause, watch
from khabar.desk.taking import Taking
from khabar.ledger import LAYERS, VERDICTS, CaseError, CaseMoved, Decision, Entry, Fault, Filter, Hit, Ruling
from khabar.ledger import ask_with as ask_passphrases_with
from khabar.ledger import give_for_all as give_passphrase

__all__ = [
    "LAYERS", "REVIEWED", "VERDICTS", "Added", "Carried", "Case", "CaseError", "CaseMoved", "Copies",
    "Decision", "Entry", "Fault", "Filter", "Hit", "Open", "Origin", "Pause", "Printed", "Proof", "Ruling",
    "Shared", "Taking", "add", "ask", "ask_passphrases_with", "carried", "copies", "count_origins",
    "decide_item", "decrypt_case", "encrypt_case", "find", "give_passphrase", "history", "new_encrypted_case",
    "queue", "related", "seal", "undo_decision", "verify_case", "wants_passphrase", "watch",
]  # fmt: skip
