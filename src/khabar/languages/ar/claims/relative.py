"""Claims in relative clauses: the war, which X condemned; X, who had called for talks.

A relative clause of a speech verb, or one that commas set off, is a claim of its own beside the sentence's.  Its speaker is the
noun phrase behind the verb when one stands there, else the noun that the clause describes.
"""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit, rule, seq, unit
from khabar.languages.ar.claims.anchors import Anchor, agreement_of_verb, cue_offsets, inside, of_thing
from khabar.languages.ar.claims.described_nouns import described, is_asked_by_described, is_of_another, is_said_of
from khabar.languages.ar.claims.impersonal import is_passive, is_passive_opinion
from khabar.languages.ar.lists.cues import SPEECH, Cue
from khabar.languages.ar.phrases.asides import with_comma
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.no_speakers import cannot_speak
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import opening
from khabar.languages.ar.phrases.shapes import HOW, PERHAPS_ACCUSATIVE, behind_pronouns


@rule(
    seq(unit("rel", but=("ma",)), unit("REL_CUE")["cue"]),
    takes="""
    واستقبل الملك المبعوث سامي الراوي، الذي دعا إلى هدنة دائمة.
        speaker_name: سامي الراوي
        content: هدنة دائمة
    وعاد النائب كريم الوادي الذي طالب بتحقيق دولي.
        speaker_name: كريم الوادي
    وأصدرت رابطة الشمال، التي اتهمت الشرطة بتعذيب المعتقلين، بياناً جديداً.
        speaker_name: رابطة الشمال
        act: accuse
    وتحدث الوزير عن الجسر الذي قال إنه متصدع.
        speaker_name: الوزير
        content: متصدع
    وأكد القائد السيطرة على المرفأ الذي ذكر أنه خال.
        speaker_name: القائد
    وزار الوفد المشفى الذي يعتقد أنه قصف.
        found_by: impersonal
    """,
    refuses="""
    وعاد النائب الذي زار القرية أمس.
    وقال الوزير إن الطريق مغلق.
    """,
)
def described_speaker(m: Match) -> Anchor | None:
    """The noun before the relative pronoun speaks when the clause has no subject of its own; a thing does not, and "that it" says
    something of it: whoever spoke before does.
    """
    units, at = m.units, m.take("cue").first
    cue = units[at]["cue"]
    if {"broadcast", "+pron"} <= units[at].signature or units[m.first].view in _WHICH:
        return None  # a statement that X published: a relay (see relays); which confirms that: the outlet concludes
    opened, begin = opening(units, at + 1, cue), behind_pronouns(units, at + 1)
    if opened is None or _is_label(units[at], opened.frame):
        return None
    if begin + 1 < len(units) and cannot_speak(units, begin) and "anonymity" in units[begin + 1].signature:
        return None  # who asked not to be named said something else
    end = begin if units[begin].view in HOW else noun_phrase_end(units, begin, opened.at)
    if end > begin and (cannot_speak(units, begin) or _is_what(units[begin], cue)):
        return None
    accused = None
    whom = begin < end == opened.at and _is_accused(units[at], opened.frame)
    whom = whom or (begin == at + 1 and is_asked_by_described(units, (m.first, at, end), opened))
    if whom and not is_of_another(units, m.first, at):
        accused, end = (units[begin].cut, units[end - 1].end), begin
    nobody = is_passive_opinion(m, at) or is_passive(units[at])
    of_another = nobody or is_of_another(units, m.first, at) or is_said_of(units, m.first, opened.at)
    of_another = of_another and end <= begin
    speaker = (begin, end) if end > begin else None if of_another else described(units, m.first)
    if speaker is None and not (of_another and opened.frame == "clause"):
        return None
    return replace(
        inside(m, cue, at, opened),
        clause=m.first,
        found_by="explicit" if end > begin else "pronoun" if speaker else "impersonal" if nobody else "dropped",
        speaker=name_draft(units, *speaker, m.text) if speaker else None,
        agreement=agreement_of_verb(units[at]),
        addressee=accused,
    )


def _is_accused(verb: Unit, frame: str) -> bool:
    """Whether the noun behind the verb is whom the described one accuses or asks (the channel, which accused | the army of)."""
    cue = verb["cue"]
    transitive = cue.act == "accuse" or cue.lemma in _ASKS
    return transitive and frame == "b" and "+pron" not in verb.signature and cue.is_to_somebody


_ASKS = ("طالب", "ناشد", "حث", "أمر", "ألزم")


def _is_what(unit: Unit, cue: Cue) -> bool:
    """An indefinite noun of no list behind "adopted": what was adopted (parties that took | a hard line), nobody's name."""
    return (
        cue.act == "claim_responsibility" and unit.text.endswith(PERHAPS_ACCUSATIVE) and not unit.signature & _SOURCES
    )


_SOURCES = frozenset(("role", "unnamed", "org_head", "organisation", "media", "given", "people"))


def _is_label(verb: Unit, frame: str) -> bool:
    """Whether the verb makes no claim with this frame: answered with an attack; those whom it called …; a verb whose object is
    what the clause describes (see described_act).
    """
    cue = verb["cue"]
    if frame == "b" and "ambiguous" in cue.flags:
        return True
    owned = "+pron" in verb.signature
    return owned and ((frame in ("as", "b") and "as" in cue.frames) or frame not in (*SPEECH, "as"))


_WHICH = ("مما", "بما")


@rule(
    seq(unit("rel", but=("ma",)), unit("REL_CUE")["cue"]),
    takes="""
    ورفعوا الأعلام في الوقفة التي دعت إليها رابطة الشمال.
        speaker: رابطة الشمال
        content: الوقفة
        act: request
    ووقع الهجوم الذي تبنته حركة الشمال الحر قبل عامين.
        speaker: حركة الشمال الحر
        content: الهجوم
        act: claim_responsibility
    """,
    refuses="""
    واكتملت الحصيلة التي أعلنتها الوزارة.
    وعاد النائب الذي دعا إلى هدنة.
    """,
)
def described_act(m: Match) -> Anchor | None:
    """An act that a relative clause says somebody called for, claimed or condemned is itself the content: the pronoun in the
    clause stands for it.
    """
    units, at = m.units, m.take("cue").first
    cue = units[at]["cue"]
    begin = at + 1
    resumed = "+pron" in units[at].signature and "np" in cue.frames
    if not resumed and begin < len(units) and "prep_pron" in units[begin].signature:
        resumed = _PRONOUNS.get(units[begin].view[:-1].rstrip("ه")) in cue.frames
        begin += 1
    act = _described_thing(m) if resumed and cue.act in _ACTS else None
    end = noun_phrase_end(units, begin, len(units))
    if act is None or end == begin:
        return None
    content = units[act[0]].cut + (1 if units[act[0]].signature & {"+bi", "+li"} else 0), units[act[1] - 1].end
    anchor = of_thing(m, cue, at, content, (begin, end))
    return replace(anchor, clause=m.first, agreement=agreement_of_verb(units[at]))


_ACTS = frozenset(("request", "order", "condemn", "reject", "deny", "claim_responsibility", "support"))
_PRONOUNS = {"الي": "ila", "علي": "ala", "عن": "an", "من": "min", "ب": "b", "ل": "li"}


def _described_thing(m: Match) -> tuple[int, int] | None:
    """The act word right before the relative pronoun, with its adjectives."""
    units = m.units
    last = with_comma(units, m.first)
    for first in range(last - 1, max(last - 4, -1), -1):
        if units[first].signature & {"event", "event_head", "masdar"}:
            return first, last
    return None


@rule(
    seq(unit("comma"), unit("REL_CUE", but=("broadcast",))["cue"], unit("comp")),
    takes="""
    وحذّرت سيدة من الحي، قالت إن بيتها هُدم، من أن الناس لن يسكتوا.
        cue: قالت
        speaker_name: سيدة من الحي
        content: بيتها هُدم
    وأكد ضابط، ذكر أنه شارك في العملية، أن الطريق آمن.
        speaker_name: ضابط
        content: أنه شارك في العملية
    """,
    refuses="""
    ونفى ضابط، تحدث إلى «الضفاف» شرط عدم ذكر اسمه، أن يكون السد قد انهار.
    وأكد ضابط أن الطريق آمن.
    """,
)
def told_aside(m: Match) -> Anchor | None:
    """What a source says of itself in a clause between commas, before the words it is quoted for: a claim of the same source."""
    units, at = m.units, m.take("cue").first
    close = next((k for k in range(at + 2, len(units)) if "comma" in units[k].signature), None)
    speaker = _source_before(units, m.first)
    if close is None or close < at + 3 or speaker is None:
        return None
    own = "pronoun_comp" in units[at + 1].signature
    start = units[at + 1].start if own else units[at + 2].start
    return Anchor(
        at=at,
        cue=units[at]["cue"],
        cue_span=cue_offsets(units[at]),
        clause=m.first,
        cuts=False,
        frame="before",
        opens=None,
        start=start,
        found_by="pronoun",
        speaker=name_draft(units, *speaker, m.text),
        agreement=agreement_of_verb(units[at]),
        content=(start, units[close - 1].end),
        rule=m.rule.id,
    )


def _source_before(units: Sequence[Unit], last: int) -> tuple[int, int] | None:
    """The noun phrase between the verb it is the subject of and the comma at `last`."""
    told = next((k for k in range(last - 1, max(last - 10, -1), -1) if "CUE" in units[k].signature), None)
    whole = told is not None and told + 1 < last and noun_phrase_end(units, told + 1, last) == last
    return (told + 1, last) if told is not None and whole else None


@rule(
    seq(unit("rel", but=("ma",)), unit("REL_CUE", "+pron")["cue"]),
    takes="""
    ولم يسم الوزير الجهة التي يتهمها بالتدريب.
        cue: يتهمها
        content: التدريب
        act: accuse
    وأفرجت المحكمة عن الصيادين الذين تتهمهم الشرطة بتهريب الوقود.
        speaker: الشرطة
        content: تهريب الوقود
        act: accuse
    """,
    refuses="""
    وعاد النائب الذي دعا إلى هدنة.
    وردوا على القصف الذي ردته إليهم.
    """,
)
def accused_one(m: Match) -> Anchor | None:
    """Whom a relative clause says somebody accuses of a deed: the deed is what is said, the accused is whom it describes."""
    units, at = m.units, m.take("cue").first
    cue = units[at]["cue"]
    opened = opening(units, at + 1, cue) if cue.act == "accuse" else None
    if opened is None or opened.frame != "b":
        return None
    end = noun_phrase_end(units, at + 1, opened.at)
    if end > at + 1 and cannot_speak(units, at + 1):
        return None
    agreement = agreement_of_verb(units[at])  # "they" without a noun are people in general
    return replace(
        inside(m, cue, at, opened),
        clause=m.first,
        found_by="explicit" if end > at + 1 else "impersonal" if agreement.number == "p" else "dropped",
        speaker=name_draft(units, at + 1, end, m.text) if end > at + 1 else None,
        agreement=agreement,
    )
