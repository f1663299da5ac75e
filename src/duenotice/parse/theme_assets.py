"""Whether the files that a theme names are what they are named for."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.parse.svg_file import unsafe_part

if TYPE_CHECKING:
    from duenotice.parse.report import Report

_BEGINNINGS = {
    ".png": (b"\x89PNG\r\n\x1a\n",),
    ".woff2": (b"wOF2",),
    ".ttf": (b"\x00\x01\x00\x00", b"true"),
    ".otf": (b"OTTO",),
}


@dataclass(frozen=True, slots=True)
class _Limit:
    what: str
    most_bytes: int
    advice: str


_PICTURE = _Limit("picture", 32_000, "Every page shows it: save it smaller.")
_FONT = _Limit(
    "font",
    400_000,
    "A phone has to load it: leave out the signs that your languages don't need, or "
    "save it as WOFF2.",
)
_LIMITS = {".svg": _PICTURE, ".png": _PICTURE}


def check_asset(path: str, data: bytes, line: int, report: Report) -> None:
    """Report a picture or a font that can't go to the site.

    Args:
        path: Where it stands below the project's top folder.
        data: Its bytes.
        line: The line of `theme.yaml` that names it.
        report: Of `theme.yaml`.
    """
    ending = path[path.rindex(".") :].lower()
    limit = _LIMITS.get(ending, _FONT)
    if len(data) > limit.most_bytes:
        report.error(
            "theme-file-large",
            f'the {limit.what} "{path}" has {len(data):,} bytes; '
            f"{limit.most_bytes:,} are allowed",
            line,
            limit.advice,
        )
    elif ending == ".svg":
        _check_drawing(path, data, line, report)
    elif not data.startswith(_BEGINNINGS[ending]):
        report.error(
            "theme-file-kind",
            f'"{path}" is not what its name ends with: its first bytes are not those '
            f"of a {ending.removeprefix('.').upper()} file",
            line,
            "Save it anew in that form, or give it the ending that it should have.",
        )


def _check_drawing(path: str, data: bytes, line: int, report: Report) -> None:
    if unsafe := unsafe_part(data):
        report.error(
            "theme-file-unsafe",
            f'the drawing "{path}" holds {unsafe}',
            line,
            "Export it as plain SVG with outlines alone: no scripts, no links, no "
            "pictures in it and nothing of the drawing program's own.",
        )
