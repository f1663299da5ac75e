"""One `git cat-file --batch` for all objects of a run, of either hash kind."""

from __future__ import annotations

import contextlib
import re
from typing import IO
from typing import TYPE_CHECKING
from typing import cast

from duenotice.store.git_errors import GitFailedError

if TYPE_CHECKING:
    from duenotice.store.git_command import GitCommand

_READ_OBJECT = "read an object"
_FOUND = re.compile(rb"([0-9a-f]{40}|[0-9a-f]{64}) [a-z]+ (\d+)\n")


class ObjectReader:
    """A process that gives objects by id, and looks names up."""

    def __init__(self, command: GitCommand) -> None:
        """Start the process."""
        self._process = command.start("cat-file", "--batch")

    def read(self, object_id: str) -> bytes:
        """Give the bytes of an object.

        Raises:
            GitFailedError: The repository has none of that id, or git ended.
        """
        found = self._ask(object_id)
        if found is None:
            reason = f"{object_id} is missing from the repository"
            raise GitFailedError(_READ_OBJECT, reason)
        return found[1]

    def find_commit(self, name: str) -> str | None:
        """Give the id of the commit that a name stands for, if any."""
        # A line is a question, so a name with a line feed would be two; no ref has one.
        found = None if "\n" in name else self._ask(f"{name}^{{commit}}")
        return None if found is None else found[0]

    def _ask(self, name: str) -> tuple[str, bytes] | None:
        """Give the id and the bytes of an object, or nothing where there is none."""
        requests = cast("IO[bytes]", self._process.stdin)
        answers = cast("IO[bytes]", self._process.stdout)
        try:
            requests.write(f"{name}\n".encode(errors="surrogateescape"))
            requests.flush()
        except BrokenPipeError as error:  # nobody went away but git itself
            raise GitFailedError(_READ_OBJECT, str(error)) from error
        header = answers.readline()
        if not header:
            raise GitFailedError(_READ_OBJECT, "it ended too early")
        found = _FOUND.fullmatch(header)
        if found is None:
            return None
        data = answers.read(int(found[2]))
        answers.read(1)
        return found[1].decode(), data

    def close(self) -> None:
        """End the process; what it couldn't give was said when it was asked for."""
        for stream in (self._process.stdin, self._process.stdout, self._process.stderr):
            if stream is not None:
                with contextlib.suppress(BrokenPipeError):
                    stream.close()
        # Its own `wait` would raise what was said already, and read closed streams.
        if self._process.proc is not None:
            self._process.proc.wait()
