from __future__ import annotations

import re

import pytest

from duenotice.compare import compare
from duenotice.render.redline_html import parallel_html
from duenotice.render.redline_html import redline_html
from duenotice.render.redline_marks import Cues
from golden_cases import document
from redline_reading import read_html
from redline_reading import text_of

LONG = "\n\n".join(f"Sentence {word} stays." for word in ("one", "two", "three"))


def redline(old: str, new: str, *, folds: bool = False) -> str:
    """Give the redline of two texts, without the cues and the ids."""
    html = str(redline_html(compare(document(old), document(new)), folds=folds))
    html = re.sub(r'<span class="cue" data-redline-cue>[^<]*</span>', "", html)
    return re.sub(r' id="[^"]*"', "", html).strip()


MARKED = {
    "same": ("We lend.", "We lend.", "<p>We lend.</p>"),
    "word": ("a b.", "a c.", "<p>a <del>b</del><ins>c</ins>.</p>"),
    "emphasis": (
        "A **b c** d",
        "A **b e** d",
        (
            "<p>A <strong>b </strong><del><strong>c</strong></del>"
            "<ins><strong>e</strong></ins> d</p>"
        ),
    ),
    "typography": (
        "a – b",
        "a - b",
        '<p>a <del class="quiet">–</del><ins class="quiet">-</ins> b</p>',
    ),
    "formatting": ("We *lend* it.", "We lend it.", "<p>We lend it.</p>"),
    "item": (
        "- a b\n- c d",
        "- a b",
        "<ul>\n<li>a b</li>\n<li><span><del>c d</del></span></li>\n</ul>",
    ),
    "numbers": (
        "3. a\n4. b",
        "3. a\n4. b",
        '<ol start="3">\n<li>a</li>\n<li>b</li>\n</ol>',
    ),
    "quotation": (
        "> a b",
        "> a c",
        "<blockquote>\n<p>a <del>b</del><ins>c</ins></p>\n</blockquote>",
    ),
    "code": (
        "```\na b\n```",
        "```\na c\n```",
        '<pre tabindex="0"><code>a <del>b</del><ins>c</ins>\n</code></pre>',
    ),
    "heading": ("## A", "## B", "<h2><del>A</del></h2>\n<h2><ins>B</ins></h2>"),
    "rule": ("a\n\n---", "a\n\n---", "<p>a</p>\n<hr>"),
}


@pytest.mark.parametrize(("old", "new", "expected"), MARKED.values(), ids=MARKED)
def test_marks(old: str, new: str, expected: str) -> None:
    """
    What differs stands in `del` and `ins`, inside the element that it belongs to.
    """
    assert expected == redline(old, new)


def test_cues() -> None:
    """
    Before what was added and removed stand words for those who see no marks.
    """
    cues = Cues(added="new:", removed="gone:")

    html = redline_html(compare(document("We lend."), document("We film.")), cues)

    assert (
        '<del><span class="cue" data-redline-cue>gone: </span>lend</del>'
        '<ins><span class="cue" data-redline-cue>new: </span>film</ins>'
    ) in html


def test_quiet_differences_are_not_spoken() -> None:
    """
    Other quotes are marked, and nothing is said about them.
    """
    html = redline_html(compare(document("“A” b"), document('"A" b')))

    assert "data-redline-cue" not in html


def test_texts_are_escaped() -> None:
    """
    What an author wrote is text, and a target that could run is none.
    """
    old = "We <b>lend</b> [it](javascript:x) & more."
    new = "We <i>lend</i> [it](javascript:y) & more."

    html = str(redline_html(compare(document(old), document(new))))

    assert "<b>" not in html
    assert "&lt;" in html
    assert "href" not in html


def test_links() -> None:
    """
    Where a link leads elsewhere, both addresses are told.
    """
    old, new = "[Opt out](https://a.example)", "[Opt out](https://b.example)"

    html = str(redline_html(compare(document(old), document(new))))

    assert (
        '<span class="note" data-redline-cue> (The link led to https://a.example; '
        "it now leads to https://b.example)</span>"
    ) in html


def test_moves() -> None:
    """
    A line that moved is marked in both places, and each leads to the other.
    """
    old = "We lend films.\n\nWe count all books twice.\n\nWe open at nine."
    new = "We lend films.\n\nWe open at nine.\n\nWe count all books twice."

    html = str(redline_html(compare(document(old), document(new))))

    here, there = re.findall(r'href="#(_change-\d+)">where', html)
    assert f'<p id="{here}">' in html
    assert f'<p id="{there}">' in html
    assert 'class="moved"' in html
    assert html.index(there) < html.index(here)


def test_moved_rows() -> None:
    """
    The cells of a row that moved are marked as moved, and the first leads on.
    """
    head = "| What | For |\n| - | - |\n"
    one, two, three = "| a b | c |\n", "| d e | f |\n", "| g h | i |\n"
    old, new = head + one + two + three, head + three + one + two

    html = str(redline_html(compare(document(old), document(new))))

    assert 4 == html.count('class="moved"')
    assert 2 == html.count('class="move"')
    assert "added:" not in html


def test_reframed_moves() -> None:
    """
    A line that stands under another lead-in is marked as more than a move.
    """
    old = "Never:\n\n- your loans\n- your name\n\nAlways:\n\n- your age"
    new = "Never:\n\n- your name\n\nAlways:\n\n- your age\n- your loans"

    html = str(redline_html(compare(document(old), document(new))))

    assert 'class="moved reframed"' in html


def test_folds() -> None:
    """
    What is far from a change is folded and stays in the page.
    """
    old, new = (f"{LONG}\n\nWe lend {word}.\n\n{LONG}" for word in ("films", "books"))

    html = redline(old, new, folds=True)

    assert html.startswith(
        '<details class="unchanged"><summary data-redline-cue>Unchanged: 2</summary>\n'
        "<p>Sentence one stays.</p>"
    )
    assert 2 == html.count("<details")
    assert 2 == html.count("Sentence one stays.")


def test_columns() -> None:
    """
    Side by side, the old text stands on the left and the new one on the right.
    """
    old, new = document("We lend films.\n\nBye."), document("We lend books.\n\nBye.")

    html = str(parallel_html(compare(old, new)))

    assert text_of(old) == read_html(html, without="ins", column=0)
    assert text_of(new) == read_html(html, without="del", column=1)
    assert "<ins>" not in html.split("</div><div>", maxsplit=1)[0]


def test_line_lost_on_the_way() -> None:
    """
    Side by side, the jump to a line that a moved section lost leads to its old place.
    """
    bees = "We keep bees and books in the yard."
    kept = "We record the doors of the library on every day."
    old = f"# a: 1. A\n{kept}\n\nIt is never sold.\n\n# b: 2. B\n{bees}\n{bees}"
    new = f"# b: 1. B\n{bees}\n{bees}\n\n# a: 2. A\n{kept}"
    comparison = compare(document(old), document(new))

    html = str(parallel_html(comparison))

    (lost,) = (one for one in comparison.changes if one.before == "It is never sold.")
    assert f'<p id="_change-{lost.places[0]}">' in html
    assert html.index(f'"_change-{lost.places[0]}"') < html.index("is never sold")


def test_list_that_gets_numbers() -> None:
    """
    The change of a list that gets numbers leads to the list, which isn't folded.
    """
    (change,) = compare(document("- a\n- b"), document("1. a\n2. b")).changes

    html = redline("- a\n- b", "1. a\n2. b", folds=True)

    assert html.startswith("<ol>")
    assert ("formatting", "• a\n• b", "1. a\n2. b") == (
        change.kind.value,
        change.before,
        change.after,
    )


def test_no_level_is_left_out() -> None:
    """
    A heading that an author put three levels down is one level down for a reader.
    """
    html = redline("# a: 1. A\n#### B\nWords.", "# a: 1. A\n#### B\nSigns.")

    assert ["2", "3"] == re.findall(r"<h(\d)", html)
