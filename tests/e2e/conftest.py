"""What is made once for many tests: projects before the gate, a site, a browser."""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

import pytest

from browser import Browser
from browser import launched
from builders import StatementRepo
from proposals import CHOICE
from proposals import CONTACTS
from proposals import LABEL
from proposals import LONGER
from proposals import MOVED_CHOICE
from site_for_tests import built_once
from site_for_tests import write_long_history
from web_server import serve

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from playwright.sync_api import Browser as Chromium

    from site_for_tests import BuiltSite

FIRST = "2026-01-10"


@pytest.fixture(scope="session")
def _projects(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """One project after the other, each going on from the one before."""
    home = tmp_path_factory.mktemp("gate")
    repo = StatementRepo.with_statement(home / "in-force")
    repo.section("contacts", CONTACTS).publish(FIRST)
    proposed = _copied(repo.root, home / "proposed")
    proposed.section("retention", LONGER).release(LABEL)
    approved = _copied(proposed.root, home / "approved").clear(LABEL, LABEL)
    asking = StatementRepo.with_statement(home / "asking")
    asking.section("contacts", f"{CONTACTS}\n\n{CHOICE}").publish(FIRST)
    asking.section("contacts", f"{CONTACTS}\n\n{MOVED_CHOICE}").release(LABEL)
    made = (repo, proposed, approved, asking)
    return {one.root.name: one.root for one in made}


def _copied(root: Path, target: Path) -> StatementRepo:
    shutil.copytree(root, target)
    return StatementRepo(target)


@pytest.fixture
def in_force(_projects: dict[str, Path], tmp_path: Path) -> StatementRepo:
    """A project whose first version is in force since 2026-01-10."""
    return _copied(_projects["in-force"], tmp_path / "in-force")


@pytest.fixture
def proposed(_projects: dict[str, Path], tmp_path: Path) -> StatementRepo:
    """The same, with a material version 2026-03-01 just released for 2026-04-03."""
    return _copied(_projects["proposed"], tmp_path / "proposed")


@pytest.fixture
def approved(_projects: dict[str, Path], tmp_path: Path) -> StatementRepo:
    """The same, with its notice finished and approved; it is not committed yet."""
    return _copied(_projects["approved"], tmp_path / "approved")


@pytest.fixture
def asking(_projects: dict[str, Path], tmp_path: Path) -> StatementRepo:
    """A project whose version 2026-03-01, just released, waits for a decision."""
    return _copied(_projects["asking"], tmp_path / "asking")


@pytest.fixture(scope="session")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site with every kind of page in four languages; some modules have their own."""
    home = tmp_path_factory.getbasetemp().parent / "long-history"
    return built_once(home, write_long_history)


@pytest.fixture(scope="session")
def address(site: BuiltSite) -> Iterator[str]:
    """The address at which a web server has that site."""
    with serve(site.folder) as address:
        yield address


@pytest.fixture(scope="session")
def chromium(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Chromium]:
    """A browser that was started, still without a page."""
    with launched(tmp_path_factory.mktemp("browser")) as chromium:
        yield chromium


@pytest.fixture(scope="module")
def browser(chromium: Chromium) -> Iterator[Browser]:
    """A browser with one page, which keeps nothing from one module to the next."""
    with Browser(chromium) as browser:
        yield browser
