"""A chat that WhatsApp exported (_chat.txt, "WhatsApp Chat with ….txt"): one report a message with words, in its own bytes.

Android writes "06/01/2022, 12:30 - Name: words", iOS "[06/01/2022, 12:30:05] Name: words", each in the digits, the marks and the
order of days of the telephone, so that only the whole file tells which number is the month.  The clock is the telephone's, without
a zone.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Final, NamedTuple

from khabar.intake.encodings import decode
from khabar.intake.formats.day_order import DayOrder, Numbers, day_of, numbers_of, order_of
from khabar.intake.formats.format import Format
from khabar.intake.formats.moments import clock_of, without_marks
from khabar.intake.formats.records import physical_lines
from khabar.intake.incoming import (
    MOST_EXPORT_BYTES,
    Arrival,
    Failed,
    Incoming,
    IntakeError,
    Kept,
    Metadata,
    Noted,
    check_length,
    hash_bytes,
)
from khabar.intake.opening import Beside, Given

_PROVENANCE: Final = "whatsapp"
_MARKS: Final = "\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069"
_HEAD: Final = re.compile(
    rf"[{_MARKS}\ufeff]*"
    r"(?P<open>\[)?"
    rf"(?P<date>[{_MARKS}]*\d{{1,4}}[{_MARKS}]*[./\-][{_MARKS}]*\d{{1,2}}[{_MARKS}]*[./\-][{_MARKS}]*\d{{2,4}}),?،?\s+"
    rf"(?P<clock>[{_MARKS}]*\d{{1,2}}[:.]\d{{2}}(?:[:.]\d{{2}})?(?:\s?(?:[AaPp]\.?\s?[Mm]\.?|ص|م)[{_MARKS}]*)?)"
    r"(?(open)\]\s?|\s[-\u2013]\s)"
)
_SENDER: Final = re.compile(rf"(?P<sender>[^:\n]{{1,100}}?):(?P<words>[ \t{_MARKS}]|\Z)")
_QUOTES: Final = '"“”„«»'
"""A name has none; a notice has, which says that somebody gave the chat a name with a colon in it."""
_ATTACHED_NAME: Final = re.compile(r"[^\s<>:/\\][^<>:/\\\n]*\.\w{2,5}")


class Message(NamedTuple):
    """A message of a chat: the line it begins on, all its characters, and what its beginning says."""

    line: int
    raw: str
    date: Numbers
    clock: str
    sender: str | None
    words: str


def messages(text: str) -> Iterator[Message]:
    """The messages and notices of a chat in their order; lines before the first one are nobody's and left out."""
    lines = physical_lines(text)
    begins = [(number, found) for number, found in enumerate(map(_HEAD.match, lines)) if found is not None]
    for at, (number, head) in enumerate(begins):
        end = begins[at + 1][0] if at + 1 < len(begins) else len(lines)
        made = _message(number, "".join(lines[number:end]), head)
        if made is not None:
            yield made


def _message(number: int, raw: str, head: re.Match[str]) -> Message | None:
    date, clock = numbers_of(without_marks(head["date"]).replace(" ", "")), clock_of(without_marks(head["clock"]))
    if date is None or clock is None:
        return None
    body = raw[head.end() :]
    sender, words = _parted(body)
    return Message(number + 1, raw, date, clock[0], sender, words)


def _parted(body: str) -> tuple[str | None, str]:
    """Sender and words; no sender of a notice, which WhatsApp writes itself."""
    found = _SENDER.match(body)
    if found is None or _is("notice", body) or any(mark in found["sender"] for mark in _QUOTES):
        return None, body
    sender = without_marks(found["sender"]).removeprefix("~").strip()
    return sender or None, body[found.start("words") :].removeprefix(" ").rstrip("\r\n")


def _read(given: Given) -> Iterator[Arrival]:
    decoded = decode(given.whole(MOST_EXPORT_BYTES), given.charset)
    found = list(messages(decoded.text))
    order = order_of([message.date for message in found], given.opening.day_order)
    chat = _Chat(given, decoded.encoding, decoded.flags, order, _title(given.name))
    passed: Counter[str] = Counter()
    taken = 0
    for message in found:
        given.beside.claim(*filter(None, map(_attachment, message.words.splitlines())))
        silent = "notices" if message.sender is None else _silent(message.words)
        if silent:
            passed[silent] += 1
            continue
        taken += 1
        yield chat.report(message)
    yield from _notes(given.name, order, passed)
    if not taken:
        yield Failed(given.name, "empty", "no_messages", given.name)


def _notes(name: str, order: DayOrder, passed: Counter[str]) -> Iterator[Noted]:
    told = (("order", order.order), ("evidence", order.evidence))
    reason = {"certain": "day_order_certain", "said": "day_order_said", "guessed": "day_order_guessed"}
    yield Noted(name, reason.get(order.basis, "day_order_by_time"), name, told)
    if passed:
        counts = {f"{kind}": str(passed[kind]) for kind in ("notices", "omitted", "deleted", "call")}
        yield Noted(name, "chat_passed_over", name, tuple(counts.items()))


class _Chat(NamedTuple):
    """The chat that messages belong to."""

    given: Given
    encoding: str
    flags: tuple[str, ...]
    order: DayOrder
    title: str | None

    def report(self, message: Message) -> Arrival:
        place = f"{self.given.name}:{message.line}"
        words, edited = _unmarked(message.words)
        day = day_of(message.date, self.order.order)
        encoding = _piece(self.encoding, message.raw)
        original = message.raw.rstrip("\r\n").encode(encoding)
        try:
            check_length(words)
        except IntakeError as error:
            return error.at(place)
        published = f"{day.isoformat()}T{message.clock}" if day else None
        return Incoming(
            id=place,
            text=words,
            original=original,
            sha256=hash_bytes(original),
            outlet=message.sender,
            published=published,
            published_from=_PROVENANCE if published else None,
            encoding=encoding,
            flags=(*self.flags, *self._doubts(message, published)),
            metadata=(*self._told(message, edited), *_attached(message.words, self.given.beside)),
            kind="whatsapp",
        )

    def _doubts(self, message: Message, published: str | None) -> Iterator[str]:
        if published is None:
            yield "published_invalid"
        elif self.order.basis == "guessed" and message.date[0] <= 31:
            yield "day_order_guessed"

    def _told(self, message: Message, edited: bool) -> Metadata:
        written = without_marks(message.raw[: _HEAD.match(message.raw).end()])  # type: ignore[union-attr]
        said = [("from", message.sender or ""), ("date", written.strip(" -[]")), ("chat", self.title or ""),
                ("edited", "yes" if edited else "")]  # fmt: skip
        told = [(name, value, _PROVENANCE) for name, value in said if value]
        return (*told, ("day_order", f"{self.order.order}, {self.order.basis}", "computed"))


def _silent(words: str) -> str | None:
    """Why a message has no words: "omitted", "deleted", "call"; None where it has."""
    plain, _ = _unmarked(words)
    if not plain.strip():
        return "omitted"
    return next((kind for kind in ("omitted", "deleted", "call") if _is(kind, plain)), None)


def _unmarked(words: str) -> tuple[str, bool]:
    """The words without what WhatsApp put to them: the name of an attached file, the note that they were edited."""
    edited = False
    kept: list[str] = []
    for line in words.splitlines():
        bare = without_marks(line).casefold()
        note = next((note for note in _known("edited") if bare.endswith(note)), None)
        if note is not None:
            edited = True
            line = line[: line.rindex("<")].rstrip()
        if _attachment(line) is None:
            kept.append(line)
    return "\n".join(kept).strip("\n\r \u200e\u200f"), edited


def _attached(words: str, beside: Beside) -> Metadata:
    told = []
    for name in filter(None, map(_attachment, words.splitlines())):
        digest = beside.sha256(name)
        told.append(
            ("media_missing", name, _PROVENANCE) if digest is None else ("media_sha256", f"{digest} {name}", "computed")
        )
    return tuple(told)


def _attachment(line: str) -> str | None:
    """The name of the file that a line says is attached."""
    bare = without_marks(line)
    marked = next((note for note in _known("attached") if note in bare.casefold()), None)
    if marked is None or not (bare.startswith("<") or marked.startswith("(")):
        return None
    found = _ATTACHED_NAME.search(bare)
    return found[0].strip() if found else None


def _is(kind: str, words: str) -> bool:
    plain = without_marks(words).casefold()
    return any(
        plain == known or (known.endswith("*") and plain.startswith(known.rstrip("* "))) for known in _known(kind)
    )


@cache
def _known(kind: str) -> Sequence[str]:
    lines = Path(__file__).with_name("whatsapp.tsv").read_text(encoding="utf-8").splitlines()[1:]
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return tuple(words.casefold() for known, words in rows if known == kind)


def _title(name: str) -> str | None:
    """The chat's name, where the name of its file says it: "WhatsApp Chat with Harbour.txt", "… - Harbour.zip/_chat.txt"."""
    for part in reversed(PurePosixPath(name).parts):
        found = re.match(
            r".*?(?:WhatsApp|واتساب).*?(?: with | - | مع )\s*(?P<title>.+?)(?:\.(?:txt|zip))?\Z", part, re.IGNORECASE
        )
        if found:
            return found["title"]
    return None


def _piece(encoding: str, raw: str) -> str:
    if encoding == "utf-8-sig":
        return "utf-8"
    try:
        raw.encode(encoding)
    except UnicodeEncodeError:
        return "utf-8"
    return encoding.replace("utf-16", "utf-16-le") if encoding == "utf-16" else encoding


def _again(kept: Kept) -> str:
    raw = kept.original.decode(kept.encoding or "utf-8")
    (message,) = messages(raw)
    return _unmarked(message.words)[0]


def _tells(given: Given) -> bool:
    """Two of the first lines with words begin as messages do."""
    if not given.named(".txt") and given.name != "stdin":
        return False
    lines = [line for line in given.head.decode("utf-8", "replace").splitlines()[:30] if line.strip()]
    return (
        sum(_HEAD.match(line) is not None for line in lines) >= min(2, len(lines)) > 0
        and _HEAD.match(lines[0]) is not None
    )


FORMAT = Format(("whatsapp",), _tells, _read, _again, ("_chat.txt",))
