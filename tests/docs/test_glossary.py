from __future__ import annotations

import ast
import re
from typing import TYPE_CHECKING

import pytest

import documents

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

GLOSSARY = documents.ROOT / "docs" / "glossary.md"
TEXT = GLOSSARY.read_text("utf-8")
LINKS = re.findall(r"\[`(\w+)`\]\((\S+?)\)", TEXT)


class TestGlossary:
    """The words and where they live."""

    @pytest.mark.parametrize(("name", "target"), LINKS, ids=lambda part: part)
    def test_names(self, name: str, target: str) -> None:
        """
        What a word links to is defined in the file that the link leads to.
        """
        path = (GLOSSARY.parent / target).resolve()

        assert name in set(_defined_names(path))

    def test_entries(self) -> None:
        """
        Every word links to the code.
        """
        entries = [line for line in TEXT.splitlines() if line.startswith("- ")]

        assert [] == [line for line in entries if "](../src/duenotice/" not in line]

    def test_once(self) -> None:
        """
        A word has one entry.
        """
        words = re.findall(r"\*\*(.+?)\*\*", TEXT)

        assert sorted(set(words)) == sorted(words)


def _defined_names(path: Path) -> Iterator[str]:
    """Give what a module defines, itself included: a package by its folder's name."""
    yield path.parent.name if path.name == "__init__.py" else path.stem
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        match node:
            case ast.ClassDef(name=name) | ast.FunctionDef(name=name):
                yield name
            case ast.Assign(targets=[ast.Name(id=name)]):
                yield name
            case ast.AnnAssign(target=ast.Name(id=name)):
                yield name
            case _:
                pass
