"""Reading one text through the front door."""

from __future__ import annotations

import hashlib
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

import khabar
from khabar.desk.one_report import Wishes, read_incoming
from khabar.intake import Incoming

TEXT = "قال وزير الصحة سالم النوري، الجمعة، إن المستشفيات استقبلت 26 جريحاً.\n"


def incoming(**said: Any) -> Incoming:
    """A report as intake hands it on."""
    return Incoming(**{"id": "r", "text": TEXT, "original": None, "sha256": "0" * 64, **said})


def test_a_record_says_what_it_was_made_from_and_by() -> None:
    report = khabar.read(
        TEXT, published="2022-01-07", outlet="رواق", title="عنوان", url="https://example.org/1", id="a"
    )
    document = report.document
    assert document.text == TEXT
    assert document.text_sha256 == document.sha256 == hashlib.sha256(TEXT.encode()).hexdigest()
    assert (document.id, document.outlet, document.title, document.url) == (
        "a",
        "رواق",
        "عنوان",
        "https://example.org/1",
    )
    assert (document.published, document.published_basis) == ("2022-01-07", "given")
    assert document.made_by is not None
    assert document.made_by.khabar == khabar.__version__


@pytest.mark.parametrize("date", ["2022-02-30", "07/01/2022", "", "yesterday", "2022-13-01", "2022-01-07T25:00"])
def test_a_date_that_does_not_exist_is_refused_with_the_remedy(date: str) -> None:
    with pytest.raises(ValueError, match="YYYY-MM-DD"):
        khabar.read(TEXT, published=date)


def test_an_unknown_language_is_refused_with_those_there_are() -> None:
    with pytest.raises(ValueError, match=r"'xx'.*\bar\b"):
        khabar.read(TEXT, language="xx")


def test_wrong_use_is_told() -> None:
    with pytest.raises(TypeError, match="takes a str, not bytes"):
        khabar.read(TEXT.encode())  # type: ignore[arg-type]
    with pytest.raises(TypeError, match=r"knows no publshed.*published"):
        khabar.read(TEXT, publshed="2022-01-07")  # type: ignore[call-arg]


def test_lone_surrogates_are_replaced_one_by_one_and_told() -> None:
    report = khabar.read("قال\ud800 إن\udfff الطريق آمن\0.")
    assert report.document.text == "قال\ufffd إن\ufffd الطريق آمن\ufffd."
    assert {"lone_surrogates_replaced", "nul_replaced"} <= set(report.document.flags)
    assert report.document.sha256 != report.document.text_sha256


def test_numbers_come_when_asked_for() -> None:
    assert "numbers" not in khabar.read(TEXT).to_dict()
    assert isinstance(khabar.read(TEXT, numbers=True).to_dict()["numbers"], list)


@pytest.mark.parametrize("text", ["", " ", "\n\n", "»", '«"“', "٪", "\u202e\u200f", "a" * 5000])
def test_odd_texts_give_records(text: str) -> None:
    assert khabar.read(text).document.text == text


@given(st.text())
def test_any_text_whatever_gives_a_record_whose_spans_slice(text: str) -> None:
    record = khabar.read(text, published="2022-01-07", numbers=True).to_dict()
    whole = record["document"]["text"]
    assert len(whole) == len(text)
    assert not [span for span in spans(record) if whole[span["start"] : span["end"]] != span["text"]]


def spans(value: object) -> list[dict[str, Any]]:
    """Everything in a record that has offsets."""
    if isinstance(value, list):
        return [span for member in value for span in spans(member)]
    if not isinstance(value, dict):
        return []
    own = [value] if {"start", "end", "text"} <= value.keys() else []
    return own + [span for member in value.values() for span in spans(member)]


def test_a_record_survives_its_json_form() -> None:
    report = khabar.read(TEXT, published="2022-01-07", numbers=True)
    assert khabar.Report.from_dict(report.to_dict()) == report


# ---------------------------------------------------------------- who knows the date: line, person, page


def test_what_a_person_says_goes_before_what_a_page_says() -> None:
    page = incoming(
        published="2022-01-06", published_from="json-ld", outlet="page", metadata=(("outlet", "page", "meta"),)
    )
    document = read_incoming(page, Wishes(published="2022-01-07", outlet="person")).document
    assert (document.published, document.published_basis, document.outlet) == ("2022-01-07", "given", "person")
    document = read_incoming(page, Wishes()).document
    assert (document.published, document.published_basis, document.outlet) == ("2022-01-06", "metadata", "page")


def test_what_a_line_says_of_itself_goes_before_what_a_person_says_of_all() -> None:
    own = (("outlet", "line", "jsonl"), ("published", "2022-01-05", "jsonl"))
    line = incoming(published="2022-01-05", published_from="jsonl", outlet="line", metadata=own)
    document = read_incoming(line, Wishes(published="2022-01-07", outlet="person")).document
    assert (document.published, document.published_basis, document.outlet) == ("2022-01-05", "given", "line")


def test_a_language_that_is_not_read_is_flagged() -> None:
    persian = incoming(language="fa-IR", metadata=(("language", "fa-IR", "html"),))
    assert "language_unsupported" in read_incoming(persian, Wishes()).document.flags
    arabic = incoming(language="ar-SA", metadata=(("language", "ar-SA", "html"),))
    assert "language_unsupported" not in read_incoming(arabic, Wishes()).document.flags


def test_the_template_language_of_a_page_does_not_override_the_script() -> None:
    page = incoming(language="en", metadata=(("language", "en", "html"),))
    assert read_incoming(page, Wishes()).document.language == "ar"
