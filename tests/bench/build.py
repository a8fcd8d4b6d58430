"""Measures the writer's build against plain ones of the same notes, in one run; `make bench` prints it.

Ours; MkDocs with Material and mkdocs-quiz on pages that are converted already, without our hooks, once with the
navigation of all files that MkDocs makes itself and once with our groups; Zensical on these pages. Each build is a
process of its own. CPU time is what to compare where others use the machine as well.
"""

from __future__ import annotations

import argparse
import os
import shutil
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(Path(__file__).parent)]
os.environ["NO_MKDOCS_2_WARNING"] = "1"

import notes  # noqa: E402 (the paths come first)
import plain  # noqa: E402

from support.project import make_project  # noqa: E402

SIZES = (10, 100, 1000, 5000)
PLAIN_UP_TO = 1000  # beyond, the navigation of all files takes half an hour
MKDOCS = [sys.executable, "-m", "mkdocs", "build", "--quiet", "--site-dir", "site"]
MEMORY_UNIT = 1 if sys.platform == "darwin" else 1024  # of ru_maxrss, in bytes


def main() -> None:
    """Build all, and print a table."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--sizes", type=int, nargs="*", default=SIZES)
    arguments.add_argument("--zensical", type=Path, help="the command `zensical`, in a virtual environment of its own")
    options = arguments.parse_args()
    zensical = options.zensical.absolute() if options.zensical else None  # commands run in folders of their own
    source = (ROOT / notes.FILE).read_text(encoding="utf-8")
    _say(f"{'sections':>8}  {'':24}{'CPU':>9}{'wall':>9}{'memory':>9}{'pages':>7}{'per section':>13}")
    for size in options.sizes:
        with tempfile.TemporaryDirectory() as folder:
            text = notes.sections(source, size)
            _ours(Path(folder, "ours"), text, size)
            if size <= PLAIN_UP_TO:
                _plain(Path(folder), text, size, zensical)


def _ours(folder: Path, text: str, size: int) -> None:
    folder.mkdir()
    make_project(folder, {"bench.md": text}, {})
    _measure("ours", MKDOCS, folder, size)


def _plain(folder: Path, text: str, size: int, zensical: Path | None) -> None:
    for grouped in (False, True):
        project = folder / f"plain-{grouped}"
        plain.make(project, text, grouped=grouped)
        _measure(f"plain MkDocs, {'grouped' if grouped else 'flat'}", MKDOCS, project, size)
        shutil.rmtree(project / "site")
        if zensical is not None:
            _measure(f"Zensical, {'grouped' if grouped else 'flat'}", [zensical, "build", "--clean"], project, size)


def _measure(name: str, command: list[str | Path], folder: Path, size: int) -> None:
    start = time.monotonic()
    with tempfile.TemporaryFile() as output:
        process = subprocess.Popen(command, cwd=folder, stdin=subprocess.DEVNULL, stdout=output, stderr=output)
        _, status, used = os.wait4(process.pid, 0)
        process.returncode = os.waitstatus_to_exitcode(status)
        wall = time.monotonic() - start
        if process.returncode:
            output.seek(0)
            _say(f"{size:8}  {name:24} failed: {output.read().decode(errors='replace').strip()[-500:]}")
            return
    cpu = used.ru_utime + used.ru_stime
    pages = sum(1 for _ in (folder / "site").rglob("index.html"))
    memory = used.ru_maxrss * MEMORY_UNIT / 2**20
    _say(f"{size:8}  {name:24}{cpu:7.1f} s{wall:7.1f} s{memory:6.0f} MB{pages:7}{1000 * cpu / size:10.1f} ms")


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    main()
