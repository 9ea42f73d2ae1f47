"""Drafts: what a pack reads in one sentence, before the report as a whole settles names, dates and links.

They are structs, not dataclasses, since rules make them by the thousand: a struct is made, and changed by
`msgspec.structs.replace`, in a tenth of the time.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from typing import Literal

import msgspec

from khabar.atlas import Place
from khabar.grammar import Unit
from khabar.languages.quantities import Quantity
from khabar.record.vocabulary import (
    Act,
    Basis,
    CaveatKind,
    CountKind,
    Distance,
    EventStatus,
    EventType,
    FoundBy,
    From,
    Measure,
    Mode,
    Polarity,
    Population,
    Status,
    Subtype,
    UnitKind,
    WithheldWhat,
)
from khabar.text.page import Page, Paragraph

Marking = Callable[[Sequence[Unit]], list[Unit]]
"""What adds classes to the units of a sentence."""
Offsets = tuple[int, int]
"""Source offsets, half open."""


@dataclass(eq=False)
class Sentence:
    """One sentence as the later steps see it: its page, its paragraph, its token range, its fused units; not to be changed.

    `text`: the source of the whole report; offsets of units count in it.  `present`: the classes of all units together; what
    no unit has, no rule need look for.
    """

    page: Page
    paragraph: Paragraph
    first: int
    last: int
    units: Sequence[Unit]
    text: str = field(init=False)
    present: frozenset[str] = field(init=False)
    _marked: dict[Marking, list[Unit]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        self.text = self.page.text
        self.present = frozenset().union(*[unit.signature for unit in self.units])

    def marked_by(self, marking: Marking) -> list[Unit]:
        """The units with what a marking adds to them, worked out once for all who ask; not to be changed."""
        found = self._marked.get(marking)
        if found is None:
            found = self._marked[marking] = marking(self.units)
        return found


class Agreement(msgspec.Struct, frozen=True):
    """Gender ("m", "f"), number ("s", "d", "p") and animacy (a person, not a body or thing) of a verb, participle, noun or
    pronoun; None where the form does not say.
    """

    gender: str | None = None
    number: str | None = None
    animate: bool | None = None


class NameDraft(msgspec.Struct, frozen=True):
    """A noun phrase that names somebody: where it stands, the name proper in it, the title before it, its agreement.
    `anaphoric`: it may take up somebody named before.  `head`: the word of the name that says what is named, where that is not
    the first; `personal`: it is a title or the word for a person; `through`: the noun of the document that speaks for a body.
    """

    span: Offsets
    name: str
    agreement: Agreement = Agreement()
    kind: str = "unnamed"
    anaphoric: bool = False
    title: str = ""
    head: str = ""
    personal: bool | None = None
    alias: str = ""
    through: str = ""


class ActingDraft(msgspec.Struct, frozen=True):
    """Who acts in a sentence that holds no claim.  `publishes`: he says or publishes something, from which "added" goes on."""

    name: NameDraft
    publishes: bool = False


class ViaDraft(msgspec.Struct, frozen=True):
    """A relay between speaker and outlet.  `aired`: it only broadcast or printed the statement in which the words stood."""

    name: NameDraft
    role: str = "relay"
    aired: bool = False


class ClaimDraft(msgspec.Struct, frozen=True):
    """A claim as one sentence shows it.

    `speaker` is None when the clause has none; `found_by` then says where to look: "participle" at the claim whose
    cue governs it (`governed_by`: source offset of that cue), "dropped" and "pronoun" at earlier sentences; `pronoun`:
    where a pronoun stands for them in the clause; `own`: it is the pronoun of whoever is quoted (we condemn).
    `asked`: the speaker is a definite noun behind a verb of asking, which as well names those who are asked by whoever
    spoke before (and called on the authorities to).  `closes`: it is the close of a statement, which runs from an earlier claim.
    `reporter`: its speaker is called by his work for a medium, which may be the outlet itself.  `earlier`: its content stands
    before it (the spokesman stated that), told as a claim perhaps.  `hands_on`: a relay without a name carries its words.
    `adds`: it goes on from words before (added).  `confesses`: to a deed.  `opens`: its clause opens the sentence.
    """

    content: Offsets
    cue: Offsets | None
    rule: str
    lemma: str = ""
    act: Act = "say"
    distance: Distance = "neutral"
    found_by: FoundBy = "explicit"
    speaker: NameDraft | None = None
    pronoun: Offsets | None = None
    own: bool = False
    asked: bool = False
    closes: bool = False
    reporter: bool = False
    earlier: bool = False
    hands_on: bool = False
    adds: bool = False
    opens: bool = False
    confesses: bool = False
    agreement: Agreement = Agreement()
    governed_by: int | None = None
    via: tuple[ViaDraft, ...] = ()
    medium: Offsets | None = None
    addressee: Offsets | None = None
    headline: bool = False
    mode: Mode | None = None
    status: Status | None = None
    content_units: Sequence[Unit] = ()


class Stance(msgspec.Struct, frozen=True):
    """How a content is put: its status and the polarity of its main predicate."""

    status: Status = "asserted"
    polarity: Polarity = "positive"
    named: frozenset[Offsets] = frozenset()
    points: bool = False


class FigureDraft(msgspec.Struct, frozen=True):
    """A figure as one sentence shows it.

    `apart`: its sentence tells another event than those before; `subset`: it is a part of another figure, `whole` where
    that one stands when the sentence has it, `taken_from` the measure of that one where it is another (two of the
    wounded died); `since`, `as_of`: source offsets of the times that frame the count; `side`: the party the counted
    belong to; `author`: who drew up the count, where no claim tells (the ministry raised its toll); `aside`: where a
    relative clause begins in which the count stands; `laid`: where the words for the deed begin that left it, which somebody
    may own or deny without giving the number; `crowd`: it is the number of those who took part, or "their number"; `leans`: it
    takes up people counted in a sentence before, whose
    fate is its own (Four of them were children.); `of_all`: its whole is the largest count told (three of the dead,
    sixty in the capital alone), not the one told last (three of them); `fellows`: its words say only that it counts
    "others" beside, or another number "of them", those counted before it.
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
    taken_from: Measure | None = None
    since: Offsets | None = None
    as_of: Offsets | None = None
    side: str | None = None
    author: str | None = None
    aside: int | None = None
    laid: int | None = None
    leans: bool = False
    crowd: bool = False
    of_all: bool = False
    apart: bool = False
    fellows: Literal["others", "them"] | None = None


class PartyDraft(msgspec.Struct, frozen=True):
    """Who did it, or to whom: the words, a name where it is not the words (a country for its adjective), how near it was said.

    `unsure`: written like a name that only the report as a whole can know.  `loose`: the sentence tells it, but no word of it
    says that it is of this event: it tells tellings apart, and is not shown.  `own`: the words say that they are somebody's (his
    forces); `state`: they are the police or the army, of no other country (the security forces); `known`: they have a name, an
    article, or are called something in quotation marks.  `home`: the ISO code of the country whose police or courts they are.
    """

    span: Offsets
    name: str
    near: From = "predicate"
    basis: Basis = "stated"
    unsure: bool = False
    loose: bool = False
    own: bool = False
    state: bool = False
    known: bool = False
    home: str | None = None


class EventDraft(msgspec.Struct, frozen=True):
    """An event as one sentence shows it.

    `trigger`: the act word; `phrase`: all words of its expression; `stem`: what the words for one act have in common;
    `kind`: noun, verb or people.  `where`, `when`: stretches that may name its place, its dates, best first;
    `scenes`: all stretches of its sentence that may name where something is set; `part`: its part of the sentence, where "while"
    parts it.  `land`: the country, by its ISO code, whose adjective alone says where (on Syrian soil);
    `takes_up`: a stretch that takes up a place named before (the town), and the kind of that place;
    `days_before`: so many days after it is the day of the clause that mentions it (five days after the start of); `roughly`: told
    in weeks, months or years.
    `outcome`: it is only what an act left behind; `dropped`: its subject is the speaker's "they";
    `announced`: whoever tells it does it;
    `anaphoric`: it is an event only when the report told one before; `again`: one by the same word;
    `another`: its words set it apart from those told before (another attack, a second blast); `turned`: its sentence turns to
    another matter (on the other hand, since the war began);
    `incident`: its word takes up whatever happened (the incident);
    `weak`: its word has other senses; `counts`: its victims are people it names, `of_them`: people
    named before (killed them); `hits`: an attack is its subject; `is_means`: it is the weapon of an act told before it;
    `war`: it names a lasting war, not one attack in it; `ground`: a seizure of ground;
    `definite`: the text treats it as known.  `status`: what its own words say, None when they leave it to the claim it
    stands in; `end`: the word by which it is said to end, or is called on to end; `background`: its clause only
    refers to it (after, because of, who), `before`: as earlier than what it tells (after, since); `asserted`: its clause is
    there to tell it.  `opens`: it is known, and the subject of a clause that is said, right behind "that".  `follows`: the
    trigger of the event before it in a list, whose status it has.  `fated`: a verb of its sentence tells of its victims' fate.
    `since`: something is counted since it began.  `earlier`: its sentence tells what had happened before.  `by`: the triggers
    of the acts of its sentence that its words say left an outcome behind; None where the language does not tell.
    `done`: its words only make sense of an act that was done, whatever is asked, feared or planned about it.
    `of_person`: it is an event only if its doer is a person of the report, whom the sentence alone does not tell.
    `of_games`: its word tells of games as well.  `leans`: its sentence is about whom the one before names (They were shot).
    `left`: an attack of its sentence left it behind (fires), which is the event.
    """

    trigger: Offsets
    type: EventType
    rule: str
    lemma: str
    kind: str
    phrase: Offsets
    stem: str = ""
    where: tuple[Offsets, ...] = ()
    when: tuple[Offsets, ...] = ()
    takes_up: tuple[Offsets, str] | None = None
    land: str | None = None
    days_before: int | None = None
    roughly: bool = False
    subtype: Subtype | None = None
    method: Offsets | None = None
    actor: PartyDraft | None = None
    target: PartyDraft | None = None
    status: EventStatus | None = None
    end: Offsets | None = None
    background: bool = False
    before: bool = False
    earlier: bool = False
    outcome: bool = False
    dropped: bool = False
    announced: bool = False
    anaphoric: bool = False
    incident: bool = False
    weak: bool = False
    counts: bool = False
    of_them: bool = False
    hits: bool = False
    is_means: bool = False
    war: bool = False
    ground: bool = False
    definite: bool = False
    sentence: Offsets = (0, 0)
    part: Offsets | None = None
    scenes: tuple[Offsets, ...] = ()
    asserted: bool = False
    opens: bool = False
    plural: bool = False
    follows: Offsets | None = None
    fated: bool = False
    since: bool = False
    of_person: bool = False
    of_games: bool = False
    again: bool = False
    another: bool = False
    turned: bool = False
    done: bool = False
    left: bool = False
    by: tuple[Offsets, ...] | None = None
    leans: bool = False


class WithheldDraft(msgspec.Struct, frozen=True):
    """What a source did not say, as one sentence shows it.

    `speaker` None: the subject is dropped, the last speaker that agrees withheld it; or nobody was asked by name
    (`asked`: the outlet could not reach anybody).  `own_clause`: the words stand in a clause of their own, not inside
    the words that somebody else is quoted with.
    """

    span: Offsets
    what: WithheldWhat
    rule: str
    speaker: NameDraft | None = None
    agreement: Agreement = Agreement()
    asked: bool = False
    own_clause: bool = True


Limits = Literal["speaker", "figure", "claim", "label", "word"]
"""What a caveat limits: who spoke, a number, what was said, or only the words it stands beside; a "word" is one that
sources use too, so that it is the outlet's own only in its narration."""


class CaveatDraft(msgspec.Struct, frozen=True):
    """A reserve of the outlet, as one sentence shows it; `limits` says what kind of item it belongs to.

    `by_source`: it holds in the mouth of a source too (a minister who calls a toll provisional limits the toll; one who
    calls a report alleged limits nothing).
    """

    span: Offsets
    kind: CaveatKind
    rule: str
    limits: Limits
    by_source: bool = False


class ActorDraft(msgspec.Struct, frozen=True):
    """Somebody a phrase names: the name as in NameDraft, the kind of the record, the title with its country.

    `called`: the part of the name that may stand for it alone (a surname), "" where that would be mistaken for a word.
    `known_as`: its English name where a list holds it.  `nobody`: the phrase is no actor (a pronoun, an act, a manner).
    """

    name: NameDraft
    kind: str
    role: str | None = None
    country: str | None = None
    public_role: bool = False
    called: str = ""
    known_as: str | None = None
    nobody: bool = False


Evidence = Literal["named", "typed", "large", "framed", "row", "doubtful", "weak", "suggested"]
"""What speaks for a place besides its name: nothing is needed, a type word, the size of the town (enough in its own
country), a place frame, a place beside it, a frame around an ordinary word, nothing but the name (only when the report
names it better elsewhere), or a type word before an unknown name.
"""


class PlaceDraft(msgspec.Struct, frozen=True):
    """A place name in a sentence: its words and the places that bear the name, best first; `typed` when a type word precedes.

    `name`: the key under which the report may name it again.  `kind`: the kind its type word says.  `hint`: ISO code
    of the country that an adjective or a name beside it says.  `nearby`: ISO codes of the countries that the sentence
    names, by name or demonym. `quarter`: its type word makes a quarter of it, whatever town has the name. `inside`: the
    candidates are a place in the name (the airport of X). `located`: the words before it say that something is there
    (in, near, north of). Without candidates the name is known to no list ("suggested", facilities); `heard` then finds
    the places of a country that it may be by its sound.
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
    quarter: bool = False
    inside: bool = False
    located: bool = False
    heard: Callable[[str], tuple[Place, ...]] | None = None
