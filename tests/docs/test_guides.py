from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Any

import pytest
import yaml

import documents
from duenotice.compare import ChangeKind
from duenotice.materiality.ruleset import RULES
from walkthroughs import as_run

if TYPE_CHECKING:
    from pathlib import Path

DOCS = documents.ROOT / "docs"
GUIDES = [DOCS / "tutorial.md", *sorted((DOCS / "how-to").glob("*.md"))]


class TestGuides:
    """What the tutorial and the how-to guides show."""

    @pytest.mark.slow
    @pytest.mark.parametrize("path", GUIDES, ids=documents.name_of)
    def test_commands(self, path: Path, tmp_path: Path) -> None:
        """
        Every command prints what is shown (`python tests/walkthroughs.py` writes it
        anew).
        """
        shown = path.read_text("utf-8")

        assert "```console\n" in shown
        assert shown == as_run(shown, tmp_path)


class TestComparing:
    """What the guide to comparing says."""

    def test_kinds(self) -> None:
        """
        Every kind of change is explained, and no other.
        """
        text = (DOCS / "how-to" / "compare-two-texts.md").read_text("utf-8")
        rows = documents.table_rows(
            documents.section(text, "## What counts as a change")
        )

        kinds = {documents.code(one) for row in rows for one in row[0].split(", ")}
        assert set(ChangeKind) == kinds


class TestAssessing:
    """What the guide to assessing says."""

    def test_rules(self) -> None:
        """
        Every rule is explained, in the order in which they are asked, and no other.
        """
        text = (DOCS / "how-to" / "assess-a-change.md").read_text("utf-8")
        rows = documents.table_rows(documents.section(text, "## How it decides"))

        assert [rule.name for rule in RULES] == [
            documents.code(name) for name, _ in rows
        ]


class TestWorkflow:
    """The workflow for CI."""

    @pytest.fixture
    def workflow(self) -> dict[str, Any]:
        """The workflow as the guide has it."""
        text = (DOCS / "how-to" / "publish-from-ci.md").read_text("utf-8")
        block = text.partition("```yaml\n")[2].partition("```\n")[0]
        workflow: dict[str, Any] = yaml.load(block, Loader=yaml.BaseLoader)  # noqa: S506
        return workflow

    def test_history(self, workflow: dict[str, Any]) -> None:
        """
        The checkout fetches the whole history.
        """
        checkout = workflow["jobs"]["site"]["steps"][0]

        assert "0" == checkout["with"]["fetch-depth"]

    def test_hourly(self, workflow: dict[str, Any]) -> None:
        """
        The build runs every hour.
        """
        minute, *rest = workflow["on"]["schedule"][0]["cron"].split()

        assert minute.isdigit()
        assert ["*"] * 4 == rest
