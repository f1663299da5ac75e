from __future__ import annotations

from dataclasses import replace

import pytest

from duenotice.model.statement import Contacts
from duenotice.model.statement import Controller
from duenotice.model.statement import Group
from duenotice.model.statement import NoticePolicy
from duenotice.model.statement import PlacedSection
from duenotice.model.statement import Section
from duenotice.model.statement import Statement
from duenotice.model.statement import StatementText

STATEMENT = Statement(
    id="website",
    title={"en": "Privacy", "es": "Privacidad"},
    controller=Controller(name="Fernhill Library"),
    time_zone="UTC",
    source_locale="en",
    locales=("en", "es", "fr"),
    prevailing_locale="en",
    groups=(
        Group(section_ids=("a",)),
        Group(section_ids=("b", "c"), numbered=True),
        Group(section_ids=("d",)),
        Group(section_ids=("e",), numbered=True),
    ),
)


class TestStatement:
    def test_order(self) -> None:
        """
        Sections stand in the order of their groups.
        """
        assert ("a", "b", "c", "d", "e") == STATEMENT.section_ids

    def test_numbers(self) -> None:
        """
        Numbers are counted through all numbered groups.
        """
        assert {"b": 1, "c": 2, "e": 3} == STATEMENT.numbers()

    @pytest.mark.parametrize(
        "change",
        [
            {"title": {"en": "Privacy statement"}},
            {"audience": {"en": "Readers"}},
            {"controller": Controller(name="Fernhill Libraries")},
            {"controller": Controller(name="Fernhill Library", aliases=("F",))},
            {"contacts": Contacts(email="privacy@fernhill.example")},
            {"contacts": Contacts(address=("1 Fern Road",))},
            {"groups": STATEMENT.groups[1:]},
            {"groups": (replace(STATEMENT.groups[0], numbered=True),)},
            {"terms": {"en": ("Site",)}},
            {"source_locale": "es"},
            {"prevailing_locale": "es"},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_published_text(self, change: dict[str, object]) -> None:
        """
        What people read is part of the text: a change of it makes a version.
        """
        changed = replace(STATEMENT, **change)  # type: ignore[arg-type]

        assert STATEMENT.published_text() != changed.published_text()

    @pytest.mark.parametrize(
        "change",
        [
            {"time_zone": "Asia/Tokyo"},
            {"locales": ("en",)},
            {"page_size": "letter"},
            {"profiles": ("ftc",)},
            {"notice": NoticePolicy(lead_days=60)},
            {"reading_level": 8},
        ],
        ids=lambda change: next(iter(change)),
    )
    def test_policy(self, change: dict[str, object]) -> None:
        """
        Policy is no part of the text: a change of it makes no version.
        """
        changed = replace(STATEMENT, **change)  # type: ignore[arg-type]

        assert STATEMENT.published_text() == changed.published_text()


class TestStatementText:
    PLACED = PlacedSection(
        section=Section(id="b", title="Lending", blocks=()), number=1, locale="es"
    )

    @pytest.mark.parametrize(
        ("locale", "expected"),
        [("en", "Privacy"), ("es", "Privacidad"), ("fr", "Privacy")],
    )
    def test_title(self, locale: str, expected: str) -> None:
        """
        A locale without a title of its own has the source's.
        """
        text = StatementText(statement=STATEMENT, locale=locale, sections=())

        assert expected == text.title

    def test_find(self) -> None:
        """
        A section is found by its id.
        """
        text = StatementText(statement=STATEMENT, locale="es", sections=(self.PLACED,))

        assert self.PLACED is text.section("b")
        assert text.section("nowhere") is None

    @pytest.mark.parametrize(
        ("number", "expected"), [(1, "1. Lending"), (None, "Lending")]
    )
    def test_heading(self, number: int | None, expected: str) -> None:
        """
        A numbered section's heading begins with its number, as text.
        """
        assert expected == replace(self.PLACED, number=number).heading
