from __future__ import annotations

import pytest

from duenotice.compare import Difference
from duenotice.compare import Leaf
from duenotice.compare import compare
from duenotice.render.redline_links import changed_targets
from golden_cases import document


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("See [us](/a).", "See [us](/b).", ("/a", "/b")),
        ("See [the form](/a).", "See the form.", ("/a", "")),
        ("See the form.", "See [the form](/a).", ("", "/a")),
        ("See [us here](/a).", "See [them there](/b).", ("/a", "/b")),
        ("See [us here](/a).", "See [them there](/a).", None),
        ("See us.", "See them.", None),
    ],
    ids=["target", "unlinked", "linked", "both", "words", "no-link"],
)
def test_changed_targets(old: str, new: str, expected: tuple[str, str] | None) -> None:
    """
    Targets are told where a link leads elsewhere than the one it replaces.
    """
    (leaf,) = compare(document(old), document(new)).nodes
    assert isinstance(leaf, Leaf)
    (stretch,) = [one for one in leaf.words if one.difference is not Difference.NONE]

    assert expected == changed_targets(stretch)
