"""Telegram Desktop's pages: channel, number, moment with its zone, whose words were carried on, pictures by their hash."""

from __future__ import annotations

import hashlib
import json
from pathlib import Path

from khabar.intake import Arrival, Failed, Incoming, Kept, Noted, open_sources, text_again

PAGE = """<!DOCTYPE html>
<html><head><meta charset="utf-8"/><title>Exported Data</title><link href="css/style.css" rel="stylesheet"/></head>
<body><div class="page_wrap"><div class="page_header"><div class="content"><div class="text bold">
صوت الميناء
</div></div></div><div class="page_body chat_page"><div class="history">
{messages}
</div></div></div></body></html>
"""
SERVICE = '<div class="message service" id="message-1"><div class="body details">6 January 2022</div></div>'
FORWARDED = """<div class="message default clearfix" id="message7">
 <div class="pull_left userpic_wrap"><div class="userpic userpic1"><div class="initials">ص</div></div></div>
 <div class="body">
  <div class="pull_right date details" title="06.01.2022 12:30:05 UTC+06:00">12:30</div>
  <div class="from_name">صوت الميناء</div>
  <div class="forwarded body">
   <div class="from_name">بلدية الميناء <span class="date details" title="06.01.2022 11:00:00"> 06.01.2022 11:00:00</span></div>
   <div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/p1.jpg">
    <img class="photo" src="photos/p1_thumb.jpg"/></a></div>
   <div class="text">قال المحافظ إن <strong>ثلاثة</strong> أصيبوا.<br/>ولا قتلى &amp; لا مفقودين.<script>steal()</script></div>
  </div></div></div>"""
JOINED = """<div class="message default clearfix joined" id="message8"><div class="body">
 <div class="pull_right date details" title="06.01.2022 12:31:05">12:31</div>
 <div class="reply_to details">In reply to <a href="#go_to_message7" onclick="return GoToMessage(7)">this message</a></div>
 <div class="text">توضيح: أربعة أصيبوا.</div><div class="signature details">سلمى</div></div></div>"""
PICTURE = """<div class="message default clearfix joined" id="message9"><div class="body">
 <div class="pull_right date details" title="06.01.2022 12:32:05">12:32</div>
 <div class="media_wrap clearfix"><a class="photo_wrap clearfix pull_left" href="photos/p2.jpg">
  <img class="photo" src="photos/p2_thumb.jpg"/></a></div>
</div></div>"""


def export(folder: Path, *messages: str, name: str = "messages.html") -> Path:
    folder.mkdir(exist_ok=True)
    (folder / name).write_text(PAGE.format(messages="\n".join(messages)), encoding="utf-8")
    return folder / name


def read(path: Path) -> list[Arrival]:
    found = list(open_sources([str(path)]))
    for report in found:
        if isinstance(report, Incoming):
            assert report.original is not None
            kept = Kept(report.original, report.kind, report.encoding, report.id, report.metadata)
            assert text_again(kept) == report.text
    return found


def test_each_message_with_words_is_a_report_of_its_channel(tmp_path: Path) -> None:
    path = export(tmp_path / "ChatExport", SERVICE, FORWARDED, JOINED, PICTURE)
    first, second, note = read(path)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.id, first.outlet) == ("messages.html:7", "صوت الميناء")
    assert first.text == "قال المحافظ إن ثلاثة أصيبوا.\nولا قتلى & لا مفقودين."
    assert (first.published, first.published_from) == ("2022-01-06T12:30+06:00", "telegram")
    told = {name: value for name, value, _ in first.metadata}
    assert (told["relay"], told["forwarded_from"], told["forwarded_date"]) == ("بلدية الميناء",) * 2 + (
        "06.01.2022 11:00:00",
    )
    assert told["media_missing"] == "photos/p1.jpg"
    assert first.original is not None
    assert first.original in path.read_bytes()
    assert (second.text, second.published) == ("توضيح: أربعة أصيبوا.", "2022-01-06T12:31")
    told = {name: value for name, value, _ in second.metadata}
    assert (told["from"], told["author"], told["reply_to_message_id"]) == ("صوت الميناء", "سلمى", "7")
    assert isinstance(note, Noted)
    assert (note.reason, dict(note.details)) == ("without_words", {"count": "1"})


def test_a_message_that_joins_a_forwarded_one_carries_on_the_same_words(tmp_path: Path) -> None:
    joined = JOINED.replace('<div class="text">', '<div class="forwarded body"><div class="text">').replace(
        "</div></div></div>", "</div>" * 4
    )
    _, second = read(export(tmp_path / "ChatExport", FORWARDED, joined))
    assert isinstance(second, Incoming)
    assert ("relay", "بلدية الميناء", "telegram") in second.metadata


def test_an_export_with_its_pictures_and_pages_in_their_order(tmp_path: Path) -> None:
    folder = tmp_path / "ChatExport"
    export(folder, FORWARDED, PICTURE)
    for number in (10, 2):
        export(folder, JOINED.replace("message8", f"message{number}00"), name=f"messages{number}.html")
    for name in (
        "photos/p1.jpg",
        "photos/p1_thumb.jpg",
        "photos/p2.jpg",
        "photos/p2_thumb.jpg",
        "css/style.css",
        "photos/stray.jpg",
    ):
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_bytes(b"\xff\xd8\xff" + name.encode())
    found = read(folder)
    assert [each.id.rpartition("/")[2] for each in found if isinstance(each, Incoming)] == [
        "messages.html:7",
        "messages2.html:200",
        "messages10.html:1000",
    ]
    digest = hashlib.sha256((folder / "photos/p1.jpg").read_bytes()).hexdigest()
    assert isinstance(found[0], Incoming)
    assert ("media_sha256", f"{digest} photos/p1.jpg", "computed") in found[0].metadata
    assert [each.id for each in found if isinstance(each, Failed)] == ["ChatExport/photos/stray.jpg"]


def test_nothing_outside_the_export_is_hashed(tmp_path: Path) -> None:
    (tmp_path / "secret.txt").write_text("x", encoding="utf-8")
    outside = FORWARDED.replace("photos/p1.jpg", "../secret.txt")
    (found,) = read(export(tmp_path / "ChatExport", outside))
    assert isinstance(found, Incoming)
    assert ("media_missing", "../secret.txt", "telegram") in found.metadata


def test_the_json_of_an_export_tells_the_same(tmp_path: Path) -> None:
    message = {"id": 7, "type": "message", "date": "2022-01-06T12:30:05", "date_unixtime": "1641450605", "from": "صوت الميناء",
               "forwarded_from": "بلدية الميناء", "photo": "photos/p1.jpg", "text": "خبر."}  # fmt: skip
    (tmp_path / "photos").mkdir()
    (tmp_path / "photos" / "p1.jpg").write_bytes(b"\xff\xd8\xff")
    document = {"name": "صوت الميناء", "messages": [message]}
    (tmp_path / "result.json").write_text(json.dumps(document, ensure_ascii=False), encoding="utf-8")
    (found,) = read(tmp_path)
    assert isinstance(found, Incoming)
    told = {name: value for name, value, _ in found.metadata}
    assert (told["relay"], told["id"]) == ("بلدية الميناء", "7")
    assert told["media_sha256"].endswith(" photos/p1.jpg")


def test_an_export_without_words_says_so(tmp_path: Path) -> None:
    (found,) = read(export(tmp_path / "ChatExport", SERVICE, PICTURE))
    assert isinstance(found, Failed)
    assert found.reason == "no_messages"
