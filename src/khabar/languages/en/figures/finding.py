"""English figures: numbers of people (and of bodies, families, destroyed objects) and what happened to them."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import END, Grammar, Match, ahead, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.drafts import FigureDraft, Offsets, Sentence
from khabar.languages.en.figures.counting import body_of, population_of, speak, with_counts, with_quoted, with_shared
from khabar.languages.quantities import Quantity, exactly
from khabar.record.vocabulary import Measure

_COUNT = unit("COUNT")["number"]
_FATES = ("harms", "state", "suffers", "subset")
_STOPS = ("people", "prep", "be", "NUMBER", "TIME", "and", "rel", "neg", "article", *_FATES)
_NOUN = seq(
    maybe(unit("of"), maybe(unit("article"))), run(unit("word", but=_STOPS), 0, 3, short=True), unit("people")["noun"]
)
_TAIL = maybe(unit("prep"), run(unit("word", but=(*_STOPS, "COUNT")), 1, 3, short=True))
# A number without a noun counts people only where its phrase ends.
_ENDS = ahead(either(END, one_of("mark", "and", "prep", "state", "harms", "be", "rel", "link", "subset", "another")))
_ALONE = seq(maybe(unit("others")), _ENDS)
# What the counted are members of, before their verb.
_BODY_ENDS = ("be", "rel", "TIME", "COUNT", "state", "suffers")
_BODY = seq(maybe(unit("of"), maybe(unit("article")), run(unit("word", but=_BODY_ENDS), 1, 6, short=True)))["body"]
_SUBJECT = seq(maybe(either(seq(_NOUN, _BODY), unit("others"))), _TAIL, maybe(unit("rel")))
_ADVERB = run(unit("word", but=(*_STOPS, "COUNT")), 0, 1, short=True)
_PLURAL = ("s", "people", "men", "women", "children", "police", "personnel")
_LOOK = 24  # units in which the word that says what happened is looked for


def _draft(m: Match, measure: Measure, *, subset: bool = False) -> FigureDraft | None:
    """The figure of the slots `number` and `noun`; the noun's own measure is taken where it has one that says more."""
    word = m.take("number")[0]
    noun = m.slot("noun")
    row: dict[str, str] = noun[0]["people"] if noun else {}
    kind = row.get("unit") or "person"
    if kind == "object" and measure != "destroyed":
        return None
    if measure == "other" and row.get("measure"):
        measure = row["measure"]  # type: ignore[assignment]
    body = noun and body_of(m, noun)
    of: Offsets | None = (m.units[m.parts["number"][1]].start, body.end if body else noun.end) if noun else None
    value = population_of(body, row)
    return FigureDraft(
        span=(word.start, word.end),
        quantity=word.get("COUNT") or exactly(1),
        measure=measure,
        rule=m.rule.id,
        unit=kind,  # type: ignore[arg-type]
        of=of,
        population=((value, (body.start, body.end) if body else (noun.start, noun.end)),) if value and noun else (),
        implicit="COUNT" not in word,
        subset=subset,
        count_kind="subset" if subset else None,
    )


def _said(m: Match, slot: str, name: str) -> Measure:
    """The measure that the first unit of a slot says under a class."""
    found: Measure = m.take(slot)[0][name]
    return found


def _nearby(m: Match) -> Measure:
    """The measure of the nearest word before the match that says what happened to people; else other."""
    before = m.units[max(0, m.first - _LOOK) : m.first]
    for word in reversed(before):
        if "stop" in word:
            break
        for name in ("harms", "suffers", "state", "act_noun"):
            if name in word:
                found: Measure = word[name]
                return found
    return "other"


@rule(
    seq(unit("harms")["harm"], _ADVERB, _COUNT, either(_NOUN, _ALONE)),
    takes="""
        A blast tore through the market, killing at least six shoppers.
            text: at least six
            low: 6
        The blast wounded 120, officials said.
            text: 120
            measure: injured
        Police arrested 40 protesters in the square.
            text: 40
            measure: arrested
    """,
    refuses="""
        The guards were killed 3 hours later.
        The party gained 12 seats.
    """,
)
def people_harmed(m: Match) -> FigureDraft | None:
    """Killing, wounding, arresting: the number behind the verb counts its victims, with or without a noun."""
    return _draft(m, _said(m, "harm", "harms"))


@rule(
    seq(_COUNT, _SUBJECT, maybe(unit("be")), _ADVERB, unit("state")["state"]),
    takes="""
        The quake left dozens dead and hundreds injured.
            text: dozens
            order: 10
        The quake left dozens dead and hundreds injured.
            text: hundreds
            measure: injured
        Three farmers were injured when the bridge fell.
            text: Three
            measure: injured
        In all 18 police killed in one night were buried.
            text: 18
            measure: killed
        The army said 26 "armed men" had been killed.
            text: 26
            of: "armed men"
    """,
    refuses="""
        The meeting was held in 2 cities.
        Five ministers met the wounded.
    """,
)
def people_in_a_state(m: Match) -> FigureDraft | None:
    """Dozens dead, hundreds detained, three people were injured: the state stands behind the number or its noun."""
    return _draft(m, _said(m, "state", "state"))


@rule(
    seq(_COUNT, _SUBJECT, _ADVERB, unit("suffers")["fate"]),
    takes="""
        In the flood 96 people died.
            text: 96
            measure: killed
        Thousands of villagers fled the shelling.
            text: Thousands
            measure: displaced
        Overnight 18 members of the coast guard had died.
            text: 18
            measure: killed
            of: members of the coast guard
    """,
    refuses="""
        The mayor died in 1996.
        Two ministers spoke.
    """,
)
def people_who_suffer(m: Match) -> FigureDraft | None:
    """Verbs of dying and fleeing have the counted people as their subject."""
    return _draft(m, _said(m, "fate", "suffers"))


@rule(
    seq(unit("act_noun")["act"], maybe(unit("article")), _ADVERB, _COUNT, either(_NOUN, _ALONE)),
    takes="""
        The governor mourned the deaths of 12 miners.
            text: 12
            measure: killed
        The court ordered the arrest of three officers.
            text: three
            measure: arrested
    """,
    refuses="""
        The governor mourned the deaths of the miners.
        The arrest of the mayor took 3 hours.
    """,
)
def people_of_an_act(m: Match) -> FigureDraft | None:
    """The deaths of, the arrest of: the noun of the act governs the number."""
    return _draft(m, _said(m, "act", "act_noun"))


@rule(
    seq(unit("subset"), _ADVERB, _COUNT, either(_NOUN, _ALONE)),
    takes="""
        The crash killed 12 people, including 10 students.
            text: 10
            measure: killed
            count_kind: subset
        Police arrested 30 men, among them two officers.
            text: two
            measure: arrested
    """,
    refuses="""
        The crash killed 12 people, and 10 students watched.
        The price, including 10 percent tax, rose.
    """,
)
def people_among_others(m: Match) -> FigureDraft | None:
    """Including, among them: part of the people counted before, and of the same fate."""
    return _draft(m, _nearby(m), subset=True)


@rule(
    seq(_COUNT, _NOUN),
    takes="""
        He killed 27 students and five teachers.
            text: five
            measure: killed
        Scores of residents formed a queue.
            text: Scores
            measure: other
        The state has 2,000 soldiers there.
            measure: forces
    """,
    refuses="""
        Planes made 12 sorties.
        The third soldier spoke.
        One of the drivers called for help.
        Two residents, who gave no names, said the road was shut.
    """,
)
def people_counted(m: Match) -> FigureDraft | None:
    """A number with a noun of people: what happened to them is said by the clause before, or nothing is."""
    if "state" in m.take("noun")[0]:
        return None  # "dozens dead": the word says what happened, not who
    measure = _nearby(m)
    if measure == "other" and speak(m.units, m.take("noun").last):
        return None
    quantity: Quantity = m.take("number")[0]["COUNT"]
    return None if measure == "other" and quantity.value == 1 else _draft(m, measure)


def _single(m: Match, measure: Measure) -> FigureDraft | None:
    """One victim without a number word: the noun carries the figure."""
    draft, noun = _draft(m, measure), m.take("noun")
    if draft is None or draft.unit != "person" or noun[0].view.endswith(_PLURAL):
        return None
    return replace(draft, span=(noun.start, noun.end), of=None)


@rule(
    seq(unit("harms")["harm"], unit("a_one")["number"], _NOUN),
    takes="""
        The shell killed a child in the yard.
            text: child
            measure: killed
            implicit: True
        Gunmen abducted a young doctor.
            text: doctor
            measure: abducted
    """,
    refuses="""
        The shell killed 3 children in the yard.
        The shell hit a school.
    """,
)
def single_victim_of_a_verb(m: Match) -> FigureDraft | None:
    """A victim without a number word is one victim, marked as implicit."""
    return _single(m, _said(m, "harm", "harms"))


@rule(
    seq(unit("a_one")["number"], _NOUN, unit("be"), _ADVERB, unit("state")["state"]),
    takes="""
        A policeman was wounded at the gate.
            text: policeman
            measure: injured
            implicit: True
        In the morning a teacher was shot dead.
            measure: killed
    """,
    refuses="""
        A policeman stood at the gate.
        Two policemen were wounded.
    """,
)
def single_victim_in_a_state(m: Match) -> FigureDraft | None:
    """The same as a subject: a policeman was wounded."""
    return _single(m, _said(m, "state", "state"))


RULES = (
    people_harmed,
    people_in_a_state,
    people_who_suffer,
    people_of_an_act,
    people_among_others,
    people_counted,
    single_victim_of_a_verb,
    single_victim_in_a_state,
)
FIGURES = Grammar("figures", RULES)


def figures(sentence: Sentence) -> list[FigureDraft]:
    """The figures of a sentence, in its order."""
    if all("NUMBER" not in word and "harms" not in word and "state" not in word for word in sentence.units):
        return []
    units = sentence.units
    if "quote" in sentence.present:
        units = with_quoted(units, sentence.text)
    return with_shared(units, [find.value for find in FIGURES.read(with_counts(units), sentence.text)])
