"""Reading many reports: in order, one after the other or in several processes, with flat memory.

One bad report never costs the others: whatever goes wrong with it becomes a `Failure` in its place.
"""

from __future__ import annotations

import dataclasses
import gc
import multiprocessing
import os
import signal
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import BrokenExecutor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, BinaryIO, Final

from khabar.desk.one_report import Wishes, read_incoming
from khabar.desk.wording import messages
from khabar.intake import Failed, Incoming, Web, open_sources
from khabar.intake.incoming import Details
from khabar.record import Report


@dataclass(frozen=True, slots=True)
class Failure:
    """A report that gave no record; `code` is for programs, `message` tells a person, in English, place and remedy.

    `reason` and `details` are what `failure_words` makes the message of, in any language of the UI; the error record
    keeps the English one, so that it is the same whoever ran the program.

    Codes are those of intake (`missing_file`, `not_text`, `empty`, `too_large`, `bad_json`, `bad_encoding`,
    `fetch_failed`, `unsupported`) and `internal`, a fault of khabar itself.
    """

    id: str
    code: str
    message: str
    reason: str = ""
    place: str = ""
    details: Details = ()

    def to_dict(self) -> dict[str, Any]:
        """The error record that stands in the place of the report's."""
        return {"khabar": 1, "document": {"id": self.id}, "error": {"code": self.code, "message": self.message}}


Outcome = Report | Failure
_Arrival = Incoming | Failure

_CHUNK_REPORTS: Final = 16
_CHUNK_CHARACTERS: Final = 200_000
"""What a worker gets at a time: enough that handing over costs little, little enough that memory stays flat."""
_CHUNKS_AHEAD: Final = 2
"""Chunks in hand for each worker: one being read, one waiting."""


def read_sources(
    sources: Sequence[str], wishes: Wishes, jobs: int = 1, stdin: BinaryIO | None = None, web: Web | None = None
) -> Iterator[Outcome]:
    """The outcome of every report of the sources (files, folders, addresses, "-"), in their order, as it comes.

    `jobs` > 1 reads in that many processes; `web` says how addresses are fetched.  Nothing is raised for bad input.
    """
    arrived = _arrivals(sources, stdin, web)
    if jobs > 1:
        yield from _read_in_parallel(_chunks(arrived), wishes, jobs)
    else:
        with seldom_collected():
            for arrival in arrived:
                yield read_arrival(arrival, wishes)


@contextmanager
def seldom_collected() -> Iterator[None]:
    """Reports are read with Python's collector of cycles at rest for most of the time.

    A page and its record are trees: they go when they are done with, and hold no cycle.  By default the collector would
    walk over them, and over every word in memory, some hundred times a report: a sixth of the time of reading.
    """
    before = gc.get_threshold()
    gc.set_threshold(max(_BEFORE_COLLECTING, before[0]), *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


_BEFORE_COLLECTING: Final = 100_000
"""Objects made and not yet gone before the collector looks at the youngest."""


def read_arrival(arrival: _Arrival, wishes: Wishes) -> Outcome:
    """The outcome of one report; a fault of the program becomes a failure that names the report."""
    if isinstance(arrival, Failure):
        return arrival
    try:
        return read_incoming(arrival, wishes)
    except Exception as error:  # noqa: BLE001 - a fault in one report may not cost a batch of thousands
        return _fault(arrival.id, "internal", error)


def _fault(report: str, reason: str, error: Exception) -> Failure:
    why = f"{type(error).__name__}: {error}" if str(error) else type(error).__name__
    return failure(Failed(report, "internal", reason, report, (("why", why),)))


def failure(failed: Failed) -> Failure:
    """The failure of a report that intake could not take in, or of another one that is told in the same way."""
    place = _printable(failed.place)
    details = tuple((name, _printable(value)) for name, value in failed.details)
    made = Failure(_printable(failed.id), failed.code, "", failed.reason, place, details)
    return dataclasses.replace(made, message=failure_words(made, "en"))


def failure_words(failed: Failure, ui: str) -> str:
    """Place, what is wrong and the remedy, in the language of the UI; the English message where no reason is known."""
    if not failed.reason:
        return failed.message
    words = messages(ui)
    return words.say(
        "failure.at", place=failed.place, what=words.say(f"failure.{failed.reason}", **dict(failed.details))
    )


def _arrivals(sources: Sequence[str], stdin: BinaryIO | None, web: Web | None) -> Iterator[_Arrival]:
    """The reports of the sources.  The original bytes are hashed by then and need not travel to a worker."""
    try:
        for arrival in open_sources(sources, stdin, web):
            if isinstance(arrival, Incoming):
                yield dataclasses.replace(arrival, id=_printable(arrival.id), original=None)
            else:
                yield failure(arrival)
    except Exception as error:  # noqa: BLE001 - see read_arrival
        yield _fault(", ".join(sources), "internal_opening", error)


def _printable(words: str) -> str:
    """Words that UTF-8 can hold.  A file name that is no text in the system's encoding comes with lone surrogates."""
    try:
        return os.fsencode(words).decode("utf-8", "replace")
    except UnicodeEncodeError:
        return words.encode("utf-8", "replace").decode("utf-8")


_Chunk = list[_Arrival]


def _chunks(arrivals: Iterable[_Arrival]) -> Iterator[_Chunk]:
    chunk: _Chunk = []
    size = 0
    for arrival in arrivals:
        chunk.append(arrival)
        size += len(arrival.text) if isinstance(arrival, Incoming) else 0
        if len(chunk) >= _CHUNK_REPORTS or size >= _CHUNK_CHARACTERS:
            yield chunk
            chunk, size = [], 0
    if chunk:
        yield chunk


def read_chunk(chunk: _Chunk, wishes: Wishes) -> list[Outcome]:
    """The outcomes of a few reports: what a worker does.  Public, because a spawned process finds it by its name."""
    return [read_arrival(arrival, wishes) for arrival in chunk]


def begin_work() -> None:
    """Make a process a worker.

    Ctrl-C is left to the main process, which then stops its workers; else each would print a traceback.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_BEFORE_COLLECTING, *gc.get_threshold()[1:])


class _Workers:
    """A pool of processes that is started anew when one of them dies (out of memory, killed from outside)."""

    def __init__(self, jobs: int, wishes: Wishes) -> None:
        self.jobs, self.wishes = jobs, wishes
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        # spawn, on every system: Windows and macOS know nothing else, and a forked copy of a threaded program may hang
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.jobs, mp_context=context, initializer=begin_work)

    def submit(self, chunk: _Chunk) -> Future[list[Outcome]]:
        try:
            return self._pool.submit(read_chunk, chunk, self.wishes)
        except BrokenExecutor:
            self.stop()
            self._pool = self._start()
            return self._pool.submit(read_chunk, chunk, self.wishes)

    def stop(self) -> None:
        self._pool.shutdown(wait=False, cancel_futures=True)


def _read_in_parallel(chunks: Iterator[_Chunk], wishes: Wishes, jobs: int) -> Iterator[Outcome]:
    workers = _Workers(jobs, wishes)
    waiting: deque[tuple[_Chunk, Future[list[Outcome]]]] = deque()
    try:
        for chunk in chunks:
            waiting.append((chunk, workers.submit(chunk)))
            if len(waiting) > _CHUNKS_AHEAD * jobs:
                yield from _outcomes(*waiting.popleft(), wishes)
        while waiting:
            yield from _outcomes(*waiting.popleft(), wishes)
    finally:
        workers.stop()


def _outcomes(chunk: _Chunk, future: Future[list[Outcome]], wishes: Wishes) -> Iterator[Outcome]:
    """The outcomes of a chunk; when a worker died, each report is tried again in a process of its own."""
    try:
        yield from future.result()
    except BrokenExecutor:
        yield from _one_by_one(chunk, wishes)


def _one_by_one(chunk: _Chunk, wishes: Wishes) -> Iterator[Outcome]:
    for arrival in chunk:
        alone = _Workers(1, wishes)
        try:
            yield from alone.submit([arrival]).result()
        except BrokenExecutor:
            yield failure(Failed(arrival.id, "internal", "died", arrival.id))
        finally:
            alone.stop()
