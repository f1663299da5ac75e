"""What a person meets when something is wrong: one clear message, and what to do."""

from __future__ import annotations

import json
import os
import re
import subprocess
from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import Outcome
from builders import StatementRepo
from builders import section_text
from duenotice.diagnostics import visible
from proposals import CONTACTS
from proposals import UNDER_NO_PROFILE

if TYPE_CHECKING:
    from pathlib import Path

HOME = "statements/website"
VERSION = f"{HOME}/versions/2026-01-02"
TEXT = f"{HOME}/en/lending.md"
BUILD = ("build", "--no-pdf", "--out", "out", "--as-of", "2026-03-01")
RESTORE = (
    "A recorded version never changes. Bring the files back as they were recorded: "
    "`git log -- PATH` shows when they changed, `git checkout COMMIT -- PATH` restores "
    "them.\n"
)
NO_GIT = (
    "hint: Versions are recorded in git. Run `git init`, then `git add -A` and "
    "`git commit`, or go to the folder of your repository.\n"
)
NO_YAML = (
    "Look for a missing colon, quote or space; put text that holds a colon in quotes. "
    "Anchors, aliases and tags are not used here."
)


FAULT = re.compile(
    r"^\S.*: (?:error|warning) [a-z0-9-]+: .*\n(?:  hint: .*\n)?", re.MULTILINE
)


@pytest.fixture
def repo(tmp_path: Path) -> StatementRepo:
    """The example as a draft, with nothing in it that check would warn of."""
    repo = StatementRepo.with_statement(tmp_path / "project")
    return repo.statement(UNDER_NO_PROFILE).section("contacts", CONTACTS)


@pytest.fixture
def published(repo: StatementRepo) -> StatementRepo:
    """A project with one version, in force."""
    repo.publish("2026-01-02")
    return repo


def check(repo: StatementRepo) -> tuple[int, str]:
    """The faults that `check` tells, which is where an editor meets them."""
    done = repo.run("check")
    assert "" == done.err
    summary = next(line for line in done.out.splitlines() if "website: " in line)
    counts = summary.rpartition("; ")[2]
    return done.status, f"{''.join(FAULT.findall(done.out))}{counts}\n"


def one_error(message: str) -> tuple[int, str]:
    """What `check` answers about one error."""
    return 1, f"{message}\n1 error, 0 warnings\n"


def build(repo: StatementRepo) -> tuple[int, str]:
    """The status of a build, and what it says beside its answer."""
    done = repo.run(*BUILD)
    return done.status, done.err


def site(repo: StatementRepo) -> str:
    """Everything that a build wrote, as one text."""
    pages = sorted((repo.root / "out").rglob("*.*"))
    return "\n".join(page.read_text("utf-8") for page in pages)


def clone(repo: StatementRepo, *options: str) -> StatementRepo:
    """A clone of a project, beside it."""
    target = repo.root.parent / "clone"
    subprocess.run(
        ["git", "clone", "-q", *options, f"file://{repo.root}", target], check=True
    )
    made = StatementRepo.__new__(StatementRepo)
    made.root, made.home = target, repo.home
    return made


class TestRepository:
    @pytest.mark.parametrize("command", ["status", "build"])
    def test_without_git(self, repo: StatementRepo, command: str) -> None:
        """
        A folder without git is told how to get it.
        """
        repo.delete(".git")

        assert Outcome(
            1, "", f'error: "{repo.root}" is not in a git repository\n{NO_GIT}'
        ) == repo.run(command)

    def test_check_without_git(self, repo: StatementRepo) -> None:
        """
        The text can be checked, and a version proposed, before there is git.
        """
        repo.delete(".git")

        assert (0, "0 errors, 0 warnings\n") == check(repo)
        assert 0 == repo.run("release", today="2026-01-02").status

    @pytest.mark.parametrize("command", ["status", "build"])
    def test_before_the_first_commit(self, repo: StatementRepo, command: str) -> None:
        """
        Before the first commit, a build is told what to commit.
        """
        assert Outcome(
            1,
            "",
            f'error: the repository at "{repo.root}" has no commit yet\n'
            "hint: Commit the statement first: `git add -A`, then `git commit`.\n",
        ) == repo.run(command)

    def test_outside_of_a_project(self, tmp_path: Path) -> None:
        """
        Outside of a project, a person is told where to go.
        """
        empty = StatementRepo(tmp_path / "empty")

        assert Outcome(
            1,
            "",
            f'error: neither "{empty.root}" nor a folder above it holds "statements"\n'
            "hint: Go to the folder that holds `statements/`, or start a project with "
            "`duenotice init DIR`.\n",
        ) == empty.run("status")

    def test_dirty_tree(self, published: StatementRepo) -> None:
        """
        What is in no commit is not built, and named.
        """
        published.section("lending", "Words of tomorrow.").write(f"{HOME}/x.txt", "x")

        assert (
            0,
            (
                "warning: 2 changed files are in no commit, and so not in this build: "
                f"{TEXT}, {HOME}/x.txt\n"
            ),
        ) == build(published)
        assert "Words of tomorrow" not in site(published)

    def test_unreleased_text(self, published: StatementRepo) -> None:
        """
        What is committed and in no version is not published, and named.
        """
        published.section("lending", "Words of tomorrow.").commit("2026-01-03")

        assert (
            0,
            (
                "warning: website: the draft differs from version 2026-01-02 and is "
                "not "
                "published: en/lending.md. `duenotice release` makes a version of it.\n"
            ),
        ) == build(published)
        assert "Words of tomorrow" not in site(published)

    def test_shallow_clone(self, published: StatementRepo) -> None:
        """
        A shallow clone builds, and says what it could not check.
        """
        published.write("README.md", "Ours\n").commit("2026-01-03")

        assert (
            0,
            (
                "warning: website: this clone is shallow, so the day on which "
                "2026-01-02 "
                "was "
                "recorded can't be checked; its record says 2026-01-02. Clone with "
                "full "
                "history (in CI: fetch-depth 0) to check it.\n"
            ),
        ) == build(clone(published, "--depth=1"))

    def test_sha256(self, tmp_path: Path) -> None:
        """
        A repository with SHA-256 objects is built like any other.
        """
        repo = StatementRepo(tmp_path / "project", object_format="sha256")
        repo.statement().sections(SECTIONS).publish("2026-01-02")

        assert (0, "") == build(repo)
        assert "We note which books you borrow" in site(repo)

    def test_detached_head(self, published: StatementRepo) -> None:
        """
        A build is of the commit that is checked out, on a branch or not.
        """
        published.git("checkout", "-q", "--detach")

        assert (0, "") == build(published)
        assert "" == published.run("status").err

    def test_missing_branch(self, published: StatementRepo) -> None:
        """
        Where the publishing branch isn't there, a person is told what stands in.
        """
        published.git("branch", "-m", "main", "work")
        done = published.run("status", today="2026-03-01")

        assert (
            0,
            (
                'warning: the publishing branch "main" is not here, so a version '
                "counts as "
                "recorded once it is committed. Fetch the branch, or name another in "
                'pyproject.toml: [tool.duenotice] publishing-branch = "…".\n'
            ),
        ) == (done.status, done.err)

    def test_other_branch(self, published: StatementRepo) -> None:
        """
        The settings name another branch, and then nothing is missing.
        """
        published.git("branch", "-m", "main", "work")
        published.write(
            "pyproject.toml", '[tool.duenotice]\npublishing-branch = "work"\n'
        )

        assert "" == published.run("status", today="2026-03-01").err

    def test_work_tree(self, published: StatementRepo, tmp_path: Path) -> None:
        """
        Another working tree of the same repository is a project too.
        """
        published.git("worktree", "add", "-q", os.fspath(tmp_path / "other"))
        published.root = tmp_path / "other"

        assert (0, "") == build(published)

    def test_repository_elsewhere(self, published: StatementRepo) -> None:
        """
        A repository may lie elsewhere, as that of a submodule does.
        """
        (published.root / ".git").rename(published.root.parent / "modules")
        published.write(".git", "gitdir: ../modules\n")

        assert (0, "") == build(published)

    def test_lost_repository(self, published: StatementRepo) -> None:
        """
        A repository that isn't where it should be is named.
        """
        published.delete(".git").write(".git", "gitdir: ../gone\n")

        assert (
            1,
            (
                f'error: git could not open the repository at "{published.root}": not '
                "a "
                "git "
                f"repository: {published.root}/../gone\n"
                "hint: `git fsck` tells whether the repository is whole.\n"
            ),
        ) == build(published)

    def test_bare(self, published: StatementRepo) -> None:
        """
        A bare repository holds no project to work in.
        """
        bare = clone(published, "--bare")

        assert (
            f'error: neither "{bare.root}" nor a folder above it holds "statements"\n'
        ) == build(bare)[1].splitlines(keepends=True)[0]

    def test_merge(self, repo: StatementRepo) -> None:
        """
        A version counts from the day on which its pull request was merged.
        """
        repo.commit("2026-01-01")
        repo.git("checkout", "-q", "-b", "side")
        repo.publish("2026-01-02")
        repo.git("checkout", "-q", "main")
        moment = "2026-01-20T12:00:00+00:00"
        repo.git("merge", "-q", "--no-ff", "side", GIT_COMMITTER_DATE=moment)
        status = json.loads(repo.run("status", "--format", "json").out)

        assert ["2026-01-20"] == [
            one["published"] for one in status["statements"][0]["versions"]
        ]


class TestHostileRepository:
    def test_nothing_runs(self, published: StatementRepo, tmp_path: Path) -> None:
        """
        Nothing that a repository's settings name is run by any command.
        """
        script = tmp_path / "hooks" / "post-index-change"
        script.parent.mkdir()
        script.write_text(f"#!/bin/sh\necho $0 >> {tmp_path}/ran\ncat\n")
        script.chmod(0o755)
        published.write(".git/info/attributes", "* filter=evil diff=evil text\n")
        published.section("lending", "Words of tomorrow.")
        for key in (
            *("core.fsmonitor", "core.pager", "core.editor", "core.sshCommand"),
            *("diff.external", "diff.evil.textconv", "diff.evil.command"),
            *("filter.evil.clean", "filter.evil.smudge", "filter.evil.process"),
            *("gpg.program", "alias.log", "alias.ls-tree", "credential.helper"),
        ):
            sign = "!" if key.startswith("alias") else ""
            published.git("config", key, f"{sign}{script}")
        published.git("config", "core.hooksPath", os.fspath(script.parent))
        published.git("config", "log.showSignature", "true")
        for command in (BUILD, ("status",), ("check",), ("history",), ("show",)):
            assert 0 == published.run(*command).status

        assert not (tmp_path / "ran").exists()
        assert "Words of tomorrow" not in site(published)

    def test_hook(
        self,
        published: StatementRepo,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        """
        Called from a hook of another repository, a build is still of its own.
        """
        other = StatementRepo.with_statement(tmp_path / "other")
        other.section("lending", "Their words.").publish("2026-01-05")
        monkeypatch.setenv("GIT_DIR", os.fspath(other.root / ".git"))
        monkeypatch.setenv("GIT_WORK_TREE", os.fspath(other.root))
        monkeypatch.setenv("GIT_INDEX_FILE", os.fspath(other.root / ".git/index"))

        assert (0, "") == build(published)
        assert "We note which books you borrow" in site(published)
        assert "Their words" not in site(published)

    def test_replaced_text(self, published: StatementRepo) -> None:
        """
        A replace ref can't change what a version says.
        """
        old = published.git("rev-parse", f"HEAD:{VERSION}/en/lending.md").strip()
        published.write("new", "---\ntitle: Lending\n---\nTheir words.\n")
        new = published.git("hash-object", "-w", "new").strip()
        published.delete("new").git("replace", old, new)

        assert (0, "") == build(published)
        assert "Their words" not in site(published)


class TestRecords:
    def test_edited_record(self, published: StatementRepo) -> None:
        """
        A record that was edited stops the build of the text in force.
        """
        path = f"{VERSION}/record.yaml"
        text = published.read(path).replace("reaches: all", "reaches: new")
        published.write(path, text).commit("2026-01-03")

        assert (
            1,
            (
                f"error: version 2026-01-02 is broken: {path}: the record was edited: "
                "its "
                f"content doesn't match its digest\nhint: {RESTORE}"
            ),
        ) == build(published)
        assert not (published.root / "out").exists()

    def test_edited_text(self, published: StatementRepo) -> None:
        """
        A text that was changed after recording stops the build that would show it.
        """
        path = f"{VERSION}/en/lending.md"
        published.write(path, section_text("Other words.", "Lending"))
        published.commit("2026-01-03")

        assert (
            1,
            (
                f"error: version 2026-01-02 is broken: {path}: it is not the text that "
                f"version 2026-01-02 recorded\nhint: {RESTORE}"
            ),
        ) == build(published)

    def test_uncommitted_edit(self, published: StatementRepo) -> None:
        """
        An edit of a recorded text that isn't committed changes no build.
        """
        path = f"{VERSION}/en/lending.md"
        published.write(path, section_text("Other words.", "Lending"))

        assert (
            0,
            (
                "warning: 1 changed file is in no commit, and so not in this build: "
                f"{path}\n"
            ),
        ) == build(published)
        assert one_error(
            f"{path}: error text-changed: it is not the text that version 2026-01-02 "
            f"recorded\n  hint: {RESTORE.rstrip()}"
        ) == check(published)

    def test_stray_file(self, published: StatementRepo) -> None:
        """
        A file that no record names is not published, and named.
        """
        path = f"{VERSION}/en/more.md"
        published.write(path, section_text("Stray words.", "More")).commit("2026-01-03")

        assert (
            0,
            (
                f"{path}: warning file-unlocked: no record names this file, so it is "
                "never "
                "published\n"
                "  hint: Delete it: a version's folder holds what `release` wrote and "
                "nothing else.\n"
            ),
        ) == build(published)
        assert "Stray words" not in site(published)

    def test_folder_without_a_date(self, published: StatementRepo) -> None:
        """
        A folder of a version that has no date for its name is named.
        """
        published.write(f"{HOME}/versions/newest/record.yaml", "version: newest\n")

        assert one_error(
            f'{HOME}/versions/newest: error label-invalid: "newest" is no version '
            "label\n"
            "  hint: A version is named by its date, such as 2026-11-24, or "
            "2026-11-24.2 "
            "for a second one on that day. Folders here are made by `duenotice "
            "release`."
        ) == check(published)

    def test_label_on_the_command_line(self, repo: StatementRepo) -> None:
        """
        A label that is no date is refused where it is given.
        """
        done = repo.run("release", "--version", "soon")

        assert 2 == done.status
        assert (
            'Error: Invalid value for --version: "soon" is no label in the form '
            "2026-11-24 or 2026-11-24.2"
        ) == done.err.splitlines()[-1]

    @pytest.mark.parametrize("words", ["", "  ", "-", "\u3164\u3164"])
    @pytest.mark.parametrize(
        "command",
        [
            "notified 2026-01-02 --channel email --on 2026-01-02 --count 3 --by",
            "withdraw 2026-01-02 --reason",
            "reschedule 2026-01-02 --effective 2027-01-02 --reason",
            "decide 2026-01-02 x --verdict editorial --by Ana --reason Looked --public",
            "obligation-met 2026-01-02 choice-people --by Ana --how",
            "approve 2026-01-02 --by",
            "release --required-by-law",
        ],
        ids=lambda command: command.partition(" ")[0],
    )
    def test_nothing_said(
        self, published: StatementRepo, command: str, words: str
    ) -> None:
        """
        A name or a reason that nobody can read is refused wherever one is given.
        """
        done = published.run(*command.split(), words)

        option = command.rsplit(maxsplit=1)[-1]
        assert 2 == done.status
        assert (
            f'Error: Invalid value for {option}: "{visible(words)}" tells nobody '
            "anything: it takes two letters at least"
        ) == done.err.splitlines()[-1]

    @pytest.mark.parametrize(
        ("reason", "message"),
        [
            ("law\x1b[31m", r"'law\x1b[31m' holds the character U+001B, which"),
            ("law\udcff", r"'law\udcff' holds the character U+DCFF, which"),
            ("law\u202e", r"'law\u202e' holds the character U+202E, which"),
        ],
        ids=["control", "byte", "direction"],
    )
    def test_reason(self, repo: StatementRepo, reason: str, message: str) -> None:
        """
        A reason that could not be read back makes no record.
        """
        assert Outcome(
            1,
            "",
            f"error: {message} can't be written\n"
            "hint: Write it without that character; it can't be seen anyway.\n",
        ) == repo.run("release", "--required-by-law", reason)
        assert not (repo.root / HOME / "versions").exists()


class TestTexts:
    @pytest.mark.parametrize(
        ("content", "message"),
        [
            pytest.param(
                "---\ntitle: Lending\n---\nCaf\xe9\n".encode("latin-1"),
                ":4: error not-utf8: byte 27 (0xe9) is not UTF-8\n"
                "  hint: Save the file as UTF-8 (the editor's “Save with encoding”).",
                id="another encoding",
            ),
            pytest.param(
                b"---\ntitle: Lending\n---\na\0b\n",
                ":4: error control-character: the file holds the control character "
                "U+0000\n"
                "  hint: Delete it; it can't be seen, and a PDF or a browser may drop "
                "it.",
                id="nul",
            ),
            pytest.param(
                b"---\ntitle: Lending: ours\n---\nText.\n",
                ":2: error front-matter-broken: a section's front matter can't be read "
                "as YAML: mapping values are not allowed in this context\n"
                f"  hint: {NO_YAML}",
                id="broken front matter",
            ),
            pytest.param(
                b"We lend books.\n",
                ":1: error front-matter-missing: the section doesn't begin with front "
                "matter\n"
                '  hint: Begin the file with a line "---", then "title: …", then a '
                "line "
                '"---".',
                id="no front matter",
            ),
            pytest.param(
                b"---\ntitle: Lending\nversion: soon\n---\nText.\n",
                ':3: error value-invalid: "soon" is not a version label in the form '
                '2026-11-24 or 2026-11-24.2 (key "version")\n'
                "  hint: Write a version label in the form 2026-11-24 or 2026-11-24.2.",
                id="label that is no date",
            ),
            pytest.param(
                b"---\ntitle: Lending\ntranslate: 2026-01-02\n---\nText.\n",
                ':3: error key-unknown: "translate" is not a key of a section\'s front '
                "matter\n"
                '  hint: Did you mean "translates"? Keys allowed here: title, version, '
                "formerly, translates.",
                id="unknown key",
            ),
            pytest.param(
                b"---\ntitle: Lending\ntitle: Loans\n---\nText.\n",
                ':3: error key-repeated: "title" stands twice in a section\'s front '
                "matter\n  hint: Keep one of them.",
                id="repeated key",
            ),
            pytest.param(
                b'---\ntitle: "a\\u202e"\n---\nText.\n',
                ":2: error front-matter-broken: a section's front matter can't be read "
                "as YAML: it holds the character U+202E as an escape\n"
                f"  hint: {NO_YAML}",
                id="hidden character",
            ),
            pytest.param(
                b"---\ntitle: Lending\n---\n" + b"word " * 250_000,
                ": error file-too-large: the file has 1,250,023 bytes; 1,000,000 are "
                "allowed\n  hint: Split it into sections.",
                id="size",
            ),
            pytest.param(
                b"---\ntitle: Lending\n---\n" + b"> " * 900 + b"a\n",
                ":4: error nesting-too-deep: lists or quotes are nested more than 6 "
                "levels deep\n"
                "  hint: Write it with fewer levels of lists, quotes, emphasis and "
                "links.",
                id="depth",
            ),
        ],
    )
    def test_fault(self, repo: StatementRepo, content: bytes, message: str) -> None:
        """
        A text that can't be read is one error, with its file and line and a way out.
        """
        repo.write(TEXT, content)

        assert one_error(f"{TEXT}{message}") == check(repo)

    def test_release(self, repo: StatementRepo) -> None:
        """
        A release stops at an error and writes nothing.
        """
        repo.write(TEXT, "We lend books.\n")

        assert Outcome(
            1,
            "",
            "error: 1 fault stops this:\n"
            f"{TEXT}:1: error front-matter-missing: the section doesn't begin with "
            "front matter\n"
            '  hint: Begin the file with a line "---", then "title: …", then a line '
            '"---".\n'
            "hint: Mend that and run the command again. `duenotice check` shows all "
            "faults.\n",
        ) == repo.run("release")
        assert not (repo.root / HOME / "versions").exists()

    @pytest.mark.parametrize(
        ("before", "after", "message"),
        [
            pytest.param(
                b"\n",
                b"\r\n",
                ":1: warning line-endings: the file has Windows line endings (CRLF)\n"
                "  hint: Nothing is lost: it is read as if it had line feeds, and "
                "`release` writes them. Set your editor to LF to silence this.",
                id="windows",
            ),
            pytest.param(
                b"books",
                "bo\u202eoks".encode(),
                ":5: warning direction-control: the text holds the direction control "
                "U+202E, which can make it read otherwise than it is stored\n"
                "  hint: Delete it; the direction of a language is set for the whole "
                "page.",
                id="direction",
            ),
        ],
    )
    def test_warning(
        self, published: StatementRepo, before: bytes, after: bytes, message: str
    ) -> None:
        """
        What can be read, and might surprise, is a warning that stops nothing.
        """
        data = (published.root / TEXT).read_bytes()
        published.write(TEXT, data.replace(before, after))

        assert (0, f"{TEXT}{message}\n0 errors, 1 warning\n") == check(published)

    def test_windows_text(self, published: StatementRepo) -> None:
        """
        Line endings of another system are no change of the text.
        """
        data = (published.root / TEXT).read_bytes()
        published.write(TEXT, data.replace(b"\n", b"\r\n"))

        assert (0, "") == build(published)
        assert "same as 2026-01-02" in published.run("status").out

    def test_byte_order_mark(self, published: StatementRepo) -> None:
        """
        Nor is the mark that some editors put at the beginning.
        """
        data = (published.root / TEXT).read_bytes()
        published.write(TEXT, b"\xef\xbb\xbf" + data)

        assert (0, "0 errors, 0 warnings\n") == check(published)
        assert "same as 2026-01-02" in published.run("status").out

    @pytest.mark.parametrize("title", ["Yes", "1.10", "2026-11-24", "0x10", "1e3"])
    def test_title(self, repo: StatementRepo, title: str) -> None:
        """
        A title that looks like a date, a number or a yes is published as it is.
        """
        repo.write(TEXT, section_text("We lend books.", title)).publish("2026-01-02")

        assert (0, "") == build(repo)
        assert f"1. {title}</h2>" in site(repo).replace("<span>", "").replace(
            "</span>", ""
        )

    def test_missing_section(self, published: StatementRepo) -> None:
        """
        A section that is listed and has no file is named with the file it should have.
        """
        published.delete(TEXT)

        assert one_error(
            f'{HOME}/statement.yaml: error section-missing: the section "lending" is '
            f"listed, but has no file {TEXT}\n"
            '  hint: Write the file, or take the id out of "sections".'
        ) == check(published)

    def test_odd_names(self, published: StatementRepo) -> None:
        """
        A file's name is shown so that it can't break a line, colour or turn the text.
        """
        name = "a\n\x1b[31m\u202e\udcff"
        published.write(f"{HOME}/en/{name}.md", section_text("Text.", "Odd"))
        shown = r"a\n\x1b[31m\u202e\udcff"

        assert one_error(
            f'{HOME}/en/{shown}.md: error section-unlisted: the section "{shown}" is '
            f"not listed in {HOME}/statement.yaml, so its text would not be published\n"
            "  hint: Rename the file: an id is lower-case letters, digits and hyphens. "
            'Add it to "sections" at its place, or delete the file.'
        ) == check(published)
        found = json.loads(published.run("check", "--format", "json").out)
        assert [f"{HOME}/en/{name}.md"] == [one["path"] for one in found["diagnostics"]]
        published.commit("2026-01-03")
        assert f"en/{shown}.md" in build(published)[1]


class TestLinks:
    OUTSIDE = "---\ntitle: Lending\n---\nThe secret words.\n"

    @pytest.mark.parametrize("place", ["text", "folder"])
    def test_on_disk(self, published: StatementRepo, place: str) -> None:
        """
        A link that leads out of the project is named and not followed.
        """
        path = TEXT if place == "text" else f"{HOME}/en"
        outside = published.root.parent / "outside"
        (published.root / path).rename(outside)
        (published.root / path).symlink_to(outside)

        assert one_error(
            f"{path}: error not-a-file: it is not a plain file but a link, a pipe or a "
            "submodule\n"
            "  hint: Texts must be plain files inside the project. Replace it with a "
            "copy of the text."
        ) == check(published)
        assert 1 == published.run("release").status

    @pytest.mark.parametrize("path", [TEXT, f"{VERSION}/en/lending.md"])
    def test_in_a_commit(self, published: StatementRepo, path: str) -> None:
        """
        Nor is one that was committed, in the draft or in a version.
        """
        (published.root.parent / "secret.md").write_text(self.OUTSIDE)
        (published.root / path).unlink()
        (published.root / path).symlink_to(published.root.parent / "secret.md")
        published.commit("2026-01-03")
        everything = [
            str(published.run(*command))
            for command in (BUILD, ("status",), ("check",), ("show",), ("history",))
        ]

        assert any(f"{path}: " in one for one in everything)
        assert not any("secret words" in one for one in everything)
        assert not (published.root / "out").exists() or "secret" not in site(published)

    @pytest.mark.parametrize("place", ["inside", "outside"])
    def test_settings(self, published: StatementRepo, place: str) -> None:
        """
        Nor is one in the place of the project's settings, wherever it leads.
        """
        folder = published.root if place == "inside" else published.root.parent
        (folder / "settings.toml").write_text("secret words")
        (published.root / "pyproject.toml").symlink_to(folder / "settings.toml")

        assert Outcome(
            1,
            "",
            'error: "pyproject.toml" is not a plain file but a link, a pipe or a '
            "submodule\n"
            "hint: Texts must be plain files inside the project. Replace it with a "
            "copy of the text.\n",
        ) == published.run("check")

    def test_statements(self, published: StatementRepo) -> None:
        """
        A link in the place of all statements is one error.
        """
        (published.root / "statements").rename(published.root.parent / "outside")
        (published.root / "statements").symlink_to(published.root.parent / "outside")

        assert (
            1,
            (
                f'error: "{published.root}/statements" is a link\n'
                "hint: Replace the link with the folder: texts must lie inside the "
                "project.\n"
            ),
        ) == build(published)

    def test_release_through_a_link(self, repo: StatementRepo) -> None:
        """
        A release doesn't write through a link.
        """
        outside = repo.root.parent / "outside"
        outside.mkdir()
        (repo.root / HOME / "versions").symlink_to(outside)
        done = repo.run("release")

        assert 1 == done.status
        assert done.err.endswith(
            '" would be written through a link\n'
            "hint: Replace the link with a folder: texts must lie inside the project.\n"
        )
        assert [] == list(outside.iterdir())


class TestSettings:
    @pytest.mark.parametrize(
        ("text", "message"),
        [
            pytest.param(
                f"{UNDER_NO_PROFILE}titel: Privacy\n",
                ':17: error key-unknown: "titel" is not a key of statement.yaml\n'
                '  hint: Did you mean "title"? Keys allowed here: title, audience, '
                "controller, contacts, time_zone, source_locale, locales, "
                "prevailing_locale, sections, terms, page_size, profiles, notice, "
                "reading_level.",
                id="unknown key",
            ),
            pytest.param(
                f"{UNDER_NO_PROFILE}time_zone: UTC\n",
                ':17: error key-repeated: "time_zone" stands twice in statement.yaml\n'
                "  hint: Keep one of them.",
                id="repeated key",
            ),
            pytest.param(
                UNDER_NO_PROFILE.replace("- contacts", "- lending"),
                ':13: error section-repeated: the section "lending" stands twice in '
                '"sections"\n'
                "  hint: A section has one place. Delete one of the two entries.",
                id="repeated section",
            ),
            pytest.param(
                f"{UNDER_NO_PROFILE}terms: &a {{en: [*a]}}\n",
                ":17: error yaml-broken: statement.yaml can't be read as YAML: it uses "
                f'the anchor "a"\n  hint: {NO_YAML}',
                id="anchor",
            ),
            pytest.param(
                f"{UNDER_NO_PROFILE}terms: !!python/object/apply:os.system [id]\n",
                ":17: error yaml-broken: statement.yaml can't be read as YAML: it uses "
                'the tag "tag:yaml.org,2002:python/object/apply:os.system"\n'
                f"  hint: {NO_YAML}",
                id="tag",
            ),
            pytest.param(
                "[" * 500_000,
                ":1: error yaml-broken: statement.yaml can't be read as YAML: it is "
                f"nested too deeply\n  hint: {NO_YAML}",
                id="depth",
            ),
            pytest.param(
                "",
                ":1: error yaml-broken: statement.yaml can't be read as YAML: it is "
                f"empty\n  hint: {NO_YAML}",
                id="empty",
            ),
        ],
    )
    def test_statement(self, repo: StatementRepo, text: str, message: str) -> None:
        """
        Settings that can't be read are one error, with its line and a way out.
        """
        repo.statement(text)

        assert one_error(f"{HOME}/statement.yaml{message}") == check(repo)

    @pytest.mark.parametrize(
        ("text", "message"),
        [
            pytest.param(
                '[tool.duenotice]\npublishing-brunch = "main"\n',
                '"publishing-brunch" is not a key of [tool.duenotice]\n'
                'hint: Did you mean "publishing-branch"? Keys allowed here: '
                "publishing-branch, comparisons, rules-off, site-address, "
                "feed-authority.",
                id="unknown key",
            ),
            pytest.param(
                "[tool.duenotice]\npublishing-branch = 1\n",
                '"publishing-branch" in [tool.duenotice] is not text\n'
                'hint: Write publishing-branch = "…".',
                id="no text",
            ),
            pytest.param(
                "[tool.duenotice\n",
                "it can't be read: Expected ']' at the end of a table declaration (at "
                "line 1, column 16)\n"
                "hint: Mend the file; it is TOML in UTF-8.",
                id="no TOML",
            ),
        ],
    )
    def test_project(self, repo: StatementRepo, text: str, message: str) -> None:
        """
        Settings of the project that can't be used stop every command.
        """
        repo.write("pyproject.toml", text)

        assert Outcome(1, "", f"error: pyproject.toml: {message}\n") == (
            repo.run("check")
        )

    def test_record(self, published: StatementRepo) -> None:
        """
        A key that no command writes is named in a record too.
        """
        path = f"{VERSION}/record.yaml"
        text = published.read(path).replace("reaches:", "reach: all\nreaches:")
        published.write(path, text)

        assert one_error(
            f'{path}:5: error key-unknown: "reach" is not a key of record.yaml\n'
            '  hint: Did you mean "reaches"? Keys allowed here: version, published, '
            "effective, supersedes, reaches, required_by_law, assessment, decisions, "
            "approved, lock, previous, digest, events."
        ) == check(published)
