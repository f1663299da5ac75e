"""A library's statement, whose sections are changed, renamed, joined and divided."""

from __future__ import annotations

from builders import STATEMENT_YAML
from builders import day
from builders import section_text
from duenotice.release.request import ReleaseRequest
from memory_project import FOLDER
from memory_project import MemoryProject

FIRST = "2026-01-10"
SECOND = "2026-03-01"
THIRD = "2026-05-01"


class Library(MemoryProject):
    """A project whose changes are all required by law, and so effective at once."""

    def published(self, today: str) -> Library:
        """Release the draft, pass the gate, and commit it."""
        self.publish(ReleaseRequest(today=day(today), required_by_law="Act 12"))
        return self

    def section(self, section_id: str, body: str, *front: str) -> Library:
        """Write a section of the draft."""
        text = section_text(body, section_id.capitalize(), *front)
        self.files[f"{FOLDER}/en/{section_id}.md"] = text
        return self

    def without(self, section_id: str) -> Library:
        """Delete a section of the draft."""
        del self.files[f"{FOLDER}/en/{section_id}.md"]
        return self

    def listed(self, *ids: str) -> Library:
        """List other sections in the place of the one on lending."""
        lines = "".join(f"      - {one}\n" for one in ids)
        yaml = STATEMENT_YAML.replace("      - lending\n", lines)
        self.files[f"{FOLDER}/statement.yaml"] = yaml
        return self


def library() -> Library:
    """Make a project whose first version is recorded."""
    return Library.with_statement().published(FIRST)
