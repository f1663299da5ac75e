"""How a project stands: all that a build or a message is made of.

As HEAD has it, text and settings and templates alike, so that the same commit makes the
same bytes whatever lies on the disk; or as it lies there, for a preview.
"""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.cli.customs import committed_in
from duenotice.cli.customs import settings_in
from duenotice.cli.customs import sound_customs
from duenotice.cli.output import remark
from duenotice.cli.output import shortened
from duenotice.publish.web_home import WebHome
from duenotice.render.environment import Templates
from duenotice.store.templates import read_templates
from duenotice.store.templates import templates_on_disk
from duenotice.store.theme import read_theme
from duenotice.store.theme import theme_on_disk
from duenotice.store.tree import SETTINGS

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.cli.session import Session
    from duenotice.config import Config
    from duenotice.store.customs import Customs
    from duenotice.store.record_book import RecordBook
    from duenotice.store.theme import StoredTheme
    from duenotice.store.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What a project is at one moment."""

    source: tuple[Tree, RecordBook]
    """The statements and the record."""

    settings: Config
    customs: Customs
    """What its changes are judged by."""

    templates: Templates
    theme: StoredTheme

    @property
    def home(self) -> WebHome:
        """Say where the site stands on the web."""
        return WebHome(
            address=self.settings.site_address,
            feed_authority=self.settings.feed_authority,
        )


def committed_standing(session: Session) -> Standing:
    """Read a project as HEAD has it.

    Raises:
        DuenoticeError: There is no commit, or what it has can't be used.
    """
    source = session.project.committed()
    tree = source[0]
    return Standing(
        source=source,
        settings=settings_in(tree),
        customs=committed_in(tree),
        templates=Templates(read_templates(tree)),
        theme=read_theme(tree),
    )


def standing_on_disk(session: Session) -> Standing:
    """Read a project as it lies on the disk.

    Raises:
        DuenoticeError: What lies there can't be used.
    """
    return Standing(
        source=session.project.on_disk(),
        settings=session.config,
        customs=sound_customs(session),
        templates=Templates(templates_on_disk(session.root)),
        theme=theme_on_disk(session.root),
    )


def looks_on_disk(session: Session, standing: Standing) -> Standing:
    """Take templates, theme and settings from the disk, and the text from a commit."""
    return replace(
        standing,
        settings=session.config,
        templates=Templates(templates_on_disk(session.root)),
        theme=theme_on_disk(session.root),
    )


def remark_uncommitted(session: Session, standing: Standing, what: str) -> None:
    """Say what lies on the disk and is in no commit.

    Args:
        session: This run of the program.
        standing: What HEAD has.
        what: What it is not in, such as "this build".
    """
    changed = list(session.project.repository.changed_paths())
    if session.config != standing.settings:
        changed.append(SETTINGS)
    remark_left_out(changed, what)


def remark_left_out(changed: Sequence[str], what: str) -> None:
    """Name changed files that are not in what is made, where there are any."""
    if changed:
        files = f"{len(changed)} changed files are"
        counted = "1 changed file is" if len(changed) == 1 else files
        remark(
            f"warning: {counted} in no commit, and so not in {what}: "
            f"{shortened(sorted(changed))}"
        )
