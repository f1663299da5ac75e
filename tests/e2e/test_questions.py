from __future__ import annotations

import json
import shutil
import sys
from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import STATEMENT_YAML
from builders import StatementRepo
from builders import section_text
from proposals import CONTACTS
from proposals import LONGER

if TYPE_CHECKING:
    from pathlib import Path

LENDING = f"{SECTIONS['lending']}\n- the branch"

SPANISH = STATEMENT_YAML.replace(
    "  en: Privacy statement",
    "  en: Privacy statement\n  es: Declaración de privacidad",
).replace("locales: [en]", "locales: [en, es]")


@pytest.fixture
def published(repo: StatementRepo) -> StatementRepo:
    """A project whose second version was published on 2026-02-01."""
    repo.publish("2026-01-05")
    repo.section("lending", LENDING)
    repo.publish("2026-02-01")
    return repo


class TestStatus:
    def test_scheduled(self, published: StatementRepo) -> None:
        """
        Status says what is in force, what is coming, and when a build is due.
        """
        done = published.run("status", "--as-of", "2026-02-10")

        assert (
            "website: Privacy statement, as of 2026-02-10\n"
            "  in force     2026-01-05  since 2026-01-05\n"
            "  coming       2026-02-01  takes effect on 2026-03-06, in 24 days\n"
            "  draft        same as 2026-02-01\n"
            "  next change  2026-03-06T08:00:00Z\n" == done.out
        )
        assert (0, "") == (done.status, done.err)

    def test_draft(self, published: StatementRepo) -> None:
        """
        Status names the sections in which the draft differs.
        """
        published.section("contacts", "Write to us.")

        done = published.run("status", "--as-of", "2026-03-06")

        assert (
            "website: Privacy statement, as of 2026-03-06\n"
            "  in force  2026-02-01  since 2026-03-06\n"
            "  draft     differs from 2026-02-01: en/contacts.md\n" == done.out
        )

    def test_proposed(self, published: StatementRepo) -> None:
        """
        A version that is not on the publishing branch yet is proposed.
        """
        published.section("retention", LONGER)
        published.release("2026-03-10")

        done = published.run("status", "--as-of", "2026-03-10")

        assert (
            "  proposed  2026-03-10  not recorded yet; planned to take effect "
            "on 2026-04-12" in done.out.splitlines()
        )

    def test_held(self, repo: StatementRepo) -> None:
        """
        A version that was published too late is held, and status fails.
        """
        repo.publish("2026-01-05")
        repo.section("lending", LENDING)
        repo.release("2026-02-01")
        repo.clear("2026-02-01", "2026-02-01").commit("2026-02-20")

        done = repo.run("status", "--as-of", "2026-02-21")

        assert 1 == done.status
        assert (
            "  HELD      2026-02-01  it was published too late for its date"
            in done.out.splitlines()
        )

    def test_late_proposal(self, published: StatementRepo) -> None:
        """
        A proposal that waited too long is told, before it is merged and held.
        """
        published.git("switch", "--quiet", "-c", "change")
        published.section("retention", LONGER)
        published.publish("2026-03-10")

        done = published.run("status", today="2026-03-20")
        check = published.run("check", today="2026-03-20")

        said = (
            "statements/website/versions/2026-03-10/record.yaml: error "
            "proposal-late: version 2026-03-10 is public from 2026-03-20 on and may "
            "take effect from 2026-04-19, and its date is 2026-04-12\n"
            "  hint: Give it new dates: `duenotice release --again --effective "
            "2026-04-19`.\n"
        )
        assert (0, said) == (done.status, done.err)
        assert 1 == check.status
        assert said in check.out

    def test_held_as_data(self, repo: StatementRepo) -> None:
        """
        As JSON a held version says why, and from when on it may take effect.
        """
        repo.publish("2026-01-05")
        repo.section("lending", LENDING)
        repo.release("2026-02-01")
        repo.clear("2026-02-01", "2026-02-01").commit("2026-02-20")

        done = repo.run("status", "--as-of", "2026-02-21", "--format", "json")

        newest = json.loads(done.out)["statements"][0]["versions"][-1]
        assert ("held", "published-late", "2026-03-22") == (
            newest["status"],
            newest["held_because"],
            newest["earliest_effective"],
        )

    def test_translations(self, repo: StatementRepo) -> None:
        """
        Status names translations that are missing, and those that are behind.
        """
        repo.statement(SPANISH)
        repo.section("lending", "Anotamos los libros.", locale="es")
        repo.publish("2026-01-05")
        repo.section("lending", LENDING)
        repo.publish("2026-02-01")

        lines = repo.run("status", "--as-of", "2026-02-10").out.splitlines()

        behind = [one.split() for one in lines if "es:" in one]
        assert [
            ["behind", "es:", "lending"],
            ["missing", "es:", "introduction,", "retention,", "contacts"],
        ] == behind

    def test_json(self, published: StatementRepo) -> None:
        """
        As JSON, status gives every version with its status.
        """
        done = published.run("status", "--as-of", "2026-02-10", "--format", "json")

        data = json.loads(done.out)
        statement = data["statements"][0]
        assert "duenotice/status/1" == data["schema"]
        assert ("2026-01-05", "2026-03-06T08:00:00Z") == (
            statement["in_force"],
            statement["next_change_at"],
        )
        assert [("2026-01-05", "in-force"), ("2026-02-01", "scheduled")] == [
            (one["version"], one["status"]) for one in statement["versions"]
        ]

    def test_never_released(self, repo: StatementRepo) -> None:
        """
        A statement without a version has nothing in force.
        """
        repo.commit("2026-01-01")

        done = repo.run("status", "--as-of", "2026-01-02")

        assert (
            "website: Privacy statement, as of 2026-01-02\n"
            "  in force  none  on this day (America/Los_Angeles)\n"
            "  draft     never released\n" == done.out
        )


class TestHistory:
    def test_versions(self, published: StatementRepo) -> None:
        """
        The history lists the versions, the newest first.
        """
        done = published.run("history", "--as-of", "2026-02-10")

        assert (
            "VERSION     STATUS     PUBLISHED   IN FORCE FROM  UNTIL       SECTIONS\n"
            "2026-02-01  scheduled  2026-02-01  2026-03-06     -           1\n"
            "2026-01-05  in-force   2026-01-05  2026-01-05     2026-03-06  4\n"
            == done.out
        )

    def test_none(self, repo: StatementRepo) -> None:
        """
        A statement that was never released has no history.
        """
        repo.commit("2026-01-01")

        assert "No version has been made yet.\n" == repo.run("history").out

    def test_section(self, published: StatementRepo) -> None:
        """
        A section's history names the versions that changed it.
        """
        done = published.run("history", "lending")

        assert (
            "2026-02-01  revised  lending  Lending\n"
            "2026-01-05  added    lending  Lending\n" == done.out
        )

    def test_renamed(self, published: StatementRepo) -> None:
        """
        A section that was renamed keeps one history under both ids.
        """
        text = section_text(LENDING, "Borrowing", "formerly: [lending]")
        published.delete("statements/website/en/lending.md")
        published.write("statements/website/en/borrowing.md", text)
        published.statement(STATEMENT_YAML.replace("- lending", "- borrowing"))
        published.publish("2026-03-10")

        new, old = (
            published.run("history", one).out for one in ("borrowing", "lending")
        )

        assert new == old
        assert [
            ["2026-03-10", "renamed", "borrowing", "Borrowing"],
            ["2026-02-01", "revised", "lending", "Lending"],
            ["2026-01-05", "added", "lending", "Lending"],
        ] == [line.split() for line in new.splitlines()]

    def test_unknown_section(self, published: StatementRepo) -> None:
        """
        An unknown section is an error that names those there are.
        """
        done = published.run("history", "lendings")

        assert 1 == done.status
        assert (
            'error: no version has a section "lendings"\n'
            "hint: Sections: contacts, introduction, lending, retention.\n" == done.err
        )

    def test_json(self, published: StatementRepo) -> None:
        """
        As JSON, the history has the digests.
        """
        done = published.run("history", "--format", "json", "--as-of", "2026-02-10")

        data = json.loads(done.out)
        record = published.read("statements/website/versions/2026-02-01/record.yaml")
        assert "duenotice/history/1" == data["schema"]
        assert f"digest: {data['versions'][0]['digest']}\n" in record

    def test_section_json(self, published: StatementRepo) -> None:
        """
        As JSON, a section's history has a schema of its own.
        """
        done = published.run("history", "lending", "--format", "json")

        assert {
            "version": "2026-02-01",
            "section": "lending",
            "title": "Lending",
            "what": "revised",
        } == json.loads(done.out)["changes"][0]


class TestShow:
    def test_day(self, published: StatementRepo) -> None:
        """
        A day shows the text that was in force on it.
        """
        before, after = (
            published.run("show", "--as-of", day, "--section", "lending").out
            for day in ("2026-03-05", "2026-03-06")
        )

        assert (
            "## 1. Lending\n\nWe note which books you borrow:\n\n"
            "- the title\n- the day\n" == before
        )
        assert f"{before}- the branch\n" == after

    def test_whole(self, published: StatementRepo) -> None:
        """
        The whole text begins with the title; references read as they are published.
        """
        text = published.run("show", "2026-01-05").out

        assert text.startswith(
            "# Privacy statement\n\n## Introduction\n\nFernhill Library keeps your "
            "data safe. See "
            "[section 2, Retention](#retention).\n"
        )

    def test_draft(self, published: StatementRepo) -> None:
        """
        The draft is shown as the working tree has it.
        """
        published.section("contacts", "Write to us.")

        done = published.run("show", "draft", "--section", "contacts")

        assert "## Contacts\n\nWrite to us.\n" == done.out

    def test_html(self, published: StatementRepo) -> None:
        """
        As HTML, a section is what the page has.
        """
        out = published.run(
            "show", "2026-01-05", "--section", "retention", "--format", "html"
        ).out

        assert "<p>We keep loans for 90 days. After that we delete them.</p>" in out
        assert 'id="retention"' in out

    def test_json(self, published: StatementRepo) -> None:
        """
        As JSON, a text names its version and digest.
        """
        out = published.run("show", "2026-01-05", "--format", "json").out

        data = json.loads(out)
        assert ("duenotice/text/1", "2026-01-05", "en") == (
            data["schema"],
            data["version"],
            data["locale"],
        )
        assert ["introduction", "lending", "retention", "contacts"] == [
            one["id"] for one in data["sections"]
        ]

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            pytest.param(
                ["2026-01-06"],
                'error: there is no version "2026-01-06"\n'
                "hint: The newest versions: 2026-01-05, 2026-02-01.\n",
                id="version",
            ),
            pytest.param(
                ["--locale", "es", "2026-01-05"],
                'error: there is no text in "es"\nhint: Languages: en.\n',
                id="language",
            ),
            pytest.param(
                ["--locale", "es", "draft"],
                'error: there is no text in "es"\nhint: Languages: en.\n',
                id="language-of-draft",
            ),
            pytest.param(
                ["--as-of", "2026-01-04"],
                "error: no version was in force on 2026-01-04\n"
                "hint: The first text in force was 2026-01-05, from 2026-01-05 on.\n",
                id="day",
            ),
        ],
    )
    def test_unknown(
        self, published: StatementRepo, arguments: list[str], message: str
    ) -> None:
        """
        What isn't there is named, with what is.
        """
        done = published.run("show", *arguments)

        assert (1, "", message) == (done.status, done.out, done.err)

    def test_unknown_section(self, published: StatementRepo) -> None:
        """
        An unknown section is named, with those there are.
        """
        done = published.run("show", "2026-01-05", "--section", "x")

        assert 1 == done.status
        assert done.err.startswith('error: the text has no section "x"\nhint: Its ')


class TestStatements:
    @pytest.fixture
    def two(self, published: StatementRepo) -> StatementRepo:
        """A project with two statements."""
        published.write("statements/loans/statement.yaml", STATEMENT_YAML)
        for name, body in SECTIONS.items():
            text = section_text(body, name.capitalize())
            published.write(f"statements/loans/en/{name}.md", text)
        published.commit("2026-02-02")
        return published

    def test_which(self, two: StatementRepo) -> None:
        """
        A command about one statement asks which where there are several.
        """
        done = two.run("show")

        assert 1 == done.status
        assert (
            "error: there are several statements\n"
            "hint: Add --statement with one of: loans, website.\n" == done.err
        )

    def test_all(self, two: StatementRepo) -> None:
        """
        Status is about all of them.
        """
        out = two.run("status", "--as-of", "2026-02-10").out

        assert ["loans", "website"] == [
            line.partition(":")[0] for line in out.splitlines() if "as of" in line
        ]

    def test_one(self, two: StatementRepo) -> None:
        """
        With --statement it is about one.
        """
        out = two.run("status", "--as-of", "2026-02-10", "--statement", "loans").out

        assert "website" not in out

    @pytest.mark.parametrize("command", ["status", "show", "build", "check", "release"])
    def test_unknown(self, two: StatementRepo, command: str) -> None:
        """
        A statement that isn't there is named, with those there are.
        """
        done = two.run(command, "--statement", "webiste")

        assert 1 == done.status
        assert (
            'error: there is no statement "webiste"\n'
            "hint: The statements here: loans, website.\n" == done.err
        )

    def test_none(self, repo: StatementRepo) -> None:
        """
        A project without a statement says how to begin one.
        """
        shutil.rmtree(repo.root / "statements")
        repo.write("statements/.keep", "").commit("2026-01-01")

        done = repo.run("status")

        assert 1 == done.status
        assert (
            'error: the folder "statements" holds no statement\n'
            "hint: Bring a text in with `duenotice import FILE --statement ID`.\n"
            == done.err
        )


class TestCheck:
    def test_sound(self, repo: StatementRepo) -> None:
        """
        A sound draft has no faults.
        """
        repo.section("contacts", CONTACTS)
        done = repo.run("check")

        assert (
            0,
            (
                "website: not released yet; a first version needs no notice; "
                "0 errors, 0 warnings\n"
            ),
        ) == (done.status, done.out)

    def test_fault(self, repo: StatementRepo) -> None:
        """
        A fault is shown with its place, and fails the command.
        """
        repo.section("contacts", f"See\n[](#nowhere).\n\n{CONTACTS}")

        done = repo.run("check")

        assert 1 == done.status
        assert done.out.startswith("statements/website/en/contacts.md:5: error ")
        assert done.out.endswith("1 error, 0 warnings\n")

    def test_json(self, repo: StatementRepo) -> None:
        """
        As JSON, each fault has its code and line.
        """
        repo.section("contacts", f"See\n[](#nowhere).\n\n{CONTACTS}")

        data = json.loads(repo.run("check", "--format", "json").out)

        assert "duenotice/check/1" == data["schema"]
        assert [("statements/website/en/contacts.md", 5, "error")] == [
            (one["path"], one["line"], one["severity"]) for one in data["diagnostics"]
        ]

    def test_strict(self, repo: StatementRepo) -> None:
        """
        With --strict a warning fails too.
        """
        repo.section("contacts", "Write <b>now</b>.")

        assert [0, 1] == [
            repo.run("check").status,
            repo.run("check", "--strict").status,
        ]


class TestProgram:
    def test_door(self, published: StatementRepo, pytestconfig: pytest.Config) -> None:
        """
        `python build.py` with no arguments is `duenotice build`.
        """
        door = pytestconfig.rootpath / "build.py"
        published.write("build.py", door.read_bytes())

        done = published.run_python("build.py", "--dry-run", "--as-of", "2026-02-10")

        assert 0 == done.status, done.err
        assert (
            done.out == published.run("build", "--dry-run", "--as-of", "2026-02-10").out
        )

    def test_door_to_all(
        self, published: StatementRepo, pytestconfig: pytest.Config
    ) -> None:
        """
        Every other command works behind `build.py` too.
        """
        published.write("build.py", (pytestconfig.rootpath / "build.py").read_bytes())

        done = published.run_python("build.py", "status", "--as-of", "2026-02-10")

        assert published.run("status", "--as-of", "2026-02-10").out == done.out

    @pytest.mark.parametrize("command", ["status", "show"])
    def test_starts_lean(self, published: StatementRepo, command: str) -> None:
        """
        A question loads neither what makes pages nor what makes PDFs.
        """
        code = (
            "import sys, atexit\n"
            "from duenotice.cli import main\n"
            "atexit.register(lambda: print(*sys.modules, file=sys.stderr))\n"
            f"sys.argv = ['duenotice', {command!r}, '--as-of', '2026-02-10']\n"
            "main()"
        )

        loaded = published.run_python("-c", code).err.split()

        assert not {"weasyprint", "jinja2", "babel", "tinyhtml5", "merge3"} & set(
            loaded
        )
        assert "duenotice.store.archive" in loaded

    def test_version(self, published: StatementRepo) -> None:
        """
        The program says its version.
        """
        assert "duenotice 0.1.0\n" == published.run("--version").out

    def test_no_command(self, published: StatementRepo) -> None:
        """
        Without a command the help is shown, and the exit status is that of misuse.
        """
        done = published.run()

        assert 2 == done.status
        assert "Usage: duenotice [OPTIONS] COMMAND [ARGS]..." in done.out + done.err

    @pytest.mark.parametrize(
        ("arguments", "message"),
        [
            (["status", "--as-of", "5 May"], '"5 May" is no date in the form 2026'),
            (["status", "--as-of", "20260505"], '"20260505" is no date in the form'),
            (["release", "--version", "v2"], '"v2" is no label in the form 2026'),
            (["release", "--again", "--discard"], "--again and --discard exclude"),
            (["release", "--adopt"], "an adopted version needs a name that vouches"),
            (["show", "--format", "word"], "'word' is not one of"),
        ],
    )
    def test_misuse(
        self, published: StatementRepo, arguments: list[str], message: str
    ) -> None:
        """
        A wrong option is named, and the exit status is 2.
        """
        done = published.run(*arguments)

        assert 2 == done.status
        assert message in done.err

    def test_subfolder(self, published: StatementRepo) -> None:
        """
        The project is found from a folder inside it.
        """
        folder = published.root / "statements/website"

        inside = published.run("--project", str(folder), "history").out

        assert published.run("history").out == inside

    def test_no_project(self, tmp_path: Path) -> None:
        """
        Outside a project the message says where to go.
        """
        repo = StatementRepo(tmp_path / "empty")

        done = repo.run("--project", str(tmp_path / "empty-home"), "status")

        assert 1 == done.status
        assert (
            f'error: neither "{tmp_path / "empty-home"}" nor a folder above it holds '
            '"statements"\nhint: Go to the folder that holds `statements/`, or start '
            "a project with `duenotice init DIR`.\n" == done.err
        )


class TestInit:
    def test_can_be_released(self, tmp_path: Path) -> None:
        """
        The example of a new project can be released and built as it is.
        """
        outside = StatementRepo(tmp_path / "outside")
        outside.run("init", str(tmp_path / "new"))
        repo = StatementRepo.existing(tmp_path / "new")
        repo.commit("2026-01-01")

        check = repo.run("check", "--strict")
        repo.run("release", today="2026-01-02")
        repo.commit("2026-01-02")
        build = repo.run("build", "--no-pdf", "--as-of", "2026-01-02")

        assert 0 == check.status
        assert check.out.endswith("; 0 errors, 0 warnings\n")
        assert (0, "") == (build.status, build.err)

    def test_overwrites_nothing(self, repo: StatementRepo) -> None:
        """
        A folder that holds a statement already is left as it is.
        """
        before = repo.read("statements/website/statement.yaml")

        done = repo.run("init", ".")

        assert 1 == done.status
        assert 'error: ".gitattributes" exists already\n' in done.err
        assert before == repo.read("statements/website/statement.yaml")


class TestSchema:
    @pytest.mark.parametrize("name", ["statement", "section", "record"])
    def test_json_schema(self, repo: StatementRepo, name: str) -> None:
        """
        The schema of each file is a JSON Schema that knows all keys.
        """
        schema = json.loads(repo.run("schema", name).out)

        assert "https://json-schema.org/draft/2020-12/schema" == schema["$schema"]
        assert schema["additionalProperties"] is False
        assert schema["properties"]


class TestDoctor:
    def test_well(self, published: StatementRepo) -> None:
        """
        On a machine that has everything, the doctor finds nothing missing.
        """
        done = published.run("doctor")

        version = ".".join(map(str, sys.version_info[:3]))
        assert 0 == done.status, done.out
        assert f"ok  Python        {version}, duenotice 0.1.0" in done.out.splitlines()

    def test_no_attributes(self, published: StatementRepo) -> None:
        """
        A project whose line endings aren't kept is told what to add.
        """
        published.delete(".gitattributes")

        done = published.run("doctor")

        assert 1 == done.status
        assert (
            "MISSING  line endings  not kept by .gitattributes\n"
            "         Add the line: statements/** text eol=lf -ident -filter\n"
            in done.out
        )

    def test_json(self, published: StatementRepo) -> None:
        """
        As JSON, each thing looked at is listed.
        """
        data = json.loads(published.run("doctor", "--format", "json").out)

        assert "duenotice/doctor/1" == data["schema"]
        assert "git" in [one["what"] for one in data["findings"]]
