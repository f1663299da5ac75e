"""What is put into the pages of changes when they are rendered: words and redline."""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from markupsafe import Markup

from duenotice.publish.told_changes import told_changes
from duenotice.render.change_views import ChangePageView
from duenotice.render.change_views import NoticePdfView
from duenotice.render.redline_page import read_cues
from duenotice.render.redline_page import redline_view

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping

    from duenotice.compare import Comparison
    from duenotice.publish.plan import PlannedFile
    from duenotice.publish.plan import TextChoice
    from duenotice.render.change_views import ToldSectionView
    from duenotice.render.environment import Templates
    from duenotice.render.views import RedlineView
    from duenotice.store.archive import Archive
    from duenotice.store.version import StoredVersion

# Text is escaped, so that these are tags wherever they stand.
_HEADING = re.compile(r"(?<=<h)[2-5](?=[ >])|(?<=</h)[2-5](?=>)")


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangeContents:
    """Makes what the pages of changes show of two texts."""

    archives: Mapping[str, Archive]
    """By statement id."""

    templates: Templates
    compare: Callable[[TextChoice, TextChoice], Comparison]

    def page(self, file: PlannedFile) -> ChangePageView:
        """Give the view of a page with words and redline."""
        view = file.view
        if not isinstance(view, ChangePageView):
            message = f"{file.path} has no view of a change"
            raise TypeError(message)
        return replace(view, told=self._told(file), redline=self._redline(file))

    def notice(self, file: PlannedFile) -> NoticePdfView:
        """Give the view of a notice's PDF with the words."""
        view = file.view
        if not isinstance(view, NoticePdfView):
            message = f"{file.path} has no view of a notice"
            raise TypeError(message)
        return replace(view, told=self._told(file))

    def _told(self, file: PlannedFile) -> tuple[ToldSectionView, ...]:
        new, old = file.text, file.earlier
        if new is None:
            return ()

        def compared(locale: str) -> Comparison:
            assert old is not None, "nothing is compared without an earlier text"  # noqa: S101
            return self.compare(
                replace(old, locale=locale), replace(new, locale=locale)
            )

        before = None if old is None else self._version(old)
        return told_changes(self._version(new), before, file.locale, compared)

    def _redline(self, file: PlannedFile) -> RedlineView | None:
        """Give the redline, below a heading; nothing between two languages."""
        old, new = file.earlier, file.text
        if old is None or new is None or old.locale != new.locale:
            return None
        cues = read_cues(self.templates, file.locale)
        redline = redline_view(self.compare(old, new), cues)
        return replace(redline, content=_lowered(redline.content))

    def _version(self, choice: TextChoice) -> StoredVersion:
        if choice.version is None:
            message = "a change is one of versions"
            raise TypeError(message)
        return self.archives[choice.statement_id].versions[choice.version]


def _lowered(html: Markup) -> Markup:
    """Put the headings one level lower."""
    lowered = _HEADING.sub(lambda level: str(int(level[0]) + 1), html)
    return Markup(lowered)  # noqa: S704 - as it was
