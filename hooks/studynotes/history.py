"""When each line of a notes file last changed, as git tells it."""

from __future__ import annotations

import shutil
import subprocess
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

_DIGITS = (40, 64)  # of a commit's name: SHA-1, or SHA-256 in a repository of that kind
_SECONDS = 20


def line_dates(path: Path) -> tuple[date | None, ...]:
    """The day (UTC) of each line's last commit; ``None`` for a line not committed yet.

    Empty where git, the repository or the file's history is missing: a site can do without these dates.
    One call of ``git blame`` serves all sections of a file.
    """
    git = shutil.which("git")
    if git is None:
        return ()
    command = [git, "blame", "--porcelain", "--", path.name]
    try:
        result = subprocess.run(command, cwd=path.parent, capture_output=True, timeout=_SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ()
    days: dict[str, date] = {}
    lines: list[date | None] = []
    commit = ""
    for row in result.stdout.decode("utf-8", errors="replace").split("\n"):
        if row.startswith("\t"):
            lines.append(days.get(commit))
        elif row.startswith("committer-time ") and commit.strip("0"):  # all zeros: not committed
            days[commit] = datetime.fromtimestamp(int(row.split()[1]), UTC).date()
        elif len(first := row.split(" ", 1)[0]) in _DIGITS and row[:1].isalnum():
            commit = first
    return tuple(lines)


def latest(dates: Sequence[date | None], first: int, last: int) -> date | None:
    """The latest day among the lines ``first`` to ``last`` (1-based, both included)."""
    return max((day for day in dates[first - 1 : last] if day is not None), default=None)


def origin(folder: Path) -> str:
    """The web address of the repository's ``origin``, or ``""``: ``git@host:a/b.git`` becomes ``https://host/a/b``."""
    git = shutil.which("git")
    if git is None:
        return ""
    command = [git, "remote", "get-url", "origin"]
    try:
        result = subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=_SECONDS, check=True)  # noqa: S603
    except (OSError, subprocess.SubprocessError):
        return ""
    url = result.stdout.strip().removesuffix(".git")
    if url.startswith("git@") and ":" in url:
        host, _, path = url.removeprefix("git@").partition(":")
        return f"https://{host}/{path}"
    return url if url.startswith("https://") and "@" not in url else ""
