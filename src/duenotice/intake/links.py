"""Where the links of a source lead once its text is in a statement.

A link may lead to a page, an address, or a section. One that is relative to the page
the text came from would lead nowhere: it is completed where that page's address is
known, and otherwise loses its target and keeps its words.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from dataclasses import field
from typing import TYPE_CHECKING
from urllib.parse import unquote
from urllib.parse import urljoin

from duenotice.checks.wording import shown
from duenotice.intake.account import Remark
from duenotice.intake.splicing import spliced
from duenotice.model.content import Link
from duenotice.model.content import Text
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.model.content import Block
    from duenotice.model.content import Inline

_WHOLE = re.compile(r"https?://[^/\s]|(?:mailto|tel|sms):.", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}")
_MOST = 3


@dataclass(frozen=True, slots=True)
class _LostLink:
    words: str
    target: str
    line: int


@dataclass(slots=True)
class LinkKeeper:
    """Gives links targets that hold in a statement."""

    sections: Mapping[str, str]
    """By the name of a place in the source the section's id."""

    base: str | None
    """The address of the page that the text came from."""

    _relative: list[_LostLink] = field(default_factory=list)
    _places: list[_LostLink] = field(default_factory=list)
    _others: list[_LostLink] = field(default_factory=list)
    _section_id: str = ""

    def keep(self, blocks: tuple[Block, ...], section_id: str) -> tuple[Block, ...]:
        """Give a section's blocks with the links that hold."""
        self._section_id = section_id
        return spliced(blocks, self._replace)

    def remarks(self) -> Iterator[Remark]:
        """Say which links lost their targets."""
        if self._relative:
            yield _remark(
                self._relative,
                "relative to the page they came from",
                "Import again with --base and the page's address, or write the whole "
                "addresses (https://…).",
            )
        if self._places:
            yield _remark(
                self._places,
                "to places that no section has",
                "Link to a section: [words](#id).",
            )
        if self._others:
            yield _remark(
                self._others,
                "of a kind that a statement may not have",
                "Link to a page (https://…), an address (mailto:…, tel:…, sms:…) or a "
                "section (#id).",
            )

    def _replace(self, inline: Inline, line: int) -> tuple[Inline, ...]:
        match inline:
            case Link(children, target, title):
                pass
            case _:
                return (inline,)
        words = plain_text(children)
        lost = _LostLink(words, target, line)
        if not words.strip():
            return children
        kept = self._fragment(lost) if target.startswith("#") else self._target(lost)
        # The words "#" alone would be read as a section's number.
        if not kept or (kept.startswith("#") and children == (Text("#"),)):
            return children
        return (Link(children, kept, title),)

    def _fragment(self, link: _LostLink) -> str:
        """Give the section that a link within the source leads to."""
        name = link.target.removeprefix("#")
        section_id = self.sections.get(name) or self.sections.get(unquote(name))
        if section_id is None:
            if name:
                self._places.append(link)
            return ""
        return "" if section_id == self._section_id else f"#{section_id}"

    def _target(self, link: _LostLink) -> str:
        target = link.target
        if _WHOLE.match(target):
            return target
        if _ADDRESS.fullmatch(target):
            return f"mailto:{target}"
        if _SCHEME.match(target) or not target:
            self._others.append(link)
            return ""
        if target.startswith("//"):
            return f"https:{target}"
        whole = self._joined(target)
        if not whole:
            self._relative.append(link)
        return whole

    def _joined(self, target: str) -> str:
        try:
            whole = urljoin(self.base or "", target)
        except ValueError:
            return ""
        return whole if _WHOLE.match(whole) else ""


def _remark(links: list[_LostLink], kind: str, hint: str) -> Remark:
    examples = "; ".join(
        f"{shown(one.words)} ({one.target[:60] or 'nowhere'})" for one in links[:_MOST]
    )
    more = f" and {len(links) - _MOST} more" if len(links) > _MOST else ""
    what = "a link lost its target" if len(links) == 1 else "links lost their targets"
    count = "" if len(links) == 1 else f"{len(links)} "
    return Remark(
        message=f"{count}{what}, and kept the words: {kind}: {examples}{more}",
        hint=hint,
        line=links[0].line or None,
    )
