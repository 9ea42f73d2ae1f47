"""PDF: Arabic in the order in which it is read, paragraphs, columns, pages, and what is told of a scan."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.intake import Failed, Incoming, Kept, Noted, open_sources, text_again
from khabar.intake.formats.pdf_order import Sign, logical
from pdf_making import EM, Placed, pdf, right, seen, width

FIRST = "قال محافظ وادي النخل سالم النوري إن ثلاثة أشخاص أصيبوا في حريق (قرب الميناء)"
SECOND = "عند الساعة 18:30 من يوم 6 يناير 2022، وإن لا قتلى بينهم ولا مفقودين بحسب Harbour News"
THIRD = "التي نقلت عن الإطفاء أن الطريق أغلق."


def opened(path: Path) -> Incoming:
    found = [each for each in open_sources([str(path)]) if not isinstance(each, Noted)]
    assert len(found) == 1
    assert isinstance(found[0], Incoming), found
    assert found[0].original == path.read_bytes()
    kept = Kept(found[0].original, found[0].kind, found[0].encoding, found[0].id, found[0].metadata)
    assert text_again(kept) == found[0].text
    return found[0]


def refused(path: Path) -> Failed:
    (found,) = open_sources([str(path)])
    assert isinstance(found, Failed), found
    return found


def write(path: Path, *pages: list[Placed], info: str = "") -> Path:
    path.write_bytes(pdf(pages, info))
    return path


def paragraph(*lines: str, top: float = 700.0, side: float = 550.0) -> list[Placed]:
    return [right(line, top - number * 1.3 * EM, side) for number, line in enumerate(lines)]


def test_arabic_that_is_set_as_it_is_seen_is_read_as_it_is_spoken(tmp_path: Path) -> None:
    report = opened(write(tmp_path / "a.pdf", paragraph(FIRST, SECOND, THIRD)))
    assert report.text == f"{FIRST} {SECOND} {THIRD}"
    assert report.kind == "pdf"
    assert ("page", "1 begins at 0", "computed") in report.metadata


def test_letters_in_the_shapes_of_print_become_letters(tmp_path: Path) -> None:
    shaped = ["\ufe94", "\ufe9b", "\ufefc", "\ufe9b", " ", "\ufefb"]  # ثلاثة with its shapes, and لا in one
    line = Placed(shaped, 300.0, 700.0)
    report = opened(write(tmp_path / "a.pdf", [line, *paragraph(FIRST, top=600)]))
    assert report.text.splitlines()[0] == "لا ثلاثة"


def test_a_gap_ends_a_paragraph_and_a_broken_word_is_whole_again(tmp_path: Path) -> None:
    english = [Placed("The gover-", 50, 700), Placed("nor spoke at length on Thurs-", 50, 684), Placed("day.", 50, 668)]
    later = [Placed("Nobody was killed in the fire.", 50, 620)]
    report = opened(write(tmp_path / "a.pdf", [*english, *later]))
    assert report.text == "The governor spoke at length on Thursday.\nNobody was killed in the fire."


def test_of_two_columns_the_right_one_is_read_first(tmp_path: Path) -> None:
    words = [
        "قالت البلدية في بيان نشرته أمس",
        "إن فرق الإطفاء سيطرت على النار",
        "وإن الطريق فتح أمام السيارات.",
        "وشكرت من ساعدها في العمل.",
    ]
    left = [
        "ونفت الشركة وجود مواد خطرة في",
        "المستودع وقالت إن التحقيق بدأ",
        "وإن النتائج تعلن بعد أسبوع.",
        "ولم تذكر كلفة الأضرار بعد.",
    ]
    report = opened(write(tmp_path / "a.pdf", [*paragraph(*words), *paragraph(*left, side=290)]))
    flat = " ".join(report.text.split())
    assert flat == " ".join([*words, *left])


def test_heads_and_numbers_of_pages_are_left_out_and_told(tmp_path: Path) -> None:
    first, second = (FIRST, "وأضاف أن التحقيق في أسباب الحريق لم"), ("ينته بعد.", "وقالت الشركة إنها تتعاون.")
    pages = [
        [right("صدى الوادي", 780), *paragraph(*lines), Placed(str(number), 300, 20)]
        for number, lines in enumerate((first, second), 1)
    ]
    report = opened(write(tmp_path / "a.pdf", *pages))
    assert "صدى الوادي" not in report.text
    assert "في أسباب الحريق لم ينته بعد." in report.text
    begins = [value for name, value, _ in report.metadata if name == "page"]
    assert begins[1] == f"2 begins at {report.text.index('ينته')}"
    assert {value for name, value, _ in report.metadata if name == "left_out"} == {"صدى الوادي", "1", "2"}


@pytest.mark.parametrize("turned", ["0 1 -1 0 600 0 cm", "0 -1 1 0 0 800 cm", "-1 0 0 -1 600 800 cm"])
def test_a_page_whose_text_is_turned_stands_upright(tmp_path: Path, turned: str) -> None:
    lines = [*paragraph(FIRST, SECOND, THIRD, top=400), Placed("7", 300, 15)]
    (tmp_path / "a.pdf").write_bytes(pdf([lines], turned=turned))
    assert opened(tmp_path / "a.pdf").text == f"{FIRST} {SECOND} {THIRD}"


def test_what_the_file_says_of_itself_and_no_day_of_publication(tmp_path: Path) -> None:
    info = "/Title (Harbour fire) /Author (Salem) /CreationDate (D:20220106123000+06'00')"
    report = opened(write(tmp_path / "a.pdf", paragraph(FIRST), info=info))
    assert (report.title, report.published) == ("Harbour fire", None)
    assert {("author", "Salem", "pdf"), ("created", "2022-01-06T12:30+06:00", "pdf")} <= set(report.metadata)


def test_a_scan_is_told_with_its_remedy(tmp_path: Path) -> None:
    found = refused(write(tmp_path / "a.pdf", [], []))
    assert (found.code, found.reason, dict(found.details)["pages"]) == ("empty", "scanned_pdf", "2")


def test_pages_without_text_among_others_are_noted(tmp_path: Path) -> None:
    path = write(tmp_path / "a.pdf", paragraph(FIRST, SECOND, THIRD), [])
    report, note = open_sources([str(path)])
    assert isinstance(report, Incoming)
    assert isinstance(note, Noted)
    assert (note.reason, dict(note.details)["pages"]) == ("pages_without_text", "2")


@pytest.mark.parametrize("data", [b"%PDF-1.4", b"%PDF-1.4\n1 0 obj\n<<>>\ntrailer", pdf([[Placed("ab", 1, 1)]])[:200]])
def test_a_damaged_file_is_a_failure(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.pdf").write_bytes(data)
    assert refused(tmp_path / "a.pdf").code in ("not_text", "empty")


def test_the_lines_of_these_tests_are_turned_round() -> None:
    assert seen("ا 12/4 (ب)") == ["(", "ب", ")", " ", "1", "2", "/", "4", " ", "ا"]
    assert width(seen("لا")) == EM / 2


ARABIC = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإ", min_size=1, max_size=8)
NUMBERS = st.from_regex(r"[1-9][0-9]{0,2}([.,:/][0-9]{1,3})?", fullmatch=True)
LATIN = st.from_regex(r"[A-Z][a-z]{1,6}( [A-Z][a-z]{1,6})?", fullmatch=True)
QUOTED = ARABIC.flatmap(lambda word: st.sampled_from([f"({word})", f"«{word}»", f"{word}،", f"{word}."]))


@given(st.lists(st.tuples(ARABIC | QUOTED, st.none() | NUMBERS | LATIN), min_size=1, max_size=8))
def test_whatever_is_seen_is_read_as_it_was_written(pieces: list[tuple[str, str | None]]) -> None:
    written = " ".join(part for word, more in pieces for part in (word, more) if part) + " نهاية"
    assert logical([Sign(shape, 0, 0) for shape in seen(written)], rtl=True) == written


PAGE = f"""<!doctype html><html lang="ar" dir="rtl"><meta charset="utf-8"><title>بيان</title>
<style>body {{ font: 14pt "Noto Naskh Arabic", "DejaVu Sans" }}</style><h1>إصابة ثلاثة في الميناء</h1>
<p>{FIRST}، وقال: «لن نتوقف».</p><p>وقالت وكالة Harbour News إن الطريق M-7 أُغلق، وإن الأضرار بلغت 1,250 ديناراً.</p></html>"""


@pytest.mark.browser
def test_a_page_that_a_browser_printed(tmp_path: Path) -> None:
    found = shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    if found is None:
        pytest.skip("no Chromium on this machine")
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    command = [found, "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"]
    command += [f"--print-to-pdf={tmp_path / 'a.pdf'}", str(tmp_path / "a.html")]
    subprocess.run(command, check=True, capture_output=True, timeout=120)
    assert opened(tmp_path / "a.pdf").text.splitlines() == [
        "إصابة ثلاثة في الميناء",
        f"{FIRST}، وقال: «لن نتوقف».",
        "وقالت وكالة Harbour News إن الطريق M-7 أُغلق، وإن الأضرار بلغت 1,250 ديناراً.",
    ]
