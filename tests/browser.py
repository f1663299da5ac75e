"""A real browser for tests: Chromium without a window, led through a pipe.

It speaks the DevTools protocol: JSON messages that end with a zero byte, through the
file descriptors 3 and 4 of the browser.
"""

from __future__ import annotations

import base64
import fcntl
import itertools
import json
import os
import select
import shutil
import signal
from typing import TYPE_CHECKING
from typing import Any
from typing import Self

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from types import TracebackType

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_PATIENCE = 30
_FLAGS = (
    "--headless",
    "--no-sandbox",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--hide-scrollbars",
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)


def find_browser() -> str | None:
    """Find a browser on this machine."""
    return next(filter(None, map(shutil.which, NAMES)), None)


class Browser:
    """One browser with one page."""

    def __init__(self, program: str, profile: Path) -> None:
        """Start it with a folder for what it keeps."""
        self._numbers = itertools.count(1)
        self._heard = b""
        self._events: list[dict[str, Any]] = []
        self._process, self._to, self._from = _start(program, profile)
        target = self._ask("Target.createTarget", url="about:blank")["targetId"]
        attached = self._ask("Target.attachToTarget", targetId=target, flatten=True)
        self._session = attached["sessionId"]
        for domain in ("Page", "Network", "Log", "Runtime"):
            self._ask(f"{domain}.enable")

    _session: str | None = None

    def __enter__(self) -> Self:
        """Give the browser."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """End it and all that it started."""
        os.close(self._to)
        os.close(self._from)
        os.killpg(self._process, signal.SIGKILL)
        os.waitpid(self._process, 0)

    def show(
        self, width: int, height: int = 900, *, zoom: float = 1, scheme: str = "light"
    ) -> None:
        """Set the size of the window, in pixels as the screen has them."""
        self._ask(
            "Emulation.setDeviceMetricsOverride",
            width=round(width / zoom),
            height=round(height / zoom),
            deviceScaleFactor=zoom,
            mobile=False,
        )
        features = [{"name": "prefers-color-scheme", "value": scheme}]
        self._ask("Emulation.setEmulatedMedia", features=features)

    def open(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self._events.clear()
        self._ask("Page.navigate", url=address)
        while not self.events("Page.loadEventFired"):
            self._events.append(self._listen())

    def events(self, method: str) -> list[dict[str, Any]]:
        """Give what was reported of one kind since the page was opened."""
        return [each["params"] for each in self._events if each["method"] == method]

    def ask(self, expression: str) -> Any:  # noqa: ANN401 - JSON
        """Give the value of an expression of JavaScript on the page."""
        answer = self._ask(
            "Runtime.evaluate", expression=expression, returnByValue=True
        )
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def press(self, key: str, code: int) -> None:
        """Press a key."""
        for kind in ("rawKeyDown", "keyUp"):
            self._ask(
                "Input.dispatchKeyEvent",
                type=kind,
                key=key,
                code=key,
                windowsVirtualKeyCode=code,
            )

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """Write a picture of the page."""
        answer = self._ask("Page.captureScreenshot", captureBeyondViewport=whole)
        path.write_bytes(base64.b64decode(answer["data"]))

    def _ask(self, method: str, **params: object) -> Mapping[str, Any]:
        number = next(self._numbers)
        message = {"id": number, "method": method, "params": params}
        if self._session is not None:
            message["sessionId"] = self._session
        os.write(self._to, json.dumps(message).encode() + b"\0")
        while (answer := self._listen()).get("id") != number:
            self._events.append(answer)
        if "error" in answer:
            raise AssertionError(answer["error"])
        result: dict[str, Any] = answer["result"]
        return result

    def _listen(self) -> dict[str, Any]:
        while b"\0" not in self._heard:
            ready, _, _ = select.select([self._from], [], [], _PATIENCE)
            part = os.read(self._from, 1 << 16) if ready else b""
            if not part:
                message = "the browser says nothing more"
                raise TimeoutError(message)
            self._heard += part
        first, _, self._heard = self._heard.partition(b"\0")
        heard: dict[str, Any] = json.loads(first)
        return heard


def _start(program: str, profile: Path) -> tuple[int, int, int]:
    """Start a browser; give its number and the pipes to and from it."""
    ends = [*os.pipe(), *os.pipe()]
    # Other numbers first: one of the pipes may have one that the browser needs.
    heard, to, back, told = (fcntl.fcntl(end, fcntl.F_DUPFD_CLOEXEC, 9) for end in ends)
    nothing = os.open(os.devnull, os.O_RDWR)
    process = os.posix_spawn(
        program,
        [program, *_FLAGS, f"--user-data-dir={profile}", "about:blank"],
        {"PATH": os.environ["PATH"], "HOME": os.fspath(profile)},
        file_actions=[
            (os.POSIX_SPAWN_DUP2, end, number)
            for number, end in enumerate((nothing, nothing, nothing, heard, told))
        ],
        setpgroup=0,
    )
    for end in (*ends, heard, told, nothing):
        os.close(end)
    return process, to, back
