"""Documents that speak: which of them whoever spoke before has issued, and which are a source of their own."""

from __future__ import annotations

from khabar.languages.drafts import NameDraft
from khabar.reading.speakers.full_names import words_in
from khabar.text.fold import fold_word


def is_issued(draft: NameDraft) -> bool:
    """Whether a document is one that whoever spoke before issued (the statement); figures, reports and a communiqué are not."""
    return words_in(draft.name)[0] not in _OF_OTHERS


_OF_OTHERS = frozenset(
    map(fold_word, ("إحصائيات", "إحصاءات", "معلومات", "تقديرات", "بيانات", "أرقام", "معطيات", "بلاغ"))
)
