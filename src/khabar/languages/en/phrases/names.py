"""Names: which words of a noun phrase are the name proper, whose title it follows, and what it agrees with.

A person stands behind a title (President Ada Moreno, the ministry's spokesman Jon Hale), before "of" or alone; a body
keeps its words without the article; a document stands for the body that issued it.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from khabar.grammar import Unit
from khabar.languages.drafts import Agreement, NameDraft
from khabar.languages.en.phrases.nouns import is_join, phrase_end
from khabar.languages.en.places.names import graded

_PARTICLES = frozenset(
    (
        "al",
        "bin",
        "ibn",
        "de",
        "da",
        "di",
        "del",
        "della",
        "van",
        "von",
        "der",
        "el",
        "la",
        "le",
        "dos",
        "ben",
        "abu",
        "y",
    )
)
_BODIES = frozenset(("source_body", "media", "org_tail"))
_LEADS = frozenset(("det", "article", "possessive_det"))
_SPAN = tuple[int, int, str]


def name_in(units: Sequence[Unit], first: int, last: int) -> _SPAN:
    """The name proper of a phrase: unit range and kind (person, organisation, unnamed, document)."""
    counted = first < last - 1 and "of_word" in units[first + 1].signature and units[first].signature & _LEADS
    if counted and not _is_owner(units, last):
        return first, last, "unnamed"  # many of the guards
    while first < last - 1 and units[first].signature & _LEADS and "capital" not in units[first + 1].signature:
        first += 1
    if first < last - 1 and units[first].signature & _LEADS:
        first += 1
    head = _head(units, first, last)
    if units[head].signature & {"source_document", "source_thing"} and "capital" not in units[head].signature:
        return _issuer(units, first, last, head)
    if "media" in units[first].signature and "capital" in units[first].signature and first + 1 == last:
        return first, last, "organisation"
    run = _person(units, first, head) or _apposed(units, head, last)
    if run is not None:
        return (*run, "person")
    kind = _kind(units, head)
    return first, last, kind


def _is_owner(units: Sequence[Unit], last: int) -> bool:
    """Whether something is owned by what ends here (some of Mr. Hale's rallies)."""
    return last < len(units) and "possessive" in units[last].signature


def _head(units: Sequence[Unit], first: int, last: int) -> int:
    """The head noun: the last word before the first preposition."""
    for at in range(first + 1, last):
        if units[at].signature & {"prep", "of_word", "rel", "comma"} and "TIME" not in units[at].signature:
            return at - 1
    return last - 1


def _issuer(units: Sequence[Unit], first: int, last: int, head: int) -> _SPAN:
    """The body behind a document: its owner (the ministry's statement) or what follows of, from, by."""
    owner = next((k for k in range(first, head) if "possessive" in units[k].signature), None)
    if owner is not None and "TIME" in units[owner - 1].signature:
        first, owner = owner + 1, None  # Saturday's article
    if owner is not None and owner > first:
        return name_in(units, first, owner)
    if head > first and "source_body" in units[head - 1].signature and head + 1 == last:
        return name_in(units, first, head)  # a ministry statement
    if head + 2 < last + 1 and head + 1 < last and units[head + 1].view in ("of", "from", "by", "for"):
        begin = head + 2
        if begin < last:
            inner = name_in(units, begin, last)
            if inner[2] != "unnamed" or "source_unnamed" in units[inner[1] - 1].signature:
                return inner
    said = "source_document" in units[head].signature and units[first - 1].view == "the" if first else False
    return first, last, "document" if said and last - first == 1 else "unnamed"


def _person(units: Sequence[Unit], first: int, head: int) -> tuple[int, int] | None:
    """The run of capitalised words at the head that names a person, titles and bodies before it left out."""
    if head > first and (graded_row(units[first : head + 1]) or _is_pair(units, first, head)):
        return None  # Saudi Arabia; Ada Moreno and Jon Hale
    end = head + 1
    begin = end
    while begin > first and is_name_word(units, begin - 1):
        begin -= 1
    if any(
        u.view in ("'", "\N{RIGHT SINGLE QUOTATION MARK}") and "possessive" in u.signature for u in units[first:head]
    ):
        return None  # the Doctors' Union
    for at in range(end - 1, begin - 1, -1):
        if units[at].signature & {"role", "demonym", "people"} and "given" not in units[at].signature:
            begin = at + 1
            break
        if "role" in units[at].signature and at < end - 2:
            begin = at + 1
            break
    while begin < end and units[begin].view in ("'", "-"):
        begin += 1
    words = [u for u in units[begin:end] if "mark" not in u.signature]
    if not words or any(u.signature & _BODIES or "source_unnamed" in u.signature or u.view in _INSIDE for u in words):
        return None
    return (begin, end) if _is_person(units, begin, words, first) else None


def _apposed(units: Sequence[Unit], head: int, last: int) -> tuple[int, int] | None:
    """The name that ends the phrase of an office with its body (the spokeswoman for the festival Ada Moreno)."""
    if last - head < _LEAST_APPOSED or "role" not in units[head].signature or "capital" in units[head].signature:
        return None
    begin = last
    while begin > head and is_name_word(units, begin - 1):
        begin -= 1
    if last - begin < 2 or begin - head < 2 or "given" not in units[begin].signature:
        return None
    return (begin, last) if units[begin - 1].signature.isdisjoint(_NO_BODY) else None


_LEAST_APPOSED = 5  # for the festival Ada Moreno
_NO_BODY = frozenset(
    (
        "role",
        "people",
        "source_unnamed",
        "source_body",
        "media",
        "prep",
        "of_word",
        "det",
        "article",
        "and_word",
        "mark",
    )
)


def _is_pair(units: Sequence[Unit], first: int, head: int) -> bool:
    """Whether "and" joins two names, rather than two fields of one office (Health and Safety Minister Ada Moreno)."""
    joint = next((k for k in range(first + 1, head) if "and_word" in units[k].signature), None)
    if joint is None or "capital" not in units[joint - 1].signature or "role" in units[joint - 1].signature:
        return False
    if any("role" in u.signature for u in units[joint + 1 : head]):
        return any("role" in u.signature for u in units[first : joint - 1])  # President Hale and Premier Orlin
    return "capital" in units[joint + 1].signature


_INSIDE = ("without", "against", "beyond")  # Reporters Without Borders


def is_name_word(units: Sequence[Unit], at: int) -> bool:
    """Whether a word may be part of a name: with a capital, a particle, a hyphen inside."""
    unit = units[at]
    if "mark" in unit.signature:
        return unit.view in ("-", "'") and at > 0 and units[at - 1].end == unit.start
    return "capital" in unit.signature or unit.view in _PARTICLES


def _is_person(units: Sequence[Unit], begin: int, words: Sequence[Unit], first: int) -> bool:
    """Whether capitalised words name a person rather than a body or a place."""
    titled = begin > first and "role" in units[begin - 1].signature
    names = [u for u in words if u.signature & {"given", "surname"}]
    if titled:
        return not (len(words) == 1 and "capitals" in words[0].signature)
    if begin > first and "det" in units[begin - 1].signature:
        return False
    if len(words) == 1:
        only = words[0]
        of = begin + 1 < len(units) and "of_word" in units[begin + 1].signature
        if of and (begin == 0 or units[begin - 1].view == "the"):
            return False  # the Brotherhood of the Dawn, Warplanes of the alliance
        if (
            only.view in ARMED
            or only.signature & {"capitals", "demonym", "phrase"}
            or is_place(only)
            or only.text[-1:].isupper()
        ):
            return False
        return bool(names) or "source_body" not in only.signature
    if len(words) > _MOST or all(is_place(u) for u in words):
        return False
    if names:
        return True
    plain = all("demonym" not in u.signature and not is_place(u) for u in words)
    return plain and begin > first and len(words) <= _MOST - 2 and _is_office(units[begin - 1])


ARMED = frozenset(("taliban", "hamas", "hezbollah", "isis", "houthis", "fatah", "al-shabaab", "shabaab"))
"""Armed bodies that are called by one name, as people are."""
_MOST = 5  # words of a person's name


def _is_office(unit: Unit) -> bool:
    """Whether a plain noun right before a name says what somebody is (harbour master Joss Penn)."""
    return "word" in unit.signature and unit.signature.isdisjoint(_NO_OFFICE) and not unit.view.endswith(_QUALITIES)


_QUALITIES = ("ed", "al", "ic", "ive", "ous", "ing", "ly", "ish", "an", "ese")
_NO_OFFICE = frozenset(
    (
        *(
            "capital",
            "det",
            "article",
            "prep",
            "of_word",
            "and_word",
            "possessive",
            "possessive_det",
            "adverb",
            "to_word",
        ),
        *("comp", "rel", "sub", "source_body", "source_document", "source_thing", "medium", "ground", "cue", "as_word"),
        *("event_noun", "weapon", "facility_type", "NUMBER", "TIME"),
    )
)


def graded_row(words: Sequence[Unit]) -> bool:
    """Whether words together are the name of a country, a region or a large town."""
    if any("capital" not in u.signature for u in words) or "toponym" not in words[0].signature:
        return False
    found = graded(" ".join(u.view for u in words))
    return found is not None and found[0] in ("place_sure", "place_likely")


def is_place(unit: Unit) -> bool:
    """Whether a word by itself is a country, a region or a large town."""
    found = graded(unit.view) if "toponym" in unit.signature else None
    return found is not None and found[0] in ("place_sure", "place_likely")


def _kind(units: Sequence[Unit], head: int) -> str:
    noun = units[head]
    if noun.signature & {"media", "source_body", "org_tail"}:
        return "organisation"
    if "capital" in noun.signature and not noun.signature & {"role", "source_unnamed", "people", "demonym"}:
        return "organisation"
    return "unnamed"


_NO_PERSON = _BODIES | {"source_document", "source_thing", "medium", "event_noun", "facility_type"}


def agreement_of(units: Sequence[Unit], first: int, last: int, kind: str) -> Agreement:
    """Gender, number and animacy, as far as title, head noun and kind tell."""
    roles: list[Any] = [u["role"] for u in units[first:last] if "role" in u]
    gender = next((r.gender for r in reversed(roles) if r.gender), None)
    if kind == "person":
        return Agreement(gender, "s", True)
    if kind == "organisation" and _is_pair(units, first, last - 1):
        return Agreement(None, "p", None)
    if kind == "organisation":
        unknown = _looks_like_name(units, first, last) and not any(u.signature & _NO_PERSON for u in units[first:last])
        unknown = unknown and not is_place(units[last - 1])
        return Agreement(None, None, None if unknown else False)  # a name that no list knows may be a person's
    head = _head(units, first, last)
    noun = units[head]
    listed = any("and_word" in u for u in units[first:head])
    plural = listed or (
        noun.get("role").plural if "role" in noun else noun.view.endswith(_MANY) or noun.view in _PLURALS
    )
    if plural:
        return Agreement(None, "p", None)
    return Agreement(gender, "s", True if noun.signature & _SOMEBODY else None)


_SOMEBODY = frozenset(("role", "people"))
_MANY = ("s", "men")
_PLURALS = frozenset(("police", "people", "children", "media", "military", "staff", "crew", "personnel"))


def name_draft(units: Sequence[Unit], first: int, last: int, text: str) -> NameDraft:
    """The draft of a noun phrase units[first:last]; a title takes the name set off behind it by commas, and a name the title."""
    begin, end, kind = name_in(units, first, last)
    span = (units[first].start, units[last - 1].end)
    title = _title(units, first, begin, text) if kind == "person" else ""
    apposed = apposition(units, last)
    if kind == "organisation" and apposed is not None and _looks_like_name(units, first, last):
        kind = "person" if _head_is_personal(units, *apposed) else kind
    if kind == "unnamed" and apposed is not None and _head_is_personal(units, first, last):
        inner = name_in(units, *apposed)
        if inner[2] == "person" or _looks_like_name(units, *apposed):
            inner = (*apposed, "person") if inner[2] != "person" else inner
            title = _words(text, units[_skip_lead(units, first, last)].start, span[1])
            begin, end, kind = inner
    elif kind == "person" and not title and apposed is not None and any("role" in u for u in units[slice(*apposed)]):
        title = _words(text, units[_skip_lead(units, *apposed)].start, units[apposed[1] - 1].end)
    name = _words(text, units[begin].start, units[end - 1].end).removeprefix(_SMALL_THE)  # the Associated Press
    definite = units[first].view in ("the", "this", "that") or units[first].view in _DEFINITE
    head = units[_head(units, begin, end)]
    return NameDraft(
        span,
        name,
        agreement_of(units, first, last, kind),
        kind,
        anaphoric=definite and last - first <= _SHORT and (kind in _TAKEN_UP or _is_plain_body(kind, head)),
        title=title,
        head=head.view,
        personal=_personal(head),
    )


_SMALL_THE = "the "  # part of no name, as its small letter tells (The Times is called so)


def _personal(head: Unit) -> bool | None:
    """Whether a head noun stands for whoever spoke last (the man); a title is tied only to who bears it (None), else to nobody."""
    if head.view in ("man", "woman"):
        return True
    return None if "role" in head.signature and not head["role"].plural else False


_TAKEN_UP = ("unnamed", "document")


def _is_plain_body(kind: str, head: Unit) -> bool:
    """A body by its common noun (the ministry), which may take up one that was named."""
    return kind == "organisation" and "capital" not in head.signature


_DEFINITE = frozenset(("police", "authorities"))
_SHORT = 4


def _looks_like_name(units: Sequence[Unit], first: int, last: int) -> bool:
    """Two to five capitalised words and nothing else, none of them a body's."""
    words = [
        u for at, u in enumerate(units[first:last], first) if not is_join(units, at) and not is_join(units, at - 1)
    ]
    return 1 < len(words) <= _LONG_NAME and all(
        ("capital" in u.signature or u.view in _PARTICLES) and not u.signature & _BODIES for u in words
    )


_LONG_NAME = 5


def _words(text: str, start: int, end: int) -> str:
    return " ".join(text[start:end].split())


def _title(units: Sequence[Unit], first: int, begin: int, text: str) -> str:
    first = _skip_lead(units, first, begin)
    if first >= begin:
        return ""
    if not any("role" in u for u in units[first:begin]):
        return ""
    return _words(text, units[first].start, units[begin - 1].end)


def _skip_lead(units: Sequence[Unit], first: int, last: int) -> int:
    while first < last - 1 and units[first].signature & _LEADS:
        first += 1
    return first


def _head_is_personal(units: Sequence[Unit], first: int, last: int) -> bool:
    return bool(units[_head(units, first, last)].signature & {"role", "source_unnamed", "people"})


def apposition(units: Sequence[Unit], comma: int) -> tuple[int, int] | None:
    """The noun phrase between a comma and the next mark: a name behind a title, or a title behind a name."""
    if comma + 1 >= len(units) or "comma" not in units[comma].signature:
        return None
    end = phrase_end(units, comma + 1, len(units))
    if end == comma + 1 or (
        end < len(units) and not units[end].signature & {"comma", "stop", "quote", "rel", "CUE", "prep", "dash"}
    ):
        return None
    return comma + 1, end
