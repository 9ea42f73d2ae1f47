"""How good khabar is, measured and written down: docs/accuracy.md, and the doubt that is shown beside every item.

    python tests/accuracy.py [GOLD]

GOLD is the folder of the gold set (default: KHABAR_GOLD).  No word of a gold text enters the page: it holds counts, names
of rules, and names of outlets.
"""

from __future__ import annotations

import argparse
import os
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import gold_gate
import hand_read
from khabar.desk import rule_card
from khabar.desk.rules.doubt import MEASURED as DOUBT
from khabar.desk.rules.doubt import Doubt, doubt_table
from khabar.desk.scoring import (
    ACCURACY_ROWS,
    Count,
    Errors,
    Rows,
    Scored,
    errors,
    intervals,
    load_gold,
    read_gold_texts,
    rule_counts,
    score_lines,
    summed,
)

PAGE = gold_gate.ROOT / "docs" / "accuracy.md"
TARGETS = {
    "claims": 0.80,
    "claims+who": 0.72,
    "speaker": 0.88,
    "act": 0.92,
    "mode": 0.92,
    "status": 0.85,
    "distance": 0.95,
    "via": 0.70,
    "within": 0.55,
    "figures": 0.82,
    "figures=n": 0.92,
    "of": 0.85,
    "source": 0.88,
    "fig. same": 0.75,
    "fig. part": 0.55,
    "implicit": 0.55,
    "times": 0.93,
    "places": 0.92,
    "events": 0.65,
    "ev. status": 0.85,
    "ev. subtype": 0.70,
    "ev. actor": 0.60,
    "ev. target": 0.60,
    "ev. place": 0.70,
    "ev. date": 0.65,
    "ev. same": 0.65,
}
"""What is wanted on `ar`; where two annotators of it stand is told in the gold set's own notes."""
OUTLET_ROWS = ("claims", "claims+who", "figures", "times", "places", "events")
COMMON = 3
"""Classes of errors that occur less often are told as a sum."""

VERBS = (
    "## Verbs at the head of a clause",
    "",
    "The 200 verbs that most often begin a clause in 6,662 Arabic reports, counted by lemma and judged by hand in November 2026:",
    "93 of them attribute, 41 whatever stands behind them and 52 in some constructions only (a complementiser, a quotation, a noun",
    'of speech as object). 92 of the 93 are on the list of speech verbs; the other, "saw, testified", is left out because it is',
    "hardly ever speech. Of the 107 that do not attribute none is on the list.",
    "",
)
"""Counted once, by hand: no command makes these numbers."""

Item = dict[str, Any]


class Read:
    """A gold file, its records and its scores."""

    def __init__(self, name: str, measured: gold_gate.Measured, file: Path) -> None:
        self.name, self.measured = name, measured
        _, self.gold = load_gold(file, measured.kind)
        records = read_gold_texts(file, measured.kind)
        self.records = [records.get(str(line["id"]), {}) for line in self.gold]
        self.scored: Scored = score_lines(measured.kind, self.gold, records)
        self.rows: Rows = summed(self.scored.reports)

    @property
    def pairs(self) -> list[tuple[Item, Item]]:
        """(gold line, record) of every report."""
        return list(zip(self.gold, self.records, strict=True))


def read_all(gold: Path | None) -> dict[str, Read]:
    """Every gold file that is there, read and scored."""
    found = {}
    for name, measured in gold_gate.MEASURED.items():
        file = gold_gate.path_of(measured, gold)
        if file is not None and file.is_file() and measured.kind != "crisis":
            found[name] = Read(name, measured, file)
    return found


# ---------------------------------------------------------------- the page


def page(read: dict[str, Read], sample: Sequence[Item], gold: Path) -> str:
    """The page in Markdown; `gold`: the folder of the gold set; `sample`: today's records of the reports judged by hand."""
    reports = [one for one in read.values() if one.measured.kind == "reports"]
    parts = [
        introduction(reports),
        scores(reports),
        lists([one for one in read.values() if one.measured.kind != "reports"]),
        outlets(reports),
        error_classes(reports),
        by_hand(sample),
        unread(reports, sample),
        crises(gold),
        VERBS,
        rules(counts_of(reports, sample)),
    ]
    return "\n".join(line for part in parts for line in part).rstrip("\n") + "\n"


def introduction(reports: Sequence[Read]) -> list[str]:
    sizes = ", ".join(f"`{one.name}` {len(one.gold)}" for one in reports)
    return [
        "<!-- written by `make accuracy`; edit tests/accuracy.py -->",
        "",
        "# Accuracy",
        "",
        "Measured on reports that people annotated by hand: `seed` and `ar` are real reports, which are not part of this project;",
        "`demo` are the reports in demo/, whose gold was written before it was compared and corrected in a few places after. The",
        "authors of the rules have seen `seed` and `ar`: on reports nobody has seen, expect less. What a row counts is said in",
        f"`khabar.desk.scoring`, one docstring a layer. Reports: {sizes}.",
        "",
    ]


def table(header: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """A Markdown table; all columns but the first are numbers."""
    yield f"| {' | '.join(header)} |"
    yield f"|{'---|' + '---:|' * (len(header) - 1)}"
    yield from (f"| {' | '.join(row)} |" for row in rows)
    yield ""


def share(count: Count | None) -> str:
    """A score in hundredths; nothing where nothing was asked."""
    return f"{count.f1:.2f}" if count is not None and (count.gold or count.predicted) else ""


def scores(reports: Sequence[Read]) -> Iterator[str]:
    yield from ("## Layers and fields", "", "F1; accuracy among matched items in rows marked with a dot.")
    yield from ("In brackets: 95 % interval, bootstrap over reports.", "")
    margins = {one.name: intervals(one.scored.reports) for one in reports}

    def cell(one: Read, row: str) -> str:
        told = share(one.rows.get(row))
        low, high = margins[one.name].get(row, (0.0, 0.0))
        return f"{told} [{low:.2f}, {high:.2f}]" if told and len(one.gold) > 1 else told

    rows = [
        [f"· {row}" if row in ACCURACY_ROWS else row, *(cell(one, row) for one in reports), goal(row)]
        for row in gold_gate.REPORT_ROWS
    ]
    yield from table(["row", *(one.name for one in reports), "wanted (`ar`)"], rows)


def goal(row: str) -> str:
    """The score that is wanted on `ar`."""
    return f"{TARGETS[row]:.2f}" if row in TARGETS else ""


def lists(read: Sequence[Read]) -> Iterator[str]:
    if not read:
        return
    yield from ("## Lists of sentences and expressions", "")
    rows = [
        [f"{one.name} {row}", share(count), f"{count.right} of {count.predicted} read, {count.gold} asked"]
        for one in read
        for row, count in one.rows.items()
    ]
    yield from table(["list", "score", "counts"], rows)


def crises(gold: Path) -> Iterator[str]:
    """What many reports come to, against the table of a person who read them all."""
    yield from ("", "## One crisis out of many reports", "")
    yield "A person read every report of a crisis and wrote down what is in them (`khabar score crisis`)."
    yield "A row says how many are right of those that the program has and of those in the table; pairs are pairs of reports."
    yield ""
    for name, measured in gold_gate.MEASURED.items():
        file = gold_gate.path_of(measured, gold) if measured.kind == "crisis" else None
        if file is not None and file.is_file():
            rows = gold_gate.crisis_rows_of(file)
            yield from table(
                (name, "F1", "precision", "recall", "right", "had", "in the table"),
                (
                    (
                        row,
                        *(f"{x:.3f}" for x in (c.f1, c.precision, c.recall)),
                        str(c.right),
                        str(c.predicted),
                        str(c.gold),
                    )
                    for row, c in rows.items()
                ),
            )


def outlets(reports: Sequence[Read]) -> Iterator[str]:
    yield from ("## Outlets", "", "Few reports each: a difference of a tenth says little.", "")
    by_outlet: dict[tuple[str, str], list[Rows]] = {}
    for one in reports:
        for line, rows in zip(one.gold, one.scored.reports, strict=True):
            by_outlet.setdefault((one.name, line.get("outlet") or "unknown"), []).append(rows)
    told = [
        [f"{outlet} ({name})", str(len(rows)), *(share(summed(rows).get(row)) for row in OUTLET_ROWS)]
        for (name, outlet), rows in by_outlet.items()
    ]
    yield from table(["outlet", "reports", *OUTLET_ROWS], told)


def error_classes(reports: Sequence[Read]) -> Iterator[str]:
    yield from ("## What goes wrong", "", f"Classes that occur fewer than {COMMON} times together are summed.", "")
    counted: dict[str, Errors] = {}
    for one in reports:
        counted[one.name] = Counter()
        for gold, record in one.pairs:
            counted[one.name].update(errors(gold, record))
    total: Errors = sum(counted.values(), Counter())
    for layer in dict.fromkeys(layer for layer, _ in total):
        classes = sorted((n, name) for (of, name), n in total.items() if of == layer)[::-1]
        common = [name for n, name in classes if n >= COMMON]
        rare = [name for n, name in classes if n < COMMON]
        rows = [[f"{layer}: {name}", *(str(counted[one.name][layer, name]) for one in reports)] for name in common]
        if rare:
            sums = (sum(counted[one.name][layer, name] for name in rare) for one in reports)
            rows.append([f"{layer}: other", *map(str, sums)])
        yield from table(["class", *(one.name for one in reports)], rows)


def counts_of(reports: Sequence[Read], sample: Sequence[Item]) -> dict[str, Doubt]:
    """The counts of every rule that still exists, on gold and on the sample together."""
    on_gold = rule_counts(pair for one in reports for pair in one.pairs)
    by_eye = hand_read.rule_counts(sample, hand_read.read_verdicts())
    counts = {}
    for rule in sorted({*on_gold, *by_eye}):
        gold, seen = on_gold.get(rule), by_eye.get(rule, Doubt(0, 0))
        if rule_card(rule):
            right, read = (gold.right, gold.predicted) if gold is not None else (0, 0)
            counts[rule] = Doubt(right + seen.right, read + seen.read)
    return counts


def by_hand(sample: Sequence[Item]) -> Iterator[str]:
    """What is read today of the sample, layer by layer."""
    if not sample:
        return
    yield from (
        "## Judged by hand",
        "",
        f"Readers went through everything that was read in {len(sample)} other reports of {outlets_of(sample)} outlets, item by",
        "item. Right is an item that should stand, with its words and its act, number, type, day or place; whether its speaker,",
        "sides or links are right is not asked here. What newer rules read otherwise was not judged and does not count.",
        "",
    )
    verdicts = hand_read.read_verdicts()
    rows = []
    for layer in hand_read.LAYERS:
        counts = hand_read.rule_counts(sample, verdicts, [layer]).values()
        right, read = sum(doubt.right for doubt in counts), sum(doubt.read for doubt in counts)
        rows.append([layer, str(read), str(right), f"{right / read:.2f}" if read else ""])
    yield from table(["layer", "judged", "right", "share"], rows)


def outlets_of(sample: Sequence[Item]) -> int:
    """How many outlets the sample's reports come from."""
    return len({record["document"].get("outlet") for record in sample})


def unread(reports: Sequence[Read], sample: Sequence[Item]) -> Iterator[str]:
    yield from (
        "## What is listed as unread",
        "",
        "A sentence that is listed as one from which nothing was read should hold",
    )
    yield from ("nothing that a person would record; one that holds something is told to the reader, at least.", "")
    rows = []
    for one in reports:
        listed = holding = 0
        for gold, record in one.pairs:
            wanted = list(gold_spans(gold))
            sentences = [u for u in record.get("unread", []) if u["why"] == "sentence_without_items"]
            listed += len(sentences)
            holding += sum(any(s["start"] < end and start < s["end"] for start, end in wanted) for s in sentences)
        rows.append([one.name, str(listed), str(listed - holding), str(holding)])
    yield from table(["gold", "sentences listed", "hold nothing", "hold something"], rows)
    if sample:
        yield from ("Of what is listed in the reports judged by hand, of any kind:", "")
        counts = hand_read.unread_counts(sample, hand_read.read_verdicts())
        rows = [[why, *map(str, (sum(both), *both))] for why, both in counts.items()]
        yield from table(["listed as", "judged", "hold nothing", "hold something"], rows)


def gold_spans(gold: Item) -> Iterator[tuple[int, int]]:
    """Where the items of a gold report stand."""
    for layer in ("claims", "figures", "implicit", "withheld", "caveats", "times", "places", "events"):
        for item in gold.get(layer, []):
            span = item.get("content") or item.get("trigger") or item
            yield span["start"], span["end"]


def rules(counts: dict[str, Doubt]) -> Iterator[str]:
    yield from (
        "## Rules",
        "",
        "An item is right when the scorer pairs it with a gold item, or when a reader of the sample let it stand. The same",
    )
    yield from ("counts are shown beside every item as its doubt.", "")
    rows = [[f"`{rule}`", str(doubt.right), str(doubt.read)] for rule, doubt in counts.items()]
    yield from table(["rule", "right", "read"], rows)


# ---------------------------------------------------------------- writing


def main() -> None:
    """Measure, and write the page and the doubt."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("gold", nargs="?", type=Path, default=os.environ.get("KHABAR_GOLD"))
    asked = parser.parse_args()
    if not asked.gold:
        parser.error(
            "name the folder of the gold set, or set KHABAR_GOLD: half a measurement would replace a whole one"
        )
    gold = Path(asked.gold).resolve()
    read = read_all(gold)
    sample = hand_read.records_of(gold.parent / hand_read.CORPUS, hand_read.read_verdicts())
    if not sample:
        parser.error(f"{gold.parent / hand_read.CORPUS} is missing: the hand-read sample is half of what is measured")
    reports = [one for one in read.values() if one.measured.kind == "reports"]
    PAGE.write_text(page(read, sample, gold), encoding="utf-8", newline="\n")
    measured = " + ".join(f"{one.name} ({len(one.gold)})" for one in reports)
    remark = f"measured on gold reports {measured} and {len(sample)} reports judged by hand; written by make accuracy"
    DOUBT.write_text(doubt_table(counts_of(reports, sample), remark), encoding="utf-8", newline="\n")
    print(f"wrote {PAGE.relative_to(gold_gate.ROOT)} and {DOUBT.relative_to(gold_gate.ROOT)}")


if __name__ == "__main__":
    main()
