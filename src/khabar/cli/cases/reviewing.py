"""`khabar review`: item after item, a person decides."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

import click

from khabar.cli.cases.asking_person import BACK, MORE, QUIT, SKIP, ask
from khabar.cli.cases.options import by_option, case_argument, filter_of, filter_options, on_case, pair
from khabar.cli.cases.rows import block
from khabar.cli.speaking import SpokenCommand, told, words
from khabar.cli.streams import say, write_line
from khabar.desk.cases import LAYERS, REVIEWED, CaseError, Open, Ruling, decide_item, undo_decision
from khabar.desk.cases.columns import column_label, word_label
from khabar.desk.cases.reviewing import Pending, Shown, Turn, Wanted, pending, show
from khabar.desk.rules.doubt import doubt_told

_MUCH_MORE = 2_000


@click.command("review", cls=SpokenCommand)
@case_argument
@filter_options
@click.option("--layer", "layers", multiple=True, type=click.Choice(LAYERS), help="Only this layer; may be repeated.")
@click.option(
    "--where", multiple=True, metavar="COLUMN=VALUE", help="Only items in which this stands; may be repeated."
)
@click.option("--second", "turn", flag_value="second", help="Items that others decided about, without showing how.")
@click.option(
    "--disagreed", "turn", flag_value="disagreed", help="Items about which people differ, with what they said."
)
@click.option("--again", "turn", flag_value="again", help="Items that were decided about too.")
@by_option
def review_command(case: Path, layers: tuple[str, ...], turn: Turn | None, by: str | None, **asked: Any) -> None:
    """Step through the items that nobody decided about, those first whose error would do most harm and is most likely.

    Keys: a accept, c correct, r reject, u cannot tell, s skip, b back, m more of the text, q quit.
    """
    where = dict(map(pair, asked.pop("where")))
    wanted = Wanted(layers or REVIEWED, filter_of(asked), where, turn or "first", by)
    with on_case():
        review = _Review(case, wanted, pending(case, wanted))
        review.run()
    say(told("reviewed", count=review.decided, left=len(review.pending.waiting) - review.decided))


class _Review:
    """One sitting: where it is, and what was decided in it, so that it can be taken back."""

    def __init__(self, case: Path, wanted: Wanted, found: Pending) -> None:
        self.case, self.wanted, self.pending = case, wanted, found
        self.decided = 0
        self._trail: list[int | None] = []

    def run(self) -> None:
        """Go through the items until the end, or until the person has had enough."""
        while len(self._trail) < len(self.pending.waiting):
            waiting = self.pending.waiting[len(self._trail)]
            shown = show(self.case, waiting, words().code)
            if self.wanted.turn == "first" and shown.decisions:  # somebody else was faster
                say(told("decided_meanwhile", item=_name(waiting), who=shown.decisions[-1].who))
                self._trail.append(None)
                continue
            self._show(waiting, shown)
            if not self._step(waiting):
                return

    def _step(self, waiting: Open) -> bool:
        """What the person wants with an item; False at the end."""
        while (answer := ask(waiting, blind=self.wanted.turn == "second")) == MORE:
            self._show(waiting, show(self.case, waiting, words().code, _MUCH_MORE))
        if answer == QUIT:
            return False
        if answer == BACK:
            self._back()
        elif answer == SKIP:
            self._trail.append(None)
        elif isinstance(answer, Ruling):
            self._enter(waiting, answer)
        return True

    def _enter(self, waiting: Open, ruling: Ruling) -> None:
        """Enter the ruling; one that makes no sense is told, and the item stays."""
        try:
            entry = decide_item(self.case, waiting.item, ruling, self.wanted.by)
        except CaseError as error:
            say(words().say(f"case.{error.reason}", **error.details))
            return
        self._trail.append(entry.seq)
        self.decided += 1

    def _back(self) -> None:
        """Return to the item before; what was decided there is taken back."""
        if not self._trail:
            say(told("nothing_before"))
            return
        seq = self._trail.pop()
        if seq is not None:
            undo_decision(self.case, seq, by=self.wanted.by)
            self.decided -= 1
            say(told("undone", seq=seq))

    def _show(self, waiting: Open, shown: Shown) -> None:
        """Progress, the item in its surroundings, its fields, what others said of it, and why it comes now."""
        row = dict(waiting.row)
        if self.wanted.turn == "second":
            row["verdict"] = None
        progress = told("review_progress", judged=self.pending.judged + self.decided, every=self.pending.every)
        lines = [progress, *block(row)[:-1], f"  … {_marked(shown)} …"]
        lines += [f"  {shown.told}"] if shown.told else []
        if self.wanted.turn in ("disagreed", "again"):
            lines += [f"  {line}" for line in _said(shown)]
        write_line("\n".join(["", *lines, f"  {_why(waiting)}"]))


def _name(waiting: Open) -> str:
    return f"{waiting.item[0]}:{waiting.item[1]}"


def _marked(shown: Shown) -> str:
    """The words of the item in bold on a terminal, in square brackets elsewhere."""
    begin, end = ("\x1b[1;7m", "\x1b[0m") if sys.stdout.isatty() else ("[", "]")
    before, said, after = (text.replace("\x1b", " ") for text in (shown.before, shown.words, shown.after))
    return " ".join(f"{before}{begin}{said}{end}{after}".split())


def _said(shown: Shown) -> list[str]:
    """Who decided what, a line each."""
    lines = []
    for decision in shown.decisions:
        fields = "  ".join(
            f"{column}={'null' if value is None else value}" for column, value in decision.fields.items()
        )
        reason = f"({decision.reason})" if decision.reason else ""
        parts = [f"{decision.who}, {decision.at}:", words().label("verdict", decision.verdict), fields, reason]
        lines.append("  ".join(part for part in parts if part))
    return lines


def _why(waiting: Open) -> str:
    """Why an item comes now: what an error would weigh, and how often its rule was right."""
    column, word = waiting.because
    label = word_label(waiting.layer, column, word, words()) or word
    harm = told(f"harm_{waiting.harm}", what=f"{column_label(column, words())}: {label}")
    return f"{harm} {doubt_told(waiting.row.get('rule', ''), words())}"
