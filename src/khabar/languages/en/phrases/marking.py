"""Marking: which words of a sentence act as cue verbs here, and how.

English verb forms are few and shared: `said` is past and participle, `claims` is a verb and a noun.  The words before
the form tell: an auxiliary, `to`, a determiner.  Initials and abbreviated titles (J., U.S., Sen.) become one word first, so
that their stops end nothing.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit, fuse
from khabar.languages.en.lists.cues import Form, Part, Voice

_SKIPPED = frozenset(("adverb", "neg", "impersonal", "contracted_neg"))
_AUX = frozenset(("be", "be_form", "have_form", "do_form", "modal"))
_MODIFIERS = frozenset(("det", "article", "possessive", "possessive_det"))
_LONG = 3
_ABBREVIATION = 4


def marked(units: Sequence[Unit]) -> list[Unit]:
    """The units with initials joined and, on cue verbs, CUE (finite, modal), PASSIVE, PART (-ing) or INF (value: Part);
    LONG_QUOTE on marks that open a quotation of more than a few words.
    """
    words = joined(_without_clock(units))
    titled = is_title_case(words)
    found: list[Unit] = []
    for at, unit in enumerate(words):
        if "cue" in unit.signature and (titled or _is_plain(words, at)) and not _is_who_speaks(words, at):
            part = _part(words, at)
            if part is not None:
                unit = unit.plus({_CLASS[part.voice]: part})
        elif "quote_open" in unit.signature and _is_long(words, at):
            unit = unit.plus({"LONG_QUOTE": True})
        found.append(unit)
    return found


def _without_clock(units: Sequence[Unit]) -> Sequence[Unit]:
    """The units with the hour that opens an entry of a live report (16:45 Death toll rises) as one mark."""
    if len(units) <= _LONG or "colon" not in units[1].signature or "digits" not in units[2].signature:
        return units
    glued = units[0].end == units[1].start and units[1].end == units[2].start
    if not glued or len(units[2].text) != _MINUTES or not units[3].signature & {"capital", "dash", "quote_open"}:
        return units
    hour = fuse(units[:3], "", {"mark": True, "stop": True})
    hour.text = "".join(u.text for u in units[:3])
    return [hour, *units[3:]]


_MINUTES = 2  # digits


_CLASS: dict[Voice, str] = {"finite": "CUE", "modal": "CUE", "passive": "PASSIVE", "part": "PART", "inf": "INF"}


def is_title_case(units: Sequence[Unit]) -> bool:
    """Whether a sentence writes (nearly) all its words with a capital, as headlines do."""
    long = [u for u in units if "word" in u.signature and len(u.text) > _LONG]
    return bool(long) and sum("capital" in u.signature for u in long) * 4 > len(long) * 3


def _is_plain(units: Sequence[Unit], at: int) -> bool:
    """Whether a form is a word of its own: not part of a name (United States) or of a compound (work-related)."""
    unit = units[at]
    if unit.text[:1].isupper() and at and "mark" not in units[at - 1].signature:
        return False
    glued_before = at > 0 and units[at - 1].view == "-" and units[at - 1].end == unit.start
    return not (glued_before or (at + 1 < len(units) and units[at + 1].view == "-" and units[at + 1].start == unit.end))


def _is_who_speaks(units: Sequence[Unit], at: int) -> bool:
    """Whether a form is the noun of people whose own verb follows (refugee advocates also said)."""
    if "source_unnamed" not in units[at].signature or not at or "word" not in units[at - 1].signature:
        return False
    behind = at + 1
    while behind < len(units) - 1 and "adverb" in units[behind].signature:
        behind += 1
    return (
        behind < len(units) and "cue" in units[behind].signature and units[behind].view.endswith(("said", "say", "ed"))
    )


def joined(units: Sequence[Unit]) -> list[Unit]:
    """Units with U.S., J.K. and Sen. as one word each; a stop inside a sentence ends an abbreviation (Jr., Inc.)."""
    found: list[Unit] = []
    for index, unit in enumerate(units):
        before = found[-1] if found else None
        if before is None or before.end != unit.start:
            found.append(unit)
            continue
        following = units[index + 1] if index + 1 < len(units) else None
        inside = following is not None and bool(
            following.text[:1].islower() or following.signature & {"comma", "bracket_close"}
        )
        ranked = before.text == "No" and following is not None and "NUMBER" in following.signature  # the No. 2 envoy
        short = _is_short(before) and (following is not None or len(before.text) > 1)  # not: the IS-K.
        stop = unit.view == "." and (short or ranked or (inside and "capital" in before.signature))
        letter = before.text.endswith(".") and "initials" in before.signature and "word" in unit.signature
        if stop or (letter and len(unit.text) == 1):
            found[-1] = _merged(before, unit)
        else:
            found.append(unit)
    return found


def _is_short(unit: Unit) -> bool:
    single = len(unit.text) == 1 and unit.text.isupper()
    title = "role" in unit.signature and "capital" in unit.signature and len(unit.text) <= _ABBREVIATION
    return single or title or ("initials" in unit.signature and not unit.text.endswith("."))


def _merged(first: Unit, second: Unit) -> Unit:
    whole = first.text + second.text
    classes = (
        {**first.classes, "initials": True, "capital": True} if "role" not in first.signature else dict(first.classes)
    )
    made = fuse([first, second], "", classes)
    made.text = whole
    return made


def _is_long(units: Sequence[Unit], at: int) -> bool:
    words = 0
    for unit in units[at + 1 : at + 12]:
        if "quote_close" in unit.signature:
            return words > _LONG
        words += "mark" not in unit.signature
    return words > _LONG


def _part(units: Sequence[Unit], at: int) -> Part | None:
    """How a form of a cue verb is used at this place; None when it is a noun or another verb's."""
    cue, forms = units[at]["cue"]
    back, negated = at - 1, False
    while back >= 0 and (units[back].signature & _SKIPPED or is_manner(units[back]) or _floats(units, back)):
        if units[back].signature & {"subject_pronoun", "det", "mark"} and not _floats(units, back):
            break
        negated = negated or bool(units[back].signature & {"neg", "contracted_neg"})
        back -= 1
        if units[back + 1].signature & _AUX:
            back += 1
            break
    if _is_aside(units, back):
        back -= 3
    before = units[back].signature if back >= 0 else frozenset[str]()
    negated = negated or "contracted_neg" in before
    group = _group(units, back + 1)
    if before & _AUX or _is_short_aux(units, back):
        voice = _voice(before, forms, units, back)
        return Part(cue, voice, _group(units, back), negated) if voice else None
    if "to_word" in before and forms == {"ing"}:  # in addition to saying
        return Part(cue, "part", back + 1, negated)
    if "to_word" in before or (back >= 0 and units[back].view.endswith(" to")):  # has to say
        return Part(cue, "inf", back, negated) if "base" in forms else None
    return _bare(units, at, group, negated)


def _floats(units: Sequence[Unit], at: int) -> bool:
    """Both, all, each, themselves between a subject and its verb (the ministers all urged); since behind have."""
    if _is_since(units, at):
        return True
    if units[at].view not in _FLOATING or at == 0:
        return False
    before = units[at - 1].signature
    return (
        ("mark" not in before or "bracket_close" in before)
        and not before & {"prep", "and_word", "to_word", "CUE"}
        and units[at - 1].view != "of"
    )


def _is_aside(units: Sequence[Unit], comma: int) -> bool:
    """Whether an adverb in commas stands between an auxiliary and its verb (has, however, denied)."""
    return (
        comma > 2
        and "comma" in units[comma].signature
        and bool(units[comma - 1].signature & {"adverb"} or is_manner(units[comma - 1]))
        and "comma" in units[comma - 2].signature
        and bool(units[comma - 3].signature & _AUX)
    )


def _is_since(units: Sequence[Unit], at: int) -> bool:
    """Since or first between an auxiliary and its verb (has since said, was first announced)."""
    if at == 0:
        return False
    return (units[at].view == "since" and "have_form" in units[at - 1].signature) or (
        units[at].view == "first" and bool(units[at - 1].signature & {"be", "be_form"})
    )


_FLOATING = frozenset(("both", "all", "each", "themselves", "himself", "herself", "itself"))


def is_manner(unit: Unit) -> bool:
    """Whether a word is an adverb by its ending; a name in -ly is none, nor is a family."""
    return ends_as_adverb(unit) and unit.signature.isdisjoint(_NO_MANNER)


def ends_as_adverb(unit: Unit) -> bool:
    """Whether a word has the ending of adverbs and is no noun that has it too; a paper or a service may (a weekly)."""
    return unit.view.endswith("ly") and unit.view not in _NOUNS_IN_LY


_NO_MANNER = frozenset(("capital", "TIME", "people", "source_body", "source_unnamed", "event_noun"))
_NOUNS_IN_LY = frozenset(
    ("family", "assembly", "supply", "ally", "rally", "reply", "anomaly", "monopoly", "belly", "bully", "fly", "lily")
)


def _group(units: Sequence[Unit], first: int) -> int:
    """The first unit of a verb group that holds `first`: auxiliaries and adverbs before it are taken in."""
    while first > 0:
        before = units[first - 1]
        adverb = before.signature & _SKIPPED or is_manner(before) or _floats(units, first - 1)
        if (before.signature & {"subject_pronoun", "det"} and not _floats(units, first - 1)) or not (
            before.signature & _AUX or adverb or _is_short_aux(units, first - 1)
        ):
            break
        first -= 1
    return first


def _is_short_aux(units: Sequence[Unit], at: int) -> bool:
    """The 's of he's said, she's saying."""
    return at > 0 and "possessive" in units[at].signature and "subject_pronoun" in units[at - 1].signature


def _voice(before: frozenset[str], forms: frozenset[Form], units: Sequence[Unit], back: int) -> Voice | None:
    if before & {"modal", "do_form"} and "base" in forms:
        return "modal" if "modal" in before else "finite"
    if "have_form" in before or _is_short_aux(units, back):
        if "pp" in forms:
            return "modal" if back and "modal" in units[back - 1].signature else "finite"
        return "finite" if "ing" in forms and _is_short_aux(units, back) else None
    if before & {"be", "be_form"}:
        if "ing" in forms:
            return "finite"
        return "passive" if "pp" in forms else None
    return None


def _is_told_noun(units: Sequence[Unit], at: int) -> bool:
    """Whether state only says whose media speak (state media reported), or an act opens its clause (as protests spread)."""
    if at and "event_noun" in units[at].signature and units[at - 1].view in _JOINS:
        return True
    if units[at].view != "state" or at + 1 >= len(units):
        return False
    return bool(units[at + 1].signature & {"source_body", "media", "medium"})


_JOINS = frozenset(("as", "after", "when", "while", "amid", "before"))


def _bare(units: Sequence[Unit], at: int, group: int, negated: bool) -> Part | None:
    """A form without auxiliary."""
    cue, forms = units[at]["cue"]
    last = at - 2 if at > 1 and _floats(units, at - 1) else at - 1
    before = units[last] if at else None
    if forms == {"ing"}:
        return Part(cue, "part", group, negated)
    if at and _is_relative(units, at - 1) and forms & {"past", "s", "base"}:
        return Part(cue, "finite", group, negated)
    if "past" in forms:
        alone = before is not None and before.view in ALONE and "weak" not in cue.flags
        if before is not None and before.signature & _MODIFIERS and not alone:
            return None
        return Part(cue, "finite", group, negated)
    if not forms & {"s", "base"} or _is_body(units, at) or _is_told_noun(units, at):
        return None
    before = units[_behind_adverbs(units, at)] if at else None
    following = units[at + 1] if at + 1 < len(units) else None
    if "noun" in cue.flags and before is not None and _governs(before):
        return None  # raised questions, growing fears
    if (
        "noun" in cue.flags
        and following is not None
        and following.signature & (_AUX | {"cue"})
        and "subject_pronoun" not in (before.signature if before else ())
    ):
        return None  # advocates said
    if "noun" in cue.flags and not _is_second(units, at):
        subject = before is not None and (_can_be_subject(before, forms) or _has_plural(units, at, forms))
        if not subject:
            return None
    alone = before is not None and before.view in ALONE
    if (
        before is not None
        and before.signature & (_MODIFIERS | {"prep", "to_word"})
        and "TIME" not in before.signature
        and not alone
    ):
        return None
    return Part(cue, "finite", group, negated)


def _is_body(units: Sequence[Unit], at: int) -> bool:
    """Whether a form is the noun for a body: a preposition follows (the special forces command in Dost)."""
    return "source_body" in units[at].signature and at + 1 < len(units) and "prep" in units[at + 1].signature


def _behind_adverbs(units: Sequence[Unit], at: int) -> int:
    """The index of the word before a form, adverbs passed over (voters still view)."""
    last = at - 1
    while last > 0 and (_floats(units, last) or is_manner(units[last]) or "adverb" in units[last].signature):
        if units[last].signature & {"subject_pronoun", "det"} and not _floats(units, last):
            break
        last -= 1
    return last


def _is_relative(units: Sequence[Unit], at: int) -> bool:
    """Whether that takes up the noun before it and is the subject of what follows (data that suggest)."""
    if units[at].view != "that" or at == 0 or "word" not in units[at - 1].signature:
        return False
    noun = units[at - 1].signature
    return noun.isdisjoint(_NO_ANTECEDENT) or bool(noun & {"source_document", "source_thing", "source_body"})


_NO_ANTECEDENT = frozenset(
    (
        *(
            "cue",
            "prep",
            "det",
            "adverb",
            "cue_noun",
            "cue_adjective",
            "be",
            "be_form",
            "have_form",
            "do_form",
            "modal",
        ),
        *("and_word", "sub", "subject_pronoun", "other_pronoun", "common_verb", "TIME", "NUMBER"),
    )
)


def _is_second(units: Sequence[Unit], at: int) -> bool:
    """Whether a form right behind a conjunction governs an object: a second verb (and view it, but question his loyalty)."""
    before, following = units[at - 1].signature, units[at + 1].signature if at + 1 < len(units) else frozenset[str]()
    return "and_word" in before and bool(following & {"other_pronoun", "possessive_det"})


def _has_plural(units: Sequence[Unit], at: int, forms: frozenset[Form]) -> bool:
    """Whether the noun phrase before a base form has a plural at its head (majorities across the spectrum favor)."""
    if "base" not in forms or units[at - 1].signature & {"mark", "det", "prep", "article"} or at + 1 >= len(units):
        return False
    if units[at + 1].signature & {"mark", "prep", "and_word"}:
        return False
    for index in range(at - 2, max(at - 8, -1), -1):
        signature = units[index].signature
        if signature & {"mark", "and_word", "cue", "be", "be_form", "modal", "have_form", "sub"}:
            return False
        if "prep" in signature and index:
            return units[index - 1].view.endswith("s") and "word" in units[index - 1].signature
    return False


def _governs(before: Unit) -> bool:
    """Whether a word takes the noun behind it for its object or describes it."""
    gerund = before.view.endswith("ing") and "source_thing" not in before.signature
    past = "cue" in before.signature and before["cue"][1] & {"past"} and before["cue"][0].act in _SET_ASIDE
    return gerund or bool(past or before.signature & {"light", "draws"})


_SET_ASIDE = ("reject", "deny")  # dismissed claims, denied reports
_SINGULAR = frozenset(("role", "source_body"))
_PLURALS = frozenset(("police", "people", "men", "women", "children", "media", "staff", "who"))


ALONE = frozenset(("both", "some", "many", "most", "several", "few", "those", "none", "neither"))
"""Words before a noun that stand for people by themselves (some argue, many fear)."""


def _can_be_subject(before: Unit, forms: frozenset[Form]) -> bool:
    """Whether the word before a form that is also a noun looks like its subject."""
    signature = before.signature
    if forms == {"base"} and signature & _SINGULAR and not before.view.endswith("s") and before.view not in _PLURALS:
        return False  # a court advocate, the ministry report
    if signature & {"subject_pronoun", "role", "source_unnamed", "source_body", "media", "source_document", "rel"}:
        return True
    if "demonym" in signature or signature & {"prep", "det", "mark", "NUMBER", "TIME"}:
        return bool(signature & {"comma", "and_word", "quote_close"})
    if "base" in forms:
        return before.view.endswith("s")
    return "capital" in signature or "word" in signature
