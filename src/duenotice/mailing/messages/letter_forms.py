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

if TYPE_CHECKING:
    from duenotice.mailing.messages.change_facts import ChangeFacts
    from duenotice.mailing.messages.editions import Making
    from duenotice.render.messages.message_view import MessageView
    from duenotice.store.version import StoredVersion

_TEMPLATE = "messages/letter.html"


def letter_form(
    version: StoredVersion, facts: ChangeFacts, page: MessageView, making: Making
) -> LetterForm:
    """Render the letter of one edition.

    Raises:
        StraySlotError: A text that people wrote holds a mark of the program's own.
    """
    statement, record = version.statement, version.record
    notice = facts.notice
    view = LetterView(
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
        told=facts.told,
        earlier=page.earlier,
        page=facts.notice_url,
        comparison=page.comparison_url,
        contacts=statement.contacts.lines,
        prevailing=facts.prevailing,
    )
    bare = replace(view, address="", greeting="", reference="")
    if Laid.of(making.templates.render(_TEMPLATE, bare, facts.locale)).slots:
        raise StraySlotError
    return LetterForm(
        html=making.templates.render(_TEMPLATE, view, facts.locale),
        stylesheet=making.templates.read_asset("messages/letter.css"),
        paper=statement.page_size,
        is_large_print=making.is_large_print,
    )
