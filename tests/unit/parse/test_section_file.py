from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from builders import section_text
from duenotice.model.content import Heading
from duenotice.model.content import Paragraph
from duenotice.model.content import Text
from duenotice.model.label import VersionLabel
from duenotice.model.statement import Section
from duenotice.parse.section_file import FrontMatter
from duenotice.parse.section_file import TooDeepError
from duenotice.parse.section_file import parse_section
from duenotice.parse.section_file import says_the_same
from duenotice.parse.section_file import stamped
from duenotice.parse.section_file import unstamped

if TYPE_CHECKING:
    from duenotice.parse.section_file import SectionFile

FIRST = VersionLabel.parse("2021-10-15")
SECOND = VersionLabel.parse("2026-11-24")


def parse(text: str) -> SectionFile:
    """The file of a text without faults."""
    file, found = parse_section("web-logs", text.encode(), "en/web-logs.md")
    assert () == found
    assert file is not None
    return file


def fault(text: str) -> str:
    """What is said about a text that gives no section."""
    file, found = parse_section("web-logs", text.encode(), "en/web-logs.md")
    assert file is None
    (diagnostic,) = found
    return str(diagnostic).removeprefix("en/web-logs.md:")


class TestParseSection:
    def test_whole(self) -> None:
        """
        A section has a title, stamps, earlier ids and a text.
        """
        file = parse(
            "---\ntitle: Web logs\nversion: 2021-10-15\nformerly: [logs, old-logs]\n"
            "translates: 2021-10-15\n---\nWe keep logs.\n"
        )

        assert (
            Section(
                id="web-logs",
                title="Web logs",
                blocks=(Paragraph((Text("We keep logs."),)),),
                version=FIRST,
                formerly=("logs", "old-logs"),
                translates=FIRST,
            )
            == file.section
        )
        assert "We keep logs.\n" == file.body

    @pytest.mark.parametrize(
        "title", ["Yes", "1.10", "2026-11-24", "null-safe", "7", "on", "0x10"]
    )
    def test_title_that_looks_typed(self, title: str) -> None:
        """
        A title is the text that was written.
        """
        assert FrontMatter(title=title) == parse(f"---\ntitle: {title}\n---\n").front

    def test_lines(self) -> None:
        """
        Blocks know their lines in the file, below the front matter.
        """
        blocks = parse("---\ntitle: a\n---\nOne.\n\n## Two\n").section.blocks

        assert [
            Paragraph((Text("One."),), 4),
            Heading(2, (Text("Two"),), 6),
        ] == list(blocks)
        assert [4, 6] == [block.line for block in blocks]

    def test_no_text(self) -> None:
        """
        A section may be empty, with or without a last line feed.
        """
        assert () == parse("---\ntitle: a\n---").section.blocks

    @pytest.mark.parametrize(
        "text",
        [
            pytest.param("We keep logs.\n", id="none"),
            pytest.param("", id="empty file"),
            pytest.param("---\ntitle: a\nWe keep logs.\n", id="never ended"),
            pytest.param("\n---\ntitle: a\n---\n", id="blank line first"),
        ],
    )
    def test_no_front_matter(self, text: str) -> None:
        """
        A file without front matter is a fault that says how to begin.
        """
        assert fault(text) == (
            "1: error front-matter-missing: the section doesn't begin with front "
            'matter\n  hint: Begin the file with a line "---", then "title: …", then a '
            'line "---".'
        )

    def test_broken(self) -> None:
        """
        Broken front matter is a fault in its line of the file.
        """
        assert fault("---\nformerly: [a]\ntitle: Logs: ours\n---\n") == (
            "3: error front-matter-broken: a section's front matter can't be read as "
            "YAML: mapping values are not allowed in this context\n"
            "  hint: Look for a missing colon, quote or space; put text that holds a "
            "colon in quotes. Anchors, aliases and tags are not used here."
        )

    @pytest.mark.parametrize(
        ("lines", "first"),
        [
            pytest.param(
                "title: a\nversoin: 2021-10-15",
                '3: error key-unknown: "versoin" is not a key of a section\'s front '
                "matter",
                id="unknown key",
            ),
            pytest.param(
                "version: 2021-10-15",
                '2: error key-missing: a section\'s front matter has no "title"',
                id="no title",
            ),
            pytest.param(
                "title: a\ntitle: b",
                '3: error key-repeated: "title" stands twice in a section\'s front '
                "matter",
                id="repeated",
            ),
            pytest.param(
                "title: a\nversion: 15.10.2021",
                '3: error value-invalid: "15.10.2021" is not a version label in the '
                'form 2026-11-24 or 2026-11-24.2 (key "version")',
                id="no date",
            ),
            pytest.param(
                "title: a\nversion: 2021-02-30",
                '3: error value-invalid: "2021-02-30" is not a version label in the '
                'form 2026-11-24 or 2026-11-24.2 (key "version")',
                id="no such day",
            ),
            pytest.param(
                "title: a\nformerly: [Web Logs]",
                '3: error value-invalid: "Web Logs" is not an id (lower-case letters, '
                'digits and hyphens) (key "formerly")',
                id="no id",
            ),
            pytest.param(
                "title:",
                '2: error value-invalid: this is not text (key "title")',
                id="empty title",
            ),
        ],
    )
    def test_faults(self, lines: str, first: str) -> None:
        """
        What front matter may not hold is a fault in its line of the file.
        """
        assert first == fault(f"---\n{lines}\n---\nText.\n").splitlines()[0]

    @pytest.mark.parametrize(
        "lines",
        [
            pytest.param("{title: a}", id="braces"),
            pytest.param('"title": a', id="quoted key"),
            pytest.param("title: a\nversion:\n  2021-10-15", id="value below"),
            pytest.param("title: a\nversion: |-\n  2021-10-15", id="block"),
            pytest.param('title: "a\nversion: b"', id="key inside a text"),
            pytest.param("? title\n: a", id="long form"),
        ],
    )
    def test_form_of_keys(self, lines: str) -> None:
        """
        Stamps are whole lines, so each key stands with its value on one of its own.
        """
        assert fault(f"---\n{lines}\n---\nText.\n") == (
            "2: error front-matter-broken: a key of the front matter doesn't stand "
            "with its value on a line of its own\n"
            '  hint: Write each as "title: …", without braces, and without quotes '
            "around the key."
        )

    @pytest.mark.parametrize(
        "body",
        [
            pytest.param("> " * 7 + "a", id="quotes"),
            pytest.param("- " * 7 + "a", id="lists"),
            pytest.param(">" * 7 + "a", id="quotes without spaces"),
            pytest.param("- > " * 4 + "a", id="both"),
            pytest.param(" " * 24 + "- a", id="indented"),
        ],
    )
    def test_depth(self, body: str) -> None:
        """
        Lists and quotes that nobody could follow are a fault in their line.
        """
        assert fault(f"---\ntitle: a\n---\nText.\n\n{body}\n") == (
            "6: error nesting-too-deep: lists or quotes are nested more than 6 levels "
            "deep\n"
            "  hint: Write it with fewer levels of lists, quotes, emphasis and links."
        )

    @pytest.mark.parametrize(
        "body",
        [
            pytest.param("> " * 6 + "a", id="six quotes"),
            pytest.param("* " * 30, id="rule"),
            pytest.param(" " * 300, id="blanks"),
            pytest.param(f"```\n{' ' * 300}a\n```", id="code"),
        ],
    )
    def test_shallow(self, body: str) -> None:
        """
        A rule across the page, blanks and code are not nested.
        """
        assert body in parse(section_text(body, "a")).body

    @pytest.mark.parametrize(
        "sign", ["[", "![", "*a **b "], ids=["links", "pictures", "emphasis"]
    )
    def test_inner_depth(self, sign: str) -> None:
        """
        Words that are nested beyond all sense can't be read, and nothing is left out.
        """
        file = parse(section_text(sign * 5000 + "](b)" * 5000 + "b** a* " * 5000, "a"))
        with pytest.raises(TooDeepError) as caught:
            _ = file.section

        assert "en/web-logs.md: the text is nested too deeply" == str(caught.value)
        assert "Write it with fewer levels of lists, quotes, emphasis and links." == (
            caught.value.advice
        )


class TestStamps:
    def test_first(self) -> None:
        """
        A first stamp stands below the title, and nothing else changes.
        """
        assert "---\ntitle: a\nversion: 2021-10-15\nformerly: [b]\n---\nText.\n" == (
            stamped("---\ntitle: a\nformerly: [b]\n---\nText.\n", FIRST)
        )

    def test_later(self) -> None:
        """
        A later stamp takes the place of the one before.
        """
        before = section_text("Text.", "a", "version: 2021-10-15")

        assert section_text("Text.", "a", "version: 2026-11-24") == (
            stamped(before, SECOND)
        )

    def test_translation(self) -> None:
        """
        A translation is stamped with its source's version as well.
        """
        assert section_text(
            "x", "a", "version: 2026-11-24", "translates: 2021-10-15"
        ) == (stamped(section_text("x", "a"), SECOND, FIRST))

    def test_taken_out(self) -> None:
        """
        Without a version, the stamps are taken out.
        """
        both = section_text("x", "a", "version: 2026-11-24", "translates: 2021-10-15")

        assert section_text("x", "a") == stamped(both, None)

    def test_long_title(self) -> None:
        """
        A title over several lines stays in one piece.
        """
        text = "---\ntitle: >-\n  A long\n  title\n---\nText.\n"
        file = parse(stamped(text, FIRST))

        assert FrontMatter(title="A long title", version=FIRST) == file.front

    def test_no_title_line(self) -> None:
        """
        Where the title doesn't come first, the stamp still stands below it.
        """
        assert "---\nformerly: [b]\ntitle: a\nversion: 2021-10-15\n---\n" == (
            stamped("---\nformerly: [b]\ntitle: a\n---\n", FIRST)
        )

    def test_no_front_matter(self) -> None:
        """
        Only a section's file can be stamped.
        """
        with pytest.raises(ValueError, match="the text has no front matter"):
            stamped("Text.", FIRST)

    def test_unstamped(self) -> None:
        """
        Without stamps, a file is what its author wrote; a text below is left alone.
        """
        both = section_text(
            "version: 1", "a", "version: 2026-11-24", "translates: 2021-10-15"
        )

        assert section_text("version: 1", "a") == unstamped(both)
        assert "version: 1\n" == unstamped("version: 1\n")


class TestSaysTheSame:
    @pytest.mark.parametrize(
        ("draft", "former", "expected"),
        [
            pytest.param("", "version: 2021-10-15", True, id="stamp alone"),
            pytest.param(
                "translates: 2021-10-15", "translates: 2021-10-15", True, id="as before"
            ),
            pytest.param(
                "translates: 2026-11-24", "translates: 2021-10-15", False, id="newer"
            ),
            pytest.param(
                "translates: 2021-10-15", "translates: 2026-11-24", True, id="older"
            ),
            pytest.param("translates: 2026-11-24", "", True, id="first"),
            pytest.param("formerly: [b]", "", False, id="earlier id"),
        ],
    )
    def test_front_matter(self, draft: str, former: str, expected: bool) -> None:  # noqa: FBT001
        """
        Stamps say nothing to people, but a translator's newer one is a statement.
        """
        ours, theirs = (
            parse(section_text("Text.", "a", *filter(None, [line])))
            for line in (draft, former)
        )

        assert expected is says_the_same(ours, theirs)

    def test_words(self) -> None:
        """
        Another text says something else.
        """
        ours, theirs = (parse(section_text(body, "a")) for body in ("One.", "Two."))

        assert not says_the_same(ours, theirs)
