from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from mailing_runs import DAY
from mailing_runs import files_of
from mailing_runs import member
from mailing_runs import members_csv
from mailing_runs import merged_project
from mailing_runs import notice
from proposals import LABEL
from shelf import shelf

if TYPE_CHECKING:
    from pathlib import Path

    from builders import Outcome
    from builders import StatementRepo


@pytest.fixture
def project(tmp_path: Path) -> StatementRepo:
    """A project that must write to its one member."""
    made = merged_project(tmp_path / "project")
    return made.write("members.csv", members_csv([member(1)]))


def run(project: StatementRepo, *options: str) -> Outcome:
    """Run the command."""
    return project.run("notice", LABEL, *options, today=DAY)


class TestPlace:
    """Where the files of a run may go."""

    def test_in_git(self, project: StatementRepo) -> None:
        """
        Messages are not written where they could be committed.
        """
        done = notice(project, out="mailing")

        assert (
            'error: "mailing" lies in the repository, and git doesn\'t ignore it: '
            "personal data could be committed, and stay in the history for ever\n"
            "hint: Give a folder beside the project with -o, such as ../mailing. Or "
            "add the line /mailing/ to .gitignore.\n" == done.err
        )
        assert not (project.root / "mailing").exists()

    def test_ignored(self, project: StatementRepo) -> None:
        """
        The line that the hint gives is enough.
        """
        project.write(".gitignore", "/mailing/\n*.csv\n")

        assert 0 == notice(project, out="mailing").status

    def test_address(self, project: StatementRepo) -> None:
        """
        A folder is known by its address, too.
        """
        done = notice(project, out=f"file://{project.root}/mailing")

        assert "add the line /mailing/ to .gitignore" in done.err

    @pytest.mark.parametrize("out", [".", "statements/website"])
    def test_inside(self, project: StatementRepo, out: str) -> None:
        """
        No folder of the project is one for messages.
        """
        assert "personal data could be committed" in notice(project, out=out).err

    def test_members(self, project: StatementRepo) -> None:
        """
        Members who could be committed are read, with a warning.
        """
        project.write(".gitignore", "out*/\n")

        done = notice(project)

        assert 0 == done.status
        assert (
            'warning: "members.csv" lies in the repository, and git doesn\'t ignore '
            "it: the members could be committed, and stay in the history for ever. "
            "Keep them beside the project.\n"
        ) in done.err

    @pytest.mark.parametrize("way", ["simplecache::file://", "blockcache::file://"])
    def test_detour(self, project: StatementRepo, way: str) -> None:
        """
        An address that leads through another one is refused: where does it end?
        """
        address = f"{way}{project.root}/mailing"

        assert (
            f'error: "{address}" leads to its files by a detour\n'
            "hint: Name the folder, or the store, itself.\n"
            == notice(project, out=address).err
        )

    def test_linked(self, project: StatementRepo, tmp_path: Path) -> None:
        """
        Where a link leads to counts, not where it lies.
        """
        (tmp_path / "beside").symlink_to(project.root / "statements")

        done = notice(project, out=str(tmp_path / "beside/mailing"))

        assert "personal data could be committed" in done.err

    @pytest.mark.parametrize("out", ["site", "site/mailing"])
    def test_in_site(self, project: StatementRepo, out: str) -> None:
        """
        Messages are never written where a build writes what everybody reads.
        """
        project.write(".gitignore", "site/\n")

        assert (
            f'error: "{out}" lies in the site "{project.root}/site", which everybody '
            "can read\n"
            "hint: Give a folder beside the project with -o, such as ../mailing.\n"
            == notice(project, out=out).err
        )

    def test_in_other_site(self, project: StatementRepo, tmp_path: Path) -> None:
        """
        A site is known by its manifest, wherever it was built.
        """
        web = tmp_path / "web"
        project.run("build", "--no-pdf", "--as-of", DAY, "--out", str(web), today=DAY)

        for options in (("--preview",), ("--recipients", "members.csv")):
            done = run(project, *options, "-o", str(web / "mailing"))
            assert f'lies in the site "{web}"' in done.err
        assert not (web / "mailing").exists()

    @pytest.mark.parametrize("out", ["members", "members/mailing"])
    def test_among_members(
        self, project: StatementRepo, tmp_path: Path, out: str
    ) -> None:
        """
        A folder that is read holds no messages: they would be taken for members.
        """
        folder = tmp_path / "members"
        folder.mkdir()
        (folder / "one.csv").write_bytes(members_csv([member(1)]))
        given = ("--recipients", str(folder), "-o", str(tmp_path / out))

        assert (
            f'error: "{tmp_path / out}" lies in "{folder}", all of which is read as '
            "members\n"
            "hint: Give a folder beside the project with -o, such as ../mailing.\n"
            == run(project, *given).err
        )

    @pytest.mark.parametrize(
        "options", [("--recipients", "members.csv"), ("--preview",)]
    )
    def test_memory(self, project: StatementRepo, options: tuple[str, ...]) -> None:
        """
        What is in the memory of the program would be gone at once.
        """
        assert (
            'error: "memory://out" is in the memory of this program: nothing would be '
            "left when it ends\n"
            "hint: Give a folder beside the project with -o, such as ../mailing.\n"
            == run(project, *options, "-o", "memory://out").err
        )

    def test_among_members_elsewhere(self, project: StatementRepo) -> None:
        """
        The same holds for a service that keeps files.
        """
        members = shelf("members")

        done = run(project, "--recipients", members, "-o", f"{members}/mailing/")

        assert f'"{members}/mailing/" lies in "{members}"' in done.err

    def test_other_manifest(self, project: StatementRepo, tmp_path: Path) -> None:
        """
        A manifest of something else makes no site of a folder.
        """
        (tmp_path / "manifest.json").write_text("{}", "utf-8")

        assert 0 == notice(project, out=str(tmp_path / "mailing")).status


class TestPreviewFolder:
    """Where a preview may go."""

    def test_again(self, project: StatementRepo) -> None:
        """
        A preview takes the place of the one before, and of all its letters.
        """
        run(project, "--preview", "-o", "preview")

        done = run(project, "--preview", "-o", "preview", "--channel", "email")

        assert 0 == done.status
        assert [".duenotice-preview", "index.html"] == list(
            files_of(project.root / "preview")
        )

    @pytest.mark.parametrize("name", ["index.html", "notes/plan.txt"])
    def test_foreign(self, project: StatementRepo, name: str) -> None:
        """
        Files of somebody else's stay as they are.
        """
        project.write(f"own/{name}", "mine")

        done = run(project, "--preview", "-o", "own")

        assert (
            f'error: "own" holds what no preview wrote: {name}\n'
            "hint: Name a new folder, an empty one, or one that holds a preview and "
            "nothing else.\n" == done.err
        )
        assert [name] == list(files_of(project.root / "own"))

    def test_added(self, project: StatementRepo) -> None:
        """
        Nor is a preview's folder cleared of what was put beside it.
        """
        run(project, "--preview", "-o", "preview")
        project.write("preview/notes.txt", "mine")

        done = run(project, "--preview", "-o", "preview")

        assert 'error: "preview" holds what no preview wrote: notes.txt\n' in done.err

    def test_worktree(self, project: StatementRepo) -> None:
        """
        Who writes a template looks at it before it is committed.
        """
        template = (
            "Kept short: {{ page.effective|day|striptags }} {{ page.notice_url }}\n"
        )
        project.write("templates/messages/sms.txt", template)

        run(project, "--preview", "-o", "committed")
        run(project, "--preview", "--worktree", "-o", "drafted")

        assert "Kept short" not in project.read("committed/index.html")
        assert "Kept short" in project.read("drafted/index.html")


MEMBERS = ("--recipients", "members.csv", "-o", "out")


class TestCombinations:
    """Options of which one would be without effect."""

    @pytest.mark.parametrize(
        ("options", "said"),
        [
            (("--no-open",), "--no-open: it needs --preview"),
            (("-o", "out"), "-o: it needs --recipients or --preview"),
            (("--limit", "3"), "--limit: it needs --recipients"),
            (("--suppress", "x.csv"), "--suppress: it needs --recipients"),
            (("--email-format", "eml"), "--email-format: it needs --recipients"),
            (
                ("--preview", "--format", "json"),
                "--format: it doesn't go with --preview, which makes a page",
            ),
            (
                ("--preview", *MEMBERS),
                "--preview: it is for a sample member, so it takes no --recipients",
            ),
            (
                ("--worktree", *MEMBERS),
                "--worktree: messages to members are made of what is committed",
            ),
            (
                ("--limit", "3", "--sample", "3", *MEMBERS),
                "--sample: it doesn't go with --limit",
            ),
            (
                ("--jobs", "2", "--scheduler", "tcp://127.0.0.1:9", *MEMBERS),
                "--scheduler: it doesn't go with --jobs",
            ),
            (("--recipients", "members.csv"), "-o: say where the files go"),
        ],
        ids=lambda value: value[0] if isinstance(value, tuple) else "",
    )
    def test_refused(
        self, project: StatementRepo, options: tuple[str, ...], said: str
    ) -> None:
        """
        They are refused as a mistake, and nothing is made.
        """
        done = run(project, *options)

        assert 2 == done.status
        assert f"Invalid value for {said}" in " ".join(done.err.split())
        assert not (project.root / "out").exists()

    def test_by(self, project: StatementRepo) -> None:
        """
        A name that no record can hold is refused before anything is made.
        """
        done = notice(project, "--by", "Ana\u202e")

        assert 1 == done.status
        assert "holds the character U+202E, which can't be written" in done.err
        assert not (project.root / "out").exists()

    def test_no_site(self, project: StatementRepo) -> None:
        """
        A folder that holds no site has no links to lead to.
        """
        (project.root / "out-site").mkdir()

        done = run(project, "--site", "out-site")

        assert 1 == done.status
        assert 'error: "out-site" can\'t be verified: manifest.json' in done.err
