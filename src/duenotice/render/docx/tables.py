"""Tables: rows and cells."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable

_WIDTH = 9000
"""Of a table, in twentieths of a point."""


def table_xml(rows: Iterable[str], columns: int, *, is_rtl: bool) -> str:
    """Give a table.

    Args:
        rows: Its rows.
        columns: The number of cells in the longest of them.
        is_rtl: Whether its first column is on the right.
    """
    grid = f'<w:gridCol w:w="{_WIDTH // columns}"/>' * columns
    direction = "<w:bidiVisual/>" if is_rtl else ""
    return (
        f'<w:tbl><w:tblPr><w:tblStyle w:val="TableGrid"/>{direction}'
        '<w:tblW w:w="5000" w:type="pct"/></w:tblPr>'
        f"<w:tblGrid>{grid}</w:tblGrid>{''.join(rows)}</w:tbl>"
    )


def row_xml(cells: Iterable[str], mark: str, *, is_head: bool) -> str:
    """Give a row; one of the head is printed again on every page."""
    head = "<w:tblHeader/>" if is_head else ""
    properties = f"{head}{mark}"
    told = f"<w:trPr>{properties}</w:trPr>" if properties else ""
    return f"<w:tr>{told}{''.join(cells)}</w:tr>"


def cell_xml(paragraphs: str, change: str = "") -> str:
    """Give a cell; it ends with a paragraph, and `change` marks a whole column's."""
    return (
        f'<w:tc><w:tcPr><w:tcW w:w="0" w:type="auto"/>{change}</w:tcPr>'
        f"{paragraphs}</w:tc>"
    )
