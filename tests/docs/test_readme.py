from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

import documents
from duenotice.cli.app import COMMANDS
from walkthroughs import as_run

if TYPE_CHECKING:
    from pathlib import Path

README = documents.ROOT / "README.md"


class TestReadme:
    """What the README promises."""

    @pytest.mark.slow
    def test_walkthrough(self, tmp_path: Path) -> None:
        """
        The thirty seconds print what is shown (`python tests/walkthroughs.py` writes
        it anew).
        """
        shown = README.read_text("utf-8")

        assert shown == as_run(shown, tmp_path)

    def test_commands(self) -> None:
        """
        The table of commands has all of them.
        """
        table = documents.section(README.read_text("utf-8"), "## Commands")
        rows = documents.table_rows(table)

        named = {documents.code(row[0]).split()[0] for row in rows}
        assert COMMANDS.keys() == named

    def test_guides(self) -> None:
        """
        Every how-to guide and every reference can be reached from the README.
        """
        docs = documents.ROOT / "docs"
        guides = [*docs.glob("how-to/*.md"), *docs.glob("reference/*.md")]

        reached = set(documents.links(README.read_text("utf-8")))
        assert {documents.name_of(path) for path in guides} <= reached

    @pytest.mark.parametrize("name", ["statement", "redline"])
    def test_picture(self, name: str) -> None:
        """
        A picture is shown, is there, and is a PNG.
        """
        picture = documents.ROOT / "docs" / "images" / f"{name}.png"

        assert documents.name_of(picture) in documents.links(README.read_text("utf-8"))
        assert picture.read_bytes().startswith(b"\x89PNG\r\n")
