"""Asides: what may stand between the speaker of a cue and its content.

A date, a medium, an addressee, a relay, an apposition, a relative clause: all set off by commas or led by a preposition.
A new verb or a bare noun is none of them, so that what stands behind it belongs to somebody else.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from khabar.grammar import Unit
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.appositions import apposition, called
from khabar.languages.ar.phrases.begun_objects import begins_deed
from khabar.languages.ar.phrases.no_speakers import is_how_often
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import HOW, ends_indefinite, has_preposition, is_article, is_finite
from khabar.languages.ar.phrases.voices import VOICES


class Around(NamedTuple):
    """The content of an attributive phrase: source offsets, and whether it stands behind the phrase."""

    start: int
    end: int
    forward: bool


def around(units: Sequence[Unit], at: int, end: int) -> Around | None:
    """What follows up to the sentence's end when the phrase opens its clause, else what stands before it in the sentence."""
    opens = at <= 1 or bool(units[at - 1].signature & {"comp", "bi_comp", "quote_open", "colon"})
    opens = opens or (at == _BUT_COMMA and "but" in units[0].signature and "comma" in units[1].signature)
    if opens and end < len(units) - 1:
        named = apposition(units, end)  # the minister, | So-and-so, | …
        closed = named[1] if named and named[1] < len(units) and "comma" in units[named[1]].signature else 0
        begin = _answer(units, end) or closed or _behind_issue(units, end) or behind_aside(units, end)
        while begin < len(units) - 1 and units[begin].signature & _BEFORE_WORDS:
            begin += 1
        return Around(units[begin].cut, units[-1].end, True)
    last = with_comma(units, at)
    return Around(units[0].cut, units[last - 1].end, False) if last > 0 else None


_BUT_COMMA = 2


def with_comma(units: Sequence[Unit], at: int) -> int:
    """The index `at`, or that of the comma or of "and that" right before it: where an attributive phrase begins, and what it
    describes ends.
    """
    if at > 1 and units[at - 1].view == AND_THAT:
        at -= 1
    return at - 1 if at and "comma" in units[at - 1].signature else at


AND_THAT = "وذلك"
"""And that, before the words for whose account it is (…, and that according to X): no part of what was said."""


def _answer(units: Sequence[Unit], end: int) -> int | None:
    """The "then" that opens what was said (فإن) right behind whom it was told to, or (فقد) behind who said it, with no comma."""
    if units[end].view == _HAS:
        return end
    near = range(end, min(end + _TOLD, len(units) - 1))
    then = next((k for k in near if {"comp", "+fa"} <= units[k].signature), None)
    return then if then is not None and only_asides(units, end, then) else None


def _behind_issue(units: Sequence[Unit], end: int) -> int:
    """The comma behind when a document was issued, told with or without a comma before it (a statement of X, issued on Monday,
    …); 0 where nothing tells it.
    """
    at = end + ("comma" in units[end].signature)
    if at >= len(units) or units[at].view not in _ISSUED:
        return 0
    return next((k for k in range(at + 1, min(at + _TOLD, len(units) - 1)) if "comma" in units[k].signature), 0)


_ISSUED = ("صدر", "صدرت", "نشر", "نشرت", "صادر", "صادره")
_HAS = "فقد"
_TOLD = 8  # words of the addressee
_BEFORE_WORDS = frozenset(("comma", "dash", "colon", "TIME", "comp", "bi_comp"))


def behind_aside(units: Sequence[Unit], end: int) -> int:
    """Behind what describes a source further: adjectives and phrases up to a comma, a relative clause in dashes or commas."""
    near = units[end : end + 10]
    if near and (("event_verb" in near[0].signature and _tells_deed(near[0])) or begins_deed(near[0], units[end - 1])):
        return end
    comma = next((k for k, unit in enumerate(near) if "comma" in unit.signature), 0)
    told = comma and _tells_of_source(units, end, end + comma)
    if comma and (told or not any(_begins_clause(u) for u in near[:comma])):
        return end + comma
    if end + 1 >= len(units) or "rel" not in units[end + 1].signature:
        return end
    mark = next((name for name in ("dash", "comma") if name in units[end].signature), None)
    return next((k for k in range(end + 2, len(units) - 1) if mark in units[k].signature), end) if mark else end


def _tells_deed(unit: Unit) -> bool:
    """A verb of an act right behind the source (according to the police | nine were killed); not: which X carried."""
    return not unit.signature & _CARRIED


_CARRIED = frozenset(("+pron", "cue", "broadcast"))


def _tells_of_source(units: Sequence[Unit], end: int, comma: int) -> bool:
    """A verb of speech right behind an indefinite source, with nothing said up to the comma, tells how he spoke (according to a
    witness who spoke to the agency, …).
    """
    unit, before = units[end], units[end - 1]
    speaks = "CUE" in unit.signature and not unit.signature & {"+and", "+fa"} and not is_article(before)
    return speaks and not any(u.signature & _SAID for u in units[end:comma])


_SAID = frozenset(("comp", "bi_comp", "colon", "quote_open", "kana"))
_SINGLE = frozenset(
    (
        *("comma", "dash", "TIME", "adverb", "like", "press", "prep_pron", "reflexive", "any", "quote_close", "there"),
        *("according_prep", "according_prep_clause", "according_relay", "according_quote_of", "according_quoting"),
        *("medium", "own_side", "NUMBER", "digits", "slash", "bracket_close"),
    )
)


def _begins_clause(unit: Unit) -> bool:
    """A verb, an auxiliary or a quotation: what was said begins; but "which X carried" still describes the source."""
    carried = {"broadcast", "+pron"} <= unit.signature
    return not carried and (bool(unit.signature & {"CUE", "kana", "quote_open", "comp"}) or is_finite(unit))


_ATTRIBUTIONS = frozenset(("according_prep", "according_relay", "according_quoting"))
_CLAUSES = frozenset(("rel", "while", "ma"))


def only_asides(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether units[first:last] hold nothing but asides, behind the name that who speaks is known by."""
    name = called(units, first) if first < last else None
    at = name[1] if name is not None else first
    while at < last:
        behind = _behind(units, at, last, first)
        if behind == at:
            return False
        at = behind
    return True


def _behind(units: Sequence[Unit], at: int, last: int, first: int) -> int:
    """The index behind the aside that begins at `at`; `at` itself when none does."""
    unit = units[at]
    signature = unit.signature
    if signature & {"bracket_open", "quote_open"}:
        close = "bracket_close" if "bracket_open" in signature else "quote_close"
        return next((k + 1 for k in range(at + 1, last) if close in units[k].signature), at)
    if signature & _ATTRIBUTIONS:
        return max(noun_phrase_end(units, at + 1, last, governed=True), at + 1)
    if "according_prep_clause" in signature and at + 1 < last and "verb" in units[at + 1].signature:
        return max(noun_phrase_end(units, at + 2, last), at + 2)
    if signature & _CLAUSES or _describes(units, at, first):
        return next((k for k in range(at + 1, last) if units[k].signature & {"comma", "dash"}), last)
    if signature & {"prep", "li_free", "bi_free"}:
        own = at + 1 < last and "own_side" in units[at + 1].signature  # on its part
        end = at + 2 if own else noun_phrase_end(units, at + 1, min(last + 2, len(units)))
        whole = "reflexive" in units[last - 1].signature or _is_closed(units, at, last)  # at the same time
        return (last if whole else at) if end > last else max(end, at + 1)
    of_two = unit.view in HOW or is_how_often(units, at)
    if signature & _SINGLE or of_two:
        return min(at + 1 + of_two, last)  # yesterday; in a | dry voice, for the | first time
    if has_preposition(unit):
        return max(noun_phrase_end(units, at, last, governed=True), at + 1)
    if "+and" in signature and "verb" not in signature:
        return max(noun_phrase_end(units, at, last), at + 1)
    if ends_indefinite(unit) and not is_finite(unit):
        return at + 1
    if at > first and "medium" in units[at - 1].signature:
        return at + 1  # its adjective
    set_off = at > first and units[at - 1].signature & {"comma", "dash"}
    if "one_of_them" in signature or set_off:  # an apposition; one of the people of the quarter
        return noun_phrase_end(units, at, last)
    return at


def _is_closed(units: Sequence[Unit], at: int, last: int) -> bool:
    """Whether the phrase of a preposition ends before units[last], whose genitive that could be by its form: behind a stretch of
    time (announced at an earlier hour, two days ago | the killing of), or an indefinite noun with its adjective (in an earlier
    statement | the killing of).
    """
    end = units[last - 1]
    if "medium" in end.signature and units[min(last, len(units) - 1)].signature >= _THEIR_DOING:
        return True  # in a statement | its seizing of
    counted = "period" in end.signature or end.view == _LITTLE
    if (
        "earlier" in end.signature
        or end.signature >= _DESCRIBED
        or _is_platform(end)
        or (counted and units[at].signature & _COUNTED_FROM)
    ):
        return True
    if last - at <= _WITH_ADJECTIVE or is_article(end):
        return False
    return bool(end.signature & _ADJECTIVES) or ("medium" in units[last - 2].signature and not end.signature)


def _is_platform(unit: Unit) -> bool:
    """A network by its own name, which takes no genitive (on the application Telegram | the killing of)."""
    if "medium" not in unit.signature or is_article(unit) or unit.view == _A_PLATFORM:
        return False
    return bool(unit["medium"]["kind"] == "platform")


_THEIR_DOING = frozenset(("+pron", "verb"))
_A_PLATFORM = "منصه"
_LITTLE, _COUNTED_FROM = "قليل", frozenset(("ago", "since"))
_DESCRIBED = frozenset(("medium", "phrase"))  # a terse statement
_ADJECTIVES = frozenset(("kind_adjective", "quality", "previous_mentioned"))
_WITH_ADJECTIVE = 2  # a preposition, a noun


def _describes(units: Sequence[Unit], at: int, first: int) -> bool:
    """A verb with nothing to join it describes the indefinite noun before it (an official who asked, a statement it issued), also
    across the rest of its phrase where it asks not to be named (an expert on the affairs of X | who asked not to be named).
    """
    if not units[at].signature & {"verb", "neg_verb", "kana"} or at == 0 or "+and" in units[at].signature:
        return False
    before = units[at - 1]
    if "comma" in before.signature:  # a clause between commas
        return any("comma" in u.signature for u in units[at + 1 : at + 10])
    if any("anonymity" in unit.signature for unit in units[at + 1 : at + 1 + _ASKED_FOR]):
        return True
    return ("+pron" in units[at].signature and at > first) or not (is_article(before) or "TIME" in before.signature)


_ASKED_FOR = 3  # words of what is asked for
_ASIDE, _SOURCE = 14, 8  # words: a clause that describes a source; the source before it


def describes_source(units: Sequence[Unit], at: int) -> bool:
    """Whether a cue stands in a clause that only says how another cue's source spoke (denied an officer, who spoke to X, that)."""
    if at < 1:
        return False
    before = units[at - _SOURCE if at > _SOURCE else 0 : at - 1]
    return any("CUE" in unit.signature for unit in before) and behind_clause(units, at) is not None


def behind_clause(units: Sequence[Unit], at: int) -> int | None:
    """Where a clause between commas or dashes ends that only describes the source (sources, who refused to be named, that …)."""
    if at == 0 or not units[at].signature & {"CUE", "PART", "REL_CUE"} or units[at].signature >= _NEXT_CLAUSE:
        return None
    mark = next((name for name in ("comma", "dash") if name in units[at - 1].signature), None)
    of_medium = mark is None and _is_of_medium(units, at)
    mark = "comma" if of_medium else mark
    if mark is None:
        return None
    told = "REL_CUE" in units[at].signature
    for later in range(at + 1, min(at + _ASIDE, len(units) - 2)):
        signature = units[later].signature
        if signature & {"stop", "bi_comp", "colon", "LONG_QUOTE"} or (
            "comp" in signature and not (told and later == at + 1)
        ):
            return None
        if mark in signature:
            governed = bool(units[later + 1].signature & {"min", "ila", "ala", "an"})
            dated = mark == "dash" and "TIME" in units[later + 1].signature  # - who asked for it - | yesterday that
            if dated or units[later + 1 + governed].signature & {"comp", "bi_comp"}:
                return later
            if not of_medium or units[later + 1].signature.isdisjoint(_WHEN):
                return None  # which it issued, | at the end of March, | that
    return None


def _is_of_medium(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb describes a medium that a comma and "in" set off before it (said, in a report | it issued, that)."""
    begin = next((k for k in range(at - 1, max(at - _SOURCE, 0), -1) if "comma" in units[k].signature), at)
    told = units[begin + 1 : at]
    return bool(told) and "fi" in told[0].signature and any("medium" in unit.signature for unit in told)


_WHEN = frozenset(("TIME", "fi"))
_NEXT_CLAUSE = frozenset(("CUE", "+and"))  # and said: no description


def is_set_off(done: Sequence[Unit], units: Sequence[Unit], at: int) -> bool:
    """A verb between commas behind the subject of a cue that has its own complementiser behind the second comma (a doctor,
    who spoke on condition that …, said that).
    """
    if at < 2 or "comma" not in done[at - 1].signature:
        return False
    for index in range(at - 2, max(at - 13, -1), -1):
        unit = done[index]
        if "CUE" in unit.signature:
            break
        if "comp" in unit.signature and "but" in done[max(index - 1, 0)].signature:
            return _is_resumed(units, at)
        if unit.signature & _BORDERS:
            return False
    else:
        return False
    for later in range(at + 1, min(at + 14, len(units) - 1)):
        own = later == at + 1 and "comp" in units[later].signature  # (who said that her son was missing)
        if units[later].signature & {"stop", "comp", "bi_comp", "colon", "quote_open"} and not own:
            return False
        if "comma" in units[later].signature:
            governed = units[later + 1].signature & {"min", "ila", "ala", "an"}
            return bool(units[later + 1 + bool(governed and later + 2 < len(units))].signature & {"comp", "bi_comp"})
    return False


def _is_resumed(units: Sequence[Unit], at: int) -> bool:
    """Whether the verb of "but that X, who asked not to be named, said" stands behind the next comma."""
    comma = next((k for k in range(at + 1, min(at + 10, len(units) - 2)) if "mark" in units[k].signature), 0)
    return bool(comma) and "comma" in units[comma].signature and "cue" in units[comma + 1].signature


def describes_teller(units: Sequence[Unit], at: int) -> bool:
    """A verb right behind an indefinite source, with another verb of speech and its complementiser behind it: the first one only
    describes the source (residents who spoke to the paper | affirmed that).
    """
    before = units[at - 1]
    if before.signature.isdisjoint(_TELLERS) or is_article(before) or before.signature & _NO_TELLERS:
        return False
    for later in range(at + 1, min(at + _DESCRIPTION, len(units) - 1)):
        signature = units[later].signature
        if signature & _ENDS or "+and" in signature:
            return False
        if "cue" in signature and "verb" in signature and "prep" not in units[later - 1].signature:
            return bool(units[later + 1].signature & {"comp", "bi_comp"})
    return False


_TELLERS = frozenset(("people", "unnamed", "role"))
_NO_TELLERS = frozenset(("+pron", "given", "+bi", "+li"))
_ENDS, _DESCRIPTION = frozenset(("comp", "bi_comp", "mark", "TIME")), 8
_BORDERS = frozenset(("mark", "comp", "bi_comp", "rel", "while", "but", "quote", "kana"))


def contrasted(units: Sequence[Unit], last: int) -> int | None:
    """Where the part begins, right before units[last], that a negation sets against what the sentence says (22, not | 16, as X
    says; nine, and not | three, as): only that part is what X says.  None where no such part stands there.
    """
    for at in range(last - 1, max(last - _CONTRAST, 0), -1):
        unit = units[at]
        if unit.view in _NOT_BUT or (unit.view in _AND_IS_NOT and not units[at - 1].signature & {"comp"}):
            return at + 1 if at + 1 < last and not is_finite(units[at + 1]) else None
        if unit.signature & {"mark", "comp", "CUE", "rel"} - {"quote"} or is_finite(unit):
            return None
    return None


_CONTRAST = 9  # words
_NOT_BUT = ("لا", "ولا")
_AND_IS_NOT = ("وليس", "وليست", "وليسوا", "ليس")


def behind_commas(units: Sequence[Unit], at: int, opens: int) -> int:
    """Where the speaker begins behind where, when and through what it was said, which commas set off right behind the verb
    (affirmed, at a press conference, | the spokesman So-and-so that); `at` where nobody does.
    """
    first = at + 1
    while first < opens - 1 and units[first].signature & _WHERE_AND_WHEN:
        first = next((k + 1 for k in range(first + 1, opens - 1) if "comma" in units[k].signature), opens)
    if first >= opens - 1 or first - at > _FARTHEST_SPEAKER:
        return at
    signature = units[first].signature
    return first if signature & _SPEAKERS and signature.isdisjoint(_GLUED_TO) else at


_WHERE_AND_WHEN = frozenset(("prep", "TIME", "during", "according_prep"))
_SPEAKERS = frozenset(("role", "unnamed", "org_head", "organisation", "given", "ministry"))
_FARTHEST_SPEAKER = 16
_GLUED_TO = frozenset(("+bi", "+li", "+ka", "+and", "+pron", "comp", "prep", "TIME", "medium"))


def is_met(units: Sequence[Unit], at: int) -> bool:
    """Whether "by" at units[at] leads to whom somebody met or called (affirmed, after his meeting | with the guards, that)."""
    if "+bi" not in units[at].signature or at == 0 or units[at].signature.isdisjoint(_PEOPLE_MET):
        return False
    return units[at - 1].view in beside_cues("met")


_PEOPLE_MET = VOICES | {"people", "given", "whoever", "known_place"}
