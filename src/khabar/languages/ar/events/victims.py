"""Victims: whom an event noun hits, told by what stands behind it: on, against, with, "that hit", "whose victims were"."""

from __future__ import annotations

from collections.abc import Sequence

from msgspec.structs import replace

from khabar.grammar import Unit
from khabar.languages.ar.events.acts import Act
from khabar.languages.ar.events.agreement import follows
from khabar.languages.ar.events.asides import is_on_way
from khabar.languages.ar.events.clause_starts import AGENTS, ENDS, PLACES, SO_LONG
from khabar.languages.ar.events.objects import object_begin
from khabar.languages.ar.events.on_whom import is_called_ali, is_no_target
from khabar.languages.ar.events.phrases import is_people_of_country, party, phrase_end
from khabar.languages.ar.lists.events import folded_lemmas
from khabar.languages.ar.phrases.shapes import NISBA, has_preposition, is_article
from khabar.languages.drafts import PartyDraft
from khabar.record.vocabulary import FORCE, HARM, HURT

_LED_TO = frozenset(("an", "stop"))  # what the act led to stands behind "in"
_HIT = AGENTS | PLACES | {"countable"}
# Types whose victim stands behind "on".
_HIT_ON = ("ASSAULT", "COERCE", "SANCTION", "ACCIDENT")


def object_of_hit(units: Sequence[Unit], act: Act, at: int, text: str) -> PartyDraft | None:
    """The object of "hit", whose subject the event noun is, stands behind the noun's adjectives (a raid hit a store)."""
    before_ = units[act.first - 1] if act.first else None
    if before_ is None or "hit" not in before_.signature or "verb" not in before_.signature:
        return None
    return party(units, _object_of_hit(units, at), text)


def hit_by_it(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """What somebody says, behind the act, that "it" hit (its responsibility for the attack, claiming that it was aimed at | X)."""
    if act.word.type not in HARM or not is_article(units[act.first]):
        return None
    for at in range(act.last, min(act.last + _SAID, len(units) - 2)):
        if "stop" in units[at].signature:
            return None
        if "pronoun_comp" in units[at].signature and {"hit", "verb"} <= units[at + 1].signature:
            fits = follows(units[at + 1].get("verb") or (), units, act.first, act.first + 1)
            said = party(units, at + 2, text) if fits and not has_preposition(units[at + 2]) else None
            return replace(said, near="sentence", basis="attributed_by_other") if said is not None else None
    return None


_SAID = 6  # units from an act to "that it hit"


def aimed_at(units: Sequence[Unit], act: Act, text: str) -> PartyDraft | None:
    """Whom or what a participle behind the act says that it was aimed at (launched raids, | aiming at the post), or a verb right
    behind what was fired or carried out says that it hit (fired rockets | that hit a school).
    """
    first = max(act.last, act.tail[1])
    for at in range(first, min(first + _FAR, len(units) - 1)):
        signature = units[at].signature
        hits = at <= first + 1 and act.kind == "verb" and act.tail[1] and signature >= _HITS
        if hits or "aims_at" in signature:
            return None if has_preposition(units[at + 1]) else party(units, at + 1, text)
        if signature & ENDS or "ACT_VERB" in signature:
            return None
    return None


_FAR, _HITS = 16, frozenset(("hit", "verb"))


def _object_of_hit(units: Sequence[Unit], at: int) -> int:
    """Where the object of "hit" begins behind its subject: past the means, the day and their commas."""
    while at < len(units) and at < len(units) - 1:
        signature = units[at].signature
        by = has_preposition(units[at]) and signature & {"means_head", "means", "weapon"}
        if by or ("+li" in signature and signature & AGENTS):
            at = object_begin(units, at, phrase_end(units, at, governed=True))
        elif signature & _HOW_AND_WHEN or (signature & _NUMBERS and units[at - 1].signature & _STRENGTH):
            at += 1  # an earthquake hit, with the strength of six degrees, | the town
        else:
            break
    while at + 1 < len(units) and not is_article(units[at]) and not units[at].signature & _HIT:
        if units[at].signature & (ENDS | {"prep", "mark"}) or _is_patrol(units[at]):
            break
        at += 1  # a strong earthquake hit
        if units[at - 1].signature.isdisjoint({"kind_adjective", "adverb"}) and not units[at].signature & _HIT:
            return at - 1
    return at


_NUMBERS = frozenset(("NUMBER", "digits", "and_free"))
_STRENGTH = _NUMBERS | {"adverb"}  # with the strength of 6 and 5
_HOW_AND_WHEN = frozenset(("TIME", "comma", "adverb", "means", "kind_adjective", "aerial", "measure_unit"))


def _is_patrol(unit: Unit) -> bool:
    """Forces whose word also tells that they deploy."""
    return "ACT_NOUN" in unit.signature and unit["ACT"].word.type == "MOBILIZE"


def victim_at(units: Sequence[Unit], at: int, act: Act, text: str) -> PartyDraft | None:
    """The victim behind on, against, with, or behind "that hit"."""
    unit = units[at]
    if "ala" in unit.signature and "doer_before" in units[at + 1].signature:
        return None
    if is_no_target(units, at + 1) or ("ala" in unit.signature and is_called_ali(units, at)):
        return None
    if "+li" in unit.signature and at <= act.last + 1 and _is_given_to(unit, act):
        return party(units, at, text)
    if _is_where(units, at, act):
        return None
    if ("ala" in unit.signature or "target_before" in unit.signature) and act.word.type in _HIT_ON:
        return party(units, at + 1, text)
    if "hit" in unit.signature and at > 0:
        first = at + 2 if "TIME" in units[at + 1].signature else at + 1  # that hit on Friday | a mosque
        end = next((k for k in range(first, len(units)) if units[k].signature & _LED_TO), len(units))
        return party(units[:end], first, text) if first < end and _may_hit(units, at, act) else None
    if "suffered" in unit.signature and at + 2 < len(units) and "rel" in units[at - 1].signature:
        return party(units, at + 2, text) if "prep_pron" in units[at + 1].signature else None  # to which X was exposed
    if "victim_of" in unit.signature and act.word.type in HARM:
        fell = party(units, at + 1, text)
        return replace(fell, near="sentence") if fell is not None else None
    by = at == act.last and "+bi" in unit.signature and act.word.first == "target"
    if by and unit.signature & AGENTS and not unit.signature & {"means", "means_head", "armed"}:
        return party(units, at, text)  # the overthrow of X
    if ("with" in unit.signature and _is_shared(units, at, act)) or _is_attended(units, at, act):
        return party(units, at + 1, text)
    if "min" in unit.signature and act.word.lemma.endswith(units[at].view):
        return party(units, at + 1, text)
    return None


def _is_where(units: Sequence[Unit], at: int, act: Act) -> bool:
    """Whether "on" says where: people are arrested on the border, a car crashes on the road to X; or "against", whom a suit is
    brought against.
    """
    if "target_before" in units[at].signature:
        return act.first > 0 and units[act.first - 1].view in folded_lemmas("suits")  # a suit for genocide | against X
    if act.word.type == "ACCIDENT":
        return is_on_way(units, at)
    return "ala" in units[at].signature and act.word.subtype == "arrest" and "prep" not in units[act.last - 1].signature


_ATTENDED = frozenset(("attended", "+bi"))


def _is_attended(units: Sequence[Unit], at: int, act: Act) -> bool:
    """Whether somebody's presence at a meeting tells who was met (held a meeting in the presence of, that included | X)."""
    if act.word.type != "CONSULT" or units[at + 1].signature.isdisjoint(AGENTS):
        return False
    held = "includes" in units[at].signature and any(
        "does" in u.signature for u in units[max(at - _HELD, 0) : act.first]
    )
    return held or units[at].signature >= _ATTENDED


_HELD = 12  # units from "held" to "that included"


def _may_hit(units: Sequence[Unit], at: int, act: Act) -> bool:
    """Whether the act may be the subject of "hit" behind a comma: else that goes on with another (an attack, which clashes
    followed, hit).
    """
    if not any("comma" in unit.signature for unit in units[act.last : at]):
        return True
    return follows(units[at].get("verb") or (), units, act.first, act.first + 1)


def _is_shared(units: Sequence[Unit], at: int, act: Act) -> bool:
    """Whether "with" names the other side of a fight, of talks, of an agreement: who is with the victim suffers with it, and
    in a clause of place ("where she lived with") it names nobody.
    """
    if act.word.type == "ASSAULT":
        return act.word.subtype == "armed_clash" or act.word.war
    if act.word.type not in ("CONSULT", "AGREE"):
        return False
    return not any("place_where" in unit.signature for unit in units[act.last : at])


def _is_given_to(unit: Unit, act: Act) -> bool:
    """Whether what stands behind "to" is hit by the act, or helped by it (new aid to a country)."""
    if act.word.type == "AID":
        return bool(unit.signature & (AGENTS | {"known_place", "demonym"}))
    return is_done_to(unit, act) or (act.word.type == "ASSAULT" and act.word.first != "actor" and _is_thing(unit))


def are_their_dead(unit: Unit) -> bool:
    """A plural of the dead or the hurt with the pronoun of whom they belong to (its dead): they are who was hit, not the owner."""
    people = unit.get("people")
    hurt = people is not None and people.number == "p" and people.measure in HURT
    return hurt and "+pron" in unit.signature and "+fa" not in unit.signature


def is_whose_deed(units: Sequence[Unit], act: Act) -> bool:
    """Whether the pronoun of an act tells whose deed it is, though nothing behind it says whom it befell: of a plural (their
    arrests), and of a noun of launching with its act (its dealing | blows).
    """
    noun = units[act.first]
    if act.word.type not in FORCE or act.word.needs == "outcome" or "+pron" not in noun.signature:
        return False
    if act.last == act.first + 1:
        return noun.view.removesuffix(noun["+pron"]).endswith(_PLURAL)
    return bool(noun.signature & _LAUNCHES) and all("prep" not in u.signature for u in units[act.first + 1 : act.last])


_PLURAL = "\N{ARABIC LETTER ALEF}\N{ARABIC LETTER TEH}"
_LAUNCHES = frozenset(("brings_in", "launched", "carries_out"))


def is_done_to(unit: Unit, act: Act) -> bool:
    """Whether people behind "of" suffer an act that is done to people (arrests | of demonstrators), not those under arms, who
    do it (a shelling | of the forces).
    """
    if act.word.type not in FORCE or act.word.first != "target":
        return False
    if act.word.subtype in _TO_PERSONS or act.word.lemma.startswith(_ASSASSINATION):
        return bool(unit.signature & _PERSONS)  # executions | of dozens; nobody but persons suffers it
    return bool(unit.signature & {"people", "participants", "every"}) and not unit.signature & _DOING


_TO_PERSONS = ("execution", "torture", "abduction")
_PERSONS = frozenset(("people", "participants", "NUMBER", "whoever", "role", "given"))
_ASSASSINATION = "اغتيال"


_DOING = frozenset(("armed", "forces", "org_head", "organisation", "role", "given", "occupant"))


def _is_thing(unit: Unit) -> bool:
    """What an attack can be on behind "of": places and things, not those who attack, not an aim."""
    return bool(unit.signature & {"countable", "place_type", "place_facility"}) and not unit.signature & AGENTS


def strikes(units: Sequence[Unit], act: Act, at: int) -> bool:
    """Whether what a raid or a plane of some country hits follows its adjective (an Israeli raid's hitting of | the camp), or whom
    and what the country hits, behind "of" (a country's shelling | of the rebels).
    """
    if act.word.first != "target" or act.word.type not in FORCE or at >= len(units):
        return False
    if "+li" in units[at].signature:
        hit = units[at].signature & _STRUCK and "demonym" in units[at - 1].signature
        return bool(hit) and units[at].view not in SO_LONG and units[at].signature.isdisjoint(_AIMS)
    if act.word.type != "ASSAULT" or at < act.last + 2:
        return False
    hit = units[act.last].signature & {"means", "means_head", "ACT_NOUN"} and units[at].signature & _STANDS
    return bool(hit) and not has_preposition(units[at]) and "+and" not in units[at].signature


_STRUCK = frozenset(
    ("people", "armed", "forces", "known_place", "place_type", "place_facility", "org_head", "organisation")
)
_STANDS = frozenset(("place_type", "place_facility", "countable", "vehicle", "known_place"))


def is_named_in(units: Sequence[Unit], whose: PartyDraft, doer: PartyDraft) -> bool:
    """Whether somebody is the doer, or is named in his words, with no act between (the support of | X)."""
    before = [u for u in units if doer.span[0] <= u.cut < whose.span[0]]
    return doer.span[0] <= whose.span[0] < doer.span[1] and all(u.signature.isdisjoint(_ACTS) for u in before)


_ACTS = frozenset(("masdar", "cue_noun", "event_head"))


def goes_on_with_him(units: Sequence[Unit], at: int) -> bool:
    """Whether "and" goes on from what was done to "him" (opened fire on him | and killed him)."""
    if "+and" not in units[at].signature or "prep_pron" not in units[at - 1].signature:
        return False
    return any("ACT_NOUN" in u.signature for u in units[max(at - _NEAR, 0) : at])


_NEAR = 4


def has_own_object(units: Sequence[Unit], act: Act) -> bool:
    """Whether the object of a noun whose doer is its pronoun follows it: what is known to be hit, or any noun without
    preposition behind a deed done to somebody, which has no adjective of that form (their shelling | a dome, the crowds).
    """
    if act.last >= len(units) or act.word.type not in FORCE:
        return False
    unit, signature = units[act.last], units[act.last].signature
    if signature & {"+bi", "+ka", "+and"}:
        return False
    if "+li" in signature:
        if unit.view in SO_LONG:
            return False
        return bool(signature & _OBJECTS) and act.word.first == "target" and signature.isdisjoint(_AIMS)
    if signature & _OBJECTS or is_people_of_country(unit):
        return True
    done = act.word.type == "ASSAULT" and act.word.first == "target"
    alone = done and act.last == act.first + 1 and signature.isdisjoint(_NO_OBJECT)
    return alone and (_is_plural_of_things(units, act.last) or unit.text.endswith(_INDEFINITE))


def _is_plural_of_things(units: Sequence[Unit], at: int) -> bool:
    """A definite noun whose adjective is feminine while it is not (the crowds of | soldiers): a plural, no adjective itself."""
    following = units[at + 1] if at + 1 < len(units) else None
    if following is None or not (is_article(units[at]) and is_article(following)):
        return False
    return following.view.endswith(NISBA[0]) and not units[at].text.endswith(_INDEFINITE[0])


_INDEFINITE = ("\N{ARABIC LETTER TEH MARBUTA}", "\N{ARABIC LETTER TEH MARBUTA}\N{ARABIC FATHATAN}")  # of a feminine
_NO_OBJECT = frozenset(
    (
        *("prep", "mark", "TIME", "rel", "comp", "bi_comp", "CUE", "adverb", "kind_adjective", "aerial", "quality"),
        *("prep_pron", "ACT_VERB", "while", "but", "like", "means", "demonstrative", "manner", "copula", "does"),
    )
)
_AIMS = frozenset(("masdar", "does_masdar", "aim", "TIME"))
_OBJECTS = frozenset(("people", "place_type", "countable", "place_facility", "NUMBER", "role", "armed", "known_place"))


def is_called_so(units: Sequence[Unit], at: int) -> bool:
    """Whether a verb only tells by what word an act was described (clashes | described as violent, between)."""
    cue = units[at].get("cue")
    return cue is not None and cue.lemma == _DESCRIBE and "+bi" in units[at + 1].signature


_DESCRIBE = "وصف"
