"""The merged tree as the body of a Word document."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING

from duenotice.compare import Branch
from duenotice.compare import Leaf
from duenotice.compare import MovedPart
from duenotice.compare import PartHeading
from duenotice.compare import Side
from duenotice.compare.document import Cell
from duenotice.compare.document import Row
from duenotice.model.content import Item
from duenotice.model.content import List
from duenotice.model.content import Quote
from duenotice.model.content import Table
from duenotice.render import locales
from duenotice.render.docx.numbering import Numbering
from duenotice.render.docx.paragraphs import ParagraphForm
from duenotice.render.docx.revisions import Fate
from duenotice.render.docx.runs import Run
from duenotice.render.docx.runs import Speech
from duenotice.render.docx.tables import cell_xml
from duenotice.render.docx.tables import row_xml
from duenotice.render.docx.tables import table_xml
from duenotice.render.redline_docx.cuts import Cuts
from duenotice.render.redline_docx.fates import LONE
from duenotice.render.redline_docx.fates import FateReader
from duenotice.render.redline_docx.fates import Within
from duenotice.render.redline_docx.lines import Line
from duenotice.render.redline_docx.lines import LineWriter
from duenotice.render.redline_docx.pieces import Piece
from duenotice.render.redline_docx.surroundings import Surroundings

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare import Comparison
    from duenotice.compare import Node
    from duenotice.render.redline_marks import Cues

_GAP = "TableGap"
"""The style of the paragraph behind a table: two tables that touch would be one."""

__CELLS = {Side.OLD: "cellDel", Side.NEW: "cellIns", Side.BOTH: ""}

_CELLS = {Side.OLD: "cellDel", Side.NEW: "cellIns", Side.BOTH: ""}
"""What marks the cell of a column that only one text has."""


class Writer:
    """Writes the nodes of one comparison."""

    def __init__(self, comparison: Comparison, cues: Cues, lang: str) -> None:
        """Take the comparison, what is said beside it, and the document's language."""
        ids = [part.id for part in comparison.new.parts if part.id]
        self._bookmarks = {one: f"section{n}" for n, one in enumerate(ids, start=1)}
        self._lang = lang
        self._cuts = Cuts(comparison.nodes)
        self._fates = FateReader(comparison, cues)
        self._around = {side: Surroundings() for side in (Side.OLD, Side.NEW)}
        self._within = Within()
        self._alignments: dict[Side, tuple[str, ...]] = {}
        self.lines = LineWriter(self._bookmarks)
        self.numbering = Numbering()

    def body(self, nodes: Iterable[Node]) -> str:
        """Write the nodes of a text; behind them all stands an empty paragraph."""
        xml = self._nodes(nodes)
        # The end of a text can't be removed: it must be that of no line.
        return xml + self._plain(ParagraphForm(style=_GAP))

    def _nodes(self, nodes: Iterable[Node]) -> str:
        return "".join(map(self._node, nodes))

    def _node(self, node: Node) -> str:
        match node:
            case Leaf():
                return self._leaf(node)
            case Branch():
                return self._branch(node)
            case MovedPart():
                return self._moved_part(node)

    def _moved_part(self, part: MovedPart) -> str:
        is_here = part.side is Side.NEW
        name = f"section{part.move}"
        start, end = self.lines.moved_range(name, is_here=is_here)
        self._within.part = part.side
        xml = self._nodes(part.children)
        self._within.part = None
        return f"{start}{xml}{end}"

    def _sides(self, node: Leaf | Branch) -> tuple[Side, ...]:
        """Give the texts that have a node at this place."""
        if self._within.part is not None:
            return (
                (self._within.part,)
                if node.side in {self._within.part, Side.BOTH}
                else ()
            )
        return (Side.OLD, Side.NEW) if node.side is Side.BOTH else (node.side,)

    def _branch(self, node: Branch) -> str:
        sides = self._sides(node)
        if not sides:
            return ""
        match node.new or node.old:
            case List():
                return self._list(node, sides)
            case Item():
                for side in sides:
                    self._around[side].open_item()
                xml = self._nodes(node.children)
                for side in sides:
                    self._around[side].close_item()
                return xml
            case Quote():
                for side in sides:
                    self._around[side].open_quotation()
                xml = self._nodes(node.children)
                for side in sides:
                    self._around[side].close_quotation()
                return xml
            case _:
                return self._table(node)

    def _list(self, node: Branch, sides: Iterable[Side]) -> str:
        """Write a list; it's the same one in both texts if it has the same numbers."""
        ids: dict[tuple[bool, int, int], int] = {}
        for side in sides:
            element = node.old if side is Side.OLD else node.new
            if not isinstance(element, List):
                continue
            level = self._around[side].level
            kind = (element.ordered, element.start, level)
            if kind not in ids:
                ids[kind] = (
                    self.numbering.numbers(element.start, level)
                    if element.ordered
                    else self.numbering.bullets()
                )
            self._around[side].open_list(ids[kind])
        xml = self._nodes(node.children)
        for side in sides:
            self._around[side].close_list()
        return xml

    def _table(self, node: Branch) -> str:
        """Write a table, and behind it what keeps it from touching another one."""
        carried = self.lines.apart()
        for side, table in ((Side.OLD, node.old), (Side.NEW, node.new)):
            if isinstance(table, Table):
                self._alignments[side] = table.alignments
        rows = [one for one in node.children if isinstance(one, Branch)]
        rows = [one for one in rows if self._sides(one)]
        heads = len(list(takewhile(_is_head, rows)))
        columns = max(len(self._cells(one)) for one in rows)
        written = [self._row_xml(one, at < heads) for at, one in enumerate(rows)]
        self.lines.carry(carried)
        is_rtl = locales.text_direction(self._lang) == "rtl"
        gap = self._plain(ParagraphForm(style=_GAP), self._fate(node))
        return table_xml(written, max(columns, 1), is_rtl=is_rtl) + gap

    def _row_xml(self, row: Branch, is_head: bool) -> str:  # noqa: FBT001
        self._within.row = row
        cells = list(self._cell_xmls(row))
        self._within.row = None
        mark = self.lines.revisions.mark(self._fate(row))
        return row_xml(cells or [cell_xml("<w:p/>")], mark, is_head=is_head)

    def _cells(self, row: Branch) -> list[Leaf]:
        cells = [one for one in row.children if isinstance(one, Leaf)]
        return [one for one in cells if self._sides(one)]

    def _cell_xmls(self, row: Branch) -> Iterator[str]:
        seen = {Side.OLD: 0, Side.NEW: 0}
        for cell in self._cells(row):
            sides = self._sides(cell)
            side = sides[-1]
            alignments = self._alignments.get(side, ())[seen[side] :]
            for one in sides:
                seen[one] += 1
            paragraph = self._leaf(cell, "".join(alignments[:1]))
            is_lone = self._fate(row) is Fate.KEPT
            change = _CELLS[cell.side] if is_lone else ""
            if change:
                change = f"<w:{change} {self.lines.revisions.attributes()}/>"
            yield cell_xml(paragraph, change)

    def _fate(self, node: Leaf | Branch) -> Fate:
        """Say what becomes of a table, a row or a cell."""
        return LONE[self._within.part or node.side]

    def _plain(self, form: ParagraphForm, end: Fate = Fate.KEPT) -> str:
        return self.lines.write(Line(pieces=(), speech=Speech(), form=form, end=end))

    def _leaf(self, leaf: Leaf, alignment: str = "") -> str:
        sides = self._sides(leaf)
        if not sides:
            # What a section lost on its way is said at its old place.
            return ""
        speech = self._speech(leaf)
        forms = [self._form(leaf, side, alignment, speech) for side in sides]
        told = self._fates.read(leaf, self._within)
        fate, pieces = told.fate, told.pieces
        is_cell = isinstance(leaf.new or leaf.old, Cell)
        end = Fate.KEPT if is_cell else self._end(leaf, sides, fate)
        goes_on = [side for side in sides if self._cuts.goes_on(leaf, side)]
        if goes_on:
            spaced = fate if len(sides) == 1 else LONE[goes_on[0]]
            pieces = (*pieces, Piece(spaced, (Run(" "),)))
        return self.lines.write(
            Line(
                pieces=pieces,
                speech=speech,
                form=forms[-1],
                was=forms[0] if len(forms) > 1 else None,
                end=end,
                moved=told.moved,
                bookmark=self._bookmark(leaf, sides),
            )
        )

    def _form(
        self, leaf: Leaf, side: Side, alignment: str, speech: Speech
    ) -> ParagraphForm:
        row = self._within.row
        if row is None:
            element = leaf.old if side is Side.OLD else leaf.new
            return self._around[side].form(element, is_rtl=speech.is_rtl)
        style = "TableHead" if _is_head(row) else "TableText"
        return ParagraphForm(style=style, alignment=alignment, is_rtl=speech.is_rtl)

    def _end(self, leaf: Leaf, sides: Iterable[Side], fate: Fate) -> Fate | None:
        """Say what becomes of the end of a line that may go on in one of the texts."""
        ends = [side for side in sides if not self._cuts.goes_on(leaf, side)]
        if not ends:
            return None
        return fate if ends == list(sides) else LONE[ends[0]]

    def _bookmark(self, leaf: Leaf, sides: Iterable[Side]) -> str:
        """Give the name under which links of the document find a section."""
        context = leaf.new_context
        is_head = isinstance(leaf.new, PartHeading) and Side.NEW in sides
        if context is None or not is_head:
            return ""
        return self._bookmarks.get(context.part, "")

    def _speech(self, leaf: Leaf) -> Speech:
        """Give the language of a line: a section may lack its translation."""
        context = leaf.new_context or leaf.old_context
        locale = "" if context is None else context.locale
        is_foreign = locale not in {"", self._lang}
        return Speech(
            lang=locale if is_foreign else "",
            is_rtl=locales.text_direction(locale or self._lang) == "rtl",
        )


def _is_head(row: Branch) -> bool:
    element = row.new or row.old
    return isinstance(element, Row) and element.is_head
