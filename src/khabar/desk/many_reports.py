"""Reading many reports: in order, one after the other or in several processes, with flat memory.

One bad report never costs the others: whatever goes wrong with it becomes a `Failure` in its place.
"""

from __future__ import annotations

import dataclasses
import gc
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Generic, TypeVar

from khabar.desk.one_report import Wishes, read_incoming
from khabar.desk.taking import Note, Taking
from khabar.desk.wording import messages
from khabar.intake import Failed, Incoming, Noted, Visited, open_sources
from khabar.intake.incoming import Details
from khabar.record import Report

if TYPE_CHECKING:
    from concurrent.futures import Future, ProcessPoolExecutor


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
_T = TypeVar("_T")

_CHUNK_REPORTS: Final = 16
_CHUNK_CHARACTERS: Final = 200_000
"""What a worker gets at a time: enough that handing over costs little, little enough that memory stays flat."""
_CHUNK_SECONDS: Final = 1.0
_CHUNKS_AHEAD: Final = 2
"""Chunks in hand for each worker: one being read, one waiting."""


def read_sources(sources: Sequence[str], wishes: Wishes, jobs: int = 1, how: Taking | None = None) -> Iterator[Outcome]:
    """The outcome of every report of the sources (files, folders, addresses, "-"), in their order, as it comes.

    `jobs` > 1 reads in that many processes.  Nothing is raised for bad input.
    """
    for _, _, outcome in read_arrivals(_arrivals(sources, how or Taking()), wishes, jobs):
        yield outcome


def read_arrivals(
    arrived: Iterable[tuple[str, Incoming | _T]], wishes: Wishes, jobs: int = 1
) -> Iterator[tuple[str, Incoming | _T, Outcome | _T]]:
    """Source, arrival and outcome of all that arrives, in its order; what is no report to read is its own outcome.

    With `jobs` > 1 other processes read, while this one goes on taking in; the outcomes are the same.
    """
    if jobs > 1:
        yield from _read_in_parallel(_chunks(arrived), wishes, jobs)
        return
    with seldom_collected():
        for source, arrival in arrived:
            yield source, arrival, read_arrival(arrival, wishes) if isinstance(arrival, Incoming) else arrival


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


_BEFORE_COLLECTING: Final = 500_000
"""Objects made and not yet gone before the collector looks at the youngest: more than the words that a long run keeps in mind
come to in some hundred reports, and less than a hundred megabytes.
"""


def read_arrival(arrival: Incoming, wishes: Wishes) -> Outcome:
    """The outcome of one report; a fault of the program becomes a failure that names the report."""
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


def note(noted: Noted) -> Note:
    """The note of intake, in words that can be written."""
    details = tuple((name, _printable(value)) for name, value in noted.details)
    return Note(_printable(noted.id), noted.reason, _printable(noted.place), details)


def note_words(noted: Note, ui: str) -> str:
    """Place and what is to be known, in the language of the UI."""
    words = messages(ui)
    what = words.say(f"note.{noted.reason}", **dict(noted.details))
    return words.say("failure.at", place=noted.place, what=what)


def failure_words(failed: Failure, ui: str) -> str:
    """Place, what is wrong and the remedy, in the language of the UI; the English message where no reason is known."""
    if not failed.reason:
        return failed.message
    words = messages(ui)
    return words.say(
        "failure.at", place=failed.place, what=words.say(f"failure.{failed.reason}", **dict(failed.details))
    )


def _arrivals(sources: Sequence[str], how: Taking) -> Iterator[tuple[str, Incoming | Failure]]:
    """The reports of the sources, without their original bytes, which nobody keeps here."""
    try:
        for arrival in open_sources(sources, how.stdin, how.web, how.opening):
            if isinstance(arrival, Incoming):
                yield "", dataclasses.replace(arrival, id=_printable(arrival.id), original=None)
            elif isinstance(arrival, Failed):
                yield "", failure(arrival)
            elif not isinstance(arrival, Visited):
                how.on_note(note(arrival))
    except Exception as error:  # noqa: BLE001 - see read_arrival
        yield "", _fault(", ".join(sources), "internal_opening", error)


def _printable(words: str) -> str:
    """Words that UTF-8 can hold.  A file name that is no text in the system's encoding comes with lone surrogates."""
    try:
        return os.fsencode(words).decode("utf-8", "replace")
    except UnicodeEncodeError:
        return words.encode("utf-8", "replace").decode("utf-8")


_Chunk = list[tuple[str, Incoming | _T]]


def _chunks(arrived: Iterable[tuple[str, Incoming | _T]]) -> Iterator[_Chunk[_T]]:
    """What arrives, in handfuls; one is handed over before it is full where the next report is slow to come (from the web)."""
    chunk: _Chunk[_T] = []
    size, begun = 0, time.monotonic()
    for source, arrival in arrived:
        chunk.append((source, arrival))
        size += len(arrival.text) if isinstance(arrival, Incoming) else 0
        if len(chunk) >= _CHUNK_REPORTS or size >= _CHUNK_CHARACTERS or time.monotonic() - begun > _CHUNK_SECONDS:
            yield chunk
            chunk, size, begun = [], 0, time.monotonic()
    if chunk:
        yield chunk


def read_chunk(chunk: Sequence[Incoming | None], wishes: Wishes) -> list[Outcome | None]:
    """The outcomes of a few reports: what a worker does.  Public, because a spawned process finds it by its name."""
    return [read_arrival(arrival, wishes) if arrival else None for arrival in chunk]


def begin_work() -> None:
    """Make a process a worker.

    Ctrl-C is left to the main process, which then stops its workers; else each would print a traceback.  When the main
    process is killed, nobody stops them any more, so each looks out for that itself.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    gc.set_threshold(_BEFORE_COLLECTING, *gc.get_threshold()[1:])
    threading.Thread(target=_end_with_parent, daemon=True).start()


def _end_with_parent() -> None:
    import multiprocessing

    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)  # the work is for nobody, and the threads that wait for more would wait for ever


class _Workers(Generic[_T]):
    """A pool of processes that is started anew when one of them dies (out of memory, killed from outside)."""

    def __init__(self, jobs: int, wishes: Wishes) -> None:
        self.jobs, self.wishes = jobs, wishes
        self._pool = self._start()

    def _start(self) -> ProcessPoolExecutor:
        import multiprocessing
        from concurrent.futures import ProcessPoolExecutor

        # spawn, on every system: Windows and macOS know nothing else, and a forked copy of a threaded program may hang
        context = multiprocessing.get_context("spawn")
        return ProcessPoolExecutor(self.jobs, mp_context=context, initializer=begin_work)

    def submit(self, chunk: _Chunk[_T]) -> Future[list[Outcome | None]]:
        """Hand reports over; the original bytes are hashed by then and need not travel."""
        from concurrent.futures import BrokenExecutor

        reports = [dataclasses.replace(a, original=None) if isinstance(a, Incoming) else None for _, a in chunk]
        try:
            return self._pool.submit(read_chunk, reports, self.wishes)
        except BrokenExecutor:
            self.stop()
            self._pool = self._start()
            return self._pool.submit(read_chunk, reports, self.wishes)

    def stop(self, *, wait: bool = False) -> None:
        """End the pool.  Where all is read its end is waited for: a pool that ends while Python does may print a traceback
        (both close the same pipe); where it is broken off nobody waits for reports that nobody will see.
        """
        self._pool.shutdown(wait=wait, cancel_futures=True)


_Read = tuple[str, Incoming | _T, Outcome | _T]


def _read_in_parallel(chunks: Iterator[_Chunk[_T]], wishes: Wishes, jobs: int) -> Iterator[_Read[_T]]:
    workers: _Workers[_T] = _Workers(jobs, wishes)
    waiting: deque[tuple[_Chunk[_T], Future[list[Outcome | None]]]] = deque()
    try:
        for chunk in chunks:
            waiting.append((chunk, workers.submit(chunk)))
            while waiting and (len(waiting) > _CHUNKS_AHEAD * jobs or waiting[0][1].done()):
                yield from _outcomes(*waiting.popleft(), wishes)
        while waiting:
            yield from _outcomes(*waiting.popleft(), wishes)
        workers.stop(wait=True)
    finally:
        workers.stop()


def _outcomes(chunk: _Chunk[_T], future: Future[list[Outcome | None]], wishes: Wishes) -> Iterator[_Read[_T]]:
    """The outcomes of a chunk; when a worker died, each report is tried again in a process of its own."""
    from concurrent.futures import BrokenExecutor

    try:
        outcomes: Iterable[Outcome | None] = future.result()
    except BrokenExecutor:
        outcomes = _one_by_one(chunk, wishes)
    for (source, arrival), outcome in zip(chunk, outcomes, strict=True):
        if not isinstance(arrival, Incoming):
            yield source, arrival, arrival
        elif outcome is not None:
            yield source, arrival, outcome


def _one_by_one(chunk: _Chunk[_T], wishes: Wishes) -> Iterator[Outcome | None]:
    from concurrent.futures import BrokenExecutor

    for source, arrival in chunk:
        if not isinstance(arrival, Incoming):
            yield None
            continue
        alone: _Workers[_T] = _Workers(1, wishes)
        try:
            yield from alone.submit([(source, arrival)]).result()
        except BrokenExecutor:
            yield failure(Failed(arrival.id, "internal", "died", arrival.id))
        finally:
            alone.stop()
