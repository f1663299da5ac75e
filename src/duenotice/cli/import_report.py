"""What `duenotice import` reports: for people, and as JSON."""

from __future__ import annotations

import textwrap
from collections import Counter
from typing import TYPE_CHECKING

from duenotice.checks.wording import listed
from duenotice.checks.wording import shown
from duenotice.cli.output import diagnostic_data
from duenotice.cli.output import shortened
from duenotice.cli.output import table
from duenotice.diagnostics import Severity
from duenotice.intake.account import TakenKind
from duenotice.store.layout import StatementLayout

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.intake.account import Remark
    from duenotice.intake.account import Taken
    from duenotice.intake.imported import Import
    from duenotice.intake.statement_draft import StatementDraft

_NOUNS = {
    TakenKind.HEADING_NUMBER: ("number of a heading", "numbers of headings"),
    TakenKind.BULLET: ("bullet", "bullets"),
    TakenKind.LIST_NUMBER: ("number of a list", "numbers of lists"),
    TakenKind.RULE: ("drawn line", "drawn lines"),
    TakenKind.COMMENT: ("comment", "comments"),
    TakenKind.SCRIPT: ("script, style or the like", "scripts, styles and the like"),
    TakenKind.PICTURE: ("picture", "pictures"),
    TakenKind.ATTRIBUTES: ("attribute list", "attribute lists"),
}
"""What is only counted; of everything else the words are shown."""

_MOST_WORDS = 12
_WIDTH = 78


def import_report(done: Import, *, is_written: bool) -> Iterator[str]:
    """Give the lines of the report."""
    draft = done.draft
    folder = StatementLayout(draft.statement_id).folder
    verb = "Imported" if is_written else "Would import"
    yield f"{verb} {shown(draft.title)} as {folder}/"
    yield ""
    yield f"Sections ({len(draft.sections)}, in {draft.locale}/)"
    rows = [
        (
            "" if one.number is None else f"{one.number}.".rjust(_width(done)),
            one.title,
            f"{one.id}.md",
        )
        for one in draft.sections
    ]
    yield from _indented(table(rows))
    yield from _block("Found", _found(done))
    yield from _block("Taken out", _taken(done.taken))
    added = [f"{shown(one.words)}: {one.reason}" for one in done.added]
    yield from _block("Added", [line for one in added for line in _wrapped(one)])
    yield from _block("Unsure", _remarks(done.remarks))
    yield ""
    yield from _words(done)
    yield from _faults(done)


def next_steps(done: Import) -> Iterator[str]:
    """Give the commands that come next."""
    one = done.draft.statement_id
    revised = next((p.day for p in done.printed if p.is_version and p.day), None)
    effective = next((p.day for p in done.printed if not p.is_version and p.day), None)
    published = revised or effective or "YYYY-MM-DD"
    yield (
        "Next: look over the files, then record the text as it was published:\n"
        f"  duenotice check --statement {one}\n"
        f"  duenotice release --statement {one} --adopt --published {published} \\\n"
        f'    --effective {effective or published} --by "YOUR NAME"\n'
        "  git add -A && git commit -m 'Import the statement'\n"
        "  duenotice build"
    )


def import_data(done: Import, *, is_written: bool) -> dict[str, object]:
    """Give the report as JSON."""
    return {
        "schema": "duenotice/import/1",
        "statement": done.draft.statement_id,
        "written": is_written,
        "from": done.form.value,
        **_draft_data(done.draft),
        "terms": {"defined": list(done.defined), "listed": list(done.draft.terms)},
        **_account_data(done),
        "diagnostics": diagnostic_data(done.diagnostics),
        "files": sorted(done.files),
    }


def _draft_data(draft: StatementDraft) -> dict[str, object]:
    """Give what stands in the written files."""
    contacts = draft.contacts
    layout = StatementLayout(draft.statement_id)
    return {
        "title": draft.title,
        "locale": draft.locale,
        "time_zone": draft.time_zone,
        "controller": {
            "name": draft.controller.name,
            "aliases": list(draft.controller.aliases),
        },
        "contacts": {
            "email": contacts.email,
            "telephone": contacts.telephone,
            "address": list(contacts.address),
            "web": contacts.web,
        },
        "sections": [
            {
                "id": one.id,
                "number": one.number,
                "title": one.title,
                "line": one.line or None,
                "file": layout.section_file(draft.locale, one.id),
            }
            for one in draft.sections
        ],
    }


def _account_data(done: Import) -> dict[str, object]:
    """Give what was changed on the way, and where every word went."""
    return {
        "references": [
            {"line": one.line or None, "words": one.words} for one in done.references
        ],
        "taken": [
            {
                "line": one.line or None,
                "kind": one.kind.value,
                "words": one.words,
                "was_text": one.kind.was_text,
                "reason": one.kind.reason,
            }
            for one in done.taken
        ],
        "added": [
            {"words": one.words, "reason": one.reason, "section": one.section_id}
            for one in done.added
        ],
        "unsure": [
            {"line": one.line or None, "message": one.message, "hint": one.hint}
            for one in done.remarks
        ],
        "words": {
            "source": done.words.source,
            "written": done.words.written,
            "taken": done.words.taken,
            "added": done.words.added,
            "missing": list(done.words.difference.missing),
            "unexpected": list(done.words.difference.unexpected),
        },
    }


def _width(done: Import) -> int:
    numbers = [one.number or 0 for one in done.draft.sections]
    return len(f"{max(numbers)}.")


def _indented(lines: Sequence[str]) -> Iterator[str]:
    for line in lines:
        yield f"  {line}"


def _wrapped(text: str, margin: str = "") -> list[str]:
    """Break a text into lines; all but the first are further in."""
    return textwrap.wrap(
        text,
        _WIDTH,
        initial_indent=margin,
        subsequent_indent=" " * max(len(margin), 2),
        break_long_words=False,
        break_on_hyphens=False,
    )


def _block(heading: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield ""
        yield heading
        yield from _indented(lines)


def _found(done: Import) -> list[str]:
    draft = done.draft
    controller = draft.controller
    contacts = draft.contacts
    also = f" ({', '.join(controller.aliases)})" if controller.aliases else ""
    rows = [
        ("controller", f"{controller.name}{also}"),
        ("e-mail", contacts.email or ""),
        ("telephone", contacts.telephone or ""),
        ("address", " / ".join(contacts.address)),
        ("web", contacts.web or ""),
        ("terms", shortened(done.defined, most=8)),
        ("references", _references(done)),
    ]
    return table([row for row in rows if row[1]])


def _references(done: Import) -> str:
    if not done.references:
        return ""
    words = dict.fromkeys(shown(one.words.strip("“”«»")) for one in done.references)
    count = len(done.references)
    noun = "mention leads" if count == 1 else "mentions lead"
    return f"{count} {noun} to sections now: {shortened(list(words), most=3)}"


def _taken(taken: Sequence[Taken]) -> list[str]:
    counts = Counter(one.kind for one in taken if one.kind in _NOUNS)
    lines = [
        f"{count} {_NOUNS[kind][count > 1]}: {kind.reason}"
        for kind, count in counts.items()
    ]
    for one in taken:
        if one.kind not in _NOUNS:
            words = one.words.split()
            more = len(words) - _MOST_WORDS
            start = " ".join(words[:_MOST_WORDS])
            rest = f" and {more} more words" if more > 0 else ""
            lines += _wrapped(
                f"{_place(one.line)}{shown(start)}{rest}: {one.kind.reason}"
            )
    return lines


def _remarks(remarks: Sequence[Remark]) -> list[str]:
    lines: list[str] = []
    for one in remarks:
        lines += _wrapped(f"- {_place(one.line)}{one.message}")
        lines += _wrapped(one.hint, "  > ")
    return lines


def _place(line: int | None) -> str:
    return f"line {line}: " if line else ""


def _words(done: Import) -> Iterator[str]:
    words = done.words
    if words.difference:
        yield (
            f"Words: {words.source:,} in the source, and the written sections don't "
            "have the same. Please report this fault of the program."
        )
        if words.difference.missing:
            yield f"  missing: {listed(words.difference.missing)}"
        if words.difference.unexpected:
            yield f"  unexpected: {listed(words.difference.unexpected)}"
        return
    taken = f", {words.taken:,} taken out" if words.taken else ""
    added = f", {words.added:,} added" if words.added else ""
    yield (
        f"Words: {words.source:,} in the source, {words.written:,} in the sections in "
        f"the same order{taken}{added}; none lost."
    )


def _faults(done: Import) -> Iterator[str]:
    errors = [one for one in done.diagnostics if one.severity is Severity.ERROR]
    warnings = len(done.diagnostics) - len(errors)
    if warnings:
        noun = "warning" if warnings == 1 else "warnings"
        yield f"Check: {warnings} {noun}; `duenotice check` shows them."
    if errors:
        yield "To mend before a release:"
        for one in errors:
            yield from _indented(str(one).splitlines())
