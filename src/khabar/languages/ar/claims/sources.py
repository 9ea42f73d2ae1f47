"""Claims by an attributive phrase: according to, in the words of, quoting."""

from __future__ import annotations

import re
from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, one_of, rule
from khabar.languages.ar.claims.anchors import TAKEN_UP, UNKNOWN, Anchor, ascribing, cue_offsets
from khabar.languages.ar.claims.put_down import ascribed_to
from khabar.languages.ar.claims.quoted_sources import QUOTING, broadcast_of, quoted_by
from khabar.languages.ar.claims.relays import middle
from khabar.languages.ar.lists.cues import SAY, Cue
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.asides import around, behind_aside
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.no_speakers import governs_genitive
from khabar.languages.ar.phrases.nouns import is_tongue, noun_phrase_end
from khabar.languages.ar.phrases.shapes import NISBA, is_article, is_his_thing, is_owned
from khabar.languages.ar.phrases.voices import VOICES, are_several
from khabar.languages.drafts import Agreement, NameDraft

_KINDS = ("according_prep", "according_relay", "according_quote_of", "according_quoting")


def _cue_of(unit: Unit) -> Cue:
    if "according_quoting" in unit.signature:
        return QUOTING
    distance = "distances" if _claims(unit) else next(unit[name] for name in _KINDS if name in unit)
    return SAY if distance != "distances" else Cue("", "say", "distances", SAY.frames, SAY.flags, "according")


def _claims(unit: Unit) -> bool:
    """His allegation, from which the outlet keeps its distance."""
    return "cue_noun" in unit.signature and unit["cue_noun"].distance == "distances"


@rule(
    one_of("according_prep", "according_relay", "according_quote_of", "according_quoting", but=("an", "min")),
    takes="""
    وبحسب بيان الرئاسة، ناقش الوزراء خطة الطوارئ.
        speaker: بيان الرئاسة
        speaker_name: الرئاسة
        content: ناقش الوزراء خطة الطوارئ
    وفرّ السكان من القرية، وفق مصدر أمني.
        speaker: مصدر أمني
        content: فرّ السكان من القرية
    وتسبب الفيضان، وفق وزارة الصحة، بمقتل سبعة أشخاص.
        content: تسبب الفيضان، وفق وزارة الصحة، بمقتل سبعة أشخاص
    وقال الربان إن القارب أبحر ليلاً وعلى متنه 90 شخصاً وفق إفادات الناجين.
        speaker_name: الناجين
        content: على متنه 90 شخصاً
    وقال المختار إن البئر جفت، وفق تعبيره.
        cue: وفق
        content: البئر جفت
        found_by: pronoun
    ووفقاً للبيان -الذي نشره المتحدث على صفحته-، عاد التيار إلى الأحياء.
        content: عاد التيار إلى الأحياء
    وغرق تسعة صيادين، وفق تصريحات نسبتها صحيفة الضفاف إلى وزارة الصحة.
        speaker: وزارة الصحة
        content: غرق تسعة صيادين
    وكانت الإذاعة قد بثت الحصيلة صباحاً نقلاً عن وزارة الصحة.
        speaker: وزارة الصحة
        content: الحصيلة
    ورأى الخبير أن القرار متسرع، على حد قوله في مقابلة مع إذاعة محلية.
        cue: على حد
        content: القرار متسرع
    وقالت الحركة إن الهجوم وقع ليلاً، وفق نص البيان.
        cue: وفق
        content: الهجوم وقع ليلاً
    ولكن، بحسب المحافظ، لم يعد أحد إلى القرية.
        content: لم يعد أحد إلى القرية
    وانهار السد في الليل. بحسب مصادر محلية.
        content: انهار السد في الليل
    وذكرت وكالة رواق نقلاً عن مسؤول محلي أن الجسر انهار.
        cue: نقلاً عن
        speaker: مسؤول محلي
    """,
    refuses="""
    وتجرى الانتخابات وفق القانون.
    وتوزع الحصص وفق ضوابط وأنظمة جديدة.
    وسافر الوفد بحسب البرنامج المعد.
    والملف يسير وفق المحكمة العليا.
    """,
)
def according_to(m: Match) -> Anchor | None:
    """An attributive preposition before a noun phrase makes that phrase the speaker of the clause it is set off from;
    without such a clause, or before a thing that cannot speak (the law, the plan), it is no attribution.
    """
    at, units = m.first, m.units
    if _is_no_source(units, at):
        return None
    first = at + 1 + _is_text(units, at + 1)
    ascribed = ascribed_to(m, first)
    author = _author(units, first)
    end = ascribed.end if ascribed else _phrase_end(units, author)
    if end == author or not (ascribed or _can_speak(m, author)) or _is_degree(units, at):
        return None
    content = around(units, at, end)
    if content is None:
        return None if ascribed else _said_before(m, end)
    if ascribed:
        return replace(ascribing(m, SAY, at, content), speaker=ascribed.speaker, via=ascribed.via)
    aside = behind_aside(units, end)
    quoting = "according_quoting" in units[at].signature and not content.forward
    if quoting and (quoted := quoted_by(m, end) or broadcast_of(m, end)):
        return quoted
    issuer, behind = _issued_by(m, first, end)
    described = is_his_thing(units[first]) and all(map(is_article, units[first + 1 : end]))  # its recent data
    own = author == first and (described or (end == first + 1 and _is_own(units, first)))
    return replace(
        ascribing(m, _cue_of(units[first] if own and _claims(units[first]) else units[at]), at, content),
        found_by="pronoun" if own else "explicit",
        agreement=_TO_HIM.get(units[first].view, UNKNOWN),
        speaker=None if own else issuer or _spoken_by(m, first, author, end),
        via=middle(units, behind, max(aside, min(behind + 3, len(units))) if issuer else aside, m.text).via,
        passes_on=bool(units[first].signature & {"media", "media_head"}),
    )


def _author(units: Sequence[Unit], first: int) -> int:
    """Where the phrase of whoever made remarks begins behind their noun and its adjectives (according to press remarks | of the
    minister); `first` itself where no author stands behind it.
    """
    unit = units[first]
    if "medium" not in unit.signature or unit.signature & _OWN_TEXT or is_article(unit):
        return first
    at = first + 1
    while at < len(units) and _is_of_kind(units[at]):
        at += 1
    following = units[at].signature if at < len(units) else frozenset()
    return at if following & _AUTHORS and not following & {"mark", "prep", "press"} else first


def _is_of_kind(unit: Unit) -> bool:
    """An indefinite adjective of remarks (press, televised)."""
    return not is_article(unit) and unit.view.endswith(NISBA) and unit.signature.isdisjoint(_SPEAKERS)


def _spoken_by(m: Match, first: int, author: int, end: int) -> NameDraft:
    """The name of a source; of remarks that of their author, with the span of both."""
    named = name_draft(m.units, author, end, m.text)
    if author == first:
        return named
    return replace(named, span=(name_draft(m.units, first, end, m.text).span[0], named.span[1]))


def _is_text(units: Sequence[Unit], at: int) -> bool:
    """Whether a word only leads to the document whose words are meant (…, according to the text of | the statement)."""
    told = at > _HEAD and at + 1 < len(units) and "document" in units[at + 1].signature
    return told and units[at].view in beside_cues("text_of")


_HEAD = 2  # units: at the head of a sentence it only tells where somebody says what follows


def _is_no_source(units: Sequence[Unit], at: int) -> bool:
    """Behind the preposition at `at`: nothing, a tongue (in English), one's own side, or what "he said this" goes on with; right
    behind a verb of proceeding, by what or under whom it proceeds (the file proceeds according to the court).
    """
    if at and "proceeds" in units[at - 1].signature and units[at].view.startswith("وفق"):
        return True
    taken_up = at > 1 and "demonstrative" in units[at - 1].signature and "cue" in units[at - 2].signature
    return "own_side" in units[at].signature or at + 1 >= len(units) or taken_up or is_tongue(units, at)


def _phrase_end(units: Sequence[Unit], first: int) -> int:
    """The index behind the phrase of a source; "his saying" is one, though it may open what was said elsewhere."""
    if "said_of_self" in units[first].signature or _is_to_him(units, first) or units[first].signature >= _HIS_REMARKS:
        return first + 1
    return noun_phrase_end(units, first, len(units), governed=True)


def _said_before(m: Match, end: int) -> Anchor | None:
    """A sentence that holds nothing but an attribution (… . According to military sources.): it is that of the one before."""
    units = m.units
    if m.first or any("mark" not in unit.signature for unit in units[end:]):
        return None
    return Anchor(
        at=0,
        cue=SAY,
        cue_span=cue_offsets(units[0]),
        clause=0,
        cuts=True,
        frame="before",
        opens=None,
        start=units[0].cut,
        speaker=name_draft(units, 1, end, m.text),
        kind=TAKEN_UP,
        rule=m.rule.id,
    )


def _issued_by(m: Match, first: int, end: int) -> tuple[NameDraft | None, int]:
    """Who issued a document, where a relative clause tells it (a toll that the ministry gave): the document speaks for it.
    With the index behind the document, or behind who issued it.
    """
    units = m.units
    named = name_draft(units, first, end, m.text)
    if named.kind != "document" or end + 1 >= len(units) or not {"verb", "+pron"} <= units[end].signature:
        return None, end
    last = noun_phrase_end(units, end + 1, len(units))
    if last == end + 1 or units[end + 1].signature & {"media", "media_head", "medium"}:
        return None, end
    return replace(name_draft(units, end + 1, last, m.text), span=named.span), last


def _is_degree(units: Sequence[Unit], at: int) -> bool:
    """To the same degree, not "as far as he says"; "in his saying" inside what somebody says, which goes on behind it."""
    far = units[at].view == _AS_FAR_AS
    if far and not _is_own(units, at + 1):
        return True
    goes_on = (
        at > 1 and any("mark" not in unit.signature for unit in units[at + 2 :]) and not _is_said_where(units, at + 2)
    )
    return goes_on and (far or "said_of_self" in units[at + 1].signature)


def _is_said_where(units: Sequence[Unit], at: int) -> bool:
    """Whether nothing but where or when it was said stands behind "in his saying" (in an interview with X, yesterday)."""
    if "TIME" in units[at].signature:
        return at + 2 >= len(units)
    return "fi" in units[at].signature and at + 1 < len(units) and "medium" in units[at + 1].signature


def _is_to_him(units: Sequence[Unit], at: int) -> bool:
    """According to him, to her, to them: whoever spoke before."""
    return units[at].view in _TO_HIM and "prep_pron" in units[at].signature and "prep" not in units[at - 1].signature


def _is_own(units: Sequence[Unit], at: int) -> bool:
    """In his words, as he put it: a thing of whoever spoke before."""
    unit = units[at]
    if _is_to_him(units, at):
        return True
    return is_his_thing(unit) or _is_medium(unit) or "said_of_self" in unit.signature or unit.signature >= _HIS_REMARKS


def _is_medium(unit: Unit) -> bool:
    """The post, the speech: what was said there, said by its author."""
    return is_article(unit) and "medium" in unit.signature and "document" not in unit.signature


_BODIES = VOICES | {"document", "people", "known_place"}
_TO_HIM = {"له": Agreement("m", "s"), "لها": Agreement("f", "s"), "لهم": Agreement("m", "p")}
_AS_FAR_AS = "علي حد"
_THEIR_WORDS = frozenset(("quote_open", "said_of_self"))
_SPEAKERS = VOICES | {"document", "given", "toponym", "medium", "people"}
_HIS_REMARKS, _OWN_TEXT = frozenset(("medium", "+pron")), frozenset(("document", "+pron", "media_head", "stop"))
_AUTHORS = frozenset((*VOICES, "given", "people", "name"))


def _is_evidence(head: Unit) -> bool:
    """Information, estimates, a report; not an agreement, a decree or a request, which things are merely in accord with."""
    document, noun = head.get("document"), head.get("cue_noun")
    if document is not None and document["kind"] == "document":
        return False
    return document is not None or (noun is not None and noun.act in ("say", "expect") and noun.lemma not in _RULINGS)


_RULINGS = frozenset(("قرار", "إعلان", "اعتبار", "وصف", "رد"))
_PLURAL = re.compile(r"^\w\wا\w\w?\w$|ات$|ه$")  # shapes of plurals and abstract nouns, no names


def _is_bearer(units: Sequence[Unit], at: int) -> bool:
    """A family name of origin that no list knows, alone before a comma (according to al-Muzayni, …), or any before "then"."""
    unit, following = units[at], units[at + 1].signature if at <= _OPENS and at + 1 < len(units) else _UNKNOWN
    of_origin = unit.signature <= _UNKNOWN and unit.view.endswith(_NISBA) and len(unit.view) > _SHORT
    known = following >= _THEN and "name" in unit.signature and unit.signature <= _FAMILY
    return known or (of_origin and (following >= _THEN or "comma" in following))


_UNKNOWN, _NISBA = frozenset(("+al", "+li", "name", "toponym")), "\N{ARABIC LETTER YEH}"
_PROGRAMME = frozenset(("medium", "org_head", "+al"))
_SHORT, _OPENS, _THEN, _FAMILY = 5, 2, frozenset(("+fa", "comp")), _UNKNOWN | {"general", "masdar", "verb"}
_FOLLOWING = ("التالي", "التاليه", "الاتي", "الاتيه")
_VIEW, _RELATION = "وجهه نظر", "\N{ARABIC LETTER YEH}\N{ARABIC LETTER HEH}"


def _can_speak(m: Match, first: int) -> bool:
    """A source: a person, a body, a medium or a document; not a law, a plan or a need."""
    head = m.units[first]
    if m.units[first - 1].view.endswith(_VIEW) and head.view.endswith(_RELATION) and not is_article(head):
        return False  # from a political point of view
    if head.signature >= _PROGRAMME or (first + 1 < len(m.units) and m.units[first + 1].view in _FOLLOWING):
        return False  # according to the programme, to the following order
    if head.signature & {"cue_noun", "document"} and "+pron" not in head.signature:
        return _is_evidence(head)
    if is_article(head) and not head.signature & _BODIES and not _is_medium(head):
        return _is_bearer(m.units, first) or are_several(head)
    if head.signature & _SPEAKERS or head.signature & _THEIR_WORDS or _is_to_him(m.units, first):
        return True
    if is_owned(head) or _is_medium(head):
        return True
    if head.signature - {"verb", "+li", "name", "name_part"}:
        return False
    named = head.signature & {"name", "name_part"}
    return bool(named or not (_PLURAL.search(head.view) or governs_genitive(m.units, first)))
