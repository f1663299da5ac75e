"""A whole text, or one section of it, as Markdown, as HTML and as data."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.parse.rewriting import change_blocks
from duenotice.parse.rewriting import reference_as_link
from duenotice.parse.serialise import write_blocks
from duenotice.render.content_html import blocks_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.model.statement import PlacedSection


def sections_markdown(sections: Sequence[PlacedSection]) -> str:
    """Give sections as Markdown that stands by itself: references have their words."""
    parts = []
    for placed in sections:
        blocks = change_blocks(placed.section.blocks, reference_as_link)
        parts.append(f"## {placed.heading}\n\n{write_blocks(blocks)}")
    return "\n".join(parts)


def sections_html(sections: Sequence[PlacedSection]) -> str:
    """Give sections as HTML, one `section` element each."""
    return "\n".join(
        f'<section id="{escape(placed.section.id)}" lang="{escape(placed.locale)}">\n'
        f"<h2>{escape(placed.heading, quote=False)}</h2>\n"
        f"{blocks_html(placed.section.blocks)}</section>"
        for placed in sections
    )


def sections_data(sections: Sequence[PlacedSection]) -> list[dict[str, object]]:
    """Give sections as data."""
    return [
        {
            "id": placed.section.id,
            "number": placed.number,
            "title": placed.section.title,
            "locale": placed.locale,
            "revised": str(placed.section.version or "") or None,
            "behind": placed.is_behind,
            "markdown": write_blocks(
                change_blocks(placed.section.blocks, reference_as_link)
            ),
            "text": [
                plain_text(line.inlines) for line in walk_lines(placed.section.blocks)
            ],
        }
        for placed in sections
    ]
