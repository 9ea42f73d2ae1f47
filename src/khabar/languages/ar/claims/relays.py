"""What stands between a cue and its content: relays, mediums, addressees."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from typing import NamedTuple

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.bare_clauses import tells_of_several
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.no_speakers import is_how_often
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.said_by import is_informed
from khabar.languages.ar.phrases.shapes import has_preposition, is_article
from khabar.languages.drafts import Agreement, NameDraft, Offsets, ViaDraft


class Middle(NamedTuple):
    """The relays, the medium and the addressee among some units."""

    via: tuple[ViaDraft, ...] = ()
    medium: Offsets | None = None
    addressee: Offsets | None = None


def middle(units: Sequence[Unit], first: int, last: int, text: str) -> Middle:
    """Read units[first:last], which lie between subject and content."""
    via: list[ViaDraft] = []
    medium: Offsets | None = None
    addressee: Offsets | None = None
    at = first
    while at < last:
        unit = units[at]
        if "according_quoting" in unit.signature and not via:
            break  # what follows is whom the speaker quotes
        relay = _relay_subject(units, at, last)
        if relay is not None:
            begin, end = relay
            aired = bool(unit.signature & {"broadcast", "according_prep_clause"})
            link = ViaDraft(name_draft(units, begin, end, text), aired=aired)
            via.insert(
                0 if "according_quoting" in unit.signature else len(via), link
            )  # whom a relay quotes comes before it
            at = end
            continue
        if medium is None and _is_medium(units, at):
            medium = (unit.stem, unit.end)
        host = _hosted(units, at, last) if medium is not None else None
        if host is not None:
            via.append(ViaDraft(name_draft(units, at + 1, host, text)))
            at = host
            continue
        told = at == first and is_informed(units, at)
        if addressee is None and (told or _is_addressee(unit)):
            end = max(noun_phrase_end(units, at, last, governed=True), at + 1)
            addressee = _behind_to(units, at, end)
            if unit.signature & _MEDIA:  # whom somebody spoke to carries the words
                via.append(ViaDraft(name_draft(units, at, end, text)))
        at += 1
    return Middle(tuple(via), medium, addressee)


def _is_medium(units: Sequence[Unit], at: int) -> bool:
    """What something was said through: a medium, and a document only where "in" or "by" leads to it (the ministry said | in a
    statement).  Reactions are none, nor is what somebody points at (described | this talk as).
    """
    unit = units[at]
    if "medium" not in unit.signature or unit.view.endswith(_REACTIONS):
        return False
    if at > 1 and "demonstrative" in units[at - 1].signature and "fi" not in units[at - 2].signature:
        return False
    return "document" not in unit.signature or (at > 0 and bool(units[at - 1].signature & {"fi", "bi_free"}))


def told_in_marks(units: Sequence[Unit], first: int, last: int, text: str) -> tuple[ViaDraft, ...]:
    """The medium that somebody spoke to, in marks behind "to" (told "X" that): what news writes so is a paper or a channel."""
    for at in range(first, min(last, len(units) - 2)):
        if "li_free" not in units[at].signature or "quote_open" not in units[at + 1].signature:
            continue
        near = range(at + 2, min(at + 2 + _NAME, last))
        close = next((k for k in near if "quote_close" in units[k].signature), None)
        if close is None or close == at + 2 or _names_no_medium(units, at, close):
            return ()
        name = name_draft(units, at + 2, close, text)
        return (ViaDraft(replace(name, kind="organisation", title="")),)
    return ()


def _names_no_medium(units: Sequence[Unit], at: int, close: int) -> bool:
    """Whether the marks behind "to" hold people, an act or another body (the commissioner of | "X", the caucus of | the party "X"),
    or whether a name follows them, so that they belong to an office.
    """
    inside = units[at + 2].signature
    if inside & _NO_MEDIUM or (inside & _BODIES and not inside & _MEDIA):
        return True
    behind = units[close + 1].signature if close + 1 < len(units) else frozenset()
    return is_article(units[at - 1]) and "comp" not in behind and bool(behind & {"given", "name"})


_BODIES = frozenset(("organisation", "org_head"))
_NAME = 5  # units of a medium's name and the mark behind it
_NO_MEDIUM = frozenset(("people", "role", "event", "masdar", "unnamed", "cue_noun", "armed"))
_REACTIONS = ("ردود",)


def _hosted(units: Sequence[Unit], at: int, last: int) -> int | None:
    """Behind the medium that "with", "on" or "over" names after an interview or a talk; None when none is named there."""
    if not units[at].signature & {"with", "ala"} or at + 1 >= last or "medium" not in units[at - 1].signature:
        return None
    head = units[at + 1].signature
    if "+pron" in head or (at + 2 < last and units[at + 2].view.startswith("التواصل")):
        return None  # on its own site, where one writes oneself
    told = head & _MEDIA or ("org_head" in head and at + 2 < last and units[at + 2].signature & _MEDIA)
    end = noun_phrase_end(units, at + 1, last)
    return end if told and end > at + 1 else None


def fronted(units: Sequence[Unit], at: int, text: str) -> Middle:
    """The medium and its relays before a verb that they open the sentence of (in a statement broadcast by X, the ministry said)."""
    before = units[:at]
    if not before or len(before) > _FRONTED or "fi" not in before[0].signature:
        return Middle()
    if any(u.signature & {"CUE", "stop", "comp", "quote"} for u in before):
        return Middle()
    return middle(units, 0, at, text)


_FRONTED = 14


def _behind_to(units: Sequence[Unit], first: int, last: int) -> Offsets:
    """The offsets of units[first:last] without the "to" that is glued to them; before an article it is part of the word."""
    glued = units[first].signature & _TO == {"+li"}
    return units[first].cut + glued, units[last - 1].end


_TO = frozenset(("+li", "+al"))


def _is_addressee(unit: Unit) -> bool:
    return "press" in unit.signature or ("+li" in unit.signature and bool(unit.signature & _MEDIA))


def addressed(units: Sequence[Unit], first: int, last: int, cue: Cue, frame: str) -> Offsets | None:
    """Who is asked, ordered, accused or told: the object, or the phrase of the verb's own preposition, that stands before the
    content, behind the subject.

    `last`: unit index where the content opens.  None where the verb addresses nobody, or only asides stand there.
    """
    puts = _puts(cue.frames, frame)
    if not puts:
        return None
    border = last - 1 if units[last - 1].signature & _LEADS and last > first else last
    found: Offsets | None = None
    at = first
    while at < border:
        unit = units[at]
        if found is not None and "neg_verb" in unit.signature:
            break  # bodies | that he did not name
        free = bool(unit.signature & _PREPOSITIONS)
        if unit.signature & _SET_OFF or unit.view == _NOT or tells_of_several(unit):
            at += 1 + (unit.view == _NOT)
            continue
        begin = at + 1 if free else at
        end = noun_phrase_end(units, begin, border, governed=not free)
        own = not unit.signature.isdisjoint(puts) if free else "obj" in puts and not has_preposition(unit)
        set_off = end < last and "comma" in units[end].signature  # an apposition of whom the phrase before names
        act = units[begin].signature & _ACTS and not units[begin].signature & _SOMEBODY
        act = act or is_how_often(units, begin) or _is_of_subject(units, begin, end)  # demanded | more than once
        if end > begin and own and not act and (found is None or not set_off):
            found = (units[begin].cut, units[end - 1].end)
        at = max(end, at + 1)
    return found


def _is_of_subject(units: Sequence[Unit], begin: int, end: int) -> bool:
    """Whether marks set units[begin:end] off behind the subject, whose office it is (So-and-so, deputy mayor, | called for)."""
    office = units[begin].signature & {"role", "whoever"} and not is_article(units[begin])
    return bool(office and units[begin - 1].signature & _ASIDE and units[end].signature & _ASIDE)


_ASIDE = frozenset(("comma", "dash"))


@lru_cache(maxsize=1 << 10)
def _puts(frames: frozenset[str], frame: str) -> frozenset[str]:
    """What leads to the addressee before such a content: "obj" and prepositions."""
    return frozenset(name.partition("+")[0] for name in frames if name.endswith(f"+{frame}"))


def directed_to(units: Sequence[Unit], first: int, last: int) -> Offsets | None:
    """Whom an order, demand or accusation is directed to, when that is all of units[first:last] (an order to the police to …)."""
    if units[first].signature.isdisjoint(_DIRECTING):
        return None
    begin = first if "+li" in units[first].signature else first + 1
    end = noun_phrase_end(units, begin, last, governed=True)
    whole = end in (last, last - 1) and (end == last or "prep" in units[end].signature)
    return _behind_to(units, begin, end) if whole and end > begin else None


_DIRECTING = frozenset(("+li", "li_free", "ila"))


def asked_from(units: Sequence[Unit], first: int, last: int, cue: Cue, frame: str) -> int:
    """Where the phrase of a speaker ends because the verb's own "from" names whom he asks (asked the minister | from the town)."""
    if "min" not in _puts(cue.frames, frame):
        return last
    return next((at for at in range(first + 1, last) if "min" in units[at].signature), last)


_ACTS, _SOMEBODY = frozenset(("masdar", "event", "cue_noun")), frozenset(("org_head", "people", "role", "organisation"))
_NOT = "غير"  # non-governmental: an adjective of the body before it
_SET_OFF = frozenset(("comma", "dash", "TIME", "adverb", "prep_pron", "reflexive", "quote_close"))
_PREPOSITIONS = frozenset(("prep", "li_free", "bi_free", "rel"))
_LEADS = frozenset(("prep", "comp", "bi_comp", "bi_free", "colon"))


def named(
    units: Sequence[Unit], speaker: tuple[int, int] | None, between: Middle, text: str
) -> tuple[NameDraft | None, Middle]:
    """The name of the speaker whose phrase is units[slice(*speaker)], and what stands behind it: a document has the name of the
    body that issued it, which then is no relay.
    """
    if speaker is None:
        return None, between
    name = _with_second(units, *speaker, name_draft(units, *speaker, text), text)
    issued = _issuer(units, speaker[0], between.via[0], text) if between.via else None
    if issued is None:
        return name, between
    whose = replace(name, name=issued.name, kind=issued.kind, anaphoric=False, head=issued.head, agreement=_STATED)
    return whose, between._replace(via=between.via[1:])


_STATED = Agreement(number="s")
"""The statement, or who issued it, goes on speaking."""


def _with_second(units: Sequence[Unit], first: int, last: int, name: NameDraft, text: str) -> NameDraft:
    """Two who speak together, each with his office and name (the mayor So-and-so and the governor So-and-so): both names."""
    if name.kind != "person" or not name.title:
        return name
    joint = next((k for k in range(first + 2, last - 1) if units[k].signature >= _AND_OFFICE), None)
    if (
        joint is None
        or units[joint].cut < name.span[0]
        or "given" not in units[joint + 1].signature | units[joint].signature
    ):
        return name
    other = name_draft(units, joint, last, text)
    ahead = name_draft(units, first, joint, text)
    if other.kind != "person" or ahead.kind != "person" or other.name == ahead.name:
        return name
    both = f"{ahead.name} {_AND}{other.name}"
    return NameDraft((ahead.span[0], other.span[1]), both, Agreement("m", "p"), "unnamed")


_AND, _AND_OFFICE = "\N{ARABIC LETTER WAW}", frozenset(("+and", "role"))


def _issuer(units: Sequence[Unit], at: int, link: ViaDraft, text: str) -> NameDraft | None:
    """The body behind a document that speaks, where the relative clause behind it tells who issued it (a decree that the
    presidency published, or the site of the presidency); None where an outlet carries it, or somebody speaks.
    """
    first, last = link.name.span
    inside = [k for k, unit in enumerate(units) if first <= unit.cut < last]
    if not link.aired or not inside or "document" not in units[at].signature:
        return None
    owner = next((k for k in inside[1:] if "+li" in units[k].signature), None)
    theirs = owner if owner is not None and "medium" in units[inside[0]].signature else inside[0]
    if any(units[k].signature & (_MEDIA | {"press"}) for k in range(theirs, inside[-1] + 1)):
        return None
    return name_draft(units, theirs, inside[-1] + 1, text)


_MEDIA = frozenset(("media", "media_head", "media_name"))


def _relay_subject(units: Sequence[Unit], at: int, last: int) -> tuple[int, int] | None:
    """The noun phrase of a relay that begins here: "as carried by X", "quoting X", "broadcast by X"."""
    signature = units[at].signature
    if signature & {"according_relay", "according_quoting"} and not signature & {"an", "min"}:
        return _phrase_after(units, at + 1, last)
    if "according_prep_clause" in signature and at + 1 < last and "verb" in units[at + 1].signature:
        told_to = at + 2 < last and "+li" in units[at + 2].signature and bool(units[at + 2].signature & _MEDIA)
        return _phrase_after(units, at + 2, last, governed=told_to)
    if "broadcast" in signature and "+pron" in signature:
        found = _phrase_after(units, at + 1, last)
        accounts = at + 1 < last and "medium" in units[at + 1].signature
        return (at + 1, max(noun_phrase_end(units, at + 2, last), at + 2)) if found is None and accounts else found
    if "obtains" in signature and "medium" in units[at - 1].signature:
        return _who_obtained(units, at, last)
    if "an" in signature and at + 1 < last and units[at + 1].view in _ITS_REPORTERS:
        return at + 1, at + 2
    if "fi" in signature and "comma" in units[at - 1].signature and at + 1 < last and _is_station(units[at + 1]):
        return _phrase_after(units, at + 1, last)
    through = units[at].view in _THROUGH or "according_prep" in signature
    if through and at + 1 < last and units[at + 1].signature & _MEDIA and not _is_platform(units, at + 1, last):
        return _phrase_after(units, at + 1, last)
    return None


def _who_obtained(units: Sequence[Unit], at: int, last: int) -> tuple[int, int] | None:
    """Who passes a statement on because it got a copy of it (in a statement | of which the agency obtained a copy), the verb with
    its pronoun, or a copy, or "it", behind the name.
    """
    near = range(at + 1, min(at + _COPIED, last))
    copied = next((k for k in near if units[k].view in _COPY), None)
    if copied is None and "+pron" not in units[at].signature:
        return None
    begin = at + 2 if copied == at + 1 else at + 1
    return _phrase_after(units, begin, last if copied in (None, at + 1) else copied)


def _is_station(unit: Unit) -> bool:
    """The noun of a channel or a radio, in which somebody speaks on the air."""
    return unit.view.startswith(_STATIONS) and not unit.signature.isdisjoint(_MEDIA)


_COPY, _COPIED = ("نسخه", "عليه", "عليها"), 8
_STATIONS = ("اذاعه", "قناه", "تلفزيون", "راديو")
_ITS_REPORTERS = frozenset(
    ("مراسلها", "مراسله", "مراسلتها", "مراسلته", "مراسليها", "موفدها", "موفده", "مندوبها", "مندوبه")
)
_THROUGH = ("عبر",)


def _is_platform(units: Sequence[Unit], first: int, last: int) -> bool:
    """A page or account of one's own on a platform, which nobody else carries."""
    return any(
        "medium" in u.signature and u["medium"]["kind"] == "platform" for u in units[first : min(first + 6, last)]
    )


def _phrase_after(units: Sequence[Unit], at: int, last: int, *, governed: bool = False) -> tuple[int, int] | None:
    end = noun_phrase_end(units, at, last, governed=governed)
    return (at, end) if end > at else None
