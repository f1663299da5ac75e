"""Pages where scripts are off: they need none."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from browser import started
from site_for_tests import LOCALES
from site_for_tests import built_once
from site_for_tests import write_long_history
from web_server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

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


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site with every kind of page."""
    home = tmp_path_factory.getbasetemp().parent / "long-history"
    return built_once(home, write_long_history)


@pytest.fixture(scope="module")
def address(site: BuiltSite) -> Iterator[str]:
    """Put the site on a web server; give its address."""
    with serve(site.folder) as address:
        yield address


class TestWithoutScripts:
    """Pages of every kind, with scripts and without."""

    @each_locale
    def test_nothing_lost(
        self,
        site: BuiltSite,
        address: str,
        locale: str,
        tmp_path_factory: pytest.TempPathFactory,
    ) -> None:
        """
        Everything that a page says and leads to is there without scripts too. What a
        script adds is a field for a day, which jumps to what is there anyway; and the
        banner, shown on its own page.
        """
        home = tmp_path_factory.mktemp("profile")
        seen = {}
        for with_scripts in (True, False):
            for browser in started(home, with_scripts=with_scripts):
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

    def test_redirects(
        self, site: BuiltSite, address: str, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        """
        An address that leads on does so without scripts.
        """
        home = tmp_path_factory.mktemp("profile")
        for browser in started(home, with_scripts=False):
            for page in site.redirects():
                browser.open(f"{address}{page}")
                onward = page.replace("harbours", "ports")
                browser.page.wait_for_url(f"{address}{onward}")

                assert onward in site.pages()
