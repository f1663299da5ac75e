"""A template's text with marks where each reader's own words come in."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.mailing.edition import GREETING
from duenotice.mailing.edition import NAME
from duenotice.mailing.edition import REFERENCE
from duenotice.render.messages.laid import Laid
from duenotice.render.messages.laid import StraySlotError
from duenotice.render.messages.laid import slot
from duenotice.render.messages.message_view import MemberView

if TYPE_CHECKING:
    from collections.abc import Callable

    from duenotice.render.environment import Templates
    from duenotice.render.messages.message_view import MessageView

MARKS = MemberView(greeting=slot(GREETING), name=slot(NAME), reference=slot(REFERENCE))
NOBODY = MemberView(greeting="", name="", reference="")


@dataclass(frozen=True, slots=True)
class EditionText:
    """Renders the templates of one edition."""

    templates: Templates
    page: MessageView

    def laid(self, name: str, finish: Callable[[str], str] = str) -> Laid:
        """Render a template, finish it, and take it apart at its marks.

        Raises:
            StraySlotError: A text that people wrote holds a mark.
        """
        if Laid.of(self._render(name, NOBODY)).slots:
            raise StraySlotError
        return Laid.of(finish(self._render(name, MARKS)))

    def line(self, name: str) -> str:
        """Render a template of one line, which has nothing of a reader's own."""
        return " ".join(self._render(name, NOBODY).split())

    def _render(self, name: str, member: MemberView) -> str:
        page = replace(self.page, member=member)
        return self.templates.render(name, page, self.page.lang)
