"""Every case of tests/golden/compare: the redline a reader sees, and the changes."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from docx_reading import check_word_file
from duenotice.compare import ChangeKind
from duenotice.compare import Difference
from duenotice.compare import compare
from duenotice.compare.tokens import BREAK
from duenotice.model.content import Link
from duenotice.render.redline_data import comparison_data
from duenotice.render.redline_html import redline_html
from duenotice.render.redline_schema import comparison_schema
from duenotice.render.redline_text import redline_text
from golden_cases import difference
from golden_cases import document
from golden_cases import read_case
from golden_cases import visible
from golden_cases import write_expected
from json_schemas import faults
from redline_reading import read_html
from redline_reading import read_text
from redline_reading import text_of
from redline_reading import without_targets

if TYPE_CHECKING:
    from duenotice.compare import Change
    from duenotice.compare import Comparison
    from duenotice.compare import Stretch
    from duenotice.compare import Token

CASES = sorted((Path(__file__).parent / "compare").glob("*.md"))
MOST = 60
"""Of the letters of a text in the list of changes."""


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_case(path: Path, pytestconfig: pytest.Config) -> None:
    """
    Two texts give the redline and the changes that their case says.
    """
    case = read_case(path)
    comparison = compare(document(case.parts["before"]), document(case.parts["after"]))
    actual = {
        "redline": visible(redline_text(comparison, whole=True)).rstrip("\n"),
        "changes": visible(_changes(comparison)),
    }

    if pytestconfig.getoption("--update-golden"):
        write_expected(case, actual)
    elif told := difference(case, actual):
        pytest.fail(told, pytrace=False)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_redlines_of_case_hold_both_texts(path: Path) -> None:
    """
    Both texts of a case can be read back out of its redline, in HTML and as text.
    """
    parts = read_case(path).parts
    comparison = compare(document(parts["before"]), document(parts["after"]))
    old, new = comparison.old, comparison.new

    html = str(redline_html(comparison))
    before, after = read_text(comparison)

    assert text_of(new) == read_html(html, without="del")
    assert text_of(old) == read_html(html, without="ins")
    assert without_targets(text_of(old), old, new) == without_targets(before, old, new)
    assert without_targets(text_of(new), old, new) == without_targets(after, old, new)


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_word_file_of_case_holds_both_texts(path: Path) -> None:
    """
    Accepting all changes of a case's Word document gives the later text as it is by
    itself, with its lists, tables, links and emphasis; rejecting them the earlier one.
    """
    parts = read_case(path).parts

    check_word_file(compare(document(parts["before"]), document(parts["after"])))


@pytest.mark.parametrize("path", CASES, ids=[path.stem for path in CASES])
def test_data_of_case_fits_its_schema(path: Path) -> None:
    """
    What `compare --format json` prints of a case fits the schema that is printed by
    `schema comparison`, and has no field that the schema doesn't name.
    """
    parts = read_case(path).parts
    comparison = compare(document(parts["before"]), document(parts["after"]))

    data = comparison_data(comparison, old="1", new="2", locale=comparison.new.locale)

    data["left_out"] = {"old": [], "new": []}
    assert [] == list(faults(comparison_schema(), data))


def _changes(comparison: Comparison) -> str:
    return "\n".join(map(_told, comparison.changes)) or "none"


def _told(change: Change) -> str:
    """Say a change on one line: kind | where | before -> after."""
    kind = change.kind.value
    if change.is_reframed:
        kind += ", under other words"
    return f"{kind} | {_where(change)} | {_what(change)}"


def _where(change: Change) -> str:
    context = change.context
    if context is None:
        return ""
    names = (context.part or context.heading, context.row, context.column)
    return ", ".join(name for name in names if name)


def _what(change: Change) -> str:
    stretches = [one for one in change.words if one.difference is not Difference.NONE]
    if stretches:
        return "; ".join(map(_stretch, stretches))
    before, after = _short(change.before), _short(change.after)
    match change.kind:
        case ChangeKind.ADDED:
            return after
        case ChangeKind.REMOVED | ChangeKind.MOVED | ChangeKind.REGROUPED:
            return before
        case ChangeKind.RENAMED:
            old, new = change.old_context, change.new_context
            return f"{old and old.part} -> {new and new.part}"
        case _:
            return f"{before} -> {after}"


def _stretch(stretch: Stretch) -> str:
    before, after = (_words(side, stretch) for side in (stretch.old, stretch.new))
    told = f"{before} -> {after}"
    is_words = stretch.difference is Difference.WORDS
    return told if is_words else f"{told} ({stretch.difference.value})"


def _words(tokens: tuple[Token, ...], stretch: Stretch) -> str:
    if all(token.is_space or token.key == BREAK for token in tokens):
        return " ".join(_BLANKS[token.key] for token in tokens) or "(nothing)"
    words = _short("".join(token.text for token in tokens))
    if stretch.difference is not Difference.LINK:
        return words
    targets = (one.inline.target for one in tokens if isinstance(one.inline, Link))
    return f"{words} ({', '.join(targets) or 'no link'})"


_BLANKS = {"": "(space)", BREAK: "(end of line)"}


def _short(text: str) -> str:
    line = " / ".join(
        " ".join(line.split(" ")) for line in text.strip(" \n").split("\n")
    )
    return line if len(line) <= MOST else f"{line[:MOST].rstrip(' ,.;')} …"
