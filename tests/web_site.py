"""A news site on this machine for tests: paths and what is answered there."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Any

Answer = tuple[int, dict[str, str], bytes]


def article(title: str, *paragraphs: str, head: str = "") -> bytes:
    """A page with an article."""
    body = "".join(f"<p>{paragraph}</p>" for paragraph in paragraphs)
    return (
        f'<!DOCTYPE html><html lang="ar"><head><meta charset="utf-8"><title>{title}</title>{head}</head>'
        f"<body><article><h1>{title}</h1>{body}</article></body></html>"
    ).encode()


def html(body: bytes, **headers: str) -> Answer:
    """A page as an answer."""
    told = {name.replace("_", "-"): value for name, value in headers.items()}
    return 200, {"Content-Type": "text/html; charset=utf-8", **told}, body


@dataclass
class Site:
    """What stands where; `asked` is every request in its order, with its fields.

    A path may hold an answer, or a function of the handler that writes one by itself.
    """

    paths: dict[str, Answer | Callable[[Any], None]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    address: str = ""
    port: int = 0
    closing: threading.Event = field(default_factory=threading.Event)

    def count(self, path: str) -> int:
        """How often a path was asked for."""
        return sum(asked == path for asked, _ in self.asked)


class _Handler(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"

    def do_GET(self) -> None:
        site: Site = self.server.site  # type: ignore[attr-defined]
        site.asked.append((self.path, dict(self.headers.items())))
        answer = site.paths.get(self.path, (404, {"Content-Type": "text/plain"}, b"none"))
        if callable(answer):
            with suppress(OSError):  # who asked may have gone
                answer(self)
            self.close_connection = True
            return
        status, headers, body = answer
        if "ETag" in headers and self.headers.get("If-None-Match") == headers["ETag"]:
            status, body = 304, b""
        self.send_response(status)
        for name, value in headers.items():
            self.send_header(name, value)
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *args: object) -> None:
        """Say nothing on the console of the tests."""


@contextmanager
def running() -> Iterator[Site]:
    """A site for the length of a block."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), _Handler)
    server.daemon_threads = True
    site = Site(address=f"http://127.0.0.1:{server.server_port}", port=server.server_port)
    server.site = site  # type: ignore[attr-defined]
    threading.Thread(target=partial(server.serve_forever, 0.02), daemon=True).start()
    try:
        yield site
    finally:
        site.closing.set()
        server.shutdown()
        server.server_close()
