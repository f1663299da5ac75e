"""What pages ask for, and what they complain of."""

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

    from browser import Browser
    from site_for_tests import BuiltSite

pytestmark = pytest.mark.slow

each_locale = pytest.mark.parametrize("locale", LOCALES)


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site with every kind of page."""
    home = tmp_path_factory.getbasetemp().parent / "long-history"
    return built_once(home, write_long_history)


@pytest.fixture(scope="module")
def browser(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Browser]:
    """Start a browser."""
    yield from started(tmp_path_factory.mktemp("profile"))


@pytest.fixture(scope="module")
def address(site: BuiltSite) -> Iterator[str]:
    """Put the site on a web server; give its address."""
    with serve(site.folder) as address:
        yield address


class TestEveryPage:
    """Pages in a browser as most people have it."""

    @each_locale
    def test_quiet(
        self, browser: Browser, site: BuiltSite, address: str, locale: str
    ) -> None:
        """
        No page asks another host for anything, and none makes the console complain.
        """
        browser.show(1280)
        for page in site.pages(locale):
            browser.open(f"{address}{page}")
            asked = {
                event["request"]["url"]
                for event in browser.events("Network.requestWillBeSent")
            }
            outside = {
                url for url in asked if not url.startswith((address, "data:", "blob:"))
            }

            assert f"{address}{page}" in asked
            assert set() == outside, page
            assert [] == browser.complaints(), page
