"""A redline as a file that stands by itself: HTML with its style sheet, PDF, Word."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.cli.standing import remark_left_out
from duenotice.render import locales
from duenotice.render.environment import Templates
from duenotice.render.redline_docx import redline_docx
from duenotice.render.redline_page import RedlineForm
from duenotice.render.redline_page import read_cues
from duenotice.render.redline_page import redline_view
from duenotice.render.style_sheet import style_sheet
from duenotice.render.views import LinkView
from duenotice.render.views import RedlinePageView
from duenotice.render.views import ShellView
from duenotice.store.templates import read_templates
from duenotice.store.templates import templates_on_disk
from duenotice.store.tree import TEMPLATES

if TYPE_CHECKING:
    import datetime as dt

    from duenotice.cli.compared import Pair
    from duenotice.cli.session import Session
    from duenotice.compare import Comparison


def redline_html_file(
    session: Session, comparison: Comparison, sides: Pair, *, is_parallel: bool
) -> bytes:
    """Write a page that needs nothing beside it."""
    templates = _templates(session, sides)
    form = RedlineForm.PARALLEL if is_parallel else RedlineForm.FOLDED
    page = replace(
        _page(templates, comparison, sides, form),
        is_parallel=is_parallel,
        style=templates.read_asset("site/style.css"),
    )
    return templates.render("site/compare-file.html", page, page.shell.lang).encode()


def redline_pdf_file(
    session: Session, comparison: Comparison, sides: Pair, day: dt.date
) -> bytes:
    """Set a PDF, dated by the day the question is about."""
    from duenotice.render import pdf  # noqa: PLC0415 - takes long to import

    templates = _templates(session, sides)
    page = _page(templates, comparison, sides, RedlineForm.WHOLE)
    return pdf.write_pdf(
        templates.render("pdf/compare.html", page, page.shell.lang),
        stylesheet=style_sheet(templates, "pdf/style.css"),
        info=pdf.PdfInfo(dated=day, subject=page.shell.title),
    )


def redline_docx_file(session: Session, comparison: Comparison, sides: Pair) -> bytes:
    """Write a Word document with tracked changes."""
    lang = _language(sides)
    cues = read_cues(_templates(session, sides), lang)
    names = (sides[0].name, sides[1].name)
    return redline_docx(comparison, cues, names, lang)


def _language(sides: Pair) -> str:
    old, new = sides
    return new.locale or old.locale or locales.SOURCE_LOCALE


def _templates(session: Session, sides: Pair) -> Templates:
    """Give those of HEAD where both texts are committed, or else those on the disk."""
    if all(side.is_committed for side in sides):
        repository = session.project.repository
        changed = repository.changed_paths()
        own = [one for one in changed if one.startswith(f"{TEMPLATES}/")]
        remark_left_out(own, "this file")
        return Templates(read_templates(repository.tree(repository.head())))
    return Templates(templates_on_disk(session.root))


def _page(
    templates: Templates, comparison: Comparison, sides: Pair, form: RedlineForm
) -> RedlinePageView:
    old, new = sides
    lang = _language(sides)
    title = comparison.new.title
    nowhere = LinkView(href="", text="")
    return RedlinePageView(
        shell=ShellView(
            lang=lang,
            direction=locales.text_direction(lang),
            title=f"{title} ({old.name} → {new.name})",
            description=title,
            style_href="",
            home=nowhere,
            controller="",
        ),
        title=title,
        old=LinkView(href="", text=old.name),
        new=LinkView(href="", text=new.name),
        is_parallel=False,
        other=nowhere,
        statement=nowhere,
        archive=nowhere,
        redline=redline_view(comparison, read_cues(templates, lang), form),
    )
