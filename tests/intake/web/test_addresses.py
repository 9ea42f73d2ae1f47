"""The guard: which addresses are of the public web, in whatever way they are written."""

from __future__ import annotations

import socket

import pytest
from hypothesis import given
from hypothesis import strategies as st

from khabar.intake.incoming import IntakeError
from khabar.intake.web.addresses import is_public, numbers_of, parse

PRIVATE = [
    "0.0.0.1", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.0.9", "169.254.169.254", "172.16.0.1", "172.31.255.255",
    "192.0.0.8", "192.0.2.1", "192.88.99.1", "192.168.1.1", "198.18.0.1", "198.51.100.7", "203.0.113.5", "224.0.0.251",
    "239.255.255.250", "240.0.0.1", "255.255.255.255",
    "::", "::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "::127.0.0.1", "64:ff9b::7f00:1", "64:ff9b::a00:1", "64:ff9b:1::1",
    "100::1", "2001::1", "2001:db8::1", "2002:7f00:1::", "3fff::1", "fc00::1", "fd12:3456::1", "fe80::1", "fe80::1%eth0",
    "fec0::1", "ff02::1", "nonsense",
]  # fmt: skip
PUBLIC = [
    "1.1.1.1",
    "93.184.216.34",
    "172.32.0.1",
    "192.0.1.1",
    "2606:4700::1111",
    "::ffff:1.1.1.1",
    "64:ff9b::101:101",
]


@pytest.mark.parametrize("number", PRIVATE)
def test_numbers_inside_machines_and_networks_are_not_public(number: str) -> None:
    assert not is_public(number)


@pytest.mark.parametrize("number", PUBLIC)
def test_numbers_of_the_web_are_public(number: str) -> None:
    assert is_public(number)


@pytest.mark.parametrize(
    "host",
    ["127.0.0.1", "127.1", "127.0.1", "2130706433", "0x7f000001", "0x7f.1", "0177.0.0.1", "0177.1", "127.0.0.1.",
     "[::1]", "[::ffff:127.0.0.1]", "[0:0:0:0:0:0:0:1]", "0", "017700000001", "１２７.0.0.1"],
)  # fmt: skip
def test_a_number_is_known_however_it_is_written(host: str) -> None:
    def never(name: str, port: int) -> list[str]:
        raise AssertionError(name)

    with pytest.raises(IntakeError, match="private_address"):
        numbers_of(parse(f"http://{host}/"), never)


@given(st.integers(0, 2**32 - 1), st.sampled_from(["dotted", "decimal", "hex", "octal", "short"]))
def test_every_way_to_write_a_number_means_what_the_system_takes_it_for(number: int, way: str) -> None:
    a, b, c, d = number.to_bytes(4, "big")
    written = {
        "dotted": f"{a}.{b}.{c}.{d}",
        "decimal": str(number),
        "hex": hex(number),
        "octal": f"0{a:o}.0{b:o}.0{c:o}.0{d:o}",
        "short": f"{a}.{(b << 16) + (c << 8) + d}",
    }[way]
    assert parse(f"http://{written}/").host == socket.inet_ntoa(socket.inet_aton(written))


@pytest.mark.parametrize(
    ("url", "reason"),
    [
        ("ftp://news.example/x", "other_scheme"),
        ("file:///etc/passwd", "other_scheme"),
        ("javascript:alert(1)", "other_scheme"),
        ("http://", "no_server"),
        ("http://[::1/", "no_server"),
        ("http://news.example:port/", "no_server"),
        ("http://256.1.1.1.1/", "no_server"),
        ("http://1.2.3.4.5/", "no_server"),
        ("http://0x/", None),
        ("http://09.1/", "no_server"),
        ("http://ne ws.example/", "no_server"),
        ("http://salma:secret@news.example/", "credentials"),
        ("http://127.0.0.1@news.example/", "credentials"),
    ],
)
def test_what_is_no_address_of_a_server_is_refused(url: str, reason: str | None) -> None:
    if reason is None:
        assert parse(url).host == "0.0.0.0"  # noqa: S104 - as the system takes it, and the guard refuses
        return
    with pytest.raises(IntakeError, match=reason):
        parse(url)


def test_an_address_is_written_as_it_goes_over_the_wire() -> None:
    address = parse(" https://Sada.Example:8443/أخبار/1?q=أ b#top ")
    assert (address.host, address.port, address.authority) == ("sada.example", 8443, "sada.example:8443")
    assert str(address) == "https://sada.example:8443/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/1?q=%D8%A3%20b"
    assert parse("http://خبر.example").host.startswith("xn--")
    assert str(parse("http://[2606:4700::1111]:80/a%20b")) == "http://[2606:4700::1111]/a%20b"
    assert "\r" not in str(parse("http://news.example/a\r\nHost: other"))


def test_a_name_with_one_private_number_is_refused_whole() -> None:
    with pytest.raises(IntakeError, match="private_address") as caught:
        numbers_of(parse("http://news.example/"), lambda *_: ["93.184.216.34", "10.0.0.1"])
    assert dict(caught.value.details) == {"host": "news.example", "number": "10.0.0.1"}
    assert numbers_of(parse("http://news.example/"), lambda *_: ["10.0.0.1"], allow_private=True) == ["10.0.0.1"]


def test_a_name_that_nobody_knows_is_told() -> None:
    def unknown(name: str, port: int) -> list[str]:
        raise socket.gaierror(-2, "Name or service not known")

    with pytest.raises(IntakeError, match="Name or service not known"):
        numbers_of(parse("http://nowhere.example/"), unknown)
