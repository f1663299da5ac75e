"""What is dear to make, and asked for again."""

from __future__ import annotations

import threading
from typing import TYPE_CHECKING
from typing import Generic
from typing import TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable
    from collections.abc import Hashable

Thing = TypeVar("Thing")


class Kept(threading.local, Generic[Thing]):
    """Keeps the things that were asked for last; each thread has its own."""

    def __init__(self, most: int) -> None:
        """Take how many are kept at most."""
        self._things: dict[Hashable, Thing] = {}
        self._most = most

    def get(
        self, key: Hashable, make: Callable[[], Thing], is_fit: Callable[[], bool]
    ) -> Thing:
        """Give what is kept under a key, or make it, and keep it where it is fit.

        Args:
            key: The same for things that are the same.
            make: Makes the thing.
            is_fit: Tells, once it is made, whether nothing was wrong.
        """
        if key in self._things:
            # Behind the others, the first of which goes first.
            self._things[key] = self._things.pop(key)
            return self._things[key]
        thing = make()
        if is_fit():
            self._things[key] = thing
            if len(self._things) > self._most:
                del self._things[next(iter(self._things))]
        return thing
