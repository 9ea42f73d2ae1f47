"""`khabar add`: sources into a case."""

from __future__ import annotations

import signal
import sys
from collections import Counter
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from pathlib import Path
from typing import Unpack

import click

from khabar.cli.about import Count, Minutes, about_options, web_of, web_options
from khabar.cli.cases.options import by_option, on_case
from khabar.cli.cases.passphrases import encrypt_option, made_encrypted, passphrase_option
from khabar.cli.failures import failed, noted
from khabar.cli.opening import Told, opening_of, opening_options
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, with_bar, write_json
from khabar.desk import Failure, Taking, Wishes
from khabar.desk.cases import Added, Pause, add, count_origins, watch
from khabar.desk.cases.superseding import waiting_links


class _Asked(Told):
    """The options as click hands them over."""

    published: str | None
    outlet: str | None
    language: str | None
    by: str | None
    encrypt: bool
    jsonl: bool
    allow_private: bool
    pause: float
    jobs: int
    watch: float | None
    recheck: bool


@click.command("add", cls=SpokenCommand)
@click.argument("case", metavar="CASE", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@about_options
@web_options
@opening_options
@click.option("--jobs", type=Count(), default=1, metavar="N", help="Read in N processes; one writes.")
@click.option("--watch", type=Minutes(), metavar="MINUTES", help="Look again every N minutes, until Ctrl-C.")
@click.option("--recheck", is_flag=True, help="Fetch the pages that a feed lists once more: they may have been edited.")
@by_option
@encrypt_option
@passphrase_option
@click.option("--jsonl", is_flag=True, help="One JSON object a report and line; errors too.")
def add_command(case: Path, sources: tuple[str, ...], **asked: Unpack[_Asked]) -> None:
    """Take reports into a case, which is made where it is missing.

    Running it again adds only what is new, and --watch does so by itself. Exit codes: 0 all taken in (or watching was
    ended), 1 some failed, 2 nothing could be.
    """
    opening = opening_of(asked, sources)
    wishes = Wishes(asked["published"], asked["outlet"], asked["language"])
    web = web_of(allow_private=asked["allow_private"], pause=asked["pause"], recheck=asked["recheck"])
    how = Taking(web, None, opening, lambda note: say(noted(note)), asked["jobs"])
    count: Counter[str] = Counter()
    minutes = asked["watch"]
    with on_case(), _until_stopped(watching=minutes is not None):
        if asked["encrypt"]:
            made_encrypted(case)
        if minutes is None:
            outcomes: Iterable[Added | Failure | Pause] = add(case, sources, wishes, asked["by"], how)
        else:
            outcomes = watch(sources, lambda source: add(case, [source], wishes, asked["by"], how), web, minutes * 60)
        for outcome in with_bar(outcomes, opening.meter, partial(told, "reports")):
            _tell(outcome, count, jsonl=asked["jsonl"])
    say(told("taken_in", case=case, what=_summary(count)))
    _tell_of_case(case)
    code = 0 if not count["failed"] else 1 if count.total() > count["failed"] else 2
    sys.exit(0 if minutes is not None else code)


def _tell_of_case(case: Path) -> None:
    """How many origins the texts have, and how many links between versions wait for a person."""
    with on_case():
        documents, origins, _ = count_origins(case)
        proposed = waiting_links(case)
    if documents > origins:
        say(told("origins", documents=documents, count=origins))
    if proposed:
        say(told("links_waiting", count=proposed))


@contextmanager
def _until_stopped(*, watching: bool) -> Iterator[None]:
    """Let Ctrl-C, or the system's wish that the program end, be the way in which watching ends."""
    if not watching:
        yield
        return
    with suppress(KeyboardInterrupt):
        before = signal.signal(signal.SIGTERM, signal.default_int_handler)
        try:
            yield
        finally:
            signal.signal(signal.SIGTERM, before)


def _tell(outcome: Added | Failure | Pause, count: Counter[str], *, jsonl: bool) -> None:
    if isinstance(outcome, Pause):
        say(told("next_look", what=_summary(count) or "-", minutes=f"{outcome.seconds / 60:.0f}"))
        return
    if isinstance(outcome, Failure):
        say(failed(outcome))
    count[outcome.state if isinstance(outcome, Added) else "failed"] += 1
    if jsonl:
        write_json(_told(outcome))


def _summary(count: Counter[str]) -> str:
    """How many reports were new, known and so on."""
    return " · ".join(f"{words().label('added', state)}: {number}" for state, number in sorted(count.items()))


def _told(outcome: Added | Failure) -> dict[str, object]:
    if isinstance(outcome, Failure):
        return outcome.to_dict()
    return {"id": outcome.id, "document": outcome.document, "state": outcome.state}
