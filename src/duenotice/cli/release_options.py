"""The options of `duenotice release`."""

from __future__ import annotations

from typing import Annotated

import typer

from duenotice.model.record import Reach
from duenotice.release.request import Amends

VersionOption = Annotated[
    str | None,
    typer.Option(
        metavar="LABEL", help="The version's label; default: the published day."
    ),
]
PublishedOption = Annotated[
    str | None,
    typer.Option(
        metavar="DATE", help="The planned day of publication; default: today."
    ),
]
EffectiveOption = Annotated[
    str | None,
    typer.Option(
        metavar="DATE",
        help="The first day in force; default: the earliest that is permitted, "
        "plus the merge slack where people must be told before.",
    ),
]
ReachesOption = Annotated[
    Reach | None,
    typer.Option(help="Whether it applies to data already collected; default: all."),
]
LawOption = Annotated[
    str | None,
    typer.Option(metavar="REASON", help="Waives the lead time, and never the notice."),
]
AmendsOption = Annotated[
    Amends | None,
    typer.Option(help="What a fix changes while another version is scheduled."),
]
AdoptOption = Annotated[
    bool,
    typer.Option(
        "--adopt",
        help="Record a text that was published before this project used "
        "duenotice; needs --published, --effective and --by.",
    ),
]
ByOption = Annotated[
    str | None, typer.Option(metavar="NAME", help="Who vouches for --adopt.")
]
AgainOption = Annotated[
    bool,
    typer.Option("--again", help="Stamp the proposed version with today's draft."),
]
DiscardOption = Annotated[
    bool,
    typer.Option("--discard", help="Undo the proposed version; the text stays."),
]
