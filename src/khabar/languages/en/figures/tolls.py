"""English figures told by their toll or their family: the death toll rose to, a family of five, 14 of the wounded, 36 of whom."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, ahead, behind, either, maybe, one_of, rule, run, seq, unit
from khabar.languages.drafts import FigureDraft
from khabar.languages.en.figures.counting import speak
from khabar.languages.en.figures.drafting import AGED, COUNT, NOUN, STOPS, drafted, nearby, said, single

_TO = either(unit("to_word"), unit("at_word"))


_NEXT = run(unit("word", but=STOPS), 0, 3, short=True)


@rule(
    seq(
        either(
            seq(unit("toll_noun")["toll"], run(unit(but=("mark", "toll_moves")), 0, 9, short=True), unit("toll_moves")),
            seq(unit("toll_moves"), maybe(unit("det")), unit("toll_noun")["toll2"]),
        ),
        maybe(run(unit(but=("mark", "from")), 0, 6, short=True), _TO),
        maybe(unit("adverb")),
        COUNT,
    ),
    takes="""
        The death toll rose to at least 31 on Monday.
            text: at least 31
            measure: killed
            count_kind: total
        The death toll from a ferry accident on the lake has risen to 63.
            text: 63
        Toll climbs to seven after the blast
            text: seven
        By night the death toll had reached 40.
            text: 40
        Officials revised the death toll down to 19 from 24.
            text: 19
    """,
    refuses="""
        The toll for lorries rose to 12 euros.
        The death toll is not known.
    """,
)
def toll_that_moves(m: Match) -> FigureDraft | None:
    """The toll rose to, stands at, has reached: the number behind counts all the dead so far."""
    found = drafted(m, said(m, "toll" if m.slot("toll") else "toll2", "toll_noun"))
    return replace(found, count_kind="total") if found is not None else None


@rule(
    seq(unit("family_word")["noun"], unit("of"), COUNT),
    takes="""
        Shells killed a family of five in the village.
            text: five
            measure: killed
        A family of four died when the roof fell.
            text: four
            measure: killed
    """,
    refuses="""
        A family of farmers died when the roof fell.
        He comes from a family of six brothers.
    """,
)
def family_of_so_many(m: Match) -> FigureDraft | None:
    """A family of five is five people."""
    measure, noun = nearby(m), m.take("noun")
    following = m.units[m.last] if m.last < len(m.units) else None
    if following is not None and "people" in following.signature:
        return None
    word = m.take("number")[0]
    return FigureDraft((word.start, word.end), word["COUNT"], measure, m.rule.id, of=(noun.start, noun.end))


@rule(
    seq(
        *(COUNT, unit("of"), unit("article")),
        either(seq(maybe(unit("NUMBER")), unit("people", "state")["whole"]), seq(unit("NUMBER"), unit("people"))),
    ),
    takes="""
        The nurse said 14 of the wounded were in danger.
            text: 14
            measure: injured
            count_kind: subset
        Seven of the nine hostages were freed.
            text: Seven
            measure: released
        Five of the 12 dead were drivers.
            text: Five
            measure: killed
    """,
    refuses="""
        The wounded were 14 in all.
        Two of the bridges fell.
    """,
)
def some_of_the_dead(m: Match) -> FigureDraft | None:
    """So many of the wounded, of the 12 dead: a part of them."""
    if m.slot("whole"):
        return drafted(m, m.take("whole")[0]["state"], subset=True)
    found, last = drafted(m, "other", subset=True), m.units[m.last - 1]
    return replace(found, of=(last.start, last.end)) if found is not None else None


@rule(
    seq(COUNT, unit("whom_word")),
    takes="""
        Police arrested 400 people, 36 of whom are still held.
            text: 36
            measure: arrested
            count_kind: subset
        The blast wounded nine men, two of them badly.
            text: two
            measure: injured
    """,
    refuses="""
        The clerk, who held 36 of the keys, left.
        He spoke of whom he pleased.
    """,
)
def some_of_whom(m: Match) -> FigureDraft | None:
    """So many of whom, of them: a part of those counted before, and of their fate."""
    measure = nearby(m)
    return drafted(m, measure, subset=True) if measure != "other" else None


@rule(
    seq(
        unit("a_one")["number"],
        AGED,
        NOUN,
        ahead(
            either(
                seq(one_of("and", "comma"), maybe(unit("possessive_det")), unit("COUNT")),
                seq(unit("and"), one_of("a_one", "possessive_det"), AGED, _NEXT, unit("people")),
            )
        ),
    ),
    takes="""
        A nurse and three soldiers were wounded in the blast.
            text: nurse
            measure: injured
            implicit: True
        A woman and her two children were killed in the strike.
            text: woman
            measure: killed
        A policeman and a watchman were killed in the raid.
            text: policeman
            measure: killed
    """,
    refuses="""
        A nurse and three soldiers met at noon.
        The nurse was wounded.
    """,
)
def single_before_others(m: Match) -> FigureDraft | None:
    """One who stands before others of one verb shares their fate."""
    found = single(m, "other")
    return replace(found, measure="other") if found is not None else None


@rule(
    seq(behind(unit("and")), one_of("a_one", "possessive_det")["number"], AGED, NOUN),
    takes="""
        The dead include three women and a 6-year-old boy.
            text: boy
            measure: killed
            implicit: True
        The blast killed two guards and a nurse.
            text: nurse
        The bomb killed a soldier and his driver.
            text: driver
    """,
    refuses="""
        Two men were killed, residents and a doctor said.
        The blast injured 15, a doctor and an official said.
        The blast killed the guards, and a nurse called for help.
        Three women and a boy sang.
    """,
)
def single_behind_others(m: Match) -> FigureDraft | None:
    """One who is joined to a count before shares its fate."""
    before = m.units[m.first - 2] if m.first > 1 else None
    measure = nearby(m)
    if before is None or "people" not in before.signature or not _is_counted(m, m.first - 2):
        return None
    if speak(m.units, m.take("noun").last):
        return None  # a doctor and an official said
    found = single(m, measure)
    if found is not None and measure == "other":
        return replace(found, measure="other")  # whose fate may stand behind it
    return replace(found, subset=True, count_kind="subset") if found is not None and _is_listed(m) else found


@rule(
    seq(unit("subset"), unit("a_one")["number"], AGED, NOUN),
    takes="""
        Five people, including a child, were killed in the flood.
            text: child
            measure: killed
            implicit: True
            count_kind: subset
        The blast wounded 12 men, among them a baker.
            text: baker
            measure: injured
    """,
    refuses="""
        Six towns, including a harbour, lay in ruins.
        Five people, including two children, were killed.
    """,
)
def single_among_others(m: Match) -> FigureDraft | None:
    """Including a child: one of the people counted before, and of their fate, which may stand behind them both."""
    measure = nearby(m)
    found = single(m, measure)
    if found is None or not any("COUNT" in u.signature for u in m.units[max(m.first - _NEAR, 0) : m.first]):
        return None
    return replace(found, measure=measure, subset=True, count_kind="subset")


_NEAR = 8  # units between a whole and its part


def _is_counted(m: Match, noun: int) -> bool:
    """Whether a count, or "a", stands before a noun and its adjectives."""
    for at in range(noun - 1, max(noun - _ADJECTIVES, -1), -1):
        if m.units[at].signature & {"COUNT", "a_one"}:
            return True
        if m.units[at].signature & {"mark", "and", "prep"}:
            return False
    return False


_ADJECTIVES = 5  # units


def _is_listed(m: Match) -> bool:
    """Whether a count behind "include" opens the list."""
    return any("subset" in u.signature for u in m.units[max(m.first - 8, 0) : m.first])


RULES = (
    toll_that_moves,
    family_of_so_many,
    some_of_the_dead,
    some_of_whom,
    single_before_others,
    single_behind_others,
    single_among_others,
)
