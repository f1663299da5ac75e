"""A real browser for tests: the machine's own Chromium without a window.

Playwright leads it. The browser is never one that Playwright brings: it comes with the
system's packages, as `scripts/setup.sh` installs it.
"""

from __future__ import annotations

import base64
import contextlib
import os
import shutil
from typing import TYPE_CHECKING
from typing import Any
from typing import Self

import pytest
from playwright.sync_api import sync_playwright

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from types import TracebackType

    from playwright.sync_api import Browser as Chromium
    from playwright.sync_api import Page

NAMES = ("chromium", "chromium-browser", "google-chrome", "chrome")
_PATIENCE = 30_000
_FLAGS = (
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-sync",
    "--hide-scrollbars",
    # No name leads anywhere: a page that asks another host is seen, and gets nothing.
    "--host-resolver-rules=MAP * ~NOTFOUND, EXCLUDE 127.0.0.1",
)
_REPORTED = ("Network.requestWillBeSent", "Log.entryAdded")


def needed_browser() -> str:
    """Find a browser, or leave the test out and say what is missing."""
    program = next(filter(None, map(shutil.which, NAMES)), None)
    if program is None:
        pytest.skip("no Chromium or Chrome is installed")
    return program


@contextlib.contextmanager
def launched(home: Path) -> Iterator[Chromium]:
    """Start a browser without pages, with a folder for what it keeps."""
    program = needed_browser()
    with sync_playwright() as driver:
        chromium = driver.chromium.launch(
            executable_path=program,
            args=_FLAGS,
            chromium_sandbox=False,
            env={"PATH": os.environ["PATH"], "HOME": os.fspath(home)},
        )
        try:
            yield chromium
        finally:
            chromium.close()


class Browser:
    """A browser with one page, as someone has it who opens it for the first time."""

    def __init__(self, chromium: Chromium, *, with_scripts: bool = True) -> None:
        """Take the one that was started; nothing that it keeps is shared."""
        self._events: list[tuple[str, dict[str, Any]]] = []
        self._errors: list[str] = []
        self._context = chromium.new_context(java_script_enabled=with_scripts)
        self._context.set_default_timeout(_PATIENCE)
        self.page: Page = self._context.new_page()
        self._session = self._context.new_cdp_session(self.page)
        self._listen()

    def __enter__(self) -> Self:
        """Give the browser."""
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Close its page and forget what it keeps."""
        self._context.close()

    def show(
        self, width: int, height: int = 900, *, zoom: float = 1, scheme: str = "light"
    ) -> None:
        """Set the size of the window, in pixels as the screen has them."""
        self._session.send(
            "Emulation.setDeviceMetricsOverride",
            {
                "width": round(width / zoom),
                "height": round(height / zoom),
                "deviceScaleFactor": zoom,
                "mobile": False,
            },
        )
        self.page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")

    def open(self, address: str) -> None:
        """Open a page and wait until it is loaded."""
        self._events.clear()
        self._errors.clear()
        self.page.goto(address)
        # An answer comes after all that was reported before it.
        self._session.send("Page.enable")

    def events(self, method: str) -> list[dict[str, Any]]:
        """Give what was reported of one kind since the page was opened."""
        self._session.send("Page.enable")
        return [params for name, params in self._events if name == method]

    def complaints(self) -> list[str]:
        """Give what the console showed as a fault since the page was opened."""
        said = [event["entry"]["text"] for event in self.events("Log.entryAdded")]
        return said + self._errors

    def ask(self, expression: str) -> Any:  # noqa: ANN401 - JSON
        """Give the value of an expression of JavaScript on the page.

        The pages' own scripts may be off: then it is answered all the same.
        """
        question = {"expression": expression, "returnByValue": True}
        question["awaitPromise"] = True
        answer = self._session.send("Runtime.evaluate", question)
        if "exceptionDetails" in answer:
            raise AssertionError(answer["exceptionDetails"])
        return answer["result"].get("value")

    def press(self, key: str) -> None:
        """Press a key."""
        self.page.keyboard.press(key)

    def picture(self, path: Path, *, whole: bool = True) -> None:
        """Write a picture of the page."""
        # Playwright's own would set the window back to the size that it knows.
        wanted = {"captureBeyondViewport": whole}
        answer = self._session.send("Page.captureScreenshot", wanted)
        path.write_bytes(base64.b64decode(answer["data"]))

    def _listen(self) -> None:
        for domain in ("Network", "Log", "Runtime"):
            self._session.send(f"{domain}.enable")
        for method in _REPORTED:
            self._session.on(method, self._keeper(method))
        self.page.on("pageerror", lambda error: self._errors.append(str(error)))
        self.page.on(
            "console",
            lambda line: (
                self._errors.append(line.text)
                if line.type in {"error", "warning"}
                else None
            ),
        )

    def _keeper(self, method: str) -> Any:  # noqa: ANN401 - a listener
        return lambda params: self._events.append((method, params))
