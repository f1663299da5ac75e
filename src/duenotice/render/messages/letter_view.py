"""What the template of a letter may use: facts that are the same for all readers."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.render.messages.laid import slot

if TYPE_CHECKING:
    from datetime import date

    from duenotice.render.change_views import ChoiceView
    from duenotice.render.change_views import NoticeView
    from duenotice.render.change_views import ToldSectionView
    from duenotice.render.messages.message_view import EarlierChangeView
    from duenotice.render.messages.message_view import SinceView

ADDRESS = "address"
"""The slot for the name and the address, which show in the envelope's window."""

GREETING = "greeting"
REFERENCE = "reference"


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterView:
    """A letter about one change, in one language, for who knew one text.

    What is each member's own is put onto the page later, where the slots stand.
    """

    lang: str
    """The locale as a BCP 47 tag."""

    direction: str
    """`ltr` or `rtl`."""

    paper: str
    """`letter` or `a4`: the window of the envelope is elsewhere."""

    is_large_print: bool = False

    sender: str
    """Who writes."""

    sender_lines: tuple[str, ...]
    """The address to which a letter returns; empty where none is given."""

    dated: date
    """The day that is written on it."""

    title: str
    """Of the statement."""

    controller: str
    label: str
    """Of the version that it is about."""

    known: str
    """The label of the text that the reader knew."""

    announced: date
    effective: date
    is_past: bool
    """The change is in effect on the day of the letter."""

    reaches: str
    """`all` or `new`, as in the record."""

    is_required_by_law: bool
    choices: tuple[ChoiceView, ...]
    notice: NoticeView
    """As approved, without links to sections."""

    told: tuple[ToldSectionView, ...]
    """The words before and after; before is the text that the reader knew."""

    earlier: tuple[EarlierChangeView, ...]
    """What changed in the meantime, for who knew an older text; the oldest first."""

    since: SinceView
    """The words of that."""

    page: str
    """The permanent address of the notice, in full: it is printed in words."""

    comparison: str
    """Where all is shown that changed since the text that the reader knew, in full."""

    contacts: tuple[str, ...] = ()
    """Where to ask, a line each."""

    prevailing: str = ""
    """The language that counts, where it isn't this one."""

    address: str = slot(ADDRESS)
    greeting: str = slot(GREETING)
    reference: str = slot(REFERENCE)
