"""Whether a verb of the list tells an act here: its form, what stands around it, and whether an accident did it."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Match, Unit
from khabar.languages.drafts import PartyDraft
from khabar.languages.en.events.clauses import Clause
from khabar.languages.en.events.senses import CROWDS, PEOPLE, is_name, is_thing, words_of
from khabar.languages.en.lists.event_words import EventWord
from khabar.record.vocabulary import NOBODYS


def is_result(m: Match, clause: Clause, *, agent: bool) -> bool:
    """Whether killing or wounding is told as what another act of its sentence did: behind and (opens fire and kills six), of
    people in the passive (were killed in the attack).
    """
    units, at = m.units, m.first
    if clause.pronoun and not clause.passive:
        return True
    if at > 1 and units[at - 1].view == "and" and "event_verb" in units[at - 2].signature:
        before: EventWord = units[at - 2]["event_verb"][0]  # shot and killed
        if before.type == "ASSAULT" and before.subtype not in (None, "abduction") and not clause.passive:
            return True
    if clause.passive and not agent:
        return any(_is_assault(u) for u in units if u is not units[at])
    if not clause.group or units[clause.group - 1].view != "and":
        return False
    return any(_is_assault(u) for u in units[max(clause.group - 40, 0) : clause.group - 1])


def _is_assault(unit_: Unit) -> bool:
    words = [unit_.get("event_noun"), unit_["event_verb"][0] if "event_verb" in unit_.signature else None]
    return any(word is not None and word.type == "ASSAULT" and not word.flags & {"people", "outcome"} for word in words)


def by_mishap(m: Match, word: EventWord) -> bool:
    """Whether people were killed or hurt by an accident or a disaster that is told beside, and by nothing else."""
    if word.type != "ASSAULT" or word.subtype is not None or not word.flags & {"people", "outcome"}:
        return False
    units, at = m.units, m.first
    if any(_is_assault(u) for u in units if u is not units[at]):
        return False
    reach = _FAR if at and units[at - 1].signature & {"be", "be_form"} else _NEAR
    if any(_is_mishap(u) for u in units[max(at - reach, 0) : at + reach] if u is not units[at]):
        return True
    return "event_verb" in units[at].signature and _by_what_moves(units, at)


def _by_what_moves(units: Sequence[Unit], at: int) -> bool:
    """Whether people were killed when a vehicle did something (killed when a tram left the tracks)."""
    opens = next((k for k in range(at + 1, min(at + _NEAR, len(units))) if units[k].view in _WHEN), None)
    if opens is None or opens + 1 >= len(units) or "article" not in units[opens + 1].signature:
        return False
    subject, behind = units[opens + 2 : opens + 5], units[opens + 3 : opens + _NEAR]
    if any(u.view == "into" for u in behind) and any("people" in u.signature or u.view in CROWDS for u in behind):
        return False  # tore into a crowd
    return any("vehicle" in u.signature for u in subject) and not any("weapon" in u.signature for u in subject)


_WHEN = frozenset(("when", "after", "as"))


def as_mishap(word: EventWord) -> EventWord:
    """Dying or being killed as what an accident told beside it led to, so that its victims are those of the accident."""
    return replace(word, type="ACCIDENT", subtype=None, flags=word.flags | {"outcome", "actorless"})


def by_vehicle(m: Match, word: EventWord, actor: PartyDraft | None) -> tuple[EventWord, PartyDraft | None]:
    """The word and its doer; an accident without one where a vehicle kills whom it carries, or meets, with no attack told beside
    (the bus left the road, killing six).
    """
    if word.subtype is not None or word.type != "ASSAULT" or m.units[m.first]["event_verb"][1] != {"ing"}:
        return word, actor
    driven = any("vehicle" in u.signature for u in words_of(m, actor))
    if not driven or any(_is_assault(u) and not _may_collide(u) for u in m.units if u is not m.units[m.first]):
        return word, actor
    return as_mishap(word), None


def _may_collide(unit_: Unit) -> bool:
    """Whether a blow is told, which a lorry deals a tree."""
    return "event_verb" in unit_.signature and "hits" in unit_["event_verb"][0].flags


def by_itself(m: Match, word: EventWord) -> EventWord:
    """An explosion as the accident that it is where its sentence tells of gas, a boiler or fireworks, and of no bomb."""
    if word.subtype != "explosive" or word.lemma.split(" ")[-1].removesuffix("s") not in ("explosion", "blast"):
        return word
    seen = frozenset[str]().union(*(u.signature for u in m.units))
    if "bursts" not in seen or "weapon" in seen:
        return word
    return replace(word, type="ACCIDENT", subtype=None, flags=word.flags | {"actorless"})


def tells_again(m: Match, word: EventWord, clause: Clause) -> bool:
    """Whether a second verb of one subject goes on with its accident (derailed and overturned)."""
    return word.type == "ACCIDENT" and clause.shared and any(map(_is_mishap, m.units[: clause.group]))


_NEAR, _FAR = 12, 40  # units around a word; around a passive one, which leaves the doer open


_BEFORE_BASE = frozenset(
    (
        *("to_word", "modal", "do_form", "contracted_neg", "subject_pronoun", "people", "role", "source_unnamed"),
        *("source_body", "and_word", "adverb", "capital", "NUMBER"),
    )
)


_BEFORE_USE = PEOPLE | {"capital", "neg", "contracted_neg", "do_form"}


def is_noun(m: Match) -> bool:
    """Whether a form that is also a noun, or a base form behind a determiner, is no verb here."""
    unit_, previous = m.units[m.first], m.units[m.first - 1].signature if m.first else frozenset[str]()
    short = unit_["event_verb"][1] <= {"base", "s"}
    if has_many_doers(m.units, m.first) or is_governed(m.units, m.first):
        return False
    before = m.units[m.first - 1].view if m.first else ""
    if unit_["event_verb"][1] == {"s"} and ("NUMBER" in previous or before.endswith("est")):
        return True  # two marches, the deadliest strikes
    if short and "weapon" in unit_.signature and not previous & _BEFORE_USE:
        return True  # shells fired from the hills; did not shell | the town
    if unit_["event_verb"][1] == {"base"} and not previous & _BEFORE_BASE:
        return True
    if "event_noun" in unit_.signature and m.first + 1 < len(m.units) and m.units[m.first + 1].view == "between":
        return True  # as fighting between the two spread
    if previous & {"det", "article"} and "pp" in unit_["event_verb"][1] and _has_noun_behind(m):
        return True
    if "event_noun" in unit_.signature and unit_["event_verb"][1] == {"ing"} and _is_named_act(m.units, m.first):
        return True  # an emergency meeting of the council
    governed = previous & {"det", "possessive", "prep", "possessive_det"} and "to_word" not in previous
    return bool(governed and (short or "event_noun" in unit_.signature)) or (short and "event_noun" in unit_.signature)


def is_glued(units: Sequence[Unit], at: int) -> bool:
    """Whether a hyphen glues a verb form to the word before it (a now-outlawed group)."""
    return at > 0 and units[at - 1].view == "-" and units[at - 1].end == units[at].start


def is_governed(units: Sequence[Unit], at: int) -> bool:
    """Whether a form that is a noun as well is a verb behind will or to, or governs whom or what stands behind it (accused of
    shelling the town).
    """
    if not at or "event_verb" not in units[at].signature or "event_noun" not in units[at].signature:
        return False
    before, forms = units[at - 1], units[at]["event_verb"][1]
    following = units[at + 1] if at + 1 < len(units) else None
    object_ = following is not None and bool(following.signature & _OPENS_OBJECT)
    if "base" in forms and before.signature & {"modal", "do_form", "subject_pronoun", "contracted_neg"}:
        return "det" not in before.signature
    if "base" in forms and "to_word" in before.signature:
        word: EventWord = units[at]["event_verb"][0]
        crashes = word.type == "ACCIDENT" and (following is None or bool(following.signature & _BEHIND_CRASH))
        return object_ or crashes or word.lemma in ("protest", "demonstrate")
    return "ing" in forms and object_ and before.view in _GERUND


_OPENS_OBJECT = frozenset(("det", "article", "possessive_det", "capital", "NUMBER", "people"))
_BEHIND_CRASH = frozenset(("prep", "stop", "comma", "TIME", "and_word", "sub"))
_GERUND = frozenset((",", "and", "of", "for", "by", "after", "before", "without", "while", "from"))


def _is_named_act(units: Sequence[Unit], at: int) -> bool:
    """Whether an article two words before belongs to a form in -ing that governs nothing."""
    if at < 2 or "article" not in units[at - 2].signature:
        return False
    return at + 1 >= len(units) or units[at + 1].signature.isdisjoint(_OPENS_OBJECT)


def has_many_doers(units: Sequence[Unit], at: int) -> bool:
    """Whether a form that is a noun as well is a verb in the present, between people in the plural and whom or what they do it to
    (protesters storm parliament, police raid homes).
    """
    if not at or at + 1 >= len(units) or units[at].signature.isdisjoint({"event_verb"}):
        return False
    before, following = units[at - 1], units[at + 1]
    many = "people" in before.signature and (before.view.endswith(("s", "men")) or before.view in _MANY)
    many = many or before.view in _BANDS
    if not many or "base" not in units[at]["event_verb"][1]:
        return False
    return "word" in following.signature and following.signature.isdisjoint(_NO_OBJECT)


_BANDS = frozenset(("couple", "mob", "gang", "gunmen", "crowd"))
_MANY = frozenset(("police", "people", "children", "troops"))
_NO_OBJECT = frozenset(
    (
        *("prep", "by", "TIME", "and_word", "adverb", "be", "be_form", "have_form", "modal", "CUE", "to_word", "sub"),
        *("comp", "rel", "event_verb", "harms", "suffers", "state", "common_verb", "of_word", "INF", "PASSIVE"),
    )
)


def _has_noun_behind(m: Match) -> bool:
    """Whether a word follows that a participle behind a determiner describes (the overturned bus)."""
    following = m.units[m.first + 1] if m.first + 1 < len(m.units) else None
    return following is not None and "word" in following.signature and following.signature.isdisjoint(_NO_NOUN)


_NO_NOUN = frozenset(
    ("prep", "by", "TIME", "det", "article", "rel", "comp", "and_word", "adverb", "be", "CUE", "to_word")
)


def lacks(m: Match, word: EventWord, actor: PartyDraft | None, target: PartyDraft | None, *, passive: bool) -> bool:
    """Whether what the word needs around it is missing."""
    if word.lemma == "collapse":
        return not _is_built(m, actor)
    if "fired" in word.flags:
        return target is None or passive
    if word.flags & {"weapon"}:
        return not any("weapon" in u.signature for u in words_of(m, target if passive else actor))
    if word.flags & {"people"}:
        return not passive and not _holds(m, target, PEOPLE)
    if "people_do" in word.flags:
        return not _holds(m, actor, PEOPLE) or (word.type == "PROTEST" and _are_forces(m, actor))
    if "forces_do" in word.flags:
        return not _are_forces(m, actor)
    if "drives" in word.flags:
        return target is None
    if word.flags & {"thing", "taken"}:
        return target is None and not passive
    if "weak" in word.flags:
        return actor is None and target is None
    return False


_BUILT = frozenset(("facility_type", "ground"))


def _is_built(m: Match, party: PartyDraft | None) -> bool:
    """Whether a party is what may fall down: a building, rather than talks or prices."""
    return any(is_thing(u) or u.signature & _BUILT or u.view in _STRUCTURES for u in words_of(m, party))


_STRUCTURES = frozenset(
    (
        *("roof", "tower", "wall", "mine", "dam", "block", "ceiling", "stand", "stage", "scaffolding", "platform"),
        *("tunnel", "balcony", "floor", "crane", "overpass", "flyover", "building", "shaft", "bridge", "apartment"),
    )
)


def _are_forces(m: Match, party: PartyDraft | None) -> bool:
    """Whether a party is soldiers, police, peacekeepers or what carries them: others arrive too, and move into houses."""
    units = words_of(m, party)
    rows = [u["people"] for u in units if "people" in u.signature]
    return any(row["population"] == "security" for row in rows) or any(u.view in _COLUMNS for u in units)


_COLUMNS = frozenset(("peacekeepers", "tanks", "convoy", "convoys", "army", "contingent", "battalion", "warships"))


def _is_mishap(unit_: Unit) -> bool:
    """Whether a word tells an accident or a disaster (two killed as a train derails)."""
    words = [unit_.get("event_noun"), unit_["event_verb"][0] if "event_verb" in unit_.signature else None]
    return any(word is not None and word.type in NOBODYS for word in words)


_NATURAL = frozenset(("aged", "natural", "cancer", "illness", "pneumonia", "age", "covid", "coronavirus"))


def is_natural(m: Match, word: EventWord) -> bool:
    """Whether somebody died of no violence."""
    return "outcome" in word.flags and any(u.view in _NATURAL for u in m.units[m.first : m.first + 12])


def is_treated(m: Match) -> bool:
    """Whether injuries are only what somebody is treated for or lives with."""
    units, at = m.units, m.first
    if units[at].view != "injuries":
        return False
    treated = any(u.view == "treated" for u in units[max(at - 9, 0) : at])
    return treated or any(u.view in ("for", "with", "from") for u in units[max(at - 3, 0) : at])


def is_of_violence(m: Match, party: PartyDraft | None) -> bool:
    """Whether those who died are such as violence happens to: who is called a hostage, a prisoner, a soldier, a protester."""
    rows = [u["people"] for u in words_of(m, party) if "people" in u.signature]
    return any(row["population"] in _ENDANGERED or row["measure"] == "abducted" for row in rows)


_ENDANGERED = frozenset(("security", "combatant", "protester", "detainee", "civilian"))


def is_nobody(m: Match, party: PartyDraft | None) -> bool:
    """Whether it happened to nobody (no one was hurt, none of the passengers died)."""
    if party is None:
        return False
    first = next(u for u in m.units if u.start >= party.span[0])
    return first.view.split(" ")[0] in ("no", "none", "nobody", "neither")


def is_anybody(m: Match, party: PartyDraft | None) -> bool:
    """Whether it is told of whoever may do it (those who do not surrender, anyone who attacks)."""
    if party is None or "past" in m.units[m.first]["event_verb"][1]:
        return False
    return party.name.lower().split(" ")[0] in ("those", "anyone", "whoever", "anybody")


def names_event(m: Match, party: PartyDraft | None) -> bool:
    """Whether a party is itself an event (the attack killed six)."""
    return any("event_noun" in u.signature for u in words_of(m, party))


def is_doer(m: Match, party: PartyDraft | None) -> bool:
    """Whether a party may kill: people, a name, a vehicle, a weapon before its first preposition (not: a holiday on the quay)."""
    units = words_of(m, party)
    end = next((k for k, u in enumerate(units) if k and "prep" in u.signature), len(units))
    return any(u.signature & _DOERS or u.view in CROWDS for u in units[:end])


_DOERS = PEOPLE | {"capital", "vehicle", "weapon", "event_noun"}


def is_its_place(m: Match, party: PartyDraft | None) -> bool:
    """Whether a party is only where an event was that which takes up (an attack in Temir, which killed six)."""
    if party is None or m.units[m.first - 1].view not in ("which", "that"):
        return False
    place = words_of(m, party)
    before = [u for u in m.units if u.end <= place[0].start][-_BESIDE:] if place else []
    named = any(u.view in ("in", "near", "at", "on", "outside") for u in before)
    return named and "toponym" in place[0].signature and any("event_noun" in u.signature for u in before)


_BESIDE = 8  # units


def is_weapon(m: Match, party: PartyDraft | None) -> bool:
    """Whether a party is what somebody used (a bomb killed six)."""
    units = words_of(m, party)
    glued = next((k + 1 for k, u in enumerate(units) if u.view == "-"), 0)  # a rebel-fired rocket
    bears = any(u.signature & {"people", "role"} for u in units[glued:])
    return any("weapon" in u.signature or u.view in _TOOLS for u in units) and not bears


_TOOLS = frozenset(
    ("gun", "guns", "knife", "knives", "rifle", "rifles", "pistol", "axe", "machete", "sword", "gunfire")
)


def is_of_firemen(m: Match) -> bool:
    """Whether fire is no fire that broke out: a part of who puts fires out, of shooting, a verb."""
    units, at = m.units, m.first
    if units[at].view != "fire":
        return False
    before, after = units[at - 1] if at else None, units[at + 1] if at + 1 < len(units) else None
    if before is not None and "article" in before.signature and after is not None and after.view in ("on", "at"):
        return False  # a fire at a mill
    if after is not None and (
        after.signature & {"fire_men", "NUMBER", "weapon"} or after.view in ("-", "on", "at", "and")
    ):
        return True
    return before is not None and (before.view in _FIRING or bool(before.signature & {"to_word", "modal", "comma"}))


_FIRING = frozenset(
    (
        "under",
        "on",
        "open",
        "opened",
        "artillery",
        "small-arms",
        "arms",
        "friendly",
        "return",
        "returned",
        "gun",
        "enemy",
        "hold",
        "line",
    )
)


def _holds(m: Match, party: PartyDraft | None, classes: frozenset[str]) -> bool:
    units = words_of(m, party)
    return any((u.signature & classes and not is_thing(u)) or is_name(u) or u.view in CROWDS for u in units)


def as_outcome(word: EventWord) -> EventWord:
    """Killing or wounding as what another act led to."""
    return replace(word, flags=word.flags | {"outcome"}) if "people" in word.flags and word.subtype is None else word
