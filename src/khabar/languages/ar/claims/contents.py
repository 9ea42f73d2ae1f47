"""Contents: where the words of a claim begin and end in its sentence, given all cues that were found in it."""

from __future__ import annotations

from khabar.grammar import Unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.claims.answering import answered_for
from khabar.languages.ar.claims.inner_topics import goes_on_inside
from khabar.languages.ar.claims.interrupted import lacks_end
from khabar.languages.ar.claims.phrase_contents import described_end, is_main_verb, phrase_end
from khabar.languages.ar.claims.remarks import is_remark, without_proof
from khabar.languages.ar.claims.set_against import end_against, inside_quotation
from khabar.languages.ar.forms.morphology import read_word
from khabar.languages.ar.lists.cues import SPEECH
from khabar.languages.ar.phrases.datelines import dateline_end
from khabar.languages.ar.phrases.joined_clauses import main_clause
from khabar.languages.ar.phrases.said_by import is_wish
from khabar.languages.ar.phrases.shapes import has_preposition, is_finite
from khabar.languages.drafts import Offsets, Sentence

_TRIM_LEFT = " \t\u00a0،,؛;:"
_TRIM_RIGHT = " \t\u00a0\r\n.،,؛;:…"
_MARKS = frozenset('«»"“”„‹›')


def content(sentence: Sentence, units: list[Unit], anchors: list[Anchor], anchor: Anchor) -> Offsets:
    """From the opening to the next cue's clause, the end of the quotation, or the end of the sentence."""
    assert anchor.opens is not None
    at = anchor.opens
    if "quote_open" in units[at].signature:
        close = _close_of(sentence, units[at].first)
        if close is not None:
            if close >= sentence.last:  # a quotation of several sentences
                return _inside_mark(units, at), sentence.page.tokens[close].start
            after = next((k for k in range(at, len(units)) if units[k].first > close), len(units))
            if (
                "quote" in anchor.cue.frames
                or _is_label_alone(units, anchor, after)
                or after >= len(units)
                or (units[after].signature & {"stop", "quote"} and not _is_name_beside(units, at, after, anchor))
                or ("comma" in units[after].signature and not _is_continued(units, at, after, anchor))
                or _cut_at(anchors, anchor, after)
            ):
                begin, last = _inside_mark(units, at), units[after - 1]
                if begin == units[at].end:
                    return units[at].start, last.end
                return begin, last.start if "quote_close" in last.signature else last.end
    end = _first_cut(units, anchors, anchor, at)
    start = anchor.start
    told = "cue_noun" in units[at].signature and anchor.cue.act in ("say", "affirm")
    if told and (act := answered_for(units, at, anchor)) and act < end:
        start = units[act].start  # the responsibility of the group for | the bombing
    return start, units[end - 1].end if end > at else units[at].end


def _inside_mark(units: list[Unit], at: int) -> int:
    """Where the words in quotation marks begin: behind the mark, and behind the "that" with which some papers begin them; "if" in
    front of a verb is no such word, and "that we", "that not" say more.
    """
    if at + 2 >= len(units) or units[at + 1].signature.isdisjoint(("comp", "bi_comp")):
        return units[at].end
    that, following = units[at + 1], units[at + 2]
    if "+and" in that.signature or that.view.endswith(_OURS):
        return units[at].end
    told = "pronoun_comp" in that.signature or "verb" not in following.signature
    return that.end if told else units[at].end


_OURS = ("نا", "ني", "ي", "لا")


def _is_continued(units: list[Unit], at: int, after: int, anchor: Anchor) -> bool:
    """Whether the clause goes on behind its quoted words and a comma: another "and that" (said that "X is so", and that Y), or the
    verb of a short name in marks with which it begins (said that "X", has left).
    """
    if anchor.frame != "clause" or "as" in anchor.cue.frames or after + 1 >= len(units):
        return False
    following = units[after + 1].signature
    if following >= _AND_THAT:
        return True
    return "LONG_QUOTE" not in units[at].signature and "verb" in following and not following & {"+and", "CUE"}


_AND_THAT = frozenset(("+and", "comp"))


def _is_name_beside(units: list[Unit], at: int, after: int, anchor: Anchor) -> bool:
    """Whether the short words in marks behind "that" are whom the next ones in marks tell of (that "the army" | "leaves")."""
    beside = anchor.frame == "clause" and "quote_open" in units[after].signature and after + 1 < len(units)
    return beside and "LONG_QUOTE" not in units[at].signature and bool(units[after + 1].signature & _PREDICATE)


_PREDICATE = frozenset(("verb", "neg_verb", "kana"))


def _is_label_alone(units: list[Unit], anchor: Anchor, after: int) -> bool:
    """Whether a quoted description ends with its marks: when and where it was given, or another clause, stands behind."""
    if "as" not in anchor.cue.frames or after >= len(units):
        return False
    following = units[after].signature
    return bool(following & {"TIME", "with"} or ("prep" in following and "min" not in following))


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
    if host is not None and host.frame not in SPEECH and anchor.found_by != "pronoun":
        host = None  # the source says that somebody called for a truce, not: a truce
    begin = host.opens if host is not None and host.opens is not None else dateline_end(units)
    start = host.start if host is not None else units[begin].cut if begin else anchor.content[0]
    for at in range(begin + 1, anchor.clause):
        apart = "while" in units[at].signature and units[at].view not in _WHEN
        if "comma" in units[at - 1].signature and apart and at + 1 < anchor.clause:
            start = units[at + 1].cut
        if {"+and", "prep"} <= units[at].signature and units[at + 1].signature & _OF_IT and anchor.clause == anchor.at:
            start = units[at].cut  # and on board of it were so many, according to: no comma before the source
    return start, _behind_aside(units, anchors, anchor) or anchor.content[1]


_WHEN = ("حين", "حينما", "عندما", "لدي", "بعدما")  # go on with the clause before them
_OF_IT = frozenset(("aboard", "+pron"))


def _behind_aside(units: list[Unit], anchors: list[Anchor], anchor: Anchor) -> int | None:
    """Where the clause ends that an attribution interrupts (the total, according to X, rose to nine); None when it ends there.

    A preposition behind the source goes on with the clause; one that says where or through what it spoke, or when, does not.
    """
    if anchor.speaker is None or anchor.cue.kind not in ("according", "quoting"):
        return None
    after = next((k for k, u in enumerate(units) if u.start >= anchor.speaker.span[1]), len(units))
    after = _behind_description(units, after)
    set_off = after < len(units) and "comma" in units[after].signature
    begin = after + 1 if set_off else after
    between = set_off and anchor.clause < anchor.at
    if begin >= len(units) - 1 or not (
        _goes_on(units, begin, set_off=between) or (between and lacks_end(units, anchor.clause, begin))
    ):
        return None
    later = [a.clause for a in anchors if a.clause > begin and a.cuts and a.at > anchor.at]
    end = next((k for k in range(begin, len(units)) if _is_border(units, k)), len(units))
    return units[min([end, *later]) - 1].end


def _behind_description(units: list[Unit], at: int) -> int:
    """The comma behind a clause with no conjunction that only describes a source or its document (according to a toll of X that
    rests on hospitals, | to); `at` itself where none stands there.
    """
    if (
        at + 2 >= len(units)
        or units[at].signature & {"mark", "+and", "prep"}
        or not units[at].signature & {"verb", "rel"}
    ):
        return at
    for k in range(at + 1, min(at + _DESCRIPTION, len(units) - 1)):
        if units[k].signature & {"stop", "comp", "bi_comp", "colon", "quote_open"}:
            return at
        if "comma" in units[k].signature:
            return k
    return at


_DESCRIPTION = 12  # words
_NUMBERS = frozenset(("NUMBER", "digits", "ones", "tens", "hundred", "hundreds", "ten"))


def _goes_on(units: list[Unit], at: int, *, set_off: bool) -> bool:
    """Whether a preposition at `at` hangs on the interrupted verb, not on the source: any behind two commas, else only
    "to" with a number, or one before an act.
    """
    unit, following = units[at], units[at + 1]
    if set_off and unit.signature & _NUMBERS and "TIME" not in unit.signature:
        return True  # left, according to X, | nine dead
    if "+and" in unit.signature or unit.signature & {"TIME", "verb", "medium", "press"}:
        return False
    if has_preposition(unit):
        acts = bool(unit.signature & {"masdar", "event", "measure_word", "cue_noun"})
        return acts or (set_off and not unit.signature & {"period", "+ka", "given", "known_place"})
    if set_off and unit.signature & {"an", "fi"} and following.signature & {"measure_word", "event"}:
        return True  # resulted, according to X, | in the death of
    if set_off and unit.signature & {"ila", "ala", "bi_free"}:
        return not following.signature & {"medium", "TIME", "press", "latin", "media", "media_head"}
    return "ila" in unit.signature and bool(following.signature & {"NUMBER", "digits"})


def _is_border(units: list[Unit], at: int) -> bool:
    """A stop, or a comma before a clause of its own."""
    unit, following = units[at], units[min(at + 1, len(units) - 1)]
    joined = following.signature & {"while", "but", "like", "PART"} or "+and" in following.signature
    joined = joined and following.view != _WHERE
    return "stop" in unit.signature or ("comma" in unit.signature and bool(joined))


_WHERE = "حيث"  # goes on with the place before it


def joined_on(sentence: Sentence, found: Offsets, *, verbless: bool) -> Offsets:
    """What a headline says after two dots goes on with the same words when "and" joins it (X: ….. and …), or when the words
    before them only name the matter (X: the war on Y.. a reckoning); not where somebody else speaks there.
    """
    page, last = sentence.page, sentence.last
    following = next((s for s in sentence.paragraph.sentences if s[0] >= last), None)
    if following is None or page.tokens[last - 1].view not in ("..", "..."):
        return found
    if any(token.view == ":" for token in page.tokens[following[0] : following[0] + _NAMED]):
        return found
    goes_on = verbless or "+and" in read_word(page.tokens[following[0]].text).signature
    return (found[0], page.tokens[following[1] - 1].end) if goes_on else found


_NAMED = 6  # tokens before the colon of another speaker


def _close_of(sentence: Sentence, token: int) -> int | None:
    """Token index of the mark that closes the quotation opened at a token."""
    return next((q.close for q in sentence.paragraph.quotations if q.open == token), None)


def _cut_at(anchors: list[Anchor], anchor: Anchor, at: int) -> bool:
    return any(a.clause in (at, at + 1) and a is not anchor and a.cuts for a in anchors)


def _first_cut(units: list[Unit], anchors: list[Anchor], anchor: Anchor, at: int) -> int:
    """The unit index where the content ends: the clause of the next cue of the same level, else the sentence's end."""
    main = main_clause(units, anchor.at, at) or len(units)
    later = (o for o in anchors if o.cuts and o.clause > at and o.at > anchor.at and o.frame != "around")
    level = (o.clause for o in later if not inside_quotation(units, at, o.at) and not is_nested(units, o))
    outer = _outer_words(anchors, anchor, at)
    against = end_against(units, anchors, anchor, at)
    bare = without_proof(units, at)
    return min(main, *outer, next(level, len(units)), against, bare, _end_of(units, anchor, at))


def _end_of(units: list[Unit], anchor: Anchor, at: int) -> int:
    """Where a phrase or a clause ends that nobody else's words cut off: a clause where the sentence goes on behind a noun of speech
    in front of it, or before a remark, else at the end.
    """
    if anchor.frame not in _CLAUSES:
        return phrase_end(units, anchor, at)
    commas = [k for k in range(at + 1, len(units)) if "comma" in units[k].signature]
    if anchor.kind == "noun" and anchor.at <= _AHEAD and not any(map(is_finite, units[: anchor.at])):
        main = next((k for k in commas if is_main_verb(units, k)), None)
        if main is not None:
            return main
    if anchor.found_by == "impersonal" and not anchor.cuts and anchor.kind == "verb":
        return described_end(units, at)
    hoped = bool(commas) and is_wish(units, at)
    return next((k for k in commas if is_remark(units, k, hoped=hoped)), len(units))


def _outer_words(anchors: list[Anchor], anchor: Anchor, at: int) -> list[int]:
    """Where the words of the cues before it begin that stand behind its own (said the body, which calls for …, | that)."""
    opened = [(o.opens, o.frame) for o in anchors if o.at < anchor.at and o.frame in SPEECH]
    return [opens - (frame != "quote") for opens, frame in opened if opens is not None and opens > at]


_CLAUSES = (*SPEECH, "around", "before")
_AHEAD = 6  # units before a noun of speech that a preposition in front of the sentence governs


def is_nested(units: list[Unit], other: Anchor) -> bool:
    """A cue in a relative clause, or with its subject before it inside the clause, belongs to the content."""
    if other.kind in ("participle", "according", "after", "relay", "taken_up"):
        return False
    before = units[other.clause] if "comma" in units[other.clause].signature else units[max(other.clause - 1, 0)]
    cue = units[other.at]
    if "+and" in units[other.clause].signature and other.clause < other.at:
        return False  # and X says: a clause of its own
    if "+and" in cue or "+fa" in cue or "comma" in before.signature:
        return "REL_CUE" in cue or (other.speaker is None and goes_on_inside(units, other.at, other.frame))
    return True


_PAIRS = ("«»", "“”", "„“", "‹›", '""')


def trimmed(text: str, start: int, end: int) -> Offsets:
    """Without outer quotation marks, final stops and commas; question and exclamation marks stay."""
    while True:
        before = (start, end)
        while start < end and text[start] in _TRIM_LEFT:
            start += 1
        while end > start and text[end - 1] in _TRIM_RIGHT:
            end -= 1
        if end - start >= 2 and text[end - 1] in _MARKS and _MARKS.isdisjoint(text[start : end - 1]):
            end -= 1
        elif end - start >= 2 and text[start] in _MARKS and _MARKS.isdisjoint(text[start + 1 : end]):
            start += 1
        elif end - start >= 2 and text[start] in _MARKS and text[end - 1] in _MARKS:
            inner = text[start + 1 : end - 1]
            whole = text[start] + text[end - 1] in _PAIRS and text[start] not in inner and text[end - 1] not in inner
            if whole or _MARKS.isdisjoint(inner):  # marks of another kind inside are a quotation in it
                start, end = start + 1, end - 1
        if (start, end) == before:
            return start, end
