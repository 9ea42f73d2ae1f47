"""Claims: the drafts of all sentences become one list with names, relays, modes, statuses and nesting."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec
from msgspec.structs import replace

from khabar.languages.drafts import ClaimDraft, NameDraft, Offsets, Stance
from khabar.reading.claims.acting import accuser, goes_on_from
from khabar.reading.claims.confessing import confessed_by
from khabar.reading.claims.issued import with_issuer
from khabar.reading.claims.links import POINTS_AT_FIGURE
from khabar.reading.claims.outlets import is_outlet, without_outlet, works_for
from khabar.reading.claims.quoting import mode_of, quotes_in
from khabar.reading.claims.statements import with_statements
from khabar.reading.ids import Ids
from khabar.reading.mentions import Mentions
from khabar.reading.spans import span_of
from khabar.reading.speakers.speaker import agrees
from khabar.reading.speakers.speakers import UNKNOWN, Speakers, names_of
from khabar.record import Claim, Span, Via
from khabar.text.page import Page
from khabar.text.posts import Post


class _Known(msgspec.Struct, frozen=True):
    """A claim already settled in this report, for the ones that hang on it."""

    draft: ClaimDraft
    name: str
    via: tuple[Via, ...]
    aired: bool = False


def read_claims(page: Page, sentences: Sequence[Mentions], outlet: str | None = None) -> list[Claim]:
    """All claims of a report, in text order of their cues.  `outlet`: who printed it, no relay of its own items."""
    drafts: list[tuple[ClaimDraft, Mentions]] = []
    for found in sentences:
        if found.sentence.paragraph.kind != "post":
            drafts.extend((draft, found) for draft in found.pack.claims(found.sentence))
    titled = [name for found in sentences for name in found.names]
    speakers = Speakers([*names_of([d for d, _ in drafts]), *titled])
    settled: list[_Known] = []
    claims: list[Claim] = []
    ids = Ids("c")
    for number, (draft, found) in enumerate(drafts):
        ahead = drafts[number + 1] if number + 1 < len(drafts) else None
        if ahead is not None and draft.headline and draft.found_by in ("participle", "dropped") and not settled:
            draft = _looking_ahead(draft, ahead[0])
        if draft.confesses and draft.opens and draft.speaker is None:
            draft = confessed_by(draft, found, [known.draft for known in settled[-_CONFESSED:]], sentences)
        if _may_go_on(draft):
            draft = goes_on_from(draft, found, drafts[number - 1] if number else None, sentences)
        elif draft.speaker is not None and draft.speaker.kind == "document":
            draft = with_issuer(draft, found, [(known.draft, known.name) for known in settled], sentences)
        known = _settle(without_outlet(draft, outlet), page, speakers, settled)
        if settled and _reports(known, settled[-1]):
            settled[-1] = replace(settled[-1], via=(*settled[-1].via, Via(known.name, _named_at(page, known))))
        settled.append(known)
    own = {k.name for k in settled if k.draft.reporter and k.draft.speaker and works_for(k.draft.speaker, outlet)}
    whole = with_statements([known.draft for known in settled], [known.name for known in settled], sentences)
    for known, draft, (_, found) in zip(settled, whole, drafts, strict=True):
        draft = _taking_up_words(draft, settled) if draft.earlier else draft
        if not (draft.earlier and _is_told(known, settled)) and known.name not in own:
            claims.append(_claim(page, replace(known, draft=draft), found, ids))
    claims += [_post_claim(page, post, ids) for post in page.posts]
    claims.sort(key=lambda c: (c.cue.start if c.cue else c.content.start, c.content.start))
    claims = _spoken(_nested(claims), {draft.pronoun for draft, _ in drafts if draft.own})
    for told in _agencies(titled, outlet):
        claims = [_by_dateline(c, Via(told.name, span_of(page, told.span))) for c in claims]
    return claims


_CONFESSED = 2  # claims after which a confession goes on with the last


def _may_go_on(draft: ClaimDraft) -> bool:
    """Whether a claim without subject opens its sentence, or its "he" may take up the subject of its sentence."""
    lone = draft.speaker is None and draft.found_by in ("dropped", "pronoun")
    return lone and (draft.opens or (draft.agreement.animate is True and not draft.own))


def _agencies(named: Sequence[NameDraft], outlet: str | None) -> list[NameDraft]:
    """The agency of the first dateline, and all that a line of credits names with it."""
    told = [name for name in named if name.kind == "dateline" and not is_outlet(name, outlet)]
    return [name for number, name in enumerate(told) if not number or name.head == _CREDIT]


_CREDIT = "credit"  # the head of a name that a line of credits names


def _spoken(claims: list[Claim], own: set[Offsets | None]) -> list[Claim]:
    """Claims whose speaker is "I" or "we" inside quoted words: whoever is quoted with them speaks."""
    if not own:
        return claims
    named = {claim.id: claim for claim in claims}
    found = []
    for claim in claims:
        outer = named.get(claim.within or "")
        mine = claim.speaker is not None and (claim.speaker.start, claim.speaker.end) in own
        if mine and outer is not None:
            via = [v for v in claim.via if v.name != outer.speaker_name]
            claim = msgspec.structs.replace(claim, speaker_name=outer.speaker_name, via=via)
        found.append(claim)
    return found


def _settle(draft: ClaimDraft, page: Page, speakers: Speakers, settled: list[_Known]) -> _Known:
    if draft.speaker is not None and draft.speaker.kind == "surname":
        draft = replace(draft, speaker=speakers.surname(draft.speaker))
    if draft.asked and draft.speaker is not None and _goes_on(draft, page, settled) and speakers.is_new(draft):
        asked = draft.addressee or draft.speaker.span  # who spoke before asks them
        draft = replace(draft, speaker=None, found_by="dropped", asked=False, addressee=asked)
    via = tuple(Via(speakers.relay(v.name), span_of(page, v.name.span)) for v in draft.via)
    if draft.hands_on and not via and (carrier := speakers.carrier()):
        via = (Via(carrier),)
    inside = _is_inside(draft, settled)
    governor = None
    if draft.governed_by is not None:
        governor = next((k for k in reversed(settled) if k.draft.cue and k.draft.cue[0] == draft.governed_by), None)
    aired = any(v.aired for v in draft.via)
    if governor is not None and (governor.name != UNKNOWN or agrees(governor.draft.agreement, draft.agreement)):
        return _Known(draft, governor.name, via or governor.via, aired or (governor.aired and not via))
    if draft.speaker is not None:
        own = draft.found_by in ("explicit", "pronoun") and draft.lemma not in _CAME  # it came in a statement of theirs
        gender = draft.agreement.gender if own else None
        quoted = inside or (draft.found_by == "noun" and _is_in_frame(draft, settled))
        name = speakers.explicit(draft.speaker, quoted=quoted, gender=gender).name
        return _Known(draft, name, via or _taken_up(draft, name, settled), aired)
    if draft.found_by == "impersonal" or _begins_alone(draft, page, settled):
        return _Known(draft, UNKNOWN, via)
    if settled and _is_his_own(draft, settled[-1]):
        return _Known(draft, settled[-1].name, via or settled[-1].via, aired)
    last = (settled[-1].draft, settled[-1].name) if settled else None
    back = speakers.dropped(draft.agreement, accuser(draft, last, page.text) if last else None)
    interviewed = speakers.asked() if draft.rule.endswith(_TURN) else None
    name = back.name if back else interviewed or UNKNOWN
    return _Known(draft, name, via or _going_on(name, settled), aired)


_TURN = ".answer_turn"  # the rule for the turns of an interview


def _is_his_own(draft: ClaimDraft, outer: _Known) -> bool:
    """Whether a verb without subject is the first word of what somebody says of himself (told them that he rejects the offer)."""
    mine = draft.cue is not None and draft.cue[0] == outer.draft.content[0] and draft.found_by == "dropped"
    if not mine or outer.name == UNKNOWN or outer.draft.found_by not in ("explicit", "dropped"):
        return False
    his, own = outer.draft.agreement, draft.agreement
    return own.gender in (None, his.gender) and own.number in (None, his.number)


def _is_in_frame(draft: ClaimDraft, settled: Sequence[_Known]) -> bool:
    """Whether a noun of speech stands between the verb of the claim before it and what that says (said, when asked of some people's
    demand for …: "…"): whoever said so goes on.
    """
    if draft.cue is None or not settled:
        return False
    outer = settled[-1].draft
    return outer.cue is not None and outer.cue[1] <= draft.cue[0] < outer.content[0]


def _begins_alone(draft: ClaimDraft, page: Page, settled: Sequence[_Known]) -> bool:
    """A noun of speech that no verb of its paragraph governs (on the pretext of): in another paragraph than the last claim, it
    goes on with nobody's words.
    """
    if draft.found_by != "participle" or ".nouns." not in draft.rule or draft.cue is None or not settled:
        return False
    return "\n" in page.text[settled[-1].draft.content[1] : draft.cue[0]]


def _goes_on(draft: ClaimDraft, page: Page, settled: Sequence[_Known]) -> bool:
    """Whether a claim stands in the paragraph of the one before it."""
    if not settled or draft.cue is None or settled[-1].name == UNKNOWN:
        return False
    before = settled[-1].draft
    return before.headline == draft.headline and "\n" not in page.text[before.content[1] : draft.cue[0]]


def _going_on(name: str, settled: Sequence[_Known]) -> tuple[Via, ...]:
    """The relays of the claim that a speaker goes on from, but for those that only aired one statement."""
    spoken = [known for known in settled if known.name == name]
    return spoken[-1].via if spoken and not spoken[-1].aired else ()


def _taken_up(draft: ClaimDraft, name: str, settled: Sequence[_Known]) -> tuple[Via, ...]:
    """The relays of a source or statement that goes on speaking under a noun that takes it up (the source added), or of a person
    under the surname: one who names nobody anew was not asked anew.
    """
    speaker = draft.speaker
    if speaker is None or speaker.name == name or draft.lemma in _ANEW:
        return ()
    if not (speaker.anaphoric or name.endswith(f" {speaker.name}")):
        return ()
    last = _spoke_last(settled)
    if last is None or last.name != name:
        return ()
    return () if last.aired else last.via


def _reports(outer: _Known, inner: _Known) -> bool:
    """Whether a claim tells of the one before it, whose attribution is a part of its words (…," A said, the agency reports)."""
    draft, cue = outer.draft, inner.draft.cue
    if cue is None or draft.speaker is None or draft.speaker.kind != "organisation":
        return False
    if draft.earlier and draft.act in _ANSWERS:
        return False  # which X denied: an answer of his own
    if draft.found_by != "explicit" or outer.name in (UNKNOWN, inner.name):
        return False
    told = draft.cue is not None and draft.cue[0] > inner.draft.content[0]
    return told and draft.content[0] <= cue[0] < draft.content[1] and all(v.name != outer.name for v in inner.via)


_ANSWERS = ("affirm", "deny", "reject", "support", "condemn")


def _named_at(page: Page, known: _Known) -> Span | None:
    speaker = known.draft.speaker
    return span_of(page, speaker.span) if speaker is not None else None


def _spoke_last(settled: Sequence[_Known]) -> _Known | None:
    """The claim before, or the one before that where the last only says who relays it (…," A said, the agency reports)."""
    if len(settled) > 1 and any(via.name == settled[-1].name for via in settled[-2].via):
        return settled[-2]
    return settled[-1] if settled else None


_ANEW = ("قال", "ذكر", "tell")  # verbs that as often report another occasion


def _by_dateline(claim: Claim, agency: Via) -> Claim:
    """A claim with the agency of the dateline as its last relay."""
    if agency.name in {claim.speaker_name, *(via.name for via in claim.via)}:
        return claim
    return msgspec.structs.replace(claim, via=[*claim.via, agency])


def _looking_ahead(draft: ClaimDraft, following: ClaimDraft) -> ClaimDraft:
    """A headline that begins with a participle names its speaker behind it (announcing …: X says), and one whose verb has no
    subject (a hill that he said was his) means who speaks first in the text.
    """
    if draft.speaker is not None or draft.governed_by is not None:
        return draft
    told = (
        draft.found_by == "dropped"
        and _RELATIVE in draft.rule
        and following.found_by == "explicit"
        and _gender_agrees(draft, following)
    )
    if not (following.headline or told):
        return draft
    return replace(draft, speaker=following.speaker)


_RELATIVE = ".relative."  # in the names of rules for relative clauses


def _gender_agrees(draft: ClaimDraft, other: ClaimDraft) -> bool:
    """Whether the verbs of two drafts may have one subject."""
    return draft.agreement.gender in (None, other.agreement.gender) or other.agreement.gender is None


def _is_inside(draft: ClaimDraft, settled: Sequence[_Known]) -> bool:
    """Whether the draft's cue stands in the content of a claim told just before: its speaker is only quoted."""
    at = (draft.cue or draft.content)[0]
    return bool([known for known in settled[-_NEAR:] if known.draft.content[0] <= at < known.draft.content[1]])


def _is_told(again: _Known, settled: Sequence[_Known]) -> bool:
    """Whether what a draft takes up was told as a claim: of the same speaker, or of any where it only came in a statement."""
    begin, end = again.draft.content
    near = [k for k in settled if k.draft.content[0] < end and begin < k.draft.content[1] and not k.draft.earlier]
    return any(known.name == again.name or again.draft.lemma in _CAME for known in near)


def _taking_up_words(draft: ClaimDraft, settled: Sequence[_Known]) -> ClaimDraft:
    """A draft that takes up what another claim says (X accuses Y of …, which Y denies): those words, not who said them."""
    begin, end = draft.content
    said = [known for known in reversed(settled) if known.draft.cue is not None and not known.draft.earlier]
    for known in sorted(said, key=lambda k: k.draft.lemma != draft.lemma):  # who also welcomed takes up a welcome
        cue, told = known.draft.cue, known.draft.content
        inside = cue is not None and begin <= cue[0] < end
        if inside and draft.lemma not in _CAME and (abs(told[1] - end) <= _NEAR or known.draft.lemma == draft.lemma):
            return replace(draft, content=told)
    return draft


_CAME = ("جاء", "ورد")  # verbs of what came in a statement
_NEAR = 6  # claims in a row that one content may hold


def _claim(page: Page, known: _Known, found: Mentions, ids: Ids) -> Claim:
    draft = known.draft
    stance = found.pack.stance(draft.content_units) if draft.content_units else Stance()
    marked, left_open = quotes_in(page, draft.content)
    quotes = [q for q in marked if (q.start, q.end) not in stance.named]
    verdictless = draft.act in ("deny", "reject")
    anchor = draft.cue or draft.content
    explicit = draft.speaker.span if draft.speaker and draft.found_by in ("explicit", "noun") else draft.pronoun
    return Claim(
        id=ids.next(*anchor),
        content=span_of(page, draft.content),
        cue=span_of(page, draft.cue) if draft.cue else None,
        lemma=draft.lemma,
        speaker=span_of(page, explicit) if explicit else None,
        speaker_name=known.name,
        found_by=draft.found_by,
        via=list(known.via),
        medium=span_of(page, draft.medium) if draft.medium else None,
        addressee=span_of(page, draft.addressee) if draft.addressee else None,
        quotes=quotes,
        refers_to=[POINTS_AT_FIGURE] if stance.points else [],
        headline=draft.headline,
        mode=draft.mode or mode_of(page, draft.content, quotes, left_open=left_open),
        act=draft.act,
        status=None if verdictless else draft.status or stance.status,
        polarity=None if verdictless else stance.polarity,
        distance=draft.distance,
        rule=draft.rule,
    )


def _post_claim(page: Page, post: Post, ids: Ids) -> Claim:
    """An embedded post is its account's claim, by layout alone."""
    start, end = post.text
    words = page.text[start:end].rstrip(" .،؛")
    return Claim(
        id=ids.next(*post.text),
        content=span_of(page, (start, start + len(words))),
        speaker=span_of(page, post.account),
        speaker_name=page.text[slice(*post.account)],
        found_by="layout",
        mode="direct",
        rule="text.posts.signature",
    )


def _nested(claims: list[Claim]) -> list[Claim]:
    """`within`: the innermost other claim whose content holds this claim's cue.  `claims` in text order of their cues."""
    out = []
    by_start = sorted(claims, key=lambda c: c.content.start)
    around: list[Claim] = []
    begun = 0
    last: Claim | None = None
    for claim in claims:
        at = claim.cue or claim.content
        while begun < len(by_start) and by_start[begun].content.start <= at.start:
            around.append(by_start[begun])
            begun += 1
        around = [c for c in around if c.content.end > at.start]
        holders = [c for c in around if c is not claim and at.end <= c.content.end and claim.content != c.content]
        inner = min(holders, key=lambda c: c.content.end - c.content.start, default=None)
        if last is not None and _is_quoted_in(claim, last):
            inner = last
        last = claim
        out.append(msgspec.structs.replace(claim, within=inner.id, via=_chain(claim, inner)) if inner else claim)
    return out


def _is_quoted_in(claim: Claim, outer: Claim) -> bool:
    """Whether the attribution of a claim stands in the frame of another of the same words (A said, quoting B, that …)."""
    if claim.cue is None or outer.cue is None or claim is outer:
        return False
    if any(via.name == claim.speaker_name for via in outer.via):
        return False  # A, citing B, said that …
    if claim.content == outer.content and outer.cue.end <= claim.cue.start < outer.content.start:
        return True
    # The last clause of what A said has a source of its own, no comma before it (A said that …, and on board B, according to C).
    ends = outer.content.start < claim.content.start < outer.content.end == claim.content.end
    return ends and 0 < claim.cue.start - claim.content.end <= _MARK_AND_SPACE


_MARK_AND_SPACE = 2


def _as_relay(outer: Claim) -> Via:
    return Via(outer.speaker_name, outer.speaker)


def _chain(claim: Claim, outer: Claim) -> list[Via]:
    """The relays of a nested claim: its own, then the outer speaker where that is somebody else, then the outer relays."""
    if any(via.name == claim.speaker_name for via in outer.via):
        return claim.via  # the outer one is relayed by this one
    unsaid = outer.act in ("deny", "reject")  # who denies an allegation hands it on to nobody
    told = [] if unsaid or outer.speaker_name in (claim.speaker_name, UNKNOWN) else [_as_relay(outer)]
    known = {via.name for via in claim.via}
    return [*claim.via, *(via for via in [*told, *outer.via] if via.name not in known)]
