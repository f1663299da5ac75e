"""Mentions of sections to references, where that leaves every printed word as it is.

"Sections 1 through 20" becomes `Sections [#](#first) through [#](#last)`, and a
section's title in quotes becomes `[](#id)`, or a link where the program would print
other quotes. What may be the section of a law or of another document is left alone.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.intake.splicing import spliced
from duenotice.model.content import Heading
from duenotice.model.content import Link
from duenotice.model.content import Reference
from duenotice.model.content import Text
from duenotice.parse.phrases import phrases_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.intake.outline import OutlinedSection
    from duenotice.model.content import Block
    from duenotice.model.content import Inline
    from duenotice.parse.phrases import Phrases

_AND = {
    "en": r",?\s(?:and|or|to|through)\s|,\s|\s?[–-]\s?",
    "es": r",?\s(?:y|o|e|a|al|hasta)\s(?:la\s)?|,\s|\s?[–-]\s?",
}
_WORD = {"en": "[Ss]ections?|SECTIONS?", "es": "[Ss]ecci(?:ón|ones)"}
_ELSEWHERE = re.compile(
    r"\s*(?:\([^()]{1,30}\)\s*)?(?:of|from|under|del?)\s+"
    r"(?!(?:this|our|the|esta|este|nuestra|nuestro|la|el)\s+(?:[\w-]+\s+){0,3}"
    r"(?:statement|policy|notice|page|document|declaración|política|aviso)\b)",
    re.IGNORECASE,
)
_LAW = re.compile(
    r"\b(?:Acts?|Codes?|Laws?|Regulations?|Rules?|Directives?|Statutes?|CFR|C\.F\.R|USC|"
    r"U\.S\.C|GDPR|RGPD|HIPAA|CCPA|Terms|Agreement|Contract|Ley(?:es)?|Códigos?|"
    r"Reglamentos?|Directivas?|Decretos?|Contrato|Términos)\b|§"
)
_NAMED_BEFORE = {
    "en": r"[Ss]ections?,?(?:\s(?:titled|entitled|called|headed|named))?\s\Z",
    "es": r"[Ss]ecci(?:ón|ones),?(?:\s(?:titulada|llamada|denominada))?\s\Z",
}
_QUOTED = re.compile(r"(?P<open>[\"“«])(?P<title>[^\"“”«»]{1,200})(?P<close>[\"”»])")


@dataclass(frozen=True, slots=True)
class MadeReference:
    """A mention that became a reference."""

    words: str
    line: int


@dataclass(slots=True)
class ReferenceMaker:
    """Makes references in the sections of one statement."""

    made: list[MadeReference]
    _language: str
    _phrases: Phrases
    _ids: Mapping[int, str]
    """By number."""

    _titles: Mapping[str, OutlinedSection]
    """By title, where only one section has it."""

    _own: str = ""

    @classmethod
    def of(cls, sections: tuple[OutlinedSection, ...], locale: str) -> ReferenceMaker:
        """Make one for the sections of a statement."""
        titles = [section.title for section in sections]
        return cls(
            made=[],
            _language=locale.partition("-")[0],
            _phrases=phrases_for(locale),
            _ids={one.number: one.id for one in sections if one.number is not None},
            _titles={s.title: s for s in sections if titles.count(s.title) == 1},
        )

    def make(self, blocks: tuple[Block, ...], section_id: str) -> tuple[Block, ...]:
        """Give a section's blocks with references."""
        if self._language not in _WORD:
            return blocks
        self._own = section_id
        return tuple(
            block if isinstance(block, Heading) else spliced((block,), self._replace)[0]
            for block in blocks
        )

    def _replace(self, inline: Inline, line: int) -> tuple[Inline, ...]:
        match inline:
            case Text(text):
                return self._references(text, line)
            case _:
                return (inline,)

    def _references(self, text: str, line: int) -> tuple[Inline, ...]:
        found: list[Inline] = []
        end = 0
        for start, stop, inlines in sorted(self._mentions(text), key=lambda m: m[0]):
            if start < end:
                continue
            found += [Text(text[end:start])] if start > end else []
            found += inlines
            end = stop
            self.made.append(MadeReference(text[start:stop], line))
        if not found:
            return (Text(text),)
        return (*found, Text(text[end:])) if end < len(text) else tuple(found)

    def _mentions(self, text: str) -> Iterator[tuple[int, int, list[Inline]]]:
        """Give start, end and replacement of each mention."""
        if self._ids and _LAW.search(text) is None:
            yield from self._numbers(text)
        yield from self._names(text)

    def _numbers(self, text: str) -> Iterator[tuple[int, int, list[Inline]]]:
        word, between = _WORD[self._language], _AND[self._language]
        form = re.compile(
            rf"(?<![\w-])(?:{word})\s(\d{{1,3}}(?:(?:{between})\d{{1,3}}){{0,20}})"
            r"(?![\w(%]|[.,]\d)"
        )
        for mention in form.finditer(text):
            if _ELSEWHERE.match(text, mention.end()):
                continue
            pieces = re.split(r"(\d+)", mention[1])[1:-1]
            numbers = [int(piece) for piece in pieces[::2]]
            ids = [self._ids.get(number) for number in numbers]
            if None not in ids and ids != [self._own]:
                yield self._numbered(mention, pieces, numbers)

    def _numbered(
        self, mention: re.Match[str], pieces: list[str], numbers: list[int]
    ) -> tuple[int, int, list[Inline]]:
        whole = self._range(mention, numbers) or self._titled(mention, numbers)
        if whole is not None:
            return whole
        references = {str(one): self._ids[one] for one in numbers}
        inlines: list[Inline] = [
            Reference(references[piece], number_only=True)
            if piece in references
            else Text(piece)
            for piece in pieces
        ]
        return mention.start(1), mention.end(), inlines

    def _range(
        self, mention: re.Match[str], numbers: list[int]
    ) -> tuple[int, int, list[Inline]] | None:
        first, *between, last = (numbers[0], *numbers[1:-1], numbers[-1])
        if between or first >= last:
            return None
        printed = self._phrases.numbers.format(first=first, last=last)
        if mention[0] != printed or mention.start() == 0:
            return None
        reference = Reference(self._ids[first], self._ids[last])
        return mention.start(), mention.end(), [reference]

    def _titled(
        self, mention: re.Match[str], numbers: list[int]
    ) -> tuple[int, int, list[Inline]] | None:
        """Find "section 2, Web logs"."""
        if len(numbers) != 1 or mention.start() == 0:
            return None
        section_id = self._ids[numbers[0]]
        titles = [t for t, one in self._titles.items() if one.id == section_id]
        if not titles or section_id == self._own:
            return None
        printed = self._phrases.numbered.format(number=numbers[0], title=titles[0])
        if not mention.string.startswith(printed, mention.start()):
            return None
        stop = mention.start() + len(printed)
        if mention.string[stop : stop + 1].isalnum():
            return None
        return mention.start(), stop, [Reference(section_id)]

    def _names(self, text: str) -> Iterator[tuple[int, int, list[Inline]]]:
        """Find the titles of sections in quotes, beside the word "section"."""
        before = re.compile(_NAMED_BEFORE[self._language])
        after = re.compile(rf"\s(?:{_WORD[self._language]})\b")
        for quoted in _QUOTED.finditer(text):
            section = self._titles.get(quoted["title"])
            if section is None or section.id == self._own:
                continue
            is_named = before.search(text[: quoted.start()]) or after.match(
                text, quoted.end()
            )
            if not is_named:
                continue
            printed = self._phrases.unnumbered.format(title=section.title)
            if section.number is None and quoted[0] == printed:
                yield quoted.start(), quoted.end(), [Reference(section.id)]
            else:
                words = Link((Text(section.title),), f"#{section.id}")
                yield quoted.start("title"), quoted.end("title"), [words]
