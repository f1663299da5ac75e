"""The messages of one change, laid out once for each language and known text."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from functools import cache
from typing import TYPE_CHECKING

from duenotice.mailing.edition import AppForm
from duenotice.mailing.edition import Edition
from duenotice.mailing.edition import EmailForm
from duenotice.mailing.messages.change_facts import ChangeTelling
from duenotice.mailing.messages.colours import colours_of
from duenotice.mailing.messages.edition_text import MARKS
from duenotice.mailing.messages.edition_text import EditionText
from duenotice.mailing.messages.letter_forms import letter_form
from duenotice.mailing.messages.meantime import Meantime
from duenotice.mailing.messages.sms import laid_segments
from duenotice.mailing.messages.sms_text import sms_text
from duenotice.publish.notice_html import notice_html
from duenotice.publish.theme_files import name_of
from duenotice.render import locales
from duenotice.render.change_views import NoticeView
from duenotice.render.messages.email_content import email_content
from duenotice.render.messages.email_html import email_html
from duenotice.render.messages.laid import Laid
from duenotice.render.messages.message_view import MessageView
from duenotice.render.messages.plain_text import blocks_text
from duenotice.render.messages.plain_text import wrapped
from duenotice.render.said import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from duenotice.config import Comparisons
    from duenotice.mailing.kit import Sender
    from duenotice.mailing.messages.change_facts import ChangeFacts
    from duenotice.publish.statement_site import StatementSite
    from duenotice.publish.web_home import WebHome
    from duenotice.render.environment import Templates
    from duenotice.store.theme import StoredTheme
    from duenotice.store.version import StoredVersion

USUAL_SEGMENTS = 2
"""Of a text message: for more, its topics are left to the page of the notice."""

MOST_OF_A_PUSH = 240
"""Characters of what an app shows: more is cut off by telephones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What editions are made with, beside the version."""

    templates: Templates
    theme: StoredTheme
    sender: Sender
    home: WebHome
    comparisons: Comparisons
    dated: date
    is_large_print: bool = False


class EditionMaker:
    """Lays out the messages of one version."""

    def __init__(
        self, site: StatementSite, version: StoredVersion, making: Making
    ) -> None:
        """Take the statement as it is public, the version, and what it is made with."""
        self.version = version
        self.making = making
        self.meantime = Meantime(site, version, making.home)
        self.telling = ChangeTelling(site, version, making.home)
        self._facts = cache(self.telling.facts)

    def editions(
        self, languages: tuple[str, ...]
    ) -> Iterator[tuple[tuple[str, str], Edition]]:
        """Give the editions for all texts that readers can have known."""
        known = {one.baseline for one in self.meantime.history()}
        known.add(str(self.meantime.against))
        for locale in languages:
            for baseline in sorted(known):
                yield (locale, baseline), self.edition(locale, baseline)

    def edition(self, locale: str, known: str) -> Edition:
        """Lay out one edition.

        Raises:
            StraySlotError: A text that people wrote holds a mark of the program's own.
            MessageMarkupError: A project's own template of the e-mail isn't MJML.
        """
        facts = self._facts(locale)
        page = self._view(facts, known)
        text = EditionText(self.making.templates, page)
        words = said(self.making.templates, "messages/greeting.txt", page, locale)
        return Edition(
            locale=locale,
            baseline=known,
            title=page.title,
            greeting=Laid.of(words["named"]),
            plain_greeting=words["unnamed"],
            email=EmailForm(
                subject=text.line("messages/subject.txt"),
                html=text.laid("messages/email.mjml", email_html),
                text=text.laid("messages/email.txt", wrapped),
            ),
            sms=self._sms(page),
            app=self._app(page),
            letter=letter_form(self.version, facts, page, self.making),
        )

    def _view(self, facts: ChangeFacts, known: str) -> MessageView:
        version, making, locale = self.version, self.making, facts.locale
        light, dark = colours_of(making.theme.theme)
        direction = locales.text_direction(facts.notice.locale)
        html = notice_html(facts.notice, facts.notice.blocks)
        content = email_content(html, direction, light, facts.version_url)
        return MessageView(
            lang=locale,
            direction=locales.text_direction(locale),
            title=facts.title,
            organisation=name_of(making.theme.theme, locale)
            or version.statement.controller.name,
            contacts=version.statement.contacts.lines,
            label=str(version.label),
            known=known,
            announced=version.record.published,
            effective=facts.effective,
            is_past=facts.effective <= making.dated,
            reaches=version.record.reaches.value,
            is_required_by_law=version.record.required_by_law is not None,
            choices=facts.choices,
            notice=NoticeView(
                content=content,
                lang=facts.notice.locale,
                direction=direction,
                is_foreign=facts.notice.locale != locale,
            ),
            notice_text=blocks_text(facts.notice.without_places()),
            summary=facts.notice.summary,
            told=facts.told,
            topics=facts.topics,
            earlier=tuple(self.meantime.changes(known, locale)),
            notice_url=facts.notice_url,
            present_url=facts.present_url,
            version_url=facts.version_url,
            comparison_url=self.meantime.comparison_url(
                known, locale, making.comparisons
            ),
            prevailing=facts.prevailing,
            light=light,
            dark=dark,
            member=MARKS,
        )

    def _sms(self, page: MessageView) -> Laid:
        """Lay out a text message with as many topics as make it no dearer."""
        counts = range(len(page.topics), 0, -1)
        tried = (self._sms_about(page, count) for count in counts)
        fitting = (one for one in tried if laid_segments(one).count <= USUAL_SEGMENTS)
        return next(fitting, None) or self._sms_about(page, 0)

    def _sms_about(self, page: MessageView, count: int) -> Laid:
        topics, are_cut = page.topics[:count], count < len(page.topics)
        briefer = replace(page, topics=topics, are_topics_cut=are_cut)
        text = EditionText(self.making.templates, briefer)
        return text.laid("messages/sms.txt", sms_text)

    def _app(self, page: MessageView) -> AppForm:
        words = said(self.making.templates, "messages/app.txt", page, page.lang)
        ending = words.get("ending", "")
        room = MOST_OF_A_PUSH - len(ending) - 1
        body = f"{shortened(words['body'], room)} {ending}".strip()
        return AppForm(
            title=words["title"],
            body=body,
            link=page.notice_url,
        )


def shortened(text: str, most: int) -> str:
    """Cut a text behind a word, so that it has a number of characters at most.

    >>> shortened("The app has an assistant.", 18)
    'The app has an…'
    """
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    at_word = cut.rpartition(" ")[0] if text[most - 1] != " " else cut
    return f"{(at_word or cut).rstrip(' ,;:')}…"
