"""What a person says on the command line: a name, a reason, an account."""

from __future__ import annotations

import typer

from duenotice.diagnostics import visible
from duenotice.model.letters import is_readable


def said(text: str, option: str) -> str:
    """Take what a person says; what nobody can read was not said."""
    if not is_readable(text):
        message = (
            f'"{visible(text)}" tells nobody anything: it takes two letters at least'
        )
        raise typer.BadParameter(message, param_hint=option)
    return text


def optional_said(text: str | None, option: str) -> str | None:
    """Take what may be left out."""
    return None if text is None else said(text, option)
