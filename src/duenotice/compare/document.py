"""What is compared: a text as parts with headings, whatever it came from."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import field
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare.tokens import PLAIN
from duenotice.compare.tokens import Vocabulary
from duenotice.model.content import Heading
from duenotice.model.content import Paragraph
from duenotice.model.content import Text
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.model.content import Block
    from duenotice.model.content import Inline
    from duenotice.model.statement import StatementText


@dataclass(frozen=True, slots=True)
class PartHeading:
    """The heading of a part: its number, which the program gives, and its title."""

    number: int | None
    title: tuple[Inline, ...]
    level: int = 2


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell of a table."""

    children: tuple[Inline, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """A row of a table."""

    cells: tuple[Cell, ...]
    columns: tuple[str, ...] = field(compare=False)
    """The heads of the columns."""

    is_head: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A stretch of a text under one heading: a section of a statement."""

    id: str
    """The section's id; empty in a text whose parts have none."""

    heading: PartHeading | None
    """Nothing before the first heading of a text without ids."""

    blocks: tuple[Block, ...]
    formerly: tuple[str, ...] = ()
    locale: str = ""
    name: str = ""
    """What it is called where it has no heading."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Document:
    """A whole text."""

    title: str
    parts: tuple[Part, ...]
    locale: str = ""
    vocabulary: Vocabulary = PLAIN
    facts: tuple[str, ...] = ()
    """What is printed around the sections: title, controller, contacts."""

    def with_facts(self) -> Document:
        """Give the document with its facts as the first part."""
        blocks = tuple(Paragraph((Text(fact),)) for fact in self.facts)
        about = Part(id="", heading=None, blocks=blocks, name=self.title)
        return replace(self, parts=(about, *self.parts))


def headings_above(parts: Sequence[Part], place: int) -> tuple[str, ...]:
    """Give the headings that a part stands under, the outermost first."""
    heading = parts[place].heading
    level, found = 0 if heading is None else heading.level, []
    for part in reversed(parts[:place]):
        if part.heading is not None and part.heading.level < level:
            level = part.heading.level
            found.append(plain_text(part.heading.title))
    return tuple(reversed(found))


def document_of_blocks(title: str, blocks: Iterable[Block]) -> Document:
    """Give a text without ids as a document: each heading begins a part."""
    parts: list[Part] = []
    heading: PartHeading | None = None
    gathered: list[Block] = []
    for block in blocks:
        if not isinstance(block, Heading):
            gathered.append(block)
            continue
        if heading is not None or gathered:
            parts.append(Part(id="", heading=heading, blocks=tuple(gathered)))
        heading, gathered = PartHeading(None, block.children, block.level), []
    if heading is not None or gathered:
        parts.append(Part(id="", heading=heading, blocks=tuple(gathered)))
    return Document(title=title, parts=tuple(parts))


def document_of(text: StatementText) -> Document:
    """Give a statement's text in one locale as a document."""
    return Document(
        title=text.title,
        locale=text.locale,
        vocabulary=Vocabulary(tuple(text.statement.terms.get(text.locale, ()))),
        facts=tuple(filter(None, _facts(text))),
        parts=tuple(
            Part(
                id=placed.section.id,
                heading=PartHeading(placed.number, (Text(placed.section.title),)),
                blocks=placed.section.blocks,
                formerly=placed.section.formerly,
                locale=placed.locale,
            )
            for placed in text.sections
        ),
    )


def _facts(text: StatementText) -> Iterator[str]:
    """Give what people read of the settings, a line each."""
    statement, contacts = text.statement, text.statement.contacts
    yield text.title
    audience = statement.audience
    yield audience.get(text.locale) or audience.get(statement.source_locale) or ""
    yield from (statement.controller.name, *statement.controller.aliases)
    yield from contacts.address
    yield from (contacts.telephone or "", contacts.email or "", contacts.web or "")
