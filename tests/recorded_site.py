"""What a real repository holds, as its site is planned from: texts can be read."""

from __future__ import annotations

import contextlib
from typing import TYPE_CHECKING

from builders import STATEMENT
from builders import day
from duenotice.publish.statement_site import StatementSite
from duenotice.store.archive import read_archive
from duenotice.store.project import Project

if TYPE_CHECKING:
    from collections.abc import Iterator

    from builders import StatementRepo


@contextlib.contextmanager
def recorded_site(repo: StatementRepo, as_of: str) -> Iterator[StatementSite]:
    """Read what is committed, and keep it open while a site is planned."""
    project = Project(repo.root)
    try:
        tree, book = project.committed()
        site = StatementSite.of(read_archive(tree, STATEMENT, book), day(as_of))
        assert site is not None
        yield site
    finally:
        project.close()
