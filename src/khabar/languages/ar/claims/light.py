"""Light verbs: one act of speech told by a verb and its noun (renewed his call to, expressed his regret at).

Both words are cues, but only one claim is made.  With verbs that only lend the noun its time (renewed, issued) the noun
carries the claim; with verbs of expressing the verb does, with the act of the noun; with any other verb the noun is part
of what is said.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor

EXPRESS = frozenset(("أعرب", "عبر", "أبدى", "أظهر"))
_OFFER = frozenset(("قدم", "تقدم"))
_AGAINST = ("deny", "reject", "condemn")
_LEND = frozenset(("جدد", "كرر", "وجه", "قدم", "أطلق", "أصدر", "أعاد", "طرح"))


def merged(anchors: list[Anchor], units: Sequence[Unit]) -> list[Anchor]:
    """The anchors with each verb and the noun of speech it opens on made one, an adjective before the noun or not."""
    nouns = {_behind_quality(units, a.at): a for a in anchors if a.kind == "noun"}
    told = {a.opens for a in anchors if a.kind in ("verb", "participle")}
    kept = {a.at: a for a in anchors if not (a.kind == "noun" and a.opens in told)}
    for verb in anchors:
        if verb.cue.lemma == _GAVE and verb.kind == "verb" and (lent := _lent(verb, anchors, units)):
            del kept[verb.at]
            kept[lent.at] = lent
            continue
        noun = nouns.get(verb.opens) if verb.kind in ("verb", "participle") and verb.opens is not None else None
        if noun is None or verb.frame not in ("np", "an", "b"):
            continue
        if verb.cue.lemma in _LEND:
            del kept[verb.at]
            kept[noun.at] = replace(
                verb,
                at=noun.at,
                cue=noun.cue,
                cue_span=noun.cue_span,
                frame=noun.frame,
                opens=noun.opens,
                start=noun.start,
                rule=noun.rule,
            )
        elif verb.cue.lemma in EXPRESS and noun.frame == "clause":
            del kept[noun.at]
            kept[verb.at] = replace(verb, frame=noun.frame, opens=noun.opens, start=noun.start)
        elif noun.found_by != "noun" and not (noun.frame == "clause" and verb.cue.act in _AGAINST):
            del kept[noun.at]
    return sorted(kept.values(), key=lambda a: a.at)


def _lent(verb: Anchor, anchors: list[Anchor], units: Sequence[Unit]) -> Anchor | None:
    """The claim of the indefinite noun before what it and a verb of giving open on (the governor gave | orders to the police to):
    the verb only lends it its time, and its source where none is known.
    """
    for noun in anchors:
        given = noun.kind == "noun" and noun.opens == verb.opens and verb.at < noun.at
        if given and units[noun.at].signature.isdisjoint(_DEFINITE):
            if noun.speaker is not None:
                return noun
            return replace(noun, speaker=verb.speaker, found_by=verb.found_by, agreement=verb.agreement)
    return None


_GAVE, _DEFINITE = "وجه", frozenset(("+and", "+al", "+pron"))


def _behind_quality(units: Sequence[Unit], at: int) -> int:
    """The index where the phrase of a noun begins: at the adjective that governs it (sincere | condolences)."""
    return at - 1 if at and units[at - 1].view in _QUALITIES else at


_QUALITIES = ("خالص", "عميق", "بالغ", "صادق", "اصدق", "احر", "شديد", "كامل", "عظيم", "وافر", "اسمي", "جزيل")


def act_noun(verb: Anchor, units: Sequence[Unit]) -> Unit | None:
    """The noun that gives an express verb its act: the one its phrase begins with, or that its clause hangs on."""
    if verb.opens is None or verb.cue.lemma not in EXPRESS | _OFFER:
        return None
    first = verb.opens + (units[verb.opens].view in _QUALITIES)
    for at in range(min(first, len(units) - 1), verb.at, -1):
        noun = units[at].get("cue_noun")
        if noun is not None and "attitude" in noun.flags:
            return units[at]
    return None
