"""A place for files that is no folder, and stays as long as the tests run."""

from __future__ import annotations

import fsspec
from fsspec.implementations.memory import MemoryFileSystem


class _Shelf(MemoryFileSystem):  # type: ignore[misc]
    """Stands for a service that keeps files."""

    protocol = ("shelf",)


def shelf(name: str) -> str:
    """Give the address of a folder of the service."""
    fsspec.register_implementation("shelf", _Shelf, clobber=True)
    return f"shelf://{name}"
