"""The program's door: commands by name, and one place where errors are shown."""

from __future__ import annotations

import errno
import importlib
import sys
from pathlib import Path
from typing import Annotated

import typer

from duenotice import __version__
from duenotice.cli.output import answer
from duenotice.cli.output import drop_answer
from duenotice.cli.output import remark
from duenotice.cli.session import Session
from duenotice.errors import DuenoticeError

COMMANDS = {
    "build": "Build the whole site.",
    "check": "Show the faults of the draft.",
    "compare": "Show what changed between two texts.",
    "assess": "Say what a change means for people, and why.",
    "evaluate": "Hold the rules against changes that readers have labelled.",
    "release": "Make a version of the draft.",
    "decide": "Decide whether a finding needs notice.",
    "approve": "Approve the notice of a version.",
    "notice": "Make the messages to members about a version.",
    "notified": "Record that people were told of a version.",
    "obligation-met": "Record how people were asked before a change.",
    "withdraw": "Take back a version that is not yet in force.",
    "reschedule": "Move the effective date of a version.",
    "status": "Say what is in force and what is coming.",
    "history": "List the versions of a statement, or of one section.",
    "show": "Print the text of any version, or of any day.",
    "verify": "Say whether records and a site are as they were made.",
    "evidence": "Gather the evidence of a version.",
    "import": "Bring in a statement from text, Markdown or HTML.",
    "init": "Start a project.",
    "doctor": "Say what is missing on this machine.",
    "schema": "Print the JSON Schema of a file.",
}

_COMMON_OPTIONS = {"--project", "--today"}

_EXHAUSTED = frozenset(
    {errno.EMFILE, errno.ENFILE, errno.ENOSPC, errno.EDQUOT, errno.EFBIG}
)
"""Files that may be open, and room on a disk: where that ends, no code is at fault."""

EPILOG = "Example: duenotice show --as-of 2025-03-01 --section retention"


def main(*, default: str | None = None) -> None:
    """Run the program and exit.

    Args:
        default: The command to take where the arguments name none.
    """
    arguments = sys.argv[1:]
    if default is not None:
        arguments = with_default(arguments, default)
    app = make_app(_named(arguments))
    try:
        app(arguments, prog_name="duenotice")
    except DuenoticeError as error:
        remark(f"error: {error}")
        if error.advice:
            remark(f"hint: {error.advice}")
        sys.exit(1)
    except BrokenPipeError:
        # The reader went away, as `| head` does: nothing is wrong.
        sys.stderr.close()
        sys.exit(0)
    except OSError as error:
        if error.errno not in _EXHAUSTED:
            raise
        drop_answer()
        remark(f"error: this machine has reached a limit: {error.strerror}")
        remark("hint: Make room, or raise the limits of the shell (`ulimit -a`).")
        sys.exit(1)


def with_default(arguments: list[str], default: str) -> list[str]:
    """Put the default command in where the arguments name none.

    >>> with_default(["--as-of", "2026-11-24"], "build")
    ['build', '--as-of', '2026-11-24']
    >>> with_default(["--project", "there", "--no-pdf"], "build")
    ['--project', 'there', 'build', '--no-pdf']
    >>> with_default(["status"], "build")
    ['status']
    """
    at = _command_place(arguments)
    if arguments[at : at + 1] in (
        [name] for name in [*COMMANDS, "--help", "--version"]
    ):
        return arguments
    return [*arguments[:at], default, *arguments[at:]]


def make_app(only: str | None = None) -> typer.Typer:
    """Make the application.

    Args:
        only: The one command to load; all where it is none. A command's module and
            what it needs are not loaded for another command.
    """
    app = typer.Typer(
        no_args_is_help=True,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        add_completion=False,
        epilog=EPILOG,
        help="Privacy statements with versions, redlines and due notice, from "
        "Markdown in git.",
    )
    app.callback()(_start)
    for name, line in COMMANDS.items():
        if only in {None, name}:
            module = importlib.import_module(f"duenotice.cli.{_module(name)}")
            app.command(name, help=f"{line}\n\n{module.HELP}", epilog=module.EXAMPLE)(
                module.run
            )
    return app


def _print_version(wanted: bool) -> None:
    if wanted:
        answer(f"duenotice {__version__}")
        raise typer.Exit


def _start(
    context: typer.Context,
    project: Annotated[
        Path | None,
        typer.Option(help="The project's folder; default: here, or the nearest above."),
    ] = None,
    today: Annotated[
        str | None,
        typer.Option(
            metavar="DATE",
            help="Take this day for today, in tests and demonstrations. It changes "
            "nothing in what git says about when a version was published.",
        ),
    ] = None,
    version: Annotated[
        bool,
        typer.Option(
            "--version",
            callback=_print_version,
            is_eager=True,
            help="Print the program's version and exit.",
        ),
    ] = False,
) -> None:
    del version
    context.obj = Session(project, today)
    context.call_on_close(context.obj.close)


def _named(arguments: list[str]) -> str | None:
    """Give the command that the arguments name."""
    at = _command_place(arguments)
    name = next(iter(arguments[at:]), None)
    return name if name in COMMANDS else None


def _command_place(arguments: list[str]) -> int:
    """Find where the command stands or would stand: behind the common options."""
    at = 0
    while at < len(arguments):
        option, _, value = arguments[at].partition("=")
        if option not in _COMMON_OPTIONS:
            break
        at += 1 if value else 2
    return min(at, len(arguments))


def _module(name: str) -> str:
    return "import_" if name == "import" else name.replace("-", "_")
