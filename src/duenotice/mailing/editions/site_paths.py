"""Which files a site has: what messages lead to must be among them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.publish.site_plan import plan_files
from duenotice.publish.verification import read_manifest

if TYPE_CHECKING:
    from datetime import date
    from pathlib import Path

    from duenotice.mailing.editions.making import Making
    from duenotice.store.archive import Archive


def planned_paths(archive: Archive, making: Making, as_of: date) -> frozenset[str]:
    """Give the files that a build of the same day makes of a statement."""
    files = plan_files([archive], as_of, making.comparisons, making.home, making.theme)
    return frozenset(file.path for file in files)


def published_paths(folder: Path) -> frozenset[str]:
    """Give the files of a site that was built.

    Raises:
        ManifestError: It has no manifest, or one that can't be read.
    """
    return frozenset(read_manifest(folder)[1])
