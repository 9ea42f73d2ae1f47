"""Web pages: the article, its headline, what the page says of itself; from files and from a server on this machine."""

from __future__ import annotations

import gzip
import threading
from collections.abc import Iterator
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pytest

from khabar.intake import Failed, Incoming, Web, open_sources
from khabar.intake.incoming import IntakeError
from khabar.intake.page import declared_charset, looks_like_page, read_page
from khabar.intake.web import Limits

BODY = """
<article>
 <h1>إغلاق جسر وادي السنديان بعد فيضان النهر</h1>
 <time datetime="2022-01-06T20:00:00+03:00">الخميس</time>
 <p>أغلقت بلدية السنديان الجسر الرئيسي فجر الجمعة بعد ارتفاع منسوب النهر&nbsp;مترين.</p>
 <p>وقال رئيس البلدية في <a href="/s">بيان</a> إن &laquo;ثلاث عائلات نقلت إلى مدرسة قريبة&raquo;.<br>
 وأضاف أن أحدا لم يصب.</p>
 <h2>طرق بديلة</h2>
 <p>ودعا السكان إلى سلوك طريق التلال.</p>
</article>
"""
JSON_LD = """
<script type="application/ld+json">
{"@context": "https://schema.org", "@graph": [
 {"@type": "WebSite", "name": "صدى الوادي"},
 {"@type": ["NewsArticle"], "headline": "إغلاق جسر وادي السنديان بعد فيضان النهر",
  "datePublished": "2022-01-07T05:10:00Z", "dateModified": "2022-01-07T08:00:00Z", "inLanguage": "ar",
  "mainEntityOfPage": {"@type": "WebPage", "@id": "https://sada.example/news/31"},
  "publisher": {"@type": "Organization", "name": "صدى الوادي"}, "author": [{"name": "ليان مراد"}],
  "articleBody": "سطر
 فيه نهاية سطر."}
]}
</script>
"""
OPENGRAPH = """
<meta property="og:title" content="إغلاق جسر وادي السنديان بعد فيضان النهر | صدى الوادي">
<meta property="og:site_name" content="صدى الوادي"><meta property="og:locale" content="ar_AR">
<meta property="article:published_time" content="2022-01-07T08:10:00+03:00">
<link rel="canonical" href="/news/31">
"""
NAVIGATION = '<nav><a href="/">الرئيسية</a> <a href="/p">آخر أخبار الوادي والقرى المحيطة به</a></nav>'
PARAGRAPHS = [
    "إغلاق جسر وادي السنديان بعد فيضان النهر",
    "أغلقت بلدية السنديان الجسر الرئيسي فجر الجمعة بعد ارتفاع منسوب النهر مترين.",
    "وقال رئيس البلدية في بيان إن «ثلاث عائلات نقلت إلى مدرسة قريبة».",
    "وأضاف أن أحدا لم يصب.",
    "طرق بديلة",
    "ودعا السكان إلى سلوك طريق التلال.",
]


def page(head: str = "", body: str = BODY, lang: str = ' lang="ar-SY"') -> str:
    footer = "<footer>الحقوق محفوظة</footer>"
    return f"<!DOCTYPE html>\n<html{lang}><head>{head}</head><body>{NAVIGATION}{body}{footer}</body></html>"


# ---------------------------------------------------------------- article and headline


def test_headline_first_then_a_paragraph_a_line() -> None:
    found = read_page(page(OPENGRAPH))
    lines = [line for line in found.text.split("\n") if line != "الخميس"]
    assert lines == PARAGRAPHS
    assert found.text.startswith(PARAGRAPHS[0] + "\n")


def test_a_headline_that_the_article_lacks_is_put_first() -> None:
    body = "<article><p>أغلقت بلدية السنديان الجسر الرئيسي فجر الجمعة.</p></article>"
    found = read_page(page("<title>إغلاق الجسر في السنديان</title>", body))
    assert found.text == "إغلاق الجسر في السنديان\nأغلقت بلدية السنديان الجسر الرئيسي فجر الجمعة."


def test_only_the_known_outlet_is_cut_off_a_title() -> None:
    body = "<article><p>أغلقت بلدية السنديان الجسر الرئيسي فجر الجمعة.</p></article>"
    assert read_page(page("<title>عاجل | إغلاق الجسر</title>", body)).title == "عاجل | إغلاق الجسر"
    head = '<meta property="og:site_name" content="صدى الوادي"><title>عاجل | إغلاق الجسر - صدى الوادي</title>'
    assert read_page(page(head, body)).title == "عاجل | إغلاق الجسر"


def test_an_h1_with_the_name_of_the_site_is_no_headline() -> None:
    body = "<h1>صدى الوادي</h1><article><p>أغلقت بلدية السنديان الجسر الرئيسي فجر الجمعة.</p></article>"
    head = '<meta property="og:site_name" content="صدى الوادي"><title>إغلاق الجسر | صدى الوادي</title>'
    assert read_page(page(head, body)).title == "إغلاق الجسر"


@pytest.mark.parametrize(
    "body",
    [
        "",
        "<ul>"
        + "".join(f'<li><a href="/{n}">خبر طويل العنوان من قرى الوادي رقم {n}</a></li>' for n in range(9))
        + "</ul>",
        "<div id=app></div><script>load()</script>",
        "<h1>إغلاق جسر وادي السنديان بعد فيضان النهر</h1>",
    ],
)
def test_a_page_without_an_article_says_so(body: str) -> None:
    head = "<title>إغلاق جسر وادي السنديان بعد فيضان النهر</title>"
    with pytest.raises(IntakeError, match="no_article") as caught:
        read_page(page(head, body))
    assert caught.value.code == "empty"


def test_an_article_given_in_json_ld_alone_is_read() -> None:
    head = """<script type="application/ld+json">{"@type": "NewsArticle", "headline": "إغلاق الجسر",
    "articleBody": "أغلقت البلدية الجسر.\\n\\nولم يصب أحد."}</script>"""
    found = read_page(page(head, "<div id=app></div>"))
    assert found.text == "إغلاق الجسر\nأغلقت البلدية الجسر.\nولم يصب أحد."
    assert found.flags == ("text_from_json_ld",)


@pytest.mark.parametrize("markup", ["<?xml version='1.0' encoding='utf-16'?>{}", '<meta charset="cp1252">{}', "{}"])
def test_an_encoding_declared_in_decoded_text_is_not_applied_again(markup: str) -> None:
    whole = markup.format("<html><body><p>قال شاهد إن الجسر أغلق صباح اليوم.</p></body></html>")
    assert read_page(whole).text == "قال شاهد إن الجسر أغلق صباح اليوم."


def test_a_fragment_of_a_page_is_read() -> None:
    assert read_page("<p>قال شاهد إن الجسر أغلق صباح اليوم.</p>").text == "قال شاهد إن الجسر أغلق صباح اليوم."


@pytest.mark.parametrize("markup", ["<", "<html><script>", "<!--" * 3000, "<div>" * 3000, "<p>" + "&#0;&#xd800;" * 50])
def test_broken_markup_gives_text_or_a_reason(tmp_path: Path, markup: str, capfd: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "broken.html").write_text(markup, encoding="utf-8")
    (found,) = open_sources([str(tmp_path / "broken.html")])
    assert capfd.readouterr() == ("", "")
    if isinstance(found, Failed):
        assert found.code == "empty"
    else:
        found.text.encode("utf-8")


# ---------------------------------------------------------------- metadata


def test_json_ld_is_trusted_first_and_all_marks_are_kept() -> None:
    found = read_page(page(OPENGRAPH + JSON_LD), "https://sada.example/amp/31")
    assert found.title == PARAGRAPHS[0]
    assert (found.outlet, found.language, found.url) == ("صدى الوادي", "ar", "https://sada.example/news/31")
    assert (found.published, found.published_from) == ("2022-01-07T05:10+00:00", "json-ld")
    for expected in (
        ("author", "ليان مراد", "json-ld"),
        ("modified", "2022-01-07T08:00:00Z", "json-ld"),
        ("published", "2022-01-07T08:10:00+03:00", "opengraph"),
        ("published", "2022-01-06T20:00:00+03:00", "time-element"),
        ("url", "/news/31", "link"),
        ("language", "ar-SY", "html"),
    ):
        assert expected in found.metadata
    assert found.flags == ()


def test_opengraph_then_meta_then_time_elements_date_a_page() -> None:
    meta = '<meta name="pubdate" content="2022-01-07">'
    found = read_page(page(OPENGRAPH + meta), "https://sada.example/amp/31")
    assert (found.published, found.published_from) == ("2022-01-07T08:10+03:00", "opengraph")
    assert found.url == "https://sada.example/news/31"
    found = read_page(page(meta))
    assert (found.published, found.published_from) == ("2022-01-07", "meta")
    found = read_page(page())
    assert (found.published, found.published_from) == ("2022-01-06T20:00+03:00", "time-element")
    assert (found.url, found.outlet, found.language) == (None, None, "ar")


def test_dates_that_disagree_or_do_not_exist_are_flagged() -> None:
    other = '<meta name="date" content="2021-12-01"><meta name="dc.date" content="2022-02-31">'
    found = read_page(page(OPENGRAPH + other))
    assert found.published == "2022-01-07T08:10+03:00"
    assert set(found.flags) == {"published_disagrees", "published_invalid"}


def test_broken_json_ld_is_passed_over() -> None:
    for block in ("{", "[" * 5000, "5", '{"@type": 5, "@graph": {"@type": "NewsArticle", "publisher": [null, {}]}}'):
        head = f'<script type="application/ld+json">{block}</script>'
        assert read_page(page(OPENGRAPH + head)).title == PARAGRAPHS[0]


def test_charsets_are_found_in_the_head() -> None:
    assert declared_charset(b'<html><head><meta charset="windows-1256">') == "windows-1256"
    content_type = b'<META http-equiv="Content-Type" content="text/html; charset=iso-8859-6">'
    assert declared_charset(content_type) == "iso-8859-6"
    assert declared_charset(b'<?xml version="1.0" encoding="utf-16"?><html>') == "utf-16"
    assert declared_charset(b"<html><head></head>") is None


def test_pages_are_told_by_their_beginning() -> None:
    assert looks_like_page(b"\xef\xbb\xbf\n<!-- saved --> <!-- twice --><!DOCTYPE html><html>")
    assert not looks_like_page(b"<3 html")
    assert not looks_like_page(b"<!---->" * 500)


# ---------------------------------------------------------------- files


@pytest.mark.parametrize(
    ("encoding", "declared"), [("cp1256", "windows-1256"), ("utf-8", "windows-1256"), ("cp1256", "utf-8")]
)
def test_a_saved_page_is_decoded_and_kept(tmp_path: Path, encoding: str, declared: str) -> None:
    data = page(f'<meta charset="{declared}">' + OPENGRAPH).encode(encoding)
    (tmp_path / "bridge.htm").write_bytes(data)
    (report,) = open_sources([str(tmp_path)])
    assert isinstance(report, Incoming)
    assert (report.id, report.original, report.encoding) == (f"{tmp_path.name}/bridge.htm", data, encoding)
    assert PARAGRAPHS[3] in report.text
    assert report.outlet == "صدى الوادي"


def test_a_page_without_article_does_not_stop_the_batch(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(page(body=""), encoding="utf-8")
    (tmp_path / "b.html").write_text(page(), encoding="utf-8")
    bad, good = open_sources([str(tmp_path / "a.html"), str(tmp_path / "b.html")])
    assert isinstance(bad, Failed)
    assert (bad.id, bad.code) == ("a.html", "empty")
    assert (bad.place, bad.reason) == ("a.html", "no_article")
    assert isinstance(good, Incoming)


# ---------------------------------------------------------------- addresses


class Answers(BaseHTTPRequestHandler):
    """A small news site."""

    def do_GET(self) -> None:
        html = page(OPENGRAPH)
        bodies: dict[str, tuple[int, str, bytes]] = {
            "/news/31": (200, "text/html; charset=utf-8", html.encode()),
            "/old": (200, "text/html; charset=windows-1256", html.encode("cp1256")),
            "/plain": (200, "text/plain", "قال شاهد إن الجسر مغلق.\n".encode()),
            "/lines.jsonl": (200, "application/octet-stream", b'{"text": "one"}\n{"text": \n'),
            "/paper": (200, "application/pdf", b"%PDF-1.4 ..."),
            "/%D8%AE%D8%A8%D8%B1?q=%D8%A3%20b": (200, "text/html", html.encode()),
            "/packed": (200, "text/html", gzip.compress(html.encode())),
            "/large": (200, "text/plain", b"word " * 1000),
        }
        if self.path in ("/moved", "/elsewhere"):
            self.send_response(302)
            self.send_header("Location", "/news/31" if self.path == "/moved" else "ftp://127.0.0.1/x")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        if self.path == "/slow":
            self.server.wait.wait(5)  # type: ignore[attr-defined]
            return
        status, kind, body = bodies.get(self.path, (404, "text/plain", b"none"))
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if self.path == "/packed":
            self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing on the console of the tests."""


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    monkeypatch.setenv("no_proxy", "127.0.0.1")
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    server.wait = threading.Event()  # type: ignore[attr-defined]
    thread = threading.Thread(target=partial(server.serve_forever, 0.02), daemon=True)
    thread.start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.wait.set()  # type: ignore[attr-defined]
    server.shutdown()
    server.server_close()


NEAR = Web(allow_private=True, pause=0)


def fetched(address: str) -> Incoming:
    (found,) = open_sources([address], web=NEAR)
    assert isinstance(found, Incoming), found
    return found


def refused(address: str, web: Web | None = None) -> Failed:
    (found,) = open_sources([address], web=web or NEAR)
    assert isinstance(found, Failed), found
    assert found.id == address
    assert found.place == address
    return found


def test_pages_are_fetched(site: str) -> None:
    report = fetched(f"{site}/news/31")
    assert (report.id, report.url) == (f"{site}/news/31", f"{site}/news/31")
    assert report.text.startswith(PARAGRAPHS[0])
    assert (report.outlet, report.encoding) == ("صدى الوادي", "utf-8")
    assert fetched(f"{site}/old").encoding == "cp1256"
    assert fetched(f"{site}/moved").text == report.text
    assert fetched(f"{site}/packed").text == report.text
    assert fetched(f"{site}/خبر?q=أ b#top").text == report.text
    assert fetched(f"{site}/%D8%AE%D8%A8%D8%B1?q=%D8%A3%20b").text == report.text


def test_plain_text_and_lines_are_fetched(site: str) -> None:
    plain = fetched(f"{site}/plain")
    assert (plain.text, plain.url) == ("قال شاهد إن الجسر مغلق.\n", f"{site}/plain")
    good, bad = open_sources([f"{site}/lines.jsonl"], web=NEAR)
    assert isinstance(good, Incoming)
    assert isinstance(bad, Failed)
    assert bad.id == f"{site}/lines.jsonl:2"


def test_addresses_that_give_nothing_say_why(site: str) -> None:
    missing = refused(f"{site}/gone")
    assert missing.code == "fetch_failed"
    assert (missing.reason, dict(missing.details)["status"]) == ("answered", "404")
    assert refused(f"{site}/paper").code == "not_text"
    assert refused(f"{site}/elsewhere").code == "fetch_failed"
    assert refused("http://").code == "fetch_failed"
    assert refused("http://127.0.0.1:99999/").code == "fetch_failed"
    assert refused("http://[::1/").code == "fetch_failed"
    small = Web(allow_private=True, pause=0, limits=Limits(size=1000))
    assert refused(f"{site}/large", small).code == "too_large"


def test_a_closed_port_is_told(site: str) -> None:
    server = ThreadingHTTPServer(("127.0.0.1", 0), Answers)
    port = server.server_port
    server.server_close()
    assert refused(f"http://127.0.0.1:{port}/").code == "fetch_failed"


def test_a_silent_server_is_not_waited_for(site: str) -> None:
    with pytest.raises(IntakeError, match="timed_out") as caught:
        Web(allow_private=True, limits=Limits(read=0.2)).fetch(f"{site}/slow")
    assert caught.value.code == "fetch_failed"
