"""What a command judges by: the program's rules, and what the project adds."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.config import ConfigError
from duenotice.config import read_config
from duenotice.diagnostics import has_errors
from duenotice.errors import DuenoticeError
from duenotice.store.customs import Customs
from duenotice.store.customs import committed_customs
from duenotice.store.customs import read_customs
from duenotice.store.faulty import FaultyTextError
from duenotice.store.tree import SETTINGS

if TYPE_CHECKING:
    from duenotice.cli.session import Session
    from duenotice.config import Config
    from duenotice.store.tree import Tree


class CommittedSettingsError(DuenoticeError):
    """A commit's settings can't be used, whatever lies on the disk."""

    hint = "What is committed counts here: commit settings that are in order."

    def __init__(self, name: str, reason: str) -> None:
        """Name the commit, and what is wrong with its settings."""
        super().__init__(f"{name}: {reason}")


def customs_in(session: Session) -> Customs:
    """Give what holds here, with its faults; outside of a project the shipped rules."""
    root = session.root
    return read_customs(root, () if root is None else session.config.rules_off)


def sound_customs(session: Session) -> Customs:
    """Give what holds here.

    Raises:
        FaultyTextError: Some of it can't be used: less would be asked for than is due.
    """
    customs = customs_in(session)
    if has_errors(customs.faults):
        raise FaultyTextError(customs.faults)
    return customs


def committed_in(tree: Tree) -> Customs:
    """Give what holds in a commit, whatever has been changed since.

    Raises:
        FaultyTextError: Some of it can't be used.
    """
    customs = committed_customs(tree, settings_in(tree).rules_off)
    if has_errors(customs.faults):
        raise FaultyTextError(customs.faults)
    return customs


def settings_in(tree: Tree) -> Config:
    """Give the project's settings in a commit.

    Raises:
        CommittedSettingsError: They can't be used.
    """
    try:
        return read_config(tree.read(SETTINGS) if SETTINGS in tree.paths else None)
    except ConfigError as error:
        raise CommittedSettingsError(tree.name, str(error)) from error
