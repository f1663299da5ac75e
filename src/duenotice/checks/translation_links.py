"""Whether translations lead where their source leads."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from duenotice.checks.wording import shown
from duenotice.model.content import LineBreak
from duenotice.model.content import Link
from duenotice.model.content import Reference
from duenotice.model.content import Text
from duenotice.model.content import walk_inlines
from duenotice.model.content import walk_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.model.statement import Section

_ADDRESS = re.compile(r"[\w.+-]{1,64}@[\w-]{1,64}(?:\.[\w-]{1,64}){1,8}")


def check_translation_links(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Compare the targets of links, the references and the e-mail addresses."""
    base = subject.statement.source_locale
    for locale in subject.translations:
        form = _language_form(base, locale)
        for section in subject.written(locale):
            source = subject.source.get(section.id)
            if source is None:
                continue
            ours = {
                _key(target, form): (target, at) for target, at in _targets(section)
            }
            theirs = {
                _key(target, form): (target, at) for target, at in _targets(source)
            }
            report = subject.report(locale, section.id)
            for key in sorted(ours.keys() - theirs.keys()):
                target, line = ours[key]
                report.warning(
                    "translation-link",
                    f"{shown(target)} is not among the links and addresses of the "
                    f"source, {subject.section_path(base, section.id)}",
                    line,
                    "Let both languages lead to the same places.",
                )
            for key in sorted(theirs.keys() - ours.keys()):
                target, line = theirs[key]
                place = f"{subject.section_path(base, section.id)}:{line}"
                report.warning(
                    "translation-link",
                    f"{shown(target)} at {place} is missing among the links and "
                    "addresses here",
                    None,
                    "Let both languages lead to the same places.",
                )
            yield from report.diagnostics


def _targets(section: Section) -> Iterator[tuple[str, int]]:
    for line in walk_lines(section.blocks):
        number = line.number
        for inline in walk_inlines(line.inlines):
            match inline:
                case LineBreak():
                    number += 1
                case Link(target=target):
                    yield target, number
                case Reference(first, last):
                    yield f"#{first}" if last is None else f"#{first}..{last}", number
                case Text(text):
                    for found in _ADDRESS.finditer(text):
                        yield f"mailto:{found[0]}", number
                case _:
                    pass


def _language_form(base: str, locale: str) -> re.Pattern[str]:
    """Find a language in an address: `/en/`, `es.`, `lang=es`, `_es.pdf`."""
    names = {base, locale, base.partition("-")[0], locale.partition("-")[0]}
    words = sorted(map(re.escape, names), key=len, reverse=True)
    return re.compile(rf"(?<![a-z0-9])(?:{'|'.join(words)})(?![a-z0-9])", re.IGNORECASE)


def _key(target: str, form: re.Pattern[str]) -> str:
    """Give what two addresses of one page have in common."""
    if target.startswith("#"):
        return target
    scheme, _, rest = target.partition(":")
    scheme = scheme.lower()
    if scheme in {"tel", "sms"}:
        return f"{scheme}:{re.sub(r'[^0-9]', '', rest)}"
    if scheme == "mailto":
        return f"mailto:{rest.partition('?')[0].lower()}"
    # "…/es/privacy" and "…/privacy" are the same page in two languages.
    parts = re.split(r"[/.?#&=]+", form.sub("", rest).lower())
    return "/".join(part for part in parts if part not in {"", "www", "lang"})
