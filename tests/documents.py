"""The project's documents, taken apart: prose, links, tables."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[1]
DOCUMENTS = (
    ROOT / "README.md",
    ROOT / "CONTRIBUTING.md",
    *sorted((ROOT / "docs").rglob("*.md")),
)

_FENCE = re.compile(r"^```.*?^```\n", re.DOTALL | re.MULTILINE)
_CODE = re.compile(r"`[^`]*`")
_LINK = re.compile(r"\[[^\[\]]*\]\(([^()\s]+)\)")
_HEADING = re.compile(r"^#{1,6} (.+)$", re.MULTILINE)


def name_of(path: Path) -> str:
    """Give a document's path in the project, for the names of tests."""
    return path.relative_to(ROOT).as_posix()


def prose(document: str) -> str:
    """Give a document without its blocks of code."""
    return _FENCE.sub("", document)


def links(document: str) -> list[str]:
    """Give where the links and pictures of a document lead."""
    return _LINK.findall(_CODE.sub("`code`", prose(document)))


def anchors(document: str) -> set[str]:
    """Give the anchors of a document's headings, as hosts make them."""
    words = (re.sub(r"[^\w\- ]", "", one.lower()) for one in headings(document))
    return {one.replace(" ", "-") for one in words}


def headings(document: str) -> list[str]:
    """Give the headings of a document."""
    return _HEADING.findall(prose(document))


def section(document: str, heading: str) -> str:
    """Give what stands below a heading, up to the next of its level or a higher one."""
    level, _, _ = heading.partition(" ")
    start = document.index(f"\n{heading}\n") + len(heading) + 2
    higher = re.compile(rf"^#{{1,{len(level)}}} ", re.MULTILINE)
    end = higher.search(document, start)
    return document[start : end.start() if end else None]


def table_rows(text: str) -> list[list[str]]:
    """Give the cells of all tables, without their heads."""
    rows = [line for line in text.splitlines() if line.startswith("|")]
    cells = [[cell.strip() for cell in row.strip("|").split("|")] for row in rows]
    ruled = [at for at, row in enumerate(cells) if set("".join(row)) <= set("-: ")]
    heads = {at - 1 for at in ruled} | set(ruled)
    return [row for at, row in enumerate(cells) if at not in heads]


def code(cell: str) -> str:
    """Give the words of a cell that is nothing but code."""
    return cell.strip("`")
