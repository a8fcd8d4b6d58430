"""Builds the whole site as ``mkdocs serve`` builds it, into a folder, and ends. Not a hook itself (see ``rebuilding``).

``python later.py CONFIG_FILE SITE_DIR URL`` is told nothing else and knows nothing of the server: what it builds is the
same because MkDocs and all hooks are told the same.
"""

from __future__ import annotations

import logging
import sys

from mkdocs.commands.build import build
from mkdocs.config import load_config
from mkdocs.exceptions import MkDocsException


def main(config_file: str, site_dir: str, url: str) -> int:
    """Build; return the exit status. Only errors are told: the edit's own problems were told by the server."""
    logging.basicConfig(format="%(levelname)s    -  %(message)s", level=logging.ERROR)
    try:
        config = load_config(config_file=config_file, site_dir=site_dir)
        config.plugins.on_startup(command="serve", dirty=False)
        config.site_url = url
        try:
            build(config, serve_url=url)
        finally:
            config.plugins.on_shutdown()
    except MkDocsException as error:
        sys.stderr.write(f"{error}\n")
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
