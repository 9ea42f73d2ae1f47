"""Cases: what a desk does with a ledger file, one function a use case."""

from typing import TYPE_CHECKING

from khabar.doors import offer

if TYPE_CHECKING:
    from khabar.desk.cases.adding import Added, add
    from khabar.desk.cases.asking import ask, columns_of, find, report_of
    from khabar.desk.cases.copying import (
        Carried,
        Copies,
        Origin,
        Printed,
        Shared,
        carried,
        copies,
        count_origins,
        related,
    )
    from khabar.desk.cases.deciding import decide_item, history, undo_decision
    from khabar.desk.cases.doctor import Finding, check_case, check_installation, rebuild_derived
    from khabar.desk.cases.door import Case
    from khabar.desk.cases.encrypting import decrypt_case, encrypt_case, new_encrypted_case, wants_passphrase
    from khabar.desk.cases.frames import Rows
    from khabar.desk.cases.passphrases import ask_passphrases_with, give_passphrase
    from khabar.desk.cases.proving import Outside, Proof, seal, stamp, verify_case
    from khabar.desk.cases.rereading import Reread, reread, waiting
    from khabar.desk.cases.reviewing import REVIEWED, Open, queue
    from khabar.desk.cases.stamping import Stamp
    from khabar.desk.cases.watching import Pause, watch
    from khabar.desk.taking import Taking
    from khabar.ledger import LAYERS, RANKED, VERDICTS, CaseError, CaseMoved, Decision, Entry, Filter, Hit, Ruling
    from khabar.ledger.signing import Signed
    from khabar.ledger.verifying import Fault
else:
    __getattr__ = offer(__name__, {
        "adding": "Added add", "asking": "ask columns_of find report_of",
        "copying": "Carried Copies Origin Printed Shared carried copies count_origins related",
        "deciding": "decide_item history undo_decision",
        "doctor": "Finding check_case check_installation rebuild_derived",
        "encrypting": "decrypt_case encrypt_case new_encrypted_case wants_passphrase",
        "passphrases": "ask_passphrases_with give_passphrase",
        "proving": "Outside Proof seal stamp verify_case",
        "rereading": "Reread reread waiting", "reviewing": "REVIEWED Open queue",
        "door": "Case", "frames": "Rows", "stamping": "Stamp", "watching": "Pause watch",
        "khabar.ledger": "LAYERS RANKED VERDICTS CaseError CaseMoved Decision Entry Filter Hit Ruling",
        "khabar.desk.taking": "Taking", "khabar.ledger.signing": "Signed", "khabar.ledger.verifying": "Fault",
    })  # fmt: skip

__all__ = [
    "LAYERS", "RANKED", "REVIEWED", "VERDICTS", "Added", "Carried", "Case", "CaseError", "CaseMoved", "Copies",
    "Decision", "Entry", "Fault", "Filter", "Finding", "Hit", "Open", "Origin", "Outside", "Pause", "Printed",
    "Proof", "Reread", "Rows", "Ruling", "Shared", "Signed", "Stamp", "Taking", "add", "ask", "ask_passphrases_with",
    "carried", "check_case", "check_installation", "columns_of", "copies", "count_origins", "decide_item",
    "decrypt_case", "encrypt_case", "find", "give_passphrase", "history", "new_encrypted_case", "queue",
    "rebuild_derived", "related", "report_of", "reread", "seal", "stamp", "undo_decision", "verify_case", "waiting",
    "wants_passphrase", "watch",
]  # fmt: skip
