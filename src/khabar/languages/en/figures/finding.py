"""English figures: numbers of people (and of bodies, families, destroyed objects) and what happened to them."""

from __future__ import annotations

from khabar.grammar import END, Grammar, Match, ahead, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.drafts import FigureDraft, Sentence
from khabar.languages.en.figures.counting import governs, speak, with_counts, with_quoted, with_shared
from khabar.languages.en.figures.drafting import ADVERB, COUNT, NOUN, STOPS, drafted, nearby, said
from khabar.languages.en.figures.joined import with_fates
from khabar.languages.en.figures.moved_tolls import RULES as MOVED_TOLLS
from khabar.languages.en.figures.single import RULES as SINGLE
from khabar.languages.en.figures.tolls import RULES as TOLLS
from khabar.languages.en.phrases.marking import joined
from khabar.languages.quantities import Quantity

_TAIL = maybe(unit("prep"), run(unit("word", but=(*STOPS, "COUNT")), 1, 3, short=True))
# A number without a noun counts people only where its phrase ends.
_ENDS = ahead(either(END, one_of("mark", "and", "prep", "state", "harms", "be", "rel", "link", "subset", "another")))
_ALONE = seq(maybe(unit("others")), _ENDS)
# What the counted are members of, before their verb.
_BODY_ENDS = ("mark", "be", "rel", "TIME", "COUNT", "state", "suffers")
_BODY = seq(maybe(unit("of"), maybe(unit("article")), run(unit(but=_BODY_ENDS), 1, 6, short=True)))["body"]
_SUBJECT = seq(maybe(either(seq(NOUN, _BODY), unit("others"))), _TAIL, maybe(unit("rel")))
_HAVE = maybe(unit("have_form"), maybe(one_of("adverb", "sub")))
"""Had also been killed."""


@rule(
    seq(unit("harms")["harm"], ADVERB, COUNT, either(NOUN, _ALONE)),
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
    return drafted(m, said(m, "harm", "harms"))


@rule(
    seq(COUNT, _SUBJECT, _HAVE, maybe(unit("be")["be"]), ADVERB, unit("state")["state"]),
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
        Two miners feared dead had left the pit.
            text: Two
            measure: missing
    """,
    refuses="""
        The meeting was held in 2 cities.
        Five ministers met the wounded.
        Half of the 80 drivers were hurt.
    """,
)
def people_in_a_state(m: Match) -> FigureDraft | None:
    """Dozens dead, hundreds detained, three people were injured: the state stands behind the number or its noun.  Those who are
    only feared dead are missing.
    """
    if m.slot("be") is None and governs(m.units, m.take("state").first):
        return None
    measure = said(m, "state", "state")
    feared = m.units[m.take("state").first - 1].view in _FEARED
    return drafted(m, "missing" if feared and measure == "killed" else measure)


_FEARED = ("feared", "presumed", "believed", "thought")


@rule(
    seq(COUNT, _SUBJECT, _HAVE, ADVERB, maybe(unit("to_word")["to"]), unit("suffers")["fate"]),
    takes="""
        Shelling forced thousands of families to flee.
            text: thousands
            measure: displaced
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
    """Verbs of dying and fleeing have the counted people as their subject; who is forced to flee did."""
    measure = said(m, "fate", "suffers")
    return drafted(m, measure) if m.slot("to") is None or measure == "displaced" else None


@rule(
    seq(unit("act_noun")["act"], maybe(unit("article")), ADVERB, COUNT, either(NOUN, _ALONE)),
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
    return drafted(m, said(m, "act", "act_noun"))


@rule(
    seq(unit("subset"), ADVERB, COUNT, either(NOUN, _ALONE)),
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
    """Including, among them: part of the people counted before, and of the same fate; of things counted they are no part."""
    return drafted(m, nearby(m), subset=not _of_things(m))


def _of_things(m: Match) -> bool:
    """Whether the count before counts no people (57 cases of cholera, including two deaths)."""
    before = range(m.first - 1, max(m.first - _REACH, -1), -1)
    at = next((k for k in before if "COUNT" in m.units[k].signature), None)
    if at is None or m.units[at + 1].signature & {
        "mark",
        "be",
        "state",
        "harms",
        "of",
        "prep",
        "be_form",
        "rel",
        "and",
    }:
        return False
    return not any(u.signature & {"people", "source_unnamed", "state", "role"} for u in m.units[at + 1 : at + 4])


_REACH = 14  # units before "including" in which the whole is counted


@rule(
    seq(COUNT, NOUN),
    takes="""
        He killed 27 students and five teachers.
            text: five
            measure: killed
        Scores of residents formed a queue.
            text: Scores
            measure: other
        The state has 2,000 soldiers there.
            measure: forces
        A plane crashed in woods, killing two pilots and 10 U.S. citizens.
            text: 10
            of: U.S. citizens
            measure: killed
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
    measure = "other" if m.first and m.units[m.first - 1].view == "by" else nearby(m)  # held by two guards
    if measure == "other" and speak(m.units, m.take("noun").last):
        return None
    quantity: Quantity = m.take("number")[0]["COUNT"]
    return None if measure == "other" and quantity.value == 1 else drafted(m, measure)


RULES = (
    *TOLLS,
    *MOVED_TOLLS,
    people_harmed,
    people_in_a_state,
    people_who_suffer,
    people_of_an_act,
    people_among_others,
    people_counted,
    *SINGLE,
)
FIGURES = Grammar("figures", RULES)


_TELLS = frozenset(("NUMBER", "harms", "state", "suffers"))


def figures(sentence: Sentence) -> list[FigureDraft]:
    """The figures of a sentence, in its order."""
    if sentence.present.isdisjoint(_TELLS):
        return []
    units = sentence.units
    if any("stop" in unit for unit in units[:-1]):
        units = joined(units)  # 10 U.S. citizens
    if "quote" in sentence.present:
        units = with_quoted(units, sentence.text)
    counted = with_counts(units)
    found = with_fates(counted, [find.value for find in FIGURES.read(counted, sentence.text)])
    return with_shared(units, found)
