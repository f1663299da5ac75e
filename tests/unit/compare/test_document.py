from __future__ import annotations

from duenotice.compare import compare
from duenotice.model.content import plain_text
from golden_cases import document

SECTION = "# lending: 1. Lending\nWe lend.\n"


def test_headings_begin_parts() -> None:
    """
    In a text without ids each heading begins a part, and what stands before the first
    is one without a heading.
    """
    text = document("Hello.\n\n# A\n\nWe lend.\n\n## B")

    heads = [part.heading for part in text.parts]

    assert [None, (1, "A"), (2, "B")] == [
        head and (head.level, plain_text(head.title)) for head in heads
    ]
    assert [1, 1, 0] == [len(part.blocks) for part in text.parts]


def test_sections_are_parts() -> None:
    """
    Each section of a statement is a part with its id and number.
    """
    (part,) = document(SECTION).parts

    assert part.heading is not None
    assert ("lending", 1) == (part.id, part.heading.number)


def test_facts() -> None:
    """
    What is printed around the sections is compared where it differs, before them.
    """
    old = f"controller: Fernhill Inc.\n{SECTION}"

    (change,) = compare(document(old), document(old.replace("Inc", "Ltd"))).changes

    assert ("Fernhill Inc.", "Fernhill Ltd.") == (change.before, change.after)
    assert 2 == len(compare(document(old), document(old)).nodes)
