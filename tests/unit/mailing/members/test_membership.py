from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from duenotice.mailing.member import Channel
from duenotice.mailing.member import Member
from duenotice.mailing.member import Rejection
from duenotice.mailing.member import Suppression
from duenotice.mailing.members.membership import Membership
from duenotice.mailing.members.rejection_reasons import REASONS
from duenotice.mailing.members.rejection_reasons import Code
from duenotice.mailing.members.row import Row
from member_files import COLUMNS
from member_files import GOOD
from member_files import OFFER
from member_files import SETTINGS
from member_files import code
from member_files import mailing_settings
from member_files import outcome

ANA = Member(
    row=1,
    id="M-1",
    name="Ana Lee",
    locale="es",
    channels=(Channel.EMAIL, Channel.LETTER, Channel.SMS, Channel.APP),
    email="ana@fernhill.example",
    phone="+12025550123",
    address=("12 Elm Street", "Fernhill, CA 90000", "USA"),
    told_on=date(2025, 1, 2),
    since=date(2019, 6, 30),
)

LARGE = SETTINGS.replace("  since: since", "  since: since\n  large_print: zip")


def member(changed: dict[str, str], text: str = SETTINGS) -> Member:
    """Read a row of which messages can be made."""
    found = outcome(changed, text)
    assert isinstance(found, Member)
    return found


class TestMember:
    """Rows that are good."""

    def test_whole(self) -> None:
        """
        A member has what the row says, in the forms in which it is used.
        """
        assert ANA == outcome({})

    def test_joined_name(self) -> None:
        """
        A name can be joined of several columns, and what is empty leaves no trace.
        """
        text = SETTINGS.replace("name: name", 'name: "{name}, {city}"')

        assert "Ana Lee" == member({"city": "", "by": "app"}, text).name

    @pytest.mark.parametrize(
        ("written", "locale"),
        [
            ("es", "es"),
            ("es-MX", "es"),
            ("ES_us", "es"),
            ("CHI", "zh-Hant"),
            ("zh-TW", "zh-Hant"),
            ("zh-CN", "en"),
            ("ENG", "en"),
            ("tlh", "en"),
            ("", "en"),
            ("x" * 1_000, "en"),
        ],
    )
    def test_language(self, written: str, locale: str) -> None:
        """
        A member reads the closest language that there is, or else the source's.
        """
        assert locale == member({"lang": written}).locale

    @pytest.mark.parametrize(
        "by", ["sms,EMAIL", "email sms", "email|sms", "sms; email"]
    )
    def test_channels(self, by: str) -> None:
        """
        Channels may be separated in any way, and stand in one order.
        """
        assert (Channel.EMAIL, Channel.SMS) == member({"by": by}).channels

    def test_usual_channels(self) -> None:
        """
        Rows that name no channel have those of the settings.
        """
        assert (Channel.EMAIL,) == member({"by": " "}).channels

    def test_only_asked(self) -> None:
        """
        A member is told by the channels that are asked for, and needs nothing for the
        others.
        """
        offer = replace(OFFER, channels=(Channel.EMAIL,))

        found = outcome({"street": "", "city": "", "phone": ""}, offer=offer)

        assert isinstance(found, Member)
        assert (Channel.EMAIL,) == found.channels

    def test_text_is_text(self) -> None:
        """
        Markup, formulas and words of templates in a name are text like any other.
        """
        for name in (
            "<b>Ana</b>",
            "=SUM(A1)",
            "{{ id }}",
            'Robert "Bob" O’Neill',
            "محمّد",
        ):
            assert name == member({"name": name}).name

    @pytest.mark.parametrize("name", ["", "-", "?", "12"])
    def test_no_name(self, name: str) -> None:
        """
        Who has no name is greeted without one, and not by a mark.
        """
        assert "" == member({"name": name, "by": "email"}).name

    def test_composed(self) -> None:
        """
        Names are composed, and their spaces plain.
        """
        assert "Zoë Lee" == member({"name": "Zoe\u0308\u00a0\u3000Lee "}).name

    @pytest.mark.parametrize(
        ("written", "expected"),
        [
            *(("", ""), ("es", ""), ("ENG", ""), ("es_MX", "")),
            *(("fr", "fr"), ("fr_CA", "fr"), ("Smith", "other"), ("?", "other")),
        ],
    )
    def test_missing_language(self, written: str, expected: str) -> None:
        """
        Who asks for a language without a text is told in the source's, and which one
        it is stays known; a name in the wrong column doesn't.
        """
        found = member({"lang": written})

        assert expected == found.missing_language
        assert not expected or found.locale == "en"

    @pytest.mark.parametrize("written", ["yes", "Y", "TRUE", "true", "1", " Yes "])
    def test_large_print(self, written: str) -> None:
        """
        Who asks for letters in large print gets them.
        """
        assert member({"zip": written}, LARGE).wants_large_print

    @pytest.mark.parametrize("written", ["no", "N", "False", "0", ""])
    def test_no_large_print(self, written: str) -> None:
        """
        Who doesn't ask for large print gets no letters in it, and neither does anybody
        who gets no letters.
        """
        assert not member({"zip": written}, LARGE).wants_large_print
        assert not member({"zip": "yes", "by": "email"}, LARGE).wants_large_print

    def test_day_with_time(self) -> None:
        """
        A day may carry a time, as databases write it.
        """
        told = member({"told": "2025-01-02T00:00:00Z"}).told_on

        assert date(2025, 1, 2) == told

    def test_select(self) -> None:
        """
        Only rows with one of the values in each column are told, also where another
        row has faults.
        """
        text = f"{SETTINGS}select: {{state: [CA, NV], country: [USA]}}\n"

        assert ["made", "not-selected", "not-selected"] == [
            code({}, text),
            code({"state": "OR", "email": "?"}, text),
            code({"country": ""}, text),
        ]

    def test_channel_not_asked(self) -> None:
        """
        Who has none of the channels that are asked for is left out.
        """
        offer = replace(OFFER, channels=(Channel.SMS,))

        found = outcome({"by": "email"}, offer=offer)

        assert Suppression(row=1, id="M-1", code="not-selected") == found


class TestRejection:
    """Rows of which no message can be made."""

    @pytest.mark.parametrize(
        ("column", "value", "expected"),
        [
            ("id", "", "no-id"),
            ("id", "x" * 201, "id-too-long"),
            ("id", "M\r\n1", "id-characters"),
            ("name", "", "no-name"),
            ("name", "-", "no-name"),
            ("name", "x" * 101, "name-too-long"),
            ("name", "Ana\r\nBcc: all@fernhill.example", "name-characters"),
            ("name", "see https://win.example", "name-link"),
            ("name", "WWW.win.example", "name-link"),
            ("name", "Ana, see win-now.com", "name-link"),
            ("by", "pigeon", "channel-unknown"),
            ("by", "email pigeon", "channel-unknown"),
            ("by", "email " * 99, "channel-unknown"),
            ("email", "", "no-email"),
            ("email", "ana", "email-invalid"),
            ("phone", "", "no-phone"),
            ("phone", "12", "phone-invalid"),
            ("street", "x" * 81, "address-too-long"),
            ("street", "12 Elm\nStreet", "address-characters"),
            ("told", "01/02/2025", "told-on-invalid"),
            ("told", "2025-02-30", "told-on-invalid"),
            ("told", "2026-03-03", "told-on-invalid"),
            ("since", "long ago", "since-invalid"),
            ("since", "2026-03-03", "since-invalid"),
        ],
    )
    def test_code(self, column: str, value: str, expected: str) -> None:
        """
        Each fault has a code of its own.
        """
        assert expected == code({column: value})

    @pytest.mark.parametrize("name", ["St.John Smith", "J.R. Cooper"])
    def test_dots(self, name: str) -> None:
        """
        A dot within a name makes no address of it.
        """
        assert name == member({"name": name}).name

    @pytest.mark.parametrize("hidden", ["\u200c", "\u200d", "\ufe0f"])
    def test_hidden_in_id(self, hidden: str) -> None:
        """
        Two ids that look alike are not two members, though a name may have such marks.
        """
        assert "id-characters" == code({"id": f"A{hidden}1"})
        assert "made" == code({"name": f"می{hidden}روم"})

    def test_joined_id(self) -> None:
        """
        An id of several columns has them as they stand, and needs all of them.
        """
        text = SETTINGS.replace("id: id", 'id: "{id}, ,{zip}"')

        assert "M-1, ,90000" == member({}, text).id
        assert "no-id" == code({"zip": ""}, text)

    def test_address(self) -> None:
        """
        A letter needs at least two lines of an address.
        """
        assert "no-address" == code({"street": "", "country": ""})

    def test_large_print(self) -> None:
        """
        Who may need large print isn't written to in small print: the row is mended
        first, if there is to be a letter.
        """
        assert "large-print-unknown" == code({"zip": "Braille"}, LARGE)
        assert "made" == code({"zip": "Braille", "by": "email"}, LARGE)
        assert "no-address" == code({"zip": "?", "street": "", "country": ""}, LARGE)

    def test_lines(self) -> None:
        """
        An envelope's window shows seven lines.
        """
        text = SETTINGS.replace("[street,", "[street, id, id, id, id, id,")

        assert "address-lines" == code({}, text)

    def test_no_channel(self) -> None:
        """
        A row without a channel is told by none that nobody named.
        """
        text = SETTINGS.replace("channels: [email]\n", "")

        assert "no-channel" == code({"by": ""}, text)

    @pytest.mark.parametrize("column", ["id", "name", "street"])
    @pytest.mark.parametrize(
        "hidden", ["\x1b", "\x00", "\u202e", "\u200f", "\u200b", "\ufdd0", "\ud800"]
    )
    def test_hidden(self, column: str, hidden: str) -> None:
        """
        What can't be seen is nowhere in a message.
        """
        assert code({column: f"A{hidden}na"}).endswith("-characters")

    def test_several_faults(self) -> None:
        """
        All faults of a row are told at once, the first one in words.
        """
        found = outcome({"email": "?", "phone": "", "street": "x" * 81, "told": "?"})

        assert isinstance(found, Rejection)
        assert "email-invalid" == found.code
        assert (
            f"{REASONS[Code.EMAIL_INVALID].reason}; also no-phone, address-too-long, "
            "told-on-invalid"
        ) == found.reason

    def test_broken(self) -> None:
        """
        A broken row is rejected by its fault, and stands whole among the rejects.
        """
        row = Row(7, ("1,Ana",), Code.ROW_FIELDS)

        found = Membership(mailing_settings(), COLUMNS, OFFER).read(row)

        why = REASONS[Code.ROW_FIELDS]
        assert Rejection(
            row=7,
            id="",
            code="row-fields",
            reason=why.reason,
            hint=why.hint,
            fields=("1,Ana",),
        ) == (found)

    def test_nothing_of_the_row(self) -> None:
        """
        A reason and a hint hold nothing of what stands in the row.
        """
        for column in GOOD:
            found = outcome({column: "Zaphod\x07"})
            assert "Zaphod" not in getattr(found, "reason", "")
            assert "Zaphod" not in getattr(found, "hint", "")
