"""The formula that closes an official statement which a report prints as it came."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.text.fold import fold_word

_IN_DOING_SO: Final = frozenset(map(fold_word, ("إذ", "وإذ")))
_THAT: Final = fold_word("ذلك")
_ANNOUNCING: Final = frozenset(map(fold_word, ("أعلن", "أوضح", "بين", "أكد", "شدد", "أهاب", "دعا", "حذر")))
_NEAR: Final = 2


def closes_statement(units: Sequence[Unit], anchor: Anchor) -> bool:
    """Whether a claim is the close of a statement: "and the ministry, in announcing this, affirms …" (والوزارة إذ تعلن ذلك لتؤكد).

    Ministries and royal courts end their statements so.  What stands between the words that open the statement ("the spokesman
    stated that") and this is the statement itself, printed paragraph by paragraph without quotation marks.  The verb stands
    right behind إذ, and takes up all that was said by ذلك or passes over to a last point; "since" in front of any other verb
    gives a reason.
    """
    at = anchor.at
    if at < 1 or units[at - 1].view not in _IN_DOING_SO or fold_word(anchor.cue.lemma) not in _ANNOUNCING:
        return False
    behind = [unit.view for unit in units[at + 1 : at + 1 + _NEAR]]
    opens = (
        at == 1
        or anchor.speaker is not None
        or any("stop" in u.signature or "comma" in u.signature for u in units[:at])
    )
    return _THAT in behind or (opens and at <= _NEAR)
