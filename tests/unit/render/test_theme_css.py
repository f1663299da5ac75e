from __future__ import annotations

from duenotice.model.colour import Colour
from duenotice.model.theme import FontFile
from duenotice.model.theme import Fonts
from duenotice.model.theme import Logo
from duenotice.model.theme import Scheme
from duenotice.model.theme import Theme
from duenotice.render.theme_css import letter_css
from duenotice.render.theme_css import pdf_css
from duenotice.render.theme_css import site_css

ACCENT = Colour.parse("#7a2e12")
FERN = FontFile(family="Fern", path="theme/fern.ttf", weight="300 700")


class TestSite:
    """`site_css`."""

    def test_nothing(self) -> None:
        """
        Without a theme nothing is added.
        """
        assert "" == site_css(Theme(), {})

    def test_colours(self) -> None:
        """
        A colour of light pages leaves dark ones as they are shipped.
        """
        theme = Theme(colours={Scheme.LIGHT: {"accent": ACCENT}})

        assert (
            ":root { --accent: #7a2e12 }\n"
            "@media screen and (prefers-color-scheme: dark) "
            "{ :root { --accent: #93c9bf } }"
        ) == site_css(theme, {})

    def test_fonts(self) -> None:
        """
        A font that comes with the project is loaded from the site; a list ends with
        letters that every reader has.
        """
        theme = Theme(fonts=Fonts(text=("Fern", "Georgia"), files=(FERN,)))
        css = site_css(theme, {"theme/fern.ttf": "theme/fern-1.ttf"})

        assert 'src: url("theme/fern-1.ttf") format("truetype")' in css
        assert "font-weight: 300 700" in css
        assert '--serif: "Fern", "Georgia", serif }' in css

    def test_generic(self) -> None:
        """
        A list that ends with a kind of font needs no other end.
        """
        css = site_css(Theme(fonts=Fonts(interface=("Fern", "system-ui"))), {})

        assert '--sans: "Fern", system-ui }' in css
        assert ":not(:lang(ar))" in css


class TestPdf:
    """`pdf_css`."""

    def test_own_files_alone(self) -> None:
        """
        A PDF takes no font that only some machines have, and keeps the shipped ones
        behind its own.
        """
        theme = Theme(fonts=Fonts(text=("Fern", "Georgia"), files=(FERN,)))
        css = pdf_css(theme)

        assert 'url("theme:theme/fern.ttf")' in css
        assert 'body, [lang], .audience { font-family: "Fern", "Noto Serif"' in css
        assert "Georgia" not in css

    def test_no_files(self) -> None:
        """
        Fonts that are merely named change nothing.
        """
        assert "" == pdf_css(Theme(fonts=Fonts(text=("Georgia",))))

    def test_logo(self) -> None:
        """
        The logo stands above the name.
        """
        css = pdf_css(Theme(logo=Logo(path="theme/logo.svg")))

        assert 'url("theme:theme/logo.svg") left top / auto 28pt' in css
        assert "color: white" not in css

    def test_logo_with_name(self) -> None:
        """
        A name that can be read in the logo isn't seen twice, and stays for ears.
        """
        css = pdf_css(Theme(logo=Logo(path="theme/logo.svg", holds_name=True)))

        assert ".controller { color: white; font-size: 1pt }" in css

    def test_accent(self) -> None:
        """
        Links have the accent of light pages: paper is light.
        """
        theme = Theme(colours={Scheme.LIGHT: {"accent": ACCENT}})

        assert "a { color: #7a2e12 }" == pdf_css(theme)


class TestLetter:
    """`letter_css`."""

    def test_nothing(self) -> None:
        """
        A theme without a logo and an accent leaves letters as they are.
        """
        assert "" == letter_css(Theme(fonts=Fonts(text=("Fern",), files=(FERN,))))

    def test_logo(self) -> None:
        """
        The logo is one of the theme's files.
        """
        css = letter_css(Theme(logo=Logo(path="theme/logo.svg")))

        assert 'url("theme:theme/logo.svg")' in css

    def test_accent(self) -> None:
        """
        The accent is that of lines; words stay black.
        """
        css = letter_css(Theme(colours={Scheme.LIGHT: {"accent": ACCENT}}))

        assert ".dates, blockquote, hr { border-color: #7a2e12 }" == css
