"""The banner in a real browser, on a page of another website."""

from __future__ import annotations

import contextlib
import datetime as dt
import html
import json
import re
import threading
import time
from functools import partial
from http.server import SimpleHTTPRequestHandler
from http.server import ThreadingHTTPServer
from typing import TYPE_CHECKING
from typing import Any

import pytest

from builders import StatementRepo
from steps import SPANISH
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator
    from pathlib import Path

    from browser import Browser

pytestmark = pytest.mark.slow

FIRST = "2026-01-10"
NEXT = "2026-03-01"
AS_OF = "2026-03-10"
MOST_BYTES = 2048

BANNER = "document.querySelector('.duenotice')"
SHOWN = "document.querySelectorAll('.duenotice').length"
WORDS = f"({BANNER}?.textContent ?? '')"


class _Handler(SimpleHTTPRequestHandler):
    """Sends files to pages of any website, and says nothing."""

    def end_headers(self) -> None:
        self.send_header("Access-Control-Allow-Origin", "*")
        # Tests change files more than once a second.
        self.send_header("Cache-Control", "no-store")
        super().end_headers()

    def log_message(self, *_: object) -> None:
        pass


@contextlib.contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder on this machine; give its address."""
    handler = partial(_Handler, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    thread = threading.Thread(target=server.serve_forever)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Build a site with an announced change."""
    root = tmp_path_factory.mktemp("banner") / "project"
    repo = StatementRepo.with_statement(root).statement(TRANSLATED_YAML)
    repo.sections(SPANISH, locale="es").publish(FIRST)
    repo.section("retention", "We keep loans for 120 days. After that we delete them.")
    mas = SPANISH["retention"].replace("90", "120")
    repo.section("retention", mas, locale="es").publish(NEXT)
    done = repo.run("build", "--no-pdf", "--as-of", AS_OF)
    assert (0, "") == (done.status, done.err)
    return root / "site"


@pytest.fixture
def visit(
    browser: Browser, site: Path, tmp_path: Path
) -> Iterator[Callable[..., Browser]]:
    """Give what opens a page of another website with the banner's own snippet."""
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    browser.show(800)
    with served(site) as home, served(elsewhere) as other:

        def open_page(
            lang: str = "en", *, more: str = "", change: tuple[str, str] = ("", "")
        ) -> Browser:
            snippet = snippet_of(site).replace("../banner.js", f"{home}/banner.js")
            snippet = snippet.replace(f"{home}/", f"{home}/website/").replace(*change)
            snippet = snippet.replace("<script ", f"<script {more}")
            page = (
                f'<!DOCTYPE html><html lang="{lang}"><title>Loans</title>'
                f'<link rel="icon" href="data:,">{snippet}'
                '<a href="#x">First link</a><div id="box"></div></html>'
            )
            (elsewhere / "index.html").write_text(page, "utf-8")
            browser.open(f"{other}/")
            return browser

        yield open_page


def snippet_of(site: Path) -> str:
    """Give what the page of the banner tells others to put into their pages."""
    page = (site / "website" / "banner" / "index.html").read_text("utf-8")
    (found,) = re.findall(r"<pre[^>]*><code>(.*?)</code></pre>", page, re.DOTALL)
    return html.unescape(found)


def waited(browser: Browser, expression: str) -> Any:  # noqa: ANN401 - JSON
    """Ask until there is an answer that isn't empty, for two seconds at most."""
    for _ in range(40):
        if found := browser.ask(expression):
            return found
        time.sleep(0.05)
    return browser.ask(expression)


@contextlib.contextmanager
def showing(site: Path, **days: str) -> Iterator[None]:
    """Let the banner be due on the day of the test, or say otherwise."""
    file = site / "website" / "banner.json"
    before = file.read_text("utf-8")
    data = json.loads(before)
    data["banners"][0] |= {"show_from": "2000-01-01", "show_until": "9999-12-31"}
    data["banners"][0] |= {"effective": "9999-12-31", **days}
    file.write_text(json.dumps(data), "utf-8")
    try:
        yield
    finally:
        file.write_text(before, "utf-8")


class TestScript:
    """What is in the script."""

    def test_small(self, site: Path) -> None:
        """
        It has two kilobytes at most.
        """
        assert MOST_BYTES >= len((site / "website" / "banner.js").read_bytes())

    def test_lets_be(self, site: Path) -> None:
        """
        It has nothing to do with cookies, and writes no markup.
        """
        script = (site / "website" / "banner.js").read_text("utf-8")

        code = re.sub(r"/\*.*?\*/", "", script, flags=re.DOTALL)
        assert not re.search(r"cookie|innerHTML|eval|document\.write", code)


class TestElsewhere:
    """The banner on another website's page."""

    def test_shown(self, site: Path, visit: Callable[..., Browser]) -> None:
        """
        The snippet as it is given shows the banner, which leads to the change's page.
        """
        with showing(site):
            browser = visit()
            words = waited(browser, WORDS)

        assert "“Privacy statement” changes on April 3, 2026.See what changesClose" == (
            words
        )
        href = browser.ask(f"{BANNER}.querySelector('a').href")
        assert href.endswith(f"/website/changes/{NEXT}/")
        assert [] == browser.events("Log.entryAdded")

    def test_requests(self, site: Path, visit: Callable[..., Browser]) -> None:
        """
        It asks for its data and for nothing else, and sends no cookie.
        """
        with showing(site):
            browser = visit()
            waited(browser, WORDS)

        asked = [
            event["request"]["url"].rpartition("/")[2]
            for event in browser.events("Network.requestWillBeSent")
        ]
        assert ["", "banner.js", "banner.json"] == [one for one in asked if one != ","]
        assert "" == browser.ask("document.cookie")

    @pytest.mark.parametrize("lang", ["es", "es-MX"])
    def test_language(
        self, site: Path, visit: Callable[..., Browser], lang: str
    ) -> None:
        """
        It speaks the page's language, where the statement has it.
        """
        with showing(site):
            browser = visit(lang)
            waited(browser, WORDS)

        assert "es" == browser.ask(f"{BANNER}.lang")
        assert "Aviso de privacidad" in browser.ask(WORDS)

    def test_other_language(self, site: Path, visit: Callable[..., Browser]) -> None:
        """
        On a page in any other it speaks the statement's own.
        """
        with showing(site):
            browser = visit("fr")
            waited(browser, WORDS)

        assert "en" == browser.ask(f"{BANNER}.lang")

    def test_in_effect(self, site: Path, visit: Callable[..., Browser]) -> None:
        """
        Once the change is in effect, it says so.
        """
        with showing(site, effective="2000-01-01"):
            browser = visit()

            assert "changed on April 3" in waited(browser, WORDS)

    @pytest.mark.parametrize(
        "days",
        [{"show_until": "2000-01-02"}, {"show_from": "9999-12-30"}],
        ids=["after", "before"],
    )
    def test_not_due(
        self, site: Path, visit: Callable[..., Browser], days: dict[str, str]
    ) -> None:
        """
        Before it is due and afterwards there is none, whenever the site was built.
        """
        with showing(site, **days):
            browser = visit()
            time.sleep(0.5)

            assert "" == browser.ask(WORDS)

    @pytest.mark.parametrize(("days", "expected"), [(0, False), (1, True)])
    def test_last_day(
        self, site: Path, visit: Callable[..., Browser], days: int, *, expected: bool
    ) -> None:
        """
        On the day that ends it, by the time of the statement, it is gone.
        """
        words = "new Date().toLocaleDateString('sv', {timeZone: 'America/Los_Angeles'})"
        today = dt.date.fromisoformat(visit().ask(words))
        until = today + dt.timedelta(days)
        with showing(site, show_until=until.isoformat()):
            found = waited(visit(), WORDS)

        assert expected is bool(found)

    def test_another_script(self, site: Path, visit: Callable[..., Browser]) -> None:
        """
        A script that isn't the one of the hash doesn't run.
        """
        with showing(site):
            browser = visit(change=("sha384-", "sha384-AAAA"))
            time.sleep(0.5)

            assert "" == browser.ask(WORDS)

    def test_into(self, site: Path, visit: Callable[..., Browser]) -> None:
        """
        It stands at the start of the page, or where the page wants it.
        """
        with showing(site):
            first = waited(visit(), f"{BANNER}?.parentElement.tagName")
            inner = waited(
                visit(more='data-into="#box" '), f"{BANNER}?.parentElement.id"
            )

        assert ("BODY", "box") == (first, inner)


class TestClose:
    """Closing the banner."""

    def test_keyboard(self, site: Path, visit: Callable[..., Browser]) -> None:
        """
        The keyboard closes it, goes on in the page, and it stays closed there.
        """
        with showing(site, version="2030-01-01"):
            browser = visit()
            waited(browser, WORDS)
            for _ in range(2):
                browser.press("Tab")
            tag = browser.ask("document.activeElement.tagName")
            browser.ask("document.activeElement.click()")
            gone = browser.ask(WORDS)
            focused = browser.ask("document.activeElement.textContent")
            browser.ask("location.reload()")
            time.sleep(0.7)
            again = browser.ask(WORDS)

        assert ("BUTTON", "", "First link", "") == (tag, gone, focused, again)

    def test_named(self, site: Path, visit: Callable[..., Browser]) -> None:
        """
        Those who have a page read to them find it as a region with a name.
        """
        with showing(site):
            browser = visit()
            waited(browser, WORDS)

        assert ["SECTION", "Notice about “Privacy statement”"] == browser.ask(
            f"[{BANNER}.tagName, {BANNER}.getAttribute('aria-label')]"
        )


class TestAllStatements:
    """One banner for all statements of a website."""

    @pytest.fixture
    def visit_site(
        self, site: Path, visit: Callable[..., Browser]
    ) -> Iterator[Callable[[], Browser]]:
        """Give what opens a page with the script for two statements that change."""
        with showing(site, version="2030-01-01"):
            one = json.loads((site / "website" / "banner.json").read_text("utf-8"))
        file = site / "banner.json"
        before = file.read_text("utf-8")
        another = {**one, "statement": "another"}
        file.write_text(json.dumps({"statements": [one, another]}), "utf-8")
        yield lambda: visit(change=("/website/banner.js", "/banner.js"))
        file.write_text(before, "utf-8")

    def test_each(self, visit_site: Callable[[], Browser]) -> None:
        """
        It shows a line for each that changes; closing one leaves the others there.
        """
        browser = visit_site()
        shown = waited(browser, SHOWN)
        browser.ask(f"{BANNER}.querySelector('button').click()")
        left = browser.ask(SHOWN)
        again = waited(visit_site(), SHOWN)
        browser.ask("localStorage.clear()")

        assert (2, 1, 1) == (shown, left, again)


class TestOwnPage:
    """The page that tells how the banner is used."""

    @pytest.mark.parametrize(
        ("folder", "expected"),
        [("website", "Privacy statement"), ("website/es", "Aviso de privacidad")],
    )
    def test_example(
        self, site: Path, browser: Browser, folder: str, expected: str
    ) -> None:
        """
        The example shows itself, read from a disk too, and asks nobody.
        """
        browser.open((site / folder / "banner" / "index.html").as_uri())
        words = waited(browser, WORDS)
        asked = [
            event["request"]["url"].partition(":")[0]
            for event in browser.events("Network.requestWillBeSent")
        ]

        assert expected in words
        assert {"file", "data"} == set(asked)
        assert [] == browser.events("Log.entryAdded")

    def test_again(self, site: Path, browser: Browser) -> None:
        """
        Closed, the example is there again the next time.
        """
        address = (site / "website" / "banner" / "index.html").as_uri()
        for _ in range(2):
            browser.open(address)
            assert waited(browser, WORDS)
            browser.ask(f"{BANNER}.querySelector('button').click()")

        assert "" == browser.ask(WORDS)
