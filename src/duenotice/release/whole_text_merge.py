"""Three-way merge of whole texts: a fix carried over to another text."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.diagnostics import has_errors
from duenotice.errors import DuenoticeError
from duenotice.parse.section_file import parse_section
from duenotice.parse.section_file import unstamped
from duenotice.parse.statement_file import parse_statement
from duenotice.release.merge import merge_texts
from duenotice.store.faulty import FaultyTextError
from duenotice.store.whole_text import WholeText

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.diagnostics import Diagnostic
    from duenotice.parse.section_file import SectionFile
    from duenotice.parse.statement_file import StatementFile
    from duenotice.store.layout import StatementLayout


class MergeConflictError(DuenoticeError):
    """The fix and the scheduled change are too close to each other."""

    hint: ClassVar[str] = (
        "Nothing was written. Decide by hand: make the fix with `--amends pending`, or "
        "`withdraw` the scheduled version, release the fix, and release the change "
        "again."
    )

    def __init__(self, paths: Sequence[str]) -> None:
        """Name the files."""
        names = "\n".join(f"  {path}" for path in paths)
        super().__init__(
            "the fix can't be carried over to the text in force, since the scheduled "
            f"version changes the same sentences or their neighbours:\n{names}"
        )


def merge_whole_texts(
    base: WholeText, ours: WholeText, theirs: WholeText, layout: StatementLayout
) -> WholeText:
    """Carry over to `ours` what `theirs` changed in `base`.

    Raises:
        MergeConflictError: Both changed the same sentence, or neighbouring ones.
        FaultyTextError: The merged files can't be read.
    """
    merge = _Merge(base, ours, theirs, layout)
    statement = merge.statement()
    sections: dict[str, dict[str, SectionFile]] = {}
    for locale, section_id in merge.section_keys():
        section = merge.section(locale, section_id)
        if section is not None:
            sections.setdefault(locale, {})[section_id] = section
    if merge.conflicts:
        raise MergeConflictError(merge.conflicts)
    if has_errors(tuple(merge.found)) or statement is None:
        raise FaultyTextError(merge.found)
    return WholeText(statement=statement, sections=sections)


class _Merge:
    """One merge, with the conflicts and faults it met."""

    def __init__(
        self,
        base: WholeText,
        ours: WholeText,
        theirs: WholeText,
        layout: StatementLayout,
    ) -> None:
        self.sides = (base, ours, theirs)
        self.layout = layout
        self.conflicts: list[str] = []
        self.found: list[Diagnostic] = []

    def section_keys(self) -> list[tuple[str, str]]:
        """Give locale and id of every section that a side has."""
        return sorted(
            {
                (locale, section_id)
                for side in self.sides
                for locale, sections in side.sections.items()
                for section_id in sections
            }
        )

    def statement(self) -> StatementFile | None:
        """Merge `statement.yaml`."""
        path = self.layout.statement_file()
        base, ours, theirs = (side.statement.text for side in self.sides)
        merged = merge_texts(base, ours, theirs)
        if merged is None:
            self.conflicts.append(path)
            return None
        file, faults = parse_statement(self.layout.statement_id, merged.encode(), path)
        self.found += faults
        return file

    def section(self, locale: str, section_id: str) -> SectionFile | None:
        """Merge one section, which each side may lack."""
        path = self.layout.section_file(locale, section_id)
        files = [side.sections.get(locale, {}).get(section_id) for side in self.sides]
        base, ours, theirs = map(_plain_text, files)
        if theirs == base:
            merged = ours
        elif ours in {base, theirs}:
            merged = theirs
        elif ours is None:
            # The scheduled version brings this section: the text in force has nothing
            # to fix here.
            return None
        else:
            is_kept = base is not None and theirs is not None
            merged = merge_texts(base or "", ours, theirs or "") if is_kept else None
            if merged is None:
                self.conflicts.append(path)
        if merged in {ours, theirs}:
            # With its stamps, so that faults have the line that the file has.
            return files[1] if merged == ours else files[2]
        if merged is None:
            return None
        file, faults = parse_section(section_id, merged.encode(), path)
        self.found += faults
        return file


def _plain_text(file: SectionFile | None) -> str | None:
    return None if file is None else unstamped(file.text)
