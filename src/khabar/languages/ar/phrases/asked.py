"""Asked: whether the one noun behind a verb of asking, ordering or warning names whom it is done to, not who does it."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.cues import SPEECH
from khabar.languages.ar.phrases.names import agreement_of
from khabar.languages.ar.phrases.openings import Opening
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import has_preposition, is_article
from khabar.languages.ar.phrases.voices import SOURCES


def is_asked(units: Sequence[Unit], at: int, end: int, frame: str) -> bool:
    """Whether the one phrase units[at + 1 : end] behind a verb of asking that goes on names those who are asked.

    To urge and to appeal are always done to somebody; whom one calls on is told by the noun (the people, all parties)
    or by the ending of a plural object.
    """
    cue, head = units[at]["cue"], units[at + 1]
    asks = cue.act in ("request", "order") and cue.is_to_somebody
    if not asks or (frame not in ("ila", "b", "ala", "an", "li", "np") and cue.lemma not in _URGE):
        return False
    behind = units[end] if end < len(units) else None
    another = behind is not None and (is_article(behind) or "whoever" in behind.signature or _is_placed(units, end))
    if frame == "np" and (behind is None or "comma" in behind.signature):
        return False
    one = split_object(units, at + 1, end) == end
    alone = one and not another
    if cue.lemma in _URGE and "+and" in units[at].signature and alone:
        return True
    objects = is_article(head) and "people" in head.signature and head.view.endswith("ين")
    if head.view in _KIN and end > at + 2 and units[at + 2].view in _BEREAVED:
        return False  # the families of the missing
    all_of = "whoever" in head.signature or head.view in _ASKED
    return objects or (all_of and one and not _is_each_of(units, at + 1))


def _is_each_of(units: Sequence[Unit], at: int) -> bool:
    """Whether "each of" stands before those who speak together (each of | the minister and the mayor), not "all who" act."""
    if at + 2 >= len(units) or units[at].view != _EACH or "min" not in units[at + 1].signature:
        return False
    return is_article(units[at + 2]) or bool(units[at + 2].signature & SOURCES)


_EACH = "كل"


def _is_placed(units: Sequence[Unit], at: int) -> bool:
    """Whether "in" a place stands at units[at], and behind it a definite noun: whoever acts there acts on somebody (the council in
    the town called upon | the parties).
    """
    if "fi" not in units[at].signature or at + 2 >= len(units):
        return False
    return is_article(units[at + 2]) and not units[at + 2].signature & {"demonym", "quality"}


def has_no_subject_behind(unit: Unit) -> bool:
    """A performative (we condemn, I call upon), or a verb in the plural: before its subject a verb is always singular, so that
    what stands behind is its object (they warned | the demonstrators).
    """
    third = [slot for slot in unit["verb"] if slot[1] == "3"]
    return not third or all(slot[2:] in ("mp", "fp", "md", "fd") for slot in third)


def may_be_asked(units: Sequence[Unit], at: int, begin: int, end: int, frame: str) -> bool:
    """Whether the noun units[begin:end] behind "and" and a verb of asking may name those asked: the word for a body or for
    people, with the article and perhaps an adjective, and nobody else behind it; behind a comma, in a sentence in which
    somebody spoke before, also one with its genitive (…, and demanded of the heads of the university).
    """
    cue, head = units[at]["cue"], units[begin]
    asks = cue.act in ("request", "order", "warn") and cue.is_to_somebody
    if not asks or frame in SPEECH or "+and" not in units[at].signature or begin != at + 1:
        return False
    if head.view.endswith("ون"):
        return False  # the ending of a subject
    others = head.view not in _CALLERS and (not head.signature & _SPOKESMEN or _are_men(head))
    if others and _goes_on(units, at) and split_object(units, begin, end) == end:
        return end - begin <= _LONGEST and (is_article(units[end - 1]) or bool(head.signature & {"org_head", "people"}))
    collective = head.signature & {"org_head", "people"} and not head.signature & {"role", "given", "media_head"}
    return bool(collective) and is_article(head) and all(is_article(u) for u in units[begin:end]) and end - begin <= 2


def _are_men(head: Unit) -> bool:
    """The people of a trade or a rank in the plural (the officers), without a name."""
    people = head.get("people")
    return people is not None and people.number == "p" and is_article(head) and head.signature.isdisjoint(_NAMED_SO)


_NAMED_SO = frozenset(("given", "name", "media", "media_head", "known_place", "organisation"))


def _goes_on(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb behind a comma goes on with its sentence, in which somebody spoke before."""
    return at > 2 and "comma" in units[at - 1].signature and any("CUE" in unit.signature for unit in units[: at - 1])


_LONGEST = 6
_CALLERS = (
    "حركه",
    "حزب",
    "نقابه",
    "جبهه",
    "رابطه",
    "منظمه",
    "جمعيه",
    "لجنه",
    "اتحاد",
    "تحالف",
    "هييه",
)  # who calls on others
_SPOKESMEN = frozenset(("given", "name", "media", "media_head", "unnamed", "known_place", "organisation"))


def is_addressed(units: Sequence[Unit], at: int) -> bool:
    """Whether the one phrase behind the verb units[at] cannot be its subject.

    A masculine verb does not stand right before its feminine subject (and he called on | the government), nor a feminine
    one before a title, a body whose name is masculine (and she called on | the council), or a plural of men.
    """
    gender = {slot[2] for slot in units[at]["verb"] if slot[1] == "3" and len(slot) == 4}
    marked = "quote_open" in units[at + 1].signature and at + 2 < len(units)
    head = units[at + 1 + marked]
    if len(gender) != 1 or not head.signature & _KNOWN_GENDER or has_preposition(head):
        return False
    view = head.view.split()[0]
    if gender == {"m"}:
        body = head.signature & {"org_head", "organisation"} and not head.signature & {"given", "role", "people"}
        she = "known_place" in head.signature and view.removeprefix("ال") not in _HE_COUNTRIES
        return she or (bool(body) and view.endswith(("ات", "ه")))
    men = head.signature & {"people", "unnamed"} and view.endswith(("ون", "ين"))
    body = units[at].view.endswith(_SHE_DID) and "organisation" in head.signature and view in _HE_BODIES
    he = body or "he_body" in head.signature or view.removeprefix("ال") in _MEN
    return (
        bool(men)
        or he
        or ("role" in head.signature and is_article(head) and not view.endswith(("ه", "ات", "ا", "ي", "ء")))
    )


_KNOWN_GENDER = frozenset(("org_head", "organisation", "people", "unnamed", "role", "known_place"))
_HE_COUNTRIES = ("اردن", "لبنان", "عراق", "سودان", "مغرب", "يمن", "صومال", "فاتيكان", "كرملين", "كويت", "بنتاغون")

_SHE_DID = "ت"  # the ending of the perfect: an imperfect of hers is also spelt like "was told"
_HE_BODIES = ("مجلس", "حزب", "جيش", "اتحاد", "برلمان", "مكتب")  # the first word of a body's name that is listed whole
# Plurals of men, which a masculine verb stands before.
_MEN = frozenset(("سكان", "اهالي", "ابناء", "انصار", "قاده", "نواب", "جنود", "ضباط", "رجال", "مواطني"))
_KIN = ("اهالي", "ابناء", "انصار")
_BEREAVED = ("الضحايا", "القتلي", "الشهداء", "المفقودين", "المعتقلين", "المخطوفين", "المختطفين", "الاسري", "المحتجزين")
_URGE = ("حث", "حض", "ناشد", "استحث")
_ASKED = frozenset(
    (
        *("الشعب", "المجتمع", "الجميع", "جميع", "كافه", "كل", "الاهالي", "السكان", "الجماهير", "الدول"),
        *("الاطراف", "شعب", "طرفي", "العالم", "الناس", "الشباب", "اطراف", "سكان", "اهالي", "انصار"),
        *("انصاره", "القوي", "الحكومات", "ابناء"),
    )
)


def is_described(units: Sequence[Unit], at: int, end: int, opened: Opening) -> bool:
    """Whether the one phrase behind a verb that goes on (and described | the report as) is what is described, no speaker: a
    thing, or whatever the pronoun of "that it is" takes up.
    """
    head = units[at + 1]
    if "+and" not in units[at].signature or not is_article(head):
        return False
    if opened.frame == "as":
        return not head.signature & _NAMED and not _holds_thing(units[end : opened.at])
    that, phrase = units[opened.at - 1], agreement_of(head)
    short = end - at <= 3 or not head.signature & {"role", "unnamed", "people", "given"}
    ending = _ITS.get(f"{phrase.gender}{phrase.number}") or _IT
    return short and end >= opened.at - 1 and "pronoun_comp" in that.signature and that.view.endswith(ending)


def _holds_thing(units: Sequence[Unit]) -> bool:
    """Whether the thing described stands behind the phrase, pointed at (the chamber of commerce in X | this rise | as)."""
    return any("demonstrative" in unit.signature for unit in units)


_IT = "ه"
_ITS: dict[str, str | tuple[str, str]] = {"fs": "ها", "fp": ("ها", "هن"), "mp": "هم"}
_NAMED = _SPOKESMEN | {"role", "org_head"}
