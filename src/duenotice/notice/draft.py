"""The first draft of a change notice: what the findings say, in plain language.

It is made of content and written by the one serialiser, so that no word of a statement
can become markup. What only a person can know stands between double braces.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.materiality.levels import Level
from duenotice.materiality.profile import Asked
from duenotice.model.content import Heading
from duenotice.model.content import Item
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import List
from duenotice.model.content import Paragraph
from duenotice.model.content import Quote
from duenotice.model.content import Strong
from duenotice.model.content import Text
from duenotice.model.record import Reach
from duenotice.notice.days import write_day
from duenotice.notice.told import Kind
from duenotice.notice.told import told_sections
from duenotice.notice.wording import draft_wording
from duenotice.notice.wording import language_of
from duenotice.parse.serialise import write_blocks

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.materiality.duty import Obligation
    from duenotice.model.content import Block
    from duenotice.model.content import Inline
    from duenotice.notice.facts import NoticeFacts
    from duenotice.notice.told import ToldChange

_ADDRESS = re.compile(r"https?://[^\s<>]+")
_MAIL = re.compile(r"[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_CELLS = " | "
_BETWEEN_CELLS = " – "


def draft_notice(facts: NoticeFacts) -> str:
    """Write a notice that an editor finishes, in the locale's language.

    In a language that the program doesn't know it is the source's draft, and says on
    top that it must be translated.
    """
    return write_blocks(_Writer(facts).blocks())


class _Writer:
    """Writes the parts of one notice in one language."""

    def __init__(self, facts: NoticeFacts) -> None:
        self._facts = facts
        self._wording = draft_wording(facts.locale, facts.source_locale)
        self._values = {
            "title": facts.title,
            "controller": facts.controller,
            "effective": write_day(facts.effective, self._wording),
            "last_day": write_day(facts.last_day, self._wording),
            "deadline": write_day(facts.deadline, self._wording),
            "locale": facts.locale,
            "reason": facts.required_by_law or "",
        }

    def blocks(self) -> Iterator[Block]:
        """Give the whole notice."""
        yield from self._opening()
        yield self._heading("changes")
        yield from self._sections()
        yield self._heading("affected")
        yield from self._affected()
        yield self._heading("choices")
        yield List(tuple(self._choices()))
        yield self._heading("questions")
        yield from self._questions()

    def _said(self, key: str, **more: str) -> list[Inline]:
        """Give the sentences of a key, each on a line of its own."""
        texts = self._wording.passages[key]
        return _lines(Text(one.format(**self._values, **more)) for one in texts)

    def _to_write(self, key: str) -> Text:
        """Give what stands for words that only a person can write."""
        wanted = self._wording.to_write[key].format(**self._values)
        return Text(f"{{{{{wanted}}}}}")

    def _heading(self, key: str) -> Heading:
        return Heading(2, tuple(self._said(key)))

    def _opening(self) -> Iterator[Block]:
        if self._wording.language != language_of(self._facts.locale):
            yield Paragraph((self._to_write("translate"),))
        yield Paragraph(tuple(self._said("opening")))
        yield Paragraph((self._to_write("about"),))
        if self._facts.required_by_law is not None:
            lead = Strong(tuple(self._said("law")))
            yield Paragraph(tuple(_lines([lead, *self._said("law_reason")])))

    def _sections(self) -> Iterator[Block]:
        if not self._facts.findings:
            yield Paragraph((self._to_write("changes"),))
        for section in told_sections(self._facts.findings, self._wording):
            if section.heading:
                yield Heading(3, (Text(section.heading),))
            for change in section.changes:
                yield from self._change(change)

    def _change(self, change: ToldChange) -> Iterator[Block]:
        yield from self._leads(change.leads)
        yield Paragraph((self._to_write("meaning"),))
        words = [passage.words for passage in change.passages]
        match change.kind:
            case Kind.ADDED:
                yield self._label("after")
                yield _quoted(after for _, after in words)
            case Kind.REMOVED:
                yield self._label("before")
                yield _quoted(before for before, _ in words)
                yield Paragraph(tuple(self._said("gone")))
            case Kind.AMENDED:
                for before, after in words:
                    yield self._label("before")
                    yield _quoted((before,))
                    yield self._label("after")
                    yield _quoted((after,))
            case Kind.UNSEEN:
                pass

    def _leads(self, leads: tuple[str, ...]) -> Iterator[Block]:
        if len(leads) == 1:
            yield Paragraph((Strong((Text(f"{leads[0]}."),)),))
        else:
            yield self._label("about")
            yield List(tuple(_item([Text(one)]) for one in leads))

    def _label(self, key: str) -> Paragraph:
        return Paragraph((Strong(tuple(self._said(key))),))

    def _affected(self) -> Iterator[Block]:
        is_all = self._facts.reach is Reach.ALL
        yield Paragraph((self._to_write("who"),))
        yield Paragraph(tuple(self._said("reaches_all" if is_all else "reaches_new")))

    def _choices(self) -> Iterator[Item]:
        for obligation in self._facts.obligations:
            yield self._obligation(obligation)
        if self._facts.page:
            yield _item(self._linked("read_at", "page", self._facts.page))
        else:
            yield _item(self._said("read"))
        if self._facts.last_day >= self._facts.published:
            yield _item(self._said("until"))
        yield _item(self._said("concern"))
        yield _item([self._to_write("else")])

    def _obligation(self, obligation: Obligation) -> Item:
        key = "consent" if obligation.level is Level.L6 else "choice"
        answer = "yes" if obligation.level is Level.L6 else "no"
        if obligation.asked is Asked.PARENTS:
            key = f"{key}_parents"
        leads = (self._wording.leads[one].topic for one in obligation.categories)
        topics = "; ".join(one[:1].lower() + one[1:] for one in leads)
        terms = self._said(f"{key}_terms", topics=topics)
        return _item(
            _lines([Strong(tuple(self._said(key))), *terms, self._to_write(answer)])
        )

    def _linked(self, key: str, name: str, value: str) -> list[Inline]:
        """Give a sentence in which an address leads where it says."""
        before, _, after = self._wording.passages[key][0].partition(f"{{{name}}}")
        return [Text(before), _link(value), Text(after)]

    def _questions(self) -> Iterator[Block]:
        contacts = self._facts.contacts
        values = {
            "telephone": contacts.telephone,
            "email": contacts.email,
            "web": contacts.web,
            "address": ", ".join(contacts.address),
        }
        items = tuple(
            _item(self._linked(key, key, value))
            for key, value in values.items()
            if value
        )
        yield List(items) if items else Paragraph((self._to_write("reach"),))


def _lines(inlines: Iterable[Inline]) -> list[Inline]:
    """Put each on a line of its own: a difference then shows the sentence."""
    lines: list[Inline] = []
    for one in inlines:
        if isinstance(one, LineBreak):
            continue
        if lines:
            lines.append(LineBreak(hard=False))
        lines.append(one)
    return lines


def _link(value: str) -> Inline:
    shown = Text(value)
    if _MAIL.fullmatch(value):
        return Link((shown,), f"mailto:{value}")
    return Link((shown,), value) if _ADDRESS.fullmatch(value) else shown


def _item(inlines: list[Inline]) -> Item:
    return Item((Paragraph(tuple(inlines)),))


def _quoted(texts: Iterable[str]) -> Quote:
    """Quote words; what follows a colon is listed, as it is in the statement."""
    blocks: list[Block] = []
    items: list[Item] = []
    is_listing = False
    for text in texts:
        shown = " ".join(text.replace(_CELLS, _BETWEEN_CELLS).split())
        paragraph = Paragraph((Text(shown),))
        is_item = is_listing and not shown.endswith((".", ":"))
        if is_item:
            items.append(Item((paragraph,)))
            continue
        if items:
            blocks.append(List(tuple(items)))
            items = []
        blocks.append(paragraph)
        is_listing = shown.endswith(":")
    if items:
        blocks.append(List(tuple(items)))
    return Quote(tuple(blocks))
