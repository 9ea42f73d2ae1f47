"""Claims of a sentence: the anchors its rules find, with their contents cut between them."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Grammar, Unit, rules_of
from khabar.languages.ar.claims import (
    carried,
    carried_acts,
    documents,
    estimates,
    going_on,
    in_which,
    judgements,
    laid_on,
    layout,
    learned,
    nouns,
    relative,
    responsibility,
    sources,
    states,
    suspected,
    taken_up,
    told_us,
    tolls_told,
    turns,
    verbs,
    without_object,
)
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.claims.answering import answers_for
from khabar.languages.ar.claims.closing import closes_statement
from khabar.languages.ar.claims.confessions import confesses
from khabar.languages.ar.claims.contents import behind_words, content, host_of, is_nested, joined_on, trimmed
from khabar.languages.ar.claims.inner_topics import SEVERAL, goes_on_inside, speaking_topic
from khabar.languages.ar.claims.light import act_noun, merged
from khabar.languages.ar.claims.looking_ahead import with_who_stands_behind
from khabar.languages.ar.claims.looking_back import agree, looks_back, subject_of_aside, subject_of_sentence
from khabar.languages.ar.claims.statuses import status_of_act
from khabar.languages.ar.forms.particles import JOINING
from khabar.languages.ar.phrases.marking import marked
from khabar.languages.ar.phrases.names import has_letters, name_draft
from khabar.languages.ar.phrases.said_by import REPLIES
from khabar.languages.ar.phrases.shapes import is_finite
from khabar.languages.drafts import Agreement, ClaimDraft, NameDraft, Offsets, Sentence, ViaDraft
from khabar.record.vocabulary import Act

_MODULES = (
    estimates,
    documents,
    verbs,
    states,
    suspected,
    sources,
    carried,
    carried_acts,
    nouns,
    relative,
    going_on,
    in_which,
    judgements,
    responsibility,
    laid_on,
    learned,
    taken_up,
    told_us,
    tolls_told,
)
HEADLINES = Grammar(
    "headlines",
    [layout.headline_colon, layout.headline_quotation, layout.headline_sequel, without_object.and_denies],
)
LINES = Grammar("lines", [layout.line_colon, turns.answer_turn])
CLAIMS = Grammar(
    "claims",
    [*(found for module in _MODULES for found in rules_of(module)), layout.words_then_speaker],
    overlap=True,
)
RULES = (*CLAIMS.rules, *HEADLINES.rules, *LINES.rules)

_MARKS = '«»"“”„‹›'


# Without one of these a sentence holds no claim: cues, participles, nouns of speech, attributions, a colon.
_STIRS = frozenset(
    (
        "cue",
        "cue_noun",
        "participle",
        "colon",
        "carries",
        "according_prep",
        "according_prep_clause",
        "according_relay",
        "according_quote_of",
        "according_quoting",
        "put_down",
        "said_of_self",
    )
)


def claims(sentence: Sentence) -> list[ClaimDraft]:
    """The claims of one sentence, in the order of their cues."""
    if sentence.present.isdisjoint(_STIRS):
        return []
    units = sentence.marked_by(marked)
    found = CLAIMS.read(units, sentence.text)
    if sentence.paragraph.kind == "headline" or sentence.first == 0:
        found += HEADLINES.read(units, sentence.text)
    if "colon" in sentence.present and sentence.first - sentence.paragraph.first <= _LABEL:
        found += LINES.read(units, sentence.text)
    one_each = _one_each([f.value for f in found])
    anchors = _passed_on([a for a in merged(one_each, units) if not _is_nobodys(a) and not _is_listed(units, a)])
    anchors = with_who_stands_behind(units, anchors, sentence.text)
    drafts = [_draft(sentence, units, anchors, anchor) for anchor in anchors if anchor.kind != "relay"]
    return [draft for draft in drafts if draft is not None]


def _is_nobodys(anchor: Anchor) -> bool:
    """A state of mind that no verb expresses and nobody has (an estimate of, degrees of readiness for): a thing of its own."""
    return anchor.kind == "noun" and anchor.found_by == "impersonal" and anchor.cue.flags >= _MOODS


def _is_listed(units: Sequence[Unit], anchor: Anchor) -> bool:
    """A noun of speech that "and" joins to the one before it (her condolences | and her sympathy): both are one content; an
    adjective of a statement that ends like a noun with "my".
    """
    if anchor.kind != "noun" or anchor.at == 0:
        return False
    unit, before = units[anchor.at], units[anchor.at - 1]
    adjective = unit.signature >= {"+pron"} and unit.view.endswith(_YEH) and "medium" in before.signature
    return adjective or ("+and" in unit.signature and "cue_noun" in before.signature)


_LABEL = 2  # tokens of a label that ends with dots, before the line proper
_YEH = "\N{ARABIC LETTER YEH}"
_MOODS = frozenset(("attitude", "ambiguous"))


def _one_each(anchors: list[Anchor]) -> list[Anchor]:
    """One anchor a cue; a word that carries another's words (نقلت … عن … أن) is not also a verb of its own."""
    best: dict[int, Anchor] = {}
    for anchor in sorted(anchors, key=lambda a: (a.at, _PREFERRED.index(a.kind), a.rule)):
        best.setdefault(anchor.at, anchor)
    carried = [(a.clause, a.opens or a.at) for a in best.values() if a.kind == "carried"]
    kept = [a for a in best.values() if a.kind == "carried" or not any(b <= a.at < e for b, e in carried)]
    return sorted(kept, key=lambda a: a.at)


def _passed_on(anchors: list[Anchor]) -> list[Anchor]:
    """A medium named behind the words of another speaker (…, as carried by X) is the relay of that claim, not a speaker."""
    kept: dict[int, Anchor] = {a.at: a for a in anchors}
    framed = [(a.at, a.opens) for a in anchors if a.kind in ("verb", "participle") and a.opens is not None]
    for anchor in anchors:
        if anchor.frame == "back" and any(cue < anchor.at < opens for cue, opens in framed):
            del kept[anchor.at]  # between a cue and its content: a relay of that claim (see relays)
            continue
        told = _told_before(anchors, anchor)
        if told is not None and told.speaker is not None:
            kept[anchor.at] = replace(anchor, content=told.content, clause=told.clause, via=(ViaDraft(told.speaker),))
            continue
        host = host_of(anchors, anchor) if anchor.frame == "back" and anchor.passes_on and anchor.speaker else None
        if host is not None and anchor.speaker is not None:
            kept[host.at] = replace(kept[host.at], via=(*kept[host.at].via, ViaDraft(anchor.speaker)))
            kept[anchor.at] = replace(anchor, kind="relay")
    return list(kept.values())


def _told_before(anchors: list[Anchor], anchor: Anchor) -> Anchor | None:
    """The attribution right before a "quoting X" (as the papers said, quoting the ministry): both stand for the same words."""
    if anchor.cue.kind != "quoting" or anchor.frame != "back":
        return None
    before = [a for a in anchors if a.kind == "according" and a.frame == "back" and anchor.at - 10 < a.at < anchor.at]
    return before[-1] if before else None


# Which reading of a cue is taken when several rules find one: the more particular construction first.
_PREFERRED = (
    "carried",
    taken_up.KIND,
    "object_first",
    "crowd",
    "according",
    "after",
    "layout",
    documents.KIND,
    "participle",
    "verb",
    "noun",
)


def _draft(sentence: Sentence, units: list[Unit], anchors: list[Anchor], anchor: Anchor) -> ClaimDraft | None:
    words = _trimmed_words(sentence, units, anchors, anchor)
    if words is None:
        return None
    governor = _governor(units, anchors, anchor)
    speaker = _speaker(sentence, units, anchors, anchor, governor)
    if speaker is not None and not has_letters(speaker.name):
        return None  # a mark of quotation stands where a speaker should
    return ClaimDraft(
        content=words,
        cue=anchor.cue_span,
        rule=anchor.rule,
        lemma=anchor.cue.lemma or sentence.text[slice(*anchor.cue_span)],
        act=_act(anchor, units),
        distance=anchor.cue.distance,
        found_by=anchor.found_by,
        speaker=speaker,
        agreement=anchor.agreement if speaker or anchor.found_by != "dropped" else _whose(units, anchor),
        asked=anchor.asked,
        hands_on=anchor.hands_on,
        reporter=speaker is not None and _is_reporter(units, speaker),
        closes=closes_statement(units, anchor),
        earlier=anchor.kind == taken_up.KIND,
        adds="continues" in anchor.cue.flags,
        opens=anchor.clause <= _OPENING and (anchor.at > 0 or bool(units[0].signature & JOINING)),
        governed_by=governor.cue_span[0] if governor and speaker is None else None,
        via=tuple(link for link in anchor.via if has_letters(link.name.name)),
        medium=anchor.medium,
        addressee=anchor.addressee,
        headline=anchor.headline or sentence.paragraph.kind == "headline",
        mode="indirect" if anchor.headline and anchor.frame == "colon" and not _quoted(sentence.text, words) else None,
        status=status_of_act(anchor, units),
        confesses=confesses(units, anchor),
        content_units=_inside(units, anchor, words),
    )


def _speaker(
    sentence: Sentence, units: list[Unit], anchors: list[Anchor], anchor: Anchor, governor: Anchor | None
) -> NameDraft | None:
    """Who speaks, as far as the sentence itself tells."""
    speaker = anchor.speaker or subject_of_aside(units, governor, anchor, sentence.text)
    if speaker is None and governor is not None and governor.kind == taken_up.KIND:
        speaker = governor.speaker  # affirmed that, and adds something: the words before may be nobody's
    if speaker is None and _is_of_topic(anchor) and (topic := speaking_topic(units, anchor.at)):
        speaker = name_draft(units, *topic, sentence.text)  # that the state is ready, and calls for: the state
    if speaker is None and governor is None and looks_back(units, anchors, anchor):
        speaker = subject_of_sentence(units, anchor, sentence.text)
    return speaker


def _is_of_topic(anchor: Anchor) -> bool:
    """Whether a cue without a subject may be the act of whom "that" tells; of a participle, the state of several people there."""
    return anchor.found_by == "dropped" or (anchor.kind == "participle" and anchor.agreement.number in SEVERAL)


def _whose(units: Sequence[Unit], anchor: Anchor) -> Agreement:
    """The agreement of a cue; of one that goes on with what "he" did in her words, only a man can be the subject."""
    if goes_on_inside(units, anchor.at, anchor.frame):
        return replace(anchor.agreement, animate=True)
    return anchor.agreement


def _inside(units: Sequence[Unit], anchor: Anchor, words: Offsets) -> list[Unit]:
    """The units of a content; of "in that … not" the preposition stands before it."""
    begin, end = words[0], words[1] + 1
    found = [u for u in units if begin <= u.cut and u.end <= end]
    if anchor.opens and "not_to" in units[anchor.opens - 1].signature and units[anchor.opens - 1] not in found:
        found.insert(0, units[anchor.opens - 1])
    return found


def _is_reporter(units: Sequence[Unit], speaker: NameDraft) -> bool:
    """Somebody called by his work for a medium (a correspondent of X)."""
    if speaker.kind not in ("organisation", "unnamed"):
        return False
    start = speaker.span[0]
    return any(unit.get("media_head") == "person" for unit in units if unit.cut <= start < unit.end)


def _trimmed_words(sentence: Sentence, units: list[Unit], anchors: list[Anchor], anchor: Anchor) -> Offsets | None:
    """The offsets of a content without marks around it, with the "not" of a "that … not" before it; None when none is left."""
    told = _words(sentence, units, anchors, anchor)
    words = trimmed(sentence.text, *told) if told is not None else (0, 0)
    if words[1] - words[0] < _SHORTEST:
        return None
    if anchor.opens and "not_to" in (opener := units[anchor.opens - 1]).signature and opener.end <= words[0]:
        return opener.cut + ("bi_comp" in opener.signature), words[1]
    return words


_SHORTEST = 2


def _words(sentence: Sentence, units: list[Unit], anchors: list[Anchor], anchor: Anchor) -> Offsets | None:
    if anchor.kind == taken_up.KIND:
        return taken_up.words_before(sentence, units, anchor)
    if anchor.frame == "back":
        return behind_words(units, anchors, anchor)
    found = anchor.content or content(sentence, units, anchors, anchor)
    if not anchor.headline or anchor.kind != "layout":
        return found
    told = units[anchor.opens or 0 :]
    verbless = len(told) <= _MATTER and not any(unit.signature & _PREDICATES or is_finite(unit) for unit in told)
    return joined_on(sentence, found, verbless=verbless)


_PREDICATES = frozenset(("neg_verb", "neg", "kana", "question_mark"))
_OPENING = 2  # units before a clause that opens its sentence
_MATTER = 7  # words that only name what is talked about


def _act(anchor: Anchor, units: Sequence[Unit]) -> Act:
    """The act of the cue; express verbs (أعرب عن) take that of the attitude noun they govern."""
    cue = anchor.cue
    if cue.act in ("say", "affirm") and answers_for(units, anchor):
        return "claim_responsibility"
    if cue.lemma == _RULES_OUT and anchor.frame == "np" and anchor.opens and "any" in units[anchor.opens].signature:
        return "reject"  # ruled out any dialogue
    if cue.lemma == _OFFERED and anchor.frame == "np":
        return "other"
    addresses = cue.lemma in _ADDRESSING or (cue.lemma in _SPEAKING and anchor.kind == "participle")
    if addresses and anchor.frame in ("clause", "colon"):
        return "say"
    noun = act_noun(anchor, units)
    act: Act = noun["cue_noun"].act if noun is not None else cue.act
    return act


_RULES_OUT, _OFFERED = "استبعد", "عرض"
_ADDRESSING, _SPEAKING = (*REPLIES, "توجه"), ("تحدث", "تكلم")


def _quoted(text: str, words: Offsets) -> bool:
    return any(mark in _MARKS for mark in text[max(words[0] - 1, 0) : words[1]])


def _governor(units: list[Unit], anchors: list[Anchor], anchor: Anchor) -> Anchor | None:
    """The finite cue (or the attribution) before a participle in its sentence: whose subject goes on speaking.  The verb of the
    sentence comes before one inside what it says.
    """
    if anchor.kind == "according" and anchor.found_by == "pronoun":
        return host_of(anchors, anchor)
    if anchor.found_by != "participle":
        return None
    before = [a for a in anchors if a.at < anchor.at and a.kind in _GOVERN and (a.cuts or _opens_sentence(a))]
    told = [
        a for a in before if a.kind != "according" or a.frame != "back"
    ]  # what is set off behind names a source only
    agreeing = [a for a in told or before if agree(_of_subject(a), anchor.agreement)]
    free = [a for a in agreeing if a.kind != "according" and not is_nested(units, a)]
    found = free or agreeing or told or before
    return found[-1] if found else None


def _opens_sentence(anchor: Anchor) -> bool:
    """Whether nothing but when or how stands before a verb and the subject behind it (after that | the chief affirmed that)."""
    behind = anchor.speaker is not None and anchor.speaker.span[0] > anchor.cue_span[0]
    return behind and anchor.at <= _OPENING + 1


def _of_subject(anchor: Anchor) -> Agreement:
    """What is known of the gender of who speaks: by the verb, else by the noun."""
    own = anchor.speaker.agreement if anchor.speaker is not None else anchor.agreement
    return Agreement(anchor.agreement.gender or own.gender, own.number)


_GOVERN = ("verb", "carried", "after", "according", taken_up.KIND)
