"""Passphrases, as the ledger takes them: from whoever is asked for them, or one for all cases."""

from khabar.ledger import ask_with as ask_passphrases_with
from khabar.ledger import give_for_all as give_passphrase

__all__ = ["ask_passphrases_with", "give_passphrase"]
