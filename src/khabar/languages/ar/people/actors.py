"""Actors: what a phrase says about the person or body it names, and how names look with particles before them."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from itertools import takewhile
from typing import Any

from msgspec.structs import replace

from khabar.atlas.place import EVERYDAY_ADJECTIVES
from khabar.grammar import Unit
from khabar.languages.ar.forms.known_forms import gazetteer, is_country
from khabar.languages.ar.people.persons import appositional, bearer, bearer_set_off, is_plain
from khabar.languages.ar.phrases.name_words import ADDRESS
from khabar.languages.ar.phrases.names import name_draft, name_start, office_behind
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.proper_names import Proper, name_in
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.drafts import ActorDraft, NameDraft, Offsets, Sentence
from khabar.languages.wordlists import alternatives
from khabar.text.fold import fold_word

_ALEF, _LAM, _WAW = "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER LAM}", "\N{ARABIC LETTER WAW}"
_FEH, _BEH, _KAF = "\N{ARABIC LETTER FEH}", "\N{ARABIC LETTER BEH}", "\N{ARABIC LETTER KAF}"
_ARTICLE = _ALEF + _LAM
_OWNED = (
    "\N{ARABIC LETTER HEH}",
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}",
    "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}",
    "\N{ARABIC LETTER TEH MARBUTA}",
)
_SHORTEST = 2
_ARTICLED = 4
_NAME_HEADS = frozenset(("عبد", "ابو", "ابي", "بن", "ابن", "ال", "بنت", "ام", "فان", "دي", "بو"))
_NOT_ALONE = frozenset(
    ("demonym", "role", "people", "event", "masdar", "org_head", "unnamed", "known_place", "prep", "cue_noun")
)


_GOES_ON = frozenset(
    map(fold_word, ("وهو", "وهي", "وهم", "وهما", "الذي", "التي", "الذين"))
)  # say more of whom is named


def describe(sentence: Sentence, span: Offsets) -> ActorDraft | None:
    """Whom the phrase at `span` names; None when no word of the sentence stands there."""
    units = sentence.units
    first = next((k for k, u in enumerate(units) if u.end > span[0]), len(units))
    last = next((k for k in range(first, len(units)) if units[k].start >= span[1]), len(units))
    if first >= last:
        return None
    last = next((k for k in range(first + 1, last) if units[k].view in _GOES_ON), last)
    proper = name_in(units, first, last)
    name = name_draft(units, first, last, sentence.text, proper)
    words = _bearer(units, first, last, proper)
    begin, end = words or (first, last)
    if words is not None:
        name = replace(name, name=_written(units[begin:end], sentence.text, inner=begin > first), kind="person")
    kind = _kind(units[first:last], name, words is not None)
    title = units[first:begin] if kind == "person" and first < begin < last else units[first:last]
    role = _role(title, kind, sentence.text) if begin > first or words is None else None
    if words is None and kind == "person" and name.kind == "person" and name.title:
        role = name.title  # the name is no known one, but stands behind a title
    elif words is not None and kind == "person" and title[0].view in ADDRESS:
        office = office_behind(units, end, last, sentence.text)  # Colonel So-and-so, the spokesman for
        role = office if " " in office else role
    return ActorDraft(
        name=name,
        kind=kind,
        role=role,
        country=_country(title, kind) if kind != "person" or begin > first or words is None else None,
        public_role=_is_public(title, units[first], kind),
        called=_called(units[begin:end]) if words is not None else "",
        nobody=kind == "unnamed" and _is_nobody(units[first:last]),
        known_as=_known_as(units[first:last], kind),
    )


def _bearer(units: Sequence[Unit], first: int, last: int, proper: Proper) -> tuple[int, int] | None:
    """Where the personal name of a phrase stands: inside it, or behind its comma; None when it names no person."""
    begin, end, inner = proper
    if inner == "person":
        if end - first == 1 and is_plain(units[first]) and "maybe_bi" in units[first] and _is_long(units[first]):
            return first, end  # a speaker takes no preposition: the letter is the name's own (Biden)
        return bearer(units, begin, end) if begin > first else bearer_set_off(units, begin, end)
    return appositional(units, last) if units[first].signature & {"role", "unnamed", "people"} else None


def _is_long(unit: Unit) -> bool:
    return len(unit.view) >= _ARTICLED and not unit.text.endswith(_OWNED)


def _written(words: Sequence[Unit], text: str, *, inner: bool = False) -> str:
    return " ".join(text[name_start(words[0], inner=inner) : words[-1].end].split())


def _role(title: Sequence[Unit], kind: str, text: str) -> str | None:
    """The title as written, when it is one: of a named person, or of an office that is named in its holder's place."""
    if kind != "person" or not _is_title(title):
        return None
    return _written(title, text)


_PRONOUNS = frozenset(
    map(fold_word, ("هو", "هي", "هم", "هما", "هن", "هذا", "هذه", "ذلك", "تلك", "نحن", "انا", "آخرون"))
)


def _is_nobody(units: Sequence[Unit]) -> bool:
    """A pronoun, a noun that is somebody's (his country, her words), an act or a circumstance: no actor of the report."""
    head = units[0]
    if head.view in _PRONOUNS or (len(units) == 1 and "+pron" in head and "given" not in head):
        return True
    return cannot_speak(units, 0)


def _kind(units: Sequence[Unit], name: NameDraft, named: bool) -> str:
    """The record's kind: person, organisation, group, government or unnamed."""
    head = units[1] if "quote_open" in units[0].signature and len(units) > 1 else units[0]
    if head.get("media_head") == "person":
        return "person" if named else "unnamed"  # a correspondent of X
    if named:
        return "unnamed" if _is_plural(head) else "person"
    for listed in ("organisation", "org_head"):
        row: Any = head.get(listed)
        if row and ("role" not in head or name.kind == "organisation" or head is not units[0]):
            return str(row["kind"]) or "organisation"
    if name.kind == "organisation" or head.signature & {"media", "media_head"}:
        return "organisation"
    if "role" in head and "unnamed" not in head and not _is_plural(head):
        office = takewhile(lambda unit: "prep" not in unit.signature, units)  # but a driver in X is no office
        return "person" if any(is_article(u) or "toponym" in u for u in office) else "unnamed"
    known = "known_place" in head.signature or len(units) == 1
    if "toponym" in head and "unnamed" not in head and ((known and name.kind != "person") or _is_country(units)):
        return "government"
    return "unnamed"


def _is_country(units: Sequence[Unit]) -> bool:
    return len(units) < _ARTICLED and is_country(" ".join(u.view for u in units))


_LONGEST_TITLE = 9


_GIVEN = frozenset(("given", "role", "known_place", "toponym"))


def _is_title(units: Sequence[Unit]) -> bool:
    """Whether words before a name are a title and no stretch of text: short, one holder, no verb and no other name."""
    if not units or len(units) > _LONGEST_TITLE or _is_plural(units[0]):
        return False
    if "masdar" in units[-1] and not is_article(units[-1]) and "org_head" not in units[-1]:
        return False  # the object of a verb between title and "name"
    return not any(
        "TIME" in u or "rel" in u or (u.signature & _GIVEN == {"given"} and not is_article(u)) for u in units
    )


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


_OF_LANDS = frozenset(("organisation", "demonym"))


def _country(units: Sequence[Unit], kind: str) -> str | None:
    """ISO code of the first country that a title names: by its adjective, by its name, or by a well-known town.  In the
    name of a body other than a government a town may be a mere name (Columbia).
    """
    doubted: str | None = None
    for at, unit in enumerate(units):
        if unit.signature.isdisjoint(_OF_LANDS):
            continue
        row = unit.get("organisation")
        code = unit.get("demonym") or (row["country"] if row else None)
        if code in EVERYDAY_ADJECTIVES and "demonym" in unit:
            of_money = at > 0 and "role" in units[at - 1] and unit.text.endswith("ية")  # the minister of finance
            doubted = None if kind == "organisation" or of_money else code
        elif isinstance(code, str) and code:
            return code
    if doubted:
        return doubted
    whole = gazetteer().lookup(" ".join(u.view for u in units), "ar") if kind == "government" else ()
    if whole and whole[0].country:
        return whole[0].country
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


def _known_as(units: Sequence[Unit], kind: str) -> str | None:
    """The English name that the lists give a body or a country; None for persons and for what no list holds."""
    if kind == "person":
        return None
    row: Any = units[0].get("organisation")
    if row and len(units) == 1:
        return str(row["name_en"]) or None
    view = " ".join(u.view for u in units)
    found = gazetteer().lookup(view, "ar") if "toponym" in units[0] else ()
    return found[0].name if found and not found[0].common else None
