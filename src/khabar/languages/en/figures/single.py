"""English figures of a single victim without a number word: the noun itself counts one."""

from __future__ import annotations

from khabar.grammar import Match, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.drafts import FigureDraft
from khabar.languages.en.figures.drafting import ADVERB, AGED, FATES, NOUN, said, single

# Where a single victim was, or how old (a woman in her 60s died).
_OF_PLACE = unit(but=("mark", "cue", "people", "COUNT", "be", "and", "rel", *FATES))
_THE_ONE = one_of("a_one", "article", "possessive_det", "another")


@rule(
    seq(unit("harms")["harm"], _THE_ONE["number"], AGED, NOUN),
    takes="""
        The shell killed a child in the yard.
            text: child
            measure: killed
            implicit: True
        Gunmen abducted a young doctor.
            text: doctor
            measure: abducted
        The flood killed his brother.
            text: brother
    """,
    refuses="""
        Two guards came to arrest a baker.
        The shell killed 3 children in the yard.
        The shell hit a school.
    """,
)
def single_victim_of_a_verb(m: Match) -> FigureDraft | None:
    """A victim without a number word is one victim, marked as implicit; not one whom somebody only means to harm."""
    if m.first and m.units[m.first - 1].signature & {"to_word", "modal"}:
        return None
    return single(m, said(m, "harm", "harms"))


# What is told of a victim before the verb: of whom (the wife of a judge), how old, who (a baker, Hale), what she did (who knelt).
_OF_WHOM = seq(unit("of"), run(unit(but=("mark", "be", "COUNT", "and", "rel", "prep", *FATES)), 1, 3, short=True))
_WHO = seq(unit("rel"), run(unit(but=("mark", "cue", "COUNT", "rel", "and", *FATES)), 1, 7, short=True))
_AGE = either(seq(maybe(unit("comma")), unit("age"), unit("NUMBER")), seq(unit("comma"), unit("NUMBER")))
_NAMED = seq(unit("comma"), run(unit("capital"), 1, 4))
_TOLD = seq(maybe(_OF_WHOM), maybe(either(_WHO, _AGE, _NAMED)), maybe(unit("comma")))


@rule(
    seq(
        _THE_ONE["number"],
        AGED,
        NOUN,
        either(
            seq(_TOLD, unit("be"), ADVERB, unit("state")["state"]),
            seq(maybe(unit("prep"), run(_OF_PLACE, 1, 4, short=True)), unit("suffers")["fate"]),
        ),
    ),
    takes="""
        A policeman was wounded at the gate.
            text: policeman
            measure: injured
            implicit: True
        In the morning a 30-year-old nurse was shot dead.
            measure: killed
        A woman in her 60s died when a tree fell.
            text: woman
            measure: killed
        The wife of a judge was shot dead at home.
            text: wife
            measure: killed
        Her husband was wounded.
            text: husband
        A nurse who was visiting the camp was also killed.
            text: nurse
        A baker, 34, was hurt when a wall fell.
            text: baker
    """,
    refuses="""
        A policeman stood at the gate.
        The crew was rescued.
        A nurse who said the boys had fled was praised.
        A nurse whose house was hit was wounded by nobody.
        A rebel spokesman said eight fighters died in the raid.
        Two policemen were wounded.
    """,
)
def single_victim_in_a_state(m: Match) -> FigureDraft | None:
    """The same as a subject: a policeman was wounded, whatever is told of him before the verb; not of whom he is the brother."""
    before = m.units[m.first - 1] if m.first else None
    if before is not None and before.view == "of" and "people" in m.units[m.first - 2]:
        return None
    if before is not None and before.signature & {"state", "harms", "event_verb"}:
        return None  # a guard who shot a boy was held
    if any(u.view == "whose" for u in m.units[m.take("noun").last : m.last]):
        return None
    measure = said(m, "state", "state") if m.slot("state") else said(m, "fate", "suffers")
    return single(m, measure) if measure not in _OF_MANY else None


_OF_MANY = ("displaced", "protesters")  # the man fled the scene


RULES = (single_victim_of_a_verb, single_victim_in_a_state)
