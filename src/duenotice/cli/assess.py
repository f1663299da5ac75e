"""`duenotice assess`."""

from __future__ import annotations

import json
import textwrap
from itertools import groupby
from pathlib import Path
from typing import TYPE_CHECKING
from typing import Annotated

import typer

from duenotice.cli.compared import Sides
from duenotice.cli.customs import sound_customs
from duenotice.cli.left_out import LeftOutDiffersError
from duenotice.cli.left_out import differing
from duenotice.cli.left_out import say_left_out
from duenotice.cli.notice_due import duty_data
from duenotice.cli.notice_due import duty_lines
from duenotice.cli.notice_due import terms_between
from duenotice.cli.output import ReportFormat
from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import remark
from duenotice.cli.pairs_file import read_pairs_file
from duenotice.cli.replay_report import show_replay
from duenotice.cli.session import AsOfOption
from duenotice.cli.session import Session
from duenotice.cli.session import StatementOption
from duenotice.compare import compare
from duenotice.materiality.assessment import Assessment
from duenotice.materiality.assessment import assess
from duenotice.materiality.duty import Circumstances
from duenotice.materiality.duty import duty_of
from duenotice.materiality.duty_terms import loosened
from duenotice.materiality.finding import Outcome
from duenotice.materiality.scoring import judge_pairs
from duenotice.model.record import Reach

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.cli.compared import Compared
    from duenotice.materiality.duty import Duty
    from duenotice.materiality.finding import Finding
    from duenotice.materiality.rule_book import RuleBook

HELP = (
    "OLD and NEW are what `compare` takes: a version, draft, in-force, git:REVISION, "
    "or the path of a text. Each finding says which rule found it, in which words, and "
    "why. Of a statement's texts it also says how people must be told, how long "
    "before, and what asks for that. It is help for a person who decides, and no legal "
    "advice. With --pairs it judges a file of changes, one JSON object a line."
)
EXAMPLE = "Example: duenotice assess in-force draft"

_WIDTH = 78
_MARKS = {
    Outcome.MATERIAL: "MATERIAL",
    Outcome.NEEDS_REVIEW: "REVIEW",
    Outcome.EDITORIAL: "editorial",
}


def run(
    context: typer.Context,
    old: Annotated[str | None, typer.Argument(help="The earlier text.")] = None,
    new: Annotated[str | None, typer.Argument(help="The later text.")] = None,
    pairs: Annotated[
        Path | None, typer.Option(metavar="FILE.jsonl", help="Judge these changes.")
    ] = None,
    replayed: Annotated[
        bool,
        typer.Option(
            "--replay",
            help="Judge every recorded version by today's rules, and say which past "
            "decisions would differ.",
        ),
    ] = False,
    reaches: Annotated[
        Reach, typer.Option(help="Which data the change would apply to.")
    ] = Reach.ALL,
    as_of: AsOfOption = None,
    locale: Annotated[
        str | None, typer.Option(help="The language; default: the source locale.")
    ] = None,
    statement: StatementOption = None,
    report: Annotated[
        ReportFormat, typer.Option("--format", help="How to report.")
    ] = ReportFormat.TEXT,
) -> None:
    """Say what a change means for people, and why."""
    session: Session = context.obj
    if pairs is not None:
        if old is not None:
            message = "give either two texts or --pairs FILE.jsonl"
            raise typer.BadParameter(message)
        for line in _judged(pairs, sound_customs(session).book):
            answer(line)
        return
    customs = sound_customs(session)
    if replayed:
        show_replay(session, statement, customs, is_json=report is ReportFormat.JSON)
        return
    if old is None or new is None:
        message = "give two texts, --pairs FILE.jsonl, or --replay"
        raise typer.BadParameter(message)
    sides = Sides(session, statement, as_of)
    one, other = sides.find(old, locale), sides.find(new, locale)
    found = _assessed(one, other, customs.book)
    duty = None
    if terms := terms_between(customs.profiles, one, other):
        found = Assessment(findings=(*found.findings, *loosened(*terms)))
        circumstances = Circumstances(old=terms[0], new=terms[1], reaches=reaches)
        duty = duty_of(found.findings, circumstances)
    if report is ReportFormat.JSON:
        names = (one.name, other.name)
        answer_json(_data(found, names, duty, customs.book))
        return
    told = () if duty is None else duty_lines(duty)
    for line in (*_report(found), *told, *_switched_off(customs.book)):
        answer(line)
    if not found.findings:
        remark("nothing changed that people read")


def _assessed(old: Compared, new: Compared, book: RuleBook) -> Assessment:
    """Assess what was read; what was not read is never taken for alike."""
    comparison = compare(old.document, new.document)
    say_left_out(old, new)
    unread = differing(old.left_out, new.left_out) if comparison.is_same else ""
    if unread:
        raise LeftOutDiffersError(unread)
    return assess(comparison, book)


def _switched_off(book: RuleBook) -> Iterator[str]:
    """Say which rules were not asked: an answer without them is another one."""
    if book.off:
        yield f"Rules switched off: {', '.join(book.off)}"


def _judged(file: Path, book: RuleBook) -> Iterator[str]:
    for judged in judge_pairs(read_pairs_file(file), book):
        yield json.dumps(
            {
                "id": judged.pair.id,
                "outcome": judged.outcome.value,
                "findings": [_with_change(one) for one in judged.findings],
            },
            ensure_ascii=False,
        )


def finding_data(finding: Finding) -> dict[str, object]:
    """Give a finding as JSON values."""
    return {
        "id": finding.id,
        "rule": finding.rule,
        "category": finding.category.value,
        "direction": finding.direction.value,
        "outcome": finding.outcome.value,
        "section": finding.section,
        "reason": finding.reason,
        "sources": list(finding.sources),
        "before": finding.before,
        "after": finding.after,
        "change": finding.change,
        "evidence": finding.evidence,
    }


def _with_change(finding: Finding) -> dict[str, object]:
    """Give a finding with all that its change is about, where it quotes a part."""
    return {
        **finding_data(finding),
        "change_before": finding.change_before,
        "change_after": finding.change_after,
    }


def _data(
    found: Assessment, names: tuple[str, str], duty: Duty | None, book: RuleBook
) -> dict[str, object]:
    return {
        "schema": "duenotice/assessment/1",
        "old": names[0],
        "new": names[1],
        "rules": book.digest,
        "rules_off": list(book.off),
        "outcome": found.outcome.value,
        "notice": None if duty is None else duty_data(duty),
        "findings": [_with_change(one) for one in found.findings],
    }


def _report(found: Assessment) -> Iterator[str]:
    """Give the report that a person reads: by section, the gravest in words last."""
    section: str | None = None
    for several in _by_verdict(found.findings):
        first = several[0]
        if first.section != section:
            section = first.section
            yield ""
            yield section or "The statement as a whole"
        yield from _told(several)
    yield ""
    counts = [f"{len(_changes(found.of(one)))} {one.value}" for one in Outcome]
    yield f"Outcome: {found.outcome.value} ({', '.join(reversed(counts))})"


def _changes(findings: Iterable[Finding]) -> set[str]:
    return {one.change for one in findings}


def _by_verdict(findings: Iterable[Finding]) -> Iterator[list[Finding]]:
    """Put the findings of one verdict together: they differ in category alone."""
    for _, several in groupby(findings, key=lambda one: (one.change, one.rule)):
        yield list(several)


def _told(several: list[Finding]) -> Iterator[str]:
    first = several[0]
    about = ", ".join(one.category.value for one in several)
    what = "" if first.outcome is Outcome.EDITORIAL else f" {about}"
    if what and first.direction.value.endswith("user"):
        what += f" ({first.direction.value.replace('-for-user', ' for people')})"
    yield f"  {_MARKS[first.outcome]}{what}"
    if first.outcome is not Outcome.EDITORIAL:
        yield from _quoted("was", first.before)
        yield from _quoted("now", first.after)
    yield from textwrap.wrap(
        first.reason, _WIDTH, initial_indent="    ", subsequent_indent="    "
    )
    if first.sources:
        yield f"    Sources: {', '.join(first.sources)}"
    if first.outcome is not Outcome.EDITORIAL:
        yield f"    Finding: {', '.join(one.id for one in several)}"


def _quoted(name: str, text: str) -> list[str]:
    words = " ".join(text.split()) or "(nothing)"
    return textwrap.wrap(
        f"{name}: {words}",
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="         ",
        max_lines=4,
        placeholder=" …",
    )
