"""YAML as a tree of strings with line numbers. The only module that imports PyYAML.

Every scalar stays the string that was written (`2026-11-24` is no date and `no` no
boolean here); a schema converts it. Anchors, aliases and tags are refused: a file of
this program never needs them, and they are the way to make a small file enormous.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

import yaml

from duenotice.errors import DuenoticeError
from duenotice.parse.characters import CONTROL
from duenotice.parse.characters import DIRECTION

if TYPE_CHECKING:
    from collections.abc import Iterator

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TEXT_TAG = "tag:yaml.org,2002:str"
_HIDDEN = re.compile(f"{CONTROL.pattern}|{DIRECTION.pattern}")
"""Looked for in a file's bytes (`bytes_text`), where an escape doesn't show them."""
_UNWRITABLE = re.compile(rf"{CONTROL.pattern}|[\ud800-\udfff]")
_MAX_DEPTH = 20
"""No file of this program is nested half as deep."""


@dataclass(frozen=True, slots=True)
class Scalar:
    """A string, or nothing where `null` stands unquoted."""

    text: str | None
    line: int


@dataclass(frozen=True, slots=True)
class Sequence:
    """A list."""

    items: tuple[Node, ...]
    line: int


@dataclass(frozen=True, slots=True)
class Entry:
    """One key of a mapping with its value."""

    key: str
    line: int
    value: Node


@dataclass(frozen=True, slots=True)
class Mapping:
    """Keys and values, as written."""

    entries: tuple[Entry, ...]
    line: int


Node = Scalar | Sequence | Mapping


class YamlFault(Exception):  # noqa: N818 - a fault in a text, never shown as it is
    """The text is no YAML of the kind this program reads."""

    def __init__(self, message: str, line: int | None) -> None:
        """Keep the place."""
        super().__init__(message)
        self.message = message
        self.line = line


class UnwritableTextError(DuenoticeError):
    """A text holds a character that no file of a statement may hold."""

    hint = "Write it without that character; it can't be seen anyway."

    def __init__(self, text: str, character: str) -> None:
        """Name both."""
        super().__init__(
            f"{text!a} holds the character U+{ord(character):04X}, which can't "
            "be written"
        )


def read_yaml(text: str) -> Node:
    """Read one YAML document.

    Raises:
        YamlFault: It is broken, empty, more than one document, or uses what this
            program refuses.
    """
    try:
        return _Reader(text).document()
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line + 1
        raise YamlFault(error.problem or "it can't be read", line) from error
    except yaml.YAMLError as error:
        raise YamlFault(str(error).splitlines()[0], None) from error


def write_yaml(value: object) -> str:
    """Write nested dicts, lists, strings and None in the one canonical form.

    Scalars are plain where YAML allows it, since all are read as strings. Below the
    top, what holds only scalars stands on one line, so that a difference between two
    files shows whole facts.

    Raises:
        UnwritableTextError: A text holds what can't be read back.
    """
    text: str = yaml.serialize(
        _to_node(value, is_top=True),
        Dumper=yaml.BaseDumper,
        allow_unicode=True,
        width=1_000_000,
    )
    return text


class _Reader:
    """Makes the tree out of the parser's events.

    PyYAML would make one itself, but by recursion without a limit: a long row of
    brackets is enough to end the process.
    """

    def __init__(self, text: str) -> None:
        self._text = text
        self._events: Iterator[yaml.Event] = yaml.parse(text, Loader=_Loader)

    def document(self) -> Node:
        """Read the one document."""
        next(self._events)  # the stream begins
        if isinstance(next(self._events), yaml.StreamEndEvent):
            message = "it is empty"
            raise YamlFault(message, 1)
        root = self._node(next(self._events), _MAX_DEPTH)
        next(self._events)  # the document ends
        further = next(self._events)
        if not isinstance(further, yaml.StreamEndEvent):
            message = "it holds a second document"
            raise YamlFault(message, _line(further))
        return root

    def _node(self, event: yaml.Event, depth: int) -> Node:
        _refuse(event)
        line = _line(event)
        if depth == 0:
            message = "it is nested too deeply"
            raise YamlFault(message, line)
        match event:
            case yaml.SequenceStartEvent():
                return Sequence(tuple(self._items(depth)), line)
            case yaml.MappingStartEvent():
                return Mapping(tuple(self._entries(depth)), line)
            case yaml.ScalarEvent():
                return self._scalar(event, line)
            case other:
                message = f"no node is made of {other!r}"
                raise AssertionError(message)

    def _items(self, depth: int) -> Iterator[Node]:
        while not isinstance(event := next(self._events), yaml.SequenceEndEvent):
            yield self._node(event, depth - 1)

    def _entries(self, depth: int) -> Iterator[Entry]:
        while not isinstance(event := next(self._events), yaml.MappingEndEvent):
            key = self._node(event, depth - 1)
            if not isinstance(event, yaml.ScalarEvent):
                message = "a key is not a single word"
                raise YamlFault(message, key.line)
            value = self._node(next(self._events), depth - 1)
            yield Entry(event.value, key.line, value)

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> Scalar:
        text: str = event.value
        if not event.style and text in {"null", "~", ""}:
            return Scalar(None, line)
        hidden = _HIDDEN.search(text)
        if hidden is not None and hidden[0] not in self._text:
            message = f"it holds the character U+{ord(hidden[0]):04X} as an escape"
            raise YamlFault(message, line)
        return Scalar(text, line)


def _line(event: yaml.Event) -> int:
    mark = event.start_mark
    return 1 if mark is None else mark.line + 1


def _refuse(event: yaml.Event) -> None:
    """Refuse what refers to something else: an anchor, an alias, a tag."""
    for what in ("anchor", "tag"):
        name = getattr(event, what, None)
        if name is not None:
            message = f'it uses the {what} "{name}"'
            raise YamlFault(message, _line(event))


def _to_node(value: object, *, is_top: bool = False) -> yaml.Node:
    match value:
        case None:
            return yaml.ScalarNode(_TEXT_TAG, "null")
        case str():
            if control := _UNWRITABLE.search(value):
                raise UnwritableTextError(value, control[0])
            style = '"' if value in {"null", "~", ""} or "\n" in value else None
            return yaml.ScalarNode(_TEXT_TAG, value, style=style)
        case dict():
            pairs = [(_to_node(k), _to_node(v)) for k, v in value.items()]
            flat = not is_top and all(map(_is_scalar, value.values()))
            tag = "tag:yaml.org,2002:map"
            return yaml.MappingNode(tag, pairs, flow_style=flat or not pairs)
        case list() | tuple():
            items = [_to_node(item) for item in value]
            flat = all(map(_is_scalar, value))
            return yaml.SequenceNode("tag:yaml.org,2002:seq", items, flow_style=flat)
        case _:
            message = f"{value!r} is no string"
            raise TypeError(message)


def _is_scalar(value: object) -> bool:
    return value is None or isinstance(value, str)
