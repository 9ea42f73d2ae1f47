"""Why a rule exists, said to those who do not read English.

The English reason is a rule's docstring.  In every other language of the UI the reasons stand in
`desk/wording/reasons/<language>/of_<pack>_rules.toml`, a table a rule file and a line a rule, so that whoever adds a rule
finds where its reason goes.  They are kept outside the packs because they decide nothing: a better word in a reason does
not make another reading, and must not change the hash of the rules that records carry.
"""

from __future__ import annotations

import tomllib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Final, Literal, NamedTuple

from khabar.desk.rules.cards import RuleCard
from khabar.desk.wording import ui_languages

_REASONS: Final = Path(__file__).parents[1] / "wording" / "reasons"
_DECLARED_IN: Final = "en"
"""The language of docstrings."""


class Reason(NamedTuple):
    """Why a rule exists, in a language ("ar", "en") and its direction ("rtl", "ltr")."""

    text: str
    language: str
    direction: str


def reason_of(card: RuleCard, ui: str) -> Reason:
    """The reason of a rule in that language; the English one where nobody has said it in that language yet."""
    told = _told(ui, card.pack).get(card.id)
    return Reason(card.why, _DECLARED_IN, "ltr") if told is None else Reason(told, ui, "rtl" if ui == "ar" else "ltr")


@dataclass(frozen=True, slots=True)
class ReasonFault:
    """A rule without its reason in a language ("missing"), or a reason without its rule ("stale"), and the file to mend.

    `chapter` and `name` are the table and the key of its line in that file.
    """

    kind: Literal["missing", "stale"]
    file: str
    chapter: str
    name: str


def faults_of_reasons(cards: Sequence[RuleCard]) -> list[ReasonFault]:
    """What the files of reasons lack and what they hold too much, for these rules.  Empty when all is well."""
    found: list[ReasonFault] = []
    for ui in (code for code in ui_languages() if code != _DECLARED_IN):
        for pack in sorted({card.pack for card in cards}):
            rules = {card.id for card in cards if card.pack == pack}
            told = _told(ui, pack).keys()
            place = f"src/khabar/desk/wording/reasons/{ui}/{_file_of(pack)}"
            found += [ReasonFault("missing", place, *_line_of(rule)) for rule in sorted(rules - told)]
            found += [ReasonFault("stale", place, *_line_of(rule)) for rule in sorted(told - rules)]
    return found


def _line_of(rule: str) -> tuple[str, str]:
    chapter, _, name = rule.rpartition(".")
    return chapter, name


def _file_of(pack: str) -> str:
    return f"of_{pack}_rules.toml"


@cache
def _told(ui: str, pack: str) -> Mapping[str, str]:
    """Rule id → reason; empty where a language has no file of that pack."""
    path = _REASONS / ui / _file_of(pack)
    if ui == _DECLARED_IN or not path.is_file():
        return {}
    tables = tomllib.loads(path.read_text(encoding="utf-8"))
    return {f"{chapter}.{name}": text for chapter, rules in tables.items() for name, text in rules.items()}
