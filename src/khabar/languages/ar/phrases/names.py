"""Names: which words of a noun phrase are the name proper, whose title it follows, and how it agrees.

A person stands behind a title chain, before a title, or between commas behind a title; an institution keeps its
generic noun; a document stands for the body that issued it.
"""

from __future__ import annotations

from collections.abc import Sequence

from khabar.grammar import Unit
from khabar.languages.ar.phrases.joins import AIDES
from khabar.languages.ar.phrases.name_words import NO_SURNAME, YEH, in_name, is_child_of, is_surname
from khabar.languages.ar.phrases.nouns import is_hyphen, noun_phrase_end
from khabar.languages.ar.phrases.shapes import STOPS, has_preposition, is_adjective, is_article, is_name_word
from khabar.languages.drafts import Agreement, NameDraft, Sentence


def name_in(units: Sequence[Unit], first: int, last: int) -> tuple[int, int, str]:
    """The name proper of a phrase: unit range and kind (person, organisation, unnamed).

    A person's name is the run of name words at the end of a title chain; an institution keeps its generic noun; a
    document gives its issuer; everything else is named as it stands.
    """
    head = units[first]
    aged = next((k for k in range(first + 1, last) if "bracket_open" in units[k].signature), last)
    if aged + 1 < last and units[aged + 1].text.isascii() and units[aged + 1].text.isalpha():
        last = aged  # its Latin letters, and what describes it behind them
    office = head.signature & {"role", "given"} and aged > first + 1
    if aged + 1 < last and ("digits" in units[aged + 1].signature or office):
        last = aged  # (47 years old), (a teacher)
    latest = head.view in _LATEST and first + 1 < last and "document" in units[first + 1].signature
    if latest or "document" in head.signature:
        return _issuer(units, first + latest, last)
    quoted = first + 1 < last and "quote_open" in units[first + 1].signature
    brigade = (
        "org_head" in head.signature and not is_article(head) and first + 1 < last and is_article(units[first + 1])
    )
    if head.signature & {"organisation", "media", "org_head", "media_head"} and (
        quoted or brigade or "role" not in head.signature
    ):
        return first, last, "organisation"
    leading = _name_in_marks(units, first, last) or _leading_name(units, first, last)
    if leading is not None:
        return *leading, "person"
    middle = _middle_name(units, first, last)
    if middle is not None and "given" in units[middle[0]].signature:
        return *middle, "person"
    begin = _trailing_name(units, first, last)
    if begin is not None:
        return begin, last, "person"
    middle = middle or _name_in_quotes(units, first, last) or _inner_name(units, first, last)
    if middle is not None:
        return *middle, "person"
    nation = is_article(head) and any("demonym" in u.signature and is_article(u) for u in units[first + 1 : last])
    if not nation and all(is_name_word(u) or (is_article(u) and k > 0) for k, u in enumerate(units[first:last])):
        return first, last, "person"
    return first, last, "unnamed"


def _name_in_marks(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """A personal name in quotation marks with which the phrase begins ("So-and-so", head of the committee)."""
    if "quote_open" not in units[first].signature or first + 1 >= last or "given" not in units[first + 1].signature:
        return None
    close = next((k for k in range(first + 2, min(first + 6, last)) if "quote_close" in units[k].signature), first)
    return (first + 1, close) if close > first and all(map(is_name_word, units[first + 1 : close])) else None


def _issuer(units: Sequence[Unit], first: int, last: int) -> tuple[int, int, str]:
    """The body behind a document: its genitive, or what follows "for" or "issued by"; the document itself if none is named."""
    inner = first + 1
    if inner < last and is_article(units[first]) and is_article(units[inner]):
        inner += 1  # its adjective (the media reports)
    while inner < last and not (
        units[inner].signature & {"org_head", "organisation", "role", "known_place", "media", "media_head", "unnamed"}
    ):
        inner += 1
    if inner < last:
        return name_in(units, inner, last)
    plain = first + 1 < last and is_article(units[first + 1]) and "demonym" not in units[first + 1].signature
    if plain and not is_article(units[first]):
        return first + 1, last, "organisation"
    return first, last, "document"


def _leading_name(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """A personal name that stands before its title without a comma (So-and-so assistant chief of police)."""
    end = first
    while end < last and (is_name_word(units[end]) or is_surname(units, end, first - 1)):
        end += 1
    if end - first < 2 or end >= last:
        return None
    office = units[end].signature & {"role", "unnamed"} or (is_article(units[end]) and "people" in units[end].signature)
    return (first, end - (units[end - 1].view in _SON_OF)) if office else None


def _middle_name(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """A name between two titles (Dr So-and-so adviser to)."""
    if not units[first].signature & {"role", "unnamed"}:
        return None
    end = first + 1
    while end < last and (is_name_word(units[end]) or is_surname(units, end, first) or is_child_of(units, end)):
        end += 1
    known = any(u.signature & {"given", "name_part"} for u in units[first + 1 : end]) or units[first].view in _ADDRESS
    return (first + 1, end) if known and 2 < end - first < 7 and end < last and "role" in units[end].signature else None


_ADDRESS = ("الدكتور", "الدكتوره", "السيد", "السيده", "الاستاذ", "الاستاذه", "المهندس", "المهندسه", "الشيخ")


def _trailing_name(units: Sequence[Unit], first: int, last: int) -> int | None:
    """Where the personal name at the end of a title chain begins; None when there is none."""
    aide = units[first].view in AIDES and first + 1 < last and "role" in units[first + 1].signature
    if not (aide or units[first].signature & {"role", "unnamed", "people"}) or _is_close_to(units, first, last):
        return None
    begin = last
    while begin > first + 1 and _is_of_name(units, begin - 1, first):
        if "+and" in units[begin - 1].signature:
            break
        begin -= 1
    while begin + 1 < last and len(units[begin].view) == 1:
        begin += 1  # Brigadier (ret.)
    if begin < last and "masdar" in units[begin].signature and not is_name_word(units[begin]):
        begin += 1  # an act is no first name
    office = units[begin - 1]
    if begin < last and (
        (office.signature & {"fi", "place_type"} and not is_article(office) and "+pron" not in office.signature)
        or office.view.endswith(_DISTRICTS)
    ):
        begin += 1  # where the office lies, not who holds it
    begin = _behind_country(units, begin, last)
    if begin + 2 < last and is_article(units[begin]) and "given" in units[begin + 1].signature:
        begin += not units[begin].signature & {"given", "name"}  # the education office of the North | So-and-so
    words = units[begin:last]
    if not words or (len(words) == 1 and "given" not in words[0].signature and not _foreign(units, begin)):
        return None
    if len(words) == 1 and is_adjective(words[0]) and not words[0].signature & {"given", "name"}:
        return None  # security experts
    return begin if any(is_name_word(word) for word in words) else None


_SON_OF = ("ابن", "بن")  # So-and-so, | son of the uncle of
_LATEST = ("اخر", "احدث", "اول")  # the latest toll
FOREIGN_LINKS = ("فان", "فون", "دير", "دي", "دا", "دو")


def _is_of_name(units: Sequence[Unit], at: int, first: int) -> bool:
    """A word, a hyphen or a foreign link (van der) of the name at the end of a title chain."""
    if "in_the_name" in units[at].signature:
        return False  # the spokesman in their name
    if units[at].view in FOREIGN_LINKS and at > first + 1:
        return is_name_word(units[at - 1]) or units[at - 1].view in FOREIGN_LINKS
    if {"ala", "given"} <= units[at].signature:
        return units[at].text.endswith(YEH)  # Ali, not "on"
    return ("dash" in units[at].signature and is_hyphen(units, at)) or in_name(units, at, first)


def _behind_country(units: Sequence[Unit], begin: int, last: int) -> int:
    """Behind the place that an indefinite office governs (president of X | So-and-so), where enough is left for a name."""
    if begin >= last or "known_place" not in units[begin].signature or is_article(units[begin - 1]):
        return begin
    at = begin + 1
    while at < last and is_article(units[at]) and "given" not in units[at].signature:
        at += 1
    known = any("given" in u.signature for u in units[at:last])
    return at if known or last - at > 1 else begin


def _inner_name(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """A full name behind a complete title, and behind it what can be no name: the object of the verb (repeated | assurance)."""
    if "role" not in units[first].signature:
        return None
    for begin in range(first + 1, last - 2):
        before = units[begin - 1]
        if units[begin].signature & _BEGINS_NAME and (is_article(before) or before.signature & {"demonym", "toponym"}):
            end = begin + 1
            while end < last and in_name(units, end, begin - 1):
                end += 1
            object_ = end < last and units[end].signature & NO_SURNAME and not has_preposition(units[end])
            return (begin, end) if object_ and end - begin > 1 else None
    return None


def _name_in_quotes(units: Sequence[Unit], first: int, last: int) -> tuple[int, int] | None:
    """A bearer whom the writer set in quotation marks behind a complete title (the ministry's spokesman "So-and-so")."""
    if "role" not in units[first].signature or "quote_close" not in units[last - 1].signature:
        return None
    begin = next((k + 1 for k in range(last - 2, first, -1) if "quote_open" in units[k].signature), last)
    words = units[begin : last - 1]
    complete = begin - 2 >= first and (is_article(units[begin - 2]) or "demonym" in units[begin - 2].signature)
    return (begin, last - 1) if complete and len(words) in (2, 3) and all(map(is_name_word, words)) else None


def _is_close_to(units: Sequence[Unit], first: int, last: int) -> bool:
    """A source close to somebody, a journalist from somewhere, residents loyal to the president: whoever is named behind
    "of" or "to" is another.
    """
    head = units[first].signature
    if "unnamed" in head and any("min" in unit.signature for unit in units[first + 1 : last]):
        return True
    several = head & {"unnamed", "people"} and "role" not in head and not is_article(units[first])
    return bool(several) and any({"+li", "role"} <= unit.signature for unit in units[first + 1 : last])


_DISTRICTS = (" ولايه", " محافظه", " مدينه", " منطقه", " اقليم", " بلديه", " شرطه")  # offices whose place follows


def _foreign(units: Sequence[Unit], at: int) -> bool:
    """A single unknown word is a name when what stands before it is already complete (an adjective, a country)."""
    before = units[at - 1]
    return is_article(before) or bool(before.signature & {"toponym", "demonym"})


_PEOPLE = frozenset(("people", "unnamed", "role"))


def agreement_of(head: Unit) -> Agreement:
    """Gender and number of the head noun, as far as its form tells."""
    view = head.view.split()[0].removeprefix("ال")
    if view.endswith("ات") or head.get("media_head") == "collective":
        return Agreement("f", "p")
    if view.endswith("ه") and "given" not in head.signature:
        return Agreement("f", "s")
    if "toponym" in head.signature and "role" not in head.signature:
        return Agreement("f", "s")
    if view.endswith(("ون", "ين")) and len(view) > 4 and (is_article(head) or head.signature & _PEOPLE):
        return Agreement("m", "p")
    return Agreement(None, "s") if "given" in head.signature else Agreement("m", None)


def name_draft(units: Sequence[Unit], first: int, last: int, text: str) -> NameDraft:
    """The draft of a noun phrase units[first:last].

    A title without a name takes the name set off behind it by commas (the president, So-and-so,): the span stays
    the title, the name is the person's.
    """
    begin, end, kind = name_in(units, first, last)
    head = units[first]
    own = bool(head.signature & {"+fa", "+and"}) and first > 0 and "CUE" in units[first - 1].signature
    own = own and (kind == "person" or "+fa" in head.signature)  # the letter is the name's own
    start = head.start if own else head.cut if not has_preposition(head) else head.cut + 1
    span = (start, units[last - 1].end)
    title = " ".join(text[start : units[begin - 1].end].split()) if kind == "person" and begin > first else ""
    if kind == "person" and not title:
        title = _title_behind(units, end, last, text)
    if kind == "unnamed" and head.signature & {"role", "unnamed", "people"}:
        apposed = _called(units, last) or (None if _is_close_to(units, first, last) else apposition(units, last))
        if apposed is not None:
            title = " ".join(text[start : span[1]].split())
            begin, end, kind = *apposed, "person"
    first_word = units[begin]
    of_the = {"+li", "+al"} <= first_word.signature  # "for the" hides the article
    words = text[
        first_word.stem if of_the else start if own and begin == first else name_start(first_word) : units[end - 1].end
    ]
    if begin > first and units[begin - 1].view in _KNOWN_AS and "maybe_bi" in first_word.signature:
        words = words[1:]
    name = (_ARTICLE if of_the else "") + _unquoted(" ".join(words.split()))
    if kind == "unnamed" and (head.get("event") or {}).get("type") == "PROTEST":
        kind = "crowd"
    anaphoric = kind in ("unnamed", "document") and is_article(head) and last - first <= 3
    anaphoric = anaphoric and "in_the_name" not in units[last - 1].signature  # its spokesman is not "the spokesman"
    agreement = Agreement(None, "s") if kind == "person" and not title else agreement_of(head)
    medium = next((u["media"] for u in units[begin:end] if "media" in u.signature), None)
    alias = medium["name_en"] if medium else ""
    return NameDraft(span, name, agreement, kind, anaphoric, title=title, alias=alias)


def _title_behind(units: Sequence[Unit], end: int, last: int, text: str) -> str:
    """The office that stands behind a name, in its phrase or behind a comma (So-and-so, the adviser of X,)."""
    at, limit = (end, last) if end < last else (last + 1, len(units))
    if at >= limit or "role" not in units[at].signature or (at > last and "comma" not in units[last].signature):
        return ""
    behind = noun_phrase_end(units, at, limit)
    whole = behind > at and not any("given" in u.signature for u in units[at + 1 : behind])
    return " ".join(text[units[at].cut : units[behind - 1].end].split()) if whole else ""


def has_letters(name: str) -> bool:
    """Whether a name has a letter: what is left of a lone quotation mark names nobody."""
    return any(character.isalpha() for character in name)


def _unquoted(name: str) -> str:
    """A name without the quotation marks around all of it."""
    if sum(mark in _MARKS for mark in name) == 1:
        return name.strip("".join(_MARKS))
    inner = name[1:-1]
    return inner if len(name) > 2 and name[0] in _MARKS and name[-1] in _MARKS and not set(inner) & _MARKS else name


_ARTICLE = "ال"
_MEN = Agreement("m", "p")
_MARKS = frozenset('"«»“”„')


def name_start(unit: Unit) -> int:
    """The first character of a name: behind every glued particle but the article; of "for the" (لل) both letters go."""
    if "+li" in unit.signature and "+al" in unit.signature:
        return unit.cut + 2
    return unit.cut + (1 if has_preposition(unit) else 0)


def apposition(units: Sequence[Unit], comma: int) -> tuple[int, int] | None:
    """The personal name between the comma at `comma` and the next mark, verb or complementiser; None when there is none."""
    if comma + 1 >= len(units) or "comma" not in units[comma].signature:
        return None
    if "quote_open" in units[comma + 1].signature:  # the agency, "X", So-and-so, said
        close = next(
            (k for k in range(comma + 2, min(comma + 7, len(units))) if "quote_close" in units[k].signature), None
        )
        return apposition(units, close + 1) if close is not None and close + 1 < len(units) else None
    behind = _behind_office(units, comma)
    if behind is not None:
        return behind
    comma = _behind_titles(units, comma)
    end = comma + 1
    while end < min(len(units), comma + 6) and _goes_on(units, end, comma):
        end += 1
    object_ = end < len(units) and is_article(units[end]) and bool(units[end].signature & NO_SURNAME)
    if end == comma + 1 or (
        end < len(units) and not units[end].signature & STOPS and "prep" not in units[end].signature and not object_
    ):
        return None
    words = units[comma + 1 : end]
    known = any(w.signature & {"given", "name"} for w in words)
    return (comma + 1, end) if known or len(words) >= 2 else None


_BEGINS_NAME = frozenset(("given", "name_part"))


def _behind_titles(units: Sequence[Unit], comma: int) -> int:
    """The index before the name: the comma, or the last form of address behind it (the secretary, Dr So-and-so)."""
    at = comma
    while at + 2 < min(len(units), comma + 4) and "role" in units[at + 1].signature and is_article(units[at + 1]):
        at += 1
    return at if units[at + 1].signature & {"given", "name_part"} else comma


def _behind_office(units: Sequence[Unit], comma: int) -> tuple[int, int] | None:
    """The name behind a second office that commas set off (the undersecretary, head of the centre Dr So-and-so,)."""
    first = comma + 1
    if "role" not in units[first].signature or is_article(units[first]) or "given" in units[first].signature:
        return None
    end = noun_phrase_end(units, first, len(units))
    begin = _trailing_name(units, first, end) if end > first + 1 else None
    known = begin is not None and any(u.signature & {"given", "name_part"} for u in units[begin:end])
    return (begin, end) if begin is not None and known else None


def _called(units: Sequence[Unit], at: int) -> tuple[int, int] | None:
    """The name behind "called", "nicknamed" (a witness called So-and-so)."""
    if at >= len(units) or units[at].view.removeprefix("و").removeprefix("ال") not in _CALLED:
        return None
    first = end = at + 1
    if end < len(units) and {"+bi", "given"} <= units[end].signature:
        end += 1  # known as So-and-so
    while end < min(len(units), at + 6) and (is_name_word(units[end]) or is_surname(units, end, at)):
        end += 1
    return (first, end) if end > first else None


_KNOWN_AS = ("يعرف", "تعرف", "معروف", "معروفه", "المعروف", "المعروفه", "الملقب", "الملقبه")  # by a name
_CALLED = (
    *("يدعي", "تدعي", "اسمه", "اسمها", "مدعو", "مدعوه", "ملقب", "ملقبه", "مكني"),
    *("مكناه", "سمي", "يسمي", "يعرف", "تعرف", "معروف", "معروفه"),
)


def _goes_on(units: Sequence[Unit], at: int, comma: int) -> bool:
    """Whether a word goes on with the name that began behind a comma."""
    first = at == comma + 1 and {"role", "given"} <= units[at].signature
    if at == comma + 1 and {"ala", "given"} <= units[at].signature and at + 1 < len(units):
        return units[at].text.endswith(YEH) and is_name_word(units[at + 1])  # Ali, not "on"
    return is_name_word(units[at]) or is_surname(units, at, comma) or first or _is_town(units, at, comma + 1)


def _is_town(units: Sequence[Unit], at: int, first: int) -> bool:
    """A town's name behind a given name is a surname."""
    return at > first and "given" in units[first].signature and "known_place" in units[at].signature


def crowds(sentence: Sentence) -> list[NameDraft]:
    """The crowds a sentence speaks of (the demonstrators), whatever they do in it."""
    return [
        NameDraft((unit.stem, unit.end), _ARTICLE + unit.text[unit.stem - unit.start :], _MEN, "crowd")
        for unit in sentence.units
        if "participants" in unit.signature and is_article(unit)
    ]
