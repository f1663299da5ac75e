"""The reference of the profiles, written from the profiles themselves.

`python tests/profile_reference.py` writes `docs/reference/profiles.md` anew.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import documents
from duenotice.materiality.finding import Category
from duenotice.materiality.finding import Direction
from duenotice.materiality.profile import PRIOR_DAYS
from duenotice.materiality.profile import Asked
from duenotice.materiality.profile_choice import DEFAULT
from duenotice.materiality.profile_choice import shipped_profiles
from duenotice.materiality.sources import Footing
from duenotice.materiality.sources import sources

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.materiality.levels import Level
    from duenotice.materiality.profile import Demand
    from duenotice.materiality.profile import Grounds
    from duenotice.materiality.profile import Profile
    from duenotice.materiality.profile import ProfileRule

REFERENCE = documents.ROOT / "docs" / "reference" / "profiles.md"
_FIRST = "## Shipped profiles\n"


def make_reference() -> str:
    """Write the reference; what stands above the first profile is kept."""
    head, _, _ = REFERENCE.read_text("utf-8").partition(_FIRST)
    lines = "\n".join(_lines())
    return f"{head.rstrip()}\n\n{_FIRST}{lines}\n"


def _lines() -> Iterator[str]:
    by_name = shipped_profiles()
    names = sorted(by_name, key=lambda name: (name == DEFAULT, name))
    for name in names:
        yield ""
        yield from _profile(by_name[name])
    yield ""
    yield "## Sources"
    yield ""
    yield "| key | source | kind | read |"
    yield "| --- | --- | --- | --- |"
    for key, one in sources().items():
        yield f"| `{key}` | {one} | {one.footing} | {_tag(one.footing, one.tag)} |"


def _profile(profile: Profile) -> Iterator[str]:
    yield f"### {profile.name}"
    yield ""
    yield f"{profile.title}."
    yield from re.sub(r"(?<=\.) ", "\n", profile.about).split("\n")
    if profile.rules:
        yield ""
        yield "| rule | findings | level | lead | says | source | kind | read |"
        yield "| --- | --- | --- | --- | --- | --- | --- | --- |"
        yield from map(_rule, profile.rules)
    if profile.demands:
        yield ""
        yield "| demand | days | says | source | kind | read |"
        yield "| --- | --- | --- | --- | --- | --- |"
        yield from map(_demand, profile.demands)


def _rule(rule: ProfileRule) -> str:
    lead = {0: "none", PRIOR_DAYS: "prior"}.get(rule.lead_days, str(rule.lead_days))
    cells = (f"`{rule.id}`", _findings(rule), _levels(rule), lead)
    return f"| {' | '.join((*cells, *_grounds(rule.grounds)))} |"


def _demand(demand: Demand) -> str:
    days = "" if demand.days is None else str(demand.days)
    return f"| {' | '.join((f'`{demand.want}`', days, *_grounds(demand.grounds)))} |"


def _grounds(grounds: Grounds) -> tuple[str, ...]:
    return (
        grounds.says,
        grounds.basis or "none",
        grounds.footing,
        _tag(grounds.footing, grounds.tag),
    )


def _tag(footing: Footing, tag: str) -> str:
    return "" if footing is Footing.CUSTOM else tag


def _findings(rule: ProfileRule) -> str:
    categories = [one.value for one in Category if one in rule.categories]
    text = "any" if len(categories) == len(Category) else ", ".join(categories)
    directions = [one.value for one in Direction if one in rule.directions]
    if len(directions) < len(Direction):
        text += f"; {', '.join(directions)}"
    if rule.mentions:
        text += f"; mentions {', '.join(rule.mentions)}"
    return text


def _levels(rule: ProfileRule) -> str:
    asked = " of parents" if rule.asked is Asked.PARENTS else ""
    if rule.new == rule.all:
        return f"{_named(rule.new)}{asked}"
    both = (("new data", rule.new), ("held data", rule.all))
    return "; ".join(f"{what}: {_named(one)}{asked}" for what, one in both if one)


def _named(level: Level | None) -> str:
    return "" if level is None else f"{level.name} {level.word}"


def update() -> None:
    """Write the reference into its file."""
    REFERENCE.write_text(make_reference(), "utf-8")


if __name__ == "__main__":
    update()
