"""The build tool's door: `python build.py` is `duenotice build`."""

from __future__ import annotations

import importlib.util
import sys
from pathlib import Path

if importlib.util.find_spec("duenotice") is None:
    sys.path.insert(0, str(Path(__file__).parent / "src"))
try:
    from duenotice.cli import main
except ModuleNotFoundError as error:
    package = (error.name or "").partition(".")[0]
    if package in {"", "duenotice"}:
        raise
    hint = "Run 'make setup', then '.venv/bin/python build.py'."
    sys.exit(f"error: the package '{package}' is not installed. {hint}")
if __name__ == "__main__":
    main(default="build")
