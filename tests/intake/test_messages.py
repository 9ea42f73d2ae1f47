"""Telegram exports and mails: each message with words is a report, in its own bytes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.intake import Failed, Incoming, Kept, Noted, open_sources, text_again
from khabar.intake.formats.telegram import read_export

MESSAGES: list[dict[str, Any]] = [
    {"id": 1, "type": "service", "date": "2022-01-06T09:00:00", "action": "create_channel", "text": ""},
    {"id": 7, "type": "message", "date": "2022-01-06T12:30:00", "date_unixtime": "1641459600", "from": "صوت الميناء",
     "forwarded_from": "بلدية الميناء", "text": ["قال المحافظ إن ", {"type": "bold", "text": "ثلاثة"}, " أصيبوا."]},
    {"id": 8, "type": "message", "date": "2022-01-06T12:40:00", "photo": "(File not included.)", "text": ""},
    {"id": 9, "type": "message", "date": "2022-01-06T13:00:00", "edited": "2022-01-06T13:05:00", "text": "توضيح: أربعة أصيبوا."},
]  # fmt: skip
CHANNEL = {"name": "صوت الميناء", "type": "public_channel", "id": 42, "messages": MESSAGES}


def write(path: Path, document: object, **layout: Any) -> Path:
    path.write_text(json.dumps(document, ensure_ascii=False, **layout), encoding="utf-8")
    return path


def opened(path: Path) -> list[Incoming | Failed]:
    return [found for found in open_sources([str(path)]) if not isinstance(found, Noted)]


def again(report: Incoming) -> str | None:
    """The text, out of what a case keeps of the report."""
    assert report.original is not None
    return text_again(Kept(report.original, report.kind, report.encoding, report.id, report.metadata))


@pytest.mark.parametrize("layout", [{}, {"indent": 1}, {"separators": (",", ":")}])
def test_each_message_with_words_is_a_report_of_its_channel(tmp_path: Path, layout: dict[str, Any]) -> None:
    path = write(tmp_path / "result.json", CHANNEL, **layout)
    first, second = opened(path)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.id, first.text) == ("result.json:7", "قال المحافظ إن ثلاثة أصيبوا.")
    assert (first.outlet, first.published, first.published_from) == (
        "صوت الميناء",
        "2022-01-06T09:00+00:00",
        "telegram",
    )
    assert ("forwarded_from", "بلدية الميناء", "telegram") in first.metadata
    assert second.published == "2022-01-06T13:00"
    assert ("edited", "2022-01-06T13:05:00", "telegram") in second.metadata
    for report in (first, second):
        assert report.original is not None
        assert report.original in path.read_bytes()
        assert again(report) == report.text


def test_all_chats_of_an_account(tmp_path: Path) -> None:
    other = {"name": "Harbour Watch", "type": "private_channel", "id": 5, "messages": [MESSAGES[3]]}
    document = {"about": "…", "chats": {"about": "…", "list": [CHANNEL, other]}}
    found = opened(write(tmp_path / "result.json", document))
    assert [report.outlet for report in found if isinstance(report, Incoming)] == [
        "صوت الميناء",
        "صوت الميناء",
        "Harbour Watch",
    ]


@pytest.mark.parametrize(
    ("content", "code"),
    [('{"messages": [{"id": 1, "type": "mess', "bad_json"), ('{"name": "x", "messages": []}', "empty"), ('{"a": 1}', "unsupported"),
     ("[1, 2]", "unsupported"), ("{", "unsupported"), ("", "unsupported")],
)  # fmt: skip
def test_other_documents_are_failures_with_a_reason(tmp_path: Path, content: str, code: str) -> None:
    (tmp_path / "x.json").write_text(content, encoding="utf-8")
    (failed,) = opened(tmp_path / "x.json")
    assert isinstance(failed, Failed)
    assert failed.code == code


@given(st.text(max_size=60))
def test_no_document_raises(text: str) -> None:
    for outcome in read_export('{"messages": [' + text, "x"):
        assert isinstance(outcome, Incoming | Failed | Noted)


def test_a_message_of_a_deleted_account_without_words_has_none() -> None:
    silent, spoken = ({"id": n, "type": "message", "text": text} for n, text in ((1, None), (2, "قتل 5.")))
    report, note = read_export(json.dumps({"name": None, "messages": [silent, spoken]}), "x")
    assert isinstance(report, Incoming)
    assert (report.text, report.outlet) == ("قتل 5.", None)
    assert isinstance(note, Noted)
    assert (note.reason, dict(note.details)) == ("without_words", {"count": "1"})


def test_bytes_that_are_no_text_are_kept_as_they_came(tmp_path: Path) -> None:
    path = tmp_path / "result.json"
    path.write_bytes(b'{"name": "x", "messages": [{"id": 1, "type": "message", "text": "5 died\xff."}]}')
    (report,) = opened(path)
    assert isinstance(report, Incoming)
    assert report.original is not None
    assert report.original in path.read_bytes()
    assert again(report) == report.text


MAIL = """From: =?utf-8?b?2KjYsdmK2K8g2KfZhNmF2YrZhtin2KE=?= <desk@harbour.example>
To: desk@khabar.example
Date: Thu, 06 Jan 2022 12:30:00 +0600
Subject: Three hurt in the harbour
MIME-Version: 1.0
Content-Type: {kind}; charset="utf-8"
Content-Transfer-Encoding: 8bit

{body}
"""


def test_a_mail_is_its_words_with_sender_subject_and_day(tmp_path: Path) -> None:
    path = tmp_path / "a.eml"
    path.write_text(MAIL.format(kind="text/plain", body="قال المحافظ إن ثلاثة أصيبوا."), encoding="utf-8")
    (report,) = opened(path)
    assert isinstance(report, Incoming)
    assert report.text.strip() == "قال المحافظ إن ثلاثة أصيبوا."
    assert (report.title, report.outlet) == ("Three hurt in the harbour", "بريد الميناء")
    assert (report.published, report.published_from) == ("2022-01-06T12:30+06:00", "mail")
    assert again(report) == report.text


def test_a_mail_that_is_a_page_is_read_as_one(tmp_path: Path) -> None:
    body = (
        "<html><body><article><p>"
        + "قال المحافظ إن ثلاثة أصيبوا في الميناء صباح اليوم. " * 6
        + "</p></article></body></html>"
    )
    (tmp_path / "a.eml").write_text(MAIL.format(kind="text/html", body=body), encoding="utf-8")
    (report,) = opened(tmp_path)
    assert isinstance(report, Incoming)
    assert report.text.startswith("قال المحافظ")
    assert "<p>" not in report.text


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"From: x\n\n",
        b"Content-Type: image/png\n\nx",
        b"Content-Type: text/plain; charset=nowhere\n\n\xff",
        b"From: a <a@b.c>\nMessage-ID: <[>\n\nx",
        b"From: <@\n\nx",
        b"To: a:b <c>;\nMessage-ID: <\n\nx",
    ],
)
def test_mails_without_words_are_failures(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.eml").write_bytes(content)
    (outcome,) = opened(tmp_path / "a.eml")
    assert isinstance(outcome, Failed | Incoming)
    assert isinstance(outcome, Failed) or outcome.text.strip()
