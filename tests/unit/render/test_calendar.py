from __future__ import annotations

import datetime as dt
from dataclasses import replace

import pytest

from duenotice.render.calendar import calendar_bytes
from duenotice.render.environment import Templates
from duenotice.render.feed_views import CalendarEventView
from duenotice.render.feed_views import CalendarView

EVENT = CalendarEventView(
    uid="2026-03-01.website@example.org",
    title="Passengers’ data",
    label="2026-03-01",
    kind="announced",
    summary="We keep photos; longer.",
    summary_lang="en",
    day=dt.date(2026, 4, 3),
    is_cancelled=False,
    is_tentative=False,
    sequence=0,
    created_at="20260301T080000Z",
    changed_at="20260302T080000Z",
    url="https://example.org/website/changes/2026-03-01/",
)


def written(event: CalendarEventView, title: str = "Passengers’ data") -> bytes:
    """Write a calendar of one day."""
    view = CalendarView(lang="en", title=title, source="", events=(event,))
    return calendar_bytes(view, Templates())


def unfolded(data: bytes) -> list[str]:
    """Give the lines as whoever reads a calendar puts them together."""
    return data.decode().replace("\r\n ", "").split("\r\n")


class TestCalendar:
    def test_whole(self) -> None:
        """
        A calendar names itself, and each day with its dates and its state.
        """
        assert [
            "BEGIN:VCALENDAR",
            "VERSION:2.0",
            "PRODID:-//duenotice//changes//EN",
            "NAME:Passengers’ data: changes",
            "X-WR-CALNAME:Passengers’ data: changes",
            "REFRESH-INTERVAL;VALUE=DURATION:PT12H",
            "BEGIN:VEVENT",
            "UID:2026-03-01.website@example.org",
            "DTSTAMP:20260302T080000Z",
            "CREATED:20260301T080000Z",
            "LAST-MODIFIED:20260302T080000Z",
            "SEQUENCE:0",
            "DTSTART;VALUE=DATE:20260403",
            "STATUS:CONFIRMED",
            "TRANSP:TRANSPARENT",
            "SUMMARY;LANGUAGE=en:Passengers’ data: a change takes effect",
            "DESCRIPTION;LANGUAGE=en:We keep photos\\; longer.",
            "URL:https://example.org/website/changes/2026-03-01/",
            "END:VEVENT",
            "END:VCALENDAR",
            "",
        ] == unfolded(written(EVENT))

    @pytest.mark.parametrize(
        "words",
        ["word " * 40, "é" * 200, "隱私聲明" * 40, "👪" * 60, "x" * 75],
        ids=["words", "accents", "chinese", "pictures", "one-word"],
    )
    def test_folded(self, words: str) -> None:
        """
        No line is longer than 75 bytes, and none is broken within a letter.
        """
        data = written(replace(EVENT, summary=words))

        assert all(len(line) <= 75 for line in data.split(b"\r\n"))
        assert f"DESCRIPTION;LANGUAGE=en:{words}" in unfolded(data)

    @pytest.mark.parametrize(
        ("words", "expected"),
        [
            ("a\nEND:VCALENDAR", "a\\nEND:VCALENDAR"),
            ("a\r\nX-EVIL:1", "a \\nX-EVIL:1"),
            ("back\\slash, and; more", "back\\\\slash\\, and\\; more"),
            ("a\x07b", "a b"),
        ],
    )
    def test_escaped(self, words: str, expected: str) -> None:
        """
        No text can become a line of its own.
        """
        lines = unfolded(written(replace(EVENT, summary=words)))

        assert f"DESCRIPTION;LANGUAGE=en:{expected}" in lines

    @pytest.mark.parametrize(
        ("event", "expected"),
        [
            (replace(EVENT, is_cancelled=True), "STATUS:CANCELLED"),
            (replace(EVENT, is_tentative=True), "STATUS:TENTATIVE"),
        ],
    )
    def test_state(self, event: CalendarEventView, expected: str) -> None:
        """
        A calendar shows whether a day still counts.
        """
        assert expected in unfolded(written(event))

    @pytest.mark.parametrize(
        ("kind", "expected"),
        [
            ("correction", "Passengers’ data: a correction takes effect"),
            ("", "Passengers’ data: version 2026-03-01 takes effect"),
        ],
    )
    def test_kinds(self, kind: str, expected: str) -> None:
        """
        A correction is called one, and of what nobody assessed the version is named.
        """
        lines = unfolded(written(replace(EVENT, kind=kind, summary="", url="")))

        assert f"SUMMARY;LANGUAGE=en:{expected}" in lines
        assert not any(line.startswith(("DESCRIPTION", "URL")) for line in lines)

    def test_name_with_signs(self) -> None:
        """
        A title with signs of HTML, or of assignment, stays as it is.
        """
        assert "NAME:<Data> = A & B: changes" in unfolded(
            written(EVENT, title="<Data> = A & B")
        )
