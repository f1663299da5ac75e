"""How git is run, so that nothing but the repository decides what is read.

The only module that imports GitPython. Each run is a process of its own and costs what
a process costs, so callers ask for much at once.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

import git

from duenotice.store.git_errors import GitMissingError

if TYPE_CHECKING:
    from pathlib import Path

    from git.cmd import Git

_NOT_FOUND = 127

# Replace refs and grafts could put another text or another past in a recorded one's
# place, and a lazy fetch or a file-system monitor would run or reach something that
# no commit names.
ENVIRONMENT = {
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_GRAFT_FILE": os.devnull,
    "GIT_NO_LAZY_FETCH": "1",
    "GIT_OPTIONAL_LOCKS": "0",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_CONFIG_COUNT": "2",
    "GIT_CONFIG_KEY_0": "core.fsmonitor",
    "GIT_CONFIG_VALUE_0": "false",
    "GIT_CONFIG_KEY_1": "protocol.allow",
    "GIT_CONFIG_VALUE_1": "never",
    "LC_ALL": "C",
}
# What may be said from outside: where git and its settings are, and how far up a
# repository is looked for. Not which repository, index or objects to read.
_HEEDED = {
    *ENVIRONMENT,
    "GIT_CEILING_DIRECTORIES",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_DISCOVERY_ACROSS_FILESYSTEM",
    "GIT_EXEC_PATH",
}


class GitCommandError(Exception):
    """Git ended with a failure; whoever asked knows what that means."""

    def __init__(self, said: str) -> None:
        """Take what git said."""
        self.said = said
        super().__init__(said)


class GitCommand:
    """Git, run in one folder."""

    def __init__(self, folder: Path) -> None:
        """Take the folder."""
        self._git = git.Git(os.fspath(folder))

    def run(self, *arguments: str) -> bytes:
        """Run git to its end, and give what it answered.

        Raises:
            GitCommandError: It failed.
            GitMissingError: There is no git.
        """
        try:
            return self._git.execute(
                _command_line(*arguments),
                stdout_as_string=False,
                strip_newline_in_stdout=False,
                env=ENVIRONMENT,
            )
        except git.GitCommandNotFound as error:
            raise GitMissingError from error
        except git.GitCommandError as error:
            if error.status == _NOT_FOUND:
                raise GitMissingError from error
            raise GitCommandError(str(error.stderr)) from error

    def start(self, *arguments: str) -> Git.AutoInterrupt:
        """Start git, and give the process with its three streams.

        Raises:
            GitMissingError: There is no git.
        """
        try:
            return self._git.execute(
                _command_line(*arguments), as_process=True, istream=-1, env=ENVIRONMENT
            )
        except git.GitCommandNotFound as error:
            raise GitMissingError from error


def _command_line(*arguments: str) -> list[str]:
    """Give the command line that runs git, deaf to what a hook or a shell has set."""
    foreign = {name for name in os.environ if name.startswith("GIT_")} - _HEEDED
    if not foreign:
        return ["git", *arguments]
    unset = (part for name in sorted(foreign) for part in ("-u", name))
    return ["env", *unset, "git", *arguments]
