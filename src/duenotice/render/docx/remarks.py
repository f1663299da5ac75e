"""Remarks in the margin: what is said beside the text, and never in it."""

from __future__ import annotations

from html import escape

from duenotice.render.docx.revisions import AUTHOR
from duenotice.render.docx.runs import clean


class Remarks:
    """The remarks of a document."""

    def __init__(self) -> None:
        """Begin without any."""
        self._remarks: list[str] = []

    def add(self, words: str) -> tuple[str, str, str]:
        """Add a remark; give what begins and ends its place, and the run behind it."""
        number = f'w:id="{len(self._remarks)}"'
        self._remarks.append(
            f'<w:comment {number} w:author="{AUTHOR}" w:initials="d"><w:p><w:r>'
            f'<w:t xml:space="preserve">{escape(clean(words))}</w:t></w:r></w:p>'
            "</w:comment>"
        )
        return (
            f"<w:commentRangeStart {number}/>",
            f"<w:commentRangeEnd {number}/>",
            f"<w:r><w:commentReference {number}/></w:r>",
        )

    def xml(self) -> str:
        """Give the part's content; empty where there is none."""
        return "".join(self._remarks)
