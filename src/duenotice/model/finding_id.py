"""The id of a finding, such as `weighed:retention:es/web-logs:1`.

Records, decisions and commands name findings by it.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_FORM = re.compile(r"([^:]+):([^:]+):((?s:.*)):([1-9][0-9]{0,8})")


@dataclass(frozen=True, slots=True, kw_only=True)
class FindingId:
    """The parts of an id."""

    rule: str
    subject: str
    section: str
    """Its id; of what a translation alone says, after its locale and a slash."""

    ordinal: int

    def __str__(self) -> str:
        """Give it as it is written."""
        return f"{self.rule}:{self.subject}:{self.section}:{self.ordinal}"

    @classmethod
    def parse(cls, text: str) -> FindingId:
        """Read an id.

        Raises:
            ValueError: It is none.

        >>> found = FindingId.parse("weighed:retention:es/web-logs:1")
        >>> found.section, found.place
        ('es/web-logs', ('es', 'web-logs'))
        """
        found = _FORM.fullmatch(text)
        if found is None:
            message = f'"{text}" is no id of a finding'
            raise ValueError(message)
        rule, subject, section, ordinal = found.groups()
        return cls(rule=rule, subject=subject, section=section, ordinal=int(ordinal))

    @property
    def place(self) -> tuple[str, str]:
        """Give the locale, where a translation alone says it, and the section's id."""
        locale, _, section_id = self.section.rpartition("/")
        return locale, section_id
