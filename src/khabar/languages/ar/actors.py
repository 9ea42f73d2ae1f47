"""Actors: what a phrase says about the person or body it names, and how names look with particles before them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from khabar.grammar import Unit
from khabar.languages.ar.morphology import gazetteer
from khabar.languages.ar.names import apposition, name_draft, name_in
from khabar.languages.ar.nouns import is_article
from khabar.languages.drafts import ActorDraft, NameDraft, Offsets, Sentence
from khabar.languages.wordlists import alternatives
from khabar.text.fold import fold_word

_ALEF, _LAM, _WAW = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER WAW}"
_FEH, _BEH, _KAF = "\N{ARABIC LETTER FEH}", "\N{ARABIC LETTER BEH}", "\N{ARABIC LETTER KAF}"
_ARTICLE = _ALEF + _LAM
_SHORTEST = 2
_ARTICLED = 4
_NAME_HEADS = frozenset(("عبد", "ابو", "ابي", "بن", "ابن", "ال", "بنت", "ام", "فان", "دي", "بو"))
_NOT_ALONE = frozenset(
    ("demonym", "role", "people", "event", "masdar", "org_head", "unnamed", "known_place", "prep", "cue_noun")
)


def describe(sentence: Sentence, span: Offsets) -> ActorDraft | None:
    """Whom the phrase at `span` names; None when no word of the sentence stands there."""
    units = sentence.units
    first = next((k for k, u in enumerate(units) if u.end > span[0]), len(units))
    last = next((k for k in range(first, len(units)) if units[k].start >= span[1]), len(units))
    if first >= last:
        return None
    name = name_draft(units, first, last, sentence.text)
    head = units[first]
    begin, end, inner = name_in(units, first, last)
    if name.kind == "person" and inner != "person":  # the name stands behind a comma
        begin, end = apposition(units, last) or (begin, end)
        inner = "person"
    kind = _kind(units[first:last], name, units[begin:end] if inner == "person" else ())
    title = units[first : min(begin, last)] if name.kind == "person" and begin > first else units[first:last]
    role = name.title or (name.name if kind == "person" and name.kind != "person" else "")
    if not _is_title(title):
        role = ""
    return ActorDraft(
        name=name,
        kind=kind,
        role=role or None,
        country=_country(title, kind) if role or kind != "person" else None,
        public_role=_is_public(title, head, kind),
        called=_called(units[begin:end]) if kind == inner == "person" else "",
    )


def _kind(units: Sequence[Unit], name: NameDraft, words: Sequence[Unit]) -> str:
    """The record's kind: person, organisation, group, government or unnamed.  `words`: the name proper, if it is in the phrase."""
    head = units[0]
    if name.kind == "person":
        return "person" if not words or (_is_name(words) and not _is_plural(head)) else "unnamed"
    for listed in ("organisation", "org_head"):
        row: Any = head.get(listed)
        if row and "role" not in head:
            return str(row["kind"]) or "organisation"
    if name.kind == "organisation" or head.signature & {"media", "media_head"}:
        return "organisation"
    if "role" in head and "unnamed" not in head:
        return "person" if any(is_article(u) or "toponym" in u for u in units) else "unnamed"
    if "toponym" in head and "unnamed" not in head:
        return "government"
    return "unnamed"


def _is_name(words: Sequence[Unit]) -> bool:
    """Whether words of a name's shape are likely one: a known name among them, or an unknown word no list explains."""
    if any((u.signature & _NO_NAME and "given" not in u.signature) or _TANWIN.search(u.text) for u in words):
        return False
    first = words[0]
    if len(words) == 1 and (len(first.view) <= _SHORTEST or first.view == "الله"):
        return False
    if is_article(first) and (len(words) > 1 or not first.signature & {"name", "given"}):
        return False
    if any(u.signature & {"given", "name"} for u in words):
        return True
    return not first.signature & {"known_place", "toponym", "verb", "demonym"}


_TANWIN = re.compile("[\u064b-\u064d]")
_NO_NAME = frozenset(
    (
        "event",
        "masdar",
        "measure_word",
        "cue_noun",
        "like",
        "but",
        "while",
        "kana",
        "+bi",
        "prep",
        "prep_pron",
        "known_place",
        "organisation",
        "org_head",
        "media",
        "comp",
        "TIME",
        "NUMBER",
        "adverb",
    )
)
_LONGEST_TITLE = 9


def _is_title(units: Sequence[Unit]) -> bool:
    """Whether words before a name are a title and no stretch of text: short, one holder, no verb and no other name."""
    if not units or len(units) > _LONGEST_TITLE or _is_plural(units[0]):
        return False
    if "masdar" in units[-1] and not is_article(units[-1]) and "org_head" not in units[-1]:
        return False  # the object of a verb between title and "name"
    return not any("TIME" in u or "rel" in u or ("given" in u and "role" not in u and not is_article(u)) for u in units)


def _is_plural(head: Unit) -> bool:
    """A role word or people noun in the plural (the students, ministers)."""
    row: Any = head.get("role")
    if row is not None:
        view = head.view.removeprefix(_WAW) if head.cut > head.start else head.view
        return view.removeprefix(_ARTICLE) in {fold_word(form) for form in alternatives(row["plural"])}
    noun: Any = head.get("people")
    return noun is not None and noun.number == "p"


def _is_public(title: Sequence[Unit], head: Unit, kind: str) -> bool:
    """Whether a title word of the list of roles stands for a public function; bodies of a state have one."""
    if kind in ("government", "organisation", "group"):
        return True
    rows: list[Any] = [u.get("role") for u in (*title, head)]
    return any(row is not None and row["public_role"] == "1" for row in rows)


def _country(units: Sequence[Unit], kind: str) -> str | None:
    """ISO code of the first country that a title names: by its adjective, by its name, or by a well-known town.  In the
    name of a body other than a government a town may be a mere name (Columbia).
    """
    for unit in units:
        code = unit.get("demonym")
        if isinstance(code, str):
            return code
    for unit in units:
        if "known_place" in unit and "role" not in unit:
            view = unit.view[1:] if unit.cut > unit.start else unit.view
            found = gazetteer().lookup(view, "ar") or gazetteer().lookup(view.removeprefix(_LAM), "ar")
            if (
                found
                and found[0].country
                and (kind in ("person", "unnamed", "government") or found[0].kind == "country")
            ):
                return found[0].country
    return None


def _called(words: Sequence[Unit]) -> str:
    """The surname: the last word of a name of several, with the word it cannot stand without (Abu, Abd, Bin)."""
    if len(words) < _SHORTEST:
        return ""
    last = words[-1]
    if last.signature & _NOT_ALONE:
        return ""
    begin = len(words) - 1
    while begin > 0 and words[begin - 1].view in _NAME_HEADS:
        begin -= 1
    if begin == 0:
        return ""
    return " ".join(u.text for u in words[begin:]) if len(last.view) > _SHORTEST else ""


@lru_cache(maxsize=100_000)
def name_forms(view: str) -> tuple[tuple[int, str], ...]:
    """(letters cut, stem without article) for a folded word: whole, without its conjunction, without its preposition."""
    found = [(0, _bare(view))]
    starts = [0]
    if view[:1] in (_WAW, _FEH) and len(view) > _SHORTEST + 1:
        starts.append(1)
        found.append((1, _bare(view[1:])))
    for at in starts:
        rest = view[at:]
        if rest.startswith(_LAM + _LAM) and len(rest) > _ARTICLED:
            found.append((at + 1, rest[2:]))
        elif rest[:1] in (_BEH, _LAM, _KAF) and len(rest) > _SHORTEST + 1:
            found.append((at + 1, _bare(rest[1:])))
    return tuple(found)


def _bare(word: str) -> str:
    return word[2:] if word.startswith(_ARTICLE) and len(word) > _ARTICLED else word
