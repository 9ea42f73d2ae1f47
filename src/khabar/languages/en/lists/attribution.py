"""Attribution lists: verbs and nouns that carry a claim, the small words around them, mediums and documents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khabar.languages.en.lists.cues import Cue, Form
from khabar.languages.en.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows

_FORMS: tuple[Form, ...] = ("s", "past", "pp", "ing")


def entries() -> Iterator[tuple[str, str, Any]]:
    """Verb forms (class cue: Cue, its forms), nouns and adjectives (cue_noun, cue_adjective: Cue), closed classes, mediums."""
    yield from _verbs()
    for row in rows(FOLDER / "cue_nouns.tsv"):
        cue = _cue(row, kind="noun")
        for word in alternatives(row["words"]):
            yield word, "cue_noun", cue
    for row in rows(FOLDER / "cue_adjectives.tsv"):
        cue = _cue(row, kind="adjective")
        for word in alternatives(row["words"]):
            yield word, "cue_adjective", cue
    for name in ("claim_words.tsv", "light_verbs.tsv", "reserve_words.tsv"):
        for row in rows(FOLDER / name):
            for word in alternatives(row["words"]):
                yield word, row["class"], True
    for row in rows(FOLDER / "mediums.tsv"):
        for word in alternatives(row["words"]):
            yield word, "medium", row["kind"]


def _verbs() -> Iterator[tuple[str, str, Any]]:
    """Each form of each verb once; a form that two verbs share belongs to the first of the list."""
    found: dict[str, tuple[Cue, set[Form]]] = {}
    for row in rows(FOLDER / "speech_verbs.tsv"):
        cue = _cue(row, kind="verb")
        forms: list[tuple[str, Form]] = [(row["lemma"], "base")]
        forms += zip(alternatives(row["forms"]), _FORMS, strict=True)
        for word, form in forms:
            known, kinds = found.setdefault(word, (cue, set()))
            if known.lemma == cue.lemma:
                kinds.add(form)
    for word, (cue, kinds) in found.items():
        yield word, "cue", (cue, frozenset(kinds))


def _cue(row: dict[str, str], kind: str) -> Cue:
    return Cue(
        lemma=row.get("lemma") or alternatives(row["words"])[0],
        act=row["act"],  # type: ignore[arg-type]
        distance=row["distance"],  # type: ignore[arg-type]
        frames=frozenset(alternatives(row["frames"])),
        flags=frozenset(alternatives(row["flags"])),
        kind=kind,
    )
