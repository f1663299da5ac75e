from __future__ import annotations

import pytest

from builders import STATEMENT
from builders import STATEMENT_YAML
from builders import section_text
from duenotice.parse.section_file import parse_section
from duenotice.parse.statement_file import parse_statement
from duenotice.release.whole_text_merge import MergeConflictError
from duenotice.release.whole_text_merge import merge_whole_texts
from duenotice.store.faulty import FaultyTextError
from duenotice.store.layout import StatementLayout
from duenotice.store.whole_text import WholeText

LAYOUT = StatementLayout(STATEMENT)


def whole(yaml: str = STATEMENT_YAML, **bodies: str) -> WholeText:
    """Make a text of some sections."""
    statement, _ = parse_statement(STATEMENT, yaml.encode(), LAYOUT.statement_file())
    assert statement is not None
    sections = {}
    for section_id, body in bodies.items():
        text = section_text(body, section_id, "version: 2026-01-10")
        path = LAYOUT.section_file("en", section_id)
        file, _ = parse_section(section_id, text.encode(), path)
        assert file is not None
        sections[section_id] = file
    return WholeText(statement=statement, sections={"en": sections})


def bodies(text: WholeText) -> dict[str, str]:
    """Read the sections' texts."""
    return {one: file.body.strip() for one, file in text.sections["en"].items()}


class TestSections:
    """Sections that a side changed, brought or took away."""

    @pytest.mark.parametrize(
        ("base", "ours", "theirs", "expected"),
        [
            ({"a": "A."}, {"a": "A."}, {"a": "B."}, {"a": "B."}),
            ({"a": "A."}, {"a": "B."}, {"a": "A."}, {"a": "B."}),
            ({"a": "A."}, {"a": "B."}, {"a": "B."}, {"a": "B."}),
            ({"z": "Z."}, {"z": "Z."}, {"z": "Z.", "a": "A."}, {"z": "Z.", "a": "A."}),
            ({"z": "Z.", "a": "A."}, {"z": "Z.", "a": "A."}, {"z": "Z."}, {"z": "Z."}),
            ({"z": "Z.", "a": "A."}, {"z": "Z."}, {"z": "Z.", "a": "B."}, {"z": "Z."}),
            ({"z": "Z."}, {"z": "Z.", "a": "A."}, {"z": "Z."}, {"z": "Z.", "a": "A."}),
            ({"z": "Z.", "a": "A."}, {"z": "Z."}, {"z": "Z."}, {"z": "Z."}),
        ],
        ids=[
            "fixed",
            "scheduled",
            "fixed-alike",
            "brought-by-the-fix",
            "removed-by-the-fix",
            "brought-by-what-is-scheduled",
            "removed-by-what-is-scheduled",
            "removed-by-the-fix-and-not-in-force",
        ],
    )
    def test_merged(
        self,
        base: dict[str, str],
        ours: dict[str, str],
        theirs: dict[str, str],
        expected: dict[str, str],
    ) -> None:
        """
        The text in force gets what the fix changed in the scheduled text, and nothing
        else of that.
        """
        merged = merge_whole_texts(
            whole(**base), whole(**ours), whole(**theirs), LAYOUT
        )

        assert expected == bodies(merged)

    @pytest.mark.parametrize(
        ("base", "ours", "theirs"),
        [
            ({"a": "A."}, {"a": "B."}, {"a": "C."}),
            ({"a": "A."}, {"a": "B."}, {}),
            ({}, {"a": "B."}, {"a": "C."}),
        ],
        ids=["changed", "removed-by-the-fix", "brought-by-the-fix"],
    )
    def test_conflict(
        self, base: dict[str, str], ours: dict[str, str], theirs: dict[str, str]
    ) -> None:
        """
        Where the text in force has other words than the scheduled one had, the fix of
        these can't be carried over.
        """
        kept = {"z": "Z."}
        texts = [whole(**kept, **one) for one in (base, ours, theirs)]

        with pytest.raises(MergeConflictError, match="website/en/a"):
            merge_whole_texts(texts[0], texts[1], texts[2], LAYOUT)

    def test_every_conflict_is_named(self) -> None:
        """
        All files in conflict are named at once.
        """
        base, ours, theirs = (whole(a=f"{n}.", b=f"{n}.") for n in ("A", "B", "C"))

        with pytest.raises(MergeConflictError) as caught:
            merge_whole_texts(base, ours, theirs, LAYOUT)

        assert ["  statements/website/en/a.md", "  statements/website/en/b.md"] == (
            str(caught.value).splitlines()[1:]
        )

    def test_what_stays_keeps_its_stamps(self) -> None:
        """
        A section that the fix leaves alone is the one in force with its stamps.
        """
        text = whole(a="A.", b="B.")
        merged = merge_whole_texts(text, text, whole(a="A.", b="C."), LAYOUT)

        assert text.sections["en"]["a"] is merged.sections["en"]["a"]


class TestSettings:
    """Settings that a side changed."""

    def test_merged(self) -> None:
        """
        The settings in force get what the fix changed.
        """
        renamed = STATEMENT_YAML.replace("Privacy statement", "Privacy notice")
        moved = STATEMENT_YAML.replace("lead_days: 30", "lead_days: 45")
        merged = merge_whole_texts(whole(), whole(renamed), whole(moved), LAYOUT)
        statement = merged.statement.statement

        assert ("Privacy notice", 45) == (
            statement.title["en"],
            statement.notice.lead_days,
        )

    def test_conflict(self) -> None:
        """
        Two changes of the same setting can't be merged.
        """
        texts = [
            whole(STATEMENT_YAML.replace("Privacy statement", one))
            for one in ("Privacy notice", "Privacy")
        ]

        with pytest.raises(MergeConflictError, match="statements/website/statement"):
            merge_whole_texts(whole(), texts[0], texts[1], LAYOUT)

    def test_that_cannot_be_read(self) -> None:
        """
        Settings that two sound changes make unreadable are refused with their fault.
        """
        above = STATEMENT_YAML.replace("  - introduction\n", "  - fines\n")
        below = STATEMENT_YAML.replace("  - contacts\n", "  - fines\n")

        with pytest.raises(FaultyTextError, match='"fines" stands twice'):
            merge_whole_texts(whole(), whole(above), whole(below), LAYOUT)
