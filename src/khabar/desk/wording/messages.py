"""Messages: labels, explanations and errors in the language of the person who reads them.

One TOML file a language stands beside this one.  A table of it is a vocabulary (`[measure]` holds the label of each
measure) or a topic (`[strip]`); a message is a text with named fields in braces, or, where it counts something, a
table with a text for each plural category of CLDR (Arabic knows six, English two).  The category is told by the
field `n`.  A test holds the files to the same keys and fields, and to the closed vocabularies of the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from functools import cache, cached_property
from pathlib import Path
from typing import Any, ClassVar, Final

_FOLDER: Final = Path(__file__).parent
_RIGHT_TO_LEFT: Final = frozenset({"ar"})

_COUNTED: Final = ":#"

Table = dict[str, Any]


@dataclass(frozen=True)
class Messages:
    """The messages of one language, read from their file when the first is asked for.  `direction` is "rtl" or "ltr"."""

    code: str
    direction: str

    @cached_property
    def tables(self) -> Table:
        """The tables of the file by their names."""
        import tomllib

        return tomllib.loads(_file_of(self.code).read_text(encoding="utf-8"))

    def label(self, vocabulary: str, value: str) -> str:
        """The label of a value of a closed vocabulary.  Raises KeyError for a value without one."""
        told = self.tables[vocabulary][value]
        assert isinstance(told, str)
        return told

    def say(self, key: str, **fields: object) -> str:
        """The message of a dotted key ("strip.speakers"), its fields filled in; `n` chooses the plural form.

        Raises KeyError for an unknown key and for a missing field.
        """
        message: Any = self.tables
        for part in key.split("."):
            message = message[part]
        if isinstance(message, dict):
            number = fields["n"]
            assert isinstance(number, int)
            message = message.get(plural(self.code, number)) or message["other"]
        assert isinstance(message, str)
        if _COUNTED in message:
            return message.format(**{name: _Counted(value, self) for name, value in fields.items()})
        return message.format(**fields)

    def counted(self, noun: str, number: object) -> str:
        """A number with its noun: "11 rows"; a number may be a text with marks between its thousands.

        Raises KeyError for a noun that the table `counted` does not have.
        """
        forms, digits = self.tables["counted"][noun], str(number).replace(",", "")
        category = plural(self.code, int(digits)) if digits.isdecimal() else "other"
        told = forms.get(category) or forms["other"]
        assert isinstance(told, str)
        return told.format(n=number)


class _Counted:
    """A field of a message that is written with its noun where the message names one as its format."""

    def __init__(self, value: object, words: Messages) -> None:
        self._value, self._words = value, words

    def __format__(self, form: str) -> str:
        return self._words.counted(form[1:], self._value) if form.startswith("#") else format(self._value, form)


class Spoken(ValueError):
    """An error that can be said in every language of the UI; `str` says it in English.

    `topic` is the table of its messages; `reason` names the message there and `details` fill it in.
    """

    topic: ClassVar[str]

    def __init__(self, reason: str, **details: object) -> None:
        super().__init__(reason, details)
        self.reason, self.details = reason, details

    def said(self, words: Messages) -> str:
        """What is wrong and what to do, in the language of these messages."""
        return words.say(f"{self.topic}.{self.reason}", **self.details)

    def __str__(self) -> str:
        return self.said(messages("en"))


@cache
def messages(code: str) -> Messages:
    """The messages of a language of `ui_languages`.  Raises FileNotFoundError when there are none."""
    if not _file_of(code).is_file():
        raise FileNotFoundError(_file_of(code))
    return Messages(code, "rtl" if code in _RIGHT_TO_LEFT else "ltr")


def _file_of(code: str) -> Path:
    return _FOLDER / f"{code}.toml"


@cache
def ui_languages() -> tuple[str, ...]:
    """The languages that khabar speaks to people, as codes."""
    return tuple(sorted(path.stem for path in _FOLDER.glob("*.toml")))


def plural(code: str, number: int) -> str:
    """The plural category of a whole number by CLDR's rules: Arabic zero, one, two, few, many, other; English one, other."""
    if code != "ar":
        return "one" if number == 1 else "other"
    if number in (0, 1, 2):
        return ("zero", "one", "two")[number]
    if 3 <= number % 100 <= 10:
        return "few"
    return "many" if number % 100 >= 11 else "other"
