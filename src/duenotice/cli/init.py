"""`duenotice init`."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from duenotice.cli.output import answer
from duenotice.cli.output import remark
from duenotice.errors import DuenoticeError
from duenotice.intake.scaffold import scaffold_files
from duenotice.store.writing import write_files

HELP = "Writes an example statement that can be released as it is."
EXAMPLE = "Example: duenotice init privacy"


class ProjectExistsError(DuenoticeError):
    """A file that would be written is there already."""

    hint = "Nothing was written. Choose an empty folder, or move the file away."

    def __init__(self, folder: Path, path: str) -> None:
        """Name the file."""
        super().__init__(f'"{folder / path}" exists already')


def run(
    folder: Annotated[Path, typer.Argument(metavar="DIR", help="The new project.")],
) -> None:
    """Start a project."""
    files = scaffold_files()
    for path in files:
        if (folder / path).exists():
            raise ProjectExistsError(folder, path)
    folder.mkdir(parents=True, exist_ok=True)
    write_files(folder, files)
    for path in files:
        answer(str(folder / path))
    remark(
        "Next: edit the statement, then\n"
        f"  cd {folder} && git init -b main && git add -A\n"
        "  duenotice release && git add -A && git commit -m 'First version'\n"
        "  duenotice build"
    )
