"""Files from elsewhere: what can't be told is said, and nothing in them acts."""

from __future__ import annotations

import json
import os
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from duenotice.intake.decoding import MAX_BYTES

if TYPE_CHECKING:
    from pathlib import Path

UNREADABLE = "hint: Give the path of a text, a Markdown file or a web page.\n"
UNWRITABLE = "hint: Give another name with --output.\n"


@pytest.fixture
def folder(tmp_path: Path) -> StatementRepo:
    """A folder without a project."""
    return StatementRepo(tmp_path / "folder")


class TestLeftOut:
    """What is not read is never shown as alike."""

    @pytest.mark.parametrize(
        "form",
        [
            "<object>{}</object>",
            "<noscript>{}</noscript>",
            "<svg><text>{}</text></svg>",
            "<button>{}</button>",
            "<textarea>{}</textarea>",
            "<p hidden>{}</p>",
            "<iframe>{}</iframe>",
            "<iframe src='{}'></iframe>",
            "<template>{}</template>",
            "<select><option>{}</option></select>",
            "<video>{}</video>",
            "<input value='{}'>",
            "<img src='{}'>",
            "<del>{}</del>",
        ],
    )
    def test_of_pages(self, folder: StatementRepo, form: str) -> None:
        """
        Pages that differ in what is left out alone are not called alike.
        """
        folder.write("a.html", f"<p>Same</p>\n{form.format('one')}")
        folder.write("b.html", f"<p>Same</p>\n{form.format('two')}")

        done = folder.run("compare", "a.html", "b.html")

        assert (1, True) == (
            done.status,
            done.out.startswith(
                "No difference in what was read; left out, and different: old, line 2, "
            ),
        )

    @pytest.mark.parametrize(
        "form",
        [
            "---\nx: {}\n---\n# Same\n\nSame\n",
            "# Same\n\nSame\n\n<details hidden>{}</details>\n",
        ],
        ids=["front matter", "hidden"],
    )
    def test_of_markdown(self, folder: StatementRepo, form: str) -> None:
        """
        Markdown has such things too.
        """
        folder.write("a.md", form.format("one")).write("b.md", form.format("two"))

        done = folder.run("compare", "a.md", "b.md")

        assert 1 == done.status
        assert done.out.startswith("No difference in what was read; left out, and d")

    def test_said(self, folder: StatementRepo) -> None:
        """
        What was left out is printed beside the answer, with its line.
        """
        folder.write("a.html", "<p>Same</p>\n<p hidden>Not so.</p>")
        folder.write("b.html", "<p>Same</p>")

        done = folder.run("compare", "a.html", "b.html")

        assert (
            1,
            (
                "No difference in what was read; left out, and different: old, line 2, "
                '"Not so.".\n'
            ),
            'a.html: left out: line 2, "Not so.": the page hides it\n',
        ) == (done.status, done.out, done.err)

    def test_json(self, folder: StatementRepo) -> None:
        """
        As JSON both sides have it, and the texts are not the same.
        """
        folder.write("a.html", "<p>Same</p>\n<p hidden>Not so.</p>")
        folder.write("b.html", "<p>Same</p>")

        done = folder.run("compare", "a.html", "b.html", "--format", "json")

        data = json.loads(done.out)
        entry = {"line": 2, "kind": "hidden", "words": "Not so."}
        assert (1, False) == (done.status, data["same"])
        assert {"old": [entry], "new": []} == data["left_out"]

    def test_as_page(self, folder: StatementRepo) -> None:
        """
        A redline to keep is not made where it would show no difference.
        """
        folder.write("a.html", "<p>Same</p>\n<p hidden>Not so.</p>")
        folder.write("b.html", "<p>Same</p>")

        done = folder.run("compare", "a.html", "b.html", "--format", "html")

        assert (1, "") == (done.status, done.out)
        assert (
            'error: no difference in what was read; left out, and different: old, '
            'line 2, "Not so."\n'
            "hint: A redline would show no difference. Compare what was left out by "
            "eye.\n"
        ) in done.err  # fmt: skip

    @pytest.mark.parametrize("extra", ["<!-- x -->", "<script>x</script>"])
    def test_never_text(self, folder: StatementRepo, extra: str) -> None:
        """
        Comments and scripts are no text, whatever they hold.
        """
        folder.write("a.html", "<p>Same</p>").write("b.html", f"<p>Same</p>{extra}")

        done = folder.run("compare", "a.html", "b.html")

        assert (0, "No difference.\n", "") == (done.status, done.out, done.err)

    def test_no_text(self, folder: StatementRepo) -> None:
        """
        A page without any text is not compared.
        """
        folder.write("a.html", "<script>x</script>").write("b.html", "<p>Same</p>")

        done = folder.run("compare", "a.html", "b.html")

        assert (
            1,
            "",
            (
                'error: "a.html" has no text that could be read\n'
                "hint: If a script makes the page's text, open the page in a browser "
                "and copy the text into a file.\n"
            ),
        ) == (done.status, done.out, done.err)

    def test_code(self, folder: StatementRepo) -> None:
        """
        HTML in a fence is shown as it stands, and is text.
        """
        form = "# H\n\n```\n<img src={}>\n```\n\n<b>x</b>\n"
        folder.write("a.md", form.format("a")).write("b.md", form.format("b"))

        done = folder.run("compare", "a.md", "b.md")

        assert (0, "# H\n\n<img src=[-a-]{+b+}>\n\nx\n") == (done.status, done.out)


class TestNames:
    """The words for a side come before files of the same name."""

    @pytest.mark.parametrize("name", ["draft", "in-force", "2026-01-15"])
    def test_of_files(self, repo: StatementRepo, name: str) -> None:
        """
        A file that is called like a version or the draft needs `./`.
        """
        repo.publish("2026-01-15")
        repo.write(name, "Another text.\n")

        by_word = repo.run("compare", name, "draft", today="2026-02-01")
        by_path = repo.run("compare", f"./{name}", "draft", today="2026-02-01")

        assert "No difference.\n" == by_word.out
        assert "[-Another text.-]" in by_path.out

    def test_misspelt(self, repo: StatementRepo) -> None:
        """
        A word that is nearly one of them is answered with it.
        """
        repo.publish("2026-01-15")

        done = repo.run("compare", "in-force", "drat", today="2026-02-01")

        assert (
            'error: "drat" is neither a version nor a file\n'
            "hint: Did you mean `draft`?\n"
        ) == done.err


class TestReading:
    """Only files are read, and never without end."""

    @pytest.mark.parametrize("command", ["compare", "import"])
    def test_pipe(self, repo: StatementRepo, command: str) -> None:
        """
        A pipe that nobody writes to is refused, and not waited for.
        """
        os.mkfifo(repo.root / "pipe.txt")
        rest = ["draft"] if command == "compare" else ["--statement", "other"]

        done = repo.run(command, "pipe.txt", *rest)

        assert f'error: "pipe.txt" can\'t be read: it is no file\n{UNREADABLE}' == (
            done.err
        )

    def test_endless(self, repo: StatementRepo) -> None:
        """
        A device that never ends is no file.
        """
        done = repo.run("import", "/dev/zero", "--statement", "other")

        assert f'error: "/dev/zero" can\'t be read: it is no file\n{UNREADABLE}' == (
            done.err
        )

    def test_huge(self, repo: StatementRepo) -> None:
        """
        No more of a file is read than a statement can have.
        """
        with (repo.root / "huge.txt").open("wb") as file:
            file.truncate(MAX_BYTES * 2000)

        done = repo.run("compare", "huge.txt", "draft")

        assert (
            'error: "huge.txt" has more than 5,000,000 bytes: that is too large\n'
            "hint: Take the statement alone, without what is around it.\n"
        ) == done.err

    def test_long_name(self, folder: StatementRepo) -> None:
        """
        A name that no file can have is answered like any other that can't be read.
        """
        name = "a" * 300

        done = folder.run("compare", name, "draft")

        assert f'error: "{name}" can\'t be read: File name too long\n{UNREADABLE}' == (
            done.err
        )


class TestOutput:
    """The answer never takes the place of a text."""

    @pytest.fixture
    def pair(self, folder: StatementRepo) -> StatementRepo:
        """Two files that differ, and a link to one."""
        folder.write("a.txt", "One.\n").write("b.txt", "Two.\n")
        (folder.root / "link.txt").symlink_to("a.txt")
        (folder.root / "other.txt").symlink_to("c.txt")
        return folder

    @pytest.mark.parametrize(
        ("name", "reason"),
        [
            ("a.txt", "it is one of the compared texts"),
            ("link.txt", "it is one of the compared texts"),
            ("other.txt", "it is a link"),
            (".", "it is no file"),
            ("none/x.txt", "No such file or directory"),
            ("a" * 300, "File name too long"),
        ],
        ids=["input", "link to one", "link", "folder", "no folder", "long name"],
    )
    def test_refused(self, pair: StatementRepo, name: str, reason: str) -> None:
        """
        What is not a new file, or a file of its own, is left alone.
        """
        done = pair.run("compare", "a.txt", "b.txt", "-o", name)

        assert (1, f'error: "{name}" can\'t be written: {reason}\n{UNWRITABLE}') == (
            done.status,
            done.err,
        )
        assert "One.\n" == pair.read("a.txt")

    def test_statements(self, repo: StatementRepo) -> None:
        """
        A redline is no text of a statement.
        """
        repo.publish("2026-01-15")
        name = "statements/website/en/lending.md"

        done = repo.run("compare", "2026-01-15", "draft", "-o", name)

        assert (
            f'error: "{name}" can\'t be written: it lies in statements/\n{UNWRITABLE}'
        ) == done.err

    def test_exchanged(self, pair: StatementRepo) -> None:
        """
        A file of an earlier answer is exchanged.
        """
        pair.write("redline.txt", "Old.\n")

        pair.run("compare", "a.txt", "b.txt", "-o", "redline.txt")

        assert "[-One-]{+Two+}.\n" == pair.read("redline.txt")


@pytest.mark.parametrize("form", ["text", "terminal", "markdown", "html", "json"])
@pytest.mark.parametrize("suffix", ["html", "md"])
def test_no_terminal_acts(folder: StatementRepo, suffix: str, form: str) -> None:
    """
    What a file's entities stand for never reaches a terminal or turns a text.
    """
    signs = "&#27;[2J&#7;&#x202e;&#x9b;"
    folder.write(f"a.{suffix}", "Same, and one.\n")
    folder.write(
        f"b.{suffix}",
        f"Same, and two {signs} <a href='https://a.example/{signs}'>x</a>.\n",
    )

    done = folder.run("compare", f"a.{suffix}", f"b.{suffix}", "--format", form)

    assert (0, set()) == (
        done.status,
        set("\x1b\x07\x9b\u202e") & set(done.out + done.err),
    )


@pytest.mark.parametrize(
    ("page", "message"),
    [
        (
            "<div>" * 200_000,
            "the elements of the page are nested more than 400 levels deep",
        ),
        (
            f"<table><tr>{'<td>x' * 3000}</table>",
            "a table has 3,000 columns; 200 can be read",
        ),
    ],
    ids=["nested", "wide"],
)
def test_beyond_all_sense(folder: StatementRepo, page: str, message: str) -> None:
    """
    A page that no person made is refused at once.
    """
    folder.write("a.html", page)

    done = folder.run("compare", "a.html", "a.html")

    assert done.err.startswith(f"error: {message}\n")
