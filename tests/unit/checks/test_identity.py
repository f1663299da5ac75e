from __future__ import annotations

from dataclasses import replace

from checked import codes
from checked import found_by
from checked import make_checked
from duenotice.checks.identity import check_identity

RENAMED = "---\ntitle: Loans\nformerly: [lending]\n---\nText.\n"


class TestFormerly:
    """Earlier ids."""

    def test_rename(self) -> None:
        """
        A renamed section names the id it was published under, which is gone.
        """
        subject = replace(
            make_checked({"loans": RENAMED}),
            former_ids=frozenset({"lending"}),
            newest_ids=frozenset({"lending"}),
        )

        assert "" == found_by(check_identity, subject)

    def test_present(self) -> None:
        """
        An earlier id that another section still has is an error.
        """
        subject = make_checked({"loans": RENAMED, "lending": "Text."})

        assert (
            'en/loans.md: error formerly-present: "formerly" names "lending", which is '
            "still a section\n"
            '  hint: If "lending" was split, name it under "formerly" in the file of '
            'each section that has a part of it, "lending" itself included; otherwise '
            'take it out of "loans".'
        ) == found_by(check_identity, subject)

    def test_split(self) -> None:
        """
        A section that was split may keep its id beside its new parts.
        """
        subject = make_checked({"loans": RENAMED, "lending": RENAMED})

        assert "" == found_by(check_identity, subject)

    def test_unknown(self) -> None:
        """
        An earlier id that was never published is a warning with the likely one.
        """
        subject = replace(
            make_checked({"loans": RENAMED}), former_ids=frozenset({"lendings"})
        )

        assert (
            'en/loans.md: warning formerly-unknown: "formerly" names "lending", which '
            "no version had as a section\n"
            '  hint: Did you mean "lendings"? Write the id that the section had when '
            "it was last published, or delete the entry."
        ) == found_by(check_identity, subject)

    def test_unpublished(self) -> None:
        """
        Before the first version, nothing is known of earlier ids.
        """
        subject = make_checked({"loans": RENAMED})

        assert "" == found_by(check_identity, subject)


class TestReuse:
    """Ids of sections that are gone."""

    def test_reused(self) -> None:
        """
        An id that an earlier version had and the newest hasn't is not used again.
        """
        subject = replace(
            make_checked({"fines": "Text."}),
            former_ids=frozenset({"fines", "lending"}),
            newest_ids=frozenset({"lending"}),
        )

        assert (
            'en/fines.md: error id-reused: the id "fines" belonged to a section that '
            "was published and has since been removed or renamed\n"
            "  hint: Addresses are permanent, so an id is never used again. Give the "
            "file another name; if it is the same section come back, add "
            '"formerly: [fines]" to it.'
        ) == found_by(check_identity, subject)

    def test_kept(self) -> None:
        """
        An id that the newest version has goes on.
        """
        ids = frozenset({"fines"})
        subject = replace(
            make_checked({"fines": "Text."}), former_ids=ids, newest_ids=ids
        )

        assert "" == found_by(check_identity, subject)

    def test_come_back(self) -> None:
        """
        A section that comes back says so, and then may have its id again.
        """
        back = "---\ntitle: Fines\nformerly: [fines]\n---\nText.\n"
        subject = replace(
            make_checked({"fines": back}), former_ids=frozenset({"fines"})
        )

        assert [] == codes(check_identity, subject)


def test_translations() -> None:
    """
    A translation has the past of its source.
    """
    subject = make_checked({"loans": RENAMED}, es={"loans": "Texto."})

    assert (
        'es/loans.md: warning formerly-differs: "formerly" names nothing here and '
        '"lending" in "en"\n'
        "  hint: Write the same ids in both files: they are one section."
    ) == found_by(check_identity, subject)
