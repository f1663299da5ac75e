"""A version's notice as it was approved, or as corrected later: never another text."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.model.content import Heading
from duenotice.model.content import Link
from duenotice.model.content import Paragraph
from duenotice.model.content import Reference
from duenotice.model.content import Text
from duenotice.model.content import plain_text
from duenotice.notice.wording import draft_wording
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.rewriting import change_blocks
from duenotice.store.gate import notices_now

if TYPE_CHECKING:
    from duenotice.model.content import Block
    from duenotice.model.content import Inline
    from duenotice.model.statement import StatementText
    from duenotice.store.version import StoredVersion

_VALUE = re.compile(r"\{\w+\}")


@dataclass(frozen=True, slots=True, kw_only=True)
class ApprovedNotice:
    """What people are told of a change, in one language."""

    locale: str
    """The source's where the wanted one has no notice of its own."""

    source_locale: str
    blocks: tuple[Block, ...]
    """A link to a section is `#` and the section's id."""

    @property
    def summary(self) -> str:
        """Give the first paragraph that says something of this change alone.

        Every drafted notice opens with the same sentences; who reads a list of changes
        has read them already.
        """
        openings: list[str] = []
        for block in self.blocks:
            if isinstance(block, Heading):
                break
            if isinstance(block, Paragraph):
                openings.append(" ".join(plain_text(block.children).split()))
        telling = (one for one in openings if not self._is_usual(one))
        return next(telling, openings[0] if openings else "")

    def _is_usual(self, words: str) -> bool:
        wording = draft_wording(self.locale, self.source_locale)
        usual = " ".join(wording.passages["opening"])
        form = ".+".join(map(re.escape, _VALUE.split(usual)))
        return re.fullmatch(form, words) is not None

    def without_places(self) -> tuple[Block, ...]:
        """Give it without links to sections, for where the text doesn't stand by."""
        return change_blocks(self.blocks, _unlinked)


def approved_notice(version: StoredVersion, locale: str) -> ApprovedNotice | None:
    """Read the notice in a language, or else in the source's.

    Nothing where none was approved, or the file isn't that which was.
    """
    source = version.statement.source_locale
    for one in dict.fromkeys((locale, source)):
        text = approved_text(version, one)
        if text is not None:
            blocks = parse_blocks(text)
            return ApprovedNotice(
                locale=one,
                source_locale=source,
                blocks=_linked(blocks, version.text(one)),
            )
    return None


def approved_text(version: StoredVersion, locale: str) -> str | None:
    """Give the Markdown of a notice, if it is that which was approved."""
    approved = notices_now(version.record).get(locale)
    path = version.layout.notice_file(version.label, locale)
    if approved is None or version.cache.sha256(path, []) != approved:
        return None
    return version.cache.tree.read(path).decode(errors="replace")


def _linked(blocks: tuple[Block, ...], text: StatementText) -> tuple[Block, ...]:
    """Name the sections that a notice refers to, and keep only links that lead on."""

    def change(inline: Inline, _starts: bool) -> Inline:  # noqa: FBT001 - as it is called
        match inline:
            case Reference():
                return _named(inline, text)
            case Link(target=target) if target.startswith("#"):
                is_known = text.section(target.removeprefix("#")) is not None
                return inline if is_known else _unlinked(inline)
            case _:
                return inline

    return change_blocks(blocks, change)


def _named(reference: Reference, text: StatementText) -> Inline:
    ends = (reference.first, reference.last or reference.first)
    placed = [text.section(one) for one in dict.fromkeys(ends)]
    headings = [one.heading for one in placed if one is not None]
    words = Text(" – ".join(headings) or reference.words)
    return Link((words,), f"#{reference.first}") if placed[0] is not None else words


def _unlinked(inline: Inline, _starts: bool = False) -> Inline:  # noqa: FBT001, FBT002
    match inline:
        case Link(children=children, target=target) if target.startswith("#"):
            return Link(children, "")
        case _:
            return inline
