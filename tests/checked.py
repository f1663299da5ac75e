"""Statements in memory for the checks to read, written as their files would be."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING
from typing import Any

from builders import section_text
from duenotice.checks import CheckedStatement
from duenotice.model.statement import Contacts
from duenotice.model.statement import Controller
from duenotice.model.statement import Group
from duenotice.model.statement import Statement
from duenotice.parse.section_file import parse_section

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable
    from collections.abc import Mapping

    from duenotice.diagnostics import Diagnostic
    from duenotice.model.statement import Section

FIRST_LINE = 4
"""Where the text begins in a file that has a title and no other front matter."""

STATEMENT = Statement(
    id="website",
    title={"en": "Privacy statement", "es": "Declaración de privacidad"},
    controller=Controller(name="Fernhill Library", aliases=("Fernhill",)),
    contacts=Contacts(email="privacy@fernhill.example"),
    time_zone="UTC",
    source_locale="en",
    locales=("en",),
    prevailing_locale="en",
    groups=(),
)


def make_checked(
    en: Mapping[str, str],
    *,
    es: Mapping[str, str] | None = None,
    **changes: Any,  # noqa: ANN401
) -> CheckedStatement:
    """Make a statement whose English sections are numbered in the given order.

    Args:
        en: By id the text of each section, or its whole file.
        es: The same in Spanish; with it, the statement has two locales.
        changes: Other values for the statement.
    """
    texts = {"en": en} if es is None else {"en": en, "es": es}
    given: dict[str, Any] = {
        "groups": (Group(section_ids=tuple(en), numbered=True),),
        "locales": tuple(texts),
        **changes,
    }
    return CheckedStatement(
        statement=replace(STATEMENT, **given),
        statement_path="statement.yaml",
        sections={locale: _sections(locale, some) for locale, some in texts.items()},
        section_path=_path,
        former_ids=frozenset(),
        newest_ids=frozenset(),
    )


def make_in(
    locale: str,
    texts: Mapping[str, str],
    **changes: Any,  # noqa: ANN401
) -> CheckedStatement:
    """Make a statement that is in one locale alone."""
    made = make_checked(texts, source_locale=locale, locales=(locale,), **changes)
    return replace(made, sections={locale: _sections(locale, texts)})


def unnumbered(*section_ids: str) -> tuple[Group, ...]:
    """Give the groups of a statement without numbers."""
    return (Group(section_ids=section_ids),)


def found_by(
    check: Callable[[CheckedStatement], Iterable[Diagnostic]],
    subject: CheckedStatement,
) -> str:
    """Give what a check found as the terminal shows it."""
    return "\n".join(str(one) for one in check(subject))


def codes(
    check: Callable[[CheckedStatement], Iterable[Diagnostic]],
    subject: CheckedStatement,
) -> list[str]:
    """Give the codes of what a check found."""
    return [one.code for one in check(subject)]


def _path(locale: str, section_id: str) -> str:
    return f"{locale}/{section_id}.md"


def _sections(locale: str, texts: Mapping[str, str]) -> dict[str, Section]:
    return {one: _section(locale, one, text) for one, text in texts.items()}


def _section(locale: str, section_id: str, text: str) -> Section:
    if not text.startswith("---\n"):
        text = section_text(text, section_id.replace("-", " ").capitalize())
    file, faults = parse_section(section_id, text.encode(), _path(locale, section_id))
    if file is None:
        message = f"this is no section: {faults}"
        raise ValueError(message)
    return file.section
