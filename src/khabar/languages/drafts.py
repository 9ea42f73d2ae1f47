"""Drafts: what a pack reads in one sentence, before the report as a whole settles names, dates and links."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Literal

from khabar.atlas import Place
from khabar.grammar import Unit
from khabar.languages.quantities import Quantity
from khabar.record.vocabulary import (
    Act,
    CountKind,
    Distance,
    FoundBy,
    Measure,
    Mode,
    Polarity,
    Population,
    Status,
    UnitKind,
)
from khabar.text.page import Page, Paragraph

Offsets = tuple[int, int]
"""Source offsets, half open."""


@dataclass(frozen=True)
class Sentence:
    """One sentence as the later steps see it: its page, its paragraph, its token range, its fused units."""

    page: Page
    paragraph: Paragraph
    first: int
    last: int
    units: Sequence[Unit]

    @property
    def text(self) -> str:
        """The source of the whole report; offsets of units count in it."""
        return self.page.text


@dataclass(frozen=True, slots=True)
class Agreement:
    """Gender ("m", "f") and number ("s", "d", "p") of a verb, participle or noun; None where the form does not say."""

    gender: str | None = None
    number: str | None = None


@dataclass(frozen=True, slots=True)
class NameDraft:
    """A noun phrase that names somebody: where it stands, the name proper in it, the title before it, its agreement."""

    span: Offsets
    name: str
    agreement: Agreement = Agreement()
    kind: str = "unnamed"
    anaphoric: bool = False
    title: str = ""


@dataclass(frozen=True, slots=True)
class ViaDraft:
    """A relay between speaker and outlet."""

    name: NameDraft
    role: str = "relay"


@dataclass(frozen=True)
class ClaimDraft:
    """A claim as one sentence shows it.

    `speaker` is None when the clause has none; `found_by` then says where to look: "participle" at the claim whose
    cue governs it (`governed_by`: source offset of that cue), "dropped" and "pronoun" at earlier sentences.
    """

    content: Offsets
    cue: Offsets | None
    rule: str
    lemma: str = ""
    act: Act = "say"
    distance: Distance = "neutral"
    found_by: FoundBy = "explicit"
    speaker: NameDraft | None = None
    agreement: Agreement = Agreement()
    governed_by: int | None = None
    via: tuple[ViaDraft, ...] = ()
    medium: Offsets | None = None
    addressee: Offsets | None = None
    headline: bool = False
    mode: Mode | None = None
    status: Status | None = None
    content_units: Sequence[Unit] = field(default=(), repr=False)


@dataclass(frozen=True, slots=True)
class Stance:
    """How a content is put: its status and the polarity of its main predicate."""

    status: Status = "asserted"
    polarity: Polarity = "positive"


@dataclass(frozen=True)
class FigureDraft:
    """A figure as one sentence shows it.

    `subset`: it is a part of another figure, `whole` where that one stands when the sentence has it; `since`, `as_of`:
    source offsets of the times that frame the count.
    """

    span: Offsets
    quantity: Quantity
    measure: Measure
    rule: str
    unit: UnitKind = "person"
    of: Offsets | None = None
    population: tuple[tuple[Population, Offsets | None], ...] = ()
    implicit: bool = False
    subset: bool = False
    count_kind: CountKind | None = None
    whole: Offsets | None = None
    since: Offsets | None = None
    as_of: Offsets | None = None


Evidence = Literal["named", "typed", "large", "framed", "row", "doubtful", "weak", "suggested"]
"""What speaks for a place besides its name: nothing is needed, a type word, the size of the town
(enough in its own country), a place frame, a place beside it, a frame around an ordinary word, nothing but the name (only when the report names it better elsewhere), or a type word before an unknown name."""


@dataclass(frozen=True, slots=True)
class PlaceDraft:
    """A place name in a sentence: its words and the places that bear the name, best first; `typed` when a type word precedes.

    `name`: the key under which the report may name it again.  `kind`: the kind its type word says.  `hint`: ISO code
    of the country that an adjective or a name beside it says.  `nearby`: ISO codes of the countries that the sentence
    names, by name or demonym.  Without candidates the name is known to no list ("suggested", facilities).
    """

    span: Offsets
    candidates: tuple[Place, ...]
    rule: str
    typed: bool = False
    relation: str | None = None
    name: str = ""
    kind: str | None = None
    evidence: Evidence = "named"
    hint: str | None = None
    nearby: tuple[str, ...] = ()
