"""The page in Chromium: lines that do not move, exact copies, enough contrast, names and order, paper, nothing loaded."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser

import khabar
from khabar.export.page import page_of
from khabar.record import Report
from page_in_browser import CASES, WIDTHS, Case, Opened

pytestmark = pytest.mark.browser

# Where every character of every paragraph stands: [left, top] of each, over all text nodes.
PLACES = """() => [...document.querySelectorAll('#text .par')].map((line) => {
  const places = [], walker = document.createTreeWalker(line, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode())
    for (let at = 0; at < node.length; at++) {
      const range = document.createRange();
      range.setStart(node, at); range.setEnd(node, at + 1);
      const box = range.getBoundingClientRect();
      places.push([box.left, box.top + box.height / 2]);
    }
  return places;
})"""
BARE = "() => document.querySelectorAll('#text .par').forEach((line) => { line.textContent = line.textContent; })"
NARROWER = "() => document.querySelectorAll('#text .par').forEach((line) => { line.style.paddingInlineEnd = '.5px'; })"
Places = list[list[tuple[float, float]]]


def moved(these: Places, those: Places, most: float) -> set[int]:
    """The lines of the source of which a character stands elsewhere, by more than so many pixels."""
    assert [len(line) for line in these] == [len(line) for line in those]
    return {
        number
        for number, (one, other) in enumerate(zip(these, those, strict=True))
        for (left, top), (left_then, top_then) in zip(one, other, strict=True)
        if abs(left - left_then) > most or abs(top - top_then) > most
    }


@pytest.mark.parametrize("case", CASES, ids=str)
@pytest.mark.parametrize("width", WIDTHS)
def test_marks_move_no_letter(opened: Any, case: Case, width: int) -> None:
    page = opened(case, viewport={"width": width, "height": 900})
    assert page.run("() => document.querySelectorAll('#text .par :is(a, span)').length") > 5
    marked = page.run(PLACES)
    page.run(BARE)
    differing = moved(marked, page.run(PLACES), 0.5)
    # The browser rounds the width of each piece to 1/64 px.  A line that is full to the last half pixel may break a word
    # earlier: then it must stand as the bare text does in a column half a pixel narrower.
    page.run(NARROWER)
    bare = page.run(PLACES)
    assert not {line for line in differing if moved([marked[line]], [bare[line]], 1)}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_marks_that_are_hidden_or_lit_move_nothing_at_all(opened: Any, case: Case) -> None:
    page = opened(case)
    marked = page.run(PLACES)
    page.run("() => document.querySelectorAll('#text :is(a, span)').forEach((each) => each.classList.add('lit'))")
    assert not moved(marked, page.run(PLACES), 0)
    page.run("() => document.querySelectorAll('[data-shows]').forEach((box) => box.click())")
    assert not moved(marked, page.run(PLACES), 0)


@pytest.mark.parametrize("case", CASES, ids=str)
def test_what_is_copied_is_the_source(opened: Any, case: Case, reports: dict[str, Report]) -> None:
    page = opened(case)
    text = reports[case.report].document.text or ""
    copied = page.run("""() => {
      getSelection().selectAllChildren(document.querySelector('#text'));
      const event = new ClipboardEvent('copy', { clipboardData: new DataTransfer(), bubbles: true, cancelable: true });
      document.querySelector('#text .par').dispatchEvent(event);
      return event.clipboardData.getData('text/plain');
    }""")
    assert copied == text.strip()
    part = page.run("""() => {
      const line = [...document.querySelectorAll('#text .par')].find((each) => each.querySelectorAll('a').length > 2);
      const [first, last] = [line.querySelectorAll('a')[0], line.querySelectorAll('a')[2]];
      getSelection().setBaseAndExtent(first.firstChild, 0, last.firstChild, last.firstChild.length);
      return getSelection().toString();
    }""")
    assert part in text


# The contrast of all visible text with every colour that may lie behind it: background colours up the tree, and all
# colours of gradients, which are laid over them.
CONTRASTS = """() => {
  const parse = (colour) => { const n = colour.match(/[\\d.]+/g).map(Number); return n.length < 4 ? [...n, 1] : n; };
  const over = (top, under) => [0, 1, 2].map((i) => top[i] * top[3] + under[i] * (1 - top[3])).concat(1);
  const light = ([r, g, b]) => [r, g, b].map((v) => v / 255).map((v) => v <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [.2126, .7152, .0722][i], 0);
  const ratio = (a, b) => { const [x, y] = [light(a), light(b)].sort((p, q) => q - p); return (x + .05) / (y + .05); };
  const grounds = (element) => {
    if (!element) return [matchMedia('(prefers-color-scheme: dark)').matches ? [0, 0, 0, 1] : [255, 255, 255, 1]];
    const style = getComputedStyle(element), below = grounds(element.parentElement);
    const plain = below.map((under) => over(parse(style.backgroundColor), under));
    const stops = style.backgroundImage.match(/rgba?\\([^)]*\\)/g) || [];
    return [...plain, ...stops.flatMap((stop) => plain.map((under) => over(parse(stop), under)))];
  };
  const poor = [], walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const element = node.parentElement;
    if (!node.data.trim() || !element.checkVisibility() || element.closest('script, style, select')) continue;
    const colour = parse(getComputedStyle(element).color);
    const worst = Math.min(...grounds(element).map((ground) => ratio(over(colour, ground), ground)));
    if (worst < 4.5) poor.push([worst.toFixed(2), element.className || element.tagName, node.data.trim().slice(0, 20)]);
  }
  return poor;
}"""


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("case", [Case("arabic", "en"), Case("tolls", "ar")], ids=str)
def test_all_text_has_enough_contrast(opened: Any, case: Case, scheme: str) -> None:
    page = opened(case, color_scheme=scheme)
    page.run("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.run(CONTRASTS) == []
    page.page.keyboard.press("j")  # with words lit and a card open
    page.page.keyboard.press("j")
    assert page.run(CONTRASTS) == []


@pytest.mark.parametrize("case", CASES, ids=str)
def test_everything_has_a_name_and_a_place_in_the_order(opened: Any, case: Case) -> None:
    page = opened(case)
    unnamed = page.run("""() => [...document.querySelectorAll(
      'a, button, input, select, article#text, aside, [role=dialog], dialog'
    )].filter((each) => {
      const labels = [...(each.labels || [])].map((label) => label.textContent).join('');
      return !(each.ariaLabel || each.getAttribute('aria-labelledby') || each.textContent.trim() || labels.trim());
    }).map((each) => each.outerHTML)""")
    assert unnamed == []
    assert page.run("() => [...document.querySelectorAll('[tabindex]')].every((e) => e.tabIndex <= 0)")
    levels = page.run("() => [...document.querySelectorAll('header h1, main h2, main h3')].map((e) => +e.tagName[1])")
    assert levels[0] == 1
    assert all(later - earlier <= 1 for earlier, later in itertools.pairwise(levels))
    html = page.run("() => [document.documentElement.lang, document.documentElement.dir]")
    assert html == [case.ui, "rtl" if case.ui == "ar" else "ltr"]
    wide = page.run("() => document.documentElement.scrollWidth > document.documentElement.clientWidth")
    assert not wide


@pytest.mark.parametrize("width", WIDTHS)
@pytest.mark.parametrize("ui", ["ar", "en"])
def test_nothing_hangs_over_the_side(opened: Any, ui: str, width: int) -> None:
    page = opened(Case("arabic", ui), viewport={"width": width, "height": 800})
    page.run("() => document.querySelectorAll('details').forEach((each) => { each.open = true; })")
    assert page.run("() => document.documentElement.scrollWidth <= document.documentElement.clientWidth")


def test_the_panel_stands_beside_the_text_on_the_side_where_lines_end(opened: Any) -> None:
    for ui in ("ar", "en"):
        page = opened(Case("arabic", ui))
        text, panel = (page.page.locator(each).bounding_box() for each in ("#text", "#digest"))
        assert text
        assert panel
        assert (panel["x"] < text["x"]) is (ui == "ar")


def test_on_paper_there_is_text_and_record_and_no_control(opened: Any) -> None:
    page = opened(Case("tolls", "ar"))
    page.page.keyboard.press("j")
    page.page.emulate_media(media="print")
    hidden = ("#card", ".filters", ".help", ".skip", "#all")
    assert not [each for each in hidden if page.page.locator(each).first.is_visible()]
    assert page.page.locator("#text .figure").first.is_visible()
    assert page.page.locator("#digest .disagreements").is_visible()
    assert page.run("() => getComputedStyle(document.querySelector('#text .said')).printColorAdjust") == "exact"
    assert len(page.page.pdf(format="A4")) > 10_000


def test_hostile_text_runs_nothing(browser: Browser, tmp_path: Path) -> None:
    text = '</p><script>document.title = "taken"</script><img src="x" onerror="document.title = 1"><style>*{color:red}</style>'
    file = tmp_path / "hostile.html"
    file.write_text(
        page_of(khabar.read(f"{text}\nقال الوالي إن {text}", title=text, outlet=text), "ar"), encoding="utf-8"
    )
    page = Opened(browser, file)
    page.page.keyboard.press("j")
    assert "<script>" in page.page.title()
    assert page.page.locator("#text img, #text script, #digest img").count() == 0
    assert page.said == []
    assert len(page.asked) == 1
    page.context.close()


def test_what_slips_through_is_stopped_by_the_policy(browser: Browser, tmp_path: Path) -> None:
    made = page_of(khabar.read("قال الوالي إن الوضع هادئ."), "ar")
    slipped = '<script>document.title = "taken"</script><img src="http://127.0.0.1:9/x.png"><b onclick="document.title = 2">b</b>'
    file = tmp_path / "slipped.html"
    file.write_text(made.replace("<footer>", f"{slipped}<footer>"), encoding="utf-8")
    page = Opened(browser, file)
    page.page.locator("b").click()
    assert "taken" not in page.page.title()
    assert page.page.title() != "2"
    assert len(page.said) >= 3  # the browser tells of each refusal
    page.context.close()
