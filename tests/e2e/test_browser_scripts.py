"""Pages where scripts are off: they need none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser import Browser
from site_for_tests import LOCALES

if TYPE_CHECKING:
    from playwright.sync_api import Browser as Chromium

    from site_for_tests import BuiltSite

pytestmark = pytest.mark.slow

each_locale = pytest.mark.parametrize("locale", LOCALES)

ADDED = {"archive": 2, "banner": 4}
"""How many lines and links a script adds to a page: the day's, or the banner's."""

# What can be read on a page, line by line, and where its links lead.
READ = """
(() => {
  const words = document.body.innerText.split('\\n').map(each => each.trim());
  const links = [...document.links].filter(each => each.checkVisibility());
  return [...words.filter(Boolean), ...links.map(each => each.getAttribute('href'))];
})()
"""


class TestWithoutScripts:
    """Pages of every kind, with scripts and without."""

    @each_locale
    def test_nothing_lost(
        self,
        chromium: Chromium,
        site: BuiltSite,
        address: str,
        locale: str,
    ) -> None:
        """
        Everything that a page says and leads to is there without scripts too. What a
        script adds is a field for a day, which jumps to what is there anyway; and the
        banner, shown on its own page.
        """
        seen = {}
        for with_scripts in (True, False):
            with Browser(chromium, with_scripts=with_scripts) as browser:
                browser.show(1280)
                for page in site.samples(locale):
                    browser.open(f"{address}{page}")
                    seen[page, with_scripts] = browser.ask(READ)
                    assert [] == browser.complaints(), page

        for page in site.samples(locale):
            with_scripts, without = seen[page, True], seen[page, False]
            added = [one for one in with_scripts if one not in without]
            assert len(without) > 5, page
            assert len(added) <= ADDED.get(page.split("/")[-2:][0], 0), added

    def test_redirects(self, chromium: Chromium, site: BuiltSite, address: str) -> None:
        """
        An address that leads on does so without scripts.
        """
        with Browser(chromium, with_scripts=False) as browser:
            for page in site.redirects():
                browser.open(f"{address}{page}")
                onward = page.replace("harbours", "ports")
                browser.page.wait_for_url(f"{address}{onward}")

                assert onward in site.pages()
