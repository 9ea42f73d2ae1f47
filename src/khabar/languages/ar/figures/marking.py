"""Marking for figures: which words say what happened to people, and which forms of people nouns stand here.

Classes added to the units of a sentence: PEOPLE_S, PEOPLE_D, PEOPLE_P (people nouns by number; a listed phrase such
as "men of the security" marks its head), SUFFERER beside them where the noun itself says what befell one, MEASURE (value: the
readings of a measure word), STRONG beside it when it speaks of people without a people noun, FATE_VERB for plural verbs that
end the clause of their subject, FINITE for words that can hardly be anything but finite verbs.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, lru_cache
from typing import Any

from msgspec.structs import replace

from khabar.grammar import Reading, Unit
from khabar.languages.ar.figures.counts import STATES
from khabar.languages.ar.figures.following import Options, followed
from khabar.languages.ar.figures.no_victim import KIN
from khabar.languages.ar.figures.planes import NAMES as PLANES
from khabar.languages.ar.figures.planes import is_plane
from khabar.languages.ar.figures.two import are_two
from khabar.languages.ar.forms.particles import ARTICLE, GLUED_LETTERS
from khabar.languages.ar.forms.verb_table import analyses, lemmas, without_pronoun
from khabar.languages.ar.lists.figure_words import CountedNoun, MeasureWord
from khabar.languages.ar.lists.hints import hint, unglued
from khabar.languages.ar.lists.people import counted_nouns, measure_words
from khabar.languages.ar.phrases.shapes import is_finite, is_passive
from khabar.languages.ar.phrases.verdicts import is_of_judges, judged_at

_STRONG = frozenset(
    (
        "killed",
        "injured",
        "neutralised",
        "casualties",
        "arrested",
        "abducted",
        "missing",
        "released",
        "rescued",
        "displaced",
        "evacuated",
    )
)


@lru_cache(maxsize=1 << 14)
def _verb_options(view: str) -> tuple[Options, frozenset[str]]:
    """What a finite form says happened: the options of its lemmas, and its slots."""
    listed = measure_words("verb")
    options: Options = []
    slots = set()
    known = tuple(analyses(view))
    plain = {(number, slot[1:]) for number, slot in known if slot[0] in "iI"}
    for number, slot in known:
        past, _ = lemmas()[number]
        if slot[0] in "jJ" and (number, slot[1:]) not in plain:
            continue  # a jussive of its own has the letters of another verb (he describes: he finishes off)
        if slot[1] == "3" or slot[1:] == "1p":
            found = listed.get(past, ())
            options.extend(option for option in found if option not in options)
            if found:
                slots.add(slot)
    for option in listed.get(view, ()):  # passives stand in the list by their own perfect
        if option not in options:
            options.append(option)
            slots.add("P3ms")
    options.sort(key=lambda option: -len(option[0]))
    return options, frozenset(slots)


def bare(unit: Unit) -> str:
    """The view of a verb or noun without glued particles and pronoun."""
    view = unit.view
    if unit.stem == unit.start:
        return view
    letters = len(unit.signature & GLUED_LETTERS)
    if "+al" in unit.signature:
        letters += 1 if "+li" in unit.signature else 2
    return view[letters:]


def slots_of(unit: Unit) -> tuple[str, ...]:
    """The slots of a verb form (see the table of forms); none for other words."""
    found: tuple[str, ...] = unit.classes.get("verb") or ()
    return found


def marked(units: Sequence[Unit]) -> list[Unit]:
    """The units with the classes of this module added."""
    found = list(units)
    for at, unit in enumerate(units):
        hints = unit.hints
        if not hints & _LOOKED_AT:
            continue
        if hints & _PEOPLE:
            found[at] = _people(units, at)
        if hints & _FINITE:
            found[at] = _finite(found[at])
        if hints & _MEASURES and not ("+al" in unit.signature and at and "helpers" in units[at - 1].signature):
            found[at] = _measured(found, at)  # of the words around it looks at no mark of this module
    return found


_MOST_GLUED = 7  # letters that may stand before a stem


def _may_name_people(_surface: str, view: str, read: Reading) -> bool:
    """Whether a word may begin a people phrase, whatever is glued to it, or is a people noun behind the article."""
    if not _OF_PEOPLE.isdisjoint(read.signature):
        return True
    phrases = _phrases()
    behind = view[len(ARTICLE) :] if view.startswith(ARTICLE) else ""
    return behind in counted_nouns() or not phrases.keys().isdisjoint(unglued(view, _MOST_GLUED))


def _may_measure(_surface: str, view: str, read: Reading) -> bool:
    """Whether a word may begin a measure, whatever stands around it."""
    signature = read.signature
    if "measure_word" in signature or "measure_part" in signature:
        return True
    if "verb" in signature and _verb_options(without_pronoun(view[1:] if read.cut else view, read.classes))[0]:
        return True
    defined = [ARTICLE + end for end in unglued(view, _MOST_GLUED)] if "+al" in signature else ()
    return not measure_words("noun").keys().isdisjoint(defined)


def _must_be_verb(word: Unit | Reading) -> bool:
    """Whether a word can hardly be anything but a verb: an imperfect, or a plural that no list knows as a noun."""
    return word.signature.isdisjoint(_NOMINAL) and (is_finite(word) or _are_many(word.classes.get("verb") or ()))


_OF_PEOPLE = frozenset(("people", "demonym", "unnamed"))
_PEOPLE, _MEASURES = hint(_may_name_people), hint(_may_measure)
_FINITE = hint(lambda _surface, _view, read: _must_be_verb(read))
_LOOKED_AT = _PEOPLE | _MEASURES | _FINITE


def _finite(unit: Unit) -> Unit:
    """FINITE on a word that must be a verb; of what names people, or is several words in one, that is asked again."""
    return unit.plus({"FINITE": True}) if _must_be_verb(unit) else unit


_NOMINAL = frozenset(("+al", "people", "given", "toponym", "org_head", "demonym", "TIME", "NUMBER"))


@lru_cache(maxsize=1 << 12)
def _are_many(slots: tuple[str, ...]) -> bool:
    return bool(slots) and all(slot[2:] in ("mp", "md", "fd") for slot in slots)


_FIVE_NOUNS = ("أب", "أخ")  # whose accusative is long: his father, his brother
_NUMBERS = {"s": "PEOPLE_S", "d": "PEOPLE_D", "p": "PEOPLE_P"}


@cache
def _phrases() -> dict[str, list[tuple[tuple[str, ...], CountedNoun]]]:
    """People phrases of several words by their first."""
    found: dict[str, list[tuple[tuple[str, ...], CountedNoun]]] = {}
    for view, noun in counted_nouns().items():
        head, *rest = view.split()
        if rest:
            found.setdefault(head, []).append((tuple(rest), noun))
    return found


def _people(units: Sequence[Unit], at: int) -> Unit:
    unit = units[at]
    if unit.signature & {"NUMBER", "TIME", "mark", "trapped", "prep"}:
        return unit
    noun = _phrase_noun(units, at) or unit.get("people") or _under_the_article(unit) or _national(units, at)
    noun = noun or _unnamed(unit)
    if noun is None or (unit.view in PLANES and is_plane(units, at)):
        return unit
    if noun.unit == "family" and "measure_word" in unit and _is_capture(units, at):
        return unit.plus({"people": replace(noun, populations=(), unit="object")})  # nobody who could be counted
    if noun.accusative and "+pron" in unit.signature:  # an alef before a pronoun is that of a dual (his parents)
        noun = replace(noun, number="s" if noun.lemma in _FIVE_NOUNS else "d", accusative=False)
    if noun.number == "p" and are_two(units, at, noun):
        noun = replace(noun, number="d")
    marks = {"people": noun, _NUMBERS[noun.number]: True}
    if noun.measure in STATES:
        marks["SUFFERER"] = True
    if noun.unit == "body":
        return unit.plus({**marks, "BODY": True})
    fell = (
        noun.measure == "killed" and at and "NUMBER" not in units[at - 1].signature and _is_predicate(units, at, noun)
    )
    return unit.plus({**marks, "FALLEN": True} if fell else marks)


def _is_predicate(units: Sequence[Unit], at: int, noun: CountedNoun) -> bool:
    """Whether a noun is what somebody falls as, or is found: an accusative; of a woman, right behind her noun (a girl, slain)."""
    before: CountedNoun | None = units[at - 1].get("people")
    one = before is not None and before.number == "s" and before.unit == "person" and before.lemma not in KIN
    return noun.accusative or (one and units[at].text.endswith(_SHE) and units[at - 1].text.endswith(_SHE))


_SHE = "\N{ARABIC LETTER TEH MARBUTA}"


def _is_capture(units: Sequence[Unit], at: int) -> bool:
    """Whether the letters of "families" are the capture of one more, or of so many, behind another fate (killed two and | the
    capture of a third).
    """
    behind = units[at + 1] if at + 1 < len(units) and "+and" in units[at] else None
    if behind is None or "+al" in behind:
        return False
    return behind.view in _ONE_MORE or ("NUMBER" in behind and "min" not in behind) or "PEOPLE_S" in behind


_ONE_MORE = ("ثالث", "رابع", "خامس", "ثان", "ثاني", "اخر", "اخرين", "عدد", "جندي", "ضابط", "عنصر", "مقاتل", "مسلح")


def _under_the_article(unit: Unit) -> CountedNoun | None:
    """The plural behind the article of a word that the atlas or a list knows whole (the Martyrs, a quarter)."""
    if not unit.view.startswith(ARTICLE) or "+al" in unit.signature:
        return None
    noun = counted_nouns().get(unit.view[len(ARTICLE) :])
    return noun if noun is not None and noun.number == "p" and noun.unit == "person" else None


def _unnamed(unit: Unit) -> CountedNoun | None:
    """One person of those phrases that name no source when they speak, and a victim when killed (a local official)."""
    if not {"unnamed", "phrase"} <= unit.signature:
        return None
    noun = counted_nouns().get(bare(unit).split()[0])
    return noun if noun is not None and noun.unit == "person" else None


_NISBA, _NISBA_DUAL = "\N{ARABIC LETTER YEH}", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER ALEF}\N{ARABIC LETTER NOON}"
_PEOPLES = _NISBA + _NISBA + "\N{ARABIC LETTER NOON}", _NISBA + "\N{ARABIC LETTER WAW}\N{ARABIC LETTER NOON}"


def _national(units: Sequence[Unit], at: int) -> CountedNoun | None:
    """The people of a country, counted (three hundred Iraqis); in the dual without a number word."""
    unit = units[at]
    if "demonym" not in unit or unit.signature & {"+bi", "+li", "+ka", "+pron"}:
        return None
    view = bare(unit)
    if "+al" in unit:
        return CountedNoun(view, "p") if view.endswith(_PEOPLES) and _is_counted(units, at) else None
    if view.endswith(_NISBA_DUAL):
        return CountedNoun(view, "d")
    if view.endswith(_PEOPLES) and at + 1 < len(units) and "NUMBER" in units[at + 1] and "+and" not in units[at + 1]:
        return CountedNoun(view, "p")  # two Iraqis, with the number behind
    if "+and" in unit or not at or "NUMBER" not in units[at - 1]:
        return None
    if view.endswith(_PEOPLES):
        return CountedNoun(view, "p")
    accusative = view.endswith(_NISBA + "\N{ARABIC LETTER ALEF}")
    return CountedNoun(view, "s", accusative=accusative) if accusative or view.endswith(_NISBA) else None


def _is_counted(units: Sequence[Unit], at: int) -> bool:
    """Whether a number stands right before, or before "of" (thousands of the Iraqis)."""
    if at and "NUMBER" in units[at - 1]:
        return True
    return at > 1 and "min" in units[at - 1] and "NUMBER" in units[at - 2]


def _phrase_noun(units: Sequence[Unit], at: int) -> CountedNoun | None:
    behind = units[at + 1 : at + 2]
    for rest, noun in _phrases().get(bare(units[at]), ()):
        if behind and behind[0].view == rest[0] and tuple(u.view for u in units[at + 1 : at + 1 + len(rest)]) == rest:
            return noun
    return None


def _measured(units: Sequence[Unit], at: int) -> Unit:
    unit = units[at]
    if unit.signature & {"NUMBER", "TIME", "mark", "trapped"} or (_is_people(unit) and not _is_act(units, at)):
        return unit
    if unit.view == _FA_QAD and at + 1 < len(units) and {"verb"} <= units[at + 1].signature - _NOMINAL:
        return unit  # so they have said: the letters of "lost"
    if "known_place" in unit and at and "prep" in units[at - 1]:
        return unit  # in Aden: the letters of "they returned"
    if unit.signature & _OF_COURTS and is_of_judges(units, at):
        return unit
    options, extra = _options(unit)
    readings = followed(units, at, options)
    if not readings:
        return unit
    if "punishment" in unit.signature:
        readings = _as_judged(units, at, readings)
    if any(word.measure in _STRONG and not word.weak for word in readings):
        extra["STRONG"] = True
    return unit.plus({"MEASURE": readings, **extra})


def _as_judged(units: Sequence[Unit], at: int, readings: tuple[MeasureWord, ...]) -> tuple[MeasureWord, ...]:
    """The readings of a punishment: where it is only passed nothing befell whom it counts; carried out, it is "in" them."""
    if judged_at(units, at) is not None:
        return tuple(replace(word, measure="other") for word in readings)
    if at and "judged" in units[at - 1].signature:
        return (*readings, *(replace(word, prep=_IN) for word in readings if not word.prep))
    return readings


_OF_COURTS = frozenset(("court", "sentences", "manner"))
_IN = "\N{ARABIC LETTER FEH}\N{ARABIC LETTER YEH}"
_FA_QAD = "\N{ARABIC LETTER FEH}\N{ARABIC LETTER QAF}\N{ARABIC LETTER DAL}"


def _is_people(unit: Unit) -> bool:
    noun: CountedNoun | None = unit.get("people")  # her family has the letters of "captured her"
    return bool(unit.signature & {"PEOPLE_P", "PEOPLE_D"}) or (noun is not None and noun.unit == "family")


def _is_act(units: Sequence[Unit], at: int) -> bool:
    """The capture of eleven, not families: a number follows the word that has the same letters, or those who captured them,
    where it opens its clause.
    """
    if "measure_word" not in units[at]:
        return False
    for index in range(at + 1, min(len(units), at + _DOERS)):
        signature = units[index].signature
        if "NUMBER" in signature:
            opens = at == 0 or "+and" in units[at].signature or not units[at - 1].signature.isdisjoint(_OPENING)
            return index == at + 1 or (opens and "+al" not in signature)
        if signature.isdisjoint(_BEARERS):
            return False
    return False


_DOERS = 5  # units from a capture to the number of the captured
_OPENING = frozenset(("mark", "qad", "kana", "comp", "while", "like"))
_BEARERS = frozenset(("armed", "helpers", "forces", "organisation", "org_head", "army_body", "security_body"))


def _options(unit: Unit) -> tuple[Options, dict[str, Any]]:
    """The measure readings a word may have, and classes that its form gives; the letters of some are verb and noun."""
    if "measure_word" in unit.signature:
        options, extra = _verb(unit)
        return [*unit["measure_word"], *options], {**extra, "MEASURE_NOUN": True}
    if "+al" in unit.signature:
        view = ARTICLE + bare(unit)  # phrases that always carry the article (the seizing of)
        return measure_words("noun").get(view, []), {"MEASURE_NOUN": True}
    if "measure_part" in unit.signature and "people" not in unit.signature:
        return unit["measure_part"], {"MEASURE_PART": True}
    return _verb(unit)


def _verb(unit: Unit) -> tuple[Options, dict[str, Any]]:
    """The measure readings of a finite verb; aboard (على متن) is spelt like "they died"."""
    if "verb" not in unit.signature or unit.signature & {"+al", "+bi", "+li", "+ka", "aboard"}:
        return [], {}
    options, slots = _verb_options(without_pronoun(unit.view[unit.cut > unit.start :], unit.classes))
    if not options:
        return [], {}
    extra: dict[str, Any] = {"MEASURE_VERB": True}
    if "p3ms" not in slots and any(slot[2:] in ("mp", "md", "fp", "fd") for slot in slots):
        extra["FATE_VERB"] = True  # of a verb in nun "he stabbed" and "they (women) stabbed" have the same letters
    if is_passive(slots):
        extra["PASSIVE"] = True
    return options, extra
