"""Appositions: the name that commas, a second office or "called" set off behind a title."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.name_words import BOUND, NO_SURNAME, is_ali, is_surname
from khabar.languages.ar.phrases.nouns import is_told_act, noun_phrase_end
from khabar.languages.ar.phrases.proper_names import trailing_name
from khabar.languages.ar.phrases.shapes import STOPS, is_article, is_name_word


def apposition(units: Sequence[Unit], comma: int) -> tuple[int, int] | None:
    """The personal name between the comma at `comma` and the next mark, verb or complementiser; None when there is none."""
    if comma + 1 >= len(units) or not units[comma].signature & _SETS_OFF or _is_where(units, comma + 1):
        return None
    if "quote_open" in units[comma + 1].signature:  # the agency, "X", So-and-so, said
        close = next(
            (k for k in range(comma + 2, min(comma + 7, len(units))) if "quote_close" in units[k].signature), None
        )
        return apposition(units, close + 1) if close is not None and close + 1 < len(units) else None
    behind = _behind_office(units, comma) or behind_place(units, comma + 1) or _behind_epithet(units, comma)
    if behind is not None:
        return behind
    comma = _behind_titles(units, comma)
    if comma + 1 < len(units) and _is_told(units, comma + 1):
        return None  # the president, | charged So-and-so with
    closed = _closed_name(units, comma)
    if closed:
        return comma + 1, closed
    if "dash" in units[comma].signature:
        return None
    end = comma + 1
    while end < min(len(units), comma + 6) and _goes_on(units, end, comma):
        end += 1
    object_ = end < len(units) and is_article(units[end]) and bool(units[end].signature & NO_SURNAME)
    if end == comma + 1 or (
        end < len(units) and not units[end].signature & STOPS and "prep" not in units[end].signature and not object_
    ):
        return None
    words = units[comma + 1 : end]
    known = any(w.signature & {"given", "name"} for w in words)
    return (comma + 1, end) if known or len(words) >= 2 else None


def _is_told(units: Sequence[Unit], at: int) -> bool:
    """A verb of an event: the writer marked it as one with its doubled letter, or its definite subject or object stands behind it
    (according to the residents, | fell the bridge).
    """
    unit = units[at]
    if "event_verb" not in unit.signature or "given" in unit.signature:
        return False
    clause = at + 1 < len(units) and is_article(units[at + 1]) and unit.signature.isdisjoint(_NAMES)
    return _DOUBLED in unit.text or clause


_NAMES = frozenset(("name", "toponym", "name_part", "role"))
_DOUBLED = "\N{ARABIC SHADDA}"


def _is_where(units: Sequence[Unit], at: int) -> bool:
    """Where something lies or goes (in X, in the south of the country,), which names nobody."""
    if units[at].view in _TOWARDS:
        return True
    return "place_side" in units[at].signature and at + 1 < len(units) and is_article(units[at + 1])


_TOWARDS = ("نحو", "صوب", "ضد")


def _behind_epithet(units: Sequence[Unit], comma: int) -> tuple[int, int] | None:
    """The name behind an epithet that commas set off (the activist, the much discussed, So-and-so,)."""
    first = units[comma + 1]
    if "+al" not in first.signature or first.signature & _BEARERS or is_name_word(first):
        return None
    end = next((k for k in range(comma + 2, min(comma + 5, len(units))) if "comma" in units[k].signature), None)
    if end is None or not all(map(is_article, units[comma + 1 : end])):
        return None
    found = apposition(units, end)
    return found if found is not None and any("given" in u.signature for u in units[found[0] : found[1]]) else None


_BEARERS = frozenset(("given", "name", "role", "people", "organisation", "org_head", "event", "cue_noun", "TIME"))


def behind_task(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """The name that commas set off behind an office whose field, or its bearer's party, a preposition tells (the former head of the
    department for X, So-and-so, that; the minister of the party X, So-and-so,), right before what is said.
    """
    if "role" not in units[first].signature or last + 1 >= len(units):
        return None
    following = units[last + 1]
    party = not units[last].signature.isdisjoint(_OF) and "org_head" in following.signature
    if not party and following.view != _SAKE and units[last].signature.isdisjoint(_FIELD):
        return None
    if "role" in units[last].signature:
        return None  # told | the prime minister, So-and-so
    for at in range(last + 1, min(last + _FARTHEST, len(units) - 3)):
        if units[at].signature & _NO_FIELD or (
            "medium" in units[at].signature and "media_head" not in units[at].signature
        ):
            return None
        if "comma" in units[at].signature:
            name = apposition(units, at)
            return name if name is not None and name[1] + 1 < len(units) and _is_set_off(units, *name) else None
    return None


def _is_set_off(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether what is said stands behind a name, or a comma closes one that begins with a known first name."""
    closed = "comma" in units[last].signature
    if "comp" in units[last + closed].signature:
        return True
    return closed and last - first > 1 and "given" in units[first].signature


_FARTHEST, _SAKE = 12, "اجل"  # for the sake of
_FIELD = frozenset(("+li", "li_free", "fi", "ala", "maybe_li", "+bi"))
_OF = frozenset(("an", "min"))  # the minister for, of the party X
_NO_FIELD = frozenset(("comp", "stop", "colon", "CUE", "PART", "rel", "press", "with", "according_prep"))


def _closed_name(units: Sequence[Unit], comma: int) -> int:
    """The index behind two to five words that a mark sets off, or "that" behind a comma: a name, whatever foreign words of it
    are spelt like, for no clause is so short; 0 where something else stands there.
    """
    first = end = comma + 1
    while end < min(len(units), comma + 6) and _may_be_name(units, end, first):
        end += 1
    if end - first < 2 or end >= len(units) or "+and" in units[first].signature:
        return 0
    closing = units[end].signature & _SETS_OFF
    behind = end + bool(closing)
    said = behind < len(units) and units[behind].signature & {"comp", "colon", "bi_comp"}
    if "dash" in units[comma].signature and not ("dash" in closing and said):
        return 0
    named = any(unit.signature & {"given", "name"} or not unit.signature for unit in units[first:end])
    listed = any("given" in unit.signature for unit in units[first:end])
    if not said and not (closing and named and (listed or is_name_word(units[first]))):
        return 0
    return 0 if units[end - 1].view in _BEFORE_THAT else end


_SETS_OFF = frozenset(("comma", "dash"))


def _may_be_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """A word of a name between marks: of no list, or spelt like a verb; behind the first one also an office without article
    (Ismail Khatib) and a surname with it.
    """
    signature = units[at].signature
    if at > first and is_article(units[at]):
        return signature <= _SURNAMES
    if at > first and "role" in signature and "+and" not in signature:
        return True
    return signature <= _SPELT_LIKE or ("given" in signature and "prep" not in signature)


_SURNAMES = frozenset(("+al", "name", "toponym", "given", "place_not_name"))
_SPELT_LIKE = frozenset(
    (
        "verb",
        "masdar",
        "name",
        "given",
        "toponym",
        "maybe_bi",
        "maybe_li",
        "foreign_given",
        "name_part",
        "+pron",
        "place_link",
        "media_name",
        "+bi",
        "place_head",
        "future",
    )
)
_BEFORE_THAT = ("يمكن", "يمكنه", "يسعده", "يحدث")


def _behind_titles(units: Sequence[Unit], comma: int) -> int:
    """The index before the name: the comma, or the last form of address behind it (the secretary, Dr So-and-so)."""
    at, limit = comma, min(len(units), comma + 4) - 2
    while at < limit and "role" in units[at + 1].signature and (at > comma or is_article(units[at + 1])):
        at += 1  # without article an office of its own, but a degree behind a rank (the colonel Dr So-and-so)
    named = units[at + 1].signature & {"given", "name_part"} or (at > comma and is_name_word(units[at + 1]))
    return at if named else comma


def _behind_office(units: Sequence[Unit], comma: int) -> tuple[int, int] | None:
    """The name behind a second office that commas set off (the undersecretary, head of the centre Dr So-and-so,)."""
    first = comma + 1
    if "role" not in units[first].signature or is_article(units[first]) or "given" in units[first].signature:
        return None
    end = noun_phrase_end(units, first, len(units))
    begin = trailing_name(units, first, end) if end > first + 1 else None
    known = begin is not None and any(u.signature & {"given", "name_part"} for u in units[begin:end])
    return (begin, end) if begin is not None and known else None


def behind_place(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The name behind where somebody works, set off by a comma (the military analyst, at the paper "X", So-and-so,)."""
    if at + 2 >= len(units) or "fi" not in units[at].signature or "medium" in units[at + 1].signature:
        return None
    end = noun_phrase_end(units, at + 1, len(units))
    behind = apposition(units, end) if end > at + 1 and end < len(units) else None
    return behind if behind is not None and "given" in units[behind[0]].signature else None


def called(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The name behind "called", "nicknamed" (a witness called So-and-so), be it behind a comma (a witness, called So-and-so,)."""
    if at + 1 < len(units) and "comma" in units[at].signature and "+and" in units[at + 1].signature:
        at += 1
    if at >= len(units) or units[at].view.removeprefix("و").removeprefix("ال") not in CALLED:
        return None
    first = end = at + 1
    if end < len(units) and {"+bi", "given"} <= units[end].signature:
        end += 1  # known as So-and-so
    while end < min(len(units), at + 6) and (is_name_word(units[end]) or is_surname(units, end, at)):
        if end > first and (
            "li_free" in units[end].signature or ("verb" in units[end].signature and is_told_act(units[end]))
        ):
            break  # called So-and-so | lost; | to "X"
        end += 1
    return (first, end) if end > first else None


def describes(units: Sequence[Unit], at: int) -> bool:
    """A title, a relative clause, "who is", "called" or "asked not to be named" begins behind a comma, at units[at]."""
    known = units[at].signature & {"role", "unnamed", "rel", "he", "REL_CUE"} or units[at].view in _WHO_IS
    return bool(known) or called(units, at - 1) is not None


_WHO_IS = ("وهو", "وهي", "وهم")
CALLED = (
    *("يدعي", "تدعي", "اسمه", "اسمها", "مدعو", "مدعوه", "ملقب", "ملقبه", "مكني"),
    *("مكناه", "سمي", "يسمي", "يعرف", "تعرف", "معروف", "معروفه"),
)


def _goes_on(units: Sequence[Unit], at: int, comma: int) -> bool:
    """Whether a word goes on with the name that began behind a comma."""
    first = at == comma + 1 and {"role", "given"} <= units[at].signature
    if at == comma + 1 and is_ali(units[at]) and at + 1 < len(units):
        return is_name_word(units[at + 1])
    if is_name_word(units[at]) or is_surname(units, at, comma) or first:
        return True
    if units[at - 1].view in BOUND and is_article(units[at]):
        return True  # Abd | al-Malik, the king
    return _is_town(units, at, comma + 1) or (at == comma + 1 and _is_spelt_like_act(units, at))


def _is_spelt_like_act(units: Sequence[Unit], at: int) -> bool:
    """A foreign first name that an act is spelt like, before the last name that ends the apposition."""
    if at + 2 >= len(units) or not is_name_word(units[at + 1]) or units[at + 2].signature.isdisjoint(STOPS):
        return False
    shaped = "masdar" in units[at].signature or not units[at + 1].signature
    return shaped and units[at].signature <= _ACT_SHAPES


_ACT_SHAPES = frozenset(("masdar", "verb"))


def _is_town(units: Sequence[Unit], at: int, first: int) -> bool:
    """A town's name behind a given name is a surname."""
    return at > first and "given" in units[first].signature and "known_place" in units[at].signature
