"""The structure tree of a PDF: what a screen reader follows.

A node is an element of the tree, a dictionary among the PDF's objects: `S` is its role,
`P` its parent, and `K` its kids, which are other nodes or pieces of marked content.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING
from typing import Protocol

import pydyf

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping
    from collections.abc import Sequence
    from xml.etree.ElementTree import Element


class Box(Protocol):
    """What is needed of a box of WeasyPrint's."""

    element: Element
    """Nothing for what comes from the style sheet alone."""

    style: Mapping[str, Sequence[str]]
    link_annotation: pydyf.Dictionary | None


class Page(Protocol):
    """What is needed of a page, see `document`."""

    boxes: Mapping[int, Box]
    """The box that each piece of marked content is from."""

    links: Sequence[tuple[str, str, object, Box]]
    """Of each link its kind, its target, its place and its box."""


@dataclass(frozen=True, slots=True)
class Mark:
    """A piece of marked content: its page, counted from zero, and its number there."""

    page: int
    number: int


class TagTree:
    """The nodes of a PDF, their content, and the HTML elements that they are from."""

    def __init__(self, pdf: pydyf.PDF, pages: Sequence[Page], root: Element) -> None:
        """Take the PDF's objects, its pages, and the root of the HTML."""
        self.root = root
        self.pdf = pdf
        self._pages = pages
        self._parents = {child: parent for parent in root.iter() for child in parent}
        self._page_numbers = {ref: page for page, ref in enumerate(pdf.page_references)}
        structure = self.at(pdf.catalog["StructTreeRoot"])
        self.document = self.at(structure["K"][0])
        self.parents: pydyf.Array = self.at(structure["ParentTree"])["Nums"]
        """By pairs: for each page, by its number, the parents of its pieces of content,
        and for each link, by its number, its parent."""

    def at(self, reference: bytes) -> pydyf.Dictionary:
        """Give the object that a reference leads to."""
        return self.pdf.objects[int(reference.split()[0])]

    def kids(self, node: pydyf.Dictionary) -> list[pydyf.Dictionary]:
        """Give the nodes right below a node."""
        found = [self.at(kid) for kid in node["K"] if isinstance(kid, bytes)]
        return [kid for kid in found if is_node(kid)]

    def walk(self, node: pydyf.Dictionary | None = None) -> Iterator[pydyf.Dictionary]:
        """Give a node, or the document, and all below it in the order of reading."""
        node = self.document if node is None else node
        yield node
        for kid in self.kids(node):
            yield from self.walk(kid)

    def adopt(self, parent: pydyf.Dictionary, references: Iterable[bytes]) -> None:
        """Put nodes behind the other kids of a node."""
        for reference in references:
            parent["K"].append(reference)
            self.at(reference)["P"] = parent.reference

    def marks(self, node: pydyf.Dictionary) -> Iterator[Mark]:
        """Give the pieces of content right in a node."""
        for kid in node["K"]:
            if isinstance(kid, int):
                yield Mark(self._page_numbers[node["Pg"]], kid)

    def mark_at(self, node: pydyf.Dictionary, end: int) -> Mark | None:
        """Find the first (0) or the last (-1) piece of content in a node."""
        if marks := list(self.marks(node)):
            return marks[end]
        kids = self.kids(node)
        for kid in reversed(kids) if end else kids:
            if mark := self.mark_at(kid, end):
                return mark
        return None

    def annotations(self, node: pydyf.Dictionary) -> Iterator[pydyf.Dictionary]:
        """Give the links right in a node."""
        for kid in node["K"]:
            if isinstance(kid, bytes) and self.at(kid).get("Type") == "/OBJR":
                yield self.at(self.at(kid)["Obj"])

    def references_by_page(self) -> list[pydyf.Array]:
        """Give for each page the parent of each piece of content, by its number."""
        return list(self.parents[1::2])[: len(self._pages)]

    def stream(self, page: int) -> pydyf.Stream:
        """Give what is drawn on a page."""
        return self.at(self.at(self.pdf.page_references[page])["Contents"])

    def box(self, mark: Mark) -> Box:
        """Give the box that a piece of content is from."""
        return self._pages[mark.page].boxes[mark.number]

    def text(self, mark: Mark) -> str:
        """Give the words of a piece of content; a picture has none."""
        return getattr(self.box(mark), "text", "")

    def lineage(self, mark: Mark) -> list[Element]:
        """List the elements around a piece of content, from the body's child on."""
        lineage = [self.box(mark).element]
        while lineage[-1] in self._parents:
            lineage.append(self._parents[lineage[-1]])
        return lineage[-3::-1]

    def language(self, mark: Mark) -> str | None:
        """Give the language of a piece of content."""
        named = [element.get("lang") for element in self.lineage(mark)]
        return next((each for each in reversed(named) if each), self.root.get("lang"))


def is_node(thing: object) -> bool:
    """Tell whether an object of a PDF is an element of the tree."""
    return isinstance(thing, pydyf.Dictionary) and thing.get("Type") == "/StructElem"
