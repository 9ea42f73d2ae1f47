"""Titles: who bears an office in a report, which words of a title tell it from another, and who may be called by it."""

from __future__ import annotations

from collections.abc import Iterable
from functools import lru_cache
from itertools import pairwise

from khabar.languages.drafts import NameDraft
from khabar.reading.speakers.full_names import words_in
from khabar.text.fold import fold_word

Title = tuple[frozenset[str], str]
"""The words of a title, and the first of them as it is written."""
Titled = list[tuple[Title, str]]
"""Titles, each with the name of its bearer."""


def titled(drafts: Iterable[NameDraft], full: dict[str, str]) -> Titled:
    """Every title of the report with the person who bears it."""
    return [(title_of(d.title), full.get(d.name, d.name)) for d in drafts if d.title]


def introduced(drafts: Iterable[NameDraft], full: dict[str, str]) -> Titled:
    """Offices told first and their bearers named in the next breath (the governor said … Salim al-Nuri added): a full name
    that no title of the report goes with and that nobody spoke under before.
    """
    told = sorted(drafts, key=lambda d: d.span)
    titled = {full.get(d.name, d.name) for d in told if d.title}
    found, known = [], set()
    for before, after in pairwise(told):
        known.add(full.get(before.name, before.name))
        name = full.get(after.name, after.name)
        office = before.kind == "unnamed" and words_in(before.name)[0] in _OFFICES
        if (
            office
            and after.kind == "person"
            and name not in titled
            and name not in known
            and len(words_in(after.name)) > 1
        ):
            found.append((title_of(before.name), name))
    return found


def is_owner(name: str, word: str) -> bool:
    """Whether a word of an English phrase names whose spokesman or office that is, not who speaks (a spokesman for President Hale,
    the president's office).
    """
    words = name.lower().split()
    border = next((k for k, one in enumerate(words) if one in _OF), None)
    if border is not None:
        return word in words[border:] and word not in words[:border]
    owner = next((k for k, one in enumerate(words) if one.endswith(_OWNS)), None)
    return owner is not None and any(one.startswith(word) for one in words[: owner + 1])


_OF = ("of", "for")
_OWNS = ("'s", "\N{RIGHT SINGLE QUOTATION MARK}s")


def says_more(title: Title, shorter: Title) -> bool:
    """Whether a title holds all words of a shorter one, be that a second office in it; the paper that an editor works for is not
    the editor.
    """
    (words, first), (wanted, office) = title, shorter
    return wanted <= words and (office == first or office in _OFFICES or office in PERSONAL)


@lru_cache(maxsize=1 << 12)
def title_of(text: str) -> Title:
    """The words of a title without forms of courtesy, "the same" and a glued "of", and its first word; of a mere form of courtesy
    no words.  A country and its adjective count as one word (the minister of X, the X-ian minister), as do "at" and "in".
    """
    return frozenset(map(_rooted, plain_title(text))), words_in(text)[0]


def plain_title(text: str) -> frozenset[str]:
    """The words of a title as they are written, without forms of courtesy, "the same" and a glued "of"."""
    return frozenset(map(_unglued, words_in(text))) - SAME - _COURTESY


def _rooted(word: str) -> str:
    """A word without the ending of a country or of an adjective of relation."""
    ending = next((e for e in _ENDINGS if word.endswith(e) and len(word) > len(e) + 2), "")
    return _IN if word == _AT else word.removesuffix(ending)


_ENDINGS, _AT, _IN = ("يه", "يا", "ي", "ا"), "لدي", "في"


def _unglued(word: str) -> str:
    """A word without the "of" or "of the" glued to it; the same letters go of words that begin so by themselves."""
    glued = next((g for g in ("لل", "ل", "ب") if word.startswith(g) and len(word) > len(g) + 3), "")
    return word[len(glued) :]


def may_hold(titles: list[Title], title: Title) -> bool:
    """Whether a person may be called by an office: a chief of staff whom the report calls so is not "the minister", nor the
    Egyptian president the Sudanese, nor a secretary general the prosecutor general; nor is a minister "the expert".
    """
    wanted, office = title
    if office in _EXPERTS and any(not words.isdisjoint(_OFFICES) for words, _ in titles):
        return any(office in words for words, _ in titles)
    if (office not in _OFFICES and _GENERAL not in wanted) or not titles:
        return True
    return any(office in words and (wanted <= words or words <= wanted) for words, _ in titles)


SAME = frozenset(map(fold_word, ("نفسه", "نفسها", "عينه", "عينها", "ذاته", "ذاتها", "المذكور", "المذكورة")))
"""Words for the same, behind a title."""
_COURTESY = frozenset(
    map(fold_word, ("معالي", "سعادة", "سمو", "فخامة", "سيادة", "جلالة", "سيد", "سيدة", "أستاذ", "دكتور", "دكتورة"))
)
_OFFICES = frozenset(
    ("رييس", "رييسه", "وزير", "وزيره", "محافظ", "حاكم", "ملك", "امير", "امين", "قايد", "مدير", "مديره", "سفير", "سفيره")
)
_GENERAL, _EXPERTS = "عام", ("خبير", "خبيره", "باحث", "باحثه", "محلل", "محلله")
OF_MANY = frozenset(("قايد", "قيادي", "مسوول", "مسووله", "ناشط", "ناشطه", "عميد", "عقيد", "جنرال", "لواء"))
"""Titles that many bear at once in a war."""
PERSONAL = frozenset(
    (
        *("رييس", "رييسه", "وزير", "وزيره", "متحدث", "متحدثه", "ناطق", "ناطقه", "مسوول", "مسووله", "محافظ", "حاكم"),
        *("قايد", "ناشط", "ناشطه", "نايب", "نايبه", "سفير", "سفيره", "استاذ", "استاذه", "خبير", "خبيره", "محلل"),
        *("محلله", "باحث", "باحثه", "كاتب", "كاتبه", "طبيب", "طبيبه", "قيادي", "مبعوث", "مبعوثه", "زعيم", "امين"),
        *("مدير", "مديره", "امير", "ملك", "شيخ", "جنرال", "لواء", "عميد", "عقيد", "دبلوماسي", "نجم", "سيناتور", "لاجي"),
    )
)
"""Titles and trades by which one person is called."""
BORNE = PERSONAL | {
    "سيد",
    "سيده",
    "دكتور",
    "دكتوره",
    "مهندس",
    "مهندسه",
    "فريق",
    "رايد",
    "نقيب",
    "مقدم",
    "ملازم",
    "قاضي",
    "انسه",
}
"""What stands before a family name, forms of courtesy and ranks too."""
