from __future__ import annotations

import pytest

from duenotice.materiality.denials import is_denied


class TestIsDenied:
    @pytest.mark.parametrize(
        "lead_in",
        [
            "We no longer collect:",
            "We previously recorded, and have now removed:",
            "We used to ask for:",
            "The following were deleted from our systems:",
            "Antes guardábamos:",
            "Han sido eliminados:",
        ],
    )
    def test_over(self, lead_in: str) -> None:
        """
        What is over is no practice, no more than what is denied.
        """
        assert is_denied(lead_in)

    @pytest.mark.parametrize(
        "lead_in",
        [
            "We collect:",
            "When your account was deleted, we keep:",
            "Data that you previously gave us is used to:",
            "La información que fue eliminada se guarda para:",
        ],
    )
    def test_done(self, lead_in: str) -> None:
        """
        A practice that only mentions what is past is a practice.
        """
        assert not is_denied(lead_in)
