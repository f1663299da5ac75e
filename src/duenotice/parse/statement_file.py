"""`statement.yaml`: the statement as a work.

```yaml
title:
  en: Website and app privacy statement
controller:
  name: Alder Valley Health Plan
  aliases: [Alder Valley]
time_zone: America/Los_Angeles
source_locale: en
locales: [en, es]
sections:
  - introduction
  - numbered:
      - information-collection
      - web-logs
  - contacts
```
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Any

from duenotice.model.statement import Contacts
from duenotice.model.statement import Controller
from duenotice.model.statement import Group
from duenotice.model.statement import NoticePolicy
from duenotice.model.statement import Statement
from duenotice.parse.bytes_text import decode_text
from duenotice.parse.report import Report
from duenotice.parse.schema import read_keys
from duenotice.parse.statement_schema import STATEMENT
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import Scalar
from duenotice.parse.yaml_tree import Sequence
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.diagnostics import Diagnostic
    from duenotice.parse.yaml_tree import Node


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementFile:
    """A statement with the text of its file."""

    statement: Statement
    text: str


def parse_statement(
    statement_id: str, data: bytes, path: str
) -> tuple[StatementFile | None, tuple[Diagnostic, ...]]:
    """Read `statement.yaml`: the statement, or nothing and the reasons why."""
    report = Report(path)
    text = decode_text(data, report)
    values = None if text is None else read_keys(text, STATEMENT, report)
    if text is None or values is None:
        return None, tuple(report.diagnostics)
    statement = _statement(statement_id, values)
    before = len(report.diagnostics)
    _check(statement, text, report)
    found = tuple(report.diagnostics)
    if len(found) > before:
        return None, found
    return StatementFile(statement=statement, text=text), found


def _statement(statement_id: str, values: dict[str, Any]) -> Statement:
    source = values["source_locale"]
    locales = values.get("locales", (source,))
    return Statement(
        id=statement_id,
        title=values["title"],
        audience=values.get("audience", {}),
        controller=Controller(**values["controller"]),
        contacts=Contacts(**values.get("contacts", {})),
        time_zone=values["time_zone"],
        source_locale=source,
        locales=tuple(dict.fromkeys((source, *locales))),
        prevailing_locale=values.get("prevailing_locale", source),
        groups=tuple(_groups(values["sections"])),
        terms=values.get("terms", {}),
        page_size=values.get("page_size", "a4"),
        profiles=values.get("profiles", ()),
        notice=NoticePolicy(**values.get("notice", {})),
        reading_level=values.get("reading_level"),
    )


def _groups(sections: Iterable[str | dict[str, tuple[str, ...]]]) -> Iterable[Group]:
    loose: list[str] = []
    for entry in sections:
        if isinstance(entry, str):
            loose.append(entry)
            continue
        if loose:
            yield Group(section_ids=tuple(loose))
            loose = []
        yield Group(section_ids=entry["numbered"], numbered=True)
    if loose:
        yield Group(section_ids=tuple(loose))


def _check(statement: Statement, text: str, report: Report) -> None:
    """Add the faults that lie between the keys."""
    ids = statement.section_ids
    for one in sorted({one for one in ids if ids.count(one) > 1}):
        report.error(
            "section-repeated",
            f'the section "{one}" stands twice in "sections"',
            _lines_of(text, "sections", one)[-1],
            "A section has one place. Delete one of the two entries.",
        )
    if statement.source_locale not in statement.title:
        report.error(
            "title-missing",
            f'"title" has no text for the source locale "{statement.source_locale}"',
            _lines_of(text, "title")[0],
            f'Add "{statement.source_locale}: …" under "title".',
        )
    if statement.prevailing_locale not in statement.locales:
        report.error(
            "locale-unknown",
            f'"prevailing_locale" is "{statement.prevailing_locale}", which is not '
            'among "locales"',
            _lines_of(text, "prevailing_locale")[0],
            f"Name one of: {', '.join(statement.locales)}.",
        )


def _lines_of(text: str, key: str, value: str | None = None) -> list[int]:
    """Find the line of a key, or those on which a value stands below it."""
    root = read_yaml(text)
    entries = root.entries if isinstance(root, Mapping) else ()
    (entry,) = (one for one in entries if one.key == key)
    if value is None:
        return [entry.line]
    return [one.line for one in _scalars(entry.value) if one.text == value]


def _scalars(node: Node) -> Iterator[Scalar]:
    match node:
        case Scalar():
            yield node
        case Sequence(items):
            for item in items:
                yield from _scalars(item)
        case Mapping(entries):
            for entry in entries:
                yield from _scalars(entry.value)


_PUBLISHED_KEYS = (
    "title",
    "audience",
    "controller",
    "contacts",
    "source_locale",
    "locales",
    "prevailing_locale",
    "sections",
    "terms",
)


def splice_published_text(draft: str, version: str) -> str:
    """Put the keys that people read from a version into a draft's statement.yaml.

    Policy, comments and the order of keys stay the draft's.
    """
    theirs = _key_blocks(version)
    ours = _key_blocks(draft)
    head = ours.pop("", "")
    merged = [head]
    for key, block in ours.items():
        if key not in _PUBLISHED_KEYS:
            merged.append(block)
        elif key in theirs:
            merged.append(theirs[key])
    added = (k for k in theirs if k in _PUBLISHED_KEYS and k not in ours)
    return "".join([*merged, *(theirs[key] for key in added)])


def _key_blocks(text: str) -> dict[str, str]:
    """Cut a YAML mapping into the lines of each key, with the comments above it."""
    root = read_yaml(text)
    lines = [f"{line}\n" for line in text.removesuffix("\n").split("\n")]
    entries = root.entries if isinstance(root, Mapping) else ()
    starts = []
    for entry in entries:
        start = entry.line - 1
        while start and lines[start - 1].startswith("#"):
            start -= 1
        starts.append(start)
    blocks = {"": "".join(lines[: starts[0]])} if starts else {"": text}
    for entry, start, end in zip(
        entries, starts, [*starts[1:], len(lines)], strict=True
    ):
        blocks[entry.key] = "".join(lines[start:end])
    return blocks
