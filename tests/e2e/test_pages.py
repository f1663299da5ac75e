"""The published pages in a real browser: on a telephone, in the dark, by keyboard."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Any

import pytest

from rich_statement import AS_OF
from rich_statement import NEXT
from rich_statement import NOW
from rich_statement import OLD
from rich_statement import write_rich_statement

if TYPE_CHECKING:
    from pathlib import Path

    from browser import Browser

pytestmark = pytest.mark.slow

ADDRESSES = (
    "",
    "website/",
    "website/es/",
    "website/ar/",
    "website/zh-Hant/",
    f"website/{OLD}/",
    f"website/{NOW}/",
    f"website/{NEXT}/",
    f"website/ar/{NEXT}/",
    f"website/compare/{OLD}/{NOW}/",
    f"website/ar/compare/{OLD}/{NOW}/side-by-side/",
    "website/sections/children/",
    "website/ar/sections/children/",
    "website/archive/",
    "website/ar/archive/",
    "website/changes/",
    f"website/changes/{NEXT}/",
    "website/ar/changes/",
    f"website/ar/changes/{NEXT}/",
)

# Every element with words of its own, its colour, and what is behind it.
COLOURS = """
(() => {
  const numbers = text => text.match(/[\\d.]+/g).map(Number);
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const [r, g, b, a = 1] = numbers(getComputedStyle(e).backgroundColor);
      if (a === 1) return [r, g, b];
    }
    return [255, 255, 255];
  };
  const luminance = colour => colour
    .map(c => c / 255)
    .map(c => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4)
    .reduce((sum, c, i) => sum + c * [0.2126, 0.7152, 0.0722][i], 0);
  const faint = [];
  for (const e of document.body.querySelectorAll('*')) {
    const own = [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim());
    if (!own || e.matches('.skip')) continue;
    const pair = [numbers(getComputedStyle(e).color).slice(0, 3), ground(e)]
      .map(luminance).sort((a, b) => b - a);
    const ratio = (pair[0] + 0.05) / (pair[1] + 0.05);
    if (ratio < 4.5) faint.push([e.tagName, e.textContent.slice(0, 40), ratio]);
  }
  return faint;
})()
"""

# Links that stand by themselves, with a side under 24 pixels and a neighbour near it.
SMALL_TARGETS = """
(() => {
  const all = [...document.querySelectorAll('a, summary')]
    .filter(e => e.checkVisibility() && !e.matches('.skip'))
    .filter(e => !e.closest('p, dd, .text li, .text td')
      || e.closest('.links, .above, .archive, .after, .masthead, .colophon'));
  return all.map(e => [e.textContent, e.getBoundingClientRect()])
    .filter(([, box]) => box.width < 24 || box.height < 24)
    .map(([words, box]) => `${words}: ${box.width} x ${box.height}`);
})()
"""

# What can be seen beyond the sides of the window, and doesn't scroll in a box.
CUT_OFF = """
[...document.querySelectorAll('main *, header *, footer *')]
  .filter(e => e.checkVisibility() && !e.closest('.table, pre, .skip, thead'))
  .filter(e => [...e.childNodes].some(n => n.nodeType === 3 && n.data.trim()))
  .filter(e => {
    const box = e.getBoundingClientRect();
    return box.left < -1 || box.right > innerWidth + 1;
  })
  .map(e => e.textContent.slice(0, 40))
"""

SIDEWAYS = """
document.documentElement.scrollWidth - document.documentElement.clientWidth
"""

# Where year, month and day of a label begin.
LABEL = """
(() => {
  const text = document.querySelector('.version .label').firstChild;
  return [0, 5, 8].map(start => {
    const range = document.createRange();
    range.setStart(text, start);
    range.setEnd(text, start + 2);
    return range.getBoundingClientRect().left;
  });
})()
"""

FOCUS = """
(() => {
  const e = document.activeElement, style = getComputedStyle(e);
  return [e.tagName, e.className, style.outlineStyle, parseFloat(style.outlineWidth)];
})()
"""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with a text in force, one before and one to come."""
    root = tmp_path_factory.mktemp("pages") / "project"
    repo = write_rich_statement(root, "es", "ar", "zh-Hant")
    outcome = repo.run("build", "--as-of", AS_OF, "--no-pdf", "--out", "out")
    assert (0, "") == (outcome.status, outcome.err)
    return root / "out"


def open_page(browser: Browser, site: Path, address: str) -> None:
    """Open a page of the site from the disk."""
    browser.open((site / address / "index.html").as_uri())


each_page = pytest.mark.parametrize("address", ADDRESSES)


class TestReflow:
    """Pages in narrow windows, and enlarged."""

    @each_page
    @pytest.mark.parametrize(
        ("width", "zoom"),
        [(320, 1), (390, 1), (768, 1), (1280, 1), (1280, 4)],
        ids=["320", "390", "768", "1280", "1280-enlarged"],
    )
    def test_no_sideways(
        self, browser: Browser, site: Path, address: str, width: int, zoom: int
    ) -> None:
        """
        No page must be scrolled sideways, at 320 pixels and enlarged to 400 % neither,
        and nothing is cut off.
        """
        browser.show(width, zoom=zoom)
        open_page(browser, site, address)

        assert 0 == browser.ask(SIDEWAYS)
        assert [] == browser.ask(CUT_OFF)

    def test_wide_table(self, browser: Browser, site: Path) -> None:
        """
        A table that is too wide scrolls in its own box, which the keyboard reaches.
        """
        browser.show(320)
        open_page(browser, site, "website/")
        box = "document.querySelector('.table.wide')"

        assert browser.ask(f"{box}.scrollWidth > {box}.clientWidth")
        assert 0 == browser.ask(f"{box}.tabIndex")

    def test_larger_spacing(self, browser: Browser, site: Path) -> None:
        """
        Readers who space lines, letters and words out lose nothing.
        """
        browser.show(320)
        open_page(browser, site, "website/")
        browser.ask(
            "for (const e of document.querySelectorAll('*')) {"
            "  e.style.lineHeight = '1.5'; e.style.letterSpacing = '0.12em';"
            "  e.style.wordSpacing = '0.16em';"
            "}"
        )

        assert [] == browser.ask(CUT_OFF)


class TestColours:
    """Pages by day and by night."""

    @each_page
    @pytest.mark.parametrize("scheme", ["light", "dark"])
    def test_contrast(
        self, browser: Browser, site: Path, address: str, scheme: str
    ) -> None:
        """
        All words stand out from what is behind them by 4.5 to 1 at least.
        """
        browser.show(1280, scheme=scheme)
        open_page(browser, site, address)

        assert [] == browser.ask(COLOURS)

    def test_schemes_differ(self, browser: Browser, site: Path) -> None:
        """
        Who wants it dark gets it dark.
        """
        grounds = []
        for scheme in ("light", "dark"):
            browser.show(390, scheme=scheme)
            open_page(browser, site, "website/")
            grounds.append(
                browser.ask("getComputedStyle(document.body).backgroundColor")
            )

        assert ["rgb(252, 251, 247)", "rgb(23, 26, 27)"] == grounds


class TestKeyboard:
    """Pages without a mouse."""

    @each_page
    def test_focus_seen(self, browser: Browser, site: Path, address: str) -> None:
        """
        Whatever the keyboard reaches is outlined.
        """
        browser.show(1280)
        open_page(browser, site, address)
        unseen = []
        for _ in range(12):
            browser.press("Tab")
            tag, name, style, width = browser.ask(FOCUS)
            if tag != "BODY" and (style == "none" or width < 2):
                unseen.append((tag, name))

        assert [] == unseen

    def test_skip(self, browser: Browser, site: Path) -> None:
        """
        The first stop is the link past the head, which shows itself and leads there.
        """
        browser.show(390)
        open_page(browser, site, "website/")
        browser.press("Tab")
        height = browser.ask("document.activeElement.getBoundingClientRect().height")
        browser.press("Enter")

        assert height > 24
        assert "MAIN" == browser.ask("document.activeElement.tagName")

    @each_page
    def test_target_size(self, browser: Browser, site: Path, address: str) -> None:
        """
        A link outside running text is at least 24 pixels high and wide.
        """
        browser.show(390)
        open_page(browser, site, address)
        browser.ask("document.querySelectorAll('details').forEach(e => e.open = true)")

        assert [] == browser.ask(SMALL_TARGETS)


class TestNetwork:
    """What a page asks for."""

    @each_page
    def test_own_style_alone(self, browser: Browser, site: Path, address: str) -> None:
        """
        A page asks for its style sheet and the site's script and for nothing else, and
        breaks no rule of its own policy.
        """
        browser.show(1280)
        open_page(browser, site, address)
        asked = [
            event["request"]["url"]
            for event in browser.events("Network.requestWillBeSent")
        ]
        page = (site / address / "index.html").as_uri()

        own = {(site / name).as_uri() for name in ("style.css", "site.js")}
        assert page == asked[0]
        assert own >= {one for one in asked[1:] if not one.startswith("data:")}
        assert [] == browser.events("Log.entryAdded")


class TestDirections:
    """Pages in other directions of writing."""

    @pytest.mark.parametrize(
        ("address", "expected"), [("website/", True), ("website/ar/", False)]
    )
    def test_contents_beside(
        self, browser: Browser, site: Path, address: str, *, expected: bool
    ) -> None:
        """
        On a wide screen the contents stand on the side where lines begin.
        """
        browser.show(1280)
        open_page(browser, site, address)
        is_left: Any = browser.ask(
            "document.querySelector('.contents').getBoundingClientRect().left"
            " < document.querySelector('.text').getBoundingClientRect().left"
        )

        assert expected is is_left

    def test_label(self, browser: Browser, site: Path) -> None:
        """
        A version's label keeps its form within Arabic.
        """
        browser.show(1280)
        open_page(browser, site, "website/ar/")
        places = browser.ask(LABEL)

        assert sorted(places) == places
