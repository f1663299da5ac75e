from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from duenotice.mailing.contents.words import html_words
from duenotice.mailing.editions.site_paths import published_paths
from duenotice.publish.verification import ManifestError

if TYPE_CHECKING:
    from pathlib import Path


def test_published(tmp_path: Path) -> None:
    """
    The files of a site that was built are those of its manifest.
    """
    manifest = {"schema": "duenotice/manifest/1", "files": {"website/index.html": "x"}}
    (tmp_path / "manifest.json").write_text(json.dumps(manifest), "utf-8")

    assert frozenset({"website/index.html"}) == published_paths(tmp_path)


def test_no_site(tmp_path: Path) -> None:
    """
    A folder without a manifest is no site.
    """
    with pytest.raises(ManifestError):
        published_paths(tmp_path)


def test_words() -> None:
    """
    Of a message in HTML only what is seen is read; a line that ends is a space.
    """
    html = (
        "<title>t</title><style>p {}</style><p>One<br>two</p>"
        "<blockquote><p>three</p></blockquote>"
    )

    assert "One two\n\n> three" == html_words(html)


@pytest.mark.parametrize(
    "start",
    [
        '<div style="color:red; display: none">',
        '<div style="Visibility:hidden">',
        "<div hidden>",
    ],
)
def test_hidden(start: str) -> None:
    """
    What a style hides is no word that a reader gets, nor is what stands within it.
    """
    html = f"<p>One</p>{start}<p>two<br>three</p><img src=x></div><p>four</p>"

    assert "One\n\nfour" == html_words(html)
