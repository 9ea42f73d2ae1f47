"""A report may be cut off anywhere, and its words may come in any order: what is read of it is little then, but it is read."""

from __future__ import annotations

import random

import pytest

import khabar
from khabar.languages.pack import codes, load

REPORTS = 300
PIECES = 12
"""Sentences of a report that is made up, each cut at a word of chance."""


def pieces(code: str, chance: random.Random) -> list[str]:
    """What rules take and refuse, cut, turned round and run together."""
    told = [
        words for rule in load(code).rules for one in (*rule.takes, *rule.refuses) if (words := one.sentence.split())
    ]
    made = []
    for words in chance.sample(told, min(PIECES, len(told))):
        first = chance.randrange(len(words))
        cut = words[first : first + chance.randint(1, 20)]
        if chance.random() < 1 / 3:
            chance.shuffle(cut)
        made.append(" ".join((*cut, *chance.choice(told)[:2])) + chance.choice(("", ".", ":", "\n")))
    return made


@pytest.mark.parametrize("code", codes())
def test_a_report_of_cut_sentences_is_read(code: str) -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    for _ in range(REPORTS):
        text = "\n".join(pieces(code, chance))
        assert khabar.read(text, published="2022-01-07").document.text == text, text


@pytest.mark.parametrize("code", codes())
def test_a_report_that_ends_in_mid_sentence_is_read(code: str) -> None:
    chance = random.Random(7)  # noqa: S311 - no secret
    for rule in load(code).rules:
        for one in (*rule.takes, *rule.refuses):
            words = one.sentence.split()
            text = " ".join(words[: chance.randint(1, len(words))])
            assert khabar.read(text).document.text == text, text


ENDINGS = (
    "البلدية ترد على المحافظ:",
    "وعلق الوزير على الحادث:",
    "والي سيلدان يعزي آل نمران في سعيد",
    "18 آذار آخر موعد لاستقبال طلبات المعارض التجارية 2016م",
    "ووفقا لضابط الشرطة، نحن نراقب",
    "ولا يكفي الناس التمسك بالمطالبة بفتح الطريق، فما بعد الصيف، ثمة",
    "تمنع القوات سيارات الإسعاف من الوصول إلى الأحياء لانتشال",
    "قال باحثون إن السد بخير، غير أن دراساتهم الجديدة وجدت أن السد يصمد.",
    "عبر المحافظ عن",
    "وقالت الوزارة إن قواتها قتلت 26 ممن",
)
"""The words of these reports run out where a rule looks for the next one."""


@pytest.mark.parametrize("text", ENDINGS)
def test_what_ends_a_report_opens_nothing(text: str) -> None:
    assert khabar.read(text).document.text == text
