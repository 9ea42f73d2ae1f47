"""Build the table of verb forms: every finite form of the attested Arabic verbs, folded, with its analyses.

Source: the package mazini (CC BY 4.0), which conjugates the 24,188 verbs of the attested-verb lexicon of
al-Bawwab and Mir Alam (CC BY 4.0).  Forms that news prose does not use (second person dual and feminine,
imperatives, energetic moods) are left out, and so is every vowel sign.  A few verbs of news that the lexicon lacks stand in
more_verbs.tsv beside this file.

    python -m khabar.languages.ar.forms.build_verbs [--out FILE]

The result is one SQLite file: lemma(id, past, present) and form(view, analyses), where analyses is a list of
"lemma-id:slot" separated by blanks and a slot is tense (p past, i present, j jussive or subjunctive; upper case
when passive), person, gender and number, as in p3fs.
"""

from __future__ import annotations

import argparse
import sqlite3
from collections.abc import Iterator
from pathlib import Path

from mazini import conjugate
from mazini.errors import MaziniError
from mazini.lexicon import attested_wazns, lexicon_roots

from khabar.text import sieve
from khabar.text.fold import fold_word

DEFAULT = Path(__file__).with_name("verbs.sqlite3")
_PERSONS = ("3ms", "3fs", "3md", "3fd", "3mp", "3fp", "1s", "1p", "2ms", "2mp")
_TENSES = {"past": "p", "ind": "i", "sub": "j", "juss": "j"}


def _slots() -> dict[str, str]:
    """Mazini's slot names → ours."""
    named = {}
    for tense, letter in _TENSES.items():
        for person in _PERSONS:
            named[f"{tense}_{person}"] = letter + person
            named[f"{tense}_pass_{person}"] = letter.upper() + person
    return named


_SLOTS = _slots()


_MORE = Path(__file__).with_name("more_verbs.tsv")


def _patterns() -> Iterator[tuple[str, str]]:
    """Root and pattern of each verb: the attested ones, then those of the list beside this file."""
    for root in lexicon_roots():
        for wazn in attested_wazns(root):
            yield root, wazn
    for line in _MORE.read_text(encoding="utf-8").splitlines()[1:]:
        if not line.startswith("#"):
            root, wazn, _ = line.split("\t")
            yield root, wazn


def _verbs() -> Iterator[dict[str, set[str]]]:
    """Each verb as slot → folded forms."""
    for root, wazn in _patterns():
        try:
            slots = conjugate(root, wazn).slots
        except MaziniError:
            continue  # a pattern the engine cannot build for this root
        forms: dict[str, set[str]] = {}
        for name, ours in _SLOTS.items():
            for form in slots.get(name, ()):
                forms.setdefault(ours, set()).add(fold_word(form.form))
        yield forms


def tables() -> tuple[list[tuple[int, str, str]], dict[str, list[str]]]:
    """All lemmas (id, past, present: folded third person masculine singular) and all forms with their analyses."""
    lemmas: dict[tuple[str, str], int] = {}
    analyses: dict[str, list[str]] = {}
    for forms in _verbs():
        past = min(forms.get("p3ms", {""}))
        present = min(forms.get("i3ms", {""}))
        number = lemmas.setdefault((past, present), len(lemmas))
        for slot, views in forms.items():
            for view in views:
                found = analyses.setdefault(view, [])
                entry = f"{number}:{slot}"
                if entry not in found:
                    found.append(entry)
    return [(n, past, present) for (past, present), n in lemmas.items()], analyses


def build(out: Path) -> int:
    """Write the table to `out` and return the number of forms."""
    lemmas, analyses = tables()
    draft = out.with_suffix(".draft")
    draft.unlink(missing_ok=True)
    with sqlite3.connect(draft) as base:
        base.execute("CREATE TABLE lemma (id INTEGER PRIMARY KEY, past TEXT NOT NULL, present TEXT NOT NULL)")
        base.execute("CREATE TABLE form (view TEXT PRIMARY KEY, analyses TEXT NOT NULL) WITHOUT ROWID")
        base.executemany("INSERT INTO lemma VALUES (?, ?, ?)", lemmas)
        base.executemany("INSERT INTO form VALUES (?, ?)", sorted((v, " ".join(a)) for v, a in analyses.items()))
        sieve.keep(base, "form", analyses)
        base.commit()
        base.execute("VACUUM")
    base.close()
    draft.replace(out)
    return len(analyses)


def main() -> None:
    """The command: build and say how many forms there are."""
    parser = argparse.ArgumentParser(description="Build the table of Arabic verb forms.")
    parser.add_argument("--out", type=Path, default=DEFAULT)
    options = parser.parse_args()
    print(f"{build(options.out)} verb forms in {options.out.name}")


if __name__ == "__main__":
    main()
