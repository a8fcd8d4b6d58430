"""Publishes what the site takes from npm, out of ``node_modules``: nothing of it is in git, nothing comes from a CDN.

Only packages named in ``package-lock.json``, at the version named there, are published: what the site
sends to its readers is what was locked and checked. Templates link to ``assets/vendor/<package>/<file>``.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.structure.files import File

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

ROOT = Path(__file__).resolve().parents[1]
FOLDER = "assets/vendor"
REMEDY = "run `make site` or `make serve`, which install it"


@dataclass(frozen=True, slots=True)
class Published:
    """Files of one npm package that the site has: a pattern under the package's folder, and how to change the text."""

    package: str
    pattern: str
    folder: str = ""  # within the package; what comes before it is left out of the address
    change: Callable[[str], str] | None = None


def woff2_only(css: str) -> str:
    """A style sheet without its fonts in older formats: every browser in use since 2018 reads WOFF2."""
    return re.sub(r""",\s*url\([^)]+\.(?:woff|ttf)\) format\(["'][a-z]+["']\)""", "", css)


PUBLISHED = (
    Published("katex", "katex.min.css", "dist", woff2_only),
    Published("katex", "fonts/*.woff2", "dist"),
    # For the page /print/ alone (print.html, book.css).
    Published("@fontsource/noto-sans-jp", "[47]00.css", change=woff2_only),
    Published("@fontsource/noto-sans-jp", "files/*-[47]00-normal.woff2"),
    Published("@fontsource/noto-emoji", "files/noto-emoji-emoji-400-normal.woff2"),
    Published("@fontsource/dejavu-mono", "files/*-[47]00-normal.woff2"),
    Published("iframe-worker", "shim/index.js"),
    Published("ts-fsrs", "index.umd.js", "dist"),
)


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Add the published files to the site's own."""
    for published in PUBLISHED:
        for file in _files(published, config):
            files.append(file)
    return files


def _files(published: Published, config: MkDocsConfig) -> Iterator[File]:
    base = _package(published.package) / published.folder
    found = sorted(base.glob(published.pattern))
    if not found:
        raise PluginError(f"the npm package {published.package} has no {published.pattern} in {base}")
    for path in found:
        uri = f"{FOLDER}/{published.package}/{path.relative_to(base).as_posix()}"
        if published.change is None:
            yield File.generated(config, uri, abs_src_path=str(path))
        else:
            yield File.generated(config, uri, content=published.change(path.read_text(encoding="utf-8")))


def _package(name: str) -> Path:
    """Give the folder of an installed package, which must be the one that the lock names."""
    locked = json.loads((ROOT / "package-lock.json").read_text(encoding="utf-8"))["packages"]
    wanted = locked.get(f"node_modules/{name}", {}).get("version")
    if wanted is None:
        raise PluginError(
            f"the npm package {name} is not in package-lock.json: `npm install --save-exact {name}` adds it"
        )
    folder = ROOT / "node_modules" / name
    try:
        installed = json.loads((folder / "package.json").read_text(encoding="utf-8"))["version"]
    except FileNotFoundError:
        raise PluginError(f"the npm package {name} is not installed (no {folder}): {REMEDY}") from None
    if installed != wanted:
        raise PluginError(f"the npm package {name} is {installed}, but package-lock.json wants {wanted}: {REMEDY}")
    return folder
