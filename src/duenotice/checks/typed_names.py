"""Whether a section's title was typed where the program could give it.

Only a title in quotes beside the word "section" is taken for a name.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.checks.headings import headings_in
from duenotice.checks.prose import Reading
from duenotice.checks.wording import meant
from duenotice.checks.wording import shown
from duenotice.model.content import plain_text
from duenotice.parse.phrases import phrases_for

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.checks.prose import Passage
    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.parse.phrases import Phrases
    from duenotice.parse.report import Report

_NEAR = 100
"""How many signs around a name can tell whose section it is."""

_SENTENCE_END = re.compile(r"[.;:!?]\s")
_QUOTED = r"[\"“”«](?P<{}>(?=\w)[^\"“”«»]{{2,120}})[\"“”»]"


@dataclass(frozen=True, slots=True)
class _Language:
    """How a language speaks of sections by name."""

    mention: re.Pattern[str]
    ours: re.Pattern[str]
    """What stands near the name of a section of this text."""

    not_ours_before: re.Pattern[str]
    not_ours_after: re.Pattern[str]


def _mention(before: str, after: str) -> re.Pattern[str]:
    """Find a quoted name with the word for a section before or after it."""
    first = rf"(?<![\w-]){before}\s*" + _QUOTED.format("first")
    second = _QUOTED.format("second") + rf"\s+{after}(?!\w)"
    return re.compile(f"{first}|{second}")


_LANGUAGES = {
    "en": _Language(
        _mention(
            r"[Ss]ections?,?(?:\s+(?:titled|entitled|called|headed|named|labell?ed|"
            r"marked))?",
            "[Ss]ections?",
        ),
        re.compile(
            r"\b(?:see|refer|describe[ds]?|explain(?:ed|s)?|listed|set out|above|below|"
            r"follow(?:s|ing)?|(?:this|our)\s+(?:[\w-]+\s+){0,3}"
            r"(?:statement|policy|notice))\b",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:an?|any|each|every)\s+\Z", re.IGNORECASE),
        re.compile(
            r"[,\s]*(?:of|in)\s+(?!(?:this|our|the)\s+(?:[\w-]+\s+){0,3}"
            r"(?:statement|policy|notice|page|document)\b)",
            re.IGNORECASE,
        ),
    ),
    "es": _Language(
        _mention(
            r"(?:[Ss]ecci(?:ón|ones)|[Aa]partados?),?"
            r"(?:\s+(?:titulad|llamad|denominad)[ao]s?)?",
            r"[Ss]ecci(?:ón|ones)",
        ),
        re.compile(
            r"\b(?:véa(?:n?se)?|ver|vea|consulte|describen?|descrit[ao]s?|explica|"
            r"indicad[ao]s?|abajo|arriba|anterior|siguiente|a continuación|"
            r"est[ae]\s+(?:[\w-]+\s+){0,3}(?:declaración|política|aviso))\b",
            re.IGNORECASE,
        ),
        re.compile(r"\b(?:una?|cualquier|cada)\s+\Z", re.IGNORECASE),
        re.compile(
            r"[,\s]*(?:del|de|en)\s+(?!(?:esta|este|nuestra|nuestro|la|el)\s+"
            r"(?:[\w-]+\s+){0,3}(?:declaración|política|aviso|página|documento)\b)",
            re.IGNORECASE,
        ),
    ),
}


def check_typed_names(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find 'the "Surveys" section' in prose."""
    for locale in subject.statement.locales:
        language = _LANGUAGES.get(locale.partition("-")[0])
        if language is None:
            continue
        titles = subject.titles(locale)
        by_key = {_key(title): one for one, title in titles.items()}
        headings = frozenset(_inner_headings(subject, locale))
        for section in subject.written(locale):
            report = subject.report(locale, section.id)
            checker = _NameChecker(
                language,
                phrases_for(locale),
                subject.statement.numbers(),
                titles,
                by_key,
                headings,
                report,
            )
            for passage in subject.passages(locale, section, Reading.UNLINKED):
                checker.check_passage(passage)
            yield from report.diagnostics


def _inner_headings(subject: CheckedStatement, locale: str) -> Iterator[str]:
    """Give the headings inside sections: names too, but without an address."""
    for section in subject.written(locale):
        for heading in headings_in(section):
            yield _key(plain_text(heading.children))


@dataclass(frozen=True, slots=True)
class _NameChecker:
    """Checks the prose of one file."""

    language: _Language
    phrases: Phrases
    numbers: Mapping[str, int]
    titles: Mapping[str, str]
    ids_by_key: Mapping[str, str]
    headings: frozenset[str]
    report: Report

    def check_passage(self, passage: Passage) -> None:
        """Check one stretch of text."""
        for mention in self.language.mention.finditer(passage.text):
            if not self._is_elsewhere(mention):
                name = mention[mention.lastgroup or 0].strip().rstrip(",.;")
                self._check(name, mention, passage.line_at(mention.start()))

    def _is_elsewhere(self, mention: re.Match[str]) -> bool:
        """Tell whether it is a section of something else."""
        text = mention.string
        before = text[max(mention.start() - 20, 0) : mention.start()]
        return (
            self.language.not_ours_before.search(before) is not None
            or self.language.not_ours_after.match(text, mention.end()) is not None
        )

    def _check(self, name: str, mention: re.Match[str], line: int) -> None:
        section_id = self.ids_by_key.get(_key(name))
        if section_id is not None:
            self._known(name, section_id, line)
            return
        if _key(name) in self.headings:
            return
        advice = meant(name, self.titles.values())
        # An app's screen has sections too.
        if advice or self.language.ours.search(_sentence_around(mention)):
            self.report.warning(
                "name-unknown",
                f"{shown(name)} is named as a section, but no section has this title",
                line,
                f"{advice}Write [](#id) for the section that is meant.",
            )

    def _known(self, name: str, section_id: str, line: int) -> None:
        title = self.titles[section_id]
        number = self.numbers.get(section_id)
        form = self.phrases.unnumbered if number is None else self.phrases.numbered
        printed = form.format(number=number, title=title)
        advice = (
            f"Write [](#{section_id}): it prints {printed} and stays right when the "
            "title or the order changes."
        )
        if " ".join(name.split()) == title:
            self.report.warning(
                "name-by-hand",
                f"the title {shown(name)} is typed by hand",
                line,
                advice,
            )
        else:
            self.report.warning(
                "name-inexact",
                f"{shown(name)} is not quite the section's title, {shown(title)}",
                line,
                advice,
            )


def _sentence_around(mention: re.Match[str]) -> str:
    text, start, end = mention.string, mention.start(), mention.end()
    before = _SENTENCE_END.split(text[max(start - _NEAR, 0) : start])[-1]
    after = _SENTENCE_END.split(text[end : end + _NEAR])[0]
    return f"{before} | {after}"


def _key(title: str) -> str:
    """Give what two spellings of a title have in common."""
    return " ".join(re.findall(r"\w+", title.casefold()))
