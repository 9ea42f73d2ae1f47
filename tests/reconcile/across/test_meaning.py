"""One statement in two languages: by meaning, of one voice, and only with the same numbers."""

from collections.abc import Sequence

import numpy as np
import pytest

import khabar
from khabar.reconcile.across.actors.keys import agree, voice_keys
from khabar.reconcile.across.entry import Entry
from khabar.reconcile.across.joining import join
from khabar.reconcile.across.statements.denying import said_by
from khabar.reconcile.across.statements.meaning import same_in_other_words

ARABIC = "قالت وزارة الداخلية الكازاخية إن 18 من أفراد الشرطة قتلوا في المدينة."
ENGLISH = "Kazakhstan's interior ministry said 18 members of the police had been killed in the city."


def _pairs(*texts: str, cosine: float | None = 0.9, days: Sequence[str] = ("2022-01-07", "2022-01-07")) -> int:
    entries = [
        Entry(n, khabar.read(t, published=d), f"r{n}", None, d)
        for n, (t, d) in enumerate(zip(texts, days, strict=True), 1)
    ]
    voices = join([key for entry in entries for key in voice_keys(entry)], agree)
    said = {
        one.ref: one for entry in entries for claim in entry.report.claims for one in [said_by(entry, claim, voices)]
    }
    return len(list(same_in_other_words(entries, said, _all_alike(cosine) if cosine is not None else None)))


def _all_alike(cosine: float):  # type: ignore[no-untyped-def]
    """An encoder to which any two sentences of two calls are so far apart."""
    turns = iter(range(99))

    def encode(sentences: Sequence[str]) -> np.ndarray:
        row = [1.0, 0.0] if next(turns) % 2 == 0 else [cosine, (1 - cosine**2) ** 0.5]
        return np.array([row] * len(sentences))

    return encode


def test_what_one_voice_says_in_two_languages_with_one_number_is_one() -> None:
    assert _pairs(ARABIC, ENGLISH) == 1


def test_another_number_is_another_statement_however_alike() -> None:
    assert _pairs(ARABIC, ENGLISH.replace("18", "81"), cosine=1.0) == 0


def test_another_voice_another_day_another_meaning_are_others() -> None:
    assert _pairs(ARABIC, ENGLISH.replace("Kazakhstan's interior ministry", "Russia's defence ministry")) == 0
    assert _pairs(ARABIC, ENGLISH, days=("2022-01-01", "2022-01-07")) == 0
    assert _pairs(ARABIC, ENGLISH, cosine=0.2) == 0


@pytest.mark.slow
def test_the_packaged_encoder_knows_a_translation() -> None:
    assert _pairs(ARABIC, ENGLISH, cosine=None) == 1
