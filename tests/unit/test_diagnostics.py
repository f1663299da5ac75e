from __future__ import annotations

from dataclasses import replace

import pytest

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.diagnostics import has_errors
from duenotice.diagnostics import sort_diagnostics
from duenotice.diagnostics import visible

FAULT = Diagnostic(
    code="not-utf8",
    severity=Severity.ERROR,
    message="byte 4 is not UTF-8",
    path="en/a.md",
    line=2,
    hint="Save it.",
)


class TestDiagnostic:
    def test_text(self) -> None:
        """
        A diagnostic says where, how bad, what, and what to do.
        """
        assert (
            "en/a.md:2: error not-utf8: byte 4 is not UTF-8\n  hint: Save it."
        ) == str(FAULT)

    def test_least(self) -> None:
        """
        Without a line and a hint, a diagnostic is one line.
        """
        assert "en/a.md: warning not-utf8: byte 4 is not UTF-8" == str(
            replace(FAULT, severity=Severity.WARNING, line=None, hint="")
        )

    def test_file_name(self) -> None:
        """
        A file's name can neither break a line nor colour a terminal.
        """
        shown = str(replace(FAULT, path="a\n\x1b[31m.md", message='the id "a\nb"'))

        assert (
            r'a\n\x1b[31m.md:2: error not-utf8: the id "a\nb"'
            == (shown.splitlines()[0])
        )


class TestVisible:
    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            pytest.param("a b\xa0é中👩‍👧", "a b\xa0é中👩‍👧", id="words"),
            pytest.param("\x07\x7f\x9b", r"\x07\x7f\x9b", id="controls"),
            pytest.param("\u202eabc\u2069", r"\u202eabc\u2069", id="directions"),
            pytest.param("\u2028", r"\u2028", id="line separator"),
            pytest.param("\udcff", r"\udcff", id="byte that is no text"),
        ],
    )
    def test_escapes(self, text: str, expected: str) -> None:
        """
        What a terminal would act upon is shown as an escape, and no word is.
        """
        assert expected == visible(text)


class TestSortDiagnostics:
    def test_order(self) -> None:
        """
        Diagnostics are shown by file, line and code, each once.
        """
        first = replace(FAULT, path="en/A.md")
        whole = replace(FAULT, line=None)
        other = replace(FAULT, code="zz")
        later = replace(FAULT, line=10)

        assert (first, whole, FAULT, other, later) == sort_diagnostics(
            [later, FAULT, other, first, FAULT, whole]
        )


class TestHasErrors:
    def test_severities(self) -> None:
        """
        Warnings alone stop nothing.
        """
        warning = replace(FAULT, severity=Severity.WARNING)

        assert not has_errors(())
        assert not has_errors((warning,))
        assert has_errors((warning, FAULT))
