"""Names: which words of a noun phrase are the name proper, whose title it follows, and how it agrees.

A person stands behind a title chain, before a title, or between commas behind a title; an institution keeps its
generic noun; a document stands for the body that issued it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.phrases.appositions import apposition, behind_place, behind_task, called
from khabar.languages.ar.phrases.joins import AIDES, ONE_OF
from khabar.languages.ar.phrases.named_in_marks import is_of_marked
from khabar.languages.ar.phrases.names_of_others import is_close_to
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.proper_names import Proper, name_in
from khabar.languages.ar.phrases.shapes import NISBA, PREPOSED, is_article
from khabar.languages.drafts import Agreement, NameDraft, Sentence

_PEOPLE = frozenset(("people", "unnamed", "role"))


def agreement_of(head: Unit) -> Agreement:
    """Gender and number of the head noun, as far as its form tells."""
    view = head.view.split()[0].removeprefix("ال")
    if view.endswith("ات") or (head.get("media_head") == "collective" and view.startswith(_MEANS)):
        return Agreement("f", "p")
    if view.endswith("ه") and "given" not in head.signature:
        return Agreement("f", "s")
    if view.endswith(_TWO_OF_THEM) and is_article(head):
        return Agreement("f", None)
    if "known_place" in head.signature and head.signature.isdisjoint(_NO_PLACES):
        return Agreement("f", "s")
    if view.endswith(("ون", "ين")) and len(view) > 4 and (is_article(head) or head.signature & _PEOPLE):
        return Agreement("m", "p")
    if view in _MANY_MEN or (_PEOPLE & head.signature and "people" in head.signature and head["people"].number == "p"):
        return Agreement("m", "p")
    one = "media_head" in head.signature and _is_medium(head)
    return Agreement(None, "s") if "given" in head.signature else Agreement("m", "s" if one else None)


def _is_medium(head: Unit) -> bool:
    """One medium (a site, a channel, the media as one body), no plural of them."""
    return head.get("media_head") not in (None, "person") and _PLURAL.match(head.view) is None


_PLURAL = re.compile(r"^(?:ال)?\w(?:وا\w\w|\wو\w|\wا\w\w)$")  # sites, channels


def _agreement_of_all(units: Sequence[Unit], first: int, last: int) -> Agreement:
    """The agreement of a phrase: two places that speak may go on in the dual (Paris and London have called for)."""
    found = agreement_of(units[first])
    several = "known_place" in units[first].signature and any(
        "+and" in unit.signature for unit in units[first + 1 : last]
    )
    return Agreement(found.gender, None) if several else found


_TWO_OF_THEM = ("تين", "تان")  # the two organisations
_MEANS = "وسائ"  # means of information; the media alone are a "he"
_NO_PLACES = frozenset(("role", "org_head", "unnamed", "document", "people", "media_head"))
_MANY_MEN = ("شهود", "اهالي", "سكان", "خبراء", "نشطاء", "اطباء")


def name_draft(units: Sequence[Unit], first: int, last: int, text: str, proper: Proper | None = None) -> NameDraft:
    """The draft of a noun phrase units[first:last].  `proper`: what `name_in` says of it, where the caller has asked.

    A title without a name takes the name set off behind it by commas (the president, So-and-so,): the span stays
    the title, the name is the person's.
    """
    begin, end, kind = proper or name_in(units, first, last)
    end = _without_description(units, begin, end) if end - begin > 1 else end
    last = _without_age(units, first, last) if "bracket_close" in units[last - 1].signature else last
    head = units[first]
    own = bool(head.signature & _GLUED_LETTERS) and _keeps_letter(units, first, kind)
    start = head.start if own else head.cut if not head.signature & PREPOSED else head.cut + 1
    span = (start, units[last - 1].end)
    title = " ".join(text[start : units[begin - 1].end].split()) if kind == "person" and begin > first else ""
    if kind == "person" and not title:
        title = office_behind(units, end, last, text)
    if kind == "unnamed" and (head.signature & _SOMEBODY or head.view.removeprefix(ARTICLE) in AIDES):
        apposed = _apposed(units, first, last)
        if apposed is not None:
            title = " ".join(text[start : span[1]].split())
            begin, end, kind = *apposed, "person"
    of_the = {"+li", "+al"} <= units[begin].signature  # "for the" hides the article
    whole = own and begin == first and not of_the
    words = text[start if whole else name_start(units[begin], inner=begin > first) : units[end - 1].end]
    if begin > first and units[begin - 1].view in _KNOWN_AS and "maybe_bi" in units[begin].signature:
        words = words[1:]
    name = (ARTICLE if of_the else "") + _unquoted(" ".join(words.split()))
    if kind == "unnamed" and (head.get("event") or {}).get("type") == "PROTEST":
        kind = "crowd"
    name = name.partition(" ")[0] if kind == "document" and _issued_by_it(units, last) else name
    if kind == "unnamed":
        name = _without_this(units, begin, end, name)
    through = head.view if "document" in head.signature and begin > first and kind != "person" else ""
    named = kind == "person" and not title
    agreement = Agreement(None, "s") if named else _agreement_of_all(units, begin if through else first, last)
    alias: str = next((u["media"]["name_en"] for u in units[begin:end] if "media" in u.signature), "")
    state = kind == "unnamed" and "known_place" in head.signature and not head.signature & _PERSONS
    anaphoric = _goes_back(units, first, last, kind) and not state
    personal = False if state else None  # no title, though a title holds its name (the envoy of Egypt)
    return NameDraft(span, name, agreement, kind, anaphoric, title, personal=personal, alias=alias, through=through)


def _keeps_letter(units: Sequence[Unit], first: int, kind: str) -> bool:
    """Whether the first letter of a name behind a verb of speech, which may be "so", "and" or "like", is its own."""
    head = units[first].signature
    if first == 0 or "CUE" not in units[first - 1].signature:
        return False
    return kind == "person" or not head.isdisjoint(_OF_ITS_OWN)


_GLUED_LETTERS = frozenset(("+fa", "+and", "+ka"))
_OF_ITS_OWN = frozenset(("+fa", "+ka"))


def _goes_back(units: Sequence[Unit], first: int, last: int, kind: str) -> bool:
    """Whether a short definite phrase may mean a source named before (this military source); "its spokesman" does not."""
    this = "demonstrative" in units[first].signature and first + 1 < last
    short = kind in ("unnamed", "document") and is_article(units[first + this]) and last - first - this <= _SHORT
    return short and "in_the_name" not in units[last - 1].signature


_SHORT = 3  # units


def _without_this(units: Sequence[Unit], begin: int, end: int, name: str) -> str:
    """The name of an unnamed source without "this", which points back to it (this military source)."""
    words = name.split()
    this = "demonstrative" in units[begin].signature and len(words) == end - begin > 1
    known = this and is_article(units[begin + 1]) and units[begin + 1].signature & _PERSONS
    return " ".join(words[1:]) if known else name


def _without_description(units: Sequence[Unit], begin: int, end: int) -> int:
    """Where the name of a body ends: before what it is, or what it does, said behind its quotation marks (the movement "X" |
    armed), behind its name in a construct (the brigade of X | armed) or behind a listed name (the movement X | loyal to Y).
    Whose it is (the paper "X" American) belongs to it.
    """
    named = _name_proper(units, begin, end)
    if named == begin:
        if end - begin < _LEAST:
            return end
        armed = "org_head" in units[begin].signature and not units[end - 1].signature.isdisjoint(_ARMED)
        return end - 1 if armed and not is_article(units[begin]) else end
    if is_of_marked(units, named):
        return end
    told = named + 1 if named < end and units[named].view == _NOT else named
    alone = told + 1 == end and units[named - 1].signature & _CLOSES and _is_description(units[told])
    return named if alone or (told < end and _is_tie(units, told, end)) else end


def _name_proper(units: Sequence[Unit], begin: int, end: int) -> int:
    """Where the name proper of a body ends, by its closing mark or as the lists have it; `begin` where nothing shows it."""
    close = max(end - 1, begin)
    while close > begin and units[close].signature.isdisjoint(_CLOSES):
        close -= 1
    if close > begin:
        return close + 1
    if "organisation" in units[begin].signature and units[begin]["organisation"]["kind"] in _BODIES_OF_PEOPLE:
        return begin + 1
    if not _is_one_body(units[begin]):
        return begin
    return next((k for k in range(begin + 2, min(end, begin + _LONG)) if _is_tie(units, k, end)), begin)


def _is_one_body(head: Unit) -> bool:
    """The head of the name of one body (the group X | linked with Y): a ministry or several groups may be told apart by that."""
    of_people = "org_head" in head.signature and head["org_head"]["kind"] in _BODIES_OF_PEOPLE
    return of_people and head.view.endswith(_ONE_OF_THEM) and not is_article(head)


def _is_tie(units: Sequence[Unit], at: int, end: int) -> bool:
    """What a body is tied to, not what it is called: loyal to, linked with, part of; and what others call it, which ends the phrase
    (terrorist; but: the Leftist Radical Sildanian front).
    """
    unit = units[at]
    tied = "governing" in unit.signature or (at + 1 == end and not unit.signature.isdisjoint(_LABELS))
    return tied and is_article(unit)


def _is_description(unit: Unit) -> bool:
    """Armed, split from another, or an adjective of what a body is for (relief, media); not of a country, nor of who holds it."""
    nisba = unit.view.endswith(NISBA) and unit.signature.isdisjoint(_OWNERS)
    described = nisba or not unit.signature.isdisjoint(_DESCRIBED)
    return is_article(unit) and unit.view != _OFFICIAL and described


_OFFICIAL = "الرسميه"  # the state's
_LEAST, _NOT = 4, "غير"
_ARMED, _CLOSES = frozenset(("under_arms", "armed")), frozenset(("quote_close", "bracket_close"))
_DESCRIBED, _LABELS = _ARMED | {"governing"}, frozenset(("label", "under_arms"))
_BODIES_OF_PEOPLE, _ONE_OF_THEM, _LONG = ("group", "organisation"), "ه", 5
_OWNERS = frozenset(("demonym", "known_place", "given", "org_head", "organisation"))


def _without_age(units: Sequence[Unit], first: int, last: int) -> int:
    """Where the phrase ends before an age in the brackets that end it (So-and-so | (47 years))."""
    opened = next((k for k in range(last - 2, first, -1) if "bracket_open" in units[k].signature), last)
    return opened if any(u.signature & {"digits", "NUMBER"} for u in units[opened:last]) else last


def _is_somebody(units: Sequence[Unit], first: int, last: int) -> bool:
    """An office or somebody unnamed; a chief, an aide, or one, of those whose noun stands right behind (a senior official of; the
    assistant secretary; one of the leaders of).
    """
    head = units[first]
    if head.signature & _PEOPLE:
        return True
    one = "quality" in head.signature or head.view in ONE_OF or head.view.removeprefix(ARTICLE) in AIDES
    return one and first + 1 < last and bool(units[first + 1].signature & _PEOPLE)


_SOMEBODY = _PEOPLE | {"quality", "whoever"}


def _apposed(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """The name set off behind the title units[first:last], right behind it or behind where and for what its bearer works."""
    if not _is_somebody(units, first, last):
        return None
    found = called(units, last) or (None if is_close_to(units, first, last) else apposition(units, last))
    if found is None and "role" in units[first].signature:
        found = behind_place(units, last) or behind_task(units, first, last)
    return found


def _issued_by_it(units: Sequence[Unit], last: int) -> bool:
    """Whether a document's phrase ends with "issued" and a pronoun tells by whom: by whoever spoke before."""
    owned = last < len(units) and "prep_pron" in units[last].signature and units[last].view.startswith(_BY)
    return owned and "issued" in units[last - 1].signature


_BY = "عن"


def office_behind(units: Sequence[Unit], end: int, last: int, text: str) -> str:
    """The office that stands behind a name, in its phrase or behind a comma (So-and-so, the adviser of X,)."""
    at, limit = (end, last) if end < last else (last + 1, len(units))
    if at >= limit or "role" not in units[at].signature or (at > last and "comma" not in units[last].signature):
        return ""
    behind = noun_phrase_end(units, at, limit)
    whole = behind > at and not any("given" in u.signature for u in units[at + 1 : behind])
    return " ".join(text[units[at].cut : units[behind - 1].end].split()) if whole else ""


_PERSONS = frozenset(("role", "people", "unnamed", "given"))


def has_letters(name: str) -> bool:
    """Whether a name has a letter: what is left of a lone quotation mark names nobody."""
    return _LETTER.search(name) is not None


_LETTER = re.compile(r"[^\W\d_]")


def _unquoted(name: str) -> str:
    """A name without the quotation marks around all of it, or a mark whose other half stands elsewhere."""
    if _MARKS.isdisjoint(name):
        return name
    if sum(mark in _MARKS for mark in name) == 1:
        return "".join(character for character in name if character not in _MARKS)
    inner = name[1:-1]
    return inner if len(name) > 2 and name[0] in _MARKS and name[-1] in _MARKS and not set(inner) & _MARKS else name


_MEN = Agreement("m", "p")
_MARKS = frozenset('"«»“”„')


def name_start(unit: Unit, *, inner: bool = False) -> int:
    """The first character of a name: behind every glued particle but the article; of "for the" (لل) both letters go.  `inner`:
    behind a title no "so" begins a word, and the letter is the name's own.
    """
    if "+li" in unit.signature and "+al" in unit.signature:
        return unit.stem
    if inner and "+fa" in unit.signature:
        return unit.start
    return unit.cut + (1 if unit.signature & PREPOSED else 0)


_KNOWN_AS = ("يعرف", "تعرف", "معروف", "معروفه", "المعروف", "المعروفه", "الملقب", "الملقبه")  # by a name


def crowds(sentence: Sentence) -> list[NameDraft]:
    """The crowds a sentence speaks of (the demonstrators), whatever they do in it."""
    return [
        NameDraft((unit.stem, unit.end), ARTICLE + unit.text[unit.stem - unit.start :], _MEN, "crowd")
        for unit in sentence.units
        if "participants" in unit.signature and is_article(unit)
    ]
