"""Reading without a network: the service worker with its list of files, and what makes the site installable.

A site that is served while it is written has neither, nor one for opening from a folder.
"""

from __future__ import annotations

import json
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from mkdocs.exceptions import PluginError
from mkdocs.plugins import event_priority
from mkdocs.structure.files import File
from mkdocs.utils import write_file

import delivery
import versions
from delivery import Delivery
from studynotes.publishing.scripts import joined

if TYPE_CHECKING:
    from jinja2 import Environment
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

SCRIPT = "assets/javascripts/offline.js"
WORKER, RETIRED = "assets/javascripts/offline/worker.js", "assets/javascripts/offline/retired.js"
LEFT_OUT = (
    "assets/javascripts/lunr/",
    "assets/javascripts/workers/",
    "assets/vendor/@fontsource/",
)  # never read, or heavy
_KEY = "offline_worker"


def on_files(files: Files, *, config: MkDocsConfig) -> Files:
    """Take the service worker out of the files: it is published in the site's root, when all others are there."""
    if delivery.of(config) is Delivery.FOLDER:
        config.extra[_KEY] = ""
    else:
        script = WORKER if delivery.of(config) is Delivery.PUBLISHED else RETIRED
        config.extra[_KEY] = joined([_take(files, script).content_string])
    if _has_worker(config):
        config.extra_javascript = [*config.extra_javascript, SCRIPT]
        files.append(File.generated(config, "manifest.webmanifest", content=_manifest(config)))
    return files


def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> None:
    """Tell templates whether the site can be kept, as ``offline``."""
    env.globals["offline"] = _has_worker(config)


@event_priority(-500)  # all files are there
def on_post_build(*, config: MkDocsConfig) -> None:
    """Publish the service worker, which knows this publication by a digest over all of its files."""
    site = Path(config.site_dir)
    worker = str(config.extra[_KEY])
    if _has_worker(config):
        digest = sha256()
        names, size = [], 0
        for file in sorted(path for path in site.rglob("*") if path.is_file()):
            name, version = file.relative_to(site).as_posix(), versions.version_of(file)
            digest.update(f"{name}\0{version}\0".encode())
            if not name.startswith(LEFT_OUT) and file.suffix not in {".map", ".gz", ".zip", ".apkg", ".pdf"}:
                size += file.stat().st_size
                names.append(_address(name, version))
        build = digest.hexdigest()[:16]
        listed = json.dumps({"build": build, "bytes": size, "files": names}, ensure_ascii=False, separators=(",", ":"))
        write_file(listed.encode(), str(site / "offline.json"))
        write_file(build.encode(), str(site / "build.txt"))
        worker = worker.replace("@build@", build)
    if worker:
        write_file(worker.encode(), str(site / "sw.js"))


def _has_worker(config: MkDocsConfig) -> bool:
    return "@build@" in config.extra[_KEY]


def _take(files: Files, name: str) -> File:
    file = files.get_file_from_path(name)
    if file is None:
        raise PluginError(f"docs/{name} is missing: it is the site's service worker")
    for each in (WORKER, RETIRED):
        if found := files.get_file_from_path(each):
            files.remove(found)
    return file


def _address(name: str, version: str) -> str:
    """How the site's pages ask for a file."""
    if name.endswith(versions.KINDS) and name not in {"search/search_index.json", "assets/quiz/questions.json"}:
        return f"{name}?v={version}"
    return name.removesuffix("index.html") if name.endswith("/index.html") or name == "index.html" else name


def _manifest(config: MkDocsConfig) -> str:
    """What a browser needs to install the site (https://www.w3.org/TR/appmanifest/)."""
    icon = {"src": "assets/images/favicon.svg", "type": "image/svg+xml", "sizes": "any"}
    manifest = {
        "name": config.site_name,
        "description": config.site_description,
        "lang": "ja",
        "start_url": ".",
        "scope": ".",
        "display": "standalone",
        "theme_color": "#f4efe2",
        "background_color": "#f4efe2",
        "icons": [icon, {"src": "assets/images/touch-icon.png", "type": "image/png", "sizes": "180x180"}],
    }
    return json.dumps(manifest, ensure_ascii=False, indent=2)
