"""The PDFs of a site with a long history: statements and notices, in every language."""

from __future__ import annotations

import subprocess
from typing import TYPE_CHECKING

import pytest

from builders import STATEMENT
from builders import day
from duenotice.publish.build import BuildRequest
from duenotice.publish.build import plan_site
from duenotice.publish.plan import FileKind
from duenotice.publish.renderer import Renderer
from duenotice.render.environment import Templates
from duenotice.store.archive import read_archive
from duenotice.store.project import Project
from site_for_tests import AS_OF
from site_for_tests import LOCALES
from site_for_tests import built_once
from site_for_tests import write_long_history
from tagged_pdf import failures

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.publish.plan import PlannedFile
    from duenotice.store.archive import Archive

pytestmark = pytest.mark.slow

TEMPLATES = Templates()
KINDS = {FileKind.PDF, FileKind.NOTICE_PDF}


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Archive]:
    """The archive of a site with every kind of page, with its texts at hand."""
    home = tmp_path_factory.getbasetemp().parent / "long-history"
    project = Project(built_once(home, write_long_history).root)
    try:
        tree, book = project.committed()
        yield read_archive(tree, STATEMENT, book)
    finally:
        project.close()


@pytest.fixture(scope="module")
def planned(archive: Archive) -> tuple[PlannedFile, ...]:
    """Give the files of its site."""
    request = BuildRequest(as_of=day(AS_OF), commit="any")
    return plan_site([archive], request, TEMPLATES).files


def has_font(locale: str) -> bool:
    """Tell whether a font of this machine has the letters of a language."""
    language = {"zh-Hant": "zh-tw"}.get(locale, locale)
    listed = subprocess.run(
        ["fc-list", f":lang={language}", "family"], check=True, capture_output=True
    )
    return bool(listed.stdout.strip())


@pytest.mark.parametrize("locale", LOCALES)
def test_valid(archive: Archive, planned: tuple[PlannedFile, ...], locale: str) -> None:
    """
    Every PDF, of a statement or of a notice, conforms to PDF/A-3a and to PDF/UA-1.
    """
    if not has_font(locale):
        pytest.skip(f"no font for {locale} is installed (Debian: fonts-noto-cjk)")
    renderer = Renderer({STATEMENT: archive}, TEMPLATES)
    files = [one for one in planned if one.kind in KINDS and one.locale == locale]
    faults = {
        (file.path, profile): found
        for file in files
        for content in [renderer.render(file)]
        for profile in ("3a", "ua1")
        if (found := failures(content, profile))
    }

    assert KINDS == {one.kind for one in files}
    assert {} == faults
