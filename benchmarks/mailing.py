"""Measure runs of `notice`: rate, memory and room, beside a loop over a template."""

from __future__ import annotations

import datetime as dt
import json
import resource
import subprocess
import sys
import tempfile
import time
from dataclasses import dataclass
from dataclasses import fields
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from jinja2 import Environment
from members import SETTINGS
from members import Wanted
from members import write_members

from duenotice.cli.mailing_kit import Wanted as WantedMessages
from duenotice.cli.mailing_kit import subject_of
from duenotice.cli.session import Session
from duenotice.mailing.editions.edition_maker import EditionMaker
from duenotice.mailing.kit_json import read_kit
from duenotice.mailing.kit_json import write_kit
from duenotice.mailing.members.recipients import Recipients
from duenotice.mailing.members.settings_file import parse_settings
from duenotice.mailing.messages.email_format import EmailFormat
from duenotice.mailing.runs.executors import crew_of
from duenotice.mailing.runs.options import RunOptions
from duenotice.mailing.runs.order import Order
from duenotice.mailing.runs.recount import recount
from duenotice.mailing.runs.run import run_mailing
from duenotice.mailing.storage import Storage
from duenotice.publish.statement_site import StatementSite
from duenotice.render.messages.message_view import MemberView

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterable

    from distributed import LocalCluster

    from duenotice.mailing.edition import Edition
    from duenotice.mailing.kit import Kit
    from duenotice.mailing.runs.partition_record import PartitionRecord
    from duenotice.mailing.runs.plan import Plan
    from duenotice.mailing.runs.record import RunRecord
    from duenotice.render.messages.laid import Laid

ROOT = Path(__file__).parents[1]
VERSION = "2026-11-24.2"
TODAY = dt.date(2026, 11, 24)
LANGUAGES = ("en", "es", "ar", "zh-Hant")
LEAST_SHARE = 0.5
"""Of the rate of a bare loop over the same template."""

MOST_GROWTH = 1.5
"""Of the memory, from ten thousand members, in two small partitions, to a million."""

SIZES = (10_000, 100_000, 1_000_000)
_LOOPS = 400
_ANY_TEXT = 0.05
"""Of the members: the others were told of the last text, like most in real files."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """What one run came to."""

    seconds: float
    cpu_seconds: float
    """Of all processes: what other programs do on the machine counts little."""

    rows: int
    made: int
    recount_seconds: float
    """To count what is in the files, as `verify --run` does, on one processor."""

    megabytes: float
    """The most memory of a process."""

    bytes_by_channel: dict[str, int]

    @property
    def rate(self) -> float:
        """Give the rows a second of one processor; 0 where others did the work."""
        return self.rows / self.cpu_seconds if self.cpu_seconds else 0


class Silent:
    """Watches without a word."""

    def step(self, words: str) -> None:
        """Hear what is done now."""

    def planned(self, plan: Plan, standing: Iterable[PartitionRecord]) -> None:
        """Hear what is to be made."""

    def made(self, record: PartitionRecord) -> None:
        """Hear that a partition is made."""


def make_messages() -> tuple[Kit, Callable[[Edition], Callable[[str], int]]]:
    """Lay out the sample's messages in four languages; give what renders one anew."""
    session = Session(ROOT, TODAY.isoformat())
    settings, _ = parse_settings(SETTINGS.encode(), "mailing.yaml")
    wanted = WantedMessages(
        version=VERSION,
        statement="website",
        dated=None,
        is_large_print=False,
        site=None,
        is_on_disk=True,
    )
    subject = subject_of(session, wanted, settings)
    site = StatementSite.of(subject.archive, TODAY)
    if site is None:
        sys.exit("the sample is not public")
    maker = EditionMaker(site, subject.version, subject.making)
    kit = replace(subject.kit, editions=dict(maker.editions(LANGUAGES)))

    def renderer(edition: Edition) -> Callable[[str], int]:
        facts = maker._facts(edition.locale)  # noqa: SLF001 - as it renders itself
        page = maker._view(facts, edition.baseline)  # noqa: SLF001

        def render(name: str) -> int:
            own = MemberView(
                greeting=edition.greet(name), name=name, reference="ABCDE-FGHIJ"
            )
            mine = replace(page, member=own)
            render_one = subject.making.templates.render
            html = render_one("messages/email.mjml", mine, edition.locale)
            text = render_one("messages/email.txt", mine, edition.locale)
            return len(html) + len(text)

        return render

    return kit, renderer


def flat_renderer(edition: Edition) -> Callable[[str], int]:
    """Give what fills the finished e-mail in by Jinja2, compiled once."""
    environment = Environment(autoescape=True)
    html, text = (
        environment.from_string(_as_template(laid))
        for laid in (edition.email.html, edition.email.text)
    )

    def render(name: str) -> int:
        values = {"greeting": edition.greet(name), "name": name, "reference": "ABCDE"}
        return len(html.render(values)) + len(text.render(values))

    return render


def _as_template(laid: Laid) -> str:
    raw = laid.encoded(lambda piece: f"{{% raw %}}{piece}{{% endraw %}}")
    return raw.fill({name: f"{{{{ {name} }}}}" for name in laid.slots})


def rate_of(renderers: list[Callable[[str], int]], loops: int) -> float:
    """Give the e-mails a second of one processor, in turn over all languages."""
    for render in renderers:
        render("Ana")
    start = time.process_time()
    for number in range(loops):
        renderers[number % len(renderers)](f"Ana Müller {number}")
    return loops / (time.process_time() - start)


def run_here(kit: Path, members: Path, out: Path, options: dict[str, str]) -> Figures:
    """Make the messages, in this process or from it."""
    data = SETTINGS.encode()
    settings, _ = parse_settings(data, "mailing.yaml")
    if settings is None:
        sys.exit("the settings have faults")
    order = Order(
        address=str(out),
        kit=read_kit(kit.read_bytes()),
        settings=settings,
        settings_file=data,
        recipients=Recipients(Storage(str(members)), settings.needed),
        listed=None,
        options=RunOptions(email_format=EmailFormat(options.get("format", "json"))),
        program="benchmark",
        by=None,
    )
    jobs, scheduler = int(options.get("jobs", "1")), options.get("scheduler")
    start, before = time.perf_counter(), _cpu_seconds()
    with crew_of(jobs, scheduler) as crew:
        outcome = run_mailing(order, crew, Silent())
    seconds = time.perf_counter() - start
    cpu_seconds = _cpu_seconds() - before
    tally = outcome.record.tally
    most = max(one.ru_maxrss for one in _usages())
    return Figures(
        seconds=seconds,
        cpu_seconds=cpu_seconds,
        recount_seconds=_recount_seconds(out, outcome.record),
        rows=tally.read,
        made=tally.made,
        megabytes=most / 1024,
        bytes_by_channel=_bytes_by_channel(out),
    )


def _recount_seconds(out: Path, record: RunRecord) -> float:
    storage, start = Storage(str(out)), time.process_time()
    faults = [one for part in record.partitions for one in recount(storage, part)]
    if faults:
        sys.exit(faults[0])
    return time.process_time() - start


def _usages() -> list[resource.struct_rusage]:
    whose = (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)
    return [resource.getrusage(one) for one in whose]


def _cpu_seconds() -> float:
    return sum(one.ru_utime + one.ru_stime for one in _usages())


def _bytes_by_channel(out: Path) -> dict[str, int]:
    folders = [one for one in sorted(out.iterdir()) if one.is_dir()]
    return {
        folder.name: sum(file.stat().st_size for file in folder.iterdir())
        for folder in folders
    }


def run_apart(kit: Path, members: Path, home: Path, **options: str) -> Figures:
    """Make the messages in a process of its own, so that its memory can be told."""
    with tempfile.TemporaryDirectory(dir=home) as out:
        given = [str(kit), str(members), out, json.dumps(options)]
        done = subprocess.run(  # noqa: S603 - this program
            [sys.executable, __file__, "--run", *given],
            capture_output=True,
            check=True,
        )
    return Figures(**json.loads(done.stdout))


def measure(home: Path, sizes: Iterable[int]) -> bool:
    """Measure, print a table, and tell whether the bars hold."""
    kit, renderer = make_messages()
    kit_file = home / "kit.json"
    kit_file.write_bytes(write_kit(kit))
    editions = [kit.editions[one, kit.against] for one in LANGUAGES]
    whole = rate_of([renderer(one) for one in editions], _LOOPS)
    flat = rate_of([flat_renderer(one) for one in editions], 50 * _LOOPS)
    print(
        "| what | members | a second | a CPU second | most memory | bytes each "
        "| counted again, of the time |"
    )
    print("| --- | --- | --- | --- | --- | --- | --- |")
    print(f"| bare loop, Jinja2, the whole template | | | {whole:,.0f} | | | |")
    print(
        "| bare loop, Jinja2, the e-mail with two fields left | | "
        f"| {flat:,.0f} | | | |"
    )
    runs: dict[int, Figures] = {}
    for size in sizes:
        members = home / f"members-{size}.csv"
        write_members(members, Wanted(size, channels=("email",), any_text=_ANY_TEXT))
        runs[size] = run_apart(kit_file, members, home)
        _show("e-mail as JSON, one process", size, runs[size])
    older = home / "members-older.csv"
    write_members(older, Wanted(min(runs), channels=("email",)))
    worst = run_apart(kit_file, older, home)
    _show("the same, most of whom knew older texts", min(runs), worst)
    middle = sorted(runs)[min(1, len(runs) - 1)]
    members = home / f"members-{middle}.csv"
    two = run_apart(kit_file, members, home, jobs="2")
    _show("e-mail as JSON, two processes", middle, two)
    with _cluster() as cluster:
        where = cluster.scheduler_address
        made = run_apart(kit_file, members, home, scheduler=where)
    _show("e-mail as JSON, Dask, two workers", middle, replace(made, cpu_seconds=0))
    room = json.dumps(runs[max(runs)].bytes_by_channel)
    print(f"bytes of the largest run: {room}", file=sys.stderr)
    for form in ("merge", "eml"):
        members = home / f"members-{min(runs)}.csv"
        made = run_apart(kit_file, members, home, format=form)
        _show(f"e-mail as {form}, one process", min(runs), made)
    _measure_channels(kit_file, home, min(runs))
    share = min(runs[middle].rate, worst.rate) / whole
    growth = max(one.megabytes for one in runs.values()) / runs[min(runs)].megabytes
    return _bar("share of the bare loop's rate", share, share >= LEAST_SHARE) & _bar(
        "growth of the memory", growth, growth <= MOST_GROWTH
    )


def _cluster() -> LocalCluster:
    # Not in the processes whose memory is measured.
    from distributed import LocalCluster  # noqa: PLC0415

    return LocalCluster(
        n_workers=2,
        threads_per_worker=1,
        processes=True,
        host="127.0.0.1",
        dashboard_address=None,
    )


def _measure_channels(kit: Path, home: Path, size: int) -> None:
    for channels in ("sms", "app", "letter", "email letter sms app"):
        members = home / f"members-{channels.replace(' ', '-')}.csv"
        wanted = Wanted(size, channels=(channels,), any_text=_ANY_TEXT)
        write_members(members, wanted)
        _show(f"{channels}, one process", size, run_apart(kit, members, home))


def _show(what: str, size: int, run: Figures) -> None:
    room = sum(
        count
        for channel, count in run.bytes_by_channel.items()
        if channel in {"email", "letter", "sms", "app"}
    )
    print(
        f"| {what} | {size:,} | {run.rows / run.seconds:,.0f} | {run.rate:,.0f} "
        f"| {run.megabytes:,.0f} MB "
        f"| {room / run.made:,.0f} "
        f"| {_percent(run)} |",
        flush=True,
    )


def _percent(run: Figures) -> str:
    """Give what counting takes of the time of making, where that is known."""
    share = run.recount_seconds / run.cpu_seconds if run.cpu_seconds else 0
    return f"{share:.0%}" if share else ""


def _bar(what: str, value: float, holds: bool) -> bool:  # noqa: FBT001 - printed
    print(f"{'ok  ' if holds else 'MISS'}  {value:.2f}  {what}")
    return holds


def main() -> None:
    """Measure all, or make one run for who measures."""
    if sys.argv[1:2] == ["--run"]:
        kit, members, out = map(Path, sys.argv[2:5])
        figures = run_here(kit, members, out, json.loads(sys.argv[5]))
        print(json.dumps({name: getattr(figures, name) for name in _FIELDS}))
        return
    sizes = tuple(map(int, sys.argv[1:])) or SIZES
    with tempfile.TemporaryDirectory() as folder:
        if not measure(Path(folder), sizes):
            sys.exit(1)


_FIELDS = tuple(one.name for one in fields(Figures))

if __name__ == "__main__":
    main()
