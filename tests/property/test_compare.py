"""Laws of comparing two texts, and of the redlines that show it."""

from __future__ import annotations

import itertools
import re
from collections import Counter
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import assume
from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from docx_reading import check_word_file
from duenotice.compare import ChangeKind
from duenotice.compare import compare
from duenotice.compare import document_of_blocks
from duenotice.parse.markdown import parse_blocks
from duenotice.render.redline_html import redline_html
from duenotice.render.redline_marks import Cues
from duenotice.render.redline_page import RedlineForm
from duenotice.render.redline_page import redline_view
from edited_statements import IN_PLACE
from edited_statements import edited
from edited_statements import made
from edited_statements import texts
from golden_cases import document
from redline_reading import read_html
from redline_reading import read_text
from redline_reading import text_of
from redline_reading import without_targets

if TYPE_CHECKING:
    import random

    from duenotice.compare import Document
    from edited_statements import Text

HISTORIES = Path(__file__).parents[3] / "shared" / "histories"
SAMPLE = 30
MIRRORED = {
    ChangeKind.ADDED: ChangeKind.REMOVED,
    ChangeKind.REMOVED: ChangeKind.ADDED,
}

laws = settings(deadline=None, max_examples=40, derandomize=True)


@laws
@given(texts(), st.booleans())
def test_html_holds_both_texts(both: tuple[Text, Text], folds: bool) -> None:  # noqa: FBT001
    """
    A redline in HTML is whole markup; without its deletions it is the new text, and
    without its insertions the old one.
    """
    old, new = (one.document() for one in both)

    html = str(redline_html(compare(old, new), folds=folds))

    assert text_of(new) == read_html(html, without="del")
    assert text_of(old) == read_html(html, without="ins")


@laws
@given(texts())
def test_text_holds_both_texts(both: tuple[Text, Text]) -> None:
    """
    A redline as text without what is marked as new is the old text, and the other way
    round.
    """
    old, new = (one.document() for one in both)

    before, after = read_text(compare(old, new))

    assert without_targets(text_of(old), old, new) == without_targets(before, old, new)
    assert without_targets(text_of(new), old, new) == without_targets(after, old, new)


@settings(laws, max_examples=150)
@given(texts())
def test_columns_hold_both_texts(both: tuple[Text, Text]) -> None:
    """
    Side by side, the one column is the old text and the other one the new text; every
    id is there once, and every link within the page, and from the list of changes, has
    its place.
    """
    old, new = (one.document() for one in both)
    comparison = compare(old, new)

    view = redline_view(comparison, Cues(), RedlineForm.PARALLEL)

    html = str(view.content)
    jumps = "".join(f'<a href="{change.href}"></a>' for change in view.changes)
    assert text_of(old) == read_html(html + jumps, without="ins", column=0)
    assert text_of(new) == read_html(html + jumps, without="del", column=1)


@laws
@given(texts(), st.sampled_from(RedlineForm))
def test_no_level_of_a_heading_is_left_out(
    both: tuple[Text, Text], form: RedlineForm
) -> None:
    """
    Whoever moves by headings misses none, whatever came and went: the highest is below
    the page's own, and each is at most one level below the one before it.
    """
    old, new = (one.document() for one in both)

    html = str(redline_view(compare(old, new), Cues(), form).content)

    levels = [1, *map(int, re.findall(r"<h(\d)", html))]
    assert 1 not in levels[1:]
    assert all(after <= before + 1 for before, after in itertools.pairwise(levels))


@laws
@given(texts())
def test_word_file_holds_both_texts(both: tuple[Text, Text]) -> None:
    """
    Whoever accepts all changes of a Word document has the new text as it is by itself,
    and whoever rejects all the old one.
    """
    old, new = (one.document() for one in both)

    check_word_file(compare(old, new))


@laws
@given(st.randoms(use_true_random=False))
def test_a_text_is_the_same_as_itself(source: random.Random) -> None:
    """
    A text compared with itself has no changes.
    """
    text = made(source)

    assert compare(text.document(), text.document()).is_same


@laws
@given(texts())
def test_other_words_are_never_the_same(both: tuple[Text, Text]) -> None:
    """
    Two texts whose words differ are never said to be the same.
    """
    old, new = (one.document() for one in both)
    assume(text_of(old) != text_of(new))

    assert not compare(old, new).is_same


@laws
@given(st.randoms(use_true_random=False))
def test_source_that_is_laid_out_anew_is_the_same(source: random.Random) -> None:
    """
    Lines that break elsewhere, more spaces and other bullets are no change.
    """
    text = made(source).source()

    assert () == compare(document(text), document(laid_out_anew(text, source))).changes


def laid_out_anew(text: str, source: random.Random) -> str:
    """Break lines at other spaces, double some, and take other bullets."""
    lines = []
    is_code = False
    for line in text.splitlines():
        is_code ^= line == "```"
        if not is_code and FLOWING.match(line):
            lines.append(_broken(line, source))
        else:
            lines.append(line)
    return "\n".join(lines) + "\n"


FLOWING = re.compile(r"(?!#|\||>|`|terms:|formerly:)")


def _broken(line: str, source: random.Random) -> str:
    first, *words = re.sub(r"^- ", "* ", re.sub(r"^1\. ", "1) ", line)).split(" ")
    hang = "   " if first in {"*", "1)"} else ""
    broken = first
    for place, word in enumerate(words):
        # A line must not begin as a list or a quotation does.
        can_break = place > 0 and word[:1].isalpha()
        gaps = (" ", " ", "  ", f"\n{hang}") if can_break else (" ",)
        broken += source.choice(gaps) + word
    return broken


@laws
@given(texts(IN_PLACE))
def test_edits_in_place_are_mirrored(both: tuple[Text, Text]) -> None:
    """
    Compared the other way round, edits in place have the same kinds, with added for
    removed.
    """
    old, new = (one.document() for one in both)

    there, back = compare(old, new).changes, compare(new, old).changes

    mirrored = Counter(MIRRORED.get(one.kind, one.kind) for one in back)
    assert Counter(one.kind for one in there) == mirrored


@laws
@given(texts())
def test_sameness_is_mirrored(both: tuple[Text, Text]) -> None:
    """
    Compared the other way round, two texts are as much the same.

    The kinds are not always mirrored: of blocks that changed places either may be the
    one that moved, and a former id leads one way.
    """
    old, new = (one.document() for one in both)

    assert compare(old, new).is_same == compare(new, old).is_same


@laws
@given(texts(IN_PLACE), st.randoms(use_true_random=False))
def test_ids_outlive_changes_elsewhere(
    both: tuple[Text, Text], source: random.Random
) -> None:
    """
    A change keeps its id when other sections are changed as well.
    """
    old, new = both
    mine = old.parts[0].id
    new.parts[1:] = old.parts[1:]
    more = edited(new, source, 4, IN_PLACE)
    more.parts[0] = new.parts[0]
    assume(not compare(old.document(), more.document()).moves)

    assert ids_in(mine, old, new) == ids_in(mine, old, more)


def ids_in(section_id: str, old: Text, new: Text) -> list[str]:
    """Give the ids of the changes in a section."""
    changes = compare(old.document(), new.document()).changes
    return [one.id for one in changes if one.context and one.context.part == section_id]


@laws
@given(texts())
def test_ids_differ(both: tuple[Text, Text]) -> None:
    """
    No two changes of a comparison have the same id.
    """
    old, new = (one.document() for one in both)

    ids = [change.id for change in compare(old, new).changes]

    assert len(ids) == len(set(ids))


def history_pairs() -> list[tuple[Path, Path]]:
    """Give some pairs of revisions that follow each other, spread over all."""
    pairs: list[tuple[Path, Path]] = []
    for meta in sorted(HISTORIES.glob("*/*/meta.json")):
        files = sorted(meta.parent.glob("*.md"), key=_day)
        pairs += itertools.pairwise(files)
    return pairs[:: max(1, len(pairs) // SAMPLE)]


def _day(path: Path) -> list[int]:
    return [int(number) for number in re.findall(r"\d+", path.name)]


def read(path: Path) -> Document:
    """Read a revision."""
    source = path.read_text("utf-8").replace("\r\n", "\n")
    body = re.sub(r"\A---\n.*?\n---\n", "", source, flags=re.DOTALL)
    return document_of_blocks(path.stem, parse_blocks(body))


@pytest.mark.parametrize("pair", history_pairs(), ids=lambda pair: pair[0].stem)
def test_redlines_of_real_histories(pair: tuple[Path, Path]) -> None:
    """
    Redlines of real revisions hold both texts.
    """
    old, new = map(read, pair)
    comparison = compare(old, new)

    html = str(redline_html(comparison))
    before, after = read_text(comparison)
    check_word_file(comparison)

    assert text_of(new) == read_html(html, without="del")
    assert text_of(old) == read_html(html, without="ins")
    assert without_targets(text_of(old), old, new) == without_targets(before, old, new)
    assert without_targets(text_of(new), old, new) == without_targets(after, old, new)
