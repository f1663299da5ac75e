from __future__ import annotations

import pytest

from duenotice.config import Comparisons
from duenotice.config import Config
from duenotice.config import ConfigError
from duenotice.config import read_config


def refusal(text: str) -> tuple[str, str]:
    """What is said about settings that can't be used, and what to do."""
    with pytest.raises(ConfigError) as caught:
        read_config(text.encode())
    return str(caught.value), caught.value.advice


class TestReadConfig:
    @pytest.mark.parametrize(
        "data",
        [
            pytest.param(None, id="no file"),
            pytest.param(b"", id="empty file"),
            pytest.param(b"[tool.ruff]\nline-length = 88\n", id="other tools"),
            pytest.param(b"[tool.duenotice]\n", id="empty table"),
        ],
    )
    def test_usual(self, data: bytes | None) -> None:
        """
        A project without settings has the usual ones.
        """
        assert Config(publishing_branch="main") == read_config(data)

    def test_branch(self) -> None:
        """
        A project may publish from a branch of another name.
        """
        text = '[tool.duenotice]\npublishing-branch = "live"\n'

        assert Config(publishing_branch="live") == read_config(text.encode())

    def test_rules_off(self) -> None:
        """
        A project may name rules that aren't asked.
        """
        text = '[tool.duenotice]\nrules-off = ["listed", "age"]\n'

        assert Config(rules_off=("listed", "age")) == read_config(text.encode())

    @pytest.mark.parametrize("value", ['"listed"', "true", "[1]", '["age", ""]'])
    def test_no_names(self, value: str) -> None:
        """
        They are a list of names.
        """
        assert (
            'pyproject.toml: "rules-off" in [tool.duenotice] is not a list of names',
            'Write rules-off = ["listed"].',
        ) == refusal(f"[tool.duenotice]\nrules-off = {value}\n")

    def test_unknown_key(self) -> None:
        """
        An unknown key is an error that asks whether a known one was meant.
        """
        assert (
            'pyproject.toml: "publishing-brunch" is not a key of [tool.duenotice]',
            (
                'Did you mean "publishing-branch"? Keys allowed here: '
                "publishing-branch, comparisons, rules-off, "
                "site-address, feed-authority."
            ),
        ) == refusal('[tool.duenotice]\npublishing-brunch = "live"\n')

    def test_unlike_any_key(self) -> None:
        """
        A key that is like none is not compared with one.
        """
        assert (
            'pyproject.toml: "colour" is not a key of [tool.duenotice]',
            (
                "Keys allowed here: publishing-branch, comparisons, rules-off, "
                "site-address, feed-authority."
            ),
        ) == refusal('[tool.duenotice]\ncolour = "red"\n')

    @pytest.mark.parametrize("value", ["true", "1", "[]", '""', "{a = 1}"])
    def test_no_text(self, value: str) -> None:
        """
        A branch is named by a text that isn't empty.
        """
        assert (
            'pyproject.toml: "publishing-branch" in [tool.duenotice] is not text',
            'Write publishing-branch = "…".',
        ) == refusal(f"[tool.duenotice]\npublishing-branch = {value}\n")

    @pytest.mark.parametrize("text", ["tool = 1", "[tool]\nduenotice = 1"])
    def test_no_table(self, text: str) -> None:
        """
        The settings are a table.
        """
        assert (
            "pyproject.toml: [tool.duenotice] is not a table",
            "Write [tool.duenotice] on a line, then the keys.",
        ) == refusal(text)

    def test_no_toml(self) -> None:
        """
        A file that is no TOML is an error that says where.
        """
        message, hint = refusal("[tool.duenotice\n")

        assert message.startswith("pyproject.toml: it can't be read: Expected ']'")
        assert "(at line 1, column 16)" in message
        assert "Mend the file; it is TOML in UTF-8." == hint

    @pytest.mark.parametrize(
        ("value", "reason"),
        [
            pytest.param("[" * 100_000, "it is nested too deeply", id="nested"),
            pytest.param("1" * 5_000, "Exceeds the limit", id="long number"),
        ],
    )
    def test_endless(self, value: str, reason: str) -> None:
        """
        A value that is deeper or longer than any setting is an error.
        """
        message, _ = refusal(f"a = {value}\n")

        assert message.startswith(f"pyproject.toml: it can't be read: {reason}")

    def test_other_encoding(self) -> None:
        """
        A file that is not UTF-8 is an error.
        """
        with pytest.raises(ConfigError) as caught:
            read_config(b"# caf\xe9")

        assert str(caught.value).startswith("pyproject.toml: it can't be read: 'utf-8'")


class TestComparisons:
    """Which versions are compared."""

    def test_near(self) -> None:
        """
        A project with a long archive may have fewer pages.
        """
        text = b'[tool.duenotice]\ncomparisons = "near"\n'

        assert Comparisons.NEAR is read_config(text).comparisons

    def test_unknown(self) -> None:
        """
        Another word is refused with those that can be.
        """
        assert (
            'pyproject.toml: "comparisons" in [tool.duenotice] can\'t be "some"',
            'Write "all" or "near".',
        ) == refusal('[tool.duenotice]\ncomparisons = "some"\n')


KEY = '"publishing-branch" in [tool.duenotice]'


class TestBranch:
    """Which branch publishes is named by a branch, and by nothing that may move."""

    @pytest.mark.parametrize(
        "name", ["main", "releases/2026.1", "b@d", "müller", "a.b"]
    )
    def test_names(self, name: str) -> None:
        """
        Whatever git takes for a branch's name is one.
        """
        text = f'[tool.duenotice]\npublishing-branch = "{name}"\n'

        assert name == read_config(text.encode()).publishing_branch

    @pytest.mark.parametrize(
        "name",
        [
            "main~1",
            "main^",
            "main@{1 day ago}",
            "main:statements",
            "main..next",
            "my branch",
            "-main",
            "HEAD",
            "@",
            ".hidden",
            "a/.hidden",
            "/main",
            "main/",
            "a//b",
            "main.",
            "main.lock",
            "a.lock/b",
            "mai*",
            "[main]",
        ],
    )
    def test_revisions(self, name: str) -> None:
        """
        A revision is no branch, nor is anything else that git would refuse.
        """
        assert (
            f'pyproject.toml: {KEY} can\'t be "{name}"',
            'Write the name of a branch, such as "main".',
        ) == refusal(f'[tool.duenotice]\npublishing-branch = "{name}"\n')

    def test_control_character(self) -> None:
        """
        A character that no terminal shows is named in the refusal.
        """
        assert (
            f'pyproject.toml: {KEY} can\'t be "main\\x00"',
            'Write the name of a branch, such as "main".',
        ) == refusal('[tool.duenotice]\npublishing-branch = "main\\u0000"\n')

    @pytest.mark.parametrize(
        ("given", "expected"),
        [
            ("https://www.example.org/privacy/", "https://www.example.org/privacy/"),
            ("https://www.example.org/privacy", "https://www.example.org/privacy/"),
            ("https://example.org", "https://example.org/"),
            ("https://example.org:8443/", "https://example.org:8443/"),
        ],
    )
    def test_site_address(self, given: str, expected: str) -> None:
        """
        The address of the site ends with a slash, whether it was typed or not.
        """
        text = f'[tool.duenotice]\nsite-address = "{given}"\n'

        assert expected == read_config(text.encode()).site_address

    @pytest.mark.parametrize(
        "given",
        [
            "http://example.org/",
            "example.org",
            "https:///privacy/",
            "https://me@example.org/",
            "https://example.org/?page=privacy",
            "https://example.org/#privacy",
            "https://example.org/a/../",
            "https://example.org:0/",
            "https://example..org/",
            "https://example.org/a b/",
        ],
    )
    def test_no_site_address(self, given: str) -> None:
        """
        It is one that every browser finds a folder at, and that is read alike by all.
        """
        assert (
            f'pyproject.toml: "site-address" in [tool.duenotice] can\'t be "{given}"',
            'Write where the first page is, such as "https://www.example.org/".',
        ) == refusal(f'[tool.duenotice]\nsite-address = "{given}"\n')

    def test_feed_authority(self) -> None:
        """
        What entries of feeds are known by is the name of a host.
        """
        text = '[tool.duenotice]\nfeed-authority = "example.org"\n'

        assert "example.org" == read_config(text.encode()).feed_authority
        assert (
            (
                'pyproject.toml: "feed-authority" in [tool.duenotice] can\'t be '
                '"https://example.org/"'
            ),
            'Write the name of a host that is yours, such as "example.org".',
        ) == refusal('[tool.duenotice]\nfeed-authority = "https://example.org/"\n')
