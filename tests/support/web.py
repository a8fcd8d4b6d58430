"""A web server for a built site, as GitHub Pages would serve it: under a sub-path, with the site's own 404 page."""

from __future__ import annotations

import gzip
import mimetypes
import re
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import TYPE_CHECKING
from urllib.parse import unquote, urlsplit
from zlib import crc32

if TYPE_CHECKING:
    from collections.abc import Iterator

TYPES = mimetypes.MimeTypes()
"""File types as the standard library knows them; what the machine's own tables say is left aside."""
TYPES.add_type("text/javascript", ".js")
TYPES.add_type("text/javascript", ".mjs")
TYPES.add_type("application/manifest+json", ".webmanifest")
TYPES.add_type("font/woff2", ".woff2")
TYPES.add_type("image/webp", ".webp")

_HEADERS = 300
"""About what an answer's headers weigh."""

_LOCATION = re.compile(rb"<loc>https?://[^/<]+")


class _Pages(BaseHTTPRequestHandler):
    protocol_version = "HTTP/1.1"
    folder: Path
    prefix: str
    gone = False
    sent: list[tuple[str, int]] | None  # if a list, the server compresses and lets cache, and notes what it sends

    def do_GET(self) -> None:
        if self.gone:  # a connection that the browser had kept open
            self.close_connection = True
            return
        path = unquote(urlsplit(self.path).path)
        file = self._file(path.removeprefix(self.prefix)) if path.startswith(self.prefix) else None
        if file is not None and file.is_dir():
            self.send_response(301)
            self.send_header("Location", urlsplit(self.path).path + "/")
            self.send_header("Content-Length", "0")
            self.end_headers()
            return
        status = 200
        if file is None or not file.is_file():
            status, file = 404, self.folder / "404.html"
        body = file.read_bytes() if file.is_file() else b""
        if file.name == "sitemap.xml":  # the theme's instant navigation asks it for the addresses that are the site's
            body = _LOCATION.sub(f"<loc>http://{self.headers['Host']}".encode(), body)
        kind = TYPES.guess_type(file.name)[0] or "application/octet-stream"
        if kind.startswith("text/"):
            kind += "; charset=utf-8"
        tag = f'"{crc32(body):x}"'
        if self.sent is not None and self.headers["If-None-Match"] == tag:
            status, body = 304, b""
        self.send_response(status)
        self.send_header("Content-Type", kind)
        if self.sent is not None:
            self.send_header("ETag", tag)
            self.send_header("Cache-Control", "max-age=600")
            if body and not kind.startswith(("font/", "image/png")):
                body = gzip.compress(body, mtime=0)
                self.send_header("Content-Encoding", "gzip")
            self.sent.append((path, len(body) + _HEADERS))
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    do_HEAD = do_GET  # noqa: N815 (the standard library's name)

    def _file(self, path: str) -> Path | None:
        file = (self.folder / path).resolve()
        if not file.is_relative_to(self.folder):
            return None
        return file / "index.html" if not path or path.endswith("/") else file

    def log_message(self, *_: object) -> None:
        """Say nothing: a test's output is for its failures."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True

    def handle_error(self, *_: object) -> None:
        """Say nothing: a browser closes connections as it likes."""


@contextmanager
def serving(folder: Path, prefix: str = "/repo/", sent: list[tuple[str, int]] | None = None) -> Iterator[str]:
    """Serve a built site under a prefix on a free port of this machine; give its base URL, which ends in a slash.

    With a list ``sent``, it is served as on the web: compressed, and kept by the browser for ten minutes; the list
    takes the path and the size in bytes of each answer.
    """
    pages = type("Pages", (_Pages,), {"folder": Path(folder).resolve(), "prefix": prefix, "sent": sent})
    with _Server(("127.0.0.1", 0), pages) as server:
        Thread(target=server.serve_forever, args=(0.05,), daemon=True).start()
        try:
            yield f"http://127.0.0.1:{server.server_port}{prefix}"
        finally:
            pages.gone = True
            server.shutdown()
