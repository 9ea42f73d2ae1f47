"""Commands on a case: take in, search, ask, decide, prove."""

from khabar.cli.cases.adding import add_command
from khabar.cli.cases.agreement import agreement_command
from khabar.cli.cases.asking import ASKING
from khabar.cli.cases.deciding import decide_command, history_command, undo_command
from khabar.cli.cases.doctoring import doctor_command, reread_command
from khabar.cli.cases.encrypting import decrypt_command, encrypt_command
from khabar.cli.cases.exporting import export_command
from khabar.cli.cases.importing import import_command
from khabar.cli.cases.merging import merge_command
from khabar.cli.cases.naming import names_command
from khabar.cli.cases.origins import ORIGINS
from khabar.cli.cases.proving import seal_command, verify_command
from khabar.cli.cases.redacting import redact_command
from khabar.cli.cases.reviewing import review_command
from khabar.cli.cases.searching import search_command

COMMANDS = (
    add_command,
    search_command,
    *ASKING,
    *ORIGINS,
    review_command,
    decide_command,
    undo_command,
    history_command,
    agreement_command,
    export_command,
    import_command,
    merge_command,
    seal_command,
    verify_command,
    doctor_command,
    reread_command,
    encrypt_command,
    names_command,
    redact_command,
    decrypt_command,
)

__all__ = ["COMMANDS"]
