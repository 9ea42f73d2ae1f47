"""Event lists: nouns, verbs and phrases that name an event, the means it was done by, the words that set its status."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from msgspec.structs import replace

from khabar.languages.ar.lists.event_words import EventWord, Means, Modal, Scope, Tail
from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows
from khabar.record.vocabulary import EventStatus, EventType, Subtype
from khabar.text.fold import fold_word

_ALEF = "\N{ARABIC LETTER ALEF}"
_LAM = "\N{ARABIC LETTER LAM}"
_NUN = "\N{ARABIC LETTER NOON}"
_TA = "\N{ARABIC LETTER TEH}"
_YA = "\N{ARABIC LETTER YEH}"
_HA = "\N{ARABIC LETTER HEH}"
_ARTICLE = _ALEF + _LAM


def bare(view: str) -> str:
    """A folded word without its article."""
    return view[2:] if view[:2] == _ARTICLE and len(view) > 4 else view


@cache
def event_rows() -> list[dict[str, str]]:
    """The rows of the list of event words, for all who make entries of them."""
    return rows(FOLDER / "event_words.tsv")


@cache
def _frames() -> dict[str, dict[str, str]]:
    return {row["word"]: row for row in rows(FOLDER / "event_frames.tsv")}


# Letters of patterns, not of roots: what is left tells verbs and masdars of one act from others.
_PATTERN = str.maketrans(dict.fromkeys("\u0627\u0648\u064a\u0647\u062a\u0645\u0646\u0633\u0649\u0621"))


_TWINS = re.compile(r"(.)\1$")


@cache
def _company() -> tuple[tuple[str, str], ...]:
    """Class and word, for each word that stands beside event words."""
    return tuple((r["class"], word) for r in rows(FOLDER / "event_company.tsv") for word in alternatives(r["words"]))


@cache
def _carriers(kind: str) -> frozenset[str]:
    return frozenset(word for name, word in _company() if name == kind)


@cache
def lemmas(kind: str) -> frozenset[str]:
    """The event words of a class, as the list of event words spells them."""
    listed = rows(FOLDER / "event_lemmas.tsv")
    return frozenset(word for row in listed if row["class"] == kind for word in alternatives(row["words"]))


@cache
def folded_lemmas(kind: str) -> frozenset[str]:
    """The same, folded."""
    return frozenset(map(fold_word, lemmas(kind)))


@cache
def folded_ends(kind: str) -> tuple[str, ...]:
    """The same, for words that begin or end so."""
    return tuple(folded_lemmas(kind))


_CARRYING = ("does", "manages")


@cache
def carrying_verbs() -> dict[str, str]:
    """Folded perfect of the verbs that carry an act noun → the class of event_company.tsv that all their forms have."""
    return {word: kind for kind in _CARRYING for word in folded_lemmas(kind)}


@cache
def _acts() -> frozenset[str]:
    return frozenset(row["word"] for row in event_rows() if row["kind"] == "noun")


def _stem(written: str) -> str:
    """The root letters, roughly, of the first word that says what was done: of "held" talks, of the signing of an agreement those
    of the talks and the agreement; a last letter that the masdar doubles (ihtajja, ihtijaj) counts once.
    """
    head, *behind = written.split()
    brings = behind and (head in _carriers("brings_in") or (head in _carriers("wraps") and behind[0] in _acts()))
    if {head, *behind[:1]} & lemmas("talks"):
        return _TALKS
    view = fold_word(behind[0] if brings else head)
    return _TWINS.sub(r"\1", view.translate(_PATTERN)) or view


_TALKS = "talks"
"""The stem of all words for talks: no root letters of a word, which Arabic writes otherwise."""


def _word(row: dict[str, str]) -> EventWord:
    frame = _frames().get(row["word"]) or _frames().get(row["word"].split(maxsplit=1)[0], {})
    return EventWord(
        lemma=row["word"],
        type=cast(EventType, row["type"]),
        subtype=cast("Subtype | None", row["subtype"] or None),
        method=row["method"] or None,
        needs=row["needs"],
        first=frame.get("first", "") or _FIRST.get(row["type"], "target"),
        stem=_stem(row["word"]),
        ground=row["note"].startswith("seizure"),
        war="war" in row["note"].split(":")[0].replace(";", " ").split(),
    )


# Whose name stands first behind the word (genitive of a noun), when event_frames.tsv does not say it.
_FIRST = {
    "PROTEST": "actor",
    "CONSULT": "actor",
    "AGREE": "actor",
    "MOBILIZE": "actor",
    "RETREAT": "actor",
    "DISASTER": "place",
    "ACCIDENT": "target",
    "AID": "target",
    "SANCTION": "target",
}


@cache
def _listed() -> tuple[tuple[dict[str, str], EventWord], ...]:
    listed = [(row, _word(row)) for row in event_rows()]
    journeys = {(row["word"], row["kind"]): word for row, word in listed if word.needs == "journey"}
    return tuple(
        (row, word if word.needs == "journey" else replace(word, also=journeys.get((row["word"], row["kind"]))))
        for row, word in listed
    )


LINKS = frozenset(map(fold_word, ("على", "عن", "في", "إلى", "من", "مع", "ضد", "نحو", "بين", "باتجاه")))
"""Prepositions that phrases go on with."""
_ALONE = frozenset(map(fold_word, ("على", "عن")))  # that go with one act of a noun
_IN = fold_word("في")
_GLUED = ("بال", "لل")  # with the article behind them
_FIRED = frozenset(map(fold_word, ("نار", "نيران", "رصاص")))  # the guards' opening of | fire


def _tail(words: list[str], word: EventWord) -> Tail:
    folded = tuple(bare(fold_word(part)) for part in words)
    return Tail(folded, word, bool(folded) and _parts(folded, word), folded[0][1:-1] if folded else "")


def _parts(words: tuple[str, ...], word: EventWord) -> bool:
    if words[0] in _ALONE or words[0] in _FIRED or (word.ground and words[0] == _IN):
        return True
    return (len(words) > 1 and words[0] in LINKS) or words[0].startswith(_GLUED)


def _wordings(row: dict[str, str]) -> list[list[str]]:
    return [form.split() for form in (row["word"], *alternatives(row["plurals(|)"]))]


def _cases(written: str) -> Iterator[str]:
    """The indefinite accusative and the duals of a noun, folded."""
    view = fold_word(written)
    stem = view[:-1] + _TA if view.endswith(_HA) else view
    if not view.endswith((_HA, _TA, _ALEF)):
        yield view + _ALEF
    yield stem + _YA + _NUN
    yield stem + _ALEF + _NUN


def _nouns() -> Iterator[tuple[str, str, Any]]:
    """`event_noun`: one word; `event_head`: the first word of longer wordings, with what must follow."""
    heads: dict[str, list[Tail]] = {}
    for row, word in _listed():
        if row["kind"] == "verb":
            continue
        name = "event_noun" if row["kind"] == "noun" else "event_part"
        for number, parts in enumerate(_wordings(row)):
            if len(parts) == 1:
                yield parts[0], name, word if number == 0 else replace(word, plural=True)
                if number == 0 and row["kind"] == "noun":
                    for form in _cases(parts[0]):
                        yield form, name, word
            else:
                heads.setdefault(bare(fold_word(parts[0])), []).append(_tail(parts[1:], word))
    for head, tails in heads.items():
        longest_first = tuple(sorted(tails, key=lambda t: (-len(t.words), t.word.needs == "weak")))
        yield head, "event_head", longest_first
        if not head.endswith((_HA, _TA, _ALEF)):
            yield head + _ALEF, "event_head", longest_first


@cache
def event_verbs() -> dict[str, tuple[Tail, ...]]:
    """Folded perfect of the third person masculine singular → what may follow it (nothing for the verb alone), longest first."""
    found: dict[str, list[Tail]] = {}
    for row, word in _listed():
        if row["kind"] == "verb":
            for parts in _wordings(row):
                found.setdefault(fold_word(parts[0]), []).append(_tail(parts[1:], word))
    return {head: tuple(sorted(tails, key=lambda t: -len(t.words))) for head, tails in found.items()}


_PAIR = 2  # words of a weapon whose dual agrees


def _means() -> Iterator[tuple[str, str, Any]]:
    """`means`: a weapon of one word; `means_head`: the first word of longer ones."""
    heads: dict[str, list[tuple[tuple[str, ...], Means]]] = {}
    for row in rows(FOLDER / "weapons.tsv"):
        means = Means(row["word"], cast("Subtype | None", row["subtype"] or None), row["method"])
        for parts in _wordings(row):
            if len(parts) == 1:
                yield parts[0], "means", means
                for form in _cases(parts[0]):
                    yield form, "means", means
            else:
                tail = tuple(bare(fold_word(part)) for part in parts[1:])
                heads.setdefault(bare(fold_word(parts[0])), []).append((tail, means))
                if len(parts) == _PAIR:
                    for head, second in zip(_cases(parts[0]), _cases(parts[1]), strict=False):
                        heads.setdefault(head, []).append(((second,), means))
    for head, options in heads.items():
        yield head, "means_head", tuple(sorted(options, key=lambda o: -len(o[0])))


@cache
def modals() -> dict[str, tuple[Modal, ...]]:
    """Folded first word of a status wording → what must follow, longest first; a glued preposition is kept as its letter."""
    found: dict[str, list[Modal]] = {}
    for row in rows(FOLDER / "crisis_modals.tsv"):
        parts = [fold_word(part) for part in row["phrase"].split()]
        status = row["status"]
        modal = Modal(tuple(parts[1:]), cast("EventStatus | None", status if status != "ended" else None))
        found.setdefault(parts[0], []).append(modal)
    return {head: tuple(sorted(options, key=lambda m: -len(m.words))) for head, options in found.items()}


_SIN = "\N{ARABIC LETTER SEEN}"
_AND = ("", "\N{ARABIC LETTER WAW}", "\N{ARABIC LETTER FEH}")


@cache
def scopes() -> dict[str, tuple[Scope, ...]]:
    """Folded word, with "and" or "so" glued to it or not → what it says of an event farther on.

    The verbs of happening and doing with the sign of the future say that it is to come.
    """
    found: dict[str, list[Scope]] = {}
    for row in rows(FOLDER / "scope_words.tsv"):
        behind = frozenset(map(fold_word, alternatives(row["prep"])))
        scope = Scope(row["over"], behind, cast("EventStatus | None", row["status"] or None))
        for word in alternatives(row["words"]):
            for particle in _AND:
                found.setdefault(particle + fold_word(word), []).append(scope)
                if scope.over in ("carrier", "begins"):
                    found.setdefault(particle + _SIN + fold_word(word), []).append(Scope("ahead", behind, "planned"))
    return {word: tuple(options) for word, options in found.items()}


def entries() -> Iterator[tuple[str, str, Any]]:
    """Event nouns, heads of event phrases, means, and the small classes that event rules name."""
    yield from _nouns()
    yield from _means()
    for name, word in _company():
        yield word, name, True
