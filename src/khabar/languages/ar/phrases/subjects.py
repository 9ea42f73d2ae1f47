"""Subjects: which phrase is the subject of a cue, before it or behind it, and what cannot be one."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit
from khabar.languages.ar.phrases.agreeing import is_feminine_before
from khabar.languages.ar.phrases.appositions import apposition, called, describes
from khabar.languages.ar.phrases.asides import describes_teller, only_asides
from khabar.languages.ar.phrases.described_subjects import described_subject, tells_on
from khabar.languages.ar.phrases.joined_clauses import begun_clause
from khabar.languages.ar.phrases.joins import is_aide
from khabar.languages.ar.phrases.no_speakers import SOURCES, cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import opening
from khabar.languages.ar.phrases.shapes import (
    CLEAR,
    HAD,
    has_preposition,
    in_third_person,
    is_article,
    is_finite,
    is_name_word,
    is_nisba,
    is_past,
    only_sets_past,
)


def own_subject(m: Match, at: int) -> bool:
    """A verb behind an indefinite noun describes it, and has its subject behind itself (bases that X says are …)."""
    units = m.units
    head = units[at + 1].signature if at + 1 < len(units) else frozenset()
    named = head & {"known_place", "organisation", "org_head", "role", "given"} and not head & {"event", "masdar"}
    if not named or is_article(units[at - 1]) or "+and" in units[at].signature or units[at - 1].signature & _DEFINITE:
        return False
    opened = opening(units, at + 1, units[at]["cue"])
    return (
        opened is not None and opened.frame == "clause" and noun_phrase_end(units, at + 1, opened.at) >= opened.at - 1
    )


_DEFINITE = frozenset(("comma", "known_place", "+pron"))  # Canada | told Australia that


def subject_before(m: Match, at: int) -> tuple[int, int] | None:
    """The noun phrase that fills the clause before the cue: from the clause's begin (or behind كان, أن) up to the cue."""
    units = m.units
    if not in_third_person(units[at].classes["verb"]):
        return None  # we call on: the speaker of these words
    last = at
    while last > 0 and units[last - 1].signature & _MAY_SET_PAST:
        if not (units[last - 1].signature & _AUXILIARY or only_sets_past(units, last - 1)):
            break
        last -= 1
    apart = last > 1 and "comma" in units[last - 1].signature
    found = _before_mark(m, at, last) if apart else _right_before(m, at, last)
    if found is None or _is_behind_mark(units, *found):
        return None
    return found if not is_feminine_before(units[found[0]], units[at]) else None


def _before_mark(m: Match, at: int, last: int) -> tuple[int, int] | None:
    """The subject before the comma that stands before units[last]."""
    units = m.units
    if "+fa" in units[at].signature and (brought := _as_for(m, last)):
        return brought
    if (both := _both_set_off(units, last - 1, at)) is not None:
        return both, last - 1
    return _before_silence(units, last) or _before_comma(m, last)


_AUXILIARY = frozenset(("qad", "becomes"))  # had said, has come to know
_MAY_SET_PAST = _AUXILIARY | {"kana", "while"}


def _before_silence(units: Sequence[Unit], last: int) -> tuple[int, int] | None:
    """The source without a name of which commas set off that it would not be named, the verb with whom it told behind them (an
    official, who asked not to be named, | told "X" that).
    """
    comma, silent, least = last - 2, False, last - _ASIDE if last > _ASIDE else 0
    while comma > least and "comma" not in units[comma].signature:
        silent = silent or "anonymity" in units[comma].signature
        comma -= 1
    if not silent or "comma" not in units[comma].signature or "verb" not in units[comma + 1].signature:
        return None
    for begin in range(comma - 1, max(comma - _ASIDE, -1), -1):
        opens = begin == 0 or bool(units[begin - 1].signature & _BEFORE_SUBJECTS)
        if opens and units[begin].signature & _UNNAMED and noun_phrase_end(units, begin, comma) == comma:
            return begin, comma
    return None


_ASIDE = 9
_UNNAMED = frozenset(("unnamed", "people"))


def _right_before(m: Match, at: int, last: int) -> tuple[int, int] | None:
    """The subject that ends at `last`, right before the verb at `at` or its "had"."""
    units = m.units
    if last > 2 and "comp" in units[last - 1].signature and (earlier := _who_before_did(units, last - 1)):
        return earlier
    if "+fa" in units[at].signature:
        return _as_for(m, last)
    if last == 0 or "+and" in units[at].signature:
        return None
    ahead = units[at + 1].signature if units[at] is not units[-1] else _SHOUTED
    if ahead & _SHOUTED and "quote" in units[at]["cue"].frames:
        return _who_shouts(units, max(last - _LONGEST, 0), last)
    joined = begun_clause(units, at)
    if joined is not None:
        return joined, last
    return _whole_clause_before(m, last, at) or described_subject(units, last, at)


def _whole_clause_before(m: Match, last: int, at: int) -> tuple[int, int] | None:
    """The subject that stands between the border of its clause and the verb at `at` (its "had" at `last`), and nothing else."""
    units = m.units
    begin = last
    while begin > 0 and (not units[begin - 1].signature & _SUBJECT_BORDERS or _names_in_quotes(units, begin, last)):
        begin -= 1
    begin += begin < last - 1 and units[begin].view.removeprefix("و") in _THERE_ARE
    if begin == last or last - begin > _LONGEST:
        return None
    if "according_prep" in units[begin].signature and tells_on(units, begin + 1, last, at):
        return begin + 1, last
    there = begin > 0 and units[begin - 1].view.removeprefix("و") in _THERE_ARE
    behind = units[begin - 1].signature if begin and not there else _STOP
    if not behind & _BEFORE_SUBJECTS or "prep" in behind:
        return None  # or: what the ministry has | shows that
    if _had_done(units, begin, last, at):
        return begin, last
    if begin and "comma" in behind and "+and" not in units[begin].signature:
        apposed = _title_before_name(m, begin, last)
        if apposed is not None or not _only_adjuncts(m, begin - 1):
            return apposed
    end = noun_phrase_end(units, begin, last)
    if begin < end < last and "REL_CUE" in units[end].signature and describes_teller(units, end):
        return (begin, end) if not cannot_speak(units, begin) else None
    if begin and "comma" in behind and (both := _both_before(units, begin, end, at)) is not None:
        return both, last
    whole = end == last or (end == last - 1 > begin and _stands_aside(units[end]))
    whole = whole and not any(_is_act(u) for u in units[begin:last])
    speaks = whole and (_is_document(units, begin) or not cannot_speak(units, begin))
    if not speaks:
        return None
    return begin, end if end < last and "+li" in units[end].signature else last


def _is_behind_mark(units: Sequence[Unit], begin: int, last: int) -> bool:
    """Whether the phrase begins with a mark that closes a name, since none closes behind it (the channel "X |" Sildanian)."""
    marked = "quote" in units[begin].signature and begin + 1 < last and is_nisba(units[begin + 1])
    return marked and not any("quote" in unit.signature for unit in units[begin + 1 : last])


def _stands_aside(unit: Unit) -> bool:
    """One word between a subject and its verb: an official | in it; private sources | to the Mirror."""
    told = "+li" in unit.signature and not unit.signature.isdisjoint(_OUTLETS)
    return told or "prep_pron" in unit.signature


_OUTLETS = frozenset(("media", "media_name"))


def _both_set_off(units: Sequence[Unit], comma: int, at: int) -> int | None:
    """Where the first of two begins whom commas part from each other and from a verb of two (the Party, and the Movement, |
    announce); None elsewhere.
    """
    if units[at].view[-2:] not in _OF_TWO:
        return None
    second = next((k for k in range(comma - 1, max(comma - _LONGEST, 0), -1) if "comma" in units[k].signature), None)
    if second is None or noun_phrase_end(units, second + 1, comma) != comma:
        return None
    return _both_before(units, second + 1, at, at)


_OF_TWO = ("ان", "تا", "يا")


def _both_before(units: Sequence[Unit], begin: int, end: int, at: int) -> int | None:
    """Where the first of two begins that a comma and "and" join before a verb of two (the Party, | and the Movement announce); None
    where the verb is not of two, or what stands before the comma is no source.
    """
    slots = units[at].get("verb") or ()
    if "+and" not in units[begin].signature or end != at or any(slot[-1] != "d" for slot in slots if slot[1] == "3"):
        return None
    first = begin - 1
    while first > 0 and units[first - 1].signature.isdisjoint(_SUBJECT_BORDERS):
        first -= 1
    whole = first < begin - 1 and noun_phrase_end(units, first, begin - 1) == begin - 1
    return first if whole and not cannot_speak(units, first) else None


def _is_document(units: Sequence[Unit], begin: int) -> bool:
    """A statement behind "that", where it has the ending of an object and speaks (but that a statement of the ministry | said)."""
    return begin > 0 and bool(units[begin - 1].signature & {"comp", "but"}) and "document" in units[begin].signature


_THERE_ARE, _STOP = ("هناك", "ثمه"), frozenset(("stop",))
_SHOUTED = frozenset(("quote_open", "colon"))
_LONGEST = 14  # units of a phrase that is a subject


def _who_shouts(units: Sequence[Unit], begin: int, last: int) -> tuple[int, int] | None:
    """The people right before a verb of shouting, be it in the clause of whoever heard them (we heard the guard | shout "out"),
    if no preposition governs them (in the street, | they shout).
    """
    for at in range(begin, last):
        signature = units[at].signature
        verb = "verb" in signature and not signature & {"+al", "people", "role", "org_head"}
        if (
            signature & SOURCES
            and not verb
            and "prep" not in signature
            and noun_phrase_end(units, at, last) == last
            and not cannot_speak(units, at)
        ):
            governed = has_preposition(units[at]) or (at > 0 and "prep" in units[at - 1].signature)
            return None if governed else (at, last)
    return None


def _had_done(units: Sequence[Unit], begin: int, last: int, at: int) -> bool:
    """Whether "was" stands before units[begin:last] and "had", or a perfect, behind them: whatever they hold is the subject."""
    if not begin or "kana" not in units[begin - 1].signature:
        return False
    if last == at and not (is_past(units[at]) and not any("mark" in u or is_finite(u) for u in units[begin:last])):
        return False
    return not units[begin].signature & _NO_SUBJECT and not has_preposition(units[begin])


_NO_SUBJECT = frozenset(
    ("prep", "TIME", "comma", "prep_pron", "quote", "any", "+and", "+pron", "rel", "event", "masdar")
)


def _who_before_did(units: Sequence[Unit], that: int) -> tuple[int, int] | None:
    """The subject of a verb behind "X had before … that": what stands behind "of" there (it was before | of the group that it
    claimed).
    """
    begin = next((k + 1 for k in range(that - 1, max(that - 8, -1), -1) if units[k].view in HAD), None)
    if begin is None or not units[begin].signature & {"+li", "prep_pron"}:
        return None
    whole = noun_phrase_end(units, begin, that, governed=True) == that
    return (begin, that) if whole and not cannot_speak(units, begin) else None


def _names_in_quotes(units: Sequence[Unit], begin: int, last: int) -> bool:
    """Whether the mark before units[begin] opens a name that closes before the verb (the paper "X" | says)."""
    mark = units[begin - 1].signature
    return "quote_open" in mark and "LONG_QUOTE" not in mark and any("quote_close" in u for u in units[begin:last])


def _is_act(unit: Unit) -> bool:
    """A perfect that tells an act and has no reading as a noun: the phrase is a clause, no subject."""
    slots = unit.get("verb") or ()
    return (
        unit.signature.isdisjoint(_NOMINAL)
        and bool(slots)
        and all(slot[0] in "pP" for slot in slots)
        and any(slot[1:] in CLEAR for slot in slots)
    )


_NOMINAL = frozenset(
    (
        *("+al", "+pron", "given", "name", "people", "role", "org_head", "organisation", "toponym", "known_place"),
        *("event", "masdar", "cue_noun", "unnamed", "media", "media_head", "document", "medium", "measure_word"),
    )
)


def _as_for(m: Match, last: int) -> tuple[int, int] | None:
    """The subject that "as for" brings forward (as for the mayor, he denied …), or the name in it, what its bearer is behind it."""
    units = m.units
    begin = next((k + 1 for k in range(last - 1, max(last - 16, -1), -1) if "as_for" in units[k].signature), None)
    inner = last - 1 if "comma" in units[last - 1].signature else last
    if begin is None or begin >= inner:
        return None
    end = noun_phrase_end(units, begin, inner)
    if end == inner or (end > begin and only_asides(units, end, inner) and not cannot_speak(units, begin)):
        return begin, end
    named = begin
    while named < inner and (units[named].signature & _IN_NAMES or is_name_word(units[named])):
        named += 1
    trade = units[named].signature & {"people", "role", "unnamed"} and not is_article(units[named])
    return (begin, named) if trade and named - begin > 1 and "given" in units[begin].signature else None


_IN_NAMES = frozenset(("given", "name"))


def _before_comma(m: Match, last: int) -> tuple[int, int] | None:
    """The subject that a comma parts from its verb: a title with the name between commas, or what was (had …, said)."""
    units = m.units
    begin = last - 1
    while begin > 0 and (not units[begin - 1].signature & _SUBJECT_BORDERS or _names_in_quotes(units, begin, last)):
        begin -= 1
    if begin > 0 and "comma" in units[begin - 1].signature:
        return _title_before_name(m, begin, last) or _before_asides(m, last)
    was = begin > 0 and "kana" in units[begin - 1].signature and "+and" not in units[last].signature
    was = was or _is_set_off(units, begin, last)
    if was and noun_phrase_end(units, begin, last) == last - 1:
        return begin, last - 1
    return _before_asides(m, last)


def _is_set_off(units: Sequence[Unit], begin: int, last: int) -> bool:
    """Whether a source stands right behind "that", parted from its verb by nothing but a comma (that the president, | said)."""
    if begin == 0 or units[begin - 1].signature.isdisjoint(_THAT) or "+and" in units[last].signature:
        return False
    return not units[begin].signature.isdisjoint(NAMED) and not cannot_speak(units, begin)


_THAT = frozenset(("comp", "bi_comp"))


def _before_asides(m: Match, last: int) -> tuple[int, int] | None:
    """The subject that opens its clause and is described between commas (So-and-so, head of the league, who …, says)."""
    units = m.units
    verb = next((k for k in range(last, min(last + 3, len(units))) if "CUE" in units[k].signature), last)
    behind = units[verb + 1 : verb + 2]
    own = any(u.signature & NAMED and not u.signature & {"comp", "prep"} and not has_preposition(u) for u in behind)
    if "+and" in units[last].signature or own:
        return None  # a clause with a subject of its own
    begin = last - 1
    while begin > 0 and not units[begin - 1].signature & _CLAUSE_BORDERS:
        begin -= 1
    end = noun_phrase_end(units, begin, last)
    described = begin < end < last - 2 and "comma" in units[end].signature and bool(units[begin].signature & NAMED)
    had = begin > 0 and "kana" in units[begin - 1].signature and last < verb  # had …, said
    if not described or not (had or describes(units, end + 1)) or cannot_speak(units, begin):
        return None
    named = called(units, end)
    told = range(named[1] if named else end + 1, last)
    return (begin, end) if not any(_tells(units, k) for k in told) else None


def _tells(units: Sequence[Unit], at: int) -> bool:
    """Whether a clause of its own begins at units[at]: a finite verb behind a comma or "and"."""
    unit = units[at]
    if unit.signature & {"stop", "colon", "comp", "CUE", "LONG_QUOTE"}:
        return True
    opens = "comma" in units[at - 1].signature or "+and" in unit.signature
    return opens and is_finite(unit)


NAMED = frozenset(
    ("role", "unnamed", "org_head", "organisation", "media", "media_head", "given", "known_place", "name", "name_part")
)
_CLAUSE_BORDERS = frozenset(("kana", "comp", "bi_comp", "while", "but", "colon", "stop", "dash", "CUE", "PART"))


def _title_before_name(m: Match, begin: int, last: int) -> tuple[int, int] | None:
    """The title of "the president, So-and-so, says": the phrase before the comma, when the name fills the commas."""
    units = m.units
    end = begin - 1
    first = end
    while first > 0 and (not units[first - 1].signature & _SUBJECT_BORDERS or _names_in_quotes(units, first, end)):
        first -= 1
    inside = last - 1 if "comma" in units[last - 1].signature else last
    name = apposition(units, end)
    if name is None or name[1] != inside or noun_phrase_end(units, first, end) != end:
        return None
    titled = units[first].signature & {"role", "unnamed"} or is_aide(units, first, end)
    return (first, end) if titled else None


_BEFORE_SUBJECTS = frozenset(
    ("kana", "comp", "bi_comp", "while", "but", "comma", "colon", "stop", "quote_open", "slash", "own_side")
)
_SUBJECT_BORDERS = frozenset(
    (
        *(
            "kana",
            "comp",
            "bi_comp",
            "li_comp",
            "while",
            "but",
            "comma",
            "colon",
            "stop",
            "quote_open",
            "and_free",
            "slash",
            "own_side",
        ),
        *("LONG_QUOTE", "CUE", "PART"),
    )
)


def _only_adjuncts(m: Match, comma: int) -> bool:
    """Before the comma stands no subject of its own: a date or a prepositional phrase."""
    first = m.units[0]
    return bool(first.signature & {"TIME", "prep", "while", "according_prep"}) or "TIME" in m.units[comma - 1].signature
