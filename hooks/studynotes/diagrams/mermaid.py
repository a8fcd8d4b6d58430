"""Mermaid text → SVG, by Mermaid itself in a headless Chromium.

Mermaid needs a browser to measure text, and comes from ``node_modules``. The browser opens one page from a
temporary folder, draws all pictures and prints the finished document; it can reach nothing but that folder.
What the pictures look like is decided in ``mermaid.js`` beside this file.
"""

from __future__ import annotations

import json
import shutil
import subprocess
import tempfile
from dataclasses import dataclass
from html.parser import HTMLParser
from pathlib import Path
from typing import TYPE_CHECKING

from studynotes.browser import chromium

if TYPE_CHECKING:
    from collections.abc import Iterable

ROOT = Path(__file__).parents[3]
MERMAID = ROOT / "node_modules" / "mermaid" / "dist" / "mermaid.min.js"
"""Where npm puts Mermaid."""

SECONDS = 300
_PARTS = ("mermaid.html", "mermaid.js")


class UnavailableError(RuntimeError):
    """Nothing can be drawn here: no Chromium, no Mermaid, or the browser failed; the message says which."""


@dataclass(frozen=True, slots=True)
class Job:
    """One picture to draw; ``dark`` chooses Mermaid's dark theme for a diagram that is no tree of ours."""

    name: str
    source: str
    is_tree: bool
    dark: bool = False


@dataclass(frozen=True, slots=True)
class Drawn:
    """An SVG, or the reason why there is none: Mermaid's own words about the text."""

    svg: str = ""
    error: str = ""


def draw(jobs: Iterable[Job]) -> dict[str, Drawn]:
    """Draw pictures, each by its name.

    Raises:
        UnavailableError: Nothing could be drawn at all.
    """
    wanted = [{"name": j.name, "source": j.source, "isTree": j.is_tree, "dark": j.dark} for j in jobs]
    if not wanted:
        return {}
    browser = chromium.find()
    if browser is None:
        raise UnavailableError("no Chromium was found")
    if not MERMAID.is_file():
        raise UnavailableError(f"Mermaid is not installed (no {MERMAID})")
    cache = ROOT / ".cache"
    cache.mkdir(exist_ok=True)
    with tempfile.TemporaryDirectory(dir=cache) as name:
        folder = Path(name)
        for part in _PARTS:
            shutil.copy(Path(__file__).with_name(part), folder)
        shutil.copy(MERMAID, folder)
        (folder / "input.js").write_text(f"const input = {json.dumps(wanted)};\n", encoding="ascii")
        output = _output(_dumped(browser, folder))
    return {name: Drawn(result.get("svg", ""), result.get("error", "")) for name, result in output.items()}


def _dumped(browser: Path, folder: Path) -> str:
    """The document that the page has become."""
    command = [
        str(browser),
        "--headless",
        *chromium.flags(),
        f"--user-data-dir={folder / 'profile'}",
        "--host-resolver-rules=MAP * ~NOTFOUND",
        "--virtual-time-budget=600000",  # all its timers run out at once; it prints when nothing is left to do
        "--dump-dom",
        (folder / _PARTS[0]).as_uri(),
    ]
    try:
        done = subprocess.run(command, capture_output=True, timeout=SECONDS, check=True)  # noqa: S603 (our own command)
    except (OSError, subprocess.SubprocessError) as error:
        raise UnavailableError(f"Chromium failed: {error}") from error
    return done.stdout.decode("utf-8", "replace")


def _output(document: str) -> dict[str, dict[str, str]]:
    finder = _Output()
    finder.feed(document)
    finder.close()
    if not finder.text:
        raise UnavailableError("Chromium drew nothing")
    result: dict[str, dict[str, str]] = json.loads(finder.text)
    return result


class _Output(HTMLParser):
    def __init__(self) -> None:
        super().__init__()
        self.text = ""
        self._inside = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._inside = tag == "pre" and ("id", "output") in attrs

    def handle_endtag(self, tag: str) -> None:
        self._inside = self._inside and tag != "pre"

    def handle_data(self, data: str) -> None:
        if self._inside:
            self.text += data
