"""Fetching from a site on this machine: redirects, limits, packed bodies, hostile servers; the answer kept as it came."""

from __future__ import annotations

import gzip
import socket
import time
import zlib
from contextlib import suppress
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.intake import Failed, Incoming, Kept, Web, open_sources, text_again
from khabar.intake.incoming import IntakeError
from khabar.intake.unpacking import codings, unpacked
from khabar.intake.web import Limits
from web_site import Answer, Site, article, html

PAGE = article("إغلاق الجسر", "أغلقت البلدية الجسر فجر الجمعة بعد ارتفاع النهر.", "وقال رئيسها إن ثلاثة أصيبوا.")
PUBLIC, INSIDE = "93.184.216.34", "10.0.0.7"


def near(**limits: Any) -> Web:
    return Web(allow_private=True, pause=0, limits=Limits(**limits))


def one(address: str, web: Web | None = None) -> Incoming | Failed:
    (found,) = open_sources([address], web=web or near())
    return found


def why(address: str, web: Web | None = None) -> str:
    found = one(address, web)
    assert isinstance(found, Failed), found
    return found.reason


class Names:
    """A resolver whose answers change, and a network in which every number leads to the site."""

    def __init__(self, site: Site, **answers: list[list[str]]) -> None:
        self.site, self.answers = site, {name.replace("_", "."): told for name, told in answers.items()}
        self.asked: list[str] = []
        self.dialled: list[str] = []

    def resolve(self, host: str, port: int) -> list[str]:
        self.asked.append(host)
        told = self.answers[host]
        return told.pop(0) if len(told) > 1 else told[0]

    def dial(self, number: str, port: int, seconds: float) -> socket.socket:
        self.dialled.append(number)
        return socket.create_connection(("127.0.0.1", self.site.port), seconds)

    def web(self, **more: Any) -> Web:
        return Web(pause=0, resolve=self.resolve, dial=self.dial, **more)


# ---------------------------------------------------------------- the guard at work


def test_nothing_inside_is_fetched_unless_allowed(site: Site) -> None:
    site.paths["/a"] = html(PAGE)
    found = one(f"{site.address}/a", Web(pause=0))
    assert isinstance(found, Failed)
    assert (found.code, found.reason) == ("fetch_failed", "private_address")
    assert site.asked == []
    assert isinstance(one(f"{site.address}/a"), Incoming)


@pytest.mark.parametrize(
    "inside", ["http://127.0.0.1/a", "http://2130706433/a", "http://[::ffff:7f00:1]/a", "http://router.example/a"]
)
def test_a_redirect_inside_is_refused(site: Site, inside: str) -> None:
    site.paths["/go"] = (302, {"Location": inside}, b"")
    names = Names(site, news_example=[[PUBLIC]], router_example=[[INSIDE]])
    assert why("http://news.example/go", names.web()) == "private_address"
    assert names.dialled == [PUBLIC]
    assert site.count("/a") == 0


def test_a_name_is_asked_for_once_and_the_number_that_was_looked_at_is_dialled(site: Site) -> None:
    site.paths["/a"] = html(PAGE)
    names = Names(site, news_example=[[PUBLIC], [INSIDE]])
    assert isinstance(one("http://news.example/a", names.web()), Incoming)
    assert (names.asked, names.dialled) == (["news.example"], [PUBLIC])
    assert site.asked[0][1]["Host"] == "news.example"
    assert why("http://news.example/a", names.web()) == "private_address"  # rebound meanwhile
    assert names.dialled == [PUBLIC]


def test_a_second_number_is_tried_where_the_first_does_not_answer(site: Site) -> None:
    site.paths["/a"] = html(PAGE)
    names = Names(site, news_example=[["1.1.1.1", PUBLIC]])

    def dial(number: str, port: int, seconds: float) -> socket.socket:
        if number == "1.1.1.1":
            raise ConnectionRefusedError(111, "Connection refused")
        return names.dial(number, port, seconds)

    assert isinstance(one("http://news.example/a", Web(pause=0, resolve=names.resolve, dial=dial)), Incoming)


def test_through_a_proxy_of_the_person_names_are_its_own_and_numbers_are_still_looked_at(
    site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("no_proxy", "")
    monkeypatch.setenv("http_proxy", site.address)
    site.paths["http://news.example/a"] = html(PAGE)
    found = one("http://news.example/a", Web(pause=0))
    assert isinstance(found, Incoming)
    assert found.url == "http://news.example/a"
    assert why("http://127.1/a", Web(pause=0)) == "private_address"


# ---------------------------------------------------------------- redirects


def test_redirects_are_followed_and_kept(site: Site) -> None:
    site.paths["/1"] = (301, {"Location": "/2"}, b"")
    site.paths["/2"] = (307, {"Location": f"{site.address}/3?x=1"}, b"")
    site.paths["/3?x=1"] = html(PAGE, ETag='"v1"', Set_Cookie="id=1", X_Note="أ".encode().decode("latin-1"))
    found = one(f"{site.address}/1")
    assert isinstance(found, Incoming)
    told = [(field, value) for field, value, provenance in found.metadata if provenance == "http"]
    assert told[1:5] == [
        ("status", "200"),
        ("redirect", f"301 {site.address}/2"),
        ("redirect", f"307 {site.address}/3?x=1"),
        ("address", f"{site.address}/3?x=1"),
    ]
    assert told[0][0] == "fetched_at"
    assert ("header", 'ETag: "v1"') in told
    assert ("header", "X-Note: أ") in told
    assert not [value for _, value in told if "id=1" in value]
    assert (found.id, found.url) == (f"{site.address}/1", f"{site.address}/3?x=1")


def test_circles_long_ways_and_other_schemes_end(site: Site) -> None:
    site.paths["/a"] = (302, {"Location": "/b"}, b"")
    site.paths["/b"] = (302, {"Location": "/a"}, b"")
    site.paths["/self"] = (302, {"Location": ""}, b"")
    site.paths["/file"] = (302, {"Location": "file:///etc/hostname"}, b"")
    site.paths["/nowhere"] = (302, {}, b"")
    site.paths |= {f"/n{n}": (302, {"Location": f"/n{n + 1}"}, b"") for n in range(20)}
    assert why(f"{site.address}/a") == "redirect_loop"
    assert why(f"{site.address}/self") == "redirect_loop"
    assert why(f"{site.address}/n0") == "too_many_redirects"
    assert site.count("/n11") == 0
    assert why(f"{site.address}/file") == "other_scheme"
    assert why(f"{site.address}/nowhere") == "answered"


# ---------------------------------------------------------------- bodies


@pytest.mark.parametrize("coding", ["gzip", "x-gzip", "deflate", "raw", "gzip, gzip", "identity"])
def test_a_packed_page_is_kept_as_it_came_and_read_again(site: Site, coding: str) -> None:
    raw = zlib.compressobj(9, zlib.DEFLATED, -15)
    sent = {
        "gzip": gzip.compress(PAGE) + b"\0\0padding",
        "x-gzip": gzip.compress(PAGE[:99]) + gzip.compress(PAGE[99:]),
        "deflate": zlib.compress(PAGE),
        "raw": raw.compress(PAGE) + raw.flush(),
        "gzip, gzip": gzip.compress(gzip.compress(PAGE)),
        "identity": PAGE,
    }[coding]
    site.paths["/a"] = html(sent, Content_Encoding=coding.replace("raw", "deflate"))
    found = one(f"{site.address}/a")
    assert isinstance(found, Incoming), found
    assert found.original == sent
    assert found.text.startswith("إغلاق الجسر\nأغلقت")
    assert text_again(Kept(sent, found.kind, found.encoding)) == found.text
    if coding != "identity":
        assert text_again(Kept(sent[:-20], found.kind, found.encoding)) in (None, found.text)
        assert text_again(Kept(b"nothing packed", found.kind, found.encoding)) is None


def test_bombs_are_refused_before_they_grow(site: Site) -> None:
    bomb = gzip.compress(b"\0" * 80_000_000)
    site.paths["/one"] = html(bomb, Content_Encoding="gzip")
    site.paths["/two"] = html(gzip.compress(bomb), Content_Encoding="gzip, gzip")
    site.paths["/many"] = html(gzip.compress(b" " * 1_000_000) * 30, Content_Encoding="gzip")
    site.paths["/deep"] = html(PAGE, Content_Encoding="gzip, gzip, gzip")
    site.paths["/br"] = html(PAGE, Content_Encoding="br")
    for path in ("/one", "/two", "/many"):
        assert why(site.address + path) == "unpacks_too_large"
    assert why(f"{site.address}/deep") == "coding_unknown"
    assert why(f"{site.address}/br") == "coding_unknown"


@given(st.binary(max_size=300), st.sampled_from(["gzip", "deflate"]), st.integers(0, 400))
def test_unpacking_gives_the_bytes_or_an_error_and_never_more_than_the_limit(
    data: bytes, coding: str, limit: int
) -> None:
    packed = gzip.compress(data) if coding == "gzip" else zlib.compress(data)
    if len(data) <= limit:
        assert unpacked(packed, codings(coding), limit) == data
    else:
        with pytest.raises(IntakeError, match="unpacks_too_large"):
            unpacked(packed, codings(coding), limit)


@given(st.binary(max_size=60), st.sampled_from([("gzip",), ("deflate",), ("gzip", "deflate")]))
def test_bytes_that_are_not_packed_raise_nothing_else(data: bytes, applied: tuple[str, ...]) -> None:
    with suppress(IntakeError):
        assert len(unpacked(data, applied, 1000)) <= 1000


def test_large_bodies_are_refused_by_their_length_or_while_they_come(site: Site) -> None:
    def endless(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", "text/html")
        handler.end_headers()
        while not site.closing.is_set():
            handler.wfile.write(b"word " * 1000)

    def promised(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", "9" * 30)
        handler.end_headers()
        site.closing.wait(5)

    site.paths |= {"/endless": endless, "/promised": promised}
    assert why(f"{site.address}/endless", near(size=1 << 20)) == "page_too_large"
    assert why(f"{site.address}/promised") == "page_too_large"


def test_chunks_are_put_together_and_a_cut_off_body_is_no_page(site: Site) -> None:
    def chunked(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Transfer-Encoding", "chunked")
        handler.end_headers()
        for at in range(0, len(PAGE), 50):
            piece = PAGE[at : at + 50]
            handler.wfile.write(b"%x\r\n%b\r\n" % (len(piece), piece))
        if handler.path == "/chunked":
            handler.wfile.write(b"0\r\n\r\n")

    def cut(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Length", str(len(PAGE)))
        handler.end_headers()
        handler.wfile.write(PAGE[:-30])

    site.paths |= {"/chunked": chunked, "/cut_chunks": chunked, "/cut": cut}
    found = one(f"{site.address}/chunked")
    assert isinstance(found, Incoming)
    assert found.original == PAGE
    assert why(f"{site.address}/cut_chunks") == "not_received"
    assert why(f"{site.address}/cut") == "not_received"


@pytest.mark.parametrize(
    "kind", ["image/png", "video/mp4", "font/woff2", "text/css", "image/svg+xml", "text/javascript"]
)
def test_other_kinds_are_refused_unread(site: Site, kind: str) -> None:
    def sends(handler: Any) -> None:
        handler.send_response(200)
        handler.send_header("Content-Type", kind)
        handler.end_headers()
        site.closing.wait(5)

    site.paths["/a"] = sends
    found = one(f"{site.address}/a")
    assert isinstance(found, Failed)
    assert (found.code, found.reason, dict(found.details)) == ("unsupported", "media_type", {"type": kind})


def test_a_page_without_a_type_is_told_by_its_beginning(site: Site) -> None:
    site.paths["/a"] = (200, {}, PAGE)
    found = one(f"{site.address}/a")
    assert isinstance(found, Incoming)
    assert found.kind == "page"


def test_scripts_are_not_in_the_text(site: Site) -> None:
    site.paths["/a"] = html(
        PAGE.replace(b"</article>", b"<script>alert('x')</script><p onclick='y()'>\xd9\x86.</p></article>")
    )
    found = one(f"{site.address}/a")
    assert isinstance(found, Incoming)
    assert "alert" not in found.text
    assert "y()" not in found.text


# ---------------------------------------------------------------- time


def test_silence_and_drips_are_not_waited_for(site: Site) -> None:
    def silent(handler: Any) -> None:
        site.closing.wait(5)

    def drips(handler: Any) -> None:
        handler.wfile.write(b"HTTP/1.1 200 OK\r\n")
        while not site.closing.wait(0.05):
            handler.wfile.write(b"X" if handler.path == "/head" else b"X: y\r\n")

    site.paths |= {"/silent": silent, "/head": drips, "/fields": drips}
    begun = time.monotonic()
    assert why(f"{site.address}/silent", near(read=0.2)) == "timed_out"
    assert why(f"{site.address}/head", near(read=0.2, total=0.6)) == "timed_out"
    assert why(f"{site.address}/fields", near(read=0.2, total=0.6)) in ("timed_out", "not_received")
    assert time.monotonic() - begun < 60


def test_a_host_is_asked_after_a_pause_and_left_alone_when_it_says_so(site: Site) -> None:
    now, slept = [100.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds, 2))
        now[0] += seconds

    web = Web(allow_private=True, pause=2, sleep=sleep, clock=lambda: now[0])
    busy: Answer = (503, {"Retry-After": "90", "Content-Type": "text/html"}, b"")
    site.paths |= {"/a": html(PAGE), "/busy": busy, "/limit": (429, {}, b"")}
    one(f"{site.address}/a", web)
    one(f"{site.address}/a", web)
    assert slept == [2.0]
    now[0] += 5
    assert why(f"{site.address}/busy", web) == "asked_to_wait"
    found = one(f"{site.address}/a", web)
    assert isinstance(found, Failed)
    assert (found.reason, dict(found.details)) == ("asked_to_wait", {"seconds": "90"})
    assert site.count("/a") == 2
    now[0] += 90.1
    assert isinstance(one(f"{site.address}/a", web), Incoming)
    assert why(f"{site.address}/limit", web) == "asked_to_wait"


@pytest.mark.parametrize(
    "raw",
    [b"nonsense\r\n\r\n", b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 200 + b"\r\n", b"HTTP/1.1 99999 OK\r\n\r\n", b""],
)
def test_answers_that_are_no_http_are_told(site: Site, raw: bytes) -> None:
    site.paths["/a"] = lambda handler: handler.wfile.write(raw)
    assert why(f"{site.address}/a") in ("not_received", "not_reached", "answered")
