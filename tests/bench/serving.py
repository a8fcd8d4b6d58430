"""Measures how soon an edit of one section is on its page while the site is being served; `make bench` prints it."""

from __future__ import annotations

import argparse
import os
import socket
import statistics
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from pathlib import Path
from urllib.error import URLError
from urllib.request import urlopen

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(Path(__file__).parent)]
os.environ["NO_MKDOCS_2_WARNING"] = "1"

import notes  # noqa: E402 (the paths come first)

from support.project import make_project  # noqa: E402

EDITS = 10
PATIENCE = 1200


def main() -> None:
    """Serve, edit, and print the times."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", type=int, nargs="*", default=(10, 100, 1000))
    source = (ROOT / notes.FILE).read_text(encoding="utf-8")
    for size in arguments.parse_args().sizes:
        with tempfile.TemporaryDirectory() as folder:
            text = notes.sections(source, size)
            make_project(Path(folder), {"bench.md": text}, {})
            times = _times(Path(folder), text, size)
        sys.stdout.write(
            f"{size:5} sections: an edit is on its page after {statistics.median(times):.2f} s (median of {EDITS}), "
            f"{max(times):.2f} s at most; half a second of that at most is MkDocs's polling of files\n"
        )
        sys.stdout.flush()


def _times(folder: Path, text: str, size: int) -> list[float]:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        port = probe.getsockname()[1]
    base = f"http://127.0.0.1:{port}/"
    process = subprocess.Popen(
        [sys.executable, "-m", "mkdocs", "serve", "--livereload", "--quiet", "-a", f"127.0.0.1:{port}"],
        cwd=folder,
        env={**os.environ, "SITE_URL": base},
        stdin=subprocess.DEVNULL,
    )
    try:
        number = size // 2
        line = f"第 {number} 節の控え。"
        _wait(f"{base}notes/bench/{number}/", line)
        times = []
        for edit in range(EDITS):
            time.sleep(1.7 + 0.13 * edit)  # at all phases of the polling
            line, before = f"第 {number} 節の控え、{edit} 回目。", line
            text = text.replace(before, line)
            (folder / "docs" / "notes" / "bench.md").write_text(text, encoding="utf-8")
            start = time.monotonic()
            _wait(f"{base}notes/bench/{number}/", line)
            times.append(time.monotonic() - start)
        return times
    finally:
        process.terminate()
        process.wait()


def _wait(address: str, wanted: str) -> None:
    end = time.monotonic() + PATIENCE
    while time.monotonic() < end:
        with suppress(URLError), urlopen(address) as response:  # noqa: S310 (our own server)
            if wanted in response.read().decode():
                return
        time.sleep(0.01)
    raise TimeoutError(f"{address} never said {wanted}")


if __name__ == "__main__":
    main()
