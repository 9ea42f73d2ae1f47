"""Agreement: whether a definite noun behind another can be its adjective, told by the gender and number of the two.

Subject and object of a verb-first clause stand side by side without a mark.  An adjective agrees with its noun in gender
and number, and nothing else with the article can follow a noun that has it: a second noun that does not agree is the
object (the writer | the paper; the forecast service | the citizens).
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.forms.particles import ARTICLE
from khabar.languages.ar.phrases.name_words import ADDRESS, BROKEN_PLURAL
from khabar.languages.ar.phrases.shapes import HIS, PERHAPS_ACCUSATIVE, has_preposition, is_article, is_finite


def begins_anew(units: Sequence[Unit], at: int, first: int) -> bool:
    """Whether the noun units[at] is neither the noun units[first] nor an adjective of it, with nothing but adjectives between."""
    unit, head = units[at], units[first]
    if at - 1 == first and head.view.endswith(_MEN_DO) and is_article(head) and _is_indefinite(unit):
        return True  # the protesters | the government of
    if _is_behind_construct(units, at, first) or _are_kin_of(units, at, first):
        return True
    for between in units[first + 1 : at]:
        if "+and" in between.signature or ("+al" not in between.signature and not is_article(between)):
            return False
    if at - 1 > first and _is_his(unit) and is_article(units[at - 1]):
        return True  # the Turkish president | his neighbour
    if at == first + 2 and head.view in ADDRESS and is_article(unit) and unit.signature.isdisjoint(_MAY_BE_NAME):
        return units[first + 1].signature.isdisjoint(_ADJECTIVES)  # Dr al-Nuri | the private sector
    return cannot_describe(unit, head) or (at - 1 == first and _is_other_ruler(unit, head))


def _is_behind_construct(units: Sequence[Unit], at: int, first: int) -> bool:
    """People in the plural, a body or parties with the article, behind an office or a body and its genitive (the minister of
    agriculture | the traders; the paper X | the government), where the genitive is no plural that they would describe.
    """
    unit, head, before = units[at], units[first], units[at - 1]
    if at - 1 == first or head.signature.isdisjoint(_HOLDERS) or not is_article(unit) or is_article(head):
        return False
    if not all(map(is_article, units[first + 1 : at])):
        return False
    if unit.signature & (_MAY_BE_NAME | _GLUED) or before.view.endswith(_PLURALS) or are_people(before):
        return False
    body = "org_head" in unit.signature and unit.signature.isdisjoint(_NO_NOUNS - {"org_head", "place_type"})
    return body or unit.view in _PARTIES or (are_people(unit) and "demonym" not in unit.signature)


def _are_kin_of(units: Sequence[Unit], at: int, first: int) -> bool:
    """People or a body without article that have a definite genitive, right behind a man or woman with the article (the doctor |
    the family of the wounded).
    """
    unit, head = units[at], units[first]
    if at - 1 != first or at + 1 >= len(units) or head.signature.isdisjoint(_PERSONS):
        return False
    if not is_article(head) or is_article(unit):
        return False
    somebody = unit.signature & _SOMEBODY and not unit.signature & (_GLUED | _MAY_BE_NAME | _NO_NOUN)
    return bool(somebody) and "+al" in units[at + 1].signature


def _is_indefinite(unit: Unit) -> bool:
    """A word without article that may be a noun, with nothing that joins it to what stands before."""
    return not (is_article(unit) or has_preposition(unit) or is_finite(unit) or unit.signature & _NO_NOUN)


def _is_his(unit: Unit) -> bool:
    """A noun that no list knows with the pronoun of a third person."""
    return "+pron" in unit.signature and unit.signature <= _UNKNOWN_NOUN and unit.view.endswith(HIS)


def _is_other_ruler(unit: Unit, head: Unit) -> bool:
    """A king behind a president, and the like: two men, not one with two titles."""
    return unit.view in _RULERS and head.view in _RULERS and unit.view != head.view


def cannot_describe(unit: Unit, before: Unit) -> bool:
    """Whether the definite noun `unit` right behind the definite noun `before` disagrees with it, so that it is no adjective."""
    if not is_article(unit) or "+and" in unit.signature or has_preposition(unit):
        return False
    if not is_whole(before) and not ("akin" in before.signature and before.view.endswith(HIS)):
        return False
    if unit.signature & _MAY_BE_NAME or unit.view in _AGREES_WITH_ALL:
        return False
    if _is_noun(unit):
        return True
    one = is_he(before)
    she = _is_she(before)
    if (one or she or "organisation" in before.signature) and (
        _are_many(unit) or unit.view in _PARTIES or unit.view.endswith(_ATE)
    ):
        return True
    if unit.view.endswith(_MANY) and len(unit.view) > _SHORT:
        return one or she or "ministry" in before.signature
    if one:
        return unit.text.endswith(_FEMININE)
    if are_people(before):
        said_of = unit.view.endswith(_OF_MANY) or unit.view in _OF_PEOPLE or unit.signature & _SAID_OF_PEOPLE
        return not said_of
    return she and not unit.text.endswith(_SHE) and unit.signature.isdisjoint(_ADJECTIVES)


def is_whole(unit: Unit) -> bool:
    """A word with the article, or an office of several words whose last one has it (the minister of | the Interior); the spokesman
    for wants somebody still.
    """
    if " " in unit.view:
        return unit.view.rpartition(" ")[2].startswith(ARTICLE)
    return "+al" in unit.signature or is_article(unit)


def are_people(unit: Unit) -> bool:
    """People in the plural (the residents, the traders)."""
    counted, role = unit.get("people"), unit.get("role")
    if role is not None and unit.view.removeprefix(ARTICLE) in _folded(role["plural"]).split("|"):
        return True
    return (counted is not None and counted.number == "p") or "relatives" in unit.signature


def _is_noun(unit: Unit) -> bool:
    """A word of an act, of speech or of a document that no adjective and no person is spelt like."""
    return bool(unit.signature & _NOUNS) and unit.signature.isdisjoint(_NO_NOUNS)


def _are_many(unit: Unit) -> bool:
    """A plural of people or parties, whatever its ending."""
    counted = unit.get("people")
    if counted is not None:
        return bool(counted.number == "p" and "quality" not in unit.signature)
    return "unnamed" in unit.signature and BROKEN_PLURAL.match(unit.view) is not None


def is_her_thing(unit: Unit, verb: Unit) -> bool:
    """Whether a definite noun that no list knows is feminine by its ending and stands right behind a verb of masculine forms only,
    whose subject it then cannot be (and asking for | the service), unless it takes no object at all (So-and-so pointed | to).
    """
    cue = verb.get("cue")
    if cue is not None and not cue.is_to_somebody and cue.frames.isdisjoint(_OBJECTS):
        return False
    if not unit.text.endswith(_FEMININE) or not is_article(unit) or not unit.signature <= _UNLISTED:
        return False
    third = [slot for slot in verb.get("verb") or () if slot[1] == "3"]
    return bool(third) and all(slot[2] == "m" for slot in third) and unit.view not in _MEN


def is_he(unit: Unit) -> bool:
    """A noun of one man (the minister, the accused), or of a body that a masculine verb stands before (the army)."""
    signature = unit.signature
    if "he_body" in signature or ("document" in signature and not unit.text.endswith((*_FEMININE, _ATE))):
        return unit.view not in _BROKEN
    role = unit.get("role")
    if unit.text.partition(" ")[0].endswith((*_SHE, _ATE)) and "akin" not in signature:
        return False
    if role is not None:
        return _bare(unit.view).removesuffix(_HIS) in (role["word"], _bare(_folded(role["word"])))
    counted = unit.get("people")
    return counted is not None and counted.number == "s" and not counted.feminine


def _bare(view: str) -> str:
    """A title without its articles (the prosecutor general)."""
    return " ".join(word.removeprefix(ARTICLE) for word in view.split())


def _folded(word: str) -> str:
    return word.translate(_FOLDS)


def _is_she(unit: Unit) -> bool:
    """A body whose noun ends as feminine ones do (the ministry, the police), or several, of which such adjectives are said (the
    authorities).
    """
    body = unit.signature & _BODIES and "role" not in unit.signature
    return bool(body) and unit.text.endswith((*_FEMININE, _ATE))


_HIS = "ه"
_FEMININE = ("ة",)
_SHE = ("ة", "اء", "ى", "ا", "ه")
_ATE = "ات"
_MANY, _SHORT = "ين", 7
_FOLDS = str.maketrans("أإآىةئؤ", "اااي\u0647يو")
_BODIES = frozenset(("org_head", "organisation", "media_head"))
_SAID_OF_PEOPLE = frozenset(
    (
        *("governing", "quality", "demonym", "role", "people", "participle", "org_head", "organisation", "unnamed"),
        *("kind_adjective", "place_adjective", "phrase"),
    )
)
_UNKNOWN_NOUN = frozenset(("+pron", "verb"))
_OF_MANY = ("ون", "ين", "ه", "ات", "اء", "ي")
_OF_PEOPLE = ("الكبار", "الجدد", "القدامي", "الشباب", "الصغار", "العرب", "الاجانب", "العزل", "الاحرار", "الشجعان")
_PARTIES = (
    "الدول",
    "القوي",
    "الفصايل",
    "الاحزاب",
    "القبايل",
    "العشاير",
    "البلدان",
    "الاطراف",
    "العايله",
    "الاسره",
    "المجتمع",
)
_OBJECTS = frozenset(("np", "object", "as"))
_UNLISTED = frozenset(("+al", "verb", "toponym", "name", "masdar"))
_MEN = ("القاده", "الساده", "الطلبه", "الاساتذه", "الاخوه", "الماره", "الباعه", "الورثه", "الشيعه", "السنه", "الائمه")
_MEN_DO, _PLURALS = "ون", ("ون", "ين", "ات")
_HOLDERS = frozenset(("role", "org_head", "media_head", "unnamed"))
_PERSONS, _SOMEBODY = frozenset(("role", "people", "unnamed")), frozenset(("people", "org_head", "relatives"))
_GLUED = frozenset(("+and", "+bi", "+li", "+ka", "+pron"))
_NO_NOUN = frozenset(
    (
        *("+and", "+fa", "prep", "mark", "TIME", "adverb", "rel", "comp", "bi_comp", "neg_verb", "in_the_name"),
        *("reflexive", "quote", "prep_pron", "demonym", "maybe_bi", "maybe_li", "CUE", "PART", "demonstrative"),
    )
)
_RULERS = ("الرييس", "الملك", "الامير", "الوزير", "السلطان", "البابا", "النايب", "المحافظ", "السفير", "القاضي")
_MAY_BE_NAME = frozenset(("given", "known_place", "TIME", "reflexive", "press", "mark"))
_ADJECTIVES = frozenset(("demonym", "quality"))
_AGREES_WITH_ALL = ("الاول", "الامين", "الاخر", "الاعلي")
_BROKEN = ("التقارير",)
_NOUNS = frozenset(("cue_noun", "event_noun", "measure_word", "document", "responsibility"))
_NO_NOUNS = frozenset(
    (
        *("governing", "quality", "demonym", "role", "people", "participle", "org_head", "organisation", "unnamed"),
        *("place_type", "media", "media_head", "name"),
    )
)


def is_its_adjective(noun: Unit, unit: Unit) -> bool:
    """Whether a word that the lists know as nobody is by its ending an adjective of the indefinite noun of speech before it
    (written pledges, a formal call, a real fear): feminine with it, of relation, or both in the accusative.
    """
    if is_article(noun) or is_article(unit) or unit.signature - _MAYBE_ADJECTIVE - _OF_WHERE:
        return False
    if noun.view.endswith(_PLURAL_OR_HER):
        return unit.view.endswith(_HEH) and unit.text.endswith(_FEMININE)
    relation = unit.view.endswith(_YEH) and len(unit.view) >= _LEAST and "given" not in unit.signature
    return relation or (
        unit.signature.isdisjoint(_OF_WHERE) and all(word.text.endswith(PERHAPS_ACCUSATIVE) for word in (noun, unit))
    )


_MAYBE_ADJECTIVE = frozenset(
    ("name", "verbal", "named_after", "org_head", "toponym", "quality", "place_adjective", "participle")
)
_OF_WHERE = frozenset(("place_qualifier", "demonym", "kind_adjective"))
_HEH, _YEH = "\N{ARABIC LETTER HEH}", "\N{ARABIC LETTER YEH}"
_PLURAL_OR_HER = (_HEH, "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}")
_LEAST = 5


def is_feminine_before(head: Unit, verb: Unit) -> bool:
    """Whether a feminine noun, or a plural of things, no people, stands before a verb of one man, which cannot be its own (planes |
    he is thought to have sent; it is believed).
    """
    if head.signature & _HIS_TOO or not head.view.partition(" ")[0].endswith(_HER_ENDINGS):
        return False
    return all(slot[2:] == "ms" for slot in verb["verb"] if slot[1] == "3")


_HER_ENDINGS = ("ات", "ه")
_HIS_TOO = frozenset(("people", "role", "given", "name", "unnamed", "organisation", "+pron"))


def is_masculine_act(head: Unit, verb: Unit) -> bool:
    """Whether an act or a thing whose noun is masculine stands behind a verb of hers: her object, not its subject (the government
    keeps | silence).
    """
    known = head.signature <= _ACTS_ALONE and not head.signature <= _LIKE_NAMES
    if not known or head.view.endswith((*_HER_ENDINGS, _TWO_OF_THEM)):
        return False
    return all(slot[2] == "f" for slot in verb["verb"] if slot[1] == "3" and len(slot) == 4)


_TWO_OF_THEM = "تان"
_ACTS_ALONE = frozenset(("+al", "masdar", "verb", "idiom", "unhurt", "event", "event_head", "event_noun", "abstract"))
_LIKE_NAMES = frozenset(("verb", "masdar"))  # which a name of no list may be spelt like
