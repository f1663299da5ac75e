from __future__ import annotations

import documents
from duenotice.materiality.lexicon_file import CLASSES
from duenotice.materiality.lexicon_file import read_lexicon

SECTION = documents.section(
    (documents.ROOT / "docs" / "reference" / "files.md").read_text("utf-8"),
    "## lexicons/LANGUAGE.yaml",
)


class TestLexicons:
    """The reference of a project's own lexicon."""

    def test_classes(self) -> None:
        """
        Every class is documented with what it holds, and no other.
        """
        rows = documents.table_rows(SECTION)

        assert CLASSES == {documents.code(name): holds for name, holds in rows}

    def test_example(self) -> None:
        """
        The example has no faults.
        """
        example = SECTION.partition("```yaml\n")[2].partition("```\n")[0]

        own, found = read_lexicon("en", example.encode(), "lexicons/en.yaml")

        assert () == found
        assert own is not None
