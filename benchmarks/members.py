"""Make members whom nobody is: names in many scripts, and one in twenty rows bad."""

from __future__ import annotations

import argparse
import csv
import io
import random
import time
from pathlib import Path
from typing import IO
from typing import TYPE_CHECKING
from typing import NamedTuple

from bad_members import BROKEN
from bad_members import flaws_for
from member_names import HOSTILE
from member_names import PEOPLE

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from member_names import People

    Line = list[str] | bytes
    Throw = Callable[[int], int]

COLUMNS = (
    "member_id",
    "full_name",
    "lang",
    "channels",
    "email",
    "mobile",
    "address1",
    "address2",
    "city",
    "state",
    "zip",
    "country",
    "last_told",
    "member_since",
)
MIXED = ("email", "email letter", "letter", "sms email", "app email", "email sms app")
SETTINGS = """\
sender:
  name: Quailbrook Privacy Office
  email: privacy@quailbrook.example
  address: [Quailbrook Health Plan, PO Box 1000, "Quailbrook, CA 90000"]
columns:
  id: member_id
  name: full_name
  language: lang
  channels: channels
  email: email
  phone: mobile
  address: [address1, address2, "{city}, {state} {zip}", country]
  told_on: last_told
  since: member_since
languages: {ENG: en, SPA: es}
channels: [email]
country_code: "1"
"""
_BLOCK = 10_000
_CHANNELS = COLUMNS.index("channels")
_TOLD = COLUMNS.index("last_told")
LAST_TOLD = "2025-12-01"
"""Since when the sample's newest text but one was in force."""

_DAYS = tuple(
    f"{year}-{month:02}-{day:02}"
    for year in range(2005, 2026)
    for month in range(1, 13)
    for day in range(1, 29)
)
_STATES = ("CA", "NV", "OR", "AZ", "WA")
_ONE_IN = 1_000
"""One name in so many tries to be more than a name; bad rows are counted in it."""


class Wanted(NamedTuple):
    """What members to make."""

    count: int
    seed: int = 1
    channels: tuple[str, ...] = MIXED
    """How each is told, at random."""

    bad: float = 0.05
    """The part of the rows of which no message can be made."""

    any_text: float = 1.0
    """The part of the rows with any days; the others were told of the last text."""


def blocks(wanted: Wanted, broken: Sequence[bytes] = ()) -> Iterator[list[Line]]:
    """Give the rows, some at a time: the same ones for the same seed.

    Args:
        wanted: Which members.
        broken: Rows that can't be taken apart, to be among the bad ones.
    """
    maker = _Maker(wanted, broken)
    for start in range(0, wanted.count, _BLOCK):
        stop = min(start + _BLOCK, wanted.count)
        yield [maker.line(number) for number in range(start, stop)]


class _Maker:
    def __init__(self, wanted: Wanted, broken: Sequence[bytes]) -> None:
        self._bits = random.Random(wanted.seed).getrandbits  # noqa: S311 - no secret
        self._channels = wanted.channels
        self._bad = int(wanted.bad * _ONE_IN)
        self._any_text = int(wanted.any_text * _ONE_IN)
        named = sorted({name for one in wanted.channels for name in one.split()})
        self._everything = " ".join(named)
        flaws = [(COLUMNS.index(one.column), one.value) for one in flaws_for(named)]
        self._flaws: list[tuple[int, str] | bytes] = [*flaws, *broken]

    def line(self, number: int) -> Line:
        """Make one row: its fields, or its bytes where it has none."""
        throw = _thrower(self._bits(192))
        people = PEOPLE[throw(len(PEOPLE))]
        row = [
            f"M-{number:08}",
            self._name(people, throw),
            people.language,
            self._channels[throw(len(self._channels))],
            f"member{number}@mail{throw(9)}.example",
            f"({201 + throw(700)}) {200 + throw(700)}-{throw(10_000):04}",
            f"{1 + throw(9_999)} {people.streets[throw(len(people.streets))]}",
            f"Apt {1 + throw(400)}" if throw(3) == 0 else "",
            people.cities[throw(len(people.cities))],
            _STATES[throw(len(_STATES))],
            f"{90_000 + throw(9_999)}",
            people.country,
            _DAYS[throw(len(_DAYS))] if throw(4) else "",
            _DAYS[throw(len(_DAYS))],
        ]
        if throw(_ONE_IN) >= self._any_text:
            row[_TOLD] = LAST_TOLD
        return row if throw(_ONE_IN) >= self._bad else self._spoilt(row, throw)

    def _name(self, people: People, throw: Throw) -> str:
        given = people.given[throw(len(people.given))]
        family = people.family[throw(len(people.family))]
        if not throw(_ONE_IN):
            return HOSTILE[throw(len(HOSTILE))]
        return people.form.format(given=given, family=family)

    def _spoilt(self, row: list[str], throw: Throw) -> Line:
        flaw = self._flaws[throw(len(self._flaws))]
        if isinstance(flaw, bytes):
            return flaw
        column, value = flaw
        row[_CHANNELS] = self._everything
        row[column] = value
        return row


def _thrower(bits: int) -> Throw:
    """Give dice: they are cheaper than a call of `random` for each field."""

    def throw(sides: int) -> int:
        nonlocal bits
        bits, side = divmod(bits, sides)
        return side

    return throw


def write_csv(file: IO[bytes], wanted: Wanted) -> None:
    """Write members as CSV in UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(COLUMNS)
    for block in blocks(wanted, BROKEN):
        for line in block:
            if isinstance(line, bytes):
                _hand_over(text, file)
                file.write(line)
            else:
                writer.writerow(line)
        _hand_over(text, file)


def _hand_over(text: io.StringIO, file: IO[bytes]) -> None:
    file.write(text.getvalue().encode())
    text.seek(0)
    text.truncate()


def write_parquet(file: IO[bytes], wanted: Wanted) -> None:
    """Write members as Parquet."""
    # Here, so that memory can be measured without it.
    import pyarrow as pa  # noqa: PLC0415
    from pyarrow.parquet import ParquetWriter  # noqa: PLC0415

    schema = pa.schema([(name, pa.string()) for name in COLUMNS])
    with ParquetWriter(file, schema) as writer:
        for block in blocks(wanted):
            rows = [line for line in block if not isinstance(line, bytes)]
            columns = [pa.array(one, pa.string()) for one in zip(*rows, strict=True)]
            writer.write_table(pa.table(columns, schema))


def write_members(path: Path, wanted: Wanted) -> None:
    """Write a file of the kind that its name says."""
    with path.open("wb") as file:
        if path.suffix == ".parquet":
            write_parquet(file, wanted)
        else:
            write_csv(file, wanted)


def main() -> None:
    """Write a file, and say how fast."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("count", type=int)
    parser.add_argument("-o", "--output", type=Path, required=True)
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--channels", action="append", help='such as "email letter"')
    parser.add_argument("--bad", type=float, default=0.05, help="0.05 is one in twenty")
    given = parser.parse_args()
    channels = tuple(given.channels or MIXED)
    start = time.perf_counter()
    write_members(given.output, Wanted(given.count, given.seed, channels, given.bad))
    seconds = time.perf_counter() - start
    print(f"{given.count:,} members in {seconds:.1f} s: {given.count / seconds:,.0f}/s")


if __name__ == "__main__":
    main()
