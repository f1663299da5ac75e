"""What changed in one section, to stand with other such changes on one page."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from duenotice.compare import Document
from duenotice.compare import PartHeading
from duenotice.compare import compare
from duenotice.render.redline_html import redline_html

if TYPE_CHECKING:
    from collections.abc import Collection

    from duenotice.compare.document import Part
    from duenotice.render.redline_marks import Cues

# Neither a text nor an attribute holds a bare angle bracket.
_TAG = re.compile(r"<[^<>]*>")
_PLACE = re.compile(r'( id="| href="#)_change-')
_HEADING = re.compile(r"^(</?h)([2-5])\b")
_HEADING_ID = re.compile(r'^(<h[2-6]) id="(?!_change-)[^"]*"')

EMPTY = Document(title="", parts=())


def passage(document: Document, ids: Collection[str]) -> Document:
    """Give the sections with some ids, and nothing else of a text."""
    parts = tuple(_unnumbered(one) for one in document.parts if one.id in ids)
    return replace(document, title="", parts=parts, facts=())


def _unnumbered(part: Part) -> Part:
    """Take a section's number away: that it has another one is no change of it."""
    heading = part.heading
    return (
        part
        if heading is None
        else replace(part, heading=PartHeading(None, heading.title, heading.level))
    )


def section_redline(
    old: Document, new: Document, cues: Cues, name: str
) -> Markup | None:
    """Give the redline of two passages; nothing where they can't be compared.

    It is empty where they say the same.

    Args:
        old: The earlier one; empty where only the later one is to be shown, unmarked.
        new: The later one; empty likewise.
        cues: The words beside the text.
        name: What is unique on the page to this redline.
    """
    if not old.parts or not new.parts:
        whole = new if new.parts else old
        old = new = whole
    comparison = compare(*_without_same_titles(old, new))
    if comparison.could_not:
        return None
    is_alone = old is new
    if comparison.is_same and not is_alone:
        return Markup("")
    html = redline_html(comparison, cues, folds=not is_alone)
    fitted = _TAG.sub(lambda tag: _fitted(tag[0], name), html)
    return Markup(fitted)  # noqa: S704 - only attributes and tags made here differ


def _without_same_titles(old: Document, new: Document) -> tuple[Document, Document]:
    """Leave out the titles where both have the same: the page says them."""
    titles = [
        [part.heading and part.heading.title for part in one.parts]
        for one in (old, new)
    ]
    if titles[0] != titles[1] or len(new.parts) > 1:
        return old, new
    return _untitled(old), _untitled(new)


def _untitled(document: Document) -> Document:
    parts = tuple(replace(one, heading=None) for one in document.parts)
    return replace(document, parts=parts)


def _fitted(tag: str, name: str) -> str:
    """Make a tag fit for its place: below another heading, beside other redlines."""
    tag = _HEADING_ID.sub(r"\1", tag)
    tag = _PLACE.sub(rf"\1_change-{name}-", tag)
    return _HEADING.sub(lambda found: f"{found[1]}{int(found[2]) + 1}", tag)
