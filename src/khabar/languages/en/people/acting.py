"""Who a sentence is about: the person that its first words name, and whether the next one takes it up by "he"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.drafts import ActingDraft, NameDraft, Offsets, Sentence
from khabar.languages.en.phrases.datelines import dateline_end
from khabar.languages.en.phrases.marking import marked
from khabar.languages.en.phrases.names import name_draft
from khabar.languages.en.phrases.nouns import before_verb, phrase_end
from khabar.languages.en.phrases.subjects import before_seat


def acting(sentence: Sentence) -> ActingDraft | None:
    """The person named by the noun phrase that opens a sentence, or one man or woman by what they are; None where it opens
    otherwise, or goes on with quoted words.
    """
    if _is_quoted(sentence, sentence.first):
        return None
    units = sentence.marked_by(marked)
    first = _behind_sub(units, dateline_end(units))
    while first < len(units) and "adverb" in units[first].signature and "capital" in units[first].signature:
        first += 1
    if first >= len(units) or units[first].signature & {"mark", "prep", "sub", "subject_pronoun", "other_pronoun"}:
        return None
    end = _behind_name(units, first, before_verb(units, first, phrase_end(units, first, len(units))))
    if end == first or all("mark" in u.signature for u in units[end:]):
        return None  # the name of who took a picture
    end = before_seat(units, first, end)
    if any("NUMBER" in u.signature for u in units[first:end]) and units[first].signature.isdisjoint({"given", "role"}):
        return None  # at least one person was killed
    joined = next((k for k in range(first, end) if "and_word" in units[k].signature), end)
    named = name_draft(units, first, joined, sentence.text)
    wrote = any("source_document" in u.signature for u in units[end : end + _OBJECT])
    if wrote and named.kind == "organisation":
        return ActingDraft(named)
    one = named.kind == "person" or (named.agreement.animate is True and named.agreement.number == "s")
    told = _gendered(named, units[joined:]) if one and not _is_mere_opening(units, first, joined) else None
    if told is None or (joined < end and told.agreement.gender is None):
        return None  # which of two
    if wrote:  # "it" is what he wrote, and his words as well
        told = replace(told, agreement=replace(told.agreement, animate=None))
    return ActingDraft(told)


_OBJECT = 5  # units of a verb and what it governs (issued a long statement)


def _behind_sub(units: Sequence[Unit], first: int) -> int:
    """Behind the when or as of a clause that "he" takes up right behind its comma (When Hale visited the dam in May, he …)."""
    if first >= len(units) or "sub" not in units[first].signature:
        return first
    comma = next((k for k in range(first, len(units) - 1) if "comma" in units[k].signature), None)
    return first + 1 if comma is not None and units[comma + 1].view in _ONE else first


def _behind_name(units: Sequence[Unit], first: int, end: int) -> int:
    """The end of a name that opens a phrase: before a word without a capital that is neither a title nor people, its verb."""
    if units[first].signature.isdisjoint(("given", "role")):
        return end  # Former guards
    for at in range(first + 1, end):
        plain = "word" in units[at].signature and units[at].signature.isdisjoint(_OF_NAMES)
        if plain and "capital" in units[at - 1].signature and "role" not in units[at - 1].signature:
            return at
    return end


_OF_NAMES = frozenset(
    (
        *("capital", "role", "people", "source_unnamed", "source_body", "source_document", "source_thing", "media"),
        *("possessive", "prep", "of_word", "and_word", "event_noun", "facility_type", "NUMBER"),
    )
)


def _is_mere_opening(units: Sequence[Unit], first: int, end: int) -> bool:
    """Whether one word that no list knows as a name may have its capital only as the first of the sentence: neither a verb
    follows it nor, behind a comma, what somebody is.
    """
    if end > first + 1 or "given" in units[first].signature:
        return False
    behind = units[min(end + 1, len(units) - 1)].signature
    described = "comma" in units[end].signature and bool(behind & _DESCRIBES) and "comp" not in behind
    return not described and ("det" in units[first].signature or bool(units[end].signature & _NO_VERB))


_DESCRIBES = frozenset(("article", "NUMBER", "rel"))
_NO_VERB = frozenset(("mark", "and_word", "prep", "sub", "of_word"))


def _gendered(named: NameDraft, behind: Sequence[Unit]) -> NameDraft:
    """A person whose sentence goes on with "her" or "his" alone, as a woman or a man: it mostly is their own."""
    told = {_OWNERS[u.view] for u in behind if u.view in _OWNERS}
    if named.agreement.gender is not None or len(told) != 1:
        return named
    return replace(named, agreement=replace(named.agreement, gender=told.pop()))


_OWNERS = {"his": "m", "himself": "m", "her": "f", "herself": "f"}


def _is_quoted(sentence: Sentence, token: int) -> bool:
    """Whether a token stands inside quotation marks that opened before it in its paragraph."""
    return any(q.open < token and (q.close is None or q.close >= token) for q in sentence.paragraph.quotations)


def opens_sentence(sentence: Sentence, units: Sequence[Unit], pronoun: Offsets) -> bool:
    """Whether he, she or it opens a sentence, or stands behind quoted words, and goes on with whom the one before was about; who
    also says spoke before.
    """
    if sentence.text[slice(*pronoun)].lower() not in (*_ONE, "it"):
        return False
    if any(u.view == "also" for u in units if pronoun[1] <= u.start <= pronoun[1] + 1):
        return False
    before = [u for u in units if u.start < pronoun[0] and not u.signature & {"adverb", "mark", "and_word"}]
    return not before or _is_quoted(sentence, before[-1].first)


_ONE = ("he", "she")
