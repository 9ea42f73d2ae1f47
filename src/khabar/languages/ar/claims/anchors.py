"""Anchors: a cue with its speaker and its opening, before the content's end is settled.

The end of a content depends on what follows it in the sentence, so the rules build anchors and `claims` cuts the
contents between them.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

import msgspec
from msgspec.structs import replace

from khabar.grammar import Match, Unit
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.asides import Around, with_comma
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.openings import Opening
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.drafts import Agreement, NameDraft, Offsets, ViaDraft
from khabar.record.vocabulary import FoundBy
from khabar.text.fold import fold_word

UNKNOWN = Agreement()
TAKEN_UP = "taken_up"
"""The kind of an anchor whose content was told before it."""


class Anchor(msgspec.Struct, frozen=True):
    """A found cue.

    `at`: unit index of the cue word; `clause`: unit index where its clause begins (an earlier content ends there);
    `cuts`: whether it ends an earlier content at all; `opens`: unit index where its content begins, None when the
    content lies before (`content` then holds it); `start`: source offset of the content; `passes_on`: its speaker is a medium
    that may only carry the words of another; `asked`: its speaker may as well be whom somebody asks; `hands_on`: a
    relay that its clause does not name carries its words.
    """

    at: int
    cue: Cue
    cue_span: Offsets
    clause: int
    cuts: bool
    frame: str
    opens: int | None
    start: int
    found_by: FoundBy = "explicit"
    speaker: NameDraft | None = None
    agreement: Agreement = UNKNOWN
    via: tuple[ViaDraft, ...] = ()
    medium: Offsets | None = None
    addressee: Offsets | None = None
    content: Offsets | None = None
    kind: str = "verb"
    headline: bool = False
    passes_on: bool = False
    asked: bool = False
    hands_on: bool = False
    rule: str = ""


_CLAUSE_OPENERS = frozenset(("while", "but", "like", "rel", "ma", "qad", "kana", "own_side", "said_that"))


def clause_start(units: Sequence[Unit], at: int) -> int:
    """The index where the clause of the cue at `at` begins: its conjunction, and the comma before it."""
    begin = at - 1 if at and "and_free" in units[at - 1].signature else at
    while begin > 0 and units[begin - 1].signature & _CLAUSE_OPENERS and not units[begin - 1].signature & {"mark"}:
        begin -= 1
    linked = _behind_link(units, begin)
    if linked is None and begin != at:
        linked = _behind_link(units, at)
    if linked is not None:
        return linked
    if begin > 0 and "comma" in units[begin - 1].signature:
        begin -= 1
    return begin


def _behind_link(units: Sequence[Unit], begin: int) -> int | None:
    """The comma before a phrase that leads over to another source (for its part, in a related matter), or before "and in", "and
    after" with which the clause begins: it begins there.  None when there is no such phrase.
    """
    for at in range(begin - 1, max(begin - _FRONTED, -1), -1):
        if units[at].signature & {"stop", "quote", "comp", "CUE", "PART"}:
            return None
        if "comma" not in units[at].signature or at == begin - 1:
            continue
        closed = "comma" in units[begin - 1].signature
        led = " ".join(unit.view for unit in units[at + 1 : begin - closed]).removeprefix("و")
        if begin - at <= _LINK and (led in _LINKS or led.startswith(_ON_THE_SAME)):
            return at
        if closed and "+and" in units[at + 1].signature and units[at + 1].signature & _ADVERBIAL:
            return at
    return None


_LINK, _FRONTED, _ADVERBIAL = 7, 14, frozenset(("fi", "TIME_PREP"))
_LINKS = frozenset(
    map(
        fold_word,
        (
            *("من جهته", "من جهتها", "من جهتهم", "من جانبه", "من جانبها", "من جانبهم", "من ناحيته", "من ناحيتها"),
            *("بدوره", "بدورها", "بدورهم", "إلى ذلك", "في المقابل", "في غضون ذلك", "في الأثناء", "في هذه الأثناء"),
            *("في الوقت نفسه", "في الوقت ذاته", "من جهة أخرى", "من جهة ثانية", "من جانب آخر", "في سياق متصل"),
        ),
    )
)
_ON_THE_SAME = ("علي صعيد ", "علي الصعيد ", "في سياق ", "في السياق ")


def agreement_of_verb(unit: Unit) -> Agreement:
    """Gender and number that the verb form asks of its subject; a verb before its subject is always singular."""
    return _agreement(unit.get("verb") or ())


@lru_cache(maxsize=1 << 10)
def _agreement(slots: tuple[str, ...]) -> Agreement:
    """Several women are rarely meant where the form may be one man's."""
    third = [slot for slot in slots if slot[1] == "3" and len(slot) == 4]
    if any(slot[1:] == "3ms" for slot in third):
        third = [slot for slot in third if slot[1:] != "3fp"]
    genders, numbers = {slot[2] for slot in third}, {slot[3] for slot in third}
    return Agreement(genders.pop() if len(genders) == 1 else None, numbers.pop() if len(numbers) == 1 else None)


def agreement_of_participle(form: str) -> Agreement:
    """The agreement of a participle form such as "fs"."""
    return Agreement(form[0], form[1])


def cue_offsets(unit: Unit) -> Offsets:
    """The cue's span: without glued conjunction; a final pronoun stays."""
    return unit.cut, unit.end


def of_object(m: Match, cue: Cue, at: int, opens: int) -> Anchor:
    """The anchor of a verb at `at` whose object, the content, begins at `opens`: its subject stands between, or is dropped."""
    told = opens > at + 1
    return Anchor(
        at=at,
        cue=cue,
        cue_span=cue_offsets(m.units[at]),
        clause=clause_start(m.units, at),
        cuts=True,
        frame="np",
        opens=opens,
        start=m.units[opens].start,
        found_by="explicit" if told else "dropped",
        speaker=name_draft(m.units, at + 1, opens, m.text) if told else None,
        agreement=agreement_of_verb(m.units[at]),
        rule=m.rule.id,
    )


def spoken(m: Match, at: int, opened: Opening, speaker: tuple[int, int]) -> Anchor:
    """The anchor of the verb at `at` whose clause begins with it, whose content opens as found, and whose speaker is named by
    units[speaker[0]:speaker[1]], wherever they stand.
    """
    unit_ = m.units[at]
    name = name_draft(m.units, *speaker, m.text)
    return replace(inside(m, unit_["cue"], at, opened), cuts=True, speaker=name, agreement=agreement_of_verb(unit_))


def inside(m: Match, cue: Cue, at: int, opened: Opening) -> Anchor:
    """The anchor of a cue at `at` that ends no earlier content, and whose own opens as found; who speaks is left to be said."""
    return Anchor(
        at=at,
        cue=cue,
        cue_span=cue_offsets(m.units[at]),
        clause=at,
        cuts=False,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        rule=m.rule.id,
    )


def of_thing(m: Match, cue: Cue, at: int, thing: Offsets, speaker: tuple[int, int]) -> Anchor:
    """The anchor of a cue at `at` whose clause describes the thing that is said, ahead of it; units[speaker[0]:speaker[1]] name who
    says it.
    """
    return Anchor(
        at=at,
        cue=cue,
        cue_span=cue_offsets(m.units[at]),
        clause=at,
        cuts=False,
        frame="before",
        opens=None,
        start=thing[0],
        speaker=name_draft(m.units, *speaker, m.text),
        content=thing,
        kind="object_first",
        rule=m.rule.id,
    )


def ascribing(m: Match, cue: Cue, at: int, content: Around) -> Anchor:
    """The anchor of a phrase that ascribes the words around it, or before it, by the cue at `at`; to whom is left to be said."""
    return Anchor(
        at=at,
        cue=cue,
        cue_span=cue_offsets(m.units[at]),
        clause=with_comma(m.units, m.first),
        cuts=True,
        frame="around" if content.forward else "back",
        opens=None,
        start=content.start,
        content=(content.start, content.end),
        kind="according",
        rule=m.rule.id,
    )


_HE_DOES = "i3"  # the imperfect of the third person: "I declare" is spelt like "declared"


def describes_noun(m: Match, at: int) -> bool:
    """An imperfect behind an indefinite noun describes it (protests that reject …): what follows is its object."""
    if "HEADED" in m.units[at].signature or at == 0 or not any(slot[:2] == _HE_DOES for slot in m.units[at]["verb"]):
        return False
    before = m.units[at - 1]
    if "document" in before.signature and not is_article(before):
        return True
    return not is_article(before) and not before.signature & {"toponym", "given", "name", "neg_verb", "TIME", "NUMBER"}
