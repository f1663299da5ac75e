from __future__ import annotations

import re
import tomllib
from typing import Any

import pytest

import documents

ARCHITECTURE = (documents.ROOT / "docs" / "architecture.md").read_text("utf-8")


@pytest.fixture
def contracts() -> list[dict[str, Any]]:
    """What import-linter checks."""
    text = (documents.ROOT / "pyproject.toml").read_text("utf-8")
    contracts: list[dict[str, Any]] = tomllib.loads(text)["tool"]["importlinter"][
        "contracts"
    ]
    return contracts


def _is_there(module: str) -> bool:
    package = documents.ROOT / "src" / "duenotice"
    return any((package / name).exists() for name in (module, f"{module}.py"))


class TestArchitecture:
    """What the architecture says of the code."""

    def test_layers(self, contracts: list[dict[str, Any]]) -> None:
        """
        The layers are those that import-linter keeps, without those still to come.
        """
        section = documents.section(ARCHITECTURE, "## The layers")
        shown = section.partition("```text\n")[2].partition("```\n")[0].splitlines()

        built = [
            " | ".join(one for one in re.findall(r"\w+", layer) if _is_there(one))
            for layer in contracts[0]["layers"]
        ]
        assert [layer for layer in built if layer] == shown

    def test_to_come(self, contracts: list[dict[str, Any]]) -> None:
        """
        The layers that are named as still to come are those that aren't there.
        """
        sentence = re.search(r"^.*still to come: (.*)$", ARCHITECTURE, re.MULTILINE)
        named = set(re.findall(r"`(\w+)`", sentence[1] if sentence else ""))

        layers = re.findall(r"\w+", " ".join(contracts[0]["layers"]))
        assert {one for one in layers if not _is_there(one)} == named

    def test_modules(self) -> None:
        """
        Every module of the highest level has a row that says what it owns.
        """
        section = documents.section(ARCHITECTURE, "## The layers")
        named = {documents.code(row[0]) for row in documents.table_rows(section)}

        package = documents.ROOT / "src" / "duenotice"
        modules = {
            path.stem for path in package.iterdir() if path.suffix in {"", ".py"}
        }
        assert modules - {"__init__", "__main__", "__pycache__"} == named

    def test_boundaries(self, contracts: list[dict[str, Any]]) -> None:
        """
        Each library's only importer is the one that import-linter admits.
        """
        section = documents.section(ARCHITECTURE, "## The boundaries")
        named = {documents.code(row[1]) for row in documents.table_rows(section)}

        admitted = {
            admitted.partition(" -> ")[0].removesuffix(".**")
            for one in contracts
            if one["type"] == "forbidden"
            for admitted in one["ignore_imports"]
        }
        assert admitted == named
