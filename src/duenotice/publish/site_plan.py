"""From archives and a day to the complete list of the site's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.publish import addresses
from duenotice.publish.archive_pages import ArchivePages
from duenotice.publish.banners import Banners
from duenotice.publish.banners import site_banners
from duenotice.publish.calendars import calendars
from duenotice.publish.change_log import change_log_pages
from duenotice.publish.change_pages import ChangePages
from duenotice.publish.compare_pages import ComparePages
from duenotice.publish.data import data_files
from duenotice.publish.feeds import Feeds
from duenotice.publish.feeds import site_feeds
from duenotice.publish.index_pages import index_addresses
from duenotice.publish.index_pages import index_pages
from duenotice.publish.page_heads import PageHeads
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.section_pages import SectionPages
from duenotice.publish.site_map import site_map
from duenotice.publish.statement_pages import StatementPages
from duenotice.publish.statement_site import StatementSite
from duenotice.publish.theme_files import ThemeFiles
from duenotice.publish.web_home import NOWHERE
from duenotice.store.theme import PLAIN

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence
    from datetime import date

    from duenotice.config import Comparisons
    from duenotice.publish.web_home import WebHome
    from duenotice.store.archive import Archive
    from duenotice.store.theme import StoredTheme

_SCRIPT = PlannedFile(
    path=addresses.SCRIPT, kind=FileKind.ASSET, locale="", view="site/site.js"
)


class AddressTakenError(DuenoticeError):
    """Two pages would have the same address."""

    def __init__(self, address: str) -> None:
        """Name it."""
        super().__init__(
            f'two pages of the site would have the address "/{address}"',
            hint="A statement can't have the name of a locale that another page "
            "needs. Rename its folder.",
        )


def plan_files(
    archives: Sequence[Archive],
    as_of: date,
    comparisons: Comparisons,
    home: WebHome = NOWHERE,
    theme: StoredTheme = PLAIN,
) -> tuple[PlannedFile, ...]:
    """List every file of the site, with all it depends on but the program.

    Raises:
        AddressTakenError: Two pages would have the same address.
    """
    found = (StatementSite.of(archive, as_of) for archive in archives)
    sites = [site for site in found if site is not None]
    index = index_addresses(sites)
    look = ThemeFiles(theme)
    files = [*look.files(), _SCRIPT, *index_pages(sites, index)]
    files += site_feeds(sites, index, home)
    files += site_banners(sites, home)
    for site in sites:
        files += StatementPages(site, index).files()
        files += ArchivePages(site, index).files()
        files += ComparePages(site, index, comparisons).files()
        files += SectionPages(site, index).files()
        files += change_log_pages(site, index)
        files += ChangePages(site, index).files()
        files += Feeds(site, home).files()
        files += calendars(site, home)
        files += data_files(site, home)
        files += Banners(site, index, home, is_among_others=len(sites) > 1).files()
    files = list(PageHeads(sites, index, home).files(look.branded(files)))
    files += site_map(files)
    _refuse_taken(files)
    return tuple(files)


def _refuse_taken(files: Iterable[PlannedFile]) -> None:
    seen: set[str] = set()
    for file in files:
        if file.path in seen:
            raise AddressTakenError(file.path)
        seen.add(file.path)
