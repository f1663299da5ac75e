"""A comparison as data.

```json
{
  "schema": "duenotice/comparison/1",
  "old": "2025-06-02", "new": "2026-11-24", "locale": "en",
  "same": false, "could_not_compare": null,
  "counts": {"amended": 1},
  "changes": [{
    "id": "c0123456789", "kind": "amended", "section": "retention",
    "heading": "How long we keep information", "lead_in": null,
    "row": "Web logs", "column": "How long we keep it",
    "before": "13 months", "after": "18 months",
    "words": [{"difference": "words", "before": "13 months", "after": "18 months"}]
  }]
}
```

Where the words are a link that leads elsewhere, `target_before` and `target_after` say
where to; either is null where the words are no link.

A change that moved has `from` with the section, heading and lead-in it stood under,
and `reframed` says whether these are others now. `words` covers the whole line, and is
empty where only one text has it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from duenotice.compare import ChangeKind
from duenotice.render.redline_links import changed_targets

if TYPE_CHECKING:
    from duenotice.compare import Change
    from duenotice.compare import Comparison
    from duenotice.compare import Stretch
    from duenotice.compare.nodes import Context

SCHEMA = "duenotice/comparison/1"

_ELSEWHERE = frozenset({ChangeKind.MOVED, ChangeKind.MOVED_AND_AMENDED})


def comparison_data(
    comparison: Comparison, *, old: str, new: str, locale: str
) -> dict[str, object]:
    """Give a comparison as data.

    Args:
        comparison: Any, also one that could not be made.
        old: The name of the earlier text, such as its version label.
        new: The name of the later text.
        locale: The language of both.
    """
    counted = Counter(change.kind.value for change in comparison.changes)
    return {
        "schema": SCHEMA,
        "old": old,
        "new": new,
        "locale": locale,
        "same": comparison.is_same,
        "could_not_compare": comparison.could_not or None,
        "counts": {kind.value: counted[kind.value] for kind in ChangeKind},
        "changes": [_change_data(change) for change in comparison.changes],
    }


def _change_data(change: Change) -> dict[str, object]:
    here, there = change.context, change.old_context
    data: dict[str, object] = {
        "id": change.id,
        "kind": change.kind.value,
        **_place_data(here),
        "row": None if here is None else here.row or None,
        "column": None if here is None else here.column or None,
        "before": change.before,
        "after": change.after,
        "words": [_stretch_data(one) for one in change.words],
    }
    if change.kind in _ELSEWHERE:
        data |= {"from": _place_data(there), "reframed": change.is_reframed}
    return data


def _place_data(context: Context | None) -> dict[str, object]:
    return {
        "section": None if context is None else context.part or None,
        "heading": None if context is None else context.heading or None,
        "lead_in": None if context is None else context.lead_in or None,
    }


def _stretch_data(stretch: Stretch) -> dict[str, str | None]:
    old, new = (
        "".join(" " if one.is_space else one.text for one in side)
        for side in (stretch.old, stretch.new)
    )
    data: dict[str, str | None] = {
        "difference": stretch.difference.value,
        "before": old,
        "after": new,
    }
    targets = changed_targets(stretch)
    if targets is not None:
        before, after = (target or None for target in targets)
        data |= {"target_before": before, "target_after": after}
    return data
