"""The reference of all commands, made from what they say of themselves.

`python tests/command_reference.py` writes `docs/reference/commands.md` anew.
"""

from __future__ import annotations

from pathlib import Path

from typer.testing import CliRunner

from duenotice.cli.app import COMMANDS
from duenotice.cli.app import make_app

REFERENCE = Path(__file__).parents[1] / "docs" / "reference" / "commands.md"

_FIRST = "## duenotice\n"


def make_reference() -> str:
    """Write the reference; what stands above the first command is kept."""
    head, _, _ = REFERENCE.read_text("utf-8").partition(_FIRST)
    parts = [head.rstrip("\n") + "\n", _section("duenotice")]
    parts += [_section(f"duenotice {name}", name) for name in COMMANDS]
    return "\n".join(parts)


def _section(title: str, *arguments: str) -> str:
    printed = CliRunner().invoke(
        make_app(),
        [*arguments, "--help"],
        prog_name="duenotice",
        env={"COLUMNS": "80", "NO_COLOR": "1"},
        catch_exceptions=False,
    )
    return f"## {title}\n\n```text\n{printed.output.strip()}\n```\n"


def update() -> None:
    """Write the reference into its file."""
    REFERENCE.write_text(make_reference(), "utf-8")


if __name__ == "__main__":
    update()
