"""JSON as the site's files have it."""

from __future__ import annotations

import json


def json_bytes(value: object) -> bytes:
    """Write JSON that people can read."""
    return (json.dumps(value, ensure_ascii=False, indent=2) + "\n").encode()
