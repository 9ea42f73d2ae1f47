"""Noun phrases: where they end, what in them may be a name, and who can speak.

News names its speakers by a title chain and a name (the minister of X, So-and-so), by an institution, or by an
unnamed role (a security source).  No parser is needed to find the end of such a phrase: it stops at a comma, at the
word that opens the content, at a relative pronoun, a date, a medium, an addressee or the next verb.

`noun_phrase_end` decides where one noun phrase ends; what it asks of the two words that meet there is in `begun_objects`.  A
subject and its object may stand side by side and still look like one phrase: `second_phrases.split_object` parts those, by
agreement (`agreeing`) and by names that are complete (`whole_names`).
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.known_forms import is_country_of_two
from khabar.languages.ar.phrases.begun_objects import (
    DEEDS_DONE,
    begins_behind_many,
    begins_deed,
    begins_object,
    begins_predicate,
    denies_adjective,
    is_called_so,
    lacks_name,
    tells_anew,
)
from khabar.languages.ar.phrases.behind_bearers import is_behind_name
from khabar.languages.ar.phrases.joins import AT, SPEAKING, belongs, is_governed, joins
from khabar.languages.ar.phrases.laid_beside import THEIRS, is_apart, joins_adjective
from khabar.languages.ar.phrases.name_words import (
    ADDRESS,
    is_ali_behind,
    is_child_of,
    is_foreign_last,
    is_foreign_name,
    is_told_peer,
    is_verb_like_name,
)
from khabar.languages.ar.phrases.named_in_marks import behind_marks, describes_quoted
from khabar.languages.ar.phrases.no_speakers import is_how_often
from khabar.languages.ar.phrases.shapes import (
    ACCUSATIVE,
    CLEAR,
    HOW,
    OTHER,
    PERHAPS_ACCUSATIVE,
    PREPOSED,
    STOPS,
    VERBAL,
    has_preposition,
    is_account,
    is_article,
    is_finite,
    is_marked_object,
    is_name_word,
    is_nisba,
    is_owned,
)

_LONGEST = 22
_DANGLING = frozenset(("prep", "demonstrative"))  # what leads on to nothing at the end of a phrase


def noun_phrase_end(units: Sequence[Unit], first: int, limit: int, *, governed: bool = False) -> int:
    """The index behind the noun phrase that begins at `first` (== first when none begins there).

    `governed`: the first word may carry the preposition that governs it (وفقا لمنظمات دولية), or be the press, to whom others
    speak (اعتقلوا الصحفيين).
    """
    at, last, named = first, min(limit, first + _LONGEST), False
    if governed and at < last and _may_be_governed(units[at]):
        at += 1
    while at < last:
        signature = units[at].signature
        marked = "quote_open" in signature or "bracket_open" in signature
        closed = behind_marks(units, at, first, last) if marked else at
        if closed is None or (named and "quote_open" in signature and is_nisba(units[at - 1])):
            break
        named = named or (closed > at and "quote_open" in signature)
        if closed > at:
            whole = at == first or (at == first + 1 and lacks_name(units[first]))
            if closed + 1 < last and units[closed].view == _NOT and is_article(units[closed + 1]):
                closed += 2  # the organisation "X", no part of the government
            if whole and closed < last and not describes_quoted(units[closed]):
                return closed
            if closed < last and at > first and lacks_name(units[first]) and _is_deed(units[closed]):
                return closed  # the group "X" | the attack; but: forces of "the army" of the occupier
            at = closed
            continue
        if units[at].view == _NOT and at > first:
            if not denies_adjective(units, at):
                break
            at += 2  # organisations | non-governmental
            continue
        if _ends_before(units, at, first) or (at > first and begins_object(units, at, first)):
            break
        at += 1
    while at > first and units[at - 1].signature & _DANGLING and "according_prep" not in units[at - 1].signature:
        at -= 1
    return at


def _may_be_governed(unit: Unit) -> bool:
    if has_preposition(unit):
        return unit.signature.isdisjoint(STOPS)
    return "press" in unit.signature


def _is_deed(unit: Unit) -> bool:
    return bool(unit.signature & _ACT_NOUNS) and "occupant" not in unit.signature


def _ends_before(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether the phrase from `first` stops before units[at]."""
    unit = units[at]
    signature = unit.signature
    if "reflexive" in signature or (
        ("prep_pron" in signature or "press" in signature) and is_governed(units, at, first)
    ):
        return at == first
    if (
        at > first
        and (unit.view in _INSIDE or not _MAY_BE_INSIDE.isdisjoint(signature))
        and _is_inside(units, at, first)
    ):
        return False
    if at > first and (unit.view in _SO or "role" in signature) and _goes_on_otherwise(unit, units[at - 1]):
        return True
    if at > first and "+and" in signature and (unit.view.removeprefix(_AND) in _SEAT or tells_anew(units, at, first)):
        return True  # an institute | and its seat is in X; a market | and the government accuses
    if signature & STOPS and not ("demonym" in signature and at > first and "mark" not in signature):
        return True
    if "prep" in signature:
        return at == first or {"an", "+and"} <= signature or not joins(units, at, first)
    if at == first and "medium" in signature and not _is_speaking_medium(units, at):
        return not is_account(units, at)
    if "in_the_name" in signature:
        return at == first or _is_on_behalf(units, at)
    if "maybe_li" in signature and (is_told_peer(unit) or _tells_media(units, at) or is_how_often(units, at)):
        return True  # told | his counterparts, | the media; announced | for the first time
    if signature & PREPOSED:
        return at == first or is_told_peer(unit) or not belongs(units, at, first)
    if "+and" in signature and at > first and "verb" in signature and not (signature & _NOUNLIKE or is_article(unit)):
        return at + 1 == len(units) or not is_country_of_two(unit.view, units[at + 1].view)
    return _begins_nothing(units, at, first)


def _is_speaking_medium(units: Sequence[Unit], at: int) -> bool:
    """A document, an outlet, or a programme that is a body, by its article or with its genitive (the Food Programme)."""
    unit = units[at]
    if not unit.signature.isdisjoint(_SPEAKING_MEDIUMS):
        return True
    return "org_head" in unit.signature and (is_article(unit) or (at + 1 < len(units) and is_article(units[at + 1])))


def _belongs_whole(units: Sequence[Unit], at: int, first: int) -> bool:
    """A word whose first letters look like a preposition, or "and" and a verb, and that goes on with the phrase all the same: that
    belongs to | "X"; in the west | and the middle; a foreign last name, a second adjective, the name of a body.
    """
    signature, before = units[at].signature, units[at - 1].signature
    if "li_free" in signature:
        return "belonging" in before and at + 1 < len(units) and "quote_open" in units[at + 1].signature
    if {"+and", "inside"} <= signature:
        return "place_side" in before
    if "+and" in signature:
        return "verb" in signature and (joins_adjective(units[at], units[at - 1]) or is_called_so(units, at, first))
    return is_foreign_last(units, at)


def _tells_media(units: Sequence[Unit], at: int) -> bool:
    """Means of information, "to" before the first word (a source said | to the media of X)."""
    return units[at].view == _MEDIA and at + 1 < len(units) and "media_head" in units[at + 1].signature


_MEDIA = "لوسايل"


def _is_on_behalf(units: Sequence[Unit], at: int) -> bool:
    """Behind a name, "in the name of" a body tells for whom somebody acts; behind his office it belongs to that."""
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    return bool(units[at - 1].signature & {"name", "given"}) and bool(following & {"org_head", "organisation"})


def _begins_nothing(units: Sequence[Unit], at: int, first: int) -> bool:
    """A word that neither begins nor goes on with a phrase."""
    unit, signature = units[at], units[at].signature
    if at - 1 == first and "document" in units[first].signature and is_article(units[first]) and not is_article(unit):
        return not signature & _GOES_ON_WITH  # according to the statement | a man
    if "abstract" in signature and at == first:
        return True
    finite = "verb" in signature and is_finite(unit)
    if finite and at > first and ("+fa" in signature or not signature & {"cue", "event_verb"}):
        finite = not (_needs_name(units[at - 1]) or (is_name_word(units[at - 1]) and is_verb_like_name(units, at)))
        finite = finite and unit.view not in _INQUIRY
    return (at > first and _is_no_part(units, at, first)) or (finite and "+al" not in signature)


_SPEAKING_MEDIUMS = frozenset(("document", "media_head"))
_UNIVERSITY = (" جامعه", " بلديه", " مدينه")  # at the end of an office


def _needs_name(unit: Unit) -> bool:
    """The word for a body or a place without article: a name follows it, whatever it is spelt like (the University of Yale)."""
    kind = unit.signature & {"named_after", "place_type", "media_head"} or unit.view.endswith(_UNIVERSITY)
    return bool(kind) and not is_article(unit) and "+pron" not in unit.signature


def _is_inside(units: Sequence[Unit], at: int, first: int) -> bool:
    """A word of a kind that ends phrases inside one: deputy for, the minister formerly, So-and-so, the hyphen of a name."""
    signature = units[at].signature
    if not signature.isdisjoint(_GLUED_OR_FREE) and _belongs_whole(units, at, first):
        return True
    if "adverb" in signature:
        following = units[at + 1].signature if at + 1 < len(units) else STOPS
        return "given" in following and "prep" not in following
    if "ala" in signature and is_child_of(units, at):
        return True
    if "ala" in signature and not units[first].signature.isdisjoint(_BEARERS) and is_ali_behind(units, at):
        return True
    joining = ("an" in signature and "+and" not in signature) or units[at].view == AT
    if (joining and joins(units, at, first)) or (units[at].view == TONGUE and is_tongue(units, at)):
        return True
    return "dash" in signature and is_hyphen(units, at)


def is_tongue(units: Sequence[Unit], at: int) -> bool:
    """Whether "in the tongue of" belongs to who speaks for a body (the foundation that speaks in the tongue of the group)."""
    return at > 0 and units[at].view == TONGUE and units[at - 1].view.removeprefix("ال") in SPEAKING


TONGUE = "بلسان"
_GLUED_OR_FREE = PREPOSED | {"+fa", "+and", "li_free"}
_MAY_BE_INSIDE, _INSIDE = _GLUED_OR_FREE | {"adverb", "ala", "an", "dash"}, (AT, TONGUE)
_BEARERS = frozenset(("role", "given"))
_AND, _SEAT = "و", ("مقره", "مقرها")


def _goes_on_otherwise(unit: Unit, before: Unit) -> bool:
    """Behind an attribution, "so" begins what was said (spelt without its hamza it may be a Dutchman's "van"), and how or on what
    eve it was said begins too; behind a name, an office is that as which he acts (So-and-so | as president).
    """
    if unit.view in _SO and not (unit.view == _VAN and is_name_word(before)):
        return True
    return _is_state_of(unit) and is_name_word(before)


_VAN = "فان"
_SO = frozenset(
    (
        *("فقد", _VAN, "فانه", "فانها", "فانهم", "فهو", "فهي", "فهم", "صدر", "صدرت"),  # opens what was said
        *("عشيه", *HOW),
    )
)


def is_hyphen(units: Sequence[Unit], at: int) -> bool:
    """A dash without spaces inside a foreign name (Jean-Marc)."""
    if at + 1 >= len(units) or units[at - 1].end != units[at].start or units[at].end != units[at + 1].start:
        return False
    return is_name_word(units[at - 1]) and is_name_word(units[at + 1])


_INQUIRY = ("تقصي", "تحري")  # a committee of inquiry, spelt like a verb
_VERBAL = VERBAL | {"cue", "+fa", "loses"}
_SHORT_ACT = 5  # letters: a shorter one may be a foreign name; with "we" only longer ones are clear


def is_told_act(unit: Unit) -> bool:
    """Whether a verb is a perfect that no noun and no name is spelt like, or written with its ending: behind a name the predicate
    begins (So-and-so | tried to).
    """
    if unit.text.endswith(_FATHA) and not is_article(unit) and not unit.signature & {"+and", "given"}:
        return True
    if not unit.signature <= _VERBAL or len(unit.view) < _SHORT_ACT - ("loses" in unit):
        return False
    slots: tuple[str, ...] = unit["verb"]
    clear = any(slot[1:] in CLEAR or (slot[1:] == "1p" and len(unit.view) > _SHORT_ACT) for slot in slots)
    return clear and all(slot[0] in "pP" for slot in slots)


def _is_body(unit: Unit) -> bool:
    return (
        is_article(unit)
        and bool(unit.signature & {"org_head", "organisation"})
        and not unit.signature & {"demonym", "role"}
    )


def _is_something_else(unit: Unit, before: Unit) -> bool:
    """An indefinite noun that can only be the verb's object (asked | a question; So-and-so | negotiations) or a state; a
    definite one behind "another" (another source | the toll).
    """
    if is_marked_object(unit) or ("known_place" in before.signature and _is_body(unit)):
        return True
    if unit.text.endswith(ACCUSATIVE) and "adverb" not in unit.signature:
        known = "given" in before.signature and "event_noun" in unit.signature
        if known or is_article(before):
            return True  # the governor | a meeting
    if "+al" in unit.signature:
        return before.view in OTHER
    if ("cue_noun" in unit.signature or "participle" in unit.signature) and _is_accusative(unit):
        return True
    attack = "event" in unit.signature and "given" not in unit.signature and _is_accusative(unit)
    act = not unit.signature.isdisjoint(_ACT_NOUNS)
    return attack or (act and unit.view.endswith("ات") and is_name_word(before))


def _is_state_of(unit: Unit) -> bool:
    """An office in the indefinite accusative: as what somebody acts."""
    signature = unit.signature
    return "role" in signature and "+al" not in signature and "+pron" not in signature and _is_accusative(unit)


def _is_accusative(unit: Unit) -> bool:
    return unit.text.endswith(ACCUSATIVE) or (unit.text.endswith(PERHAPS_ACCUSATIVE) and len(unit.view) > 4)


def _is_no_part(units: Sequence[Unit], at: int, first: int) -> bool:
    """A word inside a clause that cannot belong to the phrase before it: his refusal, the damages, addressing, asked not to."""
    unit, before = units[at], units[at - 1]
    signature = unit.signature
    apart = unit.view == _NON or (
        (not signature or unit.view[-2:] in THEIRS or "NUMBER" in signature) and is_apart(unit, before)
    )
    if apart or _is_something_else(unit, before) or (before.view in OTHER and is_article(unit)):
        return True  # a deputy | the lack of; the committee | its decision
    if "verb" in signature and (is_told_act(unit) or (signature & DEEDS_DONE and begins_predicate(unit, before))):
        return True
    if before.view[-2:] == _MANY and is_owned(unit) and not is_article(before) and "+and" not in signature:
        return True  # gunmen | their car: a plural with its ending takes no genitive
    who = "people" in before.signature or "unnamed" in before.signature
    if who and (begins_behind_many(unit, before) or begins_deed(unit, before)):
        return True
    if "responsibility" in signature or ("+and" not in signature and signature & _ACT_NOUNS and is_owned(unit)):
        return True
    if ("cue" in signature or "cue_noun" in signature) and at + 1 < len(units) and units[at + 1].view == _NON:
        return True  # the affirmation | of not …
    if "demonstrative" in signature and "prep" not in before.signature:
        return not _is_of_these(units, at, first)
    if "maybe_bi" in signature and not signature & {"name", "given"} and is_article(before):
        named = before.view in ADDRESS and at + 1 < len(units) and is_name_word(units[at + 1])
        named = named or (at > 1 and units[at - 2].view == _SERVANT)  # Abd al-Hamid | Benkhattab
        return not (named or is_foreign_name(units, at, first))
    closed = "event" in signature and ("quote_close" in before.signature or "known_place" in before.signature)
    closed = closed or ("bracket_close" in before.signature and bool(signature & {"event", "cue_noun"}))
    if closed and not is_article(unit) and not signature & {"+and", "known_place"}:
        return True  # the capital X | a demonstration
    if "abstract" in signature and (is_article(before) or is_name_word(before)):
        return True
    hall = at - 1 == first and "org_head" in before.signature and "+and" not in signature
    if hall and is_article(unit) and is_article(before):
        feminine = before.text.endswith(_FEMININE) and "role" not in before.signature
        return feminine and not unit.text.endswith(_FEMININE)  # no adjective of it: the town hall | the market
    return is_name_word(before) and is_behind_name(units, at, first)


def _is_of_these(units: Sequence[Unit], at: int, first: int) -> bool:
    """A demonstrative between a noun and its genitive (the people of | these villages)."""
    before, following = units[at - 1], units[at + 1] if at + 1 < len(units) else None
    construct = (
        at - 1 == first and before.signature & _HEADS and not is_article(before) and "+pron" not in before.signature
    )
    return bool(construct) and following is not None and is_article(following)


_HEADS = frozenset(("people", "role"))


_GOES_ON_WITH = frozenset(("+and", "quote", "bracket", "reflexive", "numbered", "prep", "rel", "+pron"))
_MANY, _NOT = "ون", "غير"
_FATHA = "\N{ARABIC FATHA}"
_FEMININE = "\N{ARABIC LETTER TEH MARBUTA}"
_NON, _SERVANT = "عدم", "عبد"
_ACT_NOUNS = frozenset(("cue_noun", "masdar", "event", "measure_word", "abstract", "medium"))
_NOUNLIKE = frozenset(
    (
        *("+al", "given", "known_place", "demonym", "people", "role", "org_head", "organisation", "unnamed"),
        *("masdar", "media"),
    )
)
