"""Who is mentioned without speaking: full names, names whose office follows them, bodies.

Reports name a person or a body in full once, often where it does not speak (a meeting with So-and-so, head of the party;
the attack that the movement X claimed), and go on with the surname, the office or the bare noun.  What is found here
names nobody as a speaker; it only tells whom the short forms of the report mean.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.grammar import Unit
from khabar.languages.ar.people.persons import end_of_name, is_given, is_plain, titled
from khabar.languages.ar.phrases.joins import AIDES
from khabar.languages.ar.phrases.name_words import BOUND
from khabar.languages.ar.phrases.names import agreement_of
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.proper_names import name_in
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import JOINED, has_preposition, is_article, is_name_word
from khabar.languages.drafts import Agreement, NameDraft, Sentence

_LONGEST = 6  # words of a name
_LONGEST_BODY = 6
_HEADS = frozenset(("org_head", "organisation"))
_NO_BODY = frozenset(("role", "verb"))
_FIRST = frozenset(("given", "name_part"))
_TELLING = _FIRST | _HEADS | {"role"}
_HE = Agreement(None, "s")


def names(sentence: Sentence) -> list[NameDraft]:
    """Everybody a sentence names, whatever they do in it."""
    return [*titled(sentence), *_mentioned(sentence)]


def _mentioned(sentence: Sentence) -> Iterator[NameDraft]:
    """The full names ("mentioned"), names with the office behind them ("person") and bodies ("body") of a sentence."""
    units, text = sentence.units, sentence.text
    if sentence.present.isdisjoint(_TELLING):
        return
    places = [at for at, unit in enumerate(units) if not unit.signature.isdisjoint(_TELLING)]
    yield from _full_names(units, places, text)
    yield from _named_before_office(units, places, text)
    yield from _bodies(units, places, text)


def _written(units: Sequence[Unit], first: int, last: int, text: str) -> str:
    return " ".join(text[units[first].cut : units[last - 1].end].split())


def _full_names(units: Sequence[Unit], places: Sequence[int], text: str) -> Iterator[NameDraft]:
    free = 0
    for at in places:
        unit = units[at]
        if at < free or unit.signature.isdisjoint(_FIRST) or "known_place" in unit.signature or is_article(unit):
            continue
        if (not is_given(unit) and unit.view not in BOUND) or _demands(units, at):
            continue
        if "in_the_name" in unit.signature and at and units[at - 1].signature & _CALLING:
            continue  # made herself known by the name of
        free = end_of_name(units, at, min(len(units), at + _LONGEST))
        if free > at + 1:
            yield NameDraft((unit.cut, units[free - 1].end), _written(units, at, free, text), _HE, "mentioned")


_CALLING = frozenset(("reflexive", "+pron"))


def _demands(units: Sequence[Unit], at: int) -> bool:
    """A first name that is a verb of speech here: it opens its clause, and another first name, a country, or somebody who asks
    others for something, follows (and | Salim, | Sudan demanded; al-Nuri demanded | of the government that).
    """
    if "cue" not in units[at].signature or at + 1 >= len(units):
        return False
    if "known_place" not in units[at + 1].signature and not is_given(units[at + 1]) and not _asks(units, at):
        return False
    return at == 0 or "+and" in units[at].signature or "mark" in units[at - 1].signature


def _asks(units: Sequence[Unit], at: int) -> bool:
    """Whether a surname stands right behind a verb of asking, and whom it asks, or for what, behind that."""
    if units[at]["cue"].act != "request" or at + 2 >= len(units):
        return False
    behind = units[at + 2]
    return is_article(behind) or has_preposition(behind) or not behind.signature.isdisjoint(("quote_open", "comma"))


def _named_before_office(units: Sequence[Unit], places: Sequence[int], text: str) -> Iterator[NameDraft]:
    """So-and-so, the adviser to; So-and-so minister of: the office binds to the name before it, unless another's name
    follows the office, or a verb makes the office its object.
    """
    for at in places:
        unit = units[at]
        if "role" not in unit.signature or at < 2 or not unit.signature.isdisjoint(JOINED):
            continue
        set_off = "comma" in units[at - 1].signature
        end = at - 1 if set_off else at - (units[at - 1].view in AIDES)
        begin = _name_back(units, end)
        if end - begin < 2 or not (is_given(units[begin]) or not set_off) or _tells(units, begin):
            continue
        if not set_off and begin and _takes_objects(units[begin - 1]):
            continue
        last = noun_phrase_end(units, at, len(units))
        if last - at < (1 if "phrase" in unit.signature else 2) or name_in(units, at, last)[2] == "person":
            continue
        name, title = _written(units, begin, end, text), _written(units, at, last, text)
        span = (units[begin].cut, units[end - 1].end)
        yield NameDraft(span, name, agreement_of(unit), "person", title=title)


def _tells(units: Sequence[Unit], at: int) -> bool:
    """Whether units[at], of which the lists know nothing but a verb, is the verb of a clause that "that" opens (that | So-and-so
    held the post of minister), no first name.
    """
    return units[at].signature <= _VERB_ONLY and at > 0 and "comp" in units[at - 1].signature


_VERB_ONLY = frozenset(("verb", "event_verb"))


def _name_back(units: Sequence[Unit], end: int) -> int:
    """Where the name that ends before units[end] begins."""
    begin = end
    while begin > max(0, end - _LONGEST):
        word = units[begin - 1]
        surname = begin == end and is_article(word) and is_plain(word) and not has_preposition(word)
        if not (surname or (is_name_word(word) and (is_plain(word) or is_given(word)))):
            break
        begin -= 1
        if "+and" in word.signature:
            break
    return begin


def _takes_objects(unit: Unit) -> bool:
    """A verb whose subject and object would stand side by side behind it (met So-and-so | the minister)."""
    if "verb" not in unit.signature:
        return False
    cue = unit.get("cue")
    return cue is None or cue.act not in _SAYING


_SAYING = ("say", "affirm", "expect", "deny", "warn")


_NOUNS = frozenset(("place_type", "event", "masdar", "people", "document", "cue_noun"))  # no adjectives of the body
_NAMES_BODY = frozenset(
    ("organisation", "org_head", "known_place", "demonym", "quote", "place_type", "role", "given", "name", "bracket")
)


def _is_definite(rest: Sequence[Unit]) -> bool:
    """Whether what stands behind the noun makes it one body: a definite noun, a name, a name in quotation marks."""
    if not rest or rest[0].signature & {"prep", "+bi", "+li"} or (rest[0].get("demonym") and not is_article(rest[0])):
        return False
    return all(is_article(unit) or unit.signature & _NAMES_BODY for unit in rest)


def _is_cut(name: Sequence[Unit]) -> bool:
    """Whether a name ends before the quotation mark that closes it."""
    opened = [at for at, unit in enumerate(name) if "quote_open" in unit.signature]
    return bool(opened) and not any("quote_close" in unit.signature for unit in name[opened[-1] :])


def _is_national(units: Sequence[Unit], at: int) -> bool:
    """Whether the adjective of a country stands right behind a body of the state (the authorities, the government of X)."""
    if at + 1 >= len(units) or units[at].signature & JOINED or "org_head" not in units[at].signature:
        return False
    behind = units[at + 1]
    return "demonym" in behind.signature and is_article(behind) and not behind.signature & JOINED


def _bodies(units: Sequence[Unit], places: Sequence[int], text: str) -> Iterator[NameDraft]:
    for at in places:
        unit = units[at]
        signature = unit.signature
        brigade = "role" in signature and at + 1 < len(units) and is_article(units[at + 1])  # a general's rank too
        if signature.isdisjoint(_HEADS) or not signature.isdisjoint(_NO_BODY - {"role"} if brigade else _NO_BODY):
            continue
        if is_article(unit):
            if _is_national(units, at):
                yield NameDraft(
                    (unit.cut, units[at + 1].end), _written(units, at, at + 2, text), agreement_of(unit), "body"
                )
            continue
        last = at + 1
        if "organisation" not in signature:
            last = noun_phrase_end(units, at, min(len(units), at + _LONGEST_BODY))
            last = split_object(units, at, last) if last > at + 1 else last
            named = next((k + 1 for k in range(at + 1, last) if "quote_close" in units[k].signature), at + 2)
            last = next((k for k in range(named, last) if is_article(units[k]) and units[k].signature & _NOUNS), last)
            if last - at > 2 and last < len(units) and "prep_pron" in units[last].signature:
                last -= 1  # the brigade X | hostile to them
            if _is_cut(units[at:last]):
                continue
            if not _is_definite(units[at + 1 : last]):
                continue
        start = unit.cut + has_preposition(unit)
        name = " ".join(text[start : units[last - 1].end].split())
        if " " in name:
            yield NameDraft((start, units[last - 1].end), name, agreement_of(unit), "body")
