"""Claims by a verb in its usual place: speaker, verb, content."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, rule, unit
from khabar.languages.en.claims.anchors import UNKNOWN, Anchor
from khabar.languages.en.claims.beside import (
    is_felt,
    is_held,
    is_held_to_be,
    is_listed,
    is_no_subject,
    is_second_passive,
    is_spread,
    is_toll,
)
from khabar.languages.en.claims.parts import (
    cue_span,
    is_charged,
    is_evidence,
    is_own_opinion,
    is_silence,
    is_silent,
    only_reports,
)
from khabar.languages.en.lists.cues import Part
from khabar.languages.en.phrases.clauses import Opening, begins_anew, quote_before
from khabar.languages.en.phrases.openings import opening
from khabar.languages.en.phrases.subjects import Subject, is_run_on, subject_before


def _anchor(m: Match, part: Part, subject: Subject | None, opened: Opening, cuts: bool) -> Anchor:
    at = m.first
    return Anchor(
        at=at,
        cue=part.cue,
        cue_span=cue_span(m, at, part),
        clause=subject.clause if subject else part.group,
        rule=m.rule.id,
        cuts=cuts,
        frame=opened.frame,
        opens=opened.at,
        found_by=subject.found_by if subject else "dropped",
        speaker=subject.name if subject else None,
        pronoun=subject.pronoun if subject else None,
        agreement=subject.agreement if subject else UNKNOWN,
        medium=opened.medium,
        addressee=opened.addressee,
    )


@rule(
    unit("CUE"),
    takes="""
    The health minister, Salem Noori, said the hospitals were full.
        speaker: The health minister
        speaker_name: Salem Noori
        content: the hospitals were full
    Almaty's mayor told reporters on Thursday that the water was safe to drink.
        speaker: Almaty's mayor
        addressee: reporters
        content: the water was safe to drink
    The envoy urged all parties to lay down their arms.
        content: lay down their arms
        act: request
    She accused the ministry of hiding the report.
        act: accuse
        content: hiding the report
        found_by: pronoun
    The engineer added that, in May, the gates would open.
        content: in May, the gates would open
    Hale called on Senator Ada Moreno (Aktau) to resign.
        content: resign
        act: request
    The driver, who said the road was wet, left at noon.
        content: the road was wet
    When engineers criticize the plan, herders may see it as a gift.
        cue: criticize
        content: the plan
    Half of the herders said they would leave, compared with a third in May.
        content: they would leave
    The bishop praised the nurses as she left the clinic.
        content: the nurses
    Hale considers Ada Moreno untrustworthy.
        content: Ada Moreno untrustworthy
    Police have since reported clashes near the bridge.
        content: clashes near the bridge
    Some herders who heard him at markets, or in clubs, said he had changed.
        speaker: Some herders
        content: he had changed
    The ministry has, however, confirmed that the road is shut.
        content: the road is shut
    A bishop who opposed the canal and who hoped to stop it left the town.
        speaker: A bishop
        act: expect
    The court ordered that the gates be shut.
        content: the gates be shut
        act: order
    Hale has said for weeks she would stay.
        content: she would stay
    Her deputy said - on the radio, late at night - that the wells were dry.
        content: the wells were dry
    He swore loyalty to the Aktau Brigade, which later claimed responsibility.
        speaker: the Aktau Brigade
        act: claim_responsibility
    The council paid for a report that suggested the dam was weak.
        content: the dam was weak
    The two sides denounced what they saw as a trap.
        speaker: The two sides
        content: what they saw as a trap
    The governors all urged a ban on the sale of coal.
        speaker: The governors
        content: a ban on the sale of coal
    'Great loss' A farmer said there was no grain left.
        speaker: A farmer
        content: there was no grain left
    A clerk, Jon Hale, who lives near the dam said the gates were shut.
        speaker: Jon Hale
        content: the gates were shut
    The militia claimed responsibility for the blast.
        content: responsibility for the blast
        act: claim_responsibility
    The bishop supports lending grain to herders.
        content: lending grain to herders
    Ministry says 12 killed as mayor urges calm
        speaker: Ministry
        content: 12 killed
    The Brotherhood of the Plain claimed responsibility for the blast.
        speaker_name: Brotherhood of the Plain
    The union wants the minister to resign.
        speaker: The union
        content: resign
        act: other
    Army says bridge lost as governor rules out talks
        speaker: governor
        content: talks
        act: reject
    """,
    refuses="""
    The minister met police chiefs and inspected the bridge.
    The governor did not say when the road would open.
    No group has claimed responsibility.
    Neither side has commented on the talks.
    It is simple for anyone wanting to cross the bridge.
    Those who gave the orders should leave.
    Rain continues to hamper the work: on Monday it fell in the valley.
    The blast claimed 12 lives.
    He told a long story.
    Women should call the guards if they feel threatened.
    The mayor backed away from the bridge.
    The minister was heard on a very public rant about trains.
    The lorry had no lamps, which explains the crash.
    Weekly protests against the new dam have been held for years.
    A man believed to be the thief was seen near the dam.
    """,
)
def subject_then_verb(m: Match) -> Anchor | None:
    """The default of English: the subject stands before the verb, and the content opens where the verb's frame lets it."""
    part: Part = m.units[m.first]["CUE"]
    if is_silent(part):
        return None
    opened = opening(m.units, m.first + 1, part.cue) or _shown(m, part)
    if opened is None or (part.cue.lemma in _GOING_ON and not _is_spoken_on(m, opened)):
        return None
    which = part.group > 0 and m.units[part.group - 1].view == "which" and not only_reports(part)
    subject = subject_before(m.units, part.group, m.text, anything=not which and _takes_any(m, part, opened))
    if subject is not None and is_no_subject(m, subject):
        return None
    if subject is None or _is_ending(m, subject) or is_own_opinion(part, m.units[subject.first]):
        return None
    if any(u.view in _NOBODY for u in m.units[max(subject.first - 1, 0) : subject.first + 1]):
        return None
    if (part.cue.act == "accuse" and is_charged(m, subject)) or is_silence(m, part, opened):
        return None
    loose = opened.frame not in ("that", "quote", "colon")
    if loose and "evidence" in part.cue.flags and "strict" in part.cue.flags and not is_evidence(m, subject):
        return None
    if is_felt(m, part, opened) or is_held(m, part, opened) or is_toll(m, part):
        return None
    if is_spread(m, part) or is_held_to_be(m, part):
        return None
    if part.cue.frames <= _NAMING and subject.first and "wh" in m.units[subject.first - 1].signature:
        return None  # what the mayor called a miracle: a label
    return _anchor(m, part, subject, opened, _cuts(m, subject))


_NOBODY = frozenset(("no", "none", "nobody", "neither", "no one"))


def _takes_any(m: Match, part: Part, opened: Opening) -> bool:
    """Whether the verb alone tells that its subject speaks, whatever noun it is: it has no other sense, and its form none but
    this one (not: a public rant about, messages deemed secret).
    """
    if only_reports(part) or opened.frame == "that":
        return True
    if "event_noun" in m.units[m.first].signature:
        return False  # weekly protests against the tax were held
    if part.cue.flags & {"weak", "evidence", "noun", "opinion"} or part.cue.frames & {"pred", "pred_to", "as"}:
        return False
    _, forms = m.units[m.first]["cue"]
    before = m.units[part.group - 1].view if part.group else ""
    return before.endswith("s") or (part.voice == "finite" and "base" not in forms and before not in _NO_NOUN)


_NO_NOUN = frozenset(("least", "most", "well", "much", "so", "best", "one", "only"))


_GOING_ON = frozenset(("continue", "go on", "quote"))


def _is_spoken_on(m: Match, opened: Opening) -> bool:
    """Whether words follow with which somebody goes on, rather than a deed (continues to hamper the work: rain fell)."""
    goes = m.units[m.first + 1 : m.first + 2]
    if opened.frame == "that":  # not: continued that work
        return bool(m.units[opened.at].signature & {"det", "capital", "subject_pronoun", "NUMBER"})
    return opened.frame in ("quote", "colon", "block") and not any("to_word" in u.signature for u in goes)


def _shown(m: Match, part: Part) -> Opening | None:
    """What evidence shows without that (polls show the mayor trailing, the study finds prices rose)."""
    if not {"strict", "evidence"} <= part.cue.flags:
        return None
    return opening(m.units, m.first + 1, replace(part.cue, flags=frozenset({"evidence"})))


_NAMING = frozenset(("pred", "as"))


def _is_ending(m: Match, subject: Subject) -> bool:
    """Whether the subject follows a quotation that it ends ("…," he said): the words before it are the content."""
    return subject.first > 1 and quote_before(m.units, subject.first) and not begins_anew(m.units, subject.first)


def _cuts(m: Match, subject: Subject) -> bool:
    """A clause joined by a comma and a conjunction ends the content before it; one without belongs to that content.

    In a headline "as" joins two pieces of news (ministry says 12 killed as mayor urges calm).
    """
    first = m.units[subject.clause]
    if "semicolon" in first.signature:
        return True
    if "as_word" in first.signature and m.units[-1].signature.isdisjoint(_ENDS_SENTENCE):
        return True
    if "comma" not in first.signature:
        return "but_word" in first.signature or is_run_on(m.units, subject.first)
    following = m.units[subject.clause + 1]
    return bool(following.signature & {"but_word", "and_word"})


_ENDS_SENTENCE = frozenset(("stop", "quote"))


@rule(
    unit("CUE"),
    takes="""
    The mayor visited the bridge and said it would open on Friday.
        content: it would open on Friday
        speaker: The mayor
    The herder threatened them and took their sheep, and called the judge a liar.
        content: the judge a liar
    Karimov denied the report but acknowledged that two trucks had been lost.
        content: two trucks had been lost
        distance: concedes
    """,
    refuses="""
    The mayor said the bridge was safe.
    He mixed water and added salt.
    The tower was built in May and described as a gift.
    """,
)
def verb_shares_subject(m: Match) -> Anchor | None:
    """Behind "and" or "but" a second verb goes on with the subject of the first, which stands in the clause of both."""
    part: Part = m.units[m.first]["CUE"]
    before = part.group - 1
    if is_silent(part) or before < 1 or part.voice == "modal":
        return None
    if "and_word" not in m.units[before].signature and not is_listed(m, before):
        return None
    opened = opening(m.units, m.first + 1, part.cue)
    if opened is None or is_second_passive(m, opened, before):
        return None
    clause = before - 1 if "comma" in m.units[before - 1].signature else before
    return replace(_anchor(m, part, None, opened, cuts=True), clause=clause, kind="shared")
