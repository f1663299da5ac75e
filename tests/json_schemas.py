"""A JSON Schema held against data: only as much of it as ours use, and strictly."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from typing import Any

if TYPE_CHECKING:
    from collections.abc import Iterator

_TYPES: dict[str, type] = {
    "string": str,
    "integer": int,
    "boolean": bool,
    "null": type(None),
    "object": dict,
    "array": list,
}
_PLAIN = ("type", "const", "enum")
_SAID = {"$schema", "title", "description"}


def faults(schema: dict[str, Any], value: object, path: str = "") -> Iterator[str]:
    """Say where data doesn't fit a schema, or has fields that it doesn't name.

    Raises:
        AssertionError: The schema has a word that this doesn't know.
    """
    known = {"type", "const", "enum", "pattern", "minimum"}
    known |= {"properties", "required", "items", "additionalProperties"}
    assert set(schema) <= known | _SAID, f"unknown: {set(schema) - known}"
    told = [
        name for name in ("type", "const", "enum") if not _fits(name, schema, value)
    ]
    if told:
        yield f"{path or '.'}: {', '.join(told)}"
        return
    yield from _inner_faults(schema, value, path)


def _inner_faults(schema: dict[str, Any], value: object, path: str) -> Iterator[str]:
    """Say the same of data whose type fits."""
    match value:
        case str():
            if re.search(schema.get("pattern", ""), value) is None:
                yield f"{path}: pattern"
        case int():
            if value < schema.get("minimum", value):
                yield f"{path}: minimum"
        case list():
            for one in value:
                yield from faults(schema["items"], one, f"{path}[]")
        case dict() if "additionalProperties" in schema:
            for one in value.values():
                yield from faults(schema["additionalProperties"], one, f"{path}.*")
        case dict():
            yield from _object_faults(schema, value, path)
        case _:
            pass


def _object_faults(
    schema: dict[str, Any], value: dict[str, object], path: str
) -> Iterator[str]:
    properties = schema["properties"]
    lacking = [name for name in schema["required"] if name not in value]
    yield from (f"{path}.{name}: lacking" for name in lacking)
    yield from (f"{path}.{name}: unnamed" for name in value if name not in properties)
    for name, inner in value.items():
        if name in properties:
            yield from faults(properties[name], inner, f"{path}.{name}")


def _fits(name: str, schema: dict[str, Any], value: object) -> bool:
    if name not in schema:
        return True
    told = schema[name]
    match name:
        case "type":
            names = told if isinstance(told, list) else [told]
            return type(value) in {_TYPES[one] for one in names}
        case "const":
            return bool(value == told)
        case _:
            return value in told
