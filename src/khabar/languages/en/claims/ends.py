"""Where a content that stands behind its cue ends, as far as its own sentence tells: at the main clause behind it, at the
verb that goes on, at what is told of the speaking and not of what was said.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from khabar.grammar import Unit
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.phrases.nouns import VERBAL, is_verb

_PHRASES = frozenset(("np", "inf", "of", "for", "about", "against", "on", "to", "in", "at", "over", "with"))


def content_end(units: Sequence[Unit], anchor: Anchor, at: int) -> int:
    """The unit index behind a content that begins at `at`; that of the end of the sentence where nothing ends it before."""
    related = _relative_end(units, anchor, at)
    if related is not None:
        return related
    if anchor.frame != "front":
        fronted = _fronted_end(units, anchor, at)
        if fronted is not None:
            return min(fronted, _object_end(units, anchor, at)) if anchor.frame in _PHRASES else fronted
    if anchor.frame in _PHRASES:
        return _object_end(units, anchor, at)
    return (_before_conjunction if anchor.kind == "noun" else _clause_end)(units, at)


# ---------------------------------------------------------------- clauses


def _clause_end(units: Sequence[Unit], at: int) -> int:
    """A clause runs to the end of its sentence, or to a bracket or quotation that it stands in, or to what is set against it
    (…, compared with a third).
    """
    depth = 0
    for index in range(at, len(units)):
        signature = units[index].signature
        depth += ("quote_open" in signature) - ("quote_close" in signature)
        if depth < 0:
            return index
        if depth == 0 and "comma" in signature and _is_aside_of_outlet(units, index + 1):
            return index
        if depth == 0 and index > at and _is_remark(units, index):
            return index
    return len(units)


def _is_aside_of_outlet(units: Sequence[Unit], at: int) -> bool:
    """Whether the words behind a comma compare, or tell what others call it (…, in what rebels called a victory)."""
    if at + 1 >= len(units):
        return False
    return units[at].view == "compared" or (units[at].view == "in" and units[at + 1].view == "what")


def _is_remark(units: Sequence[Unit], at: int) -> bool:
    """Whether the outlet says here what a source left unsaid (…, without giving evidence; … but did not name them)."""
    if at + 2 >= len(units):
        return False
    lead = at + ("comma" in units[at].signature)
    word, following = units[lead].view, units[lead + 1]
    if word == "without":
        return following.view in _UNSAID_ING
    if word in _AND_YET:
        verb = units[lead + 2] if "subject_pronoun" in following.signature else following
        if verb.view in _DECLINED:
            return True
    if word not in ("but", "and"):
        return False
    if following.signature & {"do_form", "modal"}:
        behind = units[lead + 2 : lead + 5]
        negated = "contracted_neg" in following.signature or "neg" in behind[0].signature
        return negated and any(u.view in _UNSAID for u in behind)
    if following.view in _GAVE:
        return lead + 2 < len(units) and units[lead + 2].view in ("no", "few", "little")
    return False


_UNSAID = frozenset(
    (
        *("name", "identify", "elaborate", "say", "give", "provide", "specify", "disclose", "explain", "comment"),
        *("confirm", "verify", "mention", "suggest", "offer", "release", "reveal", "describe", "detail", "clarify"),
    )
)
_AND_YET = ("but", "and", "though", "although")
_DECLINED = ("declined", "declines", "refused", "refuses")
_UNSAID_ING = frozenset(
    (
        *("giving", "providing", "offering", "elaborating", "naming", "specifying", "citing", "saying", "identifying"),
        *("disclosing", "presenting", "explaining", "mentioning", "going", "commenting"),
    )
)
_GAVE = frozenset(("gave", "gives", "provided", "provides", "offered", "offers", "released"))


def _before_conjunction(units: Sequence[Unit], at: int) -> int:
    """The clause of a noun ends where a comma and a conjunction lead back to the clause that holds the noun."""
    last = _clause_end(units, at)
    for index in range(at + 1, last - 1):
        if "comma" in units[index].signature and units[index + 1].view in ("and", "but"):
            return index
    return last


def _relative_end(units: Sequence[Unit], anchor: Anchor, at: int) -> int | None:
    """The comma that ends a relative clause the cue stands in (the driver, who police said was drunk, left); where the clause's
    own subject speaks (the driver, who said the road was wet, left) the one before the verb of the sentence.
    """
    rel = anchor.clause - 1
    if rel >= 1 and "rel" in units[rel].signature and "comma" in units[rel - 1].signature:
        return next((k for k in range(at + 1, len(units)) if "comma" in units[k].signature), None)
    rel = anchor.clause
    if rel < 1 or "rel" not in units[rel].signature or "comma" not in units[rel - 1].signature:
        return None
    commas = (k for k in range(at + 1, len(units) - 1) if "comma" in units[k].signature)
    whole = anchor.frame in _PHRASES
    return next((k for k in commas if _is_predicate(units, k + 1) and _has_verb(units, at, k, whole=whole)), None)


def _has_verb(units: Sequence[Unit], first: int, last: int, *, whole: bool) -> bool:
    """Whether the last clause in units[first:last) has its verb, so that one behind it is another's; `whole`: none is a clause."""
    comp = next((k for k in range(last - 1, first - 1, -1) if "comp" in units[k].signature), None)
    if comp is None and whole:
        return True
    return any(units[k].signature & VERBAL or is_verb(units, k) for k in range(first if comp is None else comp, last))


def _is_predicate(units: Sequence[Unit], at: int) -> bool:
    """Whether a finite verb stands right behind a comma, adverbs passed over: the verb of a subject before the comma."""
    while at < len(units) - 1 and ("adverb" in units[at].signature or units[at].view.endswith("ly")):
        at += 1
    signature, following = units[at].signature, units[at + 1] if at + 1 < len(units) else None
    if signature & (VERBAL | {"common_verb"}):
        return following is None or following.view not in ("by", "as")
    return _is_past(units, at)


def _is_past(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb in -ed stands here with its object."""
    following = units[at + 1] if at + 1 < len(units) else None
    if following is None or not units[at].view.endswith("ed") or "capital" in units[at].signature:
        return False
    return bool(following.signature & _BEHIND_PAST)


_BEHIND_PAST = frozenset(("det", "article", "possessive_det", "comp", "capital", "other_pronoun"))


def _fronted_end(units: Sequence[Unit], anchor: Anchor, at: int) -> int | None:
    """The comma that ends a clause at the head of its sentence (While the mayor says …, few believe it)."""
    if not any(_is_fronting(units, lead, anchor) for lead in _clause_leads(units, anchor.at)):
        return None
    for index in range(at + 1, len(units) - 2):
        if "comma" not in units[index].signature:
            continue
        behind = index + 2 if "quote_close" in units[index + 1].signature else index + 1
        if behind < len(units) and (_begins(units[behind]) or _is_main(units, behind)):
            return index
    return None


_BEGINS = frozenset(("det", "capital", "subject_pronoun", "NUMBER", "article"))


def _begins(unit: Unit) -> bool:
    """Whether a main clause may open with a unit."""
    return bool(unit.signature & _BEGINS) or unit.view == "there"


def _is_main(units: Sequence[Unit], at: int) -> bool:
    """Whether a noun without article and its verb stand here (…, workers see it as a gift)."""
    if "word" not in units[at].signature or units[at].signature & _NO_SUBJECT or units[at].view.endswith("ing"):
        return False
    for index in range(at + 1, min(at + _SUBJECT, len(units))):
        signature = units[index].signature
        if signature & {"mark", "and_word", "rel", "comp"}:
            return False
        if signature & VERBAL or is_verb(units, index):
            return True
    return False


_SUBJECT = 8  # units
_NO_SUBJECT = VERBAL | {
    "prep",
    "and_word",
    "sub",
    "PART",
    "INF",
    "adverb",
    "TIME",
    "rel",
    "comp",
    "to_word",
    "common_verb",
}


def _clause_leads(units: Sequence[Unit], cue: int) -> Iterator[int]:
    """The words before a cue, up to a comma, that may lead its clause: at the head of the sentence, behind and, that or a mark."""
    for at in range(cue, max(cue - _FAR, -1), -1):
        if "comma" in units[at].signature:
            return
        before = units[at - 1].signature if at else _OPENS
        if before & _OPENS and "comma" not in before and units[at].signature.isdisjoint(_OPENS):
            yield at


_FAR = 40  # units
_OPENS = frozenset(("and_word", "comp", "mark"))


def _is_fronting(units: Sequence[Unit], at: int, anchor: Anchor) -> bool:
    """Whether a clause that a word leads comes before its main clause: while the mayor says …, few believe it; for those who
    say …, it is late.
    """
    unit = units[at]
    if "PART" in unit.signature or anchor.kind == "asked":
        return anchor.at <= at + 1
    if anchor.kind == "passive" and anchor.at == at:
        return True
    if unit.view in _FRONTED or "sub" in unit.signature:
        return True
    if at or "prep" not in unit.signature:
        return False
    return any(u.signature & _WITHIN for u in units[1 : anchor.at + 1])


_WITHIN = frozenset(("rel", "PART", "INF"))
_FRONTED = frozenset(
    ("while", "although", "though", "after", "before", "by", "as", "when", "since", "with", "because", "despite")
)

# ---------------------------------------------------------------- objects


def _object_end(units: Sequence[Unit], anchor: Anchor, at: int) -> int:
    """What is condemned, supported, asked for ends where the telling goes on: with a second verb, the occasion, a clause."""
    if anchor.frame == "np" and _is_alone(units, anchor, at):
        return at + 1
    depth = 0
    for index in range(at, len(units) - 1):
        signature = units[index].signature
        depth += ("quote_open" in signature) - ("quote_close" in signature)
        if depth > 0 or index == at:
            continue
        if (index > at + 1 or "and_word" in signature) and _leaves_phrase(units, anchor, index):
            return index
        if "comma" in signature and _leaves_behind_comma(units, at, index):
            return index
    return len(units)


def _is_alone(units: Sequence[Unit], anchor: Anchor, at: int) -> bool:
    """Whether the object is a pronoun and nothing is said of it."""
    return (
        at + 1 < len(units)
        and "other_pronoun" in units[at].signature
        and not _is_owner(units, at)
        and not anchor.cue.frames & {"pred", "as", "pred_to"}
        and units[at + 1].view not in _REASONS
    )


def _is_owner(units: Sequence[Unit], at: int) -> bool:
    """Whether her stands before what is hers."""
    following = units[at + 1]
    return units[at].view == "her" and "word" in following.signature and following.signature.isdisjoint(_BEHIND_HER)


_BEHIND_HER = frozenset(("prep", "to_word", "and_word", "sub", "TIME", "adverb", "by", "comp", "as_word"))
_REASONS = frozenset(("for", "as", "over"))


def _leaves_behind_comma(units: Sequence[Unit], at: int, comma: int) -> bool:
    """Whether a comma ends an object: a clause, a participle, a verb, a conjunction with a verb follows."""
    following = units[comma + 1]
    if following.signature & {"but_word", "PART", "sub", "rel"} or following.view.endswith("ing"):
        return following.view != "including"
    if following.view == "compared" or (_is_predicate(units, comma + 1) and _has_verb(units, at, comma, whole=True)):
        return True
    if _is_main(units, comma + 1):
        return True
    if "adverb" in following.signature and "comma" in units[min(comma + 2, len(units) - 1)].signature:
        return True
    behind = units[comma + 2] if comma + 2 < len(units) else None
    return behind is not None and "and_word" in following.signature and bool(behind.signature & _SECOND)


_SECOND = frozenset(("CUE", "subject_pronoun"))


def _leaves_phrase(units: Sequence[Unit], anchor: Anchor, at: int) -> bool:
    """Whether what stands here no longer belongs to what is condemned, supported, asked for, but to the telling: a second
    verb, the day or the occasion on which it was said, an aside.
    """
    unit, following = units[at], units[at + 1]
    if anchor.frame == "inf":
        return False
    if "and_word" in unit.signature:
        goes_on = is_verb(units, at + 1) or following.view in _VERBS or _is_past(units, at + 1)
        common = "common_verb" in following.signature and "noun_too" not in following.signature
        return "CUE" in following.signature or goes_on or common
    if unit.view in _AFTERMATH or (unit.view in _CIRCUMSTANCES and _is_circumstance(following)):
        return True
    if "prep" in unit.signature or unit.view == "as":
        return any("medium" in u.signature for u in units[at + 1 : at + 4]) and unit.view in _MEDIAL
    return False


_CIRCUMSTANCES = frozenset(("while", "when", "as", "even", "because", "since", "though", "although", "if", "until"))


def _is_circumstance(following: Unit) -> bool:
    """Whether a clause with a pronoun for its subject follows: when it was said (condemned the tax as she left), not of what."""
    return "subject_pronoun" in following.signature or following.view in ("as", "though")


_VERBS = frozenset(("has", "was", "is", "had", "were", "did"))
_AFTERMATH = frozenset(("after", "following", "amid"))
_MEDIAL = frozenset(("in", "at", "on", "during", "via", "through"))
