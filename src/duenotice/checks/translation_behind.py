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
    """Find translations of an older text of their source, released or not."""
    for locale in subject.translations:
        for section in subject.written(locale):
            source = subject.source.get(section.id)
            report = subject.report(locale, section.id)
            if source is not None and is_behind(section.translates, source.version):
                report.warning(
                    "translation-behind",
                    f"{shown(section.title)} translates version {section.translates} "
                    f"of its source, which was revised in version {source.version}",
                    None,
                    "Bring it up to date, or, if it still says the same, write "
                    f'"translates: {source.version}".',
                )
            elif source is not None and (locale, section.id) in subject.overtaken:
                report.warning(
                    "translation-behind",
                    f"{shown(section.title)} translates its source as it was "
                    "released, and the source has been edited since",
                    None,
                    "Bring it up to date before the release. Otherwise readers are "
                    "told that it is behind.",
                )
            yield from report.diagnostics
