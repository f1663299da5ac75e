"""From archives and a day to the complete list of the site's files."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.errors import DuenoticeError
from duenotice.publish import addresses
from duenotice.publish.compare_pages import ComparePages
from duenotice.publish.index_pages import index_addresses
from duenotice.publish.index_pages import index_pages
from duenotice.publish.plan import FileKind
from duenotice.publish.plan import PlannedFile
from duenotice.publish.statement_pages import StatementPages
from duenotice.publish.statement_site import StatementSite

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Sequence
    from datetime import date

    from duenotice.config import Comparisons
    from duenotice.store.archive import Archive

_STYLE_SHEET = PlannedFile(
    path=addresses.STYLE_SHEET, kind=FileKind.ASSET, locale="", view="site/style.css"
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
    archives: Sequence[Archive], as_of: date, comparisons: Comparisons
) -> tuple[PlannedFile, ...]:
    """List every file of the site, with all it depends on but the program.

    Raises:
        AddressTakenError: Two pages would have the same address.
    """
    found = (StatementSite.of(archive, as_of) for archive in archives)
    sites = [site for site in found if site is not None]
    index = index_addresses(sites)
    files = [_STYLE_SHEET, *index_pages(sites, index)]
    for site in sites:
        files += StatementPages(site, index).files()
        files += ComparePages(site, index, comparisons).files()
    _refuse_taken(files)
    return tuple(files)


def _refuse_taken(files: Iterable[PlannedFile]) -> None:
    seen: set[str] = set()
    for file in files:
        if file.path in seen:
            raise AddressTakenError(file.path)
        seen.add(file.path)
