"""Time stamps of somebody outside (RFC 3161): what an authority says of the hash of a seal, and whether it holds.

The authority sees the hash of a hash and nothing of the case.  Its token lies in the journal; it proves that the sealed entry,
and with it all before it, was there at the time that the token tells, to everybody who trusts the authority's root certificate.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any, Final, Literal

import apsw

from khabar.intake import Web, posted
from khabar.intake.incoming import IntakeError
from khabar.ledger import CaseError, Entry, Fault, entries

_KIND: Final = "stamped"
_ASKED, _SHA256 = "application/timestamp-query", "2.16.840.1.101.3.4.2.1"
State = Literal["proved", "unchecked", "unproved", "false"]
"""It holds under the roots that were given; no roots were given; it does not hold under them; it is of something else."""


@dataclass(frozen=True, slots=True)
class Stamp:
    """A time stamp in the journal: its entry, the sealed entry it is of, when and by whom, and whether that holds."""

    seq: int
    of: int
    hash: str
    at: str | None
    authority: str
    state: State
    why: str = ""


def ask_stamp(url: str, sealed: Entry, web: Web) -> dict[str, Any]:
    """What the journal keeps of an authority's answer.  Raises CaseError where it gives none, or one of something else."""
    from rfc3161_client import HashAlgorithm, TimestampRequestBuilder

    request = TimestampRequestBuilder().data(sealed.hash.encode()).hash_algorithm(HashAlgorithm.SHA256).build()
    try:
        answer = posted(web, url, request.as_bytes(), _ASKED)
    except IntakeError as error:
        told = dict(error.details)
        raise CaseError("stamp_refused", url=url, why=told.get("why") or told.get("status") or error.reason) from error
    response = _decoded(answer)
    if response is None or response.status not in (0, 1):
        raise CaseError("stamp_refused", url=url, why="the answer holds no time stamp")
    told_of = response.tst_info.message_imprint.message, response.tst_info.nonce
    if told_of != (hashlib.sha256(sealed.hash.encode()).digest(), request.nonce):
        raise CaseError("stamp_refused", url=url, why="the time stamp is of something else")
    token = base64.b64encode(response.as_bytes()).decode()
    return {"seq": sealed.seq, "hash": sealed.hash, "authority": url, "token": token}


def stamps(connection: apsw.Connection, roots: Path | None) -> Iterator[Stamp]:
    """Every time stamp of the case, in the order of the journal.  Raises CaseError where the roots cannot be read."""
    trusted = _roots(roots) if roots else None
    hashes = {entry.seq: entry.hash for entry in entries(connection)}
    for entry in entries(connection, "WHERE kind = ? ORDER BY seq", (_KIND,)):
        try:
            told = json.loads(entry.subject)
            of, digest, token = int(told["seq"]), str(told["hash"]), base64.b64decode(told["token"], validate=True)
            authority = str(told["authority"])
        except (ValueError, KeyError, TypeError, binascii.Error, RecursionError):
            yield Stamp(entry.seq, 0, "", None, "?", "false", "nonsense")
            continue
        response = _decoded(token)
        info = response.tst_info if response is not None else None
        imprint = info.message_imprint if info else None
        if info is None or imprint is None or hashes.get(of) != digest or not _is_of(imprint, digest):
            yield Stamp(entry.seq, of, digest, None, authority, "false", "it is of something else")
            continue
        state, why = _judged(response, digest, trusted)
        yield Stamp(entry.seq, of, digest, info.gen_time.isoformat(), authority, state, why)


def fault_of(stamp: Stamp) -> Fault | None:
    """What `verify` says of a stamp that proves nothing."""
    reasons = {
        "unchecked": ("stamp_unchecked", False),
        "unproved": ("stamp_unproved", True),
        "false": ("stamp_false", True),
    }
    if stamp.state not in reasons:
        return None
    reason, grave = reasons[stamp.state]
    return Fault(reason, f"journal {stamp.seq}" + (f" ({stamp.why})" if stamp.why else ""), grave)


def _is_of(imprint: Any, digest: str) -> bool:
    said: tuple[str, bytes] = (imprint.hash_algorithm.dotted_string, imprint.message)
    return said == (_SHA256, hashlib.sha256(digest.encode()).digest())


def _judged(response: Any, digest: str, trusted: list[Any] | None) -> tuple[State, str]:
    from rfc3161_client import VerificationError, VerifierBuilder

    if trusted is None:
        return "unchecked", ""
    builder = VerifierBuilder(roots=list(trusted))
    try:
        builder.build().verify_message(response, digest.encode())
    except (VerificationError, ValueError) as error:
        return "unproved", str(error)
    return "proved", ""


def _decoded(answer: bytes) -> Any:
    from rfc3161_client import decode_timestamp_response

    try:
        response = decode_timestamp_response(answer)
        assert isinstance(response.tst_info.gen_time, datetime)
    except (ValueError, AssertionError, AttributeError):
        return None
    return response


def _roots(file: Path) -> list[Any]:
    """The certificates of a PEM file.  Raises CaseError."""
    from cryptography.x509 import load_pem_x509_certificates

    try:
        return list(load_pem_x509_certificates(file.read_bytes()))
    except (OSError, ValueError) as error:
        raise CaseError("roots_unreadable", path=file, why=getattr(error, "strerror", None) or error) from error
