"""How git is called, so that nothing but the repository decides what is read."""

from __future__ import annotations

import os

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


def command_line(*arguments: str) -> list[str]:
    """Give the command line that runs git, deaf to what a hook or a shell has set."""
    foreign = {name for name in os.environ if name.startswith("GIT_")} - _HEEDED
    if not foreign:
        return ["git", *arguments]
    unset = (part for name in sorted(foreign) for part in ("-u", name))
    return ["env", *unset, "git", *arguments]
