"""Contents: where the words of a claim begin and end in its sentence, given all cues that were found in it."""

from __future__ import annotations

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.forms.morphology import read_word
from khabar.languages.ar.phrases.datelines import dateline_end
from khabar.languages.drafts import Offsets, Sentence

_TRIM_LEFT = " \t\u00a0،,؛;:"
_TRIM_RIGHT = " \t\u00a0\r\n.،,؛;:…"
_MARKS = '«»"“”„‹›'


def content(sentence: Sentence, units: list[Unit], anchors: list[Anchor], anchor: Anchor) -> Offsets:
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
                ("as" in anchor.cue.frames and after < len(units) and units[after].view[:1] != "و")
                or after >= len(units)
                or units[after].signature & {"stop", "comma", "quote"}
                or _cut_at(anchors, anchor, after)
            ):
                return units[at].start, units[after - 1].end
    end = _first_cut(units, anchors, anchor, at)
    return anchor.start, units[end - 1].end if end > at else units[at].end


def host_of(anchors: list[Anchor], anchor: Anchor) -> Anchor | None:
    """The claim whose words an attribution behind them ends (…, in his words; …, according to X)."""
    before = [
        a
        for a in anchors
        if a.at < anchor.at and a.kind in _HOSTS and a.cuts and a.opens is not None and a.opens < anchor.at
    ]
    return before[-1] if before else None


_HOSTS = ("verb", "carried", "participle")


def behind_words(units: list[Unit], anchors: list[Anchor], anchor: Anchor) -> Offsets:
    """The content of an attribution that stands behind it: from the opening of the claim it ends, or from the clause that a
    conjunction set off (…, while so and so, according to X), or from the sentence's beginning.
    """
    assert anchor.content is not None
    host = host_of(anchors, anchor)
    begin = host.opens if host is not None and host.opens is not None else dateline_end(units)
    start = host.start if host is not None else units[begin].cut if begin else anchor.content[0]
    for at in range(begin + 1, anchor.clause):
        if "comma" in units[at - 1].signature and "while" in units[at].signature and at + 1 < anchor.clause:
            start = units[at + 1].cut
    return start, anchor.content[1]


def joined_on(sentence: Sentence, found: Offsets) -> Offsets:
    """What a headline says after two dots goes on with the same words when "and" joins it (X: ….. and …)."""
    page, last = sentence.page, sentence.last
    following = next((s for s in sentence.paragraph.sentences if s[0] >= last), None)
    if following is None or page.tokens[last - 1].view not in ("..", "..."):
        return found
    goes_on = "+and" in read_word(page.tokens[following[0]].text).signature
    return (found[0], page.tokens[following[1] - 1].end) if goes_on else found


def _close_of(sentence: Sentence, token: int) -> int | None:
    """Token index of the mark that closes the quotation opened at a token."""
    return next((q.close for q in sentence.paragraph.quotations if q.open == token), None)


def _cut_at(anchors: list[Anchor], anchor: Anchor, at: int) -> bool:
    return any(a.clause in (at, at + 1) and a is not anchor and a.cuts for a in anchors)


def _first_cut(units: list[Unit], anchors: list[Anchor], anchor: Anchor, at: int) -> int:
    """The unit index where the content ends: the clause of the next cue of the same level, else the sentence's end."""
    for other in anchors:
        if other is anchor or other.clause <= at or not other.cuts or other.at <= anchor.at or other.frame == "around":
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
        aside = following.signature & {"while", "but", "with"} or _is_told(units, index + 1)
        if "comma" in units[index].signature and (joined or aside):
            return index
    return len(units)


def _is_told(units: list[Unit], at: int) -> bool:
    """A relative clause that makes a claim of its own (the words of X, who condemned …)."""
    return "rel" in units[at].signature and at + 1 < len(units) and "REL_CUE" in units[at + 1].signature


_NOUNS = frozenset(
    ("+al", "masdar", "event", "event_head", "people", "org_head", "toponym", "given", "role", "cue_noun", "name")
)


def _is_nested(units: list[Unit], other: Anchor) -> bool:
    """A cue in a relative clause, or with its subject before it inside the clause, belongs to the content."""
    if other.kind in ("participle", "according", "after"):
        return False
    before = units[other.clause] if "comma" in units[other.clause].signature else units[max(other.clause - 1, 0)]
    cue = units[other.at]
    if "+and" in units[other.clause].signature and other.clause < other.at:
        return False  # and X says: a clause of its own
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
