"""Who stands before the colon of a headline: a source, or a label (urgent, a country that only names the scene)."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Slot, Unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.forms.known_forms import gazetteer
from khabar.languages.ar.lists.cues import Cue
from khabar.languages.ar.phrases.name_words import BOUND
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.shapes import ends_indefinite, is_article, is_finite, is_name_word
from khabar.languages.ar.phrases.voices import VOICES
from khabar.languages.drafts import NameDraft

_COLON = Cue(":", "say", "neutral", frozenset({"colon"}), frozenset(), "layout")


def at_colon(m: Match, colon: int, opens: int) -> Anchor:
    """The anchor of the colon units[colon] whose words begin at units[opens]; who speaks is left to be said."""
    mark = m.units[colon]
    return Anchor(
        at=colon,
        cue=_COLON,
        cue_span=(mark.start, mark.end),
        clause=0,
        cuts=False,
        frame="colon",
        opens=opens,
        start=m.units[opens].start,
        kind="layout",
        rule=m.rule.id,
    )


def named_before(units: Sequence[Unit], first: int, end: int, text: str) -> NameDraft:
    """The name before a colon: a person's behind titles of any kind, with the letter that looks like "then" (Foreign Policy)."""
    begin = _given_at(units, first, end)
    if begin is not None and begin > first and "role" not in units[first].signature:
        start = units[first].start
        title = " ".join(text[start : units[begin - 1].end].split())
        return replace(name_draft(units, begin, end, text), span=(start, units[end - 1].end), title=title)
    found = name_draft(units, first, end, text)
    if "+fa" not in units[first].signature or found.span[0] == units[first].start:
        return found
    start = units[first].start
    return replace(found, span=(start, found.span[1]), name=" ".join(text[start : found.span[1]].split()))


def behind_bar(units: Sequence[Unit], who: Slot) -> int:
    """The index behind a label that a bar sets off (urgent | X: …)."""
    return who.first + 2 if who.first + 2 < who.last and units[who.first + 1].text in _BARS else who.first


_BARS = ("|", "/", "//")


def tells_news(what: Sequence[Unit]) -> bool:
    """Whether the words behind a colon say something (a verb, an act, a number, a negation): no name of who holds an office."""
    return any(unit.signature & _NEWS or is_finite(unit) for unit in what[:_BEGINS]) or _say_we(what[:_BEGINS])


_NEWS = frozenset(
    ("event", "event_verb", "event_head", "masdar", "measure_word", "cue_noun", "NUMBER", "digits", "neg_verb")
)
_BEGINS = 4


def source_before(units: Sequence[Unit], first: int, last: int) -> tuple[int, int, tuple[int, int] | None] | None:
    """The phrase before the colon that names a source, and the source that a medium quotes there ("X on Y:" of a paper)."""
    end = _name_end(units, first, last)
    if end == first or (end == last == first + 1 and units[first].view in LABELS):
        return None
    if end == last > first + 1 and _is_told(units, first, last - 1):
        end = last - 1  # a medical source to X: …
        return first, end, None
    rest = units[end] if end < last else None
    if rest is None or "li_free" in rest.signature or (rest.signature & _TOLD and "+li" in rest.signature):
        return first, end, None
    if rest.signature & _MEDIA and "+bi" in rest.signature and "document" in units[first].signature:
        return first, last, None  # an article in the magazine X
    if "an" in rest.signature and units[first].signature & {"quote_open", "media", "media_head"}:
        source = _name_end(units, end + 1, last)
        return (first, end, (end + 1, source)) if source == last and source > end + 1 else None
    if "fi" in rest.signature and end + 1 < last and units[end + 1].signature & {"medium", "document", "TIME"}:
        return first, end, None  # the prosecution in a first report
    if "fi" in rest.signature and end + 2 == last and units[first].signature & {"org_head", "role", "unnamed"}:
        return first, last, None  # the health department in X: …
    return (first, end, None) if ends_indefinite(rest) else None


LABELS = frozenset(
    ("تعليق", "تحليل", "راي", "فيديو", "مقال", "خاص", "مقابله", "حوار", "تغطيه", "متابعه", "صور", "خلفيه", "قراءه")
)
"""What a page writes before a colon to say what kind of text follows (comment, opinion, video): nobody who speaks."""


def is_labelled(units: Sequence[Unit], at: int) -> bool:
    """Whether the first word of a line is such a label, a colon right behind it."""
    return at == 0 and len(units) > 1 and units[0].view in LABELS and "colon" in units[1].signature


def is_person(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether the words before a colon are the full name of a person, whose turn it is to speak."""
    return _given_at(units, first, last) is not None


def _is_told(units: Sequence[Unit], first: int, at: int) -> bool:
    """Whether the last word before the colon tells whom somebody unnamed, or an office, told it (of what name soever)."""
    to = "+li" in units[at].signature or ("maybe_li" in units[at].signature and units[at].signature <= _UNKNOWN_TO)
    return to and bool(units[first].signature & {"unnamed", "role"}) and "known_place" not in units[at].signature


_UNKNOWN_TO = frozenset(("maybe_li", "name", "verb"))


def _name_end(units: Sequence[Unit], first: int, last: int) -> int:
    """Behind the name that begins at `first`: a source of the lists, a name in quotation marks, or words no list knows."""
    if first >= last:
        return first
    head = units[first]
    if "quote_open" in head.signature:
        close = next((k for k in range(first + 1, min(first + 6, last)) if "quote_close" in units[k].signature), None)
        return first if close is None else close + 1
    if _given_at(units, first, last) is not None:
        return last
    if head.signature & SOURCES and ("cue_noun" not in head.signature or "org_head" in head.signature):
        end = noun_phrase_end(units, first, last)
        whole = first < end < last and "role" in head.signature and "+li" in units[end].signature
        whole = whole and not (
            units[end].signature & _PEOPLE and is_article(units[end - 1])
        )  # the president to the chiefs
        return last if whole and noun_phrase_end(units, end, last, governed=True) == last else end
    if head.view.endswith("ون") and not head.signature and len(head.view) > 4:
        return last if all("demonym" in u.signature for u in units[first + 1 : last]) else first  # Moroccan Salafists
    if head.signature == _ANOTHER and first + 1 == last and len(head.view) > 4:
        return last  # … and So-and-so: …
    if is_article(head) and first + 1 == last and head.view.endswith(_FEMININE):
        return first  # the result: …
    end = first
    while end < min(last, first + 4) and _is_nameish(units[end]):
        end += 1
    return end


_ANOTHER = frozenset(("+and",))
_FEMININE = "\N{ARABIC LETTER HEH}"  # as the folded text has it


def _is_nameish(unit: Unit) -> bool:
    """A word that no list knows but as a name; first names are spelt like other words too (Adrian)."""
    other = unit.signature - _NAMEISH
    return not other or (other <= _SPELT_SO and bool(unit.signature & {"name", "given"}))


def _given_at(units: Sequence[Unit], first: int, last: int) -> int | None:
    """The index of the first name in a phrase that only titles with the article precede and only names follow (the Tunisian
    novelist | Hind al-Ziyadi); None in other phrases.
    """
    begin = first
    while begin < last and is_article(units[begin]) and "given" not in units[begin].signature:
        begin += 1
    named = begin + 1 < last and begin - first <= 4
    named = named and ("given" in units[begin].signature or units[begin].view in BOUND)
    if not named or units[begin].signature & {"known_place", "prep"} or last - begin > 5:
        return None
    return begin if all(is_name_word(u) or is_article(u) for u in units[begin + 1 : last]) else None


def joined_source(units: Sequence[Unit], first: int, last: int) -> int | None:
    """Where a source begins that "and" joins to the news before it in a headline, right before the colon (… and Erdogan: …)."""
    begin = next((k for k in range(last - 1, first + 1, -1) if "+and" in units[k].signature), None)
    if begin is None or (units[begin].signature & _NO_SPEAKERS and "given" not in units[begin].signature):
        return None
    told = any("verb" in unit.signature and unit.signature.isdisjoint(_NOUNS) for unit in units[first : begin - 1])
    found = source_before(units, begin, last) if told else None
    return begin if found is not None and found[:2] == (begin, last) else None


_NO_SPEAKERS = frozenset(("known_place", "demonym", "verb", "event", "masdar"))
_NOUNS = frozenset(
    ("+al", "role", "people", "org_head", "given", "known_place", "masdar", "prep", "demonym", "+bi", "+li")
)


def is_label(who: Sequence[Unit], what: Sequence[Unit]) -> bool:
    """A country before the colon names the scene, not a speaker, when what follows tells an event or has its own speaker."""
    if _say_we(what[:_FIRST]):
        return False
    if len(who) == 1 and len(who[0].view) == 1:
        return True  # the Q of a question
    whole = "known_place" in who[0].signature and who[0].get("toponym") == len(who)
    if not whole and not all(u.signature & {"known_place", "demonym"} for u in who):
        return False
    if any("CUE" in u.signature for u in what):
        return True
    if "known_place" in what[0].signature and len(what) > 1 and "event_verb" in what[1].signature:
        return True  # Lebanon: Israel shells the south
    event = what[0].signature & {"event", "event_head", "masdar", "NUMBER", "digits", "measure_word"}
    return bool(event) and not (whole and _is_abroad(who[0], what))


def _say_we(units: Sequence[Unit]) -> bool:
    """Whether words are in the first person: whoever stands before the colon says them."""
    for unit in units:
        slots: tuple[str, ...] = unit.get("verb") or ()
        if "prep_pron" in unit.signature and unit.view.endswith("نا"):
            return True
        if slots and unit.signature <= _VERBAL and all(slot[1] == "1" for slot in slots):
            return True
    return False


def _is_abroad(who: Unit, what: Sequence[Unit]) -> bool:
    """Whether what is told happened in another country than the town before the colon, which then stands for its government
    (Moscow: the airport of Almaty has been retaken).
    """
    own = gazetteer().lookup(who.view, "ar")
    if not own or own[0].kind == "country" or not own[0].country:
        return False
    places = [gazetteer().lookup(unit.view, "ar") for unit in what if "known_place" in unit.signature]
    countries = {found[0].country for found in places if found and not found[0].disputed}
    return bool(countries) and own[0].country not in countries


_FIRST = 4  # words in which the first person shows
_VERBAL = frozenset(("verb", "cue", "CUE", "event_verb", "HEADED"))
_MEDIA = frozenset(("media", "media_head", "media_name"))
_PEOPLE = frozenset(("people", "role"))
_TOLD = _MEDIA | _PEOPLE


SOURCES = VOICES | {"known_place", "demonym", "document", "people", "ministry"}
_SPELT_SO = frozenset(("masdar", "age", "counting"))
_NAMEISH = frozenset(
    ("given", "foreign_given", "name", "verb", "maybe_bi", "maybe_li", "toponym", "known_place", "+al")
)
