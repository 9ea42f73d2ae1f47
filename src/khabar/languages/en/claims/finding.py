"""Claims of a sentence: the anchors its rules find, with their contents cut between them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Grammar, Unit, rules_of
from khabar.languages.drafts import Agreement, ClaimDraft, Sentence, ViaDraft
from khabar.languages.en.claims import (
    adjectives,
    after,
    citing,
    counts,
    infinitives,
    layout,
    light,
    nouns,
    participles,
    passives,
    questions,
    relatives,
    sources,
    verbs,
)
from khabar.languages.en.claims.anchors import UNKNOWN, Anchor
from khabar.languages.en.claims.carried import can_speak, subject_of_sentence
from khabar.languages.en.claims.citing import governing
from khabar.languages.en.claims.contents import content, quotation_before, trimmed
from khabar.languages.en.claims.quotations import is_quoted
from khabar.languages.en.claims.relatives import of_all_said
from khabar.languages.en.claims.relays import relay
from khabar.languages.en.people.acting import opens_sentence
from khabar.languages.en.phrases.marking import marked
from khabar.languages.en.phrases.nouns import VERBAL
from khabar.record.vocabulary import Act, Status

MODULES = (
    after,
    citing,
    verbs,
    counts,
    questions,
    passives,
    relatives,
    participles,
    infinitives,
    adjectives,
    sources,
    light,
    nouns,
)
HEADLINES = Grammar("headlines", rules_of(layout))
CLAIMS = Grammar("claims", [rule for module in MODULES for rule in rules_of(module)], overlap=True)
RULES = (*CLAIMS.rules, *HEADLINES.rules)

_STIRS = frozenset(("cue", "cue_noun", "cue_adjective", "accords", "impersonal", "colon", "puts_word"))
# Which reading of a cue is taken when several rules find one: the more particular construction first.
_PREFERRED = (
    "carried",
    "according",
    "hearsay",
    "after",
    "shared",
    "verb",
    "asked",
    "passive",
    "cited",
    "participle",
    "infinitive",
    "light",
    "noun",
    "layout",
)
_LEAST = 2


def claims(sentence: Sentence) -> list[ClaimDraft]:
    """The claims of one sentence, in the order of their cues."""
    if sentence.present.isdisjoint(_STIRS):
        return []
    units = sentence.marked_by(marked)
    found = CLAIMS.read(units, sentence.text)
    if sentence.first == sentence.paragraph.first and "colon" in sentence.present:
        found += HEADLINES.read(units, sentence.text)
    values = [f.value for f in found]
    if any(a.frame == "behind" for a in values) and quotation_before(sentence) == (0, 0):
        values = [a for a in values if a.frame != "behind"]
    anchors = [a for a in _one_each(values) if not _is_mere_talk(sentence, units, a)]
    anchors = [of_all_said(anchors, a) for a in anchors if not _is_said_again(anchors, a)]
    drafts = [_draft(sentence, units, anchors, anchor) for anchor in anchors]
    return [draft for draft in drafts if draft is not None]


def _is_said_again(anchors: Sequence[Anchor], anchor: Anchor) -> bool:
    """Whether "he said" stands behind quoted words whose speaker a verb before them names (Hale told us: "…," he said)."""
    if anchor.kind != "after" or anchor.pronoun is None:
        return False
    before = [a for a in anchors if a.at < anchor.at]
    return bool(before) and before[-1].frame in ("quote", "colon") and before[-1].kind == "verb"


def _is_mere_talk(sentence: Sentence, units: Sequence[Unit], anchor: Anchor) -> bool:
    """Whether a cue inside quoted words reports nothing that can be told: whom a speaker means by "he" or "they" is not in the
    report, and what he says that he said, hopes or likes is the claim around it.  What he does by saying it (we condemn,
    we demand) and what he reports of others by name are claims of their own.
    """
    cue = anchor.cue
    if cue.act == "say" and anchor.speaker is not None and not cue.flags & _LOOSE:
        return False
    if anchor.kind in ("layout", "hearsay") or not is_quoted(sentence, units[anchor.at].first):
        return False
    if anchor.pronoun is not None:
        own = sentence.text[slice(*anchor.pronoun)].lower() in _OWN
        does = cue.act in _DEEDS or "attitude" in cue.flags
        return not (own and does and "weak" not in cue.flags and anchor.kind == "verb")
    return anchor.speaker is None or bool(cue.flags & _LOOSE)


_OWN = ("i", "we")
_LOOSE = frozenset(("weak", "opinion"))
_DEEDS = frozenset(
    (
        "condemn",
        "request",
        "order",
        "deny",
        "reject",
        "promise",
        "warn",
        "threaten",
        "accuse",
        "claim_responsibility",
        "support",
    )
)


def _one_each(anchors: Sequence[Anchor]) -> list[Anchor]:
    """One anchor a cue, in their order; a medium that a verb speaks through is no cue beside it (said in a statement that)."""
    best: dict[int, Anchor] = {}
    for anchor in sorted(anchors, key=lambda a: (a.at, _PREFERRED.index(a.kind))):
        best.setdefault(anchor.at, anchor)
    opened = {a.opens for a in best.values() if a.kind != "noun"}
    return [a for a in best.values() if a.kind != "noun" or a.opens not in opened]


def _draft(sentence: Sentence, units: Sequence[Unit], anchors: Sequence[Anchor], anchor: Anchor) -> ClaimDraft | None:
    if anchor.kind == "cited":
        return _cited(sentence, units, anchors, anchor)
    words = trimmed(sentence.text, *content(sentence, units, anchors, anchor))
    if words[1] - words[0] < _LEAST:
        return None
    governor = _governor(units, anchors, anchor)
    if governor is None and anchor.found_by in ("participle", "dropped") and anchor.speaker is None:
        carried = _carried(sentence, units, anchor)
        if carried is None:
            return None
        anchor = carried
    if anchor.kind == "shared":
        anchor = _with_subject(sentence, units, anchors, anchor)
    speaker, agreement = anchor.speaker, anchor.agreement
    return ClaimDraft(
        content=words,
        cue=anchor.cue_span,
        rule=anchor.rule,
        lemma=anchor.cue.lemma or sentence.text[slice(*anchor.cue_span)].lower(),
        act=_act(units, anchor),
        distance=anchor.cue.distance,
        found_by=anchor.found_by,
        speaker=speaker,
        pronoun=anchor.pronoun,
        own=anchor.pronoun is not None and sentence.text[slice(*anchor.pronoun)].lower() in _OWN,
        agreement=agreement if agreement != Agreement() or speaker is None else speaker.agreement,
        governed_by=governor.cue_span[0] if governor else None,
        opens=anchor.pronoun is not None and opens_sentence(sentence, units, anchor.pronoun),
        via=anchor.via or relay(units, anchor, sentence.text),
        medium=anchor.medium,
        addressee=anchor.addressee,
        headline=anchor.headline or sentence.paragraph.kind == "headline",
        status=_status(units, anchor),
        content_units=[u for u in units if words[0] <= u.start and u.end <= words[1] + 1],
    )


def _cited(sentence: Sentence, units: Sequence[Unit], anchors: Sequence[Anchor], anchor: Anchor) -> ClaimDraft | None:
    """A source that a report cites, with the words of that report, which relays them."""
    report = governing(anchors, anchor)
    told = _draft(sentence, units, anchors, report) if report else None
    if told is None or (told.pronoun is not None and anchor.cue.lemma == "quote"):  # she said, quoting the poet
        return None
    via = (ViaDraft(told.speaker),) if told.speaker is not None else ()
    return replace(
        told,
        cue=anchor.cue_span,
        rule=anchor.rule,
        lemma=anchor.cue.lemma,
        act="say",
        distance="neutral",
        found_by="explicit",
        speaker=anchor.speaker,
        pronoun=None,
        own=False,
        agreement=anchor.speaker.agreement if anchor.speaker else UNKNOWN,
        governed_by=None,
        via=(*via, *told.via),
        medium=None,
        addressee=None,
    )


def _act(units: Sequence[Unit], anchor: Anchor) -> Act:
    """The act of the cue; express and voice take that of the attitude they govern, claim that of responsibility."""
    at = anchor.opens
    if anchor.cue.lemma == "ask" and (anchor.kind == "after" or anchor.frame in _QUESTIONS):
        return "other"
    if anchor.cue.lemma == "tell" and anchor.frame == "inf":
        return "order"
    if anchor.cue.lemma == "claim" and anchor.kind == "passive" and anchor.frame == "np":
        return "claim_responsibility"
    if at is None or anchor.frame != "np":
        return anchor.cue.act
    if "responsibility" in anchor.cue.frames and any(u.view == "responsibility" for u in units[at : at + 2]):
        return "claim_responsibility"
    if "attitude" in anchor.cue.flags:
        noun = next((u["cue_noun"] for u in units[at : at + 5] if "cue_noun" in u.signature), None)
        if noun is not None and "attitude" in noun.flags:
            act: Act = noun.act
            return act
    return anchor.cue.act


_QUESTIONS = frozenset(("wh", "about", "quote", "colon", "clause"))


def _status(units: Sequence[Unit], anchor: Anchor) -> Status | None:
    """The status that the act itself gives its content: what is ordered is to be done, what is promised is to come."""
    act = _act(units, anchor)
    if act in ("order", "request"):
        return "directive"
    if act == "promise" or _is_awaited(units, anchor):
        return "future"
    if act in ("warn", "threaten") and anchor.frame in ("of", "inf", "np", "about", "against"):
        return "directive" if act == "warn" and anchor.frame == "inf" else "possible"
    return None


def _is_awaited(units: Sequence[Unit], anchor: Anchor) -> bool:
    """Whether somebody expects that others do something yet (doctors expect the number to rise)."""
    if anchor.cue.lemma not in ("expect", "anticipate") or anchor.frame != "np" or anchor.opens is None:
        return False
    near = units[anchor.opens : anchor.opens + _NEAR]
    to = next((k for k, u in enumerate(near) if "to_word" in u.signature), None)
    return to is not None and not any(u.signature & VERBAL for u in near[:to])


_NEAR = 10  # units
_CHAIN = 6  # verbs in a row that one subject may have


def _with_subject(sentence: Sentence, units: Sequence[Unit], anchors: Sequence[Anchor], anchor: Anchor) -> Anchor:
    """A second verb of a clause with the subject of the first: and, but join two verbs to one subject, which the clause names."""
    first = anchor
    for _ in range(_CHAIN):
        if first.kind != "shared":
            break
        before = _governor(units, anchors, first)
        if before is None:
            subject = subject_of_sentence(sentence, units, first)
            if subject is None or subject.name is None or not can_speak(units, subject, anchor):
                return anchor
            return replace(anchor, found_by="explicit", speaker=subject.name)
        first = before
    if first.found_by not in ("explicit", "pronoun"):
        return anchor
    return replace(
        anchor, found_by=first.found_by, speaker=first.speaker, pronoun=first.pronoun, agreement=first.agreement
    )


def _is_in_aside(units: Sequence[Unit], inner: Anchor, anchor: Anchor) -> bool:
    """Whether a cue stands in a relative clause that ends before another (the driver, who police said was drunk, left and said)."""
    rel = inner.clause - 1
    if rel < 1 or "rel" not in units[rel].signature or "comma" not in units[rel - 1].signature:
        return False
    return any("comma" in u.signature for u in units[inner.at + 1 : anchor.at - 1])


def _governor(units: Sequence[Unit], anchors: Sequence[Anchor], anchor: Anchor) -> Anchor | None:
    """The cue before a participle or a second verb, whose subject goes on speaking."""
    if anchor.found_by not in ("participle", "dropped") and anchor.kind != "shared":
        return None
    before = [
        a
        for a in anchors
        if a.at < anchor.at
        and a.kind in ("verb", "after", "carried", "shared", "passive")
        and a.found_by != "impersonal"
        and not _is_in_aside(units, a, anchor)
    ]
    return before[-1] if before else None


def _carried(sentence: Sentence, units: Sequence[Unit], anchor: Anchor) -> Anchor | None:
    """A participle or second verb with the subject of its sentence, which it goes on with; None where that cannot speak."""
    subject = subject_of_sentence(sentence, units, anchor)
    if subject is None:
        return anchor
    if subject.name is None:
        return replace(anchor, agreement=subject.agreement)
    if not can_speak(units, subject, anchor):
        return None if anchor.found_by == "participle" else anchor
    return replace(anchor, speaker=subject.name)
