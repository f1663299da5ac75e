"""What a reader of a long statement has to load."""

from __future__ import annotations

import gzip
import re
from typing import TYPE_CHECKING

import pytest
import tinyhtml5

from rendered import find
from rendered import words
from site_for_tests import built_once
from site_for_tests import write_long_statement

if TYPE_CHECKING:
    from site_for_tests import BuiltSite

WORDS = 6_000
ALL = 120_000
"""A page with its style sheets and scripts, in bytes; PDFs and fonts are more."""

STYLE_AND_SCRIPT = 14_000
"""The style sheets and scripts of a page, in bytes as they are sent."""


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> BuiltSite:
    """A site with a long statement, of which a section changes."""
    home = tmp_path_factory.getbasetemp().parent / "long-statement"
    return built_once(home, lambda root: write_long_statement(root, WORDS))


def loaded(site: BuiltSite, page: str) -> list[bytes]:
    """Give the style sheets and the scripts that a page loads by itself."""
    file = site.file(page)
    tags = re.findall(r"<(?:link|script)\b[^>]*>", file.read_text("utf-8"))
    addresses = [
        found[1]
        for tag in tags
        if 'rel="stylesheet"' in tag or "src=" in tag
        if (found := re.search(r'(?:href|src)="([^"]+)"', tag))
    ]
    assert addresses, page
    return [(file.parent / address).read_bytes() for address in addresses]


def test_long(site: BuiltSite) -> None:
    """
    The statement is as long as it is said to be.
    """
    html = site.file("website/").read_text("utf-8")
    root = tinyhtml5.parse(html, namespace_html_elements=False)

    assert len(words(find(root, "article")).split()) >= WORDS


def test_whole_page(site: BuiltSite) -> None:
    """
    Every page of a statement of 6,000 words, with styles and scripts, has at most
    120 KB; the comparison side by side too, which shows the text twice.
    """
    weights = {
        page: site.file(page).stat().st_size + sum(map(len, loaded(site, page)))
        for page in site.pages()
    }

    assert weights["website/"] > 40_000
    assert {} == {page: size for page, size in weights.items() if size > ALL}


def test_style_and_script(site: BuiltSite) -> None:
    """
    Styles and scripts of a page have at most 14 KB when they are compressed.
    """
    weights = {
        page: sum(len(gzip.compress(one)) for one in loaded(site, page))
        for page in site.pages()
    }

    assert {} == {
        page: size for page, size in weights.items() if size > STYLE_AND_SCRIPT
    }
