"""A comparison as HTML: one text with what was added and removed in it.

Only `ins` and `del` mark a difference, and each lies inside one paragraph, cell or
item, so that the markup is whole whatever was changed. Without the `del` the page is
the new text, without the `ins` the old one. A move is a `del` where the text was and
an `ins` where it is. Everything said beside the two texts carries `data-redline-cue`.
"""

from __future__ import annotations

from html import escape
from itertools import groupby
from itertools import takewhile
from typing import TYPE_CHECKING

from markupsafe import Markup

from duenotice.compare import Branch
from duenotice.compare import Difference
from duenotice.compare import Leaf
from duenotice.compare import MovedPart
from duenotice.compare import PartHeading
from duenotice.compare import Side
from duenotice.compare.document import Cell
from duenotice.compare.document import Row
from duenotice.model.content import CodeBlock
from duenotice.model.content import Heading
from duenotice.model.content import Item
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Rule
from duenotice.render.heading_ranks import HeadingRanks
from duenotice.render.redline_links import changed_targets
from duenotice.render.redline_lost import LostPlaces
from duenotice.render.redline_marks import Cues
from duenotice.render.redline_marks import anchor
from duenotice.render.redline_marks import deleted
from duenotice.render.redline_marks import folded
from duenotice.render.redline_marks import inserted
from duenotice.render.redline_marks import link_to
from duenotice.render.redline_shown import shown_places
from duenotice.render.redline_words import WordPrinter

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence

    from duenotice.compare import Comparison
    from duenotice.compare import Move
    from duenotice.compare import Node
    from duenotice.compare import Stretch
    from duenotice.compare import WordDiff
    from duenotice.compare.nodes import Unit


def redline_html(
    comparison: Comparison, cues: Cues | None = None, *, folds: bool = True
) -> Markup:
    """Give the redline of a comparison.

    Args:
        comparison: One that could be made.
        cues: The words beside the text.
        folds: Whether stretches without a change are folded; they stay in the page.
    """
    writer = _Writer(comparison, cues or Cues(), folds=folds)
    nodes = comparison.nodes
    html = writer.folded(nodes) if folds else writer.nodes(nodes)
    return Markup(html)  # noqa: S704 - escaped below


def parallel_html(comparison: Comparison, cues: Cues | None = None) -> Markup:
    """Give the old text and the new one beside each other, as rows of a grid."""
    some = cues or Cues()
    old, new = (_Writer(comparison, some, only=one) for one in (Side.OLD, Side.NEW))
    # In the page the headings of both stand between each other.
    old.ranks = new.ranks
    shown = shown_places(comparison.nodes)
    parts = []
    for is_shown, group in groupby(comparison.nodes, key=lambda n: n.place in shown):
        nodes = tuple(group)
        rows = "".join(
            f'<div class="pair"><div>\n{old.nodes([node])}</div>'
            f"<div>\n{new.nodes([node])}</div></div>\n"
            for node in nodes
        )
        parts.append(rows if is_shown else folded(some, rows, len(nodes)))
    return Markup("".join(parts))  # noqa: S704 - escaped below


class _Writer:
    """Writes the nodes of one comparison, or what one of the two texts has of them."""

    def __init__(
        self,
        comparison: Comparison,
        cues: Cues,
        *,
        only: Side | None = None,
        folds: bool = True,
    ) -> None:
        self.comparison = comparison
        self.cues = cues
        self.only = only
        ids = frozenset(part.id for part in comparison.new.parts)
        self.old_words, self.new_words = WordPrinter(), WordPrinter(ids)
        self.folds = folds
        self.ranks = HeadingRanks()
        self.lost = LostPlaces(comparison.nodes if only is Side.OLD else ())
        self.frame: Side | None = None
        """Inside a section that moved: its old place or its new one."""
        self.row: Move | None = None
        """Inside a row of a table that moved."""

    def folded(self, nodes: Sequence[Node]) -> str:
        """Write nodes, and fold those that only surround the changes."""
        shown = shown_places(nodes)
        parts = []
        for is_shown, group in groupby(nodes, key=lambda node: node.place in shown):
            several = tuple(group)
            html = self.nodes(several)
            parts.append(html if is_shown else folded(self.cues, html, len(several)))
        return "".join(parts)

    def nodes(self, nodes: Iterable[Node], *, tight: bool = False) -> str:
        """Write nodes one after the other."""
        written = (self._node(node, tight=tight) for node in nodes)
        return "".join(f"{html}\n" for html in written if html)

    def _node(self, node: Node, *, tight: bool) -> str:
        if self._is_left_out(node.side):
            return ""
        match node:
            case Leaf():
                return self._leaf(node, tight=tight)
            case Branch():
                return self._branch(node)
            case MovedPart():
                return self._moved_part(node)

    def _is_left_out(self, side: Side) -> bool:
        return self.only is not None and side not in {self.only, Side.BOTH}

    def _moved_part(self, part: MovedPart) -> str:
        """Write a section that moved; at its old place it is folded."""
        self.frame = part.side
        html = self.nodes(part.children)
        self.frame = None
        other = self.comparison.other_end(part)
        here = f'id="{anchor(part.place)}"'
        is_old = part.side is Side.OLD
        cues = self.cues
        link = link_to(other.place, cues.moved_to if is_old else cues.moved_from)
        said = cues.section_moved_away if is_old else cues.section_moved_here
        note = f"{escape(said)}{link}"
        if is_old and self.folds:
            return (
                f'<details class="moved-part" {here}><summary data-redline-cue>{note}'
                f"</summary>\n{html}</details>"
            )
        return (
            f'<div class="moved-part" {here}>\n<p class="note" data-redline-cue>{note}'
            f"</p>\n{html}</div>"
        )

    def _branch(self, node: Branch) -> str:
        match node.new or node.old:
            case List(ordered=ordered, start=start, tight=tight):
                tag = "ol" if ordered else "ul"
                begins = f' start="{start}"' if ordered and start != 1 else ""
                inner = self.nodes(node.children, tight=tight)
                return f"<{tag}{begins}{self._place(node)}>\n{inner}</{tag}>"
            case Item():
                return f"<li>{self.nodes(node.children, tight=True).strip()}</li>"
            case Quote():
                return f"<blockquote>\n{self.nodes(node.children)}</blockquote>"
            case Row():
                return self._row(node)
            case _:
                return self._table(node)

    def _table(self, node: Branch) -> str:
        """Write a table; the rows of the head come first in the tree."""
        rows = list(node.children)
        count = sum(1 for _ in takewhile(_is_head, rows))
        head = self.nodes(rows[:count]).replace("<td", '<th scope="col"')
        head = head.replace("</td>", "</th>")
        body = self.nodes(rows[count:])
        return (
            '<div class="table" tabindex="0" role="group"><table>\n'
            f"<thead>\n{head}</thead>\n<tbody>\n{body}</tbody>\n</table></div>"
        )

    def _row(self, node: Branch) -> str:
        self.row = self.comparison.move_by_place.get(node.place)
        html = f"<tr{self._place(node)}>{self.nodes(node.children)}</tr>"
        self.row = None
        return html

    def _leaf(self, leaf: Leaf, *, tight: bool) -> str:
        # Of a paragraph that was cut, several pieces may be lost.
        more = (
            f'<span id="{anchor(one)}"></span>' for one in self._lost_places(leaf)[1:]
        )
        inner = "".join(more) + self._line(leaf)
        here = self._attributes(leaf)
        match leaf.new or leaf.old:
            case PartHeading(level=level):
                rank = self.ranks.rank(level)
                return _heading(rank, self._section_id(leaf), inner, here)
            case Heading(level=level):
                # Below the section's own.
                return _heading(self.ranks.rank(level + 1), "", inner, here)
            case CodeBlock():
                return f'<pre tabindex="0"{here}><code>{inner}</code></pre>'
            case Cell():
                return f"<td{here}>{inner}</td>"
            case Rule():
                return f"<hr{here}>"
            case Paragraph() if tight:
                return f"<span{here}>{inner}</span>" if here else inner
            case _:
                return f"<p{here}>{inner}</p>"

    def _attributes(self, leaf: Leaf) -> str:
        """Give the place that links of the page lead to, and a foreign language."""
        place = self._place(leaf)
        context = leaf.new_context or leaf.old_context
        locale = "" if context is None else context.locale
        is_foreign = bool(locale) and locale != self.comparison.new.locale
        return f'{place} lang="{escape(locale)}"' if is_foreign else place

    def _place(self, unit: Unit) -> str:
        """Give the id of a changed unit, which stands once in a page."""
        is_here = self.only is not Side.OLD or unit.side is Side.OLD
        places = (unit.place, *self._lost_places(unit)) if is_here else ()
        changed = [one for one in places if one in self.comparison.change_by_place]
        return f' id="{anchor(changed[0])}"' if changed else ""

    def _lost_places(self, unit: Unit) -> Sequence[int]:
        """Give the places of what a section lost on its way, seen where it was."""
        return self.lost.of(unit.old) if self.frame is Side.OLD else ()

    def _section_id(self, leaf: Leaf) -> str:
        """Give the id under which a section can be linked to, once in a page."""
        context = leaf.new_context
        is_here = context is not None and self.only is not Side.OLD
        return context.part if context is not None and is_here else ""

    def _line(self, leaf: Leaf) -> str:
        inner = self._marked(leaf)
        if self.frame is Side.NEW:
            # What the section lost or gained on its way is marked inside the move.
            return f'<ins class="moved">{inner}</ins>'
        return inner

    def _marked(self, leaf: Leaf) -> str:
        move = self.comparison.move_by_place.get(leaf.place, self.row)
        match leaf.side:
            case Side.OLD:
                return self._removed(leaf, move)
            case Side.NEW:
                return self._added(leaf, move)
            case Side.BOTH if leaf.words:
                return self._words(leaf.words)
            case Side.BOTH:
                return self.new_words.element(leaf.new)

    def _removed(self, leaf: Leaf, move: Move | None) -> str:
        words = self.old_words.element(leaf.old)
        if self.frame is Side.OLD:
            return f'<del class="moved">{words}</del>'
        if move is None:
            return deleted(words, self.cues.removed)
        link = _way(move.source, move.target, leaf, self.cues.moved_to)
        return deleted(words, self.cues.moved_away, "moved") + link

    def _added(self, leaf: Leaf, move: Move | None) -> str:
        if move is None:
            return inserted(self.new_words.element(leaf.new), self.cues.added)
        is_amended = move.words and move.target.place == leaf.place
        words = (
            self._words(move.words) if is_amended else self.new_words.element(leaf.new)
        )
        link = _way(move.target, move.source, leaf, self.cues.moved_from)
        style = "moved reframed" if move.is_reframed else "moved"
        return inserted(words, self.cues.moved_here, style) + link

    def _words(self, words: WordDiff) -> str:
        return "".join(map(self._stretch, words))

    def _stretch(self, stretch: Stretch) -> str:
        cues = self.cues
        match stretch.difference:
            case Difference.NONE | Difference.FORMATTING:
                if self.only is Side.OLD:
                    return self.old_words.tokens(stretch.old)
                return self.new_words.tokens(stretch.new)
            case Difference.WORDS | Difference.LINK:
                replaced = self._replaced(stretch, cues.removed, cues.added)
                return replaced + self._link_note(stretch)
            case Difference.TYPOGRAPHY | Difference.REFERENCE:
                # It says the same: nothing is spoken.
                return self._replaced(stretch, "", "", "quiet")

    def _replaced(
        self, stretch: Stretch, removed: str, added: str, style: str = ""
    ) -> str:
        old = "" if self.only is Side.NEW else self.old_words.tokens(stretch.old)
        new = "" if self.only is Side.OLD else self.new_words.tokens(stretch.new)
        return (deleted(old, removed, style) if old else "") + (
            inserted(new, added, style) if new else ""
        )

    def _link_note(self, stretch: Stretch) -> str:
        """Say where a link led and leads: nobody sees that in its words."""
        targets = changed_targets(stretch)
        if targets is None or self.only is Side.OLD:
            return ""
        cues = self.cues
        old, new = (one or cues.link_none for one in targets)
        note = f"{cues.link_old} {old}; {cues.link_new} {new}"
        return f'<span class="note" data-redline-cue> ({escape(note)})</span>'


def _is_head(node: Node) -> bool:
    row = node.new or node.old if isinstance(node, Branch) else None
    return isinstance(row, Row) and row.is_head


def _heading(rank: int, section_id: str, inner: str, attributes: str) -> str:
    """Write a heading; a section's has its id, and the change a place inside it.

    The highest is that of the page, and no level is left out below it.
    """
    tag = f"h{min(rank + 1, 6)}"
    if not section_id:
        return f"<{tag}{attributes}>{inner}</{tag}>"
    marked = f"<span{attributes}>{inner}</span>" if attributes else inner
    return f'<{tag} id="{escape(section_id)}">{marked}</{tag}>'


def _way(end: Unit, other: Unit, leaf: Leaf, words: str) -> str:
    """Link one end of a move to the other; in a row, from its first cell alone."""
    is_first = isinstance(end, Leaf) or end.children[:1] == (leaf,)
    return link_to(other.place, words) if is_first else ""
