"""A small project in a temporary folder with the repository's own settings, hooks and theme, and a real build of it."""

from __future__ import annotations

import logging
import warnings
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

import yaml
from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import Abort, ConfigurationError

if TYPE_CHECKING:
    from collections.abc import Mapping

REPOSITORY = Path(__file__).resolve().parents[2]
"""The repository's root."""


@dataclass(frozen=True)
class Built:
    """A build that ended: where its project and its site are, and what it logged (``LEVEL logger: text`` lines)."""

    project: Path
    site: Path
    log: str
    failed: bool

    def warnings(self) -> list[str]:
        """Return the log's lines that are warnings or worse."""
        return [line for line in self.log.splitlines() if line.startswith(("WARNING ", "ERROR ", "CRITICAL "))]

    def text(self, path: str) -> str:
        """Return a built file's text, by its path in the site."""
        return (self.site / path).read_text(encoding="utf-8")


class _Lines(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.INFO)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.lines.append(f"{record.levelname} {record.name}: {record.getMessage()}")


def make_project(folder: Path, notes: Mapping[str, str | bytes], files: Mapping[str, str | bytes]) -> None:
    """Lay out a project: the repository's files as links, ``docs/notes/`` with the notes given, other files as given.

    Args:
        folder: An empty folder to lay it out in.
        notes: Files of ``docs/notes/``, by name: notes (``a.md``) and editorial files (``a.yml``).
        files: Other files by their path in the project; they take the place of the repository's.
    """
    for name in ("mkdocs.yml", "hooks", "overrides", "node_modules"):
        (folder / name).symlink_to(REPOSITORY / name)
    (folder / "docs" / "notes").mkdir(parents=True)
    for entry in (REPOSITORY / "docs").iterdir():
        if entry.name != "notes":
            (folder / "docs" / entry.name).symlink_to(entry)
    for path, content in {**{f"docs/notes/{name}": content for name, content in notes.items()}, **files}.items():
        file = folder / path
        _unlink_parents(folder, file)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.unlink(missing_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)


def _unlink_parents(folder: Path, file: Path) -> None:
    """Replace each folder above ``file`` that is a link by a folder of links, so that the repository stays as it is."""
    for parent in reversed(file.relative_to(folder).parents):
        link = folder / parent
        if link.is_symlink():
            entries = list(link.resolve().iterdir())
            link.unlink()
            link.mkdir()
            for entry in entries:
                (link / entry.name).symlink_to(entry)


def build_project(folder: Path, *, strict: bool, config: Mapping[str, object]) -> Built:
    """Build a project with MkDocs, in this process.

    Args:
        folder: What :func:`make_project` laid out.
        strict: Whether a warning fails the build.
        config: Settings that take the place of those in ``mkdocs.yml`` (mappings are merged, lists are not).
    """
    settings = folder / "mkdocs.test.yml"
    settings.write_text(yaml.safe_dump({"INHERIT": "mkdocs.yml", **config}), encoding="utf-8")
    site = folder / "site"
    lines = _Lines()
    logger = logging.getLogger("mkdocs")
    level = logger.level
    logger.addHandler(lines)
    logger.setLevel(logging.INFO)
    failed = False
    try:
        # What libraries say about their own future is not what these builds are about.
        with warnings.catch_warnings(action="ignore"):
            loaded = load_config(config_file=str(settings), site_dir=str(site), strict=strict)
            loaded.plugins.on_startup(command="build", dirty=False)
            try:
                build(loaded)
            finally:
                loaded.plugins.on_shutdown()
    except (Abort, ConfigurationError) as refusal:
        failed = True
        lines.lines.append(f"CRITICAL build: {refusal}")
    finally:
        logger.removeHandler(lines)
        logger.setLevel(level)
    return Built(folder, site, "\n".join(lines.lines), failed)
