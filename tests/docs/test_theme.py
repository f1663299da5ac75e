from __future__ import annotations

import re
from typing import TYPE_CHECKING

import documents
from duenotice.model.palette import SETTABLE
from duenotice.parse.schema import EitherKind
from duenotice.parse.schema import KeysKind
from duenotice.parse.schema import ListKind
from duenotice.parse.schema import MapKind
from duenotice.parse.theme_schema import THEME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.parse.schema import Kind

PAGE = (documents.ROOT / "docs" / "reference" / "files.md").read_text("utf-8")


class TestThemeFile:
    """What the reference says of `theme.yaml`."""

    def test_keys(self) -> None:
        """
        Every key is documented, and no other; a colour once for light and dark.
        """
        rows = documents.table_rows(documents.section(PAGE, "## theme.yaml"))
        shown = {one for row in rows for one in re.findall(r"`([^`]+)`", row[0])}

        expected = {re.sub(r"colours\.\w+\.", "….", one) for one in _keys(THEME)}
        assert expected - {"colours", "font"} == shown
        assert {f"….{name}" for name in SETTABLE} <= shown


def _keys(kind: Kind, path: str = "") -> Iterator[str]:
    match kind:
        case KeysKind():
            for key in kind.keys:
                yield f"{path}{key.name}"
                yield from _keys(key.kind, f"{path}{key.name}.")
        case ListKind(item=item):
            yield from _keys(item, f"{path.removesuffix('.')}[].")
        case MapKind(value=value):
            yield from _keys(value, path)
        case EitherKind(mapping=mapping):
            yield from _keys(mapping, path)
        case _:
            pass
