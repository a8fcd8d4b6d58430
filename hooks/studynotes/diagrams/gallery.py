"""Where drawn diagrams are kept, so that a build needs no browser; and who draws those that aren't there.

A picture's file is named by a hash of what it shows. The ones of this repository's notes are in
``docs/assets/diagrams``; ``make diagrams`` (this module) draws the missing ones and removes
those that no note shows any more. A build draws what it misses with Chromium, into ``.cache/diagrams``; without
one, trees are drawn by :mod:`studynotes.diagrams.treesvg`, and the writer's own Mermaid is shown as code.
"""

from __future__ import annotations

import sys
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from studynotes import diagrams, reading
from studynotes.diagrams import mermaid, trees, treesvg

if TYPE_CHECKING:
    from collections.abc import Iterable

    from studynotes.diagrams import Picture

ROOT = Path(__file__).parents[3]
KEPT = ROOT / "docs" / "assets" / "diagrams"
CACHE = ROOT / ".cache" / "diagrams"
_failed: dict[str, str] = {}
"""Why pictures could not be drawn, by their names, as long as this process lives: whoever edits beside one while the
site is served does not wait for a browser each time."""
DARK = "-dark"
"""What a name ends with where the picture is the one for the dark scheme; trees need no second one."""


@dataclass(slots=True)
class Hung:
    """Pictures by name, reasons for those that there aren't, and how many came from where."""

    svgs: dict[str, str] = field(default_factory=dict)
    errors: dict[str, str] = field(default_factory=dict)
    sources: Counter[str] = field(default_factory=Counter)

    def missing(self, picture: Picture) -> list[str]:
        """The names of a picture's files that could not be drawn."""
        return [name for name in names(picture) if name in self.errors]

    def __str__(self) -> str:
        return ", ".join(f"{count} {source}" for source, count in sorted(self.sources.items())) or "none"


def names(picture: Picture) -> list[str]:
    """The names of a picture's files."""
    return [picture.name] if picture.roots else [picture.name, picture.name + DARK]


def hang(pictures: Iterable[Picture]) -> Hung:
    """Find or draw pictures. What can't be drawn has its reason in ``errors``."""
    hung = Hung()
    wanted = {name: picture for picture in pictures for name in names(picture)}
    missing = []
    for name in wanted:
        for folder, source in ((KEPT, "kept in the repository"), (CACHE, "drawn by Chromium before")):
            path = folder / f"{name}.svg"
            if path.is_file():
                hung.svgs[name] = path.read_text(encoding="utf-8")
                hung.sources[source] += 1
                break
        else:
            missing.append(name)
    _draw({name: wanted[name] for name in missing}, hung)
    return hung


def _draw(missing: dict[str, Picture], hung: Hung) -> None:
    jobs = [_job(name, picture) for name, picture in missing.items() if name not in _failed]
    try:
        drawn = mermaid.draw(jobs)
    except mermaid.UnavailableError as error:
        reason = f"{error}; `make diagrams` draws it where there is one, and keeps it"
        drawn = {job.name: mermaid.Drawn(error=reason) for job in jobs}
    _failed.update({name: " ".join(result.error.split()) for name, result in drawn.items() if not result.svg})
    for name, picture in missing.items():
        if name not in _failed:
            hung.svgs[name] = drawn[name].svg
            hung.sources["drawn by Chromium"] += 1
            _write(CACHE / f"{name}.svg", hung.svgs[name])
        elif picture.roots:
            hung.svgs[name] = treesvg.draw(picture.roots)
            hung.sources["drawn without a browser"] += 1
        else:
            hung.errors[name] = _failed[name]
            hung.sources["not drawn"] += 1


def _job(name: str, picture: Picture) -> mermaid.Job:
    return mermaid.Job(name, picture.source, bool(picture.roots), name.endswith(DARK))


def _write(path: Path, svg: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(svg + "\n", encoding="utf-8")


def pictures_in(folder: Path) -> list[Picture]:
    """All pictures of the notes in a folder.

    Raises:
        reading.NotesError: A file cannot be read as notes; it is named by its path from :data:`ROOT`.
    """
    found: list[Picture] = []
    for path in sorted(folder.glob("**/*.md")):
        name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else str(path)
        for section in reading.read(path.read_bytes(), file=name, stem=path.stem).pages:
            found += [diagrams.of_tree(tree) for figure in trees.figures(section) for tree in figure.trees]
            found += [picture for _, picture in diagrams.of_fences(section)]
    return found


def main() -> int:
    """Draw all that is missing in :data:`KEPT`, remove what isn't needed any more; return the exit status."""
    try:
        wanted = {name: picture for picture in pictures_in(ROOT / "docs" / "notes") for name in names(picture)}
    except reading.NotesError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    kept = {path.stem for path in KEPT.glob("*.svg")}
    for name in kept - wanted.keys():
        (KEPT / f"{name}.svg").unlink()
    try:
        drawn = mermaid.draw(_job(name, picture) for name, picture in wanted.items() if name not in kept)
    except mermaid.UnavailableError as error:
        sys.stderr.write(f"{error}\n")
        return 1
    for name, result in drawn.items():
        if result.error:
            sys.stderr.write(f"{wanted[name].title}: {result.error}\n")
        else:
            _write(KEPT / f"{name}.svg", result.svg)
    return int(any(result.error for result in drawn.values()))


if __name__ == "__main__":
    sys.exit(main())
