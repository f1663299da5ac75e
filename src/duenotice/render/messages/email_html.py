"""MJML to the HTML of an e-mail.

The only module that imports mjml.
"""

from __future__ import annotations

import re
from typing import ClassVar

from mjml import mjml2html

from duenotice.errors import DuenoticeError

# Nobody needs Windows' old mode, and browsers warn of it.
_OLD_MODE = re.compile(
    r'<!--\[if !mso\]><!--><meta http-equiv="X-UA-Compatible"[^>]*><!--<!\[endif\]-->'
)

# The mark of the program's own words on pages, whose style sheet no e-mail has.
_MARK = re.compile(r"(<[a-z][^<>]*?) data-interface(?=[ >])")


class MessageMarkupError(DuenoticeError):
    """A template of an e-mail that isn't MJML."""

    hint: ClassVar[str] = (
        "Correct templates/messages/email.mjml, or remove it to use the shipped one."
    )

    def __init__(self, reason: str) -> None:
        """Say what is wrong."""
        super().__init__(f"messages/email.mjml is not MJML that can be used: {reason}")


def email_html(mjml: str) -> str:
    """Give the HTML of an e-mail. It names no file and no other host's picture or font.

    Raises:
        MessageMarkupError: It is no MJML, or asks for a file.
    """
    try:
        html: str = mjml2html(
            mjml, disable_comments=True, fonts={}, include_loader=_refuse
        )
    except (ValueError, OSError) as error:
        raise MessageMarkupError(str(error)) from error
    return _MARK.sub(r"\1", _OLD_MODE.sub("", html))


def _refuse(path: str) -> str:
    message = f'"{path}" is not included: a message is in one file'
    raise OSError(message)
