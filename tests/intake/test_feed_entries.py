"""Feeds taken apart: RSS and Atom in any encoding, entry by entry, in the bytes of the feed."""

from __future__ import annotations

import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.intake import Failed, Incoming, Kept, open_sources, text_again
from khabar.intake.formats.feed import is_feed, read_feed
from khabar.intake.incoming import IntakeError

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<!-- feed of the port -->
<rss version="2.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:content="http://purl.org/rss/1.0/modules/content/"
     xmlns:geo="http://geo.example/">
<channel><title>صوت الميناء</title><link>https://sawt.example/</link><description>أخبار</description>
<image><title>شعار</title><url>https://sawt.example/l.png</url></image>
<item>
  <title>إغلاق الميناء &amp; إصابة ثلاثة</title><link>/news/7</link><guid isPermaLink="false">n-7</guid>
  <pubDate>Fri, 07 Jan 2022 08:10:00 +0300</pubDate><dc:creator>ليان مراد</dc:creator><geo:point>1 2</geo:point>
  <description><![CDATA[<p>أغلق الميناء.</p> لا </item> هنا.]]></description>
  <content:encoded><![CDATA[<p>أغلق الميناء فجر الجمعة.</p><script>alert(1)</script><p>وأصيب ثلاثة
   أشخاص &laquo;بجروح&raquo;.<br>وقال المدير إن <b>التحقيق</b> بدأ.</p>]]></content:encoded>
</item>
<item><title>بلا رابط</title><description>قتل شخصان &amp;lt;في المرفأ&amp;gt; مساء الخميس.</description></item>
<item><guid>https://sawt.example/news/9</guid><title>رابط في المعرف</title></item>
<item><title>بلا رابط</title><description>قتل شخصان &amp;lt;في المرفأ&amp;gt; مساء الخميس.</description></item>
</channel></rss>
"""
ATOM = """<?xml version='1.0'?><feed xmlns="http://www.w3.org/2005/Atom" xml:base="https://echo.example/">
<title type="html">Echo &lt;b&gt;of&lt;/b&gt; the Valley</title><link rel="self" href="/feed"/>
<entry><title>Bridge closed</title><link rel="alternate" href="b/1"/><id>tag:1</id><updated>2022-01-07T05:10:00Z</updated>
<author><name>L. Murad</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Three were hurt.</p></div></content></entry>
<entry><title>No date</title><link href="https://echo.example/b/2"/><id>tag:2</id><summary>Two died on the road.</summary></entry>
</feed>"""


def rss(encoding: str = "utf-8") -> bytes:
    name = {"cp1256": "windows-1256"}.get(encoding, encoding)
    return RSS.format(encoding=name).encode(encoding)


@pytest.mark.parametrize("encoding", ["utf-8", "cp1256", "utf-16", "utf-8-sig"])
def test_an_rss_feed_is_taken_apart_in_any_encoding(encoding: str) -> None:
    data = rss(encoding)
    feed = read_feed(data, None, "https://sawt.example/feed")
    assert feed.title == "صوت الميناء"
    first, second, third = feed.entries  # the fourth is the second once more
    assert (first.title, first.author, first.key) == ("إغلاق الميناء & إصابة ثلاثة", "ليان مراد", "n-7")
    assert first.link == "https://sawt.example/news/7"
    assert (first.day, first.outlet) == ("2022-01-07T08:10+03:00", "صوت الميناء")
    assert first.text.splitlines() == [
        "إغلاق الميناء & إصابة ثلاثة",
        "أغلق الميناء فجر الجمعة.",
        "وأصيب ثلاثة أشخاص «بجروح».",
        "وقال المدير إن التحقيق بدأ.",
    ]
    assert (second.link, second.day) == (None, None)
    assert second.text == "بلا رابط\nقتل شخصان <في المرفأ> مساء الخميس."
    assert third.link == "https://sawt.example/news/9"
    if encoding != "utf-16":
        assert all(entry.raw in data for entry in feed.entries)


def test_line_ends_of_windows_and_a_declared_encoding_of_the_server() -> None:
    data = rss("cp1256").replace(b"\n", b"\r\n").replace(b' encoding="windows-1256"', b"")
    feed = read_feed(data, "windows-1256", "https://sawt.example/feed")
    assert [entry.text for entry in feed.entries] == [entry.text for entry in read_feed(rss()).entries]


def test_an_atom_feed_is_taken_apart() -> None:
    feed = read_feed(ATOM.encode(), None, "https://echo.example/x/feed")
    assert feed.title == "Echo of the Valley"
    first, second = feed.entries
    assert (first.title, first.author, first.day) == ("Bridge closed", "L. Murad", "2022-01-07T05:10+00:00")
    assert first.text == "Bridge closed\nThree were hurt."
    assert (second.link, second.day, second.published) == ("https://echo.example/b/2", None, None)


def test_an_entry_gives_its_text_again() -> None:
    for data in (rss(), rss("cp1256"), rss("utf-16"), ATOM.encode()):
        for entry in read_feed(data).entries:
            assert text_again(Kept(entry.raw, "entry", entry.encoding)) == entry.text
            assert text_again(Kept(b"<item>", "entry", entry.encoding)) in ("", None)


def test_an_older_form_and_foreign_prefixes() -> None:
    rdf = (
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" xmlns="http://purl.org/rss/1.0/">'
        "<channel rdf:about='x'><title>Old</title><items><rdf:Seq><rdf:li rdf:resource='u'/></rdf:Seq></items></channel>"
        "<item rdf:about='u'><title>One</title><link>https://old.example/1</link><x:y z:w='1'>t</x:y>"
        "<description>A bridge fell.</description></item></rdf:RDF>"
    )
    assert is_feed(rdf.encode())
    (entry,) = read_feed(rdf.encode()).entries
    assert (entry.link, entry.text, entry.outlet) == ("https://old.example/1", "One\nA bridge fell.", "Old")


def test_feeds_are_told_by_their_beginning() -> None:
    assert is_feed(rss())
    assert is_feed(b"\xef\xbb\xbf" + ATOM.encode())
    assert not is_feed(b"<!DOCTYPE html><html><body>rss <rss></body></html>")
    assert not is_feed(b"<rssx>")
    assert not is_feed(b"<urlset>")
    assert not is_feed(b"<!---->" * 500)


def test_a_saved_feed_gives_its_entries_own_words_and_fetches_nothing(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_bytes(rss("cp1256"))
    found = list(open_sources([str(tmp_path / "feed.xml")]))
    first, second, third = found
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert isinstance(third, Incoming)
    assert (first.id, first.kind, first.flags) == ("feed.xml:n-7", "entry", ("feed_only",))
    assert (first.published, first.published_from, first.url) == ("2022-01-07T08:10+03:00", "feed", "/news/7")
    assert ("author", "ليان مراد", "feed") in first.metadata
    (tmp_path / "empty.xml").write_bytes(b"<rss><channel><title>x</title><item><guid>1</guid></item></channel></rss>")
    (bad,) = open_sources([str(tmp_path / "empty.xml")])
    assert isinstance(bad, Failed)
    assert bad.reason == "entry_without_words"


@given(
    st.text(max_size=200), st.sampled_from(["<item>", "<item><title>", "<entry", "<![CDATA[", "</item>", "<!--", "&x;"])
)
def test_no_feed_raises_anything_else(noise: str, mark: str) -> None:
    for data in (
        f"<rss><channel>{mark}{noise}{mark}</item></channel>",
        f"<rss>{noise}<item><description>{noise}{mark}</item>",
    ):
        try:
            feed = read_feed(data.encode("utf-8", "surrogatepass"))
        except IntakeError:
            continue
        assert all(entry.text == entry.text.strip("\n") for entry in feed.entries)


def test_a_hostile_feed_costs_little_time() -> None:
    laughs = "".join(f'<!ENTITY a{n} "{f"&a{n - 1};" * 10}">' for n in range(1, 12))
    bomb = f'<?xml version="1.0"?><!DOCTYPE rss [<!ENTITY a0 "ha">{laughs}]><rss><channel><title>&a11;</title></channel></rss>'
    outside = '<!DOCTYPE rss [<!ENTITY x SYSTEM "file:///etc/passwd">]><rss><item><title>&x;</title></item></rss>'
    begun = time.process_time()
    for data in (bomb, outside, "<rss>" + "<item>" * 200_000, "<rss>" + "<![CDATA[" * 200_000, "<rss>" + "<!--" * 300_000,
                 "<rss><item>" + "<b>" * 100_000 + "x</item>"):  # fmt: skip
        feed = read_feed(data.encode())
        assert "root:" not in str(feed)
        assert len(str(feed.title)) < 100
    assert time.process_time() - begun < 20
