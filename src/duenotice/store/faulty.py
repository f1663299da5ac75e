"""Faults of a text that stop what was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING
from typing import ClassVar

from duenotice.diagnostics import Severity
from duenotice.errors import DuenoticeError

if TYPE_CHECKING:
    from collections.abc import Sequence

    from duenotice.diagnostics import Diagnostic


class FaultyTextError(DuenoticeError):
    """The draft or a record has faults that stop this."""

    hint: ClassVar[str] = (
        "Mend that and run the command again. `duenotice check` shows all faults."
    )

    def __init__(self, found: Sequence[Diagnostic]) -> None:
        """Count them and show each."""
        self.diagnostics = tuple(found)
        errors = [str(one) for one in found if one.severity is Severity.ERROR]
        noun = "fault stops" if len(errors) == 1 else "faults stop"
        super().__init__("\n".join([f"{len(errors)} {noun} this:", *errors]))
