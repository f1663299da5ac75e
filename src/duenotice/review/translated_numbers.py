"""The numbers of a translation that is taken to render its source.

Whether it says the same is for a person to read, but for its numbers: an amount, an age
or a period that the source doesn't state is another promise.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks.translation_numbers import differing_numbers
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.finding import Finding
from duenotice.materiality.finding import Outcome

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.checks.stated_numbers import StatedNumber
    from duenotice.store.whole_text import WholeText


def translated_numbers(locale: str, section_id: str, text: WholeText) -> Finding | None:
    """Find the numbers that a section and its source don't both state.

    Nothing where they state the same, or one of both isn't there.
    """
    source = text.section(text.source_locale, section_id)
    own = text.section(locale, section_id)
    if source is None or own is None:
        return None
    locales = (text.source_locale, locale)
    pairs = differing_numbers(source.section, own.section, locales)
    if not pairs:
        return None
    theirs = _stated(one for one, _ in pairs)
    ours = _stated(one for _, one in pairs)
    there, here = (f'"{one}"' if one else "none" for one in (theirs, ours))
    return Finding(
        rule="translation",
        subject="numbers",
        section=f"{locale}/{section_id}",
        category=Category.OTHER,
        direction=Direction.UNCLEAR,
        outcome=Outcome.NEEDS_REVIEW,
        reason="The translation doesn't state the numbers of its source section: "
        f"there {there}, here {here}.",
        before=theirs,
        after=ours,
    )


def _stated(numbers: Iterable[StatedNumber | None]) -> str:
    """Give numbers with the words beside them."""
    words = (" ".join(one.words.split()) for one in numbers if one is not None)
    return "; ".join(words)
