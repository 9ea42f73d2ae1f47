"""Governing: which preposition belongs to a cue, and which words behind one begin what is said."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.name_words import is_ali, is_ali_behind
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.said_by import is_wish
from khabar.languages.ar.phrases.shapes import BODIES, has_preposition, is_article, is_name_word, is_past


def fits(cue: Cue, unit: Unit) -> bool:
    """Verbs of offering (تقدّم بـ، قدّم) speak only with a noun of speech: thanks, condolences, an apology, no vote; what is
    adopted (تبنّى) is a claim of responsibility only for a deed, for a law or a plan no word at all.
    """
    noun = unit.get("cue_noun")
    if cue.act == "claim_responsibility":
        return _is_deed(unit)
    if cue.lemma == _PLEADED:
        return is_plea(cue, unit)
    if cue.lemma == _POINTED and "+li" in unit.signature:
        return bool(unit.signature & _FACTS) and unit.signature.isdisjoint(_HEARERS)
    if cue.lemma == _RENEWED and noun is None:
        event = unit.get("event_noun")
        return event is None or event.type not in _BREAKS_OUT  # renewed fighting is no word
    if cue.lemma == _AGAIN:
        return noun is not None and noun.act == "affirm"  # stressed again
    if cue.lemma == _CITED:
        return noun is not None or not unit.signature.isdisjoint(_SAYINGS)  # else: was martyred by
    lawsuit = noun is not None and noun.lemma == _LAWSUIT
    return (noun is not None and not lawsuit) or "document" in unit.signature or cue.lemma not in OFFERS


def is_word_of_own(unit: Unit, cue: Cue) -> bool:
    """Whether a medium is one through which somebody says or affirms something, no toll and nothing that is held to be so."""
    return cue.act in ("say", "affirm") and "object" not in cue.frames and "toll" not in unit.signature


def is_involvement(unit: Unit) -> bool:
    """What is denied as if it were an act: involvement, knowledge."""
    return "involvement" in unit.signature or unit.view in beside_cues("knowledge")


def is_offered(units: Sequence[Unit], at: int, after: int) -> bool:
    """Whether somebody who stands behind the verb offers to do something (three states offered | to send, | mediation); no channel
    that showed an attack, and nothing that is set out for debate.
    """
    unit, verb = units[at], units[after - 1]
    if (
        at == after
        or not units[after].signature & _SOMEBODY
        or units[after].signature & _SHOWING
        or verb.view.removeprefix(_AND) not in _OFFERED
    ):
        return False
    event = unit.get("event_noun")
    return "masdar" in unit.signature or (event is not None and event.type in _HELPS)


_AND, _OFFERED, _HELPS = "و", ("عرض", "عرضت"), ("CONSULT", "AID", "RETREAT", "AGREE")
_SOMEBODY = frozenset(
    (
        "role",
        "unnamed",
        "org_head",
        "organisation",
        "given",
        "people",
        "known_place",
        "NUMBER",
        "ones",
        "somebody",
        "name",
    )
)
_SHOWING = frozenset(("media", "media_head", "document", "medium"))


def is_by_what(units: Sequence[Unit], at: int) -> bool:
    """What somebody praises, welcomes or denounces told by a clause (welcomed | what was achieved), not "including"; or that
    something goes on, spelt like "continually" (reported | the continuing of the shelling).
    """
    if units[at].view == _GOING_ON and at + 1 < len(units) and not has_preposition(units[at + 1]):
        return is_article(units[at + 1]) or not units[at + 1].signature.isdisjoint(_FACTS)
    return "by_what" in units[at].signature and at + 1 < len(units) and "verb" in units[at + 1].signature


def is_plea(cue: Cue, unit: Unit) -> bool:
    """What a court is told (pleaded | innocent, | that it was not competent); anything else that is pushed is a thing."""
    return cue.lemma == _PLEADED and unit.view.removeprefix(_BY).startswith(_PLEAS)


def _is_deed(unit: Unit) -> bool:
    """A deed that somebody may own up to, responsibility for one, or several that are counted."""
    noun = unit.get("event_noun")
    if noun is not None and noun.type in ("ASSAULT", "ACCIDENT"):
        return True
    if "cue_noun" in unit.signature and unit["cue_noun"].lemma == _RESPONSIBILITY:
        return True
    masdar = {"masdar", "event_head"} <= unit.signature and not unit.signature & {"document", "cue_noun", "abstract"}
    return masdar or bool(unit.signature & _OWNED)


_RESPONSIBILITY = "مسؤولية"
_OWNED = frozenset(("responsibility", "launched", "operation", "whoever", "NUMBER", "digits", "demonstrative", "event"))
OFFERS = frozenset(("تقدم", "قدم", "توجه", "أدلى", "طرح", "اكتفى"))


_PLEADED, _BY, _PLEAS = "دفع", "ب", ("براء", "بطلان", "انتفاء", "عدم")
_GOING_ON = "باستمرار"
_POINTED, _FACTS = "أشار", frozenset(("masdar", "event_noun", "abstract"))
_HEARERS = frozenset(("people", "role", "given", "name", "org_head", "known_place", "unnamed", "media"))
_RENEWED, _BREAKS_OUT = "جدد", ("ASSAULT", "PROTEST", "DISASTER", "ACCIDENT")
_AGAIN, _LAWSUIT = "أعاد", "دعوى"
_CITED, _SAYINGS = "استشهد", frozenset(("document", "medium"))


def is_of_women(unit: Unit) -> bool:
    """A word with "by" before it that is spelt like a verb of several women, and like no other verb (by launching)."""
    bare = unit.view.startswith(_BY) and unit.signature == {"verb"}
    return bare and all(slot[1:] == "3fp" for slot in unit["verb"])


def is_idiom(cue: Cue, frame: str) -> bool:
    """Verb and preposition that belong together whatever follows (ردّ على، علّق على، شكك في)."""
    if cue.lemma == _PLEADED:
        return frame == "b"
    return cue.act in ("other", "deny", "reject", "warn") and frame in ("ala", "fi", "min")


def is_governing(unit: Unit) -> bool:
    """A participle in the subject that has a preposition of its own: loyal to X, belonging to Y, informed of Z, or the last
    word of a source or an office that the lists know whole (an informed source, the special envoy).
    """
    if "phrase" in unit.signature and unit.view.rpartition(" ")[2] in beside_cues("of_office"):
        return True
    return "governing" in unit.signature and unit.signature.isdisjoint(("org_head", "role"))


def is_accused_of(units: Sequence[Unit], at: int) -> bool:
    """Whether the preposition at units[at] is that of the participle before it (the man accused of X), and not of the verb whose
    subject or object the accused is (the accused confessed | to X): the latter where nothing behind could be what it takes.
    """
    if not is_governing(units[at - 1]):
        return False
    accused = "people" in units[at - 1].signature and is_article(units[at - 1])
    return not accused or any(u.signature & _TAKEN for u in units[at + 1 : at + _NEAR])


_TAKEN, _NEAR = frozenset(("+bi", "comp", "bi_comp", "colon", "ila", "bi_free")), 9


def free_preposition(units: Sequence[Unit], at: int, after: int) -> bool:
    """The preposition is the cue's, not part of its subject (a source from the ministry, a number of)."""
    if at == after:
        return True
    before = units[at - 1]
    named = (
        at - 1 == after and "name" in before.signature and not is_article(before)
    )  # a surname, spelt like "hostile to"
    if (is_governing(before) and not named and _may_govern(before, units[at])) or _is_ali(units, at):
        return False
    if "issued" in before.signature and "an" in units[at].signature:
        return False  # a report issued | by the organisation
    counted = before.signature & {"whoever", "unnamed", "NUMBER", "digits", "people"}
    if "min" in units[at].signature and counted and not is_article(before) and "+pron" not in before.signature:
        return at + 1 < len(units) and _is_feared(units[at + 1])  # doctors warned | of the spread of
    return not ("fi" in units[at].signature and noun_phrase_end(units, after, min(at + 3, len(units))) > at)


def _may_govern(word: Unit, preposition: Unit) -> bool:
    """Whether a participle may have this preposition: "to" belongs to few (belonging to X), not to those concerned."""
    return "ila" not in preposition.signature or word.view.removeprefix("ال").startswith(_TO_WHOM)


_TO_WHOM = ("منتم", "مقرب")


def _is_ali(units: Sequence[Unit], at: int) -> bool:
    """The first name that is spelt like "on", behind another name, "son of" or a title."""
    named = units[at - 1].signature & {"given", "name_part"} and is_ali(units[at])
    return bool(named) or is_ali_behind(units, at)


def _is_feared(unit: Unit) -> bool:
    """An act or an event that nobody is one of."""
    feared = unit.signature & {"event_noun", "masdar", "natural", "abstract", "medium", "cue_noun"}
    return bool(feared) and not unit.signature & {"people", "role", "org_head", "place_type", "known_place", "unnamed"}


def is_content_word(unit: Unit, cue: Cue) -> bool:
    """A word with a glued preposition that begins a content, not part of the subject (an official of the ministry)."""
    if unit.signature & {"org_head", "organisation", "media", "media_head", "press", "prep_pron", "prep"}:
        return {"proposes", "cue_noun"} <= unit.signature  # an initiative
    if "place_type" in unit.signature and not ("event_noun" in unit.signature and cue.act in ("order", "request")):
        return False  # but sentenced him | to prison
    if "occurring" in unit.signature and cue.act == "threaten" and cue.kind == "noun":
        return False  # the threat of its happening: nobody's
    speaks = cue.act in ("say", "affirm", "other", "deny")
    if speaks and "medium" in unit.signature and unit["medium"]["kind"] in _SPEECH_MEDIUMS:
        return False
    return not unit.signature & {"in_the_name", "own_side", "according_prep", "according_prep_clause", "known_place"}


def may_carry_b(units: Sequence[Unit], at: int, after: int, cue: Cue) -> bool:
    """An unlisted word that may hold the preposition of the cue, not part of a name."""
    unit, before = units[at], units[at - 1]
    if "+bi" in unit.signature:
        judged = cue.act in _JUDGES and _is_body_judged(unit, before)
        return at > after and (judged or _is_act_on(units, at))
    behind = units[at + 1] if at + 1 < len(units) else unit
    manner = not unit.signature.isdisjoint(_MANNER) and is_article(
        behind
    )  # denounced | the brutality of the army, not: brutally
    if cue.act in ("request", "order") and at > after and is_short_act(unit):
        return is_article(before) or "comma" in before.signature
    if cue.lemma in OFFERS or ("maybe_bi" not in unit.signature and not manner and not is_of_women(unit)):
        return False
    if at == after and (cue.kind != "verb" or is_of_women(unit)):
        return True
    if "name" in unit.signature:
        return False
    if not is_name_word(before) or before.signature & {"people", "unnamed"}:
        return True
    return manner or (is_article(before) and is_article(behind))  # al-Nuri denounced | the slowness of the relief


def _is_body_judged(unit: Unit, before: Unit) -> bool:
    """A body, or a country, behind somebody of whom it is no part, since he has his article or his name (the demonstrators
    denounced | the government, but: an official of the ministry).
    """
    body = unit.signature & BODIES and unit.signature.isdisjoint(_MEDIA)
    return bool(body) and (is_article(before) or is_name_word(before))


def _is_act_on(units: Sequence[Unit], at: int) -> bool:
    """The judiciary, which is spelt like an act, as its "on" shows (threatened | the doing away with)."""
    return "court" in units[at].signature and at + 1 < len(units) and "ala" in units[at + 1].signature


_JUDGES = ("condemn", "support")
_MEDIA = frozenset(("media", "media_head", "place_type"))


def may_be_held(units: Sequence[Unit], at: int, after: int) -> bool:
    """Whether what stands at units[at] may be held to be something (So-and-so considered | the decision "a mistake"): behind a
    perfect, as the present also means "is held to be", and with no "that" to follow.
    """
    if at == after or not is_past(units[after - 1]):
        return False
    return not any("comp" in unit.signature for unit in units[at : at + _CLAUSE])


_CLAUSE, _MANNER = 22, frozenset(("how", "at_times"))


def is_short_act(unit: Unit) -> bool:
    """A word of three letters that may be "by" and a verbal noun of two (by the passing of a law), spelt like no other noun."""
    return len(unit.view) == _SHORT_ACT and unit.view[0] == _BY and unit.signature <= _VERB


_SHORT_ACT, _VERB = 3, frozenset(("verb",))


_SPEECH_MEDIUMS = frozenset(
    ("statement", "speech", "interview", "press_conference", "post", "letter", "call", "account")
)


def later_that(units: Sequence[Unit], at: int, cue: Cue, near: int) -> int:
    """The complementiser that a comma sets off further on, that stands right behind a full name, or within `near` words: what began
    at units[at] was an aside; 0 where none does.  One behind a noun of speech that is denied says what that noun says.
    """
    if cue.act in ("deny", "reject", "condemn") and "cue_noun" in units[at].signature:
        return 0
    for later in range(at + 1, min(len(units), at + 16)):
        if units[later].signature & {"stop", "CUE", "PART"} and not _is_addressing(units[later]):
            return 0
        if units[later].signature & {"comp", "bi_comp"}:
            own = (later - at <= near and not is_wish(units, later + 1)) or _ends_name(units, later)
            return later if own or "comma" in units[later - 1].signature else 0
    return 0


def _is_addressing(unit: Unit) -> bool:
    """A participle that only tells to whom or how somebody speaks (explained So-and-so, | speaking to X, that)."""
    return "PART" in unit.signature and unit["participle"][0].lemma in ADDRESSING


ADDRESSING = ("تحدث", "تكلم", "خاطب", "توجه")
"""Verbs whose participle tells how or to whom the verb before it is said."""


def _ends_name(units: Sequence[Unit], at: int) -> bool:
    """Whether a full name stands right before units[at]: who says it (the head of the charity project So-and-so | that)."""
    first, last = units[at - 2], units[at - 1]
    return "given" in first.signature and is_name_word(first) and (is_name_word(last) or "name" in last.signature)
