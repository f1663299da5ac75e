"""What a single value may be: the leaves of a schema.

All scalars arrive as strings; a kind checks and converts one. The functions at the
end are the vocabulary that the files' schemas are written with.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from typing import Any

from duenotice import zone_folders
from duenotice.model.label import VersionLabel
from duenotice.parse.yaml_tree import Scalar

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping

    from duenotice.parse.report import Report
    from duenotice.parse.yaml_tree import Node

ID_FORM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A section's or statement's id: lower-case words with hyphens."""

LOCALE_FORM = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
"""A locale: language, optional script, optional region, as in `zh-Hant`, `es-US`."""

HASH_FORM = r"sha256:[0-9a-f]{64}"


@dataclass(frozen=True, slots=True)
class TextKind:
    """A string, of a form where one is given."""

    wanted: str = "text"
    form: str | None = None
    nullable: bool = False

    def read(self, node: Node, name: str, report: Report) -> str | None:
        """Give the string."""
        if isinstance(node, Scalar):
            if node.text is None and self.nullable:
                return None
            if node.text is not None and self._fits(node.text):
                return node.text
        raise report.invalid(name, node, self.wanted)

    def _fits(self, text: str) -> bool:
        if self.form is None:
            return bool(text.strip())
        return re.fullmatch(self.form, text, re.ASCII) is not None

    def json_schema(self) -> dict[str, Any]:
        """Give a string with a pattern."""
        pattern = r"\S" if self.form is None else f"^(?:{self.form})$"
        schema: dict[str, Any] = {"type": "string", "pattern": pattern}
        if self.nullable:
            schema["type"] = ["string", "null"]
        return schema


@dataclass(frozen=True, slots=True)
class ConvertedKind:
    """A string that a function turns into a value."""

    wanted: str
    convert: Callable[[str], Any]
    schema: Mapping[str, Any]
    nullable: bool = False

    def read(self, node: Node, name: str, report: Report) -> Any:  # noqa: ANN401
        """Give the converted value."""
        if isinstance(node, Scalar):
            if node.text is None and self.nullable:
                return None
            try:
                return self.convert(node.text or "")
            except ValueError:
                pass
        raise report.invalid(name, node, self.wanted)

    def json_schema(self) -> dict[str, Any]:
        """Give the schema it was made with."""
        if not self.nullable:
            return dict(self.schema)
        return {"anyOf": [dict(self.schema), {"type": "null"}]}


def _iso_date(text: str) -> date:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) is None:
        raise ValueError(text)
    return date.fromisoformat(text)


def _time_zone(text: str) -> str:
    if text not in _zone_names():
        raise ValueError(text)
    return text


@cache
def _zone_names() -> frozenset[str]:
    """Give the names in the package's list: a machine knows others, as `localtime`."""
    lists = (folder / "zones" for folder in zone_folders())
    return frozenset(name for one in lists for name in one.read_text("ascii").split())


def is_day(text: str) -> bool:
    """Tell whether a text is a date in the form 2026-11-24."""
    try:
        _iso_date(text)
    except ValueError:
        return False
    return True


def text() -> TextKind:
    """Say: any text."""
    return TextKind()


def any_text() -> TextKind:
    """Say: any text, or none."""
    return TextKind("text", r"(?s:.*)")


def notice_level() -> TextKind:
    """Say: a notice level."""
    return TextKind("a notice level from L0 to L6", "L[0-6]")


def nullable_text() -> TextKind:
    """Say: any text, or null."""
    return TextKind(nullable=True)


def identifier() -> TextKind:
    """Say: an id."""
    return TextKind("an id (lower-case letters, digits and hyphens)", ID_FORM)


def locale() -> TextKind:
    """Say: a locale."""
    return TextKind('a locale such as "en" or "zh-Hant"', LOCALE_FORM)


def content_hash() -> TextKind:
    """Say: a SHA-256."""
    return TextKind('"sha256:" and 64 hexadecimal digits', HASH_FORM)


def nullable_hash() -> TextKind:
    """Say: a SHA-256, or null."""
    return TextKind('"sha256:" and 64 hexadecimal digits', HASH_FORM, nullable=True)


def day() -> ConvertedKind:
    """Say: a day."""
    return ConvertedKind(
        "a date in the form 2026-11-24",
        _iso_date,
        {"type": "string", "format": "date"},
    )


def label(*, nullable: bool = False) -> ConvertedKind:
    """Say: a version label."""
    pattern = r"^\d{4}-\d{2}-\d{2}(?:\.(?:[2-9]|[1-9]\d{1,4}))?$"
    return ConvertedKind(
        "a version label in the form 2026-11-24 or 2026-11-24.2",
        VersionLabel.parse,
        {"type": "string", "pattern": pattern},
        nullable,
    )


def whole_number(low: int, high: int) -> ConvertedKind:
    """Say: a whole number between two."""

    def convert(text: str) -> int:
        if re.fullmatch(r"\d{1,9}", text, re.ASCII) is None:
            raise ValueError(text)
        number = int(text)
        if not low <= number <= high:
            raise ValueError(text)
        return number

    return ConvertedKind(
        f"a whole number from {low} to {high}",
        convert,
        {"type": ["integer", "string"], "minimum": low, "maximum": high},
    )


def choice(*allowed: str) -> ConvertedKind:
    """Say: one of these words."""

    def convert(text: str) -> str:
        if text not in allowed:
            raise ValueError(text)
        return text

    words = ", ".join(f'"{word}"' for word in allowed)
    return ConvertedKind(f"one of {words}", convert, {"enum": list(allowed)})


def yes_or_no() -> ConvertedKind:
    """Say: yes or no."""
    known = {"yes": True, "true": True, "no": False, "false": False}

    def convert(text: str) -> bool:
        if text not in known:
            raise ValueError(text)
        return known[text]

    return ConvertedKind('"yes" or "no"', convert, {"enum": [True, False, *known]})


def time_zone() -> ConvertedKind:
    """Say: a time zone by its name in the IANA data."""
    return ConvertedKind(
        'the name of a time zone such as "America/Los_Angeles"',
        _time_zone,
        {"type": "string"},
    )
