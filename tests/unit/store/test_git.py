from __future__ import annotations

import os
import subprocess
from typing import TYPE_CHECKING

import pytest

from builders import StatementRepo
from duenotice.store.git import Repository
from duenotice.store.git_errors import GitFailedError
from duenotice.store.git_errors import GitMissingError
from duenotice.store.git_errors import NoCommitError
from duenotice.store.git_errors import NotARepositoryError
from duenotice.store.git_errors import UnknownRevisionError
from duenotice.store.git_errors import UnsafeRepositoryError
from duenotice.store.tree import NotAFileError

if TYPE_CHECKING:
    from pathlib import Path

TEXT = "statements/website/en/lending.md"
RECORD = "statements/website/versions/2026-01-02/record.yaml"


@pytest.fixture
def small(tmp_path: Path) -> StatementRepo:
    """A repository with one text, committed."""
    made = StatementRepo(tmp_path / "project").write(TEXT, "One\n")
    made.commit("2026-01-01")
    return made


def read(repo: StatementRepo, path: str, name: str = "HEAD") -> bytes:
    """The bytes of a file as a commit has it."""
    with Repository(repo.root) as repository:
        commit = repository.resolve(name)
        assert commit is not None
        return repository.tree(commit).read(path)


def changed(repo: StatementRepo) -> tuple[str, ...]:
    """The files that are in no commit as they are."""
    with Repository(repo.root) as repository:
        return repository.changed_paths()


def history(repo: StatementRepo, path: str = RECORD) -> list[tuple[int, bytes]]:
    """When a record was committed, and what it was then."""
    with Repository(repo.root) as repository:
        forms = repository.record_history(repository.head()).get(path, ())
        return [
            (one.committed_at, repository.read_object(one.object_id)) for one in forms
        ]


def noon(day: int) -> int:
    """Noon of a day in January 2026, in seconds since 1970."""
    return 1_767_225_600 + (day - 1) * 86_400 + 43_200


class TestOpening:
    def test_no_repository(self, tmp_path: Path) -> None:
        """
        A folder without git is an error that says how to begin.
        """
        with pytest.raises(NotARepositoryError) as caught:
            Repository(tmp_path)

        assert f'"{tmp_path}" is not in a git repository' == str(caught.value)
        assert (
            "Versions are recorded in git. Run `git init`, then `git add -A` and "
            "`git commit`, or go to the folder of your repository."
        ) == caught.value.advice

    @pytest.mark.parametrize(
        "outer", [{}, {"GIT_DIR": "/nowhere"}], ids=["bare", "hook"]
    )
    def test_no_git(
        self, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, outer: dict[str, str]
    ) -> None:
        """
        A machine without git is an error that says what to install.
        """
        (tmp_path / "env").symlink_to("/usr/bin/env")
        monkeypatch.setenv("PATH", os.fspath(tmp_path))
        for name, value in outer.items():
            monkeypatch.setenv(name, value)
        with pytest.raises(GitMissingError) as caught:
            Repository(tmp_path)

        assert 'the program "git" was not found' == str(caught.value)
        assert "Install git (`apt install git` on Debian and Ubuntu)." == (
            caught.value.advice
        )

    @pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a file away")
    def test_of_somebody_else(self, small: StatementRepo) -> None:
        """
        Where git doesn't trust a repository, neither does the program.
        """
        for path in [small.root, small.root / ".git"]:
            os.chown(path, 12345, 12345)
        with pytest.raises(UnsafeRepositoryError) as caught:
            Repository(small.root)

        assert (
            f'git refuses to read "{small.root}" since it belongs to another user'
        ) == str(caught.value)
        assert (
            f'If you trust it: git config --global --add safe.directory "{small.root}"'
        ) == caught.value.advice

    def test_bare(self, small: StatementRepo) -> None:
        """
        A repository without a working tree is said to be one.
        """
        small.git("config", "core.bare", "true")
        with pytest.raises(GitFailedError) as caught:
            Repository(small.root)

        assert (
            f'git could not open the repository at "{small.root}": this operation must '
            "be run in a work tree"
        ) == str(caught.value)

    def test_lost_repository(self, small: StatementRepo) -> None:
        """
        A working tree whose repository is gone is said to have lost it.
        """
        small.delete(".git").write(".git", "gitdir: ../gone\n")
        with pytest.raises(GitFailedError) as caught:
            Repository(small.root)

        assert str(caught.value).endswith(
            f": not a git repository: {small.root}/../gone"
        )

    def test_no_commit(self, tmp_path: Path) -> None:
        """
        Before the first commit there is no HEAD, which is an error that says so.
        """
        repo = StatementRepo(tmp_path / "project")
        with (
            Repository(repo.root) as repository,
            pytest.raises(NoCommitError) as caught,
        ):
            repository.head()

        assert f'the repository at "{repo.root}" has no commit yet' == str(caught.value)

    def test_unknown_revision(self) -> None:
        """
        A revision that isn't there is an error that says what there could be.
        """
        error = UnknownRevisionError("v9")

        assert '"v9" is no revision of this repository' == str(error)
        assert (
            "Use a branch, a tag or the beginning of a commit id (`git log --oneline`)."
        ) == error.advice


class TestResolve:
    @pytest.mark.parametrize("name", ["HEAD", "main", "refs/heads/main", "tag"])
    def test_names(self, small: StatementRepo, name: str) -> None:
        """
        Branches, tags and HEAD stand for commits.
        """
        small.git("tag", "-a", "-m", "A tag", "tag")
        with Repository(small.root) as repository:
            assert repository.head() == repository.resolve(name)

    @pytest.mark.parametrize("name", ["nowhere", "", "--all", "-h", "HEAD:statements"])
    def test_no_names(self, small: StatementRepo, name: str) -> None:
        """
        What is no commit stands for none, even where it looks like an option.
        """
        with Repository(small.root) as repository:
            assert repository.resolve(name) is None


class TestTree:
    @pytest.mark.parametrize("object_format", ["sha1", "sha256"])
    def test_files(self, tmp_path: Path, object_format: str) -> None:
        """
        Files come from git's objects, of either kind, and not from the disk.
        """
        repo = StatementRepo(tmp_path / "project", object_format=object_format)
        repo.write(TEXT, "Committed\n").write("README.md", "No statement\n")
        repo.commit("2026-01-01")
        repo.write(TEXT, "Changed\n").write("statements/new.md", "New\n")

        assert b"Committed\n" == read(repo, TEXT)
        with Repository(repo.root) as repository:
            assert {TEXT} == repository.tree(repository.head()).paths

    @pytest.mark.parametrize("folder", ["legal", "statements"])
    def test_below(self, tmp_path: Path, folder: str) -> None:
        """
        A project may lie in a folder of a greater repository, whatever its name.
        """
        outer = StatementRepo(tmp_path / "outer")
        outer.git("config", "diff.relative", "true")
        outer.write(f"{folder}/{TEXT}", "Ours\n").write(TEXT, "Theirs\n")
        outer.write(f"{folder}/{RECORD}", "record\n").commit("2026-01-01")
        outer.write(f"{folder}/{TEXT}", "Changed\n").write(TEXT, "Changed\n")
        with Repository(outer.root / folder) as repository:
            tree = repository.tree(repository.head())

            assert b"Ours\n" == tree.read(TEXT)
            assert [RECORD] == list(repository.record_history(repository.head()))
            assert (TEXT,) == repository.changed_paths()

    def test_link(self, small: StatementRepo) -> None:
        """
        A link in a commit is not followed.
        """
        (small.root / "statements" / "link.md").symlink_to("/etc/passwd")
        small.commit("2026-01-02")
        with pytest.raises(NotAFileError):
            read(small, "statements/link.md")

    def test_submodule(self, small: StatementRepo) -> None:
        """
        A submodule is not entered.
        """
        commit = small.git("rev-parse", "HEAD").strip()
        small.git(
            "update-index", "--add", "--cacheinfo", f"160000,{commit},statements/s"
        )
        small.git("commit", "-q", "-m", "Add a submodule")
        with pytest.raises(NotAFileError):
            read(small, "statements/s")

    @pytest.mark.parametrize(
        "name", ["a b.md", "é.md", "a\nb.md", 'a"b.md', "a\tb.md", "\\.md", "\udcff.md"]
    )
    def test_odd_names(self, small: StatementRepo, name: str) -> None:
        """
        A file is found by its name, whatever bytes it has.
        """
        path = f"statements/website/en/{name}"
        small.write(path, "Odd\n").commit("2026-01-02")

        assert b"Odd\n" == read(small, path)
        assert () == changed(small)

    def test_lost_object(self, small: StatementRepo) -> None:
        """
        A repository that lost a text is an error that says how to look further.
        """
        blob = small.git("rev-parse", f"HEAD:{TEXT}").strip()
        (small.root / ".git" / "objects" / blob[:2] / blob[2:]).unlink()
        with pytest.raises(GitFailedError) as caught:
            read(small, TEXT)

        assert (
            f"git could not read an object: {blob} is missing from the repository"
        ) == str(caught.value)
        assert "`git fsck` tells whether the repository is whole." == (
            caught.value.advice
        )

    def test_killed_reader(self, small: StatementRepo) -> None:
        """
        Where git ends too early, that is an error and not the end of the output.
        """
        with Repository(small.root) as repository:
            tree = repository.tree(repository.head())
            tree.read(TEXT)
            process = repository._objects._process
            assert process.proc is not None
            process.proc.kill()
            process.proc.wait()
            with pytest.raises(GitFailedError):
                tree.read(TEXT)


class TestCustomsHistory:
    def test_among_the_versions(self, small: StatementRepo) -> None:
        """
        What changes are judged by has its history too, in one order with the records.
        """
        small.write("profiles/ours.yaml", "one\n").write("a.md", "x")
        small.commit("2026-01-02")
        small.write("pyproject.toml", "").commit("2026-01-03")
        small.delete("profiles/ours.yaml").commit("2026-01-04")
        with Repository(small.root) as repository:
            found = repository.record_history(repository.head())
        forms = found["profiles/ours.yaml"]
        settings = found["pyproject.toml"]

        assert "a.md" not in found
        assert [False, True] == [one.is_gone for one in forms]
        assert forms[0].place < settings[0].place < forms[1].place


class TestChangedPaths:
    def test_none(self, small: StatementRepo) -> None:
        """
        Just after a commit, nothing is changed.
        """
        assert () == changed(small)

    def test_kinds(self, small: StatementRepo) -> None:
        """
        Changed, new, staged and deleted texts are named; other files are not.
        """
        small.write("statements/gone.md", "x").write("statements/staged.md", "x")
        small.commit("2026-01-02")
        small.write(TEXT, "Two\n").write("statements/new.md", "x").write("a.md", "x")
        small.delete("statements/gone.md").write("statements/staged.md", "y")
        small.git("add", "statements/staged.md")
        small.write("statements/.draft.md.swp", "x")

        assert (
            "statements/gone.md",
            "statements/new.md",
            "statements/staged.md",
            TEXT,
        ) == changed(small)

    def test_what_is_judged_by_and_the_look(self, small: StatementRepo) -> None:
        """
        A project's own profiles and lexicons and its theme are among its files.
        """
        small.write("profiles/ours.yaml", "x").write("theme/logo.svg", "x")
        small.commit("2026-01-02")
        small.delete("profiles/ours.yaml").write("theme/logo.svg", "y")
        small.write("lexicons/en.yaml", "x").write("theme.yaml", "x")
        small.write("themes.yaml", "x")

        assert (
            "lexicons/en.yaml",
            "profiles/ours.yaml",
            "theme.yaml",
            "theme/logo.svg",
        ) == changed(small)

    def test_touched(self, small: StatementRepo) -> None:
        """
        A file that was written again with the same words isn't changed.
        """
        small.write(TEXT, "One\r\n")

        assert () == changed(small)

    def test_first(self, tmp_path: Path) -> None:
        """
        Before the first commit, every text is new.
        """
        repo = StatementRepo(tmp_path / "project").write(TEXT, "One\n")

        assert (TEXT,) == changed(repo)

    def test_link(self, small: StatementRepo) -> None:
        """
        A link that is committed isn't changed; one in a text's place is.
        """
        link = small.root / "statements" / "link.md"
        link.symlink_to("/etc/passwd")
        small.commit("2026-01-02")
        (small.root / TEXT).unlink()
        (small.root / TEXT).symlink_to("/etc/passwd")

        assert (TEXT,) == changed(small)


class TestRecordHistory:
    def test_forms(self, small: StatementRepo) -> None:
        """
        A record has a form for each commit that changed it, the oldest first.
        """
        small.write(RECORD, "a\n").commit("2026-01-02")
        small.write(TEXT, "Two\n").commit("2026-01-03")
        small.write(RECORD, "b\n").commit("2026-01-04")

        assert [(noon(2), b"a\n"), (noon(4), b"b\n")] == history(small)

    def test_merge(self, small: StatementRepo) -> None:
        """
        A record counts from the day on which it reached the branch by a merge.
        """
        small.git("checkout", "-q", "-b", "side")
        small.write(RECORD, "a\n").commit("2026-01-02")
        small.git("checkout", "-q", "main")
        small.write(TEXT, "Two\n").commit("2026-01-03")
        moment = "2026-01-05T12:00:00+00:00"
        small.git("merge", "-q", "--no-ff", "side", GIT_COMMITTER_DATE=moment)

        assert [(noon(5), b"a\n")] == history(small)

    def test_removed(self, small: StatementRepo) -> None:
        """
        A record that was removed and came back counts from its first day.
        """
        small.write(RECORD, "a\n").commit("2026-01-02")
        small.delete(RECORD).commit("2026-01-03")
        small.write(RECORD, "a\n").commit("2026-01-04")

        assert [(noon(2), b"a\n"), (noon(4), b"a\n")] == history(small)

    @pytest.mark.parametrize("name", ["\x02", "a\nb", ":100644 a", "\n", "é", "\udcff"])
    def test_odd_names(self, small: StatementRepo, name: str) -> None:
        """
        The name of a folder can't be taken for a commit.
        """
        path = f"statements/website/versions/{name}/record.yaml"
        small.write(path, "a\n").write(RECORD, "b\n").commit("2026-01-02")

        assert [(noon(2), b"a\n")] == history(small, path)
        assert [(noon(2), b"b\n")] == history(small)

    def test_far_future(self, small: StatementRepo) -> None:
        """
        A commit that claims a day beyond all calendars counts as on their last one.
        """
        small.write(RECORD, "a\n").git("add", "-A")
        small.git("commit", "-q", "-m", "x", GIT_COMMITTER_DATE="@99999999999999 +0000")

        assert [(253_402_128_000, b"a\n")] == history(small)

    def test_shallow(self, small: StatementRepo, tmp_path: Path) -> None:
        """
        Where a clone ends, the day of a record is marked as unchecked.
        """
        small.write(RECORD, "a\n").commit("2026-01-02")
        small.write(RECORD, "b\n").commit("2026-01-03")
        small.write(RECORD, "c\n").commit("2026-01-04")
        subprocess.run(
            ["git", "clone", "-q", "--depth=2", f"file://{small.root}", "shallow"],
            cwd=tmp_path,
            check=True,
        )
        with Repository(tmp_path / "shallow") as repository:
            forms = repository.record_history(repository.head())[RECORD]

            assert repository.is_shallow
            assert [True, False] == [form.is_boundary for form in forms]


class TestOuterSettings:
    """What a hook, a shell or a repository's own settings may not do."""

    @pytest.mark.parametrize(
        ("name", "value"),
        [
            ("GIT_DIR", "{other}/.git"),
            ("GIT_WORK_TREE", "{other}"),
            ("GIT_INDEX_FILE", "{other}/.git/index"),
            ("GIT_OBJECT_DIRECTORY", "{other}/.git/objects"),
            ("GIT_COMMON_DIR", "{other}/.git"),
            ("GIT_NAMESPACE", "other"),
            ("GIT_NOGLOB_PATHSPECS", "1"),
            ("GIT_ICASE_PATHSPECS", "1"),
            ("GIT_LITERAL_PATHSPECS", "1"),
            ("GIT_CONFIG_PARAMETERS", "'core.bare=true'"),
            ("GIT_CONFIG_COUNT", "1"),
            ("GIT_EXTERNAL_DIFF", "touch {other}/ran"),
            ("GIT_DEFAULT_HASH", "sha256"),
            ("GIT_SHALLOW_FILE", "/dev/null"),
            ("GIT_PREFIX", "x/"),
        ],
    )
    def test_environment(
        self,
        small: StatementRepo,
        tmp_path: Path,
        monkeypatch: pytest.MonkeyPatch,
        name: str,
        value: str,
    ) -> None:
        """
        A variable of git's, as a hook sets them, doesn't change what is read.
        """
        other = StatementRepo(tmp_path / "other").write(TEXT, "Theirs\n")
        other.commit("2026-01-09")
        small.write(RECORD, "a\n").commit("2026-01-02")
        monkeypatch.setenv(name, value.format(other=other.root))

        assert b"One\n" == read(small, TEXT)
        assert [(noon(2), b"a\n")] == history(small)
        assert () == changed(small)
        assert not (other.root / "ran").exists()

    def test_replacement(self, small: StatementRepo) -> None:
        """
        A replace ref can't put another text in a committed one's place.
        """
        old = small.git("rev-parse", f"HEAD:{TEXT}").strip()
        other = small.write("statements/x.md", "Theirs\n").commit("2026-01-02")
        new = small.git("rev-parse", f"{other}:statements/x.md").strip()
        small.git("replace", old, new)

        assert b"Theirs\n" == small.git("show", f"HEAD:{TEXT}").encode()
        assert b"One\n" == read(small, TEXT)

    def test_graft(self, small: StatementRepo) -> None:
        """
        A graft can't take a commit out of the past.
        """
        small.write(RECORD, "a\n").commit("2026-01-02")
        head = small.write(TEXT, "Two\n").commit("2026-01-03")
        small.write(".git/info/grafts", f"{head}\n")

        assert [(noon(2), b"a\n")] == history(small)

    @pytest.mark.parametrize(
        ("key", "value"),
        [
            ("core.fsmonitor", "{script}"),
            ("core.pager", "{script}"),
            ("core.sshCommand", "{script}"),
            ("core.hooksPath", "{hooks}"),
            ("core.editor", "{script}"),
            ("diff.external", "{script}"),
            ("diff.evil.textconv", "{script}"),
            ("diff.evil.command", "{script}"),
            ("filter.evil.clean", "{script}"),
            ("filter.evil.smudge", "{script}"),
            ("filter.evil.process", "{script}"),
            ("gpg.program", "{script}"),
            ("alias.log", "!{script}"),
            ("alias.cat-file", "!{script}"),
            ("pager.log", "{script}"),
            ("log.showSignature", "true"),
            ("log.follow", "true"),
            ("log.mailmap", "true"),
            ("log.showRoot", "false"),
            ("log.diffMerges", "off"),
            ("diff.relative", "true"),
            ("diff.orderFile", "/nowhere"),
            ("diff.renames", "copies"),
            ("diff.ignoreSubmodules", "all"),
            ("core.quotePath", "true"),
            ("core.abbrev", "4"),
            ("color.ui", "always"),
            ("format.pretty", "fuller"),
            ("core.autocrlf", "true"),
            ("core.attributesFile", "/nowhere"),
            ("status.showUntrackedFiles", "no"),
            ("i18n.logOutputEncoding", "UTF-16"),
        ],
    )
    def test_settings(
        self, small: StatementRepo, tmp_path: Path, key: str, value: str
    ) -> None:
        """
        No setting of a repository runs a program or changes what is read.
        """
        script = tmp_path / "hooks" / "post-index-change"
        script.parent.mkdir()
        script.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\ncat\n")
        script.chmod(0o755)
        small.write("statements/.gitattributes", "* filter=evil diff=evil\n")
        small.write(".git/info/attributes", "* filter=evil diff=evil text\n")
        small.write(RECORD, "a\n").commit("2026-01-02")
        small.write(TEXT, "Two\n")
        small.git("config", key, value.format(script=script, hooks=script.parent))
        (small.root / TEXT).touch()

        assert b"One\n" == read(small, TEXT)
        assert [(noon(2), b"a\n")] == history(small)
        assert (TEXT,) == changed(small)
        assert not (tmp_path / "ran").exists()

    def test_signature(self, small: StatementRepo, tmp_path: Path) -> None:
        """
        A signed commit is not checked by a program that the repository names.
        """
        script = tmp_path / "gpg"
        script.write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\n")
        script.chmod(0o755)
        small.write(RECORD, "a\n").git("add", "-A")
        tree = small.git("write-tree").strip()
        commit = (
            f"tree {tree}\nauthor A <a@b> 1767355200 +0000\n"
            "committer A <a@b> 1767355200 +0000\n"
            "gpgsig -----BEGIN PGP SIGNATURE-----\n \n a\n"
            " -----END PGP SIGNATURE-----\n\nSigned\n"
        )
        small.write("commit", commit)
        signed = small.git("hash-object", "-t", "commit", "-w", "commit").strip()
        small.git("update-ref", "refs/heads/main", signed)
        small.git("config", "gpg.program", os.fspath(script))
        small.git("config", "log.showSignature", "true")

        assert [(noon(2), b"a\n")] == history(small)
        assert not (tmp_path / "ran").exists()
