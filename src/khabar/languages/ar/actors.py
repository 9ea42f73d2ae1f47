"""Actors: what a phrase says about the person or body it names, and how names look with particles before them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import Any

from khabar.grammar import Unit
from khabar.languages.ar.morphology import gazetteer
from khabar.languages.ar.names import name_draft, name_in
from khabar.languages.ar.nouns import is_article
from khabar.languages.drafts import ActorDraft, NameDraft, Offsets, Sentence

_ALEF, _LAM, _WAW = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER WAW}"
_FEH, _BEH, _KAF = "\N{ARABIC LETTER FEH}", "\N{ARABIC LETTER BEH}", "\N{ARABIC LETTER KAF}"
_ARTICLE = _ALEF + _LAM
_SHORTEST = 2
_ARTICLED = 4
_NAME_HEADS = frozenset(("عبد", "ابو", "ابي", "بن", "ابن", "ال", "بنت", "ام", "فان", "دي", "بو"))
_NOT_ALONE = frozenset(("demonym", "role", "people", "event", "masdar", "org_head", "unnamed", "known_place", "prep", "cue_noun"))


def describe(sentence: Sentence, span: Offsets) -> ActorDraft | None:
    """Whom the phrase at `span` names; None when no word of the sentence stands there."""
    units = sentence.units
    first = next((k for k, u in enumerate(units) if u.end > span[0]), len(units))
    last = next((k for k in range(first, len(units)) if units[k].start >= span[1]), len(units))
    if first >= last:
        return None
    name = name_draft(units, first, last, sentence.text)
    head = units[first]
    kind = _kind(units[first:last], name)
    begin, end, _ = name_in(units, first, last)
    title = units[first:begin] if name.kind == "person" and begin > first else units[first:last]
    role = name.title or (name.name if kind == "person" and name.kind != "person" else "")
    return ActorDraft(
        name=name,
        kind=kind,
        role=role or None,
        country=_country(title) or (_country(units[first:last]) if kind != "person" else None),
        public_role=_is_public(title, head, kind),
        called=_called(units[begin:end]) if name.kind == "person" and begin >= first else "",
    )


def _kind(units: Sequence[Unit], name: NameDraft) -> str:
    """The record's kind: person, organisation, group, government or unnamed."""
    head = units[0]
    if name.kind == "person":
        return "person"
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


def _is_public(title: Sequence[Unit], head: Unit, kind: str) -> bool:
    """Whether a title word of the list of roles stands for a public function; bodies of a state have one."""
    if kind in ("government", "organisation", "group"):
        return True
    rows: list[Any] = [u.get("role") for u in (*title, head)]
    return any(row is not None and row["public_role"] == "1" for row in rows)


def _country(units: Sequence[Unit]) -> str | None:
    """ISO code of the first country that a title names: by its adjective, by its name, or by a well-known town."""
    for unit in units:
        code = unit.get("demonym")
        if isinstance(code, str):
            return code
    for unit in units:
        if "known_place" in unit or "toponym" in unit and "role" not in unit:
            view = unit.view[1:] if unit.cut > unit.start else unit.view
            found = gazetteer().lookup(view, "ar") or gazetteer().lookup(view.removeprefix(_LAM), "ar")
            if found and found[0].country and not found[0].common and found[0].tier <= _SHORTEST:
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
