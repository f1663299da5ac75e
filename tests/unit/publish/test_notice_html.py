from __future__ import annotations

from duenotice.parse.markdown import parse_blocks
from duenotice.publish.approved_notice import ApprovedNotice
from duenotice.publish.notice_html import notice_html


def written(text: str, locale: str) -> str:
    """Write a notice as HTML."""
    notice = ApprovedNotice(
        locale=locale, source_locale="en", blocks=parse_blocks(text)
    )
    return str(notice_html(notice, notice.blocks))


def test_left_over() -> None:
    """
    What was left in English in an Arabic notice is marked as English, and runs from
    left to right; the rest is the notice's own.
    """
    assert (
        '<div lang="en" dir="ltr">\n<p>What is changing</p>\n<p>We keep them.</p>\n'
        "</div>\n<p>نحتفظ بها.</p>\n"
    ) == written("What is changing\n\nWe keep them.\n\nنحتفظ بها.\n", "ar")


def test_own() -> None:
    """
    A notice in its own language is only what it says.
    """
    assert "<p>We keep them.</p>\n" == written("We keep them.\n", "es")
