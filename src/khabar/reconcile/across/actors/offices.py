"""Offices as keys: "the Kazakh president" is whoever a report of these days calls so by name."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from khabar.atlas import key_of
from khabar.reconcile.across.actors.bodies import parted
from khabar.reconcile.across.actors.lists import offices, title_words

_OTHERS: Final = (
    ("سابق", "أسبق", "السابق", "الأسبق", "السابقة", "نائب", "نائبة", "مساعد", "مستشار", "زوجة", "نجل"),
    ("former", "ex", "deputy", "vice", "adviser", "aide", "wife", "son"),
)
_NOT_THE_HOLDER: Final = frozenset(key_of(word) for words in _OTHERS for word in words)


@lru_cache(maxsize=20_000)
def office_of(words: str, country: str | None) -> str | None:
    """The office that words name, with its country; None where they name none that one person holds, or a former or deputy holder.

    `country` is where the words do not say it.
    """
    keys = key_of(words).split()
    if _NOT_THE_HOLDER & set(keys):
        return None
    told = parted([word for word in keys if word not in title_words()])
    where = told.country or country
    name = offices().get(tuple(told.words))
    return f"{name}, {where}" if name and where else None
