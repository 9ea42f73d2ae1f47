"""Subjects: who speaks in the clause of a cue verb, before it or behind it."""

from __future__ import annotations

from collections.abc import Sequence

import msgspec

from khabar.grammar import Unit
from khabar.languages.drafts import Agreement, NameDraft, Offsets
from khabar.languages.en.phrases.marking import ALONE
from khabar.languages.en.phrases.names import name_draft
from khabar.languages.en.phrases.nouns import is_join, is_object_pronoun, is_source, phrase_end, phrase_start
from khabar.record.vocabulary import FoundBy

_AGREEMENTS = {
    "he": Agreement("m", "s", True),
    "she": Agreement("f", "s", True),
    "it": Agreement(None, "s", False),
    "they": Agreement(None, "p", None),
    "who": Agreement(None, None, True),
    "i": Agreement(None, "s", True),
}
_NEAREST = 30


class Subject(msgspec.Struct, frozen=True):
    """A speaker: unit range [first:last), its draft or, for a pronoun, what it agrees with; `clause`: where its clause begins."""

    first: int
    last: int
    clause: int
    name: NameDraft | None
    pronoun: Offsets | None
    agreement: Agreement
    found_by: FoundBy


def subject_before(units: Sequence[Unit], group: int, text: str, *, anything: bool = False) -> Subject | None:
    """The subject of the verb group that begins at `group`, an apposition or relative clause in commas passed over.

    `anything`: the verb hardly does anything but report, so that whatever its subject is speaks.
    """
    last = _behind_aside(units, group)
    first = phrase_start(units, last)
    if first == last or (last == group and group and "comma" in units[group - 1].signature):
        opens = _clause_head(units, group)
        return made(units, *opens, text) if opens is not None else None
    if "rel" in units[first].signature and last - first == 1:
        return _antecedent(units, first, text, anything=anything)
    known = is_source(units, first, last) or (last - first == 1 and units[first].view in ALONE)
    first = _behind_run_on(units, first, last)
    if not known and first and units[first - 1].view == "who":
        return _antecedent(units, first - 1, text)  # a man, Jon Hale, who lives near the dam said …
    head = _described(units, first, through=not known or is_object_pronoun(units[first]))
    if head is not None:
        return _antecedent(units, head, text)
    if is_object_pronoun(units[first]):
        return None
    return made(units, first, last, text) if known or anything else None


def _behind_run_on(units: Sequence[Unit], first: int, last: int) -> int:
    """Where a full name begins behind an infinitive, whose sentence has lost its stop (… to rise Jon Hale, a farmer, said)."""
    begin = last
    if last >= len(units) or "comma" not in units[last].signature:
        return first
    while begin > first and "capital" in units[begin - 1].signature and "mark" not in units[begin - 1].signature:
        begin -= 1
    full = last - begin > 1 and any(u.signature & {"given", "surname"} for u in units[begin:last])
    return begin if full and begin - first > 1 and is_run_on(units, begin) else first


def is_run_on(units: Sequence[Unit], at: int) -> bool:
    """Whether a name stands right behind an infinitive."""
    if at <= 1 or "capital" not in units[at].signature:
        return False
    verb = units[at - 1].signature
    return (
        "to_word" in units[at - 2].signature
        and "word" in verb
        and verb.isdisjoint(("capital", "det", "prep", "CUE", "INF"))
    )


def _clause_head(units: Sequence[Unit], group: int) -> tuple[int, int] | None:
    """The noun phrase that opens the clause of a verb right behind a comma, whatever is told of it in between (Some voters
    who heard him at rallies, or in clubs, said …).
    """
    if group < _LEAST_ASIDE or "comma" not in units[group - 1].signature:
        return None
    begin = 0
    for at in range(group - 2, -1, -1):
        if units[at].signature & _CLAUSE_EDGES:
            begin = at + 1
            break
    while begin < group and units[begin].signature & {"and_word", "adverb"} and "det" not in units[begin].signature:
        begin += 1
    last = phrase_end(units, begin, group - 1)
    if not begin < last < group - 1 or "subject_pronoun" in units[begin].signature or not is_source(units, begin, last):
        return None
    described = units[last].view.endswith("ed") and "prep" in units[last + 1].signature
    placed = "place_prep" in units[last].signature and not any("mark" in u.signature for u in units[last : group - 1])
    return (begin, last) if described or placed or units[last].signature & {"rel", "comma"} else None


_CLAUSE_EDGES = frozenset(("stop", "semicolon", "colon", "quote", "comp", "dash", "bracket"))


def _described(units: Sequence[Unit], first: int, *, through: bool) -> int | None:
    """The who of a relative clause without commas that holds units[first] (the man who was praying in the mosque said);
    `through`: clauses within it are passed over.
    """
    for at in range(first - 1, max(first - _NEAREST, 0), -1):
        signature = units[at].signature
        if "rel" in signature and units[at].view == "who":
            return at if "comma" not in units[at - 1].signature else None
        if ("mark" in signature and not is_join(units, at)) or (not through and signature & _INNER):
            return None
    return None


_INNER = frozenset(("CUE", "INF", "PART", "PASSIVE", "comp", "sub", "rel", "and_word"))


def made(units: Sequence[Unit], first: int, last: int, text: str) -> Subject:
    """The subject that units[first:last] are."""
    clause = _clause(units, first)
    head = units[first]
    if "subject_pronoun" in head.signature and last - first == 1:
        agreement = _AGREEMENTS.get(head.view, Agreement())
        return Subject(first, last, clause, None, (head.start, head.end), agreement, "pronoun")
    last = before_seat(units, first, last)
    draft = name_draft(units, first, last, text)
    return Subject(first, last, clause, draft, None, draft.agreement, "explicit")


def before_seat(units: Sequence[Unit], first: int, last: int) -> int:
    """The end of a phrase without the place that is its own (a spokesman for the army at its headquarters in Dost)."""
    seats = range(first + 2, last - 1)
    own = (k for k in seats if units[k].view in ("at", "from", "in") and units[k + 1].view in _ITS)
    return next(own, last)


_ITS = frozenset(("its", "his", "her", "their"))


def _clause(units: Sequence[Unit], first: int) -> int:
    """Where the clause of a subject begins: its conjunction and the comma before it belong to it."""
    begin = first
    while (
        begin > 0
        and units[begin - 1].signature & {"and_word", "adverb", "sub", "as_word"}
        and "mark" not in units[begin - 1].signature
    ):
        begin -= 1
    if begin > 0 and "comma" in units[begin - 1].signature:
        begin -= 1
    return begin


def _antecedent(units: Sequence[Unit], rel: int, text: str, *, anything: bool = False) -> Subject | None:
    """The noun phrase that who, which or that takes up."""
    at, rel = rel, _first_of_pair(units, rel)
    last = rel - 1 if rel > 0 and units[rel - 1].signature & {"comma", "bracket_open"} else rel
    first = phrase_start(units, last)
    if first < last - 1 and units[first].view.endswith("ing") and _opens_aside(units, first):
        first += 1  # …, angering the North, which sees it as a threat
    if first == last:
        return None
    if units[rel].view == "that" and not _is_head_source(units, first, last):
        return None
    who = units[rel].view == "who" or not anything
    if units[rel].view != "that" and who and not _is_head_source(units, first, last):
        first = next((k + 1 for k in range(last - 2, first, -1) if "prep" in units[k].signature), first)
    if units[rel].view != "who" and not anything and not is_source(units, first, last):
        return None
    found = made(units, *_called_before(units, first, last), text)
    return Subject(found.first, found.last, at, found.name, found.pronoun, found.agreement, found.found_by)


def _opens_aside(units: Sequence[Unit], at: int) -> bool:
    """Whether a participle that no list of cues knows stands right behind a comma."""
    return at > 0 and "comma" in units[at - 1].signature and "capital" not in units[at].signature


def _called_before(units: Sequence[Unit], first: int, last: int) -> tuple[int, int]:
    """The name that a described noun stands beside (the Brotherhood, a group that has demanded); else the noun."""
    if first < _LEAST_ASIDE or units[first].view not in ("a", "an") or "comma" not in units[first - 1].signature:
        return first, last
    begin = phrase_start(units, first - 1)
    leads = (
        k for k in range(first - 2, begin - 1, -1) if units[k].signature & {"prep", "to_word"} and units[k].view != "of"
    )
    begin = next((k + 1 for k in leads), begin)
    named = begin < first - 1 and any("capital" in u.signature for u in units[begin : first - 1])
    return (begin, first - 1) if named else (first, last)


def _is_head_source(units: Sequence[Unit], first: int, last: int) -> bool:
    """Whether the head noun of a phrase can speak: what comes before its first preposition."""
    head = next((k for k in range(first + 1, last) if units[k].signature & {"prep", "of_word"}), last) - 1
    return is_source(units, head, head + 1)


def _first_of_pair(units: Sequence[Unit], rel: int) -> int:
    """The who of the clause before, where a conjunction joins two (who heard him and who believes …)."""
    if rel < 2 or "and_word" not in units[rel - 1].signature:
        return rel
    view = units[rel].view
    return next((k for k in range(rel - 2, max(rel - _NEAREST, -1), -1) if units[k].view == view), rel)


def _behind_aside(units: Sequence[Unit], group: int) -> int:
    """The end of the subject: before dates, brackets, a comma-framed apposition or relative clause that stand before the verb."""
    at = group
    while at > 1 and "TIME" in units[at - 1].signature:  # the minister on Friday said
        at -= 2 if "prep" in units[at - 2].signature else 1
    at = _before_medium(units, at)
    at = _before_brackets(units, at)
    if at > 3 and "quote_close" in units[at - 1].signature and "quote_open" in units[at - 3].signature:
        at -= 3  # the ministry "strongly" condemned
    quoted = at > 2 and "quote_close" in units[at - 1].signature and "comma" in units[at - 2].signature
    if at < 2 or not (quoted or "comma" in units[at - 1].signature):
        return at
    found, depth = at, int(quoted)
    for index in range(at - 2, max(at - _NEAREST, 0), -1):
        signature = units[index].signature
        depth += ("quote_close" in signature) - ("quote_open" in signature)
        if depth < 0 or signature & {"colon", "stop"}:
            break
        if depth or "comma" not in signature:
            continue
        if found == at and _is_office_and_name(units, phrase_start(units, index), index):
            return index  # …, the governor of the state, Jon Hale, said
        if _is_head(units, index):
            found = _before_brackets(units, index)
    if found == at and "bracket_close" in units[at - 2].signature:
        return _before_brackets(units, at - 1)  # Senator Ada Hale (Aktau), said
    return found


def _is_office_and_name(units: Sequence[Unit], first: int, comma: int) -> bool:
    """Whether units[first:comma) are an office with its article, and a name follows the comma: a subject with its apposition."""
    if first >= comma or comma + 1 >= len(units) or units[first].signature.isdisjoint({"det", "article"}):
        return False
    named = "capital" in units[comma + 1].signature and units[comma + 1].signature & {"given", "surname", "role"}
    return bool(named) and any("role" in u.signature for u in units[first:comma])


def _before_medium(units: Sequence[Unit], at: int) -> int:
    """The index of the preposition of a medium that stands before the verb (the mayor in a speech said)."""
    if at < _LEAST_ASIDE or "medium" not in units[at - 1].signature:
        return at
    near = range(at - 2, max(at - 5, 0), -1)
    lead = next((k for k in near if units[k].view in ("in", "during", "at", "via", "through")), at)
    between = units[lead + 1 : at - 1]
    return lead if all(u.signature & {"det", "article", "word"} and "prep" not in u.signature for u in between) else at


def _before_brackets(units: Sequence[Unit], at: int) -> int:
    """The index of the bracket or dash that opens what closes right before `at`; `at` itself where nothing does."""
    if at > _LEAST_ASIDE and "dash" in units[at - 1].signature and not is_join(units, at - 1):
        return next((k for k in range(at - 2, max(at - _NEAREST, 0), -1) if _is_dash(units, k)), at)
    if at < 2 or "bracket_close" not in units[at - 1].signature:
        return at
    return next((k for k in range(at - 2, max(at - 12, 0), -1) if "bracket_open" in units[k].signature), at)


_LEAST_ASIDE = 3


def _is_dash(units: Sequence[Unit], at: int) -> bool:
    return "dash" in units[at].signature and not is_join(units, at)


def _is_head(units: Sequence[Unit], comma: int) -> bool:
    """Whether a noun phrase that opens its clause ends before a comma: the subject that what follows describes."""
    last = _before_brackets(units, comma)
    first = phrase_start(units, last)
    speaks = first < last and (is_source(units, first, last) or "medium" in units[last - 1].signature)
    if not speaks or "subject_pronoun" in units[first].signature:
        return False
    single = "comma" in units[comma + 2].signature if comma + 2 < len(units) else False  # Hale, though, said
    if units[comma + 1].signature & {"and_word", "but_word", "quote_open"} and not single:
        return False
    before = units[first - 1].signature if first else frozenset({"mark"})
    return (
        bool(before & {"and_word", "sub", "comp", "quote_open", "adverb", "CUE"})
        or ("mark" in before and "comma" not in before)
        or ("comma" in before and not _is_aside(units, first))
    )


def _is_aside(units: Sequence[Unit], first: int) -> bool:
    """Whether the phrase behind a comma describes a noun phrase before it, rather than open the clause behind a date."""
    if first < 2:
        return False
    before = phrase_start(units, first - 1)
    if before == first - 1:
        return False
    lead = units[before - 1].signature if before else frozenset({"mark"})
    return is_source(units, before, first - 1) and not lead & {"prep", "to_word"}


def subject_behind(units: Sequence[Unit], first: int, text: str, *, anything: bool = False) -> Subject | None:
    """The subject behind its verb ("…," said the mayor): a noun phrase up to a mark, a date or a preposition."""
    while first < len(units) and "adverb" in units[first].signature and "det" not in units[first].signature:
        first += 1
    last = phrase_end(units, first, len(units))
    if last == first or is_object_pronoun(units[first]) or not (anything or is_source(units, first, last)):
        return None
    border = units[last].signature if last < len(units) else frozenset({"stop"})
    issued = last + 1 < len(units) and units[last].view in _ISSUED and "by" in units[last + 1].signature
    if not (border & _BORDER or issued):
        return None
    return (
        _of_issuer(units, made(units, first, last, text), last + 2, text) if issued else made(units, first, last, text)
    )


_ISSUED = frozenset(("issued", "released", "published", "signed", "posted", "read"))


def _of_issuer(units: Sequence[Unit], document: Subject, by: int, text: str) -> Subject:
    """A document with the name of the body that issued it (said a statement issued by the port)."""
    end = phrase_end(units, by, len(units))
    if end == by or document.name is None:
        return document
    issuer = name_draft(units, by, end, text)
    named = msgspec.structs.replace(
        document.name, name=issuer.name, kind=issuer.kind, agreement=issuer.agreement, anaphoric=False, head=issuer.head
    )
    ends = (k for k in range(end, len(units)) if units[k].signature & {"stop", "comma", "quote", "semicolon"})
    return msgspec.structs.replace(document, last=next(ends, len(units)), name=named, agreement=issuer.agreement)


_BORDER = frozenset(
    (
        *("stop", "comma", "TIME", "prep", "rel", "quote", "dash", "bracket", "PART", "to_word", "sub", "adverb"),
        *("as_word", "and_word", "semicolon", "bound_before"),
    )
)


def agent_of(units: Sequence[Unit], at: int, text: str) -> Subject | None:
    """Who stands behind by, where units[at] is that word."""
    if at + 1 >= len(units) or "by" not in units[at].signature:
        return None
    end = phrase_end(units, at + 1, len(units))
    alone = end == at + 2 and units[at + 1].view in ALONE
    return made(units, at + 1, end, text) if end > at + 1 and (alone or is_source(units, at + 1, end)) else None
