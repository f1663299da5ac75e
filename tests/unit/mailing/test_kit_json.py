from __future__ import annotations

import json
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from duenotice.mailing.edition import LetterForm
from duenotice.mailing.kit_json import NoKitError
from duenotice.mailing.kit_json import read_kit
from duenotice.mailing.kit_json import write_kit
from duenotice.render.messages.laid import Laid
from message_kits import edition
from message_kits import kit

TEXTS = st.text(st.characters(exclude_characters="\ufdd0\ufdd1"))


class TestKitJson:
    """A kit that is written beside the messages."""

    @given(TEXTS, TEXTS)
    def test_round_trip(self, text: str, other: str) -> None:
        """
        A kit that is written and read is the same, and so are its bytes.
        """
        laid = Laid(pieces=(text, other), slots=("reference",))
        made = kit(edition("es"), replace(edition(), sms=laid, title=other))

        written = write_kit(made)

        assert made == read_kit(written)
        assert written == write_kit(read_kit(written))

    def test_letters(self) -> None:
        """
        The letter in large print and the logo are kept where there are any, and leave
        no trace where there are none.
        """
        large = LetterForm(html="<p>", stylesheet="", paper="a4", is_large_print=True)
        plain = kit()
        made = replace(
            kit(replace(edition(), large_letter=large)), pictures={"logo.png": b"\xff"}
        )

        assert made == read_kit(write_kit(made))
        assert b"large_letter" not in write_kit(plain)
        assert b"pictures" not in write_kit(plain)

    def test_order(self) -> None:
        """
        The bytes don't depend on the order in which editions were made.
        """
        one, two = edition("en"), edition("es")

        assert write_kit(kit(one, two)) == write_kit(kit(two, one))

    @pytest.mark.parametrize(
        "content",
        [
            pytest.param(b"", id="nothing"),
            pytest.param(b"[]", id="no object"),
            pytest.param(b"{}", id="no schema"),
            pytest.param(b"\xff", id="no text"),
            pytest.param(b'{"schema": "duenotice/mailing-kit/0"}', id="another one"),
            pytest.param(b"[" * 100_000, id="too deep"),
        ],
    )
    def test_no_kit(self, content: bytes) -> None:
        """
        What is no kit is refused.
        """
        with pytest.raises(NoKitError):
            read_kit(content)

    def test_part_missing(self) -> None:
        """
        A kit that lacks something is none.
        """
        data = json.loads(write_kit(kit()))
        del data["editions"][0]["email"]

        with pytest.raises(NoKitError):
            read_kit(json.dumps(data).encode())
