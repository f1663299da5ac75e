"""What WeasyPrint warns of as it works: faults, which it would only log."""

from __future__ import annotations

import contextlib
import logging
import threading
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator

_SLOW_SUBSETTING = "Using fontTools instead of HarfBuzz-Subset"


@contextlib.contextmanager
def listening() -> Iterator[list[str]]:
    """Collect what is warned of in this thread, in a list that grows meanwhile.

    Nobody else gets it: a warning may hold letters of somebody's name.
    """
    logger = logging.getLogger("weasyprint")
    listener = _Listener()
    level = logger.level
    logger.addFilter(listener)
    logger.setLevel(logging.WARNING)
    try:
        yield listener.messages
    finally:
        logger.setLevel(level)
        logger.removeFilter(listener)


class _Listener(logging.Filter):
    """Keeps the messages of the thread in which it was made to itself."""

    def __init__(self) -> None:
        super().__init__()
        self.messages: list[str] = []
        self._thread = threading.get_ident()

    def filter(self, record: logging.LogRecord) -> bool:
        """Keep the message, and let those of other threads through."""
        if record.thread != self._thread:
            return True
        message = record.getMessage()
        if not message.startswith(_SLOW_SUBSETTING):
            self.messages.append(message)
        return False
