"""The parts of a letter that all readers of one edition share."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.mailing.edition import LetterForm
from duenotice.publish.notice_html import notice_html
from duenotice.render import locales
from duenotice.render.change_views import NoticeView
from duenotice.render.messages.laid import Laid
from duenotice.render.messages.laid import StraySlotError
from duenotice.render.messages.letter_view import LetterView
from duenotice.render.style_sheet import style_sheet
from duenotice.render.theme_css import letter_css
from duenotice.render.theme_css import with_theme

if TYPE_CHECKING:
    from collections.abc import Mapping

    from duenotice.mailing.editions.change_facts import ChangeFacts
    from duenotice.mailing.editions.making import Making
    from duenotice.render.messages.message_view import MessageView
    from duenotice.store.theme import StoredTheme
    from duenotice.store.version import StoredVersion

_TEMPLATE = "messages/letter.html"
STYLE_SHEET = "messages/letter.css"


def letter_forms(
    version: StoredVersion, facts: ChangeFacts, page: MessageView, making: Making
) -> tuple[LetterForm, LetterForm | None]:
    """Render the letter of one edition, and in large print where some ask for that.

    Raises:
        StraySlotError: A text that people wrote holds a mark of the program's own.
    """
    view = _view(version, facts, page, making)
    is_mixed = making.has_large_print_readers and not making.is_large_print
    large = _form(replace(view, is_large_print=True), making) if is_mixed else None
    return _form(view, making), large


def letter_pictures(theme: StoredTheme) -> Mapping[str, bytes]:
    """Give the pictures that letters show: the logo, where there is one."""
    logo = theme.theme.logo
    return {} if logo is None else {logo.path: theme.files[logo.path]}


def _form(view: LetterView, making: Making) -> LetterForm:
    bare = replace(view, address="", greeting="", reference="")
    if Laid.of(making.templates.render(_TEMPLATE, bare, view.lang)).slots:
        raise StraySlotError
    sheet = style_sheet(making.templates, STYLE_SHEET)
    return LetterForm(
        html=making.templates.render(_TEMPLATE, view, view.lang),
        stylesheet=with_theme(sheet, letter_css(making.theme.theme)),
        paper=view.paper,
        is_large_print=view.is_large_print,
    )


def _view(
    version: StoredVersion, facts: ChangeFacts, page: MessageView, making: Making
) -> LetterView:
    statement, record = version.statement, version.record
    notice = facts.notice
    return LetterView(
        lang=facts.locale,
        direction=locales.text_direction(facts.locale),
        paper=statement.page_size,
        is_large_print=making.is_large_print,
        sender=making.sender.name,
        sender_lines=making.sender.address,
        dated=making.dated,
        title=facts.title,
        controller=statement.controller.name,
        label=str(version.label),
        known=page.known,
        announced=record.published,
        effective=facts.effective,
        is_past=page.is_past,
        reaches=record.reaches.value,
        is_required_by_law=record.required_by_law is not None,
        choices=facts.choices,
        notice=NoticeView(
            content=notice_html(notice, notice.without_places()),
            lang=notice.locale,
            direction=locales.text_direction(notice.locale),
            is_foreign=notice.locale != facts.locale,
        ),
        told=page.told,
        earlier=page.earlier,
        since=page.since,
        page=facts.notice_url,
        comparison=page.comparison_url,
        contacts=statement.contacts.lines,
        prevailing=facts.prevailing,
    )
