"""What is said in a file that is no page: lines of a template, by their names."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from duenotice.render.environment import Templates


def said(templates: Templates, name: str, page: object, locale: str) -> dict[str, str]:
    """Read the words of a template, each line of which is `name=words`."""
    lines = templates.render(name, page, locale).splitlines()
    pairs = (line.split("=", 1) for line in lines if "=" in line)
    return {key: words.strip() for key, words in pairs}
