"""What the page of a section's history may use."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markupsafe import Markup

    from duenotice.render.views import LinkView
    from duenotice.render.views import ShellView
    from duenotice.render.views import VersionView


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionStepView:
    """One version's change of a section."""

    version: VersionView
    anchor: str
    """Its place on the page."""

    what: str
    """`added`, `revised`, `retitled`, `renamed`, `removed`; or `translated`: it is the
    first in this language."""

    title: str
    """As it was called then."""

    lang: str
    direction: str
    is_foreign: bool
    """It is in another language than the page, since there was no translation."""

    former: tuple[str, ...] = ()
    """The titles of what it was before, where that had another id or was several."""

    shared_with: tuple[str, ...] = ()
    """The titles of other sections that have some of its earlier text."""

    text_href: str = ""
    """The section within the whole text of that version."""

    content: Markup | None = None
    """The redline; of a first text and of a last one, the text. Put in when the page is
    rendered: nothing where the texts are too long to be compared."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SectionHistoryView:
    """The life of one section."""

    shell: ShellView
    title: str
    """Of the statement."""

    heading: str
    """The section's title, as it is now or was at last."""

    lang: str
    """Of the heading."""

    direction: str
    ids: tuple[str, ...]
    """All ids that it ever had: links within its texts lead to them."""

    statement: LinkView
    current: LinkView | None
    """The section within the text in force; nothing where that has none."""

    removed: VersionView | None
    """The version that it is no longer part of."""

    original: LinkView | None
    """The history in the source's language, where the translation is behind it."""

    archive: LinkView
    steps: tuple[SectionStepView, ...]
    """The newest first."""


@dataclass(frozen=True, slots=True, kw_only=True)
class RedirectView:
    """A page that only leads to another one."""

    shell: ShellView
    target: LinkView
