"""Paragraphs with tracked changes, one after the other."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import groupby
from typing import TYPE_CHECKING

from duenotice.render.docx.paragraphs import paragraph_xml
from duenotice.render.docx.remarks import Remarks
from duenotice.render.docx.revisions import Fate
from duenotice.render.docx.revisions import Revisions
from duenotice.render.docx.runs import run_xml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Mapping

    from duenotice.render.docx.paragraphs import ParagraphForm
    from duenotice.render.docx.runs import Run
    from duenotice.render.docx.runs import Speech
    from duenotice.render.redline_docx.pieces import Piece


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph, or a piece of one that ends in neither text."""

    pieces: tuple[Piece, ...]
    speech: Speech
    form: ParagraphForm
    was: ParagraphForm | None = None
    """How it was set, where that is another way now."""

    end: Fate | None = Fate.KEPT
    """What becomes of its end; nothing where it has none."""

    moved: str = ""
    """The name of its move."""

    bookmark: str = ""


class LineWriter:
    """Writes lines; keeps what the document has beside them."""

    def __init__(self, bookmarks: Mapping[str, str]) -> None:
        """Take the names of the places that links of the document lead to."""
        self.revisions = Revisions()
        self.remarks = Remarks()
        self.links: dict[str, str] = {}
        """Addresses, by the ids under which the document has them."""
        self._ids: dict[str, str] = {}
        self._bookmarks = bookmarks
        self._carried = ""
        """Pieces without an end, for the next paragraph."""

    def write(self, line: Line) -> str:
        """Give a line's paragraph; a piece without an end goes into the next one."""
        if line.end is None:
            content, end = self._content(line)
            self._carried += content + end
            return ""
        mark = self.revisions.mark(line.end)
        change = ""
        if line.was is not None and line.was != line.form:
            change = (
                f"<w:pPrChange {self.revisions.attributes()}>"
                f"<w:pPr>{line.was.xml()}</w:pPr></w:pPrChange>"
            )
        content, end = self._content(line)
        content, self._carried = self._carried + content, ""
        return paragraph_xml(line.form, mark, change, content) + end

    def apart(self) -> str:
        """Take what is carried away, for a table between it and its end."""
        carried, self._carried = self._carried, ""
        return carried

    def carry(self, carried: str) -> None:
        """Put back what was taken away."""
        self._carried = carried

    def _content(self, line: Line) -> tuple[str, str]:
        """Give the runs of a line, and what stands behind its paragraph."""
        runs = "".join(self._piece(piece, line.speech) for piece in line.pieces)
        if line.bookmark:
            number = f'w:id="{self.revisions.next_id()}"'
            runs = (
                f'<w:bookmarkStart {number} w:name="{line.bookmark}"/>{runs}'
                f"<w:bookmarkEnd {number}/>"
            )
        if not line.moved:
            return runs, ""
        is_here = any(piece.fate is Fate.MOVED_HERE for piece in line.pieces)
        start, end = self.moved_range(line.moved, is_here=is_here)
        return f"{start}{runs}", end

    def moved_range(self, name: str, *, is_here: bool) -> tuple[str, str]:
        """Give what begins and ends one place of a move.

        Args:
            name: The same at both places.
            is_here: Whether it is the new place.
        """
        tag = "moveToRange" if is_here else "moveFromRange"
        start = f'<w:{tag}Start {self.revisions.attributes()} w:name="{name}"/>'
        number = start.partition('w:id="')[2].partition('"')[0]
        return start, f'<w:{tag}End w:id="{number}"/>'

    def _piece(self, piece: Piece, speech: Speech) -> str:
        groups = groupby(piece.runs, key=lambda run: run.look.target)
        runs = "".join(
            self._linked(target, self._tracked(piece.fate, some, speech))
            for target, some in groups
        )
        if not piece.remark:
            return runs
        start, end, reference = self.remarks.add(piece.remark)
        return f"{start}{runs}{end}{self.revisions.tracked(piece.fate, reference)}"

    def _tracked(self, fate: Fate, runs: Iterable[Run], speech: Speech) -> str:
        xml = "".join(
            run_xml(
                run,
                speech,
                is_struck=fate.is_struck,
                change=self.revisions.attributes() if run.was is not None else "",
            )
            for run in runs
        )
        return self.revisions.tracked(fate, xml)

    def _linked(self, target: str, runs: str) -> str:
        if not target:
            return runs
        if target.startswith("#"):
            name = self._bookmarks[target[1:]]
            return f'<w:hyperlink w:anchor="{name}">{runs}</w:hyperlink>'
        if target not in self._ids:
            self._ids[target] = f"link{len(self._ids) + 1}"
            self.links[self._ids[target]] = target
        return f'<w:hyperlink r:id="{self._ids[target]}">{runs}</w:hyperlink>'
