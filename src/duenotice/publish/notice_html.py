"""A notice as HTML, each part marked with the language that it is in."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from markupsafe import Markup

from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.notice.alphabets import spoken_in
from duenotice.render import locales
from duenotice.render.content_html import blocks_html

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.model.content import Block
    from duenotice.publish.approved_notice import ApprovedNotice


def notice_html(notice: ApprovedNotice, blocks: Sequence[Block]) -> Markup:
    """Write a notice, or another form of its blocks.

    What an editor left of a draft in another language is marked as such, so that it is
    read aloud and set in its own way.
    """
    groups = groupby(blocks, lambda block: _lang(block, notice))
    return Markup().join(_group(lang, tuple(same), notice) for lang, same in groups)


def _lang(block: Block, notice: ApprovedNotice) -> str:
    lines = (plain_text(line.inlines) for line in walk_lines((block,)))
    return spoken_in(" ".join(lines), notice.locale, notice.source_locale)


def _group(lang: str, blocks: tuple[Block, ...], notice: ApprovedNotice) -> Markup:
    html = blocks_html(blocks)
    if lang == notice.locale:
        return html
    form = Markup('<div lang="{}" dir="{}">\n{}</div>\n')
    return form.format(lang, locales.text_direction(lang), html)
