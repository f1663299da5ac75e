"""The forms in which e-mails can be handed over."""

from __future__ import annotations

import enum


class EmailFormat(enum.StrEnum):
    """The form in which e-mails are handed over."""

    JSON = "json"
    """A whole message a line, for the interface of an e-mail service."""

    MERGE = "merge"
    """A template, and what varies a line, for services that fill in templates."""

    EML = "eml"
    """Whole messages as mail programs store them, in ZIP files."""
