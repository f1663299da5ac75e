from __future__ import annotations

import io
from typing import TYPE_CHECKING

import pytest
from pypdf import PdfReader

from proposals import LABEL
from proposals import LONGER

if TYPE_CHECKING:
    from builders import StatementRepo

MOVED = "link-target:rights-choice:contacts:1"
KEPT = "amount:retention:retention:1"

PRIVATE = (
    "A. Editor",
    "B. Counsel",
    "C. Mailer",
    "counsel advised",
    "both forms",
    "the vendor slipped",
    "link-target",
    "amount:retention",
    "rights-choice",
    "needs-review",
    "needs review",
    "material",
    "overruled",
    "wp260",
    "Guidelines on transparency",
    "Colorado Privacy Act",
    "is it still the same way",
    "A period is longer than it was",
    "evidence",
    "caloppa",
)
"""Names, reasons, rules, sources and verdicts: perhaps privileged, never public."""


@pytest.fixture
def decided(asking: StatementRepo) -> StatementRepo:
    """A merged version with findings overruled, decided, approved, moved and told."""
    asking.section("retention", LONGER)
    asking.run("release", "--again", today=LABEL)
    who = ("--by", "A. Editor", "--reason", "Both forms: counsel advised so.")
    asking.run("decide", LABEL, MOVED, "--verdict", "material", *who, today=LABEL)
    asking.run("decide", LABEL, KEPT, "--verdict", "editorial", *who, today=LABEL)
    asking.finish_notice(LABEL)
    asking.run("approve", LABEL, "--by", "B. Counsel", today=LABEL)
    asking.commit(LABEL)
    move = ("--effective", "2026-04-10", "--reason", "The vendor slipped.")
    asking.run("reschedule", LABEL, *move, today="2026-03-03")
    told = ("--channel", "email", "--on", "2026-03-04", "--count", "9")
    asking.run("notified", LABEL, *told, "--by", "C. Mailer", today="2026-03-04")
    asking.commit("2026-03-04")
    return asking


def public_text(repo: StatementRepo) -> dict[str, str]:
    """Read every file of the site as text, PDFs and what they carry about them too."""
    found = {}
    for path in sorted((repo.root / "site").rglob("*")):
        if path.is_file() and not path.name.startswith("."):
            data = path.read_bytes()
            text = _pdf_text(data) if path.suffix == ".pdf" else data.decode()
            found[path.relative_to(repo.root).as_posix()] = text
    return found


def _pdf_text(data: bytes) -> str:
    reader = PdfReader(io.BytesIO(data))
    about = [str(value) for value in (reader.metadata or {}).values()]
    return "\n".join([*about, *(page.extract_text() for page in reader.pages)])


class TestSite:
    @pytest.mark.parametrize("day", ["2026-03-05", "2026-04-10"])
    def test_nothing_private(self, decided: StatementRepo, day: str) -> None:
        """
        No page, no data and no PDF says who decided what, why, or by which rule.
        """
        done = decided.run("build", today=day)

        # The version was moved, and its notice names the day from which it was.
        assert 0 == done.status
        assert "error" not in done.err
        texts = public_text(decided)
        assert [] == [
            (path, words)
            for path, text in texts.items()
            for words in PRIVATE
            if words.casefold() in text.casefold()
            and not path.endswith((".css", ".js"))
        ]
        assert any(LABEL in path for path in texts)

    def test_held(self, asking: StatementRepo) -> None:
        """
        Nor is anything said of what waits for a decision.
        """
        asking.commit(LABEL)

        asking.run("build", today="2026-05-01")

        assert [] == [
            (path, words)
            for path, text in public_text(asking).items()
            for words in PRIVATE
            if words.casefold() in text.casefold()
            and not path.endswith((".css", ".js"))
        ]

    def test_review_has_it(self, decided: StatementRepo) -> None:
        """
        The review has all of it: an overruled finding is not hidden from reviewers.
        """
        decided.git("switch", "--quiet", "-c", "again", "HEAD~1")
        record = decided.read(f"statements/website/versions/{LABEL}/record.yaml")

        assert "verdict: editorial, by: A. Editor" in record
        assert "counsel advised so" in record
