from __future__ import annotations

import re

import pytest
from markupsafe import Markup

from duenotice.mailing.editions.colours import colours_of
from duenotice.model.theme import Theme
from duenotice.parse.markdown import parse_blocks
from duenotice.render.content_html import blocks_html
from duenotice.render.messages.email_content import email_content

LIGHT, _ = colours_of(Theme())
PAGE = "https://a.example/website/2026-03-01/"


def made(markdown: str, direction: str = "ltr") -> str:
    """Give the HTML of a notice."""
    return str(
        email_content(blocks_html(parse_blocks(markdown)), direction, LIGHT, PAGE)
    )


class TestEmailContent:
    """A notice within an e-mail."""

    def test_looks(self) -> None:
        """
        Every element has its looks on itself: many programs drop style sheets.
        """
        html = made(
            "## A\n\nb\n\n- c\n\n> d\n\n| e | f |\n|---|---|\n| g | h |\n\n***\n"
        )

        tags = re.findall(r"<(\w+)([^>]*)>", html)
        bare = {name for name, rest in tags if "style=" not in rest}
        assert {"thead", "tbody", "tr", "div"} == bare

    def test_direction(self) -> None:
        """
        What is set apart is marked on the side where a line begins.
        """
        assert "border-left:3px" in made("> a")
        assert "border-right:3px" in made("> a", "rtl")

    @pytest.mark.parametrize("markdown", ["a", "## a", "> a", "- a", "1. a"])
    def test_sides(self, markdown: str) -> None:
        """
        Every line says on which side it begins: a message may run the other way.
        """
        html = made(markdown)

        tags = re.findall(r"<(\w+)([^>]*)>", html)
        sides = {('dir="ltr"' in rest, "text-align:left" in rest) for _, rest in tags}
        assert {(True, True)} == sides

    def test_other_language(self) -> None:
        """
        A part in another language begins on its own side; what follows it doesn't.
        """
        part = Markup('<div lang="en" dir="ltr"><div>{}</div></div>').format(
            blocks_html(parse_blocks("- a"))
        )
        after = blocks_html(parse_blocks("- b"))

        html = str(email_content(part + after, "rtl", LIGHT, PAGE))

        paddings = re.findall(r"padding-(\w+):24px", html)
        assert ["left", "right"] == paddings
        assert ["ltr", "ltr", "rtl", "rtl"] == re.findall(
            r'<(?:ul|li) dir="(\w+)"', html
        )

    def test_places(self) -> None:
        """
        A link to a section leads to it on the site.
        """
        assert f'href="{PAGE}#retention"' in made("[kept](#retention)")

    @pytest.mark.parametrize(
        "words", ['<p class="x">', '<a href="#', ' class="wide"', "<td role=..>"]
    )
    def test_words(self, words: str) -> None:
        """
        Words that look like markup stay as they are.
        """
        shown = words.replace("<", "&lt;").replace(">", "&gt;")

        assert shown in made(f"`{words}`")
