"""The command line: the only code that prints, exits and reads the clock."""

from __future__ import annotations

from duenotice.cli.app import main

__all__ = ["main"]
