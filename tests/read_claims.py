"""The claims of a text: what tests of speakers and of their words ask."""

from __future__ import annotations

import khabar


def said(text: str, language: str | None = None) -> list[tuple[str, str]]:
    """Speaker and content of every claim of a text."""
    claims = khabar.read(text, published="2022-01-07", language=language).claims
    return [(c.speaker_name, c.content.text) for c in claims]


def speakers(text: str) -> list[str]:
    """The speaker of every claim, in text order."""
    return [speaker for speaker, _ in said(text)]
