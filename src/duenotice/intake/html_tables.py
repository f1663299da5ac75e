"""Tables of a web page to tables with one header row."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.errors import DuenoticeError
from duenotice.intake.account import Remark
from duenotice.intake.html_inlines import tidied
from duenotice.model.content import Table
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from duenotice.intake.html_inlines import InlineMaker
    from duenotice.model.content import Inline

    Row = tuple[tuple[Inline, ...], ...]

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
_WIDEST = 40
_MOST_COLUMNS = 200


class TooWideTableError(DuenoticeError):
    """A table has more columns than any table of a text."""

    hint = "Make several tables of it, or a list."

    def __init__(self, width: int) -> None:
        """Say how many."""
        super().__init__(f"a table has {width:,} columns; {_MOST_COLUMNS} can be read")


def refuse_width(width: int) -> None:
    """Refuse a table that is too wide.

    Raises:
        TooWideTableError: It is.
    """
    if width > _MOST_COLUMNS:
        raise TooWideTableError(width)


TABLE_PARTS = frozenset({"colgroup", "col", "thead", "tbody", "tfoot", "tr"})
"""What a table is made of; a caption stands before it as a paragraph."""


def is_layout(element: Element) -> bool:
    """Tell whether a table only sets out a page: it holds headings or tables."""
    return element.get("role") in {"presentation", "none"} or any(
        inner.tag in _HEADINGS or inner.tag == "table"
        for inner in element.iter()
        if inner is not element
    )


def make_table(
    element: Element, inlines: InlineMaker, line: int
) -> tuple[Table | None, list[Remark]]:
    """Give a table, or nothing where it has no words, and what is in doubt about it."""
    elements = list(element.iter("tr"))
    remarks: list[Remark] = []
    rows = [_row(one, inlines) for one in elements]
    width = max((len(row) for row in rows), default=0)
    refuse_width(width)
    if not any(plain_text(cell).strip() for row in rows for cell in row):
        return None, remarks
    if not _is_header(elements[0]):
        remarks.append(
            Remark(
                message="a table has no header row; its first row "
                f"({shown(_words(rows[0]))}) was taken for one",
                hint="Write a header row if the first row is none.",
                line=line,
            )
        )
    if any(inner.tag in {"ul", "ol"} for inner in element.iter()):
        remarks.append(
            Remark(
                message="lists in the cells of a table became running text",
                hint="Put commas or semicolons between what were items.",
                line=line,
            )
        )
    padded = [(*row, *((),) * (width - len(row))) for row in rows]
    return Table(padded[0], tuple(padded[1:]), ("",) * width, line), remarks


def _row(element: Element, inlines: InlineMaker) -> Row:
    cells: list[tuple[Inline, ...]] = []
    for cell in element:
        if cell.tag in {"td", "th"}:
            cells.append(tidied(inlines.in_line(cell)))
            cells += [()] * (_span(cell) - 1)
    return tuple(cells)


def _span(cell: Element) -> int:
    span = cell.get("colspan", "1").strip()
    return min(int(span), _WIDEST) if span.isdecimal() and int(span) else 1


def _is_header(row: Element) -> bool:
    cells = [cell for cell in row if cell.tag in {"td", "th"}]
    return bool(cells) and all(cell.tag == "th" for cell in cells)


def _words(row: Row) -> str:
    return " ".join(plain_text(cell) for cell in row)
