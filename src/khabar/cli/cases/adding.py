"""`khabar add`: sources into a case."""

from __future__ import annotations

import sys
from collections import Counter
from pathlib import Path
from typing import Unpack

import click

from khabar.cli.about import Count, about_options, web_of, web_options
from khabar.cli.cases.options import by_option, on_case
from khabar.cli.cases.passphrases import encrypt_option, made_encrypted, passphrase_option
from khabar.cli.failures import failed, noted
from khabar.cli.opening import Told, opening_of, opening_options
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, with_bar, write_json
from khabar.desk import Failure, Taking, Wishes
from khabar.desk.cases import Added, add, count_origins
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


@click.command("add", cls=SpokenCommand)
@click.argument("case", metavar="CASE", type=click.Path(path_type=Path))
@click.argument("sources", nargs=-1, required=True, metavar="SOURCE...")
@about_options
@web_options
@opening_options
@click.option("--jobs", type=Count(), default=1, metavar="N", help="Read in N processes; one writes.")
@by_option
@encrypt_option
@passphrase_option
@click.option("--jsonl", is_flag=True, help="One JSON object a report and line; errors too.")
def add_command(case: Path, sources: tuple[str, ...], **asked: Unpack[_Asked]) -> None:
    """Take reports into a case, which is made where it is missing.

    Running it again adds only what is new. Exit codes: 0 all taken in, 1 some failed, 2 nothing could be.
    """
    opening = opening_of(asked, sources)
    wishes = Wishes(asked["published"], asked["outlet"], asked["language"])
    count: Counter[str] = Counter()
    web = web_of(allow_private=asked["allow_private"], pause=asked["pause"])
    how = Taking(web, None, opening, lambda note: say(noted(note)), asked["jobs"])
    with on_case():
        if asked["encrypt"]:
            made_encrypted(case)
        outcomes = add(case, sources, wishes, asked["by"], how)
        for outcome in with_bar(outcomes, opening.meter, told("reports")):
            if isinstance(outcome, Failure):
                say(failed(outcome))
            count[outcome.state if isinstance(outcome, Added) else "failed"] += 1
            if asked["jsonl"]:
                write_json(_told(outcome))
    taken = [f"{words().label('added', state)}: {number}" for state, number in sorted(count.items())]
    say(told("taken_in", case=case, what=" · ".join(taken)))
    with on_case():
        documents, origins, _ = count_origins(case)
        proposed = waiting_links(case)
    if documents > origins:
        say(told("origins", documents=documents, count=origins))
    if proposed:
        say(told("links_waiting", count=proposed))
    sys.exit(0 if not count["failed"] else 1 if count.total() > count["failed"] else 2)


def _told(outcome: Added | Failure) -> dict[str, object]:
    if isinstance(outcome, Failure):
        return outcome.to_dict()
    return {"id": outcome.id, "document": outcome.document, "state": outcome.state}
