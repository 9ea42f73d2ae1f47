"""Homographs of speech verbs: forms that are another word, or another sense of the verb, by their letters or neighbours."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.lists.words import beside_cues
from khabar.languages.ar.phrases.name_words import YEH
from khabar.languages.ar.phrases.shapes import is_past

_SPREAD = ("نشر", "بث")  # the sending out of a text, of troops


def _is_deed(units: Sequence[Unit], at: int) -> bool:
    """The act rather than the verb: behind "had before", or as what an announcement before it announces (announced on Sunday
    the sending of).
    """
    if units[at - 1].view in _BEFORE:
        return True
    if not units[at - 1].signature & {"TIME", "comma"} or "+and" in units[at].signature:
        return False
    told = next((k for k in range(at - 1, max(at - 10, -1), -1) if "cue" in units[k].signature), None)
    if told is None or any(unit.signature & {"comp", "colon", "stop", "quote"} for unit in units[told:at]):
        return False
    return "event_np" in units[told]["cue"].flags and "ambiguous" not in units[told]["cue"].flags


_BEFORE = ("سبق", "تم", "جري")
_AGGRESSIVE = "عدواني"
_CALLED, _JUDGED, _ADDRESSED = "نادى", "حكم", "وجه"
_DISCLOSED, _SECRETS = (
    "أفشى",
    frozenset(("سر", "سرا", "سره", "سرها", "سرهم", "اسرار", "اسراره", "اسرارها")),
)  # else the spreading of a disease


_VOCATIVES = ("ايها", "ايتها")
_HAD_THEY = ("لو", "ولو")


_MY_EYE = ("نظري", "نظره", "نظرها", "نظرنا", "انتباهي", "انتباهه", "انتباهها", "انتباهنا")


def _is_of_other_speech(units: Sequence[Unit], at: int, lemma: str) -> bool:
    """Had they announced, which they have not; it caught my eye; a reaction; its need, its spreading; know, O brother; who
    perished, where nothing was ruled; he served a sentence, spent years.
    """
    following = units[at + 1].view if at + 1 < len(units) else ""
    if lemma == "عد" and units[at].view == _AGGRESSIVE:
        return True  # spelt like "they counted me"
    if lemma == _ADDRESSED and "+pron" in units[at].signature and at and "medium" in units[at - 1].signature:
        return True  # a speech | that he addressed to
    if lemma == "قضى" and _spends(units, at + 1):
        return True
    if lemma == "قضى" and at and "rel" in units[at - 1].signature:
        return all(u.signature.isdisjoint(_RULES) for u in units[at + 1 : at + 4])
    caught = (lemma == "لفت" and following in _MY_EYE) or (lemma == "رد" and following == _ACTION)
    caught = caught or (
        lemma == _DISCLOSED
        and not any(u.view.removeprefix(ARTICLE) in _SECRETS for u in units[at + 1 : at + 1 + _NEAR])
    )
    caught = caught or (units[at].signature >= _ITS_NEED and "cue_noun" not in units[at].signature)
    return caught or following in _VOCATIVES or (at > 0 and units[at - 1].view in _HAD_THEY)


def _spends(units: Sequence[Unit], first: int) -> bool:
    """Whether a sentence, or a length of time, stands behind "spent", its subject perhaps between: nobody rules anything."""
    spent = beside_cues("spent")
    for unit in units[first : first + _NEAR]:
        if unit.view in spent or "NUMBER" in unit.signature:
            return True
        if not unit.signature.isdisjoint(_RULES):
            return False
    return False


_NEAR, _ACTION = 3, "فعل"


def _is_so_called(units: Sequence[Unit], at: int, lemma: str) -> bool:
    """Who is called so-and-so (one of them, called Maryam, said): with alef maqsura the passive of "to call", no claiming that; and
    a noun in quotation marks behind its preposition (called for | "disclosure of"); who brings a charge against somebody.
    """
    if at > 1 and "quote_open" in units[at - 1].signature and "prep" in units[at - 2].signature:
        noun = not units[at].signature.isdisjoint(_ACTS)
        return noun or all(slot[0] in "pP" for slot in units[at]["verb"])
    if lemma not in _CLAIMS:
        return False
    unit, following = units[at], units[at + 1].signature if at + 1 < len(units) else frozenset()
    near = units[at + 1 : at + _PROSECUTED] if lemma == _CLAIMS[0] else ()
    if any("ala" in u.signature for u in near):
        return not any("comp" in u.signature for u in near)
    called = unit.text.endswith(_MAQSURA) and not is_past(unit)
    return called and not following & {"comp", "bi_comp", "colon", "quote_open", "prep"}


def _is_typed_name(units: Sequence[Unit], at: int) -> bool:
    """In the district of Arhab, which may also be "welcomed", in quotation marks or not."""
    head = at - 2 if at > 1 and "quote_open" in units[at - 1].signature else at - 1
    if head < 0 or "place_strict" not in units[head].signature or "+al" in units[head].signature:
        return False
    return not any(unit.signature & {"comp", "bi_comp"} for unit in units[at + 1 : at + 2])


_PROSECUTED = 6  # units: who brings a charge, and "against" behind him
_ACTS = frozenset(("event_noun", "masdar", "cue_noun"))
_CLAIMS, _MAQSURA = ("ادعى", "دعا"), "\N{ARABIC LETTER ALEF MAKSURA}"


def is_other_word(units: Sequence[Unit], at: int) -> bool:
    """A form that another word or another sense of the verb has, as its letters or its neighbours show: "here" is no
    congratulating, "took" no reproach; only responsibility is laid on somebody; an age is reached, not told.
    """
    unit = units[at]
    lemma = unit["cue"].lemma
    if lemma in _SPELT and any(slot[0] == "p" for slot in unit["verb"]) and _SPELT[lemma] not in unit.text:
        return True
    if unit.signature & {"toponym", "given"} and all(slot[-1] == "d" or slot[-2:] == "fp" for slot in unit["verb"]):
        return True
    following = units[at + 1 : at + 2]
    named = "toponym" in unit.signature and _is_typed_name(units, at)
    if named or _is_of_other_speech(units, at, lemma) or _is_so_called(units, at, lemma):
        return True
    listed = at > 0 and units[at - 1].signature & {"mark", "quote"} and "+and" not in unit.signature
    if listed and "given" in unit.signature and any(u.signature & {"name", "given"} for u in following):
        return True  # a list of names: – Yahya So-and-so –
    if (lemma in _SPREAD and at > 1 and _is_deed(units, at)) or (
        lemma == _JUDGED and any("prep_pron" in u.signature for u in following)
    ):
        return True  # the sending out of; was sentenced
    if lemma == _CALLED and unit.text.endswith(YEH):
        return True  # the club, not: called out
    if lemma == "أبلغ" and any(u.signature & _COUNTS or u.view in _AMOUNTS for u in following):
        return any(slot[0] in "iI" for slot in unit["verb"])  # reaches so many; their age, their number amounts to
    if "+pron" in unit.signature and unit["cue"].act == "other" and unit["cue"].frames <= _GOVERNED:
        return True  # its advance: a verb without object takes no pronoun
    if lemma == "شبه" and "+pron" not in unit.signature and all(slot[0] in "pP" for slot in unit["verb"]):
        return not unit.signature & {"+and", "+fa"}
    if lemma == "عد" and "+pron" not in unit.signature and all(slot[0] in "iIjJ" for slot in unit["verb"]):
        return True  # is counted among: a copula
    if lemma == "علم" and not any(u.signature & _LEARNS_FROM for u in following):
        return True
    return lemma == "حمل" and not any(_BLAME in u.view for u in units[at + 1 : at + 18])


_AMOUNTS = frozenset(
    (
        *("عمر", "عمره", "عمرها", "عدد", "عددهم", "عددها", "اجمالي", "طول", "طوله", "طولها", "حجم", "قيمه", "قيمته"),
        *("قيمتها", "سعر", "سعره", "وزن", "وزنه", "مساحه", "مساحتها", "متوسط", "معدل", "ارتفاع", "سكان", "عرض", "نسبه"),
    )
)
_RULES = frozenset(("+bi", "bi_comp", "bi_free", "comp"))
_COUNTS = frozenset(("min", "NUMBER", "digits"))
_LEARNS_FROM = frozenset(("media", "media_head", "media_name", "quote_open", "min", "an"))


_ITS_NEED = frozenset(("+pron", "abstract"))
_GOVERNED = frozenset(("b", "an", "ila", "ala", "min", "li", "fi"))


_BLAME = "مسوولي"  # responsibility, with or without article and pronoun


_SPELT = {"هنأ": "أ", "آمن": "آ", "آخذ": "آ"}
