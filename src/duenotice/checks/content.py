"""Whether the text holds what a page can't show as it was meant."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.model.content import Image
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import plain_text
from duenotice.model.content import walk_inlines
from duenotice.model.content import walk_lines
from duenotice.parse.characters import CONTROL
from duenotice.parse.characters import DIRECTION

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.content import Line
    from duenotice.parse.report import Report

_SAFE = re.compile(r"https?://[^/]|(?:mailto|tel|sms):.|#", re.IGNORECASE)
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.IGNORECASE)
_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}")
_HOST = re.compile(r"(?:www\.)?[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}(?:/|\Z)")

_TELEPHONE = re.compile(r"\+?\d[\d-]{5,20}")

# Such links stay text, since the parser doesn't make links of them.
_REFUSED = re.compile(
    r"\]\(\s*<?(?P<scheme>javascript|vbscript|file|data):", re.IGNORECASE
)

_TAGS = (
    "a|abbr|address|article|aside|audio|b|blockquote|body|br|button|caption|center|"
    "cite|code|col|dd|del|details|div|dl|dt|em|embed|figure|font|footer|form|h[1-6]|"
    "head|header|hr|html|i|iframe|img|input|ins|kbd|label|li|link|main|mark|meta|nav|"
    "object|ol|option|p|picture|pre|q|s|samp|script|section|select|small|span|strike|"
    "strong|style|sub|summary|sup|svg|table|tbody|td|textarea|tfoot|th|thead|title|"
    "tr|tt|u|ul|var|video"
)
_HTML = re.compile(rf"</?(?:{_TAGS})(?=[\s/>])[^<>]{{0,300}}>|<!--", re.IGNORECASE)


def check_content(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Check links, images and HTML."""
    for locale, section in subject.files():
        report = subject.report(locale, section.id)
        for line in walk_lines(section.blocks):
            _check_line(line, report)
            _check_unseen(line, report)
        tags: list[tuple[int, str]] = []
        for passage in subject.passages(locale, section):
            tags += [
                (passage.line_at(tag.start()), tag[0])
                for tag in _HTML.finditer(passage.text)
            ]
            for link in _REFUSED.finditer(passage.text):
                report.error(
                    "link-unsafe",
                    f'a link to "{link["scheme"]}:" is not made, and its text is shown '
                    "as it is typed",
                    passage.line_at(link.start()),
                    "Link to a page (https://…), an address (mailto:…, tel:…, sms:…) "
                    "or a section (#id).",
                )
        if tags:
            _add_html(tags, report)
        yield from report.diagnostics


def _add_html(tags: list[tuple[int, str]], report: Report) -> None:
    """Report all HTML of a section at once: a table alone has dozens of tags."""
    (line, first), *more = tags
    others = {0: "", 1: "; so is another tag below"}.get(
        len(more), f"; so are {len(more)} more tags below"
    )
    report.warning(
        "html-as-text",
        f"{shown(first)} is HTML, which readers see as it is typed{others}",
        line,
        "Write it in Markdown, or delete it; a comment has no place in a statement.",
    )


def _check_unseen(line: Line, report: Report) -> None:
    """Report what entities such as `&#27;` stand for."""
    words = plain_text(line.inlines)
    control, direction = CONTROL.search(words), DIRECTION.search(words)
    if control is not None:
        report.error(
            "control-character",
            f"the file holds the control character U+{ord(control[0]):04X}",
            line.number,
            "Delete it; it can't be seen, and a PDF or a browser may drop it.",
        )
    if direction is not None:
        report.warning(
            "direction-control",
            f"the text holds the direction control U+{ord(direction[0]):04X}, "
            "which can make it read otherwise than it is stored",
            line.number,
            "Delete it; the direction of a language is set for the whole page.",
        )


def _check_line(line: Line, report: Report) -> None:
    number = line.number
    for inline in walk_inlines(line.inlines):
        match inline:
            case LineBreak():
                number += 1
            case Image():
                report.warning(
                    "image-not-shown",
                    f"the image {shown(inline.target)} is not shown, only its words "
                    f"{shown(inline.alternative)}",
                    number,
                    "Say in the text what the image says.",
                )
            case Link():
                _check_link(inline, number, report)
            case _:
                pass


def _check_link(link: Link, line: int, report: Report) -> None:
    words = plain_text(link.children)
    if _SAFE.match(link.target) is None:
        report.error(
            "link-unsafe",
            f"the link {shown(words)} leads to {shown(link.target)}, which "
            f"{_fault(link.target)}",
            line,
            _remedy(link.target),
        )
    elif not words.strip() and not _is_reference_gone_wrong(link):
        report.warning(
            "link-empty",
            f"the link to {shown(link.target)} has no words",
            line,
            "Put what it leads to between the brackets.",
        )


def _is_reference_gone_wrong(link: Link) -> bool:
    """Tell whether it was meant as `[](#id)`; that is reported as a reference."""
    return link.target.startswith("#") and not link.children


def _fault(target: str) -> str:
    if not target:
        return "is nowhere"
    if _SCHEME.match(target) and not target.lower().startswith("http"):
        return "is no kind of link that a statement may have"
    return "is not a whole address, so that it breaks on other pages and in the PDF"


def _remedy(target: str) -> str:
    if _ADDRESS.fullmatch(target):
        return f"Write mailto:{target}."
    if _TELEPHONE.fullmatch(target):
        return f"Write tel:{target}."
    if target.startswith("//"):
        return f"Write https:{target}."
    if _HOST.match(target) and not target.startswith("."):
        return f"Write the whole address: https://{target}, if that is the page."
    return (
        "Write the whole address of the page (https://…), an address (mailto:…, tel:…, "
        "sms:…), or a section (#id)."
    )
