"""Words behind a type word that may be names though no list knows them: no list holds all villages."""

from __future__ import annotations

import re

from khabar.grammar import Unit
from khabar.languages.ar.forms.lexicon import lexicon

INTRODUCE = frozenset(("place_strict", "place_facility", "place_side"))
"""Classes of the words behind which an unknown name may stand."""

# What a word may be known as and still be a name that the lists do not know: half of all foreign names look like
# some verb form, or begin like a particle.
_NAMELIKE = frozenset(
    (
        *("+al", "+and", "+fa", "toponym", "masdar", "name", "given", "verb"),
        *("maybe_bi", "maybe_li", "cue_ambiguous", "place_common", "place_weak", "place_name", "place_head"),
    )
)
# Adjectives and participles of a feminine type word (-iya, maf'ula, fa'ila, jamila), and of a masculine one (-i, maf'al).
_FEMININE = re.compile(r"\w{2,}(?:يه|ين|ات)$|م\w{2,4}ه$|م(?:ت|ست)\w{3,}ه$|\wا\w{2}ه$|\w{2}ي\wه$|\w+اء$")
_MASCULINE = re.compile(r"\w{2,}(?:ي|يا|ين|يه|ات|اء)$|م\w{3}$")
_ACT = re.compile(r"ا\w{1,2}ا\wه$")  # verbal nouns: to spend (qada') a holiday (ijaza)
# Verbs that open a clause about the place (the town that was bombed), not foreign names.
_CLAUSE = re.compile(r"[يت]\w+|\w+(?:ت|وا)$")
_FOREIGN_ENDS = ("و", "ا")
_WAW = "و"
_PLURAL_VERB = "وا"
_TA = "ه"


def is_unknown(unit: Unit, head: Unit) -> bool:
    """Whether the word behind a type word may be a name: not listed, not glued, not an adjective of the type word."""
    view, signature = unit.view, unit.signature
    loose = "place_loose" in head.signature
    if head.signature & {"+al", "+pron"} or len(view) < 3:
        return False
    if "place_type" not in head.signature:  # behind "north of", only what no Arabic noun looks like
        return signature <= {"toponym", "maybe_bi", "maybe_li"} and view.endswith(_WAW) and len(view) > 3
    definite = "+al" in signature
    extra = signature - _NAMELIKE - ({"+pron"} if definite else set())  # a noun with the article ends with no pronoun
    if extra and not (definite and not loose and extra <= {"cue_noun", "media"}):
        return False
    adjective = _FEMININE if head.view.endswith(_TA) else _MASCULINE
    if definite:
        return not signature & {"+and", "+fa"} and not (loose and adjective.match(view))
    if signature & {"+and", "+fa"}:
        return view.endswith(_FOREIGN_ENDS) and not view.endswith(_PLURAL_VERB)
    if "verb" in signature and _CLAUSE.match(view):
        return False
    return not (adjective.match(view) or _ACT.match(view) or _is_listed_adjective(view))


def _is_listed_adjective(view: str) -> bool:
    """A listed adjective in its feminine form (the masculine is known to the lexicon itself)."""
    return view.endswith(_TA) and "place_adjective" in lexicon().words.get(view[:-1], ())
