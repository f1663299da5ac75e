"""Every message of a kit, as one sample member gets it, on a page to look at."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from html import escape
from typing import TYPE_CHECKING

from duenotice.mailing.edition import GREETING
from duenotice.mailing.edition import NAME
from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.editions.sms import sms_segments
from duenotice.mailing.keys import message_key
from duenotice.mailing.keys import reference_of
from duenotice.mailing.member import Channel
from duenotice.mailing.member import Member
from duenotice.mailing.messages.letters import write_member_letter
from duenotice.render import locales
from duenotice.render.banner_views import BannerWordsView
from duenotice.render.messages.preview_view import PreviewBannerView
from duenotice.render.messages.preview_view import PreviewEditionView
from duenotice.render.messages.preview_view import PreviewView
from duenotice.render.said import said

if TYPE_CHECKING:
    from collections.abc import Collection
    from collections.abc import Mapping

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.render.environment import Templates

PAGE = "index.html"


def sample_member(locale: str) -> Member:
    """Give someone who doesn't exist."""
    return Member(
        row=1,
        id="SAMPLE",
        name="Alex Morgan",
        locale=locale,
        channels=tuple(Channel),
        email="alex.morgan@member.example",
        phone="+12025550123",
        address=("1 Example Street", "Anytown, CA 90000"),
    )


def preview_files(
    kit: Kit, templates: Templates, *, channels: Collection[Channel] = tuple(Channel)
) -> Mapping[str, bytes]:
    """Give the files of the preview by their names: `index.html`, and the letters.

    Args:
        kit: What the messages are about.
        templates: Those of the project.
        channels: What is shown, beside the banner.

    Raises:
        TemplateFaultError: A project's own template of the page has a fault.
        PdfError: A letter can't be made a PDF.
    """
    preview = _Preview(kit, templates, channels)
    letters = preview.letters() if Channel.LETTER in channels else {}
    view = preview.view(letters)
    page = templates.render("messages/preview.html", view, view.lang)
    return {PAGE: page.encode(), **letters}


@dataclass(frozen=True, slots=True)
class _Preview:
    """The messages of a kit, filled in for a sample member."""

    kit: Kit
    templates: Templates
    channels: Collection[Channel]

    @property
    def editions(self) -> tuple[Edition, ...]:
        """Give the editions: the usual ones first, the source's language before all."""
        return tuple(sorted(self.kit.editions.values(), key=self._place))

    def _place(self, edition: Edition) -> tuple[bool, bool, str, str]:
        is_other = edition.baseline != self.kit.against
        is_foreign = edition.locale != self.kit.source_locale
        return is_other, is_foreign, edition.locale, edition.baseline

    def letters(self) -> dict[str, bytes]:
        """Give the letters of all editions, in large print too where members ask."""
        return {
            self._letter_name(edition, is_large=is_large): self._letter(
                edition, is_large=is_large
            )
            for edition in self.editions
            for is_large in (False, True)
            if not is_large or edition.large_letter is not None
        }

    def _letter(self, edition: Edition, *, is_large: bool) -> bytes:
        member = replace(sample_member(edition.locale), wants_large_print=is_large)
        letter = (member, edition, self._key(Channel.LETTER))
        return write_member_letter(self.kit, letter)

    def _letter_name(self, edition: Edition, *, is_large: bool = False) -> str:
        is_usual = edition.baseline == self.kit.against
        known = "" if is_usual else f"-{edition.baseline}"
        size = "-large" if is_large else ""
        return f"letter-{edition.locale}{known}{size}.pdf"

    def view(self, letters: Mapping[str, bytes]) -> PreviewView:
        """Give the page's facts."""
        kit, editions = self.kit, self.editions
        lang = self.templates.interface_locale(kit.source_locale)
        return PreviewView(
            lang=lang,
            direction=locales.text_direction(lang),
            title=editions[0].title,
            version=kit.version,
            effective=kit.effective,
            sender=kit.sender.name,
            sender_email=kit.sender.email,
            member=sample_member(kit.source_locale).name,
            channels=tuple(one.value for one in self.channels),
            editions=tuple(self._edition(one, letters) for one in editions),
        )

    def _edition(
        self, edition: Edition, letters: Mapping[str, bytes]
    ) -> PreviewEditionView:
        takes = sms_segments(edition)
        letter = self._letter_name(edition)
        large = self._letter_name(edition, is_large=True)
        email = self._values(edition, Channel.EMAIL)
        html = {name: escape(value) for name, value in email.items()}
        return PreviewEditionView(
            lang=edition.locale,
            direction=locales.text_direction(edition.locale),
            language=locales.own_language_name(edition.locale),
            known=edition.baseline,
            is_usual=edition.baseline == self.kit.against,
            subject=edition.email.subject,
            html=edition.email.html.fill(html),
            text=edition.email.text.fill(email),
            sms=edition.sms.fill(self._values(edition, Channel.SMS)),
            sms_encoding=takes.encoding.value,
            sms_segments=takes.count,
            app_title=edition.app.title,
            app_body=edition.app.body,
            app_link=edition.app.link,
            app_reference=reference_of(self._key(Channel.APP)),
            banner=self._banner(edition),
            letter_href=letter if letter in letters else "",
            large_letter_href=large if large in letters else "",
        )

    def _banner(self, edition: Edition) -> PreviewBannerView:
        view = BannerWordsView(
            lang=edition.locale,
            direction=locales.text_direction(edition.locale),
            title=edition.title,
            effective=self.kit.effective,
            href=edition.app.link,
        )
        words = said(self.templates, "site/banner-words.txt", view, edition.locale)
        is_past = self.kit.effective <= self.kit.dated
        return PreviewBannerView(
            words=words["begun" if is_past else "coming"], link=words["link"]
        )

    def _values(self, edition: Edition, channel: Channel) -> dict[str, str]:
        name = sample_member(edition.locale).name
        return {
            GREETING: edition.greet(name),
            NAME: name,
            REFERENCE: reference_of(self._key(channel)),
        }

    def _key(self, channel: Channel) -> str:
        member = sample_member(self.kit.source_locale)
        return message_key(self.kit.telling, channel, member.id)
