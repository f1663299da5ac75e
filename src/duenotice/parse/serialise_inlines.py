"""The words inside a block back to Markdown, escaped only where it is needed.

What is written is read again before it is handed out. Where the usual marks don't
give the same back (two emphases side by side, a mark that would have to open inside a
word), other marks are tried; the last resort gives up marks, never words.
"""

from __future__ import annotations

import dataclasses
import enum
import re
from typing import TYPE_CHECKING

from duenotice.model.content import Code
from duenotice.model.content import Emphasis
from duenotice.model.content import Heading
from duenotice.model.content import Image
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Paragraph
from duenotice.model.content import Reference
from duenotice.model.content import Strong
from duenotice.model.content import Text
from duenotice.model.content import plain_text
from duenotice.parse.markdown import NestingTooDeepError
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.model.content import Inline

# Only what CommonMark would read as markup: prose should stay readable as source.
_SPECIAL = re.compile(
    r"[\\`*\[\]]|<(?=[A-Za-z/!?])|&(?=#?\w+;)|(?<!\w)_|_(?!\w)", re.ASCII
)
_PUNCTUATION = re.compile(r"[!-/:-@\[-`{-~]")
_LINE_START = re.compile(
    r"^(#{1,6}(?=\s|$)|[-+=](?=[\s=-]|$)|>|~(?=~~)|[-:|](?=[-:|\s]*-[-:|\s]*$))",
    re.MULTILINE,
)
_NUMBER_START = re.compile(r"^(\d{1,9})([.)])(?=\s|$)", re.MULTILINE | re.ASCII)
_AUTOLINK = re.compile(r"https?://[^\s<>]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+", re.ASCII)
_SPACES = re.compile(r"[\t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]")
_CONTROL = re.compile(r"[\x00-\x08\x0e-\x1b\x7f\ufffe\uffff]")
_ENTITY = re.compile(r"&(?=#?\w+;)", re.ASCII)


@dataclasses.dataclass(frozen=True, slots=True)
class _Marks:
    """The marks to write with."""

    emphasis: str
    strong: str
    special: re.Pattern[str] = _SPECIAL


_WAYS = (
    _Marks("*", "**"),
    _Marks("_", "**"),
    _Marks("*", "__"),
    _Marks("_", "__"),
)
_PLAIN = _Marks("", "", _PUNCTUATION)


_PLAIN_LINE = re.compile(
    r"(?:\d+ )?[^\W\d_][\w ,.;:'()%?!\u2013\u2014\u2018\u2019\u201c\u201d-]*(?<! )"
)


class Place(enum.Enum):
    """Where the words stand, which says what a line's start may be mistaken for."""

    PARAGRAPH = enum.auto()
    LINE = enum.auto()
    """In a heading or a cell, where a line can't be broken."""


def write_inlines(inlines: Iterable[Inline], place: Place = Place.PARAGRAPH) -> str:
    """Give the Markdown of words inside a block."""
    given = tuple(inlines)
    plain = _plain_lines(given, place)
    if plain is not None:
        return plain
    wanted = _normal(given, place)
    if not wanted:
        return ""
    close: str | None = None
    for marks in _WAYS:
        text = _placed(_all(wanted, marks), place)
        found = _read(text, place)
        if found == wanted:
            return text
        if close is None and found is not None and _words(found) == _words(wanted):
            close = text
        if marks is _WAYS[0] and not _has_marks(wanted):
            break
    return close or _without_marks(wanted, place)


def _plain_lines(inlines: tuple[Inline, ...], place: Place) -> str | None:
    """Give words as they are if no sign in them can be Markdown's; else nothing.

    Most lines are such, and these needn't be read back to be sure of that.
    """
    lines = []
    for at, inline in enumerate(inlines):
        is_line = at % 2 == 0
        match inline:
            case Text(text) if is_line and _is_plain(text):
                lines.append(text)
            case LineBreak(hard=False) if not is_line and place is Place.PARAGRAPH:
                pass
            case _:
                return None
    return "\n".join(lines) if len(inlines) % 2 else None


def _is_plain(line: str) -> bool:
    return _PLAIN_LINE.fullmatch(line) is not None and "_" not in line


def _without_marks(inlines: tuple[Inline, ...], place: Place) -> str:
    """Give up emphasis, and where that isn't enough, links and code as well."""
    text = _placed(_all(inlines, _Marks("", "")), place)
    found = _read(text, place)
    if found is not None and _words(found) == _words(inlines):
        return text
    flat = _normal(tuple(_leaves(inlines)), place)
    return _placed(_all(flat, _PLAIN), place)


def _leaves(inlines: tuple[Inline, ...]) -> Iterator[Inline]:
    """Give the words alone, and the references, which have their words elsewhere."""
    for inline in inlines:
        match inline:
            case Emphasis(children) | Strong(children) | Link(children=children):
                yield from _leaves(children)
            case Text() | Code() | Image():
                yield Text(plain_text((inline,)))
            case Reference() | LineBreak():
                yield inline


def _read(text: str, place: Place) -> tuple[Inline, ...] | None:
    """Read what was written: the words' inlines, or nothing if it is other blocks."""
    try:
        blocks = parse_blocks(f"# {text}" if place is Place.LINE else text)
    except (NestingTooDeepError, RecursionError):
        return None
    match blocks:
        case (Paragraph(children),) if place is Place.PARAGRAPH:
            return children
        case (Heading(1, children),) if place is Place.LINE:
            return children
        case _:
            return None


def _words(inlines: tuple[Inline, ...]) -> list[str]:
    return plain_text(inlines).split()


def _has_marks(inlines: tuple[Inline, ...]) -> bool:
    return any(isinstance(one, Emphasis | Strong | Link) for one in inlines)


def _normal(inlines: tuple[Inline, ...], place: Place) -> tuple[Inline, ...]:
    """Give the same words in the form that reading gives."""
    joined = _joined(inlines, place)
    _trim(joined, 0, str.lstrip)
    _trim(joined, -1, str.rstrip)
    trimmed: list[Inline] = []
    for at, inline in enumerate(joined):
        if not isinstance(inline, Text):
            trimmed.append(inline)
            continue
        text = inline.text
        if at and isinstance(joined[at - 1], LineBreak):
            text = text.lstrip(" ")
        if at + 1 < len(joined) and isinstance(joined[at + 1], LineBreak):
            text = text.rstrip(" ")
        if text:
            trimmed.append(Text(text))
    return tuple(_without_blank_lines(trimmed))


def _trim(inlines: list[Inline], at: int, strip: Callable[[str], str]) -> None:
    """Take blanks and line breaks away from one end: reading takes none of them."""
    while inlines:
        match inlines[at]:
            case LineBreak():
                del inlines[at]
            case Text(text) if not text.strip():
                del inlines[at]
            case Text(text):
                inlines[at] = Text(strip(text))
                return
            case _:
                return


def _without_blank_lines(inlines: list[Inline]) -> Iterator[Inline]:
    """Drop the line breaks that would end the paragraph."""
    previous: Inline | None = None
    for inline in inlines:
        if isinstance(inline, LineBreak) and isinstance(previous, LineBreak):
            continue
        yield inline
        previous = inline


def _joined(inlines: tuple[Inline, ...], place: Place) -> list[Inline]:
    found: list[Inline] = []
    for one in _cleaned(inlines, place):
        match one, found[-1:]:
            case ((Text("") | Code("")), _):
                continue
            case Text(text), [Text(before)]:
                found[-1] = Text(before + text)
            case Code(text), [Code(before)]:
                found[-1] = Code(before + text)
            case _:
                found.append(one)
    return found


def _cleaned(inlines: tuple[Inline, ...], place: Place) -> Iterator[Inline]:
    for inline in inlines:
        one = _clean(inline, place)
        match one:
            case Emphasis(children) | Strong(children) if _is_blank(children):
                yield from children
            case _:
                yield one


def _is_blank(inlines: tuple[Inline, ...]) -> bool:
    """Tell whether there is nothing that a mark could be put around."""
    return all(
        isinstance(one, LineBreak) or (isinstance(one, Text) and not one.text.strip())
        for one in inlines
    )


def _clean(inline: Inline, place: Place) -> Inline:
    match inline:
        case Text(text):
            return Text(_visible(text))
        case Code(text):
            return Code(_visible(text))
        case LineBreak() if place is Place.LINE:
            return Text(" ")
        case LineBreak():
            return inline
        case Emphasis(children):
            return Emphasis(tuple(_joined(children, place)))
        case Strong(children):
            return Strong(tuple(_joined(children, place)))
        case Link(children, target, title):
            words = tuple(_joined(children, place))
            return Link(words, _visible(target).strip(), _visible(title))
        case Image(alternative, target):
            return Image(_visible(alternative), _visible(target).strip())
        case Reference():
            return dataclasses.replace(inline, words="")


def _visible(text: str) -> str:
    return _CONTROL.sub("", _SPACES.sub(" ", text))


def _placed(text: str, place: Place) -> str:
    if place is Place.LINE:
        return _escape_closing(text)
    # A number or a sign at the start of a line is no list, heading or rule.
    return _NUMBER_START.sub(r"\1\\\2", _LINE_START.sub(r"\\\1", text))


def _escape_closing(words: str) -> str:
    """Keep a heading's last `#` from being read as a closing mark."""
    return re.sub(r"(?<!\S)(#+)$", r"\\\1", words)


def _all(inlines: tuple[Inline, ...], marks: _Marks) -> str:
    parts = []
    for at, inline in enumerate(inlines):
        text = _one(inline, marks)
        follower = inlines[at + 1] if at + 1 < len(inlines) else None
        is_before_link = isinstance(follower, Link | Reference)
        if is_before_link and text.endswith("!") and marks.special is _SPECIAL:
            text = f"{text[:-1]}\\!"  # or else the link would be a picture
        parts.append(text)
    return "".join(parts)


def _one(inline: Inline, marks: _Marks) -> str:
    match inline:
        case Text(text):
            return marks.special.sub(r"\\\g<0>", text)
        case Code(text):
            return _code(text)
        case Emphasis(children):
            return _marked(_all(children, marks), marks.emphasis)
        case Strong(children):
            return _marked(_all(children, marks), marks.strong)
        case Link(children, target, title):
            return _link(children, target, title, marks)
        case Image(alternative, target):
            words = _PUNCTUATION.sub(r"\\\g<0>", alternative)
            return f"![{words}](<{_target(target)}>)"
        case Reference(first, last, number_only):
            until = "" if last is None else f"..{last}"
            return f"[{'#' if number_only else ''}](#{first}{until})"
        case LineBreak(hard):
            return "\\\n" if hard else "\n"


def _marked(words: str, mark: str) -> str:
    """Put marks around words. A space at the edge would make them plain signs."""
    if not mark:
        return words
    if words[:1].isspace():
        words = f"&#{ord(words[0])};{words[1:]}"
    if words[-1:].isspace():
        words = f"{words[:-1]}&#{ord(words[-1])};"
    return f"{mark}{words}{mark}"


def _link(children: tuple[Inline, ...], target: str, title: str, marks: _Marks) -> str:
    match children:
        case (Text(text),) if _is_autolink(text, target, title):
            return f"<{text}>"
        case _:
            pass
    address = _target(target)
    plain = re.fullmatch(r"[^\s()<>\\]+", address) is not None
    words = _all(children, marks)
    hint = _PUNCTUATION.sub(r"\\\g<0>", title)
    ending = f' "{hint}"' if title else ""
    return f"[{words}]({address if plain else f'<{address}>'}{ending})"


def _target(target: str) -> str:
    """Keep an address from being read as more than an address."""
    safe = _ENTITY.sub("&amp;", target)
    return safe.replace("\\", "%5C").replace("<", "%3C").replace(">", "%3E")


def _is_autolink(text: str, target: str, title: str) -> bool:
    if title or _AUTOLINK.fullmatch(text) is None:
        return False
    return target == (f"mailto:{text}" if "@" in text and ":" not in text else text)


def _code(text: str) -> str:
    longest = max(map(len, re.findall(r"`+", text)), default=0)
    fence = "`" * (longest + 1)
    needs_pad = text.startswith(("`", " ")) or text.endswith(("`", " "))
    pad = " " if needs_pad and text.strip(" ") else ""
    return f"{fence}{pad}{text}{pad}{fence}"
