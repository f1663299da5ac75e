"""A site with three statements: what serves them all, and what is each one's own."""

from __future__ import annotations

import datetime as dt
import json
from html import unescape
from typing import TYPE_CHECKING

import feedparser
import pytest
import tinyhtml5

from builders import StatementRepo
from builders import section_text
from clearing import clear
from duenotice.render.data_schema import banners_schema
from duenotice.store.archive import read_archive
from duenotice.store.customs import read_customs
from duenotice.store.project import Project
from duenotice.store.writing import write_files
from json_schemas import faults
from rendered import find
from rendered import words

if TYPE_CHECKING:
    from pathlib import Path
    from xml.etree.ElementTree import Element

FIRST = "2026-01-10"
NEXT = "2026-03-01"
AS_OF = "2026-03-10"
ADDRESS = "https://www.example.org/privacy/"
STATEMENTS = {
    "consumer-health-data": ("Consumer health data", "wa-nv-health"),
    "notice-of-privacy-practices": ("Notice of privacy practices", "hipaa-plan"),
    "website": ("Website privacy statement", "caloppa"),
}
ANNOUNCED = "notice-of-privacy-practices"
"""The one statement that is going to change."""

STATEMENT_YAML = """\
title: {{en: {title}}}
controller: {{name: Fernhill Health Plan}}
time_zone: America/Los_Angeles
source_locale: en
sections: [scope, keeping]
profiles: [{profile}]
notice: {{lead_days: 30}}
"""


@pytest.fixture(scope="module")
def repo(tmp_path_factory: pytest.TempPathFactory) -> StatementRepo:
    """Make a project of three statements, one of which changes."""
    repo = StatementRepo(tmp_path_factory.mktemp("several") / "project")
    repo.write("pyproject.toml", f'[tool.duenotice]\nsite-address = "{ADDRESS}"\n')
    for name, (title, profile) in STATEMENTS.items():
        folder = f"statements/{name}"
        yaml = STATEMENT_YAML.format(title=title, profile=profile)
        repo.write(f"{folder}/statement.yaml", yaml)
        repo.write(f"{folder}/en/scope.md", section_text("It is all here.", "Scope"))
        _write_keeping(repo, name, 90)
        assert 0 == repo.run("release", "--statement", name, today=FIRST).status
    repo.commit(FIRST)
    _write_keeping(repo, ANNOUNCED, 120)
    assert 0 == repo.run("release", "--statement", ANNOUNCED, today=NEXT).status
    clear_notice(repo)
    repo.commit(NEXT)
    return repo


@pytest.fixture(scope="module")
def site(repo: StatementRepo) -> Path:
    """Build the site."""
    done = repo.run("build", "--no-pdf", "--as-of", AS_OF, today=AS_OF)
    assert (0, "") == (done.status, done.err)
    return repo.root / "site"


def _write_keeping(repo: StatementRepo, name: str, days: int) -> None:
    path = f"statements/{name}/en/keeping.md"
    front = []
    if (repo.root / path).exists():
        front = [one for one in repo.read(path).splitlines() if "version:" in one]
    body = f"We keep your name for {days} days."
    repo.write(path, section_text(body, "Keeping", *front))


def clear_notice(repo: StatementRepo) -> None:
    """Decide what is open about the change, and approve its notice."""
    project = Project(repo.root)
    try:
        clear(
            lambda: read_archive(project.on_disk()[0], ANNOUNCED, project.on_disk()[1]),
            lambda changes: write_files(repo.root, changes),
            NEXT,
            dt.date.fromisoformat(NEXT),
            read_customs(repo.root),
        )
    finally:
        project.close()


def read(site: Path, address: str) -> Element:
    """Read a page as a browser does."""
    html = (site / address / "index.html").read_text("utf-8")
    root: Element = tinyhtml5.parse(html, namespace_html_elements=False)
    return root


class TestIndex:
    """The first page."""

    def test_all(self, site: Path) -> None:
        """
        It leads to every statement, and to all versions of each.
        """
        entries = [find(one, "h2") for one in read(site, "").iter("article")]
        links = {
            one.get("href", ""): words(one) for e in entries for one in e.iter("a")
        }

        assert {f"{name}/": title for name, (title, _) in STATEMENTS.items()} == links

    def test_coming(self, site: Path) -> None:
        """
        A change that is coming is told under the statement that changes, and no other.
        """
        told = {
            words(find(one, "h2")): [
                words(p) for p in one.iter("p") if "coming" in p.get("class", "")
            ]
            for one in read(site, "").iter("article")
        }

        assert [STATEMENTS[ANNOUNCED][0]] == [
            title for title, one in told.items() if one
        ]

    @pytest.mark.parametrize("name", STATEMENTS)
    def test_way_back(self, site: Path, name: str) -> None:
        """
        Each statement leads back to all of them.
        """
        masthead = find(read(site, f"{name}/"), "header.masthead")

        assert "../" in [one.get("href") for one in masthead.iter("a")]


class TestFeeds:
    """What follows the changes."""

    def test_site(self, site: Path) -> None:
        """
        One feed has the changes of all, each named by its statement.
        """
        feed = feedparser.parse((site / "feed.xml").read_bytes())
        titles = [one.title for one in feed.entries]

        assert 4 == len(titles)
        assert all(
            any(one.startswith(title) for one in titles)
            for title, _ in STATEMENTS.values()
        )

    @pytest.mark.parametrize("name", STATEMENTS)
    def test_own(self, site: Path, name: str) -> None:
        """
        Each statement's own feed has its own changes alone.
        """
        feed = feedparser.parse((site / name / "feed.xml").read_bytes())
        title, _ = STATEMENTS[name]

        assert (2 if name == ANNOUNCED else 1) == len(feed.entries)
        assert all(one.title.startswith(title) for one in feed.entries)

    def test_ids(self, site: Path) -> None:
        """
        No two entries have one id, though their versions have one label.
        """
        feed = feedparser.parse((site / "feed.xml").read_bytes())
        ids = [one.id for one in feed.entries]

        assert len(ids) == len(set(ids))


class TestMachines:
    """What other sites and search engines read."""

    @pytest.mark.parametrize("name", STATEMENTS)
    def test_banner(self, site: Path, name: str) -> None:
        """
        Each statement has its own banner, which tells of its own change alone.
        """
        banner = json.loads((site / name / "banner.json").read_text("utf-8"))
        told = [one["version"] for one in banner["banners"]]

        assert name == banner["statement"]
        assert ([NEXT] if name == ANNOUNCED else []) == told
        assert (site / name / "banner.js").is_file()

    def test_one_banner(self, site: Path) -> None:
        """
        One script speaks for all, and each banner leads to its own statement's change.
        """
        data = json.loads((site / "banner.json").read_text("utf-8"))
        told = {one["statement"]: one["banners"] for one in data["statements"]}
        words = told[ANNOUNCED][0]["words"]["en"]

        assert [] == list(faults(banners_schema(), data))
        assert set(STATEMENTS) == set(told)
        assert f"{ADDRESS}{ANNOUNCED}/changes/{NEXT}/" == words["href"]
        assert (site / "banner.js").read_bytes() == (
            (site / ANNOUNCED / "banner.js").read_bytes()
        )

    @pytest.mark.parametrize("name", STATEMENTS)
    def test_both_snippets(self, site: Path, name: str) -> None:
        """
        The page of a banner gives the snippet for its statement, and that for all.
        """
        page = (site / name / "banner" / "index.html").read_text("utf-8")

        assert f'src="{ADDRESS}{name}/banner.js"' in unescape(page)
        assert f'src="{ADDRESS}banner.js"' in unescape(page)

    def test_site_map(self, site: Path) -> None:
        """
        One map has the pages of all.
        """
        text = (site / "sitemap.xml").read_text("utf-8")

        assert all(f"<loc>{ADDRESS}{name}/</loc>" in text for name in STATEMENTS)


class TestOneAlone:
    """A build of one of them."""

    def test_others_left_out(self, repo: StatementRepo) -> None:
        """
        It has nothing of the others, neither pages nor entries in the feed.
        """
        done = repo.run(
            "build", "--no-pdf", "--statement", "website", "--out", "one", today=AS_OF
        )
        made = {one.name for one in (repo.root / "one").iterdir() if one.is_dir()}

        assert (0, "") == (done.status, done.err)
        assert {"website"} == made
