"""Prepositions inside a phrase: the embassy in X, an official of the ministry, a source in the command of the army."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.name_words import is_full_name
from khabar.languages.ar.phrases.shapes import has_preposition, is_article, is_name_word


def joins(units: Sequence[Unit], at: int, first: int) -> bool:
    """A preposition inside a name: the embassy in X, a source in the ministry, a number of, deputy for."""
    if at + 1 >= len(units):
        return False
    unit, following = units[at], units[at + 1]
    if "own_side" in following.signature:
        return False
    if unit.signature & {"fi", "ala"} and (told := _is_published(units, at, first)) is not None:
        return told
    if unit.view == AT:
        return bool(
            following.signature & {"toponym", "known_place", "organisation", "org_head", "occupant"}
        ) and _is_sent(units, first, at)
    if "fi" in unit.signature:
        return _joins_in(units, at, first)
    if "min" in unit.signature:
        before = units[at - 1]
        if before.view in _MANY or before.signature & _OF_THEM or _is_group_of(units, at, first):
            return True
        if "document" in units[first].signature and _is_given_out(units, at, first):
            return True
        named = any("given" in u.signature for u in units[first + 1 : at])
        counted = bool(units[first].signature & {"whoever", "unnamed", "NUMBER", "digits", "people"})
        return counted and not named and not is_article(before)
    if "an" in unit.signature:
        deputy = units[first].view.removeprefix("ال") in _DEPUTIES and all(is_article(u) for u in units[first + 1 : at])
        ruler = (
            is_article(units[at - 1]) and units[at - 1].view.removeprefix("ال") in _RULERS
        )  # asked the minister | about
        given_out = "document" in units[first].signature and _is_given_out(units, at, first)
        return deputy or given_out or (not ruler and bool(units[at - 1].signature & {"role", "unnamed", "issued"}))
    if "ila" in unit.signature and _head(units[first]) in _SENT and at + 2 < len(units):
        there = following.signature & {"toponym", "known_place"}
        return bool(there) and ("comma" in units[at + 2].signature or is_name_word(units[at + 2]))
    return False


def _joins_in(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether "in" goes on with a phrase: where a body is, what an expert is one of."""
    following = units[at + 1]
    if following.view in _DECADES and at - 1 == first:
        return True  # a woman in her fifties
    if "people" in units[first].signature and not units[first].signature & {"role", "unnamed"}:
        return False  # where the crowd was
    if units[at - 1].view.removeprefix("ال") in _SPECIALISTS:
        return not following.signature & {"TIME", "mark"}  # who specialises in | the figures of
    if "medium" in following.signature:
        return False
    quoted = "quote_open" in following.signature and at + 2 < len(units)
    body = bool((units[at + 2] if quoted else following).signature & (_BODIES | {"media_head"} if quoted else _BODIES))
    return body or _is_field(units, at, first) or _is_expert(units[at - 1], following)


def _is_published(units: Sequence[Unit], at: int, first: int) -> bool | None:
    """Whether "in", "on" tell where a thing is published (figures published on a channel), or where a channel or an account is
    kept (a channel on the app of X); None where they tell neither.
    """
    following = units[at + 1]
    if units[at - 1].view.removeprefix("ال") in _PUBLISHED:
        return bool(following.signature & {"media", "media_head"})
    if following.view in _PLATFORMS:
        return any(u.view in _CHANNELS for u in units[first:at])
    return None


def _is_sent(units: Sequence[Unit], first: int, at: int) -> bool:
    """An envoy of a state, whose post "at" goes on with his title (the Egyptian ambassador | at the United Nations)."""
    return _head(units[first]) in _SENT and not any("given" in unit.signature for unit in units[first + 1 : at])


def _head(unit: Unit) -> str:
    """The first word of an office without its article (the special envoy: envoy)."""
    return unit.view.removeprefix("ال").partition(" ")[0]


def is_governed(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether "to it", "of them" belongs to an adjective right before (accounts close | to it), or the press to its body or number
    (the syndicate of | the journalists, all | the journalists).
    """
    signature = units[at].signature
    if "press" in signature and at > first and is_article(units[at]) and not has_preposition(units[at]):
        if "whoever" in units[at - 1].signature:
            return True
        return "org_head" in units[first].signature and not any(is_article(u) for u in units[first:at])
    return at > first + 1 and "prep_pron" in signature and bool(units[at - 1].signature & _GOVERN)


_GOVERN = frozenset(("close_to", "governing"))
AT = "لدي"
"""The preposition of an envoy's post."""


def _is_group_of(units: Sequence[Unit], at: int, first: int) -> bool:
    """A body without article before "of" and its people, or the bodies that make it up (a group of gunmen, of 12 parties)."""
    body = at == first + 1 and "org_head" in units[first].signature and not is_article(units[first])
    return body and bool(units[at + 1].signature & _MADE_UP_OF)


def _is_given_out(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether "of" or "by" behind a document without article tells who gave it out (a statement | by the residents of)."""
    alone = at - 1 == first and not is_article(units[first])
    return alone and not units[at + 1].signature.isdisjoint(_GIVERS)


_GIVERS = frozenset(("people", "org_head", "organisation", "role", "unnamed", "known_place"))
_OF_THEM = frozenset(("whoever", "unnamed", "NUMBER", "people", "close_to", "issued"))
_MANY = ("كثير", "كثيرون", "كثيرين")
_MADE_UP_OF = frozenset(("people", "armed", "NUMBER", "digits", "org_head"))


_BODIES = frozenset(("toponym", "org_head", "organisation", "place_type", "media"))
_DECADES = ("العشرين", "الثلاثين", "الاربعين", "الخمسين", "الستين", "السبعين", "الثمانين", "العشرينيات", "الثلاثينيات")
_PLATFORMS = ("تطبيق", "منصه", "موقع", "شبكه")
_CHANNELS = ("قناه", "قنوات", "حساب", "حسابات", "صفحه", "صفحات")  # on which a channel or an account is kept
_PUBLISHED = ("منشور", "منشوره")
_FIELDS = ("شوون", "قضايا", "ملف", "مجال", "علم", "علوم", "قانون", "تاريخ")


def _is_field(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether "in" goes on with who speaks: an expert's field (researcher in the affairs of), a part of a body (a source in
    the command of the army) behind somebody unnamed.
    """
    if "unnamed" not in units[first].signature or any("given" in u.signature for u in units[first + 1 : at]):
        return False
    if units[at + 1].view in _FIELDS:
        return True
    near = units[at + 1 : at + 4]
    body = next((k for k, u in enumerate(near) if u.signature & {"org_head", "organisation"}), None)
    return body is not None and not any(is_article(u) or u.signature & _NO_PART for u in near[:body])


def _is_expert(before: Unit, following: Unit) -> bool:
    """Whether "in" tells what an expert is one of (an analyst in | security affairs), not where and on what occasion he spoke."""
    expert = before.view.removeprefix("ال") in _EXPERTS
    return expert and not following.signature & _OCCASIONS and not has_preposition(following)


_EXPERTS = frozenset(
    ("خبير", "خبيره", "خبراء", "باحث", "باحثه", "باحثون", "محلل", "محلله", "محللون", "اخصائي", "اخصائيه")
)
_SPECIALISTS = ("متخصص", "متخصصه", "متخصصون", "متخصصين", "مختص", "مختصه", "مختصون", "مختصين")
_OCCASIONS = frozenset(
    ("event", "occasion", "medium", "document", "TIME", "abstract", "quote", "mark", "comp", "cue_noun")
)
_RULERS = (
    "مصدر",
    "وزير",
    "وزيره",
    "رييس",
    "رييسه",
    "محافظ",
    "مدير",
    "مديره",
    "قايد",
    "سفير",
    "ملك",
    "امير",
    "طبيب",
    "شيخ",
)
_SENT = ("مبعوث", "مبعوثه", "موفد", "سفير", "سفيره", "مندوب", "مندوبه", "ممثل", "ممثله")
AIDES = ("معاون", "مستشار", "مستشاره", "مساعد", "مساعده", "سكرتير", "سكرتيره", *_SENT)
"""Offices of those who serve the head of something."""
ONE_OF = ("احد", "احدي")
"""One of, before several."""
_DEPUTIES = ("نايب", "نايبه", "ممثل", "ممثله", "عضو", "مترشح", "مرشح")  # for a district, a party
_NO_PART = frozenset(("verb", "event", "cue_noun", "masdar", "mark", "prep", "TIME", "medium", "abstract", "comp"))


def is_aide(units: Sequence[Unit], at: int, last: int) -> bool:
    """An aide of whoever holds the office right behind (assistant to the head of)."""
    return units[at].view in AIDES and at + 1 < last and "role" in units[at + 1].signature


SPEAKING = ("متحدث", "متحدثه", "ناطق", "ناطقه")
"""Words for who speaks for somebody."""


def _speaks(unit: Unit) -> bool:
    """A spokesman: whatever stands behind his "of" with a place behind it is what he speaks for."""
    return "role" in unit.signature and _head(unit) in SPEAKING


def belongs(units: Sequence[Unit], at: int, first: int) -> bool:
    """A glued preposition inside a name: secretary general of the United Nations, an official of the ministry."""
    unit = units[at]
    if "+li" in unit.signature and _is_told(units, at, first):
        return False
    if _speaks(units[first]) and at + 1 < len(units) and units[at + 1].signature & {"toponym", "known_place"}:
        return bool(unit.signature & {"+li", "+bi"}) and not unit.signature & {
            "media",
            "media_head",
        }  # of the health of X
    if "+li" in unit.signature and "masdar" in unit.signature:
        return is_article(units[at - 1]) and bool(units[first].signature & {"role", "org_head", "organisation"})
    if "+li" in unit.signature and "governing" in units[at - 1].signature and not unit.signature & _NOT_GOVERNED:
        return True  # the quarters subject | to the control of
    theirs = "org_head" in unit.signature and ("governing" in units[at - 1].signature or is_article(unit))
    theirs = theirs or (unit.signature >= _FOR_STUDIES and any(map(_is_institute, units[first:at])))
    theirs = theirs or (unit.signature >= _OF_SITE and "document" in units[first].signature)  # a report | of the site X
    if unit.signature & {"press", "masdar", "cue_noun", "medium"} and not theirs:
        return False
    if "+li" in unit.signature:
        if unit.signature & {"media", "media_head"}:
            if is_article(unit) and at + 1 < len(units) and "given" in units[at + 1].signature:
                return "role" in units[first].signature  # the director general of the network | So-and-so
            return "document" in units[first].signature or units[at - 1].get("media_head") == "person"
        if "office_field" in unit.signature:
            return True
        following = units[at + 1] if at + 1 < len(units) else unit
        aide = _head(units[first]) in AIDES
        office = "role" in unit.signature and ("phrase" in unit.signature or is_article(following))
        office = aide and (office or "place_governor" in unit.signature)
        return is_article(unit) or office or bool(unit.signature & {"toponym", "organisation", "org_head"})
    if "+bi" in unit.signature and "known_place" in unit.signature:  # the supreme leader in X, So-and-so,
        return "role" in units[first].signature and at + 1 < len(units) and "comma" in units[at + 1].signature
    if "+bi" in unit.signature:
        return bool(unit.signature & {"org_head", "organisation", "place_type"})
    return False


_OF_SITE = frozenset(("+li", "media_head", "medium"))
_NOT_GOVERNED = frozenset(("press", "media", "media_head", "medium", "TIME", "document"))


def _is_told(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether "to" at units[at] leads to whom somebody speaks: it stands behind a full name, and nothing in the phrase is called
    after its bearer (So-and-so | to the passengers; but the foundation of So-and-so for music), or behind a country or a surname
    alone; or "that" stands behind an outlet that a common word spells as well (the minister | to the Mirror, that).
    """
    unit = units[at]
    if "media_name" in unit.signature and _ends_there(units, at + 1):
        return True
    if at - 1 == first:
        head = units[first].signature
        if is_article(units[first]) and "people" in unit.signature:
            return head <= _UNKNOWN  # al-Asiri | to the wounded
        return bool(head and head <= _SURNAMES) or ("known_place" in head and head.isdisjoint(_NO_PLACE))
    if not is_article(unit) or not is_full_name(units, at - 1, first) or "office_field" in unit.signature:
        return False
    given = next((k for k in range(first, at) if "given" in units[k].signature and not is_article(units[k])), at)
    return given < at - 1 and not any("org_head" in u.signature and not is_article(u) for u in units[first:given])


def _ends_there(units: Sequence[Unit], at: int) -> bool:
    """Whether a clause, a date or a verb of speech begins at units[at], be it behind a comma."""
    at += at < len(units) and "comma" in units[at].signature
    return at < len(units) and bool(units[at].signature & _BEGINS)


_BEGINS, _UNKNOWN = frozenset(("comp", "bi_comp", "colon", "TIME", "CUE")), frozenset(("+al", "name", "toponym"))


def _is_institute(unit: Unit) -> bool:
    """The word for a body without article, whose name may tell what it is for (the centre of X for studies)."""
    return "org_head" in unit.signature and not is_article(unit)


_SURNAMES, _NO_PLACE = frozenset(("name", "given")), frozenset(("org_head", "organisation", "place_type"))
_FOR_STUDIES = frozenset(("+li", "+al", "document"))
