"""Proper names: which words of a noun phrase are the name in it, and what kind of source it names."""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.begun_objects import may_tell_purpose
from khabar.languages.ar.phrases.joins import AIDES, ONE_OF, is_aide
from khabar.languages.ar.phrases.name_words import (
    ADDRESS,
    NO_SURNAME,
    PARTIES,
    YEH,
    in_name,
    is_ali,
    is_child_of,
    is_foreign_first,
    is_foreign_last,
    is_surname,
)
from khabar.languages.ar.phrases.names_of_others import FAMILIES, is_close_to, is_nation, is_of_kin
from khabar.languages.ar.phrases.nouns import is_hyphen
from khabar.languages.ar.phrases.shapes import has_preposition, is_account, is_adjective, is_article, is_name_word

Proper = tuple[int, int, str]
"""The name proper in a phrase: its unit range (half open) and its kind (person, organisation, unnamed, document)."""


def name_in(units: Sequence[Unit], first: int, last: int) -> Proper:
    """The name proper of a phrase: unit range and kind (person, organisation, unnamed).

    A person's name is the run of name words at the end of a title chain; an institution keeps its generic noun; a
    document gives its issuer; everything else is named as it stands.
    """
    head, last = units[first], _without_remarks(units, first, last)
    if len(head.view) == 1 and "role" in head.signature and first + 1 < last:
        return *(_leading_name(units, first + 1, last) or (first + 1, last)), "person"  # Dr. So-and-so
    latest = head.view in _LATEST and first + 1 < last and "document" in units[first + 1].signature
    if latest or "document" in head.signature:
        return _issuer(units, first + latest, last)
    quoted = first + 1 < last and "quote_open" in units[first + 1].signature
    brigade = (
        "org_head" in head.signature and not is_article(head) and first + 1 < last and is_article(units[first + 1])
    )
    if head.signature & {"organisation", "media", "org_head", "media_head", "ministry"} and (
        quoted or brigade or "role" not in head.signature
    ):
        return first, last, "organisation"
    if "medium" in head.signature and is_account(units, first):
        return first, last, "organisation"
    if (head.view in FAMILIES and first + 1 < last) or ("akin" in head.signature and is_of_kin(units, first, last)):
        return first, last, "unnamed"
    leading = _name_in_marks(units, first, last) or _leading_name(units, first, last)
    if leading is not None:
        return *leading, "person"
    middle = _middle_name(units, first, last)
    if middle is not None and "given" in units[middle[0]].signature:
        return *middle, "person"
    begin = _behind_address(units, first, last) or trailing_name(units, first, last)
    if begin is not None:
        return begin, last, "person"
    middle = middle or _name_in_quotes(units, first, last) or _inner_name(units, first, last)
    if middle is not None:
        return *middle, "person"
    person = not (is_nation(units, first, last) or is_aide(units, first, last))  # the assistant of the commander
    if person and all(is_name_word(units[k]) or (is_article(units[k]) and k > first) for k in range(first, last)):
        return first, last, "person"
    return first, last, "unnamed"


def _without_remarks(units: Sequence[Unit], first: int, last: int) -> int:
    """The index behind the phrase without what is remarked on it: its Latin letters, an age or a trade in brackets, a nickname, and
    without the parties that are called upon behind it.
    """
    if last - first > _LEAST and units[last - 1].view in PARTIES and is_name_word(units[last - 2]):
        last -= 1
    if last - first > _LEAST and is_aide(units, last - 1, len(units)) and is_name_word(units[last - 2]):
        last -= 1  # So-and-so, assistant | to the head of
    last = next((k for k in range(first + 1, last) if units[k].view in _ALIASES), last)
    bracket = next((k for k in range(first + 1, last) if "bracket_open" in units[k].signature), last)
    if bracket + 1 >= last:
        return last
    inner = units[bracket + 1]
    office = units[first].signature & {"role", "given"} and bracket > first + 1
    return bracket if (inner.text.isascii() and inner.text.isalpha()) or inner.signature & _COUNTS or office else last


_COUNTS = frozenset(("digits", "NUMBER"))
_LEAST = 2  # words of a title and a name


def _name_in_marks(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """A personal name in quotation marks with which the phrase begins ("So-and-so", head of the committee)."""
    if "quote_open" not in units[first].signature or first + 1 >= last or "given" not in units[first + 1].signature:
        return None
    close = next((k for k in range(first + 2, min(first + 6, last)) if "quote_close" in units[k].signature), first)
    return (first + 1, close) if close > first and all(map(is_name_word, units[first + 1 : close])) else None


def _issuer(units: Sequence[Unit], first: int, last: int) -> Proper:
    """The body behind a document: its genitive, or what follows "for" or "issued by"; the document itself if none is named."""
    inner = first + 1
    if (
        inner < last
        and is_article(units[first]) == is_article(units[inner])
        and (is_article(units[inner]) or _is_of_kind(units, inner, last))
    ):
        inner += 1  # its adjective (the media reports, a military statement)
    while inner < last and not (
        units[inner].signature & _ISSUERS
        or ("people" in units[inner].signature and "prep" in units[inner - 1].signature)
    ):
        inner += 1
    if inner < last:
        return name_in(units, inner, last)
    plain = first + 1 < last and is_article(units[first + 1]) and "demonym" not in units[first + 1].signature
    if plain and not is_article(units[first]):
        return first + 1, last, "organisation"
    return first, last, "document"


_ISSUERS = frozenset(("org_head", "organisation", "role", "known_place", "media", "media_head", "unnamed"))


def _is_of_kind(units: Sequence[Unit], at: int, last: int) -> bool:
    """An indefinite adjective of relation (military) behind an indefinite noun, with nothing behind it that it would govern."""
    unit = units[at]
    shaped = unit.view.endswith(_RELATION) and not unit.signature & {"known_place", "given", "role", "org_head"}
    return shaped and (at + 1 >= last or not is_article(units[at + 1]))


_RELATION = (YEH, YEH + "\N{ARABIC LETTER HEH}")


def _leading_name(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """A personal name that stands before its title without a comma (So-and-so assistant chief of police)."""
    end = first
    while end < last and (
        is_name_word(units[end]) or is_surname(units, end, first - 1) or (end > first and is_foreign_last(units, end))
    ):
        if end > first + 1 and is_aide(units, end, last):
            break  # So-and-so | assistant to the head of
        end += 1
    if end - first < 2 or end >= last:
        return None
    office = units[end].signature & {"role", "unnamed"} or (is_article(units[end]) and "people" in units[end].signature)
    aide = end + 1 < last and (units[end].view in ONE_OF or units[end].view in AIDES)
    office = office or (aide and bool(units[end + 1].signature & {"role", "people", "unnamed"}))
    return (first, end - (units[end - 1].view in _SON_OF)) if office else None


def _middle_name(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """A name between two titles (Dr So-and-so adviser to; the former minister So-and-so, chairman of)."""
    if not units[first].signature & {"role", "unnamed"}:
        return None
    begin = end = _behind_adjectives(units, first + 1, last)
    while end < last and (is_name_word(units[end]) or is_surname(units, end, first) or is_child_of(units, end)):
        if is_aide(units, end, last):
            break
        end += 1
    known = any(u.signature & {"given", "name_part"} for u in units[begin:end]) or units[first].view in _ADDRESS
    office = end < last and ("role" in units[end].signature or is_aide(units, end, last))
    return (begin, end) if known and 1 < end - begin < 6 and office else None


def _behind_adjectives(units: Sequence[Unit], first: int, last: int) -> int:
    """Behind the adjectives of a title, where a first name stands (the former Sildanian president | So-and-so); else `first`."""
    at = first
    while at < last and is_article(units[at]) and ("former" in units[at].signature or units[at].view.endswith(_NISBA)):
        at += 1
    return at if at < last and "given" in units[at].signature else first


_ADDRESS = ("الدكتور", "الدكتوره", "السيد", "السيده", "الاستاذ", "الاستاذه", "المهندس", "المهندسه", "الشيخ")


def _behind_address(units: Sequence[Unit], first: int, last: int) -> int | None:
    """Where the name behind a form of address inside a title begins, whatever its first word is spelt like (the director
    general, Dr | Sultan al-Nuri).
    """
    at = next(
        (k for k in range(last - 2, first, -1) if units[k].view in ADDRESS and not is_name_word(units[k - 1])), None
    )
    if at is None or not 1 < last - at - 1 < 6 or not units[first].signature & {"role", "unnamed"}:
        return None
    words = units[at + 1 : last]
    plain = not any(w.signature & _NO_NAME or has_preposition(w) for w in words) and not is_article(words[0])
    return at + 1 if plain else None


_NO_NAME = frozenset(
    ("prep", "comma", "quote", "bracket", "+and", "org_head", "organisation", "event", "cue_noun", "TIME", "dash")
)


def trailing_name(units: Sequence[Unit], first: int, last: int) -> int | None:
    """Where the personal name at the end of a title chain begins; None when there is none."""
    aide = is_aide(units, first, last)
    if not (aide or units[first].signature & {"role", "unnamed", "people"}) or is_close_to(units, first, last):
        return None
    begin = last
    while begin > first + 1 and _is_of_name(units, begin - 1, first):
        if "+and" in units[begin - 1].signature:
            break
        begin -= 1
    while begin + 1 < last and len(units[begin].view) == 1:
        begin += 1  # Brigadier (ret.)
    act = begin < last and "masdar" in units[begin].signature and not is_name_word(units[begin])
    if act and not is_foreign_first(units, begin):
        begin += 1  # an act is no first name
    office = units[begin - 1]
    if begin < last and (
        (
            office.signature & {"fi", "place_type", "place_side"}
            and not is_article(office)
            and "+pron" not in office.signature
        )
        or office.view.endswith(_DISTRICTS)
    ):
        begin = _behind_town(units, begin, last)  # where the office lies, not who holds it
    begin = _behind_country(units, begin, last)
    if begin + 2 < last and is_article(units[begin]) and "given" in units[begin + 1].signature:
        described = units[begin].view.endswith(YEH) and "given" not in units[begin].signature
        begin += described or not units[begin].signature & {"given", "name"}  # the office of the North | So-and-so
    begin = _behind_what_he_heads(units, begin, last)
    words = units[begin:last]
    if not words or (len(words) == 1 and "given" not in words[0].signature and not _foreign(units, begin)):
        return None
    if len(words) == 1 and is_adjective(words[0]) and not words[0].signature & {"given", "name"}:
        return None  # security experts
    if words and _is_of_office(units, begin, last):
        return None  # the secretary of the Northern Charitable Committee
    if len(words) == 1 and "given" not in words[0].signature and not _holds_office(units, first, begin):
        return None  # official Sildanian sources
    return begin if any(is_name_word(word) for word in words) else None


def _behind_town(units: Sequence[Unit], begin: int, last: int) -> int:
    """Behind the town at units[begin] where an office lies, and what a foreign link joins to it (the district of X du Y)."""
    begin += 1
    while begin + 1 < last and units[begin].view in FOREIGN_LINKS:
        begin += 2
    return begin


def _behind_what_he_heads(units: Sequence[Unit], begin: int, last: int) -> int:
    """Where the name begins behind the place or body of an office: behind "the governor of", and behind a word with the article,
    which is no first name, a given name and another word are the man (the governor of Marj al-X | Samir So-and-so).
    """
    if begin + 2 >= last or "given" in units[begin].signature:
        return begin
    given = next((k for k in range(begin + 1, last - 1) if "given" in units[k].signature), begin)
    governs = "place_governor" in units[begin - 1].signature and not is_article(units[begin - 1])
    return given if governs or (given > begin and is_article(units[given - 1])) else begin


def _is_of_office(units: Sequence[Unit], begin: int, last: int) -> bool:
    """Whether units[begin:last] belong to the body before them rather than name a person: adjectives alone (of the Northern
    Committee, the Central | Korean Bank), or what the body is called (of the University of | Nayif).
    """
    words, before = units[begin:last], units[begin - 1]
    if len(words) == 1 and words[0].view in _ADJECTIVES_TOO:
        return True  # the president of the Arab Parliament
    if len(words) == 2 and is_aide(units, begin, last):
        return True  # the deputy | assistant to the commissioner
    if ("named_after" in before.signature and not is_article(before)) or before.view.endswith(_NAMED_AFTER):
        return all(map(is_article, words[1:]))
    if not all(map(is_article, words)) or any("given" in w.signature for w in words):
        return False
    if "role" in before.signature:
        if "phrase" in before.signature:  # the head of the committee | Olympic
            return all(word.view.endswith(_OF_RELATION) for word in words)
        return not is_article(before)  # the minister of | the Sildanian Finance
    if len(words) > 1:
        return True
    word = words[0]
    if word.view.endswith(_OF_RELATION) and "given" not in word.signature and is_article(before):
        return True  # of the region of the Northern Borders
    feminine = word.view.endswith(_HEH) and before.view.endswith(_HEH) and is_article(before)
    described = is_article(before) and before.view.endswith(YEH) and "demonym" not in before.signature
    return feminine or (described and word.view.endswith(YEH) and begin - 1 > 0)


_OF_RELATION = YEH + "\N{ARABIC LETTER HEH}"
_ADJECTIVES_TOO = ("العربي",)  # given names that are adjectives of a body where they stand alone
_HEH = "\N{ARABIC LETTER HEH}"
_NAMED_AFTER = (" جامعه", " كليه", " شركه", " مدرسه", " مستشفي", " جمعيه")


def _holds_office(units: Sequence[Unit], first: int, begin: int) -> bool:
    """Whether a last name alone may stand behind units[first:begin]: nobody's behind an indefinite noun with an adjective."""
    described = "demonym" in units[begin - 1].signature and not is_article(units[begin - 1])
    return not described or not units[first].signature & {"unnamed", "people"} or is_article(units[first])


_SON_OF = ("ابن", "بن")  # So-and-so, | son of the uncle of
_LATEST = ("اخر", "احدث", "اول")  # the latest toll
_NEVER = frozenset(("in_the_name", "place_degree"))
FOREIGN_LINKS = ("فان", "فون", "دير", "دي", "دا", "دو")


def _is_of_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """A word, a hyphen or a foreign link (van der) of the name at the end of a title chain."""
    if units[at].signature & _NEVER or ("maybe_li" in units[at].signature and may_tell_purpose(units[at])):
        return False  # the spokesman in their name; the Supreme Committee; the society | for the protection of
    if units[at].view in FOREIGN_LINKS and at > first + 1:
        return is_name_word(units[at - 1]) or units[at - 1].view in FOREIGN_LINKS
    if "ala" in units[at].signature:
        return is_ali(units[at])
    return ("dash" in units[at].signature and is_hyphen(units, at)) or in_name(units, at, first)


def _behind_country(units: Sequence[Unit], begin: int, last: int) -> int:
    """Behind the place or tribe that an indefinite office governs (president of X | So-and-so), where enough is left for a name."""
    if "role" in units[begin - 1].signature:
        begin = _behind_tribe(units, begin, last)
    if begin + 2 < last and units[begin - 1].view in _GOVERNORS and units[begin].signature.isdisjoint(BEGINS_NAME):
        return begin + ("given" in units[begin + 1].signature)  # whatever town it is
    if begin >= last or "known_place" not in units[begin].signature or is_article(units[begin - 1]):
        return begin
    at = begin + 1
    while at < last and is_article(units[at]) and "given" not in units[at].signature:
        at += 1
    known = any("given" in u.signature for u in units[at:last])
    return at if known or last - at > 1 else begin


_GOVERNORS = ("محافظ", "حاكم", "والي", "عمده", "قايممقام", "مختار", "حاكمه", "محافظه")


def _behind_tribe(units: Sequence[Unit], begin: int, last: int) -> int:
    """Behind the tribe whose sheikh is told of (the sheikh of the tribe Bani X | So-and-so), which is not his name."""
    if begin >= last:
        return begin
    clan = units[begin].view in _CLANS
    tribe = units[begin - 1].view.endswith(_TRIBES) and not is_article(units[begin - 1])
    if not tribe:
        return begin
    at = min(begin + clan + 1, last)
    while at < last and "+and" in units[at].signature:
        at += 1  # and of another one
    return at


_TRIBES = ("قبيله", "قبايل", "عشيره", "عشاير")
_CLANS = ("بني", "بنو", "ال", "اولاد")


def _inner_name(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """A full name behind a complete title, and behind it what can be no name: the object of the verb, or where he is (| in X)."""
    if "role" not in units[first].signature:
        return None
    for begin in range(first + 1, last - 2):
        before = units[begin - 1]
        if units[begin].signature & BEGINS_NAME and (is_article(before) or before.signature & {"demonym", "toponym"}):
            end = begin + 1
            while end < last and in_name(units, end, begin - 1):
                end += 1
            object_ = end < last and units[end].signature & _OBJECTS and not has_preposition(units[end])
            return (begin, end) if object_ and end - begin > 1 else None
    return None


_OBJECTS = NO_SURNAME | {"measure_word", "fi"}


def _name_in_quotes(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """A bearer whom the writer set in quotation marks behind a complete title (the ministry's spokesman "So-and-so")."""
    if "role" not in units[first].signature or "quote_close" not in units[last - 1].signature:
        return None
    opened = next((k for k in range(last - 2, first, -1) if "quote_open" in units[k].signature), last)
    begin = opened + 1
    while begin < last - 2 and ("role" in units[begin].signature or (begin > opened + 1 and is_article(units[begin]))):
        begin += 1  # his rank
    complete = opened - 1 >= first and (is_article(units[opened - 1]) or "demonym" in units[opened - 1].signature)
    ranked = begin > opened + 1
    named = all(in_name(units, k, begin - 1) for k in range(begin, last - 1))
    return (begin, last - 1) if (complete or ranked) and named and 1 < last - 1 - begin <= _LONGEST else None


_LONGEST = 6  # words of a full name


_DISTRICTS = (" ولايه", " محافظه", " مدينه", " منطقه", " اقليم", " بلديه", " شرطه")  # offices whose place follows


def _foreign(units: Sequence[Unit], at: int) -> bool:
    """A single unknown word is a name when what stands before it is already complete (an adjective, a country)."""
    before = units[at - 1]
    if "+fa" in units[at].signature and "known_place" in before.signature:
        return False  # Burkina | Faso: a word that begins like "so", which nothing in a title does
    return is_article(before) or bool(before.signature & {"toponym", "demonym"})


BEGINS_NAME = frozenset(("given", "name_part"))


_NISBA = (YEH, YEH + "\N{ARABIC LETTER HEH}")
_ALIASES = ("المعروف", "المعروفه", "الملقب", "الملقبه", "المكني", "المكناه", "ممثله", "ممثلا")  # what else follows
