"""Noun phrases: where a name ends, and which of its words are the name proper.

News names its speakers by a title chain and a name (the minister of X, So-and-so), by an institution, or by an
unnamed role (a security source).  No parser is needed to find the end of such a phrase: it stops at a comma, at the
word that opens the content, at a relative pronoun, a date, a medium, an addressee or the next verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import Agreement, NameDraft, Sentence

_LONGEST = 22

_STOPS = frozenset(
    (
        "mark",
        "stop",
        "comma",
        "colon",
        "comp",
        "bi_comp",
        "li_comp",
        "rel",
        "TIME",
        "CUE",
        "REL_CUE",
        "PART",
        "qad",
        "sawfa",
        "kana",
        "neg_verb",
        "while",
        "but",
        "like",
        "press",
        "according_prep",
        "according_prep_clause",
        "according_relay",
        "according_quote_of",
        "prep_pron",
        "said_of_self",
        "reflexive",
        "demonstrative_alone",
        "question",
        "link",
        "conditional",
        "LONG_QUOTE",
        "adverb",
        "li_free",
        "bi_free",
    )
)
_NOT_NAMES = frozenset(
    (
        "role",
        "org_head",
        "organisation",
        "media",
        "media_head",
        "prep",
        "rel",
        "comp",
        "neg",
        "demonstrative",
        "kana",
        "qad",
        "medium",
        "TIME",
        "NUMBER",
        "whoever",
        "unnamed",
        "document",
        "participle",
        "while",
        "but",
        "mark",
        "quote",
        "digits",
        "place_type",
        "people",
        "li_comp",
        "bi_comp",
        "prep_pron",
        "reflexive",
        "adverb",
        "any",
        "question",
        "ma",
        "CUE",
        "PART",
    )
)


def is_article(unit: Unit) -> bool:
    """Whether the word carries the article."""
    if "+al" in unit.signature:
        return True
    begin = 1 if unit.cut > unit.start else 0
    return unit.view.startswith("ال", begin) and len(unit.view) > begin + 4


def has_preposition(unit: Unit) -> bool:
    """Whether a glued preposition stands before the word."""
    return bool(unit.signature & {"+bi", "+li", "+ka"})


def is_finite(unit: Unit) -> bool:
    """A word that can hardly be anything but a finite verb of the third person: an imperfect that no list knows as a noun."""
    slots = unit.get("verb")
    if not slots or unit.signature & (_NOT_NAMES | {"+al", "toponym", "demonym", "cue_noun", "masdar"}):
        return False
    return "future" in unit or (not unit.signature & {"given", "name"} and any(s[0] in "iIjJ" and s[1] == "3" for s in slots))


def noun_phrase_end(units: Sequence[Unit], first: int, limit: int, *, governed: bool = False) -> int:
    """The index behind the noun phrase that begins at `first` (== first when none begins there).

    `governed`: the first word may carry the preposition that governs it (وفقا لمنظمات دولية).
    """
    at, last = first, min(limit, first + _LONGEST)
    if governed and at < last and has_preposition(units[at]) and not units[at].signature & _STOPS:
        at += 1
    while at < last:
        unit = units[at]
        if "quote_open" in unit and at > first:
            closed = _short_quote_end(units, at, last)
            if closed is None:
                break
            at = closed
            continue
        if "bracket_open" in unit and at > first:
            closed = next((k for k in range(at + 1, min(at + 6, last)) if "bracket_close" in units[k]), None)
            if closed is None:
                break
            at = closed + 1
            continue
        if "quote_open" in unit and "LONG_QUOTE" not in unit and at == first:
            closed = _short_quote_end(units, at, last)
            if closed is None:
                break
            at = closed
            continue
        if _ends_before(units, at, first):
            break
        at += 1
    while at > first and _is_dangling(units[at - 1]):
        at -= 1
    return at


def _short_quote_end(units: Sequence[Unit], at: int, limit: int) -> int | None:
    """Behind the closing mark of a name in quotation marks; None for a quotation of more than four words."""
    if "LONG_QUOTE" in units[at].signature:
        return None
    return next((k + 1 for k in range(at + 1, min(at + 6, limit)) if "quote_close" in units[k]), None)


def _is_dangling(unit: Unit) -> bool:
    return bool(unit.signature & {"prep", "demonstrative"}) and "according_prep" not in unit


def _ends_before(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether the phrase from `first` stops before units[at]."""
    unit = units[at]
    signature = unit.signature
    if "reflexive" in signature:
        return at == first
    if signature & _STOPS and not ("demonym" in signature and at > first and "mark" not in signature):
        return True
    if "prep" in signature:
        return at == first or not _joins(units, at, first)
    if "medium" in signature and at == first and "document" not in signature:
        return True
    if signature & {"+bi", "+li", "+ka"} and "in_the_name" not in signature:
        return at == first or not _belongs(units, at, first)
    if "in_the_name" in signature:
        return at == first
    if "+and" in signature and at > first and "verb" in signature and not signature & _NOUNLIKE:
        return True
    return is_finite(unit) and "+al" not in signature


_NOUNLIKE = frozenset(
    ("+al", "given", "name", "toponym", "demonym", "people", "role", "org_head", "organisation", "unnamed", "masdar", "media")
)


def _joins(units: Sequence[Unit], at: int, first: int) -> bool:
    """A preposition inside a name: the embassy in X, a source in the ministry, a number of, deputy for."""
    if at + 1 >= len(units):
        return False
    unit, following = units[at], units[at + 1]
    if "fi" in unit:
        return bool(following.signature & {"toponym", "org_head", "organisation", "place_type", "media"}) and (
            "medium" not in following.signature
        )
    if "min" in unit:
        return bool(units[first].signature & {"whoever", "unnamed", "NUMBER", "digits", "people", "role"}) or (
            units[at - 1].signature & {"whoever", "unnamed", "NUMBER", "people"} != frozenset()
        )
    if "an" in unit:
        return bool(units[at - 1].signature & {"role", "unnamed", "issued"})
    return False


def _belongs(units: Sequence[Unit], at: int, first: int) -> bool:
    """A glued preposition inside a name: secretary general of the United Nations, an official of the ministry."""
    unit = units[at]
    if "+li" in unit.signature and "masdar" in unit.signature:
        return is_article(units[at - 1]) and bool(units[first].signature & {"role", "org_head", "organisation"})
    if unit.signature & {"press", "masdar", "cue_noun", "medium"}:
        return False
    if "+li" in unit.signature:
        if unit.signature & {"media", "media_head"}:
            return "unnamed" in units[first].signature or units[at - 1].view == "مراسلون"
        return is_article(unit) or bool(unit.signature & {"toponym", "organisation", "org_head"})
    if "+bi" in unit.signature:
        return bool(unit.signature & {"org_head", "organisation", "place_type"})
    return False


def is_name_word(unit: Unit) -> bool:
    """A word that may be part of a personal name: a known given name, or a word that no list knows."""
    signature = unit.signature
    if signature & _NOT_NAMES and "given" not in signature:
        return False
    if signature & {"mark", "quote", "prep", "TIME", "NUMBER", "org_head", "whoever", "rel", "comp", "media_head"}:
        return False
    if signature & {"+al", "+bi", "+li", "+ka", "+pron"}:
        return False
    if "role" in signature or "medium" in signature or "unnamed" in signature:
        return False
    if signature & {"given", "name"}:
        return True
    return not signature & {"known_place", "demonym", "masdar", "cue_noun", "people", "event"} and not is_finite(unit)


def name_in(units: Sequence[Unit], first: int, last: int) -> tuple[int, int, str]:
    """The name proper of a phrase: unit range and kind (person, organisation, unnamed).

    A person's name is the run of name words at the end of a title chain; an institution keeps its generic noun; a
    document gives its issuer; everything else is named as it stands.
    """
    head = units[first]
    if "document" in head:
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
    """The body behind a document: its genitive (بيان الرئاسة), or what follows ل or صادر عن; the document itself when none is named."""
    inner = first + 1
    while inner < last and not (
        units[inner].signature & {"org_head", "organisation", "role", "known_place", "toponym", "media", "media_head", "unnamed"}
    ):
        inner += 1
    if inner < last:
        return name_in(units, inner, last)
    plain = first + 1 < last and is_article(units[first + 1]) and "demonym" not in units[first + 1]
    if plain and not is_article(units[first]):
        return first + 1, last, "organisation"
    return first, last, "document"


def cannot_speak(units: Sequence[Unit], first: int) -> bool:
    """A head noun that is no source: an act, a circumstance in the accusative, a reflexive, a medium that does not speak."""
    unit = units[first]
    signature = unit.signature
    if signature & _SOURCES:
        return False
    if signature & {"NUMBER", "digits"} and first + 1 < len(units):
        return not units[first + 1].signature & {"people", "unnamed", "role", "min"}
    if signature & {"event", "masdar", "cue_noun", "measure_word", "reflexive", "NUMBER", "medium", "adverb"}:
        return True
    return unit.text.endswith(("اً", "ًا"))


_SOURCES = frozenset(
    (
        "role",
        "unnamed",
        "org_head",
        "organisation",
        "media",
        "media_head",
        "given",
        "name",
        "known_place",
        "people",
        "document",
        "whoever",
    )
)


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
    while begin > first + 1 and (is_name_word(units[begin - 1]) or _is_surname(units, begin - 1, first, last)):
        begin -= 1
    words = units[begin:last]
    if not words or (len(words) == 1 and "given" not in words[0].signature and not _foreign(units, begin, first)):
        return None
    return begin if any(is_name_word(word) for word in words) else None


def _is_surname(units: Sequence[Unit], at: int, first: int, last: int) -> bool:
    """A surname with the article (al-Asad), or of a noun's shape, stands behind a name word."""
    shaped = is_article(units[at]) or "masdar" in units[at]
    return shaped and at - 1 > first and is_name_word(units[at - 1]) and not has_preposition(units[at])


def _foreign(units: Sequence[Unit], at: int, first: int) -> bool:
    """A single unknown word is a name when what stands before it is already complete (an adjective, a country)."""
    before = units[at - 1]
    return is_article(before) or bool(before.signature & {"toponym", "demonym"})


_FEMININE_ENDS = ("ه", "ات")


def agreement_of(units: Sequence[Unit], first: int, last: int) -> Agreement:
    """Gender and number of the head noun, as far as its form tells."""
    head = units[first]
    view = head.view[2:] if head.view.startswith("ال") else head.view
    if view.endswith("ات") or head.get("media_head") == "collective":
        return Agreement("f", "p")
    if view.endswith("ه") and "given" not in head:
        return Agreement("f", "s")
    if "toponym" in head and "role" not in head:
        return Agreement("f", "s")
    if view.endswith(("ون", "ين")) and len(view) > 4:
        return Agreement("m", "p")
    return Agreement(None, "s") if "given" in head else Agreement("m", None)


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
    name_start = _name_start(units[begin])
    name = " ".join(text[name_start : units[end - 1].end].split())
    anaphoric = kind in ("unnamed", "document") and is_article(head) and last - first <= 3
    return NameDraft(span, name, agreement_of(units, first, last), kind, anaphoric, title)


def _name_start(unit: Unit) -> int:
    """The first character of a name: behind every glued particle but the article; of "for the" (لل) both letters go."""
    if "+li" in unit and "+al" in unit:
        return unit.cut + 2
    return unit.cut + (1 if has_preposition(unit) else 0)


def apposition(units: Sequence[Unit], comma: int) -> tuple[int, int] | None:
    """The personal name between the comma at `comma` and the next mark, verb or complementiser; None when there is none."""
    if comma + 1 >= len(units) or "comma" not in units[comma]:
        return None
    end = comma + 1
    while end < min(len(units), comma + 6) and (is_name_word(units[end]) or _is_surname(units, end, comma, 0)):
        end += 1
    if end == comma + 1 or (end < len(units) and not units[end].signature & _STOPS and "prep" not in units[end]):
        return None
    words = units[comma + 1 : end]
    known = any(w.signature & {"given", "name"} for w in words)
    return (comma + 1, end) if known or len(words) >= 2 else None


def names(sentence: Sentence) -> list[NameDraft]:
    """The persons a sentence names with a title, whatever they do in it."""
    units = sentence.units
    found = []
    for at, unit in enumerate(units):
        if "role" in unit.signature and not has_preposition(unit):
            end = noun_phrase_end(units, at, len(units))
            if end > at:
                draft = name_draft(units, at, end, sentence.text)
                if draft.kind == "person" and draft.title:
                    found.append(draft)
    return found


def split_object(units: Sequence[Unit], first: int, last: int) -> int:
    """Where a second noun phrase begins inside units[first:last] (X accused | Y of); `last` when there is only one.

    Subject and object of a verb-first clause stand side by side without a mark between them; a new phrase shows by a
    second country, a quantifier, people with the article behind a complete name, or a plural that cannot agree.
    """
    if last - first == 2 and all(is_name_word(u) and "given" not in u for u in units[first:last]):
        return first + 1  # two bare surnames
    for at in range(first + 1, last):
        unit, before = units[at], units[at - 1]
        complete = bool(before.signature & {"toponym", "demonym", "given", "name", "organisation"}) or is_article(before)
        if not complete or has_preposition(unit) or "+and" in unit:
            continue
        if "whoever" in unit or "press" in unit or ("known_place" in unit and "known_place" in before):
            return at
        if is_article(unit) and "people" in unit and before.signature & {"known_place", "given", "name", "organisation"}:
            return at
        if is_article(unit) and is_name_word(before) and "given" not in before and not is_article(before) and at - first > 2:
            return at
        if is_article(unit) and unit.view.endswith("ين") and units[first].view.endswith(("ه", "ات")):
            return at
    return last
