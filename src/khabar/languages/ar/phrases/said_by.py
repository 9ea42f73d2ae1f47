"""Who says it: the noun phrase between a verb and its complementiser, whatever its noun means."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.cues import SPEECH, Cue
from khabar.languages.ar.phrases.asides import behind_commas
from khabar.languages.ar.phrases.bare_clauses import ends_before_clause
from khabar.languages.ar.phrases.bearers import with_bearer
from khabar.languages.ar.phrases.laid_beside import is_hers
from khabar.languages.ar.phrases.name_words import PARTIES, is_unlisted_name, is_verb_like_name
from khabar.languages.ar.phrases.no_speakers import is_how_often
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import (
    NISBA,
    behind_pronouns,
    has_preposition,
    is_article,
    is_finite,
    is_name_word,
)
from khabar.languages.ar.phrases.voices import VOICES


def who_says(units: Sequence[Unit], first: int, cue: Cue) -> int:
    """The complementiser right behind the definite noun phrase at units[first], which is then who says it (the findings of the
    inquiry affirmed | that), whatever the noun means; 0 when there is none.
    """
    if cue.is_to_somebody or units[first].signature & _NOBODY:
        return 0
    at = first
    while at < min(len(units) - 1, first + _PHRASE) and units[at].signature.isdisjoint(_BREAKS):
        at += 1
    if at == first or not units[at].signature & {"comp", "bi_comp"} or "+fa" in units[at].signature:
        return 0
    head, own = units[first], units[first].signature & {"+pron", "+bi", "+li", "+ka"}
    definite = is_article(head) or (at > first + 1 and all(map(is_article, units[first + 1 : at])))
    if own or not definite or is_wish(units, at + 1):
        return 0
    return at if cue.act in ("say", "affirm") else 0


def _before_addressee(units: Sequence[Unit], first: int, end: int) -> int:
    """Where a phrase ends before a name with "to" that no list knows (his brother | to Maraya; So-and-so al-Rawi | to Maraya), as
    no name goes on with a letter that may be "to" behind a word with its pronoun or its article; or before the people whom one
    man speaks to (the president | to the protesters).
    """
    for at in range(first + 1, end):
        if units[at].view in _CROWDS:
            return at  # So-and-so | to a number of journalists
        if units[at].signature == _THEM and units[at].view.endswith(_SEVERAL) and is_name_word(units[at - 1]):
            return at  # So-and-so asked | those present
        if units[at].signature >= _TO_THEM and units[at].view.endswith(_SEVERAL):
            if units[first].signature & _ONE and (is_article(units[first]) or is_name_word(units[at - 1])):
                return at
            continue
        if "maybe_li" in units[at].signature and not units[at].signature & {"given", "name"}:
            before = units[at - 1]
            if "akin" in before.signature or (is_article(before) and at - 1 > first and is_name_word(units[at - 2])):
                return at
    return end


_THEM = frozenset(("+al",))
_CROWDS = ("لمجموعه", "لعدد", "لحشد", "لحشود", "لجمع")
_TO_THEM, _SEVERAL = frozenset(("+li", "+al", "people")), "ين"
_ONE = frozenset(("role", "given", "name"))


def _points_out(units: Sequence[Unit], first: int) -> bool:
    """Whether one definite abstract noun stands between the verb and its "to that": the findings, the figures."""
    return {"abstract", "+al"} <= units[first].signature and "ila" in units[first + 1].signature


def _is_telling(units: Sequence[Unit], at: int, opens: int) -> bool:
    """Whether a noun of speech is what somebody renews, repeats or goes on with (the council renewed | the affirmation that;
    So-and-so went on | describing the proposal as): a definite one right before "that", or one without article behind a name.
    """
    noun = units[at].get("cue_noun")
    if noun is None or units[at].signature & {"org_head", "role", "given", "name"}:
        return False
    if is_article(units[at]):
        return at == opens - 2 and noun.act in ("say", "affirm")
    return is_name_word(units[at - 1]) and units[at].signature.isdisjoint(_GLUED_ON)


_HIS_SPEECH = frozenset(("medium", "+pron"))
_GLUED_ON = frozenset(("+and", "+pron", "+bi", "+li"))
_AGAIN = ("جدد", "كرر", "واصل", "أعاد")
_PHRASE = 7
_NOBODY = frozenset(
    (
        *(
            "TIME",
            "prep",
            "adverb",
            "reflexive",
            "event",
            "cue_noun",
            "NUMBER",
            "digits",
            "any",
            "demonstrative",
            "mark",
        ),
        *("verb", "quote", "ma", "rel", "medium", "document", "press", "whoever"),
    )
)
_BREAKS = frozenset(
    (
        *("adverb", "mark", "quote", "comp", "bi_comp", "li_comp", "prep", "CUE", "PART", "TIME", "rel", "neg", "kana"),
        *("according_quoting", "copula", "there"),
    )
)


def speaks_here(units: Sequence[Unit], first: int, frame: str) -> bool:
    """A definite noun that names no act or circumstance between a verb and its clause: whatever it means, it is who says so."""
    signature = units[first].signature
    if "occupant" in signature and is_article(units[first]):
        return True
    if frame not in SPEECH or signature & _NEVER or has_preposition(units[first]):
        return False
    shows = units[first - 1].get("cue") if "masdar" in signature else None
    if shows is not None and shows.lemma in _SHOWS:
        return False  # the fall shows that: evidence, no source
    if "masdar" in signature and is_unlisted_name(units, first, len(units)):
        return True
    return is_article(units[first]) or ("abstract" in signature and is_article(units[first + 1]))


def speaker_end(units: Sequence[Unit], first: int, opens: int, frame: str, cue: Cue) -> int:
    """The index behind the phrase of who speaks, which begins behind the verb: up to the complementiser where only words
    without a glued preposition stand before it.
    """
    end = ends_before_clause(units, first, _before_addressee(units, first, noun_phrase_end(units, first, opens)))
    if end > first + 1 and "said_of_self" in units[end].signature and units[end - 1].signature >= _HIS_SPEECH:
        return end - 1  # the minister concluded | his speech by saying
    if end == first + 1 < opens and "NUMBER" in units[first] and "of_them" in units[end]:
        return end + 1  # five of them
    if cue.lemma in _AGAIN:
        told = next((at for at in range(first + 1, min(end + 1, opens)) if _is_telling(units, at, opens)), 0)
        if told:
            return told
    if frame == "clause" and end == first and opens - 3 == first and _points_out(units, first):
        return first + 1  # the findings point out | that
    that = who_says(units, first, cue) if frame == "clause" and end < opens - 1 else 0
    between = units[end + (end == first) : that]
    described = _THINGS if "as" in cue.frames else _WHAT  # described | this, | what happened
    glued = any(unit.view.startswith(_GLUED) or unit.signature & described for unit in between)
    if that and that == opens - 1 and not glued:
        hers = (at for at in range(first + 1, that) if is_hers(units[at], units[at - 1]))
        return _addressed_press(units, first, that) or next(hers, that)
    if end == first and frame != "quote" and opens - 2 <= first and is_verb_like_name(units, first):
        return first + 1
    if end == first and frame in SPEECH and is_unlisted_name(units, first, opens):
        return max(noun_phrase_end(units, first + 1, opens - 1), first + 1)
    told = _addressed_press(units, first, end)
    return told or with_bearer(units, first, end, opens - (frame in ("clause", "colon")))


def _addressed_press(units: Sequence[Unit], first: int, end: int) -> int:
    """Where the press, or both parties, are addressed behind a name (the spokesman John Smith | the journalists): any verb of
    telling may have them as its object, and they are no part of a name; 0 where nobody is.  The journalists' syndicate names no
    person before.
    """
    if units[first].signature & (_OUTLETS | {"quote_open"}):
        return 0
    for at in range(first + 1, end):
        told = at > first + 1 and ("press" in units[at].signature or units[at].view in PARTIES)
        if told and (_is_name(units, at - 1) or "fi" in units[at - 2].signature):
            return at
        if is_informed(units, at) and (at - first > 2 or "given" not in units[at - 1].signature):
            return at
    return 0


def is_informed(units: Sequence[Unit], at: int) -> bool:
    """Whether an outlet stands behind a phrase that is complete, so that it is no genitive of it (a medical source | the agency X,
    the spokesman for the army | the channel X).
    """
    word, before = units[at], units[at - 1]
    if at == 0 or word.signature.isdisjoint(_OUTLETS):
        return False
    if word.signature & {"+and", "+al", "demonym", "given"} or has_preposition(word) or before.signature & _GOVERNS:
        return False
    described = len(before.view) > _LEAST and before.view.endswith(NISBA) and before.signature.isdisjoint(_NO_NAME)
    unnamed = {"unnamed", "phrase"} <= before.signature  # a medical source
    return is_article(before) or described or unnamed or _is_name(units, at - 1)


_LEAST = 3
_OUTLETS = frozenset(("media_head", "media"))
_GOVERNS = frozenset(("prep", "media_head", "media", "quote_open", "bracket_open", "and_free"))


def _is_name(units: Sequence[Unit], at: int) -> bool:
    """Whether a name ends with units[at], which may be its family's with the article."""
    word, before = units[at], units[at - 1]
    family = is_article(word) and "given" in before.signature
    return (family or is_name_word(word)) and not word.signature & _NO_NAME


_NO_NAME = frozenset(("role", "people", "organisation", "org_head", "event", "cue_noun", "unnamed"))


_GLUED = ("ب", "ل", "ك")
_WHAT, _THINGS = frozenset(("ma",)), frozenset(("ma", "demonstrative"))
_SHOWS = ("أظهر", "أثبت", "دل", "عكس", "أوحى")
_NEVER = frozenset(
    (
        *(
            "event",
            "cue_noun",
            "measure_word",
            "NUMBER",
            "digits",
            "medium",
            "adverb",
            "reflexive",
            "TIME",
            "ma",
            "whoever",
        ),
        *("demonstrative", "prep", "document"),
    )
)


def behind_attention(units: Sequence[Unit], at: int) -> int:
    """The index behind the attention that a verb right before units[at] draws to something, or behind how often it was said (more
    than once); `at` itself where neither stands there.
    """
    if is_how_often(units, at):
        return at + 2
    drawn = at < len(units) and units[at].view in _ATTENTION and units[at - 1].get("cue") is not None
    return at + 1 if drawn else at


def behind_pronoun(units: Sequence[Unit], at: int) -> int:
    """The index behind the cue and a resumptive pronoun (in which …, through it)."""
    at = behind_pronouns(units, at + 1)
    at = behind_attention(units, at)
    if at + 2 < len(units) and "ma" in units[at].signature and units[at + 1].view in _SO_CALLED:
        return at + 2  # what is called the foundation X
    if (
        at + 1 < len(units)
        and "li_free" in units[at].signature
        and units[at + 1].signature & {"bracket_open", "quote_open"}
    ):
        close = next((k for k in range(at + 2, min(at + 7, len(units))) if units[k].signature & _CLOSES), None)
        at = at if close is None else _behind_when(units, close + 1)  # told to "X" a source
    if "quote_open" in units[at].signature and at + 3 < len(units) and (told := _behind_told(units, at)):
        return told
    document = at + 1 < len(units) and "fi" in units[at].signature and "medium" in units[at + 1].signature
    return (
        at + 1 if document and "impersonal" in units[at - 1]["cue"].flags else at
    )  # it came in the statement of X that


def behind_medium(units: Sequence[Unit], at: int, opens: int, cue: Cue) -> int:
    """Where the speaker begins behind the medium, and whom and when he told, that stand right behind the verb (said in remarks
    to the paper X on Sunday | the ambassador So-and-so that): the office whose phrase reaches up to what is said; `at`
    where none does.
    """
    if "comma" in units[at].signature:
        return behind_commas(units, at, opens)
    if "fi" not in units[at].signature or at + 2 >= opens or "medium" not in units[at + 1].signature:
        return at
    for first in range(at + 2, min(opens - 1, at + _FARTHEST)):
        office = units[first].signature & _OFFICES and not units[first].signature & _GOVERNED
        if office and (units[first - 1].signature & _ENDS_PHRASE or is_article(units[first - 1])):
            end = speaker_end(units, first, opens, "clause", cue)
            if end >= opens - 1 or "rel" in units[end].signature:
                return first
    return at


def _behind_told(units: Sequence[Unit], at: int) -> int:
    """Behind a paper in marks that a verb of informing has as its object, where an office with a full name follows (informed "X"
    | the director of the branch So-and-so); 0 where none does.
    """
    told = units[at - 1].get("cue")
    if told is None or "obj+clause" not in told.frames or "LONG_QUOTE" in units[at].signature:
        return 0
    close = next((k for k in range(at + 1, min(at + 6, len(units) - 1)) if "quote_close" in units[k].signature), None)
    if close is None or not units[close + 1].signature & _OFFICES or is_article(units[close + 1]):
        return 0
    near = units[close + 2 : close + _FARTHEST]
    that = next((k for k, unit in enumerate(near) if "comp" in unit.signature), 0)
    if that and "unnamed" in units[close + 1].signature:
        return close + 1
    return close + 1 if any("given" in unit.signature for unit in near[:that]) else 0


_FARTHEST = 16
_OFFICES = frozenset(("role", "unnamed"))
_ENDS_PHRASE = frozenset(("TIME", "quote_close", "media", "media_name", "known_place", "prep_pron", "adverb"))
_GOVERNED = frozenset(("+bi", "+li", "+ka", "+and", "+pron", "given"))


def _behind_when(units: Sequence[Unit], at: int) -> int:
    """Behind the time and the comma at `at`, where a title or a name follows them (told "X" yesterday, | General So-and-so)."""
    first = at
    while first < len(units) and units[first].signature & {"TIME", "comma"}:
        first += 1
    found = first > at and first < len(units) and units[first].signature & {"role", "given", "unnamed"}
    return first if found else at


_CLOSES = frozenset(("bracket_close", "quote_close"))
_SO_CALLED = ("تسمي", "يسمي", "سمي", "سميت", "يدعي", "تدعي")


def is_wish(units: Sequence[Unit], at: int) -> bool:
    """أن with a subjunctive right behind it says what is to be done, or what can be; it is no statement."""
    if at >= len(units):
        return False
    comp, first = units[at - 1], units[at]
    slots = (
        first.get("verb")
        if not is_article(first) and not first.signature & {"given", "toponym", "role", "people"}
        else None
    )
    bare = comp.text.endswith(("أن", "ان")) and "pronoun_comp" not in comp.signature
    if not bare or not slots or "future" in first.signature or slots == _NOUN_RATHER:
        return False
    return all(slot[0] in "iIjJ" for slot in slots)


_NOUN_RATHER = ("j1s",)  # "that the direction …", spelt like a jussive of the first person, which no "that" governs


def answer_behind(units: Sequence[Unit], at: int, cue: Cue) -> int | None:
    """Where the answer begins behind whom, or what, somebody replies to and a colon (X replies to Y: | …), or "by saying that"."""
    if cue.lemma not in REPLIES:
        return None
    colon = noun_phrase_end(units, at, len(units) - 1)
    if at < colon < len(units) - 1 and "colon" in units[colon].signature:
        return colon + 1
    for index in range(at, min(at + _FARTHEST, len(units) - 2)):
        if units[index].signature & {"stop", "CUE", "PART", "REL_CUE", "quote_open"}:
            return None
        if units[index].view in _BY_SAYING:
            return behind_by_saying(units, index)
    return None


def behind_by_saying(units: Sequence[Unit], at: int) -> int | None:
    """Where the words begin behind "by saying" and "that", a colon or a mark; None where units[at] is something else."""
    if units[at].view not in _BY_SAYING:
        return None
    if at + 1 < len(units) and not units[at + 1].signature.isdisjoint(_TO):  # by saying to "X" that
        near = range(at + 2, min(at + _PHRASE, len(units) - 1))
        at = next((k - 1 for k in near if "comp" in units[k].signature), at)
    if at + 2 >= len(units):
        return None
    following = units[at + 1].signature
    inside = "quote_open" in following and "comp" in units[at + 2].signature  # by saying "that …"
    return at + 1 if inside else at + 2 if following & {"comp", "colon"} else None


_TO = frozenset(("li_free", "+li"))
_ATTENTION = ("الانتباه", "النظر", "الانظار")
_BY_SAYING = ("بالقول", "بقوله", "بقولها", "بقولهم")
REPLIES = ("رد", "علق", "عقب", "أجاب")
"""Verbs of replying and of commenting."""


def says_of(units: Sequence[Unit], at: int) -> bool:
    """Whether the verb says something of the indefinite noun before it, "that" with the pronoun of it behind (shelled a building |
    it said was …): whoever the sentence tells of says so.  Somebody, or a report, speaks for itself (a man came who said that
    he), unless the verb has another gender.
    """
    if at + 1 >= len(units) or at < _FEWEST or "pronoun_comp" not in units[at + 1].signature:
        return False
    thing = units[at - 1]
    if is_article(thing) or thing.signature & _NO_THING or is_finite(thing):
        return False
    she = thing.text.endswith(_FEMININE)
    if not units[at + 1].view.endswith(_HER if she else (_HIM, _HER)):
        return False  # that they: people in general
    genders = {slot[2] for slot in units[at].get("verb") or () if slot[1] == "3"}
    return not thing.signature & _SPEAKS or ("f" if she else "m") not in genders


_FEWEST, _HIM, _HER = 2, "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER HEH}\N{ARABIC LETTER ALEF}"
_FEMININE = ("\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}")
_NO_THING = frozenset(
    ("mark", "prep", "given", "name", "toponym", "TIME", "adverb", "prep_pron", "comp", "rel", "+and")
)
_SPEAKS = VOICES | {"people", "document", "medium", "cue_noun"}
