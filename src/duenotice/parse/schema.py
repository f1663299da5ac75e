"""What a file may hold, said once: for reading, for messages and as JSON Schema.

A schema is a tree of kinds. `read` turns a YAML node into plain values and adds a
diagnostic for each fault, with its line; the same tree gives the JSON Schema that
lets editors complete and check a file as they type. All scalars arrive as strings.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from dataclasses import field
from datetime import date
from typing import TYPE_CHECKING
from typing import Any
from typing import Protocol
from zoneinfo import ZoneInfo
from zoneinfo import ZoneInfoNotFoundError

from duenotice.diagnostics import Diagnostic
from duenotice.diagnostics import Severity
from duenotice.model.label import VersionLabel
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import Scalar
from duenotice.parse.yaml_tree import Sequence
from duenotice.parse.yaml_tree import YamlFault
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping as MappingType

    from duenotice.parse.yaml_tree import Entry
    from duenotice.parse.yaml_tree import Node

ID_FORM = r"[a-z0-9]+(?:-[a-z0-9]+)*"
"""A section's or statement's id: lower-case words with hyphens."""

LOCALE_FORM = r"[a-z]{2,3}(?:-[A-Z][a-z]{3})?(?:-(?:[A-Z]{2}|[0-9]{3}))?"
"""A locale: language, optional script, optional region, as in `zh-Hant`, `es-US`."""

HASH_FORM = r"sha256:[0-9a-f]{64}"


class InvalidValueError(Exception):
    """A value was reported as a diagnostic and has no meaning to hand on."""


@dataclass(slots=True)
class Report:
    """Where the faults of one file are collected."""

    path: str
    first_line: int = 0
    """How many lines stand in the file before the YAML starts."""

    diagnostics: list[Diagnostic] = field(default_factory=list)

    def error(self, code: str, message: str, line: int | None, hint: str) -> None:
        """Add a fault that stops a release."""
        self._add(Severity.ERROR, code, message, line, hint)

    def warning(self, code: str, message: str, line: int | None, hint: str) -> None:
        """Add a fault that a reader would stumble over."""
        self._add(Severity.WARNING, code, message, line, hint)

    def _add(
        self, severity: Severity, code: str, message: str, line: int | None, hint: str
    ) -> None:
        place = None if line is None else line + self.first_line
        self.diagnostics.append(
            Diagnostic(
                code=code,
                severity=severity,
                message=message,
                path=self.path,
                line=place,
                hint=hint,
            )
        )

    def invalid(self, name: str, node: Node, wanted: str) -> InvalidValueError:
        """Report a value that is not of its kind."""
        shown = f'"{node.text}"' if isinstance(node, Scalar) and node.text else "this"
        self.error(
            "value-invalid",
            f'{shown} is not {wanted} (key "{name}")',
            node.line,
            f"Write {wanted}.",
        )
        return InvalidValueError()


class Kind(Protocol):
    """What a value may be."""

    def read(self, node: Node, name: str, report: Report) -> Any:  # noqa: ANN401
        """Convert the node, or report why not and raise `InvalidValueError`."""

    def json_schema(self) -> dict[str, Any]:
        """Say the same as JSON Schema."""


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
        schema: dict[str, Any] = {"type": "string"}
        if self.form is not None:
            schema["pattern"] = f"^(?:{self.form})$"
        if self.nullable:
            schema["type"] = ["string", "null"]
        return schema


@dataclass(frozen=True, slots=True)
class ConvertedKind:
    """A string that a function turns into a value."""

    wanted: str
    convert: Callable[[str], Any]
    schema: MappingType[str, Any]
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


@dataclass(frozen=True, slots=True)
class ListKind:
    """A list of one kind."""

    item: Kind
    min_items: int = 0

    def read(self, node: Node, name: str, report: Report) -> tuple[Any, ...]:
        """Give the items."""
        if not isinstance(node, Sequence) or len(node.items) < self.min_items:
            raise report.invalid(name, node, "a list")
        return tuple(
            _read_all(report, [(item, self.item, name) for item in node.items])
        )

    def json_schema(self) -> dict[str, Any]:
        """Give an array."""
        schema: dict[str, Any] = {"type": "array", "items": self.item.json_schema()}
        if self.min_items:
            schema["minItems"] = self.min_items
        return schema


@dataclass(frozen=True, slots=True)
class MapKind:
    """Keys of one form with values of one kind."""

    key_form: str
    key_wanted: str
    value: Kind

    def read(self, node: Node, name: str, report: Report) -> dict[str, Any]:
        """Give the values by key."""
        if not isinstance(node, Mapping):
            raise report.invalid(name, node, f"a mapping of {self.key_wanted}")
        for entry in _without_repetition(node, name, report):
            if re.fullmatch(self.key_form, entry.key, re.ASCII) is None:
                raise report.invalid(
                    name, Scalar(entry.key, entry.line), self.key_wanted
                )
        values = _read_all(
            report,
            [(e.value, self.value, f"{name}.{e.key}") for e in node.entries],
        )
        return dict(zip((e.key for e in node.entries), values, strict=True))

    def json_schema(self) -> dict[str, Any]:
        """Give an object with one kind of value."""
        return {
            "type": "object",
            "propertyNames": {"pattern": f"^(?:{self.key_form})$"},
            "additionalProperties": self.value.json_schema(),
        }


@dataclass(frozen=True, slots=True)
class Key:
    """One key of a mapping with fixed keys."""

    name: str
    kind: Kind
    description: str
    required: bool = False


@dataclass(frozen=True, slots=True)
class KeysKind:
    """A mapping with fixed keys."""

    what: str
    """What the mapping is, for messages: `a section's front matter`."""

    keys: tuple[Key, ...]
    open_ended: bool = False
    """Further keys with text values are allowed."""

    def read(self, node: Node, name: str, report: Report) -> dict[str, Any]:
        """Give the values of the keys that are there."""
        if not isinstance(node, Mapping):
            raise report.invalid(name or self.what, node, "a mapping of keys")
        known = {key.name: key for key in self.keys}
        rest = TextKind()
        jobs: list[tuple[Node, Kind, str]] = []
        names: list[str] = []
        for entry in _without_repetition(node, name or self.what, report):
            key = known.get(entry.key)
            if key is None and not self.open_ended:
                self._report_unknown(entry, report)
                continue
            kind = rest if key is None else key.kind
            jobs.append((entry.value, kind, _dotted(name, entry.key)))
            names.append(entry.key)
        present = {entry.key for entry in node.entries}
        for key in self.keys:
            if key.required and key.name not in present:
                self._report_missing(key, node, name, report)
        return dict(zip(names, _read_all(report, jobs), strict=True))

    def _report_unknown(self, entry: Entry, report: Report) -> None:
        names = [key.name for key in self.keys]
        close = difflib.get_close_matches(entry.key, names, n=1)
        meant = f'Did you mean "{close[0]}"? ' if close else ""
        report.error(
            "key-unknown",
            f'"{entry.key}" is not a key of {self.what}',
            entry.line,
            f"{meant}Keys allowed here: {', '.join(names)}.",
        )

    def _report_missing(self, key: Key, node: Node, name: str, report: Report) -> None:
        report.error(
            "key-missing",
            f'{self.what} has no "{_dotted(name, key.name)}"',
            node.line,
            f'Add "{key.name}": {key.description}',
        )

    def json_schema(self) -> dict[str, Any]:
        """Give an object with these properties."""
        schema: dict[str, Any] = {
            "type": "object",
            "properties": {
                key.name: {**key.kind.json_schema(), "description": key.description}
                for key in self.keys
            },
            "additionalProperties": {"type": "string"} if self.open_ended else False,
        }
        required = [key.name for key in self.keys if key.required]
        if required:
            schema["required"] = required
        return schema


@dataclass(frozen=True, slots=True)
class EitherKind:
    """A scalar of one kind, or a mapping of another."""

    scalar: Kind
    mapping: Kind

    def read(self, node: Node, name: str, report: Report) -> Any:  # noqa: ANN401
        """Read by the node's shape."""
        kind = self.scalar if isinstance(node, Scalar) else self.mapping
        return kind.read(node, name, report)

    def json_schema(self) -> dict[str, Any]:
        """Give both."""
        return {"anyOf": [self.scalar.json_schema(), self.mapping.json_schema()]}


def read_keys(
    text: str, schema: KeysKind, report: Report, *, broken_code: str = "yaml-broken"
) -> dict[str, Any] | None:
    """Read YAML text by a schema: the values, or nothing where any was at fault."""
    before = len(report.diagnostics)
    try:
        values = schema.read(read_yaml(text), "", report)
    except YamlFault as fault:
        report.error(
            broken_code,
            f"{schema.what} can't be read as YAML: {fault.message}",
            fault.line,
            "Look for a missing colon, quote or space; put text that holds a colon "
            "in quotes. Anchors, aliases and tags are not used here.",
        )
        return None
    except InvalidValueError:
        return None
    return None if len(report.diagnostics) > before else values


def _read_all(report: Report, jobs: list[tuple[Node, Kind, str]]) -> list[Any]:
    """Read all, so that one fault doesn't hide the next; raise at the end."""
    values = []
    failed = False
    for node, kind, name in jobs:
        try:
            values.append(kind.read(node, name, report))
        except InvalidValueError:
            failed = True
    if failed:
        raise InvalidValueError
    return values


def _without_repetition(node: Mapping, name: str, report: Report) -> tuple[Entry, ...]:
    seen: set[str] = set()
    for entry in node.entries:
        if entry.key in seen:
            report.error(
                "key-repeated",
                f'"{entry.key}" stands twice in {name}',
                entry.line,
                "Keep one of them.",
            )
            raise InvalidValueError
        seen.add(entry.key)
    return node.entries


def _dotted(name: str, key: str) -> str:
    return f"{name}.{key}" if name else key


def _iso_date(text: str) -> date:
    if re.fullmatch(r"\d{4}-\d{2}-\d{2}", text, re.ASCII) is None:
        raise ValueError(text)
    return date.fromisoformat(text)


def _time_zone(text: str) -> str:
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, OSError) as error:
        raise ValueError(text) from error
    return text


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
    pattern = r"^\d{4}-\d{2}-\d{2}(?:\.[1-9]\d*)?$"
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


def time_zone() -> ConvertedKind:
    """Say: a time zone by its name in the IANA data."""
    return ConvertedKind(
        'the name of a time zone such as "America/Los_Angeles"',
        _time_zone,
        {"type": "string"},
    )
