"""Which encoding a report is in, told from its bytes alone."""

from __future__ import annotations

import gzip
import os

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from khabar.intake.encodings import clean, decode
from khabar.intake.incoming import IntakeError

REPORT = "قال محافظ وادي السنديان إن ثلاثة أشخاص أصيبوا، وأضاف: «التحقيق مستمر؟»\r\nوغادر القافلة 12 شاحنة.\r\n"
ENGLISH = "The mayor of Sindian said the café's owner — a señor of 60 — was “not hurt”.\n"

# Letters that all encodings below can write, with the marks that stand between them in news.
WORDS = st.text("ابتثجحخدذرزسشصضطظعغفقكلمنهويةىءأإآؤئ", min_size=2, max_size=12)
MARKS = st.sampled_from(
    [" ", "، ", ". ", "؛ ", "؟\n", "\r\n", " 2022 ", " (", ") ", "\t", " GPS ", "-19 ", "\xa0", " «", "» "]
)
ARABIC = st.lists(st.tuples(WORDS, MARKS), min_size=3, max_size=40).map(lambda pairs: "".join(map("".join, pairs)))
ANYTHING = st.text(st.characters(exclude_categories=["Cs", "Cc"]), max_size=60)


def text_or_code(data: bytes) -> str:
    try:
        return decode(data).text
    except IntakeError as error:
        return error.code


@pytest.mark.parametrize(
    ("encoding", "mark"),
    [
        ("utf-8", b""),
        ("utf-8", b"\xef\xbb\xbf"),
        ("utf-16-le", b""),
        ("utf-16-be", b""),
        ("utf-16-le", b"\xff\xfe"),
        ("utf-16-be", b"\xfe\xff"),
        ("utf-32-le", b"\xff\xfe\x00\x00"),
        ("utf-32-be", b"\x00\x00\xfe\xff"),
        ("cp1256", b""),
    ],
)
@given(text=ARABIC)
def test_any_arabic_text_is_recognised(encoding: str, mark: bytes, text: str) -> None:
    found = decode(mark + text.encode(encoding))
    assert found.text == text
    assert "undecodable_bytes_replaced" not in found.flags
    assert ("encoding_guessed" in found.flags) == (encoding == "cp1256")


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], exclude_characters="\ufeff"), min_size=1))
def test_any_utf8_text_without_control_characters_comes_back_as_it_was(text: str) -> None:
    assume(not text.encode().startswith((b"%PDF-", b"PK\x03\x04", b"{\\rtf", b"GIF8")))
    assert decode(text.encode()).text == text


@given(text=ARABIC, rest=ANYTHING)
def test_utf16_with_a_mark_takes_any_text(text: str, rest: str) -> None:
    for encoding, mark in (("utf-16-le", b"\xff\xfe"), ("utf-16-be", b"\xfe\xff")):
        assert decode(mark + (text + rest).encode(encoding)).text == (text + rest)


@given(st.binary(max_size=400))
def test_bytes_of_any_kind_give_text_or_a_reason(data: bytes) -> None:
    outcome = text_or_code(data)
    if outcome not in ("not_text", "bad_encoding"):
        outcome.encode("utf-8")
        assert "\0" not in outcome


def test_line_ends_and_marks_inside_the_text_are_kept() -> None:
    text = REPORT + "\u200fسطر\rآخر\u2028\ufeffهنا\n"
    assert decode(text.encode()).text == text


def test_english_with_french_and_spanish_letters_is_windows_1252() -> None:
    found = decode(ENGLISH.encode("cp1252"))
    assert (found.text, found.encoding) == (ENGLISH, "cp1252")


def test_iso_8859_6_is_told_from_windows_1256() -> None:
    text = "قال محافظ وادي السنديان إن ثلاثة أشخاص أصيبوا في الوادي\n"
    found = decode(text.encode("iso8859-6"))
    assert (found.text, found.encoding) == (text, "iso8859-6")


def test_russian_in_eight_bits_is_refused_rather_than_made_up() -> None:
    with pytest.raises(IntakeError) as caught:
        decode("Губернатор сообщил, что пострадали три человека, никто не погиб.".encode("cp1251"))
    assert caught.value.code == "bad_encoding"
    assert caught.value.reason == "no_encoding"


def test_the_declared_encoding_counts_where_the_bytes_allow_it() -> None:
    russian = "Губернатор сообщил, что пострадали три человека."
    assert decode(russian.encode("cp1251"), "windows-1251").text == russian
    # servers declare Latin-1 and pages UTF-8 without looking; nonsense is declared as well
    for declared in ("iso-8859-1", "windows-1252", "utf-8", "no-such-encoding", "zlib", "base64", ""):
        assert decode(REPORT.encode("cp1256"), declared).text == REPORT
    assert decode(REPORT.encode("utf-8"), "windows-1256").text == REPORT


def test_a_few_broken_bytes_do_not_turn_utf8_into_windows_1256() -> None:
    data = REPORT.encode() * 3
    found = decode(data[:90] + b"\xff" + data[90:-1] + "م".encode()[:1])
    assert found.encoding == "utf-8"
    assert "undecodable_bytes_replaced" in found.flags
    assert found.text.count("\ufffd") in (2, 3, 4)
    assert "السنديان" in found.text


def test_a_text_cut_inside_a_letter_is_still_utf8() -> None:
    found = decode("مرحبا".encode()[:-1])
    assert (found.text, found.encoding) == ("مرحب\ufffd", "utf-8")


def test_lone_surrogates_are_replaced_one_to_one() -> None:
    assert clean("ا\ud83dب\udc00") == ("ا\ufffdب\ufffd", ("lone_surrogates_replaced",))
    assert clean("ok \U0001f600") == ("ok \U0001f600", ())
    found = decode(b"\xff\xfe" + "قال".encode("utf-16-le") + b"\x3d\xd8" + "نعم".encode("utf-16-le"))
    assert found.text == "قال\ufffdنعم"
    assert found.flags == ("lone_surrogates_replaced",)


def test_a_stray_nul_is_replaced_and_told() -> None:
    found = decode(REPORT.encode() + b"\0" + REPORT.encode())
    assert found.text == f"{REPORT}\ufffd{REPORT}"
    assert found.flags == ("nul_replaced",)


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj", "signature.pdf"),
        (b"\x89PNG\r\n\x1a\n\0\0\0\rIHDR\0\0\1\0", "signature.png"),
        (b"PK\x03\x04\x14\0\6\0\x08\0", "signature.zip"),
        (b"\xff\xd8\xff\xe0\0\x10JFIF", "signature.jpeg"),
        (gzip.compress(b"some text", mtime=0), "signature.gzip"),
        (b"\0" * 5000, "binary"),
        (bytes(range(256)) * 20, "binary"),
        (b"MZ\x90\0\3\0\0\0\4\0\0\0\xff\xff\0\0\xb8", "binary"),
        (b"report\n" * 20 + b"\0" * 40, "binary"),
    ],
)
def test_binary_files_are_refused_by_their_kind(data: bytes, reason: str) -> None:
    with pytest.raises(IntakeError) as caught:
        decode(data)
    assert caught.value.code == "not_text"
    assert caught.value.reason == reason


def test_random_bytes_are_no_text() -> None:
    with pytest.raises(IntakeError) as caught:
        decode(b"\x01" + os.urandom(20000))
    assert caught.value.code == "not_text"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16-le", "cp1256"])
def test_ten_megabytes_and_a_line_of_one_are_decoded(encoding: str) -> None:
    line = REPORT.replace("\r\n", " ") * (1_000_000 // len(REPORT))
    text = f"{line}\n" * 6
    assert decode(text.encode(encoding)).text == text
