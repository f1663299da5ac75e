"""A text whose pieces are encoded once, as bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Mapping

    from duenotice.render.messages.laid import Laid


@dataclass(frozen=True, slots=True)
class ByteForm:
    """Encoded pieces, and the names of what comes between them."""

    pieces: tuple[bytes, ...]
    """One more than there are slots."""

    slots: tuple[str, ...]

    @classmethod
    def of(cls, laid: Laid, encode: Callable[[str], bytes], part: str = "") -> ByteForm:
        """Encode a laid text.

        Args:
            laid: The text.
            encode: Its pieces' encoding; values come in their own.
            part: Set before each slot's name, where parts of a message differ in how
                values are encoded.
        """
        return cls(
            pieces=tuple(map(encode, laid.pieces)),
            slots=tuple(f"{part}{one}" for one in laid.slots),
        )

    @classmethod
    def plain(cls, text: bytes) -> ByteForm:
        """Give a text without slots."""
        return cls(pieces=(text,), slots=())

    def __add__(self, other: ByteForm) -> ByteForm:
        """Put another text behind it."""
        return ByteForm(
            pieces=(
                *self.pieces[:-1],
                self.pieces[-1] + other.pieces[0],
                *other.pieces[1:],
            ),
            slots=self.slots + other.slots,
        )

    def fill(self, values: Mapping[str, bytes]) -> bytes:
        """Put encoded values between the pieces."""
        filled = [self.pieces[0]]
        for name, piece in zip(self.slots, self.pieces[1:], strict=True):
            filled += (values[name], piece)
        return b"".join(filled)


def slot_form(name: str) -> ByteForm:
    """Give a slot that has nothing around it."""
    return ByteForm(pieces=(b"", b""), slots=(name,))
