"""The last resort for the book: a Chromium from npm, for a Linux that has none and where one may install nothing.

``python -m studynotes.browser.npmchromium`` makes sure that there is a Chromium for the book, as ``chromium``
does, and brings this one where that fails. It comes as a package for servers without any system of their own
(``tools/chromium/package.json``), compressed; it speaks the DevTools protocol only, so it serves the book and no other.
"""

from __future__ import annotations

import io
import os
import platform
import shutil
import subprocess
import sys
import tarfile
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # ships no types

from studynotes.browser import chromium

ROOT = Path(__file__).parents[3]
TOOL = ROOT / "tools" / "chromium"
PACKAGE = TOOL / "node_modules" / "@sparticuz" / "chromium" / "bin"
UNPACKED = ROOT / ".cache" / "chromium"

# It brings the libraries that a bare system lacks; found by the browser alone.
_WRAPPER = '#!/bin/sh\nLD_LIBRARY_PATH="{folder}/lib" exec "{folder}/chromium" "$@"\n'


def find() -> Path | None:
    """Return a Chromium that can print the book: one of the system's, else npm's if it was brought before."""
    ours = UNPACKED / "run"
    found = chromium.find()
    return found or (ours if not os.environ.get("CHROMIUM") and _starts(ours) else None)


def install() -> Path:
    """Return :func:`find`'s answer, after bringing a Chromium where there is none.

    Raises:
        chromium.ChromiumMissingError: None could be had.
    """
    if found := find():
        return found
    try:
        return chromium.install()
    except chromium.ChromiumMissingError:
        if os.environ.get("CHROMIUM") or not _bring():
            raise
    if found := find():
        return found
    raise chromium.ChromiumMissingError(chromium.MISSING)


def _bring() -> bool:
    if sys.platform != "linux" or platform.machine() != "x86_64" or not shutil.which("npm"):
        return False
    command = ["npm", "ci", "--prefix", str(TOOL), "--ignore-scripts", "--no-audit", "--no-fund", "--loglevel=error"]
    try:
        subprocess.run(command, check=True, capture_output=True, timeout=900)  # noqa: S603 (our own command)
        _unpack()
    except (OSError, subprocess.SubprocessError):
        return False
    return True


def _unpack() -> None:
    shutil.rmtree(UNPACKED, ignore_errors=True)
    UNPACKED.mkdir(parents=True)
    program = UNPACKED / "chromium"
    program.write_bytes(brotli.decompress((PACKAGE / "chromium.br").read_bytes()))
    program.chmod(0o755)
    libraries = brotli.decompress((PACKAGE / "al2023.tar.br").read_bytes())
    with tarfile.open(fileobj=io.BytesIO(libraries)) as archive:
        archive.extractall(UNPACKED, filter="data")
    wrapper = UNPACKED / "run"
    wrapper.write_text(_WRAPPER.format(folder=UNPACKED), encoding="utf-8")
    wrapper.chmod(0o755)


def _starts(path: Path) -> bool:
    try:
        done = subprocess.run([str(path), "--version"], capture_output=True, timeout=60, check=False)  # noqa: S603
    except (OSError, subprocess.TimeoutExpired):
        return False
    return done.returncode == 0


def main() -> int:
    """Make sure that there is a Chromium for the book; return the exit status."""
    try:
        install()
    except chromium.ChromiumMissingError as missing:
        sys.stderr.write(f"{missing}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main())
