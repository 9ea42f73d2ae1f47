"""Marking: which words of a sentence act as cues here.

Out of context every third speech verb is also a noun or another verb.  In context little is needed: a finite cue
stands at the head of a clause (after a mark, a conjunction, an auxiliary, a relative pronoun, a date) or right
behind its subject, and carries neither article nor preposition.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise

from khabar.grammar import Unit
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.asides import describes_teller, is_set_off
from khabar.languages.ar.phrases.behind_adjuncts import is_behind_adjunct
from khabar.languages.ar.phrases.homographs import is_other_word
from khabar.languages.ar.phrases.of_bearers import is_of_bearer, is_refused
from khabar.languages.ar.phrases.openings import opening
from khabar.languages.ar.phrases.participles import HEADS, is_state
from khabar.languages.ar.phrases.said_by import says_of
from khabar.languages.ar.phrases.set_off_objects import is_what_is_denied
from khabar.languages.ar.phrases.shapes import (
    BODIES,
    had_before,
    holds_name,
    in_third_person,
    is_article,
    is_passive,
    joins_source,
)
from khabar.languages.ar.phrases.unjoined_words import is_said

_NOT_TO = {"ألا": "comp", "ألّا": "comp", "بألا": "bi_comp", "بألّا": "bi_comp"}  # that … not; without its hamza "except"
_MARKED = frozenset(("quote_open", "participle", "cue"))
_LONG, _BY_THE = 4, "بال"  # "by the" before a mark: called it the | "worst"
_HAMZA = re.compile(
    "أ"
)  # written with its hamza, the first person of the imperfect is told from a perfect with a bare alef


def marked(units: Sequence[Unit]) -> list[Unit]:
    """The units with their parts in speech: CUE, REL_CUE (in a relative or attributive clause), NEG_CUE, PART, LONG_QUOTE;
    HEADED: the cue opens its clause.
    """
    found = list(units)
    for at, unit in enumerate(units):
        if unit.signature.isdisjoint(_MARKED):
            if unit.text in _NOT_TO:
                found[at] = unit.plus({_NOT_TO[unit.text]: True, "not_to": True})
            continue
        extra: dict[str, object] = {}
        if at and "and_free" in units[at - 1].signature:
            extra["+and"] = True
        if "quote_open" in unit.signature:
            if at and units[at - 1].view == _BY_THE:
                found[at - 1] = found[at - 1].plus({"bi_free": True})
            long = _words_inside(units, at) >= _LONG or is_said(units, at)
            if long and not (_is_subject(units, at) or holds_name(units, at)):
                extra["LONG_QUOTE"] = True
        elif "participle" in unit.signature and is_state(units, at):
            extra["PART"] = unit["participle"]
        elif "cue" in unit.signature:
            extra |= _as_cue(found, units, at, joined=bool(extra))
        if extra:
            found[at] = unit.plus(extra)
    return found


def _as_cue(done: Sequence[Unit], units: Sequence[Unit], at: int, *, joined: bool) -> dict[str, object]:
    """The part in speech of a cue, and whether it opens its clause.  `joined`: an "and" stands before it with a space."""
    unit, previous = units[at], done[at - 1] if at else None
    extra: dict[str, object] = {}
    role = _role(done, units, at)
    joined = joined or bool(unit.signature & {"+and", "+fa"})
    if previous is None or joined or previous.signature & HEADS:
        extra["HEADED"] = True
    if role == "CUE" and not joined and _asyndetic(done, at) and not _tells_in(done, units, at):
        role = "REL_CUE"
    following = units[at + 1].signature if at + 1 < len(units) else frozenset()
    got = unit["cue"].lemma == _GOT and "prep_pron" in following
    carried = "broadcast" in unit.signature and (not joined or "+pron" in unit.signature)
    if role == "CUE" and (got or carried) and _behind_medium(done, at):
        role = "REL_CUE"  # a statement that X carried, that was published on, that X got
    if role == "CUE" and not joined and (is_set_off(done, units, at) or (at and describes_teller(units, at))):
        role = "REL_CUE"
    if role:
        extra[role] = unit["cue"]
    return extra


def _behind_medium(done: Sequence[Unit], at: int) -> bool:
    """Whether a statement or a programme stands right before, an adjective between."""
    near = [u.signature for u in done[max(at - 2, 0) : at]]
    return bool(near) and ("medium" in near[-1] or ("medium" in near[0] and not near[-1] & {"mark", "prep"}))


def _asyndetic(done: Sequence[Unit], at: int) -> bool:
    """A verb right behind the subject of another cue qualifies that subject (an official who asked not to be named said)."""
    if at > 1 and "+and" in done[at - 1].signature and joins_source(done[at - 1]):
        return False
    for unit in reversed(done[max(at - 8, 0) : at]):
        if "CUE" in unit.signature:
            return True
        if unit.signature & {
            "mark",
            "comp",
            "bi_comp",
            "rel",
            "while",
            "but",
            "quote",
            "qad",
            "kana",
            "neg_verb",
            "TIME",
            "ma",
        }:
            return False
    return False


def _tells_in(done: Sequence[Unit], units: Sequence[Unit], at: int) -> bool:
    """A verb behind a medium with a pronoun that takes it up (a statement in which he said): the medium's author speaks; a verb
    that says something of a thing (showed weapons | it said were).
    """
    following = units[at + 1 : at + 3]
    meanwhile = "same_time" in done[at - 1].signature and bool(following) and "prep_pron" in following[0].signature
    if meanwhile or says_of(units, at):
        return True  # at a time in which X said
    near = done[max(at - _ISSUED, 0) : at]
    if "medium" not in done[at - 1].signature or is_article(done[at - 1]):
        issued = any("medium" in u.signature and "verb" in v.signature for u, v in pairwise(near))
        return issued and bool(following) and "prep_pron" in following[0].signature
    return any("prep_pron" in u.signature or u.view in _THROUGH for u in following)


_ISSUED = 7  # units of a statement and of who issued it
_THROUGH = ("خلاله", "خلالها")


def _is_subject(units: Sequence[Unit], at: int) -> bool:
    """A body in quotation marks right behind a cue, with the complementiser behind it, is who speaks, not what is said."""
    if (
        at == 0
        or not units[at - 1].signature & {"cue", "prep_pron"}
        or not units[at + 1].signature & {"org_head", "organisation", "media"}
    ):
        return False
    close = next((k for k in range(at + 1, min(at + 9, len(units) - 1)) if "quote_close" in units[k].signature), None)
    resumed = "prep_pron" in units[at - 1].signature
    return close is not None and (resumed or bool(units[close + 1].signature & {"comp", "bi_comp"}))


def _words_inside(units: Sequence[Unit], at: int) -> int:
    """Words between an opening mark and its closing mark; what runs over the end of its sentence is as long as a sentence."""
    count = 0
    for unit in units[at + 1 : at + 12]:
        if "quote_close" in unit.signature:
            return count
        count += 0 if "mark" in unit.signature else 1
    runs_over = count > 1 and units[-1].text == "." and not any("quote_open" in unit for unit in units[:at])
    return max(count, _LONG) if runs_over else count


def _is_behind_medium(done: Sequence[Unit], at: int) -> bool:
    """Whether a statement of somebody's own stands before `at`, through which a cue before it speaks."""
    own = at > 2 and "prep_pron" in done[at - 1].signature and "medium" in done[at - 2].signature
    return (
        own
        and "prep" in done[at - 3].signature
        and any("CUE" in unit.signature for unit in done[max(at - 14, 0) : at - 3])
    )


def _after_that(done: Sequence[Unit], at: int) -> bool:
    """Whether a complementiser stands right before `at` that hangs on no preposition of time, nor on "had before" (after he
    refused; he had before refused).
    """
    that = at > 0 and bool(done[at - 1].signature & {"comp", "bi_comp"})
    return that and not (at > 1 and "prep" in done[at - 2].signature) and not had_before(done, at)


def _role(done: Sequence[Unit], units: Sequence[Unit], at: int) -> str | None:
    """CUE, REL_CUE or NEG_CUE for a word of a speech verb's form, None when it is no verb here."""
    unit = units[at]
    previous = done[at - 1] if at else None
    if (
        unit.signature & _NO_VERB
        or not _third_or_first(unit["verb"])
        or (previous is not None and previous.view == _NON)
    ):
        return None
    beside = previous is not None and "participle" in previous.signature
    if _is_name_here(unit, previous) or is_other_word(units, at) or (beside and is_refused(units, at)):
        return None
    nounlike = _is_nounlike(unit, previous)
    if "st_directive" in unit.signature or not _spoken(unit, previous) or _is_noun(unit, previous):
        return None
    if nounlike and (_after_that(done, at) or _is_behind_medium(done, at)):
        return None  # behind أنّ stands a noun; affirmed in a statement of his | the support
    if previous is None or unit.signature & _AND_SO or previous.signature & HEADS or previous.view == _THEN_HAD:
        if "prep" in unit.signature and not _opens_soon(units, at):
            return None
        return _clause_role(done, units, at)
    if "neg_verb" in previous.signature:
        return "CUE" if unit["cue"].act == "expect" else "NEG_CUE"
    if "demonstrative" in previous.signature and any(
        "prep" in unit.signature for unit in done[max(at - 3, 0) : at - 1]
    ):
        return "CUE"  # after that, in the course of that
    if "prep" in previous.signature or "demonstrative" in previous.signature or "whoever" in previous.signature:
        return None
    if nounlike and (is_of_bearer(done, units, at) or _describes_it(units, at) or _is_in_it(units, at)):
        return "CUE"  # that the minister | ordered the hospitals to; an incident that X described as; a letter | demanded in it
    if "given" in unit.signature or (nounlike and "future" not in unit.signature):
        had = nounlike and (_had_said(done, at) or _is_no_preposition(units, at)) and _opens_soon(units, at)
        had = had or (nounlike and is_behind_adjunct(done, units, at))
        return "CUE" if had else None  # the minister had revealed that; in a new report | the observatory said that
    return "CUE" if _imperfect(unit) or "given" in previous.signature or not is_article(unit) else None


def _describes_it(units: Sequence[Unit], at: int) -> bool:
    """A verb with its object that stands behind an indefinite noun, its complementiser or preposition further on."""
    return "+pron" in units[at].signature and not is_article(units[at - 1]) and _opens_soon(units, at)


def _is_in_it(units: Sequence[Unit], at: int) -> bool:
    """A verb with "in it" right behind, and a letter or a speech before it."""
    if at + 1 >= len(units) or "prep_pron" not in units[at + 1].signature:
        return False
    return any("medium" in unit.signature for unit in units[max(at - 6, 0) : at])


def _is_nounlike(unit: Unit, previous: Unit | None) -> bool:
    """A form that is as well a noun; not one in alef maqsura (denied), nor a present behind a body or its adjective (local bodies |
    demand), or with "the" before it.
    """
    noun = unit.signature & _NOUNS
    if noun == {"masdar"} and previous is not None and _imperfect(unit):
        told = previous.signature & BODIES or is_article(previous) or previous.text.endswith(_RELATION)
        return not told
    return bool(noun) and not (unit.text.endswith(_MAQSURA) and "cue_noun" in unit.signature)


def _is_name_here(unit: Unit, previous: Unit | None) -> bool:
    """A name that is spelt like a verb: a town behind its type word (the province of X), a word whose one reading as a verb
    is that of several women, behind a word that is no plural (the spokeswoman So-and-so).
    """
    if previous is None:
        return False
    if previous.view in _KIN or unit.view in _SONS or unit.signature >= _HIS_KIN:
        return True  # son of | Abi So-and-so; the son, her son
    if "known_place" in unit.signature:
        return "place_type" in previous.signature
    women = not [slot for slot in unit["verb"] if slot[1:] != "3fp"]
    return women and not unit.signature & {"+and", "+fa"} and not previous.view.endswith(_WOMEN)


_SONS = ("ابن", "وابن")
_HIS_KIN = frozenset(("name_part", "people", "+pron"))
_KIN = ("بن", "ابن", "بنت", "عبد")
_WOMEN = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"


_OF_TWO, _SOMEBODY = ("ين", "ان"), frozenset(("people", "role", "unnamed"))
_NON, _GOT = "عدم", "توصل"  # before a verbal noun; a verb of concluding, with "it" of getting
_NOUNS = frozenset(("cue_noun", "role", "masdar", "prep", "unnamed", "medium", "document", "people", "place_type"))
_RELATION = "\N{ARABIC LETTER YEH}\N{ARABIC LETTER TEH MARBUTA}"
_MAQSURA = "\N{ARABIC LETTER ALEF MAKSURA}"
_AND_SO, _THEN_HAD = frozenset(("+and", "+fa")), "فقد"
_NO_VERB = frozenset(("+al", "+bi", "+li", "+ka", "NUMBER", "phrase"))


def _had_said(done: Sequence[Unit], at: int) -> bool:
    """Whether "was" opens the clause, its subject between it and the verb at `at`."""
    for unit in reversed(done[max(at - 12, 0) : at]):
        if "kana" in unit.signature:
            return True
        if unit.signature & {"mark", "comp", "bi_comp", "rel", "CUE", "prep"}:
            return False
    return False


def _is_noun(unit: Unit, previous: Unit | None) -> bool:
    """A dual that is rather a noun in the accusative (refusing), or a noun of speech with its pronoun (their refusal)."""
    if is_passive(unit["verb"]) and "passive_ok" not in unit["cue"].flags:
        return True  # is called so and so
    if _DUALS.issuperset(unit["verb"]):
        return not _two_tell(unit, previous)
    owned = {"+pron", "cue_noun"} <= unit.signature and "as" not in unit["cue"].frames
    return owned and not (previous is not None and previous.signature & {"rel", "ma", "according_prep_clause"})


_DUALS = frozenset(("p3md", "P3md"))


def _two_tell(unit: Unit, previous: Unit | None) -> bool:
    """Whether a form of two has two people, or "had", right before it (the detainees | confessed), or goes on with their words (and
    added).
    """
    if previous is not None and "qad" in previous.signature:
        return True
    if previous is not None and previous.view.endswith(_OF_TWO) and previous.signature & _SOMEBODY:
        return True
    cue = unit["cue"]
    clear = "ambiguous" not in cue.flags and "masdar" not in unit.signature
    return clear and "+and" in unit.signature and cue.act in ("say", "affirm")


def _spoken(unit: Unit, previous: Unit | None) -> bool:
    """A form that reports: third person; the first person only performs (we condemn, we call for); a jussive needs its particle."""
    slots = unit["verb"]
    first = _HAMZA.match(unit.text[unit.cut - unit.start :]) is not None and unit["cue"].lemma[0] not in "أآ"
    if first and unit["cue"].act in ("say", "expect", "other", "affirm"):
        return False
    if not in_third_person(slots) and unit["cue"].act in ("say", "expect", "other", "affirm"):
        return False
    if not [slot for slot in slots if slot[0] not in "jJ"]:
        return previous is not None and "neg_verb" in previous.signature
    return True


@lru_cache(maxsize=1 << 10)
def _third_or_first(slots: tuple[str, ...]) -> bool:
    return any(slot[1] in "13" for slot in slots)


def _imperfect(unit: Unit) -> bool:
    return bool([slot for slot in unit["verb"] if slot[0] in "iIjJ" and slot[1] == "3"])


def _clause_role(done: Sequence[Unit], units: Sequence[Unit], at: int) -> str | None:
    """A clause behind a relative pronoun, or behind an attributive phrase, does not open a claim of the sentence itself."""
    previous = done[at - 1] if at else None
    if "cue_noun" in units[at].signature and is_what_is_denied(done, at):
        return None  # denied, on Sunday, | the demand for
    if previous is not None and {"rel", "while"} <= previous.signature and "+pron" not in units[at].signature:
        return "CUE"  # while X said; but: in what X said of it
    if previous is not None and "ma" in previous.signature and at > 1 and _is_often(done[at - 2]):
        return "CUE"  # as a rule they accuse
    if previous is not None and previous.signature & {"rel", "according_prep_clause", "ma"}:
        return "CUE" if "like" in previous.signature and opening(units, at + 1, units[at]["cue"]) else "REL_CUE"
    if previous is not None and "neg_verb" in previous.signature:
        return "CUE" if units[at]["cue"].act == "expect" else "NEG_CUE"
    if at > 1 and previous is not None and previous.signature & {"kana", "qad"} and "rel" in done[at - 2].signature:
        return "REL_CUE"  # who was speaking to the press
    return "CUE"


def _is_no_preposition(units: Sequence[Unit], at: int) -> bool:
    """Whether "of" stands right behind a verb of the letters of a preposition, which governs no other (the minister expressed)."""
    return "prep" in units[at].signature and at + 1 < len(units) and "an" in units[at + 1].signature


def _is_often(unit: Unit) -> bool:
    """Whether a word before "what" tells how often somebody says so."""
    return unit.view.removeprefix("و") in beside_cues("often")


def _opens_soon(units: Sequence[Unit], at: int) -> bool:
    """For forms that are mostly prepositions (بين، عبر): their complementiser or preposition follows within a short subject."""
    if "an" not in units[at]["cue"].frames:
        return any(u.signature & {"comp", "bi_comp"} for u in units[at + 1 : at + 10])
    for about, unit in enumerate(units[at + 1 : at + 14], at + 1):
        if "an" in unit.signature:
            felt = about + 1 < len(units) and not units[about + 1].signature.isdisjoint(_FELT)
            felt = felt or _DOUBLED in units[at].text  # which a preposition is never written with
            return about == at + 1 or "+and" in units[at].signature or felt
        if "comma" in unit.signature and _parts_name(units, at, about):
            continue
        if "comma" in unit.signature or (unit.signature >= _TELLS and unit.signature.isdisjoint(_NO_TELLER)):
            return False
    return False


def _parts_name(units: Sequence[Unit], at: int, comma: int) -> bool:
    """Whether a comma sets off the name of the office right behind the verb at `at` (expressed the minister, So-and-so, of)."""
    return "role" in units[at + 1].signature and any(
        "given" in u.signature for u in units[max(comma - 3, 0) : comma + 2]
    )


_DOUBLED = "\N{ARABIC SHADDA}"
_FELT = frozenset(("cue_noun", "abstract", "+pron"))
_TELLS, _NO_TELLER = frozenset(("cue", "verb")), frozenset(("+al", "given", "role", "people", "org_head"))
