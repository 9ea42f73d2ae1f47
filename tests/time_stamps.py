"""A time-stamping authority for tests (RFC 3161): a root, a signer, and what the signer answers, written in DER by hand."""

from __future__ import annotations

import hashlib
import http.server
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta

from cryptography import x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import ExtendedKeyUsageOID, NameOID

_SHA256, _RSA = "2.16.840.1.101.3.4.2.1", "1.2.840.113549.1.1.11"
_SIGNED, _TOKEN = "1.2.840.113549.1.7.2", "1.2.840.113549.1.9.16.1.4"
_TYPE, _DIGEST, _SIGNER = "1.2.840.113549.1.9.3", "1.2.840.113549.1.9.4", "1.2.840.113549.1.9.16.2.47"


def der(tag: int, *parts: bytes) -> bytes:
    """A value in DER."""
    body = b"".join(parts)
    size = len(body)
    if size < 128:
        return bytes([tag, size]) + body
    packed = size.to_bytes((size.bit_length() + 7) // 8, "big")
    return bytes([tag, 0x80 | len(packed)]) + packed + body


def number(value: int) -> bytes:
    """INTEGER."""
    return der(0x02, value.to_bytes(value.bit_length() // 8 + 1, "big"))


def oid(dotted: str) -> bytes:
    """OBJECT IDENTIFIER."""
    first, second, *rest = map(int, dotted.split("."))
    packed = bytearray()
    for value in (first * 40 + second, *rest):
        groups = [value & 0x7F]
        while value := value >> 7:
            groups.append(value & 0x7F | 0x80)
        packed += bytes(reversed(groups))
    return der(0x06, bytes(packed))


def inside(data: bytes) -> Iterator[tuple[int, bytes]]:
    """Tag and body of each value in a sequence's body."""
    while data:
        size, at = data[1], 2
        if size & 0x80:
            at += size & 0x7F
            size = int.from_bytes(data[2:at], "big")
        yield data[0], data[at : at + size]
        data = data[at + size :]


class Authority:
    """Root and signer; `answer` makes a response, `now` is the time that it tells."""

    def __init__(self) -> None:
        self.now = datetime.now(UTC).replace(microsecond=0)
        self.key = rsa.generate_private_key(65537, 2048)
        root_key = rsa.generate_private_key(65537, 2048)
        self.root = self._certificate("Root of a test", root_key, root_key, None)
        self.signer = self._certificate("Clock of a test", self.key, root_key, self.root)

    def _certificate(
        self, name: str, key: rsa.RSAPrivateKey, by: rsa.RSAPrivateKey, of: x509.Certificate | None
    ) -> x509.Certificate:
        subject = x509.Name([x509.NameAttribute(NameOID.COMMON_NAME, name)])
        made = (
            x509.CertificateBuilder()
            .subject_name(subject)
            .issuer_name(of.subject if of else subject)
            .public_key(key.public_key())
            .serial_number(x509.random_serial_number())
            .not_valid_before(self.now - timedelta(days=1))
            .not_valid_after(self.now + timedelta(days=30))
            .add_extension(x509.BasicConstraints(ca=of is None, path_length=None), critical=True)
        )
        if of is not None:
            usage = x509.ExtendedKeyUsage([ExtendedKeyUsageOID.TIME_STAMPING])
            made = made.add_extension(usage, critical=True)
        return made.sign(by, hashes.SHA256())

    def pem(self) -> bytes:
        """The root, as a file of trusted roots holds it."""
        return self.root.public_bytes(serialization.Encoding.PEM)

    def answer(self, request: bytes) -> bytes:
        """What is answered to a request."""
        (_, body), *_ = inside(request)
        version, imprint, *rest = inside(body)
        assert version == (0x02, b"\x01")
        nonce = next(value for tag, value in rest if tag == 0x02)
        told = der(0x30, number(1), oid("1.2.3.4"), der(0x30, imprint[1]), number(7),
                   der(0x18, self.now.strftime("%Y%m%d%H%M%SZ").encode()), der(0x02, nonce))  # fmt: skip
        return der(0x30, der(0x30, number(0)), der(0x30, oid(_SIGNED), der(0xA0, self._signed(told))))

    def _signed(self, told: bytes) -> bytes:
        certificate = self.signer.public_bytes(serialization.Encoding.DER)
        sha = der(0x30, oid(_SHA256))
        signer = der(0x30, der(0x30, der(0x30, der(0x04, hashlib.sha256(certificate).digest()))))
        attributes = [
            der(0x30, oid(_TYPE), der(0x31, oid(_TOKEN))),
            der(0x30, oid(_DIGEST), der(0x31, der(0x04, hashlib.sha256(told).digest()))),
            der(0x30, oid(_SIGNER), der(0x31, signer)),
        ]
        body = b"".join(sorted(attributes))
        signature = self.key.sign(der(0x31, body), padding.PKCS1v15(), hashes.SHA256())
        issuer = der(0x30, self.signer.issuer.public_bytes(), number(self.signer.serial_number))
        info = der(
            0x30, number(1), issuer, sha, der(0xA0, body), der(0x30, oid(_RSA), b"\x05\x00"), der(0x04, signature)
        )
        content = der(0x30, oid(_TOKEN), der(0xA0, der(0x04, told)))
        return der(0x30, number(3), der(0x31, sha), content, der(0xA0, certificate), der(0x31, info))


@contextmanager
def serving(answer: object) -> Iterator[str]:
    """An address of this machine that answers so: a function of the request's body, or the bytes themselves."""

    class Handler(http.server.BaseHTTPRequestHandler):
        def do_POST(self) -> None:
            """Answer."""
            asked = self.rfile.read(int(self.headers["Content-Length"]))
            made = answer(asked) if callable(answer) else answer
            assert isinstance(made, bytes)
            self.send_response(200)
            self.send_header("Content-Length", str(len(made)))
            self.end_headers()
            self.wfile.write(made)

        def log_message(self, *_: object) -> None:
            """Be silent."""

    server = http.server.HTTPServer(("127.0.0.1", 0), Handler)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}/"
    finally:
        server.shutdown()
        server.server_close()
        thread.join()
