"""All, and all but some: one voice says something of every wounded, another of all but three."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from khabar.reconcile.across.entry import Entry
from khabar.reconcile.across.joining import Groups
from khabar.reconcile.across.statements.denying import Denial, Said, said_by
from khabar.reconcile.within.denials import content_stems
from khabar.reconcile.words import folded_words, listed
from khabar.record import Claim

_NEAR: Final = 2
_SHARED: Final = 1


def exceptions(entries: Iterable[Entry], voices: Groups) -> list[Denial]:
    """Claims of all the counted (dead, wounded, detained) against claims of all but some of them, by other voices of one day.

    The one with the exception stands first, as a denial does.  Costs the claims; few hold "all".
    """
    whole: dict[tuple[str | None, str], list[tuple[Entry, Claim]]] = {}
    but: list[tuple[Entry, Claim, str]] = []
    for entry in entries:
        for claim in entry.report.claims:
            kind = _of_all(claim)
            if kind is None or claim.same_as:
                continue
            if set(folded_words(claim.content.text)) & listed("except"):
                but.append((entry, claim, kind))
            else:
                whole.setdefault((entry.published, kind), []).append((entry, claim))
    found = []
    for entry, claim, kind in but:
        excepting = said_by(entry, claim, voices)
        against = [said_by(e, c, voices) for e, c in whole.get((entry.published, kind), ()) if _of_one_thing(c, claim)]
        others: tuple[Said, ...] = tuple(said for said in against if said.voice != excepting.voice)
        if others:
            found.append(Denial(excepting, others))
    return found


def _of_all(claim: Claim) -> str | None:
    """What is said to be all so: "killed" or "injured" people, by the word right behind "all"."""
    words = folded_words(claim.content.text)
    for at, word in enumerate(words):
        if word in listed("all"):
            for behind in words[at + 1 : at + 1 + _NEAR]:
                for kind in ("hurt", "dead", "held"):
                    if behind in listed(kind):
                        return kind
    return None


def _of_one_thing(one: Claim, other: Claim) -> bool:
    """Whether two claims share a word beside the quantifier."""
    return len(content_stems(one) & content_stems(other)) >= _SHARED
