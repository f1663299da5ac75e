"""Every kind of page without a mouse: walked from its first stop to its last."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

if TYPE_CHECKING:
    from browser import Browser
    from site_for_tests import BuiltSite

pytestmark = pytest.mark.slow

# Lists what can be used, in the order of the page, and notes what becomes focused:
# which of the list, whether its outline is drawn, and whether any of it is in sight.
WATCH = """
(() => {
  const usable = [...document.querySelectorAll(
    'a[href], button, input, select, textarea, summary, [tabindex]')]
    .filter(each => each.checkVisibility() && !each.disabled && each.tabIndex >= 0);
  window.usable = usable;
  window.stops = [];
  document.addEventListener('focusin', ({ target }) => {
    const style = getComputedStyle(target);
    const drawn = style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    const inSight = [...target.getClientRects()].some(box => {
      const x = (Math.max(box.left, 0) + Math.min(box.right, innerWidth)) / 2;
      const y = (Math.max(box.top, 0) + Math.min(box.bottom, innerHeight)) / 2;
      const there = document.elementFromPoint(x, y);
      return there && (target.contains(there) || there.contains(target));
    });
    stops.push([usable.indexOf(target), drawn, inSight,
      target.outerHTML.slice(0, 120)]);
  });
  return usable.map(each => each.outerHTML.slice(0, 120));
})()
"""

# Stops of one part of the page that lie above the stop before them.
BACKWARDS = """
(() => {
  const part = each => each.closest('nav, section, aside, header, footer, main');
  const box = each => each.getBoundingClientRect();
  return usable.slice(1)
    .map((each, at) => [usable[at], each])
    .filter(([one, next]) => part(one) === part(next) && !one.matches('.skip'))
    .filter(([one, next]) => box(next).bottom <= box(one).top)
    .map(([one, next]) => [one, next].map(each => each.textContent.trim()).join(' > '));
})()
"""


def walked(browser: Browser, count: int) -> list[tuple[int, bool, bool, str]]:
    """Go on to as many stops; a field for a date has some more within it."""
    for _ in range(count + 10):
        browser.press("Tab")
        if browser.ask("stops.length") == count:
            break
    return list(map(tuple, browser.ask("stops")))


class TestWalk:
    """A walk with the key Tab."""

    @pytest.mark.parametrize(
        ("locale", "width"), [("en", 360), ("en", 1280), ("ar", 360), ("ar", 1280)]
    )
    def test_whole_page(
        self, browser: Browser, site: BuiltSite, address: str, locale: str, width: int
    ) -> None:
        """
        The walk reaches everything that can be used, in the order of the page, and
        each stop is outlined and in sight.
        """
        browser.show(width)
        for page in site.samples(locale):
            browser.open(f"{address}{page}")
            if page.endswith("banner/"):
                # The banner comes when its words have come.
                browser.page.wait_for_load_state("networkidle")
            usable = browser.ask(WATCH)
            stops = walked(browser, len(usable))

            assert len(usable) > 2, page
            assert list(range(len(usable))) == [place for place, *_ in stops], page
            assert [] == [html for _, drawn, _, html in stops if not drawn], page
            assert [] == [html for _, _, in_sight, html in stops if not in_sight], page
            assert [] == browser.ask(BACKWARDS), page

    def test_back(self, browser: Browser, site: BuiltSite, address: str) -> None:
        """
        From the foot of a page the way leads back to its beginning.
        """
        browser.show(1280)
        browser.open(f"{address}website/")
        count = len(browser.ask(WATCH))
        walked(browser, count)
        for _ in range(count - 1):
            browser.press("Shift+Tab")

        assert site.pages()
        assert "skip" == browser.ask("document.activeElement.className")
