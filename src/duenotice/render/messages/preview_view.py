"""What the template of the preview may use: all messages of a sample member."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewBannerView:
    """The banner on other pages."""

    words: str
    link: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewEditionView:
    """The messages in one language for who knew one text."""

    lang: str
    direction: str
    language: str
    """The language's own name."""

    known: str
    """The label of the text that the reader knew."""

    is_usual: bool
    """It is for who knew the text before; the others missed a change."""

    subject: str
    html: str
    """A whole document, shown in a frame."""

    text: str
    sms: str
    sms_encoding: str
    sms_segments: int
    app_title: str
    app_body: str
    app_link: str
    app_reference: str
    banner: PreviewBannerView
    letter_href: str
    """The letter as PDF; empty where there is none."""

    large_letter_href: str
    """The same in large print, where the file of members says who needs it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PreviewView:
    """All messages of one version."""

    lang: str
    """The locale of the page's own words as a BCP 47 tag."""

    direction: str
    """`ltr` or `rtl`."""

    title: str
    """Of the statement, in its source's language."""

    version: str
    effective: date
    sender: str
    sender_email: str
    channels: tuple[str, ...]
    """Which messages are shown: `email`, `sms`, `app`, `letter`."""

    member: str
    """The sample member's name."""

    editions: tuple[PreviewEditionView, ...]
    """The usual ones first."""
