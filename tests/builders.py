"""What tests build with: statements in memory, and projects in real repositories."""

from __future__ import annotations

import contextlib
import datetime as dt
import io
import os
import shutil
import subprocess
import sys
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING
from typing import Self
from unittest import mock

from clearing import clear
from clearing import finished_notices
from duenotice.cli import main
from duenotice.release.proposals import release_again
from duenotice.release.release import plan_release
from duenotice.release.request import ReleaseRequest
from duenotice.store.archive import read_archive
from duenotice.store.checking import check_draft
from duenotice.store.customs import read_customs
from duenotice.store.project import Project
from duenotice.store.writing import write_files

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path

    from duenotice.release.changes import FileChanges
    from duenotice.release.request import Release
    from duenotice.store.archive import Archive
    from duenotice.store.record_book import RecordBook

STATEMENT = "website"

STATEMENT_YAML = """\
title:
  en: Privacy statement
controller:
  name: Fernhill Library
time_zone: America/Los_Angeles
source_locale: en
locales: [en]
sections:
  - introduction
  - numbered:
      - lending
      - retention
  - contacts
profiles: [caloppa]
notice:
  lead_days: 30
  merge_slack_days: 3
"""

SECTIONS = {
    "introduction": "Fernhill Library keeps your data safe. See [](#retention).",
    "lending": "We note which books you borrow:\n\n- the title\n- the day",
    "retention": "We keep loans for 90 days. After that we delete them.",
    "contacts": "Write to <privacy@fernhill.example>.",
}


def day(text: str) -> dt.date:
    """Read a date."""
    return dt.date.fromisoformat(text)


def section_text(body: str, title: str, *front: str) -> str:
    """Give the text of a section's file."""
    lines = "".join(f"{line}\n" for line in front)
    return f"---\ntitle: {title}\n{lines}---\n{body}\n"


@dataclass(frozen=True)
class Outcome:
    """What a run of the program came to."""

    status: int
    out: str
    err: str


class StatementRepo:
    """A project in a real git repository, made step by step."""

    def __init__(self, root: Path, *, object_format: str = "sha1") -> None:
        """Make an empty repository on the branch main."""
        self.root = root
        self.home = root.parent / f"{root.name}-home"
        self.home.mkdir(parents=True, exist_ok=True)
        root.mkdir(parents=True, exist_ok=True)
        self.git("init", "--quiet", "-b", "main", f"--object-format={object_format}")
        self.write(".gitattributes", "statements/** text eol=lf -ident -filter\n")

    @classmethod
    def existing(cls, root: Path) -> Self:
        """Make a repository of a folder that holds a project already."""
        attributes = (root / ".gitattributes").read_text("utf-8")
        return cls(root).write(".gitattributes", attributes)

    @classmethod
    def with_statement(cls, root: Path) -> Self:
        """Make a repository that holds the example statement as a draft."""
        return cls(root).statement().sections(SECTIONS)

    def statement(self, text: str = STATEMENT_YAML) -> Self:
        """Write `statement.yaml`."""
        return self.write(f"statements/{STATEMENT}/statement.yaml", text)

    def sections(self, bodies: Mapping[str, str], locale: str = "en") -> Self:
        """Write sections by id."""
        for section_id, body in bodies.items():
            self.section(section_id, body, locale=locale)
        return self

    def section(
        self, section_id: str, body: str, *front: str, locale: str = "en"
    ) -> Self:
        """Write a section; stamps that its file has are kept."""
        path = f"statements/{STATEMENT}/{locale}/{section_id}.md"
        title = section_id.replace("-", " ").capitalize()
        kept = self._stamps(path)
        return self.write(path, section_text(body, title, *front, *kept))

    def _stamps(self, path: str) -> list[str]:
        file = self.root / path
        if not file.exists():
            return []
        lines = file.read_text("utf-8").split("---\n")[1].splitlines()
        return [one for one in lines if one.startswith(("version:", "translates:"))]

    def write(self, path: str, content: str | bytes) -> Self:
        """Write any file."""
        file = self.root / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
        return self

    def read(self, path: str) -> str:
        """Read a file of the project."""
        return (self.root / path).read_text("utf-8")

    def delete(self, path: str) -> Self:
        """Delete a file or a folder."""
        target = self.root / path
        if target.is_dir():
            shutil.rmtree(target)
        else:
            target.unlink()
        return self

    def commit(self, on: str, message: str = "Change the statement") -> str:
        """Commit everything at noon (UTC) of a day; give the commit's id."""
        self.git("add", "--all")
        moment = f"{on}T12:00:00+00:00"
        self.git(
            "commit",
            "--quiet",
            "--allow-empty",
            "-m",
            message,
            GIT_AUTHOR_DATE=moment,
            GIT_COMMITTER_DATE=moment,
        )
        return self.git("rev-parse", "HEAD").strip()

    def git(self, *arguments: str, **environment: str) -> str:
        """Run git; give what it printed."""
        return self.git_fed("", *arguments, **environment)

    def git_fed(self, text: str, *arguments: str, **environment: str) -> str:
        """Run git with a text as its input; give what it printed."""
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.root,
            env={**self.environment(), **environment},
            input=text.encode(),
            capture_output=True,
            check=True,
        )
        return done.stdout.decode()

    def environment(self) -> dict[str, str]:
        """Give an environment that holds nothing of the machine's user."""
        return {
            "PATH": os.environ["PATH"],
            "HOME": os.fspath(self.home),
            "GIT_CONFIG_GLOBAL": os.devnull,
            "GIT_CONFIG_SYSTEM": os.devnull,
            "GIT_AUTHOR_NAME": "A. Editor",
            "GIT_AUTHOR_EMAIL": "editor@fernhill.example",
            "GIT_COMMITTER_NAME": "A. Editor",
            "GIT_COMMITTER_EMAIL": "editor@fernhill.example",
        }

    def archive(self) -> Archive:
        """Read what HEAD holds, as a build does."""
        project = Project(self.root)
        try:
            tree, book = project.committed()
            return read_archive(tree, STATEMENT, _read_ahead(book))
        finally:
            project.close()

    def on_disk(self) -> Archive:
        """Read the working tree, as a release does."""
        project = Project(self.root)
        try:
            tree, book = project.on_disk()
            return read_archive(tree, STATEMENT, _read_ahead(book))
        finally:
            project.close()

    def release(self, today: str, *, again: bool = False, **wanted: object) -> Release:
        """Release the draft in the working tree, without committing it."""
        request = replace(ReleaseRequest(today=day(today)), **wanted)  # type: ignore[arg-type]
        project = Project(self.root)
        try:
            tree, book = project.on_disk()
            archive = read_archive(tree, STATEMENT, book)
            found = check_draft(archive)
            customs = read_customs(self.root)
            if again:
                release = release_again(archive, book, request, customs, found=found)
            else:
                release = plan_release(archive, request, customs, found=found)
        finally:
            project.close()
        write_files(self.root, release.changes.files)
        return release

    def publish(self, today: str, **wanted: object) -> Release:
        """Release the draft, pass the gate, and commit it all on the same day."""
        release = self.release(today, again=False, **wanted)
        for record in release.records:
            self.clear(str(record.version), today)
        self.commit(today, f"Release {release.records[-1].version}")
        return release

    def clear(self, version: str, today: str) -> Self:
        """Decide what is open about a proposed version, and approve its notice.

        What needs review is held material; the notice's gaps are filled with a word.
        """
        customs = read_customs(self.root)
        clear(self.on_disk, self._write_all, version, day(today), customs)
        return self

    def finish_notice(self, version: str) -> Self:
        """Write the notice as an editor would finish its draft."""
        self._write_all(finished_notices(self.on_disk(), version))
        return self

    def _write_all(self, changes: FileChanges) -> None:
        write_files(self.root, changes)

    def run(self, *arguments: str, today: str | None = None) -> Outcome:
        """Run the program as from a shell in the project's folder, in this process."""
        given = () if today is None else ("--today", today)
        out, err = _Captured(), _Captured()
        with (
            contextlib.chdir(self.root),
            contextlib.redirect_stdout(out),
            contextlib.redirect_stderr(err),
            mock.patch.object(sys, "argv", ["duenotice", *given, *arguments]),
            mock.patch.dict(os.environ, {"COLUMNS": "80"}),
        ):
            try:
                main()
            except SystemExit as done:
                status = done.code if isinstance(done.code, int) else 0
            else:
                status = 0
        return Outcome(status, out.text(), err.text())

    def run_process(
        self, *arguments: str, today: str | None = None, **environment: str
    ) -> Outcome:
        """Run the program in a process of its own."""
        given = () if today is None else ("--today", today)
        return self.run_python("-m", "duenotice", *given, *arguments, **environment)

    def run_python(self, *arguments: str, **environment: str) -> Outcome:
        """Run Python in a process of its own, in the project's folder."""
        done = subprocess.run(
            [sys.executable, *arguments],
            cwd=self.root,
            env={**self.environment(), "COLUMNS": "80", **environment},
            capture_output=True,
            check=False,
        )
        return Outcome(done.returncode, done.stdout.decode(), done.stderr.decode())


def _read_ahead(book: RecordBook) -> RecordBook:
    """Give what a branch knows with its files: they are read when git is gone."""
    forms = (one for forms in book.history.values() for one in forms)
    ids = {one.object_id for one in forms if not one.is_gone}
    objects = {one: book.read_object(one) for one in ids}
    return replace(book, read_object=objects.__getitem__)


class _Captured(io.TextIOWrapper):
    """Standard output or error as the program writes it, bytes too."""

    def __init__(self) -> None:
        super().__init__(io.BytesIO(), encoding="utf-8", newline="")

    def text(self) -> str:
        self.flush()
        self.seek(0)
        return self.read()
