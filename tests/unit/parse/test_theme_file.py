from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.model.theme import EVERYWHERE
from duenotice.model.theme import FontFile
from duenotice.model.theme import Fonts
from duenotice.model.theme import FooterEntry
from duenotice.model.theme import Logo
from duenotice.model.theme import Scheme
from duenotice.parse.theme_file import parse_theme

if TYPE_CHECKING:
    from duenotice.model.theme import Theme

WHOLE = """\
name: Fernhill Library
home: https://www.fernhill.example/
logo: {file: theme/logo.svg, dark: theme/dark.png, holds_name: yes}
colours:
  light: {accent: "#7a2e12"}
  dark: {accent: oklch(80% 0.08 50)}
font:
  text: [Fern Serif, Georgia]
  files:
    - {family: Fern Serif, file: theme/text.woff2, weight: 300 700}
footer:
  en:
    - {text: Call us, link: "tel:+1555"}
    - {text: 12 Elm Street}
"""


def read(text: str) -> Theme:
    """Read a theme without faults."""
    theme, found = parse_theme(text.encode(), "theme.yaml")
    assert () == found
    assert theme is not None
    return theme


def faults(text: str) -> list[str]:
    """Read a theme with faults: each as a terminal shows it."""
    theme, found = parse_theme(text.encode(), "theme.yaml")
    assert theme is None
    return [str(one).partition("\n")[0] for one in found]


class TestParse:
    """`parse_theme`."""

    def test_whole(self) -> None:
        """
        A theme has what its file says.
        """
        theme = read(WHOLE)

        assert {EVERYWHERE: "Fernhill Library"} == theme.name
        assert Logo(
            path="theme/logo.svg", dark_path="theme/dark.png", holds_name=True
        ) == (theme.logo)
        assert "#7a2e12" == str(theme.colours[Scheme.LIGHT]["accent"])
        assert Fonts(
            text=("Fern Serif", "Georgia"),
            files=(
                FontFile(
                    family="Fern Serif", path="theme/text.woff2", weight="300 700"
                ),
            ),
        ) == (theme.fonts)
        assert (
            FooterEntry(text="Call us", link="tel:+1555"),
            FooterEntry(text="12 Elm Street"),
        ) == theme.footer["en"]
        assert ("theme/logo.svg", "theme/dark.png", "theme/text.woff2") == theme.paths

    def test_by_locale(self) -> None:
        """
        A name may differ by language.
        """
        assert {"en": "Garden", "ar": "الحديقة"} == read(
            "name: {en: Garden, ar: الحديقة}"
        ).name

    @pytest.mark.parametrize(
        ("text", "expected"),
        [
            ("colors: {}", 'key-unknown: "colors" is not a key of theme.yaml'),
            (
                "colours: {light: {accent: red}}",
                (
                    'value-invalid: "red" is not a colour that screens can show, such '
                    'as #23595a or oklch(43% 0.06 195) (key "colours.light.accent")'
                ),
            ),
            (
                "logo: theme/../statements/a.svg",
                (
                    'value-invalid: "theme/../statements/a.svg" is not the path of an '
                    'SVG or PNG file, such as "theme/logo.svg" (key "logo")'
                ),
            ),
            (
                "home: 'javascript:a()'",
                (
                    'value-invalid: "javascript:a()" is not an address that begins '
                    'with "https://" (key "home")'
                ),
            ),
            (
                "font: {text: ['a\"; } body { color: red']}",
                (
                    'value-invalid: "a"; } body { color: red" is not the name of a '
                    'font: letters, digits, spaces and hyphens (key "font.text")'
                ),
            ),
            (
                "footer: {en: [{text: a, link: //a.example}]}",
                (
                    'value-invalid: "//a.example" is not an address that begins with '
                    '"https://", "mailto:" or "tel:" (key "footer.en.link")'
                ),
            ),
        ],
    )
    def test_refused(self, text: str, expected: str) -> None:
        """
        Nothing goes into a page or a style sheet that isn't what it should be.
        """
        assert [f"theme.yaml:1: error {expected}"] == faults(text)


class TestContrast:
    """Whether words can be told from their ground."""

    def test_worst(self) -> None:
        """
        A colour is reported once, with its worst ground and the ratio rounded down.
        """
        assert [
            (
                'theme.yaml:2: error theme-contrast: on light pages "accent" (#7aaaaa) '
                'has a contrast of 2.06 to 1 with "mark" (#f5e6b4); words need 4.5 to 1'
            )
        ] == faults('colours:\n  light: {accent: "#7aaaaa"}')

    def test_ground(self) -> None:
        """
        A ground is held against the shipped words.
        """
        _, found = parse_theme(b'colours: {dark: {paper: "#888"}}', "theme.yaml")

        assert ["theme-contrast"] == [one.code for one in found]
        assert "on dark pages" in found[0].message
        assert found[0].hint.startswith('Make "paper" darker')

    def test_both(self) -> None:
        """
        Words and ground that go together are fine, however far from the shipped ones.
        """
        colours = (
            '{paper: "#fffdf0", ink: "#101010", quiet: "#444", accent: "#5a1a00", '
            'visited: "#4a2060", tint: "#f6f0e0", line: "#e5d8c0"}'
        )

        read(f"colours: {{light: {colours}}}")
