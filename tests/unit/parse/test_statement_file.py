from __future__ import annotations

import pytest

from builders import STATEMENT_YAML
from duenotice.model.statement import Contacts
from duenotice.model.statement import Controller
from duenotice.model.statement import Group
from duenotice.model.statement import NoticePolicy
from duenotice.model.statement import Statement
from duenotice.parse.statement_file import parse_statement
from duenotice.parse.statement_file import splice_published_text

WHOLE = """\
title:
  en: Privacy statement
  es: Declaración de privacidad
audience: {en: Readers}
controller:
  name: Fernhill Library
  aliases: [Fernhill]
contacts:
  email: privacy@fernhill.example
  telephone: "+1 555 0100"
  address: [1 Fern Road, Fernhill]
  web: https://fernhill.example
time_zone: America/Los_Angeles
source_locale: en
locales: [es, en, es]
prevailing_locale: es
sections:
  - introduction
  - aims
  - numbered: [lending, retention]
  - numbered:
      - events
  - contacts
terms:
  en: [Personal Data]
page_size: letter
profiles: [ftc]
notice:
  lead_days: 45
  merge_slack_days: 2
  channels: [site, email]
reading_level: 9
"""


def parse(text: str) -> Statement:
    """The statement of a text without faults."""
    file, found = parse_statement("website", text.encode(), "statement.yaml")
    assert () == found
    assert file is not None
    assert text == file.text
    return file.statement


def faults(text: str) -> list[str]:
    """What is said about a text that gives no statement."""
    file, found = parse_statement("website", text.encode(), "statement.yaml")
    assert file is None
    return [str(one) for one in found]


class TestParseStatement:
    def test_whole(self) -> None:
        """
        Every key of the file has its place in the statement.
        """
        expected = Statement(
            id="website",
            title={"en": "Privacy statement", "es": "Declaración de privacidad"},
            audience={"en": "Readers"},
            controller=Controller(name="Fernhill Library", aliases=("Fernhill",)),
            contacts=Contacts(
                email="privacy@fernhill.example",
                telephone="+1 555 0100",
                address=("1 Fern Road", "Fernhill"),
                web="https://fernhill.example",
            ),
            time_zone="America/Los_Angeles",
            source_locale="en",
            locales=("en", "es"),
            prevailing_locale="es",
            groups=(
                Group(section_ids=("introduction", "aims")),
                Group(section_ids=("lending", "retention"), numbered=True),
                Group(section_ids=("events",), numbered=True),
                Group(section_ids=("contacts",)),
            ),
            terms={"en": ("Personal Data",)},
            page_size="letter",
            profiles=("ftc",),
            notice=NoticePolicy(
                lead_days=45, merge_slack_days=2, channels=("site", "email")
            ),
            reading_level=9,
        )

        assert expected == parse(WHOLE)

    def test_least(self) -> None:
        """
        What is left out has a usual value: one locale, which prevails, on A4.
        """
        statement = parse(
            "title: {en: Privacy}\ncontroller: {name: Fernhill}\ntime_zone: UTC\n"
            "source_locale: en\nsections: [introduction]\n"
        )

        assert ("en",) == statement.locales
        assert "en" == statement.prevailing_locale
        assert "a4" == statement.page_size
        assert NoticePolicy() == statement.notice
        assert (Group(section_ids=("introduction",)),) == statement.groups

    def test_texts_that_look_typed(self) -> None:
        """
        A title of digits, a date or a yes is the text that was written.
        """
        text = WHOLE.replace("Privacy statement", "1.10").replace(
            "Declaración de privacidad", "2026-11-24"
        )

        assert {"en": "1.10", "es": "2026-11-24"} == parse(text).title

    def test_empty(self) -> None:
        """
        An empty file is one fault, not one for each key.
        """
        (found,) = faults("")

        assert found.startswith(
            "statement.yaml:1: error yaml-broken: statement.yaml can't be read as "
            "YAML: it is empty\n"
        )

    def test_repeated_section(self) -> None:
        """
        A section that is listed twice is a fault at its second place.
        """
        expected = (
            'statement.yaml:22: error section-repeated: the section "lending" stands '
            'twice in "sections"\n'
            "  hint: A section has one place. Delete one of the two entries."
        )

        assert [expected] == faults(WHOLE.replace("- events", "- lending"))

    def test_missing_title(self) -> None:
        """
        A statement without a title in its source locale is at fault.
        """
        expected = (
            'statement.yaml:1: error title-missing: "title" has no text for the source '
            'locale "en"\n'
            '  hint: Add "en: …" under "title".'
        )

        assert [expected] == faults(WHOLE.replace("en: Privacy", "fr: Privacy"))

    def test_prevailing_locale(self) -> None:
        """
        Only a locale that the statement has can prevail.
        """
        expected = (
            'statement.yaml:16: error locale-unknown: "prevailing_locale" is "fr", '
            'which is not among "locales"\n'
            "  hint: Name one of: en, es."
        )

        assert [expected] == faults(
            WHOLE.replace("prevailing_locale: es", "prevailing_locale: fr")
        )

    @pytest.mark.parametrize(
        ("before", "after", "line", "message"),
        [
            pytest.param(
                "America/Los_Angeles",
                "Pacific",
                13,
                '"Pacific" is not the name of a time zone such as '
                '"America/Los_Angeles" (key "time_zone")',
                id="time zone",
            ),
            pytest.param(
                "lead_days: 45",
                "lead_days: soon",
                29,
                '"soon" is not a whole number from 0 to 730 (key "notice.lead_days")',
                id="days",
            ),
            pytest.param(
                "- aims",
                "- Our Aims",
                19,
                '"Our Aims" is not an id (lower-case letters, digits and hyphens) '
                '(key "sections")',
                id="id",
            ),
            pytest.param(
                "channels: [site, email]",
                "channels: [pigeon]",
                31,
                '"pigeon" is not one of "site", "banner", "email", "letter", "sms", '
                '"app" (key "notice.channels")',
                id="channel",
            ),
        ],
    )
    def test_invalid(self, before: str, after: str, line: int, message: str) -> None:
        """
        A value that is none of its kind is a fault in its line.
        """
        (found,) = faults(WHOLE.replace(before, after))

        assert found.splitlines()[0] == (
            f"statement.yaml:{line}: error value-invalid: {message}"
        )

    def test_windows(self) -> None:
        """
        Line endings of another system are read, with a warning.
        """
        data = STATEMENT_YAML.replace("\n", "\r\n").encode()
        file, found = parse_statement("website", data, "statement.yaml")

        assert file is not None
        assert STATEMENT_YAML == file.text
        assert ["line-endings"] == [one.code for one in found]


class TestSplicePublishedText:
    def test_text_and_policy(self) -> None:
        """
        What people read comes from the version; policy and comments stay the draft's.
        """
        draft = (
            "# The draft\n"
            "title: {en: New}\n"
            "# Longer next year\n"
            "notice: {lead_days: 60}\n"
            "terms: {en: [Site]}\n"
            "sections:\n  - a\n  - b\n"
        )
        version = "title:\n  en: Old\nsections: [a]\naudience: {en: x}\n"
        expected = (
            "title:\n  en: Old\n"
            "# Longer next year\n"
            "notice: {lead_days: 60}\n"
            "sections: [a]\n"
            "audience: {en: x}\n"
        )

        assert expected == splice_published_text(draft, version)

    def test_own_version(self) -> None:
        """
        A version's own text in its place changes nothing.
        """
        assert WHOLE == splice_published_text(WHOLE, WHOLE)

    def test_last_line(self) -> None:
        """
        A last line without its end doesn't run into what is added.
        """
        assert "notice: {lead_days: 60}\ntitle: {en: Old}\n" == splice_published_text(
            "notice: {lead_days: 60}", "title: {en: Old}"
        )
