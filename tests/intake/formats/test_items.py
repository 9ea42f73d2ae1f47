"""News items (ninjs), what archivers wrote, saved pages, pictures with their words, and archives of all of them."""

from __future__ import annotations

import hashlib
import io
import json
import os
import zipfile
from pathlib import Path
from typing import Any

import pytest

from khabar.intake import Arrival, Failed, Incoming, Kept, Noted, Opening, archive, open_sources, text_again

WORDS = "قال المحافظ إن ثلاثة أصيبوا في حريق بالميناء صباح اليوم."


def read(path: Path, **said: Any) -> list[Arrival]:
    found = list(open_sources([str(path)], None, None, Opening(**said)))
    for report in found:
        if isinstance(report, Incoming):
            assert report.original is not None
            kept = Kept(report.original, report.kind, report.encoding, report.id, report.metadata)
            assert text_again(kept) == report.text
    return found


def one(path: Path, **said: Any) -> Incoming:
    (found,) = (each for each in read(path, **said) if not isinstance(each, Noted))
    assert isinstance(found, Incoming), found
    return found


def failure(path: Path, **said: Any) -> Failed:
    (found,) = read(path, **said)
    assert isinstance(found, Failed), found
    return found


def write(path: Path, value: object) -> Path:
    path.write_text(json.dumps(value, ensure_ascii=False), encoding="utf-8")
    return path


# ---------------------------------------------------------------- ninjs

THREE: dict[str, Any] = {
    "uri": "https://agency.example/item/1", "standard": {"name": "ninjs", "version": "3.0"}, "language": "ar-KZ",
    "versionCreated": "2022-01-06T12:30:00+06:00", "contentCreated": "2022-01-06T12:00:00+06:00", "pubStatus": "usable",
    "headlines": [{"role": "slug", "value": "x"}, {"role": "main", "value": "حريق في الميناء"}],
    "bodies": [{"role": "main", "contentType": "text/html", "value": f"<p>{WORDS}</p><script>x()</script><p>ولا قتلى.</p>"}],
    "infoSources": [{"name": "وكالة الميناء"}], "bylines": [{"value": "سلمى"}],
}  # fmt: skip
TWO = {
    "uri": "urn:item:2",
    "versioncreated": "2022-01-06T12:30:00Z",
    "headlines": [{"value": "Fire"}],
    "copyrightholder": "Harbour News",
    "bodies": [{"contenttype": "text/plain", "value": "Three were hurt."}],
}
ONE = {
    "uri": "urn:item:1",
    "versioncreated": "2022-01-06T12:30:00Z",
    "headline": "Fire",
    "body_text": "Three were hurt.",
    "source": "HN",
}


def test_an_item_of_version_three(tmp_path: Path) -> None:
    report = one(write(tmp_path / "a.json", THREE))
    assert report.text == f"حريق في الميناء\n{WORDS}\nولا قتلى."
    assert (report.id, report.url) == (THREE["uri"], THREE["uri"])
    assert (report.title, report.outlet, report.language) == ("حريق في الميناء", "وكالة الميناء", "ar")
    assert (report.published, report.published_from) == ("2022-01-06T12:00+06:00", "ninjs contentcreated")
    assert {("author", "سلمى", "ninjs"), ("pubstatus", "usable", "ninjs")} <= set(report.metadata)


@pytest.mark.parametrize(("item", "outlet"), [(TWO, "Harbour News"), (ONE, "HN")])
def test_items_of_older_versions(tmp_path: Path, item: dict[str, Any], outlet: str) -> None:
    report = one(write(tmp_path / "a.json", item))
    assert (report.text, report.outlet, report.published) == (
        "Fire\nThree were hurt.",
        outlet,
        "2022-01-06T12:30+00:00",
    )


def test_items_as_lines_and_as_an_array(tmp_path: Path) -> None:
    lines = [json.dumps(item, ensure_ascii=False) for item in (THREE, {"id": "own", "text": "plain"}, ONE)]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    assert [each.id for each in read(tmp_path / "a.jsonl")] == [THREE["uri"], "own", "urn:item:1"]
    empty = {"uri": "urn:item:9", "headlines": [], "bodies": [], "pubstatus": "canceled"}
    first, second, third = read(write(tmp_path / "a.json", [THREE, empty, TWO]))
    assert isinstance(first, Incoming)
    assert isinstance(second, Failed)
    assert (second.place, second.reason, dict(second.details)["status"]) == ("a.json:2", "item_blank", "canceled")
    assert isinstance(third, Incoming)


def test_a_withdrawn_item_is_marked(tmp_path: Path) -> None:
    assert "withdrawn" in one(write(tmp_path / "a.json", {**TWO, "pubstatus": "canceled"})).flags


# ---------------------------------------------------------------- auto-archiver


def archived(digest: str, status: str = "telegram_extractor: success") -> dict[str, Any]:
    told = {"_processed_at": "2022-01-07T10:00:00+00:00", "url": "https://post.example/1", "timestamp": "2022-01-06T09:00:00+00:00",
            "title": "منشور", "content": WORDS}  # fmt: skip
    media = {"filename": "tmp/p1.jpg", "key": "wadi/p1.jpg", "urls": ["https://store.example/p1.jpg"],
             "properties": {"hash": f"SHA-256:{digest}"}}  # fmt: skip
    return {"status": status, "metadata": told, "media": [media]}


def test_what_was_archived_with_the_hash_of_its_media(tmp_path: Path) -> None:
    (tmp_path / "p1.jpg").write_bytes(b"\xff\xd8\xff")
    digest = hashlib.sha256(b"\xff\xd8\xff").hexdigest()
    write(tmp_path / "a.json", archived(digest))
    report = one(tmp_path)  # the picture is the archive's own: nobody looks for a report in it
    assert (report.text, report.url, report.published) == (WORDS, "https://post.example/1", "2022-01-06T09:00+00:00")
    assert {
        ("archived", "2022-01-07T10:00+00:00", "auto-archiver"),
        ("media_hash", f"{digest} p1.jpg", "auto-archiver"),
        ("media_sha256", f"{digest} p1.jpg", "computed"),
        ("archive", "https://store.example/p1.jpg", "auto-archiver"),
    } <= set(report.metadata)


def test_moments_may_be_seconds_since_1970(tmp_path: Path) -> None:
    item = archived("0" * 64)
    item["metadata"] |= {"_processed_at": 1641549600.5, "timestamp": 1641459600}
    report = one(write(tmp_path / "a.json", item))
    assert report.published == "2022-01-06T09:00+00:00"
    assert ("archived", "2022-01-07T10:00+00:00", "auto-archiver") in report.metadata


def test_media_that_changed_since_is_marked(tmp_path: Path) -> None:
    (tmp_path / "p1.jpg").write_bytes(b"\xff\xd8\xff")
    report = one(write(tmp_path / "a.json", archived("0" * 64)))
    assert "media_changed" in report.flags
    assert "media_changed" in {name for name, _, _ in report.metadata}


def test_what_was_not_archived_is_a_failure(tmp_path: Path) -> None:
    assert failure(write(tmp_path / "a.json", archived("0" * 64, "nothing archived"))).reason == "not_archived"
    silent = archived("0" * 64)
    silent["metadata"] = {"url": "https://post.example/1", "_processed_at": "x"}
    assert failure(write(tmp_path / "b.json", silent)).reason == "archived_without_words"


# ---------------------------------------------------------------- saved pages

SAVED = f"""<!DOCTYPE html> <html lang="ar"><!--
 Page saved with SingleFile
 url: {{url}}
 saved date: Thu Jan 06 2022 12:30:00 GMT+0600 (Alma-Ata Time)
--><meta charset="utf-8"><title>حريق</title><script>document.write("كلمات لا يقولها أحد في هذه الصفحة.")</script>
<body onload="steal()"><article><p>{WORDS * 3}</p></article></body></html>"""


def test_a_page_saved_with_singlefile_says_where_it_stood_and_when(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(SAVED.format(url="https://wadi.example/a?x=1"), encoding="utf-8")
    report = one(tmp_path / "a.html")
    assert report.url == "https://wadi.example/a?x=1"
    assert ("saved", "2022-01-06T12:30+06:00", "singlefile") in report.metadata
    assert WORDS in report.text
    assert "لا يقولها أحد" not in report.text


def test_an_address_that_would_run_something_is_none(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(SAVED.format(url="javascript:alert(1)"), encoding="utf-8")
    report = one(tmp_path / "a.html")
    assert report.url is None
    assert not any("javascript" in value for _, value, _ in report.metadata)


def test_the_folder_that_a_browser_puts_beside_a_page_is_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(SAVED.format(url=""), encoding="utf-8")
    (tmp_path / "a_files").mkdir()
    (tmp_path / "a_files" / "style.css").write_text("p {}", encoding="utf-8")
    one(tmp_path)


# ---------------------------------------------------------------- pictures


def test_a_picture_with_its_typed_words(tmp_path: Path) -> None:
    picture, typed = tmp_path / "photo.jpg", tmp_path / "typed.txt"
    picture.write_bytes(b"\xff\xd8\xff" + os.urandom(50))
    typed.write_text(WORDS, encoding="cp1256")
    report = one(picture, transcript=str(typed), transcriber="سلمى")
    assert (report.text, report.kind, report.original) == (WORDS, "picture", picture.read_bytes())
    assert {("transcript", WORDS, "typed by سلمى"), ("transcriber", "سلمى", "given")} <= set(report.metadata)
    assert ("transcript_sha256", hashlib.sha256(typed.read_bytes()).hexdigest(), "computed") in report.metadata
    assert failure(picture).reason == "picture"
    assert failure(picture, transcript=str(tmp_path / "no.txt"), transcriber="x").reason == "no_transcript_file"
    typed.write_text(" \n", encoding="utf-8")
    assert failure(picture, transcript=str(typed), transcriber="x").reason == "transcript_blank"


# ---------------------------------------------------------------- documents of word processors

WORD = (
    '<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>'
    "<w:p><w:pPr><w:pStyle w:val='x'/></w:pPr><w:r><w:t>حريق في </w:t></w:r><w:r><w:t>الميناء</w:t></w:r></w:p>"
    "<w:p><w:r><w:t>قال المحافظ إن </w:t></w:r><w:del><w:r><w:delText>خمسة</w:delText></w:r></w:del>"
    "<w:ins><w:r><w:t>ثلاثة</w:t></w:r></w:ins><w:r><w:t> أصيبوا.</w:t><w:br/><w:t>ولا قتلى.</w:t></w:r></w:p>"
    "<w:p/><w:tbl><w:tr><w:tc><w:p><w:r><w:t>البلدة</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>الجرحى</w:t></w:r></w:p></w:tc>"
    "</w:tr></w:tbl></w:body></w:document>"
)
CORE = (
    '<c:coreProperties xmlns:c="urn:c" xmlns:dc="urn:dc" xmlns:t="urn:t"><dc:title>حريق</dc:title><dc:creator>سلمى</dc:creator>'
    "<t:created>2022-01-06T12:30:00Z</t:created></c:coreProperties>"
)
OPEN = (
    '<o:document-content xmlns:o="urn:o" xmlns:t="urn:t"><o:body><o:text><t:tracked-changes><t:p>gone</t:p></t:tracked-changes>'
    "<t:h>حريق في <t:span>الميناء</t:span></t:h>"
    "<t:p>قال المحافظ إن ثلاثة<t:s/>أصيبوا<t:note>1</t:note>.<t:line-break/>ولا قتلى.</t:p>"
    "<t:table><t:table-row><t:table-cell><t:p>البلدة</t:p></t:table-cell><t:table-cell><t:p>الجرحى</t:p></t:table-cell>"
    "</t:table-row></t:table></o:text></o:body></o:document-content>"
)
READ = "حريق في الميناء\nقال المحافظ إن ثلاثة أصيبوا.\nولا قتلى.\nالبلدة\tالجرحى"


@pytest.mark.parametrize(
    ("name", "files"),
    [
        ("a.docx", {"[Content_Types].xml": "<x/>", "word/document.xml": WORD, "docProps/core.xml": CORE}),
        ("a.odt", {"mimetype": "x", "content.xml": OPEN, "meta.xml": CORE.replace("creator", "initial-creator")}),
    ],
)
def test_documents_of_word_processors(tmp_path: Path, name: str, files: dict[str, bytes | str]) -> None:
    report = one(packed(tmp_path / name, files))
    assert (report.text, report.title, report.published) == (READ, "حريق", None)
    assert {("author", "سلمى", "document"), ("created", "2022-01-06T12:30+00:00", "document")} <= set(report.metadata)


@pytest.mark.parametrize("xml", ["<a", "", '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><a><p>&x;</p></a>'])
def test_damaged_and_hostile_documents_are_failures(tmp_path: Path, xml: str) -> None:
    assert failure(packed(tmp_path / "a.docx", {"word/document.xml": xml})).code in ("not_text", "empty")
    (tmp_path / "b.docx").write_bytes(b"PK\x03\x04 and nothing")
    assert failure(tmp_path / "b.docx").reason == "document_damaged"


# ---------------------------------------------------------------- archives


def packed(path: Path, files: dict[str, bytes | str], how: int = zipfile.ZIP_DEFLATED) -> Path:
    with zipfile.ZipFile(path, "w", how) as made:
        for name, data in files.items():
            made.writestr(name, data)
    return path


def test_an_archive_is_read_as_a_folder(tmp_path: Path) -> None:
    inner = io.BytesIO()
    with zipfile.ZipFile(inner, "w") as made:
        made.writestr("c.txt", "third")
    files: dict[str, bytes | str] = {
        "b10.txt": "second",
        "b2.txt": WORDS,
        "__MACOSX/b2.txt": "x",
        ".hidden": "x",
        "z.zip": inner.getvalue(),
        "x.mp4": "x",
        "../../up.txt": "outside",
    }
    found = read(packed(tmp_path / "a.zip", files))
    assert [(each.id, each.text) for each in found if isinstance(each, Incoming)] == [
        ("a.zip/../../up.txt", "outside"), ("a.zip/b2.txt", WORDS), ("a.zip/b10.txt", "second"), ("a.zip/z.zip/c.txt", "third"),
    ]  # fmt: skip
    assert [(each.id, each.reason) for each in found if isinstance(each, Failed)] == [("a.zip/x.mp4", "unknown_file")]
    digest = hashlib.sha256((tmp_path / "a.zip").read_bytes()).hexdigest()
    assert isinstance(found[0], Incoming)
    assert ("packed_in", f"{digest} a.zip", "computed") in found[0].metadata


def test_archives_without_end_are_not_opened(tmp_path: Path) -> None:
    data: bytes | str = "the end"
    for depth in range(4):
        packed(tmp_path / f"{depth}.zip", {"a.zip" if depth else "a.txt": data})
        data = (tmp_path / f"{depth}.zip").read_bytes()
    (found,) = read(tmp_path / "3.zip")
    assert isinstance(found, Failed)
    assert found.reason == "archive_too_deep"


def test_a_bomb_is_stopped_where_it_begins_to_grow(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    big = b"0" * (20 << 20)
    path = packed(tmp_path / "a.zip", {"a.txt": big, "b.txt": WORDS})
    bomb, good = read(path)
    assert isinstance(bomb, Failed)
    assert (bomb.id, bomb.reason) == ("a.zip/a.txt", "unpacks_beyond")
    assert isinstance(good, Incoming)
    monkeypatch.setattr(archive, "MOST_UNPACKED", 1000)
    assert isinstance(
        read(packed(tmp_path / "b.zip", {f"{n}.txt": os.urandom(200).hex() for n in range(20)}))[-1], Failed
    )


@pytest.mark.parametrize("damage", [b"PK\x03\x04 nothing", b"PK\x05\x06", b"PK\x03\x04" + b"\0" * 100])
def test_damaged_archives_are_failures(tmp_path: Path, damage: bytes) -> None:
    (tmp_path / "a.zip").write_bytes(damage)
    assert failure(tmp_path / "a.zip").code in ("not_text", "empty")


def test_office_documents_and_locked_files_say_what_to_do(tmp_path: Path) -> None:
    assert (
        failure(packed(tmp_path / "a.pptx", {"[Content_Types].xml": "<x/>", "ppt/slides/slide1.xml": "<x/>"})).reason
        == "signature.zip"
    )
    path = packed(tmp_path / "b.zip", {"a.txt": WORDS}, zipfile.ZIP_STORED)
    data = bytearray(path.read_bytes())
    for mark, offset in ((b"PK\x03\x04", 6), (b"PK\x01\x02", 8)):
        data[data.index(mark) + offset] |= 1
    path.write_bytes(bytes(data))
    assert failure(path).reason == "zip_locked"
