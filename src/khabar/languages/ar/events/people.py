"""People whose name says what they do together: demonstrators, strikers, and the dead who fell."""

from __future__ import annotations

from msgspec.structs import replace

from khabar.grammar import Match, either, maybe, not_ahead, one_of, rule, seq, unit
from khabar.languages.ar.events.acts import trigger
from khabar.languages.ar.events.by_whom import by_whom
from khabar.languages.ar.events.phrases import phrase_end, words
from khabar.languages.ar.events.ranks import of_ranks
from khabar.languages.ar.events.settings import setting
from khabar.languages.ar.phrases.against_fact import is_against_fact
from khabar.languages.ar.phrases.shapes import is_article
from khabar.languages.drafts import EventDraft, PartyDraft
from khabar.record.vocabulary import EventType

_BUILDING = one_of("place_facility", "org_head", "countable", but=("+and", "+li", "+bi"))
_ENTERING = one_of("participants", "enters", but=("+li",))


@rule(
    seq(
        one_of("NUMBER", "whoever", "gathers", but=("one_of_them",)),
        maybe(unit("min")),
        unit("participants", but=("ACT", "+li", "+and"))["people"],
    ),
    takes="""
    خرج آلاف المتظاهرين إلى الساحة الكبرى.
        trigger: المتظاهرين
        type: PROTEST
        actor: آلاف المتظاهرين
    تجمع محتجون أمام مبنى البلدية.
        trigger: محتجون
        type: PROTEST
    تجمع العشرات من المتظاهرين أمام مبنى البلدية.
        trigger: المتظاهرين
        actor: العشرات من المتظاهرين
    """,
    refuses="""
    حضر المدعوون الحفل.
    قال أحد المارة إن المتظاهرين هادئون.
    قال أحد المتظاهرين إن المطر توقف.
    واعتذر الضابط لمقتل اثنين من المتظاهرين.
    وحتى لو أن عدد المتظاهرين أقل فالحركة مستمرة.
    """,
)
def demonstrators(m: Match) -> EventDraft | None:
    """A number of demonstrators, or demonstrators who gather: the event, when the paragraph names it by no other word.  Two of
    the demonstrators are some of them, dozens of demonstrators are all there were.
    """
    some = "min" in m.units[m.first + 1].signature and "NUMBER" in m.whole[0] and m.whole[0]["NUMBER"].bound != "vague"
    return None if some or is_against_fact(m.units, m.first) else _told_by_people(m, "PROTEST", "gathers")


@rule(
    seq(_ENTERING["first"], _ENTERING["second"], _BUILDING["building"]),
    takes="""
    وفي مدينة السدر محتجون دخلوا المطار أمس وتظاهروا أمامه.
        trigger: دخلوا
        type: PROTEST
        actor: محتجون
        target: المطار
    دخل متظاهرون مبنى البلدية صباح أمس.
        trigger: دخل
        target: مبنى البلدية
    """,
    refuses="""
    دخل المسافرون المطار صباحاً.
    دخل المحتجون في مفاوضات مع الوزارة.
    """,
)
def demonstrators_enter(m: Match) -> EventDraft | None:
    """Demonstrators who enter or occupy an airport or a parliament: where they are no longer in the street, it is news."""
    at, people_at, building = m.first, m.first + 1, m.take("building").first
    if "enters" not in m.units[at].signature:
        at, people_at = people_at, at
    verb = m.units[at]
    if "enters" not in verb.signature or "participants" not in m.units[people_at].signature:
        return None
    here = setting(m.units, at, at + 1)
    return EventDraft(
        trigger=trigger(verb),
        type="PROTEST",
        rule=m.rule.id,
        lemma=verb.view,
        kind="verb",
        phrase=trigger(verb),
        where=here.where,
        when=here.when,
        subtype="violent",
        actor=words(m.units, people_at, people_at + 1, m.text),
        target=words(m.units, building, phrase_end(m.units, building), m.text),
    )


@rule(
    seq(
        unit("people", but=("participants",)),
        maybe(unit(but=("mark", "prep", "+and", "people", "TIME"))),
        unit("strikers", but=("+and", "+li"))["people"],
    ),
    takes="""
    أطلقت الشرطة النار على عمال مضربين في مدينة السدر أمس، فقتلت ثلاثة منهم.
        trigger: مضربين
        type: PROTEST
        subtype: strike
    التقى الوزير أمس عمالاً مضربين في مدينة السدر.
        trigger: مضربين
    """,
    refuses="""
    قال الوزير إن العمال عادوا إلى المصنع.
    """,
)
def strikers(m: Match) -> EventDraft:
    """Workers who are on strike, told by an adjective: the strike is news where something befell them."""
    found = _told_by_people(m, "PROTEST", "gathers")
    return replace(found, subtype="strike", actor=words(m.units, m.first, m.last, m.text))


@rule(
    seq(one_of("NUMBER", "whoever", "falls"), unit("DEAD", but=("deceased",))["people"], not_ahead(unit("ACT_NOUN"))),
    takes="""
    سقط عشرات القتلى في العاصمة.
        trigger: القتلى
        type: ASSAULT
        target: عشرات القتلى
    ثلاثة قتلى شمال المدينة.
        trigger: قتلى
        target: ثلاثة قتلى
    """,
    refuses="""
    أدت الغارات إلى سقوط عشرات القتلى.
    حضر عشرات الضيوف.
    ارتفع عدد قتلى الهجوم.
    نقلت سيارة الإسعاف ثلاثة متوفين.
    """,
)
def the_dead(m: Match) -> EventDraft | None:
    """The dead stand for what killed them when the paragraph tells nothing else of it."""
    return _told_by_people(m, "ASSAULT", "falls")


@rule(
    seq(
        unit("DEAD", but=("+al", "+and", "+bi", "+li", "deceased"))["people"],
        unit("+and", "people", but=("+al",)),
        not_ahead(unit("ACT_NOUN")),
    ),
    takes="""
    قتلى وجرحى في بلدة السدر صباح أمس، وتوعد مسلحون بقصف المخزن.
        trigger: قتلى
        type: ASSAULT
        target: قتلى وجرحى
    شهداء وجرحى في مخيم السدر، وتوعد مسلحون بقصف المخزن.
        trigger: شهداء
        type: ASSAULT
    """,
    refuses="""
    أدى الهجوم إلى قتلى وجرحى.
    قالت الوزارة إن بين الضحايا قتلى وجرحى.
    """,
)
def dead_and_hurt_at_the_head(m: Match) -> EventDraft | None:
    """Dead and hurt at the head of a headline or a sentence, uncounted: what killed them, when nothing else tells it."""
    return _told_by_people(m, "ASSAULT", "falls") if m.first == 0 else None


@rule(
    seq(
        either(seq(unit("NUMBER", but=("+al", "whoever")), unit("min")), unit("among_prep")),
        unit("DEAD", "+al", but=("deceased",))["people"],
        not_ahead(unit("ACT_NOUN")),
    ),
    takes="""
    نشرت البلدية أسماء ستة من القتلى، وتوعد مسلحون بقصف مخزن في السدر.
        trigger: القتلى
        type: ASSAULT
        target: ستة من القتلى
    توعد مسلحون بقصف السدر بالصواريخ بعدما قالت البلدية إن ثلاثة أطفال بين القتلى.
        trigger: القتلى
    """,
    refuses="""
    أدى الهجوم إلى سقوط ضحايا، وبين القتلى ثلاثة أطفال.
    ثلاثة من الجرحى في حال الخطر.
    """,
)
def some_of_the_dead(m: Match) -> EventDraft | None:
    """Six of the dead, a child among the dead: what killed them is told with them, when the paragraph tells nothing else of it."""
    count = m.units[m.first].get("NUMBER")
    if count is not None and count.bound == "vague":
        return None  # dozens of dead
    found = replace(_told_by_people(m, "ASSAULT", "falls"), definite=True)
    return replace(found, target=_those_among(m) or found.target)


def _those_among(m: Match) -> PartyDraft | None:
    """The people, counted perhaps, of whom it is said that they are among the dead (three minors are | among the dead)."""
    first = m.first
    if "among_prep" not in m.units[first].signature:
        return None
    while first and m.units[first - 1].signature & _SOMEBODY and "+al" not in m.units[first - 1].signature:
        first -= 1
    return words(m.units, first, m.first, m.text)


_SOMEBODY = frozenset(("people", "NUMBER"))


def _told_by_people(m: Match, type_: EventType, verb: str) -> EventDraft:
    """The event that people stand for: its doers where they gather, its victims where they fell.  `verb` is the class of the verb
    that may stand before them, which is no word of their phrase.
    """
    at = m.parts["people"][0]
    unit_ = m.units[at]
    first = at if m.units[m.first].signature & {verb, "among_prep"} else m.first
    people = words(m.units, first, phrase_end(m.units, at), m.text)
    here = setting(m.units, at, at + 1)
    return EventDraft(
        trigger=trigger(unit_),
        type=type_,
        rule=m.rule.id,
        lemma=unit_.view,
        kind="people",
        phrase=trigger(unit_),
        where=here.where,
        when=here.when,
        takes_up=here.takes_up,
        actor=people if type_ == "PROTEST" else by_whom(m.units, at + 1, m.text),
        target=of_ranks(m.units, people, m.text) if type_ == "ASSAULT" else None,
        outcome=True,
        definite=type_ == "ASSAULT"
        and is_article(unit_)
        and not any("NUMBER" in u.signature for u in m.units[m.first : at]),
    )
