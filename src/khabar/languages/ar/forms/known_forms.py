"""What lists, verb table and atlas know of a form without glued particles, with and without a pronoun at its end."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from khabar.atlas import Gazetteer, shared_atlas
from khabar.languages.ar.forms.lexicon import act_twice, bearer_before, lexicon
from khabar.languages.ar.forms.verb_classes import verb_classes
from khabar.text.fold import fold_word

_AND, _ALEF, _YA, _TA, _HA = "وايته"
_HAMZA = "\N{ARABIC LETTER HAMZA}"
PRONOUNS = ("هما", "هم", "هن", "ها", "نا", "كم", "ني", "ه", "ي", "ك")
_SERVANT_OF = (
    "\N{ARABIC LETTER AIN}\N{ARABIC LETTER BEH}\N{ARABIC LETTER DAL}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER LAM}"
)
_GIVEN_NAME = 20  # how often a word must be a given name in the names table to count as one


def gazetteer() -> Gazetteer:
    """The shared atlas."""
    return shared_atlas()


def is_country(name: str) -> bool:
    """Whether a name, as views write it, is first of all that of a country."""
    found = gazetteer().lookup(name, "ar")
    return bool(found) and found[0].kind == "country"


def is_country_of_two(first: str, second: str) -> bool:
    """Whether two words, "and" perhaps joined to the first, are the name of a country (and South | Korea)."""
    return is_country(f"{first.removeprefix(_AND)} {second}")


_AND = "\N{ARABIC LETTER WAW}"


# Shapes of verbal nouns that need no list: استفعال، انفعال، افتعال، إفعال، تفعيل، تفاعل، مفاعلة، تفعلة.  موالية is no مفاعلة: of
# such roots that is موالاة.
MASDAR = re.compile(
    "^(?:ا\\w{2,3}ا\\w|است\\w{1,3}ا\\w|ت\\w{2}ي\\w|ت\\wا\\w{2}|م\\wا\\w[^ي]ه|ت\\w{2}يه|ا\\w{1,3}ا[هت]\\w?)$"
)


@lru_cache(maxsize=1 << 16)
def known(view: str) -> dict[str, Any]:
    """What lists, verb table and atlas know of a form without proclitics; also without a final pronoun."""
    words = lexicon().words
    listed = words.get(view)
    found = dict(listed) if listed else {}
    if not listed or found.keys().isdisjoint(PARTICLES) or view in _EITHER:
        found.update(verb_classes(view))
    found.update(named(view))
    if found and found.keys() <= _HINTS:
        found.update(_with_pronoun(view, words))
    if found and found.keys() <= _CHANCE and view.endswith(_OWNERS):
        found.update(_what_one_said(view, words))
    if found and found.keys() <= NAMES and view.endswith(_HA):
        owned = words.get(view[:-1], {})
        if owned.keys() & {"medium", "cue_noun"}:
            found.update({name: value for name, value in owned.items() if name not in _PROPER}, **{"+pron": _HA})
    if found:
        if found.keys() <= _STATE and view.endswith(_OWNERS):
            noun = words.get(view[: -1 if view.endswith(_HA) else -2], {}).get("cue_noun")
            if noun is not None and (view.endswith(_HA) or "attitude" in noun.flags):
                found["cue_noun"] = noun  # his hope, spelt like "hoping"; her hope, like "dictated it"
        if MASDAR.match(view) and not found.keys() & _NO_MASDAR:
            found["masdar"] = True
        found.update(act_twice(view) if found.keys() <= _DUAL_OF_ACT else {})
        if view[-1] == _ALEF and found.keys().isdisjoint(NAMES):
            found.update(bearer_before(view, participle="participle" in found))
        return found
    return _with_accusative(view, words) or act_twice(view) or _with_pronoun(view, words)


def _what_one_said(view: str, words: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A perfect of saying, or of an act, with its object (أكده, قتله), where the whole form is by chance a rare verb or opens a
    place name; else {}.
    """
    said = _with_pronoun(view, words)
    told = "cue" in said and "ambiguous" not in said["cue"].flags and "p3ms" in said["verb"]
    told = told or "event_verb" in said
    return said if told else {}


def _with_accusative(view: str, words: dict[str, dict[str, Any]]) -> dict[str, Any]:
    """A noun of the lists in the indefinite accusative (مقاتلا); a ta marbuta takes no alef (زوجها is her husband)."""
    if view.endswith(_ALEF) and len(view) > 3 and view[-2] != _HA:
        listed = words.get(view[:-1], {})
        nation = named(view[:-1]).get("demonym") if not listed and view[-2] == _YA else None
        return {"demonym": nation} if nation else {} if "month" in listed else dict(listed)
    return {}


_DOUBLED = frozenset(("broadcast", "urges"))  # verbs of two letters, as they are written
_DUAL_OF_ACT = frozenset(("event_noun",))
_HINTS = frozenset(("does_it",))  # classes of an inflected form that leave its verb to be found
_CHANCE = frozenset(("verb", "toponym"))
PARTICLES = ("prep", "prep_pron", "comp", "rel", "neg", "demonstrative")
_EITHER = frozenset(map(fold_word, ("بين", "عبر")))  # a preposition and a verb of saying
NAMES = frozenset(("toponym", "known_place", "given", "name"))
_OWNERS = (_HA, "ها", "هم")
_STATE = frozenset(("participle", "verb", "cue", "cue_ambiguous"))
_NO_MASDAR = frozenset(
    ("given", "governing", "known_place", "role", "people", "org_head", "prep", "media", "organisation")
)
_PROPER = frozenset(("media", "media_name", "organisation", "organisation_name", "given"))  # names take no pronoun


def _with_pronoun(view: str, words: dict[str, dict[str, Any]]) -> dict[str, Any]:
    if not view.endswith(PRONOUNS):
        return {}
    for pronoun in PRONOUNS:
        if not view.endswith(pronoun):
            continue
        base = view[: -len(pronoun)]
        short = len(base) == 2 and not _DOUBLED.isdisjoint(words.get(base, ()))
        if len(base) < 3 and not short:
            continue
        found: dict[str, Any] = {}
        for option in _before_pronoun(base):
            if option in words:
                found |= {name: value for name, value in words[option].items() if name not in _PROPER}
            if pronoun != _YA and (option == base or ("cue" not in found and not option.endswith(_HA))):
                found |= _of_owned_verb(option)
        if pronoun[0] == _HA and base[-1] == _AND and base not in words and "cue" not in found:
            found |= _of_owned_verb(base + _ALEF)  # they did it: the alef behind their waw is written at the end only
        if found:
            return {**found, "+pron": pronoun}
    return {}


def _of_owned_verb(view: str) -> dict[str, Any]:
    """The classes of a verb before a pronoun: it carries no act behind it; the pronoun is the act, which stands before."""
    found = verb_classes(view)
    found.pop("manages", None)
    if found.pop("does", False):
        found["does_it"] = True
    return found


def _before_pronoun(base: str) -> list[str]:
    """How a word that is written so before a pronoun may be written without one."""
    options = [base]
    if base.endswith(_TA):
        options.append(base[:-1] + _HA)  # ta marbuta before a pronoun
    if base.endswith(_ALEF):
        options.append(base[:-1] + _YA)  # alef maqsura before a pronoun
    if base[-2:] in (_ALEF + _AND, _ALEF + _YA):
        options.append(base[:-1] + _HAMZA)  # a final hamza, which changes its seat before a pronoun
    return options


def named(view: str) -> dict[str, Any]:
    """Classes the atlas gives: `toponym` (begins a place name), `demonym`, `given` (a given name)."""
    found: dict[str, Any] = {}
    word = gazetteer().word(view, "ar")
    if word.longest:
        found["toponym"] = word.longest
    if word.known:
        found["known_place"] = True
    if word.demonym:
        found["demonym"] = word.demonym
    if word.given >= _GIVEN_NAME or (view.startswith(_SERVANT_OF) and len(view) > 6):
        found["given"] = True
    elif word.given or word.surname:
        found["name"] = True
    return found
