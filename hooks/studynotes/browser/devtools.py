"""A headless Chromium that is told what to do over a pipe, in its own DevTools protocol; nothing else is needed.

The protocol: https://chromedevtools.github.io/devtools-protocol/. Messages are JSON, each ended by a NUL byte;
the browser reads them from its file descriptor 3 and writes to 4 (``--remote-debugging-pipe``).
"""

from __future__ import annotations

import base64
import contextlib
import json
import os
import selectors
import signal
import subprocess
import sys
import time
from typing import TYPE_CHECKING, Any, Self

from studynotes.browser import chromium

if TYPE_CHECKING:
    from pathlib import Path
    from types import TracebackType

_CHUNK = 1 << 20
# Gives the two ends of the pipes the numbers that the browser looks for them at, and becomes the browser.
_HAND_OVER = """
import os, sys
ends = [os.dup(os.dup(os.dup(int(end)))) for end in sys.argv[1:3]]  # out of the way of 3 and 4
os.dup2(ends[0], 3)
os.dup2(ends[1], 4)
os.execv(sys.argv[3], sys.argv[3:])
"""
_FLAGS = (
    "--headless",
    "--no-zygote",  # what npm's Chromium wants, and no other minds
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--remote-debugging-pipe",
)


class BrowserError(RuntimeError):
    """The browser did not start, refused, crashed or hung; the message says which."""


class Browser:
    """One browser with one tab. A context manager: when it ends, nothing of the browser is left."""

    def __init__(self, path: Path, profile: Path, seconds: float) -> None:
        """Start the browser at ``path`` with the new folder ``profile``; all it does must be done in ``seconds``."""
        self._name = str(path)
        self._seconds = seconds
        self._deadline = time.monotonic() + seconds
        self._received = bytearray()
        self._replies: dict[int, dict[str, Any]] = {}
        self._events: list[str] = []
        self._count = 0
        self._session = ""
        theirs_in, self._out = os.pipe()
        self._in, theirs_out = os.pipe()
        command = [self._name, *_FLAGS, *chromium.flags(), f"--user-data-dir={profile}", "about:blank"]
        try:
            self._process = subprocess.Popen(  # noqa: S603 (our own command)
                [sys.executable, "-c", _HAND_OVER, str(theirs_in), str(theirs_out), *command],
                stdin=subprocess.DEVNULL,
                stdout=subprocess.DEVNULL,
                stderr=subprocess.DEVNULL,
                pass_fds=(theirs_in, theirs_out),
                start_new_session=True,  # a group of its own, to be ended as one
            )
        finally:
            os.close(theirs_in)
            os.close(theirs_out)
        self._selector = selectors.DefaultSelector()
        self._selector.register(self._in, selectors.EVENT_READ)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, at: TracebackType | None) -> None:
        with contextlib.suppress(ProcessLookupError, PermissionError):
            os.killpg(self._process.pid, signal.SIGKILL)
        self._process.wait()
        self._selector.close()
        for end in (self._in, self._out):
            os.close(end)

    def version(self) -> str:
        """Return what the browser calls itself, as ``HeadlessChrome/140.0.7339.16``."""
        return str(self._call("Browser.getVersion")["product"])

    def open(self, url: str) -> None:
        """Load a page as it is for printing, its typefaces included."""
        if not self._session:
            target = self._call("Target.createTarget", url="about:blank")["targetId"]
            self._session = self._call("Target.attachToTarget", targetId=target, flatten=True)["sessionId"]
            self._call("Page.enable")
            self._call("Emulation.setEmulatedMedia", media="print")
        self._events.clear()
        failure = self._call("Page.navigate", url=url).get("errorText")
        if failure:
            raise BrowserError(f"{self._name} could not open the page: {failure}")
        while "Page.loadEventFired" not in self._events:
            self._receive()
        self._call("Runtime.evaluate", expression="document.fonts.ready.then(() => 0)", awaitPromise=True)

    def print(self, target: Path) -> None:
        """Print the page that is open into a file, tagged, on the paper that its style sheet names."""
        printed = self._call(
            "Page.printToPDF",
            preferCSSPageSize=True,
            printBackground=True,
            generateTaggedPDF=True,
            transferMode="ReturnAsStream",
        )
        with target.open("wb") as file:
            done = False
            while not done:
                part = self._call("IO.read", handle=printed["stream"], size=_CHUNK)
                data = part["data"]
                file.write(base64.b64decode(data) if part.get("base64Encoded") else data.encode())
                done = part["eof"]
        self._call("IO.close", handle=printed["stream"])

    def _call(self, method: str, **parameters: object) -> dict[str, Any]:
        self._count += 1
        message: dict[str, object] = {"id": self._count, "method": method, "params": parameters}
        if self._session:
            message["sessionId"] = self._session
        try:
            os.write(self._out, json.dumps(message).encode() + b"\0")
        except BrokenPipeError:
            raise self._ended() from None
        while self._count not in self._replies:
            self._receive()
        reply = self._replies.pop(self._count)
        if "error" in reply:
            raise BrowserError(f"{self._name}: {method}: {reply['error'].get('message')}")
        result: dict[str, Any] = reply["result"]
        return result

    def _receive(self) -> None:
        """Wait for what the browser says next."""
        if not self._selector.select(max(0, self._deadline - time.monotonic())):
            raise BrowserError(f"{self._name} did not end within {self._seconds:.0f} s")
        data = os.read(self._in, _CHUNK)
        if not data:
            raise self._ended()
        self._received += data
        if b"\0" not in data:
            return
        *messages, rest = self._received.split(b"\0")
        self._received = bytearray(rest)
        for text in messages:
            message = json.loads(text)
            if "id" in message:
                self._replies[message["id"]] = message
            elif message["method"] in ("Inspector.targetCrashed", "Target.targetCrashed"):
                raise BrowserError(f"{self._name} crashed")
            else:
                self._events.append(message["method"])

    def _ended(self) -> BrowserError:
        with contextlib.suppress(subprocess.TimeoutExpired):
            self._process.wait(5)
        return BrowserError(f"{self._name} ended with status {self._process.returncode}")
