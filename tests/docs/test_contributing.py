from __future__ import annotations

import inspect
import re
import textwrap
from typing import TYPE_CHECKING

import pytest

import documents

if TYPE_CHECKING:
    from builders import StatementRepo

TEXT = (documents.ROOT / "CONTRIBUTING.md").read_text("utf-8")
EXAMPLES = re.findall(r"^```python\n(.*?)^```\n", TEXT, re.DOTALL | re.MULTILINE)


class TestExamples:
    """The examples of how things are written."""

    @pytest.mark.parametrize("example", EXAMPLES, ids=lambda text: text.split("(")[0])
    def test_quoted(self, example: str) -> None:
        """
        An example is quoted from the code as it stands; of a function its beginning.
        """
        sources = [*documents.ROOT.rglob("src/**/*.py")]
        texts = [path.read_text("utf-8") for path in sources]
        texts.append(textwrap.dedent(inspect.getsource(TestExample)))

        quotable = (one for text in texts for one in (text, _outdented(text)))
        assert any(example in one for one in quotable)

    def test_make_targets(self) -> None:
        """
        Every target of make that is named exists.
        """
        named = set(re.findall(r"`make ([a-z-]+)", TEXT))

        makefile = (documents.ROOT / "Makefile").read_text("utf-8")
        assert named <= set(re.findall(r"^([a-z-]+):", makefile, re.MULTILINE))


class TestExample:
    """The example of a test, which is a test."""

    def test_release_of_an_unchanged_draft(self, repo: StatementRepo) -> None:
        """
        A version without a change would tell people nothing, and is refused.
        """
        repo.publish("2026-01-15")

        done = repo.run("release", today="2026-02-01")

        assert (
            "error: the draft is the same as version 2026-01-15\n"
            "hint: Change a section first. A version without a change would tell "
            "people nothing.\n"
        ) == done.err


def _outdented(text: str) -> str:
    return re.sub(r"^    ", "", text, flags=re.MULTILINE)
