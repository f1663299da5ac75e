"""Golden cases: files that people read and add to, with what they are to come to.

A case is a Markdown file. Its first line states the rule; below it stand parts, each a
heading and a fence:

    # A retention period that grows is shown as one amount

    ## Before

    ~~~~
    We keep your data for 30 days.
    ~~~~

Who adds a case writes `Before` and `After` and lets `--update-golden` write the rest.

A text in sections begins each with a line such as `# web-logs: 2. Web logs`: the id,
the number if it has one, and the title. Below it may stand `formerly: server-logs`.
Before the first section there may be lines such as `terms: Website, App`, `locale: es`,
`title: Privacy statement` and `controller: Fernhill Library`.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.compare import document_of
from duenotice.compare import document_of_blocks
from duenotice.model.statement import Controller
from duenotice.model.statement import Group
from duenotice.model.statement import Section
from duenotice.model.statement import Statement
from duenotice.parse.assemble import assemble_text
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from duenotice.compare import Document

_PART = re.compile(
    r"^## (?P<name>\w+)\n\n~~~~\n(?P<text>.*?)\n?^~~~~$", re.DOTALL | re.MULTILINE
)
_SECTION = re.compile(r"^# ([a-z][a-z0-9-]*): (?:(\d+)\. )?(.+)\n", re.MULTILINE)
_FRONT = re.compile(r"\A(?:(?:terms|locale|title|controller|formerly): .*\n)+")
_INVISIBLE = str.maketrans(
    {"\u00a0": "&nbsp;", "\u00ad": "&shy;", "\u200b": "&ZeroWidthSpace;"}
)


@dataclass(frozen=True)
class Case:
    """One golden case."""

    path: Path
    title: str
    """The rule, in a sentence."""

    parts: Mapping[str, str]
    """By the name of the part, in small letters."""


def read_case(path: Path) -> Case:
    """Read a case."""
    source = path.read_text("utf-8")
    title = source.partition("\n")[0].removeprefix("# ")
    parts = {one["name"].lower(): one["text"] for one in _PART.finditer(source)}
    return Case(path, title, parts)


def write_expected(case: Case, expected: Mapping[str, str]) -> None:
    """Write what a case comes to into its file, and leave the rest as it is."""
    source = case.path.read_text("utf-8")
    for name, text in expected.items():
        part = f"## {name.capitalize()}\n\n~~~~\n{text}\n~~~~"
        if name in case.parts:
            found = next(
                one for one in _PART.finditer(source) if one["name"].lower() == name
            )
            source = source[: found.start()] + part + source[found.end() :]
        else:
            source = f"{source.rstrip()}\n\n{part}\n"
    case.path.write_text(source, "utf-8")


def difference(case: Case, actual: Mapping[str, str]) -> str:
    """Say how the program's result is not what the case expects; nothing if it is."""
    lines: list[str] = []
    for name, text in actual.items():
        lines += difflib.unified_diff(
            case.parts.get(name, "").splitlines(),
            text.splitlines(),
            f"{case.path.name}: {name} expected",
            f"{case.path.name}: {name} now",
            lineterm="",
        )
    if not lines:
        return ""
    accept = f"pytest --no-cov tests/golden -k {case.path.stem} --update-golden"
    return "\n".join([case.title, *lines, "", f"If it is right now: {accept}"])


def visible(text: str) -> str:
    """Write characters that nobody sees by their names."""
    return text.translate(_INVISIBLE)


def document(source: str) -> Document:
    """Read the text of a part, with sections or without."""
    if _SECTION.search(f"{source}\n") is None:
        return document_of_blocks("Case", parse_blocks(source))
    front, *rest = _SECTION.split(f"{source}\n")
    told = _front_of(front)
    locale = told.get("locale", "en")
    sections: dict[str, Section] = {}
    numbers: dict[str, int] = {}
    for place in range(0, len(rest), 4):
        section_id, number, title, body = rest[place : place + 4]
        sections[section_id] = _section(section_id, title, body)
        if number:
            numbers[section_id] = int(number)
    statement = _statement(told, locale, tuple(sections), numbers)
    if statement.numbers() != numbers:
        message = f"the sections are not numbered from 1 on: {numbers}"
        raise ValueError(message)
    return document_of(assemble_text(statement, {locale: sections}, locale))


def _front_of(text: str) -> dict[str, str]:
    found = _FRONT.match(text.lstrip("\n"))
    lines = () if found is None else found[0].splitlines()
    return dict(line.split(": ", 1) for line in lines)


def _section(section_id: str, title: str, body: str) -> Section:
    front = _front_of(body)
    blocks = parse_blocks(_FRONT.sub("", body.lstrip("\n")))
    formerly = tuple(front.get("formerly", "").split(", ")) if front else ()
    return Section(id=section_id, title=title, blocks=blocks, formerly=formerly)


def _statement(
    told: Mapping[str, str],
    locale: str,
    ids: tuple[str, ...],
    numbers: Mapping[str, int],
) -> Statement:
    return Statement(
        id="case",
        title={locale: told.get("title", "Case")},
        controller=Controller(name=told.get("controller", "Fernhill Library")),
        time_zone="UTC",
        source_locale=locale,
        locales=(locale,),
        prevailing_locale=locale,
        groups=tuple(Group(section_ids=(one,), numbered=one in numbers) for one in ids),
        terms={locale: tuple(told["terms"].split(", "))} if "terms" in told else {},
    )
