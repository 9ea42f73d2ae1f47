"""One web page, fetched because the user named its address; nothing is followed but redirects."""

from __future__ import annotations

import gzip
import http.client
import io
import time
import urllib.error
import urllib.request
import zlib
from dataclasses import dataclass
from typing import Final
from urllib.parse import quote, urlsplit, urlunsplit

from khabar.intake.incoming import IntakeError

MOST_PAGE_BYTES: Final = 20 * 1024 * 1024
TIMEOUT: Final = 30.0
"""Seconds for the connection and each read, and for the whole page twice that."""
_CHUNK: Final = 1 << 16


@dataclass(frozen=True, slots=True)
class Fetched:
    """The body of a page, decompressed; `url` after redirects; media type in small letters and declared charset."""

    body: bytes
    url: str
    media_type: str
    charset: str | None


def fetch(url: str, timeout: float = TIMEOUT) -> Fetched:
    """Fetch `url` (http or https, Arabic letters allowed), waiting at most `timeout` seconds for each answer.

    Raises IntakeError: "fetch_failed" with the server's answer or the network's, "too_large" beyond 20 MB.
    """
    try:
        request = urllib.request.Request(  # noqa: S310  # the opener below knows http and https only
            _in_ascii(url), headers={"User-Agent": "khabar", "Accept": "text/html, text/plain;q=0.9, */*;q=0.5"}
        )
        with _opener().open(request, timeout=timeout) as response:
            body = _read_body(response, time.monotonic() + 2 * timeout)
            return Fetched(
                _decompressed(body, response.headers.get("Content-Encoding", "")),
                response.geturl(),
                response.headers.get_content_type().lower(),
                response.headers.get_content_charset(),
            )
    except urllib.error.HTTPError as error:
        error.close()
        raise IntakeError("fetch_failed", "answered", status=error.code, why=error.reason) from None
    except urllib.error.URLError as error:
        raise IntakeError("fetch_failed", "not_reached", why=error.reason) from None
    except TimeoutError:
        raise IntakeError("fetch_failed", "timed_out", seconds=f"{timeout:g}") from None
    except (OSError, http.client.HTTPException, EOFError, zlib.error, ValueError) as error:
        why = str(error) or type(error).__name__
        raise IntakeError("fetch_failed", "not_received", why=why) from None


def _opener() -> urllib.request.OpenerDirector:
    """Build an opener for http and https alone: the standard one would follow a redirect to ftp as well."""
    opener = urllib.request.OpenerDirector()
    for handler in (
        urllib.request.ProxyHandler(),
        urllib.request.UnknownHandler(),
        urllib.request.HTTPHandler(),
        urllib.request.HTTPSHandler(),
        urllib.request.HTTPDefaultErrorHandler(),
        urllib.request.HTTPRedirectHandler(),
        urllib.request.HTTPErrorProcessor(),
    ):
        opener.add_handler(handler)
    return opener


def _in_ascii(url: str) -> str:
    """Write the address as it goes over the wire: host in IDNA, path and query percent-encoded (once)."""
    parts = urlsplit(url.strip())
    if not parts.hostname:
        raise IntakeError("fetch_failed", "no_server")
    host = parts.hostname if parts.hostname.isascii() else parts.hostname.encode("idna").decode("ascii")
    if ":" in host:
        host = f"[{host}]"
    if parts.port is not None:
        host = f"{host}:{parts.port}"
    path = quote(parts.path or "/", safe="/%:@!$&'()*+,;=~-._")
    query = quote(parts.query, safe="/%:@!$&'()*+,;=~-._?[]|")
    return urlunsplit((parts.scheme, host, path, query, ""))


def _read_body(response: io.BufferedIOBase, deadline: float) -> bytes:
    chunks: list[bytes] = []
    size = 0
    while chunk := response.read(_CHUNK):
        chunks.append(chunk)
        size += len(chunk)
        _refuse_beyond(size)
        if time.monotonic() > deadline:
            raise TimeoutError
    return b"".join(chunks)


def _decompressed(body: bytes, coding: str) -> bytes:
    """Undo a compression that some servers apply unasked."""
    if coding.strip().lower() not in ("gzip", "x-gzip"):
        return body
    with gzip.open(io.BytesIO(body)) as stream:
        unpacked = stream.read(MOST_PAGE_BYTES + 1)
    _refuse_beyond(len(unpacked))
    return unpacked


def _refuse_beyond(size: int) -> None:
    if size > MOST_PAGE_BYTES:
        raise IntakeError("too_large", "page_too_large", limit=f"{MOST_PAGE_BYTES >> 20} MB")
