"""How an English content is put: to be done, to come, possible, said; denied or not."""

from __future__ import annotations

import pytest

import khabar

PUT = {
    "it is time to leave the valley": ("directive", "positive"),
    "it was time for the minister to resign": ("directive", "positive"),
    "the herders would have won": ("asserted", "positive"),
    "the herders would have to leave": ("directive", "positive"),
    "the driver appeared to have slept": ("possible", "positive"),
    "the dam is believed to leak": ("possible", "positive"),
    "the road is expected to open on Friday": ("future", "positive"),
    "the road was set to open on Friday": ("future", "positive"),
    "it leaked due to a crack": ("asserted", "positive"),
    "she couldn't open the gate": ("asserted", "negative"),
    "the dam doesn't leak": ("asserted", "negative"),
    "the road won't open": ("asserted", "negative"),
    "nobody knew why the gates had to open": ("asserted", "positive"),
    "the gates hardly moved": ("asserted", "positive"),
}


@pytest.mark.parametrize("words", PUT)
def test_how_a_content_is_put(words: str) -> None:
    claim = khabar.read(f"The mayor said that {words}.", language="en").claims[0]
    assert (claim.status, claim.polarity) == PUT[words]
