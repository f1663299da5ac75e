"""Letters set for nobody, before a run begins: a fault of them stops it in time."""

from __future__ import annotations

import contextlib
from collections import deque
from dataclasses import replace
from itertools import islice
from typing import TYPE_CHECKING

from duenotice.mailing.keys import message_key
from duenotice.mailing.member import Channel
from duenotice.mailing.messages.letters import print_files
from duenotice.mailing.messages.preview import sample_member

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.mailing.kit import Kit
    from duenotice.mailing.messages.letter_index import Letter

_MOST = 10
"""They are made of the same template and style sheet, and each takes a while."""


def try_letters(kit: Kit) -> None:
    """Set the letters as they are printed, or some of them where there are many.

    A font may be missing: perhaps nobody gets a letter in that language.

    Raises:
        PdfError: Else one can't be made a PDF.
    """
    # It brings WeasyPrint along, and most runs are of e-mails alone.
    from duenotice.render.pdf.errors import PdfGlyphError  # noqa: PLC0415

    for letter in islice(_letters(kit), _MOST):
        with contextlib.suppress(PdfGlyphError):
            deque(print_files(kit, [letter], stem="trial"), maxlen=0)


def _letters(kit: Kit) -> Iterator[Letter]:
    for edition in kit.editions.values():
        member = sample_member(edition.locale)
        key = message_key(kit.telling, Channel.LETTER, member.id)
        yield member, edition, key
        if edition.large_letter is not None:
            yield replace(member, wants_large_print=True), edition, key
