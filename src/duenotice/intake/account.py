"""What an import has to account for: what it took out, added, and was unsure of."""

from __future__ import annotations

import enum
from dataclasses import dataclass


class TakenKind(enum.StrEnum):
    """Why words of the source do not stand in the written sections."""

    HEADING_NUMBER = "heading-number"
    BULLET = "bullet"
    LIST_NUMBER = "list-number"
    RULE = "rule"
    PRINTED_VERSION = "printed-version"
    ATTRIBUTES = "attributes"
    FRONT_MATTER = "front-matter"
    COMMENT = "comment"
    SCRIPT = "script"
    NAVIGATION = "navigation"
    OUTSIDE_MAIN = "outside-main"
    HIDDEN = "hidden"
    FORM = "form"
    EMBEDDED = "embedded"
    PICTURE = "picture"
    STRUCK = "struck"
    CONTROL = "control"
    UNDECODABLE = "undecodable"

    @property
    def reason(self) -> str:
        """Say it in words."""
        return _REASONS[self]

    @property
    def was_text(self) -> bool:
        """Tell whether the words are among those that the source shows as its text."""
        return self in _TEXT


_REASONS = {
    TakenKind.HEADING_NUMBER: "the program gives sections their numbers",
    TakenKind.BULLET: "a list in Markdown has its own bullets",
    TakenKind.LIST_NUMBER: "a list in Markdown has its own numbers",
    TakenKind.RULE: "signs that only draw a line",
    TakenKind.PRINTED_VERSION: "the program prints the version and its dates",
    TakenKind.ATTRIBUTES: "an attribute list is for the page's maker, not its reader",
    TakenKind.FRONT_MATTER: "front matter is not part of the text",
    TakenKind.COMMENT: "a comment is not part of the text",
    TakenKind.SCRIPT: "scripts and styles are not part of the text",
    TakenKind.NAVIGATION: "navigation belongs to the page, not to the text",
    TakenKind.OUTSIDE_MAIN: "it stands outside of the page's main part",
    TakenKind.HIDDEN: "the page hides it",
    TakenKind.FORM: "the controls of a form are not part of the text",
    TakenKind.EMBEDDED: "what is embedded in a page is not part of the text",
    TakenKind.PICTURE: "a picture is not part of the text",
    TakenKind.STRUCK: "the page strikes it out",
    TakenKind.CONTROL: "characters that can't be seen mean nothing in a text",
    TakenKind.UNDECODABLE: "bytes that are no characters in the source's encoding",
}
_TEXT = frozenset(
    {
        TakenKind.HEADING_NUMBER,
        TakenKind.BULLET,
        TakenKind.LIST_NUMBER,
        TakenKind.RULE,
        TakenKind.PRINTED_VERSION,
    }
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Taken:
    """Words of the source that were taken out on purpose."""

    kind: TakenKind
    words: str
    line: int | None = None
    content: str = ""
    """What the words don't say of it, such as the address of a picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """Words that the source doesn't have and a statement needs."""

    words: str
    reason: str
    section_id: str | None = None
    """The section whose title they are; nothing where they are the statement's."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """Something that the import was unsure of."""

    message: str
    """What it was, with the words in quotes."""

    hint: str
    """What to do."""

    line: int | None = None
    """The line of the source, where it is known."""
