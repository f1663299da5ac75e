from __future__ import annotations

import json
from typing import TYPE_CHECKING

import pytest

from proposals import LABEL
from proposals import errors_of
from proposals import in_folder

if TYPE_CHECKING:
    from builders import Outcome
    from builders import StatementRepo

DAY = "2026-03-05"
RECORDS = "website: 2 versions, as recorded\n"


@pytest.fixture
def merged(approved: StatementRepo) -> StatementRepo:
    """A project with a version in force and one that is scheduled."""
    approved.commit(LABEL)
    return approved


@pytest.fixture
def built(merged: StatementRepo) -> StatementRepo:
    """The same, with its site."""
    merged.run("build", "--no-pdf", today=DAY)
    return merged


def verify(repo: StatementRepo, *options: str) -> Outcome:
    """Verify records, and perhaps a site."""
    return repo.run("verify", *options, today=DAY)


def fault_lines(repo: StatementRepo) -> list[str]:
    """Give what is said of the files of the site."""
    done = verify(repo, "--site", "site")
    assert 1 == done.status
    return [one.strip() for one in done.out.splitlines() if one.startswith("  ")]


class TestRecords:
    def test_sound(self, merged: StatementRepo) -> None:
        """
        Records that are as they were made are said to be.
        """
        done = verify(merged)

        assert (0, RECORDS, "") == (done.status, done.out, done.err)

    def test_edited_text(self, merged: StatementRepo) -> None:
        """
        A text of a version that was edited afterwards is found.
        """
        path = in_folder("2026-01-10", "en/retention.md")
        merged.write(path, merged.read(path).replace("90", "91")).commit(DAY)

        done = verify(merged)

        assert (1, ["text-changed"]) == (done.status, errors_of(done))
        assert "website: 2 versions, 1 error\n" == done.out

    def test_edited_notice(self, merged: StatementRepo) -> None:
        """
        So is a notice that is not the one that was approved.
        """
        path = in_folder(LABEL, "notice/en.md")
        merged.write(path, f"{merged.read(path)}\nMore.\n").commit(DAY)

        done = verify(merged)

        assert (1, ["notice-changed"]) == (done.status, errors_of(done))

    def test_not_committed(self, merged: StatementRepo) -> None:
        """
        What is edited on the disk alone is no fault of what is recorded.
        """
        merged.write(in_folder("2026-01-10", "en/retention.md"), "Other words.\n")

        assert 0 == verify(merged).status

    def test_data(self, built: StatementRepo) -> None:
        """
        As data the answer names versions, commit, day and faults.
        """
        commit = built.git("rev-parse", "HEAD").strip()
        (built.root / "site/website/index.html").unlink()

        done = verify(built, "--site", "site", "--format", "json")

        data = json.loads(done.out)
        assert 1 == done.status
        assert "duenotice/verification/1" == data["schema"]
        assert [{"statement": "website", "versions": ["2026-01-10", LABEL]}] == data[
            "statements"
        ]
        assert (commit, DAY, ["website/index.html: it is missing"]) == (
            data["site"]["commit"],
            data["site"]["as_of"],
            data["site"]["faults"],
        )


class TestSite:
    def test_sound(self, built: StatementRepo) -> None:
        """
        A site that is as it was built is said to be, with its day.
        """
        done = verify(built, "--site", "site")

        assert (0, "") == (done.status, done.err)
        assert done.out.startswith(f"{RECORDS}site/: ")
        assert done.out.endswith(f" as of {DAY}, as built\n")

    def test_edited(self, built: StatementRepo) -> None:
        """
        A page that was edited is named.
        """
        page = "site/website/index.html"
        built.write(page, f"{built.read(page)}<!-- -->")

        assert ["website/index.html: it is not the file that was built"] == fault_lines(
            built
        )

    def test_missing(self, built: StatementRepo) -> None:
        """
        So is one that is gone.
        """
        built.delete("site/website/feed.xml")

        assert ["website/feed.xml: it is missing"] == fault_lines(built)

    def test_foreign(self, built: StatementRepo) -> None:
        """
        So is a file that no build wrote.
        """
        built.write("site/website/terms.html", "Other terms.")

        assert ["website/terms.html: no build wrote it"] == fault_lines(built)

    def test_link(self, built: StatementRepo) -> None:
        """
        A link in the place of a page is not followed, whatever it leads to.
        """
        page = built.root / "site/website/index.html"
        page.rename(built.root / "same.html")
        page.symlink_to(built.root / "same.html")

        assert ["website/index.html: it leads out of the site"] == fault_lines(built)

    def test_path_outside(self, built: StatementRepo) -> None:
        """
        Nor does a manifest make the program read a file outside the site.
        """
        manifest = json.loads(built.read("site/manifest.json"))
        manifest["files"]["../.gitattributes"] = "sha256:0"
        built.write("site/manifest.json", json.dumps(manifest))

        assert ["../.gitattributes: it leads out of the site"] == fault_lines(built)

    def test_absolute_path(self, built: StatementRepo) -> None:
        """
        Nor where the manifest names it from the root.
        """
        outside = built.root / ".gitattributes"
        manifest = json.loads(built.read("site/manifest.json"))
        manifest["files"][str(outside)] = "sha256:0"
        built.write("site/manifest.json", json.dumps(manifest))

        assert [f"{outside}: it leads out of the site"] == fault_lines(built)

    def test_preview(self, built: StatementRepo) -> None:
        """
        A preview of the draft is never taken for what was published.
        """
        built.run("build", "--no-pdf", "--worktree", today=DAY)

        assert ["it is a preview of texts that no commit holds"] == fault_lines(built)

    @pytest.mark.parametrize(
        ("text", "reason"),
        [
            ("{", "manifest.json can't be read ("),
            ("[]", "manifest.json is no manifest of a site"),
            ('{"schema": "other/1", "files": {}}', "manifest.json is no manifest"),
        ],
        ids=["broken", "list", "other"],
    )
    def test_no_manifest(self, built: StatementRepo, text: str, reason: str) -> None:
        """
        A folder whose manifest says nothing can't be verified, which is said.
        """
        built.write("site/manifest.json", text)

        done = verify(built, "--site", "site")

        assert (1, "") == (done.status, done.out)
        assert done.err.startswith(f'error: "site" can\'t be verified: {reason}')
        assert done.err.endswith(
            "hint: Name the folder that `build` wrote, as it is published, with "
            "--site.\n"
        )
