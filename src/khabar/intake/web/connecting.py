"""One request over one connection, to the number that the guard looked at, under a deadline that no server can stretch."""

from __future__ import annotations

import io
import time
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import TYPE_CHECKING, Any, Final
from urllib.parse import urlsplit

from khabar.intake.web.addresses import Address

if TYPE_CHECKING:
    import http.client
    import socket

Dial = Callable[[str, int, float], "socket.socket"]
"""(Number, port, seconds) → a connection.  Raises OSError."""

_MOST_SECONDS_OF_HANDSHAKE: Final = 15.0


class OutOfTime(TimeoutError):
    """All the time for an answer is spent."""


@dataclass(frozen=True, slots=True)
class Patience:
    """Seconds to wait for a connection and for each piece of an answer, and the moment (monotonic) when all ends."""

    connect: float
    read: float
    until: float

    def left(self, most: float) -> float:
        """Seconds that may still be waited, `most` at most.  Raises OutOfTime where none are left."""
        left = self.until - time.monotonic()
        if left <= 0:
            raise OutOfTime
        return min(most, left)


class _Pieces(io.RawIOBase):
    """What comes in over a connection; before each piece the time that is left is set, so that a drip does not last."""

    def __init__(self, connection: socket.socket, patience: Patience) -> None:
        # the file keeps the connection open, which http.client closes at once where the body ends with it
        self._connection, self._file, self._patience = connection, connection.makefile("rb", 0), patience

    def readable(self) -> bool:
        return True

    def readinto(self, buffer: Any) -> int:
        self._connection.settimeout(self._patience.left(self._patience.read))
        return self._file.readinto(buffer) or 0

    def close(self) -> None:
        self._file.close()
        super().close()


class _Timed:
    """A connection as `HTTPResponse` wants it: it asks for a file and reads that."""

    def __init__(self, connection: socket.socket, patience: Patience) -> None:
        self._pieces = _Pieces(connection, patience)

    def makefile(self, *_: object) -> io.BufferedReader:
        return io.BufferedReader(self._pieces)


def _response(sock: socket.socket, *told: Any, patience: Patience, **more: Any) -> http.client.HTTPResponse:
    """An answer that is read under a deadline."""
    import http.client

    return http.client.HTTPResponse(_Timed(sock, patience), *told, **more)  # type: ignore[arg-type]  # only makefile is called


def proxy_for(address: Address) -> Address | None:
    """The proxy that the person's environment names for such an address; the proxy then resolves names, not we."""
    from urllib.request import getproxies, proxy_bypass

    named = getproxies().get(address.scheme)
    if not named or proxy_bypass(address.authority):
        return None
    parts = urlsplit(named if "://" in named else f"http://{named}")
    if not parts.hostname:
        return None
    return Address("http", parts.hostname, parts.port or 8080, "")


def connected(
    address: Address, via: Address | None, to: tuple[list[str], Dial], patience: Patience
) -> http.client.HTTPConnection:
    """A connection for one request to `address`, over the first of the numbers that answers: its own, or those of `via`.

    It is made when the request goes out, and raises OSError then where none answers.
    """
    import http.client
    import ssl

    numbers, dial = to
    secure = address.scheme == "https"
    made: http.client.HTTPConnection
    near = via or address
    if secure:
        made = http.client.HTTPSConnection(near.host, near.port, context=ssl.create_default_context())
    else:
        made = http.client.HTTPConnection(near.host, near.port)
    if via and secure:
        made.set_tunnel(address.host, address.port)
    made.response_class = partial(_response, patience=patience)  # type: ignore[assignment]
    made._create_connection = partial(_dialled, numbers, dial, patience)  # type: ignore[attr-defined]  # noqa: SLF001 - the one place where a connection can be pinned
    return made


def _dialled(numbers: list[str], dial: Dial, patience: Patience, place: tuple[str, int], *_: object) -> socket.socket:
    """A connection to the first number that answers; the name in `place` is not asked for again."""
    last: OSError = OSError("no number")
    for number in numbers:
        try:
            connection = dial(number, place[1], patience.left(patience.connect))
        except OSError as error:
            last = error
        else:
            connection.settimeout(patience.left(_MOST_SECONDS_OF_HANDSHAKE))
            return connection
    raise last


def dialled(number: str, port: int, seconds: float) -> socket.socket:
    """A connection to a number.  Raises OSError."""
    import socket

    return socket.create_connection((number, port), seconds)
