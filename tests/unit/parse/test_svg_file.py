from __future__ import annotations

import pytest

from duenotice.parse.svg_file import unsafe_part

XMLNS = 'xmlns="http://www.w3.org/2000/svg" xmlns:x="http://www.w3.org/1999/xlink"'


def svg(inside: str, attributes: str = "") -> bytes:
    """Write a drawing."""
    return f"<svg {XMLNS} {attributes}>{inside}</svg>".encode()


class TestUnsafePart:
    """`unsafe_part`."""

    @pytest.mark.parametrize(
        "inside",
        [
            "",
            '<title>A heron</title><g fill="#123"><path d="M0 0h9v9z"/></g>',
            (
                '<defs><linearGradient id="a"><stop '
                'offset="0"/></linearGradient></defs><rect fill="url(#a)"/>'
                '<use x:href="#a"/>'
            ),
            "<style>.a { fill: #123 }</style><text>Ask us at desk@heron.example</text>",
        ],
        ids=["empty", "shapes", "own-parts", "styled"],
    )
    def test_plain(self, inside: str) -> None:
        """
        Shapes, words, colours and references to own parts are a drawing.
        """
        assert "" == unsafe_part(svg(inside))

    @pytest.mark.parametrize(
        ("data", "expected"),
        [
            (svg("<script>1</script>"), 'the element "script"'),
            (svg("<x:script>1</x:script>"), 'the element "script"'),
            (svg("<foreignObject/>"), 'the element "foreignObject"'),
            (svg('<a href="#a"/>'), 'the element "a"'),
            (svg('<image href="#a"/>'), 'the element "image"'),
            (svg('<set attributeName="href" to="a"/>'), 'the element "set"'),
            (
                svg("", 'onload="a()"'),
                'the attribute "onload", which runs a script',
            ),
            (
                svg('<g OnClick="a()"/>'),
                'the attribute "OnClick", which runs a script',
            ),
            (svg('<use href="https://a.example/#b"/>'), "a link out of the drawing"),
            (svg('<use x:href="data:image/svg+xml,a"/>'), "a link out of the drawing"),
            (
                svg('<rect fill="url( //a.example/b)"/>'),
                'the attribute "fill", which loads something',
            ),
            (
                svg('<g style="background:u\\72l(a)"/>'),
                'the attribute "style", which loads something',
            ),
            (svg("<style>@import 'a';</style>"), "a style that loads something"),
            (
                b"<!DOCTYPE svg [<!ENTITY a 'b'>]>" + svg("&a;"),
                "a document type, an entity or a style sheet of its own",
            ),
            (
                b"<?xml-stylesheet href='a.css'?>" + svg(""),
                "a document type, an entity or a style sheet of its own",
            ),
            (b"<html/>", "no element of SVG at its top"),
            (b"<svg", "what is no XML in UTF-8"),
            (svg("").decode().encode("utf-16"), "what is no XML in UTF-8"),
            (svg("<g/>" * 2_000), "more than 2,000 elements"),
        ],
    )
    def test_refused(self, data: bytes, expected: str) -> None:
        """
        Whatever runs, loads or leads anywhere is named.
        """
        assert expected == unsafe_part(data)
