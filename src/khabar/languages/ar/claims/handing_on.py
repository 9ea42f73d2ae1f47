"""Handing on: the anchor of words that a relay carries, whoever is named as their source, and whoever relays them."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit
from khabar.languages.ar.claims.anchors import UNKNOWN, Anchor, cue_offsets
from khabar.languages.ar.lists.cues import SAY
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.openings import Opening, opening
from khabar.languages.drafts import Agreement, NameDraft, ViaDraft

OF_HIM = {"عنه": Agreement(None, "s"), "عنها": Agreement("f", "s"), "عنهم": Agreement("m", "p")}
"""Of him, of her, of them: the agreement of whoever spoke before."""


def _sources(units: Sequence[Unit], first: int, last: int, text: str) -> NameDraft | None:
    """Whose words are carried: the noun phrase, and the ones that "and of" joins to it, a comma between or not."""
    end = noun_phrase_end(units, first, last)
    if end == first:
        return None
    found = name_draft(units, first, end, text)
    while end + 1 < last:
        joint = end + ("comma" in units[end].signature)
        if joint + 1 >= last or not {"an", "+and"} <= units[joint].signature:
            break
        end = noun_phrase_end(units, joint + 1, last)
        if end == joint + 1:
            break
        other = name_draft(units, joint + 1, end, text)
        name = f"{found.name} {_AND}{other.name}"
        found = NameDraft((found.span[0], other.span[1]), name, Agreement("m", "p"), "unnamed")
    return found


def _behind_relay(units: Sequence[Unit], first: int, last: int) -> int:
    """Where the source begins behind a medium that carried the words of another (A carried of the agency X | of the minister)."""
    if units[first].signature.isdisjoint(_MEDIA):
        return first
    end = noun_phrase_end(units, first, last)
    chained = first < end < last - 1 and "an" in units[end].signature and "+and" not in units[end].signature
    return end + 1 if chained else first


def _relays(m: Match, source: int, relay: tuple[int, int] | None) -> tuple[ViaDraft, ...]:
    """Who carried the words, nearest to the speaker first: the medium before the source at `source`, if that is not 0, then the
    subject of the verb.
    """
    spans = [(m.take("who").first, source - 1)] if source else []
    spans += [relay] if relay else []
    return tuple(ViaDraft(name_draft(m.units, first, last, m.text)) for first, last in spans)


_MEDIA = frozenset(("media", "media_head"))
_SHE_CARRIED = "نقلت"
_AND = "\N{ARABIC LETTER WAW}"


def handed_on(m: Match) -> Anchor | None:
    """The anchor of words that a relay hands on: who said them, and where they begin."""
    units = m.units
    if "+al" in units[m.first].signature:
        return None  # the transport of, no verb
    opens = m.take("opens")
    who = m.take("who")
    relay = m.slot("relay")
    word = units[opens.first]
    at = opens.first if "said_of_self" in word.signature else m.first
    if "+fa" in word.signature and opens.first + 1 < len(units):
        opened: Opening | None = Opening("clause", opens.first + 1, units[opens.first + 1].start)
    else:
        opened = opening(units, opens.first + (1 if "said_of_self" in word.signature else 0), SAY)
    pronoun = OF_HIM.get(units[who.first].view)
    source = _behind_relay(units, who.first, who.last) if pronoun is None else who.first
    speaker = _sources(units, source, who.last, m.text) if pronoun is None else None
    relay_end = noun_phrase_end(units, relay.first, relay.last) if relay else 0
    if opened is None or (speaker is None and pronoun is None) or (relay and relay_end == relay.first):
        return None
    return Anchor(
        at=at,
        cue=SAY,
        cue_span=cue_offsets(units[at]),
        clause=m.first,
        cuts=True,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        found_by="explicit" if speaker else "dropped",
        speaker=speaker,
        agreement=pronoun or UNKNOWN,
        via=_relays(m, source if source > who.first else 0, (relay.first, relay_end) if relay else None),
        kind="carried",
        hands_on=relay is None and "+and" in units[m.first].signature and units[m.first].text.endswith(_SHE_CARRIED),
        rule=m.rule.id,
    )
