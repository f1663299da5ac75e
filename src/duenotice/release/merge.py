"""Three-way merge of texts, sentence by sentence. The only importer of merge3."""

from __future__ import annotations

import re

import merge3

_ENDS = re.compile(r"(?<=\n)|(?<=[.!?…;] )|(?<=[。！？；])")


def merge_texts(base: str, ours: str, theirs: str) -> str | None:
    """Carry over to `ours` what `theirs` changed in `base`.

    Returns:
        The merged text, or nothing where both changed the same sentence or
        neighbouring ones, which may belong together.

    >>> merge_texts("A. B. C.", "A. B. C!", "a. B. C.")
    'a. B. C!'
    """
    if theirs in {base, ours}:
        return ours
    if ours == base:
        return theirs
    merged: list[str] = []
    groups = merge3.Merge3(
        _sentences(base), _sentences(ours), _sentences(theirs)
    ).merge_groups()
    for kind, *parts in groups:
        if kind == "conflict":
            return None
        merged += parts[0]
    return "".join(merged)


def _sentences(text: str) -> list[str]:
    return [part for part in _ENDS.split(text) if part]
