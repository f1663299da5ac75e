"""The messages of one change, laid out once for each language and known text."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from duenotice.mailing.edition import Edition
from duenotice.mailing.edition import EmailForm
from duenotice.mailing.editions.change_facts import ChangeTelling
from duenotice.mailing.editions.colours import colours_of
from duenotice.mailing.editions.edition_text import MARKS
from duenotice.mailing.editions.edition_text import EditionText
from duenotice.mailing.editions.known_words import KnownWordsMaker
from duenotice.mailing.editions.letter_forms import letter_forms
from duenotice.mailing.editions.meantime import Meantime
from duenotice.mailing.editions.short_forms import app_form
from duenotice.mailing.editions.short_forms import sms_form
from duenotice.publish.notice_html import notice_html
from duenotice.publish.theme_files import name_of
from duenotice.publish.told_changes import told_beside
from duenotice.render import locales
from duenotice.render.change_views import NoticeView
from duenotice.render.messages.email_content import email_content
from duenotice.render.messages.email_html import email_html
from duenotice.render.messages.laid import Laid
from duenotice.render.messages.message_view import MessageView
from duenotice.render.messages.message_view import SinceView
from duenotice.render.messages.plain_text import blocks_text
from duenotice.render.messages.plain_text import wrapped
from duenotice.render.said import said

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.mailing.editions.change_facts import ChangeFacts
    from duenotice.mailing.editions.making import Making
    from duenotice.publish.statement_site import StatementSite
    from duenotice.render.change_views import ToldSectionView
    from duenotice.store.version import StoredVersion


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
        self.words = KnownWordsMaker(version, self.meantime)
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
        letter, large_letter = letter_forms(self.version, facts, page, self.making)
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
            sms=sms_form(self.making.templates, page),
            app=app_form(self.making.templates, page),
            letter=letter,
            large_letter=large_letter,
        )

    def _view(self, facts: ChangeFacts, known: str) -> MessageView:
        version, making, locale = self.version, self.making, facts.locale
        light, dark = colours_of(making.theme.theme)
        direction = locales.text_direction(facts.notice.locale)
        html = notice_html(facts.notice, facts.notice.blocks)
        content = email_content(html, direction, light, facts.version_url)
        told, since = self._told(facts, known)
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
            told=told,
            topics=facts.topics,
            earlier=tuple(self.meantime.changes(known, locale)),
            since=since,
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

    def _told(
        self, facts: ChangeFacts, known: str
    ) -> tuple[tuple[ToldSectionView, ...], SinceView]:
        """Give the words that come, and those that came since a text."""
        words = self.words.words(known, facts.locale)
        if words is None:
            return facts.told, SinceView()
        coming = self.words.sections(words, words.coming)
        since = self.words.sections(words, words.since)
        beside = told_beside(self.version, facts.locale)
        return (*coming, *beside), SinceView(sections=since, is_cut=words.is_cut)
