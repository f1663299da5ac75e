"""Whether translations keep up with the source."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.parse.assemble import is_behind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic


def check_translation_behind(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find translations of an older version of their source."""
    for locale in subject.translations:
        for section in subject.written(locale):
            source = subject.source.get(section.id)
            if source is None or not is_behind(section.translates, source.version):
                continue
            report = subject.report(locale, section.id)
            report.warning(
                "translation-behind",
                f"{shown(section.title)} translates version {section.translates} of "
                f"its source, which was revised in version {source.version}",
                None,
                "Bring it up to date, or, if it still says the same, write "
                f'"translates: {source.version}".',
            )
            yield from report.diagnostics
