"""Who speaks: from a noun phrase, a dropped subject or a participle to one name for each speaker of the report.

Names are gathered over the whole report first, because the fullest form may stand later than a surname.  Then the
claims are walked in text order: an explicit phrase is tied to the entity it names, an anaphoric one (the minister) to the
last entity it fits, and a claim without a phrase to the speaker of its governing cue or to the last one that agrees.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from functools import cached_property

from msgspec.structs import replace

from khabar.languages.drafts import Agreement, ClaimDraft, NameDraft
from khabar.reading.speakers.antecedents import SOURCES, called, is_latter, lands_in, latter, may_be, who_may_hold
from khabar.reading.speakers.documents import is_agreed, is_army_of_rebels, is_issued, voice_of
from khabar.reading.speakers.full_names import are_counted, fullest, longer_names, surnames, words_in
from khabar.reading.speakers.pronouns import ALL_OF_THEM, OF_THEM
from khabar.reading.speakers.speaker import Speaker, agrees
from khabar.reading.speakers.titles import BORNE, OF_MANY, PERSONAL, SAME, introduced, says_more, title_of, titled
from khabar.reading.speakers.whole_bodies import as_written, inside_titles, whole_names
from khabar.text.fold import fold_word

UNKNOWN = "?"


class Speakers:
    """The speakers of one report.  `drafts`: every name the report shows, whether it speaks or not."""

    def __init__(self, drafts: Iterable[NameDraft]) -> None:
        told = list(drafts)
        named = [draft for draft in told if draft.kind not in ("mentioned", "body")]
        self._full = fullest(named, [draft.name for draft in told if draft.kind == "mentioned"])
        self._bodies = sorted((d.span[0], d.name) for d in told if d.kind == "body" or _is_named_body(d))
        self._longer = longer_names(d.name for d in told if d.kind == "organisation")
        bodies = [(d.span[0], d.name) for d in told if d.kind in ("organisation", "body")]
        in_office = [d for d in told if d.title]
        inside = inside_titles([name for _, name in bodies], [d.title for d in in_office]) if in_office else {}
        headed = [(d.span[0], inside[d.title]) for d in in_office if d.title in inside]
        self._whole = whole_names([name for _, name in sorted([*bodies, *headed])])
        self._told = told
        self._titled = titled(named, self._full) + introduced(named, self._full)
        crowds = [d.name for d in named if d.kind == "crowd" and d.agreement.gender == "m"]
        self._crowd = next((name for name in crowds if name.endswith(_NOMINATIVE)), crowds[0] if crowds else None)
        self._met: list[Speaker] = []
        self._relays: list[str] = []

    def surname(self, draft: NameDraft) -> NameDraft | None:
        """The one person of the report whom a lone word names, None where nobody's full name ends with it."""
        full = self._surnames.get(words_in(draft.name))
        return replace(draft, name=full, kind="person") if full else None

    @cached_property
    def _surnames(self) -> dict[tuple[str, ...], str]:
        return surnames(one.name for one in self._told if one.kind in ("person", "mentioned"))

    def explicit(self, draft: NameDraft, *, quoted: bool = False, gender: str | None = None) -> Speaker:
        """The speaker a noun phrase names.  `quoted`: inside the words of another speaker, who goes on speaking after it;
        `gender`: that of the verb beside it, which tells more than the ending of the noun.
        """
        if gender is None or draft.through:
            return self._named(_taking_up(draft), quoted)  # what the statement is, tells nothing of its body
        if draft.agreement.gender != gender:
            draft = replace(draft, agreement=replace(draft.agreement, gender=gender))
        speaker = self._named(_taking_up(draft), quoted)
        if speaker.kind == "person" and speaker.agreement.gender != gender:
            speaker.agreement = replace(speaker.agreement, gender=gender)
        return speaker

    def _named(self, draft: NameDraft, quoted: bool) -> Speaker:
        """The speaker whom a noun phrase names or takes up."""
        if draft.name in OF_THEM:
            return self._them(draft)
        if is_latter(draft.name):
            draft = latter(draft, self._told, self._met[-1].name if self._met else "") or draft
        if (
            draft.kind in ("unnamed", "person")
            and (bearer := self._bearer_of_family(draft))
            and not self._bearer(draft.name)
        ):
            draft = replace(draft, name=bearer, kind="person")
        if draft.kind == "document" and (draft.anaphoric or " " not in draft.name):
            back = self._same_document(draft) or (self._issuer() if is_issued(draft) else None)
            return (
                self._again(back, draft, quoted) if back else self._new(draft.name, draft, quoted or is_agreed(draft))
            )
        back = self._antecedent(draft) if draft.kind == "unnamed" else self._body(draft)
        if back is not None:
            return self._again(back, draft, quoted)
        if draft.kind == "unnamed" and words_in(draft.name) in _HONOURED:
            asked = self.asked() or UNKNOWN  # a form of honour stands for the one whom the report names
            return self._new(asked, draft, quoted)
        if draft.kind == "unnamed" and draft.personal is not False:
            bearer = self._bearer(draft.name)
            if bearer is not None:
                draft = NameDraft(draft.span, bearer, draft.agreement, "person", title=draft.name)
        if draft.kind == "crowd" and self._crowd:
            return self._new(self._crowd, draft, True)  # a march speaks for those who march in it
        name = self._full.get(draft.name) or draft.name
        name = self._full_body(draft) if name == draft.name else name
        for known in reversed(self._met):
            if _same(known.name, name):
                return self._again(known, draft, quoted)
        return self._new(name, draft, quoted)

    def _them(self, draft: NameDraft) -> Speaker:
        """Who "all of them" are: the last several who spoke; nobody whom the text names, where it says some or one of them."""
        several = (s for s in reversed(self._met) if s.kind != "person" and s.agreement.number != "s")
        back = next(several, None) if draft.name in ALL_OF_THEM else None
        if back is not None:
            return self._again(back, draft, False)
        told = replace(draft.agreement, number="p") if draft.name in ALL_OF_THEM else draft.agreement
        nobody = Speaker(UNKNOWN, "unnamed", told)
        self._met.append(nobody)  # who goes on speaking is he, and no one named before
        return nobody

    def _new(self, name: str, draft: NameDraft, quoted: bool) -> Speaker:
        number = "s" if draft.kind == "person" else draft.agreement.number
        speaker = Speaker(name, draft.kind, replace(draft.agreement, number=number), set(words_in(name)))
        self._met.insert(max(len(self._met) - 1, 0) if quoted else len(self._met), speaker)
        return self._again(speaker, draft, quoted)

    def _issuer(self) -> Speaker | None:
        """Who speaks through "the statement": the country that spoke last, the last body that spoke, else the last speaker."""
        if self._met and self._met[-1].state:
            return self._met[-1]
        bodies = [s for s in self._met if s.kind == "organisation"]
        return bodies[-1] if bodies else self._met[-1] if self._met else None

    def _same_document(self, draft: NameDraft) -> Speaker | None:
        """The document of which no issuer was named, taken up by its noun (a military statement … the statement added)."""
        head = words_in(draft.name)[0]
        return next((s for s in reversed(self._met) if s.kind == "document" and head in s.words), None)

    def is_new(self, draft: ClaimDraft) -> bool:
        """Whether the noun of a draft's speaker takes up nobody who spoke before, while somebody did whom its verb agrees with."""
        if draft.speaker is None or not self._met or not agrees(self._met[-1].agreement, draft.agreement):
            return False
        head = words_in(draft.speaker.name)[0]
        return all(head not in speaker.words for speaker in self._met)

    def dropped(self, wanted: Agreement, apart: str | None = None) -> Speaker | None:
        """The last speaker that a verb without subject agrees with; `apart`: the name of one who cannot be meant."""
        others = [speaker for speaker in self._met if speaker.name != apart]
        if others and (through := others[-1].through) is not None and agrees(through, wanted):
            return others[-1]  # the statement adds
        speaker = next((s for s in reversed(others) if agrees(s.agreement, wanted)), None)
        if speaker is None:
            if not others or wanted.animate or _is_another(others[-1], wanted):
                return None  # he is nobody of another gender
            return others[-1]
        if speaker.kind == "person" and speaker.agreement.gender is None:
            speaker.agreement = replace(speaker.agreement, gender=wanted.gender)  # he is no she from now on
        self._met.remove(speaker)
        self._met.append(speaker)  # who goes on speaking
        return speaker

    def asked(self) -> str | None:
        """Whom an interview asks, where nobody spoke before: the one person whom the report names with an office."""
        names = {name for _, name in self._titled}
        return names.pop() if len(names) == 1 and not self._met else None

    def relay(self, draft: NameDraft) -> str:
        """The name of a relay, a person's in full; a bare noun (the agency) stands for the last one called so."""
        words = words_in(draft.name)
        issuer = self._issuer() if draft.kind == "document" else None
        if issuer is not None:
            return issuer.name
        if len(words) == 1:
            named = [*self._relays, *(s.name for s in self._met)]
            full = next(
                (name for name in reversed(named) if words_in(name)[:1] == words and len(words_in(name)) > 1), None
            )
            if full is not None:
                return full
        name = self._full.get(draft.name, draft.name) if draft.kind == "person" else self._whole_of(draft)
        self._relays.append(name)
        return name

    def carrier(self) -> str | None:
        """The last body that spoke and whose name is feminine: who "quoted" somebody, where the verb has no subject."""
        bodies = (s for s in reversed(self._met) if s.kind == "organisation" and s.agreement.gender == "f")
        found = next(bodies, None)
        return found.name if found is not None else None

    def _again(self, speaker: Speaker, draft: NameDraft, quoted: bool) -> Speaker:
        if not quoted:
            self._met.remove(speaker)
            self._met.append(speaker)
        speaker.words |= set(words_in(draft.name))
        speaker.through = voice_of(draft)
        if speaker.kind == "person" and speaker.agreement.gender is None:
            speaker.agreement = draft.agreement
        elif speaker.kind == draft.kind == "organisation" and draft.agreement.gender:
            speaker.agreement = replace(speaker.agreement, gender=draft.agreement.gender)  # as its verb tells
        speaker.state = speaker.state or (draft.kind == "unnamed" and draft.personal is False)
        if draft.kind == "unnamed" or draft.title:
            speaker.lands |= lands_in(draft.title or draft.name)
        if draft.title:
            speaker.titles.append(title_of(draft.title))
        return speaker

    def _antecedent(self, draft: NameDraft) -> Speaker | None:
        """The last speaker a phrase without a name takes up.

        A title fits the person who was given it; a definite noun (the embassy, the source) the last speaker called by
        that noun; a short definite title that nobody was given fits the last person.
        """
        words = words_in(draft.name)
        if words[0] in _HIS_HONOUR:
            return next((s for s in reversed(self._met) if s.kind == "person"), None)
        title = title_of(draft.name)
        if not title[0]:
            return next(
                (s for s in reversed(self._met) if s.kind == "person" and agrees(s.agreement, draft.agreement)), None
            )
        persons = [s for s in reversed(self._met) if s.titles] if draft.personal is not False else []
        same = (s for s in persons if any(known[0] == title[0] for known in s.titles))
        near = self._met[-_NEAR:] if title[1] in OF_MANY else self._met  # one of the many who may be called so
        fuller = (s for s in persons if s in near and any(says_more(known, title) for known in s.titles))
        back = next(same, None) or next(fuller, None)  # the office as it stands, before one that says more
        if back is not None:
            return back
        if words[0] in _TAKEN_UP and _IN in words[1:2] and draft.name.startswith(_ARTICLE):
            draft = replace(draft, name=draft.name.partition(" ")[0], anaphoric=True)  # the expert | in X
        if not draft.anaphoric or len(words_in(draft.name)) > _SHORT:
            return None
        back = called(may_be(self._met, draft.name), draft)
        return back or (None if self._bearer(draft.name) else who_may_hold(may_be(near, draft.name), draft))

    def _body(self, draft: NameDraft) -> Speaker | None:
        """The body that a bare definite noun (the police, the movement) stands for: the last one called by that noun."""
        words = tuple(_joined(w) for w in words_in(draft.name) if w not in _EPITHETS and w not in SAME)
        if draft.kind == "organisation" and draft.anaphoric and draft.head:
            called = {fold_word(draft.head), *words}
            return next((s for s in reversed(self._met) if s.kind == "organisation" and called <= s.words), None)
        if draft.kind != "organisation" or not draft.name.startswith(_ARTICLE) or not 1 <= len(words) <= _SHORT:
            return None  # nothing but an epithet (the aforementioned) names no body either
        if len(words) > 1:  # the British paper
            bodies = [s for s in self._met if s.kind == "organisation" and len(words_in(s.name)) > len(words)]
            return next(
                (s for s in reversed(bodies) if words_in(s.name)[0] == words[0] and s.words.issuperset(words)), None
            )
        met = [s for s in self._met if s.kind == "organisation" and words_in(s.name)[0] == words[0]]
        met = [s for s in met if not is_army_of_rebels(s.name)]
        met = met or [s for s in self._met if s.kind != "person" and are_counted(s.name, words[0])]
        return next((s for s in reversed(met) if len(words_in(s.name)) > 1), met[-1] if met else None)

    def _full_body(self, draft: NameDraft) -> str:
        """The full name of the body that a bare definite noun means, though it did not speak yet: the last one named so."""
        words = words_in(draft.name)
        if (whole := self._whole_of(draft)) != draft.name:
            return whole
        if draft.kind == "person" or not draft.name.startswith(_ARTICLE):
            return draft.name
        if len(words) > 1:
            longer = self._longer.get(words, ())
            return longer[0] if len(longer) == 1 else draft.name  # of two cities' authorities none
        called = [(at, n) for at, n in self._bodies if words_in(n)[0] == words[0] and not is_army_of_rebels(n)]
        if len({name for _, name in called if name.startswith(_ARTICLE)}) > 1:
            called = [one for one in called if not one[1].startswith(_ARTICLE)]  # the governments of two countries
        before = [name for at, name in called if at < draft.span[0]]
        return before[-1] if before else called[0][1] if called else draft.name

    def _bearer_of_family(self, draft: NameDraft) -> str | None:
        """The one person of the report whose family name stands behind a title (the minister X)."""
        words = words_in(draft.name)
        titled = len(words) == _TITLE_AND_NAME and words[0] in BORNE and draft.name.startswith(_ARTICLE)
        titled = titled and words[1] not in _OF_OFFICES
        return self._surnames.get(words[1:]) if titled and not lands_in(words[1]) else None

    def _whole_of(self, draft: NameDraft) -> str:
        """The whole name of a body, as the report writes it somewhere; its own where it says no more of it."""
        bodily = draft.kind in ("organisation", "unnamed")  # a name in marks alone is of no kind
        return self._whole.get(as_written(draft.name), draft.name) if bodily else draft.name

    def _bearer(self, title: str) -> str | None:
        """The one person of the report who bears a title, wherever the report names them."""
        asked = title_of(title)
        if not asked[0]:
            return None
        told = {s.name for s in self._met} if asked[1] in OF_MANY else ()  # whom the title did not take up
        bearers = Counter(name for known, name in self._titled if known[0] == asked[0]) or Counter(
            name for known, name in self._titled if says_more(known, asked) and name not in told
        )
        return bearers.most_common(1)[0][0] if bearers else None


def _joined(word: str) -> str:
    """A word behind "and" without its article (the agency | and the club)."""
    return _AND + word[3:] if word.startswith(_AND + _ARTICLE) and len(word) > _LONG else word


_AND, _IN, _LONG = "و", "في", 5


def _taking_up(draft: NameDraft) -> NameDraft:
    """A form of honour with its pronoun, or "the same X" with the word for same in front, as the noun that takes somebody up."""
    first, _, rest = draft.name.partition(" ")
    if not rest and words_in(first) in _HONOURED:
        return replace(draft, kind="unnamed")
    if first in _THE_SAME and rest.startswith(_ARTICLE):
        return replace(draft, name=f"{rest} {_HIMSELF}", kind="unnamed", anaphoric=True)
    return draft


def _is_named_body(draft: NameDraft) -> bool:
    """A body by its name (the council of X), not by a noun with an epithet (the transitional government)."""
    return draft.kind == "organisation" and " " in draft.name and not draft.name.startswith(_ARTICLE)


_ARTICLE = "ال"
_TAKEN_UP = PERSONAL.union(SOURCES)
_NEAR, _TITLE_AND_NAME = 3, 2  # speakers; words
_ADJECTIVES = "العام الجديد الحالي السابق الأعلى الأول الحكومي العسكري الرسمي الشرعي القضائي الأمني الإعلامي الإقليمي"
_OF_OFFICES = frozenset(map(fold_word, _ADJECTIVES.split()))
_SHORT = 3  # words by which somebody, or a body, named before is taken up
_NOMINATIVE = "ون"
_THE_SAME = ("ذات", "نفس")
_HIMSELF = "نفسه"
_HIS = "معاليه سعادته سموه فخامته سيادته جلالته فضيلته سماحته نيافته غبطته قداسته"
_HERS = "معاليها سعادتها سموها سيادتها جلالتها"
_HIS_HONOUR = frozenset(map(fold_word, f"{_HIS} {_HERS}".split()))
_HONOURED = frozenset((word,) for word in _HIS_HONOUR)
_EPITHETS = frozenset(map(fold_word, ("انتقالية", "مؤقتة", "جديدة", "حالية", "منتخبة", "مذكورة")))  # of the one body


def _is_another(last: Speaker, wanted: Agreement) -> bool:
    """Whether whoever spoke last cannot be the subject of a verb: he is not they, nor she; of a number of bodies the verb is
    feminine though its noun is not.
    """
    gender = last.agreement.gender
    if gender and wanted.gender and gender != wanted.gender:
        return gender == "f" or words_in(last.name)[1:2] != _OF
    return last.kind == "person" and wanted.number in ("p", "d")


_OF = (fold_word("من"),)


def _same(known: str, name: str) -> bool:
    """Whether two names are one: by their words, or the ministry by what it is for (the ministry of the Interior, the Interior)."""
    full, words = words_in(known), words_in(name)
    return full == words or (full[0] == _MINISTRY and full[1:] == words and name.startswith(_ARTICLE))


_MINISTRY = "وزاره"


def names_of(drafts: Sequence[ClaimDraft]) -> list[NameDraft]:
    """Every name that takes part in the claims, speakers and relays."""
    found = [d.speaker for d in drafts if d.speaker is not None]
    found += [via.name for d in drafts for via in d.via]
    return found
