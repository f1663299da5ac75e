"""The signs of a text message: plain ones cost less than half of what others do."""

from __future__ import annotations

_PLAIN = str.maketrans(
    {
        "“": '"',
        "”": '"',
        "„": '"',
        "«": '"',
        "»": '"',
        "‘": "'",
        "’": "'",
        "–": "-",
        "—": "-",
        "…": "...",
        "\u00a0": " ",
        "\u202f": " ",
        "\u2011": "-",
    }
)


def sms_text(text: str) -> str:
    r"""Give a text on one line, with plain quotation marks, dashes and spaces.

    A letter stays what it is, whatever it costs.

    >>> sms_text("“Privacy”  changes –\nsoon…")
    '"Privacy" changes - soon...'
    """
    return " ".join(text.translate(_PLAIN).split())
