"""What pages ask for, and what they complain of."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from site_for_tests import LOCALES

if TYPE_CHECKING:
    from browser import Browser
    from site_for_tests import BuiltSite

pytestmark = pytest.mark.slow

each_locale = pytest.mark.parametrize("locale", LOCALES)


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
        for page in site.once(locale):
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
