"""JSON in the one form of which digests are taken."""

from __future__ import annotations

import contextlib
import hashlib
import json
from typing import TYPE_CHECKING
from typing import Any

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

_SEAL = "digest"
_DIGITS = 12


class NotAsWrittenError(ValueError):
    """Bytes that this program didn't write, or that were changed since."""


def canonical_json(value: object) -> bytes:
    r"""Write JSON with sorted keys and no spaces, in ASCII.

    >>> canonical_json({"b": 1, "a": ["é"]})
    b'{"a":["\\u00e9"],"b":1}'
    """
    return json.dumps(value, sort_keys=True, separators=(",", ":")).encode()


def digest_of(data: bytes) -> str:
    """Give `sha256:` and the hash of bytes."""
    return f"sha256:{hashlib.sha256(data).hexdigest()}"


def short_digest(digest: str) -> str:
    """Give as much of a digest as people need to tell one from another.

    >>> short_digest("sha256:0123456789abcdef")
    '0123456789ab'
    """
    return digest.removeprefix("sha256:")[:_DIGITS]


def file_json(value: object) -> bytes:
    """Write JSON for a file that people may read: keys in order, a line each."""
    return f"{json.dumps(value, sort_keys=True, indent=2)}\n".encode()


def sealed_json(data: Mapping[str, object]) -> bytes:
    """Write such JSON with a digest of all the rest."""
    return file_json({**data, _SEAL: digest_of(canonical_json(data))})


def read_sealed(content: bytes, schema: str) -> dict[str, Any]:
    """Read such a file, without its digest.

    Raises:
        NotAsWrittenError: It isn't as it was written, or is of another schema.
    """
    with as_written():
        data: dict[str, Any] = dict(json.loads(content))
        stated = data.pop(_SEAL)
        if (stated, data["schema"]) != (digest_of(canonical_json(data)), schema):
            raise NotAsWrittenError(schema)
        return data


@contextlib.contextmanager
def as_written() -> Iterator[None]:
    """Have whatever goes wrong with others' bytes mean one thing.

    Raises:
        NotAsWrittenError: They are not as this program writes them.
    """
    try:
        yield
    except NotAsWrittenError:
        raise
    except (
        *(ArithmeticError, AttributeError, LookupError, TypeError, ValueError),
        RecursionError,
    ) as error:
        raise NotAsWrittenError(type(error).__name__) from error


def count_of(value: object) -> int:
    """Take a count from JSON.

    Raises:
        NotAsWrittenError: It is none.
    """
    if type(value) is not int or value < 0:
        raise NotAsWrittenError
    return value
