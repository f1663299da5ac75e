"""Documents whose commands are run, and which show what the commands really print.

In a `console` block a line after `$ ` is a command, and `> ` goes on with it. `# On
2026-11-24` makes that day today, for the program and for git. Every other line is
what was printed; a line `…` stands for lines that are not shown. A block whose fence
names a path, as in ```` ```markdown statements/website/en/contacts.md ````, is written
to that file. A comment `<!-- begins with: NAME -->` names one of `BEGINNINGS`.

`python tests/walkthroughs.py` runs all of them and writes into each what its commands
print.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path
from unittest import mock

from duenotice.cli import main

ROOT = Path(__file__).parents[1]
DOCUMENTS = (
    ROOT / "README.md",
    ROOT / "docs" / "tutorial.md",
    *sorted((ROOT / "docs" / "how-to").glob("*.md")),
)

_FIRST_VERSION = (
    "# On 2026-01-15",
    "duenotice init privacy",
    "cd privacy",
    "git init --quiet -b main",
    "duenotice release",
    "git add -A",
    "git commit --quiet -m 'First version'",
)
_ONE_MORE = "echo '- how long you stay on each page'"
_SECTION = "statements/website/en/data-we-collect.md"
_NOTICE = "statements/website/versions/2026-03-02/notice/en.md"
BEGINNINGS = {
    "an empty folder": (),
    "a first version": (*_FIRST_VERSION, "# On 2026-03-02"),
    "a scheduled version": (
        *_FIRST_VERSION,
        "# On 2026-03-02",
        f"{_ONE_MORE} >> {_SECTION}",
        "duenotice release --effective 2026-05-01 --reaches new",
        f"sed -i.bak 's/{{{{[^}}]*}}}}/We tell it here./' {_NOTICE}",
        f"rm {_NOTICE}.bak",
        "duenotice approve 2026-03-02 --by 'A. Editor'",
        "git add -A",
        "git commit --quiet -m 'Say how long we look'",
        "# On 2026-03-10",
    ),
}
"""What a document takes for granted: commands that nobody reads."""

_BEGINNING = re.compile(r"<!-- begins with: (.+) -->\n")
_BLOCK = re.compile(
    r"^```(?P<language>\w+)(?: (?P<path>\S+))?\n(?P<text>.*?)^```\n",
    re.DOTALL | re.MULTILINE,
)
_SHOWN_START = "/home/editor"
_COMMIT = re.compile(r"\bcommit [0-9a-f]{10}\b")
_SHOWN_COMMIT = "commit 4f1c20d9be"
"""A record names the rules it was judged by: each change of one makes other ids."""

_NOT_SHOWN = "(?:.*\n)*"
_TODAY = re.compile(r"# On (\d{4}-\d{2}-\d{2})")
_PLAIN = re.compile(r"duenotice(?: [^\n]*)?")
_OF_THE_SHELL = re.compile(r"[|&;<>$`*?~()\\]")
_SHIM = """\
#!/bin/sh
exec {python} -m duenotice ${{TODAY:+--today "$TODAY"}} "$@"
"""


class Shell:
    """A reader's terminal: a folder, a day, and nothing of the machine's user."""

    def __init__(self, folder: Path) -> None:
        """Begin in an empty folder."""
        self._where = folder / "where"
        self._bin = folder / "bin"
        self._home = folder / "home"
        self._start = folder.resolve() / "work"
        self.folder = self._start
        self._today = ""
        for one in (self._bin, self._home, self._start):
            one.mkdir()
        shim = self._bin / "duenotice"
        shim.write_text(_SHIM.format(python=shlex.quote(sys.executable)), "utf-8")
        shim.chmod(0o755)

    def run(self, command: str) -> str:
        """Run a command; give what it prints on either stream."""
        if today := _TODAY.fullmatch(command):
            self._today = today[1]
            return ""
        if _PLAIN.fullmatch(command) and not _OF_THE_SHELL.search(command):
            printed = self._run_program(shlex.split(command)[1:])
        else:
            printed = self._run_in_shell(command)
        shown = printed.replace(os.fspath(self._start), _SHOWN_START)
        return _COMMIT.sub(_SHOWN_COMMIT, shown)

    def _run_program(self, arguments: list[str]) -> str:
        """Run the program alone, in this process: its own would take a second more."""
        given = ["--today", self._today] if self._today else []
        both = io.TextIOWrapper(io.BytesIO(), "utf-8", newline="")
        with (
            contextlib.chdir(self.folder),
            contextlib.redirect_stdout(both),
            contextlib.redirect_stderr(both),
            contextlib.suppress(SystemExit),
            mock.patch.object(sys, "argv", ["duenotice", *given, *arguments]),
            mock.patch.dict(os.environ, self._environment(), clear=True),
        ):
            main()
        both.seek(0)
        return both.read()

    def _run_in_shell(self, command: str) -> str:
        done = subprocess.run(
            ["sh", "-c", f"{command}\npwd > {shlex.quote(os.fspath(self._where))}"],
            cwd=self.folder,
            env=self._environment(),
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
            check=False,
        )
        self.folder = Path(self._where.read_text("utf-8").removesuffix("\n"))
        return done.stdout.decode()

    def write(self, path: str, text: str) -> None:
        """Write a file that a document shows."""
        file = self.folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text, "utf-8")

    def _environment(self) -> dict[str, str]:
        moment = f"{self._today}T12:00:00+00:00" if self._today else ""
        dates = {"GIT_AUTHOR_DATE": moment, "GIT_COMMITTER_DATE": moment}
        return {
            "PATH": f"{self._bin}{os.pathsep}{os.environ['PATH']}",
            "HOME": os.fspath(self._home),
            "TZ": "UTC",
            "LC_ALL": "C.UTF-8",
            "COLUMNS": "80",
            "TODAY": self._today,
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "A. Editor",
            "GIT_AUTHOR_EMAIL": "editor@example.org",
            "GIT_COMMITTER_NAME": "A. Editor",
            "GIT_COMMITTER_EMAIL": "editor@example.org",
            **(dates if moment else {}),
        }


def as_run(document: str, folder: Path) -> str:
    """Give a document with what its commands print when they are run in a folder."""
    shell = Shell(folder)
    beginning = _BEGINNING.search(document)
    for command in BEGINNINGS[beginning[1] if beginning else "an empty folder"]:
        shell.run(command)

    def rewrite(block: re.Match[str]) -> str:
        if block["language"] == "console":
            head = block[0].partition("\n")[0]
            return f"{head}\n{_run_block(block['text'], shell)}```\n"
        if block["path"]:
            shell.write(block["path"], block["text"])
        return block[0]

    return _BLOCK.sub(rewrite, document)


def _run_block(text: str, shell: Shell) -> str:
    parts = re.split(r"^(?=\$ |# On )", text, flags=re.MULTILINE)
    return "".join(_run_step(part, shell) for part in parts if part)


def _run_step(part: str, shell: Shell) -> str:
    head, *rest = part.splitlines(keepends=True)
    while rest and rest[0].startswith("> "):
        head += rest.pop(0)
    command = head.removeprefix("$ ").replace("\n> ", "\n").rstrip("\n")
    printed = shell.run(command)
    if printed and not printed.endswith("\n"):
        printed += "\n"
    form = "".join(_NOT_SHOWN if one == "…\n" else re.escape(one) for one in rest)
    return head + ("".join(rest) if re.fullmatch(form, printed) else printed)


def update() -> None:
    """Write into every document what its commands print."""
    for path in DOCUMENTS:
        document = path.read_text("utf-8")
        with tempfile.TemporaryDirectory() as folder:
            path.write_text(as_run(document, Path(folder)), "utf-8")


if __name__ == "__main__":
    update()
