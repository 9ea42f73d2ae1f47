"""`khabar verify`, `seal`: whether a case is what it was."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from khabar.cli.cases.options import by_option, case_argument, on_case
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, told_progress, write_json, write_line
from khabar.desk import Web
from khabar.desk.cases import Fault, Outside, Proof, seal, stamp, verify_case


@click.command("verify", cls=SpokenCommand)
@case_argument
@click.option("--sealed", metavar="HASH", help="A hash that `khabar seal` printed and somebody kept outside.")
@click.option(
    "--tsa-roots",
    "roots",
    metavar="FILE",
    type=click.Path(path_type=Path),
    help="Root certificates (PEM) that are trusted for time stamps.",
)
@click.option("--json", "as_json", is_flag=True, help="One JSON object.")
def verify_command(case: Path, sealed: str | None, roots: Path | None, as_json: bool) -> None:
    """Work everything in a case out again: hashes, texts, spans, search, the chain of its journal.

    What another version of the program would do otherwise is told and is no damage. Exit codes: 0 all is as it was, 1 something
    is not, 2 the file is no case.
    """
    with on_case():
        with told_progress(lambda part: words().label("verifying", part)) as tell:
            proof = verify_case(case, Outside(sealed, roots), tell)
        if as_json:
            write_json(_object(proof), indented=True)
        else:
            _print(proof)
    sys.exit(1 if proof.faults else 0)


def _print(proof: Proof) -> None:
    for fault in (*proof.faults, *proof.notices):
        write_line(f"{fault.place}: {words().label('fault', fault.reason)}")
    for reason in dict.fromkeys(fault.reason for fault in (*proof.faults, *proof.notices)):
        say(f"{words().label('fault', reason)}: {words().label('fault_remedy', reason)}")
    for each in proof.stamps:
        if each.state == "proved":
            say(told("stamp_proved", seq=each.of, at=each.at, authority=each.authority))
    head = proof.head.hash if proof.head else "-"
    if proof.orphans:
        say(told("orphans", count=proof.orphans))
    say(told("verified" if not proof.faults else "not_verified", count=len(proof.faults), hash=head))


def _object(proof: Proof) -> dict[str, Any]:
    last = proof.head
    return {
        "whole": not proof.faults,
        "faults": [_told(fault) for fault in proof.faults],
        "notices": [_told(fault) for fault in proof.notices],
        "stamps": [
            {
                "entry": s.seq,
                "of": s.of,
                "hash": s.hash,
                "at": s.at,
                "authority": s.authority,
                "state": s.state,
                "why": s.why,
            }
            for s in proof.stamps
        ],
        "counted": proof.counted,
        "orphans": proof.orphans,
        "head": {"seq": last.seq, "at": last.at, "hash": last.hash} if last else None,
    }


def _told(fault: Fault) -> dict[str, str]:
    """A fault with what it means and what to do, in the language of the UI."""
    said = words()
    return {"reason": fault.reason, "place": fault.place, "what": said.label("fault", fault.reason),
            "remedy": said.label("fault_remedy", fault.reason)}  # fmt: skip


@click.command("seal", cls=SpokenCommand)
@case_argument
@by_option
@click.option("--tsa", metavar="URL", help="Ask this time-stamping authority (RFC 3161) for a stamp on the hash.")
@click.option("--allow-private", is_flag=True, help="Allow addresses of this machine and of its own network.")
def seal_command(case: Path, by: str | None, tsa: str | None, allow_private: bool) -> None:
    """Enter a seal into the journal and print its hash, for somebody outside to keep: it vouches for all before it.

    With --tsa an authority outside says when it was there: it learns the hash and nothing else, and what it answers is kept in
    the journal for `khabar verify --tsa-roots`. Exit code 2 where it gives no stamp; the seal stands all the same.
    """
    with on_case():
        entry = seal(case, by)
        write_line(entry.hash)
        say(told("sealed", seq=entry.seq, at=entry.at))
        if tsa:
            stamped = stamp(case, entry, tsa, by, Web(allow_private=allow_private))
            say(told("stamped", seq=stamped.seq, authority=tsa))
