"""The short forms of a message, which lead to the page of its notice for the rest."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.mailing.edition import AppForm
from duenotice.mailing.editions.edition_text import EditionText
from duenotice.mailing.editions.segments import Encoding
from duenotice.mailing.editions.sms import laid_segments
from duenotice.mailing.editions.sms_text import sms_text
from duenotice.render.said import said

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.render.environment import Templates
    from duenotice.render.messages.laid import Laid
    from duenotice.render.messages.message_view import MessageView

_SEGMENTS = {Encoding.GSM: 2, Encoding.UCS2: 3}
"""For which a text message names its topics. In UCS-2, a link takes most of two."""

_MOST_OF_A_PUSH = 240
"""Characters of what an app shows: more is cut off by telephones."""


def sms_form(templates: Templates, page: MessageView) -> Laid:
    """Lay out a text message: in two segments with all topics that find room there.

    Where not even one does, and letters are dear, it takes a third one. Before the last
    topic goes, the words before the link do.
    """
    counts = range(len(page.topics), 0, -1)
    full = [_about(page, count) for count in counts]
    brief = [replace(one, earlier=()) for one in full] if page.earlier else []
    bare = [replace(one, earlier=(), is_link_bare=True) for one in full]
    none = _about(page, 0)
    for pages in ((*full, *brief), bare, (none,)):
        found = _first_fitting(templates, pages)
        if found is not None:
            return found
    return _laid_sms(templates, replace(none, earlier=()))


def _about(page: MessageView, count: int) -> MessageView:
    """Name so many topics."""
    return replace(
        page, topics=page.topics[:count], are_topics_cut=count < len(page.topics)
    )


def _first_fitting(templates: Templates, pages: Iterable[MessageView]) -> Laid | None:
    """Lay out the first page that takes few segments; nothing if each takes more."""
    tried = [_laid_sms(templates, one) for one in pages]
    takes = [laid_segments(one) for one in tried]
    for most in sorted(_SEGMENTS.values()):
        for one, segments in zip(tried, takes, strict=True):
            if segments.count <= min(most, _SEGMENTS[segments.encoding]):
                return one
    return None


def _laid_sms(templates: Templates, page: MessageView) -> Laid:
    return EditionText(templates, page).laid("messages/sms.txt", sms_text)


def app_form(templates: Templates, page: MessageView) -> AppForm:
    """Lay out a message of an app; what is too long is cut, but for its ending."""
    words = said(templates, "messages/app.txt", page, page.lang)
    ending = words.get("ending", "")
    body = shortened(words["body"], _MOST_OF_A_PUSH - len(ending) - 1)
    return AppForm(
        title=words["title"],
        body=f"{body} {ending}".strip(),
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
