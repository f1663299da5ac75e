"""What a file may hold, said once: for reading, for messages and as JSON Schema.

A schema is a tree of kinds. `read` turns a YAML node into plain values and adds a
diagnostic for each fault, with its line; the same tree gives the JSON Schema that
lets editors complete and check a file as they type. Its leaves are in `scalars`.
"""

from __future__ import annotations

import difflib
import re
from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Any
from typing import Protocol

from duenotice.parse.report import InvalidValueError
from duenotice.parse.scalars import TextKind
from duenotice.parse.yaml_tree import Mapping
from duenotice.parse.yaml_tree import Scalar
from duenotice.parse.yaml_tree import Sequence
from duenotice.parse.yaml_tree import YamlFault
from duenotice.parse.yaml_tree import read_yaml

if TYPE_CHECKING:
    from duenotice.parse.report import Report
    from duenotice.parse.yaml_tree import Entry
    from duenotice.parse.yaml_tree import Node


class Kind(Protocol):
    """What a value may be."""

    def read(self, node: Node, name: str, report: Report) -> Any:  # noqa: ANN401
        """Convert the node, or report why not and raise `InvalidValueError`."""

    def json_schema(self) -> dict[str, Any]:
        """Say the same as JSON Schema."""


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
            raise report.invalid(name, node, f"a mapping with {self.key_wanted} as key")
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
            raise report.invalid(name, node, "a mapping of keys")
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
