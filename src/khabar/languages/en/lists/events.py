"""Event lists: nouns and verbs that name an event, and the words that set its status."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from khabar.languages.en.lists.event_words import EventWord
from khabar.languages.en.lists.words import FOLDER
from khabar.languages.wordlists import alternatives, rows


def entries() -> Iterator[tuple[str, str, Any]]:
    """Classes event_noun (EventWord), event_verb (EventWord, its forms) status words (class by status), carriers."""
    forms: dict[str, tuple[EventWord, set[str]]] = {}
    for row in rows(FOLDER / "event_words.tsv"):
        for word in alternatives(row["nouns"]):
            yield word, "event_noun", _word(row, "n_", word)
        for entry in alternatives(row["verbs"]):
            written = entry.split(":") if ":" in entry else _regular(entry)
            event = _word(row, "v_", written[0])
            for form, kind in zip(written, ("base", "s", "past", "pp", "ing"), strict=False):
                forms.setdefault(form, (event, set()))[1].add(kind)
    for form, (event, kinds) in forms.items():
        yield form, "event_verb", (event, frozenset(kinds))
    for row in rows(FOLDER / "event_status.tsv"):
        for word in alternatives(row["words"]):
            yield word, "e_" + row["status"], True
    for row in rows(FOLDER / "event_carriers.tsv"):
        for word in alternatives(row["words"]):
            yield word, row["class"], True


def _word(row: dict[str, str], own: str, lemma: str) -> EventWord:
    flags = alternatives(row["flags"])
    kept = {flag.removeprefix(own) for flag in flags if not flag.startswith(("n_", "v_")) or flag.startswith(own)}
    return EventWord(lemma, row["type"], row["subtype"] or None, frozenset(kept))  # type: ignore[arg-type]


def _regular(verb: str) -> list[str]:
    """The forms of a regular verb: base, third person, past, participle, -ing."""
    if verb.endswith("e"):
        return [verb, verb + "s", verb + "d", verb + "d", verb[:-1] + "ing"]
    return [verb, verb + "s", verb + "ed", verb + "ed", verb + "ing"]
