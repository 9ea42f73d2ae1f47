"""Fetching: one address, the redirects it leads to, and the answer as it came."""

from __future__ import annotations

import time
from collections.abc import Callable
from contextlib import closing, suppress
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, Final
from urllib.parse import urljoin

from khabar.intake.encodings import clean
from khabar.intake.incoming import IntakeError, Metadata
from khabar.intake.unpacking import codings, unpacked
from khabar.intake.web.addresses import Address, Resolve, numbers_of, parse, resolved
from khabar.intake.web.connecting import Dial, OutOfTime, Patience, connected, dialled, proxy_for
from khabar.intake.web.memory import Forgetful, Memory

if TYPE_CHECKING:
    import http.client
    from email.message import Message

_PROVENANCE: Final = "http"
_REDIRECTS: Final = (301, 302, 303, 307, 308)
_ASK_TO_WAIT: Final = (429, 503)
_WAIT: Final = 60.0
"""Seconds that a server is left alone which says that it has had enough, and not until when."""
_REST: Final = 60.0
_DAY: Final = 86_400.0
_NOT_KEPT: Final = ("set-cookie", "set-cookie2")
"""Fields that are left out of what is kept: they mark the one who asked, not the page."""
_NOT_READ: Final = ("image/", "audio/", "video/", "font/", "model/", "text/css", "text/javascript", "application/javascript",
                    "application/wasm", "application/x-msdownload", "application/vnd.android.package-archive")  # fmt: skip
"""Media types that hold no report; of anything else, its bytes tell."""
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Limits:
    """Seconds for a connection, for each piece of an answer, and for all of it; hops of a redirect; bytes of a body."""

    connect: float = 10.0
    read: float = 30.0
    total: float = 120.0
    hops: int = 10
    size: int = 20 * 1024 * 1024


@dataclass(frozen=True, slots=True)
class Fetched:
    """An answer.  `sent` is the body as it came, `body` that with its `coding` ("gzip") undone.

    `url` is the address that gave it, after the redirects of `hops` ("301 address" each); `at` the moment of this machine's
    clock; `headers` all fields but cookies.  Status 304 (with an empty body) says that nothing changed.
    """

    asked: str
    url: str
    status: int
    hops: tuple[str, ...]
    headers: tuple[tuple[str, str], ...]
    at: str
    sent: bytes
    body: bytes
    coding: str
    media_type: str
    charset: str | None

    def header(self, name: str) -> str | None:
        """The first field of a name, in any case."""
        return next((value for known, value in self.headers if known.lower() == name.lower()), None)

    def told(self) -> Metadata:
        """What is kept of an answer beside its body."""
        return (
            ("fetched_at", self.at, _PROVENANCE),
            ("status", str(self.status), _PROVENANCE),
            *(("redirect", hop, _PROVENANCE) for hop in self.hops),
            ("address", self.url, _PROVENANCE),
            *(("header", f"{name}: {value}", _PROVENANCE) for name, value in self.headers),
        )


@dataclass(slots=True)
class Web:
    """How the web is met: what is allowed, how long is waited, and how often a server is asked.

    `pause` is the least number of seconds between two requests to one host.  A host that asks to be left alone is not asked
    again before its time.  `recheck` fetches the pages of a feed that are known once more, for they may have been edited.  The
    callables are the network and the clock, which tests replace.
    """

    allow_private: bool = False
    pause: float = 1.0
    limits: Limits = field(default_factory=Limits)
    resolve: Resolve = resolved
    dial: Dial = dialled
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    memory: Memory = field(default_factory=Forgetful)
    recheck: bool = False
    _asked: dict[str, float] = field(default_factory=dict)
    _closed: dict[str, float] = field(default_factory=dict)
    _failed: dict[str, tuple[int, float]] = field(default_factory=dict)

    def fetch(self, url: str, unless: tuple[tuple[str, str], ...] = ()) -> Fetched:
        """Fetch an address; `unless` are fields of a condition (If-None-Match, If-Modified-Since).

        Raises IntakeError: "fetch_failed" with what the server or the network answered or the guard refused, "too_large"
        beyond the limit, "unsupported" for a kind of content that is not read.
        """
        import http.client
        import ssl

        try:
            return self._followed(parse(url), url, unless)
        except TimeoutError as error:
            seconds = self.limits.total if isinstance(error, OutOfTime) else self.limits.read
            raise IntakeError("fetch_failed", "timed_out", seconds=f"{seconds:g}") from None
        except ssl.SSLCertVerificationError as error:
            raise IntakeError("fetch_failed", "not_reached", why=error.verify_message) from None
        except (OSError, http.client.HTTPException, EOFError, ValueError) as error:
            why = getattr(error, "strerror", None) or str(error) or type(error).__name__
            reason = "not_reached" if isinstance(error, OSError) else "not_received"
            raise IntakeError("fetch_failed", reason, why=why) from None

    def remember(self, url: str, *, failed: bool) -> None:
        """Remember how an address that may be tried again fared: after each failure it rests twice as long, a day at most."""
        if failed:
            times = self._failed.get(url, (0, 0.0))[0] + 1
            self._failed[url] = (times, self.clock() + min(_REST * 2**times, _DAY))
        else:
            self._failed.pop(url, None)

    def rests(self, url: str) -> bool:
        """Whether an address failed lately and is not to be tried again yet."""
        return self._failed.get(url, (0, 0.0))[1] > self.clock()

    def closed_until(self, url: str) -> float:
        """The moment of the clock until which the host of an address wants to be left alone; 0.0 where it does not."""
        with suppress(IntakeError):
            return self._closed.get(parse(url).host, 0.0)
        return 0.0

    def _followed(self, address: Address, url: str, unless: tuple[tuple[str, str], ...]) -> Fetched:
        self._wait_for(address.host)
        patience = Patience(self.limits.connect, self.limits.read, time.monotonic() + self.limits.total)
        hops: list[str] = []
        been = {str(address)}
        while True:
            with closing(self._asked_for(address, unless, patience)) as connection, connection.getresponse() as answer:
                self._asked[address.host] = self.clock()
                location = answer.headers.get("Location")
                if answer.status not in _REDIRECTS or location is None:
                    return self._answered(answer, (url, str(address), tuple(hops)))
            address = parse(urljoin(str(address), _as_text(location)))
            hops.append(f"{answer.status} {address}")
            if str(address) in been:
                raise IntakeError("fetch_failed", "redirect_loop", url=address)
            if len(hops) > self.limits.hops:
                raise IntakeError("fetch_failed", "too_many_redirects", limit=self.limits.hops)
            been.add(str(address))
            self._leave_alone(address.host)

    def _asked_for(
        self, address: Address, unless: tuple[tuple[str, str], ...], patience: Patience
    ) -> http.client.HTTPConnection:
        """A connection over which the request has gone."""
        via = proxy_for(address)
        if via is None or not _is_name(address.host):
            numbers = numbers_of(address, self.resolve, allow_private=self.allow_private)
        if via:  # the person chose it, and it resolves the names; numbers were looked at all the same
            numbers = numbers_of(via, self.resolve, allow_private=True)
        connection = connected(address, via, (numbers, self.dial), patience)
        target = str(address) if via and address.scheme == "http" else address.target
        connection.putrequest("GET", target, skip_host=True, skip_accept_encoding=True)
        for name, value in (("Host", address.authority), *_FIELDS, *unless):
            connection.putheader(name, value)
        connection.endheaders()
        return connection

    def _wait_for(self, host: str) -> None:
        """Wait until a host may be asked again.  Raises IntakeError where it asked for more patience than we have."""
        self._leave_alone(host)
        now = self.clock()
        wait = self._asked.get(host, now - self.pause) + self.pause - now
        if wait > 0:
            self.sleep(wait)

    def _leave_alone(self, host: str) -> None:
        now = self.clock()
        closed = self._closed.get(host, now) - now
        if closed > 0:
            raise IntakeError("fetch_failed", "asked_to_wait", seconds=round(closed + 0.5))

    def _answered(self, answer: http.client.HTTPResponse, whence: tuple[str, str, tuple[str, ...]]) -> Fetched:
        asked, url, hops = whence
        if answer.status in _ASK_TO_WAIT:
            seconds = _seconds_of(answer.headers.get("Retry-After"))
            self._closed[parse(url).host] = self.clock() + seconds
            raise IntakeError("fetch_failed", "asked_to_wait", seconds=round(seconds))
        if answer.status != 304 and not 200 <= answer.status < 300:
            why = _as_text(answer.reason or "")
            raise IntakeError("fetch_failed", "answered", status=answer.status, why=why)
        media_type = _media_type(answer.headers)
        applied = codings(answer.headers.get("Content-Encoding", ""))
        sent = self._body_of(answer)
        return Fetched(
            asked,
            url,
            answer.status,
            hops,
            tuple((name, _as_text(value)) for name, value in answer.getheaders() if name.lower() not in _NOT_KEPT),
            datetime.now().astimezone().isoformat(timespec="seconds"),
            sent,
            unpacked(sent, applied, self.limits.size) if sent else b"",
            "+".join(applied) if sent else "",
            media_type,
            answer.headers.get_content_charset(),
        )

    def _body_of(self, answer: http.client.HTTPResponse) -> bytes:
        """The body as it came.  Raises IntakeError where it is too large, which its length may tell before it comes."""
        told = answer.headers.get("Content-Length", "")
        if told.isascii() and told.isdigit():
            self._refuse_beyond(int(told[:18]))
        chunks: list[bytes] = []
        size = 0
        while chunk := answer.read1(_CHUNK):
            chunks.append(chunk)
            size += len(chunk)
            self._refuse_beyond(size)
        if answer.length:
            raise IntakeError("fetch_failed", "not_received", why=f"{answer.length} bytes are missing at its end")
        return b"".join(chunks)

    def _refuse_beyond(self, size: int) -> None:
        if size > self.limits.size:
            raise IntakeError("too_large", "page_too_large", limit=f"{self.limits.size >> 20} MB")


_FIELDS: Final = (
    ("User-Agent", "khabar"),
    (
        "Accept",
        "text/html, application/xhtml+xml, application/atom+xml, application/rss+xml, text/plain;q=0.9, */*;q=0.5",
    ),
    (
        "Accept-Encoding",
        "identity, gzip;q=0.5, deflate;q=0.3",
    ),  # as it is, best: the bytes that are kept are then the page's own
    ("Connection", "close"),
)


def _is_name(host: str) -> bool:
    return ":" not in host and not host.replace(".", "").isdigit()


def _media_type(headers: Message) -> str:
    """The media type in small letters, "" where none is named.  Raises IntakeError for one that is not read."""
    if "Content-Type" not in headers:
        return ""
    found = headers.get_content_type().lower()
    if found.startswith(_NOT_READ):
        raise IntakeError("unsupported", "media_type", type=found)
    return found


def _seconds_of(wish: str | None) -> float:
    """What Retry-After asks for, a day at most: seconds, or a date of the server's clock."""
    from email.utils import parsedate_to_datetime

    try:
        if wish and wish.strip().isdigit():
            return min(float(wish.strip()[:9]), _DAY)
        if wish:
            wait = (parsedate_to_datetime(wish) - datetime.now().astimezone()).total_seconds()
            return min(max(wait, 0.0), _DAY)
    except (ValueError, TypeError):
        pass
    return _WAIT


def _as_text(value: str) -> str:
    """A field as text: HTTP hands bytes over as Latin letters, and some servers write UTF-8."""
    with suppress(UnicodeError):
        value = value.encode("latin-1").decode("utf-8")
    return clean(value)[0]
