from __future__ import annotations

import pytest

from duenotice.render.docx.runs import Look
from duenotice.render.docx.runs import Run
from duenotice.render.docx.runs import Speech
from duenotice.render.docx.runs import joined
from duenotice.render.docx.runs import run_xml

HEBREW = "שלום"


def xml(run: Run, speech: Speech | None = None) -> str:
    """Give the markup of a run that is not deleted."""
    return run_xml(run, speech or Speech(), is_struck=False)


class TestRunXml:
    def test_text(self) -> None:
        """
        Spaces are kept, and signs of the markup are text.
        """
        expected = '<w:r><w:t xml:space="preserve"> a &lt;b&gt; </w:t></w:r>'

        assert expected == xml(Run(" a <b> "))

    def test_struck(self) -> None:
        """
        Deleted text has its own element.
        """
        expected = '<w:r><w:delText xml:space="preserve">a</w:delText></w:r>'

        assert expected == run_xml(Run("a"), Speech(), is_struck=True)

    def test_lines(self) -> None:
        """
        Ends of lines and tabs are elements.
        """
        assert "a</w:t><w:br/><w:t" in xml(Run("a\nb"))
        assert "a</w:t><w:tab/><w:t" in xml(Run("a\tb"))

    @pytest.mark.parametrize("sign", ["\0", "\x1b", "\ufffe", "\ud800"])
    def test_no_xml(self, sign: str) -> None:
        """
        What XML can't hold is replaced, so that Word can open the file.
        """
        assert "a\ufffdb" in xml(Run(f"a{sign}b"))

    def test_look(self) -> None:
        """
        A look has its properties in the order of the standard.
        """
        look = Look(is_bold=True, is_italic=True, target="#a")

        assert (
            '<w:rPr><w:rStyle w:val="Hyperlink"/><w:b/><w:bCs/><w:i/><w:iCs/></w:rPr>'
        ) in xml(Run("a", look))

    def test_change_of_look(self) -> None:
        """
        How words looked before stands beside how they look.
        """
        run = Run("a", Look(is_bold=True), Look(is_italic=True))

        found = run_xml(run, Speech(), is_struck=False, change='w:id="1"')

        assert (
            '<w:rPr><w:b/><w:bCs/><w:rPrChange w:id="1"><w:rPr><w:i/><w:iCs/></w:rPr>'
            "</w:rPrChange></w:rPr>"
        ) in found

    @pytest.mark.parametrize(
        ("text", "expected"),
        [(HEBREW, True), (f"Google {HEBREW}", True), (" (", True), ("Google", False)],
    )
    def test_direction(self, text: str, expected: bool) -> None:  # noqa: FBT001
        """
        In a line that runs from right to left, only words in Latin letters don't.
        """
        assert expected == ("<w:rtl/>" in xml(Run(text), Speech(is_rtl=True)))


class TestJoined:
    def test_other_looks(self) -> None:
        """
        Words that look different, or looked different, stay apart.
        """
        bold = Look(is_bold=True)
        runs = [Run("a"), Run("b", bold), Run("c", bold, Look()), Run("", bold)]

        assert tuple(runs[:3]) == joined(runs)
