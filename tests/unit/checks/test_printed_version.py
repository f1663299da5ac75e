from __future__ import annotations

import pytest

from checked import codes
from checked import found_by
from checked import make_checked
from checked import make_in
from duenotice.checks.printed_version import check_printed_version
from duenotice.checks.printed_version import printed_versions
from duenotice.checks.printed_version import version_promise

HINT = "  hint: Delete it: it would be wrong after the next release."
PROMISE = "The version number is the year, month and day of the last revision."


def test_message() -> None:
    """
    A line that the program prints itself is a warning.
    """
    subject = make_checked({"contacts": "Write to us.\n\nLast revised: 4 May 2026"})

    assert (
        'en/contacts.md:6: warning version-printed: "Last revised: 4 May 2026" is '
        "typed by hand, but the program prints the version and its dates\n" + HINT
    ) == found_by(check_printed_version, subject)


@pytest.mark.parametrize(
    "line",
    [
        "Last updated May 4, 2026",
        "**Last updated:** May 2026",
        "Effective date: 2026-05-04",
        "Effective as of May 4th, 2026.",
        "This privacy statement was last updated on May 4, 2026",
        "Date of last revision: 5/4/26",
        "Version 1.8",
        "Version: 2026-05-04",
        "version number 3",
        "Version 3.2.0 of the app's notice",
    ],
)
def test_lines(line: str) -> None:
    """
    Lines that tell a version, a revision or an effective date are found.
    """
    subject = make_checked({"contacts": f"{line}\nText."})

    assert ["version-printed"] == codes(check_printed_version, subject)


@pytest.mark.parametrize(
    "line",
    [
        "Última actualización: 4 de mayo de 2026",
        "Fecha de entrada en vigor: 4 de mayo de 2026",
        "Actualizada el 4 de mayo de 2026",
        "Versión 1.8",
        "Este aviso se modificó por última vez el 4 de mayo de 2026 y se aplica aquí.",
    ],
)
def test_spanish(line: str) -> None:
    """
    So are those in Spanish.
    """
    subject = make_in("es", {"contacts": line})

    assert ["version-printed"] == codes(check_printed_version, subject)


@pytest.mark.parametrize(
    "line",
    [
        "We updated our lists in 2026 and may do so again.",
        "The law has been effective since 2018 in all states of the union.",
        "Version control keeps what we wrote.",
        "We respond within 30 days.",
        "You agreed to the version of 2019 when you signed.",
    ],
)
def test_no_versions(line: str) -> None:
    """
    A sentence about something else may hold the same words.
    """
    subject = make_checked({"contacts": line})

    assert [] == codes(check_printed_version, subject)


def test_sentence() -> None:
    """
    The day of the last revision is found inside a sentence.
    """
    subject = make_checked(
        {"contacts": "You read a notice that was last revised\non May 4, 2026, here."}
    )

    assert (
        'en/contacts.md:4: warning version-printed: "was last revised on May 4, 2026" '
        "is typed by hand, but the program prints the version and its dates\n" + HINT
    ) == found_by(check_printed_version, subject)


class TestPromise:
    """A text that promises what its version number is made of."""

    @pytest.mark.parametrize("line", ["Version 1.8", "Last revised: October 2021"])
    def test_broken(self, line: str) -> None:
        """
        A printed version that isn't a whole date breaks the promise.
        """
        subject = make_checked({"changes": PROMISE, "contacts": line})

        assert (
            f'en/contacts.md:4: warning version-printed: "{line}" is no date of year, '
            "month and day, which the text promises: "
            f'"{PROMISE[:-1]}."\n{HINT}'
        ) == found_by(check_printed_version, subject)

    @pytest.mark.parametrize(
        "line", ["Version 2026-05-04", "Version 2026-05-04.2", "Effective: May 2026"]
    )
    def test_kept(self, line: str) -> None:
        """
        A whole date keeps it, and an effective date was not promised.
        """
        subject = make_checked({"changes": PROMISE, "contacts": line})

        assert (
            f'en/contacts.md:4: warning version-printed: "{line}" is typed by hand, '
            f"but the program prints the version and its dates\n{HINT}"
        ) == found_by(check_printed_version, subject)

    def test_found(self) -> None:
        """
        The promise is the one sentence that makes it.
        """
        text = f"We may change this. {PROMISE} Read it again."

        assert PROMISE == version_promise(text)

    def test_spanish(self) -> None:
        """
        It is found in Spanish.
        """
        text = "El número de versión lleva el año, el mes y el día de la revisión."

        assert text == version_promise(text)

    def test_none(self) -> None:
        """
        A text that promises nothing of the kind gives nothing.
        """
        assert "" == version_promise("We keep data for a year, a month and a day.")


def test_printed_versions() -> None:
    """
    Each printed version is found once, with its place and its value alone.
    """
    text = "Version 1.8\nLast revised: October 2021"

    assert [(0, "1.8"), (12, "October 2021")] == [
        (one.start, one.value) for one in printed_versions(text)
    ]
