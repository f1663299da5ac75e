"""A project in memory: the files of a statement, and when its branch held which."""

from __future__ import annotations

import datetime as dt
from dataclasses import replace
from typing import TYPE_CHECKING

from builders import SECTIONS
from builders import STATEMENT
from builders import STATEMENT_YAML
from builders import day
from builders import section_text
from clearing import CUSTOMS
from clearing import clear
from duenotice.parse.record_file import content_sha256
from duenotice.parse.record_file import record_digest
from duenotice.parse.record_file import write_record
from duenotice.release.proposals import discard
from duenotice.release.proposals import release_again
from duenotice.release.release import plan_release
from duenotice.store.archive import read_archive
from duenotice.store.checking import check_draft
from duenotice.store.git import RecordedForm
from duenotice.store.record_book import RecordBook
from duenotice.store.tree import MemoryTree
from steps import SPANISH
from steps import TRANSLATED_YAML

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Self

    from duenotice.model.label import VersionLabel
    from duenotice.release.changes import FileChanges
    from duenotice.release.events import Happening
    from duenotice.release.request import Release
    from duenotice.release.request import ReleaseRequest
    from duenotice.store.archive import Archive

FOLDER = f"statements/{STATEMENT}"


class MemoryProject:
    """A working tree, a publishing branch, and nothing else."""

    def __init__(self) -> None:
        """Make an empty project without a commit."""
        self.files: dict[str, str] = {}
        self.head: dict[str, str] = {}
        self._forms: dict[str, list[RecordedForm]] = {}
        self._objects: dict[str, bytes] = {}
        self._archives: dict[object, Archive] = {}

    @classmethod
    def with_statement(cls, yaml: str = STATEMENT_YAML) -> Self:
        """Make a project that holds the example statement as a draft."""
        project = cls()
        project.files[f"{FOLDER}/statement.yaml"] = yaml
        for section_id, body in SECTIONS.items():
            project.section(section_id, body)
        return project

    @classmethod
    def with_translation(cls) -> Self:
        """Make a project that holds the example in English and Spanish as a draft."""
        project = cls.with_statement(TRANSLATED_YAML)
        for section_id, body in SPANISH.items():
            project.section(section_id, body, "es")
        return project

    def section(self, section_id: str, body: str, locale: str = "en") -> Self:
        """Write a new section of the draft."""
        text = section_text(body, section_id.capitalize())
        return self.write({f"{FOLDER}/{locale}/{section_id}.md": text})

    def settings(self, old: str, new: str) -> Self:
        """Replace words of the draft's settings."""
        return self._replace(f"{FOLDER}/statement.yaml", old, new)

    def edit(self, section_id: str, old: str, new: str, locale: str = "en") -> Self:
        """Replace words of a section of the draft."""
        return self._replace(f"{FOLDER}/{locale}/{section_id}.md", old, new)

    def _replace(self, path: str, old: str, new: str) -> Self:
        assert old in self.files[path], f'{path} has no "{old}"'
        return self.write({path: self.files[path].replace(old, new)})

    def write(self, changes: FileChanges) -> Self:
        """Write and delete files of the working tree."""
        for path, text in changes.items():
            if text is None:
                self.files.pop(path, None)
            else:
                self.files[path] = text
        return self

    def commit(self, on: dt.date | str, hour: int = 12) -> Self:
        """Commit everything at an hour (UTC) of a day."""
        when = day(on) if isinstance(on, str) else on
        moment = dt.datetime.combine(when, dt.time(hour), dt.UTC)
        for path, text in self.files.items():
            if path.endswith("/record.yaml") and text != self.head.get(path):
                data = text.encode()
                object_id = content_sha256(data)
                self._objects[object_id] = data
                form = RecordedForm(
                    committed_at=int(moment.timestamp()), object_id=object_id
                )
                self._forms.setdefault(path, []).append(form)
        self.head = dict(self.files)
        return self

    @property
    def book(self) -> RecordBook:
        """Give what the branch knows."""
        return RecordBook(
            history=self._forms,
            read_object=self._objects.__getitem__,
            held=frozenset(self._forms),
        )

    def archive(self) -> Archive:
        """Read the working tree."""
        return self._read(self.files)

    def recorded(self) -> Archive:
        """Read what HEAD holds."""
        return self._read(self.head)

    def _read(self, files: Mapping[str, str]) -> Archive:
        # Asked for again and again between two changes.
        key = (frozenset(files.items()), len(self._objects))
        if key not in self._archives:
            tree = MemoryTree({path: text.encode() for path, text in files.items()})
            self._archives = dict(list(self._archives.items())[-3:])
            self._archives[key] = read_archive(tree, STATEMENT, self.book)
        return self._archives[key]

    def release(self, request: ReleaseRequest, *, again: bool = False) -> Release:
        """Release the draft in the working tree."""
        archive = self.archive()
        found = check_draft(archive)
        if again:
            release = release_again(archive, self.book, request, CUSTOMS, found=found)
        else:
            release = plan_release(archive, request, CUSTOMS, found=found)
        self.write(release.changes.files)
        return release

    def clear(self, label: str, today: dt.date | str) -> Self:
        """Decide what is open about a proposed version, and approve its notice."""
        on = day(today) if isinstance(today, str) else today
        clear(self.archive, self.write, label, on, CUSTOMS)
        return self

    def publish(self, request: ReleaseRequest) -> Release:
        """Release the draft, pass the gate, and commit it all on the same day."""
        release = self.release(request)
        for record in release.records:
            self.clear(str(record.version), request.today)
        self.commit(request.today)
        return release

    def rewrite(self, label: str, **changes: object) -> Self:
        """Write other facts into a record and seal it, as only a hand would."""
        record = self.archive().find(label).record
        changed = replace(record, **changes)  # type: ignore[arg-type]
        sealed = replace(changed, digest=record_digest(changed))
        path = f"{FOLDER}/versions/{label}/record.yaml"
        return self.write({path: write_record(sealed)})

    def happens(self, happening: Happening, on: str) -> Self:
        """Write what happened to a recorded version, and commit it on a day."""
        return self.write(happening.changes.files).commit(on)

    def discard(self) -> tuple[VersionLabel, ...]:
        """Undo the proposed version."""
        labels, changes = discard(self.archive())
        self.write(changes.files)
        return labels
