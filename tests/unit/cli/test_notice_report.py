from __future__ import annotations

import documents
from duenotice.cli.notice_report import REJECTED
from duenotice.cli.notice_report import SUPPRESSED
from duenotice.cli.notice_report import tally_lines
from duenotice.mailing.member import Channel
from duenotice.mailing.runs.partition_record import Kind
from duenotice.mailing.runs.partition_record import Tally


def kind(channel: Channel, locale: str = "en", known: str = "2025-11-01") -> Kind:
    """Give a kind of messages."""
    return Kind(channel=channel, locale=locale, baseline=known)


class TestTally:
    """What a run came to, in words."""

    def test_units(self) -> None:
        """
        Rows, members and messages are told apart, and what their readers knew.
        """
        tally = Tally(
            made=1200,
            messages={
                kind(Channel.EMAIL): 1000,
                kind(Channel.EMAIL, known="2024-05-01"): 150,
                kind(Channel.LETTER, "es"): 50,
                kind(Channel.SMS): 1,
            },
        )

        assert [
            "read        1,200 rows",
            "made        for 1,200 members: e-mail 1,150, letter 50 and text message 1",
            "in en       1,151 messages",
            "              150  to those who knew the text of 2024-05-01",
            "            1,001  to those who knew the text of 2025-11-01",
            "in es       50 messages to those who knew the text of 2025-11-01",
            "rejected    none",
            "suppressed  none",
        ] == tally_lines(tally)

    def test_one(self) -> None:
        """
        One is counted as one.
        """
        tally = Tally(made=1, messages={kind(Channel.APP): 1})

        assert [
            "read        1 row",
            "made        for 1 member: app 1",
            "in en       1 message to those who knew the text of 2025-11-01",
        ] == tally_lines(tally)[:3]

    def test_large_print(self) -> None:
        """
        How many letters the mail house gets in large print is told.
        """
        tally = Tally(made=3, large_print=2, messages={kind(Channel.LETTER): 3})

        assert "large print  2 letters" in tally_lines(tally)

    def test_every_reason(self) -> None:
        """
        All reasons are told, in words and by code, the commonest first.
        """
        codes = list(REJECTED)[:7]
        rejected = {code: 1000 - place for place, code in enumerate(codes)}
        tally = Tally(rejected=rejected, suppressed={"listed": 2, "knows": 2})

        lines = tally_lines(tally)

        assert [
            "read        6,983 rows",
            "made        nothing",
            "rejected    6,979 rows",
            (
                "            1,000  the row has more or fewer fields than there are "
                "columns (row-fields)"
            ),
        ] == lines[:4]
        assert codes == [line.rpartition(" (")[2][:-1] for line in lines[3:10]]
        assert [
            "suppressed  4 rows",
            "            2  the member joined, or was told, under the new text (knows)",
            "            2  the id is on the list of who gets nothing (listed)",
        ] == lines[10:]

    def test_suppressed(self) -> None:
        """
        Every documented reason for which a good row is left out has words.
        """
        text = (documents.ROOT / "docs/reference/mailing.md").read_text("utf-8")
        listed = text.partition("Suppressed rows are good")[2].split("\n\n")[1]

        codes = [documents.code(one) for one, _ in documents.table_rows(listed)]

        assert sorted(SUPPRESSED) == sorted(codes)
