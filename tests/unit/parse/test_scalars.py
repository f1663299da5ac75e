from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING
from typing import Any

import pytest

from duenotice.model.label import VersionLabel
from duenotice.parse import scalars
from duenotice.parse.report import InvalidValueError
from duenotice.parse.report import Report
from duenotice.parse.yaml_tree import Scalar
from duenotice.parse.yaml_tree import Sequence

if TYPE_CHECKING:
    from duenotice.parse.schema import Kind
    from duenotice.parse.yaml_tree import Node

LIST = Sequence((), 3)


def read(kind: Kind, node: Node) -> Any:  # noqa: ANN401
    """The value of a node of some kind."""
    return kind.read(node, "key", Report("a.yaml"))


def refusal(kind: Kind, node: Node) -> str:
    """The message about a node that is not of some kind."""
    report = Report("a.yaml")
    with pytest.raises(InvalidValueError):
        kind.read(node, "key", report)
    (diagnostic,) = report.diagnostics
    assert diagnostic.code == "value-invalid"
    assert diagnostic.line == node.line
    return diagnostic.message


def valid(kind: Kind, *texts: str | None) -> list[object]:
    """The values of several texts."""
    return [read(kind, Scalar(text, 1)) for text in texts]


class TestText:
    @pytest.mark.parametrize("text", ["a", " a ", "2026-11-24", "a\nb"])
    def test_any_words(self, text: str) -> None:
        """
        Any words are a text, and stay as they are written.
        """
        assert [text] == valid(scalars.text(), text)

    @pytest.mark.parametrize(
        ("node", "expected"),
        [
            pytest.param(Scalar(None, 3), 'this is not text (key "key")', id="null"),
            pytest.param(Scalar("  ", 3), '"  " is not text (key "key")', id="blank"),
            pytest.param(LIST, 'this is not text (key "key")', id="list"),
        ],
    )
    def test_no_words(self, node: Node, expected: str) -> None:
        """
        Without words there is no text.
        """
        assert expected == refusal(scalars.text(), node)

    def test_nullable(self) -> None:
        """
        Where nothing may stand, null is nothing.
        """
        assert [None, "a"] == valid(scalars.nullable_text(), None, "a")


class TestForms:
    def test_identifiers(self) -> None:
        """
        An id is lower-case words of letters and digits, joined by hyphens.
        """
        assert ["web-logs", "a", "2fa"] == valid(
            scalars.identifier(), "web-logs", "a", "2fa"
        )

    @pytest.mark.parametrize(
        "text",
        [
            "Web",
            "web_logs",
            "web--logs",
            "-a",
            "a-",
            "a b",
            "café",
            "\u0430",
            "../a",
            "a\n",
        ],
    )
    def test_no_identifiers(self, text: str) -> None:
        """
        Nothing that a file name or an address would need care with is an id.
        """
        wanted = "an id (lower-case letters, digits and hyphens)"

        assert f'"{text}" is not {wanted} (key "key")' == refusal(
            scalars.identifier(), Scalar(text, 3)
        )

    def test_locales(self) -> None:
        """
        A locale is a language, perhaps with a script and a region.
        """
        names = ["en", "yue", "zh-Hant", "es-US", "zh-Hans-CN", "es-419"]

        assert names == valid(scalars.locale(), *names)

    @pytest.mark.parametrize(
        "text", ["EN", "english", "en_US", "en-us", "..", "versions"]
    )
    def test_no_locales(self, text: str) -> None:
        """
        A locale is written in one way only.
        """
        assert f'"{text}" is not a locale such as "en" or "zh-Hant" (key "key")' == (
            refusal(scalars.locale(), Scalar(text, 3))
        )

    @pytest.mark.parametrize(
        "text", ["a" * 64, f"sha256:{'a' * 63}", f"sha256:{'A' * 64}", "sha1:00"]
    )
    def test_no_hashes(self, text: str) -> None:
        """
        A hash says its kind and has 64 lower-case digits.
        """
        expected = f'"{text}" is not "sha256:" and 64 hexadecimal digits (key "key")'

        assert expected == refusal(scalars.content_hash(), Scalar(text, 3))

    def test_no_hash_at_all(self) -> None:
        """
        The first version follows from no other: its hash of the one before is null.
        """
        sound = f"sha256:{'0' * 64}"

        assert [None, sound] == valid(scalars.nullable_hash(), None, sound)


class TestDays:
    def test_day(self) -> None:
        """
        A day is year, month and day.
        """
        assert [date(2026, 11, 24)] == valid(scalars.day(), "2026-11-24")

    @pytest.mark.parametrize(
        "text",
        [
            "20261124",
            "2026-W48-2",
            "2026-02-30",
            "24.11.2026",
            "2026-1-2",
            "٢٠٢٦-11-24",
        ],
    )
    def test_other_forms(self, text: str) -> None:
        """
        No other form of a date, and no date that isn't there, is a day.
        """
        expected = f'"{text}" is not a date in the form 2026-11-24 (key "key")'

        assert expected == refusal(scalars.day(), Scalar(text, 3))
        assert not scalars.is_day(text)

    def test_label(self) -> None:
        """
        A label is a day, perhaps with the place among that day's versions.
        """
        first = VersionLabel(date(2026, 11, 24))
        second = VersionLabel(date(2026, 11, 24), 2)

        assert [first, second] == valid(scalars.label(), "2026-11-24", "2026-11-24.2")

    def test_no_label(self) -> None:
        """
        What is no date is no label, and the message shows both forms.
        """
        assert (
            '"soon" is not a version label in the form 2026-11-24 or 2026-11-24.2 '
            '(key "key")'
        ) == refusal(scalars.label(), Scalar("soon", 3))

    def test_nullable_label(self) -> None:
        """
        The first version supersedes none.
        """
        assert [None] == valid(scalars.label(nullable=True), None)


class TestTimeZones:
    @pytest.mark.parametrize("name", ["UTC", "America/Los_Angeles", "Asia/Kathmandu"])
    def test_known(self, name: str) -> None:
        """
        A time zone goes by its name in the IANA data.
        """
        assert [name] == valid(scalars.time_zone(), name)

    @pytest.mark.parametrize(
        "name",
        [
            "PST8",
            "America",
            "../../etc/passwd",
            "/etc/localtime",
            "UTC+1",
            "localtime",
            "posixrules",
            "tzdata.zi",
        ],
    )
    def test_unknown(self, name: str) -> None:
        """
        A name that isn't there, a folder, a path or a machine's own is no time zone.
        """
        wanted = 'the name of a time zone such as "America/Los_Angeles"'

        assert f'"{name}" is not {wanted} (key "key")' == refusal(
            scalars.time_zone(), Scalar(name, 3)
        )


class TestNumbersAndChoices:
    def test_numbers(self) -> None:
        """
        A whole number lies between its bounds, which belong to it.
        """
        assert [0, 7, 30] == valid(scalars.whole_number(0, 30), "0", "7", "30")

    @pytest.mark.parametrize("text", ["-1", "31", "1.5", "ten", "1_0", "9" * 60, "٣"])
    def test_no_numbers(self, text: str) -> None:
        """
        Anything else is refused, however long it is.
        """
        assert f'"{text}" is not a whole number from 0 to 30 (key "key")' == refusal(
            scalars.whole_number(0, 30), Scalar(text, 3)
        )

    def test_choice(self) -> None:
        """
        A choice is one of the words, letter by letter.
        """
        kind = scalars.choice("a4", "letter")

        assert ["letter"] == valid(kind, "letter")
        assert '"A4" is not one of "a4", "letter" (key "key")' == refusal(
            kind, Scalar("A4", 3)
        )
