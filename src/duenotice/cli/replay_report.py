"""`assess --replay`: today's rules over what was recorded."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from duenotice.cli.output import answer
from duenotice.cli.output import answer_json
from duenotice.cli.output import counted
from duenotice.review.replay import Difference
from duenotice.review.replay import replay
from duenotice.store.project import read_statements

if TYPE_CHECKING:
    from collections.abc import Iterator

    from duenotice.cli.session import Session
    from duenotice.review.replay import Replayed
    from duenotice.review.replay import VersionReplay
    from duenotice.store.customs import Customs

_WIDTH = 80
_MEANING = {
    Difference.NEWLY_MATERIAL: "MATERIAL today",
    Difference.NEWLY_ASKED: "needs review today",
    Difference.NO_LONGER_MATERIAL: "no longer material",
    Difference.NO_LONGER_ASKED: "editorial today: nobody would be asked",
    Difference.SETTLED: "material today: nobody would be asked",
    Difference.STILL_OVERRULED: "MATERIAL today too, and overruled then",
}


def show_replay(
    session: Session, wanted: str | None, customs: Customs, *, is_json: bool
) -> None:
    """Judge every recorded version again, and print where the answer differs."""
    source = session.project.overlaid()
    found = {
        archive.statement_id: tuple(replay(archive, customs))
        for archive in read_statements(source, wanted)
    }
    if is_json:
        statements = [
            {"statement": name, "versions": [_data(one) for one in several]}
            for name, several in found.items()
        ]
        answer_json({"schema": "duenotice/replay/1", "statements": statements})
        return
    for name, several in found.items():
        for line in _lines(name, several):
            answer(line)


def _lines(name: str, several: tuple[VersionReplay, ...]) -> Iterator[str]:
    for one in several:
        yield f"{name} {one.version}, against {one.against}: {_levels(one)}"
        for differing in one.differences:
            yield from _differing(differing)
    differing_versions = sum(bool(one.differences) for one in several)
    yield (
        f"{name}: {counted(len(several), 'version')} judged again, "
        f"{differing_versions} of them otherwise than then"
    )


def _levels(one: VersionReplay) -> str:
    now = f"{one.outcome.value}, {one.level_now.name}"
    if one.level_then is None:
        return f"{now} today; nobody assessed it then"
    if one.level_then is one.level_now and not one.differences:
        return f"{now}, as then"
    return f"{now} today, {one.level_then.name} then"


def _differing(one: Replayed) -> Iterator[str]:
    yield f"  {_MEANING[one.difference]}; then {one.then}"
    yield f"    {one.finding}"
    words = one.after or f"(taken out) {one.before}"
    yield from textwrap.wrap(
        " ".join(words.split()),
        _WIDTH,
        initial_indent="    ",
        subsequent_indent="    ",
        max_lines=2,
        placeholder=" …",
    )


def _data(one: VersionReplay) -> dict[str, object]:
    return {
        "version": str(one.version),
        "against": str(one.against),
        "outcome": one.outcome.value,
        "level_then": None if one.level_then is None else one.level_then.name,
        "level_now": one.level_now.name,
        "differences": [
            {
                "finding": differing.finding,
                "difference": differing.difference.value,
                "then": differing.then,
                "now": differing.now,
                "before": differing.before,
                "after": differing.after,
            }
            for differing in one.differences
        ],
    }
