"""`khabar verify`, `seal`: whether a case is what it was."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from khabar.cli.cases.options import by_option, case_argument, on_case
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_line
from khabar.desk.cases import seal, verify_case


@click.command("verify", cls=SpokenCommand)
@case_argument
@click.option("--sealed", metavar="HASH", help="A hash that `khabar seal` printed and somebody kept outside.")
def verify_command(case: Path, sealed: str | None) -> None:
    """Work everything in a case out again: hashes, texts, spans, the chain of its journal.

    Exit codes: 0 all is as it was, 1 something is not, 2 the file is no case.
    """
    with on_case():
        proof = verify_case(case, sealed)
        for fault in proof.faults:
            write_line(f"{fault.place}: {words().label('fault', fault.reason)}")
        head = proof.head.hash if proof.head else "-"
        say(told("verified" if not proof.faults else "not_verified", count=len(proof.faults), hash=head))
    sys.exit(1 if proof.faults else 0)


@click.command("seal", cls=SpokenCommand)
@case_argument
@by_option
def seal_command(case: Path, by: str | None) -> None:
    """Enter a seal into the journal and print its hash, for somebody outside to keep: it vouches for all before it."""
    with on_case():
        entry = seal(case, by)
        write_line(entry.hash)
        say(told("sealed", seq=entry.seq, at=entry.at))
