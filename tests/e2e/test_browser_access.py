"""Every kind of page, as axe-core judges it against WCAG 2.2, levels A and AA."""

from __future__ import annotations

import functools
import itertools
import re
from typing import TYPE_CHECKING

import pytest

from axe import violations
from site_for_tests import LOCALES

if TYPE_CHECKING:
    from playwright.sync_api import Route

    from browser import Browser
    from site_for_tests import BuiltSite

pytestmark = pytest.mark.slow

WINDOWS = tuple(itertools.product((360, 1280), ("light", "dark")))
"""Widths and schemes of colours."""

UNNAMED = "<main><h1>Title</h1><p><a href='#'></a><img src='data:,'></p></main>"


def answer(route: Route, *, html: str) -> None:
    """Give a page in place of what the server has."""
    route.fulfill(body=html, content_type="text/html; charset=utf-8")


class TestEveryKind:
    """Pages of every kind, in small windows and large ones, by day and by night."""

    @pytest.mark.parametrize("locale", LOCALES)
    def test_no_violation(
        self, browser: Browser, site: BuiltSite, address: str, locale: str
    ) -> None:
        """
        No page breaks a rule of WCAG that a program can check. By night nothing
        differs but colours, so that the rules on these are asked again.
        """
        found = {}
        for page in site.samples(locale):
            browser.open(f"{address}{page}")
            for width, scheme in WINDOWS:
                browser.show(width, scheme=scheme)
                assert width == browser.ask("innerWidth")
                night = scheme == "dark"
                found[page, width, scheme] = violations(browser, colours_alone=night)

        assert len(found) > 48
        assert {} == {seen: broken for seen, broken in found.items() if broken}


class TestEveryPage:
    """The pages that are not among the samples."""

    @pytest.mark.parametrize("locale", LOCALES)
    def test_no_violation(
        self, browser: Browser, site: BuiltSite, address: str, locale: str
    ) -> None:
        """
        Whatever a page is about, it breaks no rule; each is seen in one window.
        """
        samples = site.samples(locale)
        rest = [one for one in site.once(locale) if one not in samples]
        found = {}
        for page, (width, scheme) in zip(rest, itertools.cycle(WINDOWS), strict=False):
            browser.show(width, scheme=scheme)
            browser.open(f"{address}{page}")
            found[page] = violations(browser)

        assert len(found) > 20
        assert {} == {page: broken for page, broken in found.items() if broken}


class TestRedirects:
    """The pages that lead on to another."""

    def test_no_violation(
        self, browser: Browser, site: BuiltSite, address: str
    ) -> None:
        """
        Who is not led on by the browser meets a page that breaks no rule.
        """
        found = {}
        for page in site.redirects():
            html = site.file(page).read_text("utf-8")
            staying = re.sub(r"<meta http-equiv=.refresh.[^>]*>", "", html)
            where = f"{address}{page}"
            browser.page.route(where, functools.partial(answer, html=staying))
            browser.open(where)
            browser.page.unroute(where)
            assert where == browser.page.url
            found[page] = violations(browser)

        assert len(LOCALES) == len(found)
        assert {} == {page: broken for page, broken in found.items() if broken}


class TestAxe:
    """The judge itself."""

    def test_finds(self, browser: Browser) -> None:
        """
        A link without words and a picture without an alternative are found.
        """
        browser.open("about:blank")
        browser.page.set_content(f"<html lang='en'><title>T</title>{UNNAMED}")
        rules = {one.partition(":")[0] for one in violations(browser)}

        assert {"link-name", "image-alt"} <= rules
