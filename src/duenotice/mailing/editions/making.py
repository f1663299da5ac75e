"""What editions are made with."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from datetime import date

    from duenotice.config import Comparisons
    from duenotice.mailing.kit import Sender
    from duenotice.publish.web_home import WebHome
    from duenotice.render.environment import Templates
    from duenotice.store.theme import StoredTheme


@dataclass(frozen=True, slots=True, kw_only=True)
class Making:
    """What editions are made with, beside the version."""

    templates: Templates
    theme: StoredTheme
    sender: Sender
    home: WebHome
    comparisons: Comparisons
    dated: date
    is_large_print: bool = False
    """All letters are in large print."""

    has_large_print_readers: bool = False
    """The file of members says who is to have them in large print."""
