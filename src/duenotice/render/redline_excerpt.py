"""One change in a few words: what differs, and a little of what stands around it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.compare import Difference
from duenotice.diagnostics import visible
from duenotice.render.redline_links import changed_targets

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare import Change
    from duenotice.compare import Token
    from duenotice.compare.words import WordDiff
    from duenotice.render.redline_text import TextMarks

_AROUND = 5
"""Words that are kept on each side of a change."""

_MOST = 24
"""Words that are shown of what came or went."""


def excerpt(change: Change, marks: TextMarks) -> str:
    """Give a change on one line.

    Long text that stays, and the end of long text that came or went, is an ellipsis.
    """
    if change.words:
        return " ".join("".join(_pieces(change.words, marks)).split())
    removed = _marked(change.before, marks.removed)
    added = _marked(change.after, marks.added)
    return " ".join(filter(None, (removed, added)))


def _pieces(words: WordDiff, marks: TextMarks) -> Iterator[str]:
    for place, stretch in enumerate(words):
        if stretch.difference in _STAYS:
            is_last = place == len(words) - 1
            yield _kept(_text(stretch.new), is_first=not place, is_last=is_last)
        else:
            led, leads = changed_targets(stretch) or ("", "")
            yield _marked(_text(stretch.old) + _to(led), marks.removed)
            yield _marked(_text(stretch.new) + _to(leads), marks.added)


def _to(target: str) -> str:
    """Give where a link leads: two with the same words would look alike."""
    return f" ({target})" if target else ""


_STAYS = {Difference.NONE, Difference.FORMATTING}


def _text(tokens: Iterable[Token]) -> str:
    return visible("".join(token.text for token in tokens))


def _kept(text: str, *, is_first: bool, is_last: bool) -> str:
    """Give what stays, without what is far from the change."""
    words = text.split(" ")
    near = _AROUND if is_first or is_last else 2 * _AROUND
    if len(words) <= near + 1:
        return text
    before = "" if is_first else " ".join(words[:_AROUND])
    after = "" if is_last else " ".join(words[-_AROUND:])
    return f"{before} … {after}"


def _marked(text: str, signs: tuple[str, str]) -> str:
    """Give what came or went between its signs; spaces around it stay outside."""
    words = visible(" ".join(text.split())).split()
    if not words:
        return ""
    shown = " ".join(words[:_MOST]) + (" …" if len(words) > _MOST else "")
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() else ""
    return f"{before}{signs[0]}{shown}{signs[1]}{after}"
