"""What is on a web page but is not its text: taken out, and accounted for.

A reader of the page doesn't see it, or it belongs to the page and not to the text:
scripts, navigation, forms, what is hidden, struck out or embedded.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING

from duenotice.intake.account import Taken
from duenotice.intake.account import TakenKind
from duenotice.intake.html_blocks import shown_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

    from duenotice.intake.html_lines import LineFinder

_HIDING = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
_FOREIGN = "{"

_KINDS = {
    TakenKind.SCRIPT: "script style link meta base",
    TakenKind.NAVIGATION: "nav menu",
    TakenKind.FORM: "button input select textarea datalist option optgroup output",
    TakenKind.EMBEDDED: "iframe object embed video audio canvas svg math map frameset",
    TakenKind.HIDDEN: "dialog noscript template",
    TakenKind.STRUCK: "del s strike",
}
_KIND_OF = {tag: kind for kind, tags in _KINDS.items() for tag in tags.split()}
_KIND_OF_ROLE = {
    "navigation": TakenKind.NAVIGATION,
    "search": TakenKind.FORM,
    "dialog": TakenKind.HIDDEN,
}
_ADDRESSES = ("src", "srcset", "srcdoc", "data", "href", "poster")
_LABELS = ("value", "placeholder", "label")


@dataclass(slots=True)
class Pruner:
    """Takes out of a page what is not its text."""

    lines: LineFinder
    taken: list[Taken] = field(default_factory=list)

    def prune(self, element: Element) -> None:
        """Take it out of an element."""
        kept: Element | None = None
        for child in list(element):
            line = self.lines.pass_over(child)
            kind = _kind(child)
            if kind is None:
                self._note_picture(child, line)
                self.prune(child)
                kept = child
                continue
            self._note(kind, child, line)
            for inner in child.iter():
                if inner is not child:
                    self.lines.pass_over(inner)
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

    def _note(self, kind: TakenKind, element: Element, line: int) -> None:
        content = ""
        if kind in {TakenKind.SCRIPT, TakenKind.COMMENT}:
            # The words of a program are of no interest, only that there was one.
            words = "<!-- -->" if kind is TakenKind.COMMENT else f"<{element.tag}>"
        else:
            words = " ".join(shown_text(element).split())
            content = "\n".join(_unread(element))
        if not words and content:
            words = f"<{element.tag.rpartition('}')[2]}>"
        if words:
            self.taken.append(Taken(kind=kind, words=words, line=line, content=content))

    def _note_picture(self, element: Element, line: int) -> None:
        source = "\n".join(filter(None, map(element.get, _ADDRESSES)))
        if element.tag == "img" and source:
            self.taken.append(picture(source, line))


def picture(source: str, line: int | None) -> Taken:
    """Give an account of a picture: what it shows may be text, and isn't read."""
    return Taken(kind=TakenKind.PICTURE, words="<img>", line=line, content=source)


def _unread(element: Element) -> Iterator[str]:
    """Give what an element shows besides its words."""
    for inner in element.iter():
        is_control = inner.tag in {"input", "option", "button", "optgroup"}
        if is_control and inner.get("type", "").lower() == "hidden":
            continue
        names = _LABELS if is_control or inner.tag == "textarea" else _ADDRESSES
        if inner.tag != "a":
            yield from filter(None, map(inner.get, names))


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
