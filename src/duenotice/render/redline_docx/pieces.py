"""The words of a line, each with what becomes of it."""

from __future__ import annotations

from dataclasses import dataclass
from dataclasses import replace
from typing import TYPE_CHECKING

from duenotice.compare import Difference
from duenotice.compare.elements import line_of
from duenotice.compare.tokens import Mark
from duenotice.model.content import Code
from duenotice.model.content import Emphasis
from duenotice.model.content import Image
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Reference
from duenotice.model.content import Strong
from duenotice.model.content import Text
from duenotice.render.content_html import SAFE_TARGET
from duenotice.render.docx.revisions import Fate
from duenotice.render.docx.runs import Look
from duenotice.render.docx.runs import Run
from duenotice.render.docx.runs import joined
from duenotice.render.redline_links import changed_targets

if TYPE_CHECKING:
    from collections.abc import Iterable
    from collections.abc import Iterator

    from duenotice.compare import Element
    from duenotice.compare import Stretch
    from duenotice.compare import Token
    from duenotice.compare import WordDiff
    from duenotice.model.content import Inline
    from duenotice.render.redline_marks import Cues


@dataclass(frozen=True, slots=True)
class Piece:
    """Some words of a line."""

    fate: Fate
    runs: tuple[Run, ...]
    remark: str = ""
    """What is said beside them."""


class PieceReader:
    """Reads the words of lines."""

    def __init__(self, cues: Cues, known_ids: frozenset[str]) -> None:
        """Take what is said beside words, and the ids of the new text's sections."""
        self._cues = cues
        self._known_ids = known_ids

    def whole(self, element: Element | None, fate: Fate) -> list[Piece]:
        """Give a whole line, all of it with the same fate."""
        return [Piece(fate, self._runs(line_of(element)))]

    def words(self, words: WordDiff) -> list[Piece]:
        """Give a line that both texts have."""
        return [piece for one in words for piece in self._stretch(one)]

    def arriving(self, words: WordDiff, fate: Fate) -> list[Piece]:
        """Give a line that wasn't at this place, with what it gained and lost.

        Args:
            words: Old and new words.
            fate: That of the words that came along.
        """
        fates = {Fate.KEPT: fate, Fate.REMOVED: Fate.PASSING}
        return [
            Piece(
                fates.get(piece.fate, piece.fate),
                tuple(replace(run, was=None) for run in piece.runs),
                piece.remark,
            )
            for piece in self.words(words)
        ]

    def _stretch(self, stretch: Stretch) -> list[Piece]:
        old, new = self._runs(stretch.old), self._runs(stretch.new)
        if stretch.difference is Difference.NONE or old == new:
            return [Piece(Fate.KEPT, new)]
        if stretch.difference is Difference.FORMATTING and _is_set_anew(old, new):
            return [Piece(Fate.KEPT, tuple(_set_anew(old, new)))]
        removed, added = Piece(Fate.REMOVED, old), Piece(Fate.ADDED, new)
        several = [piece for piece in (removed, added) if piece.runs]
        if several:
            several[-1] = replace(several[-1], remark=self._link_remark(stretch))
        return several

    def _link_remark(self, stretch: Stretch) -> str:
        """Say where a link led and leads: nobody sees that in its words."""
        targets = changed_targets(stretch)
        if targets is None:
            return ""
        old, new = (one or self._cues.link_none for one in targets)
        return f"{self._cues.link_old} {old}; {self._cues.link_new} {new}"

    def _runs(self, tokens: Iterable[Token]) -> tuple[Run, ...]:
        return joined(
            run
            for token in tokens
            for run in self._inline(
                token.inline,
                Look(
                    is_bold=Mark.STRONG in token.marks,
                    is_italic=Mark.EMPHASIS in token.marks,
                ),
            )
        )

    def _inline(self, inline: Inline, look: Look) -> Iterator[Run]:
        match inline:
            case Text(text) | Image(alternative=text):
                yield Run(text, look)
            case Code(text):
                yield Run(text, replace(look, is_code=True))
            case Emphasis(children):
                yield from self._inlines(children, replace(look, is_italic=True))
            case Strong(children):
                yield from self._inlines(children, replace(look, is_bold=True))
            case Link(children, target):
                linked = replace(look, target=self._target(target))
                yield from self._inlines(children, linked)
            case Reference(first=first, words=words):
                yield Run(words, replace(look, target=self._target(f"#{first}")))
            case LineBreak(hard):
                yield Run("\n" if hard else " ", look)

    def _inlines(self, inlines: Iterable[Inline], look: Look) -> Iterator[Run]:
        for inline in inlines:
            yield from self._inline(inline, look)

    def _target(self, target: str) -> str:
        """Give what a link may lead to; a section that is no more leads nowhere."""
        if target.startswith("#"):
            return target if target[1:] in self._known_ids else ""
        return target if SAFE_TARGET.match(target) else ""


def _is_set_anew(old: tuple[Run, ...], new: tuple[Run, ...]) -> bool:
    """Tell whether only the looks of words differ."""
    if any(run.look.target for run in (*old, *new)):
        return False
    return "".join(one.text for one in old) == "".join(one.text for one in new)


def _set_anew(old: tuple[Run, ...], new: tuple[Run, ...]) -> tuple[Run, ...]:
    """Give words as they look now, and how they looked."""
    looks = [run.look for run in old for _ in run.text]
    letters = [(letter, run.look) for run in new for letter in run.text]
    return joined(
        Run(letter, look, was if was != look else None)
        for (letter, look), was in zip(letters, looks, strict=True)
    )
