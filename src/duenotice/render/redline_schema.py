"""The JSON Schema of a comparison as data.

Fields may be added to the data under the same number, so nothing forbids more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Any

from duenotice.compare import ChangeKind
from duenotice.compare import Difference
from duenotice.render.json_schema import FLAG
from duenotice.render.json_schema import TEXT
from duenotice.render.json_schema import TEXT_OR_NULL
from duenotice.render.json_schema import described
from duenotice.render.json_schema import list_of
from duenotice.render.redline_data import SCHEMA

if TYPE_CHECKING:
    from duenotice.render.json_schema import Fields
    from duenotice.render.json_schema import Schema


def comparison_schema() -> Schema:
    """Give the schema of what `comparison_data` and the command make together."""
    number = {"type": "integer", "minimum": 0}
    sides = {side: list_of(_left_out()) for side in ("old", "new")}
    return described(
        {
            "schema": ({"const": SCHEMA}, "the schema"),
            "old": (TEXT, "the earlier text"),
            "new": (TEXT, "the later text"),
            "locale": (TEXT, "the language; empty for a file that doesn't say"),
            "same": (FLAG, "whether a reader sees no difference"),
            "could_not_compare": (TEXT_OR_NULL, "why it could not be compared"),
            "counts": (
                _plain_object(dict.fromkeys(ChangeKind, number)),
                "how many changes there are of each kind",
            ),
            "changes": (
                list_of(_change()),
                "the changes, in the order of the later text",
            ),
            "left_out": (
                _plain_object(sides),
                "what of the files was not read as their text",
            ),
        }
    )


def _change() -> Schema:
    kinds = {"enum": [kind.value for kind in ChangeKind]}
    words = list_of(_stretch())
    return described(
        {
            "id": ({"type": "string", "pattern": "^c[0-9a-f]{10}$"}, "the change"),
            "kind": (kinds, "what happened"),
            **_place(),
            "row": (TEXT_OR_NULL, "in a table: the first cell of its row"),
            "column": (TEXT_OR_NULL, "in a table: the head of its column"),
            "before": (TEXT, "what a reader saw; empty for what was added"),
            "after": (TEXT, "what a reader sees; empty for what was removed"),
            "words": (words, "of an amended line every stretch, in order"),
        },
        {
            "from": (described(_place()), "of what moved: where it stood"),
            "reframed": (FLAG, "of what moved: whether it is under other words"),
        },
    )


def _place() -> Fields:
    return {
        "section": (TEXT_OR_NULL, "the id of the section; null in a file"),
        "heading": (TEXT_OR_NULL, "the heading it stands under"),
        "lead_in": (TEXT_OR_NULL, "the line that leads to its list"),
    }


def _stretch() -> Schema:
    kinds = {"enum": [difference.value for difference in Difference]}
    return described(
        {
            "difference": (kinds, "how the words differ"),
            "before": (TEXT, "the words before"),
            "after": (TEXT, "the words after"),
        },
        {
            "target_before": (
                TEXT_OR_NULL,
                "of a link that leads elsewhere: where to",
            ),
            "target_after": (TEXT_OR_NULL, "where it leads now"),
        },
    )


def _left_out() -> Schema:
    return described(
        {
            "line": ({"type": ["integer", "null"]}, "the line of the file"),
            "kind": (TEXT, "what it is"),
            "words": (TEXT, "its words"),
        }
    )


def _plain_object(fields: dict[Any, Schema]) -> Schema:
    properties = {str(name): schema for name, schema in fields.items()}
    return {
        "type": "object",
        "properties": properties,
        "required": list(properties),
    }
