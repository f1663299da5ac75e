"""Reading a profile's file, and what must hold between its keys.

The one thing that a profile must never do is show a custom as law.
"""

from __future__ import annotations

import difflib
from typing import TYPE_CHECKING
from typing import Any
from typing import TypeVar

from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.levels import Level
from duenotice.materiality.profile import Asked
from duenotice.materiality.profile import Demand
from duenotice.materiality.profile import Grounds
from duenotice.materiality.profile import Profile
from duenotice.materiality.profile import ProfileRule
from duenotice.materiality.profile import Want
from duenotice.materiality.profile import cited
from duenotice.materiality.profile_schema import PROFILE
from duenotice.materiality.sources import Footing
from duenotice.materiality.sources import Tag
from duenotice.materiality.sources import sources
from duenotice.parse.bytes_text import decode_text
from duenotice.parse.report import Report
from duenotice.parse.schema import read_keys

if TYPE_CHECKING:
    from collections.abc import Iterable

    from duenotice.diagnostics import Diagnostic

_Member = TypeVar("_Member", Category, Direction)

_STRENGTH = (Footing.CUSTOM, Footing.REGULATOR, Footing.LAW)


def read_profile(
    name: str, data: bytes, path: str
) -> tuple[Profile | None, tuple[Diagnostic, ...]]:
    """Read a profile: the profile, or nothing and the reasons why."""
    report = Report(path)
    text = decode_text(data, report)
    values = None if text is None else read_keys(text, PROFILE, report)
    if values is None:
        return None, tuple(report.diagnostics)
    before = len(report.diagnostics)
    entries = [
        *((one["id"], one) for one in values.get("rules", ())),
        *((one["want"], one) for one in values.get("demands", ())),
    ]
    for entry, one in entries:
        _check(entry, one, report)
    found = tuple(report.diagnostics)
    return (None if len(found) > before else _profile(name, values)), found


def _check(entry: str, values: dict[str, Any], report: Report) -> None:
    """Report an entry that claims more than its sources carry."""
    known = sources()
    for key in values.get("sources", ()):
        if key not in known:
            close = difflib.get_close_matches(key, known, n=1)
            meant = f'Did you mean "{close[0]}"? ' if close else ""
            report.error(
                "source-unknown",
                f'"{entry}" rests on the source "{key}", which is not in the list of '
                "sources",
                None,
                f'{meant}Name one of the list, or say it in words as "basis".',
            )
    claimed = Footing(values["kind"])
    cited_ones = [known[key] for key in values.get("sources", ()) if key in known]
    carried = [one.footing for one in cited_ones]
    if "basis" in values and "verified" in values:
        carried.append(claimed)
    best = max(map(_STRENGTH.index, carried), default=0)
    if best < _STRENGTH.index(claimed):
        report.error(
            "profile-unfounded",
            f'"{entry}" says that it is of the kind "{claimed}", and nothing that it '
            "names is",
            None,
            'Name its source, or "basis" and "verified"; or write "kind: custom".',
        )


def _profile(name: str, values: dict[str, Any]) -> Profile:
    return Profile(
        name=name,
        title=values["title"],
        about=values.get("about", ""),
        rules=tuple(_rule(name, one) for one in values.get("rules", ())),
        demands=tuple(
            Demand(
                profile=name,
                want=Want(one["want"]),
                days=one.get("days"),
                grounds=_grounds(one),
            )
            for one in values.get("demands", ())
        ),
    )


def _rule(name: str, values: dict[str, Any]) -> ProfileRule:
    level = values["level"]
    both = {"new": level, "all": level} if isinstance(level, Level) else level
    return ProfileRule(
        profile=name,
        id=values["id"],
        categories=_members(Category, values["categories"]),
        directions=_members(Direction, values.get("directions", "any")),
        mentions=tuple(one.casefold() for one in values.get("mentions", ())),
        new=both.get("new"),
        all=both.get("all"),
        lead_days=values.get("lead", 0),
        asked=Asked(values.get("asks", Asked.PEOPLE)),
        grounds=_grounds(values),
    )


def _members(kind: type[_Member], named: str | Iterable[str]) -> frozenset[_Member]:
    return frozenset(kind if isinstance(named, str) else map(kind, named))


def _grounds(values: dict[str, Any]) -> Grounds:
    keys: tuple[str, ...] = values.get("sources", ())
    tags = [sources()[key].tag for key in keys]
    worst = max(tags, key=lambda one: one.rank, default=Tag.UNVERIFIED)
    if values["kind"] == Footing.CUSTOM:
        worst = Tag.PRIMARY  # there is nothing to read but the entry itself
    return Grounds(
        footing=Footing(values["kind"]),
        sources=keys,
        basis=values.get("basis") or cited(keys),
        tag=Tag(values.get("verified", worst)),
        says=values["says"],
    )
