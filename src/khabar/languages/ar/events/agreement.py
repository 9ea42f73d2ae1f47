"""Agreement: whether a verb can have a phrase as its subject, by gender, number and case.

Before its subject an Arabic verb is singular and agrees in gender alone; behind it, it agrees in number too.  So a plural
verb has its subject before it, a masculine one does not stand before a feminine body, and what bears the ending of an
object is none.  Where the forms do not tell, everything fits.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.events.clause_starts import ALEF
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.phrases.shapes import MEN, NOMINATIVE, OBLIQUE, is_article

_TA = "\N{ARABIC LETTER TEH MARBUTA}"
_FEMALE = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"
_MEN_OF = "\N{ARABIC LETTER WAW}"
_TWO = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}"
_COUNTS = frozenset(("NUMBER", "digits", "whoever", "first_of"))
_NAMES = frozenset(("given", "name"))
_FEW = 3


def head_of(units: Sequence[Unit], first: int, last: int) -> Unit:
    """The first word of units[first:last], behind quotation marks and brackets; the first unit where there are no words."""
    if units[first].signature.isdisjoint(_MARKS):
        return units[first]
    return next((unit for unit in units[first:last] if unit.signature.isdisjoint(_MARKS)), units[first])


_MARKS = frozenset(("quote", "bracket"))


def gender(units: Sequence[Unit], first: int, last: int) -> str | None:
    """The gender that the head of units[first:last] asks of a verb: "m", "f", "men" for a plural of men; None for any."""
    if first >= last:
        return None
    head = head_of(units, first, last)
    if head.signature & _COUNTS:
        return None
    signature, word = head.signature, head.view.split()[0]
    written = head.text.split()[0]
    if "people" in signature and word.endswith(MEN) and head["people"].number == "p":
        return "men"
    if "he_body" in signature:
        return "m"
    if signature & _NAMES and not signature & {"role", "org_head", "people"}:
        return None
    if "known_place" in signature and signature.isdisjoint({"role", "people", "org_head", "organisation"}):
        return "f"
    if "phrase" in signature and _has_feminine_adjective(head.text):
        return "f"
    personal = signature & {"role", "people"}
    if "people" in signature and head["people"].number == "p":
        return "f" if word.endswith(_FEMALE) else None
    if written.endswith(_TA):
        return None if personal and not is_article(head) else "f"
    if word.endswith(_FEMALE) and len(word) > _FEW + 1:
        return "f"
    return "m" if "role" in signature and not word.endswith(ALEF) else None


def _has_feminine_adjective(name: str) -> bool:
    """A listed name of definite words, the last of them an adjective in the feminine (the United Nations)."""
    words = name.split()
    return len(words) > 1 and words[-1].endswith(_TA) and all(word.startswith(ARTICLE) for word in words)


def takes(slots: Sequence[str], units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a verb of these forms may stand before units[first:last] as its subject."""
    third = [slot for slot in slots if len(slot) == 4 and slot[1] == "3"]
    if is_object(units, first, last):
        return False
    if not third:
        return True
    if all(slot[3] != "s" for slot in third):
        return False
    kind = gender(units, first, last)
    return kind is None or any(slot[2] == ("f" if kind == "f" else "m") for slot in third if slot[3] == "s")


def follows(slots: Sequence[str], units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a verb of these forms may stand behind units[first:last] as its subject."""
    third = [slot for slot in slots if len(slot) == 4 and slot[1] == "3" and slot[2:] != "fp"]
    if not third:
        return True
    kind = gender(units, first, last)
    several = any("+and" in unit.signature for unit in units[first + 1 : last])
    if kind == "men" or (several and kind == "m"):
        return any(slot[3] != "s" for slot in third)
    if all(slot[3] != "s" for slot in third):
        return kind is None or several
    return kind is None or several or any(slot[2] == kind for slot in third if slot[3] == "s")


def fits_pronoun(pronoun: object, units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether a pronoun of the third person may point back at units[first:last]: "his" at no body, "their" at no man."""
    kind = gender(units, first, last)
    several = any("+and" in unit.signature for unit in units[first + 1 : last])
    if pronoun == OF_HIM:
        many = "people" in units[first].signature and units[first]["people"].number != "s"
        return kind in (None, "m") and not (several or many)
    if pronoun == OF_HER:
        return kind in (None, "f")
    counted = first > 0 and bool(units[first - 1].signature & _COUNTS)
    if pronoun == OF_BOTH:
        return several or units[first].view.endswith((OBLIQUE, _TWO))
    if pronoun == OF_THEM and not (several or counted) and _is_one(units[first]):
        return False
    return pronoun != OF_THEM or kind in (None, "men") or several


def _is_one(unit: Unit) -> bool:
    """One person."""
    return "people" in unit.signature and "NUMBER" not in unit.signature and unit["people"].number == "s"


def is_man(unit: Unit) -> bool:
    """Known by a first name without a feminine ending: few women are, and nobody is taken for one on that ground."""
    return "given" in unit.signature and not unit.text.endswith(_WOMANLY) and unit.signature.isdisjoint(_FEMALES)


_WOMANLY = (_TA, "\N{ARABIC LETTER ALEF}", "\N{ARABIC LETTER ALEF MAKSURA}", "\N{ARABIC LETTER HAMZA}")
_FEMALES = frozenset(("people", "role", "org_head", "organisation", "known_place", "NUMBER"))


# The pronouns that point back at somebody: his, hers, of the two of them, theirs.
OF_HIM = "\N{ARABIC LETTER HEH}"
OF_HER = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"
OF_BOTH = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}\N{ARABIC LETTER ALEF}"
OF_THEM = "\N{ARABIC LETTER HEH}\N{ARABIC LETTER MEEM}"


def is_object(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether the head of a phrase has the ending of an object: an indefinite accusative, or a plural or dual of people in it."""
    if first >= last:
        return False
    head = head_of(units, first, last)
    if "NUMBER" in head.signature:
        return False
    if "whoever" in head.signature or "counted_out" in head.signature:
        return head.view.endswith(ALEF)
    if head.text.endswith(TANWIN):
        return True
    if "people" not in head.signature:
        return False
    if "+pron" in head.signature and head["people"].number == "p":
        return head.view.removesuffix(head["+pron"]).endswith(OBLIQUE[0])  # its fighters, in the oblique case
    return bool(head["people"].accusative) or (head.view.endswith(OBLIQUE) and head["people"].number in "pd")


def in_nominative(unit: Unit) -> bool:
    """Whether the form of people is that of a subject (gunmen, two gunmen)."""
    if "people" not in unit.signature:
        return "somebody" in unit.signature and unit.view.endswith(NOMINATIVE)
    if unit.view.endswith(_MEN_OF) and "+pron" not in unit.signature and len(unit.view) > _FEW + 1:
        return True  # the fighters of
    return unit.view.endswith(NOMINATIVE) or (unit["people"].number == "d" and unit.view.endswith(_TWO))
