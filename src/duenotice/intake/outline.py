"""The outline of a statement: its title, and its sections with ids and numbers."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.intake.account import Added
from duenotice.intake.account import Remark
from duenotice.intake.cleaning import has_words
from duenotice.intake.heading_kinds import looks_like_title
from duenotice.intake.ids import section_ids
from duenotice.intake.numbered_group import number_parts
from duenotice.intake.parts import Part
from duenotice.intake.parts import cut_parts
from duenotice.intake.parts import filled_parts
from duenotice.intake.parts import heading_words
from duenotice.intake.printed_blocks import is_printed
from duenotice.intake.printed_taker import PrintedTaker
from duenotice.model.content import Heading
from duenotice.model.content import Paragraph

if TYPE_CHECKING:
    from collections.abc import Mapping
    from collections.abc import Sequence

    from duenotice.intake.account import Taken
    from duenotice.intake.printed import PrintedLine
    from duenotice.model.content import Block

_TITLES = {"es": "Declaración de privacidad"}
_FEW, _MANY = 2, 5
_INTRODUCTIONS = {"es": "Introducción"}


@dataclass(frozen=True, slots=True, kw_only=True)
class OutlinedSection:
    """A section as the source has it."""

    id: str
    title: str
    blocks: tuple[Block, ...]
    number: int | None = None
    line: int = 0
    is_title_added: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """A statement's title and sections, and what was taken out for them."""

    title: str
    is_title_added: bool
    sections: tuple[OutlinedSection, ...]
    section_of_heading: Mapping[int, str] = field(default_factory=dict)
    """By the place of a heading among those of the source the section's id."""

    printed: tuple[PrintedLine, ...] = ()
    taken: tuple[Taken, ...] = ()
    added: tuple[Added, ...] = ()
    remarks: tuple[Remark, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TitleWish:
    """What is known about the title besides the text."""

    given: str | None = None
    """On the command line."""

    beside: str | None = None
    """In front matter or in a page's head."""


def make_outline(blocks: tuple[Block, ...], locale: str, title: TitleWish) -> Outline:
    """Find title and sections among the blocks of a source."""
    return _Outliner(blocks, locale.partition("-")[0], title).make()


@dataclass(slots=True)
class _Outliner:
    """Makes one outline."""

    blocks: tuple[Block, ...]
    language: str
    wish: TitleWish
    added: list[Added] = field(default_factory=list)
    remarks: list[Remark] = field(default_factory=list)
    taker: PrintedTaker = field(default_factory=PrintedTaker)

    def make(self) -> Outline:
        """Make it."""
        headings = [
            one
            for one in self.blocks
            if isinstance(one, Heading) and not is_printed(one)
        ]
        title_heading = self._title_heading(headings)
        title, is_added = self._title(title_heading)
        parts = cut_parts(
            self.blocks,
            title_heading,
            _section_level([one for one in headings if one is not title_heading]),
        )
        parts = [self.taker.take(part) for part in parts]
        numbering = number_parts(parts)
        parts = filled_parts(numbering.parts)
        if not parts:
            return self._single(title)
        self.remarks += numbering.remarks
        sections = self._sections(parts, title)
        return Outline(
            title=title,
            is_title_added=is_added,
            sections=sections,
            section_of_heading={
                place: section.id
                for part, section in zip(parts, sections, strict=True)
                for place in part.places
            },
            printed=tuple(self.taker.printed),
            taken=(*self.taker.taken, *numbering.taken),
            added=tuple(self.added),
            remarks=tuple(self.remarks),
        )

    def _title_heading(self, headings: Sequence[Heading]) -> Heading | None:
        """Find the heading that is the title of the whole."""
        if not headings or self._is_all_headings():
            return None
        first = headings[0]
        if self.wish.given is not None:
            is_same = _key(heading_words(first)) == _key(self.wish.given)
            return first if is_same else None
        before = self.blocks[: self._place(first)]
        if has_words(tuple(one for one in before if not is_printed(one))):
            return None
        others = headings[1:]
        is_above = all(other.level > first.level for other in others)
        is_like = looks_like_title(heading_words(first))
        if is_above and (bool(others) or first.level == 1 or is_like):
            return first
        is_above = all(other.level >= first.level for other in others)
        return first if is_above and is_like and self._is_bare(first, others) else None

    def _is_all_headings(self) -> bool:
        return not has_words(
            tuple(one for one in self.blocks if not isinstance(one, Heading))
        )

    def _place(self, heading: Heading) -> int:
        return next(at for at, one in enumerate(self.blocks) if one is heading)

    def _is_bare(self, first: Heading, others: Sequence[Heading]) -> bool:
        """Tell whether no text stands between the first heading and the second."""
        if not others:
            return False
        between = self.blocks[self._place(first) + 1 : self._place(others[0])]
        text = tuple(one for one in between if not is_printed(one))
        return not has_words(text)

    def _title(self, heading: Heading | None) -> tuple[str, bool]:
        """Give the title, and whether its words are not among those of the text."""
        if heading is not None:
            words = heading_words(heading)
            return words, False
        if self.wish.given is not None:
            self.added.append(
                Added(words=self.wish.given, reason="the title was given")
            )
            return self.wish.given, True
        if self.wish.beside is not None:
            self.added.append(
                Added(
                    words=self.wish.beside,
                    reason="the title stands beside the text, not in it",
                )
            )
            return self.wish.beside, True
        title = _TITLES.get(self.language, "Privacy statement")
        self.added.append(Added(words=title, reason="a statement needs a title"))
        self.remarks.append(
            Remark(
                message="the text doesn't begin with a title; the statement is called "
                f"{shown(title)}",
                hint='Write its title under "title" in statement.yaml, or import again '
                "with --title.",
            )
        )
        return title, True

    def _sections(
        self, parts: Sequence[Part], title: str
    ) -> tuple[OutlinedSection, ...]:
        titles = [self._section_title(part, parts, title) for part in parts]
        ids = section_ids(titles)
        self.added += [
            Added(
                words=name,
                reason="the text before the first heading needs a title",
                section_id=one,
            )
            for one, name, part in zip(ids, titles, parts, strict=True)
            if part.heading is None
        ]
        self._note_repetitions(titles)
        return tuple(
            OutlinedSection(
                id=one,
                title=name,
                blocks=part.blocks,
                number=part.number,
                line=part.line,
                is_title_added=part.heading is None,
            )
            for one, name, part in zip(ids, titles, parts, strict=True)
        )

    def _section_title(self, part: Part, parts: Sequence[Part], title: str) -> str:
        if part.heading is not None:
            return part.title
        if len(parts) > 1:
            return _INTRODUCTIONS.get(self.language, "Introduction")
        self.remarks.append(
            Remark(
                message="no headings were found; the text is one section",
                hint="Cut it into sections of their own, so that each has its own "
                "history.",
                line=part.line or None,
            )
        )
        return title

    def _note_repetitions(self, titles: Sequence[str]) -> None:
        for title, count in Counter(map(_key, titles)).items():
            if count > 1:
                self.remarks.append(
                    Remark(
                        message=f"{count} sections have the title {shown(title)}",
                        hint="Give each section a title of its own: readers find "
                        "their way by them.",
                    )
                )

    def _single(self, title: str) -> Outline:
        """Make one section of a text that has nothing but headings or dates."""
        blocks = tuple(
            Paragraph(one.children, one.line) if isinstance(one, Heading) else one
            for one in self.blocks
        )
        part = Part(heading=None, blocks=blocks, places=())
        return Outline(
            title=title,
            is_title_added=True,
            sections=self._sections([part], title),
            added=tuple(self.added),
            remarks=tuple(self.remarks),
        )


def _section_level(headings: Sequence[Heading]) -> int:
    """Find the level at which a text has its sections."""
    counts = Counter(heading.level for heading in headings)
    several = sorted(level for level, count in counts.items() if count > 1)
    if len(several) > 1 and counts[several[0]] <= _FEW < _MANY <= counts[several[1]]:
        # Two great parts with many headings: whole parts would be too large to follow.
        return several[1]
    return several[0] if several else min(counts, default=1)


def _key(words: str) -> str:
    return " ".join(words.casefold().split())
