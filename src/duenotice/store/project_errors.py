"""Why there is no project here, or not the statement that was named."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.diagnostics import visible
from duenotice.errors import DuenoticeError
from duenotice.store.tree import STATEMENTS

if TYPE_CHECKING:
    from pathlib import Path


class NoProjectError(DuenoticeError):
    """No folder with statements was found."""

    hint = (
        "Go to the folder that holds `statements/`, or start a project with "
        "`duenotice init DIR`."
    )

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(f'neither "{folder}" nor a folder above it holds "statements"')


class LinkedStatementsError(DuenoticeError):
    """The folder with the statements is a link."""

    hint = "Replace the link with the folder: texts must lie inside the project."

    def __init__(self, folder: Path) -> None:
        """Name the folder."""
        super().__init__(f'"{folder}" is a link')


class UnknownStatementError(DuenoticeError):
    """There is no such statement."""

    def __init__(self, statement_id: str, known: tuple[str, ...]) -> None:
        """Name it and those there are."""
        names = ", ".join(known) or "none"
        super().__init__(
            f'there is no statement "{statement_id}"',
            hint=f"The statements here: {names}.",
        )


class StatementNameError(DuenoticeError):
    """A statement's folder has a name that can't be an address."""

    hint = (
        "Rename the folder: lower-case letters, digits and hyphens, such as "
        f'"{STATEMENTS}/website". The name is part of every address of the statement.'
    )

    def __init__(self, name: str) -> None:
        """Name the folder."""
        super().__init__(f'"{visible(name)}" can\'t be the name of a statement')


class WhichStatementError(DuenoticeError):
    """There are several statements, or none, and the command is about one."""

    def __init__(self, known: tuple[str, ...]) -> None:
        """Name them."""
        if known:
            message = "there are several statements"
            hint = f"Add --statement with one of: {', '.join(known)}."
        else:
            message = f'the folder "{STATEMENTS}" holds no statement'
            hint = "Bring a text in with `duenotice import FILE --statement ID`."
        super().__init__(message, hint=hint)
