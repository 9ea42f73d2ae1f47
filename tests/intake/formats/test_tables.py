"""Tables: columns by their headers or as said, rows in their own bytes, errors with row and column."""

from __future__ import annotations

import csv
import io
import re
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl import Workbook

from arrivals import notes, reports
from khabar.intake import Arrival, Failed, Opening, open_sources
from khabar.intake.formats.records import delimiter_of, records
from khabar.intake.formats.table import FORMAT
from khabar.intake.opening import Given

ARABIC = (
    "النص,تاريخ النشر,المصدر,العنوان,الرابط,ملاحظة\r\n"
    '"قال المحافظ، ""سالم""،\r\nإن ثلاثة أصيبوا.",13/01/2022,صدى الوادي,حريق,https://wadi.example/1,مهم\r\n'
    "لا قتلى في الميناء.,06/01/2022,صدى الوادي,,,\r\n"
)


def read(path: Path, **said: object) -> list[Arrival]:
    return list(open_sources([str(path)], None, None, Opening(**said)))  # type: ignore[arg-type]


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "cp1256", "utf-16"])
def test_arabic_headers_tell_the_columns(tmp_path: Path, encoding: str) -> None:
    path = tmp_path / "desk.csv"
    path.write_bytes(ARABIC.encode(encoding))
    found = read(path)
    first, second = reports(found)
    assert first.text == 'قال المحافظ، "سالم"،\r\nإن ثلاثة أصيبوا.'
    assert (first.id, first.outlet, first.title, first.url) == (
        "desk.csv:2",
        "صدى الوادي",
        "حريق",
        "https://wadi.example/1",
    )
    assert (first.published, first.published_from) == ("2022-01-13", "column تاريخ النشر")
    assert ("outlet", "صدى الوادي", "column المصدر") in first.metadata
    assert ("column:ملاحظة", "مهم", "column ملاحظة") in first.metadata
    assert (second.published, second.title, second.flags) == ("2022-01-06", None, first.flags)
    assert first.original is not None
    assert first.original in path.read_bytes()
    assert "day_order_guessed" not in notes(found)
    assert "“النص”" in notes(found)["columns"]["columns"]


@pytest.mark.parametrize(("mark", "name"), [(";", "a.csv"), ("\t", "a.tsv"), ("\t", "a.csv"), ("|", "a.csv")])
def test_the_sign_between_fields_is_found(tmp_path: Path, mark: str, name: str) -> None:
    (tmp_path / name).write_text(
        f"Body{mark}Date\nThree, perhaps four, hurt{mark}2022-01-06\nx{mark}\n", encoding="utf-8"
    )
    first, second = reports(read(tmp_path / name))
    assert (first.text, first.published, second.text) == ("Three, perhaps four, hurt", "2022-01-06", "x")


def test_a_spreadsheet_may_name_the_sign_itself(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("sep=;\r\nText;Date\r\na, b;x\r\n", encoding="utf-8")
    (report,) = reports(read(tmp_path / "a.csv"))
    assert report.text == "a, b"


def test_columns_as_a_person_says(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("A,B,Text\nfirst,2022-01-06,wrong\n", encoding="utf-8")
    (report,) = reports(read(tmp_path / "a.csv", columns=(("text", "a"), ("published", "2"))))
    assert (report.text, report.published) == ("first", "2022-01-06")
    for columns, reason in (((("text", "C"),), "no_such_column"), ((("outlet", "A"),), None)):
        (*_, last) = read(tmp_path / "a.csv", columns=columns)
        assert (last.reason if isinstance(last, Failed) else None) == reason


def test_a_table_without_a_column_of_texts_says_which_it_has(tmp_path: Path) -> None:
    (tmp_path / "a.csv").write_text("A,B\n1,2\n", encoding="utf-8")
    (found,) = read(tmp_path / "a.csv")
    assert isinstance(found, Failed)
    assert (found.code, found.reason) == ("bad_table", "no_text_column")
    assert "“A”, “B”" in dict(found.details)["headers"]


def test_bad_rows_are_named_and_the_rest_is_taken(tmp_path: Path) -> None:
    rows = [
        "Text,Date",
        "one,2022-01-06",
        '"never closed,2022-01-06',
        "two,soon",
        "three,2022-01-06,more",
        " ,2022-01-06",
        "four,",
    ]
    (tmp_path / "a.csv").write_text("\n".join(rows) + "\n", encoding="utf-8")
    found = read(tmp_path / "a.csv")
    assert [report.text for report in reports(found)] == ["one", "two", "four"]
    faults = {each.place: (each.reason, dict(each.details)) for each in found if isinstance(each, Failed)}
    assert {place: reason for place, (reason, _) in faults.items()} == {
        "a.csv:3": "row_unreadable", "a.csv:5": "row_of_other_size", "a.csv:6": "cell_blank",
    }  # fmt: skip
    assert faults["a.csv:6"][1] == {"row": "6", "column": "Text"}
    assert notes(found)["dates_unread"] == {"count": "1", "column": "Date", "row": "4", "value": "soon"}


@pytest.mark.parametrize(
    ("written", "read_as"),
    [
        ("6 يناير 2022", "2022-01-06"),
        ("6 كانون الثاني 2022 14:30", "2022-01-06T14:30"),
        ("January 6, 2022 5 pm", "2022-01-06T17:00"),
        ("٦/١/٢٠٢٢ ١٢:٣٠ م", "2022-01-06T12:30"),
        ("2022-01-06T12:30:00Z", "2022-01-06T12:30+00:00"),
        ("6.1.22, 00:05 UTC+06:00", "2022-01-06T00:05+06:00"),
        ("Thu, 06 Jan 2022 12:30:00 +0600", "2022-01-06T12:30+06:00"),
        ("30/02/2022", None),
        ("soon", None),
    ],
)
def test_dates_as_people_write_them(tmp_path: Path, written: str, read_as: str | None) -> None:
    (tmp_path / "a.csv").write_text(f'Text,Date\nx,"{written}"\n', encoding="utf-8")
    (report,) = reports(read(tmp_path / "a.csv"))
    assert report.published == read_as
    assert ("published_invalid" in report.flags) == (read_as is None)


@pytest.mark.parametrize(
    ("dates", "order", "noted"),
    [(("13/01/2022", "02/03/2022"), "2022-03-02", False), (("01/13/2022", "02/03/2022"), "2022-02-03", False),
     (("01/02/2022", "02/03/2022"), "2022-03-02", True), (("2022-01-13", "2022-03-02"), "2022-03-02", False)],
)  # fmt: skip
def test_all_dates_together_say_which_number_is_the_month(
    tmp_path: Path, dates: tuple[str, str], order: str, noted: bool
) -> None:
    (tmp_path / "a.csv").write_text("Text,Date\n" + "".join(f"x,{day}\n" for day in dates), encoding="utf-8")
    found = read(tmp_path / "a.csv")
    assert reports(found)[1].published == order
    assert ("day_order_guessed" in notes(found)) == noted == ("day_order_guessed" in reports(found)[1].flags)
    said = reports(read(tmp_path / "a.csv", day_order="mdy"))[1].published
    assert said == ("2022-02-03" if "/" in dates[0] else order)


CELLS = st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t"), min_size=1, max_size=40)


@given(
    st.lists(st.tuples(CELLS, CELLS), min_size=1, max_size=8), st.sampled_from(",;\t|"), st.sampled_from(["\r\n", "\n"])
)
def test_whatever_a_program_writes_into_a_table_comes_out_of_it(
    rows: list[tuple[str, str]], mark: str, end: str
) -> None:
    written = io.StringIO(newline="")
    writer = csv.writer(written, delimiter=mark, lineterminator=end, quoting=csv.QUOTE_ALL)
    writer.writerows([("Text", "Note"), *rows])
    arrived = list(FORMAT.read(Given.of_bytes(written.getvalue().encode(), "a.csv")))
    texts = [text for text, _ in rows if text.strip()]
    made = reports(arrived)
    assert [report.text for report in made] == texts
    assert sum(isinstance(each, Failed) for each in arrived) == len(rows) - len(texts)


@given(st.text(max_size=200))
def test_no_table_raises_and_every_line_is_in_some_record(text: str) -> None:
    found = list(records(text, delimiter_of(text, "a.csv")))
    whole = "".join(record.raw for record in found)
    assert re.sub(r"\s", "", whole) == re.sub(r"\s", "", text)


# ---------------------------------------------------------------- workbooks and sheets of archives


def workbook(path: Path, *rows: list[object], title: str = "أخبار") -> Path:
    book = Workbook()
    sheet = book.active
    sheet.title = title
    for row in rows:
        sheet.append(row)
    book.create_sheet("empty")
    book.save(path)
    return path


def test_a_workbook_is_read_row_by_row(tmp_path: Path) -> None:
    path = workbook(
        tmp_path / "a.xlsx",
        ["Body", "Date", "No"],
        ["لا قتلى.", datetime.fromisoformat("2022-01-06T12:30"), 7],
        ["", None, 8],
    )
    found = read(path)
    (report,) = reports(found)
    assert (report.id, report.text, report.published) == ("a.xlsx!أخبار:2", "لا قتلى.", "2022-01-06T12:30")
    assert report.original == path.read_bytes()
    assert [(each.place, each.reason) for each in found if isinstance(each, Failed)] == [
        ("a.xlsx!أخبار:3", "cell_blank")
    ]


def test_the_sheet_of_an_archive_tells_what_was_archived(tmp_path: Path) -> None:
    header = ["Link", "Archive status", "Archive date", "Upload timestamp", "Upload title", "Text content", "Hash"]
    done = [
        "https://post.example/1",
        "telegram: success",
        "2022-01-07 10:00",
        "2022-01-06 09:00",
        "",
        "ثلاثة أصيبوا.",
        "ab" * 32,
    ]
    titled = ["https://post.example/2", "wayback: success", "2022-01-07 10:01", "", "حريق في الميناء", "", ""]
    failed = ["https://post.example/3", "nothing archived", "", "", "", "", ""]
    path = tmp_path / "sheet.csv"
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, done, titled, failed])
    found = read(path)
    first, second = reports(found)
    assert (first.text, first.url, first.published) == ("ثلاثة أصيبوا.", "https://post.example/1", "2022-01-06T09:00")
    assert ("archived", "2022-01-07 10:00", "column Archive date") in first.metadata
    assert ("hash", "ab" * 32, "column Hash") in first.metadata
    assert second.text == "حريق في الميناء"
    assert [each.reason for each in found if isinstance(each, Failed)] == ["not_archived"]


@pytest.mark.parametrize("data", [b"PK\x03\x04", b"PK\x03\x04" + b"x" * 200])
def test_a_damaged_workbook_is_a_failure(tmp_path: Path, data: bytes) -> None:
    (tmp_path / "a.xlsx").write_bytes(data)
    (found,) = read(tmp_path / "a.xlsx")
    assert isinstance(found, Failed)
    assert found.reason == "workbook_damaged"
