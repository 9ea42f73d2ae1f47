"""Words of personal names: a surname with the article, what Abd cannot do without, a sheikh in the middle of a name."""

from __future__ import annotations

import re
from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.shapes import STOPS, has_preposition, is_article, is_name_word


def in_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """A word of the name behind a title: a name word, a surname, what Abd and Abu cannot do without (Abd | al-Salam), and a
    sheikh in the middle of it (Hasan Sheikh Nasir, Walad al-Sheikh Nasir).
    """
    word, before = units[at], units[at - 1]
    if "governing" in before.signature and not is_article(before):
        return False  # sources loyal | to So-and-so
    if is_name_word(word) or is_surname(units, at, first) or is_child_of(units, at) or is_foreign_first(units, at):
        return True
    if is_verb_like_name(units, at) or is_foreign_last(units, at):
        return True
    if is_verb_like_surname(units, at) or (before.view in OF and "role" in word.signature and not is_article(word)):
        return True  # the son of | Safir, which is an envoy as well
    if at - 1 <= first or "+and" in word.signature:
        return False
    if before.view in _BOUND and not has_preposition(word):
        return "given" in word.signature or is_article(word)
    return is_inner_sheikh(units, at)


def is_ali(unit: Unit) -> bool:
    """The first name that careful writers tell from "on" by its last letter."""
    return unit.signature >= _ALI and unit.text.endswith(YEH)


_ALI = frozenset(("ala", "given"))


def is_child_of(units: Sequence[Unit], at: int) -> bool:
    """Ali behind "the son of", where it is no preposition."""
    return at > 0 and units[at - 1].view in OF and is_ali(units[at])


def is_ali_behind(units: Sequence[Unit], at: int) -> bool:
    """Ali behind another first name, or behind a title with a last name that ends the phrase (the member of the movement Ali
    al-So-and-so | that).
    """
    if not is_ali(units[at]) or at == 0 or at + 1 >= len(units):
        return False
    before, last = units[at - 1], units[at + 1]
    if "given" in before.signature and "prep" not in before.signature:
        return is_name_word(last) or is_article(last)
    if not (is_article(before) or "organisation" in before.signature):
        return False
    behind = units[at + 2].signature if at + 2 < len(units) else STOPS
    return is_name_word(last) or (last.signature <= _LAST_NAMES and not behind.isdisjoint(STOPS))


_LAST_NAMES = frozenset(("+al", "name", "toponym", "given", "place_not_name"))


def is_foreign_first(units: Sequence[Unit], at: int) -> bool:
    """A foreign first name that is spelt like a verbal noun: a surname follows that no list knows and that ends as foreign ones
    do (the minister | Erlan Turgumbayev).
    """
    if units[at].signature != _ACT or at + 1 >= len(units) or is_article(units[at]):
        return False
    behind = units[at + 1]
    return not behind.signature and _FOREIGN_END.search(behind.view) is not None


_ACT = frozenset(("masdar",))
_FOREIGN_END = re.compile(r"..(?:[يو]ف|[يو]فا|فيتش|سكي|نكو|شفيلي|ويتز|سون)$")


def is_foreign_shape(unit: Unit) -> bool:
    """A long word that no list knows and that ends as foreign surnames do, and as hardly any noun does (Friedman, Nebenzia)."""
    unlisted = unit.signature.isdisjoint(_LISTED) and len(unit.view) >= _LONG_NAME and not is_article(unit)
    return unlisted and _FOREIGN_SURNAME.search(unit.view) is not None and "+and" not in unit.signature


_LISTED = frozenset(
    (
        *("verb", "masdar", "given", "people", "role", "org_head", "organisation", "known_place", "place_type", "prep"),
        *(
            "+pron",
            "event",
            "event_head",
            "event_noun",
            "medium",
            "document",
            "abstract",
            "unhurt",
            "demonym",
            "cue_noun",
        ),
        *("mark", "adverb", "TIME", "participle", "countable", "quality", "+bi", "+li", "+ka", "+fa", "+al"),
    )
)
_LONG_NAME = 6
_FOREIGN_SURNAME = re.compile(r"..(?:[يو]فا?|فيتش|[سش]كي|نكو|شفيلي|ويتز|سون|يا|مان|ي[شسزغ]|ييف?|رو|تو|نو|دو|كو|لو)$")
OF = ("بن", "ابن", "بنت", "ابو", "ابي")
"""Words that go on with the name of a parent or a child."""


def is_verb_like_surname(units: Sequence[Unit], at: int) -> bool:
    """A family name of origin (-i) behind a given name that is spelt like a verb with "me" behind it."""
    word = units[at]
    shaped = word.signature <= {"verb", "+pron"} and word.view.endswith(YEH)
    return shaped and at > 0 and "given" in units[at - 1].signature and "prep" not in units[at - 1].signature


def is_inner_sheikh(units: Sequence[Unit], at: int) -> bool:
    """A sheikh that is a name, behind a given name or behind Walad; with the article between two given names."""
    if at == 0 or units[at].view not in (_SHEIKH, _THE_SHEIKH, *_PRINCES):
        return False
    before = units[at - 1]
    if units[at].view == _THE_SHEIKH:
        between = "given" in before.signature and at + 1 < len(units) and "given" in units[at + 1].signature
        return before.view == _CHILD or between
    return "given" in before.signature and "role" not in before.signature


def is_foreign_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """A first name that no list knows and that begins like a preposition: behind an office, with an unknown last name up to
    the phrase's end.
    """
    if "role" not in units[first].signature or at + 2 >= len(units) or units[at].signature != {"maybe_bi"}:
        return False
    last = units[at + 1]
    plain = not last.signature and not is_article(last)
    shaped = not any(word.view.endswith(NO_FOREIGN) for word in units[at : at + 2])
    return plain and shaped and bool(units[at + 2].signature & {"comp", "TIME", "comma", "stop", "+and"})


def is_verb_like_name(units: Sequence[Unit], at: int) -> bool:
    """A last name that is spelt like a verb of no list (Yaalon: "they announce"), right before what somebody says: no verb but
    one of speech stands before "that".
    """
    if at + 1 >= len(units):
        return False
    if "+fa" in units[at].signature and at and _is_one_name(units, at):
        return True
    if not units[at].signature <= _VERB_LIKE:
        return False
    behind = at + 1 + ("comma" in units[at + 1].signature and at + 2 < len(units))
    said = units[behind].signature & {"comp", "colon"} and "li_comp" not in units[behind].signature
    return bool(said) and not (
        units[behind].text in _TO
        and units[at].view.startswith(("ي", "ت"))
        and behind == at + 1
        and "+pron" in units[at].signature
    )


def is_unlisted_name(units: Sequence[Unit], at: int, opens: int) -> bool:
    """A name that no list knows and that is spelt like a verb or a verbal noun, right behind a verb of speech, of what is said at
    `opens`: its "that" follows, where or how it was said, an age, or the rest of the name (said | Erdan to so-and-so that).
    """
    unit = units[at]
    if at + 1 >= opens or not unit.signature or "CUE" not in units[at - 1].signature:
        return False
    behind = units[at + 1]
    named = not behind.signature or behind.signature <= _NAME_ALONE
    if not unit.signature <= (_LIKE_OTHERS if named else _LIKE_WORDS) or unit.text.endswith(_ACCUSATIVE):
        return False
    return named or not behind.signature.isdisjoint(_BEHIND_NAMES)


_LIKE_WORDS = frozenset(("verb", "name", "toponym", "masdar", "maybe_bi", "maybe_li", "+fa"))
_LIKE_OTHERS = _LIKE_WORDS | {"+al", "+ka"}
_NAME_ALONE = frozenset(("name",))
_ACCUSATIVE = "\N{ARABIC FATHATAN}"
_BEHIND_NAMES = frozenset(("fi", "ila", "ala", "bracket_open", "rel", "comp", "bi_comp", "colon", "comma"))


def _is_one_name(units: Sequence[Unit], at: int) -> bool:
    """A name whose first letter is not "so" (Hakan Fidan), since nothing is said yet between the verb of speech and it: it stands
    right behind a first name, or behind the verb and before "that".
    """
    before, behind = units[at - 1].signature, units[at + 1].signature
    if "given" in before and "foreign_given" in before:
        return True
    return "CUE" in before and bool(behind & {"comp", "colon"} or ("comma" in behind and "quote" not in before))


_VERB_LIKE = frozenset(("verb", "name", "toponym", "future", "+pron"))
_TO = ("أن", "ان", "أنه", "أنها")


NO_FOREIGN = ("ه", "ات", "ين", "ون", "ها", "هم")


def is_foreign_last(units: Sequence[Unit], at: int) -> bool:
    """A foreign last name whose first letters look like a preposition, or "so" and an article, right behind a first name that only
    foreigners have (Marlena Berlinger, Carlo Cavera).
    """
    word = units[at]
    shaped = word.signature & _LIKE_GLUED and word.signature <= _OWN_LETTERS
    if at == 0 or not shaped:
        return False
    before = units[at - 1].signature
    return "foreign_given" in before or ("+ka" in word.signature and "name" in before and "+al" not in before)


_LIKE_GLUED = frozenset(("+bi", "+ka", "+fa"))
_OWN_LETTERS = frozenset(
    (
        *("+bi", "+ka", "+fa", "+al", "+pron", "verb", "bound_on", "known_place", "toponym", "cue", "cue_ambiguous"),
        *("name", "event_verb", "maybe_bi", "maybe_ka"),
    )
)


def is_told_peer(unit: Unit) -> bool:
    """Whose like the speaker is, with "to" (told | his counterparts in)."""
    signature = unit.signature
    return ("maybe_li" in signature or "+li" in signature) and unit.view.startswith(_PEERS)


_PEERS = ("لنظير", "لنظراي", "لزميل", "لزملاي")


YEH = "\N{ARABIC LETTER YEH}"


BOUND = ("عبد", "ابو", "ابي")
"""Words that begin a first name of two."""
_BOUND = (*BOUND, "بو", "ام")


_PRINCES = ("سلطان", "امير")  # names as well as titles (Nur Sultan)
_SHEIKH, _THE_SHEIKH, _CHILD = "شيخ", "الشيخ", "ولد"


def is_surname(units: Sequence[Unit], at: int, first: int) -> bool:
    """A surname with the article (al-Asad), or of a noun's shape, stands behind a name word."""
    word = units[at]
    if at - 1 <= first or word.signature & NO_SURNAME:
        return False
    behind = units[at + 1].signature if at + 1 < len(units) else STOPS
    told_to = "+li" in behind and bool(behind & _MEDIA)  # Samir al-Hajj | to a radio
    told_to = told_to or bool(behind & _LEADS)  # pointed out, So-and-so al-Tayyar | to the fact that
    closes = told_to or bool(behind & STOPS) or "al_free" in units[at - 1].signature
    title = word.signature & _TITLES and not closes  # but al-Mulla at the end is a name
    shaped = (
        (is_article(word) and not (BROKEN_PLURAL.match(word.view) or word.view in PARTIES))
        or "masdar" in word.signature
    ) and not title
    before = units[at - 1]
    named = is_name_word(before) or units[at - 2].view in (*OF, *BOUND) or is_ali(before)
    return shaped and named and not has_preposition(units[at])


_LEADS = frozenset(("ila", "ala", "an"))
_MEDIA = frozenset(("press", "media", "media_head"))
BROKEN_PLURAL = re.compile(r"^الا\w{2}ا\w$")
"""The shape of the damages, the conditions: plurals, no surnames."""


PARTIES = frozenset(
    (
        *("الطرفين", "الجانبين", "الفريقين", "البلدين", "الدولتين", "الحكومتين", "الشعبين", "الاطراف"),
        *("المجتمع", "الجميع", "الجمهور", "السكان", "المواطنين", "الاهالي"),
    )
)
"""Those who are called upon right behind the name of whoever calls on them: no family is called so."""
_TITLES = frozenset(("role", "unnamed", "people"))
NO_SURNAME = frozenset(("TIME", "event", "document", "medium", "cue_noun", "org_head"))


ADDRESS = frozenset(
    (
        *(
            "الدكتور",
            "الدكتوره",
            "الاستاذ",
            "الاستاذه",
            "المهندس",
            "المهندسه",
            "الشيخ",
            "السيد",
            "السيده",
            "البروفيسور",
        ),
        *(
            "العقيد",
            "العميد",
            "اللواء",
            "المقدم",
            "الرايد",
            "النقيب",
            "الملازم",
            "الفريق",
            "الجنرال",
            "د.",
            "م.",
            "أ.",
            "د",
            "م",
            "ا",
        ),
    )
)
"""Forms of address and ranks, behind which a name stands whatever it is spelt like."""


def is_full_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether a name ends with units[at]: a name word, or a family's name with the article behind the given name in the phrase
    from `first`.
    """
    given = at > first and "given" in units[at - 1].signature and "role" not in units[at - 1].signature
    return is_name_word(units[at]) or (given and is_article(units[at]) and not is_article(units[at - 1]))
