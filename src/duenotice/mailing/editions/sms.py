"""What the text messages of an edition take, whoever reads them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.mailing.edition import GREETING
from duenotice.mailing.edition import NAME
from duenotice.mailing.edition import REFERENCE
from duenotice.mailing.editions.segments import segments
from duenotice.mailing.keys import reference_of

if TYPE_CHECKING:
    from duenotice.mailing.edition import Edition
    from duenotice.mailing.editions.segments import Segments
    from duenotice.render.messages.laid import Laid

_SAMPLE = reference_of("a" * 26)
"""Any reference takes as much room as any other."""


def sms_segments(edition: Edition) -> Segments:
    """Count the segments that each text message of an edition takes."""
    return laid_segments(edition.sms)


def laid_segments(sms: Laid) -> Segments:
    """Count the segments that a text message takes for each reader."""
    return segments(sms.fill({NAME: "", GREETING: "", REFERENCE: _SAMPLE}))
