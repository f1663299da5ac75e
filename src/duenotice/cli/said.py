"""What a person says on the command line: a name, a reason, an account."""

from __future__ import annotations

import re

import typer

from duenotice.diagnostics import visible
from duenotice.model.letters import is_readable
from duenotice.parse.characters import CONTROL
from duenotice.parse.characters import DIRECTION
from duenotice.parse.yaml_tree import UnwritableTextError

_UNFIT = re.compile(rf"{CONTROL.pattern}|{DIRECTION.pattern}|[\ud800-\udfff]")
"""What no record can hold, or holds with a warning for ever."""


def said(text: str, option: str) -> str:
    """Take what a person says; what nobody can read was not said.

    Raises:
        UnwritableTextError: It holds what would turn the text, or can't be seen.
    """
    if not is_readable(text):
        message = (
            f'"{visible(text)}" tells nobody anything: it takes two letters at least'
        )
        raise typer.BadParameter(message, param_hint=option)
    if found := _UNFIT.search(text):
        raise UnwritableTextError(text, found[0])
    return text


def optional_said(text: str | None, option: str) -> str | None:
    """Take what may be left out."""
    return None if text is None else said(text, option)
