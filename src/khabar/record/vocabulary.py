"""The closed vocabularies of the record.  Adding a value here is a change of the file format."""

from __future__ import annotations

from typing import Final, Literal

PublishedBasis = Literal["given", "metadata", "dateline", "weekday", "post", "unknown"]
FoundBy = Literal["explicit", "participle", "dropped", "pronoun", "noun", "impersonal", "layout"]
ViaRole = Literal["relay", "reporter", "on_behalf_of"]
Mode = Literal["direct", "mixed", "indirect"]
Act = Literal[
    "say",
    "affirm",
    "deny",
    "warn",
    "threaten",
    "order",
    "request",
    "promise",
    "accuse",
    "condemn",
    "support",
    "reject",
    "claim_responsibility",
    "expect",
    "other",
]
Status = Literal["directive", "future", "possible", "asserted"]
Polarity = Literal["negative", "positive"]
Distance = Literal["distances", "concedes", "neutral"]
WithheldWhat = Literal["not_confirmed", "declined", "no_figure", "not_reached"]
CaveatKind = Literal["outlet_unverified", "provisional", "outlet_doubts_source", "source_anonymous", "contested"]
Measure = Literal[
    "killed",
    "injured",
    "neutralised",
    "casualties",
    "arrested",
    "missing",
    "displaced",
    "abducted",
    "rescued",
    "released",
    "evacuated",
    "protesters",
    "forces",
    "destroyed",
    "other",
]
HURT: Final[frozenset[Measure]] = frozenset(("killed", "injured", "casualties"))
"""Whom violence, an accident or a disaster killed or hurt."""
STRUCK: Final[frozenset[Measure]] = HURT | {"neutralised"}
"""The same, and those of an enemy whom a side says that it put out of action."""
TAKEN: Final[frozenset[Measure]] = frozenset(("arrested", "missing", "abducted"))
"""Who is held or gone."""
FATES: Final[frozenset[Measure]] = HURT | TAKEN | {"displaced", "rescued"}
"""What befell people, as against what they do."""
Bound = Literal["exact", "more_than", "at_least", "less_than", "at_most", "about", "range", "vague"]
UnitKind = Literal["person", "family", "body", "name", "object"]
Population = Literal[
    "civilian",
    "combatant",
    "security",
    "official",
    "child",
    "woman",
    "journalist",
    "medic",
    "aid_worker",
    "detainee",
    "protester",
    "foreigner",
]
CountKind = Literal["total", "increment", "subset", "reclassified", "remaining"]
TimeMod = Literal["start", "mid", "end", "approx"]
TimeKind = Literal["date", "time", "range"]
PlaceKind = Literal["country", "admin1", "admin2", "settlement", "neighbourhood", "camp", "natural", "area", "facility"]
Precision = Literal["point", "town", "district", "province", "country", "area"]
From = Literal["predicate", "sentence", "paragraph", "report"]
OWN_SENTENCE: Final = ("predicate", "sentence")
"""Where what an item's own sentence says of it was read from."""
EventType = Literal[
    "ASSAULT",
    "PROTEST",
    "COERCE",
    "MOBILIZE",
    "RETREAT",
    "SANCTION",
    "AID",
    "CONSULT",
    "AGREE",
    "OFFICE",
    "DISASTER",
    "ACCIDENT",
]
NOBODYS: Final[tuple[EventType, ...]] = ("ACCIDENT", "DISASTER")
"""What nobody does: it befalls people."""
HARM: Final[tuple[EventType, ...]] = ("ASSAULT", *NOBODYS)
"""What people and things come to harm by."""
FORCE: Final[tuple[EventType, ...]] = ("ASSAULT", "COERCE")
"""What somebody does to others by force."""
EventStatus = Literal["reported", "ordered", "called_for", "threatened", "planned", "possible", "denied", "refused"]
Subtype = Literal[
    "armed_clash",
    "air_strike",
    "shelling",
    "suicide_bomb",
    "explosive",
    "shooting",
    "attack",
    "abduction",
    "torture",
    "sexual_violence",
    "looting",
    "arson",
    "destruction",
    "interception",
    "execution",
    "peaceful",
    "violent",
    "intervened",
    "strike",
    "arrest",
    "raid",
    "curfew",
    "emergency",
    "ban",
    "trial",
    "expulsion",
]
Basis = Literal["stated", "attributed_by_other", "claimed_by_actor", "alleged", "inferred"]
UnreadWhy = Literal[
    "sentence_without_items", "number_unused", "quotation_without_speaker", "place_unresolved", "date_unresolved"
]
