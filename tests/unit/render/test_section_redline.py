from __future__ import annotations

import re

from duenotice.compare import Document
from duenotice.compare import PartHeading
from duenotice.compare.document import Part
from duenotice.model.content import Text
from duenotice.parse.markdown import parse_blocks
from duenotice.render.redline_marks import Cues
from duenotice.render.section_redline import EMPTY
from duenotice.render.section_redline import passage
from duenotice.render.section_redline import section_redline


def part(
    section_id: str, title: str, text: str, *formerly: str, number: int = 1
) -> Part:
    """Make a section."""
    heading = PartHeading(number, (Text(title),))
    blocks = parse_blocks(text)
    return Part(id=section_id, heading=heading, blocks=blocks, formerly=formerly)


def document(*parts: Part) -> Document:
    """Make a text of sections."""
    return Document(title="", parts=parts)


def redline(old: Document, new: Document) -> str:
    """Give the redline of both with the name "n"."""
    written = section_redline(old, new, Cues(), "n")
    assert written is not None
    return str(written)


class TestPassage:
    """Some sections of a text."""

    def test_alone(self) -> None:
        """
        Only the sections that were asked for are left, without their numbers.
        """
        text = document(part("a", "One", "x"), part("b", "Two", "y", number=2))
        found = passage(text, ["b"])

        assert ["b"] == [one.id for one in found.parts]
        assert PartHeading(None, (Text("Two"),)) == found.parts[0].heading


class TestSectionRedline:
    """What changed in one section, beside others on a page."""

    def test_same_title(self) -> None:
        """
        The title is shown where it changed, since the page says it anyway.
        """
        old, new = document(part("a", "One", "x")), document(part("a", "One", "y"))
        other = document(part("a", "Two", "y"))

        assert "One" not in redline(old, new)
        assert "<h3>" in redline(old, other)

    def test_unique(self) -> None:
        """
        Places and the links to them have the name of the redline, and no section's id
        is given twice.
        """
        old = document(part("a", "One", "Some words that move.\n\nx\n\ny\n\nz"))
        new = document(part("a", "Two", "x\n\ny\n\nz\n\nSome words that move."))
        html = redline(old, new)
        places = re.findall(r'id="([^"]*)"', html)

        assert places
        assert all(one.startswith("_change-n-") for one in places)
        assert set(places) >= set(re.findall(r'href="#([^"]*)"', html))

    def test_headings(self) -> None:
        """
        A heading within the section stands below that of the change.
        """
        old, new = (document(part("a", "One", f"## In short\n\n{x}")) for x in "xy")

        assert ["<h3>", "</h3>"] == re.findall(r"</?h\d[^>]*>", redline(old, new))

    def test_words_stay(self) -> None:
        """
        Words that look like markup are left as they are.
        """
        words = 'Write `<h2 id="_change-1">` or id="_change-2" here.'
        old, new = document(part("a", "One", words)), document(part("a", "Two", words))
        html = redline(old, new)

        assert '&lt;h2 id="_change-1"&gt;' in html.replace("&quot;", '"')
        assert 'or id="_change-2" here' in html

    def test_alone(self) -> None:
        """
        A text without another one is shown as it is, with nothing marked or folded.
        """
        text = document(part("a", "One", "\n\n".join("abcdefgh")))

        for html in (redline(EMPTY, text), redline(text, EMPTY)):
            assert not re.search(r"<(?:ins|del|details)", html)
            assert "<p>a</p>" in html

    def test_same(self) -> None:
        """
        Where both say the same, there is nothing to show.
        """
        old, new = document(part("a", "One", "x")), document(part("b", "One", "x", "a"))

        assert redline(old, new) == ""

    def test_joined(self) -> None:
        """
        Of sections that were joined, both texts are held against the new one.
        """
        old = document(part("a", "One", "Words of one."), part("b", "Two", "And more."))
        new = document(part("c", "Both", "Words of one.\n\nAnd more.", "a", "b"))
        html = redline(old, new)

        assert "<p>Words of one.</p>" in html
        assert "<p>And more.</p>" in html

    def test_too_long(self) -> None:
        """
        Texts that are too long to be compared give no redline.
        """
        old, new = (document(part("a", "One", f"{x} " * 250_001)) for x in "xy")

        assert section_redline(old, new, Cues(), "n") is None
