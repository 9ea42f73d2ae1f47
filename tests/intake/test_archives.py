"""WARC files and WACZ packages, written here by another library: each archived page is a report in its own bytes."""

from __future__ import annotations

import gzip
import hashlib
import io
import json
import zipfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from warcio.statusandheaders import StatusAndHeaders
from warcio.warcwriter import WARCWriter

from khabar.intake import Failed, Incoming, Kept, open_sources, text_again
from khabar.intake.formats.archives.records import agrees, record_of
from khabar.intake.incoming import Arrival, Noted
from web_site import article

WORDS = "أغلقت البلدية الجسر فجر الجمعة بعد ارتفاع النهر، وقال رئيسها إن ثلاثة أصيبوا."
PAGE = article("إغلاق الجسر", WORDS)
BRIDGE = "https://sada.example/bridge"


class Recorder:
    """Writes a WARC file."""

    def __init__(self, *, packed: bool = True) -> None:
        self.out = io.BytesIO()
        self.writer = WARCWriter(self.out, gzip=packed)

    def page(self, url: str, body: bytes, /, status: str = "200 OK", kind: str = "text/html", **fields: str) -> Any:
        """A response, and the request for it."""
        headers = [("Content-Type", kind), *((name.replace("_", "-"), value) for name, value in fields.items())]
        http = StatusAndHeaders(status, headers, protocol="HTTP/1.1")
        record = self.writer.create_warc_record(
            url,
            "response",
            payload=io.BytesIO(body),
            http_headers=http,
            warc_headers_dict={"WARC-Date": "2022-01-07T09:00:00Z"},
        )
        asked = StatusAndHeaders("GET / HTTP/1.1", [("Host", "sada.example")], is_http_request=True)
        self.writer.write_request_response_pair(
            self.writer.create_warc_record(url, "request", http_headers=asked), record
        )
        return record

    def revisit(self, url: str, digest: str, **fields: str) -> None:
        """A later visit that found the same."""
        http = StatusAndHeaders("200 OK", [("Content-Type", "text/html")], protocol="HTTP/1.1")
        record = self.writer.create_revisit_record(url, digest, BRIDGE, "2022-01-07T09:00:00Z", http_headers=http)
        record.rec_headers.replace_header("WARC-Date", "2022-01-09T10:00:00Z")
        self.writer.write_record(record)

    def file(self, path: Path) -> Path:
        """The file."""
        path.write_bytes(self.out.getvalue())
        return path


def opened(path: Path) -> list[Arrival]:
    return list(open_sources([str(path)]))


def reports(path: Path) -> list[Incoming]:
    return [each for each in opened(path) if isinstance(each, Incoming)]


def again(report: Incoming) -> str | None:
    assert report.original is not None
    return text_again(Kept(report.original, report.kind, report.encoding))


@pytest.mark.parametrize("packed", [True, False])
def test_each_page_is_a_report_in_the_bytes_of_its_record(tmp_path: Path, packed: bool) -> None:
    written = Recorder(packed=packed)
    record = written.page(BRIDGE, PAGE)
    written.page(
        "https://sada.example/plain", "قتل شخصان في المرفأ.".encode("cp1256"), kind="text/plain; charset=windows-1256"
    )
    written.page("https://sada.example/p.png", b"\x89PNG", kind="image/png")
    written.page("https://sada.example/old", b"", status="301 Moved", Location="/bridge")
    written.page("https://sada.example/robots.txt", b"User-agent: *", kind="text/plain")
    path = written.file(tmp_path / ("a.warc.gz" if packed else "a.warc"))
    first, second, note = opened(path)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    identity = record.rec_headers.get_header("WARC-Record-ID").strip("<>").removeprefix("urn:uuid:")
    assert (first.id, first.kind, first.url) == (f"{path.name}:{identity}", "warc", BRIDGE)
    assert first.text == f"إغلاق الجسر\n{WORDS}"
    assert first.original is not None
    assert first.original in (gzip.decompress(path.read_bytes()) if packed else path.read_bytes())
    assert first.original.startswith(b"WARC/1.0\r\n")
    assert first.original.endswith(PAGE)
    assert first.sha256 == hashlib.sha256(first.original).hexdigest()
    for told in (("fetched_at", "2022-01-07T09:00:00Z"), ("address", BRIDGE), ("record", identity), ("status", "200")):
        assert (*told, "warc") in first.metadata
    assert (second.text, second.encoding) == ("قتل شخصان في المرفأ.", "cp1256")
    assert again(first) == first.text
    assert again(second) == second.text
    assert isinstance(note, Noted)
    assert (note.reason, dict(note.details)) == ("archive_passed_over", {"pages": "0", "others": "8"})


@pytest.mark.parametrize(
    ("coding", "body"),
    [("gzip", gzip.compress(PAGE)), ("gzip", PAGE), ("br", PAGE), ("deflate", PAGE)],
)
def test_bodies_are_unpacked_or_taken_as_the_browser_left_them(tmp_path: Path, coding: str, body: bytes) -> None:
    written = Recorder()
    written.page(BRIDGE, body, Content_Encoding=coding)
    (report,) = reports(written.file(tmp_path / "a.warc.gz"))
    assert report.text == f"إغلاق الجسر\n{WORDS}"
    assert report.flags == ()
    assert again(report) == report.text


@pytest.mark.parametrize("chunked", [True, False])
def test_chunks_are_put_together_where_the_archive_kept_them(tmp_path: Path, chunked: bool) -> None:
    body = b"".join(b"%x;n=1\r\n%b\r\n" % (len(piece), piece) for piece in (PAGE[:50], PAGE[50:])) + b"0\r\n\r\n"
    written = Recorder()
    written.page(BRIDGE, body if chunked else PAGE, Transfer_Encoding="chunked")
    (report,) = reports(written.file(tmp_path / "a.warc.gz"))
    assert report.text == f"إغلاق الجسر\n{WORDS}"
    assert report.flags == ()


def test_what_cannot_be_unpacked_is_told(tmp_path: Path) -> None:
    written = Recorder()
    written.page(BRIDGE, b"\x0b\x02\x80nothing", Content_Encoding="br")
    written.page(BRIDGE, gzip.compress(b" " * 100_000_000), Content_Encoding="gzip")
    found = opened(written.file(tmp_path / "a.warc.gz"))
    assert [each.reason for each in found if isinstance(each, Failed)] == ["coding_unknown", "unpacks_too_large"]


def test_digests_are_held_against_the_bytes(tmp_path: Path) -> None:
    written = Recorder(packed=False)
    written.page(BRIDGE, PAGE)
    data = written.out.getvalue()
    path = tmp_path / "a.warc"
    path.write_bytes(data.replace("فجر".encode(), "عصر".encode()))
    found = [each for each in opened(path) if isinstance(each, Failed)]
    assert [each.reason for each in found] == ["archive.digest_differs"]
    path.write_bytes(b"\r\n".join(line for line in data.replace("فجر".encode(), "عصر".encode()).split(b"\r\n")
                                  if not line.startswith(b"WARC-Block-Digest")))  # fmt: skip
    (report,) = reports(path)
    assert report.flags == ("payload_digest_differs",)


def test_digests_in_every_way_of_writing() -> None:
    assert agrees("sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ", b"", b"x") is True
    assert agrees("sha-256:" + hashlib.sha256(b"x").hexdigest().upper(), b"x") is True
    assert agrees("md5:" + hashlib.md5(b"x", usedforsecurity=False).hexdigest(), b"y") is False
    for untold in ("", "sha1", "blake3:00"):
        assert agrees(untold, b"x") is None


def test_a_later_visit_that_found_the_same_is_one_more_sighting(tmp_path: Path) -> None:
    written = Recorder()
    record = written.page(BRIDGE, PAGE)
    digest = record.rec_headers.get_header("WARC-Payload-Digest")
    written.revisit(BRIDGE, digest)
    written.revisit("https://sada.example/other", "sha1:AAAA")
    path = written.file(tmp_path / "a.warc.gz")
    first, elsewhere, second, _ = opened(path)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert isinstance(elsewhere, Noted)
    assert (second.original, second.text) == (first.original, first.text)
    assert second.id != first.id
    assert ("fetched_at", "2022-01-09T10:00:00Z", "warc") in second.metadata
    assert ("fetched_at", "2022-01-07T09:00:00Z", "warc") not in second.metadata
    assert ("same_as", first.id.partition(":")[2], "warc") in second.metadata


def test_what_comes_in_a_stream_is_read_once(tmp_path: Path) -> None:
    written = Recorder()
    record = written.page(BRIDGE, PAGE)
    written.revisit(BRIDGE, record.rec_headers.get_header("WARC-Payload-Digest"))
    page, note, _ = open_sources(["-"], io.BytesIO(written.out.getvalue()))
    assert isinstance(page, Incoming)
    assert isinstance(note, Noted)
    assert note.reason == "revisit_elsewhere"


def test_giant_records_are_told_where_they_are_pages(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("khabar.intake.formats.archives.walking.MOST_BYTES", 1000)
    written = Recorder()
    written.page(BRIDGE, PAGE * 3)
    written.page("https://sada.example/film", b"x" * 300_000, kind="video/mp4")
    written.page("https://sada.example/plain", "قتل شخصان.".encode(), kind="text/plain")
    failed, page, note = opened(written.file(tmp_path / "a.warc.gz"))
    assert isinstance(failed, Failed)
    assert failed.reason == "archive.record_too_large"
    assert isinstance(page, Incoming)
    assert isinstance(note, Noted)
    assert dict(note.details)["others"] == "4"


def test_bad_records_are_told_and_the_rest_is_read(tmp_path: Path) -> None:
    written = Recorder(packed=False)
    for number in range(3):
        written.page(f"{BRIDGE}/{number}", article(f"الجسر {number}", WORDS))
    data = written.out.getvalue()
    begin = data.index(b"WARC/1.0", data.index("الجسر 0".encode()))
    broken = data[:begin] + b"garbage\r\nmore garbage\r\n\r\n" + data[begin:]
    path = tmp_path / "a.warc"
    path.write_bytes(broken)
    found = opened(path)
    (failed,) = [each for each in found if isinstance(each, Failed)]
    assert (failed.code, failed.reason, failed.place) == ("not_text", "archive.no_record", f"a.warc, byte {begin}")
    assert len(reports(path)) == 3
    path.write_bytes(data.replace(b"Content-Length: ", b"Content-Length: x", 1))
    assert next(each.reason for each in opened(path) if isinstance(each, Failed)) == "archive.no_length"
    path.write_bytes(data[:-100])
    assert [each.reason for each in opened(path) if isinstance(each, Failed)] == ["archive.cut_off"]
    path.write_bytes(b"WARC/1.0\r\n" + b"x: y\r\n" * 100_000)
    assert next(each.reason for each in opened(path) if isinstance(each, Failed)) == "archive.fields_unending"


def test_a_packed_file_that_is_cut_off_gives_what_it_holds(tmp_path: Path) -> None:
    written = Recorder()
    for number in range(5):
        written.page(f"{BRIDGE}/{number}", article(f"الجسر {number}", WORDS))
    path = tmp_path / "a.warc.gz"
    path.write_bytes(written.out.getvalue()[:-900])
    found = opened(path)
    assert sum(isinstance(each, Incoming) for each in found) == 4
    assert [each.reason for each in found if isinstance(each, Failed)] == ["damaged"]
    path.write_bytes(gzip.compress(gzip.decompress(written.out.getvalue())))  # packed as a whole
    assert len(reports(path)) == 5


@example(b"\x00", 363, False)  # a line end of the fields that is none
@given(st.binary(max_size=400), st.integers(0, 1500), st.booleans())
def test_no_archive_raises_anything(noise: bytes, at: int, instead: bool) -> None:
    written = Recorder(packed=False)
    written.page(BRIDGE, PAGE)
    data = written.out.getvalue()
    broken = data[:at] + noise + data[at + (len(noise) if instead else 0) :]
    stdin = io.BytesIO(b"WARC/1.0\r\n" + broken)
    for each in open_sources(["-"], stdin):
        assert not isinstance(each, Incoming) or again(each) == each.text


def test_records_are_cut_at_their_blank_line() -> None:
    folded = record_of(b"WARC/1.1\r\nWARC-Type: response\r\n folded\r\nWARC-Type: x\r\n\r\nblock\r\n\r\nmore")
    assert folded is not None
    assert (folded.type, folded.block) == ("response folded", b"block\r\n\r\nmore")
    assert record_of(b"WARC/1.0\nContent-Length: 1\n\nx").block == b"x"  # type: ignore[union-attr]
    assert record_of(b"nothing\r\n\r\nx") is None
    assert record_of(b"") is None


# ---------------------------------------------------------------- WACZ


def package(path: Path, warc: bytes, pages: list[dict[str, str]] | None = None, **changed: bytes) -> Path:
    """A package; `changed` are files put in after their digests were taken."""
    listed = b"\n".join(json.dumps(page).encode() for page in [{"format": "json-pages-1.0"}, *(pages or [])])
    files = {"archive/data.warc.gz": warc, "pages/pages.jsonl": listed}
    resources = [
        {"name": name, "path": name, "hash": f"sha256:{hashlib.sha256(data).hexdigest()}", "bytes": len(data)}
        for name, data in files.items()
    ]
    description = json.dumps({"profile": "data-package", "wacz_version": "1.1.1", "resources": resources}).encode()
    files["datapackage.json"] = description
    files["datapackage-digest.json"] = json.dumps(
        {"path": "datapackage.json", "hash": f"sha256:{hashlib.sha256(description).hexdigest()}"}
    ).encode()
    with zipfile.ZipFile(path, "w") as made:
        for name, data in (files | {name.replace("__", "/"): data for name, data in changed.items()}).items():
            made.writestr(name, data)
    return path


def recorded() -> Recorder:
    written = Recorder()
    written.page(BRIDGE, PAGE)
    written.page("https://sada.example/frame", b"<html><body><a href='/'>x</a></body></html>")
    return written


def test_a_package_gives_the_pages_of_its_archives_with_the_titles_of_its_list(tmp_path: Path) -> None:
    body = article("x", WORDS).replace(b"<title>x</title>", b"").replace(b"<h1>x</h1>", b"")
    written = recorded()
    written.page("https://sada.example/2", body)
    pages = [{"url": "https://sada.example/2", "title": "عنوان القائمة", "ts": "2022-01-07T09:00:00Z"}]
    path = package(tmp_path / "a.wacz", written.out.getvalue(), pages)
    first, second, note = opened(path)
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert first.id.startswith("a.wacz/archive/data.warc.gz:")
    assert (second.title, second.text) == ("عنوان القائمة", WORDS)
    assert ("title", "عنوان القائمة", "wacz") in second.metadata
    assert again(second) == second.text
    assert isinstance(note, Noted)
    assert dict(note.details)["pages"] == "1"


def test_a_listed_page_without_an_article_is_a_failure(tmp_path: Path) -> None:
    path = package(
        tmp_path / "a.wacz", recorded().out.getvalue(), [{"url": "https://sada.example/frame", "title": "x"}]
    )
    assert [each.reason for each in opened(path) if isinstance(each, Failed)] == ["no_article"]


def test_files_that_are_not_those_that_were_packed_are_refused(tmp_path: Path) -> None:
    other = Recorder()
    other.page(BRIDGE, PAGE.replace("ثلاثة".encode(), "عشرة".encode()))
    path = package(tmp_path / "a.wacz", recorded().out.getvalue(), archive__data__warc=b"")
    with zipfile.ZipFile(path) as made:
        files = {name: made.read(name) for name in made.namelist()}
    for name, data in (("archive/data.warc.gz", other.out.getvalue()), ("datapackage.json", b'{"resources": []}')):
        with zipfile.ZipFile(path, "w") as made:
            for known, was in files.items():
                made.writestr(known, data if known == name else was)
        found = opened(path)
        assert [each.reason for each in found if isinstance(each, Failed)] == ["archive.digest_differs"]
        assert not [each for each in found if isinstance(each, Incoming)]


def test_packages_that_are_none_are_told(tmp_path: Path) -> None:
    path = tmp_path / "a.wacz"
    with zipfile.ZipFile(path, "w") as made:
        made.writestr("readme.txt", "x")
    assert [each.reason for each in opened(path) if isinstance(each, Failed)] == ["archive.no_archive"]
    good = package(path, recorded().out.getvalue()).read_bytes()
    path.write_bytes(good[: len(good) // 2])
    assert [each.reason for each in opened(path) if isinstance(each, Failed)] == ["damaged"]
    path.write_bytes(good.replace(b"pages/pages.jsonl", b"pages/../../../x!"))
    assert all(isinstance(each, Arrival) for each in opened(path))
