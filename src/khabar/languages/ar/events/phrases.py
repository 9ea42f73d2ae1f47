"""The noun phrases around event words: where a party begins and ends, and how its words are kept."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import AGENTS, ALEF, DUAL, PLACED, begins_clause, tells_aim
from khabar.languages.ar.events.in_a_state import before_state
from khabar.languages.ar.events.quoted import closed_at, closes_first
from khabar.languages.ar.events.whoever import OUT_OF, whoever_end
from khabar.languages.ar.forms.known_forms import gazetteer
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.lists.events import folded_lemmas
from khabar.languages.ar.phrases.begun_objects import may_tell_purpose
from khabar.languages.ar.phrases.joined_clauses import before_joined
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import HIS, JOINED, MEN, has_preposition, is_article, is_name_word
from khabar.languages.drafts import PartyDraft

LONGEST = 12
_LAM = "\N{ARABIC LETTER LAM}"
_PLURALS = ("ين", "ات")
_NO_HEAD = frozenset(
    (
        *("mark", "quote_close", "prep", "TIME", "rel", "comp", "neg", "qad", "kana", "CUE", "PART", "adverb"),
        *("demonstrative_alone", "prep_pron", "reflexive", "place_side", "like", "while", "but", "ACT_VERB", "light"),
        *("own_side", "or", "inside", "hurt_with", "at_the_time"),
    )
)
_ENDS = frozenset(("measure_word", "event_noun", "brings_in", "does_masdar"))
# Words of who speaks that are nouns of speech too (the opposition).
_VOICES = frozenset(("+al", "org_head", "people", "role"))


def phrase_end(units: Sequence[Unit], first: int, limit: int | None = None, *, governed: bool = False) -> int:
    """Behind the noun phrase at `first`; it holds no further event, nothing of a list's next act, no relative clause."""
    return _before_bracket(units, first, _end_of_words(units, first, limit, governed=governed))


def _end_of_words(units: Sequence[Unit], first: int, limit: int | None, *, governed: bool) -> int:
    last = min(len(units), first + LONGEST, len(units) if limit is None else limit)
    if first < last and units[first].signature & _WHO and (whole := whoever_end(units, first, last)) is not None:
        return whole
    if first >= last or _cannot_head(units[first]) or ("maybe_li" in units[first].signature and _is_for(units, first)):
        return first
    if "quote_open" in units[first].signature and (first + 1 >= last or _is_adverb(units[first + 1])):
        return first
    end = noun_phrase_end(units, first, last, governed=governed or "press" in units[first].signature)
    if end < last and end - first <= 2 and (counted := _behind_number(units, first, end, last)) is not None:
        return counted
    end = before_joined(units, first, end)
    for at in range(first + 1, end):
        signature = units[at].signature
        if begins_clause(units, first, at) or _is_complete(units[at - 1], units[at]):
            return at
        if "toll" in signature and units[at - 1].text.endswith(TANWIN):
            return at  # ten dead | the toll of
        if "+li" in signature and tells_aim(units, first, at):
            return at  # in order to; to a place
        if (_is_act_or_side(units, at) and not _is_struck_meeting(units, first, at)) or (
            "+and" in signature and (signature & _ENDS or ("cue_noun" in signature and not signature & _VOICES))
        ):
            return at
        in_it = "fi" in signature and units[first].signature & {"org_head", "role"}
        if in_it and (ended := _end_behind_in(units, first, at, end)) is not None:
            return ended
        if (
            _leads_out(units, first, at)
            or signature >= _ONE_OF_THE_TWO
            or ("office_taken" in signature and _is_taken_over(units, at))
        ):
            return at
    return _in_charge_end(units, first, end)


_ONE_OF_THE_TWO = frozenset(("one_of_them", "+pron"))  # two settlers, | one of them hurt badly


def _is_taken_over(units: Sequence[Unit], at: int) -> bool:
    """Whether an office stands behind a word with the article or a name, and is no genitive of it (the taking over by So-and-so |
    of the leadership).
    """
    unit, before = units[at], units[at - 1]
    return unit.signature.isdisjoint(JOINED) and (is_article(before) or is_name_word(before))


def _is_struck_meeting(units: Sequence[Unit], first: int, at: int) -> bool:
    """A meeting in quotation marks, as what was hit (hit | "a meeting of officers")."""
    return at == first + 1 and "talks" in units[at].signature and "quote_open" in units[first].signature


def _is_act_or_side(units: Sequence[Unit], at: int) -> bool:
    """Whether another act, or the side of a place, begins at units[at]."""
    signature, before = units[at].signature, units[at - 1].signature
    if units[at - 1].view in folded_lemmas("sides_of") and is_article(units[at]):
        return False  # the two sides of | the fighting
    if "ACT" in signature and not ("people" in before and "+and" not in signature) and "aim" not in before:
        return True  # not the forces for the fight against | riots
    if "ACT" in signature and "people" in before and units[at]["ACT"].kind == "verb" and not is_article(units[at]):
        return "ACT_VERB" in signature and not is_article(units[at - 1])  # a man | who attacked
    return "place_side" in signature and not is_article(units[at])  # the villages of | the north


def _behind_number(units: Sequence[Unit], first: int, at: int, last: int) -> int | None:
    """Behind what a number counts where it is no plain noun: those whom, people whose word is also a participle."""
    if at > first + 1:
        closed = "quote_close" in units[at - 1].signature and units[at].view == OUT_OF
        return (whoever_end(units, at, last) or at) if closed else None  # "dozens" | of those who
    if (
        "one_of_them" in units[at - 1].signature
        and is_article(units[at])
        and not units[at].signature & {"+and", "prep"}
    ):
        return at + 1  # one of | the sites
    if "NUMBER" not in units[at - 1].signature:
        return None
    if units[at].view == OUT_OF:
        return whoever_end(units, at, last) or at  # 26 | of those it called
    if not _is_counted(units[at]):
        return None
    return noun_phrase_end(units, at + 1, last) if at + 1 < last and _describes(units[at + 1]) else at + 1


def _is_counted(unit: Unit) -> bool:
    """People whom a number counts, though their word is also a participle, or tells to whom something is said."""
    return "people" in unit.signature and not is_article(unit) and not unit.signature & {"+and", "prep", "+li", "+bi"}


def _describes(unit: Unit) -> bool:
    """An adjective without article."""
    return bool(unit.signature & {"demonym", "kind_adjective"}) and not is_article(unit)


def _leads_on(unit: Unit) -> bool:
    """A preposition at the end leads to what stands behind the party."""
    return "prep" in unit.signature and "prep_pron" not in unit.signature and "people" not in unit.signature


def _is_complete(unit: Unit, after: Unit) -> bool:
    """An indefinite sound plural with its own ending governs no genitive: what is definite behind it is another's."""
    if "reflexive" in unit.signature and "+pron" not in after.signature:
        return True  # on the same day | two journalists
    plural = unit.signature & {"people", "participants", "armed", "somebody"} and unit.text.endswith(MEN)
    if "people" in unit.signature or "somebody" in unit.signature:
        plural = plural or (
            unit.view.endswith(DUAL[1]) and ("somebody" in unit.signature or unit["people"].number == "d")
        )
    if not plural or is_article(unit):
        return False
    return is_article(after) or (bool(after.signature & _OTHERS) and after.signature.isdisjoint(_NO_OTHERS))


_OTHERS = frozenset(("place_facility", "place_type", "org_head", "vehicle", "place_org", "role"))
_NO_OTHERS = frozenset(("people", "kind_adjective", "prep", "+and", "+bi", "+li"))


def _before_bracket(units: Sequence[Unit], first: int, end: int) -> int:
    """The end of a phrase, or where a bracket opens in it that it does not close."""
    opened = end
    for at in range(end - 1, first, -1):
        if "bracket_close" in units[at].signature:
            return end
        if "bracket_open" in units[at].signature:
            opened = at
    return opened


def _in_charge_end(units: Sequence[Unit], first: int, end: int) -> int:
    """Behind what somebody is in charge of, or sent to, and the name behind it (the general in charge of X, Y)."""
    if end >= len(units) or not units[end].signature & {"ala", "an", "ila"} or "prep_pron" in units[end].signature:
        return end
    if not any("in_charge" in unit.signature for unit in units[first:end]):
        return end
    behind = noun_phrase_end(units, end + 1, min(len(units), end + 1 + LONGEST))
    return behind if behind > end + 1 else end


_WHO = frozenset(("man_rel", "every"))


def _end_behind_in(units: Sequence[Unit], first: int, at: int, end: int) -> int | None:
    """Where a body or somebody in office ends at "in" (the judge and his driver | in X) or a place behind it, else None."""
    if _is_where(units, first, at):
        his = "+and" in units[at - 1].signature and units[at - 1].text.endswith(HIS)
        return at if his and "org_head" not in units[first].signature else None
    return _end_of_place(units, at, end)


def _end_of_place(units: Sequence[Unit], at: int, limit: int) -> int:
    """Behind the place that "in" names inside the name of a body (the authorities in X)."""
    end = at + 1
    if end < limit and "org_head" in units[end].signature and not units[end].signature & PLACED:
        return noun_phrase_end(units, end, limit)  # a commander in the army
    while end < limit and "turn_noun" not in units[end].signature:
        second = end > at + 1 and _is_named_by(units[end - 1], units[end])
        led_to = end > at + 1 and "happens" in units[end].signature  # the school in the quarter | led to
        if led_to or not (second or units[end].signature & PLACED):
            break
        end += 1
    return end if end > at + 1 else at


def _is_named_by(place: Unit, name: Unit) -> bool:
    """Whether a definite word behind a word for a place is its name, also where no list knows it (the district of | X)."""
    named = "place_head" in place.signature or ("place_type" in place.signature and not is_article(place))
    return named and is_article(name)


def _leads_out(units: Sequence[Unit], first: int, at: int) -> bool:
    """A preposition behind people says where or whence, not who; behind a title or a number it belongs to the phrase."""
    signature, head = units[at].signature, units[first].signature
    if "min" in signature:
        following = units[at + 1].signature if at + 1 < len(units) else frozenset()
        if following & {"grasp", "doer_before"}:
            return True  # took several districts | out of the hands of
        if "people" in units[at - 1].signature and is_article(units[at - 1]) and following & PLACED:
            return not following & AGENTS  # drove the rebels | from the town
        if at == first + 1 and "one_of_many" in head and following & _POSTS and is_article(units[at + 1]):
            return True  # a bomber | (came near) to the checkpoint
        if at == first + 1 and head & {"org_head", "armed"} and following & {"people", "armed", "NUMBER"}:
            return False  # a group of gunmen, of four
        return (
            not (units[at - 1].signature | head) & {"NUMBER", "whoever", "unnamed"}
            and "people" not in units[at - 1].signature
        )
    if "+bi" in signature and not signature & (PLACED | {"org_head", "organisation"}):
        return "in_the_name" not in signature
    if not signature & {"fi", "+bi"}:
        return False
    if "fi" in signature and at + 1 < len(units) and _is_spot(units, first, at):
        return True
    there = signature & {"place_type", "known_place"} and signature.isdisjoint({"org_head", "place_facility"})
    if there and "+bi" in signature and "people" in head and "role" not in head:
        return True  # a citizen | in a forest of
    return not head & {"role", "org_head", "unnamed"} or _has_members(units, first, at)


_POSTS = frozenset(("place_facility", "vehicle"))


def _is_spot(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether "in" behind one of several, or behind somebody without article, leads to a town or a district, which is where."""
    head, behind = units[first].signature, units[at + 1].signature
    alone = at == first + 1 and not is_article(units[first]) and "org_head" not in head and "role" in head
    several = "one_of_them" in head and bool(behind & {"place_type", "known_place"})
    return several or (alone and "known_place" in behind and behind.isdisjoint({"org_head", "organisation"}))


def _is_where(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether "in" inside the words for a body tells where something was done: behind several, behind members, before a square."""
    several = any("+and" in unit.signature for unit in units[first + 1 : at])
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    square = "place_facility" in following or (
        following & {"known_place", "place_type"}
        and "org_head" not in following
        and not any(is_article(u) for u in units[first:at])
    )
    return several or square or _has_members(units, first, at)


def _has_members(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether "of" inside a phrase tells of whom a group is: a place behind it is no part of its name."""
    return at > first + 1 and any("min" in unit.signature for unit in units[first + 1 : at])


def words(units: Sequence[Unit], first: int, last: int, text: str) -> PartyDraft | None:
    """A party out of units[first:last]: its own preposition cut off, the article a preposition swallowed put back."""
    if last <= first:
        return None
    head = units[first]
    start = head.cut + 1 if has_preposition(head) else head.cut
    last = before_state(units, first, last)
    closed = closed_at(units, first, last)
    of_them = closed < last and units[closed + 1].view == OUT_OF
    if closed < last and not of_them:
        last = closed  # "the fall of the hotel" | and its
    opened = next((k for k in range(last - 1, first, -1) if "quote" in units[k].signature), first)
    if opened > first and "quote_open" in units[opened].signature:
        last = opened  # those behind it | "wherever they are"
    while last > first + 1 and (
        _is_stray(units, first, last) or _leads_on(units[last - 1]) or "alone" in units[last - 1].signature
    ):
        last -= 1
    if last < len(units) and units[last].view in _ABOUT_HIM and units[last - 1].view.endswith(_BAH):
        last += 1
    if first > 0 and "quote_open" in units[first - 1].signature and closes_first(units, first, last):
        start = units[first - 1].start  # "the army" of X: its quotation mark too
    span = start, units[last - 1].end
    name = " ".join(text[span[0] : span[1]].split())
    if of_them:
        name = name.replace(units[closed].text, "", 1)  # "dozens" of those who
    if "+li" in head.signature and "+al" in head.signature and name.startswith(_LAM):
        name = ALEF + name
    return PartyDraft(span, name)


def _is_stray(units: Sequence[Unit], first: int, last: int) -> bool:
    """A mark at the end of a phrase whose partner is not in it."""
    signature = units[last - 1].signature
    if "quote" in signature:
        return not ("quote_close" in signature and any("quote_open" in u.signature for u in units[first : last - 1]))
    return bool(signature & {"bracket_open", "dash", "or"})


def party(units: Sequence[Unit], first: int, text: str) -> PartyDraft | None:
    """The party whose phrase begins at `first`; a place may stand behind a side of it (south of the town)."""
    head = first
    while head < len(units) and ("place_side" in units[head].signature or _is_part_of_place(units, head)):
        head += 1
    end = phrase_end(units, head, governed=head == first)
    if head > first and (head >= len(units) or not units[head].signature & PLACED):
        return None
    if end + 1 < len(units) and "colon" in units[end].signature and units[end - 1].view in _CALLED:
        first = head = end + 1  # the said: So-and-so
        end = phrase_end(units, first)
    return words(units, first, end, text) if end > head else None


def _is_part_of_place(units: Sequence[Unit], at: int) -> bool:
    """The middle of a place, its inside: a word that stands for a preposition elsewhere."""
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    return "inside" in units[at].signature and "ila" not in units[at].signature and bool(following & PLACED)


_CALLED = frozenset(("المدعو", "المدعوه", "الجاني"))
# The suspect, the accused: participles that end with "of him".
_BAH, _ABOUT_HIM = ("مشتبه", "مدعي"), frozenset(("به", "بها", "بهم", "عليه"))


def demonym(unit: Unit) -> str | None:
    """The country code of an adjective, in the indefinite accusative too; None of a noun of people."""
    if "people" in unit.signature or is_people_of_country(unit):
        return None
    code: str | None = unit.get("demonym")
    if code is None and unit.view.endswith(ALEF):
        code = gazetteer().demonym(unit.view[:-1])
    return code


_PEOPLE_OF = ("يون", "يين")


def is_people_of_country(unit: Unit) -> bool:
    """Several people of a country, in the plural of men: a masdar is one, and has no such adjective."""
    adjective = is_article(unit) and not has_preposition(unit)  # the siege and the war, (both) of X
    return "demonym" in unit.signature and unit.view.endswith(_PEOPLE_OF) and not adjective


def country(unit: Unit) -> PartyDraft | None:
    """The country behind its adjective."""
    code = demonym(unit)
    if code is None:
        return None
    try:
        place = gazetteer().country(code)
    except KeyError:  # a union of states has its adjective, and no place
        return PartyDraft((unit.cut, unit.end), unit.text[unit.cut - unit.start :])
    return PartyDraft((unit.cut, unit.end), place.name_ar or place.name)


def _heads_nothing(signature: frozenset[str]) -> bool:
    """Whether no phrase begins with a word of such classes; the surroundings of a place are a place."""
    barred = signature & _NO_HEAD
    if barred == _AT_A_TIME:
        return "+al" not in signature  # the last hour: a noun like others
    if barred == _PARTICIPLE and "countable" in signature:
        return False  # a seat: also one who confesses
    return bool(barred) and not (barred == _SIDE and "place_type" in signature)


_SIDE, _AT_A_TIME, _PARTICIPLE = frozenset(("place_side",)), frozenset(("at_the_time",)), frozenset(("PART",))


def _cannot_head(unit: Unit) -> bool:
    """Prepositions, marks, verbs; a medium too, unless it can be counted (sites)."""
    if unit.signature & _NO_HEAD and _heads_nothing(unit.signature):
        return True
    return "medium" in unit.signature and "countable" not in unit.signature


def _is_for(units: Sequence[Unit], at: int) -> bool:
    """Whether an unknown feminine that may have "for" stands before a definite noun (fights | for protecting the country)."""
    return may_tell_purpose(units[at]) and at + 1 < len(units) and is_article(units[at + 1])


def _is_adverb(unit: Unit) -> bool:
    """An indefinite accusative that is nobody (partly, wholly)."""
    return unit.view.endswith(ALEF) and not unit.signature & (AGENTS | PLACED | {"talks"})


_HEADS_GENITIVE = AGENTS | PLACED | {"vehicle", "goods", "possession"}


def is_nominal(unit: Unit) -> bool:
    """A word that can stand as genitive: somebody, something placed or counted, or any word with article or plural ending."""
    signature = unit.signature
    if "+and" in signature or (signature & _NO_HEAD and _heads_nothing(signature)):
        return False
    return bool(signature & _HEADS_GENITIVE) or is_article(unit) or unit.view.endswith(_PLURALS)
