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
from duenotice.parse import schema
from duenotice.parse.bytes_text import decode_text
from duenotice.parse.schema import EitherKind
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import MapKind
from duenotice.parse.schema import Report
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.diagnostics import Diagnostic
    from duenotice.parse.schema import Kind

CHANNELS = ("site", "banner", "email", "letter", "sms", "app")


def _by_locale(value: Kind) -> MapKind:
    return MapKind(schema.LOCALE_FORM, 'a locale such as "en"', value)


STATEMENT = KeysKind(
    "statement.yaml",
    (
        Key(
            "title",
            _by_locale(schema.text()),
            "the statement's title, by locale",
            required=True,
        ),
        Key("audience", _by_locale(schema.text()), "whom it is for, by locale"),
        Key(
            "controller",
            KeysKind(
                '"controller"',
                (
                    Key("name", schema.text(), "the full name", required=True),
                    Key("aliases", ListKind(schema.text()), "shorter names in use"),
                ),
            ),
            "who is responsible for the data",
            required=True,
        ),
        Key(
            "contacts",
            KeysKind(
                '"contacts"',
                (
                    Key("email", schema.text(), "an e-mail address"),
                    Key("telephone", schema.text(), "a telephone number"),
                    Key("address", ListKind(schema.text()), "the address, by line"),
                    Key("web", schema.text(), "the address of a page"),
                ),
            ),
            "how people reach the controller",
        ),
        Key(
            "time_zone",
            schema.time_zone(),
            "where the statement's days begin, such as America/Los_Angeles",
            required=True,
        ),
        Key(
            "source_locale",
            schema.locale(),
            "the language the text is written in",
            required=True,
        ),
        Key(
            "locales",
            ListKind(schema.locale(), min_items=1),
            "all languages; the source locale alone if left out",
        ),
        Key(
            "prevailing_locale",
            schema.locale(),
            "the language that counts where translations differ",
        ),
        Key(
            "sections",
            ListKind(
                EitherKind(
                    schema.identifier(),
                    KeysKind(
                        "a group of sections",
                        (
                            Key(
                                "numbered",
                                ListKind(schema.identifier(), min_items=1),
                                "the ids of sections that are numbered",
                                required=True,
                            ),
                        ),
                    ),
                ),
                min_items=1,
            ),
            "the ids of the sections in order; numbered ones under `numbered`",
            required=True,
        ),
        Key(
            "terms",
            _by_locale(ListKind(schema.text())),
            "terms the text uses without defining them, by locale",
        ),
        Key("page_size", schema.choice("a4", "letter"), "the paper of the PDF"),
        Key(
            "profiles",
            ListKind(schema.identifier()),
            "the bodies of rules that the statement is under",
        ),
        Key(
            "notice",
            KeysKind(
                '"notice"',
                (
                    Key(
                        "lead_days",
                        schema.whole_number(0, 730),
                        "days between publication and effect of a change",
                    ),
                    Key(
                        "merge_slack_days",
                        schema.whole_number(0, 60),
                        "days that `release` adds, so that a late merge does no harm",
                    ),
                    Key(
                        "channels",
                        ListKind(schema.choice(*CHANNELS)),
                        "how people are told",
                    ),
                ),
            ),
            "what is done beyond the law when the text changes",
        ),
        Key(
            "reading_level",
            schema.whole_number(1, 20),
            "the school grade that a reader should need at most",
        ),
    ),
)


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
    values = None if text is None else schema.read_keys(text, STATEMENT, report)
    if text is None or values is None:
        return None, tuple(report.diagnostics)
    statement = _statement(statement_id, values)
    before = len(report.diagnostics)
    _check(statement, report)
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
        locales=(source, *(one for one in locales if one != source)),
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


def _check(statement: Statement, report: Report) -> None:
    """Add the faults that lie between the keys."""
    ids = statement.section_ids
    for one in sorted({one for one in ids if ids.count(one) > 1}):
        report.error(
            "section-repeated",
            f'the section "{one}" stands twice in "sections"',
            None,
            "A section has one place. Delete one of the two entries.",
        )
    if statement.source_locale not in statement.title:
        report.error(
            "title-missing",
            f'"title" has no text for the source locale "{statement.source_locale}"',
            None,
            f'Add "{statement.source_locale}: …" under "title".',
        )
    if statement.prevailing_locale not in statement.locales:
        report.error(
            "locale-unknown",
            f'"prevailing_locale" is "{statement.prevailing_locale}", which is not '
            'among "locales"',
            None,
            f"Name one of: {', '.join(statement.locales)}.",
        )


_PUBLISHED_KEYS = ("title", "audience", "controller", "contacts", "sections", "terms")


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
    lines = text.splitlines(keepends=True)
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
