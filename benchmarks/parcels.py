"""Measure: members read and divided into parcels, and then read out of these."""

from __future__ import annotations

import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

from members import SETTINGS
from members import Wanted
from members import write_members

from duenotice.mailing.member import Channel
from duenotice.mailing.members.membership import Membership
from duenotice.mailing.members.membership import Offer
from duenotice.mailing.members.parcel import parcel_name
from duenotice.mailing.members.parcel import read_parcel
from duenotice.mailing.members.recipients import Recipients
from duenotice.mailing.members.roll import call_roll
from duenotice.mailing.members.settings_file import parse_settings
from duenotice.mailing.members.splitting import Cut
from duenotice.mailing.members.splitting import divided
from duenotice.mailing.storage import Storage

DATED = dt.date(2026, 11, 24)
COUNTS = (10_000, 100_000, 1_000_000)
FLAT = 1.5
"""From the second count to the last, memory may grow by half: Arrow keeps some."""


def divide(path: Path) -> dict[str, float]:
    """Divide a file, in a process of its own; give processor seconds and megabytes."""
    settings, found = parse_settings(SETTINGS.encode(), "mailing.yaml")
    if settings is None:
        sys.exit(str(found[0]))
    storage = Storage(f"{path}.parcels")
    start = time.process_time()
    recipients = Recipients(Storage(str(path)), settings.needed)
    with divided(recipients, id_form=settings.columns.id, cut=Cut()) as division:
        digests = division.parcels
        for number in range(len(digests)):
            storage.write(parcel_name(number), division.parcel(number))
    written = time.process_time()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1_024
    offer = Offer(
        locales=("en", "es"),
        source_locale="en",
        channels=tuple(Channel),
        dated=DATED,
    )
    members = 0
    for number, digest in enumerate(digests):
        parcel = read_parcel(storage.read(parcel_name(number)), digest)
        membership = Membership(settings, parcel.columns, offer)
        members += sum(1 for _ in call_roll(parcel.rows, membership, parcel.listed))
    if members != division.rows:
        sys.exit(f"{division.rows} rows came to {members}")
    seconds = time.process_time() - written
    return {"divide": written - start, "read": seconds, "peak": peak}


def main() -> None:
    """Measure files of several sizes, as CSV and as Parquet."""
    if len(sys.argv) > 1:
        print(json.dumps(divide(Path(sys.argv[1]))))
        return
    print("| members | kind | divided/s | read/s | memory, MB |")
    print("| ---: | --- | ---: | ---: | ---: |")
    for ending in ("csv", "parquet"):
        peaks = []
        for count in COUNTS:
            with tempfile.TemporaryDirectory() as folder:
                path = Path(folder, f"members.{ending}")
                write_members(path, Wanted(count))
                command = [sys.executable, __file__, str(path)]
                done = subprocess.run(command, check=True, capture_output=True)  # noqa: S603 - itself
            took = json.loads(done.stdout)
            peaks.append(took["peak"])
            rates = f"{count / took['divide']:,.0f} | {count / took['read']:,.0f}"
            print(f"| {count:,} | {ending} | {rates} | {took['peak']:.0f} |")
        if peaks[-1] > FLAT * peaks[1]:
            sys.exit("memory grows with the members")


if __name__ == "__main__":
    main()
