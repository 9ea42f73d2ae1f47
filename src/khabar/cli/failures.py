"""A report that gave no record, told in the language of the UI."""

from __future__ import annotations

from khabar.cli.speaking import words
from khabar.desk import Failure, failure_words


def failed(failure: Failure) -> str:
    """Place, what is wrong, and the remedy."""
    return failure_words(failure, words().code)
