"""Real revision histories to measure with, and redlines read back with lxml."""

from __future__ import annotations

import itertools
import re
import sys
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.compare import document_of
from duenotice.compare import document_of_blocks
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.parse.markdown import parse_blocks
from duenotice.store.project import Project
from duenotice.store.project import read_statement

try:
    import lxml.html
    from lxml.html.diff import htmldiff
except ImportError:
    sys.exit("this benchmark compares with lxml: pip install lxml, by hand")

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from duenotice.compare import Document

__all__ = [
    "Pair",
    "htmldiff",
    "lines_of",
    "read_back",
    "read_columns",
    "read_document",
    "read_histories",
    "read_sample",
]

_FRONT = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)
_INLINE = frozenset({"a", "code", "del", "em", "ins", "span", "strong"})


@dataclass(frozen=True)
class Pair:
    """Two revisions that follow each other."""

    name: str
    history: str
    old: Document
    new: Document
    sources: tuple[str, str] = ("", "")
    """Their Markdown; nothing for those of a statement."""

    @property
    def words(self) -> int:
        """Give the number of words of the longer one."""
        return max(len(one.split()) for one in self.sources)


def read_histories(folder: Path) -> Iterator[Pair]:
    """Read every consecutive pair of every history."""
    for document in sorted(path for path in folder.glob("*/*") if path.is_dir()):
        files = sorted(document.glob("*.md"), key=_day)
        for one, other in itertools.pairwise(files):
            sources = _source(one), _source(other)
            old, new = map(read_document, sources)
            name = f"{document.parent.name}/{document.name} {one.stem} {other.stem}"
            yield Pair(name, str(document), old, new, sources)


def read_document(source: str) -> Document:
    """Read a text from its Markdown."""
    return document_of_blocks("", parse_blocks(source))


def read_sample(root: Path) -> Iterator[Pair]:
    """Read every consecutive pair of versions of the project's own statement."""
    if not (root / "statements").is_dir():
        return
    project = Project(root)
    archive = read_statement(project.on_disk(), None)
    for locale in archive.draft.statement.locales:
        texts = [
            document_of(version.text(locale))
            for version in archive.versions.values()
            if locale in version.record.lock.locales
        ]
        for old, new in itertools.pairwise(texts):
            yield Pair(f"sample {locale}", "sample", old, new)
    project.close()


def _day(path: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", path.name)]


def _source(path: Path) -> str:
    return _FRONT.sub("", path.read_text("utf-8").replace("\r\n", "\n"))


def lines_of(document: Document) -> list[str]:
    """Give the lines of a text as readers see them, without spaces at their ends."""
    lines = []
    for part in document.parts:
        if part.heading is not None:
            number, title = part.heading.number, plain_text(part.heading.title)
            lines.append(title if number is None else f"{number}. {title}")
        lines += (plain_text(line.inlines) for line in walk_lines(part.blocks))
    return [" ".join(line.split()) for line in lines]


def read_back(html: str, without: str = "") -> str:
    """Give the words of a page, without cues and without the elements of one name."""
    root = lxml.html.fromstring(f"<main>{html}</main>")
    return _words(root, without)


def read_columns(html: str) -> list[str]:
    """Give the words of the left column of a page, and those of the right one."""
    root = lxml.html.fromstring(f"<main>{html}</main>")
    pairs = root.find_class("pair")
    columns = ([_words(pair[side]) for pair in pairs] for side in (0, 1))
    return [" ".join(filter(None, column)) for column in columns]


def _words(root: lxml.html.HtmlElement, without: str = "") -> str:
    for element in list(root.iter()):
        if element.tag == without or element.get("data-redline-cue") is not None:
            element.drop_tree()
    for element in root.iter():
        if element.tag not in _INLINE:
            element.text = f" {element.text or ''}"
            element.tail = f" {element.tail or ''}"
    return " ".join(root.text_content().split())
