"""Actors: the persons, bodies and groups of a report, each once, with every place the text names them.

An actor is somebody who speaks, or who is named with a title.  Names that end another person's full name
belong to that person; a surname alone is looked for too.  The text is walked once, whatever the number of names.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache
from typing import NamedTuple

import msgspec

from khabar.languages import load
from khabar.languages.drafts import ActorDraft, Offsets
from khabar.languages.pack import Pack
from khabar.reading.actors.scripts import first_named, joined_scripts
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.reading.reserve.withheld import words_of
from khabar.reading.spans import span_of
from khabar.reading.speakers.speakers import UNKNOWN
from khabar.record import Actor, Claim, Withheld
from khabar.text.answers import Answers
from khabar.text.fold import fold, fold_word
from khabar.text.page import Page
from khabar.text.tokens import Kind, Token

Key = tuple[str, ...]
_ABD, _AL = (
    "\N{ARABIC LETTER AIN}\N{ARABIC LETTER BEH}\N{ARABIC LETTER DAL}",
    "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}",
)
_JOINING = frozenset(" \t\u00a0-–\"«»“”„‹›'’(")


class Cast(NamedTuple):
    """The actors in the order of their first mention, and the claims with `actor` filled."""

    actors: list[Actor]
    claims: list[Claim]


@dataclass
class _Role:
    """What is gathered of one actor: its fullest name, its descriptions, the places where a phrase names it; `anchor`: the
    words of its first claim, for a name that stands nowhere as such; `also`: the name as it is written otherwise.
    """

    name: str
    spans: list[Offsets] = field(default_factory=list)
    also: set[Key] = field(default_factory=set)
    anchor: Offsets = (0, 0)
    drafts: list[ActorDraft] = field(default_factory=list)


def read_actors(page: Page, found: Sequence[Mentions], claims: Sequence[Claim], withheld: Sequence[Withheld]) -> Cast:
    """The cast of a report.  Time grows with the text, not with text times names."""
    described = _Phrases(page, found)
    roles: dict[Key, _Role] = {}
    titled = [described.at(n.span) for m in found for n in m.names if n.kind not in ("mentioned", "body")]
    spoken_of = [described.at((c.speaker.start, c.speaker.end)) for c in claims if c.speaker]
    persons = [d.name.name for d in (*titled, *spoken_of) if d is not None and d.kind == "person" and d.called]
    persons += [n.name for m in found for n in m.names if n.kind == "mentioned"]
    full = _full_names([*(c.speaker_name for c in claims), *persons], persons)
    for claim in claims:
        draft = described.at((claim.speaker.start, claim.speaker.end)) if claim.speaker else None
        if draft is not None and draft.kind == "person" and draft.called:
            full.shorten(claim.speaker_name, draft.name.name)
    for draft in titled:
        if draft is not None and draft.kind == "person" and draft.role:
            _enter(roles, full, draft.name.name, draft.name.span, draft)
    for claim in claims:
        span = (claim.speaker.start, claim.speaker.end) if claim.speaker else None
        draft = described.at(span) if span else None
        if claim.speaker_name != UNKNOWN and not (draft is not None and draft.nobody):
            role = _enter(roles, full, claim.speaker_name, span, draft)
            cue = claim.cue or claim.content
            role.anchor = role.anchor if role.anchor[1] else (cue.start, cue.end)
        for via in claim.via:
            at = (via.span.start, via.span.end) if via.span else None
            _enter(roles, full, via.name, at, _relaying(page, at, described.at(at)) if at else None)
    for silent in withheld:
        if silent.speaker_name != UNKNOWN:
            _enter(roles, full, silent.speaker_name, None, None)
    actors = _made(page, roles, _mentions(found, roles), described)
    cast, gone = joined_scripts(list(actors.values()))
    ids = {key: gone.get(actor.id, actor.id) for key, actor in actors.items()}
    spoken = [msgspec.structs.replace(c, actor=ids.get(full(c.speaker_name))) for c in claims]
    return Cast(sorted(cast, key=first_named), spoken)


def _relaying(page: Page, span: Offsets, draft: ActorDraft | None) -> ActorDraft | None:
    """Who passes words on: alone in brackets, as in a dateline, stands an agency, though its name look a person's."""
    alone = page.text[max(span[0] - 1, 0) : span[1] + 1]
    if draft is None or draft.kind != "person" or not (alone.startswith("(") and alone.endswith(")")):
        return draft
    return msgspec.structs.replace(draft, kind="organisation", called="", role=None)


class _Phrases:
    """Descriptions of noun phrases by their offsets."""

    def __init__(self, page: Page, found: Sequence[Mentions]) -> None:
        self._found = found
        self._starts = [page.tokens[m.sentence.first].start for m in found]

    def at(self, span: Offsets) -> ActorDraft | None:
        """Whom the phrase names; None where no pack describes it."""
        place = bisect_right(self._starts, span[0]) - 1
        return self._found[place].actor(span) if place >= 0 else None


class _full_names:  # noqa: N801 - called like a function: full(name) → key
    """Each name → the key of the fullest name of a person in the report that ends with it, or holds it but for its middle."""

    def __init__(self, names: Iterable[str], persons: Iterable[str]) -> None:
        fullest = {tuple(words_of(name)) for name in persons}
        self._by_end: dict[str, Key] = {}
        self._keys: dict[Key, Key] = {}
        for name in names:
            key = words_of(name)
            self._keys.setdefault(key, key)
        ending: dict[str, list[Key]] = {}
        for key in self._keys:
            if key:
                ending.setdefault(key[-1], []).append(key)
        written: dict[str, Key] = {}
        for key in self._keys:
            written.setdefault(_joined(key), key)
        for key in self._keys:
            if key[-1:] in _ARMED and key[:-1] in self._keys:
                self._keys[key] = key[:-1]  # the armed brigade X is the brigade X
                continue
            longer = [k for k in ending.get(key[-1] if key else "", ()) if k in fullest and _is_of(key, k, fullest)]
            if longer and len(longer[0]) <= _LONGEST:
                self._keys[key] = max(longer, key=len)
            self._keys[key] = written.get(_joined(self._keys[key]), self._keys[key])

    def shorten(self, name: str, inner: str) -> None:
        """A speaker's words that hold more than the name of the person they name are that person's."""
        long, short = words_of(name), words_of(inner)
        if len(short) < len(long) and f" {' '.join(short)} " in f" {' '.join(long)} ":
            self._keys[long] = self(inner)

    def __call__(self, name: str) -> Key:
        key = words_of(name)
        return self._keys.get(key, key)


@lru_cache(maxsize=1 << 12)
def _joined(key: Key) -> str:
    """A name without its spaces and inner article, which writers set as they like (Abd al-Fattah, Abdulfattah)."""
    return "".join(key).replace(_ABD + _AL, _ABD)


def _is_of(short: Key, full: Key, persons: set[Key]) -> bool:
    """Whether a name is the end of a fuller one, or a person's first and last name of it with its middle left out."""
    if len(full) <= len(short):
        return False
    if full[-len(short) :] == short:
        return True
    rest = iter(full)
    return short in persons and len(short) > 1 and short[0] == full[0] and all(word in rest for word in short)


_LONGEST = 6
_ARMED = (("مسلح",), ("مسلحه",))


def _enter(
    roles: dict[Key, _Role], full: _full_names, name: str, span: Offsets | None, draft: ActorDraft | None
) -> _Role:
    key = full(name)
    role = roles.get(key)
    if role is None:
        role = roles[key] = _Role(draft.name.name if draft is not None and words_of(draft.name.name) == key else name)
    elif words_of(name) == key != words_of(role.name):
        role.name = name
    if _joined(words_of(name)) == _joined(key):
        role.also.add(words_of(name))
    if span is not None:
        role.spans.append(span)
    if draft is not None:
        role.drafts.append(draft)
    return role


# ---------------------------------------------------------------- mentions


def _mentions(found: Sequence[Mentions], roles: dict[Key, _Role]) -> dict[Key, list[Offsets]]:
    """Every occurrence of a full name or surname, longest first, in one walk over the words."""
    forms = _forms(roles)
    places: dict[Key, list[Offsets]] = {key: [] for key in roles}
    if not forms:
        return places
    begin = _beginnings(found, frozenset(forms))
    for mention in found:
        sentence, begins = mention.sentence, begin[mention.pack.code]
        tokens = sentence.page.tokens[sentence.first : sentence.last]
        if begins.isdisjoint([token.view for token in tokens]):
            continue
        words = [token for token in tokens if token.kind is Kind.WORD]
        free = 0
        for at in [at for at, word in enumerate(words) if word.view in begins]:
            taken = _named_at(words, at, forms, mention, roles) if at >= free else None
            if taken is not None:
                key, size, cut = taken
                places[key].append((words[at].start + cut, words[at + size - 1].end))
                free = at + size
    return places


def _beginnings(found: Sequence[Mentions], known: frozenset[str]) -> dict[str, set[str]]:
    """The words of the page that may begin a name, as each of its languages cuts them; `known`: how names begin."""
    ends = {stem[-_END:] for stem in known}
    tokens = found[0].sentence.page.tokens if found else ()
    views = {token.view for token in tokens if token.view[-_END:] in ends}
    stems = {code: _stems_of(code) for code in {mention.pack.code for mention in found}}
    return {code: {view for view in views if not known.isdisjoint(of[view])} for code, of in stems.items()}


_END = 3  # letters


@cache
def _stems_of(language: str) -> Answers[str, tuple[str, ...]]:
    """The stems under which a folded word may be part of a name, for each word that reports have."""
    forms = load(language).name_forms
    return Answers(lambda view: tuple([stem for _, stem in forms(view)]), _REMEMBERED)


_REMEMBERED = 1 << 16  # words


def _forms(roles: dict[Key, _Role]) -> dict[str, list[tuple[Key, Key]]]:
    """First stem → (all stems of a name, whose it is), longest first; a surname that two share is nobody's."""
    owners: dict[Key, set[Key]] = {}
    for key, role in roles.items():
        if not key:
            continue
        for written in (key, *role.also):
            owners.setdefault(written, set()).add(key)
        for draft in role.drafts:
            if draft.kind == "person" and draft.called:
                owners.setdefault(words_of(draft.called), set()).add(key)
    forms: dict[str, list[tuple[Key, Key]]] = {}
    for stems, keys in owners.items():
        if len(keys) == 1 or stems in keys:
            forms.setdefault(stems[0], []).append((stems, stems if stems in keys else next(iter(keys))))
    for options in forms.values():
        options.sort(key=lambda option: -len(option[0]))
    return forms


def _named_at(
    words: Sequence[Token], at: int, forms: dict[str, list[tuple[Key, Key]]], mention: Mentions, roles: dict[Key, _Role]
) -> tuple[Key, int, int] | None:
    """The longest name that begins at a word: whose it is, its number of words, source characters cut before it."""
    pack, text = mention.pack, mention.sentence.text
    best: tuple[Key, int, int] | None = None
    for cut, stem in pack.name_forms(words[at].view):
        for stems, key in forms.get(stem, ()):
            size = len(stems)
            if (best is None or size > best[1]) and _follow(words, at, stems, pack, text):
                if size == 1 and not _is_same(words[at].view, cut, roles[key]):
                    continue
                best = (key, size, fold(words[at].text).source_span(cut, cut)[0] if cut else 0)
    return best


def _is_same(view: str, cut: int, role: _Role) -> bool:
    """A body of one word is named with its article only: any government is not the Government."""
    words = role.name.split()
    if len(words) > 1:
        return True
    name = fold_word(words[0])
    return name in (view[cut:], _ALEF + view[cut:]) or (name[2:] == view[cut:] and not name.startswith(_ALEF))


_ALEF = "\N{ARABIC LETTER ALEF}"


def _follow(words: Sequence[Token], at: int, stems: Key, pack: Pack, text: str) -> bool:
    if at + len(stems) > len(words):
        return False
    for k in range(1, len(stems)):
        if pack.name_forms(words[at + k].view)[0][1] != stems[k]:
            return False
        if not set(text[words[at + k - 1].end : words[at + k].start]) <= _JOINING:
            return False
    return True


# ---------------------------------------------------------------- actors


def _made(
    page: Page, roles: dict[Key, _Role], places: dict[Key, list[Offsets]], described: _Phrases
) -> dict[Key, Actor]:
    """One actor a role; an actor whose name never stands in the text as such is mentioned where a phrase means it."""
    made: dict[Key, Actor] = {}
    ids = Ids("a")
    for key, role in roles.items():
        spans = sorted(set(places[key] or role.spans or _found(page.text, role.name)))
        if not key or not (spans or role.anchor[1]):
            continue
        if not (role.name[0].isalnum() and role.name[-1].isalnum()):
            spans = [_whole(page, span, role.name) for span in spans]
        drafts = _own(role, key)
        named = described.at(spans[0]) if spans and _kind(drafts or role.drafts) in _OPEN_KINDS else None
        if named is not None and (
            not role.drafts or _only_issues(role, named) or (named.kind == "person" and _is_called(role))
        ):
            # who kept silent, or spoke through a document or without being named there
            role.drafts[:] = drafts = [named]
        titles = [d.role for d in role.drafts if d.role]
        made[key] = Actor(
            id=ids.next(*(spans[0] if spans else role.anchor)),
            name=role.name,
            kind=_kind(drafts or role.drafts),
            public_role=any(d.public_role for d in role.drafts),
            role=max(titles, key=len, default=None),
            name_en=next((d.known_as for d in drafts if d.known_as), None),
            country=next((d.country for d in role.drafts if d.country), None),
            mentions=[span_of(page, span) for span in spans],
        )
    return made


def _found(text: str, name: str) -> list[Offsets]:
    """Where a name stands letter by letter, for one that the walk over the words does not meet (it begins with a number)."""
    start = text.find(name)
    return [] if start < 0 else [(start, start + len(name))]


def _own(role: _Role, key: Key) -> list[ActorDraft]:
    """The descriptions that use the name itself, not a title in its place."""
    return [d for d in role.drafts if key[-len(words_of(d.name.name)) :] == words_of(d.name.name)]


def _kind(drafts: Sequence[ActorDraft]) -> str:
    """The first kind that the phrases say: the name's own, or the titles that stand for it."""
    return next((draft.kind for draft in drafts if draft.kind != "unnamed"), "unnamed")


_OPEN_KINDS = ("organisation", "unnamed")


def _only_issues(role: _Role, named: ActorDraft) -> bool:
    """Whether every phrase is a document of the actor, whose own noun says what it is (the presidency's statement, the accounts
    of survivors).  `named`: the name alone where the text has it.
    """
    return named.kind != "person" and all(draft.name.span != named.name.span for draft in role.drafts)


def _is_called(role: _Role) -> bool:
    """Whether somebody told without a name in his phrases (a spokesman for it) bears a person's name elsewhere."""
    return (" " in role.name or role.name[:1].isupper()) and _kind(role.drafts) == "unnamed"


def _whole(page: Page, span: Offsets, name: str) -> Offsets:
    """A mention with the marks that belong to the name (the company "X", Omar N.)."""
    start, end = span
    written = page.text[start:end]
    at = name.find(written)
    if at < 0 or len(name) - len(written) > _MARKS_LEFT:
        return span
    whole = (start - at, start - at + len(name))
    return whole if page.text[slice(*whole)] == name else span


_MARKS_LEFT = 3
