"""The marks of a redline in HTML, and what is said beside the text."""

from __future__ import annotations

from dataclasses import dataclass
from html import escape


@dataclass(frozen=True, slots=True, kw_only=True)
class Cues:
    """What is said beside the text, for those who see no colours, in one language."""

    locale: str = "en"
    added: str = "added:"
    removed: str = "removed:"
    moved_here: str = "moved here:"
    moved_away: str = "moved away:"
    moved_to: str = "where it is now"
    moved_from: str = "where it was"
    section_moved_away: str = "This section was here."
    section_moved_here: str = "This section was elsewhere."
    link_old: str = "The link led to"
    link_new: str = "it now leads to"
    link_none: str = "nothing"
    unchanged: str = "Unchanged:"
    """Before the number of paragraphs that are folded."""
    earlier: str = "Earlier"
    later: str = "Later"
    elsewhere_now: str = "This is elsewhere now."
    elsewhere_before: str = "This was elsewhere before."


def anchor(place: int) -> str:
    """Give the id that a changed node has in the page."""
    return f"_change-{place}"


def folded(cues: Cues, html: str, count: int) -> str:
    """Fold a stretch without a change; it stays in the page."""
    words = escape(f"{cues.unchanged} {count}")
    return (
        f'<details class="unchanged"><summary data-redline-cue>{words}</summary>\n'
        f"{html}</details>\n"
    )


def deleted(words: str, cue: str, style: str = "") -> str:
    """Mark words that only the old text has."""
    return _mark("del", words, cue, style)


def inserted(words: str, cue: str, style: str = "") -> str:
    """Mark words that only the new text has."""
    return _mark("ins", words, cue, style)


def _mark(tag: str, words: str, cue: str, style: str) -> str:
    css = f' class="{style}"' if style else ""
    spoken = f'<span class="cue" data-redline-cue>{escape(cue)} </span>' if cue else ""
    return f"<{tag}{css}>{spoken}{words}</{tag}>"


def link_to(place: int, words: str) -> str:
    """Link to a changed node, beside the text."""
    return (
        "<span data-redline-cue> "
        f'<a class="move" href="#{anchor(place)}">{escape(words)}</a></span>'
    )
