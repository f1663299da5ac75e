from __future__ import annotations

import pytest

from duenotice.mailing.editions.segments import Encoding
from duenotice.mailing.editions.segments import segments
from duenotice.mailing.editions.sms_text import sms_text


class TestSegments:
    """Segments of a text message, as networks count and bill them."""

    @pytest.mark.parametrize(
        ("text", "encoding", "count"),
        [
            pytest.param("", Encoding.GSM, 1, id="nothing"),
            pytest.param("a" * 160, Encoding.GSM, 1, id="a full one"),
            pytest.param("a" * 161, Encoding.GSM, 2, id="one more"),
            pytest.param("a" * 306, Encoding.GSM, 2, id="two full ones"),
            pytest.param("a" * 307, Encoding.GSM, 3, id="a third"),
            pytest.param("€" * 80, Encoding.GSM, 1, id="signs that count twice"),
            pytest.param("€" * 81, Encoding.GSM, 2, id="one of them more"),
            pytest.param("ñéÑàß¿¡£¥", Encoding.GSM, 1, id="letters of GSM"),
            pytest.param("a" * 69 + "ó", Encoding.UCS2, 1, id="a letter beyond GSM"),
            pytest.param("ó" * 71, Encoding.UCS2, 2, id="71 of them"),
            pytest.param("你" * 134, Encoding.UCS2, 2, id="two of Chinese"),
            pytest.param("你" * 135, Encoding.UCS2, 3, id="a third of Chinese"),
            pytest.param("🙂" * 35, Encoding.UCS2, 1, id="signs of two places"),
            pytest.param("🙂" * 36, Encoding.UCS2, 2, id="one of these more"),
        ],
    )
    def test_count(self, text: str, encoding: Encoding, count: int) -> None:
        """
        A message alone has 160 places in GSM and 70 in UCS-2; a segment of a longer
        one has 153 and 67.
        """
        takes = segments(text)

        assert (encoding, count) == (takes.encoding, takes.count)

    def test_never_cut(self) -> None:
        """
        A sign of two places doesn't stand half in one segment and half in the next.
        """
        text = "a" * 152 + "€" + "a" * 151

        assert 305 == len(text) + 1
        assert 2 == segments(text).count
        assert 3 == segments(f"{text}aa").count

    def test_plain_signs(self) -> None:
        """
        Quotation marks, dashes and wide spaces become plain ones; letters stay.
        """
        assert 'Year 2: "ó" - l\'an...' == sms_text("Year\u00a02: “ó” – l’an…")
