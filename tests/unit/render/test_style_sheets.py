from __future__ import annotations

import re

import pytest

from duenotice.render.environment import Templates
from duenotice.render.style_sheet import style_sheet

TEMPLATES = Templates()


class TestStyle:
    """The style sheets."""

    def test_nothing_loaded(self) -> None:
        """
        A style sheet loads nothing.
        """
        for name in ("site/style.css", "pdf/style.css", "messages/letter.css"):
            assert not re.search(
                r"url\(|@import|@font-face", style_sheet(TEMPLATES, name)
            )

    def test_own(self) -> None:
        """
        A project's own style sheet stands alone, or brings the shipped one along.
        """
        name, rule = "messages/letter.css", "body { color: navy }\n"
        shipped = style_sheet(TEMPLATES, name)
        sheets = [
            style_sheet(Templates({name: f"{text}{rule}".encode()}), name)
            for text in ("", '@import "shipped/messages/letter.css";\n')
        ]

        assert [rule, f"{shipped}\n{rule}"] == sheets

    def test_itself(self) -> None:
        """
        A style sheet that would bring itself along doesn't.
        """
        own = Templates(
            {"pdf/common.css": b'@import "pdf/style.css";\np { margin: 0 }'}
        )
        sheet = style_sheet(own, "pdf/style.css")

        assert "p { margin: 0 }" in sheet
        assert "@import" not in sheet

    @pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
    @pytest.mark.parametrize(
        ("front", "back"),
        [
            ("ink", "paper"),
            ("ink", "mark"),
            ("ink", "soon-tint"),
            ("ink", "past-tint"),
            ("ink", "tint"),
            ("quiet", "paper"),
            ("quiet", "tint"),
            ("accent", "paper"),
            ("accent", "mark"),
            ("accent", "soon-tint"),
            ("accent", "past-tint"),
            ("accent", "tint"),
            ("paper", "accent"),
            ("visited", "paper"),
        ],
    )
    def test_contrast(self, front: str, back: str, scheme: int) -> None:
        """
        Words stand out from their ground by 4.5 to 1 at least.
        """
        colours = [
            dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
            for part in TEMPLATES.read_asset("site/style.css").split("@media")[:2]
        ][scheme]
        one, other = sorted((_luminance(colours[front]), _luminance(colours[back])))

        assert (other + 0.05) / (one + 0.05) >= 4.5


def _luminance(colour: str) -> float:
    """Give the relative luminance as WCAG defines it."""
    parts = [int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5)]
    linear = [
        c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts
    ]
    return sum(w * c for w, c in zip((0.2126, 0.7152, 0.0722), linear, strict=True))
