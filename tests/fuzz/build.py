"""Builds sites of bent notes, editorial files and glossaries for as long as you say: `make fuzz MINUTES=10`.

A build may refuse (with an error that names file and line), but it may not end in a traceback, lose a word of the
notes, or take ten times as long as one of straight notes. What fails is kept, with its number: `--only` repeats it.
"""

from __future__ import annotations

import argparse
import logging
import os
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path
from random import Random

ROOT = Path(__file__).resolve().parents[2]
sys.path[:0] = [str(ROOT / "hooks"), str(ROOT / "tests"), str(Path(__file__).parent)]
os.environ["NO_MKDOCS_2_WARNING"] = "1"

from mutating import excerpt, mutated, texts_to_bend  # noqa: E402 (the paths come first)

from studynotes.diagrams import mermaid  # noqa: E402
from support.project import build_project, make_project  # noqa: E402

NOTES = ROOT / "docs" / "notes"
LOST = ("this is a fault of the converter", "was not understood and may be missing")
TIMES = 10  # as long as a build of straight notes, at most


class TooLongError(Exception):
    """A build took too long."""


def main() -> int:
    """Build until the time is over; return how many builds failed."""
    arguments = argparse.ArgumentParser(description=__doc__)
    arguments.add_argument("--minutes", type=float, default=10)
    arguments.add_argument("--seed", type=int, default=1)
    arguments.add_argument("--only", type=int, help="build this one and say what comes of it")
    arguments.add_argument("--keep", type=Path, default=ROOT / ".cache" / "fuzz")
    options = arguments.parse_args()
    mermaid.draw = _no_browser
    logging.getLogger("mkdocs").propagate = False
    seeds = texts_to_bend(ROOT)
    clean = max(_build(_straight(seeds, number), 600)[1] for number in range(4))
    _say(f"{len(seeds)} files to bend; a build of straight notes takes {clean:.2f} s of CPU time")
    if options.only is not None:
        outcome, seconds = _build(_bent(seeds, options.seed, options.only), clean * TIMES)
        _say(f"{outcome} ({seconds:.2f} s)")
        return int(outcome.startswith("FAILED"))
    outcomes: Counter[str] = Counter()
    slowest = 0.0
    number = 0
    end = time.monotonic() + options.minutes * 60
    while time.monotonic() < end:
        number += 1
        files = _bent(seeds, options.seed, number)
        outcome, seconds = _build(files, clean * TIMES)
        slowest = max(slowest, seconds)
        outcomes[outcome.split("\n")[0][:200] if outcome.startswith("FAILED") else outcome] += 1
        if outcome.startswith("FAILED"):
            _keep(files, options.keep / f"{options.seed}-{number}")
            _say(f"no. {number}: {outcome}")
    _say(f"{number} builds; the slowest took {slowest:.2f} s, {slowest / clean:.1f} times a build of straight notes")
    for outcome, count in outcomes.most_common():
        _say(f"{count:6} {outcome}")
    return min(99, sum(count for outcome, count in outcomes.items() if outcome.startswith("FAILED")))


def _straight(seeds: list[str], number: int) -> dict[str, bytes]:
    chance = Random(f"straight {number}")  # noqa: S311 (nothing secret)
    return {f"docs/notes/{name}.md": excerpt(chance.choice(seeds), 150, chance).encode() for name in "abcdef"}


def _bent(seeds: list[str], seed: int, number: int) -> dict[str, bytes]:
    """Return the files of one build: six of notes, and sometimes an editorial file and the glossary."""
    chance = Random(f"{seed} {number}")  # noqa: S311 (nothing secret)
    files = {}
    for name in "abcdef":
        text = excerpt(chance.choice(seeds), chance.choice([10, 60, 150]), chance)
        files[f"docs/notes/{name}.md"] = mutated(text, chance.choice(seeds), chance)
    if chance.random() < 0.3:
        edited = (NOTES / "cloudtech-study.yml").read_text(encoding="utf-8")
        files["docs/notes/a.yml"] = mutated(excerpt(edited, 60, chance), edited, chance)
    if chance.random() < 0.2:
        terms = (ROOT / "docs" / "glossary.yml").read_text(encoding="utf-8")
        files["docs/glossary.yml"] = mutated(terms, terms, chance)
    return files


def _build(files: dict[str, bytes], limit: float) -> tuple[str, float]:
    """Build; return what came of it and the CPU time it took."""
    signal.signal(signal.SIGPROF, _too_long)
    with tempfile.TemporaryDirectory() as folder:
        make_project(Path(folder), {}, files)
        start = time.process_time()
        signal.setitimer(signal.ITIMER_PROF, limit)
        try:
            built = build_project(Path(folder), strict=False, config={})
        except Exception:  # noqa: BLE001 (that there is one is the finding)
            return f"FAILED with {traceback.format_exc(limit=-3)}", time.process_time() - start
        finally:
            signal.setitimer(signal.ITIMER_PROF, 0)
        seconds = time.process_time() - start
    complaints = built.warnings()
    lost = [line for line in complaints if any(sign in line for sign in LOST) and not _too_many_cells(line, files)]
    if lost:
        return f"FAILED, lost words: {lost[0]}", seconds
    if built.failed:
        told = any(line.startswith("ERROR mkdocs.hooks.notes: docs/") for line in complaints)
        return ("refused with file and line" if told else f"FAILED without a reason: {complaints[-1]}"), seconds
    return ("built, with warnings" if complaints else "built"), seconds


def _too_many_cells(complaint: str, files: dict[str, bytes]) -> bool:
    """Whether the line complained of is a table's row: GFM has no place for more cells than the table's head has."""
    file, number, *_ = complaint.split(" ", 2)[2].split(":")
    lines = files.get(file, b"").decode(errors="replace").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    return number.isdigit() and "|" in lines[min(int(number), len(lines)) - 1]


def _too_long(number: int, frame: object) -> None:
    raise TooLongError


def _no_browser(jobs: object) -> dict[str, mermaid.Drawn]:
    """Stand in for the drawing of diagrams, each of which would start a browser."""
    raise mermaid.UnavailableError("no browser while bending")


def _keep(files: dict[str, bytes], folder: Path) -> None:
    for name, data in files.items():
        path = folder / Path(name).name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)


def _say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
