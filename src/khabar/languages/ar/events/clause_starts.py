"""Where a clause begins inside what looks like one phrase: finite verbs, adverbs, counts, deeds behind "and".

A phrase of somebody or something runs on until a word that can only belong to the clause; Arabic sets no mark there.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.phrases.shapes import MEN, is_article, is_finite

ALEF = "\N{ARABIC LETTER ALEF}"
DUAL = ("\N{ARABIC LETTER YEH}\N{ARABIC LETTER NOON}", "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}")
AGENTS = frozenset(
    (
        "people",
        "role",
        "org_head",
        "organisation",
        "given",
        "NUMBER",
        "whoever",
        "unnamed",
        "armed",
        "participants",
        "occupant",
    )
)
PLACES = frozenset(("known_place", "place_type", "place_facility", "toponym"))
PLACED = frozenset(("known_place", "place_type", "toponym", "countable"))
# Who bears arms: fighters and soldiers; the same and the police; these and other bodies that act.
UNDER_ARMS = frozenset(("armed", "forces", "security_body"))
FORCES = UNDER_ARMS | {"police"}
BODIES = frozenset(("armed", "forces", "he_body", "occupant", "org_head", "organisation", "police"))
# What no search for a party goes beyond, and, with BREAKS, no phrase: the end of a sentence, a verb of speech, what is said.
ENDS = frozenset(("stop", "CUE", "colon", "comp", "bi_comp"))
BREAKS = ENDS | {"comma", "while", "but", "like", "ACT_VERB", "TIME", "demonstrative"}
ARMS = frozenset(("means", "means_head"))
# For so long.
SO_LONG = frozenset(("\u0644\u0645\u062f\u0647", "\u0644\u0641\u062a\u0631\u0647", "\u0644\u0639\u062f\u0647"))
# In what state forces come, behind their definite name: backed by, armed with; settlers: under guard of.
_THEIR_STATES = ("مدعومين", "مدعومون", "معززين", "مدججين", "مسنودين")
STATES = frozenset(("معززه", "معززا", "مدعومه", "مدعوما", "مدججه", "مصحوبه", "مسنوده", "مستخدمه", *_THEIR_STATES))
_NAMED_BODY = frozenset(("occupant", "organisation"))
GUARDED = frozenset(("بحمايه", "بحراسه", "بمرافقه"))
_SERIES = frozenset(("سلسله", "عده", "عددا", "جمله"))
_BESIDES = frozenset(("passing", "aims_at", "source_of_it"))
_MOREOVER, _ASIDES = frozenset(("besides",)), frozenset(("besides", "age"))
_SO_THEY_CAME = SO_LONG | STATES | GUARDED
_THEY = "\N{ARABIC LETTER WAW}\N{ARABIC LETTER ALEF}"
_NO_VERBS = frozenset(("demonym", "+al", "+bi", "+li", "event_noun"))
_JOINED = frozenset(("+al", "+and", "+bi", "+li", "people", "role", "org_head", "given"))
_NOUNS = AGENTS | PLACED | _NO_VERBS
_LIVING = frozenset(("people", "armed", "participants"))


def _tells_how(unit: Unit, before: Unit) -> bool:
    """A verb behind "so" (a child | and felled him), or an adjective in the accusative behind a noun that is not in it (three
    captives | on the spot).
    """
    if unit.signature & {"hurt_with", "how"}:
        return True
    if {"+fa", "verb"} <= unit.signature and unit.signature & {"+pron", "event_verb"}:
        return True
    if "quality" not in unit.signature:
        return False
    return unit.view.endswith(_HOW) and not before.text.endswith((*TANWIN, "\N{ARABIC KASRATAN}"))


_HOW = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER ALEF}"


def _ends_behind_and(units: Sequence[Unit], first: int, at: int) -> bool | None:
    """Whether the phrase from `first` ends before "and" at units[at]; None where it does not tell."""
    unit = units[at]
    if "masdar" in unit.signature and not is_article(unit):
        return not is_article(units[first]) or bool(units[first].signature & _LIVING)
    return True if at + 1 < len(units) and _begins_next(unit, units[at + 1]) else None


def _begins_next(unit: Unit, following: Unit) -> bool:
    """Whether "and" begins another deed, or tells the rest of several: the fight against X | and the resistance to him; a woman
    | and the other one, which gunmen launched.
    """
    if "does_it" in following.signature:
        return "another" in unit.signature or unit.signature.isdisjoint(AGENTS | PLACED)
    deed = is_article(unit) and "event_head" in unit.signature and unit.signature.isdisjoint(AGENTS | PLACED)
    return deed and bool(following.signature & {"+li", "prep_pron", "ala"})


_NAMED_WHOLE = frozenset(("organisation", "phrase"))
_DEFINITE = frozenset(("known_place", "organisation"))
_DEEDS = frozenset(("masdar", "does_masdar", "ACT_NOUN"))
_GOES_ON = AGENTS | PLACED | {"+and", "+pron", "prep", "NUMBER", "name", "quote"}
_PARTED = frozenset(("occupant", "at_the_time"))
_CLAUSE_VERBS = frozenset(("does", "does_it", "happens", "hit", "manages", "suffered", "change", "reaches"))


def _is_state_or_object(unit: Unit, before: Unit) -> bool:
    """An indefinite word behind a definite one, which it cannot describe: how somebody does it (the demonstrators | mostly; a
    country | ready for), or a deed that his verb has as its object (the army goes on with | the shelling of).
    """
    if unit.text.endswith(TANWIN) and "NUMBER" not in unit.signature and "NUMBER" not in before.signature:
        return is_article(before) or "known_place" in before.signature
    if unit.signature.isdisjoint(_DEEDS) or not unit.signature.isdisjoint(_GOES_ON):
        return False
    return not is_article(unit) and (is_article(before) or not before.signature.isdisjoint(_DEFINITE))


def _is_whole(unit: Unit) -> bool:
    """A name that its quotation mark closes, or a definite word: no name follows it (the quarter | led to, spelt like a name)."""
    return "quote_close" in unit.signature or is_article(unit)


def _are_deeds(units: Sequence[Unit], at: int) -> bool:
    """Whether acts stand behind a word for several of them (the coalition | a series of raids)."""
    return at < len(units) and "ACT_NOUN" in units[at].signature


def _is_aside(units: Sequence[Unit], at: int) -> bool:
    """Whether what is told besides begins there, or how old somebody is (the town | as well as; a man | aged 70)."""
    signature = units[at].signature
    if "age" not in signature or is_article(units[at]):
        return signature == _MOREOVER
    return at + 1 < len(units) and "NUMBER" in units[at + 1].signature


def begins_clause(units: Sequence[Unit], first: int, at: int) -> bool:
    """A finite verb, a pronoun that opens a clause, an adverb or a count ends the phrase before it."""
    unit, before, signature = units[at], units[at - 1], units[at].signature
    if "manner" in signature and unit.view.endswith(ALEF) and not signature & AGENTS:
        return True
    if (
        _tells_how(unit, before)
        or not signature.isdisjoint(_BESIDES)
        or (not signature.isdisjoint(_ASIDES) and _is_aside(units, at))
        or (
            unit.view in _SO_THEY_CAME
            and (unit.view not in STATES or is_article(before) or before.signature & _NAMED_BODY)
        )
        or ("copula" in signature and "+and" not in signature)
        or (signature & _CLAUSE_VERBS and "verb" in signature and _is_whole(before) and not signature & _JOINED)
        or (unit.view in _SERIES and is_article(before) and _are_deeds(units, at + 1))
    ):
        return True
    if signature & {"inside", "above"} and not signature & (AGENTS | PLACED):
        return True
    if "+and" not in signature and signature & _PARTED and is_article(before):
        return True  # the decision | the occupation goes on; the planes | on the night of the feast
    verbal = "verb" in signature and "quote_open" not in before.signature and signature.isdisjoint(_NOUNS)
    if verbal and (signature & _CLAUSE_VERBS or is_finite(unit) or unit.view.endswith(_THEY)):
        return True
    if "kind_adjective" in signature and is_article(unit) and at == first + 1 and not is_article(before):
        # the X terrorist attack: the adjective is the attack's; but: the organisation of X, terrorist as it is
        return before.signature.isdisjoint(("people", "+pron")) and not before.signature >= _NAMED_WHOLE
    if "+and" in signature and (ended := _ends_behind_and(units, first, at)) is not None:
        return ended
    if _is_state_or_object(unit, before):
        return True
    if "known_place" in before.signature and "ahead" in signature and unit.view.endswith(ALEF):
        return True  # a capital | a date: its object
    if "NUMBER" not in signature or "+and" in signature:
        return False
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    if "period" in following and is_article(before):
        return True
    return "known_place" in before.signature and (at - first > 1 or "people" in following)


def is_purpose(units: Sequence[Unit], at: int) -> bool:
    """What people protest for or how, an accusative (marched in condemnation of, peacefully): nobody they march against."""
    return at < len(units) and units[at].view.endswith(ALEF) and not units[at].signature & (AGENTS | PLACED)


def tells_aim(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether a masdar behind "for" is what for: it has no article, or a preposition goes on from it (for taking part | in it); so
    does any word that nobody is called by (the teams | for control of), but in the name of a body (the league for the defence of)
    and behind a participle (the rebels who strive for independence of).
    """
    signature = units[at].signature
    if not is_article(units[at]):
        return not signature.isdisjoint(_AIMED)
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    if following & {"fi", "prep_pron"}:
        return not signature.isdisjoint(_DEED)
    if following.isdisjoint(_ON) or not signature.isdisjoint(_NO_AIM):
        return False
    before, head = units[at - 1], units[first].signature
    strives = "governing" in before.signature or (before.view.endswith(MEN) and "people" not in before.signature)
    return not strives and ("org_head" not in head or "armed" in head)


_ON, _NO_AIM = frozenset(("ala", "an", "min")), AGENTS | PLACED
_DEED, _AIMED = frozenset(("masdar", "does_masdar")), frozenset(("masdar", "does_masdar", "known_place"))
