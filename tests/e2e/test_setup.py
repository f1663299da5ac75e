"""A fresh checkout sets itself up, from locks that name nothing but packages."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[2]
LOCKS = [ROOT / "requirements" / name for name in ("run.txt", "dev.txt")]
REQUIREMENT = re.compile(
    r"(?P<name>[a-z0-9][a-z0-9.-]*)(?:\[[a-z0-9,-]+\])?==(?P<version>\S+)"
    r"(?: ; (?P<marker>[^\\]+))?"
    r"(?P<hashes>(?: \\\n    --hash=sha256:[0-9a-f]{64})+)"
    r"(?:\n    # .*)*"
)

each_lock = pytest.mark.parametrize("lock", LOCKS, ids=lambda path: path.name)


def locked_versions(lock: Path) -> dict[str, str]:
    """The version of every package that a lock holds, by its name."""
    matches = REQUIREMENT.finditer(lock.read_text(encoding="utf-8"))
    return {match["name"]: match["version"] for match in matches}


def project_table(*keys: str) -> dict[str, object]:
    """A table of pyproject.toml."""
    table = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    for key in keys:
        table = table[key]
    return table


def run(*argv: str, cwd: Path = ROOT) -> subprocess.CompletedProcess[str]:
    """Run a program to its end, and keep what it says."""
    return subprocess.run(argv, cwd=cwd, check=False, capture_output=True, text=True)


class TestBuildTool:
    """What `python build.py` does where the set-up never ran."""

    def test_names_the_missing_package_and_the_way_out(self) -> None:
        """
        Without its packages, the build tool says in one line which package is missing
        and which command installs it.
        """
        result = run(sys.executable, "-I", "-S", "build.py")

        assert 1 == result.returncode
        assert "" == result.stdout
        assert re.fullmatch(
            r"error: the package '\w+' is not installed\. "
            r"Run 'make setup', then '\.venv/bin/python build\.py'\.\n",
            result.stderr,
        )

    def test_keeps_the_traceback_of_a_fault_of_our_own(self, tmp_path: Path) -> None:
        """
        A module of the project that is missing is our fault, which no set-up mends.
        """
        package = tmp_path / "src" / "duenotice" / "cli"
        package.mkdir(parents=True)
        (package.parent / "__init__.py").touch()
        (package / "__init__.py").write_text("import duenotice.gone\n")
        shutil.copy(ROOT / "build.py", tmp_path)

        result = run(sys.executable, "-I", "-S", "build.py", cwd=tmp_path)

        assert 1 == result.returncode
        assert "Traceback" in result.stderr
        assert "No module named 'duenotice.gone'" in result.stderr
        assert "make setup" not in result.stderr

    def test_needs_no_installed_project(self, tmp_path: Path) -> None:
        """
        With the packages there, the build tool finds the project in src/ by itself,
        and runs the command "build".
        """
        package = tmp_path / "src" / "duenotice"
        package.mkdir(parents=True)
        (package / "__init__.py").touch()
        (package / "cli.py").write_text("def main(*, default): print(default)\n")
        shutil.copy(ROOT / "build.py", tmp_path)

        result = run(sys.executable, "-I", "-S", "build.py", cwd=tmp_path)

        assert (0, "build\n") == (result.returncode, result.stdout)


class TestLocks:
    """What the set-up may install."""

    @each_lock
    def test_pins_and_hashes_every_package(self, lock: Path) -> None:
        """
        A lock is nothing but packages at one version, each with the digests of the
        files that may be installed for it.
        """
        rest = REQUIREMENT.sub("", lock.read_text(encoding="utf-8"))

        assert "" == rest.strip()

    @each_lock
    def test_names_neither_a_host_nor_a_path(self, lock: Path) -> None:
        """
        Where packages come from is the business of the machine that installs them.
        """
        text = lock.read_text(encoding="utf-8")

        assert [] == re.findall(r".*(?:://|--index|--find-links).*|.*\s/\w.*", text)

    def test_tests_run_with_the_versions_that_build_the_site(self) -> None:
        """
        The development lock holds the whole of the other one, at equal versions.
        """
        run_versions, dev_versions = map(locked_versions, LOCKS)

        assert run_versions.items() <= dev_versions.items()

    def test_holds_every_package_that_the_project_declares(self) -> None:
        """
        A dependency that is added to pyproject.toml is locked in the same change.
        """
        project, groups = project_table("project"), project_table("dependency-groups")
        declared = re.findall(r"'([\w-]+)[>=]", str([project["dependencies"], groups]))

        missing = {name.lower() for name in declared} - locked_versions(LOCKS[1]).keys()

        assert set() == missing


class TestMakefile:
    """The doors for a person and for CI."""

    @pytest.mark.parametrize(
        ("target", "last_step"),
        [
            ("site", ".venv/bin/python build.py --as-of 2026-11-24"),
            ("test", ".venv/bin/python -m pytest -n auto"),
        ],
    )
    def test_sets_up_first(self, target: str, last_step: str) -> None:
        """
        On a fresh checkout, the set-up comes before the work, without being asked for.
        """
        # An outer make hands its own flags and arguments down.
        argv = ["env", "-u", "MAKEFLAGS", "-u", "MAKELEVEL", "make", "-n", "-B", target]

        steps = run(*argv, "ARGS=--as-of 2026-11-24").stdout.splitlines()

        assert steps[0].startswith("sh scripts/setup.sh ")
        assert steps[-1].startswith(last_step)

    def test_ci_runs_what_a_person_runs(self) -> None:
        """
        CI has no steps of its own.
        """
        script = (ROOT / ".ci" / "run").read_text(encoding="utf-8")

        assert "exec make test\n" == script.splitlines(keepends=True)[-1]


class TestSetUpScript:
    """What can be told about the set-up without running it."""

    @pytest.mark.parametrize("path", ["scripts/setup.sh", ".ci/run"])
    def test_is_well_formed(self, path: str) -> None:
        """
        The shells of fresh systems can read the scripts.
        """
        shell = "sh" if path.endswith(".sh") else "bash"

        assert (0, "") == ((result := run(shell, "-n", path)).returncode, result.stderr)

    def test_refuses_an_unknown_purpose(self) -> None:
        """
        The set-up is for running or for development; anything else is a mistake.
        """
        result = run("sh", "scripts/setup.sh", "everything")

        assert (2, "usage: scripts/setup.sh run|dev\n") == (
            result.returncode,
            result.stderr,
        )

    def test_refuses_an_interpreter_that_is_not_python(self) -> None:
        """
        An interpreter that was named but cannot do the work is an error, not a hint.
        """
        result = run("env", "PYTHON=false", "sh", "scripts/setup.sh", "run")

        assert 1 == result.returncode
        assert result.stderr.startswith(
            "error: false is not Python 3.11 or newer; install it, or name it: "
        )


class TestLayers:
    """What the contracts of import-linter cover."""

    def test_places_every_module(self) -> None:
        """
        No module of the project stands outside the layers.
        """
        contracts = project_table("tool", "importlinter")["contracts"]
        assert isinstance(contracts, list)
        layers = re.findall(r"\w+", " ".join(contracts[0]["layers"]))

        package = ROOT / "src" / "duenotice"
        modules = {
            path.stem
            for path in package.iterdir()
            if path.name not in {"__init__.py", "__pycache__", "py.typed"}
        }

        assert modules <= set(layers)
