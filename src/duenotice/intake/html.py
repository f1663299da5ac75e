"""Web pages to blocks. The only module that imports tinyhtml5.

What is not the page's text is taken out before anything else (see `html_pruning`).
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tinyhtml5.parser import HTMLParser

from duenotice.errors import DuenoticeError
from duenotice.intake.html_blocks import BlockMaker
from duenotice.intake.html_blocks import shown_text
from duenotice.intake.html_lines import LineFinder
from duenotice.intake.html_pruning import Pruner
from duenotice.intake.source import SourceText
from duenotice.intake.unseen import UnseenFilter
from duenotice.intake.words import split_words

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

_LOCALE = re.compile(
    r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?", re.IGNORECASE
)
_DEEPEST = 400


class TooDeepPageError(DuenoticeError):
    """The elements of a page are nested beyond all sense."""

    hint = (
        "Copy the statement's text out of the page into a text file, and take that "
        "file instead."
    )

    def __init__(self) -> None:
        """Say it."""
        super().__init__(
            f"the elements of the page are nested more than {_DEEPEST} levels deep"
        )


def read_html(source: str) -> SourceText:
    """Read a web page, or a part of one.

    Raises:
        TooDeepPageError: It is nested beyond all sense.
    """
    root = _parse(source)
    body = root.find("body")
    if body is None:  # a frameset: nothing of a text is in it
        return SourceText(blocks=(), words=())
    _refuse_depth(body)
    unseen = UnseenFilter()
    unseen.page(root)
    pruner = Pruner(LineFinder(source))
    pruner.prune(body)
    main = pruner.narrow(body)
    maker = BlockMaker(source)
    blocks = maker.make(main)
    return SourceText(
        blocks=blocks,
        words=split_words(shown_text(main)),
        taken=(*unseen.taken(), *pruner.taken),
        remarks=tuple(maker.remarks),
        title=_title(root),
        language=locale_of(root.get("lang", "")),
        base=_base(root),
        anchors=maker.anchors,
    )


def page_words(source: str) -> tuple[str, ...]:
    """Give the words that a page shows in its main part, in reading order."""
    return read_html(source).words


class _OpenElements(list[object]):
    """The elements around a place; their number is limited while a page is read.

    Each step of the parser looks through them: with many it would take for ever.
    """

    def append(self, element: object) -> None:
        """Add one.

        Raises:
            TooDeepPageError: It is nested beyond all sense.
        """
        if len(self) > _DEEPEST:
            raise TooDeepPageError
        super().append(element)


class _Parser(HTMLParser):  # type: ignore[misc]  # it ships no types
    def reset(self) -> None:
        super().reset()
        self.tree.open_elements = _OpenElements(self.tree.open_elements)


def _parse(source: str) -> Element:
    parser = _Parser(namespace_html_elements=False)
    root: Element = parser.parse(source.encode(), override_encoding="utf-8")
    return root


def _refuse_depth(body: Element) -> None:
    level = [body]
    for _ in range(_DEEPEST):
        level = [child for element in level for child in element]
        if not level:
            return
    raise TooDeepPageError


def _title(root: Element) -> str | None:
    title = root.find("head/title")
    words = "" if title is None else " ".join((title.text or "").split())
    return words or None


def locale_of(tag: str) -> str | None:
    """Give a language tag as a locale.

    >>> locale_of("en_us"), locale_of("zh-hant"), locale_of("")
    ('en-US', 'zh-Hant', None)
    """
    found = _LOCALE.match(tag.strip())
    if found is None:
        return None
    language, script, region = found.groups()
    parts = [language.lower(), script and script.title(), region and region.upper()]
    return "-".join(filter(None, parts))


def _base(root: Element) -> str | None:
    """Give the address that the page says it has."""
    base = root.find("head/base[@href]")
    links = [] if base is None else [base.get("href", "")]
    links += [
        link.get("href", "")
        for link in root.findall("head/link[@href]")
        if "canonical" in link.get("rel", "").lower().split()
    ]
    addresses = (one.strip() for one in links)
    return next((one for one in addresses if one.startswith(("http:", "https:"))), None)
