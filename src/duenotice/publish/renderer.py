"""From a planned file to its bytes."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare import compare
from duenotice.compare import document_of
from duenotice.publish.change_contents import ChangeContents
from duenotice.publish.machine_files import MachineFiles
from duenotice.publish.plan import FileKind
from duenotice.render import locales
from duenotice.render.content_html import blocks_html
from duenotice.render.redline_page import RedlineForm
from duenotice.render.redline_page import read_cues
from duenotice.render.redline_page import redline_view
from duenotice.render.section_redline import EMPTY
from duenotice.render.section_redline import passage
from duenotice.render.section_redline import section_redline
from duenotice.render.section_views import SectionHistoryView
from duenotice.render.style_sheet import style_sheet
from duenotice.render.theme_css import pdf_css
from duenotice.render.theme_css import with_theme
from duenotice.render.views import PdfView
from duenotice.render.views import RedlinePageView
from duenotice.render.views import SectionView
from duenotice.render.views import StatementPageView
from duenotice.store.theme import PLAIN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.compare import Comparison
    from duenotice.compare import Document
    from duenotice.model.statement import PlacedSection
    from duenotice.model.statement import StatementText
    from duenotice.publish.plan import PlannedFile
    from duenotice.publish.plan import SectionChoice
    from duenotice.publish.plan import SectionPair
    from duenotice.publish.plan import TextChoice
    from duenotice.render.environment import Templates
    from duenotice.render.redline_marks import Cues
    from duenotice.render.section_views import SectionStepView
    from duenotice.store.archive import Archive
    from duenotice.store.theme import StoredTheme

_TEMPLATES = {
    FileKind.INDEX: "site/index.html",
    FileKind.STATEMENT: "site/statement.html",
    FileKind.ARCHIVE: "site/archive.html",
    FileKind.REDLINE: "site/compare.html",
    FileKind.SECTION: "site/section-history.html",
    FileKind.REDIRECT: "site/redirect.html",
    FileKind.CHANGES: "site/changes.html",
    FileKind.CHANGE: "site/change.html",
    FileKind.NOTICE_PDF: "pdf/notice.html",
    FileKind.PDF: "pdf/statement.html",
}


class Renderer:
    """Makes files, and keeps what several of them share."""

    def __init__(
        self,
        archives: Mapping[str, Archive],
        templates: Templates,
        theme: StoredTheme = PLAIN,
    ) -> None:
        """Take the archives by statement id."""
        self.archives = archives
        self.templates = templates
        self.theme = theme
        self._sections: dict[tuple[str, str, str], tuple[SectionView, ...]] = {}
        self._comparisons: dict[object, Comparison] = {}
        self._machine = MachineFiles(archives, templates)
        self._changes = ChangeContents(
            archives=archives, templates=templates, compare=self._compared
        )

    def render(self, file: PlannedFile) -> bytes:
        """Give the bytes of a file."""
        match file.kind:
            case FileKind.ASSET | FileKind.STYLE | FileKind.THEME:
                return self._asset(file)
            case FileKind.PDF:
                return self._pdf(file)
            case FileKind.REDLINE:
                return self._redline(file).encode()
            case FileKind.SECTION:
                return self._section_history(file).encode()
            case FileKind.CHANGE:
                page = self._changes.page(file)
                return self._filled(file, page).encode()
            case FileKind.NOTICE_PDF:
                return self._notice_pdf(file)
            case (
                FileKind.DATA
                | FileKind.TEXT_DATA
                | FileKind.FEED
                | FileKind.CALENDAR
                | FileKind.SITE_MAP
                | FileKind.BANNER
                | FileKind.BANNER_DATA
            ):
                return self._machine.render(file)
            case (
                FileKind.INDEX
                | FileKind.STATEMENT
                | FileKind.ARCHIVE
                | FileKind.REDIRECT
                | FileKind.CHANGES
            ):
                return self._html(file).encode()

    def _html(self, file: PlannedFile) -> str:
        view = file.view
        if file.text is not None and isinstance(view, StatementPageView | PdfView):
            view = replace(view, sections=self._section_views(file))
        return self.templates.render(_TEMPLATES[file.kind], view, file.locale)

    def _pdf(self, file: PlannedFile) -> bytes:
        from duenotice.render import pdf  # noqa: PLC0415 - takes long to import

        view = file.view
        if not isinstance(view, PdfView):
            message = f"{file.path} has no PDF view"
            raise TypeError(message)
        info = pdf.PdfInfo(
            dated=view.version.published, author=view.controller, subject=view.audience
        )
        return pdf.write_pdf(
            self._html(file),
            stylesheet=self._pdf_style(),
            info=info,
            fonts=self.theme.files,
        )

    def _notice_pdf(self, file: PlannedFile) -> bytes:
        from duenotice.render import pdf  # noqa: PLC0415 - takes long to import

        view = self._changes.notice(file)
        return pdf.write_pdf(
            self._filled(file, view),
            stylesheet=self._pdf_style(),
            info=pdf.PdfInfo(
                dated=view.announced, author=view.controller, subject=view.title
            ),
            fonts=self.theme.files,
        )

    def _asset(self, file: PlannedFile) -> bytes:
        if file.kind is FileKind.THEME:
            return self.theme.files[str(file.view)]
        if file.kind is FileKind.STYLE:
            shipped = self.templates.read_asset("site/style.css")
            return with_theme(shipped, str(file.view)).encode()
        return self.templates.read_asset(str(file.view)).encode()

    def _pdf_style(self) -> str:
        sheet = style_sheet(self.templates, "pdf/style.css")
        return with_theme(sheet, pdf_css(self.theme.theme))

    def _filled(self, file: PlannedFile, view: object) -> str:
        return self.templates.render(_TEMPLATES[file.kind], view, file.locale)

    def _redline(self, file: PlannedFile) -> str:
        view = file.view
        if not isinstance(view, RedlinePageView) or file.text is None:
            message = f"{file.path} has no redline view"
            raise TypeError(message)
        comparison = self._comparison(file)
        cues = read_cues(self.templates, file.locale)
        form = RedlineForm.PARALLEL if view.is_parallel else RedlineForm.FOLDED
        redline = redline_view(comparison, cues, form)
        page = replace(view, redline=redline)
        return self.templates.render(_TEMPLATES[file.kind], page, file.locale)

    def _section_history(self, file: PlannedFile) -> str:
        view = file.view
        if not isinstance(view, SectionHistoryView):
            message = f"{file.path} has no view of a section's history"
            raise TypeError(message)
        cues = read_cues(self.templates, file.locale)
        steps = tuple(
            self._section_step(step, pair, cues)
            for step, pair in zip(view.steps, file.pairs, strict=True)
        )
        page = replace(view, steps=steps)
        return self.templates.render(_TEMPLATES[file.kind], page, file.locale)

    def _section_step(
        self, step: SectionStepView, pair: SectionPair, cues: Cues
    ) -> SectionStepView:
        old, new = self._passage(pair.old), self._passage(pair.new)
        content = section_redline(old, new, cues, step.anchor.removeprefix("_"))
        return replace(step, content=content)

    def _passage(self, choice: SectionChoice | None) -> Document:
        if choice is None:
            return EMPTY
        return passage(document_of(self._text(choice.text)), choice.ids)

    def _comparison(self, file: PlannedFile) -> Comparison:
        if file.earlier is None or file.text is None:
            message = "a comparison is of two versions"
            raise TypeError(message)
        return self._compared(file.earlier, file.text)

    def _compared(self, old: TextChoice, new: TextChoice) -> Comparison:
        """Compare two texts; whatever shows them shares the comparison."""
        key = tuple((one.statement_id, one.version, one.locale) for one in (old, new))
        if key not in self._comparisons:
            self._comparisons[key] = compare(
                document_of(self._text(old)), document_of(self._text(new))
            )
        return self._comparisons[key]

    def _text(self, choice: TextChoice) -> StatementText:
        if choice.version is None:
            message = "a comparison is of two versions"
            raise TypeError(message)
        archive = self.archives[choice.statement_id]
        return archive.versions[choice.version].text(choice.locale)

    def _section_views(self, file: PlannedFile) -> tuple[SectionView, ...]:
        choice = file.text
        if choice is None:
            return ()
        key = (choice.statement_id, str(choice.version), choice.locale)
        if key not in self._sections:
            archive = self.archives[choice.statement_id]
            if choice.version is None:
                text = archive.draft.text(choice.locale)
            else:
                text = archive.versions[choice.version].text(choice.locale)
            self._sections[key] = tuple(
                _section_view(placed, choice.locale) for placed in text.sections
            )
        return self._sections[key]


def _section_view(placed: PlacedSection, locale: str) -> SectionView:
    section = placed.section
    return SectionView(
        id=section.id,
        number=placed.number,
        title=section.title,
        heading=placed.heading,
        lang=placed.locale,
        direction=locales.text_direction(placed.locale),
        is_foreign=placed.locale != locale,
        is_behind=placed.is_behind,
        revised="" if section.version is None else str(section.version),
        translates=str(section.translates or "") if placed.is_behind else "",
        content=blocks_html(section.blocks),
    )
