"""The archive and the histories of sections, as a reader has them."""

from __future__ import annotations

import time
from typing import TYPE_CHECKING

import pytest
import tinyhtml5

from builders import SECTIONS
from builders import STATEMENT_YAML
from builders import StatementRepo
from builders import section_text

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

    from browser import Browser

FIRST = "2026-01-10"
SECOND = "2026-02-01"
THIRD = "2026-05-01"
AS_OF = "2026-07-01"
"""On this day the third is in force, a correction; the second was announced and in
force from 2026-03-06 on."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A site whose section on lending was changed, and then got another id."""
    root = tmp_path_factory.mktemp("history") / "project"
    repo = StatementRepo.with_statement(root)
    repo.publish(FIRST)
    repo.section("lending", f"{SECTIONS['lending']}\n- the branch")
    repo.section("retention", "See [](#lending). We keep loans for 120 days.")
    repo.publish(SECOND)
    repo.delete("statements/website/en/lending.md")
    repo.delete("statements/website/en/contacts.md")
    yaml = STATEMENT_YAML.replace("- lending", "- loans").replace("  - contacts\n", "")
    body = f"{SECTIONS['lending']}\n- the branch"
    repo.statement(yaml)
    repo.section("retention", "See [](#loans). We keep loans for 120 days.")
    loans = section_text(body, "Loans", "formerly: [lending]")
    repo.write("statements/website/en/loans.md", loans)
    repo.publish(THIRD)
    outcome = repo.run("build", "--as-of", AS_OF, "--no-pdf", "--out", "out")
    assert (0, "") == (outcome.status, outcome.err)
    return root / "out"


def read(site: Path, address: str) -> Element:
    """Read a page as a browser does."""
    text = (site / address / "index.html").read_text("utf-8")
    root: Element = tinyhtml5.parse(text, namespace_html_elements=False)
    return root


def words(element: Element) -> str:
    """Give the text of an element with single spaces."""
    return " ".join("".join(element.itertext()).split())


def until(browser: Browser, expression: str) -> bool:
    """Wait a little for an expression to hold; tell whether it does."""
    for _ in range(60):
        if browser.ask(expression):
            return True
        time.sleep(0.05)
    return False


def headings(page: Element) -> list[str]:
    """Give what heads the changes of a section."""
    return [words(each) for each in page.iter("h2")]


class TestSectionHistory:
    """The life of one section on a page."""

    def test_whole_life(self, site: Path) -> None:
        """
        A section that got another id has one page with its whole life, newest first.
        """
        assert [
            "May 1, 2026: New address",
            "February 1, 2026: Changed",
            "January 10, 2026: First text",
        ] == headings(read(site, "website/sections/loans"))

    def test_redlines(self, site: Path) -> None:
        """
        Each change shows the words that came and went with it, and those alone.
        """
        page = read(site, "website/sections/loans")
        steps = {each.get("id"): each for each in page.iter("section")}
        marked = {
            name: [
                (mark.tag, words(mark).partition(": ")[2])
                for mark in step.iter()
                if mark.tag in {"ins", "del"}
            ]
            for name, step in steps.items()
        }

        assert {
            f"_{THIRD}": [("del", "Lending"), ("ins", "Loans")],
            f"_{SECOND}": [("ins", "the branch")],
            f"_{FIRST}": [],
        } == marked

    def test_former_id(self, site: Path, browser: Browser) -> None:
        """
        The address with a former id leads to the page, without script.
        """
        page = read(site, "website/sections/lending")
        refresh = [each.get("content") for each in page.iter("meta")]

        assert "0; url=../loans/" in refresh
        assert "../loans/" in [each.get("href") for each in page.iter("a")]
        assert not list(page.iter("script"))
        browser.open((site / "website/sections/lending/index.html").as_uri())
        there = "location.href.includes('/sections/loans/')"
        assert until(browser, f"{there} && document.readyState === 'complete'")

    def test_removed(self, site: Path) -> None:
        """
        A section that is gone keeps its page, which says since when it's gone.
        """
        page = read(site, "website/sections/contacts")
        (notice,) = (p for p in page.iter("p") if "notice" in p.get("class", ""))

        assert (
            "This section is no longer part of the statement since: Version 2026-05-01"
        ) == words(notice)

    def test_reached(self, site: Path) -> None:
        """
        Each heading of the statement leads to its section's history by the date of
        its last change.
        """
        page = read(site, "website")
        found = {
            each.get("href"): words(each)
            for each in page.iter("a")
            if "sections/" in each.get("href", "")
        }

        assert {
            "sections/introduction/": "Last changed on January 10, 2026",
            "sections/loans/": "Last changed on May 1, 2026",
            "sections/retention/": "Last changed on May 1, 2026",
        } == found


class TestWholePages:
    """The pages as a whole."""

    @pytest.mark.parametrize(
        "address",
        [
            "website",
            "website/archive",
            "website/sections/loans",
            "website/sections/lending",
            "website/sections/retention",
            "website/sections/contacts",
            f"website/{SECOND}",
        ],
    )
    def test_links(self, site: Path, address: str) -> None:
        """
        No id is given twice, and every link leads to a place that is there.
        """
        page = read(site, address)
        ids = [each.get("id") for each in page.iter() if each.get("id")]

        assert len(set(ids)) == len(ids)
        for link in page.iter("a"):
            target, _, anchor = link.get("href", "").partition("#")
            if ":" in target:
                continue
            file = site / address / target
            file = file / "index.html" if file.is_dir() else file
            assert file.is_file(), target
            assert not anchor or f'id="{anchor}"' in file.read_text("utf-8"), anchor


class TestSince:
    """What changed since an earlier text."""

    def test_choice(self, site: Path) -> None:
        """
        The page of the text in force offers every earlier text, the newest first.
        """
        page = read(site, "website")
        (choice,) = (
            each for each in page.iter("details") if each.get("class") == "earlier"
        )

        assert [
            f"compare/{SECOND}/{THIRD}/",
            f"compare/{FIRST}/{THIRD}/",
        ] == [each.get("href") for each in choice.iter("a")]

    def test_neighbours(self, site: Path) -> None:
        """
        A version's page leads to the versions before and after it.
        """
        page = read(site, f"website/{SECOND}")
        found = {
            each.get("rel"): each.get("href")
            for each in page.iter("a")
            if each.get("rel")
        }

        assert {"prev": f"../{FIRST}/", "next": f"../{THIRD}/"} == found


class TestDay:
    """The text in force on a certain day."""

    def test_periods(self, site: Path) -> None:
        """
        Without script every day's text is found in the list of periods.
        """
        page = read(site, "website/archive")
        lines = [words(each) for each in page.iter("li") if each.get("data-from")]

        assert [
            "From May 1, 2026 on: version 2026-05-01",
            "From March 6, 2026 through April 30, 2026: version 2026-02-01",
            "From January 10, 2026 through March 5, 2026: version 2026-01-10",
        ] == lines

    @pytest.mark.slow
    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("2026-03-05", "2026-01-10"),
            ("2026-03-06", "2026-02-01"),
            ("2030-01-01", "2026-05-01"),
        ],
    )
    def test_jump(self, site: Path, browser: Browser, day: str, expected: str) -> None:
        """
        With script a date leads to the period that it lies in.
        """
        ask_for(browser, site, day)

        assert f"version {expected}" == browser.ask(
            "document.activeElement.textContent"
        )

    @pytest.mark.slow
    def test_before_the_first(self, site: Path, browser: Browser) -> None:
        """
        A day before the first text is answered too.
        """
        ask_for(browser, site, "2020-01-01")

        assert "No text was in force on that day." == browser.ask(
            "document.querySelector('output').textContent"
        )


def ask_for(browser: Browser, site: Path, day: str) -> None:
    """Ask the archive for the text of a day."""
    browser.show(390)
    browser.open((site / "website/archive/index.html").as_uri())
    browser.ask(
        "const form = document.querySelector('.on-day');"
        f"form.querySelector('input').value = '{day}';"
        "form.querySelector('button').click()"
    )


@pytest.mark.slow
class TestScript:
    """What the script adds to the statement's page."""

    def test_copy(self, site: Path, browser: Browser) -> None:
        """
        The link of a heading is copied, and readers are told.
        """
        browser.show(1280)
        browser.open((site / "website/index.html").as_uri())
        browser.ask(
            "Object.defineProperty(navigator, 'clipboard', { value: {"
            "  writeText: async (text) => { window.copied = text; }"
            "}});"
            "document.querySelector('#loans .permalink').click()"
        )

        assert browser.ask("window.copied").endswith("/website/index.html#loans")
        assert "The link was copied." == browser.ask(
            "document.querySelector('[role=status]').textContent"
        )

    def test_contents(self, site: Path, browser: Browser) -> None:
        """
        The contents mark the section that is being read.
        """
        browser.show(1280, 300)
        browser.open((site / "website/index.html").as_uri())
        browser.ask("document.querySelector('#retention').scrollIntoView()")
        here = (
            "[...document.querySelectorAll('.contents a')]"
            ".filter(link => getComputedStyle(link).fontWeight === '600')"
            ".map(link => link.getAttribute('href')).join()"
        )

        assert until(browser, f"{here} === '#retention'"), browser.ask(here)
