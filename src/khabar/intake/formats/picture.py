"""A picture with its words, typed by a person: the picture is the original, the transcript is metadata with who typed it.

No words can be taken out of a picture here.  So what a person typed is kept as such, and `verify` holds the text against it.
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path, PurePath
from typing import Final

from khabar.intake.encodings import decode
from khabar.intake.formats.format import Format
from khabar.intake.incoming import MOST_BYTES, Arrival, Incoming, IntakeError, Kept, check_length, hash_bytes
from khabar.intake.opening import Given

_SIGNATURES: Final = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"GIF8", b"II*\x00", b"MM\x00*", b"BM")
_ENDINGS: Final = (".png", ".jpg", ".jpeg", ".gif", ".webp", ".tif", ".tiff", ".bmp", ".heic", ".avif")


def _read(given: Given) -> Iterator[Arrival]:
    transcript, transcriber = given.opening.transcript, given.opening.transcriber
    if transcript is None or transcriber is None:
        raise IntakeError("not_text", "picture")
    typed = _typed(transcript)
    decoded = decode(typed)
    if not decoded.text.strip():
        raise IntakeError("empty", "transcript_blank", path=transcript)
    check_length(decoded.text)
    data = given.whole()
    yield Incoming(
        id=given.name,
        text=decoded.text,
        original=data,
        sha256=hash_bytes(data),
        url=given.address,
        flags=(*decoded.flags, "typed_from_picture"),
        metadata=(
            ("transcript", decoded.text, f"typed by {transcriber}"),
            ("transcriber", transcriber, "given"),
            ("transcript_file", PurePath(transcript).name, "given"),
            ("transcript_sha256", hash_bytes(typed), "computed"),
        ),
        kind="picture",
    )


def _typed(path: str) -> bytes:
    try:
        data = Path(path).read_bytes()
    except (OSError, ValueError) as error:
        raise IntakeError(
            "missing_file", "no_transcript_file", path=path, why=getattr(error, "strerror", None) or error
        ) from error
    if len(data) > MOST_BYTES:
        raise IntakeError("too_large", "too_many_bytes", limit=f"{MOST_BYTES >> 20} MB")
    return data


def _again(kept: Kept) -> str | None:
    return kept.said("transcript")


def _tells(given: Given) -> bool:
    webp = given.head[:4] == b"RIFF" and given.head[8:12] == b"WEBP"
    named = given.named(*_ENDINGS) and bool(given.head)
    return (
        webp
        or given.head.startswith(_SIGNATURES[:3])
        or (named and given.head.startswith(_SIGNATURES))
        or (named and given.head[4:8] == b"ftyp")
    )


FORMAT = Format(("picture",), _tells, _read, _again, attached=True)
