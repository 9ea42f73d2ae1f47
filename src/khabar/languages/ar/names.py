"""Names: which words of a noun phrase are the name proper, whose title it follows, and how it agrees.

A person stands behind a title chain, before a title, or between commas behind a title; an institution keeps its
generic noun; a document stands for the body that issued it.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.nouns import STOPS, has_preposition, is_article, is_name_word
from khabar.languages.drafts import Agreement, NameDraft


def name_in(units: Sequence[Unit], first: int, last: int) -> tuple[int, int, str]:
    """The name proper of a phrase: unit range and kind (person, organisation, unnamed).

    A person's name is the run of name words at the end of a title chain; an institution keeps its generic noun; a
    document gives its issuer; everything else is named as it stands.
    """
    head = units[first]
    if "document" in head.signature:
        return _issuer(units, first, last)
    if head.signature & {"organisation", "media", "org_head", "media_head"} and "role" not in head.signature:
        return first, last, "organisation"
    leading = _leading_name(units, first, last)
    if leading is not None:
        return first, leading, "person"
    begin = _trailing_name(units, first, last)
    if begin is not None:
        return begin, last, "person"
    if all(is_name_word(u) or (is_article(u) and k > 0) for k, u in enumerate(units[first:last])):
        return first, last, "person"
    return first, last, "unnamed"


def _issuer(units: Sequence[Unit], first: int, last: int) -> tuple[int, int, str]:
    """The body behind a document: its genitive, or what follows "for" or "issued by"; the document itself if none is named."""
    inner = first + 1
    while inner < last and not (
        units[inner].signature
        & {"org_head", "organisation", "role", "known_place", "toponym", "media", "media_head", "unnamed"}
    ):
        inner += 1
    if inner < last:
        return name_in(units, inner, last)
    plain = first + 1 < last and is_article(units[first + 1]) and "demonym" not in units[first + 1].signature
    if plain and not is_article(units[first]):
        return first + 1, last, "organisation"
    return first, last, "document"


def _leading_name(units: Sequence[Unit], first: int, last: int) -> int | None:
    """Where a personal name ends that stands before its title without a comma (So-and-so assistant chief of police)."""
    end = first
    while end < last and is_name_word(units[end]):
        end += 1
    return end if end - first >= 2 and end < last and units[end].signature & {"role", "unnamed"} else None


def _trailing_name(units: Sequence[Unit], first: int, last: int) -> int | None:
    """Where the personal name at the end of a title chain begins; None when there is none."""
    if not units[first].signature & {"role", "unnamed", "people"}:
        return None
    begin = last
    while begin > first + 1 and (is_name_word(units[begin - 1]) or _is_surname(units, begin - 1, first)):
        begin -= 1
    if units[begin - 1].signature & {"fi", "place_type"} and not is_article(units[begin - 1]):
        return None  # where the office lies, not who holds it
    words = units[begin:last]
    if not words or (len(words) == 1 and "given" not in words[0].signature and not _foreign(units, begin)):
        return None
    return begin if any(is_name_word(word) for word in words) else None


def _is_surname(units: Sequence[Unit], at: int, first: int) -> bool:
    """A surname with the article (al-Asad), or of a noun's shape, stands behind a name word."""
    shaped = is_article(units[at]) or "masdar" in units[at].signature
    return shaped and at - 1 > first and is_name_word(units[at - 1]) and not has_preposition(units[at])


def _foreign(units: Sequence[Unit], at: int) -> bool:
    """A single unknown word is a name when what stands before it is already complete (an adjective, a country)."""
    before = units[at - 1]
    return is_article(before) or bool(before.signature & {"toponym", "demonym"})


def agreement_of(head: Unit) -> Agreement:
    """Gender and number of the head noun, as far as its form tells."""
    view = head.view.removeprefix("ال")
    if view.endswith("ات") or head.get("media_head") == "collective":
        return Agreement("f", "p")
    if view.endswith("ه") and "given" not in head.signature:
        return Agreement("f", "s")
    if "toponym" in head.signature and "role" not in head.signature:
        return Agreement("f", "s")
    if view.endswith(("ون", "ين")) and len(view) > 4:
        return Agreement("m", "p")
    return Agreement(None, "s") if "given" in head.signature else Agreement("m", None)


def name_draft(units: Sequence[Unit], first: int, last: int, text: str) -> NameDraft:
    """The draft of a noun phrase units[first:last].

    A title without a name takes the name set off behind it by commas (the president, So-and-so,): the span stays
    the title, the name is the person's.
    """
    begin, end, kind = name_in(units, first, last)
    head = units[first]
    start = head.cut if not has_preposition(head) else head.cut + 1
    span = (start, units[last - 1].end)
    title = " ".join(text[start : units[begin - 1].end].split()) if kind == "person" and begin > first else ""
    if kind == "unnamed" and head.signature & {"role", "unnamed", "people"}:
        apposed = apposition(units, last)
        if apposed is not None:
            title = " ".join(text[start : span[1]].split())
            begin, end, kind = *apposed, "person"
    name = " ".join(text[name_start(units[begin]) : units[end - 1].end].split())
    anaphoric = kind in ("unnamed", "document") and is_article(head) and last - first <= 3
    return NameDraft(span, name, agreement_of(head), kind, anaphoric, title=title)


def name_start(unit: Unit) -> int:
    """The first character of a name: behind every glued particle but the article; of "for the" (لل) both letters go."""
    if "+li" in unit.signature and "+al" in unit.signature:
        return unit.cut + 2
    return unit.cut + (1 if has_preposition(unit) else 0)


def apposition(units: Sequence[Unit], comma: int) -> tuple[int, int] | None:
    """The personal name between the comma at `comma` and the next mark, verb or complementiser; None when there is none."""
    if comma + 1 >= len(units) or "comma" not in units[comma].signature:
        return None
    end = comma + 1
    while end < min(len(units), comma + 6) and (is_name_word(units[end]) or _is_surname(units, end, comma)):
        end += 1
    if end == comma + 1 or (
        end < len(units) and not units[end].signature & STOPS and "prep" not in units[end].signature
    ):
        return None
    words = units[comma + 1 : end]
    known = any(w.signature & {"given", "name"} for w in words)
    return (comma + 1, end) if known or len(words) >= 2 else None
