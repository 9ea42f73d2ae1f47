"""Attribution lists: speech verbs, cue nouns, attributive prepositions, mediums, media, roles, organisations."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows
from khabar.record.vocabulary import Act, Distance
from khabar.text.fold import fold_word


def _cue(row: dict[str, str], lemma: str, kind: str) -> Cue:
    flags = frozenset(f for f in row["flags"].split(",") if f)
    distance = row.get("distance") or next((d for d in ("distances", "concedes") if d in flags), "neutral")
    frames = frozenset(f for f in row["frames"].split(",") if f)
    return Cue(lemma, cast(Act, row["act"]), cast(Distance, distance), frames, flags, kind)


@cache
def speech_verbs() -> dict[tuple[str, str], Cue]:
    """Folded (perfect, imperfect), third person masculine singular → cue; the first row of a spelling wins."""
    found: dict[tuple[str, str], Cue] = {}
    for row in rows(FOLDER / "speech_verbs.tsv"):
        key = (fold_word(row["perfect"]), fold_word(row["imperfect"]))
        found.setdefault(key, _cue(row, row["perfect"], "verb"))
    return found


def _participles() -> Iterator[tuple[str, str, Any]]:
    """The accusative of state and its gender and number forms; final-weak ones keep their ya (داعيا، داعية)."""
    for row in rows(FOLDER / "speech_verbs.tsv"):
        base = row["participle"]
        if not base:
            continue
        cue = _cue(row, row["perfect"], "participle")
        weak = base.endswith("ي")
        stem = base[:-1] if weak else base
        forms = {
            "ms": (base + "ا",),
            "fs": (base + "ة",),
            "md": (base + "ان", base + "ين") if not weak else (base + "ين",),
            "mp": (stem + "ين", stem + "ون"),
            "fp": (base + "ات",),
        }
        for agreement, written in forms.items():
            for form in written:
                yield form, "participle", (cue, agreement)
        yield base, "participle_bare", (cue, "ms")


def _nouns() -> Iterator[tuple[str, str, Any]]:
    for row in rows(FOLDER / "cue_nouns.tsv"):
        cue = _cue(row, row["word"], "noun")
        forms = (row["word"], *alternatives(row["plural"]))
        if cue.flags & {"adverbial", "light"} and not row["word"].endswith("ة"):
            forms = (*forms, row["word"] + "ا")  # in protest at, a decision: also where another list knows the word so
        for form in forms:
            yield form, "cue_noun", cue


def _according() -> Iterator[tuple[str, str, Any]]:
    for row in rows(FOLDER / "according.tsv"):
        phrase = row["phrase"]
        name = f"according_{row['kind']}"
        if phrase.endswith(" ل"):
            yield phrase[:-2], name, row["distance"]
        else:
            yield phrase, name, row["distance"]


def _named() -> Iterator[tuple[str, str, Any]]:
    for row in rows(FOLDER / "mediums.tsv"):
        for form in (row["word"], *alternatives(row["plural"])):
            yield form, "medium", row
            if row.get("speaks") == "1":
                yield form, "document", row
    for row in rows(FOLDER / "media_heads.tsv"):
        yield row["word"], "media_head", row["kind"]
    for row in rows(FOLDER / "unnamed_sources.tsv"):
        for form in (row["word"], *alternatives(row["plural"])):
            yield form, "unnamed", True
            if row.get("governs") == "1":
                yield form, "governing", True
    for row in rows(FOLDER / "media.tsv"):
        yield row["name"], "media_name" if row.get("needs_head") == "1" else "media", row
    for file, name in (("roles.tsv", "role"), ("organisations.tsv", "organisation"), ("org_heads.tsv", "org_head")):
        for row in rows(FOLDER / file):
            cells = [row.get("word") or row.get("name", ""), row.get("feminine", "")]
            cells += alternatives(row.get("plural", "")) + alternatives(row.get("variants", ""))
            for form in filter(None, cells):
                yield form, f"{name}_name" if row.get("needs_head") == "1" else name, row


def entries() -> Iterator[tuple[str, str, Any]]:
    """All entries of this module's lists but the finite verbs, which the verb table finds (`speech_verbs`)."""
    yield from _participles()
    yield from _nouns()
    yield from _according()
    yield from _named()
