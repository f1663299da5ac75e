"""Web pages to blocks. The only module that imports tinyhtml5.

What a reader of the page doesn't see is taken out before anything else, and so is what
belongs to the page and not to the text: scripts, navigation, forms, what is hidden.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

import tinyhtml5

from duenotice.errors import DuenoticeError
from duenotice.intake.account import Taken
from duenotice.intake.account import TakenKind
from duenotice.intake.html_blocks import BlockMaker
from duenotice.intake.html_blocks import shown_text
from duenotice.intake.source import SourceText
from duenotice.intake.words import split_words

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_LOCALE = re.compile(
    r"([a-z]{2,3})(?:[-_]([a-z]{4}))?(?:[-_]([a-z]{2}|\d{3}))?", re.IGNORECASE
)
_FOREIGN = "{"
_DEEPEST = 400

_KINDS = {
    TakenKind.SCRIPT: "script style noscript template link meta base",
    TakenKind.NAVIGATION: "nav menu",
    TakenKind.FORM: "button input select textarea datalist option optgroup output",
    TakenKind.EMBEDDED: "iframe object embed video audio canvas svg math map frameset",
    TakenKind.HIDDEN: "dialog",
}
_KIND_OF = {tag: kind for kind, tags in _KINDS.items() for tag in tags.split()}
_KIND_OF_ROLE = {
    "navigation": TakenKind.NAVIGATION,
    "search": TakenKind.FORM,
    "dialog": TakenKind.HIDDEN,
}


class TooDeepPageError(DuenoticeError):
    """The elements of a page are nested beyond all sense."""

    hint = (
        "Nothing was written. Copy the statement's text out of the page into a text "
        "file, and import that."
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
    root = tinyhtml5.parse(
        source.encode(), namespace_html_elements=False, override_encoding="utf-8"
    )
    body = root.find("body")
    if body is None:  # a frameset: nothing of a text is in it
        return SourceText(blocks=(), words=())
    _refuse_depth(body)
    pruner = _Pruner()
    pruner.prune(body)
    main = pruner.narrow(body)
    maker = BlockMaker(source)
    blocks = maker.make(main)
    return SourceText(
        blocks=blocks,
        words=split_words(shown_text(main)),
        taken=tuple(pruner.taken),
        remarks=tuple(maker.remarks),
        title=_title(root),
        language=locale_of(root.get("lang", "")),
        base=_base(root),
        anchors=maker.anchors,
    )


def page_words(source: str) -> tuple[str, ...]:
    """Give the words that a page shows in its main part, in reading order."""
    return read_html(source).words


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


@dataclass(slots=True)
class _Pruner:
    """Takes out of a page what is not its text."""

    taken: list[Taken] = field(default_factory=list)

    def prune(self, element: Element) -> None:
        """Take it out of an element."""
        kept: Element | None = None
        for child in list(element):
            kind = _kind(child)
            if kind is None:
                self.prune(child)
                kept = child
                continue
            self._note(kind, child)
            tail = child.tail or ""
            element.remove(child)
            if kept is None:
                element.text = (element.text or "") + tail
            else:
                kept.tail = (kept.tail or "") + tail

    def narrow(self, body: Element) -> Element:
        """Give the page's main part, where it names one; note what is outside."""
        main = _main(body)
        if main is None or not shown_text(main).strip():
            return body
        inside = set(main.iter())
        for words in _outside(body, main, inside):
            self.taken.append(Taken(kind=TakenKind.OUTSIDE_MAIN, words=words))
        return main

    def _note(self, kind: TakenKind, element: Element) -> None:
        if kind in {TakenKind.SCRIPT, TakenKind.COMMENT}:
            # The words of a program are of no interest, only that there was one.
            words = "<!-- -->" if kind is TakenKind.COMMENT else f"<{element.tag}>"
        else:
            words = " ".join(shown_text(element).split())
        if words:
            self.taken.append(Taken(kind=kind, words=words))


def _kind(element: Element) -> TakenKind | None:
    """Say why an element is no text; nothing where it is."""
    if callable(element.tag):  # so is the tag of a comment
        return TakenKind.COMMENT
    if element.tag.startswith(_FOREIGN):
        return TakenKind.EMBEDDED
    is_open_dialog = element.tag == "dialog" and "open" in element.attrib
    if element.tag in _KIND_OF and not is_open_dialog:
        return _KIND_OF[element.tag]
    is_hidden = (
        "hidden" in element.attrib
        or element.get("aria-hidden", "").strip().lower() == "true"
        or _HIDING.search(element.get("style", "")) is not None
    )
    if is_hidden:
        return TakenKind.HIDDEN
    return _KIND_OF_ROLE.get(element.get("role", "").strip().lower())


def _main(body: Element) -> Element | None:
    """Find the page's main part: `<main>`, or the only article."""
    mains = [
        one for one in body.iter() if one.tag == "main" or one.get("role") == "main"
    ]
    if len(mains) == 1:
        return mains[0]
    articles = list(body.iter("article"))
    return articles[0] if len(articles) == 1 and not mains else None


def _outside(element: Element, main: Element, inside: set[Element]) -> Iterator[str]:
    """Give the words before and after the main part."""
    holds_main = element is not main and main in set(element.iter())
    if not holds_main:
        return
    pending = [element.text or ""]
    for child in element:
        if child is main or main in set(child.iter()):
            yield from _joined(pending)
            pending = []
            yield from _outside(child, main, inside)
        else:
            pending.append(shown_text(child))
        pending.append(child.tail or "")
    yield from _joined(pending)


def _joined(parts: list[str]) -> Iterator[str]:
    words = " ".join(" ".join(parts).split())
    if words:
        yield words
