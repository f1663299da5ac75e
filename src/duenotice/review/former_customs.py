"""What the text in force was judged by when it was recorded.

A project may change its own profiles, lexicons and rules together with its text. Then
the change is judged by what they were as well: nobody frees himself of a duty by the
change that it is about.
"""

from __future__ import annotations

import functools
from typing import TYPE_CHECKING

from duenotice.config import ConfigError
from duenotice.config import read_config
from duenotice.store.customs import committed_customs
from duenotice.store.customs import recorded_files
from duenotice.store.tree import SETTINGS
from duenotice.store.tree import MemoryTree

if TYPE_CHECKING:
    from duenotice.store.customs import Customs
    from duenotice.store.version import StoredVersion


def customs_at_record(version: StoredVersion) -> Customs | None:
    """Give what held in the commit by which the branch first had a version's record.

    Nothing where it is not recorded. What couldn't be read then is left out.
    """
    files = recorded_files(version)
    return None if files is None else _customs_of(tuple(sorted(files.items())))


@functools.lru_cache(maxsize=16)
def _customs_of(files: tuple[tuple[str, bytes], ...]) -> Customs:
    tree = MemoryTree(dict(files))
    try:
        off = read_config(dict(files).get(SETTINGS)).rules_off
    except ConfigError:
        off = ()
    return committed_customs(tree, off)
