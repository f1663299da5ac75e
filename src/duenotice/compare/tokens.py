"""Text to tokens: the smallest things that a redline shows as changed.

A token is a word by the boundaries of Unicode, in scripts without spaces a character
with its marks. What would say something else in part is one token: an amount with its
unit, a date, an address, code, a link, a reference, a defined term.
"""

from __future__ import annotations

import enum
import functools
import re
from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING
from typing import NamedTuple

from duenotice.model.content import Code
from duenotice.model.content import Emphasis
from duenotice.model.content import Image
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Reference
from duenotice.model.content import Strong
from duenotice.model.content import Text
from duenotice.model.content import plain_text

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.model.content import Inline


NUMBER = "\n#"
"""The key of a section's number: the same one, whatever it is. No word is like it."""

BREAK = "\n"
"""The key of the end of a line that is meant."""


@dataclass(frozen=True, slots=True)
class Vocabulary:
    """What a text's words mean beyond themselves."""

    terms: tuple[str, ...] = ()
    """Defined terms: each is one token."""

    renamed: tuple[tuple[str, str], ...] = ()
    """Ids of sections, and those that the same sections have in the later text."""


PLAIN = Vocabulary()


class Mark(enum.StrEnum):
    """How words are set off."""

    EMPHASIS = "em"
    STRONG = "strong"


class Token(NamedTuple):
    """A word, a mark of punctuation, or a space."""

    key: str
    """Equal for tokens that say the same; empty for a space."""

    inline: Inline
    """What is printed."""

    marks: tuple[Mark, ...] = ()

    @property
    def is_space(self) -> bool:
        """Tell whether it only parts words."""
        return not self.key

    @property
    def text(self) -> str:
        """Give what a reader sees."""
        return plain_text((self.inline,))


_ENGLISH_MONTHS = (
    "January|February|March|April|May|June|July|August|September|October|November|"
    "December"
)
_MONTHS = (
    f"{_ENGLISH_MONTHS}|enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|"
    "octubre|noviembre|diciembre"
)
_UNITS = (
    "business days?|calendar days?|working days?|days?|weeks?|months?|years?|hours?|"
    "minutes?|seconds?|percent|días hábiles|días?|semanas?|mes(?:es)?|años?|horas?|"
    "minutos?|segundos?"
)
# Everything that is neither space nor punctuation belongs to words, so that a word
# keeps its marks in every script.
_PUNCTUATION = (
    r"!-/:-@\[-`{-~\u00a1-\u00a9\u00ab-\u00b4\u00b6-\u00b9\u00bb-\u00bf\u00d7\u00f7"
    r"\u060c\u061b\u061f\u066a-\u066d\u06d4\u2000-\u206f\u2190-\u2bff\u3000-\u303f"
    r"\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
)
_LONE = r"\u3041-\u309f\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_THAI = r"\u0e01-\u0e30\u0e32\u0e33\u0e40-\u0e46\u0e81-\u0eb0\u0eb2\u0eb3\u0ec0-\u0ec6"
_THAI_MARKS = r"\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u0eb1\u0eb4-\u0ebc\u0ec8-\u0ecd"
_LETTER = rf"[^\s{_PUNCTUATION}{_LONE}{_THAI}{_THAI_MARKS}]"
_DATE = (
    rf"\d{{4}}-\d\d-\d\d\b|(?:{_ENGLISH_MONTHS})\s+\d{{1,2}},?\s+\d{{4}}\b|"
    rf"\d{{1,2}}\s+(?:de\s+)?(?:{_MONTHS})\s+(?:de\s+)?\d{{4}}\b"
)
_DIGITS = r"\d+(?:[-.,\u2011\u2013]\d+)*"
_AMOUNT = rf"[$€£¥]?{_DIGITS}(?:\s?%|[ \u00a0-](?:{_UNITS})\b)?(?!{_LETTER})"
# An address has at most 64 characters before its sign: a row of dots is no address, and
# must not be tried as one at each dot, to its end.
_GRAMMAR = (
    r"\s+",
    r"[a-z]+(?=[\s,;)])",  # nothing but a word, as most are
    _DATE,
    r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+",
    r"https?://[^\s<>()]*[^\s<>().,;:!?'\"”’]",
    _AMOUNT,
    rf"{_LETTER}+(?:[-'.\u2019\u2011\u00ad\u200d]{_LETTER}+)*",
    rf"[{_LONE}]|[{_THAI}][{_THAI_MARKS}]*",
    r".",
)

# Signs that differ on paper and say the same.
_ALIKE = str.maketrans(
    "\u2018\u2019\u201a\u02bc\u2032\u201c\u201d\u201e\u00ab\u00bb\u2033"
    "\u2010\u2011\u2013\u2014\u2212\u00a0\u202f\u2009",
    "'" * 5 + '"' * 6 + "-" * 5 + " " * 3,
    "\u00ad\u200b\ufeff\u2060",
)
_EMAIL = re.compile(r"\be-mail", re.IGNORECASE)
_SPACES = re.compile(r"\s+")
_RUNS = re.compile(r"[ \t\n]{2,}")


def tokenise(inlines: Iterable[Inline], vocabulary: Vocabulary = PLAIN) -> list[Token]:
    """Give the tokens of a line, spaces among them."""
    reader = _Reader(_grammar(vocabulary.terms), dict(vocabulary.renamed))
    reader.read(inlines, ())
    return reader.tokens


def tokenise_code(text: str) -> list[Token]:
    """Give the tokens of a line of code, whose spaces are as they are."""
    return [_token(word, ()) for word in _grammar(()).findall(text)]


@functools.lru_cache(maxsize=1 << 15)
def _token(word: str, marks: tuple[Mark, ...]) -> Token:
    """Make a token, and the same one for the same word: most words recur."""
    key = "" if word.isspace() else normalised(word)
    return Token(key, Text(word), marks)


class _Reader:
    """Reads the tokens of a line."""

    def __init__(self, grammar: re.Pattern[str], renamed: Mapping[str, str]) -> None:
        self.tokens: list[Token] = []
        self._grammar = grammar
        self._renamed = renamed

    def read(self, inlines: Iterable[Inline], marks: tuple[Mark, ...]) -> None:
        """Add the tokens of some inlines that are set off in some way."""
        for inline in _unwrapped(inlines):
            match inline:
                case Text(text):
                    words = self._grammar.findall(text)
                    self.tokens += [_token(word, marks) for word in words]
                case Emphasis(children):
                    self.read(children, _with(marks, Mark.EMPHASIS))
                case Strong(children):
                    self.read(children, _with(marks, Mark.STRONG))
                case LineBreak():
                    self.tokens.append(Token(BREAK, inline, marks))
                case Code() | Link() | Image() | Reference():
                    key = _atom_key(inline, self._renamed)
                    self.tokens.append(Token(key, inline, marks))


def _unwrapped(inlines: Iterable[Inline]) -> Iterator[Inline]:
    """Take lines and runs of spaces of the source for one space, as readers see it."""
    text = ""
    for inline in inlines:
        match inline:
            case Text(words):
                text += words
            case LineBreak(hard=False):
                text += " "
            case _:
                yield from (Text(_RUNS.sub(" ", text)),) if text else ()
                text = ""
                yield _unwrapped_atom(inline)
    yield from (Text(_RUNS.sub(" ", text)),) if text else ()


def _unwrapped_atom(inline: Inline) -> Inline:
    match inline:
        case Link(children=children):
            return replace(inline, children=tuple(_unwrapped(children)))
        case Image(alternative=words):
            return replace(inline, alternative=_RUNS.sub(" ", words))
        case _:
            return inline


def _with(marks: tuple[Mark, ...], mark: Mark) -> tuple[Mark, ...]:
    return marks if mark in marks else (*marks, mark)


def _atom_key(
    inline: Code | Link | Image | Reference, renamed: Mapping[str, str]
) -> str:
    """Give the key of what is shown as a whole.

    A link is the same link when its words are, wherever it leads; a reference when
    it leads to the same sections, whatever number and title they have there.
    """
    match inline:
        case Code(text):
            return text.translate(_ALIKE)
        case Link(children):
            return normalised(plain_text(children)) or "link"
        case Image(alternative):
            return normalised(alternative) or "image"
        case Reference(first, last, number_only):
            first = renamed.get(first, first)
            last = renamed.get(last or "", last)
            return f"#{first}..{last or ''}{'#' if number_only else ''}"


def normalised(text: str) -> str:
    r"""Give what stays of a word when typography is taken away.

    >>> normalised("e-mail"), normalised("“30\u00a0days”")
    ('email', '"30 days"')
    """
    if text.isascii() and "-" not in text and " " not in text and "\n" not in text:
        return text
    plain = _SPACES.sub(" ", text.translate(_ALIKE))
    return _EMAIL.sub(lambda found: found[0].replace("-", ""), plain)


@functools.lru_cache(maxsize=8)
def _grammar(terms: tuple[str, ...]) -> re.Pattern[str]:
    """Compile the tokens' grammar; the longest term is tried first."""
    longest_first = sorted(terms, key=len, reverse=True)
    several = [re.escape(term) for term in longest_first if " " in term]
    forms = [rf"(?:{'|'.join(several)})\b", *_GRAMMAR]
    return re.compile("|".join(forms if several else _GRAMMAR), re.DOTALL)
