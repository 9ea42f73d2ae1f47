"""What the lists say of event words: nouns, verbs and phrases that name an act, means, words that set a status."""

from __future__ import annotations

import msgspec

from khabar.record.vocabulary import EventStatus, EventType, Subtype


class EventWord(msgspec.Struct, frozen=True):
    """One row of the list of event words.

    `needs`: what must stand around it (always, phrase, outcome, with_actor_or_target, object_people, object_place,
    natural, weak).  `first`: whose name follows the noun as its genitive, or the verb right behind it: "actor",
    "target" or "place".  `stem`: the letters that a verb and its nouns share; `war`: it names
    a lasting war rather than one attack in it; `plural`: the form stands for several acts; `ground`: it
    names a seizure of ground, which is no kind of attack in general.  `also`: what the same word is when an official does
    it (arrives).
    """

    lemma: str
    type: EventType
    subtype: Subtype | None
    method: str | None
    needs: str
    first: str
    stem: str = ""
    war: bool = False
    plural: bool = False
    ground: bool = False
    also: EventWord | None = None


class Tail(msgspec.Struct, frozen=True):
    """The words that must follow the first word of an event phrase, bare of articles; none when it stands alone.

    `parts`: whether somebody may stand between a noun and these words, which begin with a preposition then.  `middle`: the first
    of them without its outer letters, which stands in all its forms: a quick look before the words are compared.
    """

    words: tuple[str, ...]
    word: EventWord
    parts: bool = False
    middle: str = ""


class EventVerb(msgspec.Struct, frozen=True):
    """What a verb form may be the head of, and its slots among the lemmas that name events."""

    tails: tuple[Tail, ...]
    slots: tuple[str, ...]


class Means(msgspec.Struct, frozen=True):
    """A weapon or other means: its wording, what an act by it is when its own word does not say, its kind."""

    word: str
    subtype: Subtype | None
    method: str


class Modal(msgspec.Struct, frozen=True):
    """A wording that sets the status of the event behind it: what must follow its first word; None: it ends the event."""

    words: tuple[str, ...]
    status: EventStatus | None


class Scope(msgspec.Struct, frozen=True):
    """What a word that stands farther off says of an event: which words of its clause it governs (the list says how), behind
    which prepositions (none: directly), and the status they get; None where it says nothing, or that there is no event.
    """

    over: str
    behind: frozenset[str]
    status: EventStatus | None
