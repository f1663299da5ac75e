from __future__ import annotations

import hashlib
import json
import re
import shutil
from html.parser import HTMLParser
from typing import TYPE_CHECKING

import pytest

from builders import SECTIONS
from builders import STATEMENT_YAML
from builders import StatementRepo
from duenotice.release.request import Amends

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Mapping
    from pathlib import Path

LENDING = f"{SECTIONS['lending']}\n- the branch"
CORRECTED = SECTIONS["retention"].replace("After that", "After that,")


@pytest.fixture
def published(repo: StatementRepo) -> StatementRepo:
    """A project whose second version was published on 2026-02-01."""
    repo.publish("2026-01-05")
    repo.section("lending", LENDING)
    repo.publish("2026-02-01")
    return repo


def files_of(folder: Path) -> dict[str, bytes]:
    """Read a site; hidden files aren't of it."""
    return {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in sorted(folder.rglob("*"))
        if path.is_file() and not path.name.startswith(".")
    }


def addresses_in(page: str) -> list[str]:
    """Give every address that a page names."""
    found: list[str] = []

    class Reader(HTMLParser):
        def handle_starttag(
            self, tag: str, attrs: list[tuple[str, str | None]]
        ) -> None:
            del tag
            found.extend(
                value
                for name, value in attrs
                if name in {"href", "src", "srcset", "action", "data", "poster"}
                and value is not None
            )

    Reader().feed(page)
    return found


def pages(site: Path) -> Iterator[tuple[str, str]]:
    """Give each page's path and text."""
    for path in sorted(site.rglob("*.html")):
        yield path.relative_to(site).as_posix(), path.read_text("utf-8")


class TestPages:
    def test_addresses(self, published: StatementRepo) -> None:
        """
        Every version has its lasting address, with its PDF beside it.
        """
        done = published.run("build", "--as-of", "2026-02-10")

        assert 0 == done.status
        assert [
            "banner.js",
            "banner.json",
            "feed.xml",
            "index.html",
            "manifest.json",
            "site.js",
            "style.css",
            "website/2026-01-05/index.html",
            "website/2026-01-05/version.json",
            "website/2026-01-05/website-2026-01-05.pdf",
            "website/2026-02-01/index.html",
            "website/2026-02-01/version.json",
            "website/2026-02-01/website-2026-02-01.pdf",
            "website/announced.xml",
            "website/archive/index.html",
            "website/banner.js",
            "website/banner.json",
            "website/banner/index.html",
            "website/changes.ics",
            "website/changes/2026-02-01/index.html",
            "website/changes/2026-02-01/website-2026-02-01-notice.pdf",
            "website/changes/index.html",
            "website/coming.xml",
            "website/compare/2026-01-05/2026-02-01/index.html",
            "website/compare/2026-01-05/2026-02-01/side-by-side/index.html",
            "website/feed.xml",
            "website/index.html",
            "website/sections/contacts/feed.xml",
            "website/sections/contacts/index.html",
            "website/sections/introduction/feed.xml",
            "website/sections/introduction/index.html",
            "website/sections/lending/feed.xml",
            "website/sections/lending/index.html",
            "website/sections/retention/feed.xml",
            "website/sections/retention/index.html",
            "website/versions.json",
        ] == sorted(files_of(published.root / "site"))

    def test_scheduled_text_is_not_in_force(self, published: StatementRepo) -> None:
        """
        Until its effective date the new text is only at its own address.
        """
        published.run("build", "--no-pdf", "--as-of", "2026-03-05")

        assert "the branch" not in published.read("site/website/index.html")
        assert "the branch" in published.read("site/website/2026-02-01/index.html")

    def test_text_in_force(self, published: StatementRepo) -> None:
        """
        On its effective date the new text is in force, by the clock alone.
        """
        published.run("build", "--no-pdf", "--as-of", "2026-03-06")

        assert "the branch" in published.read("site/website/index.html")
        assert "no longer in force" in published.read(
            "site/website/2026-01-05/index.html"
        )

    def test_unpublished(self, published: StatementRepo) -> None:
        """
        Before its published day a version appears nowhere, not even in the data.
        """
        published.run("build", "--no-pdf", "--as-of", "2026-01-31")

        site = files_of(published.root / "site")
        assert not any("2026-02-01" in path for path in site)
        assert not any(b"2026-02-01" in data for data in site.values())

    def test_no_request(self, published: StatementRepo) -> None:
        """
        No page names another host, and none holds a script but the site's own.
        """
        published.run("build", "--no-pdf", "--as-of", "2026-02-10")

        for path, page in pages(published.root / "site"):
            outside = [one for one in addresses_in(page) if re.match(r"\w+:|//", one)]
            assert {"data:,", "mailto:privacy@fernhill.example"} >= set(outside), path
            scripts = re.findall(r"<script(?! type=.application/ld)[^>]*>", page)
            assert all(re.search(r' src="[\w./-]+"', one) for one in scripts), path
            assert "style=" not in page, path

    def test_links_lead_somewhere(self, published: StatementRepo) -> None:
        """
        Every link of every page, anchors too, leads to something in the site.
        """
        published.run("build", "--as-of", "2026-02-10")

        site = published.root / "site"
        for path, page in pages(site):
            for address in addresses_in(page):
                if address.startswith(("mailto:", "data:,")):
                    continue
                target, _, anchor = address.partition("#")
                file = (site / path).parent / target if target else site / path
                file = file / "index.html" if file.is_dir() else file
                assert file.is_file(), f"{path}: {address}"
                assert not anchor or f'id="{anchor}"' in file.read_text("utf-8")

    def test_without_pdf(self, published: StatementRepo) -> None:
        """
        Without PDFs no page links to one.
        """
        published.run("build", "--no-pdf", "--as-of", "2026-02-10")

        assert not any(".pdf" in page for _, page in pages(published.root / "site"))

    def test_several_statements(self, published: StatementRepo) -> None:
        """
        The first page lists every statement.
        """
        published.write("statements/loans/statement.yaml", STATEMENT_YAML)
        for name, body in SECTIONS.items():
            published.write(
                f"statements/loans/en/{name}.md", f"---\ntitle: {name}\n---\n{body}\n"
            )
        published.run("release", "--statement", "loans", today="2026-02-02")
        published.commit("2026-02-02")

        done = published.run("build", "--no-pdf", "--as-of", "2026-02-10")

        assert "" == done.err
        index = addresses_in(published.read("site/index.html"))
        assert {"loans/", "website/"} <= set(index)


class TestData:
    def test_versions(self, published: StatementRepo) -> None:
        """
        The data says of each version when it was and will be in force.
        """
        published.run("build", "--as-of", "2026-02-10")

        data = json.loads(published.read("site/website/versions.json"))
        facts = [
            (
                one["version"],
                one["status"],
                one["in_force_from"],
                one["in_force_until"],
                one["pages"]["en"]["html"],
            )
            for one in data.pop("versions")
        ]
        assert {
            "schema": "duenotice/versions/1",
            "statement": "website",
            "site": None,
            "as_of": "2026-02-10",
            "time_zone": "America/Los_Angeles",
            "in_force": "2026-01-05",
            "next_change": "2026-03-06",
        } == data
        assert [
            ("2026-02-01", "scheduled", "2026-03-06", None, "website/2026-02-01/"),
            (
                "2026-01-05",
                "in-force",
                "2026-01-05",
                "2026-03-06",
                "website/2026-01-05/",
            ),
        ] == facts

    def test_manifest(self, published: StatementRepo) -> None:
        """
        The manifest names the commit, the day, and every file by its SHA-256.
        """
        published.run("build", "--as-of", "2026-02-10")

        site = files_of(published.root / "site")
        manifest = json.loads(site.pop("manifest.json"))
        assert published.git("rev-parse", "HEAD").strip() == manifest["commit"]
        assert "2026-02-10" == manifest["as_of"]
        assert manifest["preview"] is False
        assert {
            path: f"sha256:{hashlib.sha256(data).hexdigest()}"
            for path, data in site.items()
        } == manifest["files"]


class TestReproducible:
    @pytest.mark.slow
    def test_same_bytes(self, published: StatementRepo, tmp_path: Path) -> None:
        """
        Another folder, time zone, locale, hash seed and day make the same bytes.
        """
        published.run("build", "--as-of", "2026-02-10")
        other = tmp_path / "another" / "place"
        shutil.copytree(published.root, other, symlinks=True)
        shutil.rmtree(other / "site")
        clone = StatementRepo(other)

        done = clone.run_process(
            "build",
            "--as-of",
            "2026-02-10",
            today="2031-01-01",
            TZ="Pacific/Kiritimati",
            LC_ALL="C",
            PYTHONHASHSEED="77",
        )

        assert 0 == done.status, done.err
        assert files_of(published.root / "site") == files_of(other / "site")

    def test_unchanged(self, published: StatementRepo) -> None:
        """
        A second run changes nothing and says so.
        """
        published.run("build", "--no-pdf", "--as-of", "2026-02-10")
        again = published.run("build", "--no-pdf", "--as-of", "2026-02-10")

        head = published.git("rev-parse", "HEAD")[:10]
        count = len(files_of(published.root / "site"))
        assert (
            f"site/: {count} files as of 2026-02-10, commit {head}: unchanged\n"
            == again.out
        )

    def test_published_version_stays(self, published: StatementRepo) -> None:
        """
        The PDF of a version is the same bytes before, while and after it is in force.
        """
        path = published.root / "site/website/2026-01-05/website-2026-01-05.pdf"
        found = set()
        for day in ("2026-01-05", "2026-02-10", "2027-01-01"):
            published.run("build", "--as-of", day)
            found.add(path.read_bytes())

        assert 1 == len(found)

    def test_draft_is_not_read(self, published: StatementRepo) -> None:
        """
        What is in no commit is not in the build, and the build says so.
        """
        published.run("build", "--no-pdf", "--as-of", "2026-02-10")
        before = files_of(published.root / "site")
        published.section("contacts", "Write to nobody.")

        done = published.run("build", "--no-pdf", "--as-of", "2026-02-10")

        assert before == files_of(published.root / "site")
        assert (
            "warning: 1 changed file is in no commit, and so not in this build: "
            "statements/website/en/contacts.md\n" == done.err
        )

    def test_unreleased(self, published: StatementRepo) -> None:
        """
        A text that is committed and not released is not published.
        """
        published.section("contacts", "Write to Zebulon.").commit("2026-02-03")

        done = published.run("build", "--no-pdf", "--as-of", "2026-02-10")

        assert 0 == done.status
        assert not any("Zebulon" in page for _, page in pages(published.root / "site"))
        assert (
            "warning: website: the draft differs from version 2026-02-01 and is not "
            "published: en/contacts.md. `duenotice release` makes a version of it.\n"
            == done.err
        )


class TestPlan:
    def plan(self, repo: StatementRepo, *options: str) -> Mapping[str, str]:
        """Give each file's digest in the plan."""
        done = repo.run("build", "--dry-run", "--format", "json", *options)
        files = json.loads(done.out)["files"]
        return {one["path"]: one["digest"] for one in files}

    def test_dry_run(self, published: StatementRepo) -> None:
        """
        A dry run lists the files and writes none.
        """
        done = published.run("build", "--dry-run", "--as-of", "2026-02-10")
        is_there = (published.root / "site").exists()
        published.run("build", "--as-of", "2026-02-10")

        listed = {line.split()[-1] for line in done.out.splitlines()}
        assert not is_there
        assert listed | {"manifest.json"} == set(files_of(published.root / "site"))

    def test_same_digest_same_bytes(self, published: StatementRepo) -> None:
        """
        Files whose digest in the plan is the same on two days have the same bytes.
        """
        plans, sites = [], []
        for day in ("2026-02-10", "2026-02-11", "2026-03-06"):
            plans.append(self.plan(published, "--as-of", day))
            published.run("build", "--as-of", day)
            sites.append(files_of(published.root / "site"))

        same = [
            (path, i, j)
            for i, j in ((0, 1), (0, 2), (1, 2))
            for path in plans[i]
            if plans[i][path] == plans[j].get(path)
        ]
        assert {path for path, _, _ in same} >= {
            "style.css",
            "website/2026-01-05/website-2026-01-05.pdf",
        }
        assert all(sites[i][path] == sites[j][path] for path, i, j in same)

    def test_digest_follows_text(self, published: StatementRepo) -> None:
        """
        A new version leaves the digests of the earlier versions' PDFs as they were.
        """
        before = self.plan(published, "--as-of", "2026-02-10")
        published.section("retention", CORRECTED)
        published.publish("2026-02-05", amends=Amends.PENDING)

        after = self.plan(published, "--as-of", "2026-02-10")

        path = "website/2026-01-05/website-2026-01-05.pdf"
        assert before[path] == after[path]
        assert before["website/index.html"] != after["website/index.html"]

    def test_digest_follows_templates(self, published: StatementRepo) -> None:
        """
        A project's own template changes every digest that may depend on it.
        """
        before = self.plan(published, "--as-of", "2026-02-10")
        published.write("templates/site/style.css", "body { color: black }\n")
        published.commit("2026-02-02")

        after = self.plan(published, "--as-of", "2026-02-10")

        assert not set(before.values()) & set(after.values())


class TestHeld:
    def test_late(self, repo: StatementRepo) -> None:
        """
        A version that was published too late to leave the lead time is held.
        """
        repo.publish("2026-01-05")
        repo.section("lending", LENDING)
        repo.release("2026-02-01")
        repo.clear("2026-02-01", "2026-02-01").commit("2026-02-20")

        done = repo.run("build", "--no-pdf", "--as-of", "2026-03-10")

        assert 1 == done.status
        assert (
            "statements/website/versions/2026-02-01/record.yaml: error published-late: "
            "version 2026-02-01 is public from 2026-02-20 on and may take effect from "
            "2026-03-22, and its date is 2026-03-06\n"
            "  hint: Move it: `duenotice reschedule 2026-02-01 --effective 2026-03-22 "
            '--reason "…"`.\n' == done.err
        )
        assert "the branch" not in repo.read("site/website/index.html")

    def test_rescheduled(self, repo: StatementRepo) -> None:
        """
        The hint of a held version puts it right.
        """
        repo.publish("2026-01-05")
        repo.section("lending", LENDING)
        repo.release("2026-02-01")
        repo.clear("2026-02-01", "2026-02-01").commit("2026-02-20")
        repo.run(
            "reschedule",
            "2026-02-01",
            "--effective",
            "2026-03-22",
            "--reason",
            "merged late",
            today="2026-02-21",
        )
        repo.commit("2026-02-21")

        done = repo.run("build", "--no-pdf", "--as-of", "2026-03-22")

        assert 0 == done.status
        assert "the branch" in repo.read("site/website/index.html")


class TestPreview:
    def test_draft(self, published: StatementRepo) -> None:
        """
        A preview shows the draft as the version that a release would make of it.
        """
        published.section("contacts", "Write to us, or call.")

        done = published.run("build", "--worktree", "--no-pdf", today="2026-02-03")

        count = len(files_of(published.root / "site"))
        assert f"site/: {count} files as of 2026-02-03, preview: written\n" == done.out
        assert "or call" in published.read("site/website/2026-02-03/index.html")
        assert json.loads(published.read("site/manifest.json"))["preview"] is True

    def test_writes_nothing_else(self, published: StatementRepo) -> None:
        """
        A preview leaves the statement's files as they are.
        """
        published.section("contacts", "Write to us, or call.")
        before = published.git("status", "--porcelain", "statements")

        published.run("build", "--worktree", "--no-pdf", today="2026-02-03")

        assert before == published.git("status", "--porcelain", "statements")

    def test_proposed(self, published: StatementRepo) -> None:
        """
        A proposed version is shown as if it had been recorded as planned.
        """
        published.section("contacts", "Write to us, or call.")
        published.release("2026-03-10")

        published.run("build", "--worktree", "--no-pdf", today="2026-03-10")

        assert "or call" in published.read("site/website/2026-03-10/index.html")

    def test_without_git(self, tmp_path: Path) -> None:
        """
        A first draft can be previewed before there is a repository.
        """
        repo = StatementRepo.with_statement(tmp_path / "project")
        shutil.rmtree(repo.root / ".git")

        done = repo.run("build", "--worktree", "--no-pdf", today="2026-02-03")

        assert (0, "") == (done.status, done.err)
        assert "keeps your data safe" in repo.read("site/website/index.html")

    def test_faulty(self, published: StatementRepo) -> None:
        """
        A draft with an error is not shown at all: the message says what is wrong.
        """
        published.section("contacts", "See [](#nowhere).")

        done = published.run("build", "--worktree", "--no-pdf", today="2026-02-03")

        assert 1 == done.status
        assert done.err.startswith("error: 1 fault stops this:\n")
        assert "statements/website/en/contacts.md:" in done.err
        assert not (published.root / "site").exists()


class TestLinkedSite:
    def test_default(self, published: StatementRepo, tmp_path: Path) -> None:
        """
        A link that comes with the project doesn't make a build write elsewhere.
        """
        outside = tmp_path / "outside"
        site = published.root / "site"
        site.symlink_to(outside)

        done = published.run("build", "--no-pdf", "--as-of", "2026-02-10")

        assert 1 == done.status
        assert (
            f'error: "{site}" is a link, and leads elsewhere\n'
            "hint: Replace the link with a folder; or name it with --out, if the site "
            "is to be written where it leads.\n"
        ) == done.err
        assert not outside.exists()

    def test_named(self, published: StatementRepo, tmp_path: Path) -> None:
        """
        Who names a link with `--out` wants the site to be where it leads.
        """
        outside = tmp_path / "outside"
        (published.root / "site").symlink_to(outside)

        done = published.run(
            "build", "--no-pdf", "--as-of", "2026-02-10", "--out", "site"
        )

        assert 0 == done.status
        assert (outside / "website/index.html").is_file()
