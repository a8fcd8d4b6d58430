"""Find a Chromium that really starts, or bring one: browser tests and the PDF share it.

``python -m studynotes.browser.chromium`` makes sure that there is one and says nothing, or says in one sentence what to
install. ``CHROMIUM=/path/to/chrome`` in the environment names one and ends the search.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from functools import cache
from pathlib import Path

NAMES = (
    "chromium",
    "google-chrome-stable",
    "google-chrome",
    "chromium-browser",
    "chrome",
    "microsoft-edge-stable",
    "microsoft-edge",
)
"""Commands that are a Chromium, the plainest first."""

APPLICATIONS = (
    "Google Chrome.app/Contents/MacOS/Google Chrome",
    "Chromium.app/Contents/MacOS/Chromium",
    "Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
)
"""The same in the folders where macOS keeps programs."""

QUIET = (
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-gpu",
    "--disable-quic",
    "--disable-sync",
    "--no-first-run",
)
"""Flags with which it draws the same everywhere and talks to nobody but the page's own host."""

USERNS = Path("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")
"""Where Ubuntu says, with a 1, that only programs it knows may make the namespaces that the sandbox is built of."""

FONTS = {
    ":lang=ja": "fonts-noto-cjk",
    "Liberation Sans": "fonts-liberation",
    ":charset=1f4c2": "fonts-noto-color-emoji",
}
"""Debian's packages by fontconfig's pattern for what is in them: Japanese glyphs and emoji (📂), without which a
picture shows boxes, and letters as wide as Arial's, which is what pages are measured with elsewhere."""

MISSING = (
    "No Chromium was found and none could be installed: install Chromium or Google Chrome "
    "(on Debian and Ubuntu: apt-get install chromium fonts-noto-cjk), or name one with CHROMIUM=/path/to/it."
)


class ChromiumMissingError(RuntimeError):
    """There is no Chromium here; the message is one sentence that says what to install."""


def flags() -> tuple[str, ...]:
    """Return the command-line flags to start it with: :data:`QUIET`, and no sandbox where it could not have one."""
    is_root = hasattr(os, "geteuid") and os.geteuid() == 0
    is_forbidden = USERNS.is_file() and USERNS.read_text(encoding="ascii").strip() == "1"
    return (*QUIET, "--no-sandbox") if is_root or is_forbidden else QUIET


def find() -> Path | None:
    """Return a Chromium that starts: the one named in ``CHROMIUM``, else on ``PATH``, else Playwright's own.

    Each is started for it, which takes a while: the answer holds until :func:`install`, or another ``PATH``.
    """
    return _found(os.environ.get("CHROMIUM", ""), os.environ.get("PATH", os.defpath))


@cache
def _found(named: str, places: str) -> Path | None:
    if named:
        return Path(named) if _starts(named) else None
    for name in NAMES:
        if (path := shutil.which(name, path=places)) and _starts(path):
            return Path(path)
    for folder in (Path("/Applications"), Path.home() / "Applications"):
        for application in APPLICATIONS:
            if _starts(str(folder / application)):
                return folder / application
    path = _playwrights_own()
    return Path(path) if path and _starts(path) else None


def install() -> Path:
    """Return :func:`find`'s answer, after bringing a Chromium where there is none.

    Playwright's own is tried first, then Debian's package where apt-get and root are there.

    Raises:
        ChromiumMissingError: Neither could be had.
    """
    if found := find():
        return found
    if not os.environ.get("CHROMIUM"):
        for bring in (_install_playwrights_own, _install_debians):
            bring()
            _found.cache_clear()
            if found := find():
                return found
    raise ChromiumMissingError(MISSING)


def install_fonts() -> None:
    """Bring the fonts that pictures of pages need, where they are missing and apt can: see :data:`FONTS`."""
    if shutil.which("fc-list") and _can_use_apt():
        missing = [package for pattern, package in FONTS.items() if not _ran("fc-list", pattern, "family")]
        if missing:
            _apt_install(*missing)


def prepare_driver() -> None:
    """Let Playwright run on the Node.js that is here, where the one that it brings does not start.

    Its own wants a library (libatomic) that a small Debian has not. Call it before Playwright is started.
    """
    if "PLAYWRIGHT_NODEJS_PATH" in os.environ or _ran(sys.executable, "-m", "playwright", "--version"):
        return
    places = os.pathsep.join([str(Path(sys.executable).parent), os.environ.get("PATH", "")])
    if node := shutil.which("node", path=places):
        os.environ["PLAYWRIGHT_NODEJS_PATH"] = node


def _ran(*command: str, timeout: float = 60) -> str | None:
    """Return what a command printed, None where it is not there, fails or does not end."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=timeout, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return None
    return done.stdout.strip() if done.returncode == 0 else None


def _starts(path: str) -> bool:
    # Ubuntu's chromium-browser may be a mere signpost to a snap: being there is not enough.
    return bool(_ran(path, "--version"))


def _playwrights_own() -> str | None:
    # Asked in a process of its own, as Playwright cannot be started inside a running event loop.
    prepare_driver()
    question = "from playwright.sync_api import sync_playwright as p\nwith p() as q: print(q.chromium.executable_path)"
    return _ran(sys.executable, "-c", question)


def _install_playwrights_own() -> None:
    _ran(sys.executable, "-m", "playwright", "install", "chromium", timeout=900)


def _can_use_apt() -> bool:
    return bool(shutil.which("apt-get")) and hasattr(os, "geteuid") and os.geteuid() == 0


def _apt_install(*packages: str) -> None:
    _ran("apt-get", "update", timeout=300)
    sys.stderr.write(f"Installing with apt-get: {', '.join(packages)} …\n")  # a change to the machine is told of
    install_all = ("apt-get", "install", "--yes", "--no-install-recommends", *packages)
    _ran("env", "DEBIAN_FRONTEND=noninteractive", *install_all, timeout=900)


def _install_debians() -> None:
    if _can_use_apt():
        _apt_install("chromium", *FONTS.values())


def main() -> int:
    """Make sure that there is a Chromium, and of fonts to show pages in; return the exit status."""
    try:
        install()
    except ChromiumMissingError as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    install_fonts()
    return 0


if __name__ == "__main__":
    sys.exit(main())
