"""Whether a file on the disk is one that git holds."""

from __future__ import annotations

import hashlib


def is_blob(data: bytes, object_id: str) -> bool:
    """Tell whether bytes are those of a blob, but for line endings."""
    plain = data.replace(b"\r\n", b"\n")
    return object_id in {_blob_id(data, object_id), _blob_id(plain, object_id)}


def _blob_id(data: bytes, like: str) -> str:
    """Give the id that git gives a file, of the kind of another id."""
    is_short = len(like) == 2 * hashlib.sha1(usedforsecurity=False).digest_size
    digest = hashlib.sha1(usedforsecurity=False) if is_short else hashlib.sha256()
    digest.update(b"blob %d\0" % len(data))
    digest.update(data)
    return digest.hexdigest()
