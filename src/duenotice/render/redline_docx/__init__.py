"""A comparison as a Word document with tracked changes.

Whoever accepts all of them has the new text, and whoever rejects all the old one. A
line that moved is tracked as moved. In a table, and across the edge of a section that
moved as a whole, Word can't track a line as moved: there it is removed and added, and a
remark says so.
"""

from __future__ import annotations

from duenotice.render.redline_docx.document import redline_docx

__all__ = ["redline_docx"]
