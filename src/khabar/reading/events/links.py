"""Links among events: tellings of one act in a paragraph become one record, tellings through the report point at the first."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cached_property

from khabar.languages.drafts import EventDraft, Offsets
from khabar.languages.likened import begun
from khabar.reading.events.breadth import breadth, is_inside, is_wide, same_place
from khabar.reading.events.dates import same_day
from khabar.reading.events.looking_back import is_looked_back_at
from khabar.reading.events.names import alike, all_differ, names_again, shares
from khabar.reading.events.same_acts import (
    GENERAL,
    alike_real,
    counted_otherwise,
    is_fate,
    is_left_by,
    is_one_fight,
    is_one_of,
    is_real,
    one_stem,
    same_act,
)
from khabar.reading.events.settings import Told
from khabar.record import Place, Time
from khabar.record.vocabulary import HARM, NOBODYS
from khabar.text.fold import fold_word


@dataclass
class Cluster:
    """The tellings of one event, first to last."""

    told: list[Told] = field(default_factory=list)

    @cached_property
    def place(self) -> Place | None:
        """The narrowest place its tellings name, the one named most often of these; asked for when all are in."""
        named = [place for t in self.told for place in (t.place, t.place_again) if place is not None]
        count = Counter(p.name for p in named)
        return min(named, key=lambda p: (breadth(p), -count[p.name]), default=None)

    def strays(self, own: Place) -> bool:
        """Whether its tellings name several places within a wider one, which then is where all of it happened."""
        named = [t.place for t in self.told if t.place is not None and t.place.kind != "facility"]
        inside = {place.name: place for place in named if is_inside(place, own)}
        apart = [(a, b) for a in inside.values() for b in inside.values() if a is not b]
        return any(not (is_inside(a, b) or is_inside(b, a)) for a, b in apart)

    @cached_property
    def date(self) -> Time | None:
        """The day its tellings name most often; of several the earliest, as a later one is that of who speaks of it."""
        named = [day for t in self.told for day in (t.date, t.date_again) if day is not None]
        count = Counter(t.value for t in named)
        return min(named, key=lambda t: (-count[t.value], t.value or "", t.start), default=None)

    @cached_property
    def hurt(self) -> list[Told]:
        """The tellings that name by their own words whom or what it hit; asked for when all are in."""
        return [t for t in self.told if t.draft.target is not None and t.draft.target.near == "predicate"]

    @cached_property
    def doers(self) -> list[Told]:
        """The tellings that name a doer; those of whoever owns the act alone, if somebody does."""
        named = [t for t in self.told if t.draft.actor is not None]
        return [t for t in named if t.draft.actor and t.draft.actor.basis == "claimed_by_actor"] or named

    @property
    def is_one(self) -> bool:
        """Whether its first telling is of one act: a war has many dead."""
        first = self.told[0].draft
        return not first.war and not first.plural

    def likeness(self, other: Told) -> int:
        """How much speaks for a telling being of this event; 0 when something forbids it or nothing does."""
        draft, drafts = other.draft, [t.draft for t in self.told]
        if not same_act(drafts[0], draft) or self.lies_elsewhere(other):
            return 0
        if self._is_of_old(other):
            return 0
        if counted_otherwise(drafts, draft) and not (self._has_number(other) and self._leads_into(other)):
            return 0
        if draft.type == "PROTEST" and draft.definite and draft.target is None and drafts[0].target is not None:
            return 0  # the unrest is more than the entering of an airport
        if self._is_another(other) or not self._is_told_again(other):
            return 0
        if not is_known(other) and self._is_told_apart(other):
            return 0
        if self._hits_another(other) or (draft.ground and not self._is_on_one_ground(other)):
            return 0
        return self._evidence(other)

    def _is_of_old(self, other: Told) -> bool:
        """Whether its clause brings in something of long ago, when the report told none of it so far."""
        if not other.old or other.draft.definite or any(t.old for t in self.told):
            return False
        return not (self._has_number(other) or self._names_its_victims(other.draft))

    def _is_told_apart(self, other: Told) -> bool:
        """Whether what is told as new is told beside this event, or has another doer, other victims, or only may happen."""
        draft, drafts = other.draft, [t.draft for t in self.told]
        if any(t.sentence == other.sentence for t in self.told):
            return True  # the attack, which followed an explosion
        if draft.type in HARM and not any(alike_real(d, draft) for d in drafts):
            return True
        if any(is_left_by(d, draft) for d in drafts):
            return False
        # A headline lays it on a party, the report on the revolt that the party leads.
        named = [t.draft for t in self.told if not (t.heads and _is_laid_on(t.draft) and _is_laid_on(draft))]
        return all_differ(named, draft, "actor") or self._victims_differ(other)

    def lies_elsewhere(self, other: Told) -> bool:
        """Whether place or day of a telling contradict those of all the others; what is to come may be moved."""
        if _forbids([same_place(t.place, other.place) for t in self.told if t.place], other.place is not None):
            return True
        if not is_real(other.draft):
            return False
        dated = [t for t in self.told if t.date and is_real(t.draft)]
        return _forbids([same_day(t.date, other.date) for t in dated], other.date is not None)

    def _is_another(self, other: Told) -> bool:
        """Whether its words set it apart from what was told (another attack), which no telling of this one does; or its sentence
        turns to another matter, and to other people.
        """
        draft = other.draft
        if draft.another and not any(t.draft.another for t in self.told):
            return True
        if draft.earlier and is_real(draft) and not any(is_real(t.draft) for t in self.told):
            return True  # what had been done is not what is called for, planned or feared
        if self.told[0].draft.another and not is_real(draft) and not one_stem(self.told[0].draft, draft):
            return True  # the reply that is threatened is none of the attacks that are
        return draft.turned and not self._has_number(other) and not self._names_its_victims(draft)

    def _has_number(self, other: Told) -> bool:
        return other.number is not None and any(t.number == other.number for t in self.told)

    def _names_its_victims(self, draft: EventDraft) -> bool:
        if any(names_again(t.draft.target, draft.target) for t in self.told):
            return True
        return self._hits_its_site(draft)

    def _hits_its_site(self, draft: EventDraft) -> bool:
        """Whether the building that it hit is the one that a telling is set in (stormed the hotel, in which the attack was)."""
        hit = draft.target.name.partition(" ")[0] if draft.target is not None else ""
        return any(t.place is not None and t.place.kind == "facility" and alike(t.place.text, hit) for t in self.told)

    def _is_told_again(self, other: Told) -> bool:
        """Whether violence may be this one told again: what is told as new only where it hit the same, or its people are of one
        number, or where a report begins, whose first sentences tell the headline again; what happened is not what was feared.

        One word, one place and one day are not enough: a report of fighting tells many acts.
        """
        draft = other.draft
        if not is_real(draft) and draft.type == "ASSAULT" and all(is_fate(t.draft) for t in self.told):
            return False  # that eight were killed is not the fighting that is feared
        if not is_real(draft) or draft.war or not (draft.type == "ASSAULT" or draft.incident):
            return True
        if is_known(other):
            planned = other.date is None  # what has its day was done, and not what was only planned
            return any(is_real(t.draft) or (planned and t.draft.status == "planned") for t in self.told)
        if self._leads_into(other):
            first = self.told[0]
            others = not first.heads and all_differ([t.draft for t in self.told], draft, "target", apart=True)
            return not others and not all(is_one_of(t.draft, draft) for t in self.told)
        if self._has_number(other):
            return True
        placed = any(t.place and other.place and t.place.name == other.place.name for t in self.told)
        if draft.subtype == "suicide_bomb" and any(t.draft.subtype == "suicide_bomb" for t in self.told):
            return True
        if draft.type == "ACCIDENT" or draft.subtype == "armed_clash":
            return placed  # whom one fights says nothing of which fight
        if (
            placed
            and draft.subtype in _SELDOM
            and not draft.plural
            and other.place is not None
            and not is_wide(other.place)
        ):
            return any(one_stem(t.draft, draft) and not t.draft.plural for t in self.told)
        return self._names_its_victims(draft)

    def _victims_differ(self, other: Told) -> bool:
        """Whether both name counted people, of different number; acts other than violence differ by any other victim."""
        numbers = {t.number for t in self.told} - {None}
        if other.number is not None and numbers and other.number not in numbers:
            return True
        if other.draft.type in NOBODYS and len(self.told) == 1 and self._leads_into(other):
            return False  # the migrants of a headline are the forty people of the lead
        return other.draft.type != "ASSAULT" and all_differ([t.draft for t in self.told], other.draft, "target")

    def _hits_another(self, other: Told) -> bool:
        """Whether violence told as new (a strike, fighting) is on what no telling names; outcomes count, so numbers may grow."""
        draft = other.draft
        if draft.type != "ASSAULT" or is_known(other) or other.number or self._leads_into(other) > 1:
            return False
        if self._hits_its_site(draft) or (draft.ground and self._is_on_one_ground(other)):
            return False
        if self._leads_into(other) and (_is_place(other) or self._is_of_one_kind(draft)):
            return False  # who was hurt there is another matter; and whom the headline's blast hit may be told by the building
        return all_differ([t.draft for t in self.told], draft, "target", apart=True)

    def _is_of_one_kind(self, draft: EventDraft) -> bool:
        """Whether the first telling is of the same kind of violence, and says which."""
        return draft.subtype not in GENERAL and self.told[0].draft.subtype == draft.subtype

    def _is_on_one_ground(self, other: Told) -> bool:
        """Whether what was taken has a name, or a place, of one of the tellings; the lead says again what its headline did."""
        if any(shares(t.draft.target, other.draft.target) for t in self.told):
            return True
        first = self.told[0].draft
        if self._leads_into(other) and one_stem(first, other.draft) and first.status == other.draft.status:
            return True
        return other.place is not None and any(t.place.name == other.place.name for t in self.told if t.place)

    def _evidence(self, other: Told) -> int:
        draft = other.draft
        anew = draft.type == "ASSAULT" and not draft.definite  # "clashes" again may be other clashes
        score = (1 if anew else 2) * any(one_stem(t.draft, draft) for t in self.told)
        named = any(shares(t.draft.target, draft.target) for t in self.told)
        score += 2 * any(is_left_by(t.draft, draft) for t in self.told)
        score += (6 if draft.definite else 2) * named  # the attack on X is not the one on Y, however near that was told
        score += 2 * self._has_number(other) + 2 * self._hits_its_site(draft)
        score += any(shares(t.draft.actor, draft.actor) for t in self.told)
        score += any(t.place and other.place and t.place.name == other.place.name for t in self.told)
        if other.place is None and is_known(other):  # the strike, said a witness in the town of one of them
            score += 3 * any(t.place and t.place.name in other.named for t in self.told)
        score += any(t.date and other.date and same_day(t.date, other.date) for t in self.told)
        untold = draft.target is None or draft.target.basis != "stated"  # somebody only says that "it" hit others
        taken_up = is_known(other) and (
            untold or any(t.draft.stem == draft.stem or is_one_fight(t.draft, draft) for t in self.told)
        )
        score += 2 * taken_up
        score += (
            draft.definite and draft.subtype not in GENERAL and any(t.draft.subtype == draft.subtype for t in self.told)
        )
        score += draft.type == "PROTEST"
        score += 2 * (draft.type == "ASSAULT" and not is_real(draft))
        score += score > 0 and len(self.told) > 1
        told_as_known = (
            self.told[0].draft.definite and not score
        )  # the battle of a headline is not any dead of the lead
        return score + (0 if told_as_known else self._leads_into(other))

    def _leads_into(self, other: Told) -> int:
        """A headline's violence is told by the report's first sentences, in other words."""
        first = self.told[0]
        if first.draft.type not in HARM or first.paragraph[0] > 0:
            return 0
        gap = other.paragraph[0] - first.paragraph[1]
        if gap <= 0 or other.sentence[0] != other.paragraph[0]:
            return 0
        return 2 if gap <= _NEXT else int(gap <= _NEAR)


def is_known(one: Told) -> bool:
    """Whether the text treats it as known: with the article, or called by the town or day right behind it (Monday's attack).

    A country that stands there did it.
    """
    if one.draft.definite or one.draft.kind != "noun":
        return one.draft.definite
    town = one.place if one.place is not None and not is_wide(one.place) else None
    return any(named is not None and named.start - one.draft.trigger[1] == 1 for named in (town, one.date))


def _is_place(one: Told) -> bool:
    """Whether what was hit is the place where."""
    target, place = one.draft.target, one.place
    return target is not None and place is not None and target.span[0] <= place.start < target.span[1]


# What a town does not see twice in one report that does not say so.
_SELDOM = ("explosive", "suicide_bomb", "abduction")
# Characters between paragraphs; between headline and lead: a dateline, a byline, a second headline.
_NEXT, _NEAR = 3, 250


def _is_laid_on(draft: EventDraft) -> bool:
    """Whether its doer is only the one whom somebody lays it on."""
    return draft.actor is not None and draft.actor.basis == "attributed_by_other"


def _forbids(fits: Sequence[bool], known: bool) -> bool:
    return known and bool(fits) and not any(fits)


def clusters(told: Sequence[Told]) -> list[Cluster]:
    """The cluster of each telling, in the same order; tellings of one event share one cluster."""
    made: list[Cluster] = []
    of_each: list[Cluster] = []
    printed: dict[tuple[str, int | None, int, int], Cluster] = {}
    for one in told:
        start, end = one.paragraph
        line = (one.draft.lemma, one.number, end - start, one.draft.trigger[0] - start)
        found = printed.get(line)  # a paragraph printed twice: as long, with the same word and number at its place
        if found is None or found.told[-1].paragraph == one.paragraph:
            found = _likest(made, one) or _of_the_dead(made, one) or Cluster()
        if not found.told:
            made.append(found)
        found.told.append(one)
        of_each.append(found)
        printed.setdefault(line, found)
    return _with_told_by_deed(told, of_each)


def _with_told_by_deed(told: Sequence[Told], of_each: list[Cluster]) -> list[Cluster]:
    """The clusters; the deed by which people are told whom something befell (police killed some who tried to storm offices) is the
    one that is told by the same word where the same befalls them again (they tried to storm buildings, and dozens were killed).
    """
    harm = [number for number, one in enumerate(told) if one.draft.type in HARM]
    together: dict[Offsets, list[int]] = {}
    for number, one in enumerate(told):
        together.setdefault(one.sentence, []).append(number)
    by_which = {id(told[fate]): _by_which(told, told[fate], together[told[fate].sentence]) for fate in harm}
    for number in harm:
        one, mine = told[number], of_each[number]
        if len(mine.told) > 1:
            continue
        beside = [of_each[k] for k in together[one.sentence] if of_each[k] is not mine]
        deeds = (deed for c in beside for fate in c.told for deed in by_which.get(id(fate), ()) if deed != number)
        again = (of_each[deed] for deed in deeds if told[deed].draft.stem == one.draft.stem)
        first = next((cluster for cluster in again if not cluster.lies_elsewhere(one)), None)
        if first is not None:
            first.told.append(one)
            of_each[number] = first
    return of_each


def _by_which(told: Sequence[Told], fate: Told, beside: Sequence[int]) -> list[int]:
    """The deeds, of those told `beside` it, that the words for whom something befell tell of them."""
    if fate.draft.target is None:
        return []
    start, end = fate.draft.target.span
    return [at for at in beside if start < told[at].draft.trigger[0] < end]


def _likest(made: Sequence[Cluster], one: Told) -> Cluster | None:
    """The event that most speaks for; of two as likely, the one told last of what is known, else the one told most often.  What
    is known is none that the report only looks back at, where its own event may be meant.
    """
    last = one.draft.definite and not one.draft.plural
    best, found = (_ENOUGH, -1), None
    first: Cluster | None = None
    own = False  # whether the first event of its type may be meant
    for cluster in made:
        if cluster.told[0].draft.type != one.draft.type:
            continue
        likeness = cluster.likeness(one)
        if first is None:
            first, own = cluster, likeness >= _ENOUGH
        if likeness >= _ENOUGH:
            rank = (likeness, cluster.told[-1].sentence[0] if last else len(cluster.told))
            aside = last and own and cluster is not first
            if rank > best and not (aside and is_looked_back_at(cluster.told, first.told, one)):
                best, found = rank, cluster
    return found


def _of_the_dead(made: Sequence[Cluster], one: Told) -> Cluster | None:
    """The one attack that a report has told so far, when it goes on to speak of "the dead", or counts people anew; of several the
    one that it counted the dead of.
    """
    if one.draft.type != "ASSAULT" or not (_is_of_the_dead(one.draft) or _is_of_anybody(one.draft)):
        return None
    attacks = [
        cluster for cluster in made if cluster.told[0].draft.type == "ASSAULT" and is_real(cluster.told[0].draft)
    ]
    if len(attacks) > 1 and _is_of_the_dead(one.draft):
        attacks = [cluster for cluster in attacks if any(t.number is not None for t in cluster.told)]
    return attacks[0] if len(attacks) == 1 and attacks[0].is_one and not attacks[0].lies_elsewhere(one) else None


def _is_of_the_dead(draft: EventDraft) -> bool:
    return draft.kind == "people" and draft.definite


def _is_of_anybody(draft: EventDraft) -> bool:
    """Whether only people as such are said to have been killed (37 persons, four dead), not soldiers or children."""
    if not draft.outcome or draft.target is None or draft.target.near != "predicate":
        return False
    return fold_word(draft.target.name.split()[-1]).startswith(begun("anybody"))


_ENOUGH = 2
