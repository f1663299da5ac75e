"""How a text says its readers reach the controller."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Paragraph
from duenotice.model.content import plain_text
from duenotice.model.content import walk_inlines
from duenotice.model.content import walk_lines
from duenotice.model.statement import Contacts

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.intake.outline import OutlinedSection
    from duenotice.model.content import Block
    from duenotice.model.content import Inline

_TITLE = re.compile(
    r"contact|questions?|complaints?|reach us|contáct|contacto|preguntas|dudas",
    re.IGNORECASE,
)
_EMAIL = re.compile(r"[\w.+-]{1,64}@(?:[\w-]{1,63}\.){1,8}[A-Za-z]{2,24}")
_TELEPHONE = re.compile(r"(?<![\w/.-])\+?\(?\d[\d ().\xa0-]{6,20}\d(?![\w/-])")
_DIGITS = range(7, 16)
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_LEAST_LINES = 2
_MOST_LINES = 8


def find_contacts(sections: Sequence[OutlinedSection]) -> Contacts:
    """Look for addresses in the section about contacts, or in all of the text.

    A telephone number and a postal address are only taken from such a section.
    """
    chosen = [one for one in sections if _TITLE.search(one.title)]
    last = chosen[-1:]
    return Contacts(
        email=_email(last) or _email(sections),
        telephone=_telephone(last),
        address=_address(last),
        web=_web(last),
    )


def _email(sections: Sequence[OutlinedSection]) -> str | None:
    for section in sections:
        for line in walk_lines(section.blocks):
            for inline in walk_inlines(line.inlines):
                if isinstance(inline, Link) and inline.target.startswith("mailto:"):
                    address = _EMAIL.search(inline.target)
                    if address is not None:
                        return address[0]
            address = _EMAIL.search(plain_text(line.inlines))
            if address is not None:
                return address[0]
    return None


def _telephone(sections: Sequence[OutlinedSection]) -> str | None:
    for section in sections:
        for line in walk_lines(section.blocks):
            for number in _TELEPHONE.finditer(plain_text(line.inlines)):
                digits = sum(sign.isdigit() for sign in number[0])
                if digits in _DIGITS and not _DATE.search(number[0]):
                    return number[0].replace("\xa0", " ")
    return None


def _web(sections: Sequence[OutlinedSection]) -> str | None:
    """Give the one page that the section prints the address of."""
    found = {
        inline.target
        for section in sections
        for line in walk_lines(section.blocks)
        for inline in walk_inlines(line.inlines)
        if isinstance(inline, Link)
        and inline.target.startswith("http")
        and plain_text(inline.children) == inline.target
    }
    return found.pop() if len(found) == 1 else None


def _address(sections: Sequence[OutlinedSection]) -> tuple[str, ...]:
    """Give the lines of the first paragraph that is set like an address."""
    for section in sections:
        for lines in _verses(section.blocks):
            postal = tuple(one for one in lines if not _is_other_contact(one))
            has_number = any(sign.isdigit() for one in postal for sign in one)
            if has_number and _LEAST_LINES <= len(postal) <= _MOST_LINES:
                return postal
    return ()


def _verses(blocks: Sequence[Block]) -> Iterator[tuple[str, ...]]:
    for block in blocks:
        match block:
            case Paragraph(children):
                lines = tuple(_hard_lines(children))
                if len(lines) >= _LEAST_LINES:
                    yield lines
            case _:
                pass


def _hard_lines(inlines: tuple[Inline, ...]) -> Iterator[str]:
    line: list[Inline] = []
    for inline in (*inlines, LineBreak(hard=True)):
        if isinstance(inline, LineBreak) and inline.hard:
            words = " ".join(plain_text(tuple(line)).split())
            if words:
                yield words
            line = []
        else:
            line.append(inline)


def _is_other_contact(line: str) -> bool:
    """Tell whether a line of an address is an e-mail address or a number."""
    if _EMAIL.search(line):
        return True
    number = _TELEPHONE.search(line)
    return number is not None and sum(map(str.isdigit, number[0])) in _DIGITS
