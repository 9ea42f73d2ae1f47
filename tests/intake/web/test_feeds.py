"""Feeds followed on a site of this machine: pages, entries that stand in for them, conditions, and what is left for next time."""

from __future__ import annotations

from typing import Any

from khabar.intake import Failed, Incoming, Web, open_sources
from khabar.intake.incoming import Arrival, Noted
from khabar.intake.web import Limits, Visited
from web_site import Site, article, html

WORDS = "أغلقت البلدية الجسر فجر الجمعة بعد ارتفاع النهر، وقال رئيسها إن ثلاثة أصيبوا."


def near(**more: Any) -> Web:
    return Web(allow_private=True, pause=0, **more)


def item(link: str, title: str = "عنوان", **more: str) -> str:
    inner = "".join(f"<{name}>{value}</{name}>" for name, value in more.items())
    return f"<item><title>{title}</title>{f'<link>{link}</link>' if link else ''}{inner}</item>"


def feed(*items: str, **headers: str) -> tuple[int, dict[str, str], bytes]:
    body = f"<rss version='2.0'><channel><title>صوت الميناء</title>{''.join(items)}</channel></rss>".encode()
    return 200, {"Content-Type": "application/rss+xml", **headers}, body


def opened(site: Site, web: Web | None = None) -> list[Arrival]:
    return list(open_sources([f"{site.address}/feed"], web=web or near()))


def test_links_are_followed_and_the_feed_vouches_beside_the_page(site: Site) -> None:
    head = '<meta property="article:published_time" content="2022-01-07T08:10:00+03:00"><meta name="author" content="س. حداد">'
    site.paths["/1"] = html(article("إغلاق الجسر", WORDS, head=head))
    site.paths["/2"] = html(article("فتح الجسر", WORDS.replace("أغلقت", "فتحت")))
    date = "Sat, 08 Jan 2022 09:00:00 GMT"
    site.paths["/feed"] = feed(
        item("/1", "عاجل: إغلاق الجسر", pubDate=date, author="ليان مراد"),
        item(f"{site.address}/2", pubDate=date),
        item("/1", "عاجل: إغلاق الجسر", pubDate=date, author="ليان مراد"),
        ETag='"f1"',
    )
    note, first, second, visit = opened(site)
    assert isinstance(note, Noted)
    assert (note.reason, note.details) == ("entries", (("count", "2"), ("new", "2")))
    assert isinstance(first, Incoming)
    assert isinstance(second, Incoming)
    assert (first.id, first.kind, first.outlet) == (f"{site.address}/1", "page", "صوت الميناء")
    assert (first.published, first.published_from, first.title) == (
        "2022-01-07T08:10+03:00",
        "opengraph",
        "إغلاق الجسر",
    )
    for told in (
        ("title", "عاجل: إغلاق الجسر", "feed"),
        ("published", date, "feed"),
        ("author", "ليان مراد", "feed"),
        ("author", "س. حداد", "meta"),
        ("status", "200", "http"),
    ):
        assert told in first.metadata
    assert first.flags == ()
    assert (second.published, second.published_from) == ("2022-01-08T09:00+00:00", "feed")
    assert isinstance(visit, Visited)
    assert (visit.id, visit.etag, visit.last_modified) == (f"{site.address}/feed", '"f1"', None)
    assert site.count("/1") == 1


def test_an_entry_stands_in_for_a_page_that_fails_and_it_is_said(site: Site) -> None:
    site.paths["/feed"] = feed(
        item("/gone", "الجسر", description=WORDS),
        item("", "بلا رابط", description=WORDS),
        item("http://10.0.0.1/", "داخل", description=WORDS),
        item("mailto:x@example.org", "بريد", description=WORDS),
        item("/nothing", ""),
    )
    site.paths["/nothing"] = html(b"<html><body><nav><a href='/'>x</a></nav></body></html>")
    web = Web(allow_private=True, pause=0)
    _, note, gone, without, *_ = opened(site, web)
    assert isinstance(note, Noted)
    assert (note.reason, note.place, dict(note.details)) == (
        "link_failed",
        f"{site.address}/gone",
        {"why": "404 Not Found"},
    )
    assert isinstance(gone, Incoming)
    assert (gone.kind, gone.flags, gone.text) == ("entry", ("link_failed",), f"الجسر\n{WORDS}")
    assert isinstance(without, Incoming)
    assert (without.id, without.flags) == (f"{site.address}/feed#", ("feed_only",))
    *_, mail, nothing = opened(site)
    assert isinstance(mail, Incoming)
    assert isinstance(nothing, Failed)
    assert (nothing.id, nothing.reason) == (f"{site.address}/nothing", "no_article")


def test_links_into_the_network_are_refused_and_the_entry_stands_in(site: Site) -> None:
    import socket

    def dial(number: str, port: int, seconds: float) -> socket.socket:
        return socket.create_connection(("127.0.0.1", site.port), seconds)

    site.paths["/feed"] = feed(
        *(item(f"http://{host}/secret", description=WORDS) for host in ("127.0.0.1", "2130706433"))
    )
    site.paths["/secret"] = html(article("سر", WORDS))
    web = Web(pause=0, resolve=lambda *_: ["93.184.216.34"], dial=dial)
    found = list(open_sources(["http://news.example/feed"], web=web))
    assert [each.reason for each in found if isinstance(each, Noted)] == ["entries", "link_failed", "link_failed"]
    assert site.count("/secret") == 0


def test_a_page_that_failed_rests_and_the_feed_does_not_count_as_visited(site: Site) -> None:
    now = [0.0]
    web = near(clock=lambda: now[0], sleep=lambda _: None)
    site.paths["/feed"] = feed(item("/late", description=WORDS), ETag='"f1"')
    assert [type(each) for each in opened(site, web)] == [Noted, Noted, Incoming]
    assert [type(each) for each in opened(site, web)] == [Noted]
    now[0] += 130
    assert len(opened(site, web)) == 3
    now[0] += 130
    assert len(opened(site, web)) == 1
    now[0] += 130
    site.paths["/late"] = html(article("الجسر", WORDS))
    found = opened(site, web)
    assert [type(each) for each in found] == [Noted, Incoming, Visited]
    assert (site.count("/late"), site.count("/feed")) == (3, 5)


def test_what_a_memory_has_is_not_fetched_again_and_only_a_changed_feed_is_sent(site: Site) -> None:
    site.paths["/1"] = html(article("إغلاق الجسر", WORDS))
    site.paths["/feed"] = feed(item("/1"), ETag='"f1"')

    class Case:
        def __init__(self) -> None:
            self.entries: set[str] = set()
            self.marks: tuple[tuple[str, str], ...] = ()

        def condition(self, url: str) -> tuple[tuple[str, str], ...]:
            return self.marks

        def has(self, feed: str, entry: str) -> bool:
            return entry in self.entries

    case = Case()
    _, page, visit = opened(site, near(memory=case))
    assert isinstance(page, Incoming)
    assert isinstance(visit, Visited)
    case.entries = {value for field, value, _ in page.metadata if field == "entry"}
    note, again = opened(site, near(memory=case))
    assert isinstance(note, Noted)
    assert (note.reason, note.details) == ("entries", (("count", "1"), ("new", "0")))
    assert again == visit
    case.marks = (("If-None-Match", '"f1"'),)
    (unchanged,) = opened(site, near(memory=case))
    assert isinstance(unchanged, Noted)
    assert unchanged.reason == "unchanged"
    assert site.asked[-1][1]["If-None-Match"] == '"f1"'
    assert site.count("/1") == 1


def test_a_wall_before_the_page_is_flagged(site: Site) -> None:
    wall = article(
        "ملفات تعريف الارتباط",
        "نستخدم ملفات تعريف الارتباط لتحسين خدمتنا، فهل توافق؟",
        head=f"<script>{'x' * 9000}</script>",
    )
    site.paths["/wall"] = html(wall)
    site.paths["/feed"] = feed(item("/wall", description=WORDS * 3))
    _, found, *_ = opened(site)
    assert isinstance(found, Incoming)
    assert "short_page" in found.flags
    (alone,) = open_sources([f"{site.address}/wall"], web=near())
    assert isinstance(alone, Incoming)
    assert "short_page" in alone.flags


def test_a_feed_of_many_entries_comes_one_by_one(site: Site) -> None:
    for number in range(500):
        site.paths[f"/{number}"] = html(article(f"خبر {number}", WORDS))
    site.paths["/feed"] = feed(*(item(f"/{number}") for number in range(500)))
    coming = open_sources([f"{site.address}/feed"], web=near())
    next(coming)
    next(coming)
    assert len(site.asked) == 2
    assert sum(isinstance(each, Incoming) for each in coming) == 499


def test_feeds_without_entries_and_broken_ones_are_told(site: Site) -> None:
    site.paths["/feed"] = feed()
    (found,) = opened(site)
    assert isinstance(found, Failed)
    assert found.reason == "no_entries"
    site.paths["/feed"] = 200, {"Content-Type": "text/xml"}, b"<rss><channel>" + b"<item>" * 50
    assert isinstance(opened(site)[-1], Failed)
    site.paths["/feed"] = feed(item("/a" * 5))
    (found,) = opened(site, near(limits=Limits(size=50)))
    assert isinstance(found, Failed)
    assert found.reason == "page_too_large"
