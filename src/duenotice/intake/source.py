"""What a reader makes of a source, whatever its format."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.intake.account import Remark
    from duenotice.intake.account import Taken
    from duenotice.model.content import Block


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceText:
    """A text with its headings and blocks, and an account of the rest."""

    blocks: tuple[Block, ...]
    """In reading order, with the lines of the source; headings have any level."""

    words: tuple[str, ...]
    """Every word that the source shows as its text, found without the blocks."""

    taken: tuple[Taken, ...] = ()
    remarks: tuple[Remark, ...] = ()
    title: str | None = None
    """A title that the source has beside its text."""

    language: str | None = None
    """The locale that the source itself names."""

    base: str | None = None
    """The address of the page, for links that are relative to it."""

    anchors: Mapping[str, int] = field(default_factory=dict)
    """By the name of a place in the source how many headings begin before or at it."""
