"""Labelled pairs: changes of privacy statements, with what a reader made of them.

They stand in tests/materiality, a file a subject, and its README says how to read one:

    ## Household income joins the list

    material, worse: data-collected
    under: What we collect > Your account

    ~~~~
    We ask for your name[- and-]{+,+} your address{+ and your income+}.
    ~~~~

Run as a program, this prints them as JSON, a pair a line.
"""

from __future__ import annotations

import json
import re
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping

FOLDER = Path(__file__).parent / "materiality"

CATEGORIES = frozenset(
    {
        "automated-decision",
        "children",
        "consent-basis",
        "contact",
        "controller-identity",
        "data-collected",
        "definitions",
        "legal-compliance",
        "location",
        "notice-procedure",
        "other",
        "purpose",
        "recipients",
        "retention",
        "rights-choice",
        "sale-or-ads",
        "scope",
        "security",
        "sensitive-data",
        "tracking",
        "transfer",
    }
)
DIRECTIONS = {
    "better": "better-for-user",
    "neutral": "neutral",
    "unclear": "unclear",
    "worse": "worse-for-user",
}
MATERIAL: Mapping[str, bool | str] = {
    "material": True,
    "editorial": False,
    "borderline": "borderline",
}

_CASE = re.compile(
    r"^## (?P<title>[^\n]+)\n\n(?P<told>(?:[^\n]+\n)+)\n~~~~\n(?P<text>.*?)\n~~~~$",
    re.DOTALL | re.MULTILINE,
)
_LABEL = re.compile(
    r"(?P<outcome>\w+)(?:, (?P<direction>\w+))?(?:: (?P<categories>[\w, -]+))?"
)
_REMOVED = re.compile(r"\[-(.*?)-\]", re.DOTALL)
_ADDED = re.compile(r"\{\+(.*?)\+\}", re.DOTALL)
_GONE = "\0"
_ONLY_GONE = re.compile(rf"^[ {_GONE}]*{_GONE}[ {_GONE}]*(?:\n|\Z)", re.MULTILINE)
_TOLD = frozenset({"under", "lead-in", "needs"})


class PairError(ValueError):
    """A file of pairs is not written as the README says."""


@dataclass(frozen=True)
class Pair:
    """One change, and what a reader made of it."""

    id: str
    """The name of the file, and the title in small letters."""

    why: str
    """The title: the reader's reason in a sentence."""

    outcome: str
    """`material`, `editorial` or `borderline`."""

    direction: str
    """For the person: `worse`, `better`, `neutral` or `unclear`."""

    categories: tuple[str, ...]
    before: str
    after: str
    heading_path: tuple[str, ...]
    lead_in: str
    """The words that govern the item or the row; empty for other text."""

    needs_document: bool
    """The pair alone suggests another answer than the whole document would."""

    locale: str

    @property
    def kind(self) -> str:
        """Say whether the block was `added`, `removed` or `changed`."""
        if not self.before:
            return "added"
        return "changed" if self.after else "removed"

    @property
    def block_type(self) -> str:
        """Say what the text is: `p`, `li`, `tr`, `h`, or `blocks` for several."""
        text = self.after or self.before
        if "\n" in text:
            return "blocks"
        starts = {"#": "h", "|": "tr", "- ": "li", "* ": "li"}
        return next((kind for one, kind in starts.items() if text.startswith(one)), "p")

    def record(self) -> dict[str, object]:
        """Give the pair as the fields of a line of JSON."""
        return {
            "id": self.id,
            "before": self.before,
            "after": self.after,
            "heading_path": list(self.heading_path),
            "lead_in": self.lead_in,
            "kind": self.kind,
            "block_type": self.block_type,
            "locale": self.locale,
            "label": {
                "material": MATERIAL[self.outcome],
                "categories": list(self.categories),
                "direction": DIRECTIONS[self.direction],
                "needs_document": self.needs_document,
                "why": self.why,
            },
        }


def labelled_pairs(folder: Path = FOLDER) -> Iterator[Pair]:
    """Read every pair, in the order of the files."""
    for path in sorted(folder.rglob("*.md")):
        if path.name == "README.md":
            continue
        locale = "en" if path.parent == folder else path.parent.name
        yield from read_pairs(path.read_text("utf-8"), path.stem, locale)


def read_pairs(source: str, name: str, locale: str = "en") -> Iterator[Pair]:
    """Read the pairs of one file.

    Args:
        source: The text of the file.
        name: The beginning of their ids.
        locale: The language of the pairs.

    Raises:
        PairError: A fence belongs to no pair, or a label can't be read.
    """
    found = list(_CASE.finditer(source))
    fences = sum(line == "~~~~" for line in source.split("\n"))
    if fences != 2 * len(found):
        titles = [one["title"] for one in found]
        message = f"{name}: {fences} fences, but only these pairs: {titles}"
        raise PairError(message)
    for one in found:
        yield _pair(one, name, locale)


def sides(text: str) -> tuple[str, str]:
    r"""Give the text before and after, from the text with both marked.

    >>> sides("We keep it for [-30-]{+90+} days.")
    ('We keep it for 30 days.', 'We keep it for 90 days.')

    A line of which nothing stays is no line:

    >>> sides("- one\n[-- two-]\n- three")[1]
    '- one\n- three'
    """
    before = _without(_ADDED, _REMOVED.sub(r"\1", text))
    after = _without(_REMOVED, _ADDED.sub(r"\1", text))
    return before, after


def _without(marks: re.Pattern[str], text: str) -> str:
    left = _ONLY_GONE.sub("", marks.sub(_GONE, text)).replace(_GONE, "")
    return re.sub(r"\n{3,}", "\n\n", left).strip("\n")


def _pair(case: re.Match[str], name: str, locale: str) -> Pair:
    title = case["title"]
    first, *rest = case["told"].splitlines()
    label = _LABEL.fullmatch(first)
    told = dict(line.partition(": ")[::2] for line in rest)
    if label is None or label["outcome"] not in MATERIAL or not told.keys() <= _TOLD:
        message = f"{name}: {title}: the label can't be read"
        raise PairError(message)
    categories = tuple(filter(None, (label["categories"] or "").split(", ")))
    direction = label["direction"] or "neutral"
    if direction not in DIRECTIONS or not CATEGORIES.issuperset(categories):
        message = f"{name}: {title}: {first!r} has an unknown word"
        raise PairError(message)
    before, after = sides(case["text"])
    return Pair(
        id=f"{name}-{re.sub(r'[^a-z0-9]+', '-', title.lower()).strip('-')}",
        why=title,
        outcome=label["outcome"],
        direction=direction,
        categories=categories,
        before=before,
        after=after,
        heading_path=tuple(filter(None, told.get("under", "").split(" > "))),
        lead_in=told.get("lead-in", ""),
        needs_document=told.get("needs") == "document",
        locale=locale,
    )


def main() -> None:
    """Print every pair as a line of JSON."""
    for pair in labelled_pairs():
        sys.stdout.write(json.dumps(pair.record(), ensure_ascii=False) + "\n")


if __name__ == "__main__":
    main()
