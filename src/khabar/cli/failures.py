"""Reports that gave no record, and notes about sources, told in the language of the UI."""

from __future__ import annotations

from khabar.cli.speaking import words
from khabar.desk import Failure, Note, failure_words, note_words


def failed(failure: Failure) -> str:
    """Place, what is wrong, and the remedy."""
    return failure_words(failure, words().code)


def noted(note: Note) -> str:
    """Place and what is to be known."""
    return note_words(note, words().code)
