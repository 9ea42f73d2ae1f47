"""Whoever tells that his own men did it answers for the act, whatever verb says so; whoever tells it of others does not."""

from __future__ import annotations

import pytest

import khabar


def _acts(text: str) -> list[str]:
    return [claim.act for claim in khabar.read(text, published="2022-01-07").claims]


@pytest.mark.parametrize(
    "text",
    [
        "أعلنت جماعة الراية تنفيذ أحد أعضائها الهجوم على الحاجز.",
        "وكانت الجماعة قد أعلنت من قبل مسؤوليتها عن تفجيرين في العاصمة.",
        "وقالت جماعة الراية إن مقاتليها نفذوا الهجوم.",
        "وقال متحدث باسم الجماعة إن مقاتليها نفذوا الهجوم على المطار.",
        "وأكدت كتائب الفجر أن عناصرها هم من نفذوا عملية إطلاق النار قرب البلدة.",
        "وذكر بيان للتنظيم أن ثلاثة من عناصره نفذوا التفجير.",
        "وأعلن لواء الصقور وقوفه وراء تفجير السيارة.",
        "وأعلن الحزب تنفيذه الهجوم على القافلة.",
        "وأقرت الجماعة بأن أحد عناصرها هو منفذ التفجير.",
    ],
)
def test_the_speaker_answers_for_it(text: str) -> None:
    assert _acts(text) == ["claim_responsibility"]


@pytest.mark.parametrize(
    "text",
    [
        "وقالت الوزارة إن مقاتلي الجماعة نفذوا الهجوم.",
        "وقالت الوزيرة إن عناصره نفذوا الهجوم.",
        "وأعلن التنظيم مقتل أحد أعضائه في غارة جوية.",
        "وأعلن الجيش تنفيذ إحدى وحداته تدريباً في الصحراء.",
        "وقال الاتحاد إن أعضاءه نفذوا وقفة احتجاجية.",
        "وأعلنت الوزارة تنفيذ مشروع الجسر.",
    ],
)
def test_others_or_no_attack(text: str) -> None:
    assert _acts(text) == ["say"]
