"""The numbers and bullets of lists."""

from __future__ import annotations

DEEPEST = 8
"""The deepest level that a list can have."""

_BULLETS = ("\u2022", "\u25e6", "\u25aa")
_STEP = 720
_HANG = 360
_BULLETED = 1
_NUMBERED = 2


class Numbering:
    """Gives every list its own numbers."""

    def __init__(self) -> None:
        """Begin with the one that all bulleted lists have."""
        self._lists = [_list(_BULLETED, _BULLETED)]

    def bullets(self) -> int:
        """Give the id of a list with bullets."""
        return _BULLETED

    def numbers(self, start: int, level: int) -> int:
        """Give the id of a new list whose numbers begin somewhere, at some level."""
        list_id = len(self._lists) + 1
        begins = (
            f'<w:lvlOverride w:ilvl="{level}"><w:startOverride w:val="{start}"/>'
            "</w:lvlOverride>"
        )
        self._lists.append(_list(list_id, _NUMBERED, begins))
        return list_id

    def xml(self) -> str:
        """Give the part's content."""
        bullets = "".join(
            _level(level, "bullet", _BULLETS[level % len(_BULLETS)])
            for level in range(DEEPEST + 1)
        )
        numbers = "".join(
            _level(level, "decimal", f"%{level + 1}.") for level in range(DEEPEST + 1)
        )
        kinds = ((_BULLETED, bullets), (_NUMBERED, numbers))
        return "".join(
            f'<w:abstractNum w:abstractNumId="{kind}">'
            f'<w:multiLevelType w:val="hybridMultilevel"/>{levels}</w:abstractNum>'
            for kind, levels in kinds
        ) + "".join(self._lists)


def _list(list_id: int, kind: int, begins: str = "") -> str:
    return (
        f'<w:num w:numId="{list_id}"><w:abstractNumId w:val="{kind}"/>{begins}</w:num>'
    )


def _level(level: int, form: str, sign: str) -> str:
    return (
        f'<w:lvl w:ilvl="{level}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{sign}"/><w:lvlJc w:val="left"/>'
        f'<w:pPr><w:ind w:left="{_STEP * (level + 1)}" w:hanging="{_HANG}"/></w:pPr>'
        "</w:lvl>"
    )
