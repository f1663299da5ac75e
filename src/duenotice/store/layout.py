"""Where each file of a statement lies. The one place that knows the folders."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.parse.scalars import ID_FORM
from duenotice.store.tree import STATEMENTS

if TYPE_CHECKING:
    from duenotice.model.label import VersionLabel

STATEMENT_FILE = "statement.yaml"
RECORD_FILE = "record.yaml"
VERSIONS = "versions"
NOTICE = "notice"


@dataclass(frozen=True, slots=True)
class StatementLayout:
    """The paths of one statement, relative to the project's root."""

    statement_id: str

    @property
    def folder(self) -> str:
        """Give the statement's folder."""
        return f"{STATEMENTS}/{self.statement_id}"

    def home(self, version: VersionLabel | None) -> str:
        """Give the folder of a version, or of the draft."""
        if version is None:
            return self.folder
        return f"{self.folder}/{VERSIONS}/{version}"

    def statement_file(self, version: VersionLabel | None = None) -> str:
        """Give the path of `statement.yaml`."""
        return f"{self.home(version)}/{STATEMENT_FILE}"

    def section_file(
        self, locale: str, section_id: str, version: VersionLabel | None = None
    ) -> str:
        """Give the path of a section."""
        return f"{self.home(version)}/{locale}/{section_id}.md"

    def record_file(self, version: VersionLabel) -> str:
        """Give the path of a version's record."""
        return f"{self.home(version)}/{RECORD_FILE}"

    def notice_file(self, version: VersionLabel, locale: str) -> str:
        """Give the path of a version's notice."""
        return f"{self.home(version)}/{NOTICE}/{locale}.md"

    def draft_sections(self, paths: frozenset[str]) -> dict[tuple[str, str], str]:
        """Find the draft's section files, by locale and id; hidden ones are none."""
        form = re.compile(rf"{re.escape(self.folder)}/([^/.][^/]*)/([^/.][^/]*)\.md")
        found = {}
        for path in sorted(paths):
            match = form.fullmatch(path)
            if match is not None and match[1] != VERSIONS:
                found[match[1], match[2]] = path
        return found

    def version_folder(self, path: str) -> str | None:
        """Give the folder of a version that a file lies in, with a slash at its end."""
        start = f"{self.folder}/{VERSIONS}/"
        name, slash, _ = path.removeprefix(start).partition("/")
        return f"{start}{name}/" if path.startswith(start) and slash else None

    def version_names(self, paths: frozenset[str]) -> tuple[str, ...]:
        """Find the names of the folders under `versions/`."""
        start = f"{self.folder}/{VERSIONS}/"
        names = {
            path.removeprefix(start).partition("/")[0]
            for path in paths
            if path.startswith(start)
        }
        return tuple(sorted(names))


_IN_A_STATEMENT = re.compile(
    rf"{STATEMENTS}/([^/]+)/(?:{re.escape(STATEMENT_FILE)}|.+/.+)", re.DOTALL
)


def statement_ids(paths: frozenset[str]) -> tuple[str, ...]:
    """Find the statements: the folders that hold a `statement.yaml` or versions."""
    return tuple(name for name in _statement_folders(paths) if _is_id(name))


def misnamed_statements(paths: frozenset[str]) -> tuple[str, ...]:
    """Find the folders like a statement's whose name is no id, and no address.

    A name with a dot in front is hidden: what an editor or git keeps.
    """
    return tuple(
        name
        for name in _statement_folders(paths)
        if not _is_id(name) and (not name.startswith(".") or name in {".", ".."})
    )


def _statement_folders(paths: frozenset[str]) -> list[str]:
    matches = map(_IN_A_STATEMENT.fullmatch, paths)
    return sorted({match[1] for match in matches if match is not None})


def _is_id(name: str) -> bool:
    return re.fullmatch(ID_FORM, name, re.ASCII) is not None
