"""What `check` found, in the forms that other programs take."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice import __version__
from duenotice.cli.assess import finding_data
from duenotice.cli.notice_due import duty_data
from duenotice.cli.output import diagnostic_data
from duenotice.diagnostics import Severity
from duenotice.materiality.finding import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.cli.checked import Checked
    from duenotice.diagnostics import Diagnostic
    from duenotice.materiality.finding import Finding

SARIF_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"


def check_data(several: Iterable[Checked]) -> dict[str, object]:
    """Give everything as JSON values."""
    checked = tuple(several)
    return {
        "schema": "duenotice/check/1",
        "diagnostics": diagnostic_data(d for one in checked for d in one.diagnostics),
        "statements": [_statement_data(one) for one in checked],
    }


def _statement_data(checked: Checked) -> dict[str, object]:
    draft = checked.draft
    return {
        "statement": checked.archive.statement_id,
        "review": None
        if draft is None
        else {
            "against": str(draft.review.against),
            "proposed": None if draft.proposed is None else str(draft.proposed),
            "outcome": draft.review.assessment.outcome.value,
            "notice": duty_data(draft.review.duty),
            "earliest_effective": draft.lead.earliest.isoformat(),
            "because": draft.lead.reason,
            "findings": [finding_data(one) for one in draft.review.findings],
            "undecided": list(checked.undecided),
        },
        "translations_behind": {
            locale: list(ids) for locale, ids in checked.behind.items()
        },
    }


def sarif(several: Iterable[Checked]) -> dict[str, object]:
    """Give faults and findings as a SARIF log, which code hosts show in a review."""
    results = [result for one in several for result in _results(one)]
    rules = sorted({str(result["ruleId"]) for result in results})
    return {
        "$schema": SARIF_SCHEMA,
        "version": "2.1.0",
        "runs": [
            {
                "tool": {
                    "driver": {
                        "name": "duenotice",
                        "version": __version__,
                        "rules": [{"id": one} for one in rules],
                    }
                },
                "results": results,
            }
        ],
    }


def _results(checked: Checked) -> Iterator[dict[str, object]]:
    for one in checked.diagnostics:
        yield _result(one.code, _level(one), _said(one), one.path, one.line)
    for finding in _findings(checked):
        path, line = place_of(checked, finding)
        is_material = finding.outcome is Outcome.MATERIAL
        level = "warning" if is_material else "note"
        yield _result(f"finding/{finding.rule}", level, _told(finding), path, line)


def _result(
    rule: str, level: str, text: str, path: str, line: int | None
) -> dict[str, object]:
    location: dict[str, object] = {"artifactLocation": {"uri": path}}
    if line is not None:
        location["region"] = {"startLine": line}
    return {
        "ruleId": rule,
        "level": level,
        "message": {"text": text},
        "locations": [{"physicalLocation": location}],
    }


def github_lines(several: Iterable[Checked]) -> Iterator[str]:
    """Give faults and findings as the commands that GitHub's runners read.

    >>> _command("error", "a.md", 3, "label-invalid", "no label: x, y")
    '::error file=a.md,line=3,title=label-invalid::no label: x, y'
    """
    for checked in several:
        for one in checked.diagnostics:
            yield _command(_level(one), one.path, one.line, one.code, _said(one))
        for finding in _findings(checked):
            path, line = place_of(checked, finding)
            is_material = finding.outcome is Outcome.MATERIAL
            level = "warning" if is_material else "notice"
            yield _command(level, path, line, finding.id, _told(finding))


def _command(level: str, path: str, line: int | None, title: str, text: str) -> str:
    where = f"file={_escaped(path, is_value=True)}"
    where += "" if line is None else f",line={line}"
    name = _escaped(title, is_value=True)
    return f"::{level} {where},title={name}::{_escaped(text)}"


def _escaped(text: str, *, is_value: bool = False) -> str:
    signs = {"%": "%25", "\r": "%0D", "\n": "%0A"}
    signs |= {":": "%3A", ",": "%2C"} if is_value else {}
    return "".join(signs.get(one, one) for one in text)


def place_of(checked: Checked, finding: Finding) -> tuple[str, int | None]:
    """Give the file that a finding is about, and the line where its words begin."""
    archive = checked.archive
    statement = archive.draft.statement
    own, _, section_id = finding.section.rpartition("/")
    if statement is None or not section_id:
        return archive.layout.statement_file(), None
    locale = own or statement.source_locale
    file = archive.draft.sections.get(locale, {}).get(section_id)
    path = archive.layout.section_file(locale, section_id)
    if file is None:
        return path, None
    beginning = " ".join(finding.after.split()[:4])
    lines = file.text.splitlines()
    found = (place for place, text in enumerate(lines, start=1) if beginning in text)
    return path, next(found, None) if beginning else None


def _findings(checked: Checked) -> tuple[Finding, ...]:
    if checked.draft is None:
        return ()
    found = checked.draft.review.findings
    return tuple(one for one in found if one.outcome is not Outcome.EDITORIAL)


def _told(finding: Finding) -> str:
    words = finding.after or f"(taken out) {finding.before}"
    what = f"{finding.outcome.value}, {finding.category.value}"
    return f"{what}: {finding.reason}\n{' '.join(words.split())}"


def _level(diagnostic: Diagnostic) -> str:
    return "error" if diagnostic.severity is Severity.ERROR else "warning"


def _said(diagnostic: Diagnostic) -> str:
    hint = f"\n{diagnostic.hint}" if diagnostic.hint else ""
    return f"{diagnostic.message}{hint}"
