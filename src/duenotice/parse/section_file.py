"""A section's file.

```markdown
---
title: Web logs
version: 2021-10-15
formerly: [server-logs]
translates: 2021-10-15
---
We keep standard web logs, described in [](#information-collection).
```
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING
from typing import Any

from duenotice.errors import DuenoticeError
from duenotice.model.statement import Section
from duenotice.parse import scalars
from duenotice.parse.bytes_text import decode_text
from duenotice.parse.report import Report
from duenotice.parse.schema import Key
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import read_keys

if TYPE_CHECKING:
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.label import VersionLabel

FRONT_MATTER = KeysKind(
    "a section's front matter",
    (
        Key("title", scalars.text(), "the heading of the section", required=True),
        Key(
            "version",
            scalars.label(),
            "when this section was last revised; written by `release`",
        ),
        Key(
            "formerly",
            ListKind(scalars.identifier()),
            "earlier ids of this section, after a rename, a merger or a split",
        ),
        Key(
            "translates",
            scalars.label(),
            "in a translation: the version of the source section it renders",
        ),
    ),
)

MAX_NESTING = 6
"""Deeper lists and quotes than this are a mistake, and hard on any parser."""

_MARK = r"(?:>|(?:[-+*]|\d{1,9}[.)])[ \t])"
_RULE = r"[ \t]*([-*])(?:[ \t]*\1)*[ \t]*$"
_DEEP = re.compile(
    rf"^(?!{_RULE})(?:(?:[ \t]*{_MARK}){{{MAX_NESTING + 1}}}"
    rf"|[ \t]{{{4 * MAX_NESTING},}}{_MARK})",
    re.MULTILINE,
)
_FENCE = re.compile(
    r"---[ \t]*\n(.*?)(?:^)---[ \t]*(?:\n|\Z)", re.DOTALL | re.MULTILINE
)
_KEY = re.compile(r"^(\w+):", re.MULTILINE)
_STAMP_ELSEWHERE = re.compile(
    r"^(?:version|translates):(?![ \t]+[\"']?\d)", re.MULTILINE
)
_STAMPED = re.compile(r"^(?:version|translates):.*\n", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class FrontMatter:
    """What a section's file says before its text."""

    title: str
    version: VersionLabel | None = None
    formerly: tuple[str, ...] = ()
    translates: VersionLabel | None = None


@dataclass(frozen=True, kw_only=True)
class SectionFile:
    """A section's file: its front matter read, its text read when it is asked for."""

    id: str
    path: str
    front: FrontMatter
    text: str
    """The whole file, with line feeds."""

    @property
    def body(self) -> str:
        """Give the Markdown below the front matter."""
        return self.text[_body_start(self.text) :]

    @cached_property
    def section(self) -> Section:
        """Give the section with its text.

        Raises:
            TooDeepError: Emphasis or links are nested beyond all sense.
        """
        # Most questions are answered without the text of most sections.
        from duenotice.parse.markdown import NestingTooDeepError  # noqa: PLC0415
        from duenotice.parse.markdown import parse_blocks  # noqa: PLC0415

        start = _body_start(self.text)
        line = self.text.count("\n", 0, start) + 1
        try:
            blocks = parse_blocks(self.body, first_line=line)
        except NestingTooDeepError as error:
            raise TooDeepError(self.path) from error
        return Section(
            id=self.id,
            title=self.front.title,
            blocks=blocks,
            version=self.front.version,
            formerly=self.front.formerly,
            translates=self.front.translates,
        )


class TooDeepError(DuenoticeError):
    """A text is nested so deeply that it can't be read."""

    hint = "Write it with fewer levels of lists, quotes, emphasis and links."

    def __init__(self, path: str) -> None:
        """Name the file."""
        super().__init__(f"{path}: the text is nested too deeply")


def parse_section(
    section_id: str, data: bytes, path: str
) -> tuple[SectionFile | None, tuple[Diagnostic, ...]]:
    """Read a section's file: the file, or nothing and the reasons why."""
    report = Report(path)
    text = decode_text(data, report)
    front = None if text is None else _read_front(text, report)
    found = tuple(report.diagnostics)
    if text is None or front is None:
        return None, found
    return SectionFile(id=section_id, path=path, front=front, text=text), found


def _read_front(text: str, report: Report) -> FrontMatter | None:
    fence = _FENCE.match(text)
    if fence is None:
        report.error(
            "front-matter-missing",
            "the section doesn't begin with front matter",
            1,
            'Begin the file with a line "---", then "title: …", then a line "---".',
        )
        return None
    deep = _DEEP.search(text, fence.end())
    if deep is not None:
        report.error(
            "nesting-too-deep",
            f"lists or quotes are nested more than {MAX_NESTING} levels deep",
            text.count("\n", 0, deep.start()) + 1,
            TooDeepError.hint,
        )
        return None
    front = Report(report.path, first_line=1, diagnostics=report.diagnostics)
    values = read_keys(fence[1], FRONT_MATTER, front, broken_code="front-matter-broken")
    if values is None or not _can_be_stamped(fence[1], values, front):
        return None
    return FrontMatter(**values)


def _can_be_stamped(text: str, values: dict[str, Any], report: Report) -> bool:
    """Tell whether `release` can exchange the stamps, which are whole lines."""
    if _KEY.findall(text) == list(values) and _STAMP_ELSEWHERE.search(text) is None:
        return True
    report.error(
        "front-matter-broken",
        "a key of the front matter doesn't stand with its value on a line of its own",
        1,
        'Write each as "title: …", without braces, and without quotes around the key.',
    )
    return False


def _body_start(text: str) -> int:
    fence = _FENCE.match(text)
    return 0 if fence is None else fence.end()


def unstamped(text: str) -> str:
    """Give a section's file without what `release` writes into it.

    Two files that are equal without their stamps say the same to people.
    """
    fence = _FENCE.match(text)
    if fence is None:
        return text
    return f"---\n{_STAMPED.sub('', fence[1])}---\n{text[fence.end() :]}"


def says_the_same(draft: SectionFile, former: SectionFile) -> bool:
    """Tell whether a draft's file says what a former one says.

    A translator who writes a newer `translates` says that the text, unchanged, still
    renders the source: that is a change.
    """
    if unstamped(draft.text) != unstamped(former.text):
        return False
    ours, theirs = draft.front.translates, former.front.translates
    return ours is None or theirs is None or ours <= theirs


def stamped(
    text: str, version: VersionLabel | None, translates: VersionLabel | None = None
) -> str:
    """Write the version, and in a translation its source's, into a section's file.

    Nothing else of the file changes. Without a version the stamps are taken out.
    """
    plain = unstamped(text)
    fence = _FENCE.match(plain)
    if fence is None:
        message = "the text has no front matter"
        raise ValueError(message)
    stamps = "" if version is None else f"version: {version}\n"
    if translates is not None:
        stamps += f"translates: {translates}\n"
    lines = fence[1].splitlines(keepends=True)
    at = 1 + next(
        (number for number, line in enumerate(lines) if line.startswith("title:")),
        len(lines) - 1,
    )
    while at < len(lines) and lines[at].startswith((" ", "\t")):
        at += 1
    return (
        f"---\n{''.join([*lines[:at], stamps, *lines[at:]])}---\n{plain[fence.end() :]}"
    )
