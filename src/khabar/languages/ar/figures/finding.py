"""Figures of a sentence: the counts its rules find, each with its measure, its people and the count it belongs to."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Grammar, Unit, rules_of
from khabar.languages.ar.figures import (
    alone,
    apart,
    counted,
    doers,
    duals,
    endings,
    fates,
    kin,
    listed,
    martyrs,
    named,
    ones,
    shares,
    single,
    told,
    tolls,
    victims,
)
from khabar.languages.ar.figures.aboard import is_aboard, is_carried, is_on_board
from khabar.languages.ar.figures.authors import aside_of, author_of, laid_at
from khabar.languages.ar.figures.belonging import members_of
from khabar.languages.ar.figures.beside import is_body
from khabar.languages.ar.figures.counts import Count, Settled, begins_with_and, noun_of, skip_marks
from khabar.languages.ar.figures.fellows import fellows, of_those, told_of_all
from khabar.languages.ar.figures.frames import frame_of
from khabar.languages.ar.figures.kinds import kind_of
from khabar.languages.ar.figures.lists import begins_among_victims, is_of_all
from khabar.languages.ar.figures.marking import marked
from khabar.languages.ar.figures.measures import settle
from khabar.languages.ar.figures.people import (
    is_their_number,
    one_called,
    people_range,
    populations,
    side_of,
    taken_from,
    takes_part,
    words_of,
)
from khabar.languages.ar.figures.protesting import AROUND, block_roads, hold_protest, tells_protest
from khabar.languages.ar.figures.spared import (
    are_a_people,
    are_on_trial,
    are_still_held,
    are_told_idly,
    befell_nobody,
    were_heard,
)
from khabar.languages.ar.lists.figure_words import CountedNoun
from khabar.languages.ar.phrases.turning import tells_another
from khabar.languages.drafts import FigureDraft, Offsets, Sentence
from khabar.record.vocabulary import Measure, Population, UnitKind

RULES = tuple(
    found
    for module in (
        counted,
        duals,
        kin,
        alone,
        shares,
        tolls,
        single,
        victims,
        fates,
        doers,
        apart,
        told,
        ones,
        listed,
        endings,
        martyrs,
        named,
    )
    for found in rules_of(module)
)
FIGURES = Grammar("figures", RULES, overlap=True)

_STARTS = frozenset(("NUMBER", "people", "measure_word", "measure_part"))
# Verbs that tell a fate, or words that point at a fate told elsewhere.
_TELLS = frozenset(("event_verb", "natural", "dies", "among"))
_TEN, _MILLIONS = 10, 1_000_000
_NEAR = 8
_NO_FATE = ("other", "protesters", "forces")  # one person among such people is no victim
# People who hold an office are counted for many reasons; a number of them is a figure only when something happened.
_OFFICES = frozenset(("official",))
_COUNTED_ANYHOW = ("person", "family")


def figures(sentence: Sentence) -> list[FigureDraft]:
    """The figures of one sentence, in text order."""
    present = sentence.present
    if present.isdisjoint(_STARTS) and present.isdisjoint(_TELLS):
        return []
    units = marked(sentence.units)
    counts = _one_each([found.value for found in FIGURES.read(units, sentence.text) if found.value is not None])
    settled = settle(units, counts)
    drafts: list[FigureDraft] = []
    measures: dict[int, Measure | None] = {}
    authors: dict[int, str | None] = {}
    of_whom: dict[int, FigureDraft] = {}
    for at, one in enumerate(settled):
        measure = _measure(units, one)
        if measure is None and one.count.shape == "alone" and (other := one.whole or one.like) is not None:
            measure = measures.get(other.at)
        if (measure in _NO_FATE and _is_no_count(units, one.count)) or _is_a_player(units, one.count, measure):
            measure = None
        measures[one.count.at] = measure
        plain = measure in (None, "other")
        gathered = plain and one.count.shape == "alone" and takes_part(units, one.count)
        heads = sentence.paragraph.kind == "headline" and _opens_with_among(units, one.count)
        leans = plain and (heads or _leans(units, one) or gathered)
        if leans:
            measure = "other"
        if measure is not None and not _is_few(one.count) and not befell_nobody(units, one.count):
            draft = _draft(units, one, measure, settled[at + 1].count if at + 1 < len(settled) else None)
            author = author_of(units, one.count, sentence.text) or (authors.get(one.whole.at) if one.whole else None)
            authors[one.count.at] = author
            draft = of_whom[one.count.at] = of_those(units, one, draft, of_whom)
            aside, laid = aside_of(units, one.count), laid_at(units, one.count)
            crowd = gathered or (plain and is_their_number(units, one.count))
            drafts.append(replace(draft, author=author, aside=aside, laid=laid, leans=leans, crowd=crowd))
    drafts = told_of_all(units, drafts) if drafts else drafts
    if drafts and not sentence.present.isdisjoint(_SETS_APART) and tells_another(sentence.units):
        return [replace(draft, apart=True) for draft in drafts]
    return drafts


_SETS_APART = frozenset(("another", "ila"))


def _is_a_player(units: Sequence[Unit], count: Count, measure: Measure | None) -> bool:
    """Whether one who is hurt is hurt in a match: no victim of a crisis."""
    return count.shape == "single" and measure == "injured" and any("sport" in unit for unit in units)


def _is_no_count(units: Sequence[Unit], count: Count) -> bool:
    """Whether nobody is counted where nothing befell anybody: one person, a definite pair, the adjective of two towns."""
    return (count.shape == "single" and not _is_listed(count)) or (count.shape == "dual" and "+al" in units[count.at])


def _is_listed(count: Count) -> bool:
    """Whether a line of a printed list names the one: what befell him stands before the list."""
    return ".listed." in count.rule


def _leans(units: Sequence[Unit], one: Settled) -> bool:
    """Whether a count without a fate of its own takes up people that another sentence counts."""
    if _is_listed(one.count):
        return True
    if one.whole is not None or one.count.shape in ("single", "object"):
        return False
    behind = units[one.count.at + 1 : one.count.at + 2]
    if behind and "of_them" in behind[0]:
        return True
    return _opens_with_among(units, one.count)


def _opens_with_among(units: Sequence[Unit], count: Count) -> bool:
    """Whether a part opens its line; in a headline those whom it belongs to are counted later (Among them a child .. 12 killed)."""
    return 0 < count.at <= _OPENING and "among" in units[count.at - 1].signature


_OPENING = 3  # words before a count that opens its sentence (and from among them)


def _one_each(counts: Sequence[Count]) -> list[Count]:
    """One count a number; a noun that a number counts is not counted again by itself."""
    best: dict[int, Count] = {}
    for count in sorted(counts, key=lambda c: (c.rank, c.at, c.last, c.rule)):
        best.setdefault(count.at, count)
    counted = {c.noun for c in best.values() if c.noun is not None and c.shape not in ("dual", "single")}
    inside = {k for c in best.values() if c.shape not in ("dual", "single") for k in range(c.at, c.last)}
    kept = [c for c in best.values() if c.shape not in ("dual", "single") or c.at not in counted | inside]
    return sorted(kept, key=lambda c: c.at)


def _in_context(units: Sequence[Unit], one: Settled, noun: CountedNoun | None) -> Measure | None:
    """The measure, where weak words need more than a people noun: protesters a protest, the displaced no ship or cell."""
    populations = set(noun.populations) if noun is not None else set()
    told = one.toll or one.whole is not None or "protester" in populations
    if one.measure == "protesters" and not told and not tells_protest(units):
        return "forces" if populations & {"combatant", "security"} else "other"
    ill = noun is not None and noun.lemma in _ILL
    if one.measure == "injured" and (ill or [unit for unit in units if "disease" in unit.signature]):
        return "other"  # who has caught a disease is not wounded
    if one.measure == "released" and are_still_held(units, one.count):
        return "arrested"
    if one.measure == "displaced":
        stay = is_aboard(units, one) or _only_migrate(units, one, noun)
        return "other" if stay or populations & {"detainee", "combatant"} else "displaced"
    if one.measure in _OF_SHIPS and one.basis == "far" and is_carried(units, one) and "+al" not in units[one.count.at]:
        return "other"  # it is their ship that has vanished, or sinks
    return one.measure


def _only_migrate(units: Sequence[Unit], one: Settled, noun: CountedNoun | None) -> bool:
    """Whether the counted are called migrants and nothing is told of their coming: who they are is not what befell them."""
    if one.basis != "noun" or noun is None or noun.lemma not in _MIGRANTS:
        return False
    return not any("comes" in unit and "+al" not in unit for unit in units)


_MIGRANTS = ("مهاجر", "حراق")


_OF_SHIPS = ("missing", "killed")
_ILL = ("\N{ARABIC LETTER MEEM}\N{ARABIC LETTER REH}\N{ARABIC LETTER YEH}\N{ARABIC LETTER DAD}",)  # a patient


def _is_few(count: Count) -> bool:
    """Several, some: neither a number nor an order of magnitude."""
    return count.quantity.bound == "vague" and (count.quantity.order or 0) < _TEN


def _measure(units: Sequence[Unit], one: Settled) -> Measure | None:
    """The measure of a settled count; None when it is no figure."""
    noun = noun_of(units, one.count)
    if one.count.shape == "object" or one.measure == "destroyed":
        return _measure_of_things(units, one, noun)
    if one.measure is None and is_their_number(units, one.count):
        return None if are_a_people(units, one.count) else "other"
    if one.measure is not None or one.count.shape != "counted":
        return _in_context(units, one, noun)
    if noun is None or noun.unit not in _COUNTED_ANYHOW or set(noun.populations) & _OFFICES:
        return None
    if noun.measure is None and not noun.populations and hold_protest(units[one.count.last : one.count.last + 3]):
        return "protesters"
    if one.count.quantity.bound == "vague" and tells_protest(units[one.count.last : one.count.last + AROUND]):
        return "protesters"
    if block_roads(units, one.count):
        return "protesters"
    if are_told_idly(units, one.count):
        return None
    return "other" if were_heard(units, one.count) else _of_plain_people(units, one, noun)


def _of_plain_people(units: Sequence[Unit], one: Settled, noun: CountedNoun) -> Measure | None:
    """The measure of counted people whom nothing befell: those of a force, or others; None when they are no figure."""
    before = units[one.count.noun] if one.count.noun is not None and one.count.noun < one.count.at else None
    if before is not None and (one.count.quantity.value == 1 or "+pron" in before):
        return None  # one family, his three sons: counted only where something happened
    if one.count.quantity.bound == "vague" and (one.count.quantity.order or 0) >= _MILLIONS:
        return None  # a people at large
    if "combatant" in noun.populations and not is_on_board(units, one):
        return None if noun.feminine else "forces"  # the feminine of "fighter" is a plane
    if any("strength" in unit and "+al" not in unit for unit in units[max(0, one.count.at - 4) : one.count.at]):
        return "forces"
    if is_on_board(units, one):
        return "other"  # twenty soldiers were on board
    armed = "security" in noun.populations or _are_of_a_force(units, one.count, noun)
    return "forces" if armed and not are_on_trial(units, one.count) else "other"


def _are_of_a_force(units: Sequence[Unit], count: Count, noun: CountedNoun) -> bool:
    """Whether members of something are counted whose body bears arms (thirty of the members of the militia)."""
    place = people_range(units, count) if noun.lemma in _MEMBERS else None
    return place is not None and not _ARMED.isdisjoint(members_of(units, place, count))


_MEMBERS, _ARMED = ("عنصر", "فرد"), frozenset(("combatant", "security"))


def _measure_of_things(units: Sequence[Unit], one: Settled, noun: CountedNoun | None) -> Measure | None:
    """Things are figures where they are destroyed, and names where people bear them."""
    if noun is not None and noun.unit == "name":
        return "other" if any("people" in unit for unit in units[one.count.last : one.count.last + 4]) else None
    things = one.count.shape == "object" or one.count.fate == "destroyed"
    return "destroyed" if things and one.measure == "destroyed" else None


def _is_instead(units: Sequence[Unit], one: Settled) -> bool:
    """Whether a number without a noun stands for one that has its own (to sixteen guards instead of eighteen)."""
    if one.count.shape != "alone" or one.like is None or one.like.noun is None:
        return False
    return any("instead" in unit for unit in units[max(0, one.count.at - 2) : one.count.at])


def _draft(units: Sequence[Unit], one: Settled, measure: Measure, following: Count | None) -> FigureDraft:
    count = one.count
    place = None if _is_instead(units, one) else _counted(units, one) or _shared(units, count, following)
    if place is None and one.like is not None and count.shape == "alone":
        place = people_range(units, one.like)
    noun = noun_of(units, count)
    frame = frame_of(units, count)
    implicit = count.shape == "single"
    taken = taken_from(units, place, count)
    return FigureDraft(
        span=_span(units[count.at]),
        quantity=count.quantity,
        measure=measure,
        rule=count.rule,
        unit=_unit(units, count, noun),
        of=words_of(units, one_called(units, count) if implicit else place),
        population=populations(units, place, count) or _who_do(measure, words_of(units, place)),
        implicit=implicit,
        subset=one.part and (one.whole is not None or not _is_explained(units, one)),
        whole=_span(units[one.whole.at]) if one.whole is not None else None,
        taken_from=taken,
        of_all=_are_of_all(units, one),
        side=side_of(units, place),
        fellows=fellows(units, one, place, noun),
        count_kind="subset" if taken is not None else kind_of(units, one, frame),
        since=frame.get("since"),
        as_of=frame.get("until"),
    )


def _who_do(measure: Measure, counted: Offsets | None) -> tuple[tuple[Population, Offsets], ...]:
    """Who people of no kind are by what they do: who blocks roads and marches is a protester, and a force fights."""
    value = _BY_MEASURE.get(measure)
    return ((value, counted),) if value is not None and counted is not None else ()


_BY_MEASURE: dict[Measure, Population] = {"protesters": "protester", "forces": "combatant"}


def _unit(units: Sequence[Unit], count: Count, noun: CountedNoun | None) -> UnitKind:
    """What the number counts: bodies, names (the names of six of the dead), else what its noun says."""
    if _are_bodies(units, count):
        return "body"
    if count.at and units[count.at - 1].view.endswith(_NAMES_OF):
        return "name"
    return noun.unit if noun is not None else "person"


_NAMES_OF = "اسماء"


def _are_of_all(units: Sequence[Unit], one: Settled) -> bool:
    """Whether the counted are some of all the victims; a list goes on as it began (among the dead two women and 3 children)."""
    if is_of_all(units, one.count):
        return True
    beside = one.basis == "list" or (one.basis == "part" and one.whole is None and begins_with_and(units, one.count.at))
    return beside and one.part and begins_among_victims(units, one.count)


def _is_explained(units: Sequence[Unit], one: Settled) -> bool:
    """Whether the count tells who the counted are, not which of them it takes (the dead of the battalion are four)."""
    at = skip_marks(units, one.count.at - 1, -1)
    if one.basis == "list":
        return not _are_of_all(units, one) and not any("alone" in unit for unit in units[max(0, at - _NEAR) : at + 1])
    return at >= 0 and "namely" in units[at]


def _counted(units: Sequence[Unit], one: Settled) -> tuple[int, int] | None:
    """The units of the counted words; a part that says only "of them", or nothing, counts the people of its whole."""
    place = people_range(units, one.count)
    if one.whole is None or (place is not None and "of_them" not in units[place[0]]):
        return place
    return people_range(units, one.whole) or place


def _shared(units: Sequence[Unit], count: Count, following: Count | None) -> tuple[int, int] | None:
    """The people of two numbers with two fates, named once behind both (the killing of 21 and wounding of 36 rebels)."""
    if count.shape != "alone" or following is None or following.at != count.last + 1:
        return None
    joint = units[count.last].signature
    return people_range(units, following) if {"MEASURE", "+and"} <= joint else None


def _are_bodies(units: Sequence[Unit], count: Count) -> bool:
    """Whether the number counts people whose remains are spoken of."""
    at = skip_marks(units, count.at - 1, -1)
    return at >= 0 and count.shape == "counted" and is_body(units[at]) and "NUMBER" not in units[max(0, at - 1)]


def _span(unit: Unit) -> Offsets:
    """The number without glued particles; the article stays."""
    start = unit.cut
    if "+and" in unit and start == unit.start and len(unit.text) > 1:  # and + number, listed whole
        start += 1
    return (start + 1 if unit.signature & {"+bi", "+li", "+ka"} else start), unit.end
