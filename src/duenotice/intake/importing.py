"""Importing a statement: from the bytes of a source to the files of a draft.

The files are read back before they are handed out, and their words are compared with
those of the source: what an import loses, it has to say.
"""

from __future__ import annotations

import dataclasses
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.checks.term_definitions import defined_terms
from duenotice.checks.wording import listed
from duenotice.checks.wording import shown
from duenotice.diagnostics import sort_diagnostics
from duenotice.intake.account import Remark
from duenotice.intake.cleaning import BlockCleaner
from duenotice.intake.contact_details import find_contacts
from duenotice.intake.controller import UNKNOWN
from duenotice.intake.controller import FoundController
from duenotice.intake.controller import find_controller
from duenotice.intake.decoding import SourceTooLargeError
from duenotice.intake.decoding import decode_source
from duenotice.intake.imported import Import
from duenotice.intake.imported import WordCount
from duenotice.intake.languages import guess_language
from duenotice.intake.links import LinkKeeper
from duenotice.intake.mentions import ReferenceMaker
from duenotice.intake.outline import TitleWish
from duenotice.intake.outline import make_outline
from duenotice.intake.printed import broken_promise
from duenotice.intake.reading import choose_format
from duenotice.intake.reading import read_source
from duenotice.intake.statement_draft import StatementDraft
from duenotice.intake.words import compare_words
from duenotice.intake.words import split_words
from duenotice.intake.words import statement_words
from duenotice.model.content import plain_text
from duenotice.model.content import walk_lines
from duenotice.model.statement import Controller
from duenotice.parse.bytes_text import MAX_BYTES
from duenotice.store.archive import read_archive
from duenotice.store.checking import check_draft
from duenotice.store.record_book import NO_HISTORY
from duenotice.store.tree import MemoryTree

if TYPE_CHECKING:
    from duenotice.intake.decoding import DecodedSource
    from duenotice.intake.imported import ImportWishes
    from duenotice.intake.mentions import MadeReference
    from duenotice.intake.outline import Outline
    from duenotice.intake.reading import SourceFormat
    from duenotice.intake.source import SourceText
    from duenotice.store.archive import Archive

_DEFAULT_LOCALE = "en"
_DEFAULT_ZONE = "UTC"
_UNDEFINED = re.compile(r'"([^"]+)" is written like a defined term')


def import_statement(data: bytes, wishes: ImportWishes) -> Import:
    """Make the draft of a statement from a source.

    Raises:
        DuenoticeError: The source can't be read.
    """
    decoded = decode_source(data, wishes.name)
    form = wishes.form or choose_format(wishes.name, decoded.text)
    source = read_source(decoded.text, form)
    return _Importer(wishes, decoded, form, source).make()


@dataclass(slots=True)
class _Importer:
    """Makes one import."""

    wishes: ImportWishes
    decoded: DecodedSource
    form: SourceFormat
    source: SourceText

    def make(self) -> Import:
        """Make it."""
        cleaner = BlockCleaner()
        blocks = cleaner.clean(self.source.blocks)
        locale = self.wishes.locale or self.source.language or _DEFAULT_LOCALE
        title = TitleWish(given=self.wishes.title, beside=self.source.title)
        outline = make_outline(blocks, locale, title)
        outline, made, lost = self._led(outline, locale)
        draft, doubts = self._draft(outline, locale)
        written, unlisted = _with_terms(_Written.of(draft))
        self._refuse_size(written.files)
        archive = written.archive
        promise = broken_promise(blocks, outline.printed)
        found = sort_diagnostics([*archive.draft.diagnostics, *check_draft(archive)])
        remarks = [
            *self.decoded.remarks,
            *self.source.remarks,
            *cleaner.remarks,
            *outline.remarks,
            *lost,
            *([] if promise is None else [promise]),
            *unlisted,
        ]
        return Import(
            draft=written.draft,
            form=self.form,
            files=written.files,
            printed=outline.printed,
            taken=tuple(
                sorted(
                    (*self.source.taken, *outline.taken), key=lambda one: one.line or 0
                )
            ),
            added=outline.added,
            remarks=_in_order([*doubts, *remarks]),
            references=made,
            defined=_defined(archive, locale),
            words=self._count(archive, outline, locale),
            diagnostics=found,
        )

    def _led(
        self, outline: Outline, locale: str
    ) -> tuple[Outline, tuple[MadeReference, ...], list[Remark]]:
        """Give links and references the places they lead to."""
        places = {
            name: outline.section_of_heading[place]
            for name, place in self.source.anchors.items()
            if place in outline.section_of_heading
        }
        keeper = LinkKeeper(places, self.wishes.base or self.source.base)
        maker = ReferenceMaker.of(outline.sections, locale)
        sections = tuple(
            dataclasses.replace(
                section,
                blocks=maker.make(keeper.keep(section.blocks, section.id), section.id),
            )
            for section in outline.sections
        )
        changed = dataclasses.replace(outline, sections=sections)
        return changed, tuple(maker.made), list(keeper.remarks())

    def _draft(
        self, outline: Outline, locale: str
    ) -> tuple[StatementDraft, list[Remark]]:
        controller, doubts = self._controller(outline)
        if self.wishes.time_zone is None:
            doubts.append(
                Remark(
                    message=f"no time zone is known; the statement's days begin in "
                    f"{_DEFAULT_ZONE}",
                    hint='Write the one of the controller\'s seat under "time_zone" in '
                    "statement.yaml, such as America/Los_Angeles.",
                )
            )
        doubts += self._language_doubts(locale)
        draft = StatementDraft(
            statement_id=self.wishes.statement_id,
            title=outline.title,
            locale=locale,
            time_zone=self.wishes.time_zone or _DEFAULT_ZONE,
            controller=controller,
            contacts=find_contacts(outline.sections),
            sections=outline.sections,
        )
        return draft, doubts

    def _controller(self, outline: Outline) -> tuple[Controller, list[Remark]]:
        if self.wishes.controller is not None:
            return Controller(name=self.wishes.controller), []
        texts = [
            plain_text(line.inlines)
            for section in outline.sections
            for line in walk_lines(section.blocks)
        ]
        found = find_controller(texts) or FoundController(name=UNKNOWN)
        controller = Controller(name=found.name, aliases=found.aliases)
        if found.is_sure:
            return controller, []
        message = f"the controller was taken to be {shown(found.name)}"
        if found.name == UNKNOWN:
            message = "the text doesn't say plainly who the controller is"
        return controller, [
            Remark(
                message=message,
                hint='Write the full name under "controller" in statement.yaml'
                ", or import again with --controller.",
            )
        ]

    def _language_doubts(self, locale: str) -> list[Remark]:
        guess = guess_language(self.source.words)
        if guess is None or locale.partition("-")[0] == guess:
            return []
        return [
            Remark(
                message=f'the text was taken to be in "{locale}", but reads like '
                f'"{guess}"',
                hint=f"If it is, import again with --locale {guess}.",
            )
        ]

    def _refuse_size(self, files: dict[str, str]) -> None:
        for path, text in files.items():
            if len(text.encode()) > MAX_BYTES:
                name = f"{self.wishes.name}, as {path}"
                raise SourceTooLargeError(name, MAX_BYTES)

    def _count(self, archive: Archive, outline: Outline, locale: str) -> WordCount:
        """Compare the words of the source with those of the files, read again."""
        untitled = frozenset(
            section.id for section in outline.sections if section.is_title_added
        )
        text = archive.draft.text(locale)
        written = statement_words(
            text, with_title=not outline.is_title_added, untitled=untitled
        )
        taken = [
            word
            for one in (*self.source.taken, *outline.taken)
            if one.kind.was_text
            for word in split_words(one.words)
        ]
        difference = compare_words(self.source.words, written).without(taken)
        return WordCount(
            source=len(self.source.words),
            written=len(written),
            taken=len(taken),
            added=sum(len(split_words(one.words)) for one in outline.added),
            difference=difference,
        )


def _in_order(remarks: list[Remark]) -> tuple[Remark, ...]:
    """Give remarks by line, those about the whole first, and none twice."""
    return tuple(dict.fromkeys(sorted(remarks, key=lambda one: one.line or 0)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Written:
    """A draft with its files, read again."""

    draft: StatementDraft
    files: dict[str, str]
    archive: Archive

    @classmethod
    def of(cls, draft: StatementDraft) -> _Written:
        """Write a draft into memory."""
        files = draft.files()
        tree = MemoryTree({path: text.encode() for path, text in files.items()})
        archive = read_archive(tree, draft.statement_id, NO_HISTORY)
        return cls(draft=draft, files=files, archive=archive)


def _with_terms(written: _Written) -> tuple[_Written, list[Remark]]:
    """List the terms that the text uses without defining them."""
    terms = [
        found[1]
        for one in check_draft(written.archive)
        if one.code == "term-undefined"
        and (found := _UNDEFINED.match(one.message)) is not None
    ]
    if not terms:
        return written, []
    listing = dataclasses.replace(written.draft, terms=tuple(dict.fromkeys(terms)))
    what = (
        "is written like a term and"
        if len(terms) == 1
        else "are written like terms and"
    )
    remark = Remark(
        message=f"{listed(listing.terms)} {what} defined nowhere; statement.yaml "
        'has the list under "terms"',
        hint="Define each where it comes first, and take it out of the list.",
    )
    return _Written.of(listing), [remark]


def _defined(archive: Archive, locale: str) -> tuple[str, ...]:
    terms = (one.term for one in defined_terms(archive.draft.text(locale)))
    return tuple(dict.fromkeys(terms))
