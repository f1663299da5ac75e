"""Whether a section's number was typed where the program could give it.

"Section 5 of the FTC Act", "45 CFR section 164.520" and "section 3 of our Terms" are
sections of something else. What may be one of them is let pass, and so is a number
that was typed into a heading too.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from duenotice.checks.headings import typed_numbers
from duenotice.checks.prose import Reading
from duenotice.checks.wording import listed
from duenotice.checks.wording import shown

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

    from duenotice.checks.prose import Passage
    from duenotice.checks.subject import CheckedStatement
    from duenotice.diagnostics import Diagnostic
    from duenotice.parse.report import Report

_NUMBER = r"\d{1,2}(?![\w(%]|[.,]\d)(?:\s[a-z]\.)?"


@dataclass(frozen=True, slots=True)
class _Language:
    """How a language speaks of sections by number."""

    mention: re.Pattern[str]
    range_words: frozenset[str]
    elsewhere: re.Pattern[str]
    """What follows the number of another document's section."""

    laws: re.Pattern[str]
    """Names that laws and contracts go by."""


def _mention(word: str, between: str) -> re.Pattern[str]:
    also = rf"\s{{0,3}}(?:(?:,\s{{0,3}})?\b(?:{between})\b|[,;&–—-])\s{{0,3}}"
    return re.compile(
        rf"(?<![\w-])(?P<word>{word})\s{{1,3}}{_NUMBER}(?:{also}(?:(?:{word})\s{{1,3}})?{_NUMBER})"
        r"{0,30}"
    )


_LANGUAGES = {
    "en": _Language(
        _mention("[Ss]ections?|SECTIONS?", "and/or|and|or|to|through|thru|until|up to"),
        frozenset({"to", "through", "thru", "until", "up to", *"–—-"}),
        re.compile(
            r"\s*(?:\([^()]{1,30}\)\s*)?(?:of|from)\s+"
            r"(?!(?:this|our|the)\s+(?:[\w-]+\s+){0,3}"
            r"(?:statement|policy|notice|page|document)\b)"
            r"|\s*(?:,|and|or|to|through|-|–)\s*\d",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:Acts?|Codes?|Law|Regulations?|Rules?|Directives?|Statutes?|"
            r"Constitution|Ordinance|Article|Art|Title|Part|Chapter|Amendment|CFR|"
            r"C\.F\.R|USC|U\.S\.C|Terms|Agreement|Contract|Licen[cs]e|Addendum)\b|§"
        ),
    ),
    "es": _Language(
        _mention("[Ss]ecci(?:ón|ones)|SECCI(?:ÓN|ONES)", "y|e|o|u|al|a la|a|hasta"),
        frozenset({"a", "al", "a la", "hasta", *"–—-"}),
        re.compile(
            r"\s*(?:\([^()]{1,30}\)\s*)?(?:del\s+"
            r"|de\s+(?!(?:esta|este|nuestra|nuestro|la|el)\s+(?:[\w-]+\s+){0,3}"
            r"(?:declaración|política|aviso|página|documento)\b))"
            r"|\s*(?:,|y|o|a|al|-|–)\s*\d",
            re.IGNORECASE,
        ),
        re.compile(
            r"\b(?:Ley(?:es)?|Códigos?|Reglamentos?|Directivas?|Decretos?|Normas?|"
            r"Estatutos?|Constitución|Artículos?|Título|Capítulo|Parte|CFR|Términos|"
            r"Contrato|Acuerdo|Licencia)\b|§"
        ),
    ),
}

_ACRONYM_AFTER = re.compile(r"\s+[A-Z]\w*[A-Z]")
_ACRONYM_BEFORE = re.compile(r"\b[A-Z]{2,}(?:['’]s)?,?\s+\Z")
_SENTENCE_END = re.compile(r"(?<![A-Z])[.;:!?]\s")
_NEAR = 60
"""How many signs around a number can make it a law's."""


def check_typed_numbers(subject: CheckedStatement) -> Iterator[Diagnostic]:
    """Find "section 7" in prose."""
    ids = {number: one for one, number in subject.statement.numbers().items()}
    for locale in subject.statement.locales:
        language = _LANGUAGES.get(locale.partition("-")[0])
        if language is None:
            continue
        titles = subject.titles(locale)
        typed = typed_numbers(subject.written(locale))
        for section in subject.written(locale):
            report = subject.report(locale, section.id)
            checker = _NumberChecker(language, ids, titles, typed, report)
            for passage in subject.passages(locale, section, Reading.OWN):
                if not passage.is_heading:
                    checker.check_passage(passage)
            yield from report.diagnostics


@dataclass(frozen=True, slots=True)
class _NumberChecker:
    """Checks the prose of one file."""

    language: _Language
    ids: Mapping[int, str]
    titles: Mapping[str, str]
    typed: frozenset[int]
    """Numbers that titles and headings have by hand."""

    report: Report

    def check_passage(self, passage: Passage) -> None:
        """Check one stretch of text."""
        mentions = [
            mention
            for mention in self.language.mention.finditer(passage.text)
            if not self._is_elsewhere(mention)
        ]
        if mentions:
            # After a law was named, "section 30" may be its.
            names_law = self.language.laws.search(passage.text) is not None
            for mention in mentions:
                line = passage.line_at(mention.start())
                self._check(mention, line, names_law=names_law)

    def _is_elsewhere(self, mention: re.Match[str]) -> bool:
        """Tell whether the section may be a law's or another document's."""
        text = mention.string
        after = text[mention.end() : mention.end() + _NEAR]
        before = text[max(mention.start() - _NEAR, 0) : mention.start()]
        if self.language.elsewhere.match(after) or _ACRONYM_AFTER.match(after):
            return True
        if _ACRONYM_BEFORE.search(before):
            return True
        here = _SENTENCE_END.split(before)[-1] + " | " + _SENTENCE_END.split(after)[0]
        return self.language.laws.search(here) is not None

    def _check(self, mention: re.Match[str], line: int, *, names_law: bool) -> None:
        numbers = [int(number) for number in re.findall(r"\d+", mention[0])]
        unknown = [number for number in numbers if number not in self.ids]
        if not unknown:
            self._known(mention, [self.ids[number] for number in numbers], line)
        elif not names_law and not self.typed.issuperset(unknown):
            self._unknown(mention[0], line)

    def _unknown(self, words: str, line: int) -> None:
        hint = (
            "Write a reference, such as [](#id), to the section that is meant. If it "
            "is a section of a law, say of which."
        )
        if self.ids:
            self.report.error(
                "number-unknown",
                f"{shown(words)} names a section that doesn't exist: the numbers go "
                f"from 1 to {len(self.ids)}",
                line,
                hint,
            )
        else:
            # Nothing speaks for this text's own sections, so it can't be sure.
            self.report.warning(
                "number-unknown",
                f"{shown(words)} names a section by its number, but no section has one",
                line,
                hint,
            )

    def _known(self, mention: re.Match[str], ids: list[str], line: int) -> None:
        titles = dict.fromkeys(self.titles.get(one, one) for one in ids)
        self.report.warning(
            "number-by-hand",
            f"{shown(mention[0])} has its number typed by hand; at present it leads to "
            f"{listed(titles)}",
            line,
            f"Write {self._reference(mention, ids)}, which stays right when sections "
            "move.",
        )

    def _reference(self, mention: re.Match[str], ids: list[str]) -> str:
        """Give the mention with references for numbers."""
        between = re.split(r"\d+", mention[0])[1:-1]
        if len(between) == 1 and between[0].strip() in self.language.range_words:
            return f"[](#{ids[0]}..{ids[1]})"
        left = iter(ids)
        return re.sub(r"\d+", lambda _: f"[#](#{next(left)})", mention[0])
