"""Documents that speak: which of them whoever spoke before has issued, and which are a source of their own."""

from __future__ import annotations

from khabar.languages.drafts import Agreement, NameDraft
from khabar.reading.speakers.full_names import words_in
from khabar.text.fold import fold_word


def is_issued(draft: NameDraft) -> bool:
    """Whether a document is one that whoever spoke before issued (the statement, the reports); figures, a communiqué and what
    several agreed on are not, nor reports that nobody has spoken of.
    """
    if not draft.name.startswith(_ARTICLE) and draft.name.partition(" ")[0] in _REPORTS:
        return False
    return words_in(draft.name)[0] not in _OF_OTHERS and not is_agreed(draft)


def is_agreed(draft: NameDraft) -> bool:
    """Whether a document is what several agreed on (the agreement, the charter): it says nothing after that one thing."""
    return draft.kind == "document" and words_in(draft.name)[0].removeprefix(_ARTICLE) in _AGREED


def voice_of(draft: NameDraft) -> Agreement | None:
    """The gender and number of a verb whose subject is a document, by the form of its noun; None where none speaks."""
    document = draft.through or (words_in(draft.name)[0] if draft.kind == "document" else "")
    return Agreement("f" if document.endswith(_FEMININE) else "m", "s") if document else None


_FEMININE = ("ه", "ات")
_REPORTS = ("تقارير", "دراسات", "وثائق", "أنباء")
_OF_OTHERS = frozenset(
    map(fold_word, ("إحصائيات", "إحصاءات", "معلومات", "تقديرات", "بيانات", "أرقام", "معطيات", "بلاغ"))
)
_AGREED = frozenset(map(fold_word, ("اتفاق", "اتفاقية", "اتفاقات", "ميثاق", "معاهدة")))


def is_army_of_rebels(name: str) -> bool:
    """Whether a name is that of a militia which calls itself an army (the army of the dawn): "the army" alone is not it, but the
    army of the state, of the regime, of the occupation.
    """
    words = [fold_word(word) for word in name.split()]
    if len(words) < _LEAST or words[0] != _ARMY or not words[1].startswith(_ARTICLE):
        return False
    return words[1] not in _STATES


_LEAST, _ARMY, _ARTICLE = 2, "جيش", "ال"
_STATES = frozenset(
    map(fold_word, ("الاحتلال", "النظام", "العدو", "الدفاع", "الدولة", "البلاد", "الحكومة", "العدوان", "الجمهورية"))
)
