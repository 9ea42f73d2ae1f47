"""A written Arabic word and what may be known of it alone: glued particles, verb form, list classes.

The reading of a word type is worked out once and remembered: news repeats its words, so the slow path runs once in
ten words and may be thorough.  Doubt between a whole word and a cut one is settled here, by what the lists know:

* a word the lists know whole stays whole (the minister's waw is not "and");
* else it is cut where the rest is known, or carries the article;
* an unknown word that begins with waw is "and" + word, since words with their own waw are few and listed.
"""

from __future__ import annotations

import re
from functools import cache, lru_cache
from typing import Any, NamedTuple

from khabar.grammar import Reading, reading
from khabar.languages.ar.forms.known_forms import MASDAR, NAMES, PARTICLES, PRONOUNS, known, named
from khabar.languages.ar.forms.lexicon import lexicon
from khabar.languages.ar.forms.verb_classes import verb_classes
from khabar.languages.ar.forms.written import TANWIN
from khabar.languages.ar.lists.words import FOLDER
from khabar.languages.wordlists import rows
from khabar.text.fold import fold, fold_word, is_plain

_AND, _SO, _B, _L, _K, _FUTURE, _ALEF, _HA = "وفبلكساه"
_ARTICLE = _ALEF + _L
_TA_MARBUTA = "\N{ARABIC LETTER TEH MARBUTA}"
_HAMZAS = ("\N{ARABIC LETTER ALEF WITH HAMZA ABOVE}", "\N{ARABIC LETTER ALEF WITH HAMZA BELOW}")
_PLAIN_NAMES = {_AND: "+and", _SO: "+fa", _B: "+bi", _L: "+li", _K: "+ka"}


class Stem(NamedTuple):
    """A word without its glued particles: how many view letters were cut, which particles, what is known of the rest."""

    letters: int
    particles: tuple[str, ...]
    classes: dict[str, Any]


@cache
def _own_waw() -> frozenset[str]:
    return frozenset(fold_word(row["word"]) for row in rows(FOLDER / "waw_words.tsv"))


@lru_cache(maxsize=1 << 16)
def read_word(surface: str) -> Reading:
    """The reading of a word as written (any spelling, marks included); `cut` and `stem` count source characters."""
    view = fold_word(surface)
    stem = _best(view) if surface[1:2] not in _HAMZAS else _hamza_second(surface, view)
    if not stem.letters and _DOUBLED.match(surface):
        stem = _behind_waw(view) or stem
    if "+pron" in stem.classes and surface.endswith(_TA_MARBUTA):
        stem = _without_pronoun(view, stem)
    classes = dict(stem.classes)
    indefinite = surface.endswith(TANWIN)  # a noun or adjective (almaniyyan, "German"), never the name of a place
    if indefinite and "known_place" in classes:
        classes = {n: v for n, v in classes.items() if n not in ("known_place", "toponym")} | named(view[:-1])
    if indefinite and "verb" in classes and "participle" not in classes:
        listed = lexicon().words.get(view[stem.letters : -1], {})  # "an order": its double vowel makes it a noun
        own = lexicon().words.get(view[stem.letters :], {})  # in refusal of
        classes = {**listed, **own} if "cue_noun" in listed else classes
    if surface.endswith(_HA) and "+pron" not in classes and classes.keys() & {"medium", "cue_noun"}:
        verb = lexicon().words.get(view[stem.letters : -1], {})
        noun = "cue_noun" in lexicon().words.get(view[stem.letters :], ())  # his hope is in no list
        hamza = surface[stem.letters : stem.letters + 1] == _HAMZAS[0]
        did = noun and hamza and "cue" in verb_classes(view[stem.letters : -1])  # condemned it, no condemnation
        if "broadcast" in verb or did:  # that X published, condemned it; no bulletin, no condemnation
            classes = {**verb, "+pron": _HA, **verb_classes(view[stem.letters : -1])}
    for particle in stem.particles:
        classes[particle] = True
    conjunction = 1 if stem.particles[:1] in (("+and",), ("+fa",)) else 0
    begin = len(stem.particles)
    defined = view.startswith(_ARTICLE, begin) and len(view) > 5 and "+al" not in classes and _nominal(classes)
    # With its hamza the alef is the word's own (almani, "German").
    if defined and surface[_source_place(surface, begin)] == _ALEF:
        classes["+al"] = True
    cut, whole = _source_place(surface, conjunction), _source_place(surface, stem.letters)
    if all(value is True for value in classes.values()):
        return _plain_reading(frozenset(classes), cut, whole)
    return reading(classes, cut, whole)


@lru_cache(maxsize=1 << 12)
def _plain_reading(names: frozenset[str], cut: int, stem: int) -> Reading:
    """One reading for all words of the same classes, where the lists say no more of them."""
    return reading(dict.fromkeys(names, True), cut, stem)


def _source_place(surface: str, letters: int) -> int:
    """Where a letter of the folded view stands in the word as written; 0 for the first, and for one behind its end."""
    if not letters:
        return 0
    if is_plain(surface):
        return letters if letters < len(surface) else 0
    folded = fold(surface)
    return folded.source_span(letters, letters)[0] if letters < len(folded.text) else 0


def _hamza_second(surface: str, view: str) -> Stem:
    """A word whose second letter is alef with hamza: behind waw or fa a complementiser is one, whatever its letters also
    spell; behind waw any word with the hamza above (wa-adda, "and led to", is no valley, wadi).
    """
    rest = known(view[1:]) if view[0] in (_AND, _SO) else {}
    if "comp" in rest:
        return Stem(1, (_PLAIN_NAMES[view[0]],), rest)
    if surface[:2] != _AND + _HAMZAS[0] or len(view) <= 3:
        return _best(view)
    cut = _without_conjunction(view[1:])
    return Stem(cut.letters + 1, ("+and", *cut.particles), cut.classes)


_DOUBLED = re.compile("\N{ARABIC LETTER WAW}\\w\\w\N{ARABIC SHADDA}")


def _behind_waw(view: str) -> Stem | None:
    """A verb of three letters whose last is written twice (wa-radda, "and answered"), where the letters without the mark spell
    another with its own waw (warada, "was received").
    """
    rest = _without_conjunction(view[1:])
    return Stem(rest.letters + 1, ("+and", *rest.particles), rest.classes) if "verb" in rest.classes else None


def _without_pronoun(view: str, stem: Stem) -> Stem:
    """A word that ends with ta marbuta ends with no pronoun, so it is no verb with an object: a noun behind a preposition
    (li-qanat, "to a channel"), the feminine of a listed noun, else a word that no list knows.
    """
    rest = known(view[1:]) if not stem.letters and view[0] in (_B, _L, _K) else {}
    if _bears_preposition(rest):
        return Stem(1, (_PLAIN_NAMES[view[0]],), rest)
    return stem._replace(classes={name: value for name, value in stem.classes.items() if name not in _OF_VERBS})


_OF_VERBS = frozenset(("verb", "event_verb", "cue", "cue_ambiguous", "+pron", "ordinal"))


def _nominal(classes: dict[str, Any]) -> bool:
    """A word that lists know with its article on (demonyms, some names)."""
    return bool(classes.keys() & {"demonym", "role", "unnamed", "people", "org_head", "medium", "cue_noun"})


def _best(view: str) -> Stem:
    """The reading that the lists bear out, whole before cut."""
    if not view:
        return Stem(0, (), {})
    whole = _without_conjunction(view)
    if len(view) < 3 or view[0] not in (_AND, _SO):
        return whole
    rest = _without_conjunction(view[1:])
    cut = Stem(rest.letters + 1, (_PLAIN_NAMES[view[0]], *rest.particles), rest.classes)
    if view[0] == view[1] == _AND and rest.classes:
        return cut
    if "+pron" in whole.classes and "cue" in rest.classes and not rest.particles and "+pron" not in rest.classes:
        return cut  # and doubted (wa-shakkaka), no "was about to" with a pronoun
    if (
        whole.classes.keys() <= _TOWN
        and "cue" in rest.classes
        and ("cue_ambiguous" not in rest.classes or (view[0] == _SO and "p3ms" in rest.classes.get("verb", ())))
    ):
        return cut  # and condemned (wa-dana), sooner than a small town of that name
    if _listed(whole.classes) and not whole.particles:
        and_tells = _is_verb_only(whole.classes) and _listed(rest.classes) and "cue" in rest.classes
        return cut if and_tells and view not in _own_waw() else whole
    if _listed(rest.classes) or "+al" in rest.particles:
        return whole if view in _own_waw() else cut
    if "verb" in whole.classes and not whole.particles:
        acts = "event_verb" in whole.classes and "event_verb" not in rest.classes
        return cut if view[0] == _AND and "verb" in rest.classes and not acts and view not in _own_waw() else whole
    if rest.classes:
        return whole if view in _own_waw() else cut
    if view[0] == _AND and len(view) >= 4 and not whole.classes and not _has_own_waw(view):
        return cut
    return whole


_TOWN = frozenset(("toponym", "name", "verb", "event_verb"))


def _has_own_waw(view: str) -> bool:
    """A listed word that begins with waw by itself, with or without a pronoun."""
    listed = _own_waw()
    return view in listed or any(view.endswith(p) and view[: -len(p)] in listed for p in PRONOUNS)


def _listed(classes: dict[str, Any]) -> bool:
    """Whether a list or the atlas knows the word, other than as some verb form."""
    return any(
        name not in ("verb", "event_verb", "future", "+pron", "masdar", "participle_bare", "name") for name in classes
    )


def _is_verb_only(classes: dict[str, Any]) -> bool:
    return "cue" in classes and not (set(classes) - {"cue", "verb", "event_verb", "future", "+pron"})


def _without_conjunction(view: str) -> Stem:
    """The reading of a word that carries no conjunction."""
    whole = known(view)
    if whole and view.startswith(_ARTICLE) and len(view) > 4:
        bare = _unowned(view[2:], alone=True)
        if not bare.keys() <= _WEAK:  # the president is also a village: the noun comes first, the village stays known
            return Stem(2, ("+al",), {**whole, **bare})
    if whole:
        return _perhaps_governed(view, whole)
    if view.startswith(_L + _L) and "org_head" in (own := known(view[1:])):
        return Stem(1, ("+li",), own)  # to the committee of (li-lajnat)
    for prefix, particles in _prefixes(view):
        rest = view[len(prefix) :]
        if len(rest) < 2:
            continue
        classes = (
            _unowned(rest, alone=len(particles) == 1)
            if particles[-1:] == ("+al",)
            else known(rest)
            if "future" not in particles
            else verb_classes(rest)
        )
        if particles[-1:] == ("+al",):
            return Stem(len(prefix), particles, classes | _outlet(rest) if particles[0] == "+li" else classes)
        if "future" in particles:
            if any(slot[0] in "ij" and slot[1:] != "1s" for slot in classes.get("verb", ())):
                return Stem(0, (), {**classes, "future": True})
        elif (classes and _bears_preposition(classes) and not _is_imperfect(rest, classes)) or (
            len(rest) > 3 and MASDAR.match(rest)
        ):
            classes = classes or {"masdar": True}
            return Stem(len(prefix), particles, classes)
    guess: dict[str, Any] = {"masdar": True} if MASDAR.match(view) else {}
    if len(view) > 3 and view[0] in _GUESSED:
        guess[_GUESSED[view[0]]] = True  # an unlisted noun with a preposition, or a word of its own: context decides
    return Stem(0, (), guess)


def _outlet(rest: str) -> dict[str, Any]:
    """An outlet that has the article in its name, to which somebody speaks (told | the Anatolia, to the Mirror)."""
    listed = lexicon().words.get(_ARTICLE + rest, {})
    return {name: listed[name] for name in _OUTLETS if name in listed}


_OUTLETS = ("media", "media_name")


def _perhaps_governed(view: str, whole: dict[str, Any]) -> Stem:
    """A known word whose first letter may yet be a preposition: it is one before an act, or a word for a kind of place (in the
    state of), rather than part of a rare name, and before a body, rather than part of a verb (to a channel, not: they taught it).
    """
    if view[0] not in _GUESSED or not whole.keys() <= _WEAK or len(view) <= 3:
        return Stem(0, (), whole)
    behind = lexicon().words.get(view[1:], {}).keys()
    rare = (whole.keys() <= NAMES and behind & _ACTS) or (whole.keys() <= _RARE and behind & _PLACING)
    if rare or ("+pron" in whole and known(view[1:]).keys() & _BODIES):
        return Stem(1, (_PLAIN_NAMES[view[0]],), known(view[1:]))
    return Stem(0, (), {**whole, _GUESSED[view[0]]: True})


def _unowned(view: str, *, alone: bool) -> dict[str, Any]:
    """What is known of a word behind the article, which leaves no room for a pronoun at its end; `alone`: nothing stands
    before the article, so that the word is no preposition either.
    """
    classes = known(view)
    if alone and classes.keys() & set(PARTICLES):
        return {name: value for name, value in classes.items() if name in NAMES}
    return {} if "+pron" in classes else classes


def _bears_preposition(classes: dict[str, Any]) -> bool:
    """A noun of the lists, a well-known place or a demonym: what a single glued letter may be cut from.  Verb forms and
    names of small towns are too many: nearly every foreign name that begins with ba would fall apart.
    """
    return any(name not in _WEAK for name in classes)


def _is_imperfect(rest: str, classes: dict[str, Any]) -> bool:
    """A verb of the present: no preposition stands before one, so that the first letter is a foreign name's own (Beyrak)."""
    return rest[0] == _YA and "verb" in classes and classes.keys() <= _WEAK | _HINTS


_YA, _HINTS = "\N{ARABIC LETTER YEH}", frozenset(("bound_on",))  # what the lists say of a form of a verb
_ACTS = frozenset(("masdar", "event", "cue_noun", "place_strict"))
# In the middle of, in San X, to one of: sooner than forms of verbs that news has not.
_RARE, _PLACING = frozenset(("verb",)), frozenset(("inside", "place_head", "one_of_them"))
_BODIES = frozenset(("media_head", "media", "org_head", "organisation"))
_GUESSED = {_B: "maybe_bi", _L: "maybe_li"}
_WEAK = frozenset(
    ("verb", "event_verb", "cue", "cue_ambiguous", "toponym", "given", "name", "+pron", "future", "masdar")
)


def _prefixes(view: str) -> list[tuple[str, tuple[str, ...]]]:
    """The glued particles a word may begin with, longest first."""
    found: list[tuple[str, tuple[str, ...]]] = []
    first = view[0]
    if view.startswith(_ARTICLE) and len(view) > 3:
        found.append((_ARTICLE, ("+al",)))
    if first in (_B, _K) and view.startswith(_ARTICLE, 1) and len(view) > 4:
        found.append((view[:3], (_PLAIN_NAMES[first], "+al")))
    if view.startswith(_L + _L) and len(view) > 3:
        found.append((view[:2], ("+li", "+al")))
    if first in (_B, _L, _K) and len(view) > 2:
        found.append((first, (_PLAIN_NAMES[first],)))
    if first == _FUTURE and len(view) > 3:
        found.append((first, ("future",)))
    return found
