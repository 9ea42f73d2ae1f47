"""Agreement: whether a definite noun behind another can be its adjective, told by the gender and number of the two.

Subject and object of a verb-first clause stand side by side without a mark.  An adjective agrees with its noun in gender
and number, and nothing else with the article can follow a noun that has it: a second noun that does not agree is the
object (the writer | the paper; the forecast service | the citizens).
"""

from __future__ import annotations

import re

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import has_preposition, is_article


def cannot_describe(unit: Unit, before: Unit) -> bool:
    """Whether the definite noun `unit` right behind the definite noun `before` disagrees with it, so that it is no adjective."""
    if not is_article(unit) or "+and" in unit.signature or has_preposition(unit):
        return False
    if not is_article(before) and "akin" not in before.signature:
        return False
    if unit.signature & _MAY_BE_NAME or unit.view in _AGREES_WITH_ALL:
        return False
    if _is_noun(unit):
        return True
    one = _one_man(before)
    if (one or _is_she(before)) and _are_many(unit):
        return True
    if unit.view.endswith(_MANY) and len(unit.view) > _SHORT:
        return one or _is_she(before) or bool(before.signature & _MINISTRY)
    if one:
        return unit.text.endswith(_FEMININE)
    return _is_she(before) and not unit.text.endswith(_SHE) and unit.signature.isdisjoint(_ADJECTIVES)


def _is_noun(unit: Unit) -> bool:
    """A word of an act, of speech or of a document that no adjective and no person is spelt like."""
    return bool(unit.signature & _NOUNS) and unit.signature.isdisjoint(_NO_NOUNS)


def _are_many(unit: Unit) -> bool:
    """A plural of people or parties, whatever its ending."""
    counted = unit.get("people")
    if counted is not None:
        return bool(counted.number == "p" and "quality" not in unit.signature)
    return "unnamed" in unit.signature and _BROKEN_PLURAL.match(unit.view) is not None


def _one_man(unit: Unit) -> bool:
    """A noun of one man (the minister, the accused), or of a body that a masculine verb stands before (the army)."""
    signature = unit.signature
    if "he_body" in signature or ("document" in signature and not unit.text.endswith((*_FEMININE, _ATE))):
        return unit.view not in _BROKEN
    if unit.text.endswith((*_SHE, _ATE)):
        return False
    role = unit.get("role")
    if role is not None:
        return unit.view.removeprefix(_ARTICLE).removesuffix(_HIS) in (role["word"], _folded(role["word"]))
    counted = unit.get("people")
    return counted is not None and counted.number == "s" and not counted.feminine


def _folded(word: str) -> str:
    return word.translate(_FOLDS)


def _is_she(unit: Unit) -> bool:
    """A body whose noun ends as feminine ones do (the ministry, the police)."""
    body = unit.signature & _BODIES and "role" not in unit.signature
    return bool(body) and unit.text.endswith(_FEMININE)


_ARTICLE, _HIS = "ال", "ه"
_FEMININE = ("ة",)
_SHE = ("ة", "اء", "ى", "ا", "ه")
_ATE = "ات"
_MANY, _SHORT = "ين", 7
_FOLDS = str.maketrans("أإآىةئؤ", "اااي\u0647يو")
_BODIES = frozenset(("org_head", "organisation", "media_head"))
_MINISTRY = frozenset(("ministry",))
_MAY_BE_NAME = frozenset(("given", "known_place", "TIME", "reflexive", "press", "mark"))
_ADJECTIVES = frozenset(("demonym", "quality"))
_AGREES_WITH_ALL = ("الاول", "الامين", "الاخر", "الاعلي")
_BROKEN = ("التقارير",)
_BROKEN_PLURAL = re.compile(r"^الا\w\wا\w$")
_NOUNS = frozenset(("cue_noun", "event_noun", "measure_word", "document", "responsibility"))
_NO_NOUNS = frozenset(
    (
        *("governing", "quality", "demonym", "role", "people", "participle", "org_head", "organisation", "unnamed"),
        *("place_type", "media", "media_head", "name"),
    )
)
