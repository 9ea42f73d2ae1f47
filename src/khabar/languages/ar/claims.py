"""Claims of a sentence: the anchors its rules find, with their contents cut between them."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Grammar, Unit, rules_of
from khabar.languages.ar import (
    claims_layout,
    claims_nouns,
    claims_relative,
    claims_responsibility,
    claims_sources,
    claims_states,
    claims_verbs,
)
from khabar.languages.ar.anchors import Anchor
from khabar.languages.ar.marking import marked
from khabar.languages.ar.names import name_draft
from khabar.languages.ar.nouns import is_finite, noun_phrase_end
from khabar.languages.drafts import ClaimDraft, NameDraft, Offsets, Sentence
from khabar.record.vocabulary import Act, Status

HEADLINES = Grammar("headlines", [claims_layout.headline_colon])
CLAIMS = Grammar(
    "claims",
    [
        *rules_of(claims_verbs),
        *rules_of(claims_states),
        *rules_of(claims_sources),
        *rules_of(claims_nouns),
        *rules_of(claims_relative),
        *rules_of(claims_responsibility),
        claims_layout.words_then_speaker,
    ],
    overlap=True,
)

_TRIM_LEFT = " \t\u00a0،,؛;:"
_TRIM_RIGHT = " \t\u00a0\r\n.،,؛;:…"
_PAIRS = {"«": "»", '"': '"', "“": "”", "”": "“", "‹": "›", "„": "“"}
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
    anchors = _one_each([f.value for f in found])
    drafts = [_draft(sentence, units, anchors, anchor) for anchor in anchors]
    return [draft for draft in drafts if draft is not None]


def _one_each(anchors: list[Anchor]) -> list[Anchor]:
    """One anchor a cue; a word that carries another's words (نقلت … عن … أن) is not also a verb of its own."""
    best: dict[int, Anchor] = {}
    for anchor in sorted(anchors, key=lambda a: (a.at, _PREFERRED.index(a.kind), a.rule)):
        best.setdefault(anchor.at, anchor)
    carried = [(a.clause, a.opens or a.at) for a in best.values() if a.kind == "carried"]
    kept = [a for a in best.values() if a.kind == "carried" or not any(b <= a.at < e for b, e in carried)]
    return sorted(kept, key=lambda a: a.at)


# Which reading of a cue is taken when several rules find one: the more particular construction first.
_PREFERRED = ("carried", "object_first", "crowd", "according", "after", "layout", "participle", "verb", "noun")


def _draft(sentence: Sentence, units: list[Unit], anchors: list[Anchor], anchor: Anchor) -> ClaimDraft | None:
    content = anchor.content or _content(sentence, units, anchors, anchor)
    content = trimmed(sentence.text, *content)
    if content[1] - content[0] < 2:
        return None
    governor = _governor(anchors, anchor)
    speaker = anchor.speaker
    if anchor.found_by == "participle" and governor is None:
        speaker = _subject_of_sentence(units, anchor.at, sentence.text)
    inside = [u for u in units if content[0] <= u.start and u.end <= content[1] + 1]
    return ClaimDraft(
        content=content,
        cue=anchor.cue_span,
        rule=anchor.rule,
        lemma=anchor.cue.lemma or sentence.text[slice(*anchor.cue_span)],
        act=_act(anchor, units),
        distance=anchor.cue.distance,
        found_by=anchor.found_by,
        speaker=speaker,
        agreement=anchor.agreement,
        governed_by=governor.cue_span[0] if governor else None,
        via=anchor.via,
        medium=anchor.medium,
        addressee=anchor.addressee,
        headline=anchor.headline or sentence.paragraph.kind == "headline",
        mode="indirect"
        if anchor.headline and anchor.frame == "colon" and not _quoted(sentence.text, content)
        else None,
        status=_status_of_act(anchor),
        content_units=inside,
    )


_EXPRESS = frozenset(("أعرب", "عبر", "أبدى", "أظهر"))


def _act(anchor: Anchor, units: Sequence[Unit]) -> Act:
    """The act of the cue; express verbs (أعرب عن) take that of the attitude noun they govern."""
    cue = anchor.cue
    if anchor.opens is not None and cue.act == "say" and "responsibility" in units[anchor.opens].signature:
        return "claim_responsibility"
    if anchor.opens is not None and cue.lemma in _EXPRESS:
        noun = units[anchor.opens].get("cue_noun")
        if noun is not None and "attitude" in noun.flags:
            act: Act = noun.act
            return act
    return cue.act


def _status_of_act(anchor: Anchor) -> Status | None:
    """The status that the act itself gives its content: what is ordered is to be done, what is feared may come."""
    act, frame = anchor.cue.act, anchor.frame
    if act in ("order", "request"):
        return "directive"
    if act == "promise":
        return "future"
    if act in ("warn", "threaten") and frame in ("min", "b", "an"):
        return "possible"
    return None


def _quoted(text: str, content: Offsets) -> bool:
    return text[max(content[0] - 1, 0)] in _MARKS


def _governor(anchors: list[Anchor], anchor: Anchor) -> Anchor | None:
    """The finite cue (or the attribution) before a participle in its sentence: whose subject goes on speaking."""
    if anchor.found_by != "participle":
        return None
    before = [a for a in anchors if a.at < anchor.at and a.kind in ("verb", "carried", "after") and a.cuts]
    return before[-1] if before else None


def _subject_of_sentence(units: Sequence[Unit], at: int, text: str) -> NameDraft | None:
    """The subject of the first finite verb of the sentence, which a participle behind it describes."""
    end = noun_phrase_end(units, 0, at)
    if end > 0 and units[0].signature & _SPEAKING:
        return name_draft(units, 0, end, text)
    for index, unit in enumerate(units[:at]):
        first = index == 0 or units[index - 1].signature & {"comma", "TIME", "qad", "kana"}
        if (
            "verb" in unit.signature
            and first
            and "+al" not in unit.signature
            and (is_finite(unit) or not unit.signature & {"given", "toponym"})
        ):
            end = noun_phrase_end(units, index + 1, at)
            head = units[index + 1].signature if end > index + 1 else frozenset()
            return name_draft(units, index + 1, end, text) if head & _SPEAKING else None
    return None


_SPEAKING = frozenset(
    ("role", "unnamed", "org_head", "organisation", "media", "media_head", "given", "name", "known_place", "people")
)


def _content(sentence: Sentence, units: list[Unit], anchors: list[Anchor], anchor: Anchor) -> Offsets:
    """From the opening to the next cue's clause, the end of the quotation, or the end of the sentence."""
    assert anchor.opens is not None
    at = anchor.opens
    if "quote_open" in units[at].signature:
        close = _close_of(sentence, units[at].first)
        if close is not None:
            if close >= sentence.last:  # a quotation of several sentences
                return units[at].end, sentence.page.tokens[close].start
            after = next((k for k in range(at, len(units)) if units[k].first > close), len(units))
            if (
                anchor.frame == "as"
                or after >= len(units)
                or units[after].signature & {"stop", "comma", "quote"}
                or _cut_at(anchors, anchor, after)
            ):
                return units[at].start, units[after - 1].end
    end = _first_cut(units, anchors, anchor, at)
    return anchor.start, units[end - 1].end if end > at else units[at].end


def _close_of(sentence: Sentence, token: int) -> int | None:
    """Token index of the mark that closes the quotation opened at a token."""
    return next((q.close for q in sentence.paragraph.quotations if q.open == token), None)


def _cut_at(anchors: list[Anchor], anchor: Anchor, at: int) -> bool:
    return any(a.clause in (at, at + 1) and a is not anchor and a.cuts for a in anchors)


def _first_cut(units: list[Unit], anchors: list[Anchor], anchor: Anchor, at: int) -> int:
    """The unit index where the content ends: the clause of the next cue of the same level, else the sentence's end."""
    for other in anchors:
        if other is anchor or other.clause <= at or not other.cuts or other.at <= anchor.at:
            continue
        if not _inside_quotation(units, at, other.at) and not _is_nested(units, other):
            return min(other.clause, _phrase_end(units, anchor, at))
    return _phrase_end(units, anchor, at)


def _phrase_end(units: list[Unit], anchor: Anchor, at: int) -> int:
    """A content that is a noun phrase ends where a new clause is joined behind a comma; a clause runs on."""
    if anchor.frame in ("clause", "colon", "quote", "around", "before"):
        return len(units)
    for index in range(at + 1, len(units) - 1):
        following = units[index + 1]
        joined = (
            "+and" in following.signature
            and following.signature & {"verb", "kana"}
            and not following.signature & _NOUNS
        )
        if "comma" in units[index].signature and (joined or following.signature & {"while", "but"}):
            return index
    return len(units)


_NOUNS = frozenset(
    ("+al", "masdar", "event", "event_head", "people", "org_head", "toponym", "given", "role", "cue_noun", "name")
)


def _is_nested(units: list[Unit], other: Anchor) -> bool:
    """A cue in a relative clause, or with its subject before it inside the clause, belongs to the content."""
    if other.kind in ("participle", "according", "after"):
        return False
    before = units[other.clause] if "comma" in units[other.clause].signature else units[max(other.clause - 1, 0)]
    cue = units[other.at]
    if "+and" in cue or "+fa" in cue or "comma" in before.signature:
        return "REL_CUE" in cue
    return True


def _inside_quotation(units: list[Unit], first: int, at: int) -> bool:
    """Whether a quotation that opened after `first` is still open at `at`."""
    depth = 0
    for unit in units[first:at]:
        if "quote_open" in unit.signature:
            depth += 1
        elif "quote_close" in unit.signature:
            depth = max(depth - 1, 0)
    return depth > 0


def trimmed(text: str, start: int, end: int) -> Offsets:
    """Without outer quotation marks, final stops and commas; question and exclamation marks stay."""
    while True:
        before = (start, end)
        while start < end and text[start] in _TRIM_LEFT:
            start += 1
        while end > start and text[end - 1] in _TRIM_RIGHT:
            end -= 1
        if end - start >= 2 and text[end - 1] in _MARKS and not any(c in _MARKS for c in text[start : end - 1]):
            end -= 1
        elif end - start >= 2 and text[start] in _MARKS and not any(c in _MARKS for c in text[start + 1 : end]):
            start += 1
        elif end - start >= 2 and text[start] in _MARKS and text[end - 1] in _MARKS:
            inner = text[start + 1 : end - 1]
            if not any(c in _MARKS for c in inner):
                start, end = start + 1, end - 1
        if (start, end) == before:
            return start, end
