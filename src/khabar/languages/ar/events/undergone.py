"""Acts of several words that are done to their second word (the closing of markets, the sinking of a boat)."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act


def undergoes(units: Sequence[Unit], act: Act) -> bool:
    """Whether an act of several words is done to its second word, or befalls it (the sinking of a boat)."""
    second = units[act.first + 1].view.removeprefix(_AL) if act.last > act.first + 1 else ""
    return second in _UNDERGOES.get(act.word.type, ())


_AL = "ال"
_UNDERGOES = {
    "ACCIDENT": frozenset(("قارب", "مركب", "سفينه", "زورق", "عباره", "قوارب", "طايره", "مروحيه")),
    "COERCE": frozenset(
        (*("اسواق", "محال", "متاجر", "مدارس", "جامعات", "مساجد", "مطار", "مطارات", "مقاهي", "حدود", "معبر", "معابر"),)
    ),
    "AID": frozenset(("ممر", "ممرات")),
    "PROTEST": frozenset(("مبني", "مبان", "مباني")),
}
