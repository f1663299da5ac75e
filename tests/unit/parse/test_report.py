from __future__ import annotations

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.parse.report import Report
from duenotice.parse.yaml_tree import Scalar
from duenotice.parse.yaml_tree import Sequence


class TestReport:
    def test_lines(self) -> None:
        """
        Lines are counted from the top of the file, whatever stands before the YAML.
        """
        report = Report("en/a.md", first_line=1)
        report.error("code", "It is wrong.", 2, "Mend it.")
        report.warning("other", "It is odd.", None, "Look at it.")

        assert [
            Diagnostic(
                code="code",
                severity=Severity.ERROR,
                message="It is wrong.",
                path="en/a.md",
                line=3,
                hint="Mend it.",
            ),
            Diagnostic(
                code="other",
                severity=Severity.WARNING,
                message="It is odd.",
                path="en/a.md",
                hint="Look at it.",
            ),
        ] == report.diagnostics

    def test_invalid_value(self) -> None:
        """
        A wrong value is quoted, with its key and what is wanted.
        """
        report = Report("a.yaml")
        report.invalid("notice.lead_days", Scalar("ten", 4), "a number")

        assert (
            'a.yaml:4: error value-invalid: "ten" is not a number '
            '(key "notice.lead_days")\n  hint: Write a number.'
        ) == str(report.diagnostics[0])

    def test_long_value(self) -> None:
        """
        Of a long value the beginning is quoted.
        """
        report = Report("a.yaml")
        report.invalid("id", Scalar("a" * 5000, 1), "an id")

        assert f'"{"a" * 80}…" is not an id (key "id")' == report.diagnostics[0].message

    def test_no_scalar(self) -> None:
        """
        A list or a mapping is not quoted.
        """
        report = Report("a.yaml")
        report.invalid("", Sequence((), 1), "a number")

        assert "this is not a number" == report.diagnostics[0].message
