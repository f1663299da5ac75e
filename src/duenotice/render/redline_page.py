"""A comparison as a page shows it: the redline, and the list of its changes."""

from __future__ import annotations

import enum
from typing import TYPE_CHECKING

from duenotice.compare import ChangeKind
from duenotice.compare import Difference
from duenotice.compare import PartHeading
from duenotice.render.redline_html import parallel_html
from duenotice.render.redline_html import redline_html
from duenotice.render.redline_marks import Cues
from duenotice.render.redline_marks import anchor
from duenotice.render.views import ChangeView
from duenotice.render.views import RedlineView

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare import Change
    from duenotice.compare import Comparison
    from duenotice.render.environment import Templates

_CUES = "site/cues.html"
_MOST_LETTERS = 60


def read_cues(templates: Templates, locale: str) -> Cues:
    """Read what is said beside a redline, in the words of a locale."""
    lines = templates.render(_CUES, None, locale).splitlines()
    words = dict(line.split("=", 1) for line in lines if "=" in line)
    return Cues(**words)


class RedlineForm(enum.Enum):
    """How a redline is laid out."""

    FOLDED = enum.auto()
    """One text; what is far from a change can be opened."""

    WHOLE = enum.auto()
    """One text, and nothing folded: for paper."""

    PARALLEL = enum.auto()
    """Both texts beside each other."""


def redline_view(
    comparison: Comparison, cues: Cues, form: RedlineForm = RedlineForm.FOLDED
) -> RedlineView:
    """Give a comparison ready to be shown."""
    if form is RedlineForm.PARALLEL:
        content = parallel_html(comparison, cues)
    else:
        is_folded = form is RedlineForm.FOLDED
        content = redline_html(comparison, cues, folds=is_folded)
    return RedlineView(
        content=content,
        changes=tuple(_change_views(comparison.changes)),
        could_not=comparison.could_not,
    )


_WHOLE = {
    ChangeKind.ADDED: "section-added",
    ChangeKind.REMOVED: "section-removed",
}


def _change_views(changes: Iterable[Change]) -> Iterator[ChangeView]:
    """Give the list of changes; a whole section that came or went is one."""
    whole: tuple[str, ChangeKind] | None = None
    for change in changes:
        context = change.context
        here = ("" if context is None else context.part, change.kind)
        if here == whole and here[0]:
            continue
        is_heading = isinstance(change.new or change.old, PartHeading)
        whole = here if is_heading and change.kind in _WHOLE else None
        yield _change_view(change, _WHOLE[change.kind] if whole else change.kind.value)


def _change_view(change: Change, kind: str) -> ChangeView:
    context = change.context
    is_title = change.kind is ChangeKind.RENUMBERED or kind in _WHOLE.values()
    before, after = ("", "") if is_title else _told(change)
    place = change.places[0 if change.kind is ChangeKind.RENUMBERED else -1]
    return ChangeView(
        href=f"#{anchor(place)}",
        kind=kind,
        heading="" if context is None else context.heading,
        before=shortened(before),
        after=shortened(after),
    )


def _told(change: Change) -> tuple[str, str]:
    """Give what a change took and brought: of an amended line only the words."""
    pieces = [one for one in change.words if one.difference is not Difference.NONE]
    if not pieces:
        is_moved = change.before == change.after
        return ("" if is_moved else change.before), change.after
    old, new = (
        " … ".join(
            "".join(" " if token.is_space else token.text for token in side).strip()
            for side in sides
            if side
        )
        for sides in ([one.old for one in pieces], [one.new for one in pieces])
    )
    return old, new


def shortened(words: str) -> str:
    """Cut words off at the end of one.

    >>> shortened("a " * 40)
    'a a a a a a a a a a a a a a a a a a a a a a a a a a a a a a …'
    """
    plain = " ".join(words.split()).strip(" ,;|")
    if len(plain) <= _MOST_LETTERS:
        return plain
    cut = plain[:_MOST_LETTERS].rpartition(" ")[0] or plain[:_MOST_LETTERS]
    return f"{cut} …"
