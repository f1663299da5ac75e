"""A section's redline among others on a page says what it would say alone."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import settings
from hypothesis import strategies as st

from duenotice.compare import Document
from duenotice.compare import PartHeading
from duenotice.compare.document import Part
from duenotice.model.content import CodeBlock
from duenotice.model.content import Heading
from duenotice.model.content import Link
from duenotice.model.content import Paragraph
from duenotice.model.content import Text
from duenotice.render.redline_marks import Cues
from duenotice.render.section_redline import section_redline
from redline_reading import read_html
from redline_reading import text_of

MARKUP = ("<h2>", "</h2>", '<a id="', ' id="', '"', "'", "_change-1", "#_change-1", "<")
words = st.lists(st.sampled_from((*MARKUP, "a", "b.", ">", "&", " ")), min_size=1).map(
    lambda pieces: f"x{''.join(pieces)}x"
)
inlines = words.map(lambda text: (Text(text),))
links = st.builds(
    lambda text, target, title: (Link((Text(text),), f"https://{target}", title),),
    words,
    words,
    words,
)
blocks = st.one_of(
    st.builds(Paragraph, st.one_of(inlines, links)),
    st.builds(Heading, st.integers(2, 4), inlines),
    st.builds(CodeBlock, words),
)
documents = st.builds(
    lambda title, parts: Document(
        title="",
        parts=(
            Part(
                id="a", heading=PartHeading(None, (Text(title),)), blocks=tuple(parts)
            ),
        ),
    ),
    words,
    st.lists(blocks, min_size=1, max_size=3),
)


@settings(deadline=None)
@given(documents, documents)
def test_both_texts(old: Document, new: Document) -> None:
    """
    Without its deletions it is the new text, without its insertions the old one,
    whatever the words look like; where both have the same title, the page says that.
    """
    html = section_redline(old, new, Cues(), "n")
    before, after = map(text_of, shown(old, new))

    assert html is not None
    if html:
        assert after == read_html(html, without="del")
        assert before == read_html(html, without="ins")
    else:
        assert before == after


def shown(*both: Document) -> tuple[Document, ...]:
    """Give both texts without their titles, where these are the same."""
    headings = {one.parts[0].heading for one in both}
    if len(headings) > 1:
        return both
    return tuple(
        replace(one, parts=tuple(replace(part, heading=None) for part in one.parts))
        for one in both
    )
