"""The two texts read back out of a redline, as one would who trusts nobody.

Nothing here knows how a redline is made: HTML is read by its elements, and the redline
as text with marks that no statement can hold.
"""

from __future__ import annotations

from html.parser import HTMLParser
from typing import TYPE_CHECKING

from duenotice.model.content import Link
from duenotice.model.content import plain_text
from duenotice.model.content import walk_inlines
from duenotice.model.content import walk_lines
from duenotice.render.redline_text import TextMarks
from duenotice.render.redline_text import redline_text

if TYPE_CHECKING:
    from duenotice.compare import Comparison
    from duenotice.compare import Document

_VOID = frozenset({"br", "hr"})
_INLINE = frozenset({"a", "code", "del", "em", "ins", "span", "strong"})
_WORDS = "\ue008", "\ue009"


def squeezed(text: str) -> str:
    """Take runs of spaces for one."""
    return " ".join(text.split())


def text_of(document: Document) -> str:
    """Give all words of a text in reading order."""
    lines: list[str] = []
    for part in document.parts:
        if part.heading is not None:
            number = part.heading.number
            title = plain_text(part.heading.title)
            lines.append(title if number is None else f"{number}. {title}")
        lines += (plain_text(line.inlines) for line in walk_lines(part.blocks))
    return squeezed(" ".join(lines))


class _Page(HTMLParser):
    """Reads HTML strictly: every element is closed where it has to be."""

    def __init__(self, left_out: str, column: int | None = None) -> None:
        super().__init__()
        self.left_out = left_out
        self.column = column
        self.open: list[tuple[str, dict[str, str | None]]] = []
        self.columns: list[int] = []
        """In each pair of columns that is open: which one is being read."""
        self.pieces: list[str] = []
        self.ids: list[str] = []
        self.targets: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = dict(attrs)
        assert len(named) == len(attrs), f"an attribute twice in {tag}"
        if "id" in named:
            self.ids.append(named["id"] or "")
        if tag == "a" and (named.get("href") or "").startswith("#_"):
            self.targets.append((named["href"] or "")[1:])
        if tag not in _INLINE:
            self.pieces.append(" ")
        if self._is_pair():
            self.columns[-1] += 1
        if named.get("class") == "pair":
            self.columns.append(-1)
        if tag not in _VOID:
            self.open.append((tag, named))

    def handle_endtag(self, tag: str) -> None:
        if self._is_pair():
            self.columns.pop()
        opened, _ = self.open.pop()
        assert opened == tag, f"</{tag}> closes <{opened}>"
        if tag not in _INLINE:
            self.pieces.append(" ")

    def handle_data(self, data: str) -> None:
        is_cue = any("data-redline-cue" in named for _, named in self.open)
        is_left_out = any(tag == self.left_out for tag, _ in self.open)
        is_beside = self.column is not None and self.columns[-1:] != [self.column]
        if not is_cue and not is_left_out and not is_beside:
            self.pieces.append(data)

    def _is_pair(self) -> bool:
        """Tell whether what is open innermost is a pair of columns."""
        return bool(self.open) and self.open[-1][1].get("class") == "pair"


def read_html(html: str, *, without: str = "", column: int | None = None) -> str:
    """Give the words of a page, without those in elements of one name.

    Args:
        html: The page.
        without: The name of the elements that are left out.
        column: Of two columns beside each other the one to read.

    Raises:
        AssertionError: The markup is not whole, an id is there twice, or a link of
            the page leads nowhere.
    """
    page = _Page(without, column)
    page.feed(html)
    page.close()
    assert not page.open, "elements are left open"
    assert len(page.ids) == len(set(page.ids)), "an id is there twice"
    assert set(page.targets) <= set(page.ids), "a link of the page leads nowhere"
    return squeezed("".join(page.pieces))


_MARKS = TextMarks(
    removed=("\ue000", "\ue001"),
    added=("\ue002", "\ue003"),
    moved_away=("\ue004", "\ue005"),
    moved_here=("\ue006", "\ue007"),
    escape=lambda words: words.join(_WORDS),
)
_NEW_ALONE = frozenset({"\ue002", "\ue006"})
_OLD_ALONE = frozenset({"\ue000", "\ue004"})


def read_text(comparison: Comparison) -> tuple[str, str]:
    """Give the old words and the new ones of a comparison's redline as text."""
    redline = redline_text(comparison, _MARKS, whole=True)
    return _without(redline, _NEW_ALONE), _without(redline, _OLD_ALONE)


def _without(redline: str, left_out: frozenset[str]) -> str:
    """Give the statement's words that stand in none of some marks."""
    opened: list[str] = []
    pieces: list[str] = []
    is_word = False
    for sign in redline:
        if sign in _WORDS:
            is_word = sign == _WORDS[0]
        elif "\ue000" <= sign <= "\ue007":
            if ord(sign) % 2:
                assert ord(opened.pop()) == ord(sign) - 1, "marks cross"
            else:
                opened.append(sign)
        elif left_out.isdisjoint(opened):
            pieces.append(sign if is_word else " ")
    assert not opened, "marks are left open"
    return squeezed("".join(pieces))


def without_targets(text: str, *documents: Document) -> str:
    """Leave out the addresses that a redline tells beside a link."""
    lines = (
        line
        for document in documents
        for part in document.parts
        for line in walk_lines(part.blocks)
    )
    inlines = (inline for line in lines for inline in walk_inlines(line.inlines))
    for target in {one.target for one in inlines if isinstance(one, Link)}:
        text = text.replace(f" ({target})", "")
    return text
