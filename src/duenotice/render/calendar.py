"""A calendar as RFC 5545 has it: lines of at most 75 bytes, and every text escaped."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.render.said import said

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from duenotice.render.environment import Templates
    from duenotice.render.feed_views import CalendarEventView
    from duenotice.render.feed_views import CalendarView

_WORDS = "site/calendar.txt"
_LONGEST = 75
_SPECIAL = re.compile(r"[\\;,]")
_CONTROL = re.compile(r"[\x00-\x09\x0b-\x1f\x7f]+")


def calendar_bytes(view: CalendarView, templates: Templates) -> bytes:
    """Write a calendar with the words of its locale."""
    lines = (_folded(line) for line in _lines(view, templates))
    return b"".join(lines)


def _lines(view: CalendarView, templates: Templates) -> Iterator[str]:
    yield "BEGIN:VCALENDAR"
    yield "VERSION:2.0"
    yield "PRODID:-//duenotice//changes//EN"
    name = said(templates, _WORDS, view, view.lang)["name"]
    yield f"NAME:{_text(name)}"
    yield f"X-WR-CALNAME:{_text(name)}"
    yield "REFRESH-INTERVAL;VALUE=DURATION:PT12H"
    if view.source:
        yield f"SOURCE;VALUE=URI:{view.source}"
    for event in view.events:
        words = said(templates, "site/calendar-event.txt", event, view.lang)
        yield from _event(event, words, view.lang)
    yield "END:VCALENDAR"


def _event(event: CalendarEventView, words: dict[str, str], lang: str) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_text(event.uid)}"
    yield f"DTSTAMP:{event.changed_at}"
    yield f"CREATED:{event.created_at}"
    yield f"LAST-MODIFIED:{event.changed_at}"
    yield f"SEQUENCE:{event.sequence}"
    yield f"DTSTART;VALUE=DATE:{_day(event.day)}"
    yield f"STATUS:{_status(event)}"
    yield "TRANSP:TRANSPARENT"
    yield f"SUMMARY;LANGUAGE={lang}:{_text(words['summary'])}"
    if event.summary:
        yield f"DESCRIPTION;LANGUAGE={event.summary_lang}:{_text(event.summary)}"
    if event.url:
        yield f"URL:{event.url}"
    yield "END:VEVENT"


def _status(event: CalendarEventView) -> str:
    if event.is_cancelled:
        return "CANCELLED"
    return "TENTATIVE" if event.is_tentative else "CONFIRMED"


def _day(day: date) -> str:
    return day.isoformat().replace("-", "")


def _text(text: str) -> str:
    r"""Escape a text.

    >>> print(_text("Loans; logs, and\n\\ more"))
    Loans\; logs\, and\n\\ more
    """
    escaped = _SPECIAL.sub(lambda found: f"\\{found[0]}", _CONTROL.sub(" ", text))
    return escaped.replace("\n", "\\n")


def _folded(line: str) -> bytes:
    """End a line; break it where it is too long, and never within a character."""
    parts: list[bytes] = []
    part = b""
    for character in line:
        encoded = character.encode()
        if len(part) + len(encoded) > _LONGEST:
            parts.append(part)
            part = b" "  # what goes on begins with a space, which counts
        part += encoded
    return b"\r\n".join([*parts, part, b""])
