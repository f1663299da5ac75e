"""Measure letters: print files, beside one run of WeasyPrint for each letter."""

from __future__ import annotations

import datetime as dt
import sys
import time
import warnings
from html import escape
from itertools import cycle
from itertools import product
from pathlib import Path
from typing import TYPE_CHECKING
from typing import NamedTuple

from member_names import PEOPLE
from members import COLUMNS
from members import Wanted
from members import blocks

from duenotice.mailing.edition import AppForm
from duenotice.mailing.edition import Edition
from duenotice.mailing.edition import EmailForm
from duenotice.mailing.edition import LetterForm
from duenotice.mailing.keys import message_key
from duenotice.mailing.keys import reference_of
from duenotice.mailing.kit import Kit
from duenotice.mailing.kit import Sender
from duenotice.mailing.member import Channel
from duenotice.mailing.member import Member
from duenotice.mailing.messages.letters import print_files
from duenotice.parse.markdown import parse_blocks
from duenotice.render import locales
from duenotice.render.change_views import NoticeView
from duenotice.render.content_html import blocks_html
from duenotice.render.environment import Templates
from duenotice.render.messages.laid import Laid
from duenotice.render.messages.laid import slot
from duenotice.render.messages.letter_view import LetterView
from duenotice.render.messages.message_view import SinceView
from duenotice.render.style_sheet import style_sheet

with warnings.catch_warnings():
    warnings.simplefilter("ignore", DeprecationWarning)
    import weasyprint

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Iterator
    from collections.abc import Sequence

    from duenotice.mailing.messages.letter_index import Letter

NOTICE = Path(__file__).parents[1] / (
    "statements/website/versions/2026-11-24.2/notice/en.md"
)
DATED = dt.date(2026, 11, 30)
LEAST_RATE = 100
"""Of the rate of one run of WeasyPrint a letter."""

MOST_BYTES = 3000
"""Of a letter in a print file of a thousand."""

COUNT = 1000
LOCALES = ("en", "es", "ar", "zh-Hant")
BASELINES = ("2022-03-14", "2023-01-09", "2024-02-20", "2025-06-02", "2026-11-24")
_SINGLE = 20
_RUNS = 3
_IDEOGRAPHS = "王李張劉陳楊趙黃周吳徐孫胡朱高林何郭馬羅梁宋鄭謝韓唐馮于董蕭"
_GIVEN = range(0x4E00, 0x6200)
"""Any of these, so that the font is needed with thousands of its letters."""

KIT = Kit(
    statement="website",
    version="2026-11-24.2",
    digest="sha256:0",
    published=dt.date(2026, 11, 24),
    effective=dt.date(2027, 12, 1),
    against="2026-11-24",
    source_locale="en",
    sender=Sender(name="Quailbrook Privacy Office"),
    dated=DATED,
    history=(),
    editions={},
    templates={},
    approved_by="A. Editor",
    notices={"en": "sha256:3"},
)


class Figures(NamedTuple):
    """What a print file costs."""

    seconds: float
    """Of processor time, for each letter."""

    size: float
    """In bytes, for each letter."""

    files: int


def make_edition(locale: str = "en", known: str = KIT.against) -> Edition:
    """Lay out the letter about the newest version of the sample."""
    templates = Templates()
    content = blocks_html(parse_blocks(NOTICE.read_text("utf-8")))
    view = LetterView(
        lang=locale,
        direction=locales.text_direction(locale),
        paper="letter",
        sender=KIT.sender.name,
        sender_lines=("Quailbrook Health Plan", "PO Box 1000", "Quailbrook, CA 90000"),
        dated=DATED,
        title="Website and app privacy statement",
        controller="Quailbrook Health Plan",
        label=KIT.version,
        known=known,
        announced=KIT.published,
        effective=KIT.effective,
        is_past=False,
        reaches="all",
        is_required_by_law=False,
        choices=(),
        notice=NoticeView(
            content=content, lang="en", direction="ltr", is_foreign=locale != "en"
        ),
        told=(),
        earlier=(),
        since=SinceView(),
        page="https://privacy.quailbrook.example/website/changes/2026-11-24.2/",
        comparison="",
    )
    empty = Laid.of("")
    return Edition(
        locale=locale,
        baseline=known,
        title=view.title,
        greeting=Laid.of(f"Dear {slot('name')},"),
        plain_greeting="Dear member,",
        email=EmailForm(subject="", html=empty, text=empty),
        sms=empty,
        app=AppForm(title="", body="", link=""),
        letter=LetterForm(
            html=templates.render("messages/letter.html", view, locale),
            stylesheet=style_sheet(templates, "messages/letter.css"),
            paper="letter",
        ),
    )


def mixed_names() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give names and addresses in many scripts."""
    for block in blocks(Wanted(COUNT, channels=("letter",), bad=0)):
        for line in block:
            row = dict(zip(COLUMNS, map(str, line), strict=True))
            place = f"{row['city']}, {row['state']} {row['zip']}"
            lines = (row["address1"], row["address2"], place, row["country"])
            yield row["full_name"], tuple(line for line in lines if line)


def latin_names() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give names in Latin letters."""
    people = PEOPLE[0]
    pairs = zip(cycle(people.given), cycle(people.family[1:]), strict=False)
    for number, (given, family) in zip(range(COUNT), pairs, strict=False):
        yield (
            f"{given} {family} {number}",
            (
                f"{number} Maple Street",
                f"Apt {number}",
                f"Quailbrook, CA {90000 + number}",
            ),
        )


def chinese_names() -> Iterator[tuple[str, tuple[str, ...]]]:
    """Give names in Chinese, each with letters that no other has."""
    for number in range(COUNT):
        first, second = (_GIVEN[(number * step) % len(_GIVEN)] for step in (5, 3))
        family = _IDEOGRAPHS[number % len(_IDEOGRAPHS)]
        yield f"{family}{chr(first)}{chr(second)}", (f"中山路{number}號", "臺北市 100")


def letters_to(
    editions: Sequence[Edition], people: Iterator[tuple[str, tuple[str, ...]]]
) -> list[Letter]:
    """Give a letter to each, of the editions in turn."""
    members = (
        Member(
            row=number,
            id=f"M-{number:08}",
            name=name,
            locale="en",
            channels=(Channel.LETTER,),
            address=address,
        )
        for number, (name, address) in enumerate(people, start=1)
    )
    return [
        (one, edition, message_key(KIT.telling, Channel.LETTER, one.id))
        for one, edition in zip(members, cycle(editions), strict=False)
    ]


def time_single(letters: list[Letter]) -> float:
    """Give the seconds that WeasyPrint takes for a letter alone, at best."""
    return min(_time(lambda one=one: _print_alone(one)) for one in letters[:_SINGLE])


def _print_alone(letter: Letter) -> None:
    member, edition, key = letter
    lines = "<br>".join(map(escape, (member.name, *member.address)))
    values = {
        "address": lines,
        "greeting": escape(edition.greet(member.name)),
        "reference": reference_of(key),
    }
    html = Laid.of(edition.letter.html).fill(values)
    sheets = [weasyprint.CSS(string=edition.letter.stylesheet)]
    weasyprint.HTML(string=html).write_pdf(stylesheets=sheets)


def measure(letters: list[Letter]) -> Figures:
    """Print the letters, some times over."""
    files = list(print_files(KIT, letters, stem="part-00000"))
    made = len(letters) - sum(len(file.rejected) for file in files)
    seconds = min(
        _time(lambda: list(print_files(KIT, letters, stem="part-00000")))
        for _ in range(_RUNS)
    )
    size = sum(len(file.pdf) for file in files)
    return Figures(seconds / len(letters), size / made, len(files))


def _time(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def main() -> int:
    """Print the figures; give 1 where one misses its bar."""
    usual = [make_edition()]
    all_editions = [make_edition(*one) for one in product(LOCALES, BASELINES)]
    kinds = {
        "names in many scripts": letters_to(usual, mixed_names()),
        "names in Latin letters": letters_to(usual, latin_names()),
        "names in Chinese, all different": letters_to(usual, chinese_names()),
        "in four languages, about five texts": letters_to(all_editions, mixed_names()),
    }
    single = time_single(kinds["names in Latin letters"])
    print(f"one run of WeasyPrint a letter: {single * 1000:.1f} ms")
    print(f"\n{COUNT} letters in print files, with their lists\n")
    print("      ms a letter   rate   bytes a letter   files")
    is_missed = False
    for name, letters in kinds.items():
        found = measure(letters)
        rate = single / found.seconds
        holds = rate >= LEAST_RATE and found.size <= MOST_BYTES
        is_missed = is_missed or not holds
        print(
            f"{'ok  ' if holds else 'MISS'}  {found.seconds * 1000:11.3f}"
            f"  {rate:4.0f} x  {found.size:14.0f}  {found.files:6}   {name}"
        )
    print(f"\nbars: at least {LEAST_RATE} x the rate, at most {MOST_BYTES} bytes")
    return int(is_missed)


if __name__ == "__main__":
    sys.exit(main())
