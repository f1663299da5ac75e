from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from duenotice.compare import document_of_blocks
from duenotice.compare.extent import changed_share
from duenotice.parse.markdown import parse_blocks

if TYPE_CHECKING:
    from duenotice.compare import Document


def document(text: str) -> Document:
    """Read a text."""
    return document_of_blocks("", parse_blocks(text))


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("We keep loans.", "We keep loans.", 0.0),
        ("We keep “loans”.", 'We keep\n"loans".', 0.0),
        ("- a\n- b\n- c\n- d", "- a\n- b\n- c\n- e", 0.25),
        ("yes", "no", 1.0),
        ("", "We keep loans.", 1.0),
    ],
    ids=["same", "typography", "one-of-four", "all", "new"],
)
def test_changed_share(old: str, new: str, expected: float) -> None:
    """
    The share of a change is that of the words that one text alone has.
    """
    assert expected == changed_share(document(old), document(new))
