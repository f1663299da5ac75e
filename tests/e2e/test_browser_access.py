"""Every kind of page, as axe-core judges it against WCAG 2.2, levels A and AA."""

from __future__ import annotations

import functools
import itertools
import re
from pathlib import Path
from typing import TYPE_CHECKING

import axe_playwright_python
import pytest

from browser import started
from site_for_tests import LOCALES
from site_for_tests import built_once
from site_for_tests import write_long_history
from web_server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator

    from playwright.sync_api import Route

    from browser import Browser
    from site_for_tests import BuiltSite

pytestmark = pytest.mark.slow

AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text("utf-8")
WINDOWS = tuple(itertools.product((360, 1280), ("light", "dark")))
"""Widths and schemes of colours."""

# What is folded is opened first: axe-core passes over what nobody can see. It is not to
# fetch style sheets, which the policy of the pages forbids.
VIOLATIONS = """
(async () => {
  document.querySelectorAll('details').forEach(each => { each.open = true; });
  const result = await axe.run(document, {
    runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22a', 'wcag22aa'],
    resultTypes: ['violations'],
    preload: false,
  });
  return [result.passes.length, result.violations.flatMap(rule =>
    rule.nodes.map(node => `${rule.id}: ${node.html.slice(0, 200)}`))];
})()
"""

UNNAMED = "<main><h1>Title</h1><p><a href='#'></a><img src='data:,'></p></main>"


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


def violations(browser: Browser) -> list[str]:
    """Say what of the page in the browser breaks a rule of WCAG."""
    if not browser.ask("'axe' in window"):
        browser.page.evaluate(f"{AXE}\nundefined")
    passed, broken = browser.ask(VIOLATIONS)
    assert passed
    return list(broken)


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
        No page breaks a rule of WCAG that a program can check.
        """
        found = {}
        for page in site.samples(locale):
            browser.open(f"{address}{page}")
            for width, scheme in WINDOWS:
                browser.show(width, scheme=scheme)
                assert width == browser.ask("innerWidth")
                found[page, width, scheme] = violations(browser)

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
        pages = [one for one in site.pages(locale) if one not in site.samples(locale)]
        compared = [one for one in pages if "/compare/" in one]
        rest = [one for one in pages if one not in compared]
        # The same versions are compared in every language: each pair is seen in one.
        rest += compared[LOCALES.index(locale) :: len(LOCALES)]
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
