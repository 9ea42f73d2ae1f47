"""Noun phrases: where they end, what in them may be a name, and who can speak.

News names its speakers by a title chain and a name (the minister of X, So-and-so), by an institution, or by an
unnamed role (a security source).  No parser is needed to find the end of such a phrase: it stops at a comma, at the
word that opens the content, at a relative pronoun, a date, a medium, an addressee or the next verb.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit

_LONGEST = 22

STOPS = frozenset(
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
        "according_quoting",
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


def is_adjective(unit: Unit) -> bool:
    """An indefinite adjective of relation (Arab, security): no genitive follows it, so a definite noun behind it begins anew."""
    return (
        not is_article(unit)
        and unit.view.endswith(("\u064a\u0647", "\u064a\u064a\u0646", "\u064a\u0648\u0646"))
        and len(unit.view) > 5
    )


def is_finite(unit: Unit) -> bool:
    """A word that can hardly be anything but a finite verb of the third person: an imperfect that no list knows as a noun."""
    slots = unit.get("verb")
    if not slots or unit.signature & (_NOT_NAMES | {"+al", "toponym", "demonym", "cue_noun", "masdar"}):
        return False
    if unit.signature & {"given", "name"} and "future" not in unit.signature:
        return False
    # A dual form is as often the end of a foreign name (سودان، سيلدان).
    return any(slot[0] in "iIjJ" and slot[1] == "3" and slot[-1] != "d" for slot in slots)


def noun_phrase_end(units: Sequence[Unit], first: int, limit: int, *, governed: bool = False) -> int:
    """The index behind the noun phrase that begins at `first` (== first when none begins there).

    `governed`: the first word may carry the preposition that governs it (وفقا لمنظمات دولية).
    """
    at, last = first, min(limit, first + _LONGEST)
    if governed and at < last and has_preposition(units[at]) and not units[at].signature & STOPS:
        at += 1
    while at < last:
        unit = units[at]
        if "quote_open" in unit.signature and at > first:
            closed = _short_quote_end(units, at, last)
            if closed is None:
                break
            at = closed
            continue
        if "bracket_open" in unit.signature and at > first:
            closed = next((k for k in range(at + 1, min(at + 6, last)) if "bracket_close" in units[k].signature), None)
            if closed is None:
                break
            at = closed + 1
            continue
        if "quote_open" in unit.signature and "LONG_QUOTE" not in unit.signature and at == first:
            closed = _short_quote_end(units, at, last)
            if closed is None:
                break
            at = closed
            continue
        if _ends_before(units, at, first) or _begins_object(units, at, first):
            break
        at += 1
    while at > first and _is_dangling(units[at - 1]):
        at -= 1
    return at


def _begins_object(units: Sequence[Unit], at: int, first: int) -> bool:
    """An indefinite noun behind a definite one cannot belong to the name of a body, nor behind a full personal name to
    that of its bearer: the verb's object begins here.
    """
    unit, before = units[at], units[at - 1]
    if at <= first or not is_article(before):
        return False
    body = "org_head" in units[first].signature and "role" not in units[first].signature
    if not body and not (at - 2 > first and "given" in units[at - 2].signature):
        return False
    if "name" in unit.signature and not body and not unit.signature & {"event", "measure_word"}:
        return False
    return not (
        unit.view.startswith("ال") or unit.signature & _GOES_ON or "quote" in unit.signature or has_preposition(unit)
    )


_GOES_ON = frozenset(
    (
        "+and",
        "prep",
        "org_head",
        "organisation",
        "toponym",
        "demonym",
        "place_type",
        "bracket",
        "given",
        "in_the_name",
    )
)


def _short_quote_end(units: Sequence[Unit], at: int, limit: int) -> int | None:
    """Behind the closing mark of a name in quotation marks; None for a quotation of more than four words."""
    if "LONG_QUOTE" in units[at].signature:
        return None
    return next((k + 1 for k in range(at + 1, min(at + 6, limit)) if "quote_close" in units[k].signature), None)


def _is_dangling(unit: Unit) -> bool:
    return bool(unit.signature & {"prep", "demonstrative"}) and "according_prep" not in unit.signature


def _ends_before(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether the phrase from `first` stops before units[at]."""
    unit = units[at]
    signature = unit.signature
    if "reflexive" in signature:
        return at == first
    if signature & STOPS and not ("demonym" in signature and at > first and "mark" not in signature):
        return True
    if "prep" in signature:
        return at == first or not _joins(units, at, first)
    if "medium" in signature and at == first and not signature & {"document", "media_head"}:
        return True
    if signature & {"+bi", "+li", "+ka"} and "in_the_name" not in signature:
        return at == first or not _belongs(units, at, first)
    if "in_the_name" in signature:
        return at == first
    if "+and" in signature and at > first and "verb" in signature and not signature & _NOUNLIKE:
        return True
    return is_finite(unit) and "+al" not in signature


_NOUNLIKE = frozenset(
    (
        "+al",
        "given",
        "name",
        "toponym",
        "demonym",
        "people",
        "role",
        "org_head",
        "organisation",
        "unnamed",
        "masdar",
        "media",
    )
)


def _joins(units: Sequence[Unit], at: int, first: int) -> bool:
    """A preposition inside a name: the embassy in X, a source in the ministry, a number of, deputy for."""
    if at + 1 >= len(units):
        return False
    unit, following = units[at], units[at + 1]
    if "fi" in unit.signature:
        return bool(following.signature & {"toponym", "org_head", "organisation", "place_type", "media"}) and (
            "medium" not in following.signature
        )
    if "min" in unit.signature:
        return bool(units[first].signature & {"whoever", "unnamed", "NUMBER", "digits", "people", "role"}) or (
            units[at - 1].signature & {"whoever", "unnamed", "NUMBER", "people"} != frozenset()
        )
    if "an" in unit.signature:
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
    if "cue" in signature and not signature & {"given", "name"}:
        return False
    if signature & {"given", "name"}:
        return True
    return not signature & {"known_place", "demonym", "masdar", "cue_noun", "people", "event"} and not is_finite(unit)


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


def split_object(units: Sequence[Unit], first: int, last: int) -> int:
    """Where a second noun phrase begins inside units[first:last] (X accused | Y of); `last` when there is only one.

    Subject and object of a verb-first clause stand side by side without a mark between them; a new phrase shows by a
    second country, a quantifier, people with the article behind a complete name, or a plural that cannot agree.
    """
    if last - first == 2 and all(is_name_word(u) and "given" not in u.signature for u in units[first:last]):
        return first + 1  # two bare surnames
    for at in range(first + 1, last):
        unit, before = units[at], units[at - 1]
        if {"+pron", "people"} <= unit.signature:
            return at  # his citizens: nobody's name
        complete = bool(before.signature & {"toponym", "demonym", "given", "name", "organisation"}) or is_article(
            before
        )
        if not complete or has_preposition(unit) or "+and" in unit.signature:
            continue
        if (
            "whoever" in unit.signature
            or "press" in unit.signature
            or ("known_place" in unit.signature and "known_place" in before.signature)
        ):
            return at
        if (
            is_article(unit)
            and "people" in unit.signature
            and before.signature & {"known_place", "given", "name", "organisation"}
        ):
            return at
        if (
            is_article(unit)
            and is_name_word(before)
            and "given" not in before.signature
            and not is_article(before)
            and at - first > 2
        ):
            return at
        if is_article(unit) and unit.view.endswith("ين") and units[first].view.endswith(("ه", "ات")):
            return at
    return last
