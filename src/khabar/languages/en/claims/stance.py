"""Stance: how an English content is put (to be done, to come, possible, said) and whether it is denied."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.drafts import Stance
from khabar.record.vocabulary import Status

_HEAD = 12  # words from the beginning in which the main predicate of a clause stands
_ORDER: tuple[tuple[str, Status], ...] = (
    ("modal_directive", "directive"),
    ("modal_future", "future"),
    ("modal_possible", "possible"),
)


def stance(units: Sequence[Unit]) -> Stance:
    """Status and polarity of a content, given its units: directive before future before possible before asserted."""
    head = _main_clause(units)
    classes = frozenset[str]().union(*(_classes(head, at) for at in range(len(head))))
    status: Status = next((status for name, status in _ORDER if name in classes), "asserted")
    return Stance(status, "negative" if "denied" in classes else "positive")


def _classes(head: Sequence[Unit], at: int) -> frozenset[str]:
    """What one word of a main clause says of its predicate."""
    word, after = head[at], [u.view for u in head[at + 1 : at + 3]]
    found = set(word.signature & _MODAL)
    if word.view in _WOULD and after[:1] == ["have"] and after[1:] != ["to"]:
        found.discard("modal_future")  # he would have won: he did not
    if word.view in _SEEMS and after[:1] == ["to"]:
        found.add("modal_possible")
    if word.view == "time" and after[:1] in (["to"], ["for"]) and at and head[at - 1].view in _ITS_TIME:
        found.add("modal_directive")
    if word.view in _AWAITED and after[:1] == ["to"] and at and head[at - 1].signature & {"be", "be_form"}:
        found.add("modal_future")
    if word.view in _EXPECT and any(u.view == "to" for u in head[at + 2 :]):
        found.add("modal_future")  # they expect the toll to rise
    if word.signature & {"neg", "contracted_neg"} and word.view not in _NO_DENIAL:
        found.add("denied")
    return frozenset(found)


_MODAL = frozenset(name for name, _ in _ORDER)
_WOULD = frozenset(("would", "wouldn't", "would not"))
_SEEMS = frozenset(("appears", "appeared", "appear", "seems", "seemed", "seem", "believed", "thought", "suspected"))
_AWAITED = frozenset(("expected", "set", "due", "poised"))
_EXPECT = frozenset(("expect", "expects"))
_ITS_TIME = frozenset(("is", "it's", "was"))
_NO_DENIAL = frozenset(("without", "hardly", "barely"))  # without says how, and denies no predicate


def _main_clause(units: Sequence[Unit]) -> list[Unit]:
    """The first words up to a mark that ends the clause, or to a clause that says why, or if; relative clauses are passed over."""
    head: list[Unit] = []
    words = 0
    for word in units:
        signature = word.signature
        if not signature.isdisjoint(_BREAKS) or (len(head) > 1 and word.view in _ASKS):
            break
        if "word" in signature or "phrase" in signature:
            head.append(word)
            words += 1 + word.text.count(" ")
            if words >= _HEAD:
                break
    return head


_ASKS = frozenset(("why", "how", "whether", "because", "if", "unless"))
_BREAKS = frozenset(("rel", "stop", "semicolon", "colon"))
