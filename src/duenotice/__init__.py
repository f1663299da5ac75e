"""Privacy statements with versions, redlines and due notice, from Markdown in git."""

from __future__ import annotations

import zoneinfo

__all__ = ["__version__"]

__version__ = "0.1.0"

# On which day something was published must not depend on the machine's time zones, so
# they come from the locked package tzdata alone.
zoneinfo.reset_tzpath(to=())
