"""Whether a drawing is nothing but a drawing.

An SVG file is a document: it can run scripts, ask other hosts for things and hold
pages. One that does anything of the sort is refused and not mended, since what is left
of it would be nobody's drawing.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING
from xml.etree.ElementTree import ParseError
from xml.etree.ElementTree import fromstring

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_SVG = "{http://www.w3.org/2000/svg}"
_XLINK = "{http://www.w3.org/1999/xlink}href"
_ELEMENTS = frozenset(
    {
        "circle",
        "clipPath",
        "defs",
        "desc",
        "ellipse",
        "feBlend",
        "feColorMatrix",
        "feComposite",
        "feFlood",
        "feGaussianBlur",
        "feMerge",
        "feMergeNode",
        "feOffset",
        "filter",
        "g",
        "line",
        "linearGradient",
        "marker",
        "mask",
        "path",
        "pattern",
        "polygon",
        "polyline",
        "radialGradient",
        "rect",
        "stop",
        "style",
        "svg",
        "symbol",
        "text",
        "textPath",
        "title",
        "tspan",
        "use",
    }
)
_DECLARED = re.compile(rb"<!(?:DOCTYPE|ENTITY)|<\?xml-stylesheet", re.IGNORECASE)
_URL = re.compile(r"url\(\s*['\"]?\s*(?!#)", re.IGNORECASE)
_ACTIVE = re.compile(r"@|\\|expression\s*\(|-moz-binding|behavior\s*:", re.IGNORECASE)
_MOST_ELEMENTS = 2_000


def unsafe_part(data: bytes) -> str:
    """Name what a drawing holds beside a drawing; empty where there is nothing.

    >>> unsafe_part(b'<svg xmlns="http://www.w3.org/2000/svg"><script/></svg>')
    'the element "script"'
    """
    if _DECLARED.search(data):
        return "a document type, an entity or a style sheet of its own"
    try:
        data.decode("utf-8")
        return next(_faults(data), "")
    except (ParseError, UnicodeDecodeError):
        return "what is no XML in UTF-8"


def _faults(data: bytes) -> Iterator[str]:
    root = fromstring(data)  # noqa: S314 - without entities, and small
    if root.tag != f"{_SVG}svg":
        yield "no element of SVG at its top"
    elements = list(root.iter())
    if len(elements) > _MOST_ELEMENTS:
        yield f"more than {_MOST_ELEMENTS:,} elements"
    for element in elements:
        yield from _faults_of(element)


def _faults_of(element: Element) -> Iterator[str]:
    name = element.tag.rpartition("}")[2]
    if element.tag != f"{_SVG}{name}" or name not in _ELEMENTS:
        yield f'the element "{name}"'
    for key, value in element.attrib.items():
        yield from _faults_of_attribute(key, value)
    if name == "style" and _is_active(element.text or ""):
        yield "a style that loads something"


def _faults_of_attribute(key: str, value: str) -> Iterator[str]:
    if key.lower().startswith("on"):
        yield f'the attribute "{key}", which runs a script'
    elif key in {"href", _XLINK, "src"} and not value.strip().startswith("#"):
        yield "a link out of the drawing"
    elif key.endswith("}base"):
        yield "a base for its links"
    elif _is_active(value):
        yield f'the attribute "{key}", which loads something'


def _is_active(text: str) -> bool:
    """Tell whether CSS could load or run something; escapes could hide that."""
    return bool(_URL.search(text) or _ACTIVE.search(text))
