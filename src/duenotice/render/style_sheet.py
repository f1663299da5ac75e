"""Style sheets for paper, each with those that it imports."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.render.environment import Templates

_IMPORT = re.compile(r'^@import "([\w./-]+)";$', re.MULTILINE)


def style_sheet(templates: Templates, name: str) -> str:
    """Give a style sheet, with others in the place of each `@import "pdf/own.css";`.

    These are named like templates: `shipped/pdf/style.css` is the one that comes with
    the program, which a project's own may bring along.

    Raises:
        TemplateMissingError: One of them is missing.
    """
    return _whole(templates, name, frozenset())


def _whole(templates: Templates, name: str, around: frozenset[str]) -> str:
    around |= {name}

    def imported(found: re.Match[str]) -> str:
        # One that would bring itself along ends there.
        return "" if found[1] in around else _whole(templates, found[1], around)

    return _IMPORT.sub(imported, templates.read_asset(name))
