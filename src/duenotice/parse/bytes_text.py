"""From a file's bytes to its text, with the faults that bytes can have."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.parse.characters import CONTROL
from duenotice.parse.characters import DIRECTION

if TYPE_CHECKING:
    from duenotice.parse.report import Report

MAX_BYTES = 1_000_000
"""A file of a statement larger than this is a mistake, not a text."""


def decode_text(data: bytes, report: Report) -> str | None:
    """Give the text with line feeds, or nothing where it can't be read."""
    if len(data) > MAX_BYTES:
        report.error(
            "file-too-large",
            f"the file has {len(data):,} bytes; {MAX_BYTES:,} are allowed",
            None,
            "Split it into sections.",
        )
        return None
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        report.error(
            "not-utf8",
            f"byte {error.start + 1} (0x{data[error.start]:02x}) is not UTF-8",
            line,
            "Save the file as UTF-8 (the editor's “Save with encoding”).",
        )
        return None
    return _without_faults(text, report)


def _without_faults(text: str, report: Report) -> str | None:
    text = text.removeprefix("\ufeff")
    if "\r" in text:
        report.warning(
            "line-endings",
            "the file has Windows line endings (CRLF)",
            text.count("\n", 0, text.index("\r")) + 1,
            "Nothing is lost: it is read as if it had line feeds, and `release` "
            "writes them. Set your editor to LF to silence this.",
        )
        text = text.replace("\r\n", "\n").replace("\r", "\n")
    control = CONTROL.search(text)
    if control is not None:
        report.error(
            "control-character",
            f"the file holds the control character U+{ord(control[0]):04X}",
            text.count("\n", 0, control.start()) + 1,
            "Delete it; it can't be seen, and a PDF or a browser may drop it.",
        )
        return None
    direction = DIRECTION.search(text)
    if direction is not None:
        report.warning(
            "direction-control",
            f"the text holds the direction control U+{ord(direction[0]):04X}, "
            "which can make it read otherwise than it is stored",
            text.count("\n", 0, direction.start()) + 1,
            "Delete it; the direction of a language is set for the whole page.",
        )
    return text
