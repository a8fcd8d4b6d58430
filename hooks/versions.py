"""Addresses of styles, scripts and pictures say which content they stand for: ``theme.css?v=…``, a digest.

So a page never meets a style or script of another publication that some cache still holds, and what a browser has
under such an address it need not ask for again (docs/assets/javascripts/sw.js).
"""

from __future__ import annotations

from copy import copy
from dataclasses import dataclass, field
from hashlib import file_digest, sha256
from typing import TYPE_CHECKING, cast

from jinja2 import pass_context
from mkdocs.plugins import event_priority

import delivery
from delivery import Delivery

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from jinja2 import Environment
    from jinja2.runtime import Context
    from mkdocs.config.config_options import ExtraScriptValue
    from mkdocs.config.defaults import MkDocsConfig
    from mkdocs.structure.files import Files

KINDS = (".css", ".js", ".svg", ".png", ".json", ".woff2")
_KEY = "versions"
_DIGITS = 12  # 48 bits tell a site's publications apart


@dataclass(slots=True)
class Versions:
    """The versions of one build's files; read when first asked for, so that hooks can still change them before."""

    files: Files
    known: dict[str, str] = field(default_factory=dict)

    def __call__(self, path: str) -> str:
        """A file's address from the site's root, with its version; other addresses as they are."""
        if not path.endswith(KINDS) or "://" in path:
            return path
        if path not in self.known:
            file = self.files.get_file_from_path(path)
            self.known[path] = f"{path}?v={version(file.content_bytes)}" if file is not None else path
        return self.known[path]


def version(content: bytes) -> str:
    """The digest of a file that stands in its address."""
    return sha256(content).hexdigest()[:_DIGITS]


def version_of(path: Path) -> str:
    """The digest of a file on disk, however long it is."""
    with path.open("rb") as file:
        return file_digest(file, sha256).hexdigest()[:_DIGITS]


def of(config: MkDocsConfig) -> Callable[[str], str]:
    """The versions of the build that ``config`` belongs to (there from ``on_files`` on)."""
    return cast("Callable[[str], str]", config.extra[_KEY])


@event_priority(100)
def on_files(files: Files, *, config: MkDocsConfig) -> None:
    """Start afresh. Pages opened from a folder meet no cache."""
    config.extra[_KEY] = str if delivery.of(config) is Delivery.FOLDER else Versions(files)


@event_priority(-90)
def on_env(env: Environment, *, config: MkDocsConfig, files: Files) -> Environment:
    """Let the filters that templates write addresses with add the version."""
    url, script_tag, versioned = env.filters["url"], env.filters["script_tag"], of(config)

    @pass_context
    def versioned_url(context: Context, value: str) -> str:
        return cast("str", url(context, versioned(str(value))))

    @pass_context
    def versioned_script_tag(context: Context, script: ExtraScriptValue | str) -> str:
        if isinstance(script, str):
            return cast("str", script_tag(context, versioned(script)))
        script = copy(script)
        script.path = versioned(script.path)
        return cast("str", script_tag(context, script))

    env.filters |= {"url": versioned_url, "script_tag": versioned_script_tag}
    return env
