"""What is wrong with a notice that an editor wrote, measured by what it has to tell."""

from __future__ import annotations

from typing import TYPE_CHECKING

from duenotice.checks.placeholders import placeholder_form
from duenotice.checks.wording import shown
from duenotice.diagnostics import sort_diagnostics
from duenotice.notice.alphabets import spoken_in
from duenotice.notice.coverage import silent_about
from duenotice.notice.dating import check_choice
from duenotice.notice.dating import check_days
from duenotice.notice.notice_text import NoticeText
from duenotice.notice.notice_text import letters
from duenotice.notice.stray import changed_words
from duenotice.notice.stray import check_stray
from duenotice.notice.told import Kind
from duenotice.parse.markdown import NestingTooDeepError
from duenotice.parse.markdown import parse_blocks
from duenotice.parse.report import Report

if TYPE_CHECKING:
    from duenotice.diagnostics import Diagnostic
    from duenotice.notice.facts import NoticeFacts
    from duenotice.notice.told import ToldPassage


def check_notice(text: str, facts: NoticeFacts, path: str) -> tuple[Diagnostic, ...]:
    """Find what a notice lacks, and what it says that isn't so.

    Args:
        text: The notice, in Markdown.
        facts: What it has to tell.
        path: Its file, for the diagnostics.
    """
    report = Report(path)
    try:
        notice = NoticeText(parse_blocks(text))
    except NestingTooDeepError:
        report.error(
            "notice-unreadable",
            "the notice is nested too deeply to be read",
            None,
            "Take out lists and quotations inside of each other.",
        )
        return tuple(report.diagnostics)
    if not letters(notice.text):
        report.error(
            "notice-empty",
            "the notice says nothing",
            None,
            "`duenotice release --again` drafts it anew once the file is deleted.",
        )
        return tuple(report.diagnostics)
    for check in _CHECKS:
        check(notice, facts, report)
    return sort_diagnostics(report.diagnostics)


def _placeholders(notice: NoticeText, facts: NoticeFacts, report: Report) -> None:
    """Report what is still to be written; quoted words are the statement's own."""
    form = placeholder_form(facts.locale)
    quoted = frozenset(map(letters, changed_words(facts))) - {""}
    for passage in notice.passages:
        if letters(passage.text) in quoted:
            continue
        for found in form.finditer(passage.text):
            report.error(
                "notice-placeholder",
                f"{shown(found[0])} stands for words that are still to come",
                passage.line_at(found.start()),
                "Write them, and take the braces out.",
            )


def _language(notice: NoticeText, facts: NoticeFacts, report: Report) -> None:
    """Report the first words that are in another language, by their letters."""
    form = placeholder_form(facts.locale)
    for passage in notice.own_passages:
        lang = spoken_in(passage.text, facts.locale, facts.source_locale)
        if lang != facts.locale and not form.search(passage.text):
            report.warning(
                "notice-language",
                f'{shown(passage.text)} has no letter of "{facts.locale}"',
                passage.line_at(0),
                f'Translate it, and whatever else is still in "{lang}". As it stands, '
                "the site marks it as words of that language.",
            )
            return


def _silence(notice: NoticeText, facts: NoticeFacts, report: Report) -> None:
    for passage in silent_about(notice, facts):
        report.error(
            "notice-silent",
            f"it says nothing of {_change(passage)}",
            None,
            "Say in plain words what changes there and what that means for people, or "
            "quote it. A finding that is wrong is overruled with `duenotice decide`.",
        )


def _change(passage: ToldPassage) -> str:
    """Say which change is meant, with its words and its section."""
    words = _words(passage)
    return f"{words}, in {shown(passage.heading)}" if passage.heading else words


def _words(passage: ToldPassage) -> str:
    before, after = map(shown, passage.words)
    match passage.kind:
        case Kind.ADDED:
            return f"{after}, which is new"
        case Kind.REMOVED:
            return f"{before}, which is taken out"
        case Kind.AMENDED | Kind.UNSEEN:
            return f"{before}, which becomes {after}"


_CHECKS = (_placeholders, _language, _silence, check_days, check_choice, check_stray)
