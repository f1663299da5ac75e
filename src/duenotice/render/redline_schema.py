"""The JSON Schema of a comparison as data.

Fields may be added to the data under the same number, so nothing forbids more.
"""

from __future__ import annotations

from typing import Any

from duenotice.compare import ChangeKind
from duenotice.compare import Difference
from duenotice.render.redline_data import SCHEMA

_Schema = dict[str, Any]

_TEXT: _Schema = {"type": "string"}
_TEXT_OR_NULL: _Schema = {"type": ["string", "null"]}
_FLAG: _Schema = {"type": "boolean"}


def comparison_schema() -> _Schema:
    """Give the schema of what `comparison_data` and the command make together."""
    number = {"type": "integer", "minimum": 0}
    sides = {side: {"type": "array", "items": _left_out()} for side in ("old", "new")}
    return _object(
        {
            "schema": ({"const": SCHEMA}, "the schema"),
            "old": (_TEXT, "the earlier text"),
            "new": (_TEXT, "the later text"),
            "locale": (_TEXT, "the language; empty for a file that doesn't say"),
            "same": (_FLAG, "whether a reader sees no difference"),
            "could_not_compare": (_TEXT_OR_NULL, "why it could not be compared"),
            "counts": (
                _plain_object(dict.fromkeys(ChangeKind, number)),
                "how many changes there are of each kind",
            ),
            "changes": (
                {"type": "array", "items": _change()},
                "the changes, in the order of the later text",
            ),
            "left_out": (
                _plain_object(sides),
                "what of the files was not read as their text",
            ),
        }
    )


def _change() -> _Schema:
    kinds = {"enum": [kind.value for kind in ChangeKind]}
    words = {"type": "array", "items": _stretch()}
    return _object(
        {
            "id": ({"type": "string", "pattern": "^c[0-9a-f]{10}$"}, "the change"),
            "kind": (kinds, "what happened"),
            **_place(),
            "row": (_TEXT_OR_NULL, "in a table: the first cell of its row"),
            "column": (_TEXT_OR_NULL, "in a table: the head of its column"),
            "before": (_TEXT, "what a reader saw; empty for what was added"),
            "after": (_TEXT, "what a reader sees; empty for what was removed"),
            "words": (words, "of an amended line every stretch, in order"),
        },
        {
            "from": (_object(_place()), "of what moved: where it stood"),
            "reframed": (_FLAG, "of what moved: whether it is under other words"),
        },
    )


def _place() -> dict[str, tuple[_Schema, str]]:
    return {
        "section": (_TEXT_OR_NULL, "the id of the section; null in a file"),
        "heading": (_TEXT_OR_NULL, "the heading it stands under"),
        "lead_in": (_TEXT_OR_NULL, "the line that leads to its list"),
    }


def _stretch() -> _Schema:
    kinds = {"enum": [difference.value for difference in Difference]}
    return _object(
        {
            "difference": (kinds, "how the words differ"),
            "before": (_TEXT, "the words before"),
            "after": (_TEXT, "the words after"),
        },
        {
            "target_before": (
                _TEXT_OR_NULL,
                "of a link that leads elsewhere: where to",
            ),
            "target_after": (_TEXT_OR_NULL, "where it leads now"),
        },
    )


def _left_out() -> _Schema:
    return _object(
        {
            "line": ({"type": ["integer", "null"]}, "the line of the file"),
            "kind": (_TEXT, "what it is"),
            "words": (_TEXT, "its words"),
        }
    )


def _object(
    fields: dict[str, tuple[_Schema, str]],
    optional: dict[str, tuple[_Schema, str]] | None = None,
) -> _Schema:
    """Give an object with described fields, all of them there but the optional."""
    described = fields | (optional or {})
    return {
        "type": "object",
        "properties": {
            name: {**schema, "description": description}
            for name, (schema, description) in described.items()
        },
        "required": list(fields),
    }


def _plain_object(fields: dict[Any, _Schema]) -> _Schema:
    properties = {str(name): schema for name, schema in fields.items()}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }
