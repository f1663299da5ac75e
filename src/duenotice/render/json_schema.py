"""Pieces of JSON Schemas.

Fields may be added to data under the same number of a schema, so nothing forbids more.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import Any

if TYPE_CHECKING:
    from collections.abc import Iterable

Schema = dict[str, Any]
Fields = dict[str, tuple[Schema, str]]
"""By name the schema of each, and what it is."""

TEXT: Schema = {"type": "string"}
TEXT_OR_NULL: Schema = {"type": ["string", "null"]}
FLAG: Schema = {"type": "boolean"}

_DATE = r"^\d{4}-\d{2}-\d{2}$"
_LABEL = r"^\d{4}-\d{2}-\d{2}(\.[1-9]\d*)?$"
_HASH = "^sha256:[0-9a-f]{64}$"
DATE: Schema = {"type": "string", "pattern": _DATE}
DATE_OR_NULL: Schema = {"type": ["string", "null"], "pattern": _DATE}
LABEL: Schema = {"type": "string", "pattern": _LABEL}
LABEL_OR_NULL: Schema = {"type": ["string", "null"], "pattern": _LABEL}
HASH: Schema = {"type": "string", "pattern": _HASH}
HASH_OR_NULL: Schema = {"type": ["string", "null"], "pattern": _HASH}


def described(fields: Fields, optional: Fields | None = None) -> Schema:
    """Give an object with described fields, all of them there but the optional."""
    known = fields | (optional or {})
    return {
        "type": "object",
        "properties": {
            name: {**schema, "description": description}
            for name, (schema, description) in known.items()
        },
        "required": list(fields),
    }


def list_of(items: Schema) -> Schema:
    """Give a list."""
    return {"type": "array", "items": items}


def by_locale(values: Schema) -> Schema:
    """Give an object whose keys are locales."""
    return {"type": "object", "additionalProperties": values}


def one_of(values: Iterable[str | None]) -> Schema:
    """Give one of some values."""
    return {"enum": list(values)}
