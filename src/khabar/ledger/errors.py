"""What can be wrong with a case; each error names the place, and its reason names the message that tells the remedy."""

from __future__ import annotations


class CaseError(Exception):
    """A case cannot be used so.  `reason` is the name of a message of the UI, `details` fill it in."""

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__(reason, details)
        self.reason = reason
        self.details = {name: str(value) for name, value in details.items()}

    def __str__(self) -> str:
        told = ", ".join(f"{name}: {value}" for name, value in self.details.items())
        return f"{self.reason} ({told})" if told else self.reason
