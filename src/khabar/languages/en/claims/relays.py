"""Relays: the agency, paper or channel that a source told its words to."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import ViaDraft
from khabar.languages.en.claims.anchors import Anchor
from khabar.languages.en.phrases.names import name_draft
from khabar.languages.en.phrases.nouns import phrase_end

_LEADS = frozenset(("with", "to", "on", "by", "told", "tells", "telling"))
_NEAR = 16  # units behind the cue that a relay stands in


def relay(units: Sequence[Unit], anchor: Anchor, text: str) -> tuple[ViaDraft, ...]:
    """The medium spoken to behind a cue (told Reuters; said in an interview with the Aktau Herald; told the BBC's Morning Hour)."""
    if anchor.kind not in ("verb", "after", "shared", "participle"):
        return ()
    border = anchor.opens if anchor.opens is not None and anchor.opens > anchor.at else anchor.at + _NEAR
    for at in range(anchor.at + 1, min(border, anchor.at + _NEAR, len(units))):
        unit = units[at]
        if unit.signature & _ENDS:
            break
        if not _is_medium(units, at):
            continue
        before = at - 1 if "det" not in units[at - 1].signature else at - 2
        if units[before].view in _LEADS or before == anchor.at or _is_carried(units, before):
            return (ViaDraft(name_draft(units, at, max(phrase_end(units, at, len(units)), at + 1), text)),)
    return ()


def _is_medium(units: Sequence[Unit], at: int) -> bool:
    """Whether a paper, a station or an agency is named at `at`: one of the list, or by the last word of its name (the Aktau
    Herald, Radio Temir's Morning Show).
    """
    if "capital" not in units[at].signature:
        return False
    if "media" in units[at].signature:
        return "role" not in units[at + 1].signature if at + 1 < len(units) else True  # Press Secretary Hale
    end = at
    while end < len(units) and "capital" in units[end].signature and "TIME" not in units[end].signature:
        end += 1
    named = end - at > 1 or units[at - 1].view == "the"
    return named and units[end - 1].view in _OUTLETS and units[end - 1].signature.isdisjoint({"given", "role"})


def _is_carried(units: Sequence[Unit], by: int) -> bool:
    """Whether a statement is carried by who stands behind (in a statement carried by the news agency Tass)."""
    near = units[max(by - 5, 0) : by + 1]
    return any(u.view == "by" for u in near) and any(u.view in _CARRIED for u in near)


_CARRIED = frozenset(("carried", "published", "aired", "broadcast", "reported", "quoted", "released", "run", "cited"))
_OUTLETS = frozenset(
    (
        *(
            "herald",
            "times",
            "post",
            "news",
            "journal",
            "tribune",
            "gazette",
            "mail",
            "telegraph",
            "guardian",
            "chronicle",
        ),
        *("observer", "daily", "weekly", "radio", "tv", "television", "advertiser", "magazine", "standard", "express"),
        *("mirror", "dispatch", "globe", "monitor", "echo", "courier", "bulletin", "examiner", "inquirer", "newspaper"),
    )
)
_ENDS = frozenset(("stop", "comma", "quote", "colon", "comp", "rel"))
