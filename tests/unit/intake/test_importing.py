from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.diagnostics import Severity
from duenotice.intake.decoding import SourceTooLargeError
from duenotice.intake.imported import ImportWishes
from duenotice.intake.importing import import_statement
from duenotice.intake.words import WordDifference
from duenotice.intake.words import compare_words
from duenotice.intake.words import split_words

if TYPE_CHECKING:
    from pathlib import Path

    from duenotice.intake.imported import Import

TEXT = """\
Reader privacy notice

About this notice

This notice is about the website of Fernhill Trust, Inc. (“Fernhill”, “we”). The website
is called the "Site" here. Sections 1 through 2 say what we note. We give it a version
number made of the year, month and day.

1. Loans

We note:

  • which books you borrow
  • when they are due

2. Visits

The Site counts visits, as the “Contacts” section says.
We post a notice on the Site before a change takes effect.

Contacts

Call 555 010 9999, or write to privacy@fernhill.example or to:

Fernhill Trust
12 Elm Street
Upton, OR 97000

Last revised: May 2020
Version 1.8
"""


def imported(text: str = TEXT, name: str = "notice.txt", **wishes: str) -> Import:
    """
    What comes of importing a text.
    """
    return import_statement(
        text.encode(),
        ImportWishes(statement_id="readers", name=name, **wishes),  # type: ignore[arg-type]
    )


def messages(done: Import) -> list[str]:
    """
    What an import was unsure of.
    """
    return [one.message for one in done.remarks]


def test_writes_the_settings() -> None:
    """
    Title, controller, contacts, order and numbering stand in statement.yaml.
    """
    assert """\
# What this file may hold: duenotice schema statement
title:
  en: Reader privacy notice
controller:
  name: Fernhill Trust, Inc.
  aliases:
    - Fernhill
contacts:
  email: privacy@fernhill.example
  telephone: 555 010 9999
  address:
    - Fernhill Trust
    - 12 Elm Street
    - Upton, OR 97000
time_zone: UTC
source_locale: en
locales: [en]
# The order of the sections. Those under `numbered` get numbers.
sections:
  - this-notice
  - numbered:
      - loans
      - visits
  - contacts
page_size: letter
""" == imported().files["statements/readers/statement.yaml"]


@pytest.mark.parametrize(
    ("section_id", "expected"),
    [
        (
            "this-notice",
            (
                "---\ntitle: About this notice\n---\n"
                "This notice is about the website of Fernhill Trust, Inc. (“Fernhill”, "
                "“we”). The website is called the "
                '"Site" here. Sections [#](#loans) through [#](#visits) say what we '
                "note. We give it a version number made of the year, month and day.\n"
            ),
        ),
        (
            "loans",
            (
                "---\ntitle: Loans\n---\nWe note:\n\n"
                "- which books you borrow\n- when they are due\n"
            ),
        ),
        (
            "visits",
            (
                "---\ntitle: Visits\n---\nThe Site counts visits, as the [](#contacts) "
                "section says. We post a notice on the Site before a change takes "
                "effect.\n"
            ),
        ),
        (
            "contacts",
            (
                "---\ntitle: Contacts\n---\nCall 555 010 9999, or write to "
                "<privacy@fernhill.example> or to:\n\n"
                "Fernhill Trust\\\n12 Elm Street\\\nUpton, OR 97000\n"
            ),
        ),
    ],
)
def test_writes_a_file_for_each_section(section_id: str, expected: str) -> None:
    """
    A section's file has its title without the number, and its text.
    """
    assert expected == imported().files[f"statements/readers/en/{section_id}.md"]


def test_the_draft_passes_all_checks() -> None:
    """
    What is written of a sound text can be released as it is.
    """
    assert () == imported().diagnostics


def test_counts_the_words() -> None:
    """
    The report says how many words there were, and where each of them went.
    """
    words = imported().words

    assert (len(split_words(TEXT)), 10, 0, WordDifference()) == (
        words.source,
        words.taken,
        words.added,
        words.difference,
    )
    assert words.source == words.written + words.taken


def test_says_what_it_was_unsure_of() -> None:
    """
    What the source doesn't say, and where it contradicts itself, is pointed out.
    """
    assert [
        "no time zone is known; the statement's days begin in UTC",
        (
            "the text promises a version number of year, month and day "
            '("We give it a version number made of the year, month and day."), and yet '
            'it prints "May 2020", "1.8" (lines 29 and 30)'
        ),
    ] == messages(imported())


def test_what_is_given_is_not_looked_for() -> None:
    """
    Controller, time zone, title and language can be said on the command line.
    """
    draft = imported(
        "## Logs\n\nThe data.\n\n## Visits\n\nMore.",
        controller="Own",
        time_zone="Europe/Madrid",
        title="Our title",
        locale="es",
    ).draft

    assert ("Own", "Europe/Madrid", "Our title", "es") == (
        draft.controller.name,
        draft.time_zone,
        draft.title,
        draft.locale,
    )


def test_a_controller_that_is_not_named_stops_a_release() -> None:
    """
    A name that is missing would be published for ever: a check insists on it.
    """
    done = imported("We keep logs.")

    assert "the text doesn't say plainly who the controller is" in messages(done)
    assert ["placeholder"] == [
        one.code for one in done.diagnostics if one.severity is Severity.ERROR
    ]


def test_a_controller_that_was_guessed_is_pointed_out() -> None:
    """
    A name that the text only uses may not be the controller's.
    """
    assert 'the controller was taken to be "Fernhill Library"' in messages(
        imported("Fernhill Library keeps logs.")
    )


def test_terms_that_are_not_defined_are_listed() -> None:
    """
    A word that is written like a term, and has no definition, is listed as one.
    """
    done = imported("Fernhill Library keeps the Account. Close the Account. The end.")

    assert ("Account",) == done.draft.terms
    assert (
        '"Account" is written like a term and defined nowhere; statement.yaml has the '
        'list under "terms"'
    ) in messages(done)
    assert (
        "terms:\n  en:\n    - Account\n"
        in done.files["statements/readers/statement.yaml"]
    )


def test_another_language_is_noticed() -> None:
    """
    A Spanish text that doesn't say so is not taken for English in silence.
    """
    text = "La ley dice que los datos de una persona son para su uso. " * 6

    assert 'the text was taken to be in "en", but reads like "es"' in messages(
        imported(text)
    )


def test_links_within_a_page_lead_to_sections() -> None:
    """
    Where a page linked to its own headings, the statement links to its sections.
    """
    done = imported(
        "<h1>Privacy</h1><h2>Logs</h2><p>See <a href='#c'>there</a>.</p>"
        "<h2 id=c>Cookies</h2><p>None.</p>",
        "a.html",
    )

    assert "[there](#cookies)" in done.files["statements/readers/en/logs.md"]


def test_a_file_that_no_section_may_have_is_refused() -> None:
    """
    A text that is too large for one section has to be cut first.
    """
    with pytest.raises(SourceTooLargeError) as caught:
        imported("word " * 250_000)

    assert (
        '"notice.txt, as statements/readers/en/privacy-statement.md" has more than '
        "1,000,000 bytes: that is too large"
    ) == str(caught.value)


def test_values_that_mean_something_in_yaml_stay_words() -> None:
    """
    Titles such as "null" or "a: b" come back as they were.
    """
    done = imported("# null\n\n## yes: no\n\nLogs.\n\n## '#x\n\nMore.", "a.md")

    assert (["null", "yes: no", "'#x"], WordDifference()) == (
        [done.draft.title, *(one.title for one in done.draft.sections)],
        done.words.difference,
    )


class TestSeed:
    """The statement that this program was made for."""

    @pytest.fixture
    def done(self, seed: Path) -> Import:
        """
        The statement, imported.
        """
        return import_statement(
            seed.read_bytes(), ImportWishes(statement_id="website", name=seed.name)
        )

    def test_has_its_sections(self, done: Import) -> None:
        """
        Twenty numbered sections stand between seven before and one after them.
        """
        numbers = [one.number for one in done.draft.sections]

        assert [*[None] * 7, *range(1, 21), None] == numbers

    def test_loses_no_word(self, done: Import, seed: Path) -> None:
        """
        Every word stands in the sections, in order, or in the account.
        """
        assert WordDifference() == done.words.difference
        assert len(split_words(seed.read_text("utf-8"))) == done.words.source

    def test_accounts_for_its_version_lines(self, done: Import) -> None:
        """
        The lines that tell its version are taken out, and its promise is noticed.
        """
        assert ["Last revised: October 2021", "Version 1.8"] == [
            one.words for one in done.printed
        ]
        assert 'prints "October 2021", "1.8" (lines 214 and 216)' in messages(done)[-1]

    def test_knows_the_controller(self, done: Import) -> None:
        """
        The controller's short names are those that the text gives it.
        """
        controller = done.draft.controller

        assert ("Inc.", 2) == (controller.name.split()[-1], len(controller.aliases))

    def test_keeps_the_lines_of_the_address(self, done: Import) -> None:
        """
        The postal address has three lines, in the text and among the contacts.
        """
        text = done.files["statements/website/en/questions-complaints-contacts.md"]

        assert (2, 3) == (text.count("\\\n"), len(done.draft.contacts.address))

    def test_leads_from_its_mentions_to_sections(self, done: Import) -> None:
        """
        "Sections 1 through 20" and three mentions of the last section are references.
        """
        assert 4 == len(done.references)

    def test_passes_all_checks(self, done: Import) -> None:
        """
        The draft can be released as it is.
        """
        assert () == done.diagnostics

    def test_compares_the_same_from_any_side(self, done: Import, seed: Path) -> None:
        """
        The words that the source has more are those that were taken out.
        """
        text = "\n".join(
            content for path, content in done.files.items() if path.endswith(".md")
        )

        assert {"•", "Version"} <= set(
            compare_words(
                split_words(seed.read_text("utf-8")), split_words(text)
            ).missing
        )
