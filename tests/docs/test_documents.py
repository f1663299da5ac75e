from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

import documents

if TYPE_CHECKING:
    from pathlib import Path

each_document = pytest.mark.parametrize(
    "path", documents.DOCUMENTS, ids=documents.name_of
)
DECISIONS = sorted((documents.ROOT / "docs" / "decisions").glob("[0-9]*.md"))
HEADINGS = ["Status", "Date", "Context", "Options", "Decision", "Consequences"]


class TestDocuments:
    """What holds for every document."""

    @each_document
    def test_links(self, path: Path) -> None:
        """
        A link within the project leads to a file that is there, and to one of its
        headings.
        """
        missing = []
        for target in documents.links(path.read_text("utf-8")):
            if re.match(r"[a-z]+:", target):
                continue
            file, _, anchor = target.partition("#")
            there = (path.parent / file).resolve() if file else path
            if not there.exists():
                missing.append(target)
            elif anchor:
                known = documents.anchors(there.read_text("utf-8"))
                missing += [target] * (anchor not in known)

        assert [] == missing

    @each_document
    def test_sentences(self, path: Path) -> None:
        """
        Prose has one sentence a line.
        """
        lines = documents.prose(path.read_text("utf-8")).splitlines()
        ends = re.compile(r"(?<![A-Z])[.!?][”)*]* [A-Z“`]")

        assert [] == [
            line
            for line in lines
            if not line.startswith(("|", "#")) and ends.search(line)
        ]

    @each_document
    def test_machine(self, path: Path) -> None:
        """
        No document holds a path of somebody's machine.
        """
        text = path.read_text("utf-8").replace("/home/editor/", "")

        assert [] == re.findall(r"(?:/home|/root|/work|/tmp|/Users)/\S*", text)


class TestDecisions:
    """What a decision says."""

    @pytest.mark.parametrize("path", DECISIONS, ids=documents.name_of)
    def test_headings(self, path: Path) -> None:
        """
        A decision has a number, a title and all its parts, and weighs at least two
        options.
        """
        text = path.read_text("utf-8")
        title, *parts = documents.headings(text)
        options = documents.section(text, "## Options")

        assert path.name[:4] == title.partition(":")[0]
        assert parts == HEADINGS
        assert 2 <= options.count("- Good: ") == options.count("- Bad: ")

    def test_list(self) -> None:
        """
        The list of decisions has all of them, numbered without a gap.
        """
        index = documents.ROOT / "docs" / "decisions" / "README.md"
        listed = documents.links(index.read_text("utf-8"))

        assert [path.name for path in DECISIONS] == listed
        assert list(range(1, len(DECISIONS) + 1)) == [
            int(p.name[:4]) for p in DECISIONS
        ]
