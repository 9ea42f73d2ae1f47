"""The page in Chromium: cards by pointer and by key, ways to the words and back, filters."""

from __future__ import annotations

from typing import Any

import pytest

from khabar.record import Report
from page_in_browser import CASES, Case, Opened

pytestmark = pytest.mark.browser


def is_open(page: Opened) -> bool:
    return page.page.locator("#card").is_visible()


@pytest.mark.parametrize("case", CASES, ids=str)
def test_cards_open_on_hover_and_on_focus_and_close(opened: Any, case: Case, reports: dict[str, Report]) -> None:
    page = opened(case)
    figure = reports[case.report].figures[0]
    words = page.page.locator(f'#text a[data-i~="{figure.id}"]').first
    assert not is_open(page)
    words.hover()
    page.page.locator("#card").wait_for(state="visible")
    assert figure.text in page.page.locator("#card").inner_text()
    assert figure.id in page.page.locator("#card").inner_text()
    page.page.mouse.move(5, 5)
    page.page.locator("#card").wait_for(state="hidden")
    words.focus()
    assert is_open(page)
    page.page.mouse.move(5, 5)
    assert not page.run(OUTSIDE_OR_OVER)


# Of all items the words whose card hangs out of the window or lies on their first line.
OUTSIDE_OR_OVER = """() => [...document.querySelectorAll('#text a')].filter((words) => {
  words.scrollIntoView({ block: 'nearest' });
  words.focus();
  const card = document.querySelector('#card').getBoundingClientRect(), at = words.getClientRects()[0];
  const apart = card.bottom <= at.top || card.top >= at.bottom;
  return !apart || card.left < 0 || card.right > innerWidth || card.top < 0 || card.bottom > innerHeight;
}).map((words) => words.textContent)"""


def test_a_claim_shows_its_rule_its_chain_and_lights_its_parts(opened: Any, reports: dict[str, Report]) -> None:
    page = opened(Case("arabic", "ar"))
    claim = next(c for c in reports["arabic"].claims if c.via and c.cue and c.via[0].span)
    page.page.locator(f'#text a[data-i~="{claim.id}"]').first.focus()
    shown = page.page.locator("#card .item").first.inner_text()
    assert claim.rule in shown
    chain = page.page.locator("#card .item").first.locator(".chain li").all_inner_texts()
    assert len(chain) == len(claim.via) + 2
    assert claim.via[0].name in chain[1]
    lit = "".join(page.page.locator("#text .lit").all_inner_texts())
    assert claim.content.text.split()[0] in lit
    assert page.page.locator("#card .rule").first.is_visible()


KEY = "(code) => document.activeElement.dispatchEvent(new KeyboardEvent('keydown', {key: 'ت', code, bubbles: true}))"


def test_the_keyboard_alone_goes_round(opened: Any) -> None:
    page = opened(Case("arabic", "en"))
    keys, at = page.page.keyboard, "() => document.activeElement.dataset.i || document.activeElement.id"
    keys.press("j")
    first = page.run(at)
    assert first
    assert is_open(page)
    keys.press("j")
    second = page.run(at)
    assert second not in ("", first)
    keys.press("k")
    assert page.run(at) == first
    page.run(KEY, "KeyJ")  # an Arabic keyboard: the same key says another letter
    assert page.run(at) == second
    keys.press("Enter")
    assert page.run(at) == "card"
    keys.press("Escape")
    assert not is_open(page)
    assert page.run(at) == second
    keys.press("Tab")
    assert page.run(at) not in (first, second)
    assert is_open(page)
    keys.press("Escape")
    keys.press("?")
    assert page.page.locator("#help").is_visible()
    keys.press("Escape")
    assert not page.page.locator("#help").is_visible()


def test_entries_lead_to_their_words_and_words_to_their_entries(opened: Any) -> None:
    page = opened(Case("tolls", "ar"))
    link = page.page.locator("#digest .figures .entry a.words").first
    key = str(link.get_attribute("href")).removeprefix("#w-")
    link.click()
    assert key in page.run("() => document.activeElement.dataset.i").split()
    assert page.page.locator(f'[id="w-{key}"]').is_visible()
    page.page.locator(f'#card a[href="#d-{key}"]').first.click()
    assert key in page.run("() => document.activeElement.closest('[data-d]').dataset.d").split()
    assert not is_open(page)


def test_without_a_script_words_lead_to_entries_and_layers_can_be_hidden(opened: Any) -> None:
    page = opened(Case("tolls", "ar"), java_script_enabled=False)
    link = page.page.locator("#text a.figure").first
    link.click()
    assert page.page.url.endswith(str(link.get_attribute("href")))
    assert page.page.locator(str(link.get_attribute("href")).replace("#", "[id='") + "']").is_visible()
    page.page.locator(".filters summary").click()
    page.page.locator("#show-figures").uncheck()
    assert not page.page.locator("#digest .figures").is_visible()


def test_filters_take_marks_entries_and_tab_stops_away(opened: Any, reports: dict[str, Report]) -> None:
    page = opened(Case("tolls", "en"))
    page.page.locator(".filters summary").click()
    page.page.locator("#show-figures").uncheck()
    page.page.locator("#show-events").uncheck()
    figure = page.page.locator("#text a.figure").first
    background = "(element) => getComputedStyle(element).backgroundColor"
    assert figure.evaluate(background) == "rgba(0, 0, 0, 0)"
    assert figure.get_attribute("tabindex") == "-1"
    page.page.locator("#show-figures").check()
    assert figure.evaluate(background) != "rgba(0, 0, 0, 0)"
    speaker = next(c.speaker_name for c in reports["tolls"].claims if c.speaker_name != "?")
    page.page.locator("#speaker").select_option(speaker)
    shown = page.run("() => [...document.querySelectorAll('#digest .claims .entry')].filter((e) => !e.hidden).length")
    assert 0 < shown < len(reports["tolls"].claims)
    assert page.run("() => document.querySelectorAll('#text .off').length") > 0
