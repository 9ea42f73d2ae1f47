"""Arabic nouns of speech with a pronoun in the circumstance that opens a sentence: whose they are stands behind it."""

from __future__ import annotations

import pytest

from read_claims import said, speakers

BEFORE = "قال النائب نبيل عواد إن السد سليم.\n"


@pytest.mark.parametrize(
    ("text", "claim"),
    [
        ("وفي إطار قلقه من العنف، دعا النائب سامي الرشدان الحركة إلى السلم.", ("سامي الرشدان", "العنف")),
        ("وفي اطار قلقه من انتشار الوباء دعا سامي الرشدان الحركة إلى السلم.", ("سامي الرشدان", "انتشار الوباء")),
        ("ورغم تعهدها بفتح الطريق، قالت البلدية إن العمل متوقف.", ("البلدية", "فتح الطريق")),
        ("وبعد دعوته إلى السلم، غادر الوزير القرية.", ("الوزير", "السلم")),
    ],
)
def test_whose_it_is_stands_behind(text: str, claim: tuple[str, str]) -> None:
    assert said(BEFORE + text)[1] == claim


@pytest.mark.parametrize(
    "text",
    [
        "وفي دعوته إلى السلم، أكد أن الطريق آمن.",
        "وبعد دعوته إلى السلم، غادرت البلدية القرية.",
    ],
)
def test_without_somebody_who_fits_it_is_whoever_spoke_before(text: str) -> None:
    assert speakers(BEFORE + text)[1] == "نبيل عواد"
