"""The command line: the only code that prints, exits and reads the clock."""

from __future__ import annotations

import gc

# A run is short, and looking for its garbage takes a tenth of it, imports included.
gc.set_threshold(100_000)

from duenotice.cli.app import main  # noqa: E402

__all__ = ["main"]
