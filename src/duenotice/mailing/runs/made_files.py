"""Files of a run held against what was recorded of them."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from duenotice.mailing.runs.partition_record import MadeFile

if TYPE_CHECKING:
    from duenotice.mailing.storage import Storage

_BLOCK = 1 << 20


def file_at(storage: Storage, path: str) -> MadeFile:
    """Describe a file as it is, in little memory.

    Raises:
        StorageError: It can't be read.
    """
    digest, size = hashlib.sha256(), 0
    with storage.open_read(path) as file:
        while block := file.read(_BLOCK):
            digest.update(block)
            size += len(block)
    return MadeFile(path=path, sha256=f"sha256:{digest.hexdigest()}", size=size)


def is_as_made(storage: Storage, file: MadeFile) -> bool:
    """Tell whether a file is there, byte for byte.

    Raises:
        StorageError: It can't be read.
    """
    return storage.exists(file.path) and file_at(storage, file.path) == file
