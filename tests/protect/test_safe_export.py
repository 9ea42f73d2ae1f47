"""A safe export holds no name that nobody approved: not in a cell, not in a member of the archive, not in another spelling."""

from __future__ import annotations

import csv
import json
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, assume, given, settings
from hypothesis import strategies as st

from at_the_command import run
from invented_people import SECRET
from khabar.desk import Wishes
from khabar.desk.cases import Added, Ruling, add, ask, decide_item, history
from khabar.desk.protect import Wanted, decide_names_of_case, names_of_case, safe_export
from khabar.desk.protect.exporting import plain
from khabar.desk.protect.redacting import MARK, Redactor
from khabar.desk.protect.spelling import key_of_name, name_words
from khabar.desk.wording import messages
from khabar.export.sheets.safe import WRITERS
from khabar.languages import load
from khabar.text.page import page

FORMS = ("csv", "xlsx", "jsonl", "html")


def everything(path: Path) -> Iterator[str]:
    """All that can be read out of a file or folder: its bytes as text, its members, its names."""
    for file in sorted(path.rglob("*")) if path.is_dir() else [path]:
        yield file.name
        data = file.read_bytes()
        if not zipfile.is_zipfile(file):
            yield data.decode("utf-8")
        else:
            with zipfile.ZipFile(file) as archive:
                for member in archive.namelist():
                    yield member
                    yield archive.read(member).decode("utf-8", "ignore")


def holds(texts: Iterator[str] | list[str], name: str) -> bool:
    """Whether a name stands in the texts, however it is spelled or glued."""
    key = key_of_name(name)
    for text in texts:
        words = name_words(text)
        for at in range(len(words) - len(key) + 1):
            if all(part in words[at + n].forms for n, part in enumerate(key)):
                return True
    return False


def written(case: Path, folder: Path) -> list[str]:
    """A safe export in every form, as all that can be read out of it."""
    targets = {form: folder / f"out.{form}" for form in FORMS}
    shown = run("export", case, "--safe", *(part for form, path in targets.items() for part in (f"--{form}", path)))
    assert shown.exit_code == 0, shown.output
    return [text for path in targets.values() for text in everything(path)]


def review_all(case: Path) -> None:
    for layer in ("claims", "figures", "events", "withheld"):
        for row in list(ask(case, layer)):
            decide_item(case, (row["document"], row["item"]), Ruling("accept"), "Salma Collector")


@pytest.fixture
def reviewed(case: Path) -> Path:
    review_all(case)
    return case


def test_nobody_approved_anything(reviewed: Path, tmp_path: Path) -> None:
    texts = written(reviewed, tmp_path)
    for name in SECRET:
        assert not holds(texts, name), name
        assert not any(name.casefold() in text.casefold() for text in texts), name
    assert any(MARK in text for text in texts)
    for known in names_of_case(reviewed).names.values():
        assert not holds(texts, known.shown) or set(known.key) <= _OWN, known.shown


def test_only_what_was_approved_is_shown(reviewed: Path, tmp_path: Path) -> None:
    assert (
        run(
            "names", reviewed, "--approve", "سليم درويش", "--approve", "Salim Darwish", "--approve-kind", "place"
        ).exit_code
        == 0
    )
    texts = written(reviewed, tmp_path)
    assert holds(texts, "سليم درويش")
    assert holds(texts, "Salim Darwish")
    assert holds(texts, "درويش")
    assert holds(texts, "Almaty")
    for name in SECRET:
        assert not holds(texts, name), name


def test_parts_and_other_spellings_of_a_secret_name_are_hidden(case: Path) -> None:
    redactor = Redactor(names_of_case(case))
    for text in (
        "وقال المنصوري", "لريماس", "والنجار", "القصاب", "said Karam", "al-Hadidi's house", "RANA", "AL HADIDI", "ري\u200bماس",
                 "ريـماس", "رِيماس", "Karam’s"):  # fmt: skip
        assert MARK in redactor.redact(text).text, text


def test_words_that_nobody_reviewed_are_left_out(case: Path, tmp_path: Path) -> None:
    rows = [json.loads(line) for line in _jsonl(case, tmp_path).read_text(encoding="utf-8").splitlines()[1:]]
    assert rows
    assert {row["words"] for row in rows} == {None}
    assert {row.get("counted") for row in rows} <= {None, MARK}
    first = next(row for row in ask(case, "figures"))
    decide_item(case, (first["document"], first["item"]), Ruling("accept"))
    rows = [json.loads(line) for line in _jsonl(case, tmp_path).read_text(encoding="utf-8").splitlines()[1:]]
    assert len([row for row in rows if row["words"]]) == 1


def _jsonl(case: Path, folder: Path) -> Path:
    path = folder / f"{len(list(folder.iterdir()))}.jsonl"
    assert run("export", case, "--safe", "--jsonl", path).exit_code == 0
    return path


def test_a_rejected_item_is_left_out(case: Path, tmp_path: Path) -> None:
    before = len(_jsonl(case, tmp_path).read_text(encoding="utf-8").splitlines())
    first = next(row for row in ask(case, "claims"))
    decide_item(case, (first["document"], first["item"]), Ruling("reject", reason="wrong"))
    assert len(_jsonl(case, tmp_path).read_text(encoding="utf-8").splitlines()) == before - 1


def test_a_correction_goes_out_redacted_too(case: Path, tmp_path: Path) -> None:
    first = next(row for row in ask(case, "claims"))
    decide_item(case, (first["document"], first["item"]), Ruling("correct", {"speaker": "الشاهدة ريماس المنصوري"}))
    texts = written(case, tmp_path)
    assert not holds(texts, "ريماس المنصوري")


def test_it_tells_what_is_open_and_promises_nothing(case: Path, tmp_path: Path) -> None:
    open_names = names_of_case(case).undecided
    shown = run("export", case, "--safe", "--csv", tmp_path / "out")
    assert f"{open_names} name-like strings not decided" in shown.stderr
    assert f"{open_names} name-like strings not decided" in (tmp_path / "out" / "notes.csv").read_text(encoding="utf-8")
    for ui in ("ar", "en"):
        shown = run("export", case, "--safe", "--html", tmp_path / f"{ui}.html", "--ui", ui)
        assert shown.exit_code == 0, shown.output
        page = (tmp_path / f"{ui}.html").read_text(encoding="utf-8")
        assert "anonym" not in page.lower()
        assert "مجهول" not in page
        assert "<script" not in page


def test_a_toll_of_few_is_warned_about(case: Path) -> None:
    made = safe_export(case)
    assert made.few
    assert all(0 < count <= 3 for _, _, count in made.few)


def test_withholding_wins_over_approval_in_other_letters(case: Path, tmp_path: Path) -> None:
    decide_names_of_case(case, Wanted({"سليم درويش": "withhold", "Salim Darwish": "approve"}))
    review_all(case)
    made = safe_export(case)
    assert made.overruled == 1
    assert not holds(written(case, tmp_path), "Salim Darwish")


def test_nothing_is_overwritten_and_something_must_be_asked_for(case: Path, tmp_path: Path) -> None:
    assert run("export", case, "--safe").exit_code == 2
    (tmp_path / "old").mkdir()
    (tmp_path / "old" / "actors.csv").write_text("everybody", encoding="utf-8")
    assert run("export", case, "--safe", "--csv", tmp_path / "old").exit_code == 2
    assert run("export", case, "--safe", "--jsonl", tmp_path / "missing" / "x.jsonl").exit_code == 2


def test_the_journal_tells_of_it(case: Path, tmp_path: Path) -> None:
    _jsonl(case, tmp_path)
    assert run("verify", case).exit_code == 0
    assert history(case) == []


def test_what_could_run_is_shown_as_words(tmp_path: Path) -> None:
    text = "قال \u202eوزير\u202c الصحة سليم درويش: =HYPERLINK(1) \x1b[2J <script>alert(1)</script> إن شخصين قتلا في ألماتي."
    (tmp_path / "odd.txt").write_text(text, encoding="utf-8")
    case = tmp_path / "odd.khabar"
    assert all(isinstance(one, Added) for one in add(case, [str(tmp_path / "odd.txt")], Wishes("2022-01-08")))
    review_all(case)
    (tmp_path / "out").mkdir()
    texts = written(case, tmp_path / "out")
    for text in texts:
        assert "\x1b" not in text
        assert "\u202e" not in text
    assert "<script" not in (tmp_path / "out" / "out.html").read_text(encoding="utf-8")
    for file in (tmp_path / "out" / "out.csv").glob("*.csv"):
        for row in csv.reader(file.open(encoding="utf-8-sig", newline="")):
            assert not any(cell.startswith(("=", "+", "-", "@")) for cell in row)


def test_plain_words() -> None:
    assert plain("a\x1b[31mb\u202ec\nd\u200fe\x00f") == "a [31mbc de f"


LETTERS = st.sampled_from("ابتثجحخدرزسشصضطعغفقكلمنهويةءى")
ARABIC_NAMES = st.lists(st.text(LETTERS, min_size=3, max_size=7), min_size=1, max_size=3).map(" ".join)
LATIN_NAMES = st.lists(
    st.from_regex(r"[A-Z][bcdfghklmnrstz][aeiou][bcdfghklmnrstz]{1,2}[a-z]{0,3}", fullmatch=True),
    min_size=2,
    max_size=3,
).map(" ".join)
FRAMES = (
    "قتل الطفل {} (9 أعوام) في القرية أمس، وقال والده إنه كان نائما.",
    "واعتقلت الشرطة المواطن {} مساء الخميس.",
    "أسماء الضحايا:\n1- {}\nوقالت الشرطة إن 12 شخصا قتلوا.",
    'وقالت الشاهدة {}: "رأيت الجنود يطلقون النار".',
    "المدعو {} متهم بالقتل، ونفى المتهم ذلك.",
    "The child {} was killed on Friday, police said.",
    "Witness {} told reporters that soldiers opened fire.",
    "The detained were: {}.",
    '"They took him," said {}, whose brother was arrested.',
    "Suspect {} denied the charges; 12 people were killed.",
)


@settings(max_examples=25, deadline=None, derandomize=True, phases=[Phase.explicit, Phase.generate])
@given(
    arabic=ARABIC_NAMES,
    latin=LATIN_NAMES,
    frame=st.integers(0, len(FRAMES) - 1),
    decided=st.sampled_from([None, "withhold"]),
)
def test_no_undecided_or_withheld_name_is_in_any_byte(
    tmp_path_factory: pytest.TempPathFactory, arabic: str, latin: str, frame: int, decided: str | None
) -> None:
    """Whatever the name: behind the words that names stand behind, it does not get out.

    Left out are names made of words that the program knows as verbs, function words or times: those are beyond it, and
    docs/protecting.md says so.
    """
    name = arabic if frame < 5 else latin
    assume(frame >= 5 or not any(is_ordinary(word) for word in name.split()))
    folder = tmp_path_factory.mktemp("fuzz")
    (folder / "a.txt").write_text(FRAMES[frame].format(name), encoding="utf-8")
    case = folder / "fuzz.khabar"
    (outcome,) = add(case, [str(folder / "a.txt")], Wishes("2022-01-08"), "Salma Collector")
    assert isinstance(outcome, Added)
    review_all(case)
    known = names_of_case(case)
    if decided:
        for one in known.names.values():
            decide_names_of_case(case, Wanted({one.told: decided}))
    made = safe_export(case)
    texts: list[str] = []
    for form, write in WRITERS.items():
        target = folder / f"out.{form}"
        write(made, target, messages("en"))
        texts += [text for text in everything(target) if not text.startswith("out.")]
    words = _frame_words(FRAMES[frame])
    for part in key_of_name(name):
        if len(part) > 2 and part not in words:
            assert not any(_stands(text, part) for text in texts), (name, part)


def is_ordinary(word: str) -> bool:
    """Whether the lists know a word as something that nobody is called."""
    read_as = page(word)
    signature = load("ar").units(read_as, 0, len(read_as.tokens))[0].signature
    return bool(signature & ORDINARY) and "given" not in signature


ORDINARY = frozenset(
    ("cue", "event_verb", "prep", "comp", "rel", "neg", "no_name", "copula", "namely", "adverb", "deictic", "daypart", "period",
     "previous", "people", "org_head", "place_type", "weekday", "demonstrative", "event_noun", "month_name", "prep_pron")
)  # fmt: skip


def _frame_words(frame: str) -> set[str]:
    """Words of the sentence itself, and those that every export holds: a made-up name may be one of them."""
    own = {form for word in name_words(frame) for form in word.forms}
    for text in (
        *messages("en").tables["safe"].values(),
        "xl worksheets notes sheet rels docs props core theme color style",
    ):
        own |= {word.key for word in name_words(str(text))}
    return own


def _stands(text: str, part: str) -> bool:
    return any(part == word.key for word in name_words(text)) and part not in _OWN


_OWN: set[str] = set()


@pytest.fixture(scope="module", autouse=True)
def words_of_an_empty_export(tmp_path_factory: pytest.TempPathFactory) -> Any:
    """The words that an export holds whatever the case: headers, notes, the parts of a workbook."""
    folder = tmp_path_factory.mktemp("empty")
    (folder / "a.txt").write_text("وقالت الشرطة إن 12 شخصا قتلوا.", encoding="utf-8")
    case = folder / "empty.khabar"
    list(add(case, [str(folder / "a.txt")], Wishes("2022-01-08")))
    made = safe_export(case)
    for form, write in WRITERS.items():
        target = folder / f"out.{form}"
        write(made, target, messages("en"))
        for text in everything(target):
            _OWN.update(word.key for word in name_words(text))
    return _OWN


def test_what_a_person_typed_into_a_field_is_a_name_until_it_is_approved(case: Path, tmp_path: Path) -> None:
    """A correction may name somebody by an ordinary word, which nothing could find."""
    first = next(row for row in ask(case, "claims"))
    decide_item(case, (first["document"], first["item"]), Ruling("correct", {"speaker": "حارس المدرسة"}))
    assert not any("حارس" in text for text in written(case, tmp_path))
    decide_names_of_case(case, Wanted({"حارس المدرسة": "approve"}))
    (tmp_path / "again").mkdir()
    assert any("حارس المدرسة" in text for text in written(case, tmp_path / "again"))


def test_options_that_do_not_go_together(case: Path, tmp_path: Path) -> None:
    assert run("export", case, "--safe", "--layer", "claims", "--csv", tmp_path / "a").exit_code == 2
    assert run("export", case, "--jsonl", tmp_path / "b.jsonl").exit_code == 2
