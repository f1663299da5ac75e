"""YAML as a tree of strings with line numbers. The only module that imports PyYAML.

Every scalar stays the string that was written (`2026-11-24` is no date and `no` no
boolean here); a schema converts it. Anchors, aliases and tags are refused: a file of
this program never needs them, and they are the way to make a small file enormous.
"""

from __future__ import annotations

from dataclasses import dataclass

import yaml

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
_TEXT_TAG = "tag:yaml.org,2002:str"


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


def read_yaml(text: str) -> Node:
    """Read one YAML document.

    Raises:
        YamlFault: It is broken, empty, more than one document, or uses what this
            program refuses.
    """
    try:
        _refuse_indirection(text)
        root = yaml.compose(text, Loader=_Loader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = None if mark is None else mark.line + 1
        raise YamlFault(error.problem or "it can't be read", line) from error
    except yaml.YAMLError as error:
        raise YamlFault(str(error).splitlines()[0], None) from error
    except RecursionError as error:
        message = "it is nested too deeply"
        raise YamlFault(message, None) from error
    if root is None:
        message = "it is empty"
        raise YamlFault(message, 1)
    return _convert(root)


def write_yaml(value: object) -> str:
    """Write nested dicts, lists, strings and None in the one canonical form.

    Scalars are plain where YAML allows it, since all are read as strings. Below the
    top, what holds only scalars stands on one line, so that a difference between two
    files shows whole facts.
    """
    text: str = yaml.serialize(
        _to_node(value, is_top=True),
        Dumper=yaml.BaseDumper,
        allow_unicode=True,
        width=1_000_000,
    )
    return text


def _refuse_indirection(text: str) -> None:
    if not any(sign in text for sign in "&*!"):
        return
    for event in yaml.parse(text, Loader=_Loader):
        for what in ("anchor", "tag"):
            name = getattr(event, what, None)
            if name is not None:
                mark = event.start_mark
                line = None if mark is None else mark.line + 1
                message = f"it uses the {what} {name!r}"
                raise YamlFault(message, line)


def _convert(node: yaml.Node) -> Node:
    line = node.start_mark.line + 1
    if isinstance(node, yaml.ScalarNode):
        is_null = not node.style and node.value in {"null", "~", ""}
        return Scalar(None if is_null else node.value, line)
    if isinstance(node, yaml.SequenceNode):
        return Sequence(tuple(map(_convert, node.value)), line)
    return Mapping(tuple(_entry(key, value) for key, value in node.value), line)


def _entry(key: yaml.Node, value: yaml.Node) -> Entry:
    line = key.start_mark.line + 1
    if not isinstance(key, yaml.ScalarNode):
        message = "a key is not a single word"
        raise YamlFault(message, line)
    return Entry(key.value, line, _convert(value))


def _to_node(value: object, *, is_top: bool = False) -> yaml.Node:
    match value:
        case None:
            return yaml.ScalarNode(_TEXT_TAG, "null")
        case str():
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
