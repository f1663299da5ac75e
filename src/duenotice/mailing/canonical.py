"""JSON in the one form of which digests are taken."""

from __future__ import annotations

import hashlib
import json


def canonical_json(value: object) -> bytes:
    r"""Write JSON with sorted keys and no spaces, in ASCII.

    >>> canonical_json({"b": 1, "a": ["é"]})
    b'{"a":["\\u00e9"],"b":1}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def digest_of(data: bytes) -> str:
    """Give `sha256:` and the hash of bytes."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def file_json(value: object) -> bytes:
    """Write JSON for a file that people may read: keys in order, a line each."""
    return f"{json.dumps(value, sort_keys=True, indent=2)}\n".encode()
