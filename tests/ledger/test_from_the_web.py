"""Addresses, feeds and archives in a case: what is kept, what is new the next time, what watching does."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from khabar.desk import Failure, Taking, Web, Wishes
from khabar.desk.cases import Added, Pause, add, verify_case, watch
from khabar.ledger import open_case
from web_site import Site, article, html, running

WORDS = "قال رئيس البلدية إن {} أشخاص أصيبوا في انهيار الجسر فجر الجمعة."


@pytest.fixture
def site(monkeypatch: pytest.MonkeyPatch) -> Iterator[Site]:
    monkeypatch.setenv("no_proxy", "*")
    with running() as made:
        for number in range(4):
            made.paths[f"/{number}"] = page(number + 3)
        made.paths["/feed"] = feed("v1", 0, 1)
        yield made


def page(hurt: int, noise: str = "") -> tuple[int, dict[str, str], bytes]:
    return html(article("انهيار الجسر", WORDS.format(hurt), head=f"<script>{noise}</script>"))


def feed(mark: str, *numbers: int) -> tuple[int, dict[str, str], bytes]:
    items = "".join(f"<item><title>خبر {n}</title><link>/{n}</link><guid>{n}</guid></item>" for n in numbers)
    body = f"<rss version='2.0'><channel><title>صوت الميناء</title>{items}</channel></rss>".encode()
    return (
        200,
        {"Content-Type": "application/rss+xml", "ETag": f'"{mark}"', "Last-Modified": "Fri, 07 Jan 2022 09:00:00 GMT"},
        body,
    )


def taking(notes: list[str] | None = None, jobs: int = 1, **web: Any) -> Taking:
    told = notes if notes is not None else []
    return Taking(
        Web(allow_private=True, pause=0, **web), None, on_note=lambda note: told.append(note.reason), jobs=jobs
    )


def states(case: Path, source: str, how: Taking | None = None) -> list[str]:
    return [
        o.state if isinstance(o, Added) else o.reason for o in add(case, [source], Wishes(), "Salma", how or taking())
    ]


def rows(case: Path, query: str) -> list[tuple[Any, ...]]:
    with open_case(case) as connection:
        return list(connection.execute(query))


@pytest.fixture
def case(tmp_path: Path) -> Path:
    return tmp_path / "web.khabar"


def test_an_answer_is_kept_and_the_case_proves_it(case: Path, site: Site) -> None:
    import gzip

    status, headers, body = page(3)
    site.paths["/packed"] = status, {**headers, "Content-Encoding": "gzip"}, gzip.compress(body)
    site.paths["/moved"] = 301, {"Location": "/packed"}, b""
    assert states(case, f"{site.address}/moved") == ["new"]
    ((metadata, url, encoding, size),) = rows(
        case,
        "SELECT a.metadata, a.url, a.encoding, o.size FROM appearances AS a JOIN originals AS o ON o.sha256 = a.original",
    )
    told = [tuple(triple) for triple in json.loads(metadata)]
    assert ("redirect", f"301 {site.address}/packed", "http") in told
    assert ("header", "Content-Encoding: gzip", "http") in told
    assert (url, encoding, size) == (f"{site.address}/packed", "gzip+utf-8", len(gzip.compress(body)))
    assert not verify_case(case).faults


def test_a_page_that_still_says_the_same_is_nothing_new_and_a_changed_one_is(case: Path, site: Site) -> None:
    address = f"{site.address}/0"
    assert states(case, address) == ["new"]
    site.paths["/0"] = page(3, "visit=2")
    assert states(case, address) == ["known"]
    site.paths["/0"] = page(30)
    assert states(case, address) == ["new"]
    site.paths["/0"] = page(3, "visit=4")
    assert states(case, address) == ["copy"], "it says again what it said at first"
    assert [row[0] for row in rows(case, "SELECT document FROM appearances ORDER BY id")] == [1, 2, 1]
    assert not verify_case(case).faults


@pytest.mark.parametrize("jobs", [1, 2])
def test_a_feed_adds_what_is_new_and_asks_under_a_condition(case: Path, site: Site, jobs: int) -> None:
    source, notes = f"{site.address}/feed", []
    assert states(case, source, taking(jobs=jobs)) == ["new", "new"]
    assert states(case, source, taking(notes, jobs=jobs)) == []
    assert notes == ["unchanged"]
    asked = [fields for path, fields in site.asked if path == "/feed"]
    assert "If-None-Match" not in asked[0]
    assert (asked[1]["If-None-Match"], asked[1]["If-Modified-Since"]) == ('"v1"', "Fri, 07 Jan 2022 09:00:00 GMT")
    site.paths["/feed"] = feed("v2", 2, 0, 1)
    assert states(case, source, taking(jobs=jobs)) == ["new"]
    assert (site.count("/0"), site.count("/1"), site.count("/2")) == (1, 1, 1)
    assert rows(case, "SELECT url, etag FROM visits ORDER BY seq") == [(source, '"v1"'), (source, '"v2"')]
    assert [row[0] for row in rows(case, "SELECT kind FROM journal ORDER BY seq")][4:] == [
        "visited",
        "taken in",
        "read",
        "visited",
    ]
    assert not verify_case(case).faults


def test_a_feed_that_was_not_followed_to_its_end_is_asked_for_again(case: Path, site: Site) -> None:
    source = f"{site.address}/feed"
    begun = add(case, [source], Wishes(), "Salma", taking())
    assert isinstance(next(begun), Added)
    begun.close()  # type: ignore[attr-defined]
    assert rows(case, "SELECT * FROM visits") == []
    assert states(case, source) == ["new"]
    assert site.count("/0") == 1


def test_a_page_that_failed_is_tried_again_and_stands_beside_the_words_of_the_feed(case: Path, site: Site) -> None:
    source = f"{site.address}/feed"
    body = feed("v1", 0)[2].replace(
        b"</guid>", "</guid><description>أصيب ثلاثة في انهيار الجسر.</description>".encode()
    )
    site.paths["/feed"] = 200, {"ETag": '"v1"', "Content-Type": "application/rss+xml"}, body
    there = site.paths.pop("/0")
    assert states(case, source) == ["new"]
    assert states(case, source) == ["known"]
    site.paths["/0"] = there
    assert states(case, source) == ["new"]
    assert states(case, source) == []
    assert [row[0] for row in rows(case, "SELECT kind FROM appearances ORDER BY id")] == ["entry", "page"]
    assert not verify_case(case).faults


def test_an_entry_that_changed_is_fetched_again_and_its_page_is_a_new_document(case: Path, site: Site) -> None:
    source = f"{site.address}/feed"
    assert states(case, source) == ["new", "new"]
    site.paths["/0"] = page(30)
    site.paths["/feed"] = 200, {}, feed("v2", 0, 1)[2].replace("خبر 0".encode(), "خبر 0: تحديث".encode())
    assert states(case, source) == ["new"]
    assert len(set(rows(case, "SELECT document FROM appearances"))) == 3
    assert rows(case, f"SELECT count(*) FROM appearances WHERE part = '{site.address}/0'") == [(2,)]  # noqa: S608


def test_pages_that_a_feed_lists_are_looked_at_once_more_where_that_is_wished(case: Path, site: Site) -> None:
    source = f"{site.address}/feed"
    assert states(case, source) == ["new", "new"]
    site.paths["/0"] = page(30)
    assert states(case, source) == []
    assert states(case, source, taking(recheck=True)) == ["new", "known"]
    assert not verify_case(case).faults


class Enough(Exception):
    """The test has seen what it wanted."""


def test_watching_looks_again_with_more_and_more_patience_for_what_fails(case: Path, site: Site) -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds / 60))
        now[0] += seconds
        if len(slept) == 2:
            site.paths["/feed"] = feed("v2", 0, 1, 2)
            site.paths["/bad"] = page(90)
        if len(slept) > 4:
            raise Enough

    how = taking(clock=lambda: now[0], sleep=sleep)
    good, bad = f"{site.address}/feed", f"{site.address}/bad"
    site.paths["/bad"] = 503, {"Retry-After": "1800"}, b""
    seen: list[Any] = []
    with pytest.raises(Enough):
        seen.extend(watch([good], lambda s: add(case, [s], Wishes(), None, how), how.web, 600))
    assert [type(each) for each in seen] == [Added, Added, Pause, Pause, Added, Pause, Pause, Pause]
    assert slept == [10] * 5
    seen.clear()
    slept.clear()
    site.paths["/bad"] = 404, {}, b""
    with pytest.raises(Enough):
        seen.extend(watch([bad], lambda s: add(case, [s], Wishes(), None, how), how.web, 600))
    assert slept == [20, 40, 10, 10, 10]
    assert [type(each) for each in seen] == [Failure, Pause, Failure, Pause, Added, Pause, Added, Pause, Added, Pause]


def test_a_server_that_names_a_moment_is_left_alone_until_then(case: Path, site: Site) -> None:
    now, slept = [0.0], []

    def sleep(seconds: float) -> None:
        slept.append(round(seconds / 60))
        now[0] += seconds
        raise Enough

    how = taking(clock=lambda: now[0], sleep=sleep)
    site.paths["/feed"] = 503, {"Retry-After": "7200"}, b""
    with pytest.raises(Enough):
        list(watch([f"{site.address}/feed"], lambda s: add(case, [s], Wishes(), None, how), how.web, 60))
    assert slept == [120]


@pytest.mark.skipif(os.name != "posix", reason="programs are interrupted otherwise there")
@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM])
def test_watching_ends_cleanly_when_it_is_interrupted(case: Path, site: Site, how: signal.Signals) -> None:
    command = [
        sys.executable,
        "-m",
        "khabar",
        "add",
        str(case),
        f"{site.address}/feed",
        "--allow-private",
        "--pause",
        "0",
    ]
    process = subprocess.Popen([*command, "--watch", "5"], stderr=subprocess.PIPE, text=True, encoding="utf-8")
    assert process.stderr is not None
    told = ""
    while "next look" not in told:
        line = process.stderr.readline()
        assert line, told
        told += line
    time.sleep(0.2)
    process.send_signal(how)
    told += process.stderr.read()
    assert process.wait() == 0, told
    assert "Traceback" not in told
    assert told.count("new: 2") == 2
    assert not verify_case(case).faults
