"""Which addresses may be fetched: http and https, on the public web.

An address may come from a feed or a redirect, so from a stranger; it must not reach what only this machine or this network
can see (a router, a database, the metadata of a cloud).  What counts is the number behind a name, and a number can be written
in many ways: so the guard looks at the number, after names are resolved, on every hop.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from ipaddress import IPv4Address, IPv4Network, IPv6Address, IPv6Network, ip_address
from typing import Final
from urllib.parse import quote, urlsplit

from khabar.intake.incoming import IntakeError

Resolve = Callable[[str, int], list[str]]
"""(Host, port) → the numbers behind it.  Raises OSError where there are none."""

_PORTS: Final = {"http": 80, "https": 443}
_HOST: Final = re.compile(r"[a-z0-9_](?:[a-z0-9_.-]{0,251}[a-z0-9_.])?")
_NUMBER: Final = re.compile(r"0x[0-9a-f]*|[0-9]+")
_SAFE: Final = "/%:@!$&'()*+,;=~-._"
_NOT_PUBLIC_4: Final = tuple(
    IPv4Network(network)
    for network in (
        "0.0.0.0/8", "10.0.0.0/8", "100.64.0.0/10", "127.0.0.0/8", "169.254.0.0/16", "172.16.0.0/12", "192.0.0.0/24",
        "192.0.2.0/24", "192.88.99.0/24", "192.168.0.0/16", "198.18.0.0/15", "198.51.100.0/24", "203.0.113.0/24",
        "224.0.0.0/3",
    )
)  # fmt: skip
"""The registry of special-purpose addresses, written out: what Python calls global differs between its versions."""
_PUBLIC_6: Final = IPv6Network("2000::/3")
_NOT_PUBLIC_6: Final = tuple(map(IPv6Network, ("2001::/23", "2001:db8::/32", "2002::/16", "3fff::/20")))
_TRANSLATED: Final = IPv6Network("64:ff9b::/96")
"""How networks without IPv4 reach it: the last 32 bits are the number."""


@dataclass(frozen=True, slots=True)
class Address:
    """An address as it goes over the wire: host in IDNA and small letters, `target` is path and query, percent-encoded."""

    scheme: str
    host: str
    port: int
    target: str

    @property
    def authority(self) -> str:
        """Host and port as the Host field wants them."""
        host = f"[{self.host}]" if ":" in self.host else self.host
        return host if self.port == _PORTS[self.scheme] else f"{host}:{self.port}"

    def __str__(self) -> str:
        return f"{self.scheme}://{self.authority}{self.target}"


def parse(url: str) -> Address:
    """Take an address apart; Arabic letters are allowed.  Raises IntakeError for what is no address of a server."""
    try:
        parts = urlsplit(url.strip())
        host, port = (parts.hostname or "").rstrip("."), parts.port
        host = host if host.isascii() else host.encode("idna").decode("ascii").lower()
    except ValueError:  # a port of letters, half a bracket, a name that IDNA cannot hold
        raise IntakeError("fetch_failed", "no_server") from None
    if parts.scheme not in _PORTS:
        raise IntakeError("fetch_failed", "other_scheme")
    if parts.username is not None or parts.password is not None:
        raise IntakeError("fetch_failed", "credentials")
    host = _written_plainly(host)
    query = f"?{quote(parts.query, safe=_SAFE + '?[]|')}" if parts.query else ""
    return Address(parts.scheme, host, port or _PORTS[parts.scheme], quote(parts.path or "/", safe=_SAFE) + query)


def _written_plainly(host: str) -> str:
    """A number in its usual form, however it was written; a name as it is.  Raises IntakeError where it is neither."""
    if ":" in host:
        try:
            return str(IPv6Address(host))
        except ValueError:
            raise IntakeError("fetch_failed", "no_server") from None
    if not _HOST.fullmatch(host):
        raise IntakeError("fetch_failed", "no_server")
    parts = host.split(".")
    if not _NUMBER.fullmatch(parts[-1]):
        return host
    return str(IPv4Address(_number(parts)))


def _number(parts: list[str]) -> int:
    """The number that 127.1, 0x7f.1, 0177.0.0.1 and 2130706433 all are, read as every system's own resolver reads it."""
    try:
        numbers = [int(p[2:] or "0", 16) if p[:2] == "0x" else int(p, 8 if p[0] == "0" else 10) for p in parts]
        *high, low = numbers
        if len(numbers) > 4 or max(high, default=0) > 255 or low >= 256 ** (5 - len(numbers)):
            raise ValueError
    except (ValueError, IndexError):
        raise IntakeError("fetch_failed", "no_server") from None
    return low + sum(number << 8 * (3 - place) for place, number in enumerate(high))


def is_public(number: str) -> bool:
    """Whether a number is one of the public web; private, loopback, link-local, multicast and reserved ones are not."""
    try:
        found = ip_address(number.partition("%")[0])
    except ValueError:
        return False
    if isinstance(found, IPv6Address):
        inside = found.ipv4_mapped or (IPv4Address(int(found) & 0xFFFFFFFF) if found in _TRANSLATED else None)
        if inside is None:
            return found in _PUBLIC_6 and not any(found in network for network in _NOT_PUBLIC_6)
        found = inside
    return not any(found in network for network in _NOT_PUBLIC_4)


def numbers_of(address: Address, resolve: Resolve, *, allow_private: bool = False) -> list[str]:
    """The numbers that may be connected to, asked for once, so that a second answer cannot differ from the one looked at.

    Raises IntakeError where a name has none, or where only one of them is not public: a mixed answer is an attempt.
    """
    try:
        found = [str(ip_address(address.host))]
    except ValueError:
        try:
            found = resolve(address.host, address.port)
        except (OSError, UnicodeError) as error:
            why = getattr(error, "strerror", None) or str(error)
            raise IntakeError("fetch_failed", "not_reached", why=why) from None
    if not allow_private:
        for number in found:
            if not is_public(number):
                raise IntakeError("fetch_failed", "private_address", host=address.host, number=number)
    return found


def resolved(host: str, port: int) -> list[str]:
    """What the system's resolver says, in its order, each number once."""
    import socket

    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(place[0]) for *_, place in found))
