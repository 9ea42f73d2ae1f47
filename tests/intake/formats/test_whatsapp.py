"""WhatsApp's exports: every telephone's way to write a date, messages in their own bytes, what is no message told."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from arrivals import notes, reports
from khabar.intake import Arrival, Failed, Incoming, Noted, Opening, open_sources
from khabar.intake.formats.whatsapp import FORMAT
from khabar.intake.opening import Given

LRM, RLM = "\N{LEFT-TO-RIGHT MARK}", "\N{RIGHT-TO-LEFT MARK}"
NARROW = "\N{NARROW NO-BREAK SPACE}"


def read(text: str, name: str = "_chat.txt", **said: str) -> list[Arrival]:
    return list(FORMAT.read(Given.of_bytes(text.encode(), name, Opening(**said))))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("head", "moment"),
    [
        ("13/01/2022, 12:30 - ", "2022-01-13T12:30"),
        ("1/13/22, 12:30 PM - ", "2022-01-13T12:30"),
        (f"1/13/22, 1:05{NARROW}AM - ", "2022-01-13T01:05"),
        ("13.01.22, 09:05 - ", "2022-01-13T09:05"),
        ("2022-01-13, 23:59 - ", "2022-01-13T23:59"),
        ("[13/01/2022, 12:30:05] ", "2022-01-13T12:30"),
        ("[2022/01/13 12:30:05] ", "2022-01-13T12:30"),
        (f"{LRM}[13.01.22, 6:07:08 p. m.] ", "2022-01-13T18:07"),
        (f"{RLM}[١٣{RLM}/٠١{RLM}/٢٠٢٢، ١٢:٣٠:٠٥ ص] ", "2022-01-13T00:30"),
        (f"١٣{RLM}/١{RLM}/٢٠٢٢، ٩:٠٥ م - ", "2022-01-13T21:05"),
    ],
)
def test_every_telephone_writes_its_own_date(head: str, moment: str) -> None:
    text = f"{head}سلمى: ثلاثة أصيبوا\r\n{head}عمر: لا قتلى\r\n"
    first, second = reports(read(text))
    assert (first.text, first.outlet, first.published) == ("ثلاثة أصيبوا", "سلمى", moment)
    assert (second.id, second.published_from) == ("_chat.txt:2", "whatsapp")
    assert first.original is not None
    assert first.original in text.encode()


CHAT = f"""13/01/2022, 12:29 - Messages and calls are end-to-end encrypted. Nobody outside: not even WhatsApp.
13/01/2022, 12:30 - Salma created group "Harbour: news"
13/01/2022, 12:31 - Salma: قال المحافظ إن ثلاثة أصيبوا:
الأول في الميناء

13/01 والثاني: في السوق
13/01/2022, 12:32 - Salma: <Media omitted>
13/01/2022, 12:33 - Omar: {LRM}IMG-20220113-WA0001.jpg (file attached)
المستودع بعد الحريق
13/01/2022, 12:34 - Omar: This message was deleted
13/01/2022, 12:35 - Omar: أربعة أصيبوا <This message was edited>
13/01/2022, 12:36 - Omar: IMG-20220113-WA0002.jpg (file attached)
13/01/2022, 12:37 - Omar: Missed voice call
"""


def test_messages_of_many_lines_and_what_is_none() -> None:
    found = read(CHAT, "WhatsApp Chat with Harbour.txt")
    long, captioned, edited = reports(found)
    assert long.text == "قال المحافظ إن ثلاثة أصيبوا:\nالأول في الميناء\n\n13/01 والثاني: في السوق"
    assert ("chat", "Harbour", "whatsapp") in long.metadata
    assert captioned.text == "المستودع بعد الحريق"
    assert ("media_missing", "IMG-20220113-WA0001.jpg", "whatsapp") in captioned.metadata
    assert (edited.text, ("edited", "yes", "whatsapp") in edited.metadata) == ("أربعة أصيبوا", True)
    assert notes(found) == {
        "day_order_certain": {"order": "dmy", "evidence": "13/1/2022"},
        "chat_passed_over": {"notices": "2", "omitted": "2", "deleted": "1", "call": "1"},
    }


@pytest.mark.parametrize(
    ("days", "reason", "second"),
    [(["03/02/2022", "04/02/2022", "01/03/2022"], "day_order_by_time", "2022-02-04"),
     (["02/03/2022", "02/04/2022", "03/01/2022"], "day_order_by_time", "2022-02-04"),
     (["01/01/2022", "02/02/2022"], "day_order_guessed", "2022-02-02")],
)  # fmt: skip
def test_the_whole_chat_says_which_number_is_the_month(days: list[str], reason: str, second: str) -> None:
    found = read("".join(f"{day}, 12:30 - Salma: five hurt\n" for day in days))
    assert reason in notes(found)
    assert (reports(found)[1].published or "").startswith(second)
    assert ("day_order_guessed" in reports(found)[1].flags) == (reason == "day_order_guessed")
    said = read("".join(f"{day}, 12:30 - Salma: five hurt\n" for day in days), day_order="mdy")
    assert "day_order_said" in notes(said)


def test_a_zip_with_its_pictures(tmp_path: Path) -> None:
    path = tmp_path / "WhatsApp Chat - الميناء.zip"
    chat = f"[13/01/2022, 12:30:05] Salma: {LRM}<attached: 001-PHOTO.jpg>\r\n[13/01/2022, 12:31:05] Salma: خبر عاجل\r\n"
    chat += f"[13/01/2022, 12:32:05] Salma: بعد الحريق\r\n{LRM}<attached: 002-PHOTO.jpg>\r\n"
    with zipfile.ZipFile(path, "w") as packed:
        packed.writestr("_chat.txt", chat)
        for name in ("001-PHOTO.jpg", "002-PHOTO.jpg"):
            packed.writestr(name, b"\xff\xd8\xff" + name.encode())
    found = list(open_sources([str(path)]))
    first, second = reports(found)
    assert not [each for each in found if isinstance(each, Failed)]
    assert (first.id, first.text) == (f"{path.name}/_chat.txt:2", "خبر عاجل")
    assert ("chat", "الميناء", "whatsapp") in first.metadata
    digests = [value for name, value, _ in second.metadata if name == "media_sha256"]
    assert len(digests) == 1
    assert digests[0].endswith(" 002-PHOTO.jpg")
    assert any(name == "packed_in" and value.endswith(path.name) for name, value, _ in first.metadata)


@pytest.mark.parametrize(
    "text", ["13/01/2022, 12:30 والساعة - كلام\nثم سطر", "قال المحافظ: لا قتلى\n", "2022-01-13\n2022-01-14\n"]
)
def test_a_text_that_is_no_chat_is_read_as_text(tmp_path: Path, text: str) -> None:
    (tmp_path / "a.txt").write_text(text, encoding="utf-8")
    (report,) = open_sources([str(tmp_path / "a.txt")])
    assert isinstance(report, Incoming)
    assert (report.kind, report.text) == ("text", text)


LINES = st.lists(
    st.text(st.characters(categories=["L", "N", "P"], exclude_characters="<>()[]"), min_size=1, max_size=30),
    min_size=1,
    max_size=3,
)


@given(
    st.lists(st.tuples(st.sampled_from(["سلمى", "Omar K.", "+212 677-52"]), LINES), min_size=2, max_size=6),
    st.booleans(),
)
def test_whatever_was_written_comes_out_of_the_export(written: list[tuple[str, list[str]]], apple: bool) -> None:
    head = "[13/01/2022, 12:30:05] {}: {}\r\n" if apple else "13/01/2022, 12:30 - {}: {}\n"
    text = "".join(head.format(who, "\n".join(lines)) for who, lines in written)
    found = reports(read(text))
    known = {"null"}
    expected = [(who, "\n".join(lines)) for who, lines in written if "\n".join(lines).casefold() not in known]
    assert [(report.outlet, report.text) for report in found] == expected


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters="\r\n\t"), max_size=200))
def test_no_chat_raises(text: str) -> None:
    for outcome in read("13/01/2022, 12:30 - a: b\n" + text):
        assert isinstance(outcome, Incoming | Failed | Noted)
