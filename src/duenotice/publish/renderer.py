"""From a planned file to its bytes."""

from __future__ import annotations

import json
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare import compare
from duenotice.compare import document_of
from duenotice.publish.plan import FileKind
from duenotice.render import locales
from duenotice.render.content_html import blocks_html
from duenotice.render.redline_page import RedlineForm
from duenotice.render.redline_page import read_cues
from duenotice.render.redline_page import redline_view
from duenotice.render.views import PdfView
from duenotice.render.views import RedlinePageView
from duenotice.render.views import SectionView
from duenotice.render.views import StatementPageView

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.compare import Comparison
    from duenotice.model.statement import PlacedSection
    from duenotice.model.statement import StatementText
    from duenotice.publish.plan import PlannedFile
    from duenotice.publish.plan import TextChoice
    from duenotice.render.environment import Templates
    from duenotice.store.archive import Archive

_TEMPLATES = {
    FileKind.INDEX: "site/index.html",
    FileKind.STATEMENT: "site/statement.html",
    FileKind.ARCHIVE: "site/archive.html",
    FileKind.REDLINE: "site/compare.html",
    FileKind.PDF: "pdf/statement.html",
}


class Renderer:
    """Makes files, and keeps what several of them share."""

    def __init__(self, archives: Mapping[str, Archive], templates: Templates) -> None:
        """Take the archives by statement id."""
        self.archives = archives
        self.templates = templates
        self._sections: dict[tuple[str, str, str], tuple[SectionView, ...]] = {}
        self._comparisons: dict[
            tuple[TextChoice | None, TextChoice | None], Comparison
        ] = {}

    def render(self, file: PlannedFile) -> bytes:
        """Give the bytes of a file."""
        match file.kind:
            case FileKind.ASSET:
                return self.templates.read_asset(str(file.view)).encode()
            case FileKind.DATA:
                return json_bytes(file.view)
            case FileKind.PDF:
                return self._pdf(file)
            case FileKind.REDLINE:
                return self._redline(file).encode()
            case FileKind.INDEX | FileKind.STATEMENT | FileKind.ARCHIVE:
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
            stylesheet=self.templates.read_asset("pdf/style.css"),
            info=info,
        )

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

    def _comparison(self, file: PlannedFile) -> Comparison:
        """Compare the two texts of a page; its two forms share the comparison."""
        old, new = self._text(file.earlier), self._text(file.text)
        key = (file.earlier, file.text)
        if key not in self._comparisons:
            self._comparisons[key] = compare(document_of(old), document_of(new))
        return self._comparisons[key]

    def _text(self, choice: TextChoice | None) -> StatementText:
        if choice is None or choice.version is None:
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
        content=blocks_html(section.blocks),
    )


def json_bytes(value: object) -> bytes:
    """Write JSON that people can read."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
