"""Claims by a noun: a call to, an order for, allegations that, in protest against.

A noun carries a claim only when its content is there, right behind it or behind the genitive that names the speaker.
The same nouns name events and topics all over the news, so the rule asks for the noun's own preposition or
complementiser, and for an act word after a preposition.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Match, Unit, rule, unit
from khabar.languages.ar.claims.anchors import Anchor
from khabar.languages.ar.claims.colons import is_labelled
from khabar.languages.ar.claims.givers import TO_SOMEBODY, behind_given_out, giver_of, of_clause
from khabar.languages.ar.claims.relays import directed_to
from khabar.languages.ar.claims.requests import REQUEST, wanted
from khabar.languages.ar.claims.whose_object import is_accused
from khabar.languages.ar.lists.cues import SPEECH, Cue
from khabar.languages.ar.phrases.agreeing import is_its_adjective
from khabar.languages.ar.phrases.asides import only_asides
from khabar.languages.ar.phrases.names import name_draft
from khabar.languages.ar.phrases.nouns import noun_phrase_end
from khabar.languages.ar.phrases.objects import is_eventful
from khabar.languages.ar.phrases.openings import Opening, opening
from khabar.languages.ar.phrases.second_phrases import split_object
from khabar.languages.ar.phrases.shapes import ends_indefinite, is_adjective, is_article, is_owned
from khabar.languages.ar.phrases.voices import SOURCES
from khabar.record.vocabulary import FoundBy

_NEAR, _FAR = 7, 10
_ORDER = "أمر"


@rule(
    unit("cue_noun", but=("CUE", "REL_CUE", "NEG_CUE", "said_of_self")),
    takes="""
    وجدد الوزير دعوته إلى تسليم السلاح.
        cue: دعوته
        content: تسليم السلاح
        act: request
    وصدرت دعوات لإجراء تحقيق مستقل.
        content: إجراء تحقيق مستقل
        speaker_name: ?
    وأغلقت البلدية السوق بذريعة تنظيم السير.
        cue: ذريعة
        content: تنظيم السير
        speaker_name: البلدية
    وقال المحافظ إن الدعوات إلى مهاجمة المقار "غير قانونية".
        content: مهاجمة المقار
    وجاء ذلك بعد إعلان البلدية إغلاق السوق.
        speaker: البلدية
        content: إغلاق السوق
    ورغم نفي النقابة التوصل إلى اتفاق، استمر العمل.
        speaker: النقابة
        content: التوصل إلى اتفاق
        act: deny
    وأصدر الحاكم أمراً للشرطة بإغلاق الجسر.
        speaker: الحاكم
        content: إغلاق الجسر
        act: order
    وجاء ذلك بعد اتهام الحارس بسرقة المال.
        speaker_name: ?
        content: سرقة المال
    ولم يتضح سبب طلب البلدية مضخات من العاصمة.
        speaker: البلدية
        content: مضخات من العاصمة
        act: request
    """,
    refuses="""
    وزاد دعم الحكومة مشروعاتها الزراعية.
    وتزايدت المطالب الشعبية.
    ولبى السفير دعوة العشاء.
    وبحث المجلس مطالب السكان.
    ورد المدير على طلب الشركة أمس.
    وقُبل طلب الطالبة منى.
    وانتهى الأمر بين الجارين بأن باع أحدهما داره.
    """,
)
def noun_with_content(m: Match) -> Anchor | None:
    """A noun of speech with its content: the speaker is its genitive or pronoun, or is not said."""
    at, units, cue = m.first, m.units, m.units[m.first]["cue_noun"]
    if is_labelled(units, at) or _is_no_speech(units, at, cue):
        return None
    opened = _pretext(m, at, cue) or opening(units, at + 1, cue) or wanted(units, at, cue)
    if opened is None or opened.at - at > _FAR or _is_matter(units, at, cue, opened):
        return None
    first = behind_given_out(units, at)
    end = noun_phrase_end(units, first, opened.at)
    who = split_object(units, first, end) if cue.act in TO_SOMEBODY else end
    described = first == at + 1 and _is_described(units, at, end)
    speaks = end > first and not described and (first > at + 1 or _owns(units[at], cue))
    if opened.at - at > _NEAR and not speaks:
        return None
    if not _own(m, at, opened, cue, speaks=speaks) or _holds_another(units[at + 1 : opened.at - 1]):
        return None
    apart = end not in (first, opened.at, opened.at - 1) and not (speaks and _is_told_aside(units, at, end, opened))
    addressed = directed_to(units, end, opened.at) if cue.act in TO_SOMEBODY else None
    unsaid = end > first and ((not speaks and not described) or _is_object(units, first, cue))
    if unsaid or (apart and addressed is None):
        return None
    accused = speaks and is_accused(units, first, who, cue, opened)
    speaks &= not accused
    source = of_clause(units, at, cue, owned=end == first) or ((first, who) if speaks else None)
    return Anchor(
        at=at,
        cue=cue,
        cue_span=(units[at].cut + 1 if "+bi" in units[at].signature else units[at].cut, units[at].end),
        clause=at,
        cuts=False,
        frame=opened.frame,
        opens=opened.at,
        start=opened.start,
        found_by="noun" if speaks else "explicit" if source else _found_by(m, at, cue, opened),
        speaker=name_draft(units, *source, m.text) if source else None,
        addressee=(units[first].cut, units[end - 1].end) if accused else addressed,
        kind="noun",
        rule=m.rule.id,
    )


def _is_no_speech(units: Sequence[Unit], at: int, cue: Cue) -> bool:
    """The outlet's own reminder (it is worth mentioning that), expectation or allusion, a charge, or nobody's word."""
    if "impersonal" in cue.flags and not (at > 0 and "min" in units[at - 1].signature and is_article(units[at])):
        return True  # it is to be expected that
    if at == 0:
        return False
    before = units[at - 1]
    if before.view in _FOOTERS or before.view in _CHARGES or "worth" in before.signature:
        return True
    return _is_nobodys(units, at) or _is_aside(units, at)


def _is_nobodys(units: Sequence[Unit], at: int) -> bool:
    """The most worrying; what was done to them (they were invited to): no word of anybody."""
    before = units[at - 1].view
    return before in _MOST or (before.removeprefix("و") in _WAS_DONE and "+pron" in units[at].signature)


_MOST = ("الاكثر", "اكثر", "الاشد", "اشد", "الاقل", "اقل")
_WAS_DONE = ("تم", "تمت", "يتم", "تتم", "جري", "جرت")


def _is_aside(units: Sequence[Unit], at: int) -> bool:
    """In allusion to, taking into account that: the outlet explains.  Told "The Report Today" that: a name of two or three
    words in quotation marks.
    """
    before = units[at - 1].signature
    if "fi" in before and units[at].view in _ALLUSION:
        return True
    return "quote_open" in before and any("quote_close" in unit.signature for unit in units[at + 2 : at + 4])


def _is_object(units: Sequence[Unit], at: int, cue: Cue) -> bool:
    """Whether the word behind the noun is whom it calls on, somebody's own (a call to his supporters to), or a verb that goes on
    with it (chants that demand).
    """
    signature = units[at].signature
    alone = at + 1 < len(units) and "ila" in units[at + 1].signature and "+pron" in signature
    own = alone and not signature & {"role", "org_head", "name", "given"} and cue.act == "request"
    return own or ({"cue", "verb"} <= signature and signature.isdisjoint(_SOURCES) and not is_article(units[at]))


def _is_matter(units: Sequence[Unit], at: int, cue: Cue, opened: Opening) -> bool:
    """Not the order but the matter: it ended between them in that …; not what another says (a demand to join, and X: …)."""
    if opened.frame == "colon" and "+and" in units[opened.at - 2].signature:
        return True
    unit = units[at]
    return cue.lemma == _ORDER and is_article(unit) and opened.frame == "clause"


def _found_by(m: Match, at: int, cue: Cue, opened: Opening) -> FoundBy:
    """How the source of a noun without a genitive is found: as that of a participle, by a pronoun, or not at all.  "His" accusation
    with nothing before its "of" is that of which somebody accuses him.
    """
    if cue.act == "accuse" and opened.frame == "b" and opened.at == at + 1 and "+pron" in m.units[at].signature:
        return "impersonal"
    if _is_state(m, at, cue):
        return "participle"
    return "pronoun" if "+pron" in m.units[at].signature or giver_of(m.units, at) is not None else "impersonal"


_SOURCES = SOURCES | {"people"}


def _holds_another(units: Sequence[Unit]) -> bool:
    """Another noun of speech between the noun and its content, other than the word for a body (the opposition)."""
    return any("cue_noun" in u.signature and "org_head" not in u.signature for u in units)


def _is_told_aside(units: Sequence[Unit], at: int, first: int, opened: Opening) -> bool:
    """Whether only when, where and how it was said stands between the source and "that" (the mayor's saying, yesterday, that)."""
    told = opened.frame == "clause" and bool(units[at + 1].signature & SOURCES) and units[first - 1].view != _AND
    return told and only_asides(units, first, opened.at - 1)


def _is_described(units: Sequence[Unit], at: int, end: int) -> bool:
    """Adjectives, not a speaker, behind the noun: growing calls for, the calls made abroad for."""
    if end == at + 1:
        return False
    definite = is_article(units[at]) and is_article(units[at + 1])
    if units[at + 1].signature == _VERB_ALONE and not is_article(units[at]):
        return True  # an ugly matter: no list knows the word as one who speaks
    if end == at + 2 or units[at + 2].signature & _BEHIND_ADJECTIVES:
        definite = definite or is_adjective(units[at + 1]) or is_its_adjective(units[at], units[at + 1])
    return definite or all("quality" in u.signature or is_adjective(u) for u in units[at + 1 : end])


def _owns(unit: Unit, cue: Cue) -> bool:
    """Whether the genitive of a noun of speech is who speaks."""
    return "subject_gen" in cue.flags and _takes_genitive(unit)


def _takes_genitive(unit: Unit) -> bool:
    """A noun that may have who speaks behind it: no indefinite accusative, none with a pronoun (their condolences | and)."""
    if "+pron" in unit.signature:
        return False
    indefinite = unit.view.endswith("ا") and "+al" not in unit.signature
    return not indefinite and not ends_indefinite(unit)


def _is_state(m: Match, at: int, cue: Cue) -> bool:
    """In protest against, on the pretext of: the subject of the clause says so, as with a participle."""
    unit_ = m.units[at]
    adverb = "adverbial" in cue.flags and unit_.view.endswith("ا") and "+al" not in unit_.signature
    if at > 0 and m.units[at - 1].view in _CONTENT and "+bi" in unit_.signature:
        return True  # content to say that
    purpose = {"+li", "+al"} <= unit_.signature and cue.act in ("request", "condemn", "reject", "support")
    return adverb or purpose or ("+bi" in unit_.signature and "with_b" in cue.flags and "+pron" not in unit_.signature)


_AND, _VERB_ALONE = "و", frozenset(("verb",))
_BEHIND_ADJECTIVES = frozenset(("verb", "+li"))  # angry chants | that demand, Sildanian charges | against
_ALLUSION = ("اشاره", "الاعتبار")
_CHARGES = ("بتهمه", "تهمه", "بتهم", "تهم", "جريمه", "بجريمه")  # incitement as a crime: nobody's words
_FOOTERS = ("رابط",)  # of the news at the foot of a page
_CONTENT = ("مكتفيا", "مكتفيه", "مكتفين", "مكتفيين")


def _pretext(m: Match, at: int, cue: Cue) -> Opening | None:
    """On the pretext of …: whatever noun follows is what is pleaded."""
    units = m.units
    if "np" not in cue.frames or "+bi" not in units[at].signature or not _is_state(m, at, cue) or at + 1 >= len(units):
        return None
    following = units[at + 1].signature
    return (
        None if following & {"mark", "prep", "verb", "TIME"} - {"quote"} else Opening("np", at + 1, units[at + 1].start)
    )


def _own(m: Match, at: int, opened: Opening, cue: Cue, *, speaks: bool) -> bool:
    """Whether the opening belongs to the noun: a clause always; a phrase when it begins with an act word, an object behind
    the source whose act the noun is (the movement's denial of, the ministry's announcement of).
    """
    units = m.units
    if opened.frame in SPEECH:
        return "quote" not in opened.frame
    adverb = opened.at == at + 1 and _is_state(m, at, cue) and "+bi" not in m.units[at].signature
    if opened.frame == "np" and _is_state(m, at, cue) and "+bi" in m.units[at].signature:
        return True
    of_source = speaks and bool(units[at + 1].signature & _SOURCES)
    if opened.frame in ("np", "an"):
        material = cue.act == "support" and "ambiguous" in cue.flags  # support is given in kind too
        return of_source and not material and (cue.lemma == REQUEST or _is_act(units[opened.at]))
    pointed = "demonstrative" in units[opened.at].signature and opened.at + 1 < len(
        units
    )  # the denial of | these charges
    if not (adverb or is_eventful(units[opened.at + pointed])):
        return False
    if adverb or (of_source and cue.act in TO_SOMEBODY):
        return True
    return "ambiguous" not in cue.flags or opened.at == at + 1 or giver_of(units, at) is not None


def _is_act(unit: Unit) -> bool:
    """An act word, or a noun with a pronoun that takes up the source (its control of the town)."""
    return is_eventful(unit) or is_owned(unit)
