"""Bytes to text: which encoding a report was written in, told from its bytes.

The order of the evidence: a byte order mark; the signature of a binary format; the control characters that
UTF-16 without a mark leaves when read byte by byte; strict UTF-8, which text of another encoding hardly ever
satisfies by chance; what the page or the server declares; and last the eight-bit encodings, scored by how
much their letters look like words.
"""

from __future__ import annotations

import codecs
import re
from dataclasses import dataclass
from typing import Final

from khabar.intake.incoming import IntakeError

_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),  # before UTF-16 LE, whose mark it begins with
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
# The beginnings of files that are no text, each with the name of the message that says what to do with it.
_SIGNATURES: Final = (
    (b"%PDF-", "pdf"),
    (b"PK\x03\x04", "zip"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old_office"),
    (b"{\\rtf", "rtf"),
    (b"\x1f\x8b", "gzip"),
    (b"\x89PNG\r\n", "png"),
    (b"\xff\xd8\xff", "jpeg"),
    (b"GIF8", "gif"),
    (b"7z\xbc\xaf\x27\x1c", "7z"),
    (b"Rar!\x1a\x07", "rar"),
    (b"\xfd7zXZ\x00", "xz"),
    (b"\x28\xb5\x2f\xfd", "zstd"),
    (b"SQLite format 3\x00", "sqlite"),
    (b"\x7fELF", "program"),
)
_CONTROLS: Final = bytes(sorted({*range(0x20)} - {*b"\t\n\v\f\r\x1a\x1b"}))
"""Bytes that no plain text uses.  1A is the end mark of DOS files; 1B starts terminal colours."""
_SAMPLE: Final = 1 << 18
"""Bytes or characters looked at where a guess is made; enough for hundreds of words."""

_ARABIC_LETTER: Final = "\u0621-\u063a\u0641-\u064a\u067e\u0686\u0698\u06a9\u06af\u06ba\u06be\u06c1\u06d2"
_ARABIC: Final = f"{_ARABIC_LETTER}\u0640\u064b-\u0652"
_ACCENTED: Final = "\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u00ff\u0152\u0153\u0160\u0161\u0178\u017d\u017e\u0192"
_ARABIC_WORD = re.compile(f"[{_ARABIC}]*[{_ARABIC_LETTER}][{_ARABIC}]+")
_SCRIPTS_MIXED = re.compile(f"[A-Za-z{_ACCENTED}][{_ARABIC}]|[{_ARABIC}][{_ACCENTED}]")
_ACCENTS_IN_A_ROW = re.compile(f"[{_ACCENTED}][{_ACCENTED}]+")
_ANY_LETTER: Final = f"[A-Za-z{_ARABIC}{_ACCENTED}]"
_SIGN_IN_WORD = re.compile(
    _ANY_LETTER + "[\u00a1-\u00a9\u00ac-\u00b6\u00b8\u00b9\u00bc-\u00be\u20ac\ufffd]+" + _ANY_LETTER
)
_PLAIN_LETTER = re.compile(rb"[A-Za-z]")
_MULTIBYTE = re.compile(
    rb"[\xc2-\xdf][\x80-\xbf]|[\xe0-\xef][\x80-\xbf]{2}|[\xf0-\xf4][\x80-\xbf]{3}|(?P<stray>[\x80-\xff])"
)
_PLAUSIBLE_UNIT = re.compile(
    r"[\t\n\r\u0020-\u007e\u00a0-\u00ff\u0600-\u06ff\u0750-\u077f\u200b-\u206f\u20a0-\u20bf"
    r"\ufb50-\ufdff\ufe0f\ufe70-\ufefc\U0001f000-\U0001faff]"
)


@dataclass(frozen=True, slots=True)
class Decoded:
    """Text, the Python name of its encoding, and what had to be done to get it (see `Incoming.flags`)."""

    text: str
    encoding: str
    flags: tuple[str, ...] = ()


def decode(data: bytes, declared: str | None = None) -> Decoded:
    """Decode the bytes of one report; `declared` is the encoding its page or server names, if any.

    Line ends stay; a byte order mark goes; lone surrogates and NUL become U+FFFD one to one.
    Raises IntakeError: "not_text" for binary data, "bad_encoding" when no known encoding gives words.
    """
    found = _by_mark(data)
    if found is None:
        _refuse_signatures(data)
        found = _without_mark(data, declared)
    text, flags = clean(found.text)
    return Decoded(text, found.encoding, found.flags + flags)


def clean(text: str) -> tuple[str, tuple[str, ...]]:
    """`text` with every lone surrogate and NUL replaced by U+FFFD (lengths stay), and the flags that tell of it."""
    flags: tuple[str, ...] = ()
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        text = re.sub("[\ud800-\udfff]", "\ufffd", text)
        flags = ("lone_surrogates_replaced",)
    if "\0" in text:
        text = text.replace("\0", "\ufffd")
        flags += ("nul_replaced",)
    return text, flags


def _by_mark(data: bytes) -> Decoded | None:
    for mark, encoding in _MARKS:
        if not data.startswith(mark):
            continue
        try:
            # lone halves of surrogate pairs pass here, so that they are replaced one to one later
            return Decoded(data.decode(encoding, "surrogatepass"), encoding)
        except UnicodeDecodeError:
            if encoding != "utf-32":  # FF FE 00 00 may also be UTF-16 that begins with NUL
                return Decoded(data.decode(encoding, "replace"), encoding, ("undecodable_bytes_replaced",))
    return None


def _refuse_signatures(data: bytes) -> None:
    for signature, kind in _SIGNATURES:
        if data.startswith(signature):
            raise IntakeError("not_text", f"signature.{kind}")


def _without_mark(data: bytes, declared: str | None) -> Decoded:
    sample = data[:_SAMPLE]
    controls = len(sample) - len(sample.translate(None, _CONTROLS))
    if controls:
        wide = _as_utf16(data, sample)
        if wide is not None:
            return wide
        # one stray control character in fifty bytes is dirt; more is no text
        if controls > max(2, len(sample) // 50):
            raise IntakeError("not_text", "binary")
    try:
        return Decoded(data.decode("utf-8"), "utf-8")
    except UnicodeDecodeError:
        pass
    return _as_declared(data, declared) or _as_damaged_utf8(data) or _as_eight_bit(data)


def _as_utf16(data: bytes, sample: bytes) -> Decoded | None:
    """UTF-16 without a mark: of the two byte orders the one in which the units are letters news is written in."""
    best, encoding = 0.7, None
    for candidate in ("utf-16-le", "utf-16-be"):
        units = sample[: len(sample) // 2 * 2].decode(candidate, "replace")
        share = len(_PLAUSIBLE_UNIT.findall(units)) / max(1, len(units))
        if share > best:
            best, encoding = share, candidate
    if encoding is None:
        return None
    try:
        return Decoded(data.decode(encoding, "surrogatepass"), encoding)
    except UnicodeDecodeError:
        return Decoded(data.decode(encoding, "replace"), encoding, ("undecodable_bytes_replaced",))


def _as_declared(data: bytes, declared: str | None) -> Decoded | None:
    """Decode as declared, unless that is one of the Latin defaults that servers send without looking."""
    if declared is None:
        return None
    try:
        encoding = codecs.lookup(declared.strip().strip("'\"")).name
        if encoding in ("utf-8", "ascii", "iso8859-1", "cp1252"):
            return None
        return Decoded(data.decode(encoding), encoding)
    except (LookupError, ValueError, TypeError, UnicodeError):
        return None


def _as_damaged_utf8(data: bytes) -> Decoded | None:
    """UTF-8 with a few broken bytes: a cut-off file, a pasted paragraph.

    Eight-bit Arabic seldom forms a multi-byte sequence by chance (a letter must be followed by a Persian letter
    or an Arabic comma), so sequences outnumber strays twenty to one only in UTF-8.
    """
    sequences = strays = 0
    for found in _MULTIBYTE.finditer(data[:_SAMPLE]):
        if found["stray"] is None:
            sequences += 1
        else:
            strays += 1
    if sequences < 20 * max(strays, 1) and not _only_cut_at_end(data, sequences):
        return None
    return Decoded(data.decode("utf-8", "replace"), "utf-8", ("undecodable_bytes_replaced",))


def _only_cut_at_end(data: bytes, sequences: int) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError as error:
        return sequences > 0 and error.reason == "unexpected end of data"
    return False


def _as_eight_bit(data: bytes) -> Decoded:
    """Decode in the eight-bit encoding whose letters look most like words.

    On equal looks the Latin one is named: where no Arabic letter comes out, windows-1252 and windows-1256
    give the same text (the latter was made to hold French too).
    """
    sample = data[:_SAMPLE]
    # a page of English with a few odd signs is still text; so one oddity is forgiven in forty plain letters
    best, encoding = -1 - len(_PLAIN_LETTER.findall(sample)) // 10, None
    for candidate in ("cp1252", "cp1256", "iso8859-6"):
        try:
            score = _likeness_to_words(sample.decode(candidate))
        except UnicodeDecodeError:
            continue
        if score > best:
            best, encoding = score, candidate
    if encoding is None:
        raise IntakeError("bad_encoding", "no_encoding")
    text = data.decode(encoding, "replace")
    flags = ("encoding_guessed",) if "\ufffd" not in text else ("encoding_guessed", "undecodable_bytes_replaced")
    return Decoded(text, encoding, flags)


def _likeness_to_words(text: str) -> int:
    """Arabic letters in words, less what no real word has: two scripts, accents in a row, signs inside."""
    letters = sum(len(word) for word in _ARABIC_WORD.findall(text))
    accents = sum(len(run) - 1 for run in _ACCENTS_IN_A_ROW.findall(text))
    oddities = len(_SCRIPTS_MIXED.findall(text)) + len(_SIGN_IN_WORD.findall(text))
    # French has a few neighbouring accents (créée): they may make up one letter in a hundred
    accents = max(0, accents - len(text) // 100)
    return letters - 4 * oddities - 4 * accents
